// The manager's view below the figures: rows that open what they speak of, what narrows a table, and work that follows
// from a list.
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/widgets/manager_screen.hpp"

namespace kahui::widgets {

using models::ReportPage;
using models::ReportSpan;

namespace {
constexpr int kManagerWorkForm_px = 460;
constexpr int kFormPlace = 2, kPlanPlace = 3;  // in the stack
}  // namespace

QWidget* ManagerScreen::makeWork() {
  m_form = new TaskForm(m_look, QStringLiteral("managerWork"));
  auto* form_card = new Card(m_look);
  form_card->setFixedWidth(kManagerWorkForm_px);
  auto* form_layout = new QVBoxLayout(form_card);
  form_layout->setContentsMargins(14, 12, 14, 14);
  form_layout->addWidget(m_form);
  auto* form_page = new QWidget;
  auto* form_row = new QHBoxLayout(form_page);
  form_row->setContentsMargins(0, 0, 0, 0);
  form_row->addWidget(form_card, 0, Qt::AlignHCenter);
  return form_page;
}

// What narrows the table, and what is done with all of a list.
QWidget* ManagerScreen::makeBar() {
  m_bar = new QWidget;
  m_acts = new QWidget;
  auto* rows = new QVBoxLayout(m_bar);
  auto* narrow = new QHBoxLayout;
  auto* acts = new QHBoxLayout(m_acts);
  for (QLayout* layout : {static_cast<QLayout*>(rows), static_cast<QLayout*>(acts)}) {
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap_px);
  }
  narrow->setSpacing(kGap_px);
  rows->addLayout(narrow);
  rows->addWidget(m_acts);
  m_find = new CodeEdit(m_look, QStringLiteral("managerFind"), CodeEdit::Ime::Allowed);
  m_find->setIconName(QStringLiteral("search"));
  narrow->addWidget(m_find, 1);
  m_bills = button(ActionButton::Kind::Plain, "Bills", QStringLiteral("B"));
  m_half_year = button(ActionButton::Kind::Plain, "HalfYear", QStringLiteral("H"));
  m_consent = button(ActionButton::Kind::Plain, "Consent", QStringLiteral("C"));
  m_tag = button(ActionButton::Kind::Plain, "Tag", QStringLiteral("J"));
  for (ActionButton* one : {m_tag, m_bills, m_half_year, m_consent}) narrow->addWidget(one);
  m_phone = button(ActionButton::Kind::Plain, "Phone", QStringLiteral("Y"));
  m_task = button(ActionButton::Kind::Plain, "Task", QStringLiteral("K"));
  m_coupon = button(ActionButton::Kind::Plain, "Coupon", QStringLiteral("U"));
  m_invite = button(ActionButton::Kind::Plain, "Invite", QStringLiteral("I"));
  m_new = button(ActionButton::Kind::Plain, "New", QStringLiteral("N"));
  m_edit = button(ActionButton::Kind::Plain, "Edit", QStringLiteral("E"));
  m_drop = button(ActionButton::Kind::Plain, "Drop", QStringLiteral("D"));
  for (ActionButton* one : {m_phone, m_task, m_coupon, m_invite, m_new, m_edit, m_drop}) acts->addWidget(one);
  connect(m_tag, &QAbstractButton::clicked, this, [this] { m_reports.nextTag(); });
  connect(m_invite, &QAbstractButton::clicked, this, &ManagerScreen::askInvite);
  connect(m_find, &CodeEdit::entered, this, [this](const QString& text) {
    m_reports.setFind(text.trimmed());
    m_table->setFocus();
  });
  connect(m_half_year, &QAbstractButton::clicked, this, [this] { m_reports.setHalfYear(!m_reports.halfYear()); });
  connect(m_task, &QAbstractButton::clicked, this, [this] { askWork(till::TaskAct::Add); });
  connect(m_coupon, &QAbstractButton::clicked, this, [this] { askWork(till::TaskAct::IssueCoupons); });
  connect(m_edit, &QAbstractButton::clicked, this,
          [this] { m_reports.page() == ReportPage::Campaigns ? editCampaign(false) : openPlan(); });
  connect(m_bills, &QAbstractButton::clicked, this,
          [this] { m_reports.setLeastBills(m_reports.leastBills() == 0 ? 2 : 0); });
  connect(m_phone, &QAbstractButton::clicked, this, &ManagerScreen::checkPhone);
  connect(m_new, &QAbstractButton::clicked, this, [this] { editCampaign(true); });
  connect(m_drop, &QAbstractButton::clicked, this, &ManagerScreen::dropCampaign);
  return m_bar;
}

// The time that is shown.
void ManagerScreen::nextSpan() {
  if (m_reports.page() == ReportPage::Campaigns) return m_reports.nextCampaign();
  constexpr int kSpans = 4;
  m_reports.setSpan(static_cast<ReportSpan>((static_cast<int>(m_reports.span()) + 1) % kSpans));
}

