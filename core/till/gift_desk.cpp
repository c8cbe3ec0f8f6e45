// Goods of the points catalogue as lines of a bill (S003-94, 换购), and the goods behind lines that a fee made.
#include <algorithm>

#include "core/loyalty/points_services.hpp"
#include "core/pricing/lots.hpp"
#include "core/till/member_view.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Points;

namespace {

constexpr int kMostBillsOfMonth = 1000;

bool sees(const programme::Catalogue& catalogue, const std::string& group) {
  const auto& groups = catalogue.groups;
  return std::find(groups.begin(), groups.end(), "*") != groups.end() ||
         std::find(groups.begin(), groups.end(), group) != groups.end();
}

bool hasGift(const journal::SaleCompleted& sale) {
  return std::any_of(sale.lines.begin(), sale.lines.end(), [](const auto& line) { return !line.terms.gift.empty(); });
}

}  // namespace

bool SaleDesk::isGift(std::string_view code) const {
  const auto* gift = m_rules->gift(code);
  return gift != nullptr && !gift->sku.empty();
}

base::Result<ports::FoundProduct> SaleDesk::giftProduct(std::string_view code) {
  if (!isGift(code)) return base::fail(ErrorCode::UnknownProduct, std::string(code));
  return product(m_rules->gift(code)->sku);
}

// What it costs is said by the bill's own time, so that a period begins and ends to the second (S003-23).
pricing::Basket::Line SaleDesk::giftLine(const BasketLine& line, base::LocalTime now) const {
  pricing::LineInput input = *line.input;
  if (const auto* gift = m_rules->gift(line.gift); gift != nullptr) {
    const programme::GiftPrice price = gift->priceAt(now);
    input.gift_points = price.points;
    input.gift_price = price.money;
  }
  return std::make_shared<const pricing::LineInput>(std::move(input));
}

base::Result<int> SaleDesk::exchangesOfMonth(member::MemberNo no) {
  const auto first = base::BusinessDate::of(today().year(), today().month(), 1);
  const auto at_desk = m_store->exchangesSince(no, first);
  if (!at_desk) return tl::unexpected(at_desk.error());
  auto count = static_cast<int>(std::count_if(at_desk->begin(), at_desk->end(), [](const auto& one) {
    return one.what.kind == "CATALOGUE" && !one.cancelled;
  }));
  const auto bills = m_store->salesOf(no, first, kMostBillsOfMonth);
  if (!bills) return tl::unexpected(bills.error());
  for (const auto& bill : *bills) {
    if (bill.used == Points{}) continue;
    const auto stored = m_store->saleByReceipt(bill.receipt_no);
    if (!stored) return tl::unexpected(stored.error());
    const auto* sale = *stored ? std::get_if<journal::SaleCompleted>(&(*stored)->event.payload) : nullptr;
    if (sale == nullptr || !hasGift(*sale)) continue;
    // N9: what came back whole counts no more.
    const auto returns = m_store->returnsOf(bill.receipt_no);
    if (!returns) return tl::unexpected(returns.error());
    std::vector<base::Quantity> left;
    for (const auto& line : sale->lines) left.push_back(line.terms.gift.empty() ? base::Quantity{} : line.quantity);
    for (const auto& back : *returns)
      for (const auto& line : std::get<journal::SaleReturned>(back.event.payload).lines)
        left[static_cast<std::size_t>(line.line)] -= line.quantity;
    if (std::any_of(left.begin(), left.end(), [](base::Quantity one) { return one > base::Quantity{}; })) ++count;
  }
  return count;
}

base::Status SaleDesk::giftsFit(const OpenBill& bill) {
  std::vector<loyalty::CatalogueItem> items;
  for (const BasketLine& line : bill.lines) {
    if (line.gift.empty()) continue;
    const auto* gift = m_rules->gift(line.gift);
    if (gift == nullptr) return base::fail(ErrorCode::UnknownProduct, line.gift);
    items.push_back({gift->group, static_cast<int>(line.quantity.value() / base::kOnePiece.value()),
                     gift->priceAt(timeOf(bill).local()).points});
  }
  if (items.empty()) return {};
  if (!bill.member) return base::fail(ErrorCode::RuleRejected, "GIFT_NEEDS_MEMBER");
  const auto done = exchangesOfMonth(bill.member->member.no);
  if (!done) return tl::unexpected(done.error());
  // Without the line the bill's points are bounded as any that pay (O2), so the catalogue does not ask for it itself.
  return loyalty::checkExchange(memberView(*bill.member), items, *done, false, timeOf(bill).local().date(), *m_rules);
}

std::vector<GiftView> SaleDesk::giftsFor(const AttachedMember& member, Points used) const {
  std::vector<GiftView> views;
  const auto rank = m_rules->rankOf(member.member.tier);
  if (m_rules->catalogue.empty() || !rank || m_rules->tier(*rank).catalogue.times == 0) return views;
  const Points left =
      pricing::availableOf(pricing::usableLots(memberView(member).lots, today()), member.member.frozen) - used;
  const base::LocalTime now = timeNow().local();
  for (const auto& gift : m_rules->catalogue) {
    if (gift.sku.empty() || !sees(m_rules->tier(*rank).catalogue, gift.group)) continue;
    const programme::GiftPrice price = gift.priceAt(now);
    GiftView view{gift.code, gift.name, price.points, price.money, std::nullopt, price.points <= left};
    if (price != gift.normal()) view.normally = gift.points;
    views.push_back(std::move(view));
  }
  return views;
}

ports::FoundProduct SaleDesk::cardFeeProduct(base::Money fee) const {
  catalog::Product product;
  product.sku = kCardFeeSku;
  product.name = m_store->info().language == "en" ? "Card fee" : "会员卡工本费";
  product.category = kCardFeeSku;
  product.price = fee;
  product.no_points = product.no_member_discount = product.no_promotion = true;
  return std::make_shared<const catalog::Product>(std::move(product));
}

base::Result<std::string> SaleDesk::sellCard(member::MemberNo no, const ports::Staff& staff,
                                             const std::vector<pricing::Tender>& tenders,
                                             std::vector<journal::Payload> card) {
  const auto shift = shiftFor(staff);  // and with it the day's jobs, before the member is looked at
  if (!shift) return tl::unexpected(shift.error());
  auto member = memberByText(no.text());
  if (!member) return tl::unexpected(member.error());
  KAHUI_TRY(loadBenefits(*member));
  const base::Money fee = cardFee();
  Basket basket;
  KAHUI_TRY(basket.append(cardFeeProduct(fee), base::kOnePiece, {.amount = fee, .card_fee = true}));
  const auto sold = complete({basket.lines(), *member, basket.wish(), tenders}, staff, {}, {}, std::move(card));
  if (!sold) return tl::unexpected(sold.error());
  return std::get<journal::SaleCompleted>(sold->payload).receipt_no;
}

base::Result<ports::FoundProduct> SaleDesk::goods(const std::string& sku, const std::optional<base::Money>& amount) {
  if (sku == kDeliverySku) return deliveryProduct();
  if (sku == kCardFeeSku) return cardFeeProduct(amount.value_or(base::Money{}));
  return product(sku);
}

}  // namespace kahui::till
