// formats: one value in, one text or object out (rulebook section 12, N7).
#include "app/ctl/evaluate/attempts.hpp"
#include "app/ctl/evaluate/kinds.hpp"
#include "core/catalog/scale_label.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/member/citizen.hpp"
#include "core/member/name.hpp"
#include "core/member/phone.hpp"
#include "core/programme/expiry_policy.hpp"
#include "core/programme/zhe.hpp"
#include "core/sale/payment_code.hpp"

namespace kahui::ctl {

using base::ErrorCode;
using nlohmann::json;
using programme::JsonObject;
using programme::JsonProblem;
using programme::RulePack;

namespace {

json expiryText(JsonObject& object, const std::string& in) {
  const auto earned = base::BusinessDate::parse(in);
  const auto policy = programme::parseExpiryPolicy(object.requiredText("policy"));
  if (!earned) object.problem().note(ErrorCode::BadInput, object.pathOf("in"), "must be a real date");
  if (!policy) object.problem().note(ErrorCode::BadInput, object.pathOf("policy"), "is not an expiry policy");
  if (!earned || !policy) return nullptr;
  const auto expires = loyalty::expiryDate(*policy, *earned);
  return expires ? json(expires->iso()) : json(nullptr);
}

json scaleLabel(JsonObject& object, const std::string& in) {
  const auto label = catalog::parseScaleLabel(in, object.small("prefix", -1, 29, -1));
  if (!label) return nullptr;
  json out{{"plu", label->plu}, {"amount_fen", label->amount.value_or(base::Money{}).value()}};
  if (label->weight) out["qty_milli"] = label->weight->value();
  return out;
}

json citizen(JsonObject& object, const std::string& in) {
  constexpr auto kLatest = base::BusinessDate::of(2100, 12, 31);
  const auto found = member::parseCitizenNumber(in, object.date("today").value_or(kLatest));
  if (!found) return nullptr;
  return {{"birthday", found->birthday.iso()}, {"sex", found->male ? "男" : "女"}};
}

json zhe(JsonObject& object) {
  return programme::zheText(base::Rate(object.requiredInteger("in", 0, base::kFullRate.value())));
}

}  // namespace

json evaluateFormatsCase(const json& value, const RulePack&, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  auto list = answerEach(input, "cases", [&](JsonObject& object) -> json {
    const auto what = object.requiredText("what");
    if (what == "zhe") return zhe(object);
    const auto in = object.text("in");
    if (what == "expiry") return expiryText(object, in);
    if (what == "mask_name") return member::maskName(in);
    if (what == "pay_code") return sale::paymentCodeName(sale::paymentCode(in));
    if (what == "mask_phone") return member::maskPhone(in);
    if (what == "mask_citizen") return member::maskCitizenNumber(in);
    if (what == "citizen") return citizen(object, in);
    if (what == "scale_label") return scaleLabel(object, in);
    if (what == "phone") {
      const auto phone = member::normalizePhone(in);
      return phone ? json(*phone) : json(nullptr);
    }
    problem.note(ErrorCode::BadInput, object.pathOf("what"), what + " is not a known format");
    return nullptr;
  });
  input.finish();
  return list;
}

}  // namespace kahui::ctl
