#include "core/report/shift_book.hpp"

namespace kahui::report {

using base::Money;

struct ShiftBook::Take {
  ShiftBook& book;
  const journal::Event& event;

  [[nodiscard]] bool ours(std::int64_t shift) const { return shift == book.m_sheet.shift; }

  void operator()(const journal::ShiftOpened& opened) const {
    if (!ours(opened.shift)) return;
    book.m_float = opened.opening_float;
    book.m_sheet.business_date = event.business_date;
    book.m_sheet.opened = event.at;
    book.m_sheet.operator_code = opened.operator_code;
  }

  void operator()(const journal::FloatSet& set) const {
    if (ours(set.shift)) book.m_float = set.amount;
  }

  void operator()(const journal::ShiftClosed& closed) const {
    if (!ours(closed.shift)) return;
    book.m_sheet.closed = event.at;
    book.m_sheet.closed_by = closed.operator_code;
    book.m_sheet.close_reason = closed.reason;
    book.m_sheet.count = closed.count;
  }

  void operator()(const journal::SaleCompleted& sale) const {
    if (!ours(sale.shift)) return;
    ShiftBill bill{sale.total, {}};
    for (const auto& tender : sale.tenders) bill.tenders.push_back({tender.type, tender.amount});
    enter(std::move(bill), sale.receipt_no);
    book.m_sheet.rounding += sale.rounding;
    Money saving;
    for (const auto& line : sale.lines) {
      saving += line.bill;
      if (line.terms.override_price) saving += line.gross - line.after_price;
    }
    if (saving == Money()) return;
    auto& manual = book.m_sheet.manual[sale.operator_code];
    ++manual.bills;
    manual.saving += saving;
  }

  void operator()(const journal::SaleReturned& back) const {
    if (!ours(back.shift)) return;
    ShiftBill bill{Money() - back.refund, {}, true};
    for (const auto& tender : back.tenders) bill.tenders.push_back({tender.type, Money() - tender.amount});
    enter(std::move(bill), back.receipt_no);
    if (back.voids) ++book.m_sheet.voids;
  }

  void operator()(const journal::CashMoved& moved) const {
    if (!ours(moved.shift)) return;
    const auto kind = moved.kind == "IN"    ? CashMoveKind::In
                      : moved.kind == "OUT" ? CashMoveKind::Out
                                            : CashMoveKind::Drop;
    book.m_moves.push_back({kind, moved.amount});
    book.m_openings.emplace_back();
  }

  void operator()(const journal::DrawerOpened& opened) const {
    if (ours(opened.shift)) book.m_openings.push_back({opened.reason});
  }

  void operator()(const journal::PointsCashed& cashed) const {
    if (!ours(cashed.shift)) return;
    book.m_pay_outs.push_back({cashed.points, cashed.paid});
    book.m_openings.emplace_back();
  }

  void operator()(const journal::StoredMoved& moved) const {
    if (moved.shift == 0 || !ours(moved.shift)) return;
    const bool out = moved.why == "CLOSE";
    for (const auto& tender : moved.tenders) {
      book.m_stored.push_back({tender.type, out ? Money() - tender.amount : tender.amount});
      if (tender.type == kCashTender) book.m_openings.emplace_back();
    }
  }

  template <class Other>
  void operator()(const Other&) const {}

  void enter(ShiftBill bill, const std::string& receipt_no) const {
    if (book.m_sheet.first_receipt.empty()) book.m_sheet.first_receipt = receipt_no;
    book.m_sheet.last_receipt = receipt_no;
    for (const auto& tender : bill.tenders)
      if (tender.type == kCashTender) {
        book.m_openings.emplace_back();
        break;
      }
    book.m_bills.push_back(std::move(bill));
  }
};

void ShiftBook::add(const journal::Event& event) { std::visit(Take{*this, event}, event.payload); }

ShiftSheet ShiftBook::sheet(std::optional<Money> counted) const {
  ShiftSheet sheet = m_sheet;
  if (sheet.count) counted = sheet.count->counted;
  sheet.figures = shiftFigures({m_float, m_bills, m_pay_outs, m_openings, m_moves, m_stored}, counted);
  return sheet;
}

}  // namespace kahui::report
