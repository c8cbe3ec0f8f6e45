#include "core/report/exceptions.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kahui::report {

using base::Money;

namespace {

struct Seen {
  const journal::Event* event;
  Evidence evidence;
};

Money manualSaving(const journal::SaleCompleted& sale) {
  Money saving;
  for (const auto& line : sale.lines) {
    saving += line.bill;
    if (line.terms.override_price) saving += line.gross - line.after_price;
  }
  return saving;
}

class Finder {
 public:
  explicit Finder(const ExceptionLimits& limits) : m_limits(limits) {}

  void add(const journal::Event& event) {
    std::visit([&](const auto& payload) { take(event, payload); }, event.payload);
  }

  std::vector<Exception> findings() {
    for (const auto& [key, seen] : m_of_day)
      if (seen.size() >= m_limits.busy_card) found(ExceptionKind::BusyCard, seen, {}, key.second);
    for (const auto& [no, seen] : m_of_member) {
      const std::string& code = seen.front().evidence.operator_code;
      const bool one =
          std::all_of(seen.begin(), seen.end(), [&](const Seen& bill) { return bill.evidence.operator_code == code; });
      if (one && seen.size() >= m_limits.one_operator && m_operators.size() > 1)
        found(ExceptionKind::OneOperator, seen, code, no);
    }
    for (auto& [code, seen] : m_discounts) bursts(ExceptionKind::ManualDiscounts, m_limits.discounts, code, seen);
    for (auto& [code, seen] : m_points) bursts(ExceptionKind::PointsByHand, m_limits.points_by_hand, code, seen);
    for (const auto& [key, seen] : m_returns)
      if (seen.size() >= m_limits.returns) found(ExceptionKind::Returns, seen, key.second, 0);
    for (const auto& [key, seen] : m_openings)
      if (seen.size() >= m_limits.no_sale) found(ExceptionKind::NoSale, seen, key.second, 0);
    for (const auto& [no, seen] : m_claims)
      if (seen.size() >= m_limits.claims) found(ExceptionKind::Claims, seen, {}, no);
    std::stable_sort(m_found.begin(), m_found.end(), [](const auto& a, const auto& b) { return a.day > b.day; });
    return std::move(m_found);
  }

 private:
  using OfDay = std::map<std::pair<std::int32_t, std::string>, std::vector<Seen>>;

  static Seen seen(const journal::Event& event, std::string operator_code, std::int64_t member = 0) {
    Seen one{&event, {}};
    one.evidence.at = event.at.local().minuteText();
    one.evidence.operator_code = std::move(operator_code);
    one.evidence.member = member;
    return one;
  }

  static std::pair<std::int32_t, std::string> dayOf(const journal::Event& event, const std::string& operator_code) {
    return {event.business_date.days(), operator_code};
  }

  template <class Other>
  void take(const journal::Event&, const Other&) {}

  void take(const journal::Event& event, const journal::SaleCompleted& sale) {
    Seen one = seen(event, sale.operator_code, sale.member ? sale.member->no : 0);
    one.evidence.receipt_no = sale.receipt_no;
    one.evidence.amount = sale.total;
    one.evidence.saving = manualSaving(sale);
    m_operators.insert(sale.operator_code);
    if (sale.member) {
      m_of_day[{event.business_date.days(), sale.member->no}].push_back(one);
      m_of_member[sale.member->no].push_back(one);
    }
    if (one.evidence.saving != Money()) m_discounts[sale.operator_code].push_back(one);
  }

  void take(const journal::Event& event, const journal::SaleReturned& back) {
    Seen one = seen(event, back.operator_code, back.member ? back.member->no : 0);
    one.evidence.receipt_no = back.receipt_no;
    one.evidence.amount = back.refund;
    one.evidence.reason = back.reason;
    m_returns[dayOf(event, back.operator_code)].push_back(one);
  }

  void take(const journal::Event& event, const journal::DrawerOpened& opened) {
    Seen one = seen(event, opened.operator_code);
    one.evidence.reason = opened.reason;
    m_openings[dayOf(event, opened.operator_code)].push_back(one);
  }

  void take(const journal::Event& event, const journal::PointsClaimed& claim) {
    Seen one = seen(event, claim.operator_code, claim.member);
    one.evidence.receipt_no = claim.receipt_no;
    m_claims[claim.member].push_back(one);
  }

  void take(const journal::Event& event, const journal::PointsTransferred& moved) {
    m_points[moved.operator_code].push_back(seen(event, moved.operator_code, moved.from));
  }

  void take(const journal::Event& event, const journal::PointsCashed& cashed) {
    Seen one = seen(event, cashed.operator_code, cashed.member);
    one.evidence.amount = cashed.paid;
    m_points[cashed.operator_code].push_back(one);
  }

  void take(const journal::Event& event, const journal::ExchangeCancelled& cancelled) {
    m_points[cancelled.operator_code].push_back(seen(event, cancelled.operator_code, cancelled.member));
  }

  void found(ExceptionKind kind, const std::vector<Seen>& seen, std::string code, std::int64_t member) {
    Exception& one = m_found.emplace_back();
    one.kind = kind;
    one.day = seen.front().event->business_date;
    one.operator_code = std::move(code);
    one.member = member;
    for (const Seen& bill : seen) {
      one.amount += kind == ExceptionKind::ManualDiscounts ? bill.evidence.saving : bill.evidence.amount;
      one.evidence.push_back(bill.evidence);
    }
  }

  // Each act belongs to one burst: the first that is long enough takes all that follow within the time.
  void bursts(ExceptionKind kind, std::size_t least, const std::string& code, std::vector<Seen>& seen) {
    std::stable_sort(seen.begin(), seen.end(),
                     [](const Seen& a, const Seen& b) { return a.event->at.utc_ms < b.event->at.utc_ms; });
    const std::int64_t within_ms = std::int64_t{m_limits.within_min} * 60 * 1000;
    for (auto first = seen.begin(); first != seen.end();) {
      const auto last = std::find_if(first, seen.end(), [&](const Seen& bill) {
        return bill.event->at.utc_ms - first->event->at.utc_ms > within_ms;
      });
      if (static_cast<std::size_t>(last - first) < least) {
        ++first;
        continue;
      }
      found(kind, {first, last}, code, 0);
      first = last;
    }
  }

  const ExceptionLimits& m_limits;
  std::set<std::string> m_operators;
  std::map<std::pair<std::int32_t, std::int64_t>, std::vector<Seen>> m_of_day;
  std::map<std::int64_t, std::vector<Seen>> m_of_member;
  std::map<std::int64_t, std::vector<Seen>> m_claims;
  std::map<std::string, std::vector<Seen>> m_discounts, m_points;
  OfDay m_returns, m_openings;
  std::vector<Exception> m_found;
};

}  // namespace

std::string_view exceptionName(ExceptionKind kind) {
  switch (kind) {
    case ExceptionKind::BusyCard: return "BUSY_CARD";
    case ExceptionKind::OneOperator: return "ONE_OPERATOR";
    case ExceptionKind::ManualDiscounts: return "MANUAL_DISCOUNTS";
    case ExceptionKind::Returns: return "RETURNS";
    case ExceptionKind::NoSale: return "NO_SALE";
    case ExceptionKind::Claims: return "CLAIMS";
    case ExceptionKind::PointsByHand: return "POINTS_BY_HAND";
  }
  return {};
}

std::vector<Exception> exceptions(std::span<const journal::Event> events, const ExceptionLimits& limits) {
  Finder finder(limits);
  for (const auto& event : events) finder.add(event);
  return finder.findings();
}

}  // namespace kahui::report
