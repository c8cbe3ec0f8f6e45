#include "app/widgets/plan_panel.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QVBoxLayout>

#include "app/models/plan_text.hpp"
#include "app/models/task_text.hpp"
#include "app/widgets/card.hpp"

namespace kahui::widgets {

using models::PlanText;
using models::TaskText;
using programme::CareStep;
using programme::CareTemplate;

namespace {

constexpr int kPlanPanelRight_px = 420;
constexpr int kPlanPanelLongest = 400;
constexpr int kPlanPanelPageRows = 8;

}  // namespace

PlanPanel::PlanPanel(Look look, models::ReportModel& reports, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_reports(reports),
      m_title(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text)),
      m_subtitle(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_list(new TwoLineList(look, QStringLiteral("plan"))),
      m_columns(new QWidget),
      m_items(new PlanItemsPanel(look, reports)) {
  m_title->setObjectName(QStringLiteral("planTitleTextLabel"));
  m_subtitle->setObjectName(QStringLiteral("planSubtitleTextLabel"));
  m_subtitle->setElided(true);
  auto* list_card = new Card(look);
  auto* list_layout = new QVBoxLayout(list_card);
  list_layout->setContentsMargins(2, 6, 2, 6);
  list_layout->addWidget(m_list);
  auto* right = new Card(look);
  right->setFixedWidth(kPlanPanelRight_px);
  auto* inside = new QVBoxLayout(right);
  inside->setContentsMargins(14, 12, 14, 14);
  inside->addWidget(makeForm());
  auto* head = new QHBoxLayout;
  head->setSpacing(kGap_px);
  head->addWidget(m_title);
  head->addWidget(m_subtitle, 1);
  m_up = addButton(*head, "Up", Qt::Key_U, &PlanPanel::moveUp);
  m_down = addButton(*head, "Down", Qt::Key_J, &PlanPanel::moveDown);
  m_new = addButton(*head, "New", Qt::Key_N, &PlanPanel::addStep);
  m_remove = addButton(*head, "Remove", Qt::Key_X, &PlanPanel::removeStep);
  m_earlier = addButton(*head, "Earlier", Qt::Key_Minus, &PlanPanel::earlier);
  m_later = addButton(*head, "Later", Qt::Key_Plus, &PlanPanel::later);
  m_part_button = addButton(*head, "Part", Qt::Key_T, &PlanPanel::nextPart);
  m_earlier->setIconName(QStringLiteral("back"));
  m_later->setIconName(QStringLiteral("next"));
  auto* columns = new QHBoxLayout(m_columns);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(kMargin_px);
  columns->addWidget(list_card, 1);
  columns->addWidget(right);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  layout->addLayout(head);
  layout->addWidget(m_columns, 1);
  layout->addWidget(m_items, 1);
  m_items->hide();
  connect(m_items, &PlanItemsPanel::asked, this, &PlanPanel::asked);
  connect(m_items, &PlanItemsPanel::refused, this, &PlanPanel::refused);
  connect(m_items, &PlanItemsPanel::changed, this, &PlanPanel::retranslateButtons);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
    m_adding = false;
    showRow();
  });
  connect(&m_reports, &models::ReportModel::planTaken, this, &PlanPanel::take);
  retranslate();
}

ActionButton* PlanPanel::addButton(QLayout& layout, const char* name, Qt::Key key, void (PlanPanel::*press)()) {
  auto* made = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("plan") + QLatin1String(name));
  made->setCap(QKeySequence(key).toString());
  layout.addWidget(made);
  connect(made, &QAbstractButton::clicked, this, press);
  m_keys.emplace_back(key, made);
  return made;
}

