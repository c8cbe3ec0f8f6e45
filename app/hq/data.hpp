// A headquarters' data folder.
//   ca.crt, ca.key       the certificate authority (authority.hpp)
//   keys.json            0600: the chain's keys that tills get at enrolment, and the key that tills seal to
//   kahui-hq.db          the database, unless --db names another
//   snapshots/ID/FILE    immutable
//   erased               ids of erased members, one a line: outlives a restore of the database
//   password             0600: of the web page's release, made by init
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/hq/authority.hpp"
#include "app/hqdb/sql_store.hpp"
#include "core/hq/terminals.hpp"

namespace kahui::hqserver {

struct DataOptions {
  std::string folder;
  std::string db;  // empty: SQLite in the folder
};

struct Data {
  DataOptions options;
  std::unique_ptr<Authority> authority;
  std::unique_ptr<hqdb::DatabaseSource> source;
  std::unique_ptr<hqdb::SqlHqStore> store;
  hq::Identity identity;
};

// StoreExists if the folder is a headquarters already; several nodes share one by copying its folder.
base::Status initData(const DataOptions& options, bool demo);
// StoreMissing: not made yet.
base::Result<Data> openData(const DataOptions& options);

base::Status rememberErased(const DataOptions& options, const std::string& id);
// Those that the database has forgotten by a restore are erased again.
base::Status eraseRemembered(Data& data, std::int64_t now_ms);
// All files of members; tills go on by the feed until new ones are made.
base::Status dropSnapshots(const DataOptions& options);

std::filesystem::path snapshotFolder(const DataOptions& options);
std::string databaseUrl(const DataOptions& options);

}  // namespace kahui::hqserver
