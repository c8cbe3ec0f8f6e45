#include "app/widgets/manager_screen.hpp"

#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QStandardPaths>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "app/widgets/table_look.hpp"

namespace kahui::widgets {
namespace {

using models::ReportFile;
using models::ReportModel;
using models::ReportPage;
using models::ReportSpan;

constexpr int kLive_ms = 3000;
constexpr int kPages = 9;
constexpr std::size_t kLargeCards = 4;
constexpr std::size_t kSmallCards = 8;
constexpr std::size_t kCompactCards = 8;
constexpr int kEntries_px = 236;
constexpr int kEntry_px = 44;

// Which of the day's figures the dashboard shows.
constexpr const char* kLarge[] = {"net_total", "net_member", "member_share", "bills"};
constexpr const char* kSmall[] = {"member_bills",  "distinct_members", "new_members", "member_avg_ticket",
                                  "points_issued", "points_redeemed",  "refunds",     "upgrades"};

class EntryDelegate : public QStyledItemDelegate {
 public:
  EntryDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kEntries_px, kEntry_px}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = m_look.tokens();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    paintCell(*painter, option.rect, t, chosen, true);
    const QRect box = option.rect.adjusted(16, 0, -12, 0);
    painter->setFont(typeface(15));
    painter->setPen(t.secondary);
    const QString count = index.data(Qt::UserRole).toString();
    const int taken = count.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(count) + 10;
    painter->drawText(box, Qt::AlignVCenter | Qt::AlignRight, count);
    painter->setPen(t.text);
    painter->setFont(typeface(15, chosen));
    painter->drawText(box.adjusted(0, 0, -taken, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width() - taken));
    painter->restore();
  }

 private:
  Look m_look;
};

}  // namespace

ManagerScreen::ManagerScreen(Look look, ReportModel& reports, QWidget* parent)
    : Page(parent), m_look(look), m_reports(reports), m_notice(new NoticeBar(look, QStringLiteral("manager"))) {
  m_stack = new QStackedWidget;
  m_stack->addWidget(makeDashboard());
  m_stack->addWidget(makeTables());
  m_stack->addWidget(makeWork());
  m_plan = new PlanPanel(m_look, m_reports);
  m_stack->addWidget(m_plan);
  m_stack->addWidget(makeCampaign());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin_px, kMargin_px, kMargin_px, kMargin_px);
  layout->setSpacing(kGap_px);
  layout->addWidget(makeHead());
  layout->addWidget(makePlaces());
  layout->addWidget(m_stack, 1);
  layout->addWidget(m_notice);
  connectParts();
  retranslate();
}

ActionButton* ManagerScreen::button(ActionButton::Kind kind, const char* name, const QString& cap,
                                    const QString& icon) {
  auto* made = new ActionButton(m_look, kind, QStringLiteral("manager") + QLatin1String(name));
  if (!cap.isEmpty()) made->setCap(cap);
  if (!icon.isEmpty()) made->setIconName(icon);
  return made;
}

QWidget* ManagerScreen::makeHead() {
  auto* head = new QWidget;
  auto* layout = new QHBoxLayout(head);
  layout->setContentsMargins(4, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_title = new TextLabel(m_look, 22, TextLabel::Weight::Bold, &Tokens::text);
  m_title->setObjectName(QStringLiteral("managerTitleTextLabel"));
  m_title->setShrinking(15);
  m_subtitle = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::secondary);
  m_subtitle->setObjectName(QStringLiteral("managerSubtitleTextLabel"));
  m_subtitle->setElided(true);
  m_subtitle->setShrinking(12);
  m_earlier = button(ActionButton::Kind::Plain, "Earlier", QStringLiteral("-"), QStringLiteral("back"));
  m_later = button(ActionButton::Kind::Plain, "Later", QStringLiteral("+"), QStringLiteral("next"));
  m_pdf = button(ActionButton::Kind::Plain, "Pdf", QStringLiteral("P"));
  m_xlsx = button(ActionButton::Kind::Plain, "Xlsx", QStringLiteral("X"));
  m_csv = button(ActionButton::Kind::Plain, "Csv", QStringLiteral("V"));
  m_print = button(ActionButton::Kind::Plain, "Print", QStringLiteral("R"));
  m_work = button(ActionButton::Kind::Plain, "Tasks", QStringLiteral("W"), QStringLiteral("check"));
  m_back = button(ActionButton::Kind::Plain, "Back", QStringLiteral("Esc"), QStringLiteral("back"));
  auto* titles = new QVBoxLayout;
  titles->setSpacing(0);
  titles->addWidget(m_title);
  titles->addWidget(m_subtitle);
  layout->addLayout(titles, 1);
  for (ActionButton* one : {m_earlier, m_later, m_work, m_print, m_pdf, m_xlsx, m_csv, m_back}) layout->addWidget(one);
  return head;
}

