#include "core/store/sqlite_error.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace kahui::store {

base::Error toError(const SQLite::Exception& exception) {
  const std::string detail = fmt::format("sqlite {}: {}", exception.getExtendedErrorCode(), exception.what());
  switch (exception.getErrorCode()) {
    case SQLITE_FULL: return {base::ErrorCode::StoreFull, detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {base::ErrorCode::StoreLocked, detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return {base::ErrorCode::StoreCorrupt, detail};
    default: return {base::ErrorCode::StoreIo, detail};
  }
}

}  // namespace kahui::store
