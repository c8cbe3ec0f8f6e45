#include "core/journal/sale_codec.hpp"

namespace kahui::journal {

namespace {

using base::JsonWriter;

void optionalMoney(JsonWriter& json, std::string_view key, const std::optional<base::Money>& value) {
  if (value) json.field(key, value->value());
}

void nonZero(JsonWriter& json, std::string_view key, std::int64_t value) {
  if (value != 0) json.field(key, value);
}

void optionalDate(JsonWriter& json, std::string_view key, const std::optional<base::BusinessDate>& value) {
  if (value) json.field(key, value->iso());
}

void writeTexts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.beginArray(key);
  for (const auto& text : texts) json.element(text);
  json.endArray();
}

void writeTerms(JsonWriter& json, const LineTerms& terms) {
  json.fieldIfAny("ct", terms.category);
  json.fieldIfAny("br", terms.brand);
  json.fieldIfAny("of", terms.offer);
  optionalMoney(json, "am", terms.amount);
  optionalMoney(json, "pp", terms.promo_price);
  optionalMoney(json, "mp", terms.member_price);
  optionalMoney(json, "ov", terms.override_price);
  nonZero(json, "mr", terms.min_rate);
  if (terms.pay_pct) json.field("py", std::int64_t{*terms.pay_pct});
  nonZero(json, "fl", terms.flags);
  if (terms.gift.empty()) return;
  json.field("gf", terms.gift);
  json.field("gp", terms.gift_points.value());
  nonZero(json, "gm", terms.gift_price.value());
}

void writeLine(JsonWriter& json, const SoldLine& line) {
  json.beginObject();
  json.field("k", line.sku);
  json.fieldIfAny("b", line.barcode);
  json.field("n", line.name);
  json.fieldIfAny("u", line.unit);
  json.field("q", line.quantity.value());
  json.field("p", line.unit_price.value());
  writeTerms(json, line.terms);
  json.field("g", line.gross.value());
  json.field("y", line.layer);
  if (line.after_price != line.gross) json.field("a", line.after_price.value());
  const std::int64_t cuts[] = {line.multi.value(),  line.promo.value(),  line.bill.value(),
                               line.coupon.value(), line.points.value(), line.round.value()};
  if (line.final != line.after_price) {
    json.beginArray("c");
    for (const std::int64_t cut : cuts) json.element(cut);
    json.endArray();
    json.field("f", line.final.value());
  }
  if (line.tier_measure != line.final) json.field("m", line.tier_measure.value());
  nonZero(json, "im", line.in_multi ? 1 : 0);
  if (!line.count_card.empty()) {
    json.field("cc", line.count_card);
    json.field("cn", std::int64_t{line.count_change});
    json.field("cl", std::int64_t{line.count_left});
  }
  if (line.cost) json.field("co", line.cost->value());
  json.endObject();
}

}  // namespace

void writeLots(JsonWriter& json, std::string_view key, const std::vector<LotPart>& lots) {
  if (lots.empty()) return;
  json.beginArray(key);
  for (const LotPart& lot : lots) {
    json.beginObject();
    json.fieldIfAny("l", lot.lot);
    nonZero(json, "c", lot.cashable ? 1 : 0);
    json.field("p", lot.points.value());
    optionalDate(json, "ex", lot.expires);
    json.endObject();
  }
  json.endArray();
}

