#include "app/local/new_store.hpp"

#include <algorithm>

#include "app/local/data_folder.hpp"
#include "core/base/text.hpp"
#include "core/base/zone.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/store/sqlite_store.hpp"
#include "core/sync/enrolment.hpp"
#include "core/till/staff_note.hpp"

namespace kahui::local {

namespace {

constexpr std::size_t kLongestPosition = 4;
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kLongestCode = 16;
constexpr const char* kSigner = "setup";

base::Status wrong(const char* what) { return base::fail(base::ErrorCode::BadInput, what); }

base::Status check(const NewStoreWish& wish) {
  if (!sync::validStoreNo(wish.store_no)) return wrong("store_no: 1 to 8 letters or digits");
  if (!base::isCode(wish.position, kLongestPosition)) return wrong("position: 1 to 4 letters or digits");
  if (wish.name.empty() || wish.name.size() > kLongestName) return wrong("name: 1 to 60 bytes");
  if (wish.language != "zh_CN" && wish.language != "en") return wrong("language: zh_CN or en");
  if (!base::zoneExists(wish.zone)) return wrong("zone: a name of the time zone database, as Asia/Shanghai");
  return {};
}

base::Result<store::RulePackText> packOf(const NewStoreWish& wish) {
  auto text = readFile(wish.pack_file.empty() ? dataFolder() / "presets" / (wish.preset + ".json")
                                              : std::filesystem::path(wish.pack_file));
  if (!text) return tl::unexpected(std::move(text).error());
  const auto rules = programme::parseRulePack(std::string_view(*text));
  if (!rules) return tl::unexpected(rules.error());
  // In force from before the first sale, whenever the pack was written.
  return store::RulePackText{*std::move(text), rules->version, "2000-01-01T00:00:00"};
}

}  // namespace

std::vector<Preset> presets() {
  std::vector<Preset> found;
  std::error_code failed;
  for (std::filesystem::directory_iterator file(dataFolder() / "presets", failed), end; !failed && file != end;
       file.increment(failed)) {
    if (file->path().extension() != ".json") continue;
    const auto text = readFile(file->path());
    if (!text) continue;
    const auto rules = programme::parseRulePack(std::string_view(*text));
    if (!rules) continue;
    Preset preset{file->path().stem().string(), {}};
    for (const programme::Tier& tier : rules->tiers) preset.tiers.push_back(tier.name);
    found.push_back(std::move(preset));
  }
  std::sort(found.begin(), found.end(), [](const Preset& a, const Preset& b) { return a.name < b.name; });
  return found;
}

base::Status makeStore(const std::filesystem::path& folder, const NewStoreWish& wish, base::RandomSource& random) {
  KAHUI_TRY(check(wish));
  auto pack = packOf(wish);
  if (!pack) return tl::unexpected(std::move(pack).error());
  store::NewStore fresh;
  fresh.info.store_no = wish.store_no;
  fresh.info.store_name = wish.name;
  fresh.info.position = wish.position;
  fresh.info.zone = wish.zone;
  fresh.info.language = wish.language;
  fresh.rule_pack = *std::move(pack);
  return store::SqliteStore::create(folder, fresh, random);
}

base::Status addFirstManager(const std::filesystem::path& folder, const FirstManager& manager) {
  if (!base::isCode(manager.code, kLongestCode)) return wrong("code: 1 to 16 letters or digits");
  if (manager.name.empty() || manager.name.size() > kLongestName) return wrong("name: 1 to 60 bytes");
  if (!ports::usablePin(manager.pin)) return wrong("pin: 4 to 12 digits");
  auto store = store::SqliteStore::open(folder, {});
  if (!store) return tl::unexpected(std::move(store).error());
  const auto staff = (*store)->staffList();
  if (!staff) return tl::unexpected(staff.error());
  if (!staff->empty()) return base::fail(base::ErrorCode::NoRight, "manage_staff");
  ports::Staff first;
  first.code = manager.code;
  first.name = manager.name;
  first.role = ports::StaffRole::Manager;
  return (*store)->changeStaff(first, manager.pin, kSigner, till::staffNote("add", first, true));
}

base::Result<StoreState> stateOf(const std::filesystem::path& folder) {
  store::SqliteStore::Options options;
  options.read_only = true;
  const auto store = store::SqliteStore::open(folder, std::move(options));
  if (!store && store.error().code == base::ErrorCode::StoreMissing) return StoreState::None;
  if (!store) return tl::unexpected(store.error());
  const auto staff = (*store)->staffList();
  if (!staff) return tl::unexpected(staff.error());
  return staff->empty() ? StoreState::NoStaff : StoreState::Ready;
}

}  // namespace kahui::local
