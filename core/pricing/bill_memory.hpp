// What was found for the lines of an open bill when it was last priced: the promotions that cover them, and each line's
// price before anything looks at the bill as a whole (P1 to P4, P11, A1). A bill that is priced again with the same
// memory judges only the lines that are new or were changed; the steps over the whole bill run every time. The result
// is that of a memory with nothing in it.
//
// One memory serves one rule pack and one bill at a time; it belongs to one thread. Its size follows the bill's.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/pricing/priced_bill.hpp"

namespace kahui::pricing {

// A promotion that covers a line.
struct Match {
  PromotionRef promotion;
  std::uint32_t line;

  auto operator<=>(const Match&) const = default;
};

// What belongs to the lines, one after the other in one piece of memory. Whatever is added to items() belongs to the
// line that is closed next.
template <class T>
class Runs {
 public:
  [[nodiscard]] std::vector<T>& items() { return m_items; }
  [[nodiscard]] std::span<const T> all() const { return m_items; }

  void keepLines(std::size_t count) {
    if (count >= m_ends.size()) return;
    m_ends.resize(count);
    m_items.resize(count == 0 ? 0 : m_ends.back());
  }
  // `line` is the next line, or one that there is: then its items give way to the new ones.
  void close(std::size_t line) {
    KAHUI_ASSERT(line <= m_ends.size());
    if (line == m_ends.size()) {
      m_ends.push_back(static_cast<std::uint32_t>(m_items.size()));
      return;
    }
    const auto closed = m_items.begin() + static_cast<std::ptrdiff_t>(m_ends.back());
    const std::vector<T> fresh(closed, m_items.end());
    m_items.erase(closed, m_items.end());
    const std::uint32_t first = line == 0 ? 0 : m_ends[line - 1];
    const std::uint32_t old_count = m_ends[line] - first;
    const auto place = m_items.begin() + static_cast<std::ptrdiff_t>(first);
    const auto count = static_cast<std::uint32_t>(fresh.size());
    if (count == old_count) {
      std::copy(fresh.begin(), fresh.end(), place);
      return;
    }
    m_items.insert(m_items.erase(place, place + static_cast<std::ptrdiff_t>(old_count)), fresh.begin(), fresh.end());
    for (std::size_t i = line; i < m_ends.size(); ++i) m_ends[i] = m_ends[i] - old_count + count;
  }

 private:
  std::vector<T> m_items;
  std::vector<std::uint32_t> m_ends;  // of each line
};

// What the steps over the whole bill ask of a line. A line itself fills several cache lines, and every step asks all.
struct LineFacts {
  std::int64_t quantity = 0;  // thousandths
  std::optional<int> pay_pct{};
  bool offer = false;
  bool promotable = false;
  bool takes_coupons = false;
  bool takes_bill_discount = false;
};

// Matches, once settled by promotion, then line.
class Matches {
 public:
  [[nodiscard]] std::span<const Match> all() const { return m_matches; }
  void add(Match match) { m_matches.push_back(match); }
  // After the last add(): the new ones take their places.
  void settle() {
    const auto fresh = m_matches.begin() + static_cast<std::ptrdiff_t>(m_settled);
    std::sort(fresh, m_matches.end());
    if (m_settled > 0) std::inplace_merge(m_matches.begin(), fresh, m_matches.end());
    m_settled = m_matches.size();
  }
  template <class F>
  void dropLines(F&& gone) {
    std::erase_if(m_matches, [&](const Match& match) { return gone(match.line); });
    m_settled = m_matches.size();
  }

 private:
  std::vector<Match> m_matches;
  std::size_t m_settled = 0;
};

// Where the bill asks about a promotion in force.
enum class Place : std::uint8_t { Item, Multi, Threshold, Offer, Points };  // A1 in P2; A2; P5 and A3; A4, A5; A6
inline constexpr std::size_t kPlaces = 5;

class BillMemory {
 public:
  // Not asked again: what it holds may go to the bill instead of being copied.
  void serveOnce() { m_once = true; }
  // The line at place `i` is the very one that was priced there, so it was found to be in range, too (validate()).
  [[nodiscard]] bool holds(std::size_t i, const Basket& basket) const {
    return i < m_lines.size() && m_lines[i] == basket.line(i);
  }

 private:
  friend struct Bill;

  // What the lines' prices depend on beside the lines and the pack.
  std::optional<int> m_tier;
  const programme::Group* m_group = nullptr;  // of the one pack
  std::string m_store;
  base::LocalTime m_from{}, m_until{};  // no promotion met so far begins or ends in [from, until)
  bool m_lasting = false;               // no line's price depends on another's, on a coupon or on the member's past

  bool m_once = false;

  std::vector<Basket::Line> m_lines;
  std::vector<PricedLine> m_priced;
  std::vector<LineFacts> m_facts;
  Runs<Trial> m_trials;
  std::array<Matches, kPlaces> m_scoped;
  std::array<std::vector<PromotionRef>, kPlaces> m_everywhere;  // those that cover every line
  std::vector<Trial> m_bill_trials;                             // of promotions for every line that are not in force
  std::vector<std::uint32_t> m_found;                           // room to look up one line
};

}  // namespace kahui::pricing
