#include "app/local/import_file.hpp"

#include "app/local/data_folder.hpp"
#include "app/local/demo_clock.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::local {

namespace {

base::Result<store::ImportReport> importMembers(store::SqliteStore& store, const std::string& csv, bool dry_run) {
  const auto in_force = store.rulePack();
  if (!in_force) return tl::unexpected(in_force.error());
  const auto rules = programme::parseRulePack(std::string_view(in_force->json));
  if (!rules) return tl::unexpected(rules.error());
  store::MemberImport options;
  for (const programme::Tier& tier : rules->tiers) options.tiers.push_back(tier.code);
  options.at = openClock(store.info().zone, store.info().demo)->now();
  options.day = options.at.local().date();
  options.points_expire = loyalty::expiryDate(rules->points.expiry_noncash, options.day);
  options.dry_run = dry_run;
  return store::importMembers(store, csv, options);
}

}  // namespace

base::Result<store::ImportReport> importFile(const std::filesystem::path& folder, const std::filesystem::path& file,
                                             ImportKind kind, bool dry_run) {
  const auto csv = readFile(file);
  if (!csv) return tl::unexpected(csv.error());
  const auto store = store::SqliteStore::open(folder, {});
  if (!store) return tl::unexpected(store.error());
  return kind == ImportKind::Members ? importMembers(**store, *csv, dry_run)
                                     : store::importProducts(**store, *csv, dry_run);
}

}  // namespace kahui::local
