// What stands beside goods in a sale: goods for some members or some days only, upgrades, paid terms, deliveries, and
// what joining would give.
#include <algorithm>

#include "core/loyalty/earning.hpp"
#include "core/till/member_view.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;

namespace {

const programme::MembershipPlan* planOf(const programme::MembershipRules& rules, const std::string& sku) {
  const auto plan =
      std::find_if(rules.plans.begin(), rules.plans.end(), [&](const auto& one) { return one.sku == sku; });
  return plan == rules.plans.end() ? nullptr : &*plan;
}

int piecesOf(base::Quantity quantity) { return static_cast<int>(quantity.value() / base::kOnePiece.value()); }

}  // namespace

base::Status SaleDesk::mayBuy(const catalog::Product& product, const std::optional<AttachedMember>& member,
                              base::BusinessDate day) const {
  const bool known = member && member->member.status == member::MemberStatus::Active &&
                     loyalty::hasBenefits(termOf(*member), m_rules->membership);
  if (product.members_from && day < *product.members_from)
    return base::fail(ErrorCode::RuleRejected, "NOT_ON_SALE_YET");
  if (product.guests_from && day < *product.guests_from && !known)
    return base::fail(ErrorCode::RuleRejected, product.members_from ? "MEMBERS_FIRST" : "NOT_ON_SALE_YET");
  if (!product.birthday_only) return {};
  const bool celebrates =
      known && member->member.profile.birthday &&
      member::isBirthdayMonth(day, *member->member.profile.birthday, loyalty::leapDay(m_rules->birthday.feb29));
  return celebrates ? base::Status{} : base::fail(ErrorCode::RuleRejected, "BIRTHDAY_ONLY");
}

base::Status SaleDesk::mayBuy(const OpenBill& bill) const {
  const base::BusinessDate day = timeOf(bill).local().date();
  for (const BasketLine& line : bill.lines) {
    KAHUI_TRY(mayBuy(*line.product, bill.member, day));
    if (!line.gift.empty() && !bill.member) return base::fail(ErrorCode::RuleRejected, "GIFT_NEEDS_MEMBER");
    if (planOf(m_rules->membership, line.product->sku) != nullptr && !bill.member)
      return base::fail(ErrorCode::RuleRejected, "TERM_NEEDS_MEMBER");
  }
  return {};
}

loyalty::Term SaleDesk::termOf(const AttachedMember& member) const {
  return loyalty::termOn(businessDate(), member.paid_until, m_rules->membership);
}

// S003-72, S003-77: the better price is a member price of the line, so that P2 weighs it like any other.
pricing::Basket::Line SaleDesk::lineFor(const BasketLine& line, const std::optional<AttachedMember>& member,
                                        base::LocalTime now) const {
  if (!line.gift.empty()) return giftLine(line, now);
  if (!member || line.override_price || line.amount || !line.offer.empty() || !line.count_card.empty())
    return line.input;
  std::optional<Money> better;
  const auto offer = [&](Money price) { better = std::min(better.value_or(price), price); };
  const auto rank = m_rules->rankOf(member->member.tier);
  for (const auto& upgrade : m_rules->upgrades) {
    if (upgrade.to != line.product->sku || !rank) continue;
    if (std::find(upgrade.tiers.begin(), upgrade.tiers.end(), *rank) == upgrade.tiers.end()) continue;
    const auto small = m_store->productBySku(upgrade.from);
    if (small && *small) offer((*small)->price);
  }
  if (const auto* plan = planOf(m_rules->membership, line.product->sku);
      plan != nullptr && plan->renewal && termOf(*member).may_renew)
    offer(*plan->renewal);
  if (!better || *better >= line.input->member_price.value_or(line.input->unit_price)) return line.input;
  pricing::LineInput input = *line.input;
  input.member_price = better;
  return std::make_shared<const pricing::LineInput>(std::move(input));
}

