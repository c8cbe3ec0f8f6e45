// Letters by touch on the customer's window: pinyin with candidates, or letters as they are.
#pragma once

#include <vector>

#include "app/models/customer_entry.hpp"
#include "app/widgets/action_button.hpp"

class QVBoxLayout;

namespace kahui::widgets {

inline constexpr int kCustomerKeyText_px = 26;  // in a low window

// One for fingers at the counter: at least 64 px high, never with the focus of the keyboard.
ActionButton* customerKey(Look look, ActionButton::Kind kind, const QString& name, QWidget* parent);

class CustomerLetters : public QWidget {
  Q_OBJECT

 public:
  CustomerLetters(Look look, models::CustomerEntry& entry, QWidget* parent = nullptr);

  void fill();  // from the entry
  void retranslate();

 private:
  void makeCandidates(QVBoxLayout* rows);
  void makeRows(QVBoxLayout* rows);
  void type(QChar letter);
  void turn(int pages);
  [[nodiscard]] bool capital() const;  // Latin: after nothing and after a space

  models::CustomerEntry& m_entry;
  std::vector<ActionButton*> m_letters, m_candidates;
  ActionButton *m_less = nullptr, *m_more = nullptr, *m_way = nullptr, *m_space = nullptr, *m_erase = nullptr;
  QString m_searched;  // letters that the page belongs to
  int m_page = 0;
};

}  // namespace kahui::widgets
