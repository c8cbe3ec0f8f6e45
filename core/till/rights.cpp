#include "core/till/rights.hpp"

namespace kahui::till {

using base::Money;
using ports::StaffRole;

namespace {

// Whether `paid` of `whole` is at least the rate; compared exactly.
bool atLeast(Money paid, Money whole, base::Rate rate) { return paid.value() * 10000 >= whole.value() * rate.value(); }

bool rateAllowed(StaffRole role, Money paid, Money whole, const programme::ManualDiscount& rights) {
  switch (role) {
    case StaffRole::Cashier: return atLeast(paid, whole, rights.cashier_rate);
    case StaffRole::Leader: return atLeast(paid, whole, rights.leader_rate);
    case StaffRole::Manager: return true;
  }
  return false;
}

// P3 for hands: below the item's lowest rate not even a manager goes.
bool keepsFloor(const pricing::LineInput& line, const pricing::PricedLine& priced) {
  if (line.min_rate == base::Rate(0)) return true;
  const Money before = priced.after_price - priced.multi - priced.promo;
  const Money after = before - priced.bill;
  const bool manual = priced.layer == pricing::Layer::Override || priced.bill > Money{};
  return !manual || atLeast(after, priced.gross, line.min_rate) ||
         (priced.layer != pricing::Layer::Override && !atLeast(before, priced.gross, line.min_rate));
}

}  // namespace

bool mayDo(StaffRole role, Right right) {
  switch (right) {
    case Right::ReturnGoods:
    case Right::ReadShift:
    case Right::CloseShift:
    case Right::JoinMember:
    case Right::TopUp:
    case Right::OverridePrice: return true;
    case Right::OpenDrawer:
    case Right::MoveCash:
    case Right::CorrectMember:
    case Right::RevealMember:
    case Right::CashOutPoints:
    case Right::ManageSettings: return role != StaffRole::Cashier;
    case Right::ReturnWithoutReceipt:
    case Right::ReopenBill:
    case Right::AdjustPoints:
    case Right::CloseCard:
    case Right::EraseMember:
    case Right::ReadReports:
    case Right::ManageStaff: return role == StaffRole::Manager;
  }
  return false;
}

base::Status mayDiscount(StaffRole role, const pricing::SaleInput& input, const pricing::PricedBill& bill,
                         const programme::RulePack& rules) {
  Money before{}, by_bill{}, by_hand{};
  for (std::size_t i = 0; i < bill.lines.size(); ++i) {
    const auto& priced = bill.lines[i];
    if (priced.layer == pricing::Layer::Override) {
      if (!rateAllowed(role, priced.after_price, priced.gross, rules.manual_discount))
        return base::fail(base::ErrorCode::NoRight, "override_price");
      by_hand += priced.gross - priced.after_price;
    }
    if (!keepsFloor(input.basket[i], priced))
      return base::fail(base::ErrorCode::NoRight, priced.bill > Money{} ? "bill_discount" : "override_price");
    if (!input.basket[i].no_bill_discount) before += priced.after_price - priced.multi - priced.promo;
    by_bill += priced.bill;
  }
  if (!rateAllowed(role, before - by_bill, before, rules.manual_discount))
    return base::fail(base::ErrorCode::NoRight, "bill_discount");
  if (role == StaffRole::Cashier && by_bill + by_hand > rules.manual_discount.cashier_minus)
    return base::fail(base::ErrorCode::NoRight, by_bill > Money{} ? "bill_discount" : "override_price");
  return {};
}

}  // namespace kahui::till
