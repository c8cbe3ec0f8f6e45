#include "app/till/open_till.hpp"

#include <cstdio>

#include "app/local/data_folder.hpp"
#include "app/local/demo_clock.hpp"
#include "app/local/device_files.hpp"
#include "app/local/handover.hpp"
#include "app/local/hq_line.hpp"
#include "app/local/key_file.hpp"
#include "core/store/card_memory.hpp"
#include "core/store/sqlite_store.hpp"
#include "drivers/card/issuing_identifier.hpp"
#include "drivers/host/reader_host.hpp"
#include "drivers/host/shop_keys_file.hpp"
#include "drivers/sim/sim_payments.hpp"

namespace kahui {
namespace {

constexpr std::chrono::milliseconds kQuietBeforeJobs_ms{1000};  // a cashier between two customers
constexpr const char* kDefaultDevice = "pcsc";

// Of a file that is missing or wrong, nothing: a till sells without its history and with the usual devices.
host::HealthLog readHealth(const std::string& store_folder) {
  const auto text = local::readFile(local::healthFile(store_folder));
  if (!text) return {};
  return host::parseHealthLog(*text).value_or(host::HealthLog());
}

// A demo store has its own reader, a real one the machine's.
std::vector<std::string> usualDevices(bool demo) {
  return demo ? std::vector<std::string>{} : std::vector<std::string>{kDefaultDevice};
}

void tellBadSettings(const base::Error& error) {
  std::fprintf(stderr, "kahui-till: %s; the usual readers are used: set them up again under More\n",
               error.detail.c_str());
}

local::DeviceSettings devicesOf(const Options& options, bool demo) {
  if (!options.devices.empty()) return {.specs = options.devices};
  const auto kept = local::readDevices(options.store);
  if (!kept) tellBadSettings(kept.error());
  return kept && *kept ? **kept : local::DeviceSettings{.specs = usualDevices(demo)};
}

base::Result<std::shared_ptr<const card::ShopKeys>> keysOf(const Options& options) {
  if (options.keys.empty()) return std::shared_ptr<const card::ShopKeys>();
  auto text = local::readKeyFile(options.keys);
  if (!text) return tl::unexpected(std::move(text).error());
  auto read = host::readShopKeys(options.keys, *std::move(text));
  if (!read) return tl::unexpected(std::move(read).error());
  return std::make_shared<const card::ShopKeys>(*std::move(read));
}

// Null: the shop's cards hold no points, or the till lacks the keys.
std::shared_ptr<card::PurseDesk> purseOf(const std::shared_ptr<const card::ShopKeys>& keys,
                                         const std::shared_ptr<ports::CardMemory>& memory,
                                         const ports::StoreInfo& info) {
  if (!keys || !keys->purse || !keys->desfire) return nullptr;
  return std::make_shared<card::PurseDesk>(keys, memory, card::tillNumber(info.store_no, info.position));
}

base::Result<std::shared_ptr<host::ReaderDesk>> openDesk(const Options& options,
                                                         const std::shared_ptr<sim::SimReader>& sim,
                                                         const std::shared_ptr<base::Clock>& clock,
                                                         host::Evidence evidence) {
  const bool demo = sim != nullptr;
  host::ReaderDesk::Options how;
  const local::DeviceSettings settings = devicesOf(options, demo);
  how.specs = settings.specs;
  how.released = settings.released;
  how.clock = clock;
  how.evidence = std::move(evidence);
  how.health = readHealth(options.store);
  if (sim) how.fixed.push_back({"sim", ports::ReaderKind::Sim, sim});
  // Devices of the command line are this run's alone.
  if (options.devices.empty())
    how.save_devices = [store = options.store](const std::vector<std::string>& specs,
                                               const std::vector<std::string>& released) {
      return local::writeDevices(store, {specs, released}).has_value();
    };
  how.save_health = [store = options.store](const host::HealthLog& log) {
    // Without a disk the log is a loss, the sale is not.
    static_cast<void>(local::writePrivateFile(local::healthFile(store), toJson(log)));
  };
  auto desk = host::ReaderDesk::open(how);
  if (desk || !options.devices.empty()) return desk;
  tellBadSettings(desk.error());
  how.specs = usualDevices(demo);
  return host::ReaderDesk::open(std::move(how));
}

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

  const auto people = (*store)->staffList();
  if (!people) return tl::unexpected(people.error());
  std::shared_ptr<sim::SimReader> sim;
  if (info.demo) sim = std::make_shared<sim::SimReader>();
  auto keys = keysOf(options);
  if (!keys) return tl::unexpected(std::move(keys).error());
  const auto memory = (*store)->openCardMemory();
  if (!memory) return tl::unexpected(memory.error());
  OpenTill open;
  open.staffed = !people->empty();
  open.clock = local::openClock(info.zone, info.demo);
  const auto identifier = std::make_shared<card::IssuingIdentifier>(*keys, *memory, *memory);
  identifier->setMemory(*memory);
  const auto purse = purseOf(*keys, *memory, info);
  identifier->setPurse(purse);
  const auto judge = std::make_shared<magstripe::Judge>(*keys, open.clock, *memory);
  open.typed_reader = std::make_shared<magstripe::TypedReader>(judge);
  auto desk = openDesk(options, sim, open.clock, {*std::move(keys), identifier, judge});
  if (!desk) return tl::unexpected(std::move(desk).error());
  open.desk = *std::move(desk);

  till::Till::Ports ports;
  ports.store = std::move(*store);
  ports.clock = open.clock;
  ports.random = std::make_shared<base::SystemRandom>();
  ports.readers = std::make_unique<host::ReaderHost>(std::vector<host::ReaderSource>{open.desk, open.typed_reader});
  ports.cards = identifier;
  ports.purse = purse;
  ports.quiet_before_jobs = kQuietBeforeJobs_ms;
  if (local::readIdentity(info.store_id)) {
    ports.hq = std::make_shared<local::HqLine>(info.store_id);
    ports.shop = std::make_shared<local::HqLine>(info.store_id);
  }
  if (info.demo) ports.payments = std::make_shared<sim::SimPayments>();
  open.receipt_language = info.language == "en" ? sale::ReceiptLanguage::English : sale::ReceiptLanguage::Chinese;
  auto till = till::Till::open(std::move(ports));
  if (!till) return tl::unexpected(std::move(till).error());
  open.till = std::move(*till);
  if (local::readIdentity(info.store_id)) {
    open.sync = std::make_unique<local::TillSync>(*open.till, sync_store, open.clock);
    open.sync->onNews([&till = *open.till](const till::HqNews& news) { till.submit(news); });
  }
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
