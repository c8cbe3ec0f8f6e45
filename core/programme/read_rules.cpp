#include "core/programme/pack_names.hpp"
#include "core/programme/pack_readers.hpp"

namespace kahui::programme {

using base::ErrorCode;
using base::Money;
using base::Points;
using base::Rate;
using nlohmann::json;

namespace {

MemberDay readMemberDay(const json& value, const std::string& path, const RulePack& pack, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  MemberDay day;
  if (const auto dom = object.optionalInteger("dom", 1, 31)) day.dom = static_cast<int>(*dom);
  if (const auto dom_to = object.optionalInteger("dom_to", 1, 31)) day.dom_to = static_cast<int>(*dom_to);
  if (day.dom_to && (!day.dom || *day.dom_to < *day.dom))
    problem.note(ErrorCode::BadInput, object.pathOf("dom_to"), "needs dom and must not be before it");
  day.window = readWindow(object);
  if (const auto weekday = object.optionalInteger("weekday", 1, 7)) day.window.weekdays &= 1U << (*weekday - 1);
  const auto codes = object.texts("tiers");
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto rank = pack.rankOf(codes[i]);
    if (rank)
      day.tiers.push_back(*rank);
    else
      problem.note(ErrorCode::BadInput, object.pathOf("tiers") + "[" + std::to_string(i) + "]",
                   "unknown tier " + codes[i]);
  }
  if (const auto mult = object.optionalInteger("mult_pct", 0, 100'000)) day.mult_pct = static_cast<int>(*mult);
  if (const auto rate = object.optionalInteger("rate_bp", 0, 10'000)) day.rate = Rate(*rate);
  object.finish({"name", "title", "note"});
  return day;
}

ReferralRules readReferral(JsonObject& object, const RulePack& pack) {
  ReferralRules rules;
  rules.mode = object.oneOf("mode", kReferralModes, ReferralMode::Difference);
  group(object, "gift", [&](JsonObject& gift) { rules.gift = readGift(gift, "referral.gift"); });
  rules.table.assign(pack.tiers.size(), std::vector<std::optional<Points>>(pack.tiers.size()));
  group(object, "table", [&](JsonObject& table) {
    for (std::size_t from = 0; from < pack.tiers.size(); ++from) {
      group(table, pack.tiers[from].code, [&](JsonObject& row) {
        for (std::size_t to = 0; to < pack.tiers.size(); ++to)
          if (const auto points = row.optionalInteger(pack.tiers[to].code, 0, base::kMaxPoints.value()))
            rules.table[from][to] = Points(*points);
      });
    }
  });
  return rules;
}

MonthlyCoupons readMonthly(JsonObject& object, std::string_view code) {
  const auto* value = object.child(code);
  if (value == nullptr) return {};
  if (value->is_object()) {
    JsonObject o(*value, object.pathOf(code), object.problem());
    const MonthlyCoupons monthly{o.small("count", -1, 1000, 0),
                                 o.rate("rate_bp", base::kFullRate),
                                 o.flag("own_tier", false),
                                 {o.texts("skus"), o.texts("categories"), o.texts("brands")}};
    o.finish();
    return monthly;
  }
  const bool pair =
      value->is_array() && value->size() == 2 && (*value)[0].is_number_integer() && (*value)[1].is_number_integer();
  if (!pair || (*value)[0] < -1 || (*value)[0] > 1000 || (*value)[1] < 0 || (*value)[1] > 10000) {
    object.problem().note(ErrorCode::OutOfRange, object.pathOf(code),
                          "must be [count from -1 to 1000, rate_bp from 0 to 10000]");
    return {};
  }
  return {(*value)[0].get<int>(), Rate((*value)[1].get<std::int64_t>())};
}

BirthdayCoupon readBirthdayCoupon(const nlohmann::json& value, JsonObject& birthday) {
  JsonObject o(value, birthday.pathOf("coupon"), birthday.problem());
  BirthdayCoupon coupon;
  if (o.has("rate_bp")) coupon.rate = o.rate("rate_bp", base::kFullRate);
  coupon.face = o.money("face_fen");
  coupon.min = o.money("min_fen");
  coupon.month = o.oneOf("valid", kBirthdayValidity, false);
  if (coupon.rate.has_value() == (coupon.face > Money(0)))
    o.problem().note(ErrorCode::BadInput, birthday.pathOf("coupon"), "face_fen or rate_bp is expected, one of them");
  o.finish();
  return coupon;
}

GradeRules readGrade(JsonObject& o, GradeRules rules) {
  const auto points = [&](const char* key, Points& value) {
    value = Points(o.integer(key, 0, base::kMaxPoints.value(), value.value()));
  };
  rules.benefits = o.flag("benefits", rules.benefits);
  points("points_without_pin", rules.without_pin.points);
  rules.without_pin.stored = o.money("stored_without_pin_fen", rules.without_pin.stored);
  points("offline_points", rules.offline.points);
  rules.offline.stored = o.money("offline_stored_fen", rules.offline.stored);
  return rules;
}

void readRights(JsonObject& o, OfflineRules& rules) {
  const auto points = [&](const char* key, std::int64_t least, Points& value) {
    value = Points(o.integer(key, least, base::kMaxPoints.value(), value.value()));
  };
  points("goodwill_points", 0, rules.goodwill);
  points("goodwill_till_points", 0, rules.goodwill_till);
  points("rights_step", 1, rules.rights_step);
  rules.rights_home_pct = o.small("rights_home_pct", 0, 100, rules.rights_home_pct);
  rules.rights_second_pct = o.small("rights_second_pct", 0, 100, rules.rights_second_pct);
  if (rules.rights_home_pct + rules.rights_second_pct > 100)
    o.problem().note(ErrorCode::BadInput, o.pathOf("rights_second_pct"), "with rights_home_pct it is above 100");
}

}  // namespace

void readPricing(JsonObject& pack_json, RulePack& pack) {
  group(pack_json, "price", [&](JsonObject& o) {
    pack.price.layer = o.oneOf("layer", kLayers, pack.price.layer);
    pack.price.line_round = o.oneOf("line_round", kLineRounds, pack.price.line_round);
  });
  group(pack_json, "bill_round", [&](JsonObject& o) {
    pack.bill_round.mode = o.oneOf("mode", kRoundModes, pack.bill_round.mode);
    pack.bill_round.apply = o.oneOf("apply", kRoundApply, pack.bill_round.apply);
  });
  group(pack_json, "coupon", [&](JsonObject& o) {
    pack.coupon.max_per_bill = o.small("max_per_bill", 0, 100, pack.coupon.max_per_bill);
    pack.coupon.grace_days = o.small("grace_days", 0, 3660, pack.coupon.grace_days);
  });
  group(pack_json, "manual_discount", [&](JsonObject& o) {
    auto& rights = pack.manual_discount;
    rights.cashier_rate = o.rate("cashier_rate_bp", rights.cashier_rate);
    rights.cashier_minus = o.money("cashier_minus_fen", rights.cashier_minus);
    rights.leader_rate = o.rate("leader_rate_bp", rights.leader_rate);
  });
}

void readOccasions(JsonObject& pack_json, RulePack& pack) {
  auto& problem = pack_json.problem();
  forEachElement(pack_json, "member_day", [&](const json& value, const std::string& path) {
    pack.member_day.push_back(readMemberDay(value, path, pack, problem));
  });
  pack.birthday.min_tier = pack.tiers.size() > 1 ? 1 : 0;
  group(pack_json, "birthday", [&](JsonObject& o) {
    pack.birthday.mult_pct = o.small("mult_pct", 0, 100'000, pack.birthday.mult_pct);
    pack.birthday.min_tier = readTierName(o, "min_tier", pack).value_or(pack.birthday.min_tier);
    pack.birthday.feb29 = o.oneOf("feb29", kLeapBirthdays, pack.birthday.feb29);
    if (const auto* coupon = o.child("coupon")) pack.birthday.coupon = readBirthdayCoupon(*coupon, o);
  });
  group(pack_json, "evening_gift", [&](JsonObject& o) {
    auto& gift = pack.evening_gift;
    gift.enabled = o.flag("enabled", gift.enabled);
    gift.dom = o.small("dom", 1, 31, gift.dom);
    gift.from_s = o.secondOfDay("from", gift.from_s);
    gift.to_s = o.secondOfDay("to", gift.to_s);
    gift.min = o.money("min_fen", gift.min);
    gift.face = o.money("face_fen", gift.face);
    gift.per_day = o.small("per_day", 0, 1000, gift.per_day);
    if (gift.from_s >= gift.to_s) problem.note(ErrorCode::BadInput, "evening_gift.to", "must be later than from");
  });
  group(pack_json, "spend_return", [&](JsonObject& o) {
    auto& back = pack.spend_return;
    back.enabled = o.flag("enabled", back.enabled);
    back.step = Money(o.integer("step_fen", 1, base::kMaxAmount.value(), back.step.value()));
    back.back = o.money("return_fen", back.back);
    back.repeat = o.flag("repeat", back.repeat);
    back.form = o.oneOf("form", kReturnForms, back.form);
  });
}

void readMoneyRules(JsonObject& pack_json, RulePack& pack) {
  group(pack_json, "stored", [&](JsonObject& o) {
    pack.stored.spend = o.oneOf("spend", kStoredSpends, pack.stored.spend);
    pack.stored.limit_named = o.money("limit_named_fen", pack.stored.limit_named);
    pack.stored.limit_unnamed = o.money("limit_unnamed_fen", pack.stored.limit_unnamed);
    forEachElement(o, "top_up", [&](const nlohmann::json& value, const std::string& path) {
      JsonObject rule(value, path, o.problem());
      TopUpRule read;
      read.id = rule.requiredText("id");
      read.pay = base::Money(rule.requiredInteger("pay_fen", 1, base::kMaxAmount.value()));
      read.bonus = rule.money("bonus_fen");
      rule.finish();
      const bool rises = pack.stored.top_up.empty() || pack.stored.top_up.back().pay < read.pay;
      if (!rises) o.problem().note(base::ErrorCode::BadInput, path + ".pay_fen", "must be above the one before");
      pack.stored.top_up.push_back(std::move(read));
    });
  });
  group(pack_json, "refund", [&](JsonObject& o) {
    pack.refund.shortfall = o.oneOf("shortfall", kShortfalls, pack.refund.shortfall);
    pack.refund.gift = o.oneOf("gift", kGiftBacks, pack.refund.gift);
    if (o.has("tender_order")) pack.refund.tender_order = o.texts("tender_order");
  });
  group(pack_json, "offline", [&](JsonObject& o) {
    pack.offline.points_per_day =
        Points(o.integer("points_per_day", 0, base::kMaxPoints.value(), pack.offline.points_per_day.value()));
    pack.offline.stored_per_day = o.money("stored_per_day_fen", pack.offline.stored_per_day);
    pack.offline.max_age_hours = o.small("max_age_hours", 0, 100'000, pack.offline.max_age_hours);
    readRights(o, pack.offline);
  });
  group(pack_json, "report", [&](JsonObject& o) {
    pack.report.share_alert = o.rate("share_alert_bp", pack.report.share_alert);
    pack.report.dormant_days = o.small("dormant_days", 0, 100'000, pack.report.dormant_days);
    pack.report.lost_days = o.small("lost_days", 0, 100'000, pack.report.lost_days);
  });
  pack.business_day_start_s = pack_json.secondOfDay("business_day_start", 0);
}

void readGrades(JsonObject& pack_json, RulePack& pack) {
  group(pack_json, "grades", [&](JsonObject& o) {
    auto& grades = pack.grades;
    grades.pin_required = o.flag("pin_required", grades.pin_required);
    group(o, "claim", [&](JsonObject& grade) { grades.claim = readGrade(grade, grades.claim); });
    group(o, "genuine", [&](JsonObject& grade) { grades.genuine = readGrade(grade, grades.genuine); });
    group(o, "authenticated",
          [&](JsonObject& grade) { grades.authenticated = readGrade(grade, grades.authenticated); });
  });
}

void readMembership(JsonObject& pack_json, RulePack& pack) {
  pack.referral.table.assign(pack.tiers.size(), std::vector<std::optional<Points>>(pack.tiers.size()));
  group(pack_json, "referral", [&](JsonObject& o) { pack.referral = readReferral(o, pack); });
  group(pack_json, "cash_out", [&](JsonObject& o) {
    pack.cash_out.min = Points(o.integer("min_points", 1, base::kMaxPoints.value(), 1));
    pack.cash_out.step = Points(o.integer("step", 1, base::kMaxPoints.value(), 1));
    pack.cash_out.manager_from = o.money("manager_from_fen", pack.cash_out.manager_from);
  });
  group(pack_json, "transfer", [&](JsonObject& o) {
    pack.transfer.min = Points(o.integer("min_points", 1, base::kMaxPoints.value(), pack.transfer.min.value()));
    pack.transfer.to_class = o.oneOf("to_class", kTransferClasses, pack.transfer.to_class);
  });
  pack.monthly_coupons.assign(pack.tiers.size(), {});
  group(pack_json, "monthly_coupons", [&](JsonObject& o) {
    for (std::size_t rank = 0; rank < pack.tiers.size(); ++rank)
      pack.monthly_coupons[rank] = readMonthly(o, pack.tiers[rank].code);
  });
  group(pack_json, "quarter_exchange", [&](JsonObject& o) {
    auto& exchange = pack.quarter_exchange;
    exchange.last_days = o.small("last_days", 0, 92, exchange.last_days);
    exchange.points = Points(o.integer("points", 1, base::kMaxPoints.value(), exchange.points.value()));
    exchange.coupon = o.money("coupon_fen", exchange.coupon);
    exchange.valid_days = o.small("valid_days", 1, 3660, exchange.valid_days);
  });
}

GiftPeriod readPeriod(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject o(value, path, problem);
  GiftPeriod period;
  period.window = readWindow(o);
  if (!period.window.from || !period.window.to) problem.note(ErrorCode::BadInput, path, "must have from and to");
  period.price.points = Points(o.requiredInteger("points", 1, base::kMaxPoints.value()));
  period.price.money = o.money("price_fen");
  o.finish();
  return period;
}

CatalogueGift readCatalogueGift(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject o(value, path, problem);
  CatalogueGift item;
  item.code = o.requiredText("code");
  item.name = o.requiredText("name");
  item.group = o.requiredText("group");
  item.points = Points(o.requiredInteger("points", 1, base::kMaxPoints.value()));
  item.sku = o.text("sku");
  item.price = o.money("price_fen");
  item.draw = o.text("draw");
  bool money = item.price > Money{};
  forEachElement(o, "periods", [&](const json& one, const std::string& at) {
    item.periods.push_back(readPeriod(one, at, problem));
    money = money || item.periods.back().price.money > Money{};
  });
  if (money && item.sku.empty())
    problem.note(ErrorCode::BadInput, o.pathOf("price_fen"), "needs a sku: the money is paid on a bill");
  if (!item.draw.empty() && !item.sku.empty())
    problem.note(ErrorCode::BadInput, o.pathOf("draw"), "goes with no sku: an entry is no goods");
  o.finish();
  return item;
}

JoinGift readGift(JsonObject& o, std::string_view name) {
  JoinGift gift;
  gift.points = Points(o.integer("points", 0, base::kMaxPoints.value(), 0));
  gift.face = o.money("face_fen");
  gift.min = o.money("min_fen");
  gift.valid_days = o.small("valid_days", 0, 3660, 0);
  if ((gift.points > Points{}) == (gift.face > Money{}))
    o.problem().note(ErrorCode::BadInput, std::string(name), "must have one of points and face_fen above 0");
  return gift;
}

void readDesk(JsonObject& pack_json, RulePack& pack) {
  auto& problem = pack_json.problem();
  group(pack_json, "join_gift", [&](JsonObject& o) {
    pack.join_gift = readGift(o, "join_gift");
    pack.join_gift->from = o.time("from");
    pack.join_gift->to = o.time("to");
    if (pack.join_gift->from && pack.join_gift->to && *pack.join_gift->from >= *pack.join_gift->to)
      problem.note(ErrorCode::BadInput, o.pathOf("to"), "must be later than from");
  });
  forEachElement(pack_json, "catalogue", [&](const json& value, const std::string& path) {
    CatalogueGift item = readCatalogueGift(value, path, problem);
    for (const auto& other : pack.catalogue)
      if (other.code == item.code) problem.note(ErrorCode::BadInput, path + ".code", "stands twice");
    pack.catalogue.push_back(std::move(item));
  });
  group(pack_json, "card_fee", [&](JsonObject& o) {
    pack.card_fee.fee = o.money("fee_fen");
    group(o, "free", [&](JsonObject& free) { pack.card_fee.free = readWindow(free); });
  });
  group(pack_json, "desk", [&](JsonObject& o) {
    pack.desk.consent = o.text("consent", pack.desk.consent);
    pack.desk.claim_days = o.small("claim_days", 0, 366, pack.desk.claim_days);
    pack.desk.join_prompt = o.money("join_prompt_fen", pack.desk.join_prompt);
    pack.desk.approve_joins = o.flag("approve_joins", pack.desk.approve_joins);
    pack.desk.join_purchase = o.money("join_purchase_fen", pack.desk.join_purchase);
    if (const auto* terms = o.child("terms"); terms != nullptr) {
      constexpr std::size_t kMostTerms = 1200;  // bytes; it stands on till paper
      JsonObject words(*terms, o.pathOf("terms"), problem);
      pack.desk.terms_zh = words.requiredText("zh");
      pack.desk.terms_en = words.requiredText("en");
      if (std::max(pack.desk.terms_zh.size(), pack.desk.terms_en.size()) > kMostTerms)
        problem.note(ErrorCode::OutOfRange, o.pathOf("terms"), "is longer than 1200 bytes");
      words.finish();
    }
    pack.desk.card_points = Points(o.integer("card_points", 0, base::kMaxPoints.value(), 0));
  });
}

}  // namespace kahui::programme
