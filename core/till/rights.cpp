#include "core/till/rights.hpp"

#include <algorithm>
#include <iterator>

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
    case Right::JudgeMember:
    case Right::ManageWork:
    case Right::ManageStaff: return role == StaffRole::Manager;
  }
  return false;
}

namespace {

constexpr Right kRights[] = {Right::ReturnGoods,    Right::ReturnWithoutReceipt,
                             Right::ReopenBill,     Right::OverridePrice,
                             Right::OpenDrawer,     Right::MoveCash,
                             Right::ReadShift,      Right::CloseShift,
                             Right::JoinMember,     Right::CorrectMember,
                             Right::RevealMember,   Right::AdjustPoints,
                             Right::CashOutPoints,  Right::TopUp,
                             Right::CloseCard,      Right::EraseMember,
                             Right::ReadReports,    Right::ManageStaff,
                             Right::ManageSettings, Right::ManageWork,
                             Right::JudgeMember};

bool holds(const std::vector<std::string>& names, Right right) {
  return std::find(names.begin(), names.end(), name(right)) != names.end();
}

}  // namespace

bool mayDo(const ports::Staff& staff, Right right) {
  if (holds(staff.denied, right)) return false;
  return holds(staff.granted, right) || mayDo(staff.role, right);
}

std::string_view name(Right right) {
  switch (right) {
    case Right::ReturnGoods: return "return_goods";
    case Right::ReturnWithoutReceipt: return "return_without_receipt";
    case Right::ReopenBill: return "reopen_bill";
    case Right::OverridePrice: return "override_price";
    case Right::OpenDrawer: return "open_drawer";
    case Right::MoveCash: return "move_cash";
    case Right::ReadShift: return "read_shift";
    case Right::CloseShift: return "close_shift";
    case Right::JoinMember: return "join_member";
    case Right::CorrectMember: return "correct_member";
    case Right::RevealMember: return "reveal_member";
    case Right::AdjustPoints: return "adjust_points";
    case Right::CashOutPoints: return "cash_out_points";
    case Right::TopUp: return "top_up";
    case Right::CloseCard: return "close_card";
    case Right::EraseMember: return "erase_member";
    case Right::ReadReports: return "read_reports";
    case Right::ManageStaff: return "manage_staff";
    case Right::ManageSettings: return "manage_settings";
    case Right::ManageWork: return "manage_work";
    case Right::JudgeMember: return "judge_member";
  }
  return {};
}

std::optional<Right> rightByName(std::string_view wanted) {
  const auto found =
      std::find_if(std::begin(kRights), std::end(kRights), [&](Right right) { return name(right) == wanted; });
  return found == std::end(kRights) ? std::nullopt : std::optional(*found);
}

std::span<const Right> allRights() { return kRights; }

std::uint32_t rightsOf(const ports::Staff& staff) {
  std::uint32_t bits = 0;
  for (std::size_t n = 0; n < std::size(kRights); ++n)
    if (mayDo(staff, kRights[n])) bits |= std::uint32_t{1} << n;
  return bits;
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
