// What is said about announcements, events and feedback (requirements S000-81, S000-90): who may comment, and answers.
#include <algorithm>

#include "core/journal/draft.hpp"
#include "core/member/name.hpp"
#include "core/till/refuse.hpp"
#include "core/till/task_cases.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Status;

namespace {

constexpr std::size_t kTalkLongestComment = 400;
constexpr std::size_t kTalkLongestKey = 60;
constexpr int kMostFeedback = 100;

// Staff from a role on; a leader may what a cashier may.
bool hasRole(ports::StaffRole role, programme::CareTalk::Role least) {
  switch (least) {
    case programme::CareTalk::Role::Cashier: return true;
    case programme::CareTalk::Role::Leader: return role != ports::StaffRole::Cashier;
    case programme::CareTalk::Role::Manager: return role == ports::StaffRole::Manager;
  }
  return false;
}

// What members told the shop, and the shop may talk about with them.
bool isFeedback(const ports::StoredTask& task) {
  return task.member.value() != 0 && (task.kind == "COMPLAINT" || task.kind == "REQUEST");
}

Status typed(const std::string& text) {
  if (text.empty()) return base::fail(ErrorCode::BadInput, "comment: missing");
  return text.size() > kTalkLongestComment ? base::fail(ErrorCode::OutOfRange, "comment") : Status{};
}

// The announcement of this key that holds on the day.
base::Result<std::optional<ports::StoredAnnouncement>> newsOf(ports::Store& store, base::BusinessDate day,
                                                              const std::string& key) {
  auto news = store.announcements(day, {});
  if (!news) return tl::unexpected(news.error());
  const auto found = std::find_if(news->begin(), news->end(), [&](const auto& one) { return one.key == key; });
  return found == news->end() ? std::nullopt : std::optional(std::move(*found));
}

}  // namespace

Status TaskDesk::checkTalk(const std::string& about, const std::string& key, ports::StoredTask* feedback) {
  if (key.empty() || key.size() > kTalkLongestKey) return base::fail(ErrorCode::BadInput, "key");
  if (about == journal::kAboutEvent) {
    const auto event = m_store.clubEvent(key);
    if (!event) return tl::unexpected(event.error());
    return *event ? Status{} : refuse("NO_EVENT");
  }
  if (about == journal::kAboutTask) {
    const auto task = m_store.task(key);
    if (!task) return tl::unexpected(task.error());
    if (!*task || (*task)->id.hex() != key || !isFeedback(**task)) return refuse("UNKNOWN_TASK");
    if (feedback != nullptr) *feedback = **task;
    return {};
  }
  if (about != journal::kAboutNews) return base::fail(ErrorCode::BadInput, "about: NEWS, EVENT or TASK is expected");
  const auto news = newsOf(m_store, m_sales.businessDate(), key);
  if (!news) return tl::unexpected(news.error());
  return *news ? Status{} : refuse("UNKNOWN_NEWS");
}

// S000-87: what was published to the staff alone is nothing that members talk about.
base::Result<bool> TaskDesk::membersSee(const std::string& about, const std::string& key) {
  if (about == journal::kAboutEvent) {
    const auto event = m_store.clubEvent(key);
    if (!event) return tl::unexpected(event.error());
    return *event && (*event)->members;
  }
  if (about != journal::kAboutNews) return true;  // a member's own feedback
  const auto news = newsOf(m_store, m_sales.businessDate(), key);
  if (!news) return tl::unexpected(news.error());
  return *news && (*news)->members;
}

base::Result<bool> TaskDesk::isOpenTalk(const std::string& about, const std::string& key) {
  const auto talks = m_store.talks();
  if (!talks) return tl::unexpected(talks.error());
  return std::any_of(talks->begin(), talks->end(),
                     [&](const auto& talk) { return talk.about == about && talk.key == key && talk.open; });
}

// A member's own complaint or wish is open to that member; all else where the manager opened it.
Status TaskDesk::Case::comment() {
  KAHUI_TRY(typed(request.comment));
  ports::StoredTask feedback;
  KAHUI_TRY(desk.checkTalk(request.about, request.key, &feedback));
  const auto care = desk.plan();
  if (!care) return tl::unexpected(care.error());
  journal::CommentMade made{
      base::Id::make(desk.m_at.utc_ms, desk.m_random), request.about, request.key, 0, {}, signers.by.code};
  if (request.by_customer) {
    if (request.members.empty()) return refuse("COMMENT_GUEST");
    const auto member = desk.activeMember(request.members.front());
    if (!member) return tl::unexpected(member.error());
    const auto open = desk.isOpenTalk(request.about, request.key);
    if (!open) return tl::unexpected(open.error());
    const bool own = request.about == journal::kAboutTask && feedback.member == member->no;
    if (member->status != member::MemberStatus::Active || (!own && !*open)) return refuse("COMMENT_CLOSED");
    made.member = member->no.value();
  } else if (!hasRole(signers.by.role, care->talk.staff)) {
    return refuse("COMMENT_ROLE");
  }
  done.count = 1;
  done.tasks.push_back(made.comment);
  return desk.m_store.appendComment(draft(std::move(made)), request.comment);
}

