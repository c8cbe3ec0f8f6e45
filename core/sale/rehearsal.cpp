#include "core/sale/rehearsal.hpp"

#include <algorithm>

#include "core/sale/sale_record.hpp"

namespace kahui::sale {

using base::Money;
using base::Points;

namespace {

std::string move(const std::string& from, const std::string& to) { return from + ">" + to; }

}  // namespace

// What the customer did not bring under the new pack is not held against it twice: first the coupons go, then the
// points.
base::Result<SaleResult> Rehearsal::priceAnew(pricing::SaleInput& input) {
  auto result = evaluateSale(input, *m_pack);
  if (result) return result;
  ++m_refused;
  input.coupons.clear();
  result = evaluateSale(input, *m_pack);
  if (result) return result;
  input.points = {};
  input.bill_discount = {};
  return evaluateSale(input, *m_pack);
}

void Rehearsal::tellBought(const Walk& walk, pricing::SaleInput& input) const {
  if (!m_pack->countsPurchases()) return;
  pricing::MemberView& member = *input.member;
  const auto from = loyalty::windowStart(input.now.date(), *m_pack);
  if (!member.record) {
    pricing::BuyingRecord record;
    for (const auto& [day, paid] : walk.bills)
      if (!from || day >= *from) record = loyalty::withBill(record, paid);
    member.record = record;
  }
  if (!walk.bills.empty()) member.first_bill = false;
}

base::Status Rehearsal::add(const journal::Event& sale) {
  const auto& document = std::get<journal::SaleCompleted>(sale.payload);
  pricing::SaleInput input = inputOf(sale);
  input.tenders = {{document.tenders.empty() ? "CASH" : document.tenders.front().type, std::nullopt, std::nullopt}};
  Walk guest;
  Walk* walk = &guest;
  if (document.member && input.member) {
    const auto [place, fresh] = m_members.try_emplace(document.member->no);
    walk = &place->second;
    if (fresh) {
      walk->tier = input.member->tier;
      walk->demoted_from = input.member->demoted_from;
      walk->since_demotion = input.member->since_demotion;
      walk->lifetime = input.member->lifetime;
      walk->change.no = document.member->no;
    }
    if (!m_pack->rankOf(walk->tier)) return base::fail(base::ErrorCode::BadInput, "the pack has no tier " + walk->tier);
    input.member->tier = walk->tier;
    input.member->demoted_from = m_pack->rankOf(walk->demoted_from) ? walk->demoted_from : std::string();
    input.member->since_demotion = walk->since_demotion;
    input.member->lifetime = walk->lifetime;
    tellBought(*walk, input);
  }
  const auto anew = priceAnew(input);
  if (!anew) return tl::unexpected(anew.error());
  ++m_bills;
  if (document.member && m_pack->countsPurchases()) walk->bills.emplace_back(input.now.date(), anew->total);
  compare(document, *anew, *walk);
  return {};
}

void Rehearsal::compare(const journal::SaleCompleted& document, const SaleResult& anew, Walk& walk) {
  const Money paid_before = document.total + document.rounding;
  const Money paid_after = anew.total + anew.rounding;
  m_before.paid += paid_before;
  m_before.discount += document.gross - paid_before;
  m_after.paid += paid_after;
  m_after.discount += anew.gross - paid_after;
  const std::int64_t value = m_pack->points.value.value();
  for (const auto& benefit : anew.benefits) m_after.benefits += benefit.face + Money(benefit.points.value() * value);
  if (!document.member) return;

  const journal::SoldMember& member = *document.member;
  m_before.earned += member.earned;
  m_before.used += member.used;
  m_after.earned += anew.points_earned;
  m_after.used += anew.points_used;
  for (const auto& benefit : member.benefits) m_before.benefits += benefit.face + Money(benefit.points.value() * value);
  const std::string& tier_before = member.tier_before.empty() ? member.bill_tier : member.tier_before;
  if (member.tier_after != tier_before && !tier_before.empty())
    ++m_before.tier_moves[move(tier_before, member.tier_after)];
  if (anew.tier_after) {
    const std::string& tier = m_pack->tier(*anew.tier_after).code;
    if (tier != walk.tier) ++m_after.tier_moves[move(walk.tier, tier)];
    walk.tier = tier;
    walk.demoted_from = anew.demoted_from_after ? m_pack->tier(*anew.demoted_from_after).code : std::string();
    walk.since_demotion = anew.since_demotion_after;
    walk.lifetime = anew.lifetime_after;
  }
  walk.change.paid_more += paid_after - paid_before;
  walk.change.earned_less += member.earned - anew.points_earned;
  walk.change.loss = walk.change.paid_more + Money(walk.change.earned_less.value() * value);
}

std::vector<MemberChange> Rehearsal::losers(std::size_t most) const {
  std::vector<MemberChange> list;
  for (const auto& [no, walk] : m_members)
    if (walk.change.loss > Money{}) list.push_back(walk.change);
  std::sort(list.begin(), list.end(), [](const MemberChange& a, const MemberChange& b) {
    return a.loss != b.loss ? a.loss > b.loss : a.no < b.no;
  });
  if (list.size() > most) list.resize(most);
  return list;
}

}  // namespace kahui::sale
