// The customer's window while the customer types: one question at a time, keys for fingers. Takes no keyboard focus.
#pragma once

#include <QStackedWidget>

#include "app/models/customer_entry.hpp"
#include "app/widgets/customer_letters.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class CustomerPad : public QWidget {
  Q_OBJECT

 public:
  CustomerPad(Look look, models::CustomerEntry& entry, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeDigits();
  QWidget* makeAnswers();
  QWidget* makeFoot();
  void fill();
  void clear();  // nothing of a customer is left on it
  void retranslate();

  Look m_look;
  models::CustomerEntry& m_entry;
  TextLabel *m_question, *m_line, *m_hint, *m_review;
  QStackedWidget* m_body;
  CustomerLetters* m_letters;
  QWidget *m_digits = nullptr, *m_answers = nullptr;
  std::vector<ActionButton*> m_figures;
  ActionButton *m_erase = nullptr, *m_yes = nullptr, *m_no = nullptr;
  ActionButton *m_cancel = nullptr, *m_back = nullptr, *m_next = nullptr;
};

}  // namespace kahui::widgets
