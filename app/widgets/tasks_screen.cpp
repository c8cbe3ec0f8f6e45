#include "app/widgets/tasks_screen.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "app/models/task_text.hpp"

namespace kahui::widgets {

using models::TaskText;
using till::TaskAct;

namespace {

constexpr int kTasksScreenRight_px = 420;
constexpr int kTasksScreenPageRows = 8;
constexpr std::array kTasksScreenKinds{"",          "CARE",   "FOLLOW_UP", "ONBOARDING",
                                       "COMPLAINT", "SURVEY", "REQUEST",   "PREORDER"};

}  // namespace

TasksScreen::TasksScreen(Look look, models::TillModel& till, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_till(till),
      m_head(makeHead(look, QStringLiteral("tasksBack"))),
      m_counts(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_list(new TwoLineList(look, QStringLiteral("tasks"))),
      m_steps(new QStackedWidget),
      m_form(new TaskForm(look, QStringLiteral("task"))),
      m_notice(new NoticeBar(look, QStringLiteral("tasks"))) {
  setFocusPolicy(Qt::ClickFocus);
  m_counts->setObjectName(QStringLiteral("tasksCountsTextLabel"));
  m_steps->addWidget(makeActs());
  m_steps->addWidget(m_form);
  auto* list_card = new Card(look);
  auto* list_layout = new QVBoxLayout(list_card);
  list_layout->setContentsMargins(2, 6, 2, 6);
  list_layout->addWidget(m_list);
  auto* drafts = new QHBoxLayout;
  drafts->setContentsMargins(8, 0, 8, 0);
  drafts->setSpacing(kGap_px);
  list_layout->addLayout(drafts);
  m_choose = addButton(*drafts, "Choose", Qt::Key_Space);
  m_delete = addButton(*drafts, "Delete", Qt::Key_Delete);
  connect(m_choose, &QAbstractButton::clicked, this, &TasksScreen::toggleChosen);
  connect(m_delete, &QAbstractButton::clicked, this, &TasksScreen::deleteChosen);
  auto* right = new Card(look);
  right->setFixedWidth(kTasksScreenRight_px);
  auto* inside = new QVBoxLayout(right);
  inside->setContentsMargins(14, 12, 14, 14);
  inside->addWidget(m_steps);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(list_card, 1);
  columns->addWidget(right);
  arrange(m_head, m_counts, columns, m_notice);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TasksScreen::showCurrent);
  connect(m_form, &TaskForm::filled, this, &TasksScreen::submit);
  connect(m_form, &TaskForm::refused, m_notice, &NoticeBar::show);
  connect(m_form, &TaskForm::left, this, [this] { m_steps->setCurrentIndex(0); });
  retranslate();
}

ActionButton* TasksScreen::addButton(QLayout& layout, const char* name, Qt::Key key) {
  auto* made = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("tasks") + QLatin1String(name));
  made->setCap(QKeySequence(key).toString());
  layout.addWidget(made);
  return made;
}

ActionButton* TasksScreen::addAct(QLayout& layout, TaskAct act, Qt::Key key, const char* name) {
  auto* made = addButton(layout, name, key);
  connect(made, &QAbstractButton::clicked, this, [this, act] { choose(act); });
  m_acts.push_back({act, key, made});
  return made;
}

QWidget* TasksScreen::makeActs() {
  auto* acts = new QWidget;
  auto* layout = new QVBoxLayout(acts);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_title = new TextLabel(m_look, 20, TextLabel::Weight::Bold, &Tokens::text);
  m_detail = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::secondary);
  m_how = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::text);
  for (TextLabel* label : {m_title, m_detail, m_how}) {
    label->setWordWrap(true);
    layout->addWidget(label);
  }
  const auto row = [&] {
    auto* made = new QHBoxLayout;
    made->setSpacing(kGap_px);
    layout->addLayout(made);
    return made;
  };
  auto* first = row();
  addAct(*first, TaskAct::Done, Qt::Key_D, "Done");
  addAct(*first, TaskAct::Move, Qt::Key_M, "Move");
  auto* second = row();
  addAct(*second, TaskAct::Agree, Qt::Key_A, "Agree");
  addAct(*second, TaskAct::Arrange, Qt::Key_R, "Arrange");
  auto* third = row();
  addAct(*third, TaskAct::Rate, Qt::Key_S, "Rate");
  addAct(*third, TaskAct::Cancel, Qt::Key_X, "Cancel");
  auto* member = row();
  m_member = addButton(*member, "Member", Qt::Key_O);
  m_of = addButton(*member, "Of", Qt::Key_I);
  connect(m_member, &QAbstractButton::clicked, this, [this] {
    if (const auto* task = current(); task != nullptr && !task->member_no.empty())
      emit memberAsked(member::MemberNo::parse(task->member_no)->value());
  });
  connect(m_of, &QAbstractButton::clicked, this, &TasksScreen::ofMember);
  for (std::size_t i = 0; i < kMostBenefits; ++i) {
    auto* one = addButton(*layout, QByteArray("Benefit").append(QByteArray::number(i)).constData(),
                          static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)));
    one->setElided(true);
    connect(one, &QAbstractButton::clicked, this, [this, i] { useBenefit(i); });
    m_benefits.push_back(one);
  }
  layout->addStretch();
  auto* below = row();
  m_kind = addButton(*below, "Kind", Qt::Key_K);
  m_closed = addButton(*below, "Closed", Qt::Key_E);
  auto* last = row();
  addAct(*last, TaskAct::Add, Qt::Key_N, "Add");
  addAct(*last, TaskAct::Start, Qt::Key_T, "Start");
  connect(m_kind, &QAbstractButton::clicked, this, &TasksScreen::nextKind);
  connect(m_closed, &QAbstractButton::clicked, this, [this] {
    if (!m_view) return;
    ports::TaskFilter filter = m_view->filter;
    filter.closed = !filter.closed;
    ask(filter);
  });
  return acts;
}