QString ManagerScreen::spanTitle(ReportSpan span) const {
  switch (span) {
    case ReportSpan::Week: return tr("Week");
    case ReportSpan::Month: return tr("Month");
    case ReportSpan::Quarter: return tr("Quarter");
    case ReportSpan::Year: return tr("Year");
  }
  return {};
}

void ManagerScreen::openPlan() {
  m_stack->setCurrentIndex(kPlanPlace);
  m_notice->setHint(tr("Up and Down choose a row, Enter edits it, T shows the next part."));
  m_plan->open();
}

void ManagerScreen::askWork(till::TaskAct act) {
  till::TaskRequest request;
  request.act = act;
  request.members = m_reports.selection();
  request.source = m_reports.selectionName();
  request.campaign = true;
  request.kind = "CARE";
  request.key = request.source + "-" + m_reports.day().iso();
  const int count = static_cast<int>(request.members.size());
  if (count == 0)
    return m_notice->show({till::NoticeKind::Info, tr("The list is empty."), tr("Choose another list."), false});
  const QString what =
      tr("%n member(s) of this list; who did not agree to be addressed is passed over.", nullptr, count);
  m_stack->setCurrentIndex(kFormPlace);
  m_form->open(std::move(request), what, {}, m_reports.day());
}

void ManagerScreen::askInvite() {
  auto members = m_reports.selection();
  if (members.empty())
    return m_notice->show({till::NoticeKind::Info, tr("The list is empty."), tr("Choose another list."), false});
  emit inviteAsked(std::move(members), m_reports.selectionName());
}

void ManagerScreen::formDone() {
  if (m_stack->currentIndex() == kPlanPlace) return m_plan->saved();
  if (m_stack->currentIndex() == 0) return;
  const bool form = m_stack->currentIndex() == kFormPlace;
  m_stack->setCurrentIndex(1);
  form ? take() : m_reports.reload();
  m_table->setFocus();
}

void ManagerScreen::takeBar() {
  const ReportPage page = m_reports.page();
  const bool lists = page == ReportPage::Lists;
  const bool campaigns = page == ReportPage::Campaigns;
  m_bar->setVisible(lists || campaigns || page == ReportPage::Goods || page == ReportPage::Log ||
                    page == ReportPage::Month);
  m_acts->setVisible(lists || campaigns || page == ReportPage::Month);
  for (ActionButton* one : {m_half_year, m_task, m_coupon, m_bills, m_phone, m_invite}) one->setVisible(lists);
  for (ActionButton* one : {m_new, m_drop}) one->setVisible(campaigns);
  m_edit->setVisible(page == ReportPage::Month || campaigns);
  m_find->setVisible(page != ReportPage::Month && !campaigns);
  m_tag->setVisible(lists && m_reports.hasTags());
  const QString hint = lists                       ? tr("F: spent at least, yuan in a year")
                       : page == ReportPage::Goods ? tr("F: code, name or category")
                                                   : tr("F: staff, member, receipt or words");
  m_find->setPlaceholderText(hint);
  m_find->setAccessibleName(hint);
}

void ManagerScreen::openRow(int row) {
  if (const std::string code = m_reports.campaignAt(row); !code.empty()) return m_reports.showCampaign(code);
  const std::int64_t member = m_reports.table().memberAt(row);
  const std::string receipt = m_reports.table().receiptAt(row);
  // A finding is about its member, its bills and the log's lines are about their receipt.
  const bool finding = m_reports.table().section().key == "exceptions";
  if (!receipt.empty() && !(finding && member != 0)) return emit receiptAsked(receipt);
  if (member != 0) emit memberAsked(member);
}

void ManagerScreen::takeEntries() {
  const auto entries = m_reports.entries();
  const bool lists = m_reports.page() == ReportPage::Lists || m_reports.page() == ReportPage::Log;
  while (m_entry_model->rowCount() > static_cast<int>(entries.size()))
    m_entry_model->removeRow(m_entry_model->rowCount() - 1);
  for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
    const auto& entry = entries[static_cast<std::size_t>(i)];
    if (i == m_entry_model->rowCount()) m_entry_model->appendRow(new QStandardItem);
    QStandardItem& item = *m_entry_model->item(i);
    if (item.text() != entry.title) item.setText(entry.title);
    const QString count = lists ? QString::number(entry.count) : QString();
    if (item.data(Qt::UserRole).toString() != count) item.setData(count, Qt::UserRole);
    item.setData(lists ? entry.title + QLatin1Char(' ') + count : entry.title, Qt::AccessibleTextRole);
  }
  m_entries->setCurrentIndex(m_entry_model->index(m_reports.entry(), 0));
  m_note->setText(m_reports.note());
  m_note->setVisible(!m_note->text().isEmpty());
  const models::ChartVm chart = m_reports.chart();
  m_chart->setVisible(!chart.bars.empty());
  m_chart->show(chart);
  m_table->arrange();
}

}  // namespace kahui::widgets
