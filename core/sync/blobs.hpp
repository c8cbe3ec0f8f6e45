// Files for support, from a till to headquarters (protocol.md, "Batch and endpoints"): copies of journals and health
// logs alone, each one zstd frame, in parts that are acknowledged one by one.
//   HEAD /v1/blobs/ID -> 200 with Upload-Offset: bytes that are here · 404 not_found: none
//   PUT /v1/blobs/ID?kind=K&name=N&size=S&sha256=H&offset=O, the next part as body -> 200 BlobAnswer · 409 gap {expect}
//       · 413 too_large · 415 refused_type · 422 broken · 507 quota
// ID is the first 32 hex digits of the whole file's SHA-256, so a file that is sent again goes on where it stopped, at
// any node.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/ports/sync_transport.hpp"
#include "core/sync/limits.hpp"

namespace kahui::sync {

inline constexpr std::size_t kBlobPart_bytes = std::size_t{256} << 10;
inline constexpr std::size_t kBlob_bytes = kMostCompressed_bytes;            // of one file, as it is sent
inline constexpr std::int64_t kBlobsOfTill_bytes = std::int64_t{256} << 20;  // of one till, together
inline constexpr std::string_view kJournalKind = "journal", kHealthKind = "health";

struct BlobAnswer {
  std::int64_t offset = 0;  // "offset": bytes that are here now
  bool whole = false;       // "whole"
  bool operator==(const BlobAnswer&) const = default;
};
std::string encode(const BlobAnswer& answer);
base::Result<BlobAnswer> parseBlobAnswer(std::string_view text);

struct BlobFile {
  std::string kind, name;  // name: letters, digits, '.', '_', '-'
  std::string bytes;
};
std::string blobId(std::string_view bytes);

struct BlobSent {
  std::int64_t sent = 0;    // bytes that went over now
  std::int64_t before = 0;  // that were there already
};
// Asks how far it got before, then sends the rest. ServiceDown: the line broke, what went over is kept there.
// PeerRefused: headquarters does not want it; the detail says why. PeerFailed: an answer that cannot be read.
base::Result<BlobSent> sendBlob(ports::SyncTransport& line, const BlobFile& file);

}  // namespace kahui::sync
