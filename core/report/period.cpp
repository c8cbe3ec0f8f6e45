#include "core/report/period.hpp"

#include <algorithm>

#include "core/journal/value_why.hpp"

namespace kahui::report {

using base::Money;
using base::Quantity;
using journal::SaleCompleted;
using journal::SaleReturned;

namespace {

class Sums {
 public:
  explicit Sums(PeriodFigures& out) : m_out(out) {}

  void add(const journal::Event& event) {
    m_out.totals += journal::dayTotals(event);
    if (const auto* sale = std::get_if<SaleCompleted>(&event.payload)) addSale(event, *sale);
    if (const auto* back = std::get_if<SaleReturned>(&event.payload)) addReturn(event, *back);
    if (const auto* moved = std::get_if<journal::StoredMoved>(&event.payload)) addStored(*moved);
  }

  void finish(const programme::RulePack& pack) {
    m_out.day = dayFigures(m_bills, pack);
    m_out.day.points_reversed = base::Points() - m_out.totals.reversed;
    std::int64_t buyers = 0;
    for (const auto& [member, bills] : m_bills_of) {
      ++buyers;
      m_out.repeat_buyers += bills >= 2 ? 1 : 0;
    }
    m_out.repeat_buyers_bp = buyers == 0 ? 0 : shareBp(m_out.repeat_buyers, buyers);
  }

 private:
  static void count(Trade& trade, Money net, bool bill, bool member) {
    trade.net += net;
    if (bill) ++trade.bills;
    if (!member) return;
    trade.member_net += net;
    if (bill) ++trade.member_bills;
  }

  Trade& hourOf(const journal::Event& event) {
    constexpr int kSecondsPerHour = 3600;
    return m_out.hours.at(static_cast<std::size_t>(event.at.local().secondOfDay() / kSecondsPerHour));
  }

  void addSale(const journal::Event& event, const SaleCompleted& sale) {
    const bool member = sale.member && !sale.member->bill_tier.empty();  // I3: else priced as a guest
    const auto totals = journal::dayTotals(event);
    DayBill bill{.net = sale.total, .items = totals.pieces, .earned = totals.earned, .used = totals.redeemed};
    if (member) {
      bill.member = std::to_string(sale.member->no);
      bill.used = sale.member->used;
      ++m_bills_of[sale.member->no];
      if (!sale.member->tier_rule.empty()) ++m_out.upgrades;
    }
    m_bills.push_back(std::move(bill));
    count(hourOf(event), sale.total, true, member);
    count(m_out.tiers[member ? sale.member->bill_tier : std::string()], sale.total, true, member);
    for (const auto& tender : sale.tenders) m_out.tenders[tender.type].taken += tender.amount;
    for (const auto& line : sale.lines) addItem(line.sku, line.name, line.quantity, line.final, member);
    addManual(sale);
  }

  void addStored(const journal::StoredMoved& moved) {
    const Money moves = moved.principal + moved.bonus;
    if (moved.why == journal::kValueConfirmed) return;
    (moves > Money() ? m_out.stored_in : m_out.stored_out) += moves > Money() ? moves : Money() - moves;
  }

  void addManual(const SaleCompleted& sale) {
    Money saving;
    for (const auto& line : sale.lines) {
      saving += line.bill;
      if (line.terms.override_price) saving += line.gross - line.after_price;
    }
    if (saving == Money()) return;
    auto& manual = m_out.manual[sale.operator_code];
    ++manual.bills;
    manual.saving += saving;
  }

  void addReturn(const journal::Event& event, const SaleReturned& back) {
    const bool member = back.member.has_value();
    DayBill bill{.net = Money() - back.refund};
    if (member) bill.member = std::to_string(back.member->no);
    if (back.refund > Money()) m_bills.push_back(std::move(bill));  // D1 knows a refund by its sign
    count(hourOf(event), Money() - back.refund, false, member);
    count(m_out.tiers[member ? back.member->tier_before : std::string()], Money() - back.refund, false, member);
    for (const auto& tender : back.tenders) m_out.tenders[tender.type].given_back += tender.amount;
    for (const auto& line : back.lines)
      addItem(line.sku, line.name, Quantity(-line.quantity.value()), Money() - line.value, member);
  }

  void addItem(const std::string& sku, const std::string& name, Quantity quantity, Money net, bool member) {
    ItemTrade& item = m_out.items[sku];
    item.name = name;
    (member ? item.members : item.guests) += quantity;
    (member ? item.member_net : item.guest_net) += net;
  }

  PeriodFigures& m_out;
  std::vector<DayBill> m_bills;
  std::map<std::int64_t, std::int64_t> m_bills_of;  // by member number
};

}  // namespace

PeriodFigures periodFigures(std::span<const journal::Event> events, const programme::RulePack& pack) {
  PeriodFigures figures;
  Sums sums(figures);
  for (const auto& event : events) sums.add(event);
  sums.finish(pack);
  return figures;
}

std::vector<std::pair<std::string, ItemTrade>> topItems(const PeriodFigures& figures, bool members, std::size_t most) {
  const auto netOf = [members](const ItemTrade& item) { return members ? item.member_net : item.guest_net; };
  std::vector<std::pair<std::string, ItemTrade>> items;
  for (const auto& item : figures.items)
    if (netOf(item.second) > Money()) items.emplace_back(item);
  std::stable_sort(items.begin(), items.end(),
                   [&](const auto& a, const auto& b) { return netOf(a.second) > netOf(b.second); });
  if (items.size() > most) items.resize(most);
  return items;
}

}  // namespace kahui::report
