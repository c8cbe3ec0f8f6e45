// Products and members from CSV (contracts.md, "import"): good rows go in, each bad row is named with its line and
// reason.
//   products: sku, name, category, price_fen; optional barcode, spec, brand, unit, promo_price_fen, member_price_fen,
//   flags, pinyin,
//             min_rate_bp, pay_pct. flags are separated by '|': weighed and the rulebook's line flags.
//   members:  phone or card; optional name, tier, card_kind (uid, track2, code), birthday (MM-DD, L before it: lunar),
//   points,
//             lifetime, joined, member_no; of a company: company (1), tax_no (which says so, too), contact.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/store/sqlite_store.hpp"

namespace kahui::store {

struct BadRow {
  std::size_t line = 0;
  std::string reason;
};

struct ImportReport {
  std::size_t rows = 0;
  std::size_t imported = 0;
  std::vector<BadRow> bad;
};

// BadInput if the text is no CSV or its header has an unknown or lacks a needed column. `dry_run` stores nothing and
// says the same.
base::Result<ImportReport> importProducts(SqliteStore& store, std::string_view csv, bool dry_run);

// The products of a CSV text all of whose rows are good; BadInput names the first bad row.
base::Result<std::vector<catalog::Product>> readProducts(std::string_view csv);

struct MemberImport {
  std::vector<std::string> tiers;  // codes of the rule pack; the first is the default
  base::WallTime at;
  base::BusinessDate day;
  std::optional<base::BusinessDate> points_expire;  // none: never
  bool dry_run = false;
};

// The good rows of a CSV text, ready to join, and the lines they stand on; `report.imported` is not counted yet. What
// the store or headquarters knows already is found at joining.
struct MemberRows {
  std::vector<ports::MemberToJoin> good;
  std::vector<std::size_t> lines;
  ImportReport report;
};
base::Result<MemberRows> readMembers(std::string_view csv, const MemberImport& options);

base::Result<ImportReport> importMembers(SqliteStore& store, std::string_view csv, const MemberImport& options);

}  // namespace kahui::store