void TasksScreen::open() {
  m_notice->clear();
  m_steps->setCurrentIndex(0);
  ask({});
  m_list->setFocus();
}

void TasksScreen::leave() {
  m_chosen.clear();
  m_deleting = false;
  m_view.reset();
  m_till.submit(till::LeaveTasks{});
}

bool TasksScreen::back() {
  if (m_deleting || !m_chosen.empty()) {
    m_chosen.clear();
    m_deleting = false;
    show(m_till.now());
    return true;
  }
  if (m_steps->currentIndex() == 1) {
    m_steps->setCurrentIndex(0);
    m_list->setFocus();
    return true;
  }
  if (!m_view || m_view->filter.member.value() == 0) return false;
  ask({});
  return true;
}

void TasksScreen::ask(ports::TaskFilter filter) { m_till.submit(till::ListTasks{std::move(filter)}); }

const till::TaskView* TasksScreen::current() const {
  const auto row = static_cast<std::size_t>(std::max(0, m_list->row()));
  return m_view && row < m_view->tasks.size() ? &m_view->tasks[row] : nullptr;
}

void TasksScreen::show(const till::Snapshot& snapshot) {
  if (snapshot.phase == till::Phase::SignedOut || !snapshot.task_desk) return;
  m_view = snapshot.task_desk;
  if (m_waits && snapshot.notice && snapshot.notice->serial != m_notice_serial) {
    m_waits = false;
    if (snapshot.notice->code == till::NoticeCode::TasksDone) m_steps->setCurrentIndex(0);
  }
  if (snapshot.notice) m_notice_serial = snapshot.notice->serial;
  std::vector<TwoLineRow> rows;
  const auto formatter = m_look.formatter();
  for (const till::TaskView& task : m_view->tasks)
    rows.push_back(
        {(m_chosen.contains(task.id.hex()) ? QStringLiteral("✓ ") : QString()) + TaskText::say(task.title, formatter),
         TaskText::detail(task, formatter), TaskText::figure(task, formatter), task.overdue || task.unrated});
  m_list->show(std::move(rows));
  m_counts->setText(TaskText::counts(m_view->counts));
  retranslateActs();
  showCurrent();
}

void TasksScreen::showCurrent() {
  const till::TaskView* task = current();
  const auto formatter = m_look.formatter();
  m_title->setText(task == nullptr ? tr("Nothing is to be done here.") : TaskText::say(task->title, formatter));
  m_detail->setText(task == nullptr ? QString()
                                    : TaskText::detail(*task, formatter) + QStringLiteral(" · ") +
                                          TaskText::figure(*task, formatter));
  m_how->setText(task == nullptr ? QString() : TaskText::say(task->how, formatter));
  m_how->setVisible(!m_how->text().isEmpty());
  const bool open = task != nullptr && journal::isOpen(task->state);
  // Of one member there are the benefits, too: what does not apply gives way to them.
  const bool all = !m_view || m_view->filter.member.value() == 0;
  m_kind->setVisible(all);
  m_closed->setVisible(all);
  for (const Act& one : m_acts) {
    const bool request = task != nullptr && task->kind == "REQUEST";
    if (one.act == TaskAct::Agree || one.act == TaskAct::Arrange) one.button->setVisible(request);
    if (one.act == TaskAct::Rate) one.button->setVisible(task != nullptr && task->state == journal::TaskState::Done);
    if (one.act == TaskAct::Agree)
      one.button->setEnabled(open && request && task->state == journal::TaskState::New);
    else if (one.act == TaskAct::Arrange)
      one.button->setEnabled(open && request && task->state != journal::TaskState::Arranged);
    else if (one.act == TaskAct::Rate)
      one.button->setEnabled(task != nullptr && task->state == journal::TaskState::Done);
    else if (one.act != TaskAct::Add && one.act != TaskAct::Start)
      one.button->setEnabled(open);
  }
  m_choose->setVisible(all);
  m_delete->setVisible(all);
  m_choose->setEnabled(task != nullptr && task->state == journal::TaskState::New);
  const bool member = task != nullptr && !task->member_no.empty();
  m_member->setEnabled(member);
  m_of->setEnabled(member || (m_view && m_view->filter.member.value() != 0));
  showBenefits();
}

