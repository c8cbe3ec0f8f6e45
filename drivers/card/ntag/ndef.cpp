#include "drivers/card/ntag/ndef.hpp"

namespace kahui::card {
namespace {

constexpr int kShortRecord = 0x10;
constexpr int kHasId = 0x08;
constexpr int kTypeMask = 0x07;
constexpr int kWellKnown = 0x01;

std::string_view asText(base::ByteView bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

struct Record {
  char type = 0;
  base::ByteView payload;
};

std::optional<Record> firstRecord(base::ByteView message) {
  if (message.size() < 3) return std::nullopt;
  const int flags = message[0];
  const std::size_t type_size = message[1];
  const bool is_short = (flags & kShortRecord) != 0;
  std::size_t at = 2;
  const std::size_t length_bytes = is_short ? 1 : 4;
  if (message.size() < at + length_bytes) return std::nullopt;
  std::size_t payload_size = 0;
  for (std::size_t i = 0; i < length_bytes; ++i) payload_size = payload_size << 8 | message[at++];
  std::size_t id_size = 0;
  if ((flags & kHasId) != 0) {
    if (message.size() < at + 1) return std::nullopt;
    id_size = message[at++];
  }
  const base::ByteView rest = message.subspan(at);
  // Compared one by one: a payload of 2^32 bytes must not turn a sum over.
  if ((flags & kTypeMask) != kWellKnown || type_size != 1 || rest.size() < type_size + id_size) return std::nullopt;
  const base::ByteView payload = rest.subspan(type_size + id_size);
  if (payload.size() < payload_size) return std::nullopt;
  return Record{static_cast<char>(rest[0]), payload.first(payload_size)};
}

}  // namespace

std::optional<std::string_view> ndefText(base::ByteView file) {
  if (file.size() < 2) return std::nullopt;
  const std::size_t length = static_cast<std::size_t>(file[0] << 8 | file[1]);
  if (file.size() - 2 < length) return std::nullopt;
  const auto record = firstRecord(file.subspan(2, length));
  if (!record || record->payload.empty()) return std::nullopt;
  const base::ByteView payload = record->payload;
  if (record->type == 'U') return asText(payload.subspan(1));
  if (record->type != 'T') return std::nullopt;
  const std::size_t language = payload[0] & 0x3F;
  if (payload.size() < 1 + language) return std::nullopt;
  return asText(payload.subspan(1 + language));
}

}  // namespace kahui::card