QWidget* PlanPanel::makeForm() {
  auto* form = new QWidget;
  auto* layout = new QVBoxLayout(form);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_name = new TextLabel(m_look, 20, TextLabel::Weight::Bold, &Tokens::text);
  m_note = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::secondary);
  for (TextLabel* label : {m_name, m_note}) {
    label->setWordWrap(true);
    layout->addWidget(label);
  }
  for (int i = 0; i < kFields; ++i) {
    auto* edit = new CodeEdit(m_look, QStringLiteral("planField%1").arg(i), CodeEdit::Ime::Allowed);
    edit->setMaxLength(kPlanPanelLongest);
    connect(edit, &CodeEdit::entered, this, [this, i] {
      const auto next = static_cast<std::size_t>(i) + 1;
      next < m_fields.size() && m_fields[next]->isVisibleTo(this) ? m_fields[next]->setFocus() : save();
    });
    layout->addWidget(edit);
    m_fields.push_back(edit);
  }
  m_from = addButton(*layout, "From", Qt::Key_F, &PlanPanel::turnFrom);
  m_repeats = addButton(*layout, "Repeats", Qt::Key_R, &PlanPanel::turnRepeats);
  m_channel = addButton(*layout, "Channel", Qt::Key_W, &PlanPanel::turnChannel);
  m_confirm = addButton(*layout, "Confirm", Qt::Key_C, &PlanPanel::turnConfirm);
  layout->addStretch();
  m_save = new ActionButton(m_look, ActionButton::Kind::Primary, QStringLiteral("planSave"));
  m_save->setCap(QStringLiteral("Enter"));
  m_save->setIconName(QStringLiteral("check"));
  connect(m_save, &QAbstractButton::clicked, this, &PlanPanel::save);
  layout->addWidget(m_save);
  return form;
}

void PlanPanel::open() {
  m_part = -1;
  m_months = 0;
  m_goto = 0;
  m_adding = false;
  m_reports.askPlan(m_months);
  m_list->setFocus();
}

void PlanPanel::saved() {
  m_adding = false;
  m_reports.askPlan(m_months);
  items() ? m_items->focusList() : m_list->setFocus();
}

const CareTemplate* PlanPanel::shown() const {
  const auto& plan = m_reports.plan();
  if (!plan || targets() || m_part >= std::ssize(plan->plan.templates)) return nullptr;
  return &plan->plan.templates[static_cast<std::size_t>(m_part)];
}

int PlanPanel::templates() const {
  const auto& plan = m_reports.plan();
  return plan ? std::max(1, static_cast<int>(plan->plan.templates.size())) : 1;
}

void PlanPanel::showItems() {
  m_columns->setVisible(!items());
  m_items->setVisible(items());
}

void PlanPanel::take() {
  if (const auto trouble = m_reports.trouble()) emit refused(*trouble);
  if (!m_reports.plan()) return;
  showItems();
  if (items()) {
    m_title->setText(models::PlanItems::title(static_cast<models::PlanPart>(m_part - templates())));
    m_subtitle->setText(QString());
    m_items->take();
    return retranslateButtons();
  }
  targets() ? fillTargets() : fillSteps();
  if (m_goto >= 0) m_list->setCurrentIndex(m_list->model()->index(m_goto, 0));
  m_goto = -1;
  retranslateButtons();
  showRow();
}

void PlanPanel::fillTargets() {
  const auto formatter = m_look.formatter();
  const auto& plan = *m_reports.plan();
  constexpr std::size_t kMonth = 7;
  m_title->setText(tr("Targets"));
  m_subtitle->setText(models::text(plan.month.iso().substr(0, kMonth)));
  std::vector<TwoLineRow> rows;
  for (const auto& one : plan.targets) {
    QString detail = tr("so far %1").arg(PlanText::target(one.figure, one.actual, formatter));
    if (one.target > 0) detail += QStringLiteral(" · ") + PlanText::reached(one.actual, one.target);
    rows.push_back({models::targetName(one.figure, formatter), detail,
                    one.target > 0 ? PlanText::target(one.figure, one.target, formatter) : QStringLiteral("–"), false});
  }
  m_list->show(std::move(rows));
}

void PlanPanel::fillSteps() {
  const auto formatter = m_look.formatter();
  const CareTemplate* plan = shown();
  m_title->setText(tr("Care plan"));
  m_subtitle->setText(plan == nullptr ? QString() : TaskText::say(plan->title, formatter));
  std::vector<TwoLineRow> rows;
  if (plan != nullptr)
    for (const CareStep& step : plan->steps)
      rows.push_back({QStringLiteral("%1. %2").arg(rows.size() + 1).arg(TaskText::say(step.title, formatter)),
                      step.channel == CareStep::Channel::None
                          ? PlanText::when(step)
                          : PlanText::when(step) + QStringLiteral(" · ") + TaskText::channel(step.channel),
                      {},
                      false});
  m_list->show(std::move(rows));
}