std::vector<std::string> TasksScreen::chosen() const {
  std::vector<std::string> ids;
  if (m_view)
    for (const till::TaskView& task : m_view->tasks)
      if (m_chosen.contains(task.id.hex())) ids.push_back(task.id.hex());
  return ids;
}

void TasksScreen::toggleChosen() {
  const till::TaskView* task = current();
  if (task == nullptr || task->state != journal::TaskState::New) return;
  const std::string id = task->id.hex();
  if (m_chosen.erase(id) == 0) m_chosen.insert(id);
  m_deleting = false;
  show(m_till.now());
}

void TasksScreen::deleteChosen() {
  till::TaskRequest request;
  request.act = TaskAct::Drop;
  request.drop = chosen();
  if (request.drop.empty()) return;
  if (!m_deleting) {
    m_deleting = true;
    return retranslateActs();
  }
  m_deleting = false;
  m_chosen.clear();
  submit(request);
}

void TasksScreen::showBenefits() {
  for (std::size_t i = 0; i < m_benefits.size(); ++i) {
    const bool there = m_view && i < m_view->benefits.size();
    m_benefits[i]->setVisible(there);
    if (!there) continue;
    m_benefits[i]->setText(TaskText::benefit(m_view->benefits[i], m_look.formatter()));
    m_benefits[i]->setAccessibleName(m_benefits[i]->text());
    m_benefits[i]->setEnabled(m_view->benefits[i].today && m_view->benefits[i].used < m_view->benefits[i].limit);
  }
}

void TasksScreen::choose(TaskAct act) {
  const till::TaskView* task = current();
  till::TaskRequest request;
  request.act = act;
  QString what, how;
  if (act == TaskAct::Add) {
    request.kind = m_view ? m_view->filter.kind : std::string();
    if (m_view && m_view->filter.member.value() != 0) request.members = {m_view->filter.member};
    what = TaskText::kind(request.kind.empty() ? "CARE" : request.kind);
  } else if (act == TaskAct::Start) {
    if (!m_view || m_view->templates.empty())
      return m_notice->show({till::NoticeKind::Info, tr("The store has no care plan yet."),
                             tr("A manager makes it in the manager's view: Month, then E."), false});
    request.plan = m_view->templates.front().first;
    what = TaskText::say(m_view->templates.front().second, m_look.formatter());
  } else {
    if (task == nullptr) return;
    request.task = task->id.hex();
    request.kind = task->kind;
    what = TaskText::say(task->title, m_look.formatter());
    if (act == TaskAct::Done && task->confirm) how = TaskText::say(task->how, m_look.formatter());
  }
  if (act == TaskAct::Agree || act == TaskAct::Arrange) return submit(request);
  m_steps->setCurrentIndex(1);
  m_form->open(std::move(request), what, how, m_till.now().business_date);
}

void TasksScreen::submit(const till::TaskRequest& request) {
  m_waits = true;
  m_till.submit(till::ActOnTasks{request, {}});
}

void TasksScreen::nextKind() {
  if (!m_view) return;
  ports::TaskFilter filter = m_view->filter;
  const auto* at = std::find(kTasksScreenKinds.begin(), kTasksScreenKinds.end(), filter.kind);
  filter.kind =
      at == kTasksScreenKinds.end() || at + 1 == kTasksScreenKinds.end() ? kTasksScreenKinds.front() : *(at + 1);
  ask(filter);
}

// The tasks and benefits of one member; again: all.
void TasksScreen::ofMember() {
  if (!m_view) return;
  ports::TaskFilter filter;
  const till::TaskView* task = current();
  if (m_view->filter.member.value() == 0 && task != nullptr && !task->member_no.empty())
    filter.member = *member::MemberNo::parse(task->member_no);
  ask(filter);
}

