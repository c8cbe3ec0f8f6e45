// Campaigns, what is deleted before anything came of it, and calls to members' telephones.
#include <algorithm>

#include "core/till/task_cases.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Status;

namespace {

constexpr std::size_t kMostDropped = 500;
constexpr std::size_t kCampaignCasesLongestCode = 40, kLongestName = 120, kMostKeys = 20, kLongestKey = 60;
constexpr int kCampaignCasesMostDays = 366;
constexpr base::Money kMostCost{100'000'000'00};

Status keysFit(const std::vector<std::string>& keys, const char* what) {
  const bool fit = keys.size() <= kMostKeys && std::all_of(keys.begin(), keys.end(), [](const std::string& key) {
                     return !key.empty() && key.size() <= kLongestKey;
                   });
  return fit ? Status{} : base::fail(ErrorCode::OutOfRange, what);
}

Status costsFit(const journal::CampaignCosts& costs) {
  for (const base::Money one : {costs.cards, costs.gifts, costs.online, costs.offline})
    if (one < base::Money{} || one > kMostCost) return base::fail(ErrorCode::OutOfRange, "cost");
  return {};
}

}  // namespace

// S000-86: a draft is a task in which nobody has done anything yet; what was agreed, done or scored stays.
Status TaskDesk::Case::drop() {
  if (request.drop.empty() || request.drop.size() > kMostDropped) return base::fail(ErrorCode::OutOfRange, "drop");
  std::vector<journal::Draft> drafts;
  for (const std::string& id : request.drop) {
    const auto found = desk.m_store.task(id);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return base::fail(ErrorCode::RuleRejected, "UNKNOWN_TASK");
    if ((*found)->state != journal::TaskState::New) return base::fail(ErrorCode::RuleRejected, "NOT_A_DRAFT");
    drafts.push_back(draft(journal::TaskChanged{(*found)->id, journal::TaskState::Cancelled, {}, 0, signers.by.code}));
  }
  done.count = static_cast<int>(drafts.size());
  return desk.m_store.appendTasks(drafts, {});
}

Status TaskDesk::Case::setCampaign() {
  if (!request.set_campaign) return base::fail(ErrorCode::BadInput, "campaign: missing");
  journal::CampaignSet set = *request.set_campaign;
  if (set.code.empty() || set.name.empty())
    return base::fail(ErrorCode::BadInput, "campaign: code and name are needed");
  if (set.code.size() > kCampaignCasesLongestCode || set.name.size() > kLongestName)
    return base::fail(ErrorCode::OutOfRange, "campaign");
  if (set.to < set.from) return base::fail(ErrorCode::BadInput, "campaign: ends before it begins");
  if (set.to.days() - set.from.days() >= kCampaignCasesMostDays) return base::fail(ErrorCode::OutOfRange, "campaign");
  KAHUI_TRY(keysFit(set.batches, "batches"));
  KAHUI_TRY(keysFit(set.promotions, "promotions"));
  KAHUI_TRY(costsFit(set.costs));
  set.removed = false;
  set.operator_code = signers.by.code;
  done.count = 1;
  return append(std::move(set));
}

Status TaskDesk::Case::dropCampaigns() {
  if (request.drop.empty() || request.drop.size() > kMostDropped) return base::fail(ErrorCode::OutOfRange, "drop");
  const auto known = desk.m_store.campaigns();
  if (!known) return tl::unexpected(known.error());
  std::vector<journal::Draft> drafts;
  for (const std::string& code : request.drop) {
    const auto one = std::find_if(known->begin(), known->end(), [&](const auto& set) { return set.code == code; });
    if (one == known->end()) return base::fail(ErrorCode::RuleRejected, "UNKNOWN_CAMPAIGN");
    if (one->from <= desk.m_sales.businessDate()) return base::fail(ErrorCode::RuleRejected, "NOT_A_DRAFT");
    journal::CampaignSet set = *one;
    set.removed = true;
    set.operator_code = signers.by.code;
    drafts.push_back(draft(std::move(set)));
  }
  done.count = static_cast<int>(drafts.size());
  return desk.m_store.appendTasks(drafts, {});
}

// S001-09.
Status TaskDesk::Case::checkPhone() {
  if (request.members.size() != 1) return base::fail(ErrorCode::BadInput, "one member is needed");
  const std::string& state = request.phone_state;
  if (!state.empty() && state != journal::kPhoneConfirmed && state != journal::kPhoneDead)
    return base::fail(ErrorCode::BadInput, "phone: CONFIRMED, DEAD or nothing is expected");
  const auto member = desk.activeMember(request.members.front());
  if (!member) return tl::unexpected(member.error());
  if (member->profile.phone.empty()) return base::fail(ErrorCode::RuleRejected, "NO_PHONE");
  done.count = 1;
  return append(journal::PhoneChecked{member->no.value(), state, signers.by.code});
}

}  // namespace kahui::till
