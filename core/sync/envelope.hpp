// The envelope of a line without its payload (protocol.md, "Event model"): what headquarters checks before it stores,
// also of types that it does not know yet. `journal::decode` reads the whole event.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"

namespace kahui::sync {

struct Envelope {
  base::Id id;
  std::string terminal;
  std::uint32_t incarnation = 0;
  std::uint64_t seq = 0;
  std::string store_no;
  std::string position;
  base::BusinessDate business_date;
  std::int64_t utc_ms = 0;
  int zone_min = 0;
  std::int64_t hlc = 0;
  std::string type;
  int sv = 0;
  std::string rules_version;  // cfg.rules
  std::optional<base::Id> cause{};
};

// BadInput: not an object, a key missing or of the wrong form, another envelope version, `p` that is no object.
base::Result<Envelope> parseEnvelope(std::string_view line);

}  // namespace kahui::sync
