// A batch: a header line, then the journal's lines as they are, each ended by one newline; the whole in one zstd frame
// (protocol.md, "Batch and endpoints"). The answer to GET /v1/log has the same form.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/sha256.hpp"
#include "core/sync/limits.hpp"

namespace kahui::sync {

struct BatchHeader {
  std::string terminal;            // "t", 1 .. 64 bytes
  std::uint32_t incarnation = 1;   // "inc", from 1
  std::uint64_t first = 0;         // sequence of the first line, from 1
  std::uint64_t last = 0;          // of the last; "n" is last - first + 1
  base::Sha256 prev_hash{};        // H(first-1); H(0) is the hash of the incarnation's statement
  base::Sha256 head_hash{};        // H(last)
  std::string app;                 // version of the sender
  int sv_max = 0;                  // highest payload version in the batch
  std::int64_t sent_hlc = 0;       // of the last event, so that a batch sent again is the same bytes
  std::int64_t last_hq_epoch = 0;  // 0: never spoke to headquarters

  [[nodiscard]] std::uint64_t count() const { return last - first + 1; }
  bool operator==(const BatchHeader&) const = default;
};

std::string encodeHeader(const BatchHeader& header);  // without the newline
// BadInput: a key missing or of the wrong form, another protocol, n that is not last - first + 1.
base::Result<BatchHeader> parseHeader(std::string_view line);

// Header and lines as they are compressed; `lines` are complete and in order.
std::string joinBatch(const BatchHeader& header, std::span<const std::string> lines);

struct ParsedBatch {
  BatchHeader header;
  std::vector<std::string_view> lines;  // into the raw text
};

// Splits and holds to the limits: exactly n lines of 1 .. 256 KiB, each UTF-8 without NUL, each ended by a newline.
// `raw` must outlive the answer. Says nothing about the chain.
base::Result<ParsedBatch> splitBatch(std::string_view raw);

// H(first) … H(last) over the lines, from `previous`.
std::vector<base::Sha256> chainHashes(const base::Sha256& previous, std::span<const std::string_view> lines);

// BadInput unless the lines lead from prev_hash to head_hash, and each envelope names the header's terminal and
// incarnation and its own sequence number. The answer is the chain's hashes.
base::Result<std::vector<base::Sha256>> checkBatch(const ParsedBatch& batch);
// Its two halves, for who knows already what the lines are.
base::Result<std::vector<base::Sha256>> checkChain(const ParsedBatch& batch);
base::Status checkEnvelopes(const ParsedBatch& batch);

// As many lines from the front as one batch takes: 1 .. kBatchEvents, kBatchRaw_bytes (the first one always fits).
class BatchSize {
 public:
  [[nodiscard]] bool takes(std::string_view line);

 private:
  std::size_t m_events = 0;
  std::size_t m_bytes = 0;
};

}  // namespace kahui::sync
