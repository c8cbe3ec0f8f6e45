// Sizes that both sides hold to (protocol.md, "Batch and endpoints"). Bytes are counted as they come in, never taken
// from a declared size.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/journal/codec.hpp"

namespace kahui::sync {

inline constexpr int kProtocol = 1;

// What a till sends at most in one batch.
inline constexpr std::size_t kBatchEvents = 500;
inline constexpr std::size_t kBatchRaw_bytes = std::size_t{1} << 20;

// What headquarters takes at most; a till takes no more from it either.
inline constexpr std::size_t kMostCompressed_bytes = std::size_t{8} << 20;
inline constexpr std::size_t kMostRaw_bytes = std::size_t{16} << 20;

inline constexpr std::size_t kMostLine_bytes = journal::kMaxLineBytes;
inline constexpr std::size_t kMostHeader_bytes = 4096;      // line 0 of a batch
inline constexpr std::size_t kMostMessage_bytes = 1 << 20;  // a JSON message that is no page
inline constexpr int kMostDepth = 24;                       // nested brackets in any JSON of the wire
inline constexpr int kProfilesLimit = 100;                  // of one request
inline constexpr int kChangesLimit = 500;                   // items of a page: the rows of one background transaction

inline constexpr std::int64_t kSnapshotFile_bytes = std::int64_t{1} << 30;

}  // namespace kahui::sync
