// The manager's view: the day at a glance, goods, members, lists that lead to work, money and trust. Charts with their
// tables; each in one key as PDF, Excel and CSV.
#pragma once

#include <QListView>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTimer>

#include "app/models/report_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/campaign_form.hpp"
#include "app/widgets/figure_card.hpp"
#include "app/widgets/latest_card.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/plan_panel.hpp"
#include "app/widgets/report_chart.hpp"
#include "app/widgets/report_table.hpp"
#include "app/widgets/task_form.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class ManagerScreen : public Page {
  Q_OBJECT

 public:
  ManagerScreen(Look look, models::ReportModel& reports, QWidget* parent = nullptr);

  void open() override;
  void leave() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  bool back() override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }
  [[nodiscard]] bool isReady() const { return m_reports.hasAnswer() && !m_reports.isBusy(); }
  void formDone();  // what the form asked for is done

 signals:
  void memberAsked(std::int64_t member);
  void receiptAsked(const std::string& receipt_no);
  void workAsked(const till::TaskRequest& request);  // tasks or coupons for a selection
  void printAsked();                                 // the report in short
  void tasksAsked();
  void inviteAsked(std::vector<member::MemberNo> members, std::string source);  // to an event of the club

 protected:
  void changeEvent(QEvent* event) override;

 private:
  static constexpr int kFormPlace = 2, kPlanPlace = 3, kCampaignPlace = 4;  // in the stack
  QWidget* makeHead();
  QWidget* makePlaces();
  QWidget* makeDashboard();
  QWidget* makeTables();
  void connectParts();
  void take();
  void takeFigures();
  void takeEntries();
  void showPlace(models::ReportPage page);
  void showTables(bool shown);
  void nextSpan();
  void openRow(int row);
  QWidget* makeBar();
  QWidget* makeWork();
  void openPlan();
  void takeBar();
  void askWork(till::TaskAct act);
  void askInvite();
  // manager_campaigns.cpp
  QWidget* makeCampaign();
  void takeCampaignButtons();
  void editCampaign(bool fresh);
  void dropCampaign();
  void checkPhone();
  void retranslateCampaign();
  void write(models::ReportFile file);
  [[nodiscard]] QString placeTitle(models::ReportPage page) const;
  [[nodiscard]] QString spanTitle(models::ReportSpan span) const;
  void retranslate();
  void retranslateButtons();
  ActionButton* button(ActionButton::Kind kind, const char* name, const QString& cap, const QString& icon = {});

  Look m_look;
  models::ReportModel& m_reports;
  bool m_tables = false;  // of Today: the tables instead of the dashboard
  bool m_wrong_right = false;
  QTimer m_live;
  TextLabel* m_title = nullptr;
  TextLabel* m_subtitle = nullptr;
  std::vector<ActionButton*> m_places;
  ActionButton *m_earlier = nullptr, *m_later = nullptr, *m_pdf = nullptr, *m_xlsx = nullptr, *m_csv = nullptr,
               *m_back = nullptr, *m_span = nullptr, *m_consent = nullptr, *m_tier = nullptr, *m_flip = nullptr,
               *m_print = nullptr, *m_half_year = nullptr, *m_task = nullptr, *m_coupon = nullptr, *m_work = nullptr,
               *m_edit = nullptr, *m_bills = nullptr, *m_phone = nullptr, *m_new = nullptr, *m_drop = nullptr,
               *m_invite = nullptr, *m_tag = nullptr;
  bool m_dropping = false;  // a campaign: asked once, and waits for the second press
  CampaignForm* m_campaign_form = nullptr;
  LatestCard* m_latest = nullptr;
  CodeEdit* m_find = nullptr;
  QWidget *m_bar = nullptr, *m_acts = nullptr;  // what narrows the table; what is done with it
  TaskForm* m_form = nullptr;
  PlanPanel* m_plan = nullptr;
  QStackedWidget* m_stack = nullptr;
  std::vector<FigureCard*> m_large, m_small, m_compact;
  ReportChart *m_hours = nullptr, *m_tiers = nullptr, *m_chart = nullptr;
  QListView* m_entries = nullptr;
  QStandardItemModel* m_entry_model = nullptr;
  TextLabel* m_note = nullptr;
  ReportTable* m_table = nullptr;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
