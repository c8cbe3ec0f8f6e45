// The stand-in's tender step.
#include "tests/gui/fake_till.hpp"

namespace kahui::test {

using base::ErrorCode;
using base::Money;
using till::NoticeCode;
using till::NoticeKind;
using till::Phase;

void FakeTill::handle(const till::BeginTender&) {
  if (m_now.lines.empty()) return fail(ErrorCode::EmptyBasket);
  const std::int64_t due = m_now.totals.due.value() / 10 * 10;
  till::TenderView view{Money(due), Money(m_now.totals.due.value() - due), {Money(due)}};
  for (const std::int64_t step : {1000, 5000, 10000, 20000, 50000}) {
    const Money rounded((due + step - 1) / step * step);
    if (rounded > view.quick_amounts.back() && view.quick_amounts.size() < 6) view.quick_amounts.push_back(rounded);
  }
  view.total = view.rest = view.next = m_now.totals.due;
  if (m_now.member) view.stored = m_now.member->stored;
  m_now.tender = view;
  m_now.tenders.emplace();
  m_now.tenders->can_pay_by_code = true;
  m_now.phase = Phase::Tendering;
}

void FakeTill::handle(const till::ChooseTender& command) {
  if (m_now.phase == Phase::Selling) handle(till::BeginTender{});
  if (m_now.tender) m_now.tender->kind = command.kind;
}

void FakeTill::handle(const till::SplitTender& command) {
  if (m_now.tender) m_now.tender->next = command.amount;
}

void FakeTill::handle(const till::TakeTender& command) {
  asked.emplace_back(command);
  till::TenderView& tender = *m_now.tender;
  const char* type = command.kind == till::TenderKind::BankCard ? "BANKCARD"
                     : command.kind == till::TenderKind::Stored ? "STORED"
                                                                : "VOUCHER";
  if (command.kind != till::TenderKind::Stored && command.reference.size() < 4)
    return fail(ErrorCode::RuleRejected, "TENDER_REFERENCE");
  tender.taken.push_back({type, tender.next, command.reference, false});
  tender.rest -= tender.next;
  tender.due = Money(tender.rest.value() / 10 * 10);
  tender.rounding = tender.rest - tender.due;
  tender.next = tender.rest;
  tender.kind = till::TenderKind::Cash;
  say(NoticeKind::Good, NoticeCode::TenderTaken, {type, std::to_string(tender.taken.back().amount.value())});
}

void FakeTill::handle(const till::PayByCode& command) {
  if (m_now.tender)
    m_now.tender->payment =
        till::PaymentView{"WECHAT", m_now.tender->next, command.code.substr(0, 2) + "…" + command.code.substr(14),
                          till::PaymentView::Stage::Waiting};
}

void FakeTill::handle(const till::CancelTender&) {
  m_now.tender.reset();
  m_now.phase = Phase::Selling;
}

void FakeTill::handle(const till::PayCash& command) {
  ++payments;
  if (m_now.phase != Phase::Tendering) return fail(ErrorCode::WrongState);
  if (m_fail_next) {
    fail(m_fail_next->code, m_fail_next->detail);
    m_fail_next.reset();
    return;
  }
  const Money due = m_now.tender->due;
  if (command.given < due) return fail(ErrorCode::ShortCash, std::to_string((due - command.given).value()));
  m_last_receipt = makeReceipt(command.given);
  m_now.receipt = m_last_receipt;
  m_now.change = command.given - due;
  m_now.tender.reset();
  m_now.phase = Phase::Receipt;
  m_now.lines.clear();
  m_now.selected_line = -1;
  m_now.member.reset();
  forgetBenefits();
  m_back.assign(m_last_receipt->lines.size(), {});
  m_undo.clear();
  reprice();
  say(NoticeKind::Good, NoticeCode::SaleDone, {m_last_receipt->receipt_no});
}

}  // namespace kahui::test
