#include "core/hq/sale_sums.hpp"

namespace kahui::hq {

using base::Money;
using base::Points;

namespace {

Money sumOfTenders(const std::vector<journal::SoldTender>& tenders) {
  Money sum;
  for (const auto& tender : tenders) sum += tender.amount;
  return sum;
}

}  // namespace

std::string saleBroken(const journal::SaleCompleted& sale) {
  Money finals, gross;
  for (const journal::SoldLine& line : sale.lines) {
    if (line.quantity.value() <= 0) return "a line's quantity is not above 0";
    if (line.gross < Money{} || line.final < Money{}) return "a line's amount is below 0";
    gross += line.gross;
    finals += line.final;
  }
  if (sale.lines.empty()) return "the sale has no lines";
  if (sale.total < Money{}) return "the total is below 0";
  if (gross != sale.gross) return "the lines do not sum to the gross";
  if (finals != sale.total + sale.rounding && finals != sale.total) return "the lines do not sum to the total";
  if (sumOfTenders(sale.tenders) != sale.total) return "the tenders do not sum to the total";
  if (sale.member && (sale.member->earned < Points{} || sale.member->used < Points{})) return "points below 0";
  return {};
}

std::string returnBroken(const journal::SaleReturned& back) {
  Money value;
  for (const journal::ReturnedLine& line : back.lines) value += line.value;
  if (back.lines.empty()) return "the return has no lines";
  if (back.refund < Money{}) return "the refund is below 0";
  if (value != back.value) return "the lines do not sum to the value";
  if (sumOfTenders(back.tenders) != back.refund) return "the tenders do not sum to the refund";
  return {};
}

}  // namespace kahui::hq
