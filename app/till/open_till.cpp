#include "app/till/open_till.hpp"

#include "app/local/demo_clock.hpp"
#include "app/local/handover.hpp"
#include "app/local/key_file.hpp"
#include "core/store/card_memory.hpp"
#include "core/store/sqlite_store.hpp"
#include "drivers/host/open_readers.hpp"
#include "drivers/host/shop_keys_file.hpp"

namespace kahui {
namespace {

constexpr std::chrono::milliseconds kQuietBeforeJobs_ms{1000};  // a cashier between two customers
constexpr const char* kDefaultDevice = "pcsc";

}  // namespace

base::Result<OpenTill> openTill(const Options& options) {
  store::SqliteStore::Options how;
  how.program = "kahui-till";
  auto store = store::SqliteStore::open(options.store, std::move(how));
  if (!store) return tl::unexpected(std::move(store).error());
  const ports::StoreInfo info = (*store)->info();
  (*store)->nameCards(local::cardHashOf(info.store_id));
  ports::SyncStore& sync_store = **store;  // the till owns it, and lends it between two commands
  const bool needs_demo = options.demo || !options.screenshot.empty();
  if (needs_demo && !info.demo) return base::fail(base::ErrorCode::BadInput, options.store + ": not a demo store");

  // A demo store has its own reader; a real one the machine's, unless others are named.
  std::vector<std::string> devices = options.devices;
  std::shared_ptr<sim::SimReader> sim;
  std::vector<host::ReaderSource> more;
  if (info.demo) {
    sim = std::make_shared<sim::SimReader>();
    more.push_back(sim);
  } else if (devices.empty()) {
    devices.emplace_back(kDefaultDevice);
  }
  std::shared_ptr<const card::ShopKeys> keys;
  if (!options.keys.empty()) {
    auto text = local::readKeyFile(options.keys);
    if (!text) return tl::unexpected(std::move(text).error());
    auto read = host::readShopKeys(options.keys, *std::move(text));
    if (!read) return tl::unexpected(std::move(read).error());
    keys = std::make_shared<const card::ShopKeys>(*std::move(read));
  }
  const auto memory = (*store)->openCardMemory();
  if (!memory) return tl::unexpected(memory.error());
  OpenTill open;
  open.clock = local::openClock(info.zone, info.demo);
  const auto identifier = std::make_shared<card::Identifier>(keys, *memory, *memory);
  const auto judge = std::make_shared<magstripe::Judge>(keys, open.clock, *memory);
  open.typed_reader = std::make_shared<magstripe::TypedReader>(judge);
  more.push_back(open.typed_reader);
  auto readers = host::openReaders(devices, std::move(more), {std::move(keys), identifier, judge});
  if (!readers) return tl::unexpected(std::move(readers).error());

  till::Till::Ports ports;
  ports.store = std::move(*store);
  ports.clock = open.clock;
  ports.random = std::make_shared<base::SystemRandom>();
  ports.readers = std::move(*readers);
  ports.quiet_before_jobs = kQuietBeforeJobs_ms;
  auto till = till::Till::open(std::move(ports));
  if (!till) return tl::unexpected(std::move(till).error());
  open.till = std::move(*till);
  if (local::readIdentity(info.store_id))
    open.sync = std::make_unique<local::TillSync>(*open.till, sync_store, open.clock);
  if (sim) open.demo_reader = std::make_unique<SimDemoReader>(sim, options.store, open.till->rules());
  return open;
}

void serve(OpenTill& open, const std::string& store_folder) {
  auto server = local::LocalServer::start(
      store_folder, [&till = *open.till, sync = open.sync.get()](local::LineChannel& channel) {
        local::serve(
            till, channel, sync == nullptr ? local::SyncOrder() : [sync] { return sync->now(); });
      });
  if (server) open.server = std::move(*server);
}

}  // namespace kahui
