// kahuictl enrol, sync, sync-status: the till and its headquarters.
#include <fmt/format.h>
#include <sys/statvfs.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/ctl/command.hpp"
#include "app/local/demo_clock.hpp"
#include "app/local/enrolment.hpp"
#include "app/local/hq_identity.hpp"
#include "app/local/sync_run.hpp"
#include "core/base/version.hpp"
#include "core/journal/codec.hpp"
#include "core/sync/batch.hpp"
#include "core/sync/limits.hpp"

namespace kahui::ctl {

namespace {

using nlohmann::ordered_json;

// enrol
// ---------------------------------------------------------------------------------------------------------------------

struct EnrolArguments {
  std::string folder, url, code;
  bool json = false;
};

int enrolCommand(const EnrolArguments& arguments) {
  const auto done = local::enrol(arguments.folder, arguments.url, arguments.code);
  if (!done) return report(done.error(), arguments.json);
  if (arguments.json)
    std::cout << ordered_json{{"ok", true},
                              {"terminal", done->terminal},
                              {"store", done->store_no},
                              {"position", done->position}}
                     .dump()
              << '\n';
  else
    std::cout << fmt::format("enrolled: store {}, position {}, terminal {}; 'kahuictl sync' sends its sales\n",
                             done->store_no, done->position, done->terminal);
  return kDone;
}

// sync
// ---------------------------------------------------------------------------------------------------------------------

struct SyncArguments {
  std::string folder;
  bool once = false, nightly = false, json = false;
};

int syncCommand(const SyncArguments& arguments) {
  auto store = openForWriting(arguments.folder);
  if (!store && store.error().code == base::ErrorCode::StoreLocked) {
    const auto answer = local::syncThroughTill(arguments.folder);
    if (!answer) return report(answer.error(), arguments.json);
    std::cout << (arguments.json ? answer->json : answer->text) << '\n';
    return answer->clean ? kDone : kNo;
  }
  if (!store) return report(store.error(), arguments.json);
  const auto clock = local::openClock((*store)->info().zone, (*store)->info().demo);
  const auto patience = arguments.nightly ? local::SyncPatience::Night : local::SyncPatience::Short;
  const auto answer = local::runSync(**store, *clock, patience, nullptr);
  if (!answer) return report(answer.error(), arguments.json);
  std::cout << (arguments.json ? answer->json : answer->text) << '\n';
  return answer->clean ? kDone : kNo;
}

// sync-status
// ---------------------------------------------------------------------------------------------------------------------

ordered_json timeOrNull(std::int64_t utc_ms, const base::Clock& clock) {
  if (utc_ms == 0) return nullptr;
  return base::WallTime{utc_ms, clock.now().offset_min}.local().iso();
}

base::Status status(store::SqliteStore& store, ordered_json& out) {
  const ports::StoreInfo& info = store.info();
  const auto clock = local::openClock(info.zone, info.demo);
  const auto identity = local::readIdentity(info.store_id);
  if (!identity && identity.error().code != base::ErrorCode::NotEnrolled) return tl::unexpected(identity.error());
  const auto chains = store.chains();
  if (!chains) return tl::unexpected(chains.error());
  const auto unsent = store.unsent();
  if (!unsent) return tl::unexpected(unsent.error());
  const auto cursors = store.cursors();
  if (!cursors) return tl::unexpected(cursors.error());
  const auto contact = store.contact();
  if (!contact) return tl::unexpected(contact.error());
  const ports::HeldChain& current = chains->back();
  out["enrolled"] = identity.has_value();
  out["hq"] = identity ? ordered_json(identity->url) : ordered_json();
  out["terminal"] = info.terminal;
  out["store"] = info.store_no;
  out["position"] = info.position;
  out["incarnation"] = current.incarnation;
  out["head"] = current.head.seq;
  out["head_hash"] = base::toHex(current.head.hash);
  out["acked"] = current.acked;
  out["purgeable"] = current.purgeable;
  out["unsent"] = unsent->count;
  out["oldest_unsent"] = timeOrNull(unsent->oldest_ms, *clock);
  out["oldest_unsent_age_s"] =
      unsent->count == 0 ? ordered_json(0) : ordered_json((clock->now().utc_ms - unsent->oldest_ms) / 1000);
  out["verdict"] = contact->verdict.empty() ? ordered_json() : ordered_json(contact->verdict);
  out["alarm"] = contact->alarm.empty() ? ordered_json() : ordered_json(contact->alarm);
  out["last_contact"] = timeOrNull(contact->at_ms, *clock);
  out["hq_epoch"] = contact->epoch;
  out["clock_offset_ms"] = contact->offset_ms;
  out["cursors"] = ordered_json::array();
  for (const ports::FeedCursor& cursor : *cursors)
    out["cursors"].push_back({{"scope", cursor.scope}, {"epoch", cursor.epoch}, {"position", cursor.position}});
  out["incarnations"] = ordered_json::array();
  for (const ports::HeldChain& chain : *chains)
    out["incarnations"].push_back({{"incarnation", chain.incarnation},
                                   {"head", chain.head.seq},
                                   {"head_hash", base::toHex(chain.head.hash)},
                                   {"acked", chain.acked},
                                   {"purgeable", chain.purgeable}});
  return {};
}

int statusCommand(const std::string& folder, bool json) {
  const auto store = openForReading(folder);
  if (!store) return report(store.error(), json);
  ordered_json out;
  const auto read = status(**store, out);
  if (!read) return report(read.error(), json);
  if (json) {
    std::cout << out.dump() << '\n';
    return kDone;
  }
  const auto text = [&](const char* key) {
    return out[key].is_string() ? out[key].get<std::string>() : std::string("-");
  };
  std::cout << fmt::format(
      "headquarters   {}\nlast contact   {} ({})\nunsent         {} events, oldest {}\nacknowledged   {} of {}\nalarm  "
      "        {}\n",
      out["enrolled"].get<bool>() ? text("hq") : "not enrolled", text("last_contact"), text("verdict"),
      out["unsent"].get<std::uint64_t>(), text("oldest_unsent"), out["acked"].get<std::uint64_t>(),
      out["head"].get<std::uint64_t>(), text("alarm"));
  return kDone;
}

// sync-tail
// ---------------------------------------------------------------------------------------------------------------------

// What headquarters has not acknowledged, as batches one after the other: of a till that was replaced, and whose own
// connection headquarters takes no more ('kahui-hq salvage').
base::Status writeTail(store::SqliteStore& store, std::ostream& out, std::uint64_t& events) {
  const auto chains = store.chains();
  if (!chains) return tl::unexpected(chains.error());
  for (const ports::HeldChain& chain : *chains) {
    for (std::uint64_t after = chain.acked; after < chain.head.seq;) {
      const auto lines = store.linesAfter(chain.incarnation, after, sync::kBatchEvents, sync::kBatchRaw_bytes);
      if (!lines) return tl::unexpected(lines.error());
      sync::BatchHeader header;
      header.terminal = store.info().terminal;
      header.incarnation = chain.incarnation;
      header.first = after + 1;
      header.last = after + lines->lines.size();
      header.prev_hash = lines->prev_hash;
      header.head_hash = lines->head_hash;
      header.app = base::version();
      header.sv_max = journal::kPayloadVersion;
      out << sync::joinBatch(header, lines->lines);
      after = header.last;
      events += lines->lines.size();
    }
  }
  return {};
}

int tailCommand(const std::string& folder, const std::string& file) {
  const auto store = openForReading(folder);
  if (!store) return report(store.error(), false);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  std::uint64_t events = 0;
  const auto written = writeTail(**store, out, events);
  if (!written) return report(written.error(), false);
  out.flush();
  if (!out) return report({base::ErrorCode::StoreIo, file}, false);
  std::cout << fmt::format("{} events of terminal {} in {}; 'kahui-hq salvage' takes them in\n", events,
                           (*store)->info().terminal, file);
  return kDone;
}

}  // namespace

void addSyncCommands(CLI::App& app, int& exit_code) {
  auto enrolment = std::make_shared<EnrolArguments>();
  CLI::App* command = app.add_subcommand("enrol", "Make this store's till a terminal of a headquarters");
  command->add_option("--store", enrolment->folder, "Folder of the store")->required();
  command->add_option("--hq", enrolment->url, "Address of headquarters, https://host:port")->required();
  command->add_option("--code", enrolment->code, "The word that 'kahui-hq enrol-code' printed; good once, for 24 hours")
      ->required();
  command->add_flag("--json", enrolment->json, "One JSON object");
  command->callback([enrolment, &exit_code] { exit_code = enrolCommand(*enrolment); });

  auto run = std::make_shared<SyncArguments>();
  command = app.add_subcommand("sync", "Send what headquarters does not have, and take what it sends down");
  command->add_option("--store", run->folder, "Folder of the store")->required();
  auto* once = command->add_flag("--once", run->once, "Give up after three tries (the default)");
  command->add_flag("--nightly", run->nightly, "Keep trying for four hours, as headquarters asks")->excludes(once);
  command->add_flag("--json", run->json, "One JSON object");
  command->callback([run, &exit_code] { exit_code = syncCommand(*run); });

  auto tail_store = std::make_shared<std::string>(), tail_file = std::make_shared<std::string>();
  command =
      app.add_subcommand("sync-tail", "Write what headquarters does not have to a file, of a till that was replaced");
  command->add_option("--store", *tail_store, "Folder of the store")->required();
  command->add_option("--out", *tail_file, "File")->required();
  command->callback([tail_store, tail_file, &exit_code] { exit_code = tailCommand(*tail_store, *tail_file); });

  struct StatusArguments {
    std::string folder;
    bool json = false;
  };
  auto asked = std::make_shared<StatusArguments>();
  command = app.add_subcommand("sync-status", "What is sent, what is not, and when headquarters last answered");
  command->add_option("--store", asked->folder, "Folder of the store")->required();
  command->add_flag("--json", asked->json, "One JSON object");
  command->callback([asked, &exit_code] { exit_code = statusCommand(asked->folder, asked->json); });
}

}  // namespace kahui::ctl
