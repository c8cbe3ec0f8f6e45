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

std::optional<Payload> readStandingEvent(std::string_view type, const nlohmann::json& p) {
  if (type == "member.judged")
    return MemberJudged{number(p, "no"),    identity(p, "id"), flag(p, "ok"),
                        text(p, "why", ""), text(p, "op"),     text(p, "ap", "")};
  if (type == "member.grouped")
    return MemberGrouped{number(p, "no"),   identity(p, "id"), text(p, "g", ""),
                         text(p, "pf", ""), text(p, "op"),     text(p, "ap", "")};
  return std::nullopt;
}

}  // namespace kahui::journal
