// From the store's products and members to the rules' input.
#include <algorithm>

#include "core/loyalty/membership.hpp"
#include "core/sale/sale_record.hpp"
#include "core/till/member_view.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::ErrorCode;

namespace {

pricing::MemberStatus statusOf(member::MemberStatus status) {
  switch (status) {
    case member::MemberStatus::Active: return pricing::MemberStatus::Active;
    case member::MemberStatus::Frozen: return pricing::MemberStatus::Frozen;
    case member::MemberStatus::Lost: return pricing::MemberStatus::Lost;
    case member::MemberStatus::Cancelled: return pricing::MemberStatus::Cancelled;
    // Of an application (S001-104) nothing is had before it is approved.
    case member::MemberStatus::Pending:
    case member::MemberStatus::Refused: return pricing::MemberStatus::Frozen;
  }
  return pricing::MemberStatus::Cancelled;
}

}  // namespace

// A part below nothing is a debt of what several tills spent: it is made up from the other part first.
pricing::StoredBalance spendableOf(const ports::StoredAccount& account) {
  const base::Money none, net = account.principal + account.bonus;
  if (net <= none) return {};
  if (account.principal < none) return {none, net};
  return account.bonus < none ? pricing::StoredBalance{net, none}
                              : pricing::StoredBalance{account.principal, account.bonus};
}

pricing::MemberView memberView(const AttachedMember& attached) {
  const member::Member& member = attached.member;
  pricing::MemberView view;
  view.id = member.id.hex();
  view.tier = member.tier;
  view.status = statusOf(member.status);
  view.birthday = member.profile.birthday;
  view.lifetime = member.lifetime;
  view.frozen_points = member.frozen;
  view.demoted_from = member.demoted_from;
  view.since_demotion = member.since_demotion;
  view.joined = member.joined;
  view.group = member.group;
  view.lots.reserve(attached.lots.size());
  for (const journal::LotPart& lot : attached.lots) view.lots.push_back(sale::lotOf(lot));
  if (member.noncash < base::Points{})
    view.lots.push_back({"debt", programme::PointsClass::NonCash, member.noncash, std::nullopt});
  if (member.cashable < base::Points{})
    view.lots.push_back({"debt", programme::PointsClass::Cashable, member.cashable, std::nullopt});
  if (attached.stored) view.stored = spendableOf(*attached.stored);
  for (const auto& use : attached.promotions) view.promotion_uses.push_back({use.promotion, use.today, use.ever});
  return view;
}

pricing::SaleInput SaleDesk::inputOf(const OpenBill& bill, base::LocalTime now) const {
  pricing::SaleInput input;
  input.now = now;
  input.store = m_store->info().store_no;
  if (bill.member) {
    input.member = memberView(*bill.member);
    // S003-13: a term that is over leaves a guest's prices.
    if (!loyalty::hasBenefits(termOf(*bill.member), m_rules->membership) &&
        input.member->status == pricing::MemberStatus::Active)
      input.member->status = pricing::MemberStatus::Frozen;
    tellBought(*bill.member, *input.member);
    input.gifts_today = bill.member->gifts_today;
  }
  input.basket.reserve(bill.lines.size());
  for (const BasketLine& line : bill.lines) input.basket.push_back(lineFor(line, bill.member, now));
  for (const ports::StoredCoupon& coupon : bill.wish.coupons)
    input.coupons.push_back(sale::couponOf(coupon.serial, coupon.terms, coupon.expires));
  input.bill_discount = bill.wish.discount;
  input.points = bill.wish.points;
  input.points_max = bill.wish.points_max;
  addDelivery(bill, input);
  input.tenders.assign(bill.tenders.begin(), bill.tenders.end());
  return input;
}

base::Status SaleDesk::loadBenefits(AttachedMember& attached) {
  KAHUI_TRY(loadLots(attached));
  KAHUI_TRY(loadCounts(attached));
  KAHUI_TRY(loadValue(attached));
  auto coupons = m_store->couponsOf(attached.member.no, today());
  if (!coupons) return tl::unexpected(coupons.error());
  attached.coupons = std::move(*coupons);
  return {};
}

