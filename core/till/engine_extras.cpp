// What the shop offers beside goods on the open bill, and its delivery.
#include "core/base/text.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;
using base::Points;

void Till::Engine::handle(DeliverBill& command) {
  constexpr std::size_t kLongest = 300;  // bytes: name, telephone, address
  std::string note = command.note;
  base::wipe(command.note);
  if (!readyForBasket()) return;
  if (!m_desk.rules().delivery) return failed({ErrorCode::RuleRejected, "NO_DELIVERY"});
  if (m_basket.lines().empty()) return failed({ErrorCode::EmptyBasket, {}});
  if (note.size() > kLongest || !base::isCleanUtf8(note)) return failed({ErrorCode::OutOfRange, "delivery_note"});
  if (note.empty() && m_basket.wish().delivery.empty()) return;
  if (const auto set = m_basket.deliver(m_desk.deliveryProduct(), note); !set) return failed(set.error());
  repriced();
  if (m_notice && m_notice->kind == NoticeKind::Error) return;
  if (note.empty()) return notify(NoticeKind::Info, NoticeCode::DeliverySet, {}, true);
  notify(NoticeKind::Good, NoticeCode::DeliverySet, {std::to_string(deliveryFee().value())}, true);
}

Money Till::Engine::deliveryFee() const {
  const auto& lines = m_basket.lines();
  for (std::size_t i = 0; m_priced && i < lines.size(); ++i)
    if (lines[i].delivery) return m_priced->lines[i].final;
  return {};
}

// Goods that only some may buy stay on the bill when the card goes, and are named: the bill cannot be paid with them.
void Till::Engine::warnOfGoods() {
  const auto may = m_desk.mayBuy({m_basket.lines(), m_basket.member(), m_basket.wish()});
  if (!may) failed(may.error());
}

void Till::Engine::drawExtras(Snapshot& snapshot) const {
  ExtrasView view;
  view.may_deliver = m_desk.rules().delivery.has_value();
  if (m_phase == Phase::Selling) view.join_offer = m_join_offer;
  if (!m_basket.wish().delivery.empty()) {
    view.delivery = DeliveryView{deliveryFee(), m_basket.wish().delivery, {}, {}};
    const auto* how = m_desk.deliveryClass({m_basket.lines(), m_basket.member(), m_basket.wish()});
    if (how != nullptr) {
      view.delivery->how_zh = how->zh;
      view.delivery->how_en = how->en;
    }
  }
  if (m_basket.member() && m_phase == Phase::Selling) {
    view.gifts = m_desk.giftsFor(*m_basket.member(), m_priced ? m_priced->points_used : Points{});
  }
  if (m_basket.member() && !m_desk.rules().membership.plans.empty()) view.term = m_desk.termOf(*m_basket.member());
  if (view.may_deliver || view.join_offer || view.delivery || view.term || !view.gifts.empty())
    snapshot.extras = std::move(view);
}

}  // namespace kahui::till
