#include "core/hq/blobs.hpp"

#include <algorithm>

#include "core/base/sha256.hpp"
#include "core/sync/blobs.hpp"

namespace kahui::hq {

namespace {

using base::ErrorCode;
using ports::HqTransaction;

constexpr std::int64_t kDay_ms = 86'400'000;
constexpr std::int64_t kWholeKept_ms = 90 * kDay_ms, kBrokenKept_ms = 7 * kDay_ms;
constexpr std::size_t kMostBlobsOfTill = 500;
constexpr std::size_t kBlobsLongestName = 64;
constexpr std::string_view kFrame("\x28\xb5\x2f\xfd", 4);  // how a zstd frame begins

bool safeName(std::string_view name) {
  constexpr std::string_view kGood = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  return !name.empty() && name.size() <= kBlobsLongestName && name[0] != '.' &&
         name.find_first_not_of(kGood) == std::string_view::npos;
}

std::optional<Refused> wrong(const BlobPart& part) {
  const auto no = [](int status, const char* error, const char* message) {
    return Refused{status, {error, message, 0, {}, {}}};
  };
  if (part.kind != sync::kJournalKind && part.kind != sync::kHealthKind)
    return no(415, "refused_type", "copies of journals and health logs are taken, nothing else");
  if (part.id != base::toHex(part.sha256).substr(0, 32)) return no(422, "broken", "the id is not that of the digest");
  if (!safeName(part.name)) return no(422, "broken", "name");
  if (part.size < 1 || part.size > static_cast<std::int64_t>(sync::kBlob_bytes))
    return no(413, "too_large", "the file is larger than headquarters takes");
  const auto bytes = static_cast<std::int64_t>(part.bytes.size());
  if (part.bytes.size() > sync::kBlobPart_bytes) return no(413, "too_large", "the part is larger than it may be");
  if (bytes == 0 || part.offset > part.size - bytes) return no(422, "broken", "the part reaches beyond the file");
  if (part.offset == 0 && !std::string_view(part.bytes).starts_with(kFrame))
    return no(415, "refused_type", "a zstd frame is expected");
  return std::nullopt;
}

ports::HqBlob begun(std::string_view terminal, const BlobPart& part, std::int64_t now_ms) {
  return {std::string(terminal), part.id, part.kind, part.name, part.size, 0, part.sha256, now_ms, 0};
}

Answer<std::int64_t> add(HqTransaction& tx, std::string_view terminal, const BlobPart& part, std::int64_t now_ms) {
  if (!tx.lockTerminal(terminal)) return refuse(403, "revoked", "this terminal is not known here");
  auto blob = tx.blob(terminal, part.id);
  if (!blob) {
    std::int64_t sum = part.size;
    std::size_t count = 1;
    for (const auto& other : tx.blobs()) {
      if (other.terminal != terminal) continue;
      sum += other.size;
      ++count;
    }
    if (sum > sync::kBlobsOfTill_bytes || count > kMostBlobsOfTill)
      return refuse(507, "quota", "headquarters holds enough of this till; an operator must fetch and drop some");
    blob = begun(terminal, part, now_ms);
  }
  if (blob->kind != part.kind || blob->size != part.size || blob->sha256 != part.sha256)
    return refuse(409, "differs", "another file was begun under this id");
  if (blob->done_ms != 0) return blob->received;
  if (part.offset != blob->received)
    return tl::unexpected(
        Refused{409, {"gap", "go on from there", static_cast<std::uint64_t>(blob->received), {}, {}}});
  tx.addBlobPart(terminal, part.id, part.offset, part.bytes);
  blob->received += static_cast<std::int64_t>(part.bytes.size());
  if (blob->received == blob->size) {
    const std::string whole = tx.blobBytes(terminal, part.id);
    if (base::sha256({base::asBytes(whole)}) != part.sha256) {
      tx.dropBlob(terminal, part.id);
      return refuse(422, "broken", "the file is not that of its digest; send it anew");
    }
    blob->done_ms = now_ms;
  }
  tx.putBlob(*blob);
  return blob->received;
}

// By the beginning of its id.
base::Result<ports::HqBlob> find(HqTransaction& tx, const std::string& id) {
  std::vector<ports::HqBlob> found;
  for (auto& one : tx.blobs())
    if (one.id.starts_with(id)) found.push_back(std::move(one));
  if (id.empty() || found.size() != 1)
    return base::fail(ErrorCode::BadInput,
                      found.empty() ? "no file has the id " + id : "several files begin with " + id);
  return std::move(found.front());
}

}  // namespace

Answer<std::int64_t> blobReceived(ports::HqStore& store, std::string_view terminal, const std::string& id) {
  std::optional<ports::HqBlob> blob;
  const auto read = store.transaction([&](HqTransaction& tx) -> base::Status {
    blob = tx.blob(terminal, id);
    return {};
  });
  if (!read) return tl::unexpected(unavailable(read.error()));
  if (!blob) return refuse(404, "not_found");
  return blob->received;
}

Answer<std::int64_t> putBlobPart(ports::HqStore& store, std::string_view terminal, const BlobPart& part,
                                 std::int64_t now_ms) {
  if (auto no = wrong(part)) return tl::unexpected(*std::move(no));
  Answer<std::int64_t> answer = 0;
  // What is refused with 422 is dropped, so the transaction stands with either.
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    answer = add(tx, terminal, part, now_ms);
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  return answer;
}

void dropOldBlobs(HqTransaction& tx, std::int64_t now_ms) {
  for (const auto& one : tx.blobs())
    if (one.started_ms < now_ms - (one.done_ms == 0 ? kBrokenKept_ms : kWholeKept_ms))
      tx.dropBlob(one.terminal, one.id);
}

base::Result<std::string> blobBytes(ports::HqStore& store, const std::string& id) {
  std::string bytes;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    const auto blob = find(tx, id);
    if (!blob) return tl::unexpected(blob.error());
    if (blob->done_ms == 0) return base::fail(ErrorCode::WrongState, "the file is not whole yet");
    bytes = tx.blobBytes(blob->terminal, blob->id);
    return {};
  }));
  return bytes;
}

base::Result<std::vector<ports::HqBlob>> listBlobs(ports::HqStore& store) {
  std::vector<ports::HqBlob> list;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    list = tx.blobs();
    return {};
  }));
  return list;
}

base::Status dropBlob(ports::HqStore& store, const std::string& id) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    const auto blob = find(tx, id);
    if (!blob) return tl::unexpected(blob.error());
    tx.dropBlob(blob->terminal, blob->id);
    return {};
  });
}

}  // namespace kahui::hq