QWidget* ManagerScreen::makePlaces() {
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  constexpr const char* kNames[] = {"Today", "Goods", "Members",   "Lists", "Trust",
                                    "Month", "Log",   "Campaigns", "Sheets"};
  for (int i = 0; i < kPages; ++i) {
    auto* place = button(ActionButton::Kind::Plain, kNames[i], {});  // the hint says its digit; a cap has no room
    connect(place, &QAbstractButton::clicked, this, [this, i] { showPlace(static_cast<ReportPage>(i)); });
    layout->addWidget(place, 1);
    m_places.push_back(place);
  }
  layout->addSpacing(kMargin_px);
  m_flip = button(ActionButton::Kind::Plain, "Flip", QStringLiteral("T"));
  m_span = button(ActionButton::Kind::Plain, "Span", QStringLiteral("S"));
  m_tier = button(ActionButton::Kind::Plain, "Tier", QStringLiteral("G"));
  for (ActionButton* one : {m_flip, m_span, m_tier}) layout->addWidget(one);
  return row;
}

QWidget* ManagerScreen::makeDashboard() {
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  auto* large = new QHBoxLayout;
  large->setSpacing(kGap_px);
  for (std::size_t i = 0; i < kLargeCards; ++i) {
    m_large.push_back(new FigureCard(m_look, QStringLiteral("managerLarge%1").arg(i), false));
    large->addWidget(m_large.back(), 1);
  }
  auto* small = new QHBoxLayout;
  small->setSpacing(kGap_px);
  for (std::size_t i = 0; i < kSmallCards; ++i) {
    m_small.push_back(new FigureCard(m_look, QStringLiteral("managerSmall%1").arg(i), true));
    small->addWidget(m_small.back(), 1);
  }
  auto* charts = new QHBoxLayout;
  charts->setSpacing(kGap_px);
  m_hours = new ReportChart(m_look, QStringLiteral("managerHours"));
  m_tiers = new ReportChart(m_look, QStringLiteral("managerTiers"));
  charts->addWidget(m_hours, 3);
  charts->addWidget(m_tiers, 2);
  m_latest = new LatestCard(m_look);
  charts->addWidget(m_latest, 2);
  layout->addLayout(large);
  layout->addLayout(small);
  layout->addLayout(charts, 1);
  return page;
}

QWidget* ManagerScreen::makeTables() {
  auto* page = new QWidget;
  auto* cards = new QHBoxLayout;
  cards->setSpacing(kGap_px);
  for (std::size_t i = 0; i < kCompactCards; ++i) {
    m_compact.push_back(new FigureCard(m_look, QStringLiteral("managerFigure%1").arg(i), true));
    cards->addWidget(m_compact.back(), 1);
  }
  m_entries = new QListView;
  m_entries->setObjectName(QStringLiteral("managerEntriesQListView"));
  m_entries->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_entries->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_entries->setItemDelegate(new EntryDelegate(m_look, m_entries));
  m_entries->setFrameShape(QFrame::NoFrame);
  m_entry_model = new QStandardItemModel(this);
  m_entries->setModel(m_entry_model);
  m_note = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary);
  m_note->setObjectName(QStringLiteral("managerNoteTextLabel"));
  m_note->setWordWrap(true);
  m_chart = new ReportChart(m_look, QStringLiteral("managerChart"));
  m_table = new ReportTable(m_look, m_reports.table());
  auto* table_card = new Card(m_look);
  auto* table_layout = new QVBoxLayout(table_card);
  table_layout->setContentsMargins(2, 2, 2, 6);
  table_layout->addWidget(m_table);
  auto* entries_card = new Card(m_look);
  entries_card->setFixedWidth(kEntries_px);
  auto* entries_layout = new QVBoxLayout(entries_card);
  entries_layout->setContentsMargins(2, 6, 2, 6);
  entries_layout->addWidget(m_entries);
  auto* right = new QVBoxLayout;
  right->setSpacing(kGap_px);
  right->addWidget(m_note);
  right->addWidget(m_chart, 2);
  right->addWidget(table_card, 3);
  right->addWidget(makeBar());
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(entries_card);
  columns->addLayout(right, 1);
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  layout->addLayout(cards);
  layout->addLayout(columns, 1);
  return page;
}