namespace {

void writeTenders(JsonWriter& json, const std::vector<SoldTender>& tenders) {
  json.beginArray("x");
  for (const SoldTender& tender : tenders) {
    json.beginObject();
    json.field("t", tender.type);
    json.field("a", tender.amount.value());
    optionalMoney(json, "g", tender.given);
    json.fieldIfAny("rf", tender.reference);
    json.fieldIfAny("pm", tender.payment);
    json.endObject();
  }
  json.endArray();
}

void writeCouponTerms(JsonWriter& json, const CouponTerms& terms) {
  json.beginObject("tm");
  writeTerms(json, terms);
  json.endObject();
}

void writeSavings(JsonWriter& json, const std::vector<PromotionSaving>& savings) {
  if (savings.empty()) return;
  json.beginArray("ps");
  for (const PromotionSaving& one : savings) {
    json.beginObject();
    json.field("k", one.promotion);
    nonZero(json, "s", one.saved.value());
    nonZero(json, "xp", one.points.value());
    json.endObject();
  }
  json.endArray();
}

void writeEnding(JsonWriter& json, const std::vector<PointsEnding>& ending) {
  if (ending.empty()) return;
  json.beginArray("en");
  for (const PointsEnding& one : ending) {
    json.beginObject();
    nonZero(json, "c", one.cashable ? 1 : 0);
    json.field("p", one.points.value());
    json.field("d", one.first.iso());
    json.endObject();
  }
  json.endArray();
}

// What the receipt says of the tier above.
void writePromise(JsonWriter& json, const SoldMember& member) {
  json.fieldIfAny("nt", member.next_tier);
  optionalMoney(json, "nm", member.next_purchase);
  if (member.next_points) json.field("np", member.next_points->value());
  if (member.next_bills) json.field("nb", std::int64_t{*member.next_bills});
  optionalMoney(json, "ns", member.next_spent);
  if (member.next_referrals) json.field("nr", std::int64_t{*member.next_referrals});
  nonZero(json, "na", member.next_all ? 1 : 0);
}

void writeBought(JsonWriter& json, const SoldMember& member) {
  nonZero(json, "fb", member.first_bill ? 1 : 0);
  if (member.record) {
    json.beginObject("rc");
    nonZero(json, "b", member.record->bills);
    nonZero(json, "s", member.record->spent.value());
    nonZero(json, "r", member.record->referrals);
    json.endObject();
  }
}

void writeMember(JsonWriter& json, const SoldMember& member) {
  json.beginObject("mb");
  json.field("no", member.no);
  json.field("id", member.id.hex());
  json.field("by", member.credential);
  json.fieldIfAny("tb", member.tier_before);
  json.fieldIfAny("bt", member.bill_tier);
  json.field("ta", member.tier_after);
  json.fieldIfAny("tr", member.tier_rule);
  json.field("e", member.earned.value());
  json.field("u", member.used.value());
  json.field("x", std::int64_t{member.multiplier_pct});
  nonZero(json, "bd", member.birthday ? 1 : 0);
  json.field("lt", member.lifetime_after.value());
  json.field("ba", member.balance_after.value());
  optionalDate(json, "ex", member.lot_expires);
  json.fieldIfAny("df", member.demoted_from);
  nonZero(json, "sd", member.since_demotion.value());
  json.fieldIfAny("dfa", member.demoted_from_after);
  nonZero(json, "sda", member.since_demotion_after.value());
  writeLots(json, "sp", member.spent);
  if (!member.promotions.empty()) {
    json.beginArray("pu");
    for (const UsedPromotion& use : member.promotions) {
      json.beginObject();
      json.field("k", use.promotion);
      nonZero(json, "d", use.today);
      nonZero(json, "e", use.ever);
      nonZero(json, "n", use.now);
      json.endObject();
    }
    json.endArray();
  }
  if (!member.benefits.empty()) {
    json.beginArray("bn");
    for (const SoldBenefit& benefit : member.benefits) {
      json.beginObject();
      json.field("k", benefit.kind);
      nonZero(json, "f", benefit.face.value());
      nonZero(json, "p", benefit.points.value());
      json.fieldIfAny("s", benefit.serial);
      json.endObject();
    }
    json.endArray();
  }
  writePromise(json, member);
  nonZero(json, "vp", member.stored_principal.value());
  nonZero(json, "vb", member.stored_bonus.value());
  optionalMoney(json, "va", member.stored_after);
  optionalDate(json, "jd", member.joined);
  nonZero(json, "rb", member.rebate.value());
  nonZero(json, "ca", member.cashable_after.value());
  writeEnding(json, member.ending);
  nonZero(json, "ow", member.own_rewards ? 1 : 0);
  json.fieldIfAny("gr", member.group);
  writeBought(json, member);
  if (member.referral) {
    json.beginObject("rf");
    json.field("to", member.referral->to);
    nonZero(json, "p", member.referral->points.value());
    nonZero(json, "gp", member.referral->gift_points.value());
    nonZero(json, "gf", member.referral->gift_face.value());
    json.fieldIfAny("gs", member.referral->gift_serial);
    json.endObject();
  }
  json.endObject();
}

// What a sale and a return begin with.
template <class Document>
void writeHead(JsonWriter& json, const Document& document) {
  json.field("rn", document.receipt_no);
  json.fieldIfAny("ref", document.ref);
  json.fieldIfAny("rd", document.ref_digest);
  json.field("sh", document.shift);
  json.field("op", document.operator_code);
  json.field("on", document.operator_name);
  json.fieldIfAny("ap", document.approver);
}

void writeReturnedMember(JsonWriter& json, const ReturnedMember& member) {
  json.beginObject("mb");
  json.field("no", member.no);
  nonZero(json, "e", member.earned_reversed.value());
  nonZero(json, "b", member.benefits_reversed.value());
  nonZero(json, "ch", member.charged.value());
  writeLots(json, "tk", member.taken);
  writeLots(json, "rs", member.restored);
  json.field("tb", member.tier_before);
  json.field("ta", member.tier_after);
  json.field("na", member.noncash_after.value());
  json.field("ba", member.balance_after.value());
  optionalMoney(json, "va", member.stored_after);
  nonZero(json, "ow", member.own_rewards ? 1 : 0);
  json.endObject();
}

}  // namespace

