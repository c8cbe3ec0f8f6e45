// What rules give beside the bill's own points: referral (F1 to F3), the gift of who was referred (S000-17), cumulative
// rebates (S001-59). In a chain headquarters gives all of it (core/hq/project_rewards.cpp), because bills of other
// stores count too.
#include <algorithm>

#include "core/loyalty/coupon_serial.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/loyalty/rewards.hpp"
#include "core/till/sale_desk.hpp"
#include "core/till/take_points.hpp"

namespace kahui::till {

using base::Money;
using base::Points;

namespace {

std::vector<loyalty::ReferralGiven> givenOf(const std::vector<ports::GivenReward>& rewards,
                                            const programme::RulePack& rules) {
  std::vector<loyalty::ReferralGiven> given;
  for (const auto& reward : rewards)
    if (const auto rank = rules.rankOf(reward.key); rank && reward.why == journal::kReferral)
      given.push_back({*rank, reward.points});
  return given;
}

Points sumOf(const std::vector<ports::GivenReward>& rewards, std::string_view why, std::string_view key) {
  Points sum;
  for (const auto& reward : rewards)
    if (reward.why == why && (key.empty() || reward.key == key)) sum += reward.points;
  return sum;
}

std::int64_t utcOf(base::LocalTime time, int offset_min) { return (time.seconds() - offset_min * 60LL) * 1000; }

// What is left of the lots once these parts were taken.
void lessen(std::vector<journal::LotPart>& lots, const std::vector<journal::LotPart>& taken) {
  for (const auto& part : taken)
    for (auto& lot : lots)
      if (!part.lot.empty() && lot.lot == part.lot) lot.points -= part.points;
  std::erase_if(lots, [](const auto& lot) { return lot.points <= Points{}; });
}

journal::PointsRewarded rewardBack(std::int64_t member, std::string_view why, std::string key, Points points,
                                   std::vector<journal::LotPart>& lots, bool cashable = false) {
  journal::PointsRewarded back;
  back.member = member;
  back.why = why;
  back.key = std::move(key);
  back.cashable = cashable;
  back.points = Points{} - points;
  back.lots = takeFrom(lots, 0, points, cashable);
  lessen(lots, back.lots);
  return back;
}

}  // namespace

base::Status SaleDesk::addReferrer(const OpenBill& bill, pricing::SaleInput& input) const {
  const bool earns = input.member && input.member->status == pricing::MemberStatus::Active;
  if (!earns || m_store->info().enrolled) return {};
  const auto file = m_store->memberFile(bill.member->member.no);
  if (!file) return tl::unexpected(file.error());
  if (file->referrer == 0) return {};
  const auto referrer = m_store->memberByNo(member::MemberNo(file->referrer));
  if (!referrer) return tl::unexpected(referrer.error());
  if (!*referrer || (*referrer)->status != member::MemberStatus::Active || !m_rules->rankOf((*referrer)->tier))
    return {};
  const auto rewards = m_store->rewardsBy(bill.member->member.no);
  if (!rewards) return tl::unexpected(rewards.error());
  input.member->referrer =
      loyalty::referrerOf((*referrer)->no.text(), (*referrer)->tier, givenOf(*rewards, *m_rules), *m_rules);
  return {};
}

base::Status SaleDesk::addRewards(const sale::SaleResult& result, const pricing::SaleInput& input,
                                  const base::WallTime& at, journal::SaleCompleted& document,
                                  std::vector<journal::Payload>& also) const {
  if (!result.earns || m_store->info().enrolled || !document.member) return {};
  const bool rebates = std::any_of(m_rules->rebates.begin(), m_rules->rebates.end(),
                                   [&](const auto& one) { return loyalty::isOpen(one, at.local()); });
  document.member->own_rewards = rebates || input.member->referrer.has_value();
  if (rebates) KAHUI_TRY(giveRebates(at, document, also));
  if (!input.member->referrer) return {};
  const auto to = member::MemberNo::parse(input.member->referrer->id);
  KAHUI_ASSERT(to);
  journal::SoldReferral referral;
  referral.to = to->value();
  if (result.referral) {
    journal::PointsRewarded reward;
    reward.member = to->value();
    reward.of = document.member->no;
    reward.why = journal::kReferral;
    reward.key = document.member->tier_after;
    reward.cashable = true;
    reward.points = referral.points = result.referral->points;
    reward.lifetime = result.referral->lifetime_change;
    reward.expires = loyalty::expiryDate(m_rules->points.expiry_cashable, at.local().date());
    const Points lifetime = reward.lifetime;
    also.emplace_back(std::move(reward));
    const auto before = m_store->rewardsBy(member::MemberNo(document.member->no));
    if (!before) return tl::unexpected(before.error());
    KAHUI_TRY(liftReferrer(*to, sumOf(*before, journal::kReferral, {}) <= Points{}, lifetime, also));
  }
  document.member->referral = referral;
  KAHUI_TRY(giveReferee(at, document, also));
  const journal::SoldReferral& gave = *document.member->referral;
  if (gave.points + gave.gift_points == Points{} && gave.gift_serial.empty()) document.member->referral.reset();
  return {};
}

// Once, with the first bill that is paid; what went back with that bill's goods does not come again.
base::Status SaleDesk::giveReferee(const base::WallTime& at, journal::SaleCompleted& document,
                                   std::vector<journal::Payload>& also) const {
  if (!m_rules->referral.gift || document.total <= Money{}) return {};
  const auto& gift = *m_rules->referral.gift;
  journal::SoldMember& member = *document.member;
  const member::MemberNo no(member.no);
  if (gift.points > Points{}) {
    const auto rewards = m_store->rewardsBy(no);
    if (!rewards) return tl::unexpected(rewards.error());
    const bool had =
        std::any_of(rewards->begin(), rewards->end(), [](const auto& one) { return one.why == journal::kRefereeGift; });
    if (had) return {};
    journal::PointsRewarded reward;
    reward.member = member.no;
    reward.why = journal::kRefereeGift;  // its key is the sale's id, once it has one
    reward.points = member.referral->gift_points = gift.points;
    reward.expires = loyalty::giftEnd(gift, at.local().date(), *m_rules);
    member.balance_after += gift.points;
    also.emplace_back(std::move(reward));
    return {};
  }
  const auto had = m_store->couponsIssued(no, journal::kRefereeGift, {});
  if (!had) return tl::unexpected(had.error());
  if (*had > 0) return {};
  journal::CouponIssued issued;
  issued.origin = journal::kRefereeGift;
  issued.terms.type = "CASH";
  issued.terms.face = member.referral->gift_face = gift.face;
  issued.terms.min = gift.min;
  issued.expires = loyalty::giftEnd(gift, at.local().date(), *m_rules);
  member.referral->gift_serial = loyalty::couponSerial(*m_random);
  issued.parts = {{member.referral->gift_serial, member.no}};
  also.emplace_back(std::move(issued));
  return {};
}

base::Status SaleDesk::giveRebates(const base::WallTime& at, journal::SaleCompleted& document,
                                   std::vector<journal::Payload>& also) const {
  const member::MemberNo no(document.member->no);
  const auto rewards = m_store->rewardsBy(no);
  if (!rewards) return tl::unexpected(rewards.error());
  for (const auto& rebate : m_rules->rebates) {
    if (!loyalty::isOpen(rebate, at.local())) continue;
    const auto before = m_store->netBetween(no, utcOf(rebate.from, at.offset_min), utcOf(rebate.to, at.offset_min));
    if (!before) return tl::unexpected(before.error());
    const Points due =
        loyalty::rebateEarned(rebate, *before + document.total) - sumOf(*rewards, journal::kRebate, rebate.id);
    if (due <= Points{}) continue;
    journal::PointsRewarded reward;
    reward.member = document.member->no;
    reward.why = journal::kRebate;
    reward.key = rebate.id;
    reward.points = due;
    document.member->rebate += due;
    document.member->balance_after += due;
    reward.expires = loyalty::expiryDate(m_rules->points.expiry_noncash, at.local().date());
    also.emplace_back(std::move(reward));
  }
  return {};
}

// F3, and the like of the others: what the goods gave goes with them, below zero if need be.
base::Status SaleDesk::addRewardsBack(Settlement& settlement, std::vector<journal::Payload>& also) const {
  const auto* sale = std::get_if<journal::SaleCompleted>(&settlement.sale.payload);
  journal::SaleReturned& document = settlement.document;
  if (sale == nullptr || !sale->member || !document.member || m_store->info().enrolled) return {};
  document.member->own_rewards = true;
  const member::MemberNo no(sale->member->no);
  const auto rewards = m_store->rewardsBy(no);
  if (!rewards) return tl::unexpected(rewards.error());
  if (rewards->empty() && !sale->member->referral) return {};
  auto own = m_store->pointsLots(no);
  if (!own) return tl::unexpected(own.error());
  lessen(*own, document.member->taken);
  KAHUI_TRY(takeReferral(document, *rewards, also));
  // The gift goes with the last of the goods.
  bool whole = true;
  std::vector<base::Quantity> back = settlement.returned;
  for (const auto& line : document.lines) back[static_cast<std::size_t>(line.line)] += line.quantity;
  for (std::size_t i = 0; i < sale->lines.size(); ++i) whole = whole && back[i] == sale->lines[i].quantity;
  const std::string id = settlement.sale.id.hex();
  if (const Points gift = sumOf(*rewards, journal::kRefereeGift, id); whole && gift > Points{}) {
    also.emplace_back(rewardBack(no.value(), journal::kRefereeGift, id, gift, *own));
    document.member->balance_after -= gift;
    document.member->noncash_after -= gift;
  }
  if (whole && sale->member->referral && !sale->member->referral->gift_serial.empty()) {
    const auto spent = m_store->couponBySerial(sale->member->referral->gift_serial);
    if (!spent) return tl::unexpected(spent.error());
    if (*spent && (*spent)->status == ports::CouponStatus::Issued)
      also.emplace_back(journal::CouponChanged{(*spent)->serial, "VOIDED", std::nullopt});
  }
  return takeRebates(settlement, *rewards, *own, also);
}

// In a chain the till does not know what was given: it says when there may be something.
bool SaleDesk::chainTakesRewards(const Settlement& settlement) const {
  const auto* sale = std::get_if<journal::SaleCompleted>(&settlement.sale.payload);
  const auto& member = settlement.document.member;
  if (sale == nullptr || !sale->member || !member || !m_store->info().enrolled) return false;
  const bool lower = member->tier_after != member->tier_before;
  const bool rebate = std::any_of(m_rules->rebates.begin(), m_rules->rebates.end(),
                                  [&](const auto& one) { return loyalty::isOpen(one, settlement.sale.at.local()); });
  return rebate || sale->member->referral || (lower && !m_rules->referral.table.empty());
}

base::Status SaleDesk::takeReferral(const journal::SaleReturned& document,
                                    const std::vector<ports::GivenReward>& rewards,
                                    std::vector<journal::Payload>& also) const {
  if (document.member->tier_after == document.member->tier_before) return {};
  const auto left = m_rules->rankOf(document.member->tier_after);
  const auto given = givenOf(rewards, *m_rules);
  if (!left || given.empty()) return {};
  std::optional<member::Member> referrer;
  for (auto reward = rewards.rbegin(); reward != rewards.rend(); ++reward) {
    const auto rank = m_rules->rankOf(reward->key);
    if (reward->why != journal::kReferral || !rank || *rank <= *left || reward->points <= Points{}) continue;
    if (!referrer || referrer->no != reward->member) {
      auto found = m_store->memberByNo(reward->member);
      if (!found) return tl::unexpected(found.error());
      if (!*found) continue;
      referrer = std::move(**found);
    }
  }
  if (!referrer) return {};
  Points excess = loyalty::referralExcess(referrer->tier, given, *left, *m_rules);
  const Points taken = std::min(excess, sumOf(rewards, journal::kReferral, {}));
  auto lots = m_store->pointsLots(referrer->no);
  if (!lots) return tl::unexpected(lots.error());
  for (auto reward = rewards.rbegin(); reward != rewards.rend() && excess > Points{}; ++reward) {
    const auto rank = m_rules->rankOf(reward->key);
    if (reward->why != journal::kReferral || !rank || *rank <= *left || reward->points <= Points{}) continue;
    const Points part = std::min(excess, reward->points);
    excess -= part;
    auto back = rewardBack(referrer->no.value(), journal::kReferral, reward->key, part, *lots, true);
    back.of = document.member->no;
    if (m_rules->tier_rules.lifetime_from_referral) back.lifetime = Points{} - part;
    also.emplace_back(std::move(back));
  }
  // S000-75: a friend whose bill gives nothing any more is no referral any more.
  if (taken == Points{} || taken < sumOf(rewards, journal::kReferral, {})) return {};
  return lowerReferrer(*referrer, m_rules->tier_rules.lifetime_from_referral ? Points{} - taken : Points{}, also);
}

base::Status SaleDesk::takeRebates(Settlement& settlement, const std::vector<ports::GivenReward>& rewards,
                                   std::vector<journal::LotPart>& lots, std::vector<journal::Payload>& also) const {
  const base::WallTime& sold = settlement.sale.at;
  journal::ReturnedMember& member = *settlement.document.member;
  for (const auto& rebate : m_rules->rebates) {
    const Points given = sumOf(rewards, journal::kRebate, rebate.id);
    if (given == Points{} || !loyalty::isOpen(rebate, sold.local())) continue;
    const auto before = m_store->netBetween(member::MemberNo(member.no), utcOf(rebate.from, sold.offset_min),
                                            utcOf(rebate.to, sold.offset_min));
    if (!before) return tl::unexpected(before.error());
    const Points less = given - loyalty::rebateEarned(rebate, *before - settlement.document.refund);
    if (less <= Points{}) continue;
    also.emplace_back(rewardBack(member.no, journal::kRebate, rebate.id, less, lots));
    member.balance_after -= less;
    member.noncash_after -= less;
  }
  return {};
}

}  // namespace kahui::till
