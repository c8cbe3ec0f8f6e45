// P10 tenders and rounding down, P12 never up, V2 stored value.
#include <algorithm>
#include <numeric>

#include "core/base/allocate.hpp"
#include "core/pricing/cash_round.hpp"
#include "core/pricing/price_bill.hpp"
#include "core/pricing/stored_value.hpp"

namespace kahui::pricing {

using base::ErrorCode;
using base::Money;
using programme::RoundApply;
using programme::RoundMode;

StoredBalance storedParts(Money amount, const StoredBalance& balance, programme::StoredSpend spend) {
  const std::int64_t whole = balance.principal.value() + balance.bonus.value();
  KAHUI_ASSERT(amount >= Money(0) && amount.value() <= whole);
  Money bonus;
  switch (spend) {
    case programme::StoredSpend::Proportional:
      if (whole > 0) bonus = Money(base::mulDivFloor(amount.value(), balance.bonus.value(), whole));
      break;
    case programme::StoredSpend::PrincipalFirst: bonus = std::max(Money(0), amount - balance.principal); break;
    case programme::StoredSpend::BonusFirst: bonus = std::min(amount, balance.bonus); break;
  }
  return {amount - bonus, bonus};
}

namespace {

constexpr std::string_view kCash = "CASH";
constexpr std::string_view kStored = "STORED";

std::int64_t dropped(std::int64_t amount, RoundMode mode) { return droppedBy(mode, Money(amount)).value(); }

void drop(PricedBill& bill, std::int64_t amount) {
  if (amount == 0) return;
  std::vector<std::int64_t> weights;
  for (const auto& line : bill.lines) weights.push_back(line.final.value());
  const auto shares = base::allocate(amount, weights);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    bill.lines[i].round += Money(shares[i]);
    bill.lines[i].final -= Money(shares[i]);
  }
  bill.rounding += Money(amount);
  bill.total -= Money(amount);
  bill.trials.push_back({.step = Step::Rounding, .reason = Reason::Applied, .amount = amount});
}

// Amounts of the tenders: what they name; the first that names none takes all that is left, cash after the others.
base::Result<std::vector<std::int64_t>> amounts(const std::vector<Tender>& tenders, std::int64_t due,
                                                std::optional<std::size_t>& cash_rest) {
  std::vector<std::int64_t> list(tenders.size(), 0);
  std::optional<std::size_t> open;
  std::int64_t left = due;
  for (std::size_t i = 0; i < tenders.size(); ++i) {
    const bool cash = tenders[i].type == kCash;
    if (tenders[i].amount) {
      list[i] = tenders[i].amount->value();
      left -= list[i];
    } else if (!open || (tenders[*open].type == kCash && !cash)) {
      open = i;
    }
  }
  if (left < 0) return base::fail(ErrorCode::WrongTender, "TENDER_EXCEEDS_DUE");
  if (!open && left > 0) return base::fail(ErrorCode::WrongTender, "TENDER_SHORT");
  if (open) list[*open] = left;
  if (open && tenders[*open].type == kCash) cash_rest = open;
  return list;
}

base::Status payStored(PricedBill& bill, std::int64_t amount, const SaleInput& input, const programme::RulePack& pack) {
  StoredBalance balance;
  const bool usable = input.member && input.member->status == MemberStatus::Active && input.member->stored;
  if (usable) balance = *input.member->stored;
  balance.principal -= bill.stored_principal_used;
  balance.bonus -= bill.stored_bonus_used;
  if (amount > balance.principal.value() + balance.bonus.value())
    return base::fail(ErrorCode::RuleRejected, "STORED_INSUFFICIENT");
  const auto parts = storedParts(Money(amount), balance, pack.stored.spend);
  bill.stored_principal_used += parts.principal;
  bill.stored_bonus_used += parts.bonus;
  return {};
}

}  // namespace

base::Status settle(PricedBill& bill, const SaleInput& input, const programme::RulePack& pack) {
  static const std::vector<Tender> kExact{{"WECHAT", std::nullopt, std::nullopt}};
  const auto& tenders = input.tenders.empty() ? kExact : input.tenders;
  const auto& rules = pack.bill_round;
  if (rules.apply == RoundApply::Always) drop(bill, dropped(bill.total.value(), rules.mode));
  std::optional<std::size_t> cash_rest;
  auto list = amounts(tenders, bill.total.value(), cash_rest);
  if (!list) return tl::unexpected(list.error());
  if (cash_rest && rules.apply == RoundApply::CashOnly) {
    const std::int64_t small = dropped((*list)[*cash_rest], rules.mode);
    (*list)[*cash_rest] -= small;
    drop(bill, small);
  }
  for (std::size_t i = 0; i < tenders.size(); ++i) {
    const auto& tender = tenders[i];
    const Money amount((*list)[i]);
    if (tender.type == kStored) KAHUI_TRY(payStored(bill, amount.value(), input, pack));
    if (tender.given) {
      if (*tender.given < amount)
        return base::fail(ErrorCode::ShortCash, std::to_string((amount - *tender.given).value()));
      bill.change += *tender.given - amount;
    }
    bill.tenders.push_back({tender.type, amount, tender.given, tender.reference, tender.payment});
  }
  return {};
}

}  // namespace kahui::pricing