void writeTerms(JsonWriter& json, const CouponTerms& terms) {
  json.field("t", terms.type);
  nonZero(json, "f", terms.face.value());
  if (terms.rate != 10000) json.field("r", terms.rate);
  nonZero(json, "s", terms.stackable ? 1 : 0);
  nonZero(json, "m", terms.min.value());
  optionalMoney(json, "mx", terms.max_minus);
  writeTexts(json, "k", terms.skus);
  writeTexts(json, "ct", terms.categories);
  writeTexts(json, "br", terms.brands);
  json.fieldIfAny("pa", terms.partner);
  writeTexts(json, "ti", terms.tiers);
}

void writePayload(JsonWriter& json, const SaleCompleted& sale) {
  writeHead(json, sale);
  json.beginArray("l");
  for (const SoldLine& line : sale.lines) writeLine(json, line);
  json.endArray();
  if (!sale.coupons.empty()) {
    json.beginArray("cp");
    for (const SoldCoupon& coupon : sale.coupons) {
      json.beginObject();
      json.field("s", coupon.serial);
      writeCouponTerms(json, coupon.terms);
      optionalDate(json, "ex", coupon.expires);
      json.endObject();
    }
    json.endArray();
  }
  if (sale.discount_rate) json.field("dr", *sale.discount_rate);
  optionalMoney(json, "dm", sale.discount_minus);
  nonZero(json, "gt", sale.gifts_today);
  json.fieldIfAny("pr", sale.promotion);
  writeSavings(json, sale.savings);
  writeTenders(json, sale.tenders);
  json.field("g", sale.gross.value());
  json.field("t", sale.total.value());
  json.field("r", sale.rounding.value());
  json.field("ch", sale.change.value());
  if (sale.member) writeMember(json, *sale.member);
  json.fieldIfAny("cn", sale.channel);
  json.fieldIfAny("pk", sale.pickup);
}

void writePayload(JsonWriter& json, const SaleReturned& sale) {
  writeHead(json, sale);
  json.field("of", sale.sale_receipt_no);
  nonZero(json, "vo", sale.voids ? 1 : 0);
  json.fieldIfAny("why", sale.reason);
  json.beginArray("l");
  for (const ReturnedLine& line : sale.lines) {
    json.beginObject();
    json.field("l", std::int64_t{line.line});
    json.field("k", line.sku);
    json.field("n", line.name);
    json.fieldIfAny("u", line.unit);
    json.field("q", line.quantity.value());
    json.field("v", line.value.value());
    json.endObject();
  }
  json.endArray();
  json.field("v", sale.value.value());
  json.field("t", sale.refund.value());
  writeTenders(json, sale.tenders);
  nonZero(json, "gu", sale.gift_used ? 1 : 0);
  nonZero(json, "cu", sale.return_coupon_used ? 1 : 0);
  json.fieldIfAny("rs", sale.return_coupon_serial);
  json.fieldIfAny("cf", sale.coupon);
  json.fieldIfAny("gf", sale.gift);
  json.fieldIfAny("rf", sale.return_coupon);
  if (!sale.kept_gifts.empty()) {
    json.beginArray("gk");
    for (const KeptGift& gift : sale.kept_gifts) {
      json.beginObject();
      json.field("l", std::int64_t{gift.line});
      json.field("n", gift.name);
      if (gift.quantity != base::Quantity{}) json.field("q", gift.quantity.value());
      if (gift.held != base::Money{}) json.field("h", gift.held.value());
      json.endObject();
    }
    json.endArray();
  }
  if (sale.member) writeReturnedMember(json, *sale.member);
}

void writePayload(JsonWriter& json, const PointsRedeemed& points) {
  json.field("no", points.member);
  writeLots(json, "lots", points.lots);
  json.field("sb", points.shown_balance.value());
  nonZero(json, "rt", points.rights.value());
  nonZero(json, "gw", points.goodwill.value());
  json.fieldIfAny("au", points.attempt);
  nonZero(json, "on", points.online ? 1 : 0);
}

