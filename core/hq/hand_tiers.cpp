#include "core/hq/hand_tiers.hpp"

#include "core/base/text.hpp"
#include "core/hq/erasure.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/lease.hpp"

namespace kahui::hq {

namespace {

using base::BusinessDate;
using base::ErrorCode;
using ports::HqHandTier;
using ports::HqTransaction;

constexpr const char* kHandTiersDay = "hand_tiers_day";    // what ended before it is over
constexpr const char* kHandTiersFrom = "hand_tiers_from";  // the calendar looks at last days from here on
constexpr const char* kHandTiersUpto = "hand_tiers_upto";  // and has done members up to this one
constexpr const char* kHandTiersOpen = "hand_tiers_open";
constexpr int kHandTiersAtOnce = 200;
constexpr std::size_t kHandTierReason = 200, kHandTierBy = 60;

// One day for all: tills must not differ by when they ask.
bool handHolds(HqTransaction& tx, const HqHandTier& hand) {
  if (hand.tier.empty()) return false;
  const auto day = BusinessDate::parse(tx.meta(kHandTiersDay).value_or("1970-01-01"));
  return !hand.until || !day || *hand.until >= *day;
}

void noteHandTier(HqTransaction& tx, const char* kind, const std::string& member, const std::string& detail) {
  tx.putFlag({{"", 0, nextOwnPosting(tx)}, kind, member, detail});
}

void tellTills(HqTransaction& tx, const std::string& member) {
  markMember(tx, member);
  if (const std::string survivor = survivorOf(tx, member); survivor != member) markMember(tx, survivor);
}

}  // namespace

std::optional<HqHandTier> handTierInForce(HqTransaction& tx, const std::string& member,
                                          const programme::RulePack& pack) {
  std::optional<HqHandTier> best;
  std::vector<std::string> all = tx.mergedInto(member);
  all.push_back(member);
  for (const std::string& one : all) {
    auto hand = tx.handTier(one);
    if (!hand || !handHolds(tx, *hand) || !pack.rankOf(hand->tier)) continue;
    if (!best || *pack.rankOf(hand->tier) > *pack.rankOf(best->tier)) best = std::move(hand);
  }
  return best;
}

std::string tierInForce(HqTransaction& tx, const ports::HqMember& member, const programme::RulePack& pack) {
  const auto hand = handTierInForce(tx, member.id, pack);
  return hand && *pack.rankOf(hand->tier) > pack.rankOf(member.tier).value_or(-1) ? hand->tier : member.tier;
}

// Without an operator the till writes down what it was told.
void applyHandTier(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                   const journal::TierByHand& hand) {
  if (hand.operator_code.empty()) return;
  const std::string id = resolveMember(to, key, event, hand.member, hand.id);
  to.tx.putHandTier({id, hand.ended ? std::string() : hand.tier, hand.ended ? std::nullopt : hand.until, hand.reason,
                     hand.operator_code, event.at.utc_ms, key});
  to.tx.putFlag({key, hand.ended ? "tier_by_hand_ended" : "tier_by_hand", id,
                 hand.operator_code + ": " + hand.before + " -> " + hand.tier + ": " + hand.reason});
  tellTills(to.tx, id);
}

base::Result<std::string> giveHandTier(ports::HqStore& store, const HandTierWish& wish, const base::WallTime& now) {
  if (wish.by.empty() || wish.by.size() > kHandTierBy || !base::isCleanUtf8(wish.by))
    return base::fail(ErrorCode::BadInput, "--by: the name of who decides is expected, at most 60 bytes");
  if (!wish.tier.empty() && wish.reason.empty())
    return base::fail(ErrorCode::BadInput, "--reason: write in words why the tier is given");
  if (wish.reason.size() > kHandTierReason || !base::isCleanUtf8(wish.reason))
    return base::fail(ErrorCode::BadInput, "--reason: at most 200 bytes of UTF-8 are expected");
  if (wish.until && *wish.until < now.local().date()) return base::fail(ErrorCode::RuleRejected, "TIER_DAY_PAST");
  std::string id;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    const auto found = findMember(tx, wish.member);
    if (!found) return tl::unexpected(found.error());
    id = survivorOf(tx, *found);
    const auto member = tx.member(id);
    if (!member || member->status != "ACTIVE") return base::fail(ErrorCode::RuleRejected, "NOT_ACTIVE");
    PackBook packs;
    packs.refresh(tx);
    const auto* pack = packs.inForce(now.local().iso());
    if (pack == nullptr) return base::fail(ErrorCode::WrongState, "no rule pack is in force: 'rules publish' first");
    const auto held = handTierInForce(tx, id, *pack);
    if (wish.tier.empty() && !held) return base::fail(ErrorCode::RuleRejected, "NO_TIER_BY_HAND");
    if (!wish.tier.empty()) {
      const auto rank = pack->rankOf(wish.tier);
      if (!rank) return base::fail(ErrorCode::BadInput, "--tier: the rule pack has no tier " + wish.tier);
      if (*rank <= pack->rankOf(member->tier).value_or(-1)) return base::fail(ErrorCode::RuleRejected, "TIER_REACHED");
    }
    const std::string of = held ? held->member : id;
    const std::uint64_t own = nextOwnPosting(tx);
    tx.putHandTier({of, wish.tier, wish.until, wish.reason, wish.by, now.utc_ms, {"", 0, own}});
    tx.putFlag(
        {{"", 0, own},
         wish.tier.empty() ? "tier_by_hand_ended" : "tier_by_hand",
         of,
         wish.by + ": " + member->tier + " -> " + (wish.tier.empty() ? member->tier : wish.tier) + ": " + wish.reason});
    tellTills(tx, of);
    return {};
  }));
  return id;
}

int endHandTiers(HqTransaction& tx, BusinessDate today) {
  const std::string day = tx.meta(kHandTiersDay).value_or("1970-01-01");
  if (day < today.iso()) {
    tx.setMeta(kHandTiersFrom, day);
    tx.setMeta(kHandTiersDay, today.iso());
    tx.setMeta(kHandTiersUpto, "");
    tx.setMeta(kHandTiersOpen, "1");
  }
  if (tx.meta(kHandTiersOpen) != "1") return 0;
  const auto from = BusinessDate::parse(tx.meta(kHandTiersFrom).value_or("1970-01-01"));
  const auto members =
      tx.handTiersEnded(from.value_or(BusinessDate{}), today, tx.meta(kHandTiersUpto).value_or(""), kHandTiersAtOnce);
  for (const std::string& id : members) {
    const auto member = tx.member(id);
    const auto hand = tx.handTier(id);
    if (member && hand) noteHandTier(tx, "tier_by_hand_ended", id, hand->tier + " -> " + member->tier);
    tellTills(tx, id);
  }
  const bool all = std::ssize(members) < kHandTiersAtOnce;
  tx.setMeta(all ? kHandTiersOpen : kHandTiersUpto, all ? std::string("0") : members.back());
  return static_cast<int>(members.size());
}

}  // namespace kahui::hq
