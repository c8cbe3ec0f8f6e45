#include "app/hq/pages.hpp"

namespace kahui::hqserver {

namespace {

constexpr const char* kText = "text/plain; charset=utf-8";

}  // namespace

Pages::Pages(Data& data, std::shared_ptr<const base::Clock> clock, const hq::Metrics& metrics, std::unique_ptr<hqdb::SqlHqStore> store)
    : m_data(data), m_clock(std::move(clock)), m_metrics(metrics), m_store(std::move(store)) {}

base::Result<std::unique_ptr<Pages>> Pages::open(Data& data, std::shared_ptr<const base::Clock> clock, const hq::Metrics& metrics) {
  auto store = hqdb::SqlHqStore::open(*data.source);
  if (!store) return tl::unexpected(store.error());
  return std::unique_ptr<Pages>(new Pages(data, std::move(clock), metrics, std::move(*store)));
}

hq::Response Pages::handle(const hq::Request& request) {
  const auto target = hq::Target::parse(request.target);
  const std::string path = target ? target->path : std::string();
  if (request.method != "GET") return {405, kText, "only GET is served here\n", {}};
  if (path == "/live") return {200, kText, "live\n", {}};
  if (path == "/ready") return ready();
  if (path == "/metrics") return metrics();
  return {404, kText, "see /live, /ready and /metrics\n", {}};
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
  return text ? hq::Response{200, "text/plain; version=0.0.4", *text, {}} : hq::Response{503, kText, text.error().detail + "\n", {}};
}

}  // namespace kahui::hqserver
