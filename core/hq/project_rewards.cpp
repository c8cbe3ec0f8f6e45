#include "core/hq/project_rewards.hpp"

#include <algorithm>

#include "core/hq/feeds.hpp"
#include "core/hq/hand_tiers.hpp"
#include "core/hq/project_tiers.hpp"
#include "core/journal/codec.hpp"
#include "core/loyalty/benefits.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/loyalty/rewards.hpp"

namespace kahui::hq {

namespace {

using base::Money;
using base::Points;
using ports::HqEventKey;
using ports::HqReward;

constexpr std::string_view kCounted = "COUNTED";

// The rewards of one event, posted one after the other.
class Giver {
 public:
  Giver(const Projection& to, const HqEventKey& key, const journal::Event& event, const programme::RulePack& pack)
      : m_to(to), m_key(key), m_event(event), m_pack(pack) {}

  // `points` < 0 takes back; the row's sum moves with it.
  void move(HqReward row, Points points, bool cashable, const programme::JoinGift* gift = nullptr) {
    row.points += points;
    m_to.tx.putReward(row);
    if (points == Points{}) return;
    row.member =
        survivorOf(m_to.tx, row.member);  // the row still says whose it was, for the day when they are two again
    const bool counts = cashable && m_pack.tier_rules.lifetime_from_referral;
    ports::HqPosting posting;
    posting.key = m_key;
    posting.n = ports::kFirstReward + kindOf(row.why) * ports::kRewardKind + m_next++;  // after all others of the event
    posting.member = row.member;
    posting.account = "GRANTED";
    posting.cashable = cashable;
    posting.points = points;
    if (counts) posting.lifetime = points;
    posting.day = m_event.business_date;
    posting.sale = m_event.cause ? m_event.cause->hex() : m_event.id.hex();
    if (points > Points{})
      posting.expires =
          gift != nullptr ? loyalty::giftEnd(*gift, m_event.business_date, m_pack)
                          : loyalty::expiryDate(cashable ? m_pack.points.expiry_cashable : m_pack.points.expiry_noncash,
                                                m_event.business_date);
    m_to.tx.putPosting(posting);
    const Points none;
    m_to.tx.addToMember(row.member, cashable ? none : points, cashable ? points : none, posting.lifetime);
    markMember(m_to.tx, row.member);
  }

