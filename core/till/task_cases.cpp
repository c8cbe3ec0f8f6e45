#include "core/till/task_cases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/journal/draft.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/report/targets.hpp"
#include "core/till/refuse.hpp"

namespace kahui::till {

using base::BusinessDate;
using base::ErrorCode;
using base::LocalTime;
using base::Status;
using journal::TaskState;

namespace {

constexpr std::array<std::string_view, 7> kKinds{"CARE",   "FOLLOW_UP", "ONBOARDING", "COMPLAINT",
                                                 "SURVEY", "REQUEST",   "PREORDER"};
constexpr std::size_t kLongestTitle = 120, kLongestResult = 400, kLongestKey = 60;
constexpr std::size_t kTaskCasesPartsOfEvent = 500;  // far below the longest line
constexpr std::size_t kTaskCasesMostMembers = 50'000;
constexpr int kMostScore = 5;
constexpr int kTaskCasesMostDays = 366;
constexpr int kNext_days = 7;
constexpr std::int64_t kComplaint_s = 48 * 3600;  // S000-62
constexpr const char* kTaskCasesBatch = "BATCH";

Status inRange(std::string_view what, std::size_t size, std::size_t most, bool needed) {
  if (needed && size == 0) return base::fail(ErrorCode::BadInput, fmt::format("{}: missing", what));
  return size > most ? base::fail(ErrorCode::OutOfRange, std::string(what)) : Status{};
}

}  // namespace

bool isCounted(std::string_view benefit) {
  return benefit == kSurveyReward || benefit == kSignIn || benefit.ends_with(kBookings);
}

journal::Draft TaskDesk::Case::draft(journal::Payload payload) const {
  return journal::makeDraft(desk.m_at, desk.m_sales.businessDate(), desk.m_sales.rules().version, desk.m_random,
                            std::move(payload));
}

Status TaskDesk::Case::append(journal::Payload payload) const {
  const auto appended = desk.m_store.append(draft(std::move(payload)));
  return appended ? Status{} : tl::unexpected(appended.error());
}

// S003-50: a request is answered in the time of the member's tier; so is a complaint, and in 48 hours at the latest.
LocalTime TaskDesk::Case::dueOf(const programme::CarePlan& care, const member::Member* member) const {
  if (request.due) return *request.due;
  const LocalTime now = desk.m_at.local();
  const bool complaint = request.kind == "COMPLAINT";
  const auto hours = member == nullptr ? std::nullopt : care.answerHours(member->tier);
  constexpr std::int64_t kHour_s = 3600;
  if (hours && (complaint || request.kind == "REQUEST"))
    return now.plusSeconds(complaint ? std::min(kComplaint_s, *hours * kHour_s) : *hours * kHour_s);
  return complaint ? now.plusSeconds(kComplaint_s) : programme::endOfDay(now.date());
}

base::Result<std::vector<member::Member>> TaskDesk::Case::served(bool campaign) {
  if (request.members.size() > kTaskCasesMostMembers) return base::fail(ErrorCode::OutOfRange, "members");
  std::vector<member::Member> members;
  for (const member::MemberNo no : request.members) {
    auto found = desk.m_store.memberByNo(no);
    if (!found) return tl::unexpected(found.error());
    const bool there = *found && (*found)->status == member::MemberStatus::Active;
    if (!there && request.members.size() == 1) return base::fail(ErrorCode::UnknownMember, no.masked());
    bool agreed = true;
    if (there && campaign) {
      const auto may = desk.m_store.mayAddress(no);
      if (!may) return tl::unexpected(may.error());
      agreed = *may;
    }
    if (there && agreed) {
      members.push_back(**std::move(found));
    } else {
      ++done.passed_over;
    }
  }
  return members;
}

base::Result<ports::StoredTask> TaskDesk::Case::task(bool open) const {
  auto found = desk.m_store.task(request.task);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return base::fail(ErrorCode::RuleRejected, "UNKNOWN_TASK");
  if (journal::isOpen((*found)->state) != open) return base::fail(ErrorCode::RuleRejected, "TASK_CLOSED");
  return **std::move(found);
}

Status TaskDesk::Case::add() {
  const std::string kind = request.kind.empty() ? "CARE" : request.kind;
  if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end())
    return base::fail(ErrorCode::BadInput, "kind: " + kind + " is not known");
  KAHUI_TRY(inRange("title", request.title.size(), kLongestTitle, true));
  const auto members = served(request.campaign);
  if (!members) return tl::unexpected(members.error());
  if (members->empty() && !request.members.empty()) return refuse("NOBODY_LEFT");
  journal::TasksOpened opened{kind, {}, request.source, signers.by.code, {}};
  const auto care = desk.plan();
  if (!care) return tl::unexpected(care.error());
  std::vector<std::pair<std::int64_t, LocalTime>> numbers;
  for (const auto& member : *members) numbers.emplace_back(member.no.value(), dueOf(*care, &member));
  if (numbers.empty()) numbers.emplace_back(0, dueOf(*care, nullptr));
  std::vector<journal::Draft> drafts;
  std::vector<ports::TaskBook::SetText> texts;
  for (const auto& [no, due] : numbers) {
    opened.parts.push_back({base::Id::make(desk.m_at.utc_ms, desk.m_random), no, {}, due});
    texts.push_back({opened.parts.back().task, {request.title, {}}});
    done.tasks.push_back(opened.parts.back().task);
    if (opened.parts.size() < kTaskCasesPartsOfEvent && done.tasks.size() < numbers.size()) continue;
    drafts.push_back(draft(opened));
    opened.parts.clear();
  }
  KAHUI_TRY(desk.m_store.appendTasks(drafts, texts));
  done.count = static_cast<int>(done.tasks.size());
  return {};
}

