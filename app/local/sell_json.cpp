#include "app/local/sell_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "app/local/error_text.hpp"
#include "core/sale/sale_json.hpp"

namespace kahui::local {

using base::ErrorCode;
using nlohmann::json;

namespace {

// Thrown inside this file only; parseSellRequest() turns it into an Error.
struct Refused {
  ErrorCode code;
  std::string detail;
};

void onlyKeys(const json& object, const std::string& where, std::initializer_list<std::string_view> known) {
  if (!object.is_object()) throw Refused{ErrorCode::BadInput, where + ": an object is expected"};
  for (const auto& item : object.items()) {
    if (std::find(known.begin(), known.end(), item.key()) == known.end())
      throw Refused{ErrorCode::UnknownKey, where + "." + item.key()};
  }
}

std::string text(const json& object, const char* key, const std::string& where) {
  const auto it = object.find(key);
  if (it == object.end() || it->is_null()) return {};
  if (!it->is_string()) throw Refused{ErrorCode::BadInput, where + "." + key + ": a string is expected"};
  return it->get<std::string>();
}

std::optional<std::int64_t> number(const json& object, const char* key, const std::string& where) {
  const auto it = object.find(key);
  if (it == object.end() || it->is_null()) return std::nullopt;
  if (!it->is_number_integer()) throw Refused{ErrorCode::BadInput, where + "." + key + ": a whole number is expected"};
  return it->get<std::int64_t>();
}

const json& list(const json& object, const char* key) {
  static const json kNone = json::array();
  const auto it = object.find(key);
  if (it == object.end() || it->is_null()) return kNone;
  if (!it->is_array()) throw Refused{ErrorCode::BadInput, std::string(key) + ": a list is expected"};
  return *it;
}

till::SellCard readCard(const json& card) {
  onlyKeys(card, "card", {"uid", "track2", "code", "phone"});
  using Kind = till::SellCard::Kind;
  constexpr std::array<std::pair<const char*, Kind>, 4> kKinds{
      {{"uid", Kind::Uid}, {"track2", Kind::Track2}, {"code", Kind::Code}, {"phone", Kind::Phone}}};
  if (card.size() != 1) throw Refused{ErrorCode::BadInput, "card: one of uid, track2, code, phone is expected"};
  for (const auto& [key, kind] : kKinds) {
    if (card.contains(key)) return {kind, text(card, key, "card")};
  }
  throw Refused{ErrorCode::BadInput, "card"};
}

till::SellRequest readRequest(const json& object) {
  onlyKeys(object, "sale", {"ref", "operator", "card", "lines", "tenders"});
  till::SellRequest request;
  request.ref = text(object, "ref", "sale");
  request.operator_code = text(object, "operator", "sale");
  if (request.operator_code.empty()) throw Refused{ErrorCode::BadInput, "operator: missing"};
  if (request.ref.size() > 200) throw Refused{ErrorCode::OutOfRange, "ref: at most 200 bytes"};
  if (object.contains("card") && !object["card"].is_null()) request.card = readCard(object["card"]);
  for (const json& line : list(object, "lines")) {
    const std::string where = "lines[" + std::to_string(request.lines.size()) + "]";
    onlyKeys(line, where, {"barcode", "sku", "qty_milli"});
    till::SellLine sold{text(line, "barcode", where), text(line, "sku", where), base::kOnePiece};
    if (sold.barcode.empty() == sold.sku.empty())
      throw Refused{ErrorCode::BadInput, where + ": barcode or sku is expected, one of them"};
    if (const auto quantity = number(line, "qty_milli", where); quantity) sold.quantity = base::Quantity(*quantity);
    request.lines.push_back(std::move(sold));
  }
  for (const json& tender : list(object, "tenders")) {
    const std::string where = "tenders[" + std::to_string(request.tenders.size()) + "]";
    onlyKeys(tender, where, {"type", "given_fen", "amount_fen"});
    pricing::Tender paid;
    paid.type = text(tender, "type", where);
    if (paid.type.empty()) throw Refused{ErrorCode::BadInput, where + ".type: missing"};
    if (const auto amount = number(tender, "amount_fen", where); amount) paid.amount = base::Money(*amount);
    if (const auto given = number(tender, "given_fen", where); given) paid.given = base::Money(*given);
    request.tenders.push_back(std::move(paid));
  }
  return request;
}

}  // namespace

base::Result<till::SellRequest> parseSellRequest(std::string_view line) {
  const json object = json::parse(line, nullptr, false);
  if (object.is_discarded()) return base::fail(ErrorCode::BadInput, "not a line of JSON");
  try {
    return readRequest(object);
  } catch (const Refused& refused) {
    return base::fail(refused.code, refused.detail);
  }
}

std::string refOf(std::string_view line) {
  const json object = json::parse(line, nullptr, false);
  const bool has = object.is_object() && object.contains("ref") && object["ref"].is_string();
  return has ? object["ref"].get<std::string>() : std::string();
}

std::string answerJson(const std::string& ref, const till::SellAnswer& answer, const programme::RulePack& rules) {
  nlohmann::ordered_json out;
  out["ref"] = ref.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(ref);
  out["ok"] = answer.has_value();
  if (!answer) {
    out["error"] = {{"code", std::string(base::codeName(answer.error().code))}, {"message", errorText(answer.error())}};
    return out.dump();
  }
  out["sale_id"] = answer->sale_id.hex();
  out["receipt_no"] = answer->receipt_no;
  if (answer->member_no) out["member"] = *answer->member_no;
  out["result"] = sale::toJson(answer->result, pricing::SaleInput{}, rules);
  if (answer->repeated) out["repeated"] = true;
  return out.dump();
}

}  // namespace kahui::local
