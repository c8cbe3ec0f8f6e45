#include "core/hq/metrics.hpp"

namespace kahui::hq {

namespace {

void line(std::string& text, std::string_view name, std::int64_t value, std::string_view labels = {}) {
  text += name;
  if (!labels.empty()) {
    text += '{';
    text += labels;
    text += '}';
  }
  text += ' ';
  text += std::to_string(value);
  text += '\n';
}

void counters(std::string& text, const Metrics& m) {
  const auto put = [&](std::string_view name, const std::atomic<std::int64_t>& value, std::string_view labels = {}) {
    line(text, name, value.load(std::memory_order_relaxed), labels);
  };
  put("kahui_batches_total", m.batches_stored, "result=\"stored\"");
  put("kahui_batches_total", m.batches_repeated, "result=\"repeated\"");
  put("kahui_batches_total", m.refused_gap, "result=\"gap\"");
  put("kahui_batches_total", m.refused_fork, "result=\"fork\"");
  put("kahui_batches_total", m.refused_broken, "result=\"broken\"");
  put("kahui_events_stored_total", m.events_stored);
  put("kahui_events_repeated_total", m.events_repeated);
  put("kahui_refused_total", m.refused_size, "why=\"size\"");
  put("kahui_refused_total", m.refused_busy, "why=\"busy\"");
  put("kahui_refused_total", m.refused_identity, "why=\"identity\"");
  put("kahui_refused_total", m.refused_slow, "why=\"slow\"");
  put("kahui_refused_total", m.refused_other, "why=\"other\"");
  put("kahui_handshakes_failed_total", m.handshakes_failed);
  put("kahui_hellos_total", m.hellos);
  put("kahui_enrolments_total", m.enrolments);
  put("kahui_change_pages_total", m.change_pages);
  put("kahui_events_projected_total", m.events_projected);
  put("kahui_last_batch_microseconds", m.commit_us);
  put("kahui_connections", m.connections);
  put("kahui_bytes_in_flight", m.bytes_in_flight);
}

}  // namespace

void Metrics::refused(int status, std::string_view error) {
  if (error == "gap") {
    ++refused_gap;
  } else if (error == "fork") {
    ++refused_fork;
  } else if (status == 422 || status == 400) {
    ++refused_broken;
  } else if (status == 413) {
    ++refused_size;
  } else if (status == 429) {
    ++refused_busy;
  } else if (status == 401 || status == 403) {
    ++refused_identity;
  } else {
    ++refused_other;
  }
}

base::Result<std::string> metricsText(ports::HqStore& store, const Metrics& metrics, std::int64_t now_ms) {
  std::string text;
  counters(text, metrics);
  KAHUI_TRY(store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    std::string rows;
    for (const auto& terminal : tx.terminals()) {
      const std::string label = "terminal=\"" + terminal.id + "\"";
      line(rows, "kahui_till_contact_age_seconds", (now_ms - terminal.contact_ms) / 1000, label);
      line(rows, "kahui_till_unsent_events", terminal.unsent, label);
      line(rows, "kahui_till_unsent_age_seconds",
           terminal.oldest_unsent_ms == 0 ? 0 : (now_ms - terminal.oldest_unsent_ms) / 1000, label);
      line(rows, "kahui_till_clock_offset_ms", terminal.offset_ms, label);
      std::int64_t lag = 0;
      for (const auto& inc : tx.incarnations(terminal.id)) lag += static_cast<std::int64_t>(inc.acked - inc.projected);
      line(rows, "kahui_projector_lag_events", lag, label);
    }
    std::int64_t quarantined = 0, parked = 0, forks = 0;
    for (const auto& row : tx.quarantine())
      if (!row.released) ++(row.parked ? parked : quarantined);
    for (const auto& flag : tx.flags()) forks += flag.kind == "fork" ? 1 : 0;
    line(rows, "kahui_quarantined_events", quarantined);
    line(rows, "kahui_parked_events", parked);
    line(rows, "kahui_forks", forks);
    text += rows;
    return {};
  }));
  return text;
}

}  // namespace kahui::hq
