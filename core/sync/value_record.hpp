// Stored value and count cards of a member, in his record of the scope `members`: "sv", optional, an object.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/base/json_writer.hpp"

namespace kahui::sync {

struct CountRecord {
  std::string card;       // "c": 32 hex digits
  std::string sku, name;  // "k", "n"
  std::int64_t left = 0;  // "l": uses; below 0: used more often than it was sold for
  std::string expires;    // "ex", optional: last good day, ISO
  bool operator==(const CountRecord&) const = default;
};

// What headquarters has posted. Cards with nothing left are not named.
struct ValueRecord {
  std::int64_t principal = 0, bonus = 0;  // "p", "b": fen; below 0: a debt
  std::vector<CountRecord> counts;        // "cc"
  bool operator==(const ValueRecord&) const = default;
};

void write(base::JsonWriter& json, std::string_view key, const ValueRecord& record);
ValueRecord readValueRecord(const nlohmann::json& object);  // throws journal::Malformed

}  // namespace kahui::sync
