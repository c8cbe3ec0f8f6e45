// Goods of the points catalogue on the open bill (S003-94), and the fee of a card (S000-13).
#include "core/base/text.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Quantity;

// A bill whose points changed with its lines: what the member may pay with is judged before it is taken.
base::Status Till::Engine::takeGifts(Basket changed, std::string& pin) {
  BillWish wish = changed.wish();
  KAHUI_TRY(m_desk.giftsFit({changed.lines(), changed.member(), wish}));
  auto priced = m_desk.price({changed.lines(), changed.member(), wish});
  if (!priced) return tl::unexpected(priced.error());
  KAHUI_TRY(mayPay(wish, *priced, pin));
  if (wish.pin_shown != changed.wish().pin_shown) changed.proven();
  m_basket = std::move(changed);
  take(std::move(*priced));
  return {};
}

void Till::Engine::handle(RedeemGift& command) {
  const auto taken = redeem(command);
  base::wipe(command.member_pin);
  if (!taken) return failed(taken.error());
  const auto& line = m_priced->lines[static_cast<std::size_t>(m_basket.selected())];
  notify(NoticeKind::Good, NoticeCode::OfferTaken,
         {m_desk.rules().gift(command.code)->name, std::to_string(line.gift_points.value()),
          std::to_string(line.final.value())},
         true);
}

base::Status Till::Engine::redeem(RedeemGift& command) {
  constexpr int kMostPieces = 999;
  if (m_phase == Phase::Receipt) leaveReceipt();
  if (m_phase != Phase::Selling)
    return base::fail(m_phase == Phase::SignedOut ? ErrorCode::NotSignedIn : ErrorCode::WrongState);
  const auto product = m_desk.giftProduct(command.code);
  if (!product) return tl::unexpected(product.error());
  if (!m_basket.member()) return base::fail(ErrorCode::RuleRejected, "GIFT_NEEDS_MEMBER");
  if (command.quantity < 1 || command.quantity > kMostPieces) return base::fail(ErrorCode::OutOfRange, "quantity");
  KAHUI_TRY(m_desk.mayBuy(**product, m_basket.member(), m_desk.today()));
  const Quantity pieces(command.quantity * base::kOnePiece.value());
  Basket changed = m_basket;
  const auto& lines = changed.lines();
  if (!lines.empty() && lines.back().gift == command.code)
    KAHUI_TRY(changed.setQuantity(static_cast<int>(lines.size()) - 1, lines.back().quantity + pieces));
  else
    KAHUI_TRY(changed.append(*product, pieces, {.gift = command.code}));
  KAHUI_TRY(takeGifts(std::move(changed), command.member_pin));
  m_search.reset();
  return {};
}

// S000-13: the fee goes onto the bill of whoever gets the card, so no other member's bill may be open.
base::Status Till::Engine::mayChargeCard(member::MemberNo no) const {
  const bool other = m_basket.member() && m_basket.member()->member.no != no && !m_basket.lines().empty();
  if (other && m_desk.cardFee() > base::Money{}) return base::fail(ErrorCode::RuleRejected, "CARD_FEE_OTHER_BILL");
  return {};
}

// The card is given: what it costs is a line that nobody without the right takes off again.
void Till::Engine::chargeCard(member::MemberNo no) {
  const base::Money fee = m_desk.cardFee();
  if (m_desk.rules().card_fee.fee == base::Money{}) return;
  if (fee > base::Money{}) {
    if (m_basket.lines().empty() && !(m_basket.member() && m_basket.member()->member.no == no)) {
      auto member = m_desk.memberByText(no.text());
      if (member && m_desk.loadBenefits(*member)) m_basket.attach(std::move(*member));
    }
    const auto added = m_basket.append(m_desk.cardFeeProduct(fee), base::kOnePiece, {.amount = fee, .card_fee = true});
    if (!added) return failed(added.error());
    m_basket.forgetSteps();
    repriced();
  }
  notify(NoticeKind::Good, NoticeCode::CardFeeAdded, {std::to_string(fee.value())});
}

// A fee stands on the bill of a card that was given already.
bool Till::Engine::mayDropFee(int line) {
  const auto& lines = m_basket.lines();
  bool fee = false;
  for (std::size_t i = 0; i < lines.size(); ++i)
    fee = fee || (lines[i].card_fee && (line < 0 || std::cmp_equal(line, i)));
  if (!fee || mayDo(*m_staff, Right::CorrectMember)) return true;
  failed({ErrorCode::NoRight, "card_fee"});
  return false;
}

}  // namespace kahui::till
