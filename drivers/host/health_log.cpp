#include "drivers/host/health_log.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/json_writer.hpp"

namespace kahui::host {
namespace {

using base::ErrorCode;
using nlohmann::json;
using ports::HealthEntry;
using ports::ReaderAdvice;
using ports::ReaderState;

constexpr int kVersion = 1;
constexpr std::size_t kMaxName = 256;
constexpr ReaderState kStates[] = {ReaderState::Ready, ReaderState::Gone, ReaderState::Busy, ReaderState::Error};
constexpr ReaderAdvice kAdvices[] = {ReaderAdvice::None,         ReaderAdvice::PlugReaderIn,
                                     ReaderAdvice::StartService, ReaderAdvice::CloseOtherProgram,
                                     ReaderAdvice::AllowAccess,  ReaderAdvice::ReplugReader};

template <class Value, std::size_t N>
bool readName(const json& entry, const char* key, const Value (&values)[N], Value& out) {
  const auto found = std::find_if(std::begin(values), std::end(values),
                                  [&](Value one) { return entry.at(key).is_string() && entry.at(key) == name(one); });
  if (found == std::end(values)) return false;
  out = *found;
  return true;
}

bool readEntry(const json& in, HealthEntry& out) {
  for (const char* key : {"reader", "state", "advice", "first_ms", "last_ms", "count"})
    if (!in.is_object() || !in.contains(key)) return false;
  if (!in["reader"].is_string()) return false;
  out.reader = in["reader"].get<std::string>().substr(0, kMaxName);
  for (const auto& [key, value] :
       {std::pair{"first_ms", &out.first_utc_ms}, {"last_ms", &out.last_utc_ms}, {"count", &out.count}}) {
    if (!in[key].is_number_integer()) return false;
    *value = in[key].get<std::int64_t>();
  }
  return readName(in, "state", kStates, out.state) && readName(in, "advice", kAdvices, out.advice);
}

}  // namespace

HealthLog::HealthLog(std::vector<HealthEntry> entries) : m_entries(std::move(entries)) {
  if (m_entries.size() > kMost) m_entries.resize(kMost);
}

void HealthLog::add(const ports::ReaderChanged& change, std::int64_t utc_ms) {
  const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&](const HealthEntry& one) {
    return one.reader == change.reader && one.state == change.state && one.advice == change.advice;
  });
  HealthEntry entry{change.reader, change.state, change.advice, utc_ms, utc_ms, 1};
  // A clock that was set back must not keep the log from counting.
  if (same != m_entries.end() && std::abs(utc_ms - same->last_utc_ms) <= kTogether_ms) {
    entry = *same;
    entry.last_utc_ms = utc_ms;
    ++entry.count;
    m_entries.erase(same);
  }
  m_entries.insert(m_entries.begin(), std::move(entry));
  if (m_entries.size() > kMost) m_entries.pop_back();
}

std::string toJson(const HealthLog& log) {
  std::string text;
  base::JsonWriter out(text);
  out.beginObject();
  out.field("version", std::int64_t{kVersion});
  out.beginArray("entries");
  for (const HealthEntry& entry : log.entries()) {
    out.beginObject();
    out.field("reader", entry.reader);
    out.field("state", name(entry.state));
    out.field("advice", name(entry.advice));
    out.field("first_ms", entry.first_utc_ms);
    out.field("last_ms", entry.last_utc_ms);
    out.field("count", entry.count);
    out.endObject();
  }
  out.endArray();
  out.endObject();
  return text;
}

base::Result<HealthLog> parseHealthLog(std::string_view text) {
  const json root = json::parse(text, nullptr, false);
  if (!root.is_object() || !root.contains("version") || root["version"] != kVersion || !root.contains("entries") ||
      !root["entries"].is_array())
    return base::fail(ErrorCode::BadInput, "no health log of version " + std::to_string(kVersion));
  std::vector<HealthEntry> entries;
  for (const json& one : root["entries"]) {
    HealthEntry entry;
    if (!readEntry(one, entry))
      return base::fail(ErrorCode::BadInput, "entries[" + std::to_string(entries.size()) + "] cannot be read");
    entries.push_back(std::move(entry));
  }
  return HealthLog(std::move(entries));
}

}  // namespace kahui::host
