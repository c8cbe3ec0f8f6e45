#include "drivers/host/shop_keys_file.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/check_digit.hpp"

namespace kahui::host {
namespace {

using base::ErrorCode;
using base::Status;
using nlohmann::json;

// AN10922 takes at most 31 bytes, of which UID and application id need 10.
constexpr std::size_t kMaxSystemId = 21;
constexpr std::size_t kMaxPrefixes = 64;
constexpr int kMinLength = 6;  // member::MemberNo
constexpr int kMaxLength = 18;

Status onlyKeys(const json& object, const std::string& where, std::initializer_list<const char*> known) {
  for (const auto& [key, value] : object.items())
    if (std::find(known.begin(), known.end(), key) == known.end())
      return base::fail(ErrorCode::UnknownKey, json(where + key).dump());
  return {};
}

Status readHex(const json& object, const std::string& where, const char* key, std::span<std::uint8_t> out) {
  const json& value = object.at(key);
  const auto bytes = value.is_string() ? base::fromHex(value.get_ref<const std::string&>()) : std::nullopt;
  if (!bytes || bytes->size() != out.size())
    return base::fail(ErrorCode::BadInput,
                      "\"" + where + key + "\" must be " + std::to_string(2 * out.size()) + " hex digits");
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return {};
}

template <class Key>
Status readKey(const json& object, const std::string& where, const char* key, std::optional<Key>& out) {
  if (!object.contains(key)) return {};
  return readHex(object, where, key, out.emplace());
}

// The object under `key`, or an empty one.
base::Result<json> objectAt(const json& root, const char* key) {
  if (!root.contains(key)) return json::object();
  if (!root.at(key).is_object())
    return base::fail(ErrorCode::BadInput, "\"" + std::string(key) + "\" must be an object");
  return root.at(key);
}

Status readMasters(const json& root, card::ShopKeys& keys) {
  const auto master = objectAt(root, "master");
  if (!master) return tl::unexpected(master.error());
  const std::string where = "master.";
  KAHUI_TRY(onlyKeys(*master, where, {"ntag424", "desfire", "ntag21x"}));
  KAHUI_TRY(readKey(*master, where, "ntag424", keys.ntag424));
  KAHUI_TRY(readKey(*master, where, "desfire", keys.desfire));
  return readKey(*master, where, "ntag21x", keys.ntag21x);
}

Status readSdm(const json& root, card::ShopKeys& keys) {
  if (!root.contains("sdm")) return {};
  const auto sdm = objectAt(root, "sdm");
  if (!sdm) return tl::unexpected(sdm.error());
  KAHUI_TRY(onlyKeys(*sdm, "sdm.", {"file_key", "meta_key"}));
  for (const char* key : {"file_key", "meta_key"})
    if (!sdm->contains(key)) return base::fail(ErrorCode::BadInput, "\"sdm." + std::string(key) + "\" is missing");
  keys.sdm.emplace();
  KAHUI_TRY(readHex(*sdm, "sdm.", "file_key", keys.sdm->file_key));
  return readHex(*sdm, "sdm.", "meta_key", keys.sdm->meta_key);
}

Status readSystemId(const json& root, card::ShopKeys& keys) {
  if (!root.contains("system_id")) return {};
  const json& value = root.at("system_id");
  auto bytes = value.is_string() ? base::fromHex(value.get_ref<const std::string&>()) : std::nullopt;
  if (!bytes || bytes->size() > kMaxSystemId)
    return base::fail(ErrorCode::BadInput, "\"system_id\" must be hex, at most 21 bytes");
  keys.system_id = *std::move(bytes);
  return {};
}

Status readNumbers(const json& root, card::MemberNumberFormat& numbers) {
  const bool has_prefixes = root.contains("prefixes");
  if (has_prefixes != root.contains("member_length"))
    return base::fail(ErrorCode::BadInput, "\"prefixes\" and \"member_length\" go together; one is missing");
  if (!has_prefixes) return {};
  const json& length = root.at("member_length");
  if (!length.is_number_integer() || length < kMinLength || length > kMaxLength)
    return base::fail(ErrorCode::BadInput, "\"member_length\" must be a whole number from 6 to 18");
  numbers.length = length.get<int>();
  const json& prefixes = root.at("prefixes");
  if (!prefixes.is_array() || prefixes.size() > kMaxPrefixes)
    return base::fail(ErrorCode::BadInput, "\"prefixes\" must be a list of at most 64");
  for (const json& prefix : prefixes) {
    const std::string digits = prefix.is_string() ? prefix.get<std::string>() : std::string();
    // The check digit is not part of a prefix.
    if (!base::allDigits(digits) || digits.size() >= static_cast<std::size_t>(numbers.length))
      return base::fail(ErrorCode::BadInput, "each of \"prefixes\" must be digits, fewer than \"member_length\"");
    numbers.prefixes.push_back(digits);
  }
  return {};
}

Status readCount(const json& object, const std::string& where, const char* key, std::int64_t least, std::int64_t most,
                 std::int64_t& out) {
  if (!object.contains(key)) return {};
  const json& value = object.at(key);
  if (!value.is_number_integer() || value < least || value > most)
    return base::fail(ErrorCode::BadInput, "\"" + where + key + "\" must be a whole number from " +
                                               std::to_string(least) + " to " + std::to_string(most));
  out = value.get<std::int64_t>();
  return {};
}

Status readPurse(const json& root, card::ShopKeys& keys) {
  if (!root.contains("purse")) return {};
  const auto purse = objectAt(root, "purse");
  if (!purse) return tl::unexpected(purse.error());
  const std::string where = "purse.";
  KAHUI_TRY(onlyKeys(*purse, where, {"record_key", "credit_key", "cap", "records"}));
  keys.purse.emplace();
  KAHUI_TRY(readKey(*purse, where, "record_key", keys.purse->record_key));
  KAHUI_TRY(readKey(*purse, where, "credit_key", keys.purse->credit_key));
  std::int64_t cap = keys.purse->cap;
  std::int64_t records = keys.purse->records;
  KAHUI_TRY(readCount(*purse, where, "cap", 1, INT32_MAX, cap));
  KAHUI_TRY(readCount(*purse, where, "records", 2, 254, records));
  keys.purse->cap = static_cast<std::int32_t>(cap);
  keys.purse->records = static_cast<std::uint32_t>(records);
  return {};
}

Status readAddress(const json& root, card::ShopKeys& keys) {
  constexpr std::size_t kMost = 120;  // of card::Ntag424Plan
  if (!root.contains("address")) return {};
  const json& value = root.at("address");
  if (!value.is_string() || value.get_ref<const std::string&>().size() > kMost ||
      value.get_ref<const std::string&>().starts_with("https:"))
    return base::fail(ErrorCode::BadInput, "\"address\" must be at most 120 bytes, without \"https://\"");
  keys.address = value.get<std::string>();
  return {};
}

Status readDiversify(const json& root, card::ShopKeys& keys) {
  if (!root.contains("diversify")) return {};
  const json& value = root.at("diversify");
  if (value == "AN10922") {
    keys.diversify = card::Diversify::An10922;
  } else if (value == "none") {
    keys.diversify = card::Diversify::None;
  } else {
    return base::fail(ErrorCode::BadInput, "\"diversify\" must be \"AN10922\" or \"none\"");
  }
  return {};
}

}  // namespace

base::Result<card::ShopKeys> parseShopKeys(std::string_view text) {
  const json root = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object()) return base::fail(ErrorCode::BadInput, "not a JSON object");
  KAHUI_TRY(onlyKeys(
      root, "",
      {"system_id", "prefixes", "member_length", "master", "diversify", "aid", "sdm", "code_key", "purse", "address"}));
  card::ShopKeys keys;
  KAHUI_TRY(readSystemId(root, keys));
  KAHUI_TRY(readNumbers(root, keys.numbers));
  KAHUI_TRY(readMasters(root, keys));
  KAHUI_TRY(readDiversify(root, keys));
  if (root.contains("aid")) KAHUI_TRY(readHex(root, "", "aid", keys.aid));
  KAHUI_TRY(readSdm(root, keys));
  KAHUI_TRY(readKey(root, "", "code_key", keys.code));
  KAHUI_TRY(readPurse(root, keys));
  KAHUI_TRY(readAddress(root, keys));
  return keys;
}

base::Result<card::ShopKeys> readShopKeys(const std::string& file, std::string text) {
  auto keys = parseShopKeys(text);
  OPENSSL_cleanse(text.data(), text.size());
  if (!keys) return base::fail(keys.error().code, file + ": " + keys.error().detail);
  return keys;
}

}  // namespace kahui::host
