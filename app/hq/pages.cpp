#include "app/hq/pages.hpp"

#include <sodium.h>

#include "app/hq/files.hpp"
#include "app/hq/html.hpp"
#include "core/hq/projector.hpp"
#include "core/hq/recon.hpp"

namespace kahui::hqserver {

namespace {

constexpr const char* kText = "text/plain; charset=utf-8";
constexpr const char* kHtml = "text/html; charset=utf-8";
// No script, no foreign source, in nobody's frame.
const std::map<std::string, std::string> kPageHeaders = {
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"},
    {"Cache-Control", "no-store"},
    {"X-Content-Type-Options", "nosniff"}};

hq::Response page(int status, std::string html) { return {status, kHtml, std::move(html), kPageHeaders}; }

hq::Response message(int status, const std::string& text) {
  return page(status, htmlHead("卡惠 headquarters") + "<p>" + escaped(text) +
                          "</p><p><a href=\"/\">back</a></p></body></html>");
}

}  // namespace

Pages::Pages(Data& data, std::shared_ptr<const base::Clock> clock, const hq::Metrics& metrics,
             std::unique_ptr<hqdb::SqlHqStore> store)
    : m_data(data), m_clock(std::move(clock)), m_metrics(metrics), m_store(std::move(store)) {
  m_password = readFile(std::filesystem::path(data.options.folder) / "password").value_or("");
  while (!m_password.empty() && m_password.back() == '\n') m_password.pop_back();
}

base::Result<std::unique_ptr<Pages>> Pages::open(Data& data, std::shared_ptr<const base::Clock> clock,
                                                 const hq::Metrics& metrics) {
  auto store = hqdb::SqlHqStore::open(*data.source);
  if (!store) return tl::unexpected(store.error());
  return std::unique_ptr<Pages>(new Pages(data, std::move(clock), metrics, std::move(*store)));
}

hq::Response Pages::handle(const hq::Request& request) {
  const auto target = hq::Target::parse(request.target);
  const std::string path = target ? target->path : std::string();
  if (request.method == "POST" && path == "/release") return release(request);
  if (request.method != "GET") return {405, kText, "only GET is served here\n", {}};
  if (path == "/") return overview();
  if (path == "/live") return {200, kText, "live\n", {}};
  if (path == "/ready") return ready();
  if (path == "/metrics") return metrics();
  return {404, kText, "see /, /live, /ready and /metrics\n", {}};
}

// Not ready: the database takes no writes, or the disk is nearly full.
hq::Response Pages::ready() {
  constexpr std::uintmax_t kLeastFree_bytes = std::uintmax_t{256} << 20;
  std::error_code error;
  const auto space = std::filesystem::space(m_data.options.folder, error);
  if (error || space.available < kLeastFree_bytes) return {503, kText, "not ready: the disk is nearly full\n", {}};
  const std::lock_guard lock(m_mutex);
  const auto written = m_store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    tx.setMeta("ready_probe", std::to_string(m_clock->now().utc_ms));
    return {};
  });
  if (!written) return {503, kText, "not ready: " + written.error().detail + "\n", {}};
  return {200, kText, "ready\n", {}};
}

hq::Response Pages::metrics() {
  const std::lock_guard lock(m_mutex);
  const auto text = hq::metricsText(*m_store, m_metrics, m_clock->now().utc_ms);
  return text ? hq::Response{200, "text/plain; version=0.0.4", *text, {}}
              : hq::Response{503, kText, text.error().detail + "\n", {}};
}

hq::Response Pages::overview() {
  const std::lock_guard lock(m_mutex);
  const base::WallTime now = m_clock->now();
  const base::BusinessDate today = now.local().date();
  Overview view{now, m_data.identity.demo, {}, {}, {}, {}};
  const auto read = m_store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    view.terminals = tx.terminals();
    view.sales = tx.storeDays(today);
    view.quarantine = tx.quarantine();
    return {};
  });
  if (!read) return message(503, "the database does not answer: " + read.error().detail);
  for (const base::BusinessDate day : {today.plusDays(-1), today}) {
    auto rows = hq::reconcile(*m_store, day, today);
    if (!rows) return message(503, "the database does not answer: " + rows.error().detail);
    for (auto& row : *rows) view.recon.emplace_back(day, std::move(row));
  }
  return page(200, overviewHtml(view));
}

// The password goes with each release, so that no session can be stolen or ridden.
hq::Response Pages::release(const hq::Request& request) {
  constexpr auto kPause = std::chrono::seconds(1);
  const auto form = hq::Target::parse("/?" + request.body);
  if (!form) return message(400, "the form cannot be read");
  const auto field = [&](const char* name) {
    const auto found = form->query.find(name);
    return found == form->query.end() ? std::string() : found->second;
  };
  const std::lock_guard lock(m_mutex);
  const auto now = std::chrono::steady_clock::now();
  if (now < m_next_try) return message(429, "wait a second, then try again");
  const std::string given = field("password");
  if (m_password.empty() || given.size() != m_password.size() ||
      sodium_memcmp(given.data(), m_password.data(), given.size()) != 0) {
    m_next_try = now + kPause;
    return message(403, "this is not the password; it stands in the file 'password' of the data folder");
  }
  std::optional<ports::HqEventKey> key;
  const auto read = m_store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    for (const auto& row : tx.quarantine())
      if (row.event == field("event") && !row.released) key = row.key;
    return {};
  });
  if (!read || !key) return message(404, "no such event is set aside");
  const auto done = hq::Projector(*m_store, *m_clock, "web page").release(*key);
  return done ? message(200, "released") : message(409, "not released: " + done.error().detail);
}

}  // namespace kahui::hqserver
