// Headquarters' exports (contracts.md), one JSON object a line, in the order of terminal, incarnation and sequence;
// members by id.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/ports/hq_store.hpp"

namespace kahui::hq {

enum class ExportWhat { Facts, Ledger, Members, Adjustments, Stored };
std::optional<ExportWhat> parseExportWhat(std::string_view name);

using LineSink = std::function<void(const std::string&)>;  // without the newline
// Facts alone may be those of one channel; "store": of the tills (S001-86).
base::Status exportLines(ports::HqStore& store, ExportWhat what, const LineSink& sink, std::string_view channel = {});

}  // namespace kahui::hq