Status TaskDesk::Case::change(TaskState state) {
  KAHUI_TRY(inRange("result", request.result.size(), kLongestResult, false));
  if (request.score < 0 || request.score > kMostScore) return base::fail(ErrorCode::OutOfRange, "score");
  const bool rates = state == TaskState::Rated;
  auto found = task(!rates);
  if (!found) return tl::unexpected(found.error());
  if (rates && found->state != TaskState::Done) return refuse("TASK_CLOSED");
  const bool survey = found->kind == "SURVEY" && state == TaskState::Done;
  if ((rates || survey) && request.score == 0) return refuse("TASK_SCORE");
  if (survey) state = TaskState::Rated;  // its result is the score
  if (state == TaskState::Done) {
    const auto care = desk.plan();
    if (!care) return tl::unexpected(care.error());
    const auto* from = care->find(found->plan);
    const auto* step = from == nullptr ? nullptr : from->step(found->step);
    if (step != nullptr && step->confirm && !request.confirmed) return refuse("TASK_CONFIRM");
  }
  std::vector<journal::Draft> drafts{draft(journal::TaskChanged{found->id, state, {}, request.score, signers.by.code})};
  std::vector<ports::TaskBook::SetText> texts;
  if (!request.result.empty()) texts.push_back({found->id, {found->text.title, request.result}});
  if (!request.next.empty()) {
    KAHUI_TRY(inRange("next", request.next.size(), kLongestTitle, true));
    const base::Id id = base::Id::make(desk.m_at.utc_ms, desk.m_random);
    const LocalTime due = request.next_due.value_or(programme::endOfDay(desk.m_at.local().date().plusDays(kNext_days)));
    drafts.push_back(
        draft(journal::TasksOpened{"FOLLOW_UP", {}, {}, signers.by.code, {{id, found->member.value(), {}, due}}}));
    drafts.back().cause = drafts.front().id;
    texts.push_back({id, {request.next, {}}});
    done.tasks.push_back(id);
  }
  if (survey && found->member.value() != 0) KAHUI_TRY(reward(found->member, drafts));
  done.count = 1;
  return desk.m_store.appendTasks(drafts, texts);
}

// S003-20: points for taking part, once in a quarter; the answer counts all the same.
Status TaskDesk::Case::reward(member::MemberNo no, std::vector<journal::Draft>& drafts) {
  const auto care = desk.plan();
  if (!care) return tl::unexpected(care.error());
  const auto* given = care->benefit(kSurveyReward);
  const auto member = desk.m_store.memberByNo(no);
  if (!member) return tl::unexpected(member.error());
  if (given == nullptr || !*member || (*member)->status != member::MemberStatus::Active) return {};
  const auto& tiers = given->tiers;
  if (!tiers.empty() && std::find(tiers.begin(), tiers.end(), (*member)->tier) == tiers.end()) return {};
  const BusinessDate day = desk.m_sales.businessDate();
  constexpr unsigned kMonthsOfQuarter = 3;
  const std::string quarter = fmt::format("{}-Q{}", day.year(), (day.month() - 1) / kMonthsOfQuarter + 1);
  const auto used = desk.m_store.benefitUsed(no, given->code, quarter);
  if (!used) return tl::unexpected(used.error());
  if (*used > 0) {
    ++done.passed_over;
    return {};
  }
  drafts.push_back(draft(journal::BenefitUsed{no.value(), given->code, given->limit, quarter, signers.by.code}));
  drafts.push_back(draft(journal::PointsGranted{
      no.value(), base::Points(given->limit),
      loyalty::expiryDate(desk.m_sales.rules().points.expiry_noncash, desk.m_sales.businessDate()), "SURVEY",
      signers.by.code}));
  return {};
}