void PlanPanel::showRow() {
  m_removing = false;
  const int row = m_list->row();
  const auto formatter = m_look.formatter();
  const auto& plan = m_reports.plan();
  const CareTemplate* steps = shown();
  if (targets()) {
    const bool there = plan && row >= 0 && row < std::ssize(plan->targets);
    m_name->setText(there ? models::targetName(plan->targets[static_cast<std::size_t>(row)].figure, formatter)
                          : QString());
    field(kTitle).setText(QString());
    if (there) {
      const auto& one = plan->targets[static_cast<std::size_t>(row)];
      if (one.target > 0) field(kTitle).setText(PlanText::targetTyped(one.figure, one.target));
    }
  } else if (!m_adding) {
    m_step = steps != nullptr && row >= 0 && row < std::ssize(steps->steps)
                 ? steps->steps[static_cast<std::size_t>(row)]
                 : CareStep{};
    showStep();
  }
  retranslateButtons();
}

void PlanPanel::showStep() {
  const auto formatter = m_look.formatter();
  m_name->setText(m_adding || m_step.key.empty() ? tr("New step") : TaskText::say(m_step.title, formatter));
  field(kTitle).setText(TaskText::say(m_step.title, formatter));
  field(kHow).setText(TaskText::say(m_step.how, formatter));
  field(kWhen).setText(m_step.key.empty() && !m_adding ? QString() : PlanText::whenTyped(m_step));
  for (CodeEdit* edit : m_fields) edit->setCursorPosition(0);
}

void PlanPanel::nextPart() {
  const auto& plan = m_reports.plan();
  if (!plan) return;
  m_part = m_part + 1 < templates() + models::kPlanParts ? m_part + 1 : -1;
  m_adding = false;
  m_goto = 0;
  if (items()) m_items->open(static_cast<models::PlanPart>(m_part - templates()));
  take();
  items() ? m_items->focusList() : m_list->setFocus();
}

void PlanPanel::moveMonth(int by) {
  if (!targets()) return;
  constexpr int kMost = 12;
  m_months = std::clamp(m_months + by, -kMost, kMost);
  m_reports.askPlan(m_months);
}

void PlanPanel::addStep() {
  if (items()) return m_items->add();
  if (targets()) return;
  m_adding = true;
  m_step = CareStep{};
  m_step.from = CareStep::From::FirstUse;
  showStep();
  retranslateButtons();
  field(kTitle).setFocus();
}

void PlanPanel::removeStep() {
  if (items()) return m_items->remove();
  const CareTemplate* plan = shown();
  const int row = m_list->row();
  if (plan == nullptr || row < 0 || row >= std::ssize(plan->steps)) return;
  if (!m_removing) {
    m_removing = true;
    return retranslateButtons();
  }
  CareTemplate changed = *plan;
  changed.steps.erase(changed.steps.begin() + row);
  m_goto = std::max(0, row - 1);
  store(changed);
}

void PlanPanel::moveStep(int by) {
  const CareTemplate* plan = shown();
  const int row = m_list->row();
  if (plan == nullptr || row < 0 || row >= std::ssize(plan->steps) || row + by < 0 ||
      row + by >= std::ssize(plan->steps))
    return;
  CareTemplate changed = *plan;
  std::swap(changed.steps[static_cast<std::size_t>(row)], changed.steps[static_cast<std::size_t>(row + by)]);
  m_goto = row + by;
  store(changed);
}

void PlanPanel::turnFrom() {
  m_step.from = m_step.from == CareStep::From::Signed ? CareStep::From::FirstUse : CareStep::From::Signed;
  retranslateButtons();
}

void PlanPanel::turnRepeats() {
  if (!m_step.weekly) {
    m_step.weekly = true;
    m_step.until = CareStep::From::FirstUse;
  } else if (m_step.until == CareStep::From::FirstUse) {
    m_step.until = CareStep::From::Signed;
  } else {
    m_step.weekly = false;
  }
  retranslateButtons();
}

