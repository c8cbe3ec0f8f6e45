// Settings: receipt printer, drawer, line display and the customer's window of this till: set up, tested, released.
#pragma once

#include "app/models/counter_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class CounterScreen : public Page {
  Q_OBJECT

 public:
  CounterScreen(Look look, models::CounterModel& counter, QWidget* parent = nullptr);

  void open() override;
  bool takeKey(int key) override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makePrinter();
  QWidget* makeOthers();
  void savePrinter(bool wide);
  void fill();
  void say(models::CounterAnswer answer, const QString& done);
  void retranslate();

  Look m_look;
  models::CounterModel& m_counter;
  PageHead* m_head;
  TextLabel* m_printer_title = nullptr;
  TextLabel* m_printer_state = nullptr;
  TextLabel* m_printer_ask = nullptr;
  CodeEdit* m_printer = nullptr;
  TextLabel* m_waiting = nullptr;
  ActionButton* m_paper = nullptr;
  ActionButton* m_test = nullptr;
  ActionButton* m_release = nullptr;
  ActionButton* m_retry = nullptr;
  ActionButton* m_throw = nullptr;
  TextLabel* m_drawer_title = nullptr;
  TextLabel* m_drawer_state = nullptr;
  ActionButton* m_drawer = nullptr;
  TextLabel* m_display_title = nullptr;
  TextLabel* m_display_state = nullptr;
  CodeEdit* m_display = nullptr;
  ActionButton* m_display_test = nullptr;
  TextLabel* m_window_title = nullptr;
  TextLabel* m_window_state = nullptr;
  ActionButton* m_window = nullptr;
  ActionButton* m_types = nullptr;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
