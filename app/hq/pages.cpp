#include "app/hq/pages.hpp"

#include <algorithm>

#include "core/hq/day_lock.hpp"
#include "core/hq/projector.hpp"
#include "core/hq/recon.hpp"

namespace kahui::hqserver {

namespace {

constexpr const char* kText = "text/plain; charset=utf-8";
constexpr const char* kHtml = "text/html; charset=utf-8";
// No script, no foreign source, in nobody's frame.
const std::map<std::string, std::string> kPageHeaders = {
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; "
     "frame-ancestors 'none'"},
    {"Referrer-Policy", "no-referrer"},
    {"Cache-Control", "no-store"},
    {"X-Content-Type-Options", "nosniff"}};

hq::Response page(int status, std::string html) { return {status, kHtml, std::move(html), kPageHeaders}; }

struct Said {
  std::string_view english, chinese;
};

hq::Response message(int status, Language language, const Said& said, std::string_view detail = {}) {
  return page(status, messageHtml(language, said.english, said.chinese, detail));
}

// As the link on the page says, or the browser.
Language languageFor(const hq::Request& request, const std::optional<hq::Target>& target) {
  const auto accepted = request.headers.find("accept-language");
  const auto wanted = target ? target->query : std::map<std::string, std::string>();
  const auto named = wanted.find("lang");
  return languageOf(named == wanted.end() ? std::string() : named->second,
                    accepted == request.headers.end() ? std::string() : accepted->second);
}

hq::Response silent(Language language, const base::Error& error) {
  return message(503, language, {"the database does not answer", "数据库没有响应"}, error.detail);
}

}  // namespace

Pages::Pages(Data& data, std::shared_ptr<const base::Clock> clock, const hq::Metrics& metrics,
             std::unique_ptr<hqdb::SqlHqStore> store)
    : m_data(data), m_clock(std::move(clock)), m_metrics(metrics), m_store(std::move(store)), m_login(data.options) {}

base::Result<std::unique_ptr<Pages>> Pages::open(Data& data, std::shared_ptr<const base::Clock> clock,
                                                 const hq::Metrics& metrics) {
  auto store = hqdb::SqlHqStore::open(*data.source);
  if (!store) return tl::unexpected(store.error());
  return std::unique_ptr<Pages>(new Pages(data, std::move(clock), metrics, std::move(*store)));
}

hq::Response Pages::handle(const hq::Request& request) {
  const auto target = hq::Target::parse(request.target);
  const std::string path = target ? target->path : std::string();
  const Language language = languageFor(request, target);
  if (request.method == "POST" && path == "/release") return release(request, language);
  if (request.method == "POST" && path == "/sign-off") return signOff(request, language);
  if (request.method != "GET") return {405, kText, "only GET is served here\n", {}};
  if (path == "/") return overview(language);
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

hq::Response Pages::overview(Language language) {
  const std::lock_guard lock(m_mutex);
  const base::WallTime now = m_clock->now();
  const base::BusinessDate today = now.local().date();
  Overview view{language, now, m_data.identity.demo, {}, {}, {}, {}};
  const auto read = m_store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    view.terminals = tx.terminals();
    view.sales = tx.storeDays(today);
    view.quarantine = tx.quarantine();
    return {};
  });
  if (!read) return silent(language, read.error());
  auto days = hq::openDays(*m_store, today.plusDays(-hq::kSettleBack_days), today.plusDays(-2));
  if (!days) return silent(language, days.error());
  days->insert(days->end(), {today.plusDays(-1), today});
  for (const base::BusinessDate day : *days) {
    auto rows = hq::reconcile(*m_store, day, today);
    if (!rows) return silent(language, rows.error());
    for (auto& row : *rows) view.recon.emplace_back(day, std::move(row));
  }
  return page(200, overviewHtml(view));
}

// The fields of a form that carries the password; nullopt: `refused` says why not.
std::optional<hq::Target> Pages::admitted(const hq::Request& request, Language language, hq::Response& refused) {
  std::string body = request.body;
  std::replace(body.begin(), body.end(), '+', ' ');  // as forms write a space
  auto form = hq::Target::parse("/?" + body);
  if (!form) {
    refused = message(400, language, {"the form cannot be read", "表单无法读取"});
    return std::nullopt;
  }
  switch (m_login.check(form->query["password"])) {
    case Login::Answer::Good: return form;
    case Login::Answer::TooSoon:
      refused = message(429, language, {"wait a second, then try again", "请等一秒再试"});
      break;
    case Login::Answer::Wrong:
      refused = message(403, language,
                        {"this is not the password; it stands in the file 'password' of the data folder",
                         "密码不对；密码写在数据文件夹的“password”文件里"});
      break;
  }
  return std::nullopt;
}

hq::Response Pages::signOff(const hq::Request& request, Language language) {
  const std::lock_guard lock(m_mutex);
  hq::Response refused;
  auto form = admitted(request, language, refused);
  if (!form) return refused;
  const auto day = base::BusinessDate::parse(form->query["day"]);
  if (!day) return message(400, language, {"day: a date YYYY-MM-DD is expected", "营业日的格式应为 YYYY-MM-DD"});
  const base::WallTime now = m_clock->now();
  const hq::SignOff wanted{form->query["terminal"], *day, form->query["name"], form->query["reason"]};
  const auto done = hq::signOff(*m_store, wanted, now.local().date(), now.utc_ms);
  if (!done && done.error().code == base::ErrorCode::BadInput)
    return message(400, language, {"not signed off", "未能签认"}, done.error().detail);
  return done ? message(200, language, {"signed off", "已签认"})
              : message(409, language, {"not signed off", "未能签认"}, done.error().detail);
}

hq::Response Pages::release(const hq::Request& request, Language language) {
  const std::lock_guard lock(m_mutex);
  hq::Response refused;
  auto form = admitted(request, language, refused);
  if (!form) return refused;
  std::optional<ports::HqEventKey> key;
  const auto read = m_store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    for (const auto& row : tx.quarantine())
      if (row.event == form->query["event"] && !row.released) key = row.key;
    return {};
  });
  if (!read || !key) return message(404, language, {"no such event is set aside", "没有这个待处理的事件"});
  const auto done = hq::Projector(*m_store, *m_clock, "web page").release(*key);
  return done ? message(200, language, {"released", "已放行"})
              : message(409, language, {"not released", "未能放行"}, done.error().detail);
}

}  // namespace kahui::hqserver