 private:
  const Projection& m_to;
  const HqEventKey& m_key;
  const journal::Event& m_event;
  const programme::RulePack& m_pack;
  int m_next = 0;
};

// Of a member and of whoever was merged into him. Rows stay under the one whose bills earned them, as postings do, so
// that two who are two again have their own; here they count together.
std::vector<HqReward> rewardsOf(ports::HqTransaction& tx, const std::string& member, std::string_view why) {
  std::vector<HqReward> list = tx.rewards(member, why);
  for (const std::string& other : tx.mergedInto(member))
    for (HqReward& row : tx.rewards(other, why)) list.push_back(std::move(row));
  return list;
}

std::optional<HqReward> rewardOf(ports::HqTransaction& tx, const std::string& member, std::string_view why,
                                 std::string_view key) {
  auto row = tx.reward(member, why, key);
  for (const std::string& other : row ? std::vector<std::string>() : tx.mergedInto(member))
    if (row = tx.reward(other, why, key); row) break;
  return row;
}

// Nobody brought himself: also not one who was merged with who brought him.
std::optional<std::string> referrerOf(ports::HqTransaction& tx, const std::string& member) {
  auto id = tx.referrerOf(member);
  for (const std::string& other : id ? std::vector<std::string>() : tx.mergedInto(member))
    if (id = tx.referrerOf(other); id) break;
  if (id) id = survivorOf(tx, *id);
  return id == member ? std::nullopt : id;
}

// What a campaign came to in all: one row, that moves on.
std::optional<HqReward> sumOf(const std::vector<HqReward>& rows, std::string_view key) {
  std::optional<HqReward> sum;
  for (const HqReward& row : rows) {
    if (row.key != key) continue;
    if (sum) {
      sum->points += row.points;
      sum->net += row.net;
    } else {
      sum = row;
    }
  }
  return sum;
}

std::vector<loyalty::ReferralGiven> givenFor(ports::HqTransaction& tx, const std::string& member,
                                             const programme::RulePack& pack) {
  std::vector<loyalty::ReferralGiven> given;
  for (const HqReward& row : rewardsOf(tx, member, journal::kReferral))
    if (const auto rank = pack.rankOf(row.key)) given.push_back({*rank, row.points});
  return given;
}

std::optional<ports::HqMember> activeReferrer(ports::HqTransaction& tx, const std::string& member) {
  const auto id = referrerOf(tx, member);
  if (!id) return std::nullopt;
  auto referrer = tx.member(*id);
  return referrer && referrer->status == "ACTIVE" ? referrer : std::nullopt;
}

void giveReferral(const Projection& to, Giver& giver, const journal::Event& event, const std::string& member,
                  const std::string& tier_before, const programme::RulePack& pack) {
  const auto now = to.tx.member(member);
  const auto before = pack.rankOf(tier_before), after = pack.rankOf(now->tier);
  if (!before || !after || *after <= *before) return;  // a bill that comes late meets a tier that has risen already
  const auto referrer = activeReferrer(to.tx, member);
  if (!referrer) return;
  const auto given = givenFor(to.tx, member, pack);
  const Points due = loyalty::referralPoints(
      loyalty::referrerOf(referrer->id, tierInForce(to.tx, *referrer, pack), given, pack), *before, *after, pack);
  if (due == Points{}) return;
  auto row = to.tx.reward(member, journal::kReferral, now->tier)
                 .value_or(HqReward{member, std::string(journal::kReferral), now->tier, referrer->id});
  giver.move(std::move(row), due, true);
  raiseReferrer(to, event, referrer->id, pack);
}

void giveCoupon(const Projection& to, const journal::Event& event, const std::string& member,
                const programme::JoinGift& gift, const programme::RulePack& pack) {
  const auto id = base::Id::parse(member);
  if (!id) return;
  ports::HqCoupon coupon;
  coupon.serial = loyalty::couponSerialOf(*id, journal::kRefereeGift, event.id.hex(), 0);
  coupon.member = member;
  coupon.status = "ISSUED";
  journal::CouponTerms terms;
  terms.type = "CASH";
  terms.face = gift.face;
  terms.min = gift.min;
  coupon.terms = journal::encodeTerms(terms);
  coupon.expires = loyalty::giftEnd(gift, event.business_date, pack);
  coupon.origin = journal::kRefereeGift;
  coupon.origin_key = event.id.hex();
  to.tx.putCoupon(coupon);
  for (const std::string& store : to.tx.storesOf(member)) to.tx.mark(couponsFeed(store), coupon.serial);
}

// S000-17: once, with the first bill that is paid; what went back with its goods does not come again, so that the order
// in which tills tell of their bills changes little.
void giveRefereeGift(const Projection& to, Giver& giver, const journal::Event& event, const std::string& member,
                     const programme::RulePack& pack) {
  const auto& sale = std::get<journal::SaleCompleted>(event.payload);
  if (!pack.referral.gift || sale.total <= Money{} || !referrerOf(to.tx, member)) return;
  const auto& gift = *pack.referral.gift;
  if (!rewardsOf(to.tx, member, journal::kRefereeGift).empty()) return;
  giver.move({member, std::string(journal::kRefereeGift), event.id.hex(), member, {}, sale.total}, gift.points, false,
             &gift);
  if (gift.face > Money{}) giveCoupon(to, event, member, gift, pack);
}

void countForRebates(const Projection& to, Giver& giver, const journal::Event& event, const std::string& member,
                     const programme::RulePack& pack, bool give) {
  const auto& sale = std::get<journal::SaleCompleted>(event.payload);
  const base::LocalTime at = event.at.local();
  for (const auto& rebate : pack.rebates) {
    if (!loyalty::isOpen(rebate, at)) continue;
    to.tx.putReward(
        {member, std::string(kCounted), rebate.id + "/" + event.id.hex(), member, {}, sale.total, at.iso()});
    auto row = to.tx.reward(member, journal::kRebate, rebate.id)
                   .value_or(HqReward{member, std::string(journal::kRebate), rebate.id, member});
    const auto all = sumOf(rewardsOf(to.tx, member, journal::kRebate), rebate.id).value_or(HqReward{});
    row.net += sale.total;
    const Points due = loyalty::rebateEarned(rebate, all.net + sale.total) - all.points;
    giver.move(std::move(row), give ? std::max(Points{}, due) : Points{}, false);
  }
}

void takeReferral(const Projection& to, Giver& giver, const journal::Event& event, const std::string& member,
                  const programme::RulePack& pack) {
  const auto now = to.tx.member(member);
  if (!now) return;
  const auto left = pack.rankOf(now->tier);
  const auto id = referrerOf(to.tx, member);
  if (!left || !id) return;
  const auto referrer = to.tx.member(*id);
  if (!referrer) return;
  Points back =
      loyalty::referralExcess(tierInForce(to.tx, *referrer, pack), givenFor(to.tx, member, pack), *left, pack);
  auto rows = rewardsOf(to.tx, member, journal::kReferral);
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    const auto rank = pack.rankOf(row->key);
    if (!rank || *rank <= *left || back == Points{}) continue;
    const Points part = std::min(back, row->points);
    back -= part;
    giver.move(*row, Points{} - part, true);
  }
  countBought(to, referrer->id, pack);
  Points given;
  for (const auto& one : givenFor(to.tx, member, pack)) given += one.points;
  if (given == Points{}) lowerReferrer(to, event, referrer->id, pack);
}

void takeGift(const Projection& to, Giver& giver, const std::string& sale, const std::string& member,
              const journal::SaleReturned& back) {
  auto row = rewardOf(to.tx, member, journal::kRefereeGift, sale);
  if (!row) return;
  row->net -= back.refund;
  const bool whole = row->net <= Money{};
  giver.move(*row, whole ? Points{} - row->points : Points{}, false);
  const auto id = base::Id::parse(row->subject);
  if (!whole || !id) return;
  auto coupon = to.tx.coupon(loyalty::couponSerialOf(*id, journal::kRefereeGift, sale, 0));
  if (!coupon || coupon->status != "ISSUED") return;
  coupon->status = "VOIDED";
  to.tx.putCoupon(*coupon);
  for (const std::string& store : to.tx.storesOf(member)) to.tx.mark(couponsFeed(store), coupon->serial);
}

void takeRebates(const Projection& to, Giver& giver, const std::string& sale, const std::string& member,
                 const journal::SaleReturned& back, bool take) {
  const auto rows = rewardsOf(to.tx, member, journal::kRebate);
  for (auto row : rows) {
    // Under the member whose bill it was.
    const auto counted = to.tx.reward(row.subject, kCounted, row.key + "/" + sale);
    if (!counted) continue;
    const programme::RulePack* then = to.packs.inForce(counted->at);
    if (then == nullptr) continue;
    const auto rebate =
        std::find_if(then->rebates.begin(), then->rebates.end(), [&](const auto& one) { return one.id == row.key; });
    if (rebate == then->rebates.end()) continue;
    const HqReward all = *sumOf(rows, row.key);
    row.net -= back.refund;
    const Points less = loyalty::rebateEarned(*rebate, all.net - back.refund) - all.points;
    giver.move(std::move(row), take ? std::min(Points{}, less) : Points{}, false);
  }
}

}  // namespace

