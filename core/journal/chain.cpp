#include "core/journal/chain.hpp"

#include "core/base/json_writer.hpp"

namespace kahui::journal {

std::string incarnationStatement(std::string_view terminal, std::uint32_t incarnation, std::string_view reason,
                                 const base::Sha256* previous_head) {
  std::string statement;
  base::JsonWriter json(statement);
  json.beginObject();
  json.field("t", terminal);
  json.field("inc", std::int64_t{incarnation});
  json.field("why", reason);
  if (previous_head != nullptr) json.field("prev", base::toHex(*previous_head));
  json.endObject();
  return statement;
}

base::Sha256 chainStart(std::string_view statement) { return base::sha256({base::asBytes(statement)}); }

base::Sha256 chainNext(const base::Sha256& previous, std::string_view line) {
  return base::sha256({previous, base::asBytes(line)});
}

}  // namespace kahui::journal