void PlanPanel::turnConfirm() {
  m_step.confirm = !m_step.confirm;
  retranslateButtons();
}

void PlanPanel::turnChannel() {
  using Channel = CareStep::Channel;
  m_step.channel =
      m_step.channel == Channel::Shop ? Channel::None : static_cast<Channel>(static_cast<int>(m_step.channel) + 1);
  retranslateButtons();
}

void PlanPanel::saveTarget() {
  const auto& plan = m_reports.plan();
  const int row = m_list->row();
  if (!plan || row < 0 || row >= std::ssize(plan->targets)) return;
  const std::string& figure = plan->targets[static_cast<std::size_t>(row)].figure;
  const auto value = PlanText::readTarget(figure, field(kTitle).text().trimmed());
  if (!value) {
    field(kTitle).setFocus();
    return emit refused({till::NoticeKind::Error, tr("This is no target."),
                         tr("Type yuan, per cent or a number; leave it empty for no target."), false});
  }
  emit asked(models::targetRequest(*plan, figure, *value));
}

// The words of the language that is spoken; the other's stay, and are the same for what is new.
bool PlanPanel::readStep() {
  const bool chinese = m_look.formatter().language() == models::Language::Chinese;
  const auto put = [&](const QString& typed, programme::CareText& words) {
    const std::string said = typed.trimmed().toStdString();
    std::string& own = chinese ? words.zh : words.en;
    std::string& other = chinese ? words.en : words.zh;
    if (other.empty() || said.empty() || other == own) other = said;
    own = said;
  };
  if (field(kTitle).text().trimmed().isEmpty()) {
    field(kTitle).setFocus();
    emit refused({till::NoticeKind::Error, tr("The step has no name."), tr("Type what is to be done."), false});
    return false;
  }
  put(field(kTitle).text(), m_step.title);
  put(field(kHow).text(), m_step.how);
  if (!PlanText::readWhen(field(kWhen).text(), m_step)) {
    field(kWhen).setFocus();
    emit refused({till::NoticeKind::Error, tr("This is no time."),
                  tr("Type days: 7, or -7 for before; 2m 7 for two months and 7 days; 48h for hours."), false});
    return false;
  }
  if (m_step.hours) m_step.from = CareStep::From::FirstUse;  // hours count from its end
  return true;
}

void PlanPanel::save() {
  if (targets()) return saveTarget();
  const CareTemplate* plan = shown();
  const int row = m_list->row();
  const bool adding = m_adding || plan == nullptr || row < 0 || row >= std::ssize(plan->steps);
  if (!readStep()) return;
  CareTemplate changed = plan == nullptr ? models::emptyPlan() : *plan;
  if (adding) {
    m_step.key = models::freshStepKey(changed);
    changed.steps.push_back(m_step);
    m_goto = static_cast<int>(changed.steps.size()) - 1;
  } else {
    changed.steps[static_cast<std::size_t>(row)] = m_step;
  }
  store(changed);
}

void PlanPanel::store(const CareTemplate& changed) {
  const auto request = models::planRequest(*m_reports.plan(), changed);
  if (!request)
    return emit refused({till::NoticeKind::Error, tr("The care plan cannot be changed."),
                         tr("Put it in anew with: kahuictl tasks template set"), false});
  emit asked(*request);
}

bool PlanPanel::back() {
  if (items()) return m_items->back();
  if (!m_adding && !m_removing) return false;
  m_adding = false;
  showRow();
  m_list->setFocus();
  return true;
}

