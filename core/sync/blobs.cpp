#include "core/sync/blobs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/json_writer.hpp"
#include "core/base/sha256.hpp"
#include "core/sync/messages.hpp"
#include "core/sync/wire_json.hpp"

namespace kahui::sync {

using base::ErrorCode;

namespace {

constexpr int kMostGaps = 3;  // headquarters named another place: another process of this till sends, too

base::Error refusedBy(const ports::SyncResponse& answer) {
  const auto refusal = parseRefusal(answer.body);
  const std::string why = refusal ? refusal->error + " " + refusal->message : std::string();
  const bool later = answer.status == 429 || answer.status == 503;
  return {later ? ErrorCode::ServiceDown : ErrorCode::PeerRefused, fmt::format("{} {}", answer.status, why)};
}

base::Result<std::int64_t> receivedSoFar(ports::SyncTransport& line, const std::string& path) {
  ports::SyncRequest ask;
  ask.method = "HEAD";
  ask.path = path;
  ask.most_bytes = kMostMessage_bytes;
  const auto answer = line.exchange(ask, nullptr);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->status == 404) return std::int64_t{0};
  if (answer->status != 200) return tl::unexpected(refusedBy(*answer));
  if (!answer->upload_offset) return base::fail(ErrorCode::PeerFailed, "Upload-Offset is missing");
  return *answer->upload_offset;
}

}  // namespace

std::string encode(const BlobAnswer& answer) {
  return base::jsonObject([&](base::JsonWriter& json) {
    json.field("offset", answer.offset);
    json.flag("whole", answer.whole);
  });
}

base::Result<BlobAnswer> parseBlobAnswer(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const nlohmann::json& object) {
    return BlobAnswer{amountIn(object, "offset"), flagIn(object, "whole")};
  });
}

std::string blobId(std::string_view bytes) { return base::toHex(base::sha256({base::asBytes(bytes)})).substr(0, 32); }

base::Result<BlobSent> sendBlob(ports::SyncTransport& line, const BlobFile& file) {
  if (file.bytes.empty() || file.bytes.size() > kBlob_bytes) return base::fail(ErrorCode::OutOfRange, file.name);
  const std::string path = "/v1/blobs/" + blobId(file.bytes);
  const std::string digest = base::toHex(base::sha256({base::asBytes(file.bytes)}));
  const auto size = static_cast<std::int64_t>(file.bytes.size());
  auto at = receivedSoFar(line, path);
  if (!at) return tl::unexpected(at.error());
  BlobSent sent{0, *at};
  for (int gaps = 0; *at < size;) {
    ports::SyncRequest put;
    put.method = "PUT";
    put.path =
        fmt::format("{}?kind={}&name={}&size={}&sha256={}&offset={}", path, file.kind, file.name, size, digest, *at);
    put.content_type = "application/octet-stream";
    put.body = file.bytes.substr(static_cast<std::size_t>(*at), kBlobPart_bytes);
    put.most_bytes = kMostMessage_bytes;
    const auto answer = line.exchange(put, nullptr);
    if (!answer) return tl::unexpected(answer.error());
    if (answer->status == 409 && ++gaps <= kMostGaps) {
      const auto refusal = parseRefusal(answer->body);
      if (!refusal || refusal->error != "gap") return tl::unexpected(refusedBy(*answer));
      *at = static_cast<std::int64_t>(refusal->expect);
      continue;
    }
    if (answer->status != 200) return tl::unexpected(refusedBy(*answer));
    const auto there = parseBlobAnswer(answer->body);
    if (!there) return base::fail(ErrorCode::PeerFailed, there.error().detail);
    if (there->offset <= *at || there->offset > size) return base::fail(ErrorCode::PeerFailed, "offset of a part");
    sent.sent += there->offset - *at;
    *at = there->offset;
  }
  return sent;
}

}  // namespace kahui::sync
