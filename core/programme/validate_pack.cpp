#include <unordered_set>

#include "core/programme/pack_readers.hpp"

namespace kahui::programme {

namespace {

using base::ErrorCode;

std::string tierPath(std::size_t rank, std::string_view key) {
  return "tiers[" + std::to_string(rank) + "]." + std::string(key);
}

// One purchase that lifts to a higher tier must be larger than the one that lifts to a lower tier from the same start.
void checkSingle(const RulePack& pack, JsonProblem& problem) {
  for (std::size_t from = 0; from < pack.tiers.size(); ++from) {
    std::optional<base::Money> last;
    for (std::size_t to = 0; to < pack.tiers.size(); ++to) {
      if (pack.tiers[to].single_from.size() != pack.tiers.size()) return;  // an earlier problem is noted
      const auto& amount = pack.tiers[to].single_from[from];
      if (!amount) continue;
      const auto path = tierPath(to, "single_from." + pack.tiers[from].code);
      if (from >= to)
        problem.note(ErrorCode::BadInput, path, "must be a lower tier than the one it leads to");
      else if (last && *amount <= *last)
        problem.note(ErrorCode::BadInput, path,
                     "thresholds must rise with the tier; must be above " + std::to_string(last->value()));
      last = amount;
    }
  }
}

void checkLifetime(const RulePack& pack, JsonProblem& problem) {
  std::optional<base::Points> last;
  for (std::size_t rank = 0; rank < pack.tiers.size(); ++rank) {
    const auto& lifetime = pack.tiers[rank].lifetime;
    if (!lifetime) continue;
    if (last && *lifetime <= *last)
      problem.note(ErrorCode::BadInput, tierPath(rank, "lifetime"),
                   "thresholds must rise with the tier; must be above " + std::to_string(last->value()));
    last = lifetime;
  }
}

// S000-23 and its kin: a higher tier never asks for less, and what cannot be reached is not offered.
void checkFurtherWays(const RulePack& pack, JsonProblem& problem) {
  const auto rises = [&](auto member, std::string_view key) {
    std::int64_t last = 0;
    for (std::size_t rank = 0; rank < pack.tiers.size(); ++rank) {
      const std::int64_t asked = member(pack.tiers[rank]);
      if (asked == 0) continue;
      if (asked < last)
        problem.note(ErrorCode::BadInput, tierPath(rank, key),
                     "thresholds must rise with the tier; must not be below " + std::to_string(last));
      last = asked;
    }
  };
  rises([](const Tier& tier) { return std::int64_t{tier.bills.value_or(0)}; }, "bills");
  rises([](const Tier& tier) { return tier.spent.value_or(base::Money{}).value(); }, "spent_fen");
  rises([](const Tier& tier) { return std::int64_t{tier.referrals.value_or(0)}; }, "referrals");
  rises([](const Tier& tier) { return tier.rise_points.value_or(base::Points{}).value(); }, "rise_points");
  bool pays = false;
  for (const auto& row : pack.referral.table)
    for (const auto& points : row) pays = pays || (points && *points > base::Points{});
  for (std::size_t rank = 0; rank < pack.tiers.size(); ++rank) {
    const Tier& tier = pack.tiers[rank];
    if (tier.referrals && !pays)
      problem.note(ErrorCode::BadInput, tierPath(rank, "referrals"), "needs a referral.table that gives points");
    if (rank == 0 && tier.rise_points)
      problem.note(ErrorCode::BadInput, tierPath(rank, "rise_points"), "nobody rises to the lowest tier");
    if (rank > 0 && tier.entry > base::Money{})
      problem.note(ErrorCode::BadInput, tierPath(rank, "entry_fen"), "only the lowest tier has an entry condition");
  }
}

void checkRetention(const RulePack& pack, JsonProblem& problem) {
  for (std::size_t rank = 0; rank < pack.tiers.size(); ++rank) {
    const auto& tier = pack.tiers[rank];
    if (tier.retain && !tier.demote_to)
      problem.note(ErrorCode::BadInput, tierPath(rank, "demote_to"), "is missing: retain_fen needs it");
    if (tier.demote_to && *tier.demote_to >= static_cast<int>(rank))
      problem.note(ErrorCode::BadInput, tierPath(rank, "demote_to"), "must be a lower tier");
  }
}

}  // namespace

void validatePack(const RulePack& pack, const std::vector<Promotion>& promotions, JsonProblem& problem) {
  checkSingle(pack, problem);
  checkLifetime(pack, problem);
  checkRetention(pack, problem);
  checkFurtherWays(pack, problem);
  if (pack.report.lost_days < pack.report.dormant_days)
    problem.note(ErrorCode::BadInput, "report.lost_days", "must not be below dormant_days");
  std::unordered_set<std::string_view> ids;
  for (std::size_t i = 0; i < promotions.size(); ++i)
    if (!ids.insert(promotions[i].id).second)
      problem.note(ErrorCode::BadInput, "promotions[" + std::to_string(i) + "].id", "stands twice");
}

}  // namespace kahui::programme
