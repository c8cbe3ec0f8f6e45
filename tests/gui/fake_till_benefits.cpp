// The fake till's benefits and returns: a coupon takes its face or its rate off the sum, a point pays a fen, a cashier
// may go to 90 %, a gift from ¥200, a promotion from ¥300.
#include <algorithm>

#include "tests/gui/fake_till.hpp"

namespace kahui::test {
namespace {

using base::ErrorCode;
using base::Money;
using base::Points;
using till::NoticeCode;
using till::NoticeKind;
using till::Phase;

constexpr Money kGiftFrom{20000};
constexpr Money kPromotionFrom{30000};
constexpr Money kExchangeFrom{40000};
constexpr base::Rate kCashierRate{9000};

till::PromotionView gift() {
  till::PromotionView view;
  view.id = "GIFT200";
  view.kind = programme::PromotionKind::Gift;
  view.threshold = kGiftFrom;
  view.sku = "100002";
  return view;
}

till::PromotionView exchange() {
  till::PromotionView view = gift();
  view.id = "EXCHANGE400";
  view.kind = programme::PromotionKind::Exchange;
  view.threshold = kExchangeFrom;
  view.price = Money(100);
  return view;
}

till::PromotionView promotion() {
  till::PromotionView view;
  view.id = "P300";
  view.threshold = kPromotionFrom;
  view.minus = Money(4000);
  return view;
}

Money part(Money whole, base::Rate rate) { return Money(base::mulDivFloor(whole.value(), rate.value(), 10000)); }

}  // namespace

void FakeTill::forgetBenefits() {
  m_wallet.clear();
  m_points = {};
  m_discount.reset();
  m_now.coupons.clear();
}

void FakeTill::applyBenefits() {
  Money& due = m_now.totals.due;
  m_now.coupons = m_wallet;
  for (auto& coupon : m_wallet) {
    if (due < coupon.min) coupon.chosen = false;
    if (coupon.chosen) due -= coupon.rate_coupon ? due - part(due, coupon.rate) : std::min(due, coupon.face);
  }
  m_now.coupons = m_wallet;
  m_now.discount = m_discount;
  if (m_discount) {
    m_now.discount->saving = m_discount->rate ? due - part(due, *m_discount->rate) : *m_discount->minus;
    due -= m_now.discount->saving;
  }
  m_now.points.reset();
  if (m_now.member && !m_now.lines.empty()) {
    till::PointsView points;
    points.one = Money(1);
    points.available = m_now.member->points;
    points.usable = std::min(points.available, Points(due.value() / 5));
    points.whole_yuan = Points(points.usable.value() - (100 - (due.value() - points.usable.value()) % 100) % 100);
    switch (m_points.how) {
      case till::PayPoints::How::None: break;
      case till::PayPoints::How::Max: points.used = points.usable; break;
      case till::PayPoints::How::Amount: points.used = std::min(m_points.points, points.usable); break;
      case till::PayPoints::How::WholeYuan: points.used = points.whole_yuan; break;
    }
    points.paid = points.worth(points.used);
    due -= points.paid;
    m_now.points = points;
  }
  m_now.totals.saving = m_now.totals.gross - due;
  m_now.offers.clear();
  m_now.hints.clear();
  if (m_now.totals.gross >= kGiftFrom) m_now.offers.push_back({gift(), "山泉饮用水", 1});
  if (m_now.totals.gross >= kExchangeFrom) m_now.offers.push_back({exchange(), "山泉饮用水", 1});
  const Money missing = kPromotionFrom - m_now.totals.gross;
  if (!m_now.lines.empty() && missing > Money()) m_now.hints.push_back({promotion(), missing, std::nullopt});
}

void FakeTill::handle(const till::PayPoints& command) {
  if (!m_now.points) return fail(m_now.member ? ErrorCode::EmptyBasket : ErrorCode::UnknownMember);
  if (command.how == till::PayPoints::How::Amount && command.points > m_now.points->usable)
    return fail(ErrorCode::OutOfRange, "points: at most " + std::to_string(m_now.points->usable.value()));
  m_points = command;
  reprice();
  say(NoticeKind::Good, NoticeCode::PointsUsed, {std::to_string(m_now.points->used.value())}, true);
}

void FakeTill::handle(const till::ToggleCoupon& command) {
  const auto found = std::find_if(m_wallet.begin(), m_wallet.end(),
                                  [&](const till::CouponView& one) { return one.serial == command.serial; });
  if (found == m_wallet.end()) return fail(ErrorCode::UnknownCoupon, command.serial);
  const bool chosen = !found->chosen;
  if (chosen && m_now.totals.due < found->min) return fail(ErrorCode::RuleRejected, "COUPON_MIN_SPEND");
  for (auto& one : m_wallet) one.chosen = false;
  found->chosen = chosen;
  reprice();
  say(chosen ? NoticeKind::Good : NoticeKind::Info, chosen ? NoticeCode::CouponTaken : NoticeCode::CouponLeft,
      {command.serial}, true);
}

void FakeTill::handle(const till::DiscountBill& command) {
  if (m_now.lines.empty()) return fail(ErrorCode::EmptyBasket);
  const bool asks = command.rate || command.minus;
  if (!command.approver.empty() && command.approver != "2001") return fail(ErrorCode::UnknownOperator);
  if (!command.approver.empty() && command.approver_pin != "123456") return fail(ErrorCode::WrongPin, "4");
  if (command.approver.empty() && command.rate && *command.rate < kCashierRate)
    return fail(ErrorCode::NoRight, "bill_discount");
  m_discount.reset();
  if (asks) m_discount = till::DiscountView{command.rate, command.minus, {}};
  reprice();
  if (asks)
    say(NoticeKind::Good, NoticeCode::DiscountGiven, {std::to_string(m_now.discount->saving.value())}, true);
  else
    say(NoticeKind::Info, NoticeCode::DiscountTaken, {}, true);
}

void FakeTill::handle(const till::TakeOffer& command) {
  const auto offer = std::find_if(m_now.offers.begin(), m_now.offers.end(),
                                  [&](const auto& one) { return one.promotion.id == command.promotion; });
  if (offer == m_now.offers.end()) return fail(ErrorCode::RuleRejected, "OFFER_NOT_REACHED");
  const till::PromotionView taken = offer->promotion;
  const auto product =
      std::find_if(m_products.begin(), m_products.end(), [](const auto& item) { return item.sku == gift().sku; });
  add(*product, base::kOnePiece);
  m_now.lines.back().promotion = taken;
  reprice();
  say(NoticeKind::Good, NoticeCode::OfferTaken, {product->name}, true);
}

void FakeTill::handle(const till::Explain& command) {
  m_now.explain.reset();
  if (command.line < 0 || command.line >= static_cast<int>(m_now.lines.size())) return;
  const till::LineView& line = m_now.lines.at(static_cast<std::size_t>(command.line));
  till::ExplainView view{command.line, {}};
  const auto layer = [&](pricing::Reason reason, till::PriceLayer which, Money amount) {
    view.tried.push_back({false, pricing::Step::Layer, reason, which, std::nullopt, {}, amount.value(), 0});
  };
  layer(line.layer == till::PriceLayer::Retail ? pricing::Reason::Applied : pricing::Reason::HigherPrice,
        till::PriceLayer::Retail, line.gross);
  if (line.layer != till::PriceLayer::Retail) layer(pricing::Reason::Applied, line.layer, line.final);
  if (!m_now.member) layer(pricing::Reason::NeedsMember, till::PriceLayer::MemberPrice, Money());
  if (!m_now.hints.empty())
    view.tried.push_back({true,
                          pricing::Step::Threshold,
                          pricing::Reason::BelowThreshold,
                          till::PriceLayer::Retail,
                          promotion(),
                          {},
                          0,
                          m_now.hints.front().missing->value()});
  if (m_now.points && m_now.points->used > Points())
    view.tried.push_back({true,
                          pricing::Step::Points,
                          pricing::Reason::Applied,
                          till::PriceLayer::Retail,
                          std::nullopt,
                          {},
                          m_now.points->paid.value(),
                          0});
  m_now.explain = view;
}

void FakeTill::handle(const till::BeginReturn& command) {
  if (m_now.phase == Phase::Receipt) handle(till::NextSale{});
  if (!m_now.lines.empty()) return fail(ErrorCode::WrongState);
  if (!m_last_receipt || command.receipt_no != m_last_receipt->receipt_no)
    return fail(ErrorCode::UnknownReceipt, command.receipt_no);
  m_returned = m_last_receipt;
  till::ReturnView view;
  view.receipt_no = m_returned->receipt_no;
  view.sold_at = m_returned->at;
  if (m_returned->member) view.masked_name = m_returned->member->masked_name;
  for (std::size_t at = 0; at < m_returned->lines.size(); ++at) {
    const auto& line = m_returned->lines[at];
    view.lines.push_back({line.name, line.unit, line.quantity, m_back[at], {}, {}});
  }
  m_now.returning = view;
  m_now.receipt.reset();
  m_now.phase = Phase::Returning;
  settle();
}

void FakeTill::settle() {
  till::ReturnView& view = *m_now.returning;
  view.value = {};
  for (std::size_t at = 0; at < view.lines.size(); ++at) {
    const auto& sold = m_returned->lines[at];
    view.lines[at].value =
        Money(base::mulDivFloor(sold.final.value(), view.lines[at].quantity.value(), sold.quantity.value()));
    view.value += view.lines[at].value;
  }
  view.refund = view.value;
  view.tenders = {{"CASH", view.refund, std::nullopt}};
  if (!m_returned->member) return;
  view.reversed = Points(view.value.value() / 100);
  view.restored = Points(view.value.value() / 1000);
  view.balance_after = m_returned->member->balance - view.reversed + view.restored;
  view.coupon = view.value == m_returned->total ? "RETURNED" : "KEPT";
  view.tier_after_name = view.value > Money(20000) ? "银卡会员" : "";
}

void FakeTill::handle(const till::SetReturnQuantity& command) {
  auto& line = m_now.returning->lines.at(static_cast<std::size_t>(command.line));
  if (command.quantity > line.sold - line.returned) return fail(ErrorCode::RuleRejected, "RETURN_EXCEEDS_SOLD");
  line.quantity = command.quantity;
  settle();
}

void FakeTill::handle(const till::ReturnAll&) {
  for (auto& line : m_now.returning->lines) line.quantity = line.sold - line.returned;
  settle();
}

void FakeTill::handle(const till::ConfirmReturn&) {
  ++refunds;
  if (m_fail_next) {
    fail(m_fail_next->code, m_fail_next->detail);
    m_fail_next.reset();
    return;
  }
  sale::Receipt receipt = *m_returned;
  receipt.kind = sale::ReceiptKind::Return;
  receipt.sale_receipt_no = m_returned->receipt_no;
  receipt.receipt_no += "-R";
  receipt.savings = {};
  receipt.total = receipt.gross = m_now.returning->refund;
  receipt.tenders = m_now.returning->tenders;
  for (std::size_t at = 0; at < m_back.size(); ++at) m_back[at] += m_now.returning->lines[at].quantity;
  m_now.returning.reset();
  m_now.receipt = receipt;
  m_now.phase = Phase::Receipt;
  say(NoticeKind::Good, NoticeCode::ReturnDone, {receipt.receipt_no});
}

void FakeTill::handle(const till::CancelReturn&) {
  m_now.returning.reset();
  m_now.phase = Phase::Selling;
}

}  // namespace kahui::test