Status TaskDesk::Case::answer() {
  KAHUI_TRY(typed(request.comment));
  KAHUI_TRY(desk.checkTalk(request.about, request.key, nullptr));
  const auto care = desk.plan();
  if (!care) return tl::unexpected(care.error());
  if (!hasRole(signers.by.role, care->talk.answer)) return refuse("COMMENT_ROLE");
  const auto said = desk.m_store.comments(request.about, request.key);
  if (!said) return tl::unexpected(said.error());
  const auto found = std::find_if(said->begin(), said->end(), [&](const auto& one) {
    return one.id.hex() == request.task && one.member.value() != 0;
  });
  if (found == said->end()) return refuse("UNKNOWN_COMMENT");
  if (found->answered) return refuse("COMMENT_ANSWERED");
  const base::Id id = base::Id::make(desk.m_at.utc_ms, desk.m_random);
  done.count = 1;
  done.tasks.push_back(id);
  return desk.m_store.appendComment(
      draft(journal::CommentMade{id, request.about, request.key, 0, found->id, signers.by.code}), request.comment);
}

Status TaskDesk::Case::openTalk() {
  KAHUI_TRY(desk.checkTalk(request.about, request.key, nullptr));
  if (request.open) {
    const auto seen = desk.membersSee(request.about, request.key);
    if (!seen) return tl::unexpected(seen.error());
    if (!*seen) return refuse("COMMENT_STAFF_ONLY");
  }
  done.count = 1;
  return append(journal::TalkOpened{request.about, request.key, request.open, signers.by.code});
}

base::Status TaskDesk::fillTalkItems(TalkView& view) {
  const auto news = m_store.announcements(m_sales.businessDate(), {});
  if (!news) return tl::unexpected(news.error());
  for (const auto& one : *news)
    view.items.push_back({journal::kAboutNews,
                          one.key,
                          {one.title, one.title},
                          one.text,
                          base::WallTime{one.at_ms, m_at.offset_min}.local(),
                          {}});
  const auto events = m_store.clubEvents();
  if (!events) return tl::unexpected(events.error());
  for (const auto& one : *events)
    if (!one.cancelled)
      view.items.push_back({journal::kAboutEvent, one.id, {one.name, one.name}, one.place, one.at, {}});
  ports::TaskFilter filter;
  filter.limit = 2000;
  const auto tasks = m_store.tasks(filter);
  if (!tasks) return tl::unexpected(tasks.error());
  int shown = 0;
  for (const auto& task : *tasks) {
    if (!isFeedback(task)) continue;
    if (task.kind == "COMPLAINT") ++view.waiting;
    if (++shown > kMostFeedback) continue;
    TalkItem item{journal::kAboutTask, task.id.hex(), {task.text.title, task.text.title}, {}, task.due, {}};
    const auto member = m_store.memberByNo(task.member);
    if (!member) return tl::unexpected(member.error());
    if (*member) item.who = member::maskName((*member)->profile.name);
    view.items.push_back(std::move(item));
  }
  const auto talks = m_store.talks();
  if (!talks) return tl::unexpected(talks.error());
  for (const auto& talk : *talks)
    for (TalkItem& item : view.items)
      if (item.about == talk.about && item.key == talk.key) {
        item.open = talk.open;
        item.comments = talk.comments;
        item.waiting = talk.waiting;
      }
  std::stable_sort(view.items.begin(), view.items.end(), [](const TalkItem& a, const TalkItem& b) {
    if ((a.waiting > 0) != (b.waiting > 0)) return a.waiting > 0;
    return a.at > b.at;
  });
  const auto waiting = m_store.waitingComments();
  if (!waiting) return tl::unexpected(waiting.error());
  view.waiting += *waiting;
  return {};
}

base::Status TaskDesk::fillComments(TalkView& view) {
  const auto said = m_store.comments(view.about, view.key);
  if (!said) return tl::unexpected(said.error());
  for (const auto& one : *said) {
    CommentView row;
    row.id = one.id;
    row.member = one.member.value() != 0;
    row.who = one.operator_code;
    row.text = one.text;
    row.at = base::WallTime{one.at_ms, m_at.offset_min}.local();
    row.answer = !one.answers.isNull();
    row.waits = row.member && !one.answered;
    if (row.member) {
      const auto member = m_store.memberByNo(one.member);
      if (!member) return tl::unexpected(member.error());
      row.who = *member ? member::maskName((*member)->profile.name) : std::string();
      if (row.who.empty()) row.who = one.member.masked();
    }
    view.comments.push_back(std::move(row));
  }
  return {};
}

base::Result<TalkView> TaskDesk::talk(const std::string& about, const std::string& key, const ports::Staff& by) {
  const auto care = plan();
  if (!care) return tl::unexpected(care.error());
  TalkView view;
  view.may_comment = hasRole(by.role, care->talk.staff);
  view.may_answer = hasRole(by.role, care->talk.answer);
  view.may_open = mayDo(by, Right::ManageWork);
  const auto read = m_store.readTogether([&]() -> base::Status {
    KAHUI_TRY(fillTalkItems(view));
    if (about.empty()) return {};
    KAHUI_TRY(checkTalk(about, key, nullptr));
    view.about = about;
    view.key = key;
    return fillComments(view);
  });
  if (!read) return tl::unexpected(read.error());
  return view;
}

}  // namespace kahui::till
