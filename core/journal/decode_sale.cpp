#include "core/journal/json_reader.hpp"
#include "core/journal/sale_codec.hpp"

namespace kahui::journal {

using nlohmann::json;

namespace {

LineTerms readLineTerms(const json& object) {
  LineTerms terms;
  terms.category = text(object, "ct", "");
  terms.brand = text(object, "br", "");
  terms.offer = text(object, "of", "");
  terms.amount = optionalMoney(object, "am");
  terms.promo_price = optionalMoney(object, "pp");
  terms.member_price = optionalMoney(object, "mp");
  terms.override_price = optionalMoney(object, "ov");
  terms.min_rate = number(object, "mr", 0);
  if (object.contains("py")) terms.pay_pct = static_cast<int>(number(object, "py"));
  terms.flags = static_cast<std::uint32_t>(number(object, "fl", 0));
  terms.gift = text(object, "gf", "");
  terms.gift_points = base::Points(number(object, "gp", 0));
  terms.gift_price = base::Money(number(object, "gm", 0));
  return terms;
}

SoldLine readLine(const json& object) {
  SoldLine line;
  line.sku = text(object, "k");
  line.barcode = text(object, "b", "");
  line.name = text(object, "n");
  line.unit = text(object, "u", "");
  line.quantity = base::Quantity(number(object, "q"));
  line.unit_price = money(object, "p");
  line.terms = readLineTerms(object);
  line.gross = money(object, "g");
  line.layer = text(object, "y");
  line.after_price = money(object, "a", line.gross);
  line.final = money(object, "f", line.after_price);
  if (object.contains("c")) {
    const json& cuts = array(object, "c");
    base::Money* const parts[] = {&line.multi, &line.promo, &line.bill, &line.coupon, &line.points, &line.round};
    if (cuts.size() != std::size(parts)) throw Malformed{"cuts of a line: not six"};
    for (std::size_t i = 0; i < std::size(parts); ++i) {
      if (!cuts[i].is_number_integer()) throw Malformed{"cuts of a line: not integers"};
      *parts[i] = base::Money(cuts[i].get<std::int64_t>());
    }
  }
  line.tier_measure = money(object, "m", line.final);
  line.in_multi = flag(object, "im");
  line.count_card = text(object, "cc", "");
  line.count_change = static_cast<int>(number(object, "cn", 0));
  line.count_left = static_cast<int>(number(object, "cl", 0));
  line.cost = optionalMoney(object, "co");
  return line;
}

}  // namespace

std::vector<LotPart> readLots(const json& object, const char* key) {
  std::vector<LotPart> lots;
  for (const json& lot : optionalArray(object, key))
    lots.push_back({text(lot, "l", ""), flag(lot, "c"), points(lot, "p"), optionalDate(lot, "ex")});
  return lots;
}

namespace {

std::vector<SoldTender> readTenders(const json& object) {
  std::vector<SoldTender> tenders;
  for (const json& tender : array(object, "x"))
    tenders.push_back({text(tender, "t"), money(tender, "a"), optionalMoney(tender, "g"), text(tender, "rf", ""),
                       text(tender, "pm", "")});
  return tenders;
}

SoldMember readMember(const json& object) {
  SoldMember member;
  member.no = number(object, "no");
  member.id = identity(object, "id");
  member.credential = text(object, "by");
  member.tier_before = text(object, "tb", "");
  member.bill_tier = text(object, "bt", "");
  member.tier_after = text(object, "ta");
  member.tier_rule = text(object, "tr", "");
  member.earned = points(object, "e");
  member.used = points(object, "u");
  member.multiplier_pct = static_cast<int>(number(object, "x"));
  member.birthday = flag(object, "bd");
  member.lifetime_after = points(object, "lt");
  member.balance_after = points(object, "ba");
  member.lot_expires = optionalDate(object, "ex");
  member.demoted_from = text(object, "df", "");
  member.since_demotion = base::Money(number(object, "sd", 0));
  member.demoted_from_after = text(object, "dfa", "");
  member.since_demotion_after = base::Money(number(object, "sda", 0));
  member.spent = readLots(object, "sp");
  for (const json& use : optionalArray(object, "pu"))
    member.promotions.push_back({text(use, "k"), static_cast<int>(number(use, "d", 0)),
                                 static_cast<int>(number(use, "e", 0)), static_cast<int>(number(use, "n", 0))});
  for (const json& benefit : optionalArray(object, "bn"))
    member.benefits.push_back({text(benefit, "k"), base::Money(number(benefit, "f", 0)),
                               base::Points(number(benefit, "p", 0)), text(benefit, "s", "")});
  member.next_tier = text(object, "nt", "");
  member.next_purchase = optionalMoney(object, "nm");
  if (object.contains("np")) member.next_points = points(object, "np");
  if (object.contains("nb")) member.next_bills = static_cast<int>(number(object, "nb"));
  member.next_spent = optionalMoney(object, "ns");
  if (object.contains("nr")) member.next_referrals = static_cast<int>(number(object, "nr"));
  member.next_all = flag(object, "na");
  member.stored_principal = base::Money(number(object, "vp", 0));
  member.stored_bonus = base::Money(number(object, "vb", 0));
  member.stored_after = optionalMoney(object, "va");
  member.joined = optionalDate(object, "jd");
  member.rebate = base::Points(number(object, "rb", 0));
  member.own_rewards = flag(object, "ow");
  member.group = text(object, "gr", "");
  member.first_bill = flag(object, "fb");
  if (object.contains("rc")) {
    const json& rc = at(object, "rc");
    member.record = SoldRecord{static_cast<int>(number(rc, "b", 0)), base::Money(number(rc, "s", 0)),
                               static_cast<int>(number(rc, "r", 0))};
  }
  member.cashable_after = base::Points(number(object, "ca", 0));
  for (const json& one : optionalArray(object, "en"))
    member.ending.push_back({flag(one, "c"), points(one, "p"), date(one, "d")});
  if (object.contains("rf")) {
    const json& rf = at(object, "rf");
    member.referral =
        SoldReferral{number(rf, "to"), base::Points(number(rf, "p", 0)), base::Points(number(rf, "gp", 0)),
                     base::Money(number(rf, "gf", 0)), text(rf, "gs", "")};
  }
  return member;
}

template <class Document>
void readHead(const json& p, Document& document) {
  document.receipt_no = text(p, "rn");
  document.ref = text(p, "ref", "");
  document.ref_digest = text(p, "rd", "");
  document.shift = number(p, "sh");
  document.operator_code = text(p, "op");
  document.operator_name = text(p, "on");
  document.approver = text(p, "ap", "");
}

ReturnedMember readReturnedMember(const json& object) {
  ReturnedMember member;
  member.no = number(object, "no");
  member.earned_reversed = base::Points(number(object, "e", 0));
  member.benefits_reversed = base::Points(number(object, "b", 0));
  member.charged = base::Points(number(object, "ch", 0));
  member.taken = readLots(object, "tk");
  member.restored = readLots(object, "rs");
  member.tier_before = text(object, "tb");
  member.tier_after = text(object, "ta");
  member.noncash_after = points(object, "na");
  member.balance_after = points(object, "ba");
  member.stored_after = optionalMoney(object, "va");
  member.own_rewards = flag(object, "ow");
  return member;
}

}  // namespace

CouponTerms readTerms(const json& tm) {
  CouponTerms terms;
  terms.type = text(tm, "t");
  terms.face = base::Money(number(tm, "f", 0));
  terms.rate = number(tm, "r", 10000);
  terms.stackable = flag(tm, "s");
  terms.min = base::Money(number(tm, "m", 0));
  terms.max_minus = optionalMoney(tm, "mx");
  terms.skus = texts(tm, "k");
  terms.categories = texts(tm, "ct");
  terms.brands = texts(tm, "br");
  terms.partner = text(tm, "pa", "");
  terms.tiers = texts(tm, "ti");
  return terms;
}

SaleCompleted readSale(const json& p) {
  SaleCompleted sale;
  readHead(p, sale);
  for (const json& line : array(p, "l")) sale.lines.push_back(readLine(line));
  for (const json& coupon : optionalArray(p, "cp"))
    sale.coupons.push_back({text(coupon, "s"), readTerms(at(coupon, "tm")), optionalDate(coupon, "ex")});
  if (p.contains("dr")) sale.discount_rate = number(p, "dr");
  sale.discount_minus = optionalMoney(p, "dm");
  sale.gifts_today = static_cast<int>(number(p, "gt", 0));
  sale.promotion = text(p, "pr", "");
  for (const json& one : optionalArray(p, "ps"))
    sale.savings.push_back({text(one, "k"), base::Money(number(one, "s", 0)), base::Points(number(one, "xp", 0))});
  sale.tenders = readTenders(p);
  sale.gross = money(p, "g");
  sale.total = money(p, "t");
  sale.rounding = money(p, "r");
  sale.change = money(p, "ch");
  if (p.contains("mb")) sale.member = readMember(at(p, "mb"));
  sale.channel = text(p, "cn", "");
  sale.pickup = text(p, "pk", "");
  return sale;
}

SaleReturned readSaleReturned(const json& p) {
  SaleReturned sale;
  readHead(p, sale);
  sale.sale_receipt_no = text(p, "of");
  sale.voids = flag(p, "vo");
  sale.reason = text(p, "why", "");
  for (const json& line : array(p, "l"))
    sale.lines.push_back({static_cast<int>(number(line, "l")), text(line, "k"), text(line, "n"), text(line, "u", ""),
                          base::Quantity(number(line, "q")), money(line, "v")});
  sale.value = money(p, "v");
  sale.refund = money(p, "t");
  sale.tenders = readTenders(p);
  sale.gift_used = flag(p, "gu");
  sale.return_coupon_used = flag(p, "cu");
  sale.return_coupon_serial = text(p, "rs", "");
  sale.coupon = text(p, "cf", "");
  sale.gift = text(p, "gf", "");
  sale.return_coupon = text(p, "rf", "");
  if (p.contains("gk"))
    for (const json& gift : array(p, "gk"))
      sale.kept_gifts.push_back({static_cast<int>(number(gift, "l")), text(gift, "n"),
                                 base::Quantity(number(gift, "q", 0)), base::Money(number(gift, "h", 0))});
  if (p.contains("mb")) sale.member = readReturnedMember(at(p, "mb"));
  return sale;
}

PointsRedeemed readPointsRedeemed(const json& p) {
  return {number(p, "no"),
          readLots(p, "lots"),
          points(p, "sb"),
          base::Points(number(p, "rt", 0)),
          base::Points(number(p, "gw", 0)),
          text(p, "au", ""),
          flag(p, "on")};
}

PointsExpired readPointsExpired(const json& p) {
  PointsExpired expired;
  expired.day = date(p, "day");
  for (const json& part : array(p, "parts"))
    expired.parts.push_back({number(part, "no"), {text(part, "l"), flag(part, "c"), points(part, "p"), std::nullopt}});
  return expired;
}

PointsConfirmed readPointsConfirmed(const json& p) {
  PointsConfirmed confirmed;
  confirmed.as_of_ms = number(p, "asof");
  for (const json& part : array(p, "parts"))
    confirmed.parts.push_back({number(part, "no"),
                               {text(part, "l", ""), flag(part, "c"), points(part, "p"), std::nullopt},
                               base::Points(number(part, "lt", 0))});
  return confirmed;
}

CouponIssued readCouponIssued(const json& p) {
  CouponIssued coupon;
  coupon.origin = text(p, "why");
  coupon.key = text(p, "key", "");
  coupon.terms = readTerms(at(p, "tm"));
  coupon.expires = optionalDate(p, "ex");
  coupon.unlimited = flag(p, "nl");
  for (const json& part : array(p, "parts")) coupon.parts.push_back({text(part, "s"), number(part, "no", 0)});
  return coupon;
}

CouponUsed readCouponUsed(const json& p) { return {text(p, "s"), number(p, "no", 0), money(p, "d")}; }

CouponChanged readCouponChanged(const json& p) { return {text(p, "s"), text(p, "st"), optionalDate(p, "ex")}; }

TierChanged readTierChanged(const json& p) {
  TierChanged tier;
  tier.why = text(p, "why");
  for (const json& part : array(p, "parts"))
    tier.parts.push_back({number(part, "no"), text(part, "t"), text(part, "df", "")});
  return tier;
}

JobStep readJobStep(const json& p) { return {text(p, "job"), text(p, "key"), number(p, "upto"), flag(p, "done")}; }

RulesApplied readRulesApplied(const json& p) { return {text(p, "v"), text(p, "from"), text(p, "sha256")}; }

PaymentBegun readPaymentBegun(const json& p) {
  return {text(p, "pm"), flag(p, "rf"),     text(p, "by"),       money(p, "a"),      text(p, "code", ""),
          text(p, "op"), text(p, "of", ""), text(p, "bill", ""), text(p, "what", "")};
}

PaymentEnded readPaymentEnded(const json& p) {
  return {text(p, "pm"), text(p, "out"), text(p, "tr", ""), text(p, "why", "")};
}

StoredMoved readStoredMoved(const json& p) {
  StoredMoved moved;
  moved.member = number(p, "no");
  moved.why = text(p, "why");
  moved.principal = money(p, "p");
  moved.bonus = money(p, "b");
  moved.principal_after = money(p, "pa");
  moved.bonus_after = money(p, "ba");
  moved.rule = text(p, "rule", "");
  moved.shift = number(p, "sh", 0);
  moved.operator_code = text(p, "op");
  moved.operator_name = text(p, "on", "");
  moved.approver = text(p, "ap", "");
  moved.tenders = readTenders(p);
  return moved;
}

CountMoved readCountMoved(const json& p) {
  return {number(p, "no"),
          text(p, "cc"),
          text(p, "why"),
          text(p, "k"),
          text(p, "n"),
          static_cast<int>(number(p, "cn")),
          static_cast<int>(number(p, "cl")),
          optionalDate(p, "ex")};
}

}  // namespace kahui::journal
