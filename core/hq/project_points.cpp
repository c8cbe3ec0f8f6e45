// The two-sided ledger, and headquarters' own opinion of a sale's points and tier.
#include "core/hq/calendar.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/project_event.hpp"
#include "core/hq/project_rewards.hpp"
#include "core/hq/project_tiers.hpp"
#include "core/journal/projection.hpp"
#include "core/sale/sale_record.hpp"

namespace kahui::hq {

namespace {

using base::Points;
using ports::HqEventKey;

constexpr int kAdjustmentPosting = 100'000;  // after every posting of the event itself

const char* nameOf(journal::PointsAccount account) {
  switch (account) {
    case journal::PointsAccount::Programme: return "PROGRAMME";
    case journal::PointsAccount::Opening: return "OPENING";
    case journal::PointsAccount::Redeemed: return "REDEEMED";
    case journal::PointsAccount::Expired: return "EXPIRED";
    case journal::PointsAccount::Adjustment: return "ADJUSTMENT";
    case journal::PointsAccount::Headquarters: return "HEADQUARTERS";
    case journal::PointsAccount::Transferred: return "TRANSFERRED";
    case journal::PointsAccount::Cashed: return "CASHED";
    case journal::PointsAccount::Exchanged: return "EXCHANGED";
    case journal::PointsAccount::Voided: return "VOIDED";
    case journal::PointsAccount::Granted: return "GRANTED";
    case journal::PointsAccount::OnCard: return "ON_CARD";
  }
  return "";
}

// What a member or somebody at the till chose to spend; the rest only takes back or ends.
bool isSpent(const journal::PointsPosting& movement) {
  switch (movement.account) {
    case journal::PointsAccount::Redeemed:
    case journal::PointsAccount::Transferred:
    case journal::PointsAccount::Cashed:
    case journal::PointsAccount::Exchanged:
    case journal::PointsAccount::OnCard: return movement.points < Points{};
    case journal::PointsAccount::Programme:
    case journal::PointsAccount::Opening:
    case journal::PointsAccount::Expired:
    case journal::PointsAccount::Adjustment:
    case journal::PointsAccount::Headquarters:
    case journal::PointsAccount::Voided:
    case journal::PointsAccount::Granted: break;
  }
  return false;
}

std::string saleOf(const journal::Event& event) {
  if (std::holds_alternative<journal::SaleCompleted>(event.payload)) return event.id.hex();
  // A gift's cause is the joining, a cancelled exchange's the exchange, a load's its payment.
  const bool other = std::holds_alternative<journal::PointsGranted>(event.payload) ||
                     std::holds_alternative<journal::ExchangeCancelled>(event.payload) ||
                     std::holds_alternative<journal::PointsLoaded>(event.payload);
  return event.cause && !other ? event.cause->hex() : std::string();
}

void post(const Projection& to, const ports::HqPosting& posting) {
  to.tx.putPosting(posting);
  const Points none;
  to.tx.addToMember(posting.member, posting.cashable ? none : posting.points, posting.cashable ? posting.points : none,
                    posting.lifetime);
}

// What the bill earns by headquarters' pack; nullopt: the bill cannot be priced by it (a coupon it does not know, say).
std::optional<sale::SaleResult> pricedAnew(const journal::Event& event, const programme::RulePack& pack,
                                           const std::optional<base::BusinessDate>& joined,
                                           const BoughtBefore* before) {
  // What a till did not know of other stores: it changes points and tier, never the prices (S000-23, S001-33).
  const auto tell = [&](pricing::SaleInput& input) {
    if (before == nullptr || !input.member) return;
    input.member->record = before->record;
    input.member->first_bill = before->first;
  };
  if (event.rules_version == pack.version) {
    auto record = sale::recordOf(event, pack);
    if (!record) return std::nullopt;
    if (before == nullptr) return std::move(record->sold);
    tell(record->input);
    auto sold = sale::evaluateSale(record->input, pack);
    return sold ? std::optional(std::move(*sold)) : std::nullopt;
  }
  const auto& document = std::get<journal::SaleCompleted>(event.payload);
  pricing::SaleInput input = sale::inputOf(event);
  if (!input.member || !pack.rankOf(input.member->tier)) return std::nullopt;
  if (!input.member->joined) input.member->joined = joined;
  tell(input);
  if (!pack.rankOf(input.member->demoted_from)) input.member->demoted_from.clear();
  input.tenders = {{document.tenders.empty() ? "CASH" : document.tenders.front().type, std::nullopt, std::nullopt}};
  auto result = sale::evaluateSale(input, pack);
  return result ? std::optional(std::move(*result)) : std::nullopt;
}

}  // namespace

void postPoints(const Projection& to, const HqEventKey& key, const journal::Event& event) {
  int n = 0;
  if (const auto* reward = std::get_if<journal::PointsRewarded>(&event.payload); reward != nullptr)
    // A till's own: named as those of headquarters, which come after it.
    n = ports::kFirstReward + kindOf(reward->why) * ports::kRewardKind + ports::kRewardKind / 2;
  for (const auto& movement : journal::pointsPostings(event)) {
    // What headquarters said itself comes back as the till's confirmation; it is in the ledger under what it came from.
    if (movement.account == journal::PointsAccount::Headquarters) continue;
    if (movement.account == journal::PointsAccount::Expired) {  // the calendar's, once for all tills
      to.tx.mark(kCalendarFeed, resolveMember(to, key, event, movement.member, std::nullopt));
      continue;
    }
    ports::HqPosting posting;
    posting.key = key;
    posting.n = n++;
    posting.member = resolveMember(to, key, event, movement.member, std::nullopt);
    posting.account = nameOf(movement.account);
    posting.cashable = movement.cashable;
    posting.points = movement.points;
    posting.lifetime = movement.lifetime;
    posting.day = event.business_date;
    posting.expires = movement.expires;
    posting.sale = saleOf(event);
    post(to, posting);
    markMember(to.tx, posting.member);
    // Late: what the calendar took off before may have been another number.
    if (event.business_date < to.today) to.tx.mark(kCalendarFeed, posting.member);
    if (!isSpent(movement)) continue;
    // Both goods left their shops: what was spent twice stands, and the account is below nothing (protocol.md,
    // "Authority").
    if (const auto member = to.tx.member(posting.member); member && member->noncash + member->cashable < Points{})
      to.tx.putFlag({key, "overdraft", posting.member, std::to_string((member->noncash + member->cashable).value())});
  }
}

void recheckSale(const Projection& to, const HqEventKey& key, const journal::Event& event, const std::string& id) {
  const programme::RulePack* pack = to.packs.inForce(event.at.local().iso());
  if (pack == nullptr) return;
  // S001-86: prices of another channel are its own; the bill counts toward the tier by what was paid.
  if (!std::get<journal::SaleCompleted>(event.payload).channel.empty()) {
    if (auto member = to.tx.member(id)) raiseTier(to, event, *pack, sale::SaleResult{}, *member);
    return;
  }
  const auto member_before = to.tx.member(id);
  const bool counts = pack->countsPurchases();
  BoughtBefore before;
  if (counts) before = boughtBefore(to.tx, id, event, *pack);
  const auto anew = pricedAnew(event, *pack, member_before ? std::optional(member_before->joined) : std::nullopt,
                               counts ? &before : nullptr);
  if (!anew) return to.tx.putFlag({key, "not_repriced", id, pack->version});
  const auto& sold = *std::get<journal::SaleCompleted>(event.payload).member;
  if (const Points difference = anew->points_earned - sold.earned; difference != Points{}) {
    ports::HqPosting posting;
    posting.key = key;
    posting.n = kAdjustmentPosting;
    posting.member = id;
    posting.account = nameOf(journal::PointsAccount::Adjustment);
    posting.points = difference;
    posting.lifetime = difference;
    posting.day = event.business_date;
    posting.expires = sold.lot_expires;
    posting.sale = event.id.hex();
    post(to, posting);
    to.tx.putFlag({key, "earn_differs", id,
                   "till " + std::to_string(sold.earned.value()) + ", headquarters " +
                       std::to_string(anew->points_earned.value()) + " by pack " + pack->version});
    markMember(to.tx, id);
  }
  if (auto member = to.tx.member(id)) raiseTier(to, event, *pack, *anew, *member);
}

}  // namespace kahui::hq
