#include "app/local/line_json.hpp"

#include "app/local/error_text.hpp"

namespace kahui::local {

using base::ErrorCode;
using nlohmann::json;

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

pricing::Tender readTender(const json& tender, const std::string& where) {
  onlyKeys(tender, where, {"type", "given_fen", "amount_fen", "reference"});
  pricing::Tender paid;
  paid.type = text(tender, "type", where);
  if (paid.type.empty()) throw Refused{ErrorCode::BadInput, where + ".type: missing"};
  if (const auto amount = number(tender, "amount_fen", where); amount) paid.amount = base::Money(*amount);
  if (const auto given = number(tender, "given_fen", where); given) paid.given = base::Money(*given);
  paid.reference = text(tender, "reference", where);
  constexpr std::size_t kLongest = 12;  // a bank card's own number is longer, and is not kept
  if (paid.reference.size() > kLongest) throw Refused{ErrorCode::OutOfRange, where + ".reference: at most 12 bytes"};
  return paid;
}

std::string refOf(std::string_view line) {
  const json object = json::parse(line, nullptr, false);
  const bool has = object.is_object() && object.contains("ref") && object["ref"].is_string();
  return has ? object["ref"].get<std::string>() : std::string();
}

nlohmann::ordered_json answerHead(const std::string& ref, bool ok) {
  nlohmann::ordered_json out;
  out["ref"] = ref.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(ref);
  out["ok"] = ok;
  return out;
}

std::string refusalJson(const std::string& ref, const base::Error& error) {
  auto out = answerHead(ref, false);
  out["error"] = {{"code", std::string(base::codeName(error.code))}, {"message", errorText(error)}};
  if (error.code == ErrorCode::RuleRejected || error.code == ErrorCode::CouponNotUsable)
    out["error"]["reason"] = error.detail;
  return out.dump();
}

}  // namespace kahui::local
