#include "app/widgets/task_form.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "app/models/task_text.hpp"

namespace kahui::widgets {

using models::TaskText;
using till::TaskAct;

namespace {
constexpr int kTaskFormLongest = 40;
}

TaskForm::TaskForm(Look look, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_name(name),
      m_title(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_subject(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_list(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::text, this)),
      m_confirm(new ActionButton(look, ActionButton::Kind::Plain, name + QStringLiteral("Confirm"), this)),
      m_choose(new ActionButton(look, ActionButton::Kind::Primary, name + QStringLiteral("Choose"), this)),
      m_leave(new ActionButton(look, ActionButton::Kind::Plain, name + QStringLiteral("Leave"), this)) {
  m_subject->setWordWrap(true);
  m_list->setWordWrap(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_title);
  layout->addWidget(m_subject);
  layout->addWidget(m_list);
  for (int i = 0; i < kFields; ++i) {
    auto* field = new CodeEdit(look, name + QStringLiteral("Field%1").arg(i), CodeEdit::Ime::Allowed, this);
    field->setMaxLength(kTaskFormLongest);
    connect(field, &CodeEdit::entered, this, [this, i] {
      const auto next = static_cast<std::size_t>(i) + 1;
      next < m_fields.size() && m_fields[next]->isVisibleTo(this) ? m_fields[next]->setFocus() : choose();
    });
    layout->addWidget(field);
    m_fields.push_back(field);
  }
  m_confirm->setCheckable(true);
  m_confirm->setCap(QStringLiteral("C"));
  layout->addWidget(m_confirm);
  layout->addStretch();
  auto* row = new QHBoxLayout;
  row->setSpacing(kGap_px);
  m_leave->setCap(QStringLiteral("Esc"));
  m_choose->setCap(QStringLiteral("Enter"));
  m_choose->setIconName(QStringLiteral("check"));
  row->addWidget(m_leave, 1);
  row->addWidget(m_choose, 2);
  layout->addLayout(row);
  connect(m_confirm, &QAbstractButton::toggled, this,
          [this](bool on) { m_confirm->setIconName(on ? QStringLiteral("check") : QString()); });
  connect(m_choose, &QAbstractButton::clicked, this, &TaskForm::choose);
  connect(m_leave, &QAbstractButton::clicked, this, &TaskForm::left);
  retranslate();
}

void TaskForm::open(till::TaskRequest request, const QString& what, const QString& how, base::BusinessDate today) {
  m_request = std::move(request);
  m_what = what;
  m_how = how;
  m_today = today;
  for (CodeEdit* field : m_fields) field->clear();
  m_confirm->setChecked(false);
  retranslate();
  if (!hints().isEmpty())
    m_fields.front()->setFocus();
  else
    m_choose->setFocus();
}

bool TaskForm::takeKey(int key) {
  if (key != Qt::Key_C || !m_confirm->isVisibleTo(this)) return false;
  m_confirm->toggle();
  return true;
}

QStringList TaskForm::hints() const {
  const QString due = tr("Due: 0315, 0315 1130, or days from now");
  switch (m_request.act) {
    case TaskAct::Add: return {tr("What is to be done"), due};
    case TaskAct::Done:
      if (m_request.kind == "SURVEY") return {tr("Score, 1 to 5"), tr("What was said")};
      return {tr("What came of it"), tr("Next task, if any"), due};
    case TaskAct::Move: return {due};
    case TaskAct::Rate: return {tr("Score, 1 to 5"), tr("What was said")};
    case TaskAct::Cancel: return {tr("Why")};
    case TaskAct::Start:
      return {tr("Member number"), tr("Signing day: 0301, or empty for today"), tr("First use: 0315 1100")};
    case TaskAct::IssueCoupons:
      return {tr("Amount of the coupon"), tr("Least bill, or empty"), tr("Good for days, or empty for 30"), tr("Why"),
              tr("For tiers: GLD PLT; empty: all")};
    case TaskAct::Agree:
    case TaskAct::Arrange:
    case TaskAct::UseBenefit:
    case TaskAct::SetTarget:
    case TaskAct::SetPlan:
    case TaskAct::Drop:
    case TaskAct::SetCampaign:
    case TaskAct::DropCampaigns:
    case TaskAct::CheckPhone:
    case TaskAct::Comment:
    case TaskAct::Answer:
    case TaskAct::OpenTalk: return {};
  }
  return {};
}

QString TaskForm::title() const {
  switch (m_request.act) {
    case TaskAct::Add: return tr("New task");
    case TaskAct::Done: return tr("Close the task");
    case TaskAct::Move: return tr("Another date");
    case TaskAct::Rate: return tr("Rate it");
    case TaskAct::Cancel: return tr("Cancel the task");
    case TaskAct::Start: return tr("Start the onboarding");
    case TaskAct::IssueCoupons: return tr("Coupons for the selection");
    case TaskAct::Agree:
    case TaskAct::Arrange:
    case TaskAct::UseBenefit:
    case TaskAct::SetTarget:
    case TaskAct::SetPlan:
    case TaskAct::Drop:
    case TaskAct::SetCampaign:
    case TaskAct::DropCampaigns:
    case TaskAct::CheckPhone:
    case TaskAct::Comment:
    case TaskAct::Answer:
    case TaskAct::OpenTalk: return {};
  }
  return {};
}

void TaskForm::refuse(int at, const QString& what, const QString& next) {
  m_fields[static_cast<std::size_t>(at)]->setFocus();
  emit refused({till::NoticeKind::Error, what, next, false});
}

bool TaskForm::readDue(int at, std::optional<base::LocalTime>& into, bool needed) {
  if (field(at).isEmpty() && !needed) return true;
  into = TaskText::parseDue(field(at), m_today);
  if (!into)
    refuse(at, tr("This is no date."), tr("Type 0315 for 15 March, 0315 1130 with a time, or 7 for a week from now."));
  return into.has_value();
}

bool TaskForm::readScore(int at) {
  bool good = false;
  m_request.score = field(at).toInt(&good);
  if (good && m_request.score >= 1 && m_request.score <= 5) return true;
  refuse(at, tr("This is no score."), tr("Type a figure from 1 to 5."));
  return false;
}

bool TaskForm::readCoupon() {
  const auto face = models::parseMoney(field(0));
  if (!face || *face == base::Money()) {
    refuse(0, tr("This is no amount of a coupon."), tr("Type yuan, for example 10."));
    return false;
  }
  m_request.coupon.face = *face;
  if (!field(1).isEmpty()) {
    const auto least = models::parseMoney(field(1));
    if (!least) {
      refuse(1, tr("This is no amount of money."), tr("Type yuan, for example 50, or leave it empty."));
      return false;
    }
    m_request.coupon.min = *least;
  }
  if (!field(2).isEmpty()) {
    bool good = false;
    m_request.coupon.days = field(2).toInt(&good);
    if (!good || m_request.coupon.days < 1 || m_request.coupon.days > 366) {
      refuse(2, tr("This is no number of days."), tr("Type a figure from 1 to 366, or leave it empty."));
      return false;
    }
  }
  m_request.coupon.tiers.clear();
  static const QRegularExpression kBetween(QStringLiteral("[ ,，、]+"));
  for (const QString& tier : field(4).split(kBetween, Qt::SkipEmptyParts))
    m_request.coupon.tiers.push_back(tier.toUpper().toStdString());
  m_request.reason = field(3).toStdString();
  if (!m_request.reason.empty()) return true;
  refuse(3, tr("A batch of coupons needs a reason."), tr("Type why, in a few words; the log keeps it."));
  return false;
}

bool TaskForm::readStart() {
  const auto no = member::MemberNo::parse(field(0).toStdString());
  if (!no) {
    refuse(0, tr("This is no member number."), tr("Type it as it stands on the card or at the member desk."));
    return false;
  }
  m_request.members = {*no};
  std::optional<base::LocalTime> day;
  // A signing day may lie behind.
  const base::BusinessDate earliest = m_today.plusDays(-180);
  if (!field(1).isEmpty()) {
    day = TaskText::parseDue(field(1), earliest);
    if (!day) {
      refuse(1, tr("This is no date."), tr("Type 0301 for 1 March, or leave it empty for today."));
      return false;
    }
    m_request.signed_on = day->date();
  }
  m_request.first_use = TaskText::parseDue(field(2), m_request.signed_on.value_or(m_today));
  if (m_request.first_use) return true;
  refuse(2, tr("This is no date."), tr("Type 0315 for 15 March, 0315 1100 with the time of its end."));
  return false;
}

bool TaskForm::read() {
  switch (m_request.act) {
    case TaskAct::Add:
      m_request.title = field(0).toStdString();
      if (!m_request.title.empty()) return readDue(1, m_request.due, false);
      refuse(0, tr("The task has no words."), tr("Type what is to be done."));
      return false;
    case TaskAct::Done:
      if (m_request.kind == "SURVEY") {
        m_request.result = field(1).toStdString();
        return readScore(0);
      }
      m_request.confirmed = m_confirm->isChecked();
      m_request.result = field(0).toStdString();
      m_request.next = field(1).toStdString();
      return readDue(2, m_request.next_due, false);
    case TaskAct::Move: return readDue(0, m_request.due, true);
    case TaskAct::Rate: m_request.result = field(1).toStdString(); return readScore(0);
    case TaskAct::Cancel: m_request.result = field(0).toStdString(); return true;
    case TaskAct::Start: return readStart();
    case TaskAct::IssueCoupons: return readCoupon();
    case TaskAct::Agree:
    case TaskAct::Arrange:
    case TaskAct::UseBenefit:
    case TaskAct::SetTarget:
    case TaskAct::SetPlan:
    case TaskAct::Drop:
    case TaskAct::SetCampaign:
    case TaskAct::DropCampaigns:
    case TaskAct::CheckPhone:
    case TaskAct::Comment:
    case TaskAct::Answer:
    case TaskAct::OpenTalk: return true;
  }
  return false;
}

void TaskForm::choose() {
  if (read()) emit filled(m_request);
}

void TaskForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void TaskForm::retranslate() {
  m_title->setText(title());
  m_subject->setText(m_what);
  m_subject->setVisible(!m_what.isEmpty());
  m_list->setText(m_how);
  m_list->setVisible(!m_how.isEmpty());
  const QStringList hints = this->hints();
  for (int i = 0; i < kFields; ++i) {
    CodeEdit* field = m_fields[static_cast<std::size_t>(i)];
    field->setVisible(i < hints.size());
    if (i >= hints.size()) continue;
    field->setPlaceholderText(hints[i]);
    field->setAccessibleName(hints[i]);
  }
  m_confirm->setVisible(m_request.act == TaskAct::Done && !m_how.isEmpty());
  m_confirm->setText(tr("All of it was done"));
  m_confirm->setAccessibleName(m_confirm->text());
  m_choose->setText(m_request.act == TaskAct::IssueCoupons ? tr("Issue them") : tr("Save"));
  m_choose->setAccessibleName(m_choose->text());
  m_leave->setText(tr("Back"));
  m_leave->setAccessibleName(tr("Leave the form"));
}

}  // namespace kahui::widgets
