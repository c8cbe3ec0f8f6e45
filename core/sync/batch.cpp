#include "core/sync/batch.hpp"

#include "core/base/json_writer.hpp"
#include "core/base/text.hpp"
#include "core/journal/chain.hpp"
#include "core/sync/envelope.hpp"
#include "core/sync/wire_json.hpp"

namespace kahui::sync {

std::string encodeHeader(const BatchHeader& header) {
  std::string line;
  base::JsonWriter json(line);
  json.beginObject();
  json.field("proto", std::int64_t{kProtocol});
  json.field("t", header.terminal);
  json.field("inc", std::int64_t{header.incarnation});
  json.field("first", static_cast<std::int64_t>(header.first));
  json.field("last", static_cast<std::int64_t>(header.last));
  json.field("n", static_cast<std::int64_t>(header.count()));
  json.field("prev_hash", base::toHex(header.prev_hash));
  json.field("head_hash", base::toHex(header.head_hash));
  json.field("app", header.app);
  json.field("sv_max", std::int64_t{header.sv_max});
  json.field("sent_hlc", header.sent_hlc);
  json.field("last_hq_epoch", header.last_hq_epoch);
  json.endObject();
  return line;
}

base::Result<BatchHeader> parseHeader(std::string_view line) {
  return readMessage(line, kMostHeader_bytes, [](const nlohmann::json& object) {
    BatchHeader header;
    (void)numberIn(object, "proto", kProtocol, kProtocol);
    header.terminal = nameIn(object, "t", 64);
    header.incarnation = incarnationIn(object, "inc");
    header.first = sequenceIn(object, "first");
    header.last = sequenceIn(object, "last");
    if (header.first < 1 || header.last < header.first) throw journal::Malformed{"out of range: first, last"};
    if (sequenceIn(object, "n") != header.count()) throw journal::Malformed{"n is not last - first + 1"};
    header.prev_hash = hashIn(object, "prev_hash");
    header.head_hash = hashIn(object, "head_hash");
    header.app = nameIn(object, "app", 64);
    header.sv_max = static_cast<int>(numberIn(object, "sv_max", 0, 1'000'000));
    header.sent_hlc = journal::number(object, "sent_hlc");
    header.last_hq_epoch = numberIn(object, "last_hq_epoch", 0, kMostNumber);
    return header;
  });
}

std::string joinBatch(const BatchHeader& header, std::span<const std::string> lines) {
  std::string raw = encodeHeader(header) + '\n';
  for (const std::string& line : lines) {
    raw += line;
    raw += '\n';
  }
  return raw;
}

base::Result<ParsedBatch> splitBatch(std::string_view raw) {
  ParsedBatch batch;
  const auto end = raw.find('\n');
  if (end == std::string_view::npos) return base::fail(base::ErrorCode::BadInput, "no header line");
  auto header = parseHeader(raw.substr(0, end));
  if (!header) return base::fail(base::ErrorCode::BadInput, "header: " + header.error().detail);
  batch.header = std::move(*header);
  for (std::size_t at = end + 1; at < raw.size();) {
    const auto stop = raw.find('\n', at);
    if (stop == std::string_view::npos) return base::fail(base::ErrorCode::BadInput, "the last line is cut off");
    const std::string_view line = raw.substr(at, stop - at);
    const auto number = "line " + std::to_string(batch.lines.size() + 1);
    if (line.empty() || line.size() > kMostLine_bytes)
      return base::fail(base::ErrorCode::BadInput, number + ": empty or too long");
    if (!base::isCleanUtf8(line)) return base::fail(base::ErrorCode::BadInput, number + ": not UTF-8, or a NUL");
    if (batch.lines.size() == batch.header.count())
      return base::fail(base::ErrorCode::BadInput, "more lines than n says");
    batch.lines.push_back(line);
    at = stop + 1;
  }
  if (batch.lines.size() != batch.header.count())
    return base::fail(base::ErrorCode::BadInput, "fewer lines than n says");
  return batch;
}

std::vector<base::Sha256> chainHashes(const base::Sha256& previous, std::span<const std::string_view> lines) {
  std::vector<base::Sha256> hashes;
  hashes.reserve(lines.size());
  base::Sha256 hash = previous;
  for (const std::string_view line : lines) hashes.push_back(hash = journal::chainNext(hash, line));
  return hashes;
}

base::Result<std::vector<base::Sha256>> checkBatch(const ParsedBatch& batch) {
  auto hashes = checkChain(batch);
  if (hashes) KAHUI_TRY(checkEnvelopes(batch));
  return hashes;
}

base::Result<std::vector<base::Sha256>> checkChain(const ParsedBatch& batch) {
  auto hashes = chainHashes(batch.header.prev_hash, batch.lines);
  if (hashes.empty() || hashes.back() != batch.header.head_hash)
    return base::fail(base::ErrorCode::BadInput, "the lines do not lead from prev_hash to head_hash");
  return hashes;
}

base::Status checkEnvelopes(const ParsedBatch& batch) {
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    const auto envelope = parseEnvelope(batch.lines[i]);
    const std::string number = "line " + std::to_string(i + 1) + ": ";
    if (!envelope) return base::fail(base::ErrorCode::BadInput, number + envelope.error().detail);
    if (envelope->terminal != batch.header.terminal || envelope->incarnation != batch.header.incarnation ||
        envelope->seq != batch.header.first + i)
      return base::fail(base::ErrorCode::BadInput, number + "another terminal, incarnation or sequence than its place");
  }
  return {};
}

bool BatchSize::takes(std::string_view line) {
  const std::size_t bytes = line.size() + 1;
  if (m_events > 0 && (m_events == kBatchEvents || m_bytes + bytes > kBatchRaw_bytes)) return false;
  ++m_events;
  m_bytes += bytes;
  return true;
}

}  // namespace kahui::sync
