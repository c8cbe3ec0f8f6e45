#include "core/till/basket.hpp"

#include <algorithm>

namespace kahui::till {

namespace {

constexpr std::size_t kMostUndo = 200;

base::Status checkQuantity(const catalog::Product& product, base::Quantity quantity) {
  if (quantity <= base::Quantity{} || quantity > base::kMaxQuantity)
    return base::fail(base::ErrorCode::OutOfRange, "quantity");
  const bool whole = quantity.value() % base::kOnePiece.value() == 0;
  if (!whole && !product.weighed) return base::fail(base::ErrorCode::OutOfRange, "whole_pieces");
  return {};
}

pricing::Basket::Line inputOf(const BasketLine& line) {
  const catalog::Product& product = *line.product;
  pricing::LineInput input;
  input.sku = product.sku;
  input.category = product.category;
  input.brand = product.brand;
  input.unit_price = product.price;
  input.quantity = line.quantity;
  input.promo_price = product.promo_price;
  input.promo_needs_card = product.promo_needs_card;
  input.member_price = product.member_price;
  input.min_rate = product.min_rate;
  input.pay_pct = product.pay_pct;
  input.no_member_discount = product.no_member_discount;
  input.no_points = product.no_points;
  input.no_promotion = product.no_promotion;
  input.no_bill_discount = product.no_bill_discount;
  input.no_coupon = product.no_coupon;
  input.no_tier_credit = product.no_tier_credit;
  input.override_price = line.override_price;
  input.amount = line.amount;
  input.offer = line.offer;
  input.gift = line.gift;
  if (line.delivery || line.card_fee) input.pay_pct = 0;
  if (line.card_fee)
    input.no_member_discount = input.no_points = input.no_promotion = input.no_bill_discount = input.no_coupon =
        input.no_tier_credit = true;
  if (!line.count_card.empty() || line.delivery) {  // paid for when the card was sold; the fee is the bill's (P1)
    input.unit_price = base::Money{};
    input.promo_price.reset();
    input.member_price.reset();
    input.min_rate = base::Rate(0);
    input.no_member_discount = input.no_points = input.no_promotion = input.no_bill_discount = input.no_coupon =
        input.no_tier_credit = true;
  }
  return std::make_shared<const pricing::LineInput>(std::move(input));
}

}  // namespace

base::Status Basket::add(const ports::FoundProduct& product, base::Quantity quantity) {
  const bool same = !m_now.lines.empty() && m_now.lines.back().product->sku == product->sku && !product->weighed &&
                    m_now.lines.back().offer.empty() && m_now.lines.back().count_card.empty() &&
                    m_now.lines.back().gift.empty() && !m_now.lines.back().delivery && !m_now.lines.back().amount &&
                    !m_now.lines.back().override_price;
  if (!same) return append(product, quantity);
  KAHUI_TRY(checkQuantity(*product, quantity));
  return setQuantity(static_cast<int>(m_now.lines.size()) - 1, m_now.lines.back().quantity + quantity);
}

base::Status Basket::append(const ports::FoundProduct& product, base::Quantity quantity, BasketLine line) {
  KAHUI_TRY(checkQuantity(*product, quantity));
  if (std::ssize(m_now.lines) >= base::kMaxLines) return base::fail(base::ErrorCode::BasketFull);
  remember();
  line.id = m_next_id++;
  line.product = product;
  line.quantity = quantity;
  line.input = inputOf(line);
  m_now.lines.push_back(std::move(line));
  m_now.selected = static_cast<int>(m_now.lines.size()) - 1;
  return {};
}

base::Status Basket::setQuantity(int line, base::Quantity quantity) {
  if (!has(line)) return base::fail(base::ErrorCode::UnknownLine);
  KAHUI_TRY(checkQuantity(*m_now.lines[static_cast<std::size_t>(line)].product, quantity));
  const BasketLine& now = m_now.lines[static_cast<std::size_t>(line)];
  if ((now.delivery || now.card_fee) && quantity != base::kOnePiece)
    return base::fail(base::ErrorCode::OutOfRange, now.delivery ? "delivery" : "card_fee");
  remember();
  auto& changed = m_now.lines[static_cast<std::size_t>(line)];
  changed.quantity = quantity;
  changed.input = inputOf(changed);
  m_now.selected = line;
  return {};
}

base::Status Basket::voidLine(int line) {
  if (!has(line)) return base::fail(base::ErrorCode::UnknownLine);
  remember();
  if (m_now.lines[static_cast<std::size_t>(line)].delivery) m_now.wish.delivery.clear();
  m_now.lines.erase(m_now.lines.begin() + line);
  m_now.selected = std::min(line, static_cast<int>(m_now.lines.size()) - 1);
  return {};
}

base::Status Basket::setPrice(int line, std::optional<base::Money> a_piece, BillWish wish) {
  if (!has(line)) return base::fail(base::ErrorCode::UnknownLine);
  remember();
  auto& changed = m_now.lines[static_cast<std::size_t>(line)];
  changed.override_price = a_piece;
  changed.input = inputOf(changed);
  m_now.wish = std::move(wish);
  m_now.selected = line;
  return {};
}

void Basket::select(int line) {
  if (has(line)) m_now.selected = line;
}

// Points and coupons are the member's own: they do not stay when another comes.
void Basket::attach(std::optional<AttachedMember> member) {
  remember();
  const bool same = member && m_now.member && member->member.no == m_now.member->member.no;
  m_now.member = std::move(member);
  m_now.wish.points = {};
  m_now.wish.points_max = false;
  m_now.wish.coupons.clear();
  if (!same) m_now.wish.pin_shown = false;
  std::erase_if(m_now.lines,
                [&](const BasketLine& line) { return !line.count_card.empty() || (!line.gift.empty() && !same); });
  m_now.selected = std::min(m_now.selected, static_cast<int>(m_now.lines.size()) - 1);
}

void Basket::wish(BillWish wish) {
  remember();
  m_now.wish = std::move(wish);
}

base::Status Basket::deliver(const ports::FoundProduct& fee, const std::string& note) {
  const bool had = std::any_of(m_now.lines.begin(), m_now.lines.end(), [](const auto& line) { return line.delivery; });
  if (!had && !note.empty() && std::ssize(m_now.lines) >= base::kMaxLines)
    return base::fail(base::ErrorCode::BasketFull);
  remember();
  m_now.wish.delivery = note;
  if (note.empty()) {
    std::erase_if(m_now.lines, [](const BasketLine& line) { return line.delivery; });
    m_now.selected = std::min(m_now.selected, static_cast<int>(m_now.lines.size()) - 1);
    return {};
  }
  if (had) return {};
  BasketLine line;
  line.id = m_next_id++;
  line.product = fee;
  line.quantity = base::kOnePiece;
  line.delivery = true;
  line.input = inputOf(line);
  m_now.lines.push_back(std::move(line));
  return {};
}

void Basket::setCoupons(std::vector<ports::StoredCoupon> coupons) {
  if (m_now.member) m_now.member->coupons = std::move(coupons);
}

void Basket::setPurse(CardPurse purse) {
  if (m_now.member) m_now.member->purse = std::move(purse);
}

void Basket::setValue(std::optional<ports::StoredAccount> stored, std::vector<ports::OwnedCount> counts) {
  if (!m_now.member) return;
  m_now.member->stored = stored;
  m_now.member->counts = std::move(counts);
}

void Basket::dropCoupons() { m_now.wish.coupons.clear(); }

void Basket::dropOffers() {
  std::erase_if(m_now.lines, [](const BasketLine& line) { return !line.offer.empty(); });
  m_now.selected = std::min(m_now.selected, static_cast<int>(m_now.lines.size()) - 1);
}

void Basket::dropGifts() {
  std::erase_if(m_now.lines, [](const BasketLine& line) { return !line.gift.empty(); });
  m_now.selected = std::min(m_now.selected, static_cast<int>(m_now.lines.size()) - 1);
}

void Basket::clear() {
  remember();
  m_now = State{};
}

bool Basket::undo() {
  if (m_before.empty()) return false;
  m_now = std::move(m_before.back());
  m_before.pop_back();
  return true;
}

void Basket::reset() {
  m_now = State{};
  m_before.clear();
}

void Basket::forgetSteps() { m_before.clear(); }

void Basket::remember() {
  if (m_before.size() == kMostUndo) m_before.erase(m_before.begin());
  m_before.push_back(m_now);
}

}  // namespace kahui::till
