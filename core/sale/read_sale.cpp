#include "core/programme/expiry_policy.hpp"
#include "core/sale/sale_json.hpp"

namespace kahui::sale {

using base::ErrorCode;
using base::Money;
using base::Points;
using nlohmann::json;
using programme::JsonObject;
using programme::JsonProblem;
using programme::PointsClass;
using programme::RulePack;

namespace {

constexpr std::int64_t kMaxPoints = base::kMaxPoints.value();
constexpr std::int64_t kMaxUnit = base::kMaxUnitPrice.value();

constexpr programme::EnumName<pricing::MemberStatus> kStatuses[] = {{"ACTIVE", pricing::MemberStatus::Active},
                                                                    {"FROZEN", pricing::MemberStatus::Frozen},
                                                                    {"LOST", pricing::MemberStatus::Lost},
                                                                    {"CANCELLED", pricing::MemberStatus::Cancelled}};
constexpr programme::EnumName<member::BirthdayCalendar> kCalendars[] = {{"SOLAR", member::BirthdayCalendar::Solar},
                                                                        {"LUNAR", member::BirthdayCalendar::Lunar}};
constexpr programme::EnumName<PointsClass> kClasses[] = {{"NONCASH", PointsClass::NonCash},
                                                         {"CASHABLE", PointsClass::Cashable}};
constexpr programme::EnumName<pricing::CouponType> kCouponTypes[] = {{"CASH", pricing::CouponType::Cash},
                                                                     {"RATE", pricing::CouponType::Rate}};
constexpr programme::EnumName<bool> kCouponBases[] = {{"RETAIL", false}, {"STACK", true}};

std::optional<Money> unitPrice(JsonObject& object, std::string_view key) {
  const auto value = object.optionalInteger(key, 0, kMaxUnit);
  if (!value) return std::nullopt;
  return Money(*value);
}

std::string tierCode(JsonObject& object, std::string_view key, const RulePack& pack) {
  auto code = object.text(key);
  if (!code.empty() && !pack.rankOf(code))
    object.problem().note(ErrorCode::BadInput, object.pathOf(key), "unknown tier " + code);
  return code;
}

pricing::LineInput readLine(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  pricing::LineInput line;
  line.sku = object.text("sku");
  line.category = object.text("category");
  line.brand = object.text("brand");
  line.amount = object.optionalMoney("amount_fen");
  const auto price = unitPrice(object, "price_fen");
  line.unit_price = price.value_or(Money(0));
  if (!price && !line.amount)
    problem.note(ErrorCode::BadInput, object.pathOf("price_fen"), "is missing, and so is amount_fen");
  line.quantity = base::Quantity(object.integer("qty_milli", 1, base::kMaxQuantity.value(), base::kOnePiece.value()));
  line.promo_price = unitPrice(object, "promo_price_fen");
  line.promo_needs_card = object.flag("promo_needs_card", false);
  line.member_price = unitPrice(object, "member_price_fen");
  line.override_price = unitPrice(object, "override_price_fen");
  line.min_rate = object.rate("min_rate_bp", base::Rate(0));
  if (const auto pct = object.optionalInteger("pay_pct", 0, 100)) line.pay_pct = static_cast<int>(*pct);
  line.offer = object.text("offer");
  line.gift = object.text("gift");
  line.gift_points = Points(object.integer("gift_points", 0, kMaxPoints, 0));
  line.gift_price = unitPrice(object, "gift_price_fen").value_or(Money(0));
  line.no_member_discount = object.flag("no_member_discount", false);
  line.no_points = object.flag("no_points", false);
  line.no_promotion = object.flag("no_promotion", false);
  line.no_bill_discount = object.flag("no_bill_discount", false);
  line.no_coupon = object.flag("no_coupon", false);
  line.no_tier_credit = object.flag("no_tier_credit", false);
  object.finish({"name", "note"});
  return line;
}

pricing::PointsLot readLot(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  pricing::PointsLot lot;
  lot.id = object.requiredText("id");
  lot.cls = object.oneOf("cls", kClasses, PointsClass::NonCash);
  lot.points = Points(object.requiredInteger("points", -kMaxPoints, kMaxPoints));
  lot.expires = object.date("expires");
  object.finish({"earned", "source"});
  return lot;
}

// A coupon's scope: {skus, categories, brands} under `scope`, or a bare list of categories.
programme::Scope readCouponScope(JsonObject& object) {
  programme::Scope scope;
  if (const auto* value = object.child("scope")) {
    if (value->is_array())
      scope.categories = object.texts("scope");
    else
      scope = programme::readScope(*value, object.pathOf("scope"), object.problem());
  }
  for (const auto& [key, list] :
       {std::pair{"skus", &scope.skus}, {"categories", &scope.categories}, {"brands", &scope.brands}})
    for (auto& text : object.texts(key)) list->push_back(std::move(text));
  if (object.has("category")) scope.categories.push_back(object.text("category"));
  return scope;
}

pricing::Coupon readCoupon(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  pricing::Coupon coupon;
  coupon.id = object.requiredText("id");
  coupon.type = object.oneOf("type", kCouponTypes, pricing::CouponType::Cash);
  if (coupon.type == pricing::CouponType::Cash)
    coupon.face = Money(object.requiredInteger("face_fen", 0, base::kMaxAmount.value()));
  else
    coupon.rate = base::Rate(object.requiredInteger("rate_bp", 0, base::kFullRate.value()));
  coupon.stackable = object.oneOf("base", kCouponBases, false);
  coupon.min = object.money("min_fen");
  coupon.max_minus = object.optionalMoney("max_minus_fen");
  coupon.expires = object.date("expires");
  coupon.scope = readCouponScope(object);
  coupon.tiers = object.texts("tiers");
  object.finish({"name", "note"});
  return coupon;
}

pricing::Tender readTender(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  pricing::Tender tender{object.requiredText("type"), object.optionalMoney("amount_fen"),
                         object.optionalMoney("given_fen")};
  object.finish({"ref"});
  return tender;
}

pricing::BillDiscount readBillDiscount(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  pricing::BillDiscount discount;
  if (object.has("rate_bp")) discount.rate = object.rate("rate_bp", base::kFullRate);
  discount.minus = object.optionalMoney("minus_fen");
  object.finish({"reason"});
  return discount;
}

pricing::Referrer readReferrer(const json& value, const std::string& path, const RulePack& pack, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  pricing::Referrer referrer;
  referrer.id = object.text("id");
  referrer.tier = tierCode(object, "tier", pack);
  referrer.paid = Points(object.integer("paid", 0, kMaxPoints, 0));
  referrer.last = tierCode(object, "last", pack);
  if (referrer.tier.empty()) problem.note(ErrorCode::BadInput, object.pathOf("tier"), "is missing");
  object.finish({"name"});
  return referrer;
}

std::vector<pricing::PromotionUse> readUses(JsonObject& object, JsonProblem& problem) {
  std::vector<pricing::PromotionUse> uses;
  programme::forEachElement(object, "promotion_uses", [&](const json& value, const std::string& path) {
    JsonObject use(value, path, problem);
    uses.push_back(
        {use.requiredText("promotion"), use.small("today", 0, 1'000'000, 0), use.small("ever", 0, 1'000'000, 0)});
    use.finish();
  });
  return uses;
}

}  // namespace

member::Birthday readBirthday(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  member::Birthday birthday;
  birthday.calendar = object.oneOf("cal", kCalendars, member::BirthdayCalendar::Solar);
  birthday.month = static_cast<unsigned>(object.requiredInteger("m", 1, 12));
  birthday.day = static_cast<unsigned>(object.requiredInteger("d", 1, 31));
  birthday.leap_month = object.flag("leap", false);
  object.finish({"y"});
  if (!member::plausible(birthday)) problem.note(ErrorCode::BadInput, path, "is not a day of that calendar");
  return birthday;
}

pricing::MemberView readMember(const json& value, const std::string& path, const RulePack& pack, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  pricing::MemberView member;
  member.id = object.text("id");
  member.tier = tierCode(object, "tier", pack);
  if (member.tier.empty()) problem.note(ErrorCode::BadInput, object.pathOf("tier"), "is missing");
  member.status = object.oneOf("status", kStatuses, pricing::MemberStatus::Active);
  if (const auto* birthday = object.child("birthday"))
    member.birthday = readBirthday(*birthday, object.pathOf("birthday"), problem);
  programme::forEachElement(object, "lots", [&](const json& lot, const std::string& at) {
    member.lots.push_back(readLot(lot, at, problem));
  });
  if (const auto points = object.optionalInteger("noncash", -kMaxPoints, kMaxPoints))
    member.lots.push_back({"N", PointsClass::NonCash, Points(*points), std::nullopt});
  if (const auto points = object.optionalInteger("cashable", -kMaxPoints, kMaxPoints))
    member.lots.push_back({"C", PointsClass::Cashable, Points(*points), std::nullopt});
  member.frozen_points = Points(object.integer("frozen_points", 0, kMaxPoints, 0));
  member.lifetime = Points(object.integer("lifetime", -kMaxPoints, kMaxPoints, 0));
  member.demoted_from = tierCode(object, "demoted_from", pack);
  member.group = object.text("group");
  member.since_demotion = object.money("since_demotion_fen");
  if (object.has("joined")) {
    member.joined = base::BusinessDate::parse(object.text("joined"));
    if (!member.joined) problem.note(ErrorCode::BadInput, object.pathOf("joined"), "is not a date");
  }
  if (const auto* record = object.child("record")) {
    JsonObject counted(*record, object.pathOf("record"), problem);
    member.record = pricing::BuyingRecord{counted.small("bills", 0, 1'000'000, 0), counted.money("spent_fen"),
                                          counted.small("referrals", 0, 1'000'000, 0)};
    counted.finish();
  }
  member.entered = object.flag("entered", true);
  member.first_bill = object.flag("first_bill", false);
  if (const auto* stored = object.child("stored")) {
    JsonObject balance(*stored, object.pathOf("stored"), problem);
    member.stored = pricing::StoredBalance{balance.money("principal"), balance.money("bonus")};
    balance.finish({"card", "named", "expires"});
  }
  if (const auto* referrer = object.child("referrer"))
    member.referrer = readReferrer(*referrer, object.pathOf("referrer"), pack, problem);
  member.promotion_uses = readUses(object, problem);
  object.finish({"name", "phone", "promoted_on", "repromoted_year", "year_spend_fen"});
  return member;
}

pricing::SaleInput readSaleInput(const json& value, const std::string& path, const RulePack& pack,
                                 JsonProblem& problem) {
  JsonObject object(value, path, problem);
  pricing::SaleInput input;
  const auto now = object.time("now");
  if (!now) problem.note(ErrorCode::BadInput, object.pathOf("now"), "is missing");
  input.now = now.value_or(base::LocalTime());
  input.store = object.text("store");
  if (const auto* member = object.child("member"))
    input.member = readMember(*member, object.pathOf("member"), pack, problem);
  input.register_member = object.flag("register", false);
  programme::forEachElement(object, "basket", [&](const json& line, const std::string& at) {
    input.basket.push_back(readLine(line, at, problem));
  });
  std::vector<std::string> codes;
  for (const auto& tier : pack.tiers) codes.push_back(tier.code);
  programme::forEachElement(object, "promotions", [&](const json& promotion, const std::string& at) {
    input.promotions.push_back(programme::readPromotion(promotion, at, codes, problem));
  });
  if (const auto* discount = object.child("bill_discount"))
    input.bill_discount = readBillDiscount(*discount, object.pathOf("bill_discount"), problem);
  programme::forEachElement(object, "coupons", [&](const json& coupon, const std::string& at) {
    input.coupons.push_back(readCoupon(coupon, at, problem));
  });
  const auto* points = object.child("points");
  if (points != nullptr && *points == "MAX")
    input.points_max = true;
  else
    input.points = Points(object.integer("points", 0, kMaxPoints, 0));
  programme::forEachElement(object, "tenders", [&](const json& tender, const std::string& at) {
    input.tenders.push_back(readTender(tender, at, problem));
  });
  input.gifts_today = object.small("gifts_today", 0, 1'000'000, 0);
  object.finish({"till", "operator", "note"});
  return input;
}

}  // namespace kahui::sale
