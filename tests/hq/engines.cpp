#include "tests/hq/engines.hpp"

#include <cstdlib>
#include <cstring>
#include <stdexcept>

#include "tests/hq/postgres_cluster.hpp"

namespace kahui::test {

namespace {

bool wantsPostgres() {
  const char* engine = std::getenv("KAHUI_TEST_ENGINE");
  return engine != nullptr && std::strcmp(engine, "postgres") == 0;
}

PostgresCluster& cluster() {
  static PostgresCluster one;
  return one;
}

}  // namespace

HqEngine::HqEngine()
    : m_url(wantsPostgres() ? cluster().freshDatabase() : "sqlite:" + (m_folder.path() / "hq.db").string()) {
  // Serializable is stricter than what headquarters asks for: every transaction is made to repeat now and then.
  if (isPostgres()) m_url += "?options=-c%20default_transaction_isolation%3Dserializable";
  auto source = hqdb::openSource(m_url);
  if (!source) throw std::runtime_error(source.error().detail);
  m_source = std::move(*source);
}

bool HqEngine::isPostgres() const { return m_url.starts_with("postgresql:"); }

std::unique_ptr<hqdb::SqlHqStore> HqEngine::open() {
  auto store = hqdb::SqlHqStore::open(*m_source);
  if (!store) throw std::runtime_error(store.error().detail);
  if (isPostgres()) {
    const auto day = base::BusinessDate::of(2025, 3, 12);
    const auto prepared = (*store)->prepareDays(day.plusDays(-500), day.plusDays(60));
    if (!prepared) throw std::runtime_error(prepared.error().detail);
  }
  return std::move(*store);
}

}  // namespace kahui::test
