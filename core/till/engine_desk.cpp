// Bills that wait, and acts on receipts: printed again, opened again, goods without one (section 14: 挂单, 补打; X9).
#include <algorithm>
#include <cstring>

#include "core/base/money_text.hpp"
#include "core/base/text.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;

namespace {

constexpr std::size_t kLongestNote = 40;              // code points
constexpr std::size_t kEngineDeskLongestReason = 60;  // likewise
constexpr int kMostRead = 5'000;                      // receipts of a day
constexpr std::size_t kMostShown = 200;

std::size_t codePoints(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

base::Status checkReason(const std::string& reason) {
  const bool good = !reason.empty() && codePoints(reason) <= kEngineDeskLongestReason && base::isCleanUtf8(reason);
  return good ? base::Status{} : base::fail(ErrorCode::BadInput, "reason");
}

bool matches(const ports::SaleBrief& sale, const std::string& query) {
  if (query.empty()) return true;
  const Money amount = sale.total < Money{} ? Money{} - sale.total : sale.total;
  return sale.receipt_no.find(query) != std::string::npos || base::yuanText(amount).find(query) != std::string::npos;
}

}  // namespace

base::Result<std::vector<ports::HeldBill>> Till::Engine::heldBills() {
  auto held = m_ports.store->heldBills();
  if (held) m_held = static_cast<int>(held->size());
  return held;
}

void Till::Engine::handle(const HoldBill& command) {
  if (!readyForBasket()) return;
  if (m_basket.lines().empty()) return failed({ErrorCode::EmptyBasket, {}});
  if (codePoints(command.note) > kLongestNote || !base::isCleanUtf8(command.note))
    return failed({ErrorCode::BadInput, "note"});
  const auto shift = m_desk.shiftFor(*m_staff);
  if (!shift) return failed(shift.error());
  const base::WallTime at = m_ports.clock->now();
  ports::HeldBill bill;
  bill.id = base::Id::make(at.utc_ms, *m_ports.random);
  bill.at_ms = at.utc_ms;
  bill.operator_code = m_staff->code;
  bill.note = command.note;
  if (m_basket.member()) bill.member = m_basket.member()->member.no;
  if (m_priced) bill.total = m_priced->total;
  for (const BasketLine& line : m_basket.lines())
    bill.lines.push_back(
        {line.product->sku, line.quantity, line.override_price, line.amount, line.offer, line.count_card, line.gift});
  bill.wish = heldWish();
  bill.delivery = m_basket.wish().delivery;
  const journal::BillHeld event{bill.id, shift->id, m_staff->code, std::ssize(bill.lines), bill.total};
  if (const auto held = m_ports.store->holdBill(bill, m_desk.draftNow(event)); !held) return failed(held.error());
  ++m_held;
  m_shop_due = std::max(m_shop_due, ShopDue::Offer);
  m_basket.reset();
  repriced();
  notify(NoticeKind::Good, NoticeCode::BillHeld, {command.note});
}

void Till::Engine::handle(const ListHeld&) {
  if (!readyForBasket()) return;
  const auto held = heldBills();
  if (!held) return failed(held.error());
  DeskView view;
  view.held.emplace();
  for (const ports::HeldBill& bill : *held) view.held->push_back(heldView(bill));
  if (!m_list || !m_list->held) m_away_state = HeldAwayView::State::Asking;
  m_shop_due = ShopDue::Follow;
  m_list = std::move(view);
}

void Till::Engine::handle(const RecallBill& command) {
  if (!readyForBasket()) return;
  if (!m_basket.lines().empty()) return failed({ErrorCode::RuleRejected, "OPEN_BILL"});
  const auto held = heldBills();
  if (!held) return failed(held.error());
  const auto bill = std::find_if(held->begin(), held->end(), [&](const auto& one) { return one.id == command.bill; });
  if (bill == held->end()) return failed({ErrorCode::UnknownReceipt, "held bill"});
  giveUp(HeldAct::Recall, *bill);
}

void Till::Engine::takeUp(const ports::HeldBill& bill, bool alone, std::vector<std::string> lost) {
  auto basket = basketOf(bill.lines, bill.member, bill.wish);
  if (!basket) return failed(basket.error());
  const auto shift = m_desk.shiftFor(*m_staff);
  if (!shift) return failed(shift.error());
  const journal::HeldBillEnded event{bill.id, shift->id, m_staff->code, true, {}, alone};
  if (const auto ended = m_ports.store->endHeldBill(bill.id, m_desk.draftNow(event), alone); !ended)
    return failed(ended.error());
  m_held = std::max(0, m_held - 1);
  m_list.reset();
  m_basket = std::move(*basket);
  m_member_came = m_basket.member().has_value();
  std::vector<std::string> told = restoreWish(bill);
  told.insert(told.begin(), lost.begin(), lost.end());
  const NoticeKind kind = told.empty() ? NoticeKind::Good : NoticeKind::Warning;
  told.insert(told.begin(), bill.note);
  notify(kind, NoticeCode::BillRecalled, std::move(told));
}

void Till::Engine::handle(const DropHeldBill& command) {
  if (!readyForBasket()) return;
  const auto held = heldBills();
  if (!held) return failed(held.error());
  const auto bill = std::find_if(held->begin(), held->end(), [&](const auto& one) { return one.id == command.bill; });
  if (bill == held->end()) return failed({ErrorCode::UnknownReceipt, "held bill"});
  giveUp(HeldAct::Drop, *bill);
}

void Till::Engine::dropHeld(const ports::HeldBill& bill, bool alone) {
  const auto shift = m_desk.shiftFor(*m_staff);
  if (!shift) return failed(shift.error());
  const journal::HeldBillEnded event{bill.id, shift->id, m_staff->code, false, {}, alone};
  if (const auto ended = m_ports.store->endHeldBill(bill.id, m_desk.draftNow(event), alone); !ended)
    return failed(ended.error());
  handle(ListHeld{});
  notify(NoticeKind::Info, NoticeCode::BillDropped, {bill.note});
}

void Till::Engine::handle(const ListReceipts& command) {
  if (!readyForBasket()) return;
  const auto sales = m_ports.store->salesOfDay(m_desk.businessDate(), kMostRead);
  if (!sales) return failed(sales.error());
  const std::int64_t shift = m_desk.shift() ? m_desk.shift()->id : 0;
  DeskView view;
  view.query = command.query;
  view.receipts.emplace();
  for (const ports::SaleBrief& sale : *sales) {
    if (!matches(sale, command.query)) continue;
    if (view.receipts->size() == kMostShown) break;
    const base::WallTime at{sale.at_ms, m_ports.clock->now().offset_min};
    view.receipts->push_back({sale.receipt_no, at.local(), sale.total, sale.is_return, sale.voided,
                              static_cast<int>(sale.copies), !sale.is_return && !sale.voided && sale.shift == shift});
  }
  m_list = std::move(view);
}

void Till::Engine::handle(const LeaveDesk&) {
  m_list.reset();
  m_held_wait.reset();
}

void Till::Engine::handle(const Reprint& command) {
  if (!readyForBasket()) return;
  if (const auto shift = m_desk.shiftFor(*m_staff); !shift) return failed(shift.error());
  auto receipt = m_desk.printAgain(command.receipt_no, *m_staff);
  if (!receipt) return failed(receipt.error());
  m_list.reset();
  m_receipt = std::move(*receipt);
  m_change = m_receipt->change;
  m_phase = Phase::Receipt;
  notify(NoticeKind::Good, NoticeCode::Reprinted, {m_receipt->receipt_no, std::to_string(m_receipt->copies)});
}

base::Status Till::Engine::mayReopen(const std::string& receipt_no) {
  const auto brief = m_ports.store->saleBrief(receipt_no);
  if (!brief) return tl::unexpected(brief.error());
  if (!*brief) return base::fail(ErrorCode::UnknownReceipt, receipt_no);
  if ((*brief)->voided) return base::fail(ErrorCode::RuleRejected, "VOIDED_ALREADY");
  if ((*brief)->is_return || !m_desk.hasCurrentShift() || (*brief)->shift != m_desk.shift()->id)
    return base::fail(ErrorCode::RuleRejected, "NOT_THIS_SHIFT");
  const auto returns = m_ports.store->returnsOf(receipt_no);
  if (!returns) return tl::unexpected(returns.error());
  return returns->empty() ? base::Status{} : base::fail(ErrorCode::RuleRejected, "RETURNED_ALREADY");
}

void Till::Engine::handle(ReopenBill& command) {
  const base::Status ready = !readyForBasket() ? base::fail(ErrorCode::WrongState)
                             : !m_basket.lines().empty()
                                 ? base::fail(ErrorCode::RuleRejected, "OPEN_BILL")
                                 : mayReopen(command.receipt_no).and_then([&] { return checkReason(command.reason); });
  if (!ready) {
    explicit_bzero(command.approval.pin.data(), command.approval.pin.size());
    return failed(ready.error());
  }
  const auto approver = permit(Right::ReopenBill, std::move(command.approval));
  if (!approver) return failed(approver.error());
  const auto stored = m_desk.settle(command.receipt_no, {});
  if (!stored) return failed(stored.error());
  const auto& sale = std::get<journal::SaleCompleted>(stored->sale.payload);
  std::vector<sale::ReturnLine> all;
  std::vector<ports::HeldLine> lines;
  for (std::size_t i = 0; i < sale.lines.size(); ++i) {
    const auto& line = sale.lines[i];
    all.push_back({i, line.quantity});
    lines.push_back(
        {line.sku, line.quantity, line.terms.override_price, line.terms.amount, line.terms.offer, {}, line.terms.gift});
  }
  const auto delivery = m_ports.store->deliveryNote(stored->sale.id);
  if (!delivery) return failed(delivery.error());
  auto settlement = m_desk.settle(command.receipt_no, all);
  if (!settlement) return failed(settlement.error());
  settlement->document.voids = true;
  settlement->document.reason = command.reason;
  if (const auto done = m_desk.takeBack(std::move(*settlement), *m_staff, *approver); !done)
    return failed(done.error());
  // The member as they stand after the refund.
  auto basket = basketOf(lines, sale.member ? member::MemberNo(sale.member->no) : member::MemberNo(), {});
  if (!basket) return failed(basket.error());
  m_list.reset();
  m_basket = std::move(*basket);
  BillWish wish = m_basket.wish();
  wish.delivery = *delivery;
  m_basket.wish(std::move(wish));
  m_basket.forgetSteps();
  repriced();
  notify(NoticeKind::Good, NoticeCode::BillReopened, {command.receipt_no});
}

void Till::Engine::handle(const PlanBlindReturn&) {
  if (!readyForBasket()) return;
  const auto settlement = m_desk.settleBlind({m_basket.lines(), m_basket.member(), m_basket.wish()});
  if (!settlement) return failed(settlement.error());
  BlindReturnView view;
  for (const auto& line : settlement->document.lines)
    view.lines.push_back({line.name, line.quantity,
                          Money(base::mulDivFloor(line.value.value(), base::kOnePiece.value(), line.quantity.value())),
                          line.value});
  view.refund = settlement->document.refund;
  if (settlement->document.member) view.reversed = settlement->document.member->earned_reversed;
  m_list.emplace().blind_return = std::move(view);
}

void Till::Engine::handle(ConfirmBlindReturn& command) {
  const bool shown = readyForBasket() && m_list && m_list->blind_return;
  const base::Status ready = shown ? checkReason(command.reason) : base::fail(ErrorCode::WrongState);
  if (!ready) {
    explicit_bzero(command.approval.pin.data(), command.approval.pin.size());
    return failed(ready.error());
  }
  const auto approver = permit(Right::ReturnWithoutReceipt, std::move(command.approval));
  if (!approver) return failed(approver.error());
  auto settlement = m_desk.settleBlind({m_basket.lines(), m_basket.member(), m_basket.wish()});
  if (!settlement) return failed(settlement.error());
  if (settlement->document.refund != command.refund) {
    handle(PlanBlindReturn{});
    return failed({ErrorCode::WrongState, "the prices changed"});
  }
  settlement->document.reason = command.reason;
  auto done = m_desk.takeBack(std::move(*settlement), *m_staff, *approver);
  if (!done) return failed(done.error());
  m_list.reset();
  m_basket.reset();
  repriced();
  showReceipt(m_desk.receiptOf(*done), NoticeCode::ReturnDone);
}

void Till::Engine::handle(SetLinePrice& command) {
  const bool ready = readyForBasket();
  const bool known = ready && command.line >= 0 && std::cmp_less(command.line, m_basket.lines().size());
  const base::Status approved =
      known && !command.approval.code.empty() ? verify(command.approval.code, command.approval.pin) : base::Status{};
  explicit_bzero(command.approval.pin.data(), command.approval.pin.size());
  if (!ready) return;
  if (!known) return failed({ErrorCode::UnknownLine, {}});
  if (!approved) return failed(approved.error());
  const auto at = static_cast<std::size_t>(command.line);
  const BasketLine& line = m_basket.lines()[at];
  std::optional<Money> price = command.price;
  if (command.rate && m_priced) {
    // Of what the line costs now, so that a rate never makes it dearer (P12).
    const Money now = m_priced->lines[at].after_price;
    price = Money(base::mulDivFloor(base::mulDivFloor(now.value(), command.rate->value(), base::kFullRate.value()),
                                    base::kOnePiece.value(), line.quantity.value()));
  }
  if (price && (*price < Money{} || *price > base::kMaxUnitPrice)) return failed({ErrorCode::OutOfRange, "price"});
  const std::string name = line.product->name;
  Basket changed = m_basket;
  BillWish wish = m_basket.wish();
  if (!command.approval.code.empty()) wish.approver = command.approval.code;
  if (const auto set = changed.setPrice(command.line, price, wish); !set) return failed(set.error());
  const auto priced = m_desk.price({changed.lines(), changed.member(), changed.wish()});
  if (!priced) return failed(priced.error());
  const auto allowed = m_desk.mayDiscount({changed.lines(), changed.member(), changed.wish()}, *priced, *m_staff);
  if (!allowed) return failed(allowed.error());
  m_basket = std::move(changed);
  take(*priced);
  notify(NoticeKind::Good, NoticeCode::PriceChanged, {name}, true);
}

}  // namespace kahui::till
