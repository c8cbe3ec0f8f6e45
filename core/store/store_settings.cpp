// What somebody set at this till: rows of `meta` whose key begins with "set.".
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {
std::string keyOf(std::string_view name) { return "set." + std::string(name); }
}  // namespace

base::Result<std::string> SqliteStore::setting(std::string_view name) {
  return guarded([&]() -> base::Result<std::string> {
    auto query = m_connection.statement("SELECT value FROM meta WHERE key=?");
    query.bind(1, keyOf(name));
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
  });
}

base::Status SqliteStore::putSetting(std::string_view name, std::string_view value, journal::Draft note) {
  return transaction([&]() -> base::Status {
    auto put = m_connection.statement("INSERT OR REPLACE INTO meta VALUES(?, ?)");
    put.bind(1, keyOf(name));
    put.bind(2, std::string(value));
    put.exec();
    const auto appended = appendInside(note);
    return appended ? base::Status{} : tl::unexpected(appended.error());
  });
}

}  // namespace kahui::store
