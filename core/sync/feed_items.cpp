// The records of the feed as the till's store keeps them.
#include "core/journal/codec.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/sync/client.hpp"
#include "core/sync/counter.hpp"

namespace kahui::sync {

namespace {

base::Result<ports::FeedMember> memberOf(const ChangeItem& item, const std::string& terminal,
                                         const ChainKey& feed_key) {
  const auto record = parseMember(item.data);
  if (!record) return tl::unexpected(record.error());
  const auto id = base::Id::parse(item.key);
  const auto status = member::parseMemberStatus(record->status);
  if (!id || !status) return base::fail(base::ErrorCode::BadInput, "key or status of a member");
  ports::FeedMember member{*id,
                           member::MemberNo(record->no),
                           record->tier,
                           *base::BusinessDate::parse(record->tier_since),
                           *status,
                           record->demoted_from,
                           base::Money(record->since_demotion),
                           base::Points(record->noncash),
                           base::Points(record->cashable),
                           base::Points(record->lifetime),
                           record->as_of_ms,
                           *base::BusinessDate::parse(record->joined)};
  if (!record->into.empty()) member.into = base::Id::parse(record->into);
  for (const SeenEvent& seen : record->seen) {
    if (seen.terminal != terminal) continue;
    member.seen_incarnation = seen.incarnation;
    member.seen_seq = seen.seq;
  }
  member.hold = record->hold;
  member.barred = record->barred;
  member.group = record->group;
  member.reason = record->reason;
  if (!record->paid_until.empty()) member.paid_until = base::BusinessDate::parse(record->paid_until);
  if (record->value) {
    ports::FeedValue& value = member.value.emplace();
    value.principal = base::Money(record->value->principal);
    value.bonus = base::Money(record->value->bonus);
    for (const CountRecord& count : record->value->counts)
      value.counts.push_back(
          {count.card, count.sku, count.name, static_cast<int>(count.left), base::BusinessDate::parse(count.expires)});
  }
  if (const auto& bought = record->bought)
    member.bought =
        ports::BoughtSoFar{bought->bills, base::Money(bought->spent), bought->referrals, base::Money(bought->largest)};
  if (const auto& hand = record->hand)
    member.hand = ports::FeedHandTier{hand->tier, base::BusinessDate::parse(hand->until), hand->reason};
  member.terms = record->terms;
  member.terms_ms = record->terms_ms;
  for (const ChannelBillRecord& bill : record->bills)
    member.bills.push_back({bill.receipt_no, bill.channel, bill.pickup, base::WallTime{bill.at_ms, bill.utc_offset_min},
                            base::BusinessDate::parse(bill.day).value_or(base::BusinessDate{}), base::Money(bill.total),
                            base::Points(bill.earned), bill.lines});
  if (record->sealed.empty()) return member;
  auto profile = openProfile(feed_key, *id, record->sealed);
  if (!profile) return tl::unexpected(profile.error());
  member.profile = std::move(*profile);
  return member;
}

base::Result<ports::FeedCoupon> couponOf(const ChangeItem& item) {
  const auto record = parseCoupon(item.data);
  if (!record) return tl::unexpected(record.error());
  auto terms = journal::decodeTerms(record->terms);
  if (!terms) return tl::unexpected(terms.error());
  ports::FeedCoupon coupon{member::MemberNo(record->member),
                           record->status == "ISSUED" ? ports::CouponStatus::Issued
                           : record->status == "USED" ? ports::CouponStatus::Used
                                                      : ports::CouponStatus::Voided,
                           std::move(*terms),
                           std::nullopt,
                           record->unlimited,
                           record->origin,
                           record->origin_key};
  if (!record->expires.empty()) coupon.expires = base::BusinessDate::parse(record->expires);
  return coupon;
}

}  // namespace

base::Result<ports::FeedItem> feedItemOf(const std::string& of, const ChangeItem& item, const std::string& terminal,
                                         const ChainKey& feed_key) {
  ports::FeedItem out{item.key};
  if (of == "cards-blocked") {
    // "T/KEY" is a card that only terminal T has seen.
    if (const auto slash = item.key.find('/'); slash != std::string::npos) {
      out.own_card = item.key.substr(0, slash) == terminal;
      if (out.own_card) out.key = item.key.substr(slash + 1);
    }
    if (item.data.empty()) return out;
    const auto record = parseBlockedCard(item.data);
    if (!record) return tl::unexpected(record.error());
    out.blocked = member::parseCardStatus(record->status).value_or(member::CardStatus::Blocked);
    return out;
  }
  if (item.data.empty()) return out;
  if (of == "points-rules") {
    auto record = parseRules(item.data);
    if (!record) return tl::unexpected(record.error());
    // What the till could not sell by does not get into it, whoever sent it.
    const auto pack = programme::parseRulePack(std::string_view(record->json));
    if (!pack) return tl::unexpected(pack.error());
    if (pack->version != item.key) return base::fail(base::ErrorCode::BadInput, "version of a rule pack");
    out.rules = ports::FeedRules{item.key, record->valid_from, std::move(record->json)};
  } else if (of == "members") {
    auto member = memberOf(item, terminal, feed_key);
    if (!member) return tl::unexpected(member.error());
    out.member = std::move(*member);
  } else if (of == "price") {
    const auto record = parsePrice(item.data);
    if (!record) return tl::unexpected(record.error());
    const auto money = [](const std::optional<std::int64_t>& fen) {
      return fen ? std::optional(base::Money(*fen)) : std::nullopt;
    };
    out.price = ports::FeedPrice{record->sku, record->valid_from, base::Money(record->price),
                                 money(record->promo_price), money(record->member_price)};
    out.price->dated = record->members_from || record->guests_from;
    out.price->members_from = base::BusinessDate::parse(record->members_from.value_or(""));
    out.price->guests_from = base::BusinessDate::parse(record->guests_from.value_or(""));
  } else if (of == "coupons") {
    auto coupon = couponOf(item);
    if (!coupon) return tl::unexpected(coupon.error());
    out.coupon = std::move(*coupon);
  } else if (of == "news") {
    const auto record = parseAnnouncement(item.data);
    if (!record) return tl::unexpected(record.error());
    out.announcement = ports::FeedAnnouncement{record->title,
                                               record->text,
                                               *base::BusinessDate::parse(record->from),
                                               base::BusinessDate::parse(record->until),
                                               record->at_ms,
                                               record->members};
  } else {
    const auto record = parseErase(item.data);
    if (!record) return tl::unexpected(record.error());
    out.erase = true;
  }
  return out;
}

}  // namespace kahui::sync