base::Status SaleDesk::loadValue(AttachedMember& attached) {
  auto stored = m_store->storedAccount(attached.member.no, businessDate());
  if (!stored) return tl::unexpected(stored.error());
  attached.stored = *stored;
  auto counts = m_store->countCards(attached.member.no);
  if (!counts) return tl::unexpected(counts.error());
  attached.counts = std::move(*counts);
  return {};
}

base::Result<bool> SaleDesk::issueCoupons(AttachedMember& attached) {
  if (!m_shift || (m_jobs_done && !m_store->info().enrolled)) return false;
  KAHUI_TRY(m_jobs.issueNow(*m_rules, timeNow(), m_shift->business_date, attached.member));
  auto coupons = m_store->couponsOf(attached.member.no, today());
  if (!coupons) return tl::unexpected(coupons.error());
  const bool more = coupons->size() != attached.coupons.size();
  attached.coupons = std::move(*coupons);
  return more;
}

base::Status SaleDesk::loadBenefits(AttachedMember& attached, const SellRequest& request) {
  const bool stored = std::any_of(request.tenders.begin(), request.tenders.end(),
                                  [](const pricing::Tender& tender) { return tender.type == kStoredTender; });
  const bool gifts =
      std::any_of(request.lines.begin(), request.lines.end(), [](const SellLine& line) { return !line.gift.empty(); });
  const bool has_points = attached.member.points() != base::Points{};  // the receipt says when they end (S000-48)
  if (gifts || has_points || stored) KAHUI_TRY(loadLots(attached));
  if (stored) KAHUI_TRY(loadValue(attached));
  return loadCounts(attached);
}

base::Status SaleDesk::loadLots(AttachedMember& attached) {
  auto lots = m_store->pointsLots(attached.member.no);
  if (!lots) return tl::unexpected(lots.error());
  attached.lots = std::move(*lots);
  const auto has_pin = m_store->hasMemberPin(attached.member.no);
  if (!has_pin) return tl::unexpected(has_pin.error());
  attached.has_pin = *has_pin;
  return {};
}

base::Status SaleDesk::loadCounts(AttachedMember& attached) {
  if (m_limits_members) {
    auto uses = m_store->promotionUses(attached.member.no, businessDate());
    if (!uses) return tl::unexpected(uses.error());
    attached.promotions = std::move(*uses);
  }
  if (!m_rules->membership.plans.empty()) {
    auto until = m_store->membershipUntil(attached.member.no);
    if (!until) return tl::unexpected(until.error());
    attached.paid_until = *until;
  }
  KAHUI_TRY(loadBought(attached));
  if (!m_rules->evening_gift.enabled) return {};
  const auto gifts = m_store->couponsIssued(attached.member.no, "GIFT_COUPON", today().iso());
  if (!gifts) return tl::unexpected(gifts.error());
  attached.gifts_today = *gifts;
  return {};
}

base::Result<ports::StoredCoupon> SaleDesk::coupon(std::string_view serial,
                                                   const std::optional<AttachedMember>& member) {
  auto found = m_store->couponBySerial(serial);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return base::fail(ErrorCode::UnknownCoupon, std::string(serial));
  switch ((*found)->status) {
    case ports::CouponStatus::Issued: break;
    case ports::CouponStatus::Used: return base::fail(ErrorCode::CouponNotUsable, "USED");
    case ports::CouponStatus::Voided: return base::fail(ErrorCode::CouponNotUsable, "VOIDED");
  }
  if ((*found)->member.value() != 0 && !member) return base::fail(ErrorCode::CouponNotUsable, "NEEDS_MEMBER");
  if ((*found)->member.value() != 0 && member->member.no != (*found)->member)
    return base::fail(ErrorCode::CouponNotUsable, "OTHER_MEMBER");
  return std::move(**found);
}

}  // namespace kahui::till
