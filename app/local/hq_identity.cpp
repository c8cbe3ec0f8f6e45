#include "app/local/hq_identity.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/store/key_folder.hpp"

namespace kahui::local {

namespace {

using nlohmann::json;

std::string nameOf(const std::string& store_id) { return store_id + ".hq"; }

template <std::size_t N>
void readBytes(const json& object, const char* key, std::array<std::uint8_t, N>& out) {
  const auto bytes = base::fromBase64(object.at(key).get<std::string>());
  if (bytes && bytes->size() == N) std::copy(bytes->begin(), bytes->end(), out.begin());
}

}  // namespace

base::Result<HqIdentity> readIdentity(const std::string& store_id) {
  const auto folder = store::keyFolder();
  if (!folder) return tl::unexpected(folder.error());
  const auto path = *folder / nameOf(store_id);
  if (!std::filesystem::exists(path)) return base::fail(base::ErrorCode::NotEnrolled);
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  try {
    const json object = json::parse(text.str());
    HqIdentity identity;
    identity.url = object.at("url");
    identity.key = object.at("key");
    identity.certificate = object.at("cert");
    identity.ca = object.at("ca");
    identity.terminal = object.at("t");
    readBytes(object, "feed_key", identity.feed_key);
    readBytes(object, "card_key", identity.card_key);
    for (const json& one : object.at("hq_keys")) {
      sync::HqKey key{one.at("id"), {}};
      readBytes(one, "x25519", key.x25519);
      identity.hq_keys.push_back(std::move(key));
    }
    return identity;
  } catch (const json::exception& error) {
    return base::fail(base::ErrorCode::StoreKey, path.string() + ": " + error.what());
  }
}

base::Status writeIdentity(const std::string& store_id, const HqIdentity& identity) {
  json keys = json::array();
  for (const sync::HqKey& key : identity.hq_keys)
    keys.push_back({{"id", key.id}, {"x25519", base::toBase64(key.x25519)}});
  const json object = {{"url", identity.url},
                       {"key", identity.key},
                       {"cert", identity.certificate},
                       {"ca", identity.ca},
                       {"t", identity.terminal},
                       {"feed_key", base::toBase64(identity.feed_key)},
                       {"card_key", base::toBase64(identity.card_key)},
                       {"hq_keys", keys}};
  return store::writePrivateFile(nameOf(store_id), object.dump(1) + "\n");
}

std::function<std::string(const member::Credential&)> cardHashOf(const std::string& store_id) {
  const auto identity = readIdentity(store_id);
  if (!identity) return {};
  return [key = identity->card_key](const member::Credential& card) { return sync::cardHash(key, card); };
}

}  // namespace kahui::local