void TasksScreen::useBenefit(std::size_t at) {
  if (!m_view || at >= m_view->benefits.size()) return;
  till::TaskRequest request;
  request.act = TaskAct::UseBenefit;
  request.members = {m_view->filter.member};
  request.benefit = m_view->benefits[at].code;
  submit(request);
}

bool TasksScreen::takeKey(int key) {
  if (m_steps->currentIndex() == 1) return m_form->takeKey(key);
  switch (key) {
    case Qt::Key_Up: m_list->move(-1); return true;
    case Qt::Key_Down: m_list->move(1); return true;
    case Qt::Key_PageUp: m_list->move(-kTasksScreenPageRows); return true;
    case Qt::Key_PageDown: m_list->move(kTasksScreenPageRows); return true;
    case Qt::Key_O:
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (qobject_cast<QAbstractButton*>(focusWidget()) != nullptr && key != Qt::Key_O) return false;
      m_member->click();
      return true;
    case Qt::Key_I: m_of->click(); return true;
    case Qt::Key_K: m_kind->click(); return true;
    case Qt::Key_E: m_closed->click(); return true;
    case Qt::Key_Space: m_choose->click(); return true;
    case Qt::Key_Delete: m_delete->click(); return true;
    default: break;
  }
  const int digit = key - Qt::Key_1;
  if (digit >= 0 && digit < static_cast<int>(m_benefits.size()) &&
      m_benefits[static_cast<std::size_t>(digit)]->isVisibleTo(this)) {
    m_benefits[static_cast<std::size_t>(digit)]->click();
    return true;
  }
  const auto act = std::find_if(m_acts.begin(), m_acts.end(), [key](const Act& one) { return one.key == key; });
  if (act == m_acts.end()) return false;
  act->button->click();
  return true;
}

void TasksScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void TasksScreen::retranslateActs() {
  const auto say = [](ActionButton* one, const QString& words, const QString& spoken) {
    one->setText(words);
    one->setAccessibleName(spoken);
  };
  const QString kind = TaskText::kind(m_view ? m_view->filter.kind : std::string());
  say(m_kind, kind, tr("Kind of task: %1").arg(kind));
  const bool closed = m_view && m_view->filter.closed;
  say(m_closed, closed ? tr("Open ones") : tr("Closed, too"),
      closed ? tr("Only tasks that are open") : tr("Tasks that are closed, too"));
  const int count = static_cast<int>(chosen().size());
  m_delete->setEnabled(count > 0);
  say(m_choose, tr("Choose"), tr("Choose this task, or leave it out again"));
  say(m_delete,
      count == 0   ? tr("Delete")
      : m_deleting ? tr("Delete %1?").arg(count)
                   : tr("Delete %1").arg(count),
      m_deleting ? tr("Press again to delete %n task(s)", nullptr, count) : tr("Delete the chosen tasks"));
  const bool one = m_view && m_view->filter.member.value() != 0;
  say(m_of, one ? tr("All members") : tr("Benefits"),
      one ? tr("Tasks of all members") : tr("Tasks and benefits of this member"));
}

void TasksScreen::retranslate() {
  m_head->setTitle(tr("Tasks"));
  m_list->setAccessibleName(tr("What is to be done"));
  for (const Act& one : m_acts) {
    QString words;
    switch (one.act) {
      case TaskAct::Add: words = tr("New task"); break;
      case TaskAct::Done: words = tr("Done"); break;
      case TaskAct::Move: words = tr("Another date"); break;
      case TaskAct::Agree: words = tr("Agreed"); break;
      case TaskAct::Arrange: words = tr("Arranged"); break;
      case TaskAct::Rate: words = tr("Rate"); break;
      case TaskAct::Cancel: words = tr("Cancel it"); break;
      case TaskAct::Start: words = tr("Onboarding"); break;
      case TaskAct::UseBenefit:
      case TaskAct::IssueCoupons:
      case TaskAct::SetTarget:
      case TaskAct::SetPlan:
      case TaskAct::Drop:
      case TaskAct::SetCampaign:
      case TaskAct::DropCampaigns:
      case TaskAct::CheckPhone:
      case TaskAct::Comment:
      case TaskAct::Answer:
      case TaskAct::OpenTalk: break;
    }
    one.button->setText(words);
    one.button->setAccessibleName(words);
  }
  m_member->setText(tr("Open member"));
  m_member->setAccessibleName(tr("Open the member of this task"));
  m_notice->setHint(tr("Up and Down choose a task, D closes it, M moves it, Enter opens the member."));
  retranslateActs();
  if (m_till.now().task_desk)
    show(m_till.now());
  else
    showCurrent();
}

}  // namespace kahui::widgets
