// What tills send for support, in parts (sync/blobs.hpp). Kept in the database, so that any node goes on with it.
#pragma once

#include <string>
#include <vector>

#include "core/hq/answer.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hq {

struct BlobPart {
  std::string id, kind, name;
  std::int64_t size = 0;  // of the whole
  base::Sha256 sha256{};  // of the whole
  std::int64_t offset = 0;
  std::string bytes;
};

// Bytes that are here. 404 not_found.
Answer<std::int64_t> blobReceived(ports::HqStore& store, std::string_view terminal, const std::string& id);
// Bytes that are here now. 409 gap, differs · 413 too_large · 415 refused_type · 422 broken · 507 quota. A file whose
// bytes are not those of its digest goes again with its last part.
Answer<std::int64_t> putBlobPart(ports::HqStore& store, std::string_view terminal, const BlobPart& part,
                                 std::int64_t now_ms);

// Whole files stay for 90 days, others for 7.
void dropOldBlobs(ports::HqTransaction& tx, std::int64_t now_ms);

// The file as it was sent; `id` may be its beginning. BadInput: there is none, or several; WrongState: it is not whole.
base::Result<std::string> blobBytes(ports::HqStore& store, const std::string& id);
base::Result<std::vector<ports::HqBlob>> listBlobs(ports::HqStore& store);
base::Status dropBlob(ports::HqStore& store, const std::string& id);  // BadInput as above

}  // namespace kahui::hq
