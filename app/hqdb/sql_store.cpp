#include "app/hqdb/sql_store.hpp"

#include <chrono>
#include <thread>

#include "app/hqdb/schema.hpp"

namespace kahui::hqdb {

base::Result<std::unique_ptr<SqlHqStore>> SqlHqStore::open(DatabaseSource& source) {
  auto database = source.connect();
  if (!database) return tl::unexpected(database.error());
  KAHUI_TRY(migrate(**database));
  return std::unique_ptr<SqlHqStore>(new SqlHqStore(std::move(*database)));
}

// The engine says when a transaction lost against another one; it is run again, a little later each time. Bounded: a
// transaction that never comes through is an error that the peer answers by trying again.
base::Status SqlHqStore::transaction(const std::function<base::Status(ports::HqTransaction&)>& work) {
  constexpr int kTries = 12;
  for (int attempt = 1;; ++attempt) {
    try {
      m_database->begin();
      SqlTransaction transaction(*m_database);
      if (auto done = work(transaction); !done) {
        m_database->rollBack();
        return done;
      }
      m_database->commit();
      return {};
    } catch (const Failure& failure) {
      m_database->rollBack();
      if (!failure.repeat || attempt == kTries) return tl::unexpected(failure.error);
    } catch (...) {
      m_database->rollBack();
      throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2 << std::min(attempt, 7)));
  }
}

base::Status SqlHqStore::prepareDays(base::BusinessDate first, base::BusinessDate last) {
  try {
    m_database->begin();
    preparePartitions(*m_database, first, last);
    m_database->commit();
  } catch (const Failure& failure) {
    m_database->rollBack();
    return tl::unexpected(failure.error);
  }
  return {};
}

}  // namespace kahui::hqdb