void noteReferrer(const Projection& to, const HqEventKey& key, const journal::Event& event,
                  const journal::MemberRegistered& joined) {
  if (joined.referrer == 0) return;
  const auto id = joined.referrer_id.isNull() ? std::nullopt : std::optional(joined.referrer_id);
  to.tx.putReferrer(joined.id.hex(), resolveMember(to, key, event, joined.referrer, id));
}

// Events come in any order: those who were brought may have risen before anybody here knew by whom, or who that is.
void settleReferrals(const Projection& to, const HqEventKey& key, const journal::Event& event,
                     const journal::MemberRegistered& joined) {
  const programme::RulePack* pack = to.packs.inForce(event.at.local().iso());
  if (pack == nullptr) return;
  Giver giver(to, key, event, *pack);
  const std::string id = survivorOf(to.tx, joined.id.hex());
  std::vector<std::string> brought = to.tx.refereesOf(id);
  for (const std::string& other : to.tx.mergedInto(id))
    for (const std::string& one : to.tx.refereesOf(other)) brought.push_back(one);
  for (std::string& one : brought) one = survivorOf(to.tx, one);
  if (joined.referrer != 0) brought.push_back(id);
  for (const std::string& one : brought)
    if (to.tx.member(one)) giveReferral(to, giver, event, one, pack->tier(0).code, *pack);
}

