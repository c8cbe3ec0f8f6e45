#include "app/hq/data.hpp"

#include <sodium.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/hq/files.hpp"
#include "app/local/data_folder.hpp"
#include "core/base/clock.hpp"
#include "core/hq/erasure.hpp"
#include "core/hq/pack_book.hpp"

namespace kahui::hqserver {

namespace {

using base::ErrorCode;

constexpr const char* kKeysFile = "keys.json";

std::filesystem::path folderOf(const DataOptions& options) { return options.folder; }

template <std::size_t N>
std::string randomHex() {
  std::array<std::uint8_t, N> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return base::toHex(bytes);
}

base::Status writeKeys(const std::filesystem::path& folder) {
  std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES> open{};
  std::array<std::uint8_t, crypto_box_SECRETKEYBYTES> secret{};
  crypto_box_keypair(open.data(), secret.data());
  const nlohmann::ordered_json keys = {{"feed_key", randomHex<32>()},
                                       {"card_key", randomHex<32>()},
                                       {"box_id", "1"},
                                       {"box_public", base::toHex(open)},
                                       {"box_secret", base::toHex(secret)}};
  return writeFile(folder / kKeysFile, keys.dump(1) + "\n", FileMode::Secret);
}

template <std::size_t N>
bool readHex(const nlohmann::json& keys, const char* name, std::array<std::uint8_t, N>& out) {
  if (!keys.contains(name) || !keys[name].is_string()) return false;
  const auto bytes = base::fromHex(keys[name].get<std::string>());
  if (!bytes || bytes->size() != N) return false;
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return true;
}

base::Status readKeys(const std::filesystem::path& folder, hq::Identity& identity) {
  const auto text = readFile(folder / kKeysFile);
  const auto keys = nlohmann::json::parse(text.value_or(""), nullptr, false);
  sync::HqKey box;
  if (!keys.is_object() || !readHex(keys, "feed_key", identity.feed_key) ||
      !readHex(keys, "card_key", identity.card_key) || !readHex(keys, "box_public", box.x25519) ||
      !readHex(keys, "box_secret", identity.box_secret))
    return base::fail(ErrorCode::StoreKey, (folder / kKeysFile).string());
  box.id = keys.value("box_id", "1");
  identity.keys = {box};
  return {};
}

base::Result<std::unique_ptr<hqdb::SqlHqStore>> openStore(hqdb::DatabaseSource& source) {
  return hqdb::SqlHqStore::open(source);
}

// The rules of demo stores, so that a demo headquarters checks what they sell.
base::Status publishDemoRules(ports::HqStore& store, std::int64_t now_ms) {
  const auto pack = local::readFile(local::dataFolder() / "presets" / "five-tiers.json");
  if (!pack) return tl::unexpected(pack.error());
  return hq::publishPack(store, *pack, "2000-01-01T00:00:00", now_ms);
}

std::filesystem::path erasedFile(const DataOptions& options) { return folderOf(options) / "erased"; }

base::Result<std::vector<std::string>> readErased(const DataOptions& options) {
  std::vector<std::string> ids;
  if (!std::filesystem::exists(erasedFile(options))) return ids;
  const auto text = readFile(erasedFile(options));
  if (!text) return tl::unexpected(text.error());
  std::istringstream lines(*text);
  for (std::string id; std::getline(lines, id);)
    if (!id.empty()) ids.push_back(id);
  return ids;
}

}  // namespace

std::string databaseUrl(const DataOptions& options) {
  return options.db.empty() ? "sqlite:" + (folderOf(options) / "kahui-hq.db").string() : options.db;
}

std::filesystem::path snapshotFolder(const DataOptions& options) { return folderOf(options) / "snapshots"; }

base::Status rememberErased(const DataOptions& options, const std::string& id) {
  auto ids = readErased(options);
  if (!ids) return tl::unexpected(ids.error());
  if (std::find(ids->begin(), ids->end(), id) == ids->end()) ids->push_back(id);
  std::string text;
  for (const std::string& one : *ids) text += one + "\n";
  return writeFile(erasedFile(options), text, FileMode::Secret);
}

base::Status eraseRemembered(Data& data, std::int64_t now_ms) {
  const auto ids = readErased(data.options);
  if (!ids) return tl::unexpected(ids.error());
  return ids->empty() ? base::Status{} : hq::eraseAgain(*data.store, *ids, now_ms);
}

base::Status dropSnapshots(const DataOptions& options) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(snapshotFolder(options), error))
    if (entry.path().filename().string().starts_with("members.")) std::filesystem::remove_all(entry.path(), error);
  return error ? base::fail(ErrorCode::StoreIo, snapshotFolder(options).string() + ": " + error.message())
               : base::Status{};
}

base::Status initData(const DataOptions& options, bool demo) {
  if (sodium_init() < 0) return base::fail(ErrorCode::StoreKey, "no randomness");
  const auto source = hqdb::openSource(databaseUrl(options));
  if (!source) return tl::unexpected(source.error());
  std::error_code error;
  std::filesystem::create_directories(snapshotFolder(options), error);
  if (error) return base::fail(ErrorCode::StoreIo, snapshotFolder(options).string() + ": " + error.message());
  const auto store = openStore(**source);
  if (!store) return tl::unexpected(store.error());
  KAHUI_TRY(Authority::create(folderOf(options)));
  KAHUI_TRY(writeKeys(folderOf(options)));
  KAHUI_TRY(writeFile(folderOf(options) / "password", randomHex<12>() + "\n", FileMode::Secret));
  KAHUI_TRY((*store)->transaction([&](ports::HqTransaction& tx) -> base::Status {
    if (tx.meta("epoch")) return {};  // a further node on a database that is in use
    tx.setMeta("epoch", "1");
    tx.setMeta("demo", demo ? "1" : "0");
    return {};
  }));
  return demo ? publishDemoRules(**store, base::SystemClock().now().utc_ms) : base::Status{};
}

base::Result<Data> openData(const DataOptions& options) {
  if (sodium_init() < 0) return base::fail(ErrorCode::StoreKey, "no randomness");
  Data data;
  data.options = options;
  auto authority = Authority::open(folderOf(options));
  if (!authority) return tl::unexpected(authority.error());
  data.authority = std::move(*authority);
  KAHUI_TRY(readKeys(folderOf(options), data.identity));
  auto source = hqdb::openSource(databaseUrl(options));
  if (!source) return tl::unexpected(source.error());
  data.source = std::move(*source);
  auto store = openStore(*data.source);
  if (!store) return tl::unexpected(store.error());
  data.store = std::move(*store);
  KAHUI_TRY(data.store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    const auto epoch = tx.meta("epoch");
    if (!epoch) return base::fail(ErrorCode::StoreMissing, databaseUrl(options));
    data.identity.epoch = std::stoll(*epoch);
    data.identity.demo = tx.meta("demo").value_or("0") == "1";
    return {};
  }));
  return data;
}

}  // namespace kahui::hqserver
