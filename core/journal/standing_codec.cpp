#include "core/journal/standing_codec.hpp"

#include "core/journal/json_reader.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const MemberJudged& judged) {
  json.field("no", judged.member);
  json.field("id", judged.id.hex());
  if (judged.approved) json.field("ok", std::int64_t{1});
  json.fieldIfAny("why", judged.reason);
  json.field("op", judged.operator_code);
  json.fieldIfAny("ap", judged.approver);
}

void writePayload(base::JsonWriter& json, const MemberGrouped& grouped) {
  json.field("no", grouped.member);
  json.field("id", grouped.id.hex());
  json.fieldIfAny("g", grouped.group);
  json.fieldIfAny("pf", grouped.proof);
  json.field("op", grouped.operator_code);
  json.fieldIfAny("ap", grouped.approver);
}

void writePayload(base::JsonWriter& json, const TierByHand& hand) {
  json.field("no", hand.member);
  json.field("id", hand.id.hex());
  if (hand.ended) json.field("en", std::int64_t{1});
  json.field("tb", hand.before);
  json.field("t", hand.tier);
  json.fieldIfAny("why", hand.reason);
  if (hand.until) json.field("ex", hand.until->iso());
  if (hand.since) json.field("sn", hand.since->iso());
  json.fieldIfAny("df", hand.demoted_from);
  if (hand.since_demotion != base::Money{}) json.field("sd", hand.since_demotion.value());
  json.fieldIfAny("op", hand.operator_code);
  json.fieldIfAny("ap", hand.approver);
}

std::optional<Payload> readStandingEvent(std::string_view type, const nlohmann::json& p) {
  if (type == "member.judged")
    return MemberJudged{number(p, "no"),    identity(p, "id"), flag(p, "ok"),
                        text(p, "why", ""), text(p, "op"),     text(p, "ap", "")};
  if (type == "member.grouped")
    return MemberGrouped{number(p, "no"),   identity(p, "id"), text(p, "g", ""),
                         text(p, "pf", ""), text(p, "op"),     text(p, "ap", "")};
  if (type == "tier.by_hand") {
    TierByHand hand{number(p, "no"),       identity(p, "id"),
                    flag(p, "en"),         text(p, "tb"),
                    text(p, "t"),          text(p, "why", ""),
                    optionalDate(p, "ex"), optionalDate(p, "sn"),
                    text(p, "df", ""),     base::Money(p.contains("sd") ? number(p, "sd") : 0),
                    text(p, "op", ""),     text(p, "ap", "")};
    return hand;
  }
  return std::nullopt;
}

}  // namespace kahui::journal
