#include "app/local/card_json.hpp"

#include <array>

#include "app/local/line_json.hpp"

namespace kahui::local {

using base::ErrorCode;
using nlohmann::json;
using nlohmann::ordered_json;
using till::CardAct;

namespace {

constexpr std::array<std::pair<const char*, CardAct>, 4> kCardJsonActs{
    {{"look", CardAct::Look}, {"issue", CardAct::Issue}, {"replace", CardAct::Replace}, {"change", CardAct::Change}}};

std::optional<member::Credential> readCredential(const json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end() || it->is_null()) return std::nullopt;
  onlyKeys(*it, key, {"uid", "track2", "code"});
  if (it->size() != 1) throw Refused{ErrorCode::BadInput, std::string(key) + ": one of uid, track2, code is expected"};
  const std::string kind = it->begin().key();
  return member::Credential{member::parseCredentialKind(kind).value_or(member::CredentialKind::Uid),
                            text(*it, kind.c_str(), key)};
}

ordered_json credentialJson(const member::Credential& card) {
  return {{std::string(member::name(card.kind)), card.value}};
}

CardAct cardAct(const std::string& name) {
  for (const auto& [known, act] : kCardJsonActs)
    if (name == known) return act;
  throw Refused{ErrorCode::BadInput, "act: look, issue, replace or change is expected"};
}

till::CardRequest cardRequest(const json& object) {
  onlyKeys(object, "card act", {"ref", "operator", "act", "card", "member", "old_card", "status", "reason", "tenders"});
  till::CardRequest request;
  request.ref = text(object, "ref", "request");
  request.operator_code = text(object, "operator", "request");
  if (request.operator_code.empty()) throw Refused{ErrorCode::BadInput, "operator: missing"};
  request.act = cardAct(text(object, "act", "request"));
  request.card = readCredential(object, "card");
  request.old_card = readCredential(object, "old_card");
  request.member_no = text(object, "member", "request");
  request.reason = text(object, "reason", "request");
  if (request.reason.size() > 200) throw Refused{ErrorCode::OutOfRange, "reason: at most 200 bytes"};
  for (const json& tender : list(object, "tenders"))
    request.tenders.push_back(readTender(tender, "tenders[" + std::to_string(request.tenders.size()) + "]"));
  if (const std::string status = text(object, "status", "request"); !status.empty()) {
    const auto known = member::parseCardStatus(status);
    if (!known) throw Refused{ErrorCode::BadInput, "status: LOST, CANCELLED or BLOCKED is expected"};
    request.status = *known;
  }
  return request;
}

ordered_json cardJson(const member::Credential& card) {
  return {{"kind", std::string(member::name(card.kind))}, {"credential", card.value}};
}

}  // namespace

std::string requestJson(const till::CardRequest& request) {
  ordered_json out{{"operator", request.operator_code}};
  for (const auto& [known, act] : kCardJsonActs)
    if (act == request.act) out["act"] = known;
  if (request.card) out["card"] = credentialJson(*request.card);
  if (!request.member_no.empty()) out["member"] = request.member_no;
  if (request.old_card) out["old_card"] = credentialJson(*request.old_card);
  if (request.act == CardAct::Change) out["status"] = std::string(member::name(request.status));
  if (!request.reason.empty()) out["reason"] = request.reason;
  for (const pricing::Tender& tender : request.tenders) {
    ordered_json one{{"type", tender.type}};
    if (tender.amount) one["amount_fen"] = tender.amount->value();
    if (tender.given) one["given_fen"] = tender.given->value();
    if (!tender.reference.empty()) one["reference"] = tender.reference;
    out["tenders"].push_back(std::move(one));
  }
  return out.dump();
}

base::Result<till::CardRequest> parseCardRequest(std::string_view line) { return parseLine(line, cardRequest); }

std::string answerJson(const std::string& ref, const till::CardAnswer& answer) {
  if (!answer) return refusalJson(ref, answer.error());
  auto out = answerHead(ref, true);
  out["member"] = answer->member_no.empty() ? ordered_json() : ordered_json(answer->member_no);
  out["card"] = cardJson(answer->card);
  if (!answer->member_no.empty()) out["status"] = std::string(member::name(answer->status));
  if (answer->replaced) out["replaced"] = cardJson(*answer->replaced);
  if (answer->repeated) out["repeated"] = true;
  if (answer->reward > base::Points{}) out["reward"] = answer->reward.value();
  if (answer->fee > base::Money{}) {
    out["fee_fen"] = answer->fee.value();
    out["receipt_no"] = answer->receipt_no;
  }
  return out.dump();
}

}  // namespace kahui::local
