#include "core/store/visit_packs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace kahui::store {

namespace {

using journal::VisitSums;

constexpr unsigned kBits = 7;
constexpr std::uint64_t kMore = 1U << kBits;

// Small numbers of either sign take few bytes.
void put(std::string& out, std::int64_t value) {
  auto rest = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
  for (; rest >= kMore; rest >>= kBits) out.push_back(static_cast<char>((rest & (kMore - 1)) | kMore));
  out.push_back(static_cast<char>(rest));
}

class Unpacking {
 public:
  Unpacking(const void* bytes, int size) : m_at(static_cast<const unsigned char*>(bytes)), m_end(m_at + size) {}
  [[nodiscard]] bool ended() const { return m_at == m_end || m_broken; }
  [[nodiscard]] bool broken() const { return m_broken; }

  std::int64_t take() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += kBits) {
      if (m_at == m_end) break;
      const std::uint64_t byte = *m_at++;
      value |= (byte & (kMore - 1)) << shift;
      if (byte < kMore) return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    m_broken = true;
    return 0;
  }

 private:
  const unsigned char* m_at;
  const unsigned char* m_end;
  bool m_broken = false;
};

std::string packed(const std::vector<Visit>& visits) {
  std::string out;
  std::int64_t before = 0;
  for (const auto& [key, sums] : visits) {
    put(out, key.member - before);
    before = key.member;
    put(out, sums.bills);
    put(out, sums.sold.value());
    put(out, sums.returns);
    put(out, sums.refunded.value());
    put(out, sums.saving.value());
  }
  return out;
}

base::Status unpack(std::int32_t day, const SQLite::Column& bytes, std::vector<Visit>& visits) {
  Unpacking pack(bytes.getBlob(), bytes.getBytes());
  std::int64_t member = 0;
  while (!pack.ended()) {
    member += pack.take();
    VisitSums sums;
    sums.bills = pack.take();
    sums.sold = base::Money(pack.take());
    sums.returns = pack.take();
    sums.refunded = base::Money(pack.take());
    sums.saving = base::Money(pack.take());
    visits.push_back({{day, member}, sums});
  }
  if (pack.broken()) return base::fail(base::ErrorCode::StoreCorrupt, fmt::format("visits of day {}", day));
  return {};
}

// Two lists by member as one.
void merge(std::vector<Visit>& into, const std::vector<Visit>& more) {
  if (more.empty()) return;
  const auto middle = static_cast<std::ptrdiff_t>(into.size());
  into.insert(into.end(), more.begin(), more.end());
  std::inplace_merge(into.begin(), into.begin() + middle, into.end(),
                     [](const Visit& a, const Visit& b) { return a.first < b.first; });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < into.size(); ++i) {
    if (into[i].first == into[kept].first) {
      into[kept].second += into[i].second;
    } else {
      into[++kept] = into[i];
    }
  }
  into.resize(kept + 1);
}

// The rows of trade_visit, day after day.
class Loose {
 public:
  Loose(Connection& connection, std::int32_t from, std::int32_t to)
      : m_rows(connection.statement("SELECT day, member, bills, sold, returns, refunded, saving FROM trade_visit "
                                    "WHERE day BETWEEN ? AND ? ORDER BY day, member")) {
    m_rows.bind(1, from);
    m_rows.bind(2, to);
    step();
  }

  // The day of the next row; nullopt: there is none.
  [[nodiscard]] std::optional<std::int32_t> day() const { return m_day; }

  std::vector<Visit> takeDay() {
    std::vector<Visit> visits;
    const auto day = m_day;
    while (m_day == day && m_day) {
      const auto at = [&](int column) { return m_rows.getColumn(column).getInt64(); };
      visits.push_back({{*m_day, at(1)}, {at(2), base::Money(at(3)), at(4), base::Money(at(5)), base::Money(at(6))}});
      step();
    }
    return visits;
  }

 private:
  void step() { m_day = m_rows.executeStep() ? std::optional(m_rows.getColumn(0).getInt()) : std::nullopt; }

  Prepared m_rows;
  std::optional<std::int32_t> m_day;
};

}  // namespace

base::Status eachVisit(Connection& connection, std::int32_t from, std::int32_t to,
                       const std::function<void(const std::vector<Visit>&)>& each) {
  Loose loose(connection, from, to);
  auto packs = connection.statement("SELECT day, visits FROM visit_pack WHERE day BETWEEN ? AND ? ORDER BY day");
  packs.bind(1, from);
  packs.bind(2, to);
  std::vector<Visit> visits;
  while (packs.executeStep()) {
    const std::int32_t day = packs.getColumn(0).getInt();
    while (loose.day() && *loose.day() < day) each(loose.takeDay());
    visits.clear();
    KAHUI_TRY(unpack(day, packs.getColumn(1), visits));
    if (loose.day() == day) merge(visits, loose.takeDay());
    if (!visits.empty()) each(visits);
  }
  while (loose.day()) each(loose.takeDay());
  return {};
}

base::Result<bool> packOldestDay(Connection& connection) {
  std::int32_t day = 0;
  {
    auto ends = connection.statement("SELECT (SELECT min(day) FROM trade_visit), (SELECT max(day) FROM trade_visit)");
    if (!ends.executeStep() || ends.getColumn(0).isNull()) return false;
    day = ends.getColumn(0).getInt();
    if (day == ends.getColumn(1).getInt()) return false;
  }
  std::string bytes;
  const base::Status read =
      eachVisit(connection, day, day, [&](const std::vector<Visit>& visits) { bytes = packed(visits); });
  if (!read) return tl::unexpected(read.error());
  auto insert = connection.statement("INSERT OR REPLACE INTO visit_pack VALUES(?, ?)");
  insert.bind(1, day);
  insert.bindNoCopy(2, bytes.data(), static_cast<int>(bytes.size()));
  insert.exec();
  auto remove = connection.statement("DELETE FROM trade_visit WHERE day=?");
  remove.bind(1, day);
  remove.exec();
  return true;
}

}  // namespace kahui::store
