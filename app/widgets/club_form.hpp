// A few lines to fill in and the button that saves them: for an event, a day, a friend's telephone number.
#pragma once

#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class ClubForm : public QWidget {
  Q_OBJECT

 public:
  ClubForm(Look look, QWidget* parent = nullptr);

  void open(const QString& title, const QString& note, const QStringList& hints, const QStringList& values = {});
  [[nodiscard]] QString field(int at) const { return m_fields[static_cast<std::size_t>(at)]->text().trimmed(); }
  void focus(int at) { m_fields[static_cast<std::size_t>(at)]->setFocus(); }
  void wipe();  // what was typed is gone

 signals:
  void filled();
  void left();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  static constexpr int kFields = 4;
  void retranslate();

  TextLabel* m_title;
  TextLabel* m_note;
  std::vector<CodeEdit*> m_fields;
  ActionButton* m_save;
  ActionButton* m_leave;
};

}  // namespace kahui::widgets
