// Returns by receipt: the settlement sheet is drawn again with every tick, and only its confirmation is stored.
#include "core/member/name.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Quantity;

namespace {

std::vector<sale::ReturnLine> linesOf(const std::vector<Quantity>& chosen) {
  std::vector<sale::ReturnLine> lines;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (chosen[i] > Quantity{}) lines.push_back({i, chosen[i]});
  return lines;
}

}  // namespace

bool Till::Engine::resettle(const std::vector<Quantity>& chosen) {
  auto settlement = m_desk.settle(m_returning->receipt_no, linesOf(chosen));
  if (!settlement) {
    failed(settlement.error());
    return false;
  }
  auto also = m_desk.alsoBack(*settlement);
  if (!also) {
    failed(also.error());
    return false;
  }
  m_returning->chosen = chosen;
  m_returning->also = std::move(*also);
  m_returning->settlement = std::move(*settlement);
  return true;
}

void Till::Engine::handle(const BeginReturn& command) {
  if (!readyForBasket()) return;
  if (!m_basket.isUntouched()) return failed({ErrorCode::WrongState, "finish or cancel the open sale first"});
  auto settlement = m_desk.settle(command.receipt_no, {});
  if (!settlement) return failed(settlement.error());
  const auto& sale = std::get<journal::SaleCompleted>(settlement->sale.payload);
  Returning returning;
  returning.receipt_no = sale.receipt_no;
  returning.chosen.resize(sale.lines.size());
  if (sale.member) {
    const auto member = m_ports.store->memberByNo(member::MemberNo(sale.member->no));
    if (!member) return failed(member.error());
    if (*member) returning.masked_name = member::maskName((*member)->profile.name);
  }
  returning.settlement = std::move(*settlement);
  m_returning = std::move(returning);
  m_search.reset();
  m_notice.reset();
  m_phase = Phase::Returning;
}

void Till::Engine::handle(const SetReturnQuantity& command) {
  if (m_phase != Phase::Returning) return;
  std::vector<Quantity> chosen = m_returning->chosen;
  if (command.line < 0 || static_cast<std::size_t>(command.line) >= chosen.size())
    return failed({ErrorCode::UnknownLine, {}});
  if (command.quantity < Quantity{}) return failed({ErrorCode::OutOfRange, "quantity"});
  chosen[static_cast<std::size_t>(command.line)] = command.quantity;
  if (resettle(chosen)) m_notice.reset();
}

void Till::Engine::handle(const ReturnAll&) {
  if (m_phase != Phase::Returning) return;
  const auto& sale = std::get<journal::SaleCompleted>(m_returning->settlement.sale.payload);
  std::vector<Quantity> chosen = m_returning->chosen;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    chosen[i] = sale.lines[i].quantity - m_returning->settlement.returned[i];
  if (resettle(chosen)) m_notice.reset();
}

// One gift that comes back may leave another one beyond what is left, but never more goods: once is enough.
void Till::Engine::handle(const TakeGiftsBack&) {
  if (m_phase != Phase::Returning) return;
  std::vector<Quantity> chosen = m_returning->chosen;
  for (const auto& gift : m_returning->settlement.document.kept_gifts)
    chosen[static_cast<std::size_t>(gift.line)] += gift.quantity;
  if (resettle(chosen)) m_notice.reset();
}

// Settled once more before it is stored: a sale that came over from the command line meanwhile may have spent the
// points.
void Till::Engine::handle(const ConfirmReturn&) {
  if (m_phase != Phase::Returning || !m_staff) return failed({ErrorCode::WrongState, {}});
  if (const auto signed_by = permit(Right::ReturnGoods, {}); !signed_by) return failed(signed_by.error());
  if (!resettle(m_returning->chosen)) return;
  auto done = m_desk.takeBack(m_returning->settlement, *m_staff, {});
  if (!done) return failed(done.error());
  m_returning.reset();
  showReceipt(m_desk.receiptOf(*done), NoticeCode::ReturnDone);
  lookAtOpenPayments(false);
}

void Till::Engine::handle(const CancelReturn&) {
  if (m_phase != Phase::Returning) return;
  m_returning.reset();
  m_notice.reset();
  m_phase = Phase::Selling;
}

void Till::Engine::drawReturn(Snapshot& snapshot) {
  if (!m_returning) return;
  const Settlement& settlement = m_returning->settlement;
  const auto& sale = std::get<journal::SaleCompleted>(settlement.sale.payload);
  ReturnView view;
  view.receipt_no = m_returning->receipt_no;
  view.sold_at = settlement.sale.at.local();
  view.masked_name = m_returning->masked_name;
  for (std::size_t i = 0; i < sale.lines.size(); ++i)
    view.lines.push_back({sale.lines[i].name,
                          sale.lines[i].unit,
                          sale.lines[i].quantity,
                          settlement.returned[i],
                          m_returning->chosen[i],
                          {}});
  const journal::SaleReturned& document = settlement.document;
  for (const auto& line : document.lines) view.lines[static_cast<std::size_t>(line.line)].value += line.value;
  view.value = document.value;
  view.refund = document.refund;
  for (const auto& tender : document.tenders) view.tenders.push_back({tender.type, tender.amount, std::nullopt});
  view.coupon = document.coupon;
  view.gift = document.gift;
  view.return_coupon = document.return_coupon;
  if (document.member) {
    view.reversed = document.member->earned_reversed + document.member->benefits_reversed;
    view.charged = document.member->charged;
    for (const auto& lot : document.member->restored) view.restored += lot.points;
    view.balance_after = document.member->balance_after;
    if (m_returning->also.balance_after) view.balance_after = m_returning->also.balance_after;
    const auto rank = m_desk.rules().rankOf(document.member->tier_after);
    if (rank && document.member->tier_after != document.member->tier_before)
      view.tier_after_name = m_desk.rules().tier(*rank).name;
  }
  view.also = m_returning->also.rows;
  snapshot.returning = std::move(view);
}

}  // namespace kahui::till
