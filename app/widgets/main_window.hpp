// The till's one window: sign-in, checkout, help. Routes keys, so that a scan arrives at the entry line wherever the
// focus was.
#pragma once

#include <QMainWindow>
#include <QStackedWidget>
#include <map>

#include "app/widgets/checkout_screen.hpp"
#include "app/widgets/counter_screen.hpp"
#include "app/widgets/devices_screen.hpp"
#include "app/widgets/first_day_screen.hpp"
#include "app/widgets/help_overlay.hpp"
#include "app/widgets/login_screen.hpp"
#include "app/widgets/manager_screen.hpp"
#include "app/widgets/member_desk_screen.hpp"
#include "app/widgets/news_screen.hpp"
#include "app/widgets/payments_screen.hpp"
#include "app/widgets/shift_screen.hpp"
#include "app/widgets/staff_screen.hpp"
#include "app/widgets/tasks_screen.hpp"
#include "app/widgets/training_frame.hpp"
#include "app/widgets/value_screen.hpp"

namespace kahui::widgets {

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  // `demo` may be null: no stand-in for hardware.
  MainWindow(Look look, models::TillModel& till, const base::Clock& clock, models::DemoReader* demo,
             models::DevicesModel& devices, models::CounterModel& counter);

  [[nodiscard]] CheckoutScreen& checkout() { return *m_checkout; }
  void showHelp(bool shown);
  void showPage(MorePanel::Choice place);  // one that addPage() has set up
  void showCheckout();
  void beginFirstDay() { m_first_day = true; }                       // who signs in next sees the first steps
  void say(const models::NoticeVm& words) { notice().show(words); }  // of what happened outside the till
  // Sets up the manager's view; `reports` outlives the window. Without it the place says what is missing.
  void setReports(models::ReportModel& reports);
  // The customer's window may type where the counter's settings say so; `entry` outlives the window.
  void setCustomer(models::CustomerEntry& entry);

 signals:
  void trainingAsked(bool begin);  // nothing is open on the till

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void makeShortcuts();
  void take();  // the newest snapshot
  void speak(const till::Snapshot& snapshot);
  void perform(models::Action action);
  void choose(MorePanel::Choice choice);
  void back();
  bool routeKey(QWidget& at, QKeyEvent& event);
  void toggleLanguage();
  void toggleColors();
  void leave(bool keep_code);
  void showManager();
  void askTraining();
  void openMember(std::int64_t member);  // at the checkout
  void addPage(MorePanel::Choice place, Page* page);
  [[nodiscard]] CodeEdit* entry() const;
  [[nodiscard]] NoticeBar& notice() const;
  [[nodiscard]] Page* page() const;  // on top; null: sign-in or checkout

  Look m_look;
  models::TillModel& m_till;
  models::CounterModel& m_counter;
  models::CustomerEntry* m_customer = nullptr;
  models::ReportModel* m_reports = nullptr;
  bool m_signed_in = false;
  bool m_first_day = false;
  QString m_kept_code;  // of the person who locked the till
  std::uint64_t m_notice_serial = 0;
  QStackedWidget* m_pages;
  LoginScreen* m_login;
  CheckoutScreen* m_checkout;
  std::map<MorePanel::Choice, Page*> m_places;
  HelpOverlay* m_help;
  TrainingFrame* m_training;
};

}  // namespace kahui::widgets
