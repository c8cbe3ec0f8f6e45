// Files in parts, so that any node goes on with what another one began: what tills send for support (copies of journals
// and health logs), and the snapshots that they load. A part of HqTransaction; thread rule and errors as hq_store.hpp.
// Sizes in bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sha256.hpp"

namespace kahui::ports {

struct HqBlob {
  std::string terminal, id;
  std::string kind;  // journal, health
  std::string name;
  std::int64_t size = 0;
  std::int64_t received = 0;
  base::Sha256 sha256{};
  std::int64_t started_ms = 0;
  std::int64_t done_ms = 0;  // 0: not whole
};

class HqBlobs {
 public:
  virtual ~HqBlobs() = default;

  virtual void putBlob(const HqBlob& blob) = 0;  // new, or further than before
  virtual std::optional<HqBlob> blob(std::string_view terminal, std::string_view id) = 0;
  virtual std::vector<HqBlob> blobs() = 0;  // by terminal, time, id
  virtual void addBlobPart(std::string_view terminal, std::string_view id, std::int64_t first,
                           const std::string& bytes) = 0;
  virtual std::string blobBytes(std::string_view terminal, std::string_view id) = 0;  // all parts
  // Snapshot files of a feed, likewise in parts; the oldest first.
  virtual void addSnapshotPart(std::string_view feed, std::string_view id, std::int64_t first, const std::string& bytes,
                               std::int64_t made_ms) = 0;
  virtual bool snapshotKept(std::string_view id) = 0;
  virtual std::string snapshotBytes(std::string_view id) = 0;  // empty: it is not kept
  virtual std::vector<std::string> snapshotsKept(std::string_view feed) = 0;
  virtual void dropSnapshot(std::string_view feed, std::string_view id) = 0;
  virtual void dropBlob(std::string_view terminal, std::string_view id) = 0;
};

}  // namespace kahui::ports
