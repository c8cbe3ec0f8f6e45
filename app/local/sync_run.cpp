#include "app/local/sync_run.hpp"

#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/local/renewal.hpp"
#include "app/local/socket.hpp"
#include "app/net/http_transport.hpp"
#include "core/base/version.hpp"
#include "core/sync/drive.hpp"

namespace kahui::local {

namespace {

using nlohmann::ordered_json;
using std::chrono::steady_clock;

constexpr int kShortFailures = 3;
constexpr std::chrono::hours kNight_h{4};
constexpr std::chrono::milliseconds kSlice_ms{100};

const char* nameOf(sync::Stop stop) {
  switch (stop) {
    case sync::Stop::Done: return "done";
    case sync::Stop::Alarm: return "alarm";
    case sync::Stop::Refused: return "refused";
    case sync::Stop::Quarantined: return "quarantined";
  }
  return "done";
}

SyncReport reportOf(const sync::SyncOutcome& outcome, const ports::Unsent& unsent) {
  SyncReport report;
  report.clean = outcome.stop == sync::Stop::Done && outcome.alarm.empty();
  const ordered_json out = {{"ok", report.clean},
                            {"result", nameOf(outcome.stop)},
                            {"verdict", std::string(sync::name(outcome.verdict))},
                            {"alarm", outcome.alarm.empty() ? ordered_json() : ordered_json(outcome.alarm)},
                            {"sent", outcome.sent},
                            {"dup", outcome.dup},
                            {"batches", outcome.batches},
                            {"fetched", outcome.fetched},
                            {"moved", outcome.moved},
                            {"changes", outcome.changes},
                            {"unsent", unsent.count},
                            {"update_required", outcome.update_required}};
  report.json = out.dump();
  report.text =
      fmt::format("{}: {} events sent in {} batches, {} known before, {} fetched back, {} changes applied, {} left{}",
                  nameOf(outcome.stop), outcome.sent, outcome.batches, outcome.dup, outcome.fetched, outcome.changes,
                  unsent.count, outcome.alarm.empty() ? "" : "; " + outcome.alarm);
  return report;
}

}  // namespace

void SyncCancel::cancel() {
  m_asked = true;
  const std::lock_guard lock(m_mutex);
  if (m_transport != nullptr) m_transport->cancel();
}

void SyncCancel::watch(net::HttpTransport* transport) {
  const std::lock_guard lock(m_mutex);
  m_transport = transport;
  if (m_asked && m_transport != nullptr) m_transport->cancel();
}

base::Result<SyncReport> runSync(ports::SyncStore& store, const base::Clock& clock, SyncPatience patience,
                                 SyncCancel* cancel) {
  const std::string store_id = store.syncInfo().store_id;
  const auto identity = readIdentity(store_id);
  if (!identity) return tl::unexpected(identity.error());
  if (const auto ended = certificateEnded(*identity)) {
    // Nothing else tells a cashier: headquarters breaks such a connection off before anything is said.
    if (auto contact = store.contact()) {
      contact->alarm = *ended;
      KAHUI_TRY(store.setContact(*contact));
    }
    return base::fail(base::ErrorCode::PeerRefused, *ended);
  }
  auto transport = net::HttpTransport::open(identity->url, {identity->ca, identity->certificate, identity->key});
  if (!transport) return tl::unexpected(transport.error());
  base::SystemRandom random;
  base::Id::Raw boot{};
  random.fill(boot);
  sync::ClientSetup setup;
  setup.app = base::version();
  setup.boot = base::toHex(boot);
  setup.feed_key = identity->feed_key;
  if (!identity->hq_keys.empty()) setup.box_key = identity->hq_keys.front().x25519;
  sync::Client client(store, std::move(setup), clock, random);
  const auto end = steady_clock::now() + kNight_h;
  const auto wait = [&](std::int64_t wait_ms, int failures) {
    if (cancel != nullptr && cancel->asked()) return false;
    const bool last = patience == SyncPatience::Short ? failures >= kShortFailures : steady_clock::now() >= end;
    if (last) return false;
    const auto until = steady_clock::now() + std::chrono::milliseconds(wait_ms);
    while (steady_clock::now() < until) {
      if (cancel != nullptr && cancel->asked()) return false;
      std::this_thread::sleep_for(kSlice_ms);
    }
    return true;
  };
  if (cancel != nullptr) cancel->watch(transport->get());
  const auto driven = sync::drive(client, **transport, wait);
  if (cancel != nullptr) cancel->watch(nullptr);
  if (!driven) return tl::unexpected(driven.error());
  if (client.outcome().stop == sync::Stop::Refused)
    return base::fail(base::ErrorCode::PeerRefused, client.outcome().alarm);
  if (client.lastFailure().code == base::ErrorCode::PeerUntrusted) return tl::unexpected(client.lastFailure());
  // What goes wrong with it is tried again in the next session: the present one is good for months.
  if (client.outcome().rotate_certificate) static_cast<void>(renewCertificate(store_id, *identity, **transport));
  const auto unsent = store.unsent();
  if (!unsent) return tl::unexpected(unsent.error());
  return reportOf(client.outcome(), *unsent);
}

base::Result<SyncReport> syncThroughTill(const std::string& store_folder) {
  auto channel = connectTo(store_folder);
  if (!channel) return base::fail(base::ErrorCode::StoreLocked, "and it takes no orders: " + channel.error().detail);
  if (!channel->writeLine(R"({"do":"sync"})")) return base::fail(base::ErrorCode::PeerFailed);
  const auto line = channel->readLine();
  const auto answer = line ? ordered_json::parse(*line, nullptr, false) : ordered_json();
  if (!answer.is_object()) return base::fail(base::ErrorCode::PeerFailed, "the till closed the connection");
  if (answer.contains("error")) return base::fail(base::ErrorCode::PeerFailed, answer["error"].value("message", ""));
  return SyncReport{answer.value("ok", false), answer.value("text", ""), answer.value("report", ordered_json()).dump()};
}

}  // namespace kahui::local
