#include "tests/hq/chain_fixture.hpp"

#include <sodium.h>
#include <stdlib.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/hq/members.hpp"
#include "core/hq/orders.hpp"
#include "core/hq/profiles.hpp"
#include "core/hq/snapshots.hpp"
#include "core/store/verify.hpp"
#include "core/sync/chain_keys.hpp"
#include "core/sync/drive.hpp"

namespace kahui::test {

namespace {

constexpr const char* kCertificate = "certificate";

// Does not come back where something has gone wrong.
template <class T>
T good(base::Result<T> result) {
  if (!result) throw std::runtime_error(std::string(base::codeName(result.error().code)) + " " + result.error().detail);
  return std::move(*result);
}
void good(const base::Status& status) {
  if (!status) throw std::runtime_error(std::string(base::codeName(status.error().code)) + " " + status.error().detail);
}

class Line final : public ports::SyncTransport {
 public:
  Line(HqChain& chain, std::string terminal, ChainTill& till, int lose_percent)
      : m_chain(chain), m_terminal(std::move(terminal)), m_till(till), m_lose_percent(lose_percent) {}

  base::Result<ports::SyncResponse> exchange(const ports::SyncRequest& request, ports::SyncResponse*) override {
    if (m_lose_percent > 100) return base::fail(base::ErrorCode::ServiceDown, "not reached");
    ports::SyncResponse response = m_chain.exchange(m_terminal, request);
    if (m_till.roll(100) < m_lose_percent) return base::fail(base::ErrorCode::ServiceDown, "the answer was lost");
    return response;
  }

