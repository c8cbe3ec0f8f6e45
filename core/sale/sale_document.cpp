#include "core/sale/sale_document.hpp"

#include "core/loyalty/expiry.hpp"

namespace kahui::sale {

namespace {

journal::SoldLine soldLine(const pricing::PricedLine& priced, const pricing::LineInput& input,
                           const catalog::Product& product) {
  journal::SoldLine line;
  line.sku = product.sku;
  line.barcode = product.barcode;
  line.name = product.name;
  line.unit = product.unit;
  line.quantity = input.quantity;
  line.unit_price = input.unit_price;
  line.gross = priced.gross;
  line.layer = pricing::layerName(priced.layer);
  line.after_price = priced.after_price;
  line.multi = priced.multi;
  line.promo = priced.promo;
  line.bill = priced.bill;
  line.coupon = priced.coupon;
  line.points = priced.points;
  line.round = priced.round;
  line.final = priced.final;
  line.tier_measure = priced.final;
  return line;
}

std::optional<pricing::Layer> layerOf(const std::string& name) {
  using pricing::Layer;
  for (const Layer layer : {Layer::Retail, Layer::Promo, Layer::MemberPrice, Layer::MemberDay, Layer::Tier,
                            Layer::RateCoupon, Layer::Override, Layer::Stack, Layer::Gift, Layer::Exchange}) {
    if (pricing::layerName(layer) == name) return layer;
  }
  return std::nullopt;
}

loyalty::TierRule tierRuleOf(const std::string& name) {
  using loyalty::TierRule;
  for (const TierRule rule :
       {TierRule::Single, TierRule::Lifetime, TierRule::RepromoteSingle, TierRule::RepromoteCum}) {
    if (loyalty::tierRuleName(rule) == name) return rule;
  }
  return TierRule::None;
}

std::string tierCode(const std::optional<int>& rank, const programme::RulePack& pack) {
  return rank ? pack.tier(*rank).code : std::string();
}

journal::SoldMember soldMember(const SaleResult& result, const pricing::SaleInput& input,
                               const programme::RulePack& pack, const member::Member& member,
                               const SaleHeader& header) {
  journal::SoldMember sold;
  sold.no = member.no.value();
  sold.id = member.id;
  sold.credential = header.credential;
  sold.bill_tier = tierCode(result.bill_tier, pack);
  sold.tier_after = result.tier_after ? tierCode(result.tier_after, pack) : member.tier;
  sold.tier_rule = loyalty::tierRuleName(result.tier_rule);
  sold.earned = result.points_earned;
  sold.used = result.points_used;
  sold.multiplier_pct = result.multiplier_pct;
  sold.lifetime_after = result.earns ? result.lifetime_after : member.lifetime;
  sold.balance_after = member.points() + result.points_earned - result.points_used;
  if (result.points_earned.value() > 0)
    sold.lot_expires = loyalty::expiryDate(pack.points.expiry_noncash, input.now.date());
  // The promise of the receipt is about the next visit: from the tier after this bill, with nothing in the basket.
  const auto rank = pack.rankOf(sold.tier_after);
  if (rank && result.earns) {
    const loyalty::Standing after{*rank, result.demoted_from_after, result.since_demotion_after};
    if (const auto next = loyalty::nextTier(after, *rank, base::Money{}, sold.lifetime_after, pack); next) {
      sold.next_tier = pack.tier(next->rank).code;
      sold.next_purchase = next->missing_purchase;
      sold.next_points = next->missing_points;
    }
  }
  return sold;
}

}  // namespace

journal::SaleCompleted saleDocument(const SaleResult& result, const pricing::SaleInput& input,
                                    const programme::RulePack& pack,
                                    std::span<const std::shared_ptr<const catalog::Product>> products,
                                    const member::Member* member, const SaleHeader& header) {
  KAHUI_ASSERT(products.size() == result.lines.size() && input.basket.size() == result.lines.size());
  journal::SaleCompleted document;
  document.ref = header.ref;
  document.ref_digest = header.ref_digest;
  document.shift = header.shift;
  document.operator_code = header.operator_code;
  document.operator_name = header.operator_name;
  for (std::size_t i = 0; i < products.size(); ++i) {
    document.lines.push_back(soldLine(result.lines[i], input.basket[i], *products[i]));
    if (i < result.tier_measure.size()) document.lines.back().tier_measure = result.tier_measure[i];
  }
  for (const pricing::TenderPaid& paid : result.tenders)
    document.tenders.push_back({paid.type, paid.amount, paid.given});
  document.gross = result.gross;
  document.total = result.total;
  document.rounding = result.rounding;
  document.change = result.change;
  if (member != nullptr) document.member = soldMember(result, input, pack, *member, header);
  return document;
}

base::Result<SaleResult> saleResultOf(const journal::SaleCompleted& document, const programme::RulePack& pack) {
  SaleResult result;
  result.gross = document.gross;
  result.total = document.total;
  result.rounding = document.rounding;
  result.change = document.change;
  result.pack_version = pack.version;
  for (const journal::SoldLine& sold : document.lines) {
    const auto layer = layerOf(sold.layer);
    if (!layer) return base::fail(base::ErrorCode::StoreCorrupt, "unknown price layer " + sold.layer);
    pricing::PricedLine line;
    line.gross = sold.gross;
    line.layer = *layer;
    line.after_price = sold.after_price;
    line.multi = sold.multi;
    line.in_multi = sold.multi.value() > 0;
    line.promo = sold.promo;
    line.bill = sold.bill;
    line.coupon = sold.coupon;
    line.points = sold.points;
    line.round = sold.round;
    line.final = sold.final;
    result.lines.push_back(line);
  }
  for (const journal::SoldTender& tender : document.tenders)
    result.tenders.push_back({tender.type, tender.amount, tender.given});
  if (!document.member) return result;

  const journal::SoldMember& member = *document.member;
  result.tier_after = pack.rankOf(member.tier_after);
  if (!result.tier_after) return base::fail(base::ErrorCode::StoreCorrupt, "unknown tier " + member.tier_after);
  result.points_used = member.used;
  if (member.bill_tier.empty()) return result;
  result.earns = true;
  result.bill_tier = pack.rankOf(member.bill_tier);
  if (!result.bill_tier) return base::fail(base::ErrorCode::StoreCorrupt, "unknown tier " + member.bill_tier);
  result.tier_rule = tierRuleOf(member.tier_rule);
  result.points_earned = member.earned;
  result.multiplier_pct = member.multiplier_pct;
  result.lifetime_after = member.lifetime_after;
  for (const journal::SoldLine& sold : document.lines) result.tier_measure.push_back(sold.tier_measure);
  if (const auto next = pack.rankOf(member.next_tier); next)
    result.to_next_tier = {*next, member.next_purchase, member.next_points};
  return result;
}

Receipt receiptOf(const journal::Event& event, const programme::RulePack& pack, const ReceiptFacts& facts) {
  const auto& document = std::get<journal::SaleCompleted>(event.payload);
  const auto tierName = [&](const std::string& code) {
    const auto rank = pack.rankOf(code);
    return rank ? pack.tier(*rank).name : code;
  };
  Receipt receipt;
  receipt.sale_id = event.id;
  receipt.receipt_no = document.receipt_no;
  receipt.store_name = facts.store_name;
  receipt.position = event.position;
  receipt.operator_name = document.operator_name;
  receipt.at = event.at.local();
  receipt.business_date = event.business_date;
  receipt.gross = document.gross;
  receipt.rounding = document.rounding;
  receipt.saving = document.gross - document.total - document.rounding;
  receipt.total = document.total;
  receipt.change = document.change;
  receipt.demo = facts.demo;
  receipt.copy = facts.copy;
  for (const journal::SoldLine& line : document.lines) {
    receipt.lines.push_back(
        {line.name, line.barcode, line.unit, line.quantity, line.unit_price, line.gross, line.final, line.layer});
  }
  for (const journal::SoldTender& tender : document.tenders)
    receipt.tenders.push_back({tender.type, tender.amount, tender.given});
  if (document.member && !document.member->bill_tier.empty()) {
    const journal::SoldMember& sold = *document.member;
    ReceiptMember member;
    member.member_no = member::MemberNo(sold.no).masked();
    member.masked_name = facts.masked_name;
    member.tier_name = tierName(sold.bill_tier);
    member.earned = sold.earned;
    member.used = sold.used;
    member.balance = sold.balance_after;
    if (!sold.next_tier.empty()) member.next_tier_name = tierName(sold.next_tier);
    member.missing_purchase = sold.next_purchase;
    member.missing_points = sold.next_points;
    if (sold.tier_after != sold.bill_tier) member.new_tier_name = tierName(sold.tier_after);
    receipt.member = std::move(member);
  }
  return receipt;
}

}  // namespace kahui::sale