Status TaskDesk::Case::move() {
  if (!request.due) return base::fail(ErrorCode::BadInput, "due: missing");
  const auto found = task(true);
  if (!found) return tl::unexpected(found.error());
  done.count = 1;
  return append(journal::TaskChanged{found->id, found->state, request.due, 0, signers.by.code});
}

// Once more for the same member: what is open of the template moves to its new date, what is done stays (a first use
// that was put off). A step that comes weekly is dated anew as a whole.
Status TaskDesk::Case::start() {
  if (request.members.size() != 1 || !request.first_use)
    return base::fail(ErrorCode::BadInput, "one member and the first use are needed");
  const auto care = desk.plan();
  if (!care) return tl::unexpected(care.error());
  const auto* from = care->find(request.plan);
  if (from == nullptr) return refuse("NO_TEMPLATE");
  const auto member = desk.activeMember(request.members.front());
  if (!member) return tl::unexpected(member.error());
  const BusinessDate signed_on = request.signed_on.value_or(desk.m_at.local().date());
  if (request.first_use->date() < signed_on)
    return base::fail(ErrorCode::BadInput, "first_use: before the signing day");
  ports::TaskFilter filter;
  filter.member = member->no;
  filter.plan = from->id;
  filter.closed = true;
  filter.limit = 2000;
  const auto known = desk.m_store.tasks(filter);
  if (!known) return tl::unexpected(known.error());
  std::vector<ports::StoredTask> open;
  std::vector<std::pair<std::string, LocalTime>> closed;
  for (const auto& task : *known) {
    if (journal::isOpen(task.state))
      open.push_back(task);
    else
      closed.emplace_back(task.step, task.due);
  }
  std::vector<journal::Draft> drafts;
  journal::TasksOpened opened{from->kind, from->id, {}, signers.by.code, {}};
  for (const programme::CareDate& date : programme::careDates(*from, signed_on, *request.first_use)) {
    const auto* step = from->step(date.step);
    const auto was = std::find_if(closed.begin(), closed.end(), [&](const auto& one) {
      return one.first == date.step && (!step->weekly || one.second == date.due);
    });
    if (was != closed.end()) continue;
    const auto waits =
        std::find_if(open.begin(), open.end(), [&](const ports::StoredTask& one) { return one.step == date.step; });
    if (waits == open.end()) {
      opened.parts.push_back(
          {base::Id::make(desk.m_at.utc_ms, desk.m_random), member->no.value(), date.step, date.due});
      done.tasks.push_back(opened.parts.back().task);
      continue;
    }
    if (waits->due != date.due)
      drafts.push_back(draft(journal::TaskChanged{waits->id, waits->state, date.due, 0, signers.by.code}));
    open.erase(waits);
  }
  for (const auto& task : open)  // a week fewer to call in
    drafts.push_back(draft(journal::TaskChanged{task.id, TaskState::Cancelled, {}, 0, signers.by.code}));
  if (!opened.parts.empty()) drafts.push_back(draft(std::move(opened)));
  done.count = static_cast<int>(done.tasks.size() + drafts.size()) - (done.tasks.empty() ? 0 : 1);
  return drafts.empty() ? Status{} : desk.m_store.appendTasks(drafts, {});
}

