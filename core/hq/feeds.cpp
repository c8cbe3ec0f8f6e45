#include "core/hq/feeds.hpp"

#include "core/hq/erasure.hpp"
#include "core/hq/hand_tiers.hpp"
#include "core/hq/lease.hpp"
#include "core/hq/project_terms.hpp"
#include "core/hq/rights.hpp"
#include "core/hq/snapshots.hpp"

namespace kahui::hq {

namespace {

using ports::HqTransaction;

constexpr int kChainZone_min = 8 * 60;  // rulebook section 0
constexpr int kChannelBills = 20;       // of a member, that tills show

void addSeen(std::vector<sync::SeenEvent>& seen, const ports::HqEventKey& last) {
  for (auto& one : seen) {
    if (one.terminal != last.terminal) continue;
    if (std::pair(last.inc, last.seq) > std::pair(one.incarnation, one.seq)) one = {last.terminal, last.inc, last.seq};
    return;
  }
  seen.push_back({last.terminal, last.inc, last.seq});
}

std::optional<sync::ValueRecord> valueOf(HqTransaction& tx, const std::string& id) {
  const auto account = tx.stored(id);
  const auto cards = tx.countCards(id);
  if (!account && cards.empty() && tx.lastValueMoves(id).empty()) return std::nullopt;
  sync::ValueRecord value;
  if (account) value = {account->principal.value(), account->bonus.value(), {}};
  for (const auto& card : cards)
    if (card.uses != 0)
      value.counts.push_back(
          {card.card, card.sku, card.name, card.uses, card.expires ? card.expires->iso() : std::string()});
  return value;
}

// S001-96: above the tier by the rules.
std::optional<ports::HqHandTier> handOf(HqTransaction& tx, const ports::HqMember& member, std::int64_t now_ms) {
  std::vector<std::string> all = tx.mergedInto(member.id);
  all.push_back(member.id);
  if (std::none_of(all.begin(), all.end(), [&](const auto& one) { return tx.handTier(one).has_value(); }))
    return std::nullopt;
  PackBook packs;
  packs.refresh(tx);
  const auto* pack = packs.inForce(base::WallTime{now_ms, kChainZone_min}.local().iso());
  if (pack == nullptr) return std::nullopt;
  auto hand = handTierInForce(tx, member.id, *pack);
  return hand && *pack->rankOf(hand->tier) > pack->rankOf(member.tier).value_or(-1) ? hand : std::nullopt;
}

}  // namespace

std::string memberItem(HqTransaction& tx, const std::string& id, std::int64_t now_ms) {
  const auto member = tx.member(id);
  if (!member) return {};
  sync::MemberRecord record;
  record.no = member->no;
  record.tier = member->tier;
  record.tier_since = member->tier_since.iso();
  record.status = member->status;
  record.demoted_from = member->demoted_from;
  record.since_demotion = member->since_demotion.value();
  record.noncash = member->noncash.value();
  record.cashable = member->cashable.value();
  record.lifetime = member->lifetime.value();
  record.as_of_ms = now_ms;
  record.joined = member->joined.iso();
  const std::string survivor = member->merged_into.empty() ? std::string() : survivorOf(tx, id);
  record.into = survivor;
  // What a till sealed opens on that till alone; what headquarters sealed opens on all.
  if (member->chain_sealed && member->merged_into.empty()) record.sealed = member->sealed;
  for (const auto& last : tx.lastPostings(id)) record.seen.push_back({last.terminal, last.inc, last.seq});
  // What a till still does under the old number is posted to the other member.
  if (!member->merged_into.empty())
    for (const auto& last : tx.lastPostings(survivor)) addSeen(record.seen, last);
  for (const auto& last : tx.lastValueMoves(id)) addSeen(record.seen, last);
  if (!member->merged_into.empty())
    for (const auto& last : tx.lastValueMoves(survivor)) addSeen(record.seen, last);
  // Nor does what it did before it heard that they are two again come to this one.
  if (const auto once = tx.meta(unmergedKey(survivor.empty() ? id : survivor)); once) {
    for (const auto& last : tx.lastPostings(*once)) addSeen(record.seen, last);
    for (const auto& last : tx.lastValueMoves(*once)) addSeen(record.seen, last);
  }
  for (const auto& last : tx.lastTermMoves(id)) addSeen(record.seen, last);
  if (member->merged_into.empty())
    for (const std::string& other : tx.mergedInto(id))
      for (const auto& last : tx.lastTermMoves(other)) addSeen(record.seen, last);
  if (const auto until = termOf(tx, id)) record.paid_until = until->iso();
  record.value = valueOf(tx, id);
  record.group = member->group;
  if (member->status == "REFUSED") record.reason = member->judged;
  if (const auto bought = tx.bought(id))
    record.bought =
        sync::BoughtRecord{bought->bills, bought->spent.value(), bought->referrals, bought->largest.value()};
  if (const auto hand = handOf(tx, *member, now_ms)) {
    record.tier = hand->tier;
    record.demoted_from.clear();
    record.since_demotion = 0;
    record.hand = sync::HandTierRecord{hand->tier, hand->until ? hand->until->iso() : std::string(), hand->reason};
  }
  std::vector<std::string> all = tx.mergedInto(id);
  all.push_back(id);
  for (const std::string& one : all) {
    const auto hand = tx.handTier(one);
    if (hand && !hand->by.terminal.empty()) addSeen(record.seen, hand->by);
  }
  if (const auto terms = tx.acceptedTerms(id)) {
    record.terms = terms->first;
    record.terms_ms = terms->second;
  }
  if (member->merged_into.empty())
    for (const auto& bill : tx.channelBills(id, kChannelBills))
      record.bills.push_back({bill.receipt_no, bill.channel, bill.pickup, bill.at_ms, bill.offset_min, bill.day.iso(),
                              bill.total.value(), bill.earned.value(), bill.lines});
  record.hold = loyalty::onHold(creditOf(tx, *member, now_ms));
  record.barred = loyalty::Deficits{tx.deficits(id).count, false}.barred();
  return sync::encode(record);
}

namespace {

std::string couponItem(HqTransaction& tx, const std::string& serial) {
  const auto coupon = tx.coupon(serial);
  if (!coupon) return {};
  sync::CouponRecord record;
  const auto member = tx.member(coupon->member);
  record.member = member ? member->no : 0;
  record.status = coupon->status;
  record.terms = coupon->terms;
  record.expires = coupon->expires ? coupon->expires->iso() : std::string();
  record.unlimited = coupon->unlimited;
  record.origin = coupon->origin;
  record.origin_key = coupon->origin_key;
  return sync::encode(record);
}

std::string blockedItem(HqTransaction& tx, const std::string& key, std::int64_t now_ms) {
  for (const auto& card : tx.cardsByKey(key))
    if (card.status != "ACTIVE") return sync::encode(sync::BlockedCardRecord{card.status, now_ms});
  return {};  // a tombstone: the card is good again
}

std::string rulesItem(HqTransaction& tx, const std::string& version) {
  for (const auto& pack : tx.packs())
    if (pack.version == version)
      return sync::encode(sync::RulesRecord{pack.valid_from, base::sha256({base::asBytes(pack.json)}), pack.json});
  return {};
}

// The key is sku@valid_from; a time has no '@'.
std::string priceItem(HqTransaction& tx, const std::string& key) {
  const std::size_t at = key.rfind('@');
  const auto price = tx.price(key.substr(0, at), key.substr(at + 1));
  if (!price) return {};
  const auto fen = [](const std::optional<base::Money>& money) {
    return money ? std::optional(money->value()) : std::nullopt;
  };
  sync::PriceRecord record{price->sku, price->valid_from, price->price.value(), fen(price->promo_price),
                           fen(price->member_price)};
  if (price->dated) {
    record.members_from = price->members_from ? price->members_from->iso() : std::string();
    record.guests_from = price->guests_from ? price->guests_from->iso() : std::string();
  }
  return sync::encode(record);
}

std::string eraseItem(HqTransaction& tx, const std::string& id) {
  const auto at = erasedAt(tx, id);
  const auto member = tx.member(id);
  return at && member ? sync::encode(sync::EraseRecord{member->no, *at}) : std::string();
}

// Announcements of a store and those of all stores lie in each store's feed.
std::string newsItem(HqTransaction& tx, const std::string& key) {
  for (const auto& one : tx.announcements())
    if (one.key == key && !one.withdrawn)
      return sync::encode(sync::AnnouncementRecord{
          one.title, one.text, one.from.iso(), one.until ? one.until->iso() : std::string(), one.at_ms, one.members});
  return {};
}

// Empty: a tombstone.
std::string itemOf(HqTransaction& tx, const ports::HqMark& mark, std::int64_t now_ms) {
  if (mark.feed == kRulesFeed) return rulesItem(tx, mark.key);
  if (mark.feed == kPriceFeed) return priceItem(tx, mark.key);
  if (mark.feed == kEraseFeed) return eraseItem(tx, mark.key);
  if (mark.feed == kBlockedFeed) return blockedItem(tx, mark.key, now_ms);
  if (mark.feed.starts_with("coupons/")) return couponItem(tx, mark.key);
  if (mark.feed.starts_with("news/")) return newsItem(tx, mark.key);
  if (mark.feed.starts_with("members/")) return memberItem(tx, mark.key, now_ms);
  return {};
}

}  // namespace

std::string membersFeed(std::string_view store) { return "members/" + std::string(store); }
std::string couponsFeed(std::string_view store) { return "coupons/" + std::string(store); }
std::string newsFeed(std::string_view store) { return "news/" + std::string(store); }

std::string feedOf(std::string_view scope, std::string_view store) {
  if (scope == "members") return membersFeed(store);
  if (scope == "coupons") return couponsFeed(store);
  if (scope == "news") return newsFeed(store);
  if (scope == kRulesFeed || scope == kPriceFeed || scope == kBlockedFeed || scope == kEraseFeed)
    return std::string(scope);
  return {};
}

std::string unmergedKey(std::string_view member) { return "unmerged/" + std::string(member); }

void markMember(HqTransaction& tx, std::string_view member) {
  for (const std::string& store : tx.storesOf(member)) tx.mark(membersFeed(store), member);
  tx.mark(kRightsFeed, member);
}

base::Result<int> sequence(ports::HqStore& store, std::string_view owner, std::int64_t now_ms, int limit) {
  const auto lease = takeLease(store, "sequencer", owner, now_ms);
  if (!lease) return tl::unexpected(lease.error());
  if (!*lease) return 0;
  int taken = 0;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    taken = 0;
    if (!tx.holdsLease("sequencer", **lease)) return {};
    for (const ports::HqMark& mark : tx.takeMarks(limit)) {
      tx.appendChange(mark.feed, mark.key, itemOf(tx, mark, now_ms));
      ++taken;
    }
    return {};
  }));
  return taken;
}

Answer<std::optional<sync::ChangePage>> changesAfter(ports::HqStore& store, std::string_view feed, std::int64_t epoch,
                                                     Cursor cursor, int limit) {
  std::optional<sync::ChangePage> page;
  std::optional<std::string> gone;
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    page.reset();
    gone.reset();
    const auto bounds = tx.feedBounds(feed);
    const bool from_start = cursor.epoch == 0 && cursor.position == 0;
    const bool pruned = cursor.position + 1 < bounds.first;
    if ((!from_start && cursor.epoch != epoch) || pruned || cursor.position > bounds.last) {
      gone = snapshotOf(tx, feed);
      return {};
    }
    auto changes = tx.changesAfter(feed, cursor.position, limit + 1);
    if (changes.empty()) return {};
    page.emplace();
    page->epoch = epoch;
    page->more = std::ssize(changes) > limit;
    if (page->more) changes.pop_back();
    for (auto& change : changes) page->items.push_back({change.pos, change.key, change.pos, std::move(change.item)});
    page->next = page->items.back().position;
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  if (gone)
    return tl::unexpected(Refused{410, {"gone", "take the snapshot, then go on from its position", 0, {}, *gone}});
  return page;
}

}  // namespace kahui::hq