// The fee follows what is paid for the goods, with everything that lowers them.
void SaleDesk::addDelivery(const OpenBill& bill, pricing::SaleInput& input) const {
  const auto fee_line =
      std::find_if(bill.lines.begin(), bill.lines.end(), [](const auto& line) { return line.delivery; });
  if (fee_line == bill.lines.end() || !m_rules->delivery) return;
  const auto at = static_cast<std::size_t>(fee_line - bill.lines.begin());
  pricing::SaleInput goods = input;
  goods.basket = {};
  goods.tenders.clear();
  for (std::size_t i = 0; i < input.basket.size(); ++i)
    if (i != at) goods.basket.push_back(input.basket.line(i));
  Money worth;
  if (!goods.basket.empty()) {
    const auto priced = sale::evaluateSale(goods, *m_rules);
    if (!priced) return;  // the bill itself says why, and has no price
    worth = priced->total;
  }
  const auto standing = sale::standingFor(input, *m_rules);
  pricing::LineInput fee = input.basket[at];
  fee.unit_price =
      loyalty::deliveryFee(*m_rules->delivery, standing ? std::optional(standing->rank) : std::nullopt, worth);
  input.basket.replace(at, std::move(fee));
}

const programme::DeliveryClass* SaleDesk::deliveryClass(const OpenBill& bill) const {
  if (!m_rules->delivery) return nullptr;
  const auto standing = sale::standingFor(inputOf(bill, timeOf(bill).local()), *m_rules);
  return loyalty::deliveryClass(*m_rules->delivery, standing ? std::optional(standing->rank) : std::nullopt);
}

std::string SaleDesk::words(const programme::DeliveryClass& how) const {
  return m_store->info().language == "en" ? how.en : how.zh;
}

ports::FoundProduct SaleDesk::deliveryProduct() const {
  catalog::Product fee;
  fee.sku = kDeliverySku;
  fee.name = m_store->info().language == "en" ? "Delivery" : "送货费";
  fee.category = "DELIVERY";
  fee.no_points = fee.no_member_discount = fee.no_promotion = true;
  return std::make_shared<const catalog::Product>(std::move(fee));
}

std::optional<JoinOffer> SaleDesk::joinOffer(const OpenBill& bill, Money total) const {
  const Money from = m_rules->desk.join_prompt;
  if (bill.member || from == Money{} || total < from) return std::nullopt;
  pricing::SaleInput input = inputOf(bill, timeOf(bill).local());
  input.register_member = true;
  const auto joined = sale::evaluateSale(input, *m_rules);
  if (!joined) return std::nullopt;
  JoinOffer offer;
  offer.saved = std::max(Money{}, total - joined->total);
  offer.points = joined->points_earned;
  if (m_rules->join_gift && m_rules->join_gift->given(input.now)) {
    offer.gift = m_rules->join_gift->points;
    offer.gift_face = m_rules->join_gift->face;
  }
  return offer;
}

base::Status SaleDesk::addTerms(const OpenBill& bill, base::BusinessDate day,
                                std::vector<journal::Payload>& also) const {
  if (!bill.member) return {};
  std::optional<base::BusinessDate> until = bill.member->paid_until;
  for (const BasketLine& line : bill.lines) {
    const auto* plan = planOf(m_rules->membership, line.product->sku);
    if (plan == nullptr) continue;
    const int months = plan->months * piecesOf(line.quantity);
    const auto longer = loyalty::renewedUntil(until, day, months);
    also.emplace_back(
        journal::MembershipMoved{bill.member->member.no.value(), false, plan->sku, months, until, longer});
    until = longer;
  }
  return {};
}

// A fee that comes back takes its months with it, of whatever is paid for by then.
base::Status SaleDesk::addTermsBack(const Settlement& settlement, std::vector<journal::Payload>& also) const {
  const auto* sale = std::get_if<journal::SaleCompleted>(&settlement.sale.payload);
  if (sale == nullptr || sale->lines.empty() || !sale->member) return {};
  std::optional<std::optional<base::BusinessDate>> until;
  for (const journal::ReturnedLine& line : settlement.document.lines) {
    const auto* plan = planOf(m_rules->membership, line.sku);
    if (plan == nullptr) continue;
    if (!until) {
      auto now = m_store->membershipUntil(member::MemberNo(sale->member->no));
      if (!now) return tl::unexpected(now.error());
      until = *now;
    }
    if (!until->has_value()) continue;
    const int months = plan->months * piecesOf(line.quantity);
    const auto shorter = loyalty::shortenedUntil(**until, months);
    also.emplace_back(journal::MembershipMoved{sale->member->no, true, plan->sku, months, *until, shorter});
    *until = shorter;
  }
  return {};
}

}  // namespace kahui::till
