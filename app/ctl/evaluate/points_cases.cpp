// catalogue, cash_out, expiry, transfer, freeze, quarter_exchange.
#include <map>

#include "app/ctl/evaluate/attempts.hpp"
#include "app/ctl/evaluate/kinds.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/loyalty/points_services.hpp"
#include "core/pricing/lots.hpp"
#include "core/programme/expiry_policy.hpp"
#include "core/sale/sale_json.hpp"

namespace kahui::ctl {

using base::BusinessDate;
using base::ErrorCode;
using base::Points;
using nlohmann::json;
using programme::JsonObject;
using programme::JsonProblem;
using programme::RulePack;

namespace {

constexpr std::int64_t kHighestPoints = base::kMaxPoints.value();

pricing::MemberView readMemberOf(JsonObject& object, std::string_view key, const RulePack& pack) {
  const auto* value = object.child(key);
  if (value != nullptr) return sale::readMember(*value, object.pathOf(key), pack, object.problem());
  object.problem().note(ErrorCode::BadInput, object.pathOf(key), "is missing");
  return {};
}

Points readPoints(JsonObject& object) {
  return Points(object.requiredInteger("points", -kHighestPoints, kHighestPoints));
}

// The day of an attempt; attempts without one are judged before any lot ends.
BusinessDate dayOf(JsonObject& object) {
  const auto at = object.date("at");
  const auto date = object.date("date");
  return at ? *at : date.value_or(BusinessDate());
}

std::vector<loyalty::CatalogueItem> readItems(JsonObject& attempt) {
  std::vector<loyalty::CatalogueItem> items;
  programme::forEachElement(attempt, "items", [&](const json& value, const std::string& path) {
    JsonObject object(value, path, attempt.problem());
    items.push_back({object.requiredText("group"), object.small("qty", 1, 1'000'000, 1),
                     Points(object.requiredInteger("points", 0, 1'000'000'000))});
    object.finish({"sku", "name", "kind"});
  });
  return items;
}

}  // namespace

json evaluateCatalogueCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  auto member = readMemberOf(input, "member", pack);
  if (problem.any()) return nullptr;
  std::map<std::pair<int, unsigned>, int> done;
  auto list = answerEach(input, "attempts", [&](JsonObject& attempt) -> json {
    const auto day = dayOf(attempt);
    const auto items = readItems(attempt);
    const bool offline = attempt.flag("offline", false);
    if (problem.any()) return nullptr;
    auto& count = done[{day.year(), day.month()}];
    const auto allowed = loyalty::checkExchange(member, items, count, offline, day, pack);
    auto out = verdictOf(allowed);
    if (allowed) {
      ++count;
      pricing::spendLots(member.lots, loyalty::priceOf(items), pack.points.spend_order);
    }
    out["points_left"] = pricing::balanceOf(member.lots).value();
    return out;
  });
  input.finish();
  return list;
}

json evaluateCashOutCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  auto list = answerEach(input, "attempts", [&](JsonObject& attempt) -> json {
    const auto member = readMemberOf(attempt, "member", pack);
    const auto points = readPoints(attempt);
    const bool offline = attempt.flag("offline", false);
    const auto day = dayOf(attempt);
    if (problem.any()) return nullptr;
    const auto paid = loyalty::cashOut(member, points, offline, day, pack);
    auto out = verdictOf(paid);
    if (!paid) return out;
    out["cash_fen"] = paid->cash.value();
    out["needs_manager"] = paid->needs_manager;
    return out;
  });
  input.finish();
  return list;
}

json evaluateTransferCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  auto list = answerEach(input, "attempts", [&](JsonObject& attempt) -> json {
    const auto from = readMemberOf(attempt, "from", pack);
    const auto points = readPoints(attempt);
    const bool offline = attempt.flag("offline", false);
    const auto day = dayOf(attempt);
    static_cast<void>(attempt.child("to"));  // the receiver is known by the form, the rule does not look at him
    if (problem.any()) return nullptr;
    const auto moved = loyalty::transfer(from, points, offline, day, pack);
    auto out = verdictOf(moved);
    if (!moved) return out;
    out["received"] = sale::toJson(*moved);
    out["lifetime_change"] = 0;
    return out;
  });
  input.finish();
  return list;
}

json evaluateQuarterExchangeCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  auto list = answerEach(input, "attempts", [&](JsonObject& attempt) -> json {
    const auto day = requiredDate(attempt, "date");
    const auto points = readPoints(attempt);
    const auto coupons = loyalty::quarterExchange(day, points, pack);
    auto out = verdictOf(coupons);
    if (!coupons) return out;
    out["coupons"] = coupons->count;
    out["face_fen"] = coupons->face.value();
    out["expires"] = coupons->expires.iso();
    return out;
  });
  input.finish();
  return list;
}

json evaluateFreezeCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  const auto member = readMemberOf(input, "member", pack);
  loyalty::Account account{pricing::balanceOf(member.lots), member.frozen_points};
  auto list = answerEach(input, "steps", [&](JsonObject& step) -> json {
    const auto act = step.requiredText("do");
    const auto points = Points(step.requiredInteger("points", 0, kHighestPoints));
    const auto reason = step.text("reason");
    const bool known = loyalty::freezeReasonKnown(reason, step.text("text"));
    if (act != "UNFREEZE" && !known)
      problem.note(ErrorCode::BadInput, step.pathOf("reason"),
                   "must be IMPROPER, FRAUD, BREACH, DISPUTE or OTHER with a text");
    if (act == "FREEZE")
      loyalty::freeze(account, points);
    else if (act == "UNFREEZE")
      loyalty::unfreeze(account, points);
    else if (act == "VOID")
      loyalty::voidFrozen(account, points);
    else
      problem.note(ErrorCode::BadInput, step.pathOf("do"), "must be FREEZE, UNFREEZE or VOID");
    return {{"balance", account.balance.value()},
            {"frozen", account.frozen.value()},
            {"available", account.available().value()}};
  });
  input.finish();
  return list;
}

