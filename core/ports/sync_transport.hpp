// The way to headquarters: one request, one answer. The client decides what to ask, the transport only carries it.
// Thread rule: one object, one thread; exchange() blocks for at most the transport's own time-outs and may be told to
// give up from elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/result.hpp"

namespace kahui::ports {

struct SyncRequest {
  std::string method;        // GET, POST, PUT or HEAD
  std::string path;          // from "/v1/…" on, with the query
  std::string content_type;  // of the body
  std::string body;
  bool zstd_answer = false;  // Accept-Encoding: zstd
  // The rest of a file whose first bytes are here already: Range: bytes=from- with If-Range: etag.
  std::int64_t range_from = 0;
  std::string etag;
  std::size_t most_bytes = 0;  // of the answer; beyond it the transport breaks off
};

struct SyncResponse {
  int status = 0;
  std::string body;
  bool zstd = false;  // Content-Encoding: zstd
  std::string etag{};
  std::optional<std::int64_t> retry_after_s{};
  std::optional<std::int64_t> upload_offset{};  // of a file in parts: what headquarters has
};

class SyncTransport {
 public:
  virtual ~SyncTransport() = default;

  // ServiceDown: not reached, timed out or broken off (then a GET's body so far is in `partial`). PeerUntrusted: it is
  // not the headquarters of this till's enrolment.
  virtual base::Result<SyncResponse> exchange(const SyncRequest& request, SyncResponse* partial) = 0;
};

}  // namespace kahui::ports
