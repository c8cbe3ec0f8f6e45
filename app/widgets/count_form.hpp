// The blind count: how many of each note and coin, or the whole amount. It never says what there should be.
#pragma once

#include <array>

#include "app/models/shift_text.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class CountForm : public QWidget {
  Q_OBJECT

 public:
  explicit CountForm(Look look, QWidget* parent = nullptr);

  void open();  // empty
  [[nodiscard]] CodeEdit* entry() const { return m_pieces.front(); }

 signals:
  void counted(base::Money amount);
  void refused(const models::NoticeVm& why);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  static constexpr std::array<std::int64_t, 8> kFaces_fen{10000, 5000, 2000, 1000, 500, 100, 50, 10};

  // Notes and coins; nullopt: one of the lines cannot be read.
  [[nodiscard]] std::optional<base::Money> sum() const;
  void follow();  // the total while it is typed
  void choose();
  void retranslate();

  Look m_look;
  TextLabel* m_title;
  TextLabel* m_hint;
  std::array<TextLabel*, kFaces_fen.size()> m_faces{};
  std::array<CodeEdit*, kFaces_fen.size()> m_pieces{};
  TextLabel* m_total_title;
  CodeEdit* m_total;
  bool m_by_hand = false;  // the total was typed
  ActionButton* m_choose;
};

}  // namespace kahui::widgets