void writePayload(JsonWriter& json, const PointsExpired& points) {
  json.field("day", points.day.iso());
  json.beginArray("parts");
  for (const auto& part : points.parts) {
    json.beginObject();
    json.field("no", part.member);
    json.field("l", part.lot.lot);
    nonZero(json, "c", part.lot.cashable ? 1 : 0);
    json.field("p", part.lot.points.value());
    json.endObject();
  }
  json.endArray();
}

void writePayload(JsonWriter& json, const PointsConfirmed& points) {
  json.field("asof", points.as_of_ms);
  json.beginArray("parts");
  for (const auto& part : points.parts) {
    json.beginObject();
    json.field("no", part.member);
    json.fieldIfAny("l", part.lot.lot);
    nonZero(json, "c", part.lot.cashable ? 1 : 0);
    json.field("p", part.lot.points.value());
    nonZero(json, "lt", part.lifetime.value());
    json.endObject();
  }
  json.endArray();
}

void writePayload(JsonWriter& json, const CouponIssued& coupon) {
  json.field("why", coupon.origin);
  json.fieldIfAny("key", coupon.key);
  writeCouponTerms(json, coupon.terms);
  optionalDate(json, "ex", coupon.expires);
  nonZero(json, "nl", coupon.unlimited ? 1 : 0);
  json.beginArray("parts");
  for (const auto& part : coupon.parts) {
    json.beginObject();
    json.field("s", part.serial);
    nonZero(json, "no", part.member);
    json.endObject();
  }
  json.endArray();
}

void writePayload(JsonWriter& json, const CouponUsed& coupon) {
  json.field("s", coupon.serial);
  nonZero(json, "no", coupon.member);
  json.field("d", coupon.discount.value());
}

void writePayload(JsonWriter& json, const CouponChanged& coupon) {
  json.field("s", coupon.serial);
  json.field("st", coupon.status);
  optionalDate(json, "ex", coupon.expires);
}

void writePayload(JsonWriter& json, const TierChanged& tier) {
  json.field("why", tier.why);
  json.beginArray("parts");
  for (const auto& part : tier.parts) {
    json.beginObject();
    json.field("no", part.member);
    json.field("t", part.tier);
    json.fieldIfAny("df", part.demoted_from);
    json.endObject();
  }
  json.endArray();
}

void writePayload(JsonWriter& json, const JobStep& step) {
  json.field("job", step.job);
  json.field("key", step.key);
  json.field("upto", step.upto);
  nonZero(json, "done", step.done ? 1 : 0);
}

void writePayload(JsonWriter& json, const RulesApplied& rules) {
  json.field("v", rules.version);
  json.field("from", rules.valid_from);
  json.field("sha256", rules.sha256);
}

void writePayload(JsonWriter& json, const PaymentBegun& payment) {
  json.field("pm", payment.payment);
  nonZero(json, "rf", payment.refund ? 1 : 0);
  json.field("by", payment.provider);
  json.field("a", payment.amount.value());
  json.fieldIfAny("code", payment.code);
  json.field("op", payment.operator_code);
  json.fieldIfAny("of", payment.of);
  json.fieldIfAny("bill", payment.bill);
  json.fieldIfAny("what", payment.content);
}

void writePayload(JsonWriter& json, const PaymentEnded& payment) {
  json.field("pm", payment.payment);
  json.field("out", payment.outcome);
  json.fieldIfAny("tr", payment.transaction);
  json.fieldIfAny("why", payment.reason);
}

void writePayload(JsonWriter& json, const StoredMoved& moved) {
  json.field("no", moved.member);
  json.field("why", moved.why);
  json.field("p", moved.principal.value());
  json.field("b", moved.bonus.value());
  json.field("pa", moved.principal_after.value());
  json.field("ba", moved.bonus_after.value());
  json.fieldIfAny("rule", moved.rule);
  nonZero(json, "sh", moved.shift);
  json.field("op", moved.operator_code);
  json.fieldIfAny("on", moved.operator_name);
  json.fieldIfAny("ap", moved.approver);
  writeTenders(json, moved.tenders);
}

void writePayload(JsonWriter& json, const CountMoved& moved) {
  json.field("no", moved.member);
  json.field("cc", moved.card);
  json.field("why", moved.why);
  json.field("k", moved.sku);
  json.field("n", moved.name);
  json.field("cn", std::int64_t{moved.change});
  json.field("cl", std::int64_t{moved.left});
  optionalDate(json, "ex", moved.expires);
}

}  // namespace kahui::journal