void noteReward(const Projection& to, const HqEventKey& key, const journal::Event& event,
                const journal::PointsRewarded& rewarded) {
  const std::string member = resolveMember(to, key, event, rewarded.member, std::nullopt);
  const std::string subject = rewarded.of == 0 ? member : resolveMember(to, key, event, rewarded.of, std::nullopt);
  const auto known = to.tx.reward(subject, rewarded.why, rewarded.key);
  auto row = known.value_or(HqReward{subject, rewarded.why, rewarded.key, member});
  row.member = member;
  // S001-71: two tills that did not know of each other; the first posted counts.
  const programme::RulePack* pack = to.packs.inForce(event.at.local().iso());
  if (rewarded.why == journal::kCardReward && known && rewarded.points > Points{} && pack != nullptr) {
    row.points += rewarded.points;
    Giver(to, key, event, *pack).move(std::move(row), Points{} - rewarded.points, false);
    return to.tx.putFlag({key, "card_reward_twice", subject, std::to_string(rewarded.points.value())});
  }
  row.points += rewarded.points;
  to.tx.putReward(row);
}

void rewardSale(const Projection& to, const HqEventKey& key, const journal::Event& event, const std::string& member,
                const std::string& tier_before) {
  const programme::RulePack* pack = to.packs.inForce(event.at.local().iso());
  if (pack == nullptr || !to.tx.member(member)) return;
  Giver giver(to, key, event, *pack);
  const bool own = std::get<journal::SaleCompleted>(event.payload).member->own_rewards;
  countForRebates(to, giver, event, member, *pack, !own);
  if (own) return;
  giveReferral(to, giver, event, member, tier_before, *pack);
  giveRefereeGift(to, giver, event, member, *pack);
}

void rewardReturn(const Projection& to, const HqEventKey& key, const journal::Event& event,
                  const journal::SaleReturned& back) {
  const programme::RulePack* pack = to.packs.inForce(event.at.local().iso());
  if (pack == nullptr || !back.member || !event.cause) return;
  const std::string member = resolveMember(to, key, event, back.member->no, std::nullopt);
  Giver giver(to, key, event, *pack);
  const bool own = back.member->own_rewards;
  takeRebates(to, giver, event.cause->hex(), member, back, !own);
  if (own) return;
  if (back.member->tier_after != back.member->tier_before) takeReferral(to, giver, event, member, *pack);
  takeGift(to, giver, event.cause->hex(), member, back);
}

namespace {

// By position; new ones go to the end.
constexpr std::string_view kKinds[] = {journal::kReferral, journal::kRefereeGift, journal::kRebate,
                                       journal::kCardReward};

}  // namespace

int kindOf(std::string_view why) {
  const auto* at = std::find(std::begin(kKinds), std::end(kKinds), why);
  return static_cast<int>(at - std::begin(kKinds));
}

std::string_view whyOf(int kind) {
  const int at = kind - ports::kFirstReward / ports::kRewardKind;
  return at >= 0 && at < std::ssize(kKinds) ? kKinds[at] : std::string_view();
}

}  // namespace kahui::hq