 private:
  HqChain& m_chain;
  const std::string m_terminal;
  ChainTill& m_till;
  const int m_lose_percent;
};

}  // namespace

struct HqChain::NoIssuer final : ports::HqIssuer {
  base::Result<ports::IssuedCertificate> issue(std::string_view, std::string_view) override {
    return base::fail(base::ErrorCode::BadInput);
  }
  [[nodiscard]] const std::string& caPem() const override { return m_none; }
  std::string m_none;
};

HqChain::HqChain(const char* local, std::string over)
    : rules(std::move(over)),
      m_calendar(*hq.store, hq.clock, "test"),
      m_rights(*hq.store, hq.clock, "test", identity.epoch),
      m_issuer(std::make_shared<NoIssuer>()) {
  setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
  setTime(local);
  m_random.fill(identity.feed_key);
  m_random.fill(identity.card_key);
  identity.keys = {{"1", {}}};
  crypto_box_keypair(identity.keys.front().x25519.data(), identity.box_secret.data());
  hq.publish(rules);
  const base::BusinessDate today = hq.clock.now().local().date();
  good(hq.store->prepareDays(today.plusDays(-40), today.plusDays(80)));
  m_service = std::make_unique<hq::Service>(
      hq::Service::Parts{*hq.store, *m_issuer, identity, hq.clock, m_metrics,
                         [this](const std::string& id, const std::string& file) -> std::optional<std::string> {
                           const auto found = snapshot_files.find(id + "/" + file);
                           if (found == snapshot_files.end()) return std::nullopt;
                           ++snapshots_served;
                           return found->second;
                         }});
}

ports::SyncResponse HqChain::exchange(const std::string& terminal, const ports::SyncRequest& request) {
  hq::Request asked{request.method, request.path, {}, request.body, terminal, kCertificate};
  if (request.zstd_answer) asked.headers["accept-encoding"] = "zstd";
  if (request.range_from > 0) asked.headers["range"] = "bytes=" + std::to_string(request.range_from) + "-";
  if (!request.etag.empty()) asked.headers["if-range"] = request.etag;
  hq::Response response = answer(asked);
  const auto etag = response.headers.find("ETag");
  return {response.status, std::move(response.body), response.headers.contains("Content-Encoding"),
          etag == response.headers.end() ? std::string() : etag->second};
}

hq::Response HqChain::answer(const hq::Request& request) {
  if (request.target.starts_with("/v1/changes")) ++changes_asked;
  return m_service->handle(request);
}

void HqChain::makeSnapshots() {
  std::vector<std::pair<std::string, std::string>> feeds;
  hq.in([&](ports::HqTransaction& tx) { feeds = hq::feedsInUse(tx); });
  for (const auto& [feed, scope] : feeds) {
    auto made = good(hq::makeSnapshot(*hq.store, feed, scope, identity.epoch));
    if (!made) continue;
    snapshot_files[made->manifest.id + "/" + hq::kSnapshotFile] = made->bytes;
    good(hq::publishSnapshot(*hq.store, feed, *made, hq.clock.now().utc_ms));
  }
}

void HqChain::work() {
  hq.project();
  while (good(hq::takeProfiles(*hq.store, identity, "test", hq.clock.now().utc_ms, m_random)) > 0) {
  }
  while (good(m_calendar.step()) > 0) {
  }
  while (good(m_rights.step()) > 0) {
  }
  hq.sequence();
}

void HqChain::join(const std::vector<ports::MemberToJoin>& members, const std::string& home) {
  const hq::Joining joining{hq.clock.now().local().date(), hq.clock.now().utc_ms, home};
  if (!good(hq::joinMembers(*hq.store, identity, joining, members, m_random)).empty())
    throw std::runtime_error("members of the fixture");
}

ChainTill::ChainTill(HqChain& chain, int store_no, int position)
    : m_chain(chain),
      m_random(static_cast<std::uint64_t>(store_no * 100 + position)),
      m_path(chain.folder.path() / (std::to_string(store_no) + "-" + std::to_string(position))) {
  store::NewStore fresh;
  fresh.info.store_no = "000" + std::to_string(store_no);
  fresh.info.store_name = "店";
  fresh.info.position = std::to_string(position);
  fresh.info.zone = "Asia/Shanghai";
  fresh.info.language = "zh_CN";
  std::ifstream file(KAHUI_SOURCE_DIR "/resources/presets/five-tiers.json");
  const auto pack = programme::mergeConfig(nlohmann::json::parse(file), nlohmann::json::parse(chain.rules));
  fresh.rule_pack = {pack.dump(), pack["version"].get<std::string>(), "2000-01-01T00:00:00"};
  good(store::SqliteStore::create(m_path, fresh, m_random));
  open();
  good(m_store->putProducts(
      std::vector{product(1, base::Money(12'345)), product(2, base::Money(19'999)), product(3, base::Money(780))}));
  good(m_store->putStaff({"1001", "李", ports::StaffRole::Cashier, {}}, ""));
  chain.hq.in([&](ports::HqTransaction& tx) {
    ports::HqTerminal row;
    row.id = m_store->info().terminal;
    row.store = fresh.info.store_no;
    row.position = fresh.info.position;
    row.certificate = kCertificate;
    tx.putTerminal(row);
  });
  good(m_store->adopt(m_store->info(), 1'000'000 * (store_no * 10 + position)));
}

ChainTill::ChainTill(HqChain& chain, ChainTill& original)
    : boot("copy"), m_chain(chain), m_random(99), m_path(original.m_path.string() + "-copy") {
  original.m_desk.reset();
  original.m_store.reset();
  std::filesystem::copy(original.m_path, m_path, std::filesystem::copy_options::recursive);
  original.open();
  open();
}

void ChainTill::open() {
  m_desk.reset();
  m_store.reset();
  store::SqliteStore::Options options;
  options.clock = std::shared_ptr<base::Clock>(std::shared_ptr<void>(), &m_chain.hq.clock);
  options.random = std::shared_ptr<base::RandomSource>(std::shared_ptr<void>(), &m_random);
  m_store = good(store::SqliteStore::open(m_path, std::move(options)));
  m_store->nameCards(
      [key = m_chain.identity.card_key](const member::Credential& card) { return sync::cardHash(key, card); });
  m_desk.emplace(good(till::SaleDesk::open(*m_store, m_chain.hq.clock, m_random)));
}

sync::SyncOutcome ChainTill::sync(int lose_percent) {
  Line line(m_chain, m_store->info().terminal, *this, lose_percent);
  const auto outcome = syncOver(line);
  if (lose_percent == 0 && outcome.stop != sync::Stop::Done) throw std::runtime_error("sync: " + outcome.alarm);
  return outcome;
}

sync::SyncOutcome ChainTill::syncOver(ports::SyncTransport& line, int most_failures) {
  sync::Client client(*m_store,
                      {"test", boot.empty() ? m_store->info().terminal : boot, m_chain.identity.feed_key,
                       m_chain.identity.keys.front().x25519, 0, true},
                      m_chain.hq.clock, m_random);
  const auto done = sync::drive(client, line, [&](std::int64_t, int failures) { return failures < most_failures; });
  sync::SyncOutcome outcome = client.outcome();
  if (!done && done.error().code != base::ErrorCode::ServiceDown) good(done);
  if (!done) outcome.stop = sync::Stop::Alarm;  // given up
  good(m_desk->lookForNews());
  good(m_desk->followRules());
  return outcome;
}

till::SellAnswer ChainTill::sell(const std::vector<std::pair<const char*, int>>& pieces, std::optional<int> member,
                                 till::SellRequest rest) {
  rest.operator_code = "1001";
  if (member) rest.card = till::SellCard{till::SellCard::Kind::Uid, cardOf(*member).value};
  for (const auto& [sku, count] : pieces) {
    till::SellLine line;
    line.sku = sku;
    line.quantity = base::Quantity(count * 1000);
    rest.lines.push_back(line);
  }
  rest.tenders = {{"WECHAT", std::nullopt, std::nullopt}};
  good(m_desk->followRules());
  return m_desk->sell(rest);
}

member::Member ChainTill::memberNow(int number) {
  const auto hit = good(m_store->memberByCard(cardOf(number)));
  if (!hit) throw std::runtime_error("no such member");
  return hit->member;
}

std::vector<std::string> ChainTill::problems() {
  std::vector<std::string> texts;
  for (const auto& problem : good(store::verify(*m_store)).problems)
    texts.push_back(problem.what + " at " + problem.where);
  return texts;
}

void ChainTill::counter(Counter line) {
  m_desk->askAt(nullptr);
  m_counter.reset();
  if (line == Counter::None) return;
  const int lose_percent = line == Counter::Up ? 0 : line == Counter::Deaf ? 100 : 101;
  m_line = std::make_unique<Line>(m_chain, m_store->info().terminal, *this, lose_percent);
  m_counter = std::make_unique<sync::CounterClient>(
      *m_line, sync::CounterKeys{m_store->info().terminal, m_chain.identity.feed_key, m_chain.identity.card_key});
  m_desk->askAt(m_counter.get());
}

int ChainTill::roll(int below) {
  std::array<std::uint8_t, 2> bytes{};
  m_random.fill(bytes);
  return (bytes[0] * 256 + bytes[1]) % below;
}

}  // namespace kahui::test
