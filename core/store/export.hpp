// The store as rows for scripts and support (contracts.md, "export"): one JSON object a line, or CSV whose cells cannot
// be taken for a formula. Money in fen, times ISO 8601 in the store's zone.
#pragma once

#include <ostream>

#include "core/store/history.hpp"

namespace kahui::store {

enum class ExportWhat { Sales, Members, Points, Journal, Products, Coupons };
enum class ExportFormat { Jsonl, Csv };

struct ExportOptions {
  ExportWhat what{};
  ExportFormat format = ExportFormat::Jsonl;
  DayRange range{};     // sales, points and journal only
  bool reveal = false;  // personal fields in clear; the caller has checked the right
};

base::Status exportRows(SqliteStore& store, const ExportOptions& options, std::ostream& out);

}  // namespace kahui::store