bool PlanPanel::takeKey(int key) {
  const auto move = [this](int by) { items() ? m_items->move(by) : m_list->move(by); };
  switch (key) {
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_PageUp: move(-kPlanPanelPageRows); return true;
    case Qt::Key_PageDown: move(kPlanPanelPageRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (qobject_cast<QAbstractButton*>(focusWidget()) != nullptr) return false;
      if (items()) {
        m_items->edit();
        return true;
      }
      field(kTitle).setFocus();
      field(kTitle).selectAll();
      return true;
    default: break;
  }
  for (const auto& [letter, button] : m_keys) {
    if (letter != key) continue;
    if (button->isVisibleTo(this) && button->isEnabled()) button->click();
    return true;
  }
  return false;
}

void PlanPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PlanPanel::retranslateButtons() {
  const auto say = [](ActionButton* one, const QString& words, const QString& spoken) {
    one->setText(words);
    one->setAccessibleName(spoken);
  };
  if (items()) {
    for (ActionButton* one : {m_up, m_down, m_earlier, m_later}) one->setVisible(false);
    m_new->setVisible(m_items->mayAdd());
    m_remove->setVisible(m_items->mayAdd());
    m_remove->setEnabled(m_items->mayRemove());
    say(m_new, tr("New"), tr("Add one"));
    say(m_remove, m_items->removing() ? tr("Press again") : tr("Remove"),
        m_items->removing() ? tr("Press again to remove it") : tr("Remove it"));
    return say(m_part_button, tr("Next part"), tr("Targets, or the parts of the care plan"));
  }
  say(m_new, tr("New step"), tr("Add a step"));
  const bool steps = !targets();
  for (ActionButton* one : {m_new, m_remove, m_up, m_down, m_from, m_repeats, m_channel, m_confirm})
    one->setVisible(steps);
  for (ActionButton* one : {m_earlier, m_later}) one->setVisible(!steps);
  field(kHow).setVisible(steps);
  field(kWhen).setVisible(steps);
  const CareTemplate* plan = shown();
  const int row = m_list->row();
  const bool there = !m_adding && plan != nullptr && row >= 0 && row < std::ssize(plan->steps);
  m_remove->setEnabled(there);
  m_up->setEnabled(there && row > 0);
  m_down->setEnabled(there && row + 1 < std::ssize(plan->steps));
  m_repeats->setEnabled(true);
  say(m_part_button, steps ? tr("Next part") : tr("Care plan"), tr("Targets, or the steps of the care plan"));
  say(m_remove, m_removing ? tr("Press again") : tr("Remove"),
      m_removing ? tr("Press again to remove the step") : tr("Remove the step"));
  const bool signing = m_step.from == CareStep::From::Signed;
  say(m_from, signing ? tr("From the signing day") : tr("From the first use"),
      signing ? tr("Dated from the signing day; press for the first use")
              : tr("Dated from the first use; press for the signing day"));
  say(m_repeats, PlanText::repeats(m_step), tr("How often: %1").arg(PlanText::repeats(m_step)));
  say(m_confirm, m_step.confirm ? tr("Closing asks for a check") : tr("Closes without a check"),
      m_step.confirm ? tr("Closing asks whether all was done") : tr("Closing asks nothing"));
  say(m_channel, TaskText::channel(m_step.channel), tr("How: %1").arg(TaskText::channel(m_step.channel)));
  m_note->setText(steps ? QString() : tr("Beside it stands what came of the month so far."));
  m_note->setVisible(!m_note->text().isEmpty());
  const QString first = steps ? tr("What is to be done") : tr("Target, or empty for none");
  const QString hints[] = {first, tr("What to say and to bring"), tr("When: 7, -7, 2m 7 or 48h")};
  for (int i = 0; i < kFields; ++i) {
    m_fields[static_cast<std::size_t>(i)]->setPlaceholderText(hints[i]);
    m_fields[static_cast<std::size_t>(i)]->setAccessibleName(hints[i]);
  }
}

void PlanPanel::retranslate() {
  const auto say = [](ActionButton* one, const QString& words, const QString& spoken) {
    one->setText(words);
    one->setAccessibleName(spoken);
  };
  m_list->setAccessibleName(tr("Targets, or steps of the care plan"));
  say(m_earlier, {}, tr("The month before"));
  say(m_later, {}, tr("The month after"));
  say(m_new, tr("New step"), tr("Add a step"));
  say(m_up, tr("Earlier"), tr("Move the step up"));
  say(m_down, tr("Later"), tr("Move the step down"));
  say(m_save, tr("Save"), tr("Save it"));
  retranslateButtons();
  if (m_reports.plan()) take();
}

}  // namespace kahui::widgets