namespace {

std::vector<pricing::PointsLot> readEarnedLots(JsonObject& input, const RulePack& pack) {
  std::vector<pricing::PointsLot> lots;
  programme::forEachElement(input, "lots", [&](const json& value, const std::string& path) {
    JsonObject object(value, path, input.problem());
    pricing::PointsLot lot;
    lot.id = object.requiredText("id");
    const auto cls = programme::parsePointsClass(object.text("cls", "NONCASH"));
    if (!cls) input.problem().note(ErrorCode::BadInput, object.pathOf("cls"), "must be NONCASH or CASHABLE");
    lot.cls = cls.value_or(programme::PointsClass::NonCash);
    lot.points = Points(object.requiredInteger("points", 0, kHighestPoints));
    lot.expires = loyalty::expiryDate(lot.cls, requiredDate(object, "earned"), pack);
    lots.push_back(std::move(lot));
    object.finish({"source", "note"});
  });
  return lots;
}

json leftOf(const std::vector<pricing::PointsLot>& lots) {
  json left = json::object();
  for (const auto& lot : lots) left[lot.id] = lot.points.value();
  return left;
}

}  // namespace

json evaluateExpiryCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  auto lots = readEarnedLots(input, pack);
  json out;
  out["expires"] = json::array();
  for (const auto& lot : lots) out["expires"].push_back(lot.expires ? json(lot.expires->iso()) : json(nullptr));
  out["steps"] = answerEach(input, "steps", [&](JsonObject& step) -> json {
    const auto act = step.requiredText("do");
    json answer{{"expired", 0}};
    if (act == "DAY_END") {
      answer["expired"] = loyalty::expireLots(lots, requiredDate(step, "date")).value();
    } else if (act == "SPEND") {
      const Points points(step.requiredInteger("points", 0, kHighestPoints));
      step.date("date");
      if (points <= pricing::balanceOf(lots))
        pricing::spendLots(lots, points, pack.points.spend_order);
      else
        answer["result"] = "POINTS_INSUFFICIENT";
    } else {
      problem.note(ErrorCode::BadInput, step.pathOf("do"), "must be SPEND or DAY_END");
    }
    answer["left"] = leftOf(lots);
    return answer;
  });
  input.finish();
  return out;
}

}  // namespace kahui::ctl