void ManagerScreen::connectParts() {
  connect(m_form, &TaskForm::filled, this, &ManagerScreen::workAsked);
  connect(m_form, &TaskForm::refused, m_notice, &NoticeBar::show);
  connect(m_form, &TaskForm::left, this, &ManagerScreen::formDone);
  connect(m_plan, &PlanPanel::asked, this, &ManagerScreen::workAsked);
  connect(m_plan, &PlanPanel::refused, m_notice, &NoticeBar::show);
  connect(m_print, &QAbstractButton::clicked, this, &ManagerScreen::printAsked);
  connect(m_work, &QAbstractButton::clicked, this, &ManagerScreen::tasksAsked);
  connect(m_back, &QAbstractButton::clicked, this, &ManagerScreen::backAsked);
  connect(m_earlier, &QAbstractButton::clicked, this, [this] { m_reports.move(-1); });
  connect(m_later, &QAbstractButton::clicked, this, [this] { m_reports.move(1); });
  connect(m_pdf, &QAbstractButton::clicked, this, [this] { write(ReportFile::Pdf); });
  connect(m_xlsx, &QAbstractButton::clicked, this, [this] { write(ReportFile::Xlsx); });
  connect(m_csv, &QAbstractButton::clicked, this, [this] { write(ReportFile::Csv); });
  connect(m_flip, &QAbstractButton::clicked, this, [this] { showTables(!m_tables); });
  connect(m_span, &QAbstractButton::clicked, this, &ManagerScreen::nextSpan);
  connect(m_consent, &QAbstractButton::clicked, this, [this] { m_reports.setConsentOnly(!m_reports.consentOnly()); });
  connect(m_tier, &QAbstractButton::clicked, this, [this] { m_reports.nextTier(); });
  connect(&m_reports, &ReportModel::changed, this, &ManagerScreen::take);
  connect(&m_reports, &ReportModel::exported, this, [this](const models::NoticeVm& told) { m_notice->show(told); });
  connect(m_entries, &QListView::clicked, this, [this](const QModelIndex& index) { m_reports.choose(index.row()); });
  connect(m_table, &ReportTable::opened, this, &ManagerScreen::openRow);
  connect(&m_live, &QTimer::timeout, this, [this] {
    if (m_reports.page() == ReportPage::Today && m_reports.isToday()) m_reports.refresh();
  });
}

void ManagerScreen::open() {
  m_notice->clear();
  m_reports.setFormatter(m_look.formatter());
  showTables(false);
  showPlace(ReportPage::Today);
  m_live.start(kLive_ms);
  m_back->setFocus();
}

void ManagerScreen::leave() { m_live.stop(); }

// Somebody else may sign in while the page is on top.
void ManagerScreen::show(const till::Snapshot& snapshot) {
  if (!ReportModel::mayRead(snapshot)) emit backAsked();
}

bool ManagerScreen::back() {
  if (m_stack->currentIndex() == 2 || m_stack->currentIndex() == kCampaignPlace) {
    formDone();
    return true;
  }
  if (m_stack->currentIndex() == 3) {
    if (!m_plan->back()) {
      m_stack->setCurrentIndex(1);
      retranslate();  // its own hint again
      m_reports.refresh();
    }
    return true;
  }
  if (m_find->hasFocus()) {
    m_table->setFocus();
    return true;
  }
  if (!m_tables || m_reports.page() != ReportPage::Today) return false;
  showTables(false);
  return true;
}

void ManagerScreen::showPlace(ReportPage page) {
  if (page == m_reports.page() && m_reports.hasAnswer() && page == ReportPage::Today && m_tables) showTables(false);
  if (page != m_reports.page()) m_find->clear();
  m_stack->setCurrentIndex(page == ReportPage::Today && !m_tables ? 0 : 1);
  m_reports.show(page);
}

void ManagerScreen::showTables(bool shown) {
  m_tables = shown;
  take();
}

void ManagerScreen::write(ReportFile file) {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the report"), folder);
  if (!chosen.isEmpty()) m_notice->show(m_reports.exportTo(file, chosen));
}

