#include "app/hq/command.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/local/demo_clock.hpp"
#include "app/local/error_text.hpp"

namespace kahui::hqserver {

namespace {

// Where headquarters' next step is another than the till's.
const char* ownWords(base::ErrorCode code) {
  using base::ErrorCode;
  if (code == ErrorCode::StoreMissing) return "there is no headquarters here; make one with 'kahui-hq init --data DIR'";
  if (code == ErrorCode::StoreExists) return "this folder is a headquarters already; choose another one";
  if (code == ErrorCode::StoreKey)
    return "the keys of this headquarters are not usable; put the files of its data folder back from its backup";
  if (code == ErrorCode::StoreLocked) return "the database is busy; try again";
  if (code == ErrorCode::StoreIo)
    return "the database refused, nothing of this was stored; check that it runs and its disk, then repeat";
  if (code == ErrorCode::PeerFailed) return "this address cannot be served on; choose another one";
  return nullptr;
}

int exitCodeOf(base::ErrorCode code) {
  using base::ErrorCode;
  const bool use = code == ErrorCode::BadInput || code == ErrorCode::OutOfRange || code == ErrorCode::UnknownKey;
  return use ? kWrongUse : kUnusable;
}

}  // namespace

int report(const base::Error& error, bool json) {
  const char* own = ownWords(error.code);
  std::string text = own == nullptr ? local::errorText(error) : own;
  if (own != nullptr && !error.detail.empty()) text.insert(text.find(';'), " (" + error.detail + ")");
  if (json) {
    const nlohmann::ordered_json out = {
        {"error", {{"code", std::string(base::codeName(error.code))}, {"message", text}}}};
    std::fprintf(stderr, "%s\n", out.dump().c_str());
  } else {
    std::fprintf(stderr, "kahui-hq: %s\n", text.c_str());
  }
  return exitCodeOf(error.code);
}

std::shared_ptr<base::Clock> clockOf(const Data& data) { return local::openClock("Asia/Shanghai", data.identity.demo); }

void addDataOptions(CLI::App& app, DataOptions& options) {
  app.add_option("--data", options.folder, "Folder of this headquarters")->required();
  app.add_option("--db", options.db, "sqlite:PATH or postgresql://…; default: SQLite in the folder");
}

}  // namespace kahui::hqserver