// C1: serials follow from member and batch, so that a batch that was broken off goes on, and a second run gives
// nothing.
Status TaskDesk::Case::issueCoupons() {
  KAHUI_TRY(inRange("key", request.key.size(), kLongestKey, true));
  KAHUI_TRY(inRange("reason", request.reason.size(), kLongestTitle, true));
  const CouponWish& wish = request.coupon;
  const bool cash = !wish.rate && wish.face > base::Money{} && wish.face <= base::Money(10'000'00);
  const bool rate =
      wish.rate && *wish.rate > base::Rate(0) && *wish.rate < base::kFullRate && wish.face == base::Money{};
  if ((!cash && !rate) || wish.min < base::Money{} || wish.days < 1 || wish.days > kTaskCasesMostDays)
    return base::fail(ErrorCode::OutOfRange, "coupon");
  for (const auto& code : wish.tiers)
    if (!desk.m_sales.rules().rankOf(code)) return refuse("UNKNOWN_TIER");
  const auto members = served(true);
  if (!members) return tl::unexpected(members.error());
  journal::CouponIssued issued{kTaskCasesBatch, request.key, {}, desk.m_sales.businessDate().plusDays(wish.days - 1),
                               false,           {}};
  issued.terms.type = cash ? "CASH" : "RATE";
  issued.terms.face = wish.face;
  if (rate) issued.terms.rate = wish.rate->value();
  issued.terms.min = wish.min;
  issued.terms.tiers = wish.tiers;
  std::vector<journal::Draft> drafts;
  for (const auto& member : *members) {
    const auto already = desk.m_store.couponsIssued(member.no, kTaskCasesBatch, request.key);
    if (!already) return tl::unexpected(already.error());
    const bool other_tier =
        !wish.tiers.empty() && std::find(wish.tiers.begin(), wish.tiers.end(), member.tier) == wish.tiers.end();
    if (*already > 0 || other_tier) {
      ++done.passed_over;
      continue;
    }
    issued.parts.push_back({loyalty::couponSerialOf(member.id, kTaskCasesBatch, request.key, 0), member.no.value()});
    ++done.count;
    if (issued.parts.size() < kTaskCasesPartsOfEvent) continue;
    drafts.push_back(draft(issued));
    issued.parts.clear();
  }
  if (!issued.parts.empty()) drafts.push_back(draft(std::move(issued)));
  if (drafts.empty()) return refuse("NOBODY_LEFT");
  const std::string who = signers.approver ? signers.by.code + "/" + signers.approver->code : signers.by.code;
  drafts.push_back(draft(
      journal::LogNote{who, fmt::format("coupon batch {}: {} coupons, {}", request.key, done.count, request.reason)}));
  const auto appended = desk.m_store.appendAll(drafts);
  return appended ? Status{} : tl::unexpected(appended.error());
}

Status TaskDesk::Case::setTarget() {
  const auto first = BusinessDate::parse(request.month + "-01");
  if (!first) return base::fail(ErrorCode::BadInput, "month: YYYY-MM is expected");
  if (!report::isTargetFigure(request.figure))
    return base::fail(ErrorCode::BadInput, "figure: " + request.figure + " is not known");
  if (request.value < 0) return base::fail(ErrorCode::OutOfRange, "value");
  done.count = 1;
  return append(journal::TargetSet{request.month, request.figure, request.value, signers.by.code});
}

Status TaskDesk::Case::setPlan() {
  constexpr std::size_t kLongestPlan = 200'000;
  if (request.json.size() > kLongestPlan) return base::fail(ErrorCode::OutOfRange, "the care plan is too long");
  const auto read = programme::parseCarePlan(request.json);
  if (!read) return tl::unexpected(read.error());
  done.count = 1;
  return append(journal::CarePlanSet{request.json, signers.by.code});
}

Status TaskDesk::Case::run() {
  switch (request.act) {
    case TaskAct::Add: return add();
    case TaskAct::Done: return change(TaskState::Done);
    case TaskAct::Move: return move();
    case TaskAct::Agree: return change(TaskState::Agreed);
    case TaskAct::Arrange: return change(TaskState::Arranged);
    case TaskAct::Rate: return change(TaskState::Rated);
    case TaskAct::Cancel: return change(TaskState::Cancelled);
    case TaskAct::Start: return start();
    case TaskAct::UseBenefit: return useBenefit();
    case TaskAct::IssueCoupons: return issueCoupons();
    case TaskAct::SetTarget: return setTarget();
    case TaskAct::SetPlan: return setPlan();
    case TaskAct::Drop: return drop();
    case TaskAct::SetCampaign: return setCampaign();
    case TaskAct::DropCampaigns: return dropCampaigns();
    case TaskAct::CheckPhone: return checkPhone();
    case TaskAct::Comment: return comment();
    case TaskAct::Answer: return answer();
    case TaskAct::OpenTalk: return openTalk();
  }
  return base::fail(ErrorCode::BadInput);
}

}  // namespace kahui::till