void ManagerScreen::take() {
  const ReportPage page = m_reports.page();
  const bool dashboard = page == ReportPage::Today && !m_tables;
  if (m_stack->currentIndex() < 2) m_stack->setCurrentIndex(dashboard ? 0 : 1);
  m_title->setText(placeTitle(page));
  m_subtitle->setText(m_reports.subtitle());
  for (int i = 0; i < kPages; ++i)
    m_places[static_cast<std::size_t>(i)]->setInk(static_cast<int>(page) == i ? &Tokens::primary : nullptr);
  m_later->setEnabled(!m_reports.isToday());
  // What goes makes room first: showing a widget arranges the whole window at once.
  const bool dated = page != ReportPage::Campaigns && page != ReportPage::Sheets;
  const std::pair<ActionButton*, bool> shown[] = {
      {m_earlier, dated},
      {m_later, dated},
      {m_flip, page == ReportPage::Today},
      {m_span, page == ReportPage::Goods || page == ReportPage::Members || page == ReportPage::Log ||
                   (page == ReportPage::Campaigns && m_reports.campaign() != nullptr)},
      {m_consent, page == ReportPage::Lists},
      {m_tier, page == ReportPage::Lists}};
  for (const bool visible : {false, true})
    for (const auto& [one, wanted] : shown)
      if (wanted == visible) one->setVisible(visible);
  retranslateButtons();
  takeBar();
  takeFigures();
  if (!dashboard) takeEntries();
  if (const auto trouble = m_reports.trouble()) m_notice->show(*trouble);
  const QString alert = page == ReportPage::Today ? m_reports.alert() : QString();
  m_notice->setHint(
      !alert.isEmpty() ? alert : tr("1 to 9 choose a report, Page Up and Page Down a table, Enter opens the row."));
}

void ManagerScreen::takeFigures() {
  const auto figures = m_reports.figures();
  const auto named = [&](const char* key) {
    const auto found =
        std::find_if(figures.begin(), figures.end(), [&](const auto& one) { return one.key == QLatin1String(key); });
    return found == figures.end() ? models::FigureVm() : *found;
  };
  if (m_reports.page() == ReportPage::Today && !m_tables) {
    for (std::size_t i = 0; i < kLargeCards; ++i) m_large[i]->show(named(kLarge[i]));
    for (std::size_t i = 0; i < kSmallCards; ++i) m_small[i]->show(named(kSmall[i]));
    m_hours->show(m_reports.chartOf("hours"));
    m_tiers->show(m_reports.chartOf("tiers"));
    m_latest->show(m_reports.latest());
    return;
  }
  for (std::size_t i = 0; i < kCompactCards; ++i) {
    const bool shown = i < figures.size() && figures.size() > 1;  // the number of a list stands beside its name
    m_compact[i]->setVisible(shown);
    if (shown) m_compact[i]->show(figures[i]);
  }
}

bool ManagerScreen::takeKey(int key) {
  const auto press = [](ActionButton* one) {
    if (one->isVisible() && one->isEnabled()) one->click();
    return true;
  };
  if (m_stack->currentIndex() == 2) return m_form->takeKey(key);
  if (m_stack->currentIndex() == 3) return m_plan->takeKey(key);
  if (m_stack->currentIndex() == kCampaignPlace) return false;
  if (key >= Qt::Key_1 && key < Qt::Key_1 + kPages) return press(m_places[static_cast<std::size_t>(key - Qt::Key_1)]);
  switch (key) {
    case Qt::Key_Minus: return press(m_earlier);
    case Qt::Key_Plus: return press(m_later);
    case Qt::Key_P: return press(m_pdf);
    case Qt::Key_X: return press(m_xlsx);
    case Qt::Key_V: return press(m_csv);
    case Qt::Key_R: return press(m_print);
    case Qt::Key_W: return press(m_work);
    case Qt::Key_H: return press(m_half_year);
    case Qt::Key_E: return press(m_edit);
    case Qt::Key_B: return press(m_bills);
    case Qt::Key_Y: return press(m_phone);
    case Qt::Key_N: return press(m_new);
    case Qt::Key_D: return press(m_drop);
    case Qt::Key_K: return press(m_task);
    case Qt::Key_U: return press(m_coupon);
    case Qt::Key_J: return press(m_tag);
    case Qt::Key_I: return press(m_invite);
    case Qt::Key_F:
      if (m_find->isVisible()) m_find->setFocus();
      return true;
    case Qt::Key_T: return press(m_flip);
    case Qt::Key_S: return press(m_span);
    case Qt::Key_C: return press(m_consent);
    case Qt::Key_G: return press(m_tier);
    case Qt::Key_Down:
    case Qt::Key_Up:
      if (m_stack->currentIndex() == 0) return false;
      m_table->move(key == Qt::Key_Down ? 1 : -1);
      return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
      if (m_stack->currentIndex() == 0 || m_entry_model->rowCount() == 0) return false;
      m_reports.choose(
          std::clamp(m_reports.entry() + (key == Qt::Key_PageDown ? 1 : -1), 0, m_entry_model->rowCount() - 1));
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (qobject_cast<QAbstractButton*>(focusWidget()) != nullptr && focusWidget() != m_back) return false;
      if (m_stack->currentIndex() == 0 || m_table->currentIndex().row() < 0) return false;
      openRow(m_table->currentIndex().row());
      return true;
    default: return false;
  }
}

void ManagerScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

QString ManagerScreen::placeTitle(ReportPage page) const {
  switch (page) {
    case ReportPage::Today: return m_reports.isToday() ? tr("Today") : tr("The day");
    case ReportPage::Goods: return tr("Goods");
    case ReportPage::Members: return tr("Members");
    case ReportPage::Lists: return tr("Lists");
    case ReportPage::Trust: return tr("Money and trust");
    case ReportPage::Month: return tr("Month", "report");
    case ReportPage::Log: return tr("Log");
    case ReportPage::Campaigns: return tr("Campaigns");
    case ReportPage::Sheets: return tr("Rules");
  }
  return {};
}

void ManagerScreen::retranslateButtons() {
  const auto say = [](ActionButton* one, const QString& words, const QString& spoken) {
    one->setText(words);
    one->setAccessibleName(spoken);
  };
  if (m_reports.page() == ReportPage::Campaigns)
    say(m_span, tr("Next"), tr("The next campaign"));
  else
    say(m_span, spanTitle(m_reports.span()), tr("Length of time: %1").arg(spanTitle(m_reports.span())));
  takeCampaignButtons();
  say(m_consent, m_reports.consentOnly() ? tr("Agreed") : tr("All"),
      m_reports.consentOnly() ? tr("Only members who agreed; show all")
                              : tr("All members; show only those who agreed"));
  say(m_half_year, m_reports.halfYear() ? tr("Half a year") : tr("Any time"),
      m_reports.halfYear() ? tr("Only who bought within half a year; show all")
                           : tr("Whenever they bought; show only who bought within half a year"));
  const QString tier = m_reports.tier();
  say(m_tier, tier.isEmpty() ? tr("Every tier") : tier, tr("Tier: %1").arg(tier.isEmpty() ? tr("Every tier") : tier));
  const QString tag = m_reports.tag();
  say(m_tag, tag.isEmpty() ? tr("Any tag") : tag, tr("Tag: %1").arg(tag.isEmpty() ? tr("Any tag") : tag));
  say(m_flip, m_tables ? tr("Charts") : tr("Tables"),
      m_tables ? tr("Back to the charts") : tr("The tables of this day"));
}

void ManagerScreen::retranslate() {
  m_reports.setFormatter(m_look.formatter());
  const auto say = [](ActionButton* one, const QString& words, const QString& spoken) {
    one->setText(words);
    one->setAccessibleName(spoken);
  };
  say(m_earlier, {}, tr("The day or time before"));
  say(m_later, {}, tr("The day or time after"));
  say(m_pdf, QStringLiteral("PDF"), tr("Write this report as PDF"));
  say(m_xlsx, QStringLiteral("Excel"), tr("Write this report for Excel"));
  say(m_csv, QStringLiteral("CSV"), tr("Write this report as CSV"));
  say(m_back, tr("Back"), tr("Back to the till"));
  say(m_places[0], tr("Today"), tr("Member sales of the day"));
  say(m_places[1], tr("Goods"), tr("Goods: best sold, margins, promotions"));
  say(m_places[2], tr("Members"), tr("Members: tiers, segments, points"));
  say(m_places[3], tr("Lists"), tr("Members who need attention"));
  say(m_places[4], tr("Trust"), tr("Money and trust: what to look at"));
  say(m_places[5], tr("Month", "report"), tr("The month, with its targets"));
  say(m_places[6], tr("Log"), tr("Activity log: who did what when"));
  say(m_places[7], tr("Campaigns"), tr("Campaigns: what they brought and cost"));
  say(m_places[8], tr("Rules"), tr("The rules in force, and the check list of the onboarding"));
  retranslateCampaign();
  say(m_print, tr("Print"), tr("Print this report in short on the receipt printer"));
  say(m_work, {}, tr("The tasks of the shop"));
  say(m_task, tr("Tasks", "for a list"), tr("A task for each member of this list"));
  say(m_invite, tr("Invite"), tr("Invite the members of this list to an event"));
  say(m_coupon, tr("Coupons", "for a list"), tr("A coupon for each member of this list"));
  m_entries->setAccessibleName(tr("Tables of this report"));
  m_table->setAccessibleName(tr("Figures of the chosen table"));
  take();
}

}  // namespace kahui::widgets
