// What support gets of a till: its journal without anything that names a person or a card, and a health log. Each file
// is one zstd frame of JSON lines, small enough for headquarters (core/sync/blobs.hpp).
//   journal  first line {"file":"journal","terminal","inc","first","last"}, then for each event {"h":"chain hash, hex",
//            "e":{the line without secrets}}; headquarters holds the full lines, and H says whether they are the same
//   health   {"health":{version, unsent, contact, clock, disk …}}, then the reader states of the till's health file
// Secrets: sealed profiles, keyed hashes of cards and telephones, what an open bill or a payment holds, free texts.
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.hpp"
#include "core/store/sqlite_store.hpp"
#include "core/sync/blobs.hpp"

namespace kahui::local {

// Of the last `days` days by the clock of the events; at least 1.
base::Result<std::vector<sync::BlobFile>> supportFiles(store::SqliteStore& store, const base::Clock& clock, int days);

// A journal's line as it goes out. BadInput: it is no JSON object.
base::Result<std::string> withoutSecrets(const std::string& line);

struct SupportSent {
  int files = 0, before = 0;  // before: that headquarters had whole already
  std::int64_t bytes = 0;     // that went over now
};
// Builds the files and sends what headquarters does not have of them. Errors as sync::sendBlob(); NotEnrolled.
base::Result<SupportSent> sendSupport(store::SqliteStore& store, const base::Clock& clock, int days);

}  // namespace kahui::local
