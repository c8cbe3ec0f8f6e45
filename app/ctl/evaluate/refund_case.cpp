#include "app/ctl/evaluate/kinds.hpp"
#include "app/ctl/evaluate/refusal.hpp"
#include "core/sale/evaluate_return.hpp"
#include "core/sale/sale_json.hpp"

namespace kahui::ctl {

using nlohmann::json;
using programme::JsonObject;
using programme::JsonProblem;
using programme::RulePack;

namespace {

struct RefundInput {
  pricing::SaleInput sale;
  std::vector<sale::ReturnRequest> returns;
  base::Points noncash_spent_later{};
};

sale::ReturnRequest readReturn(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  sale::ReturnRequest request;
  const auto at = object.time("at");
  if (!at) problem.note(base::ErrorCode::BadInput, object.pathOf("at"), "is missing");
  request.at = at.value_or(base::LocalTime());
  programme::forEachElement(object, "lines", [&](const json& line, const std::string& where) {
    JsonObject part(line, where, problem);
    request.lines.push_back({static_cast<std::size_t>(part.requiredInteger("line", 0, base::kMaxLines)),
                             base::Quantity(part.requiredInteger("qty_milli", 1, base::kMaxQuantity.value()))});
    part.finish();
  });
  object.finish({"note", "reason"});
  return request;
}

RefundInput readRefund(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject object(value, "input", problem);
  RefundInput input;
  if (const auto* sale = object.child("sale"))
    input.sale = sale::readSaleInput(*sale, "input.sale", pack, problem);
  else
    problem.note(base::ErrorCode::BadInput, "input.sale", "is missing");
  programme::forEachElement(object, "returns", [&](const json& entry, const std::string& path) {
    input.returns.push_back(readReturn(entry, path, problem));
  });
  const bool gift_used = object.flag("gift_used", false);
  const bool coupon_used = object.flag("return_coupon_used", gift_used);
  for (auto& request : input.returns) {
    request.gift_used = gift_used;
    request.return_coupon_used = coupon_used;
  }
  input.noncash_spent_later = base::Points(object.integer("noncash_spent_later", 0, base::kMaxPoints.value(), 0));
  object.finish({"note"});
  return input;
}

json refundJson(const sale::Refund& refund, const RulePack& pack) {
  json out{{"value_of_goods", refund.value_of_goods.value()},
           {"points_returned", sale::toJson(refund.points_returned)},
           {"points_reversed", refund.points_reversed.value()},
           {"noncash_balance_after", refund.noncash_balance_after.value()},
           {"refund", refund.refund.value()}};
  out["refund_tenders"] = json::array();
  for (const auto& tender : refund.tenders)
    out["refund_tenders"].push_back({{"type", tender.type}, {"amount", tender.amount.value()}});
  if (refund.stored_principal > base::Money(0) || refund.stored_bonus > base::Money(0)) {
    out["stored_principal_returned"] = refund.stored_principal.value();
    out["stored_bonus_returned"] = refund.stored_bonus.value();
  }
  if (refund.points_charged > base::Points(0)) out["points_charged"] = refund.points_charged.value();
  if (refund.coupon) out["coupon"] = sale::fateName(*refund.coupon);
  if (refund.coupon == sale::Fate::Returned)
    out["coupon_expires"] = refund.coupon_expires ? json(refund.coupon_expires->iso()) : json(nullptr);
  if (refund.gift) out["gift"] = sale::fateName(*refund.gift);
  if (refund.return_coupon) {
    out["return_coupon"] = sale::fateName(*refund.return_coupon);
    out["return_coupon_face_fen"] = refund.return_coupon_face.value();
  }
  out["tier_after"] = refund.tier_after ? json(pack.tier(*refund.tier_after).code) : json(nullptr);
  if (refund.referral_reversed) out["referral_reversed"] = refund.referral_reversed->value();
  return out;
}

}  // namespace

json evaluateRefundCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  const auto input = readRefund(value, pack, problem);
  if (problem.any()) return nullptr;
  const auto sold = sale::evaluateSale(input.sale, pack);
  if (!sold) return refusalOf(sold.error(), problem).value_or(nullptr);
  auto state =
      sale::startReturns(input.sale, *sold, sale::noncashAfterSale(input.sale, *sold) - input.noncash_spent_later);
  json refunds = json::array();
  for (const auto& request : input.returns) {
    const auto refund = sale::returnGoods(input.sale, *sold, pack, state, request);
    if (!refund) return refusalOf(refund.error(), problem).value_or(nullptr);
    refunds.push_back(refundJson(*refund, pack));
  }
  return {{"sale", sale::toJson(*sold, input.sale, pack)}, {"refunds", std::move(refunds)}};
}

}  // namespace kahui::ctl
