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
    Evidence evidence;
    evidence.at = event.at.local().minuteText();
    if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload)) {
      evidence.receipt_no = sale->receipt_no;
      evidence.operator_code = sale->operator_code;
      evidence.amount = sale->total;
      evidence.saving = manualSaving(*sale);
      m_operators.insert(sale->operator_code);
      if (sale->member) {
        evidence.member = sale->member->no;
        m_of_day[{event.business_date.days(), sale->member->no}].push_back({&event, evidence});
        m_of_member[sale->member->no].push_back({&event, evidence});
      }
      if (evidence.saving != Money()) m_discounts[sale->operator_code].push_back({&event, evidence});
    }
    if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload)) {
      evidence.receipt_no = back->receipt_no;
      evidence.operator_code = back->operator_code;
      evidence.amount = back->refund;
      evidence.reason = back->reason;
      if (back->member) evidence.member = back->member->no;
      m_returns[{event.business_date.days(), back->operator_code}].push_back({&event, evidence});
    }
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
    for (auto& [code, seen] : m_discounts) bursts(code, seen);
    for (const auto& [key, seen] : m_returns)
      if (seen.size() >= m_limits.returns) found(ExceptionKind::Returns, seen, key.second, 0);
    std::stable_sort(m_found.begin(), m_found.end(), [](const auto& a, const auto& b) { return a.day > b.day; });
    return std::move(m_found);
  }

 private:
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

  // Each bill belongs to one burst: the first that is long enough takes all that follow within the time.
  void bursts(const std::string& code, std::vector<Seen>& seen) {
    std::stable_sort(seen.begin(), seen.end(),
                     [](const Seen& a, const Seen& b) { return a.event->at.utc_ms < b.event->at.utc_ms; });
    const std::int64_t within_ms = std::int64_t{m_limits.within_min} * 60 * 1000;
    for (auto first = seen.begin(); first != seen.end();) {
      const auto last = std::find_if(first, seen.end(), [&](const Seen& bill) {
        return bill.event->at.utc_ms - first->event->at.utc_ms > within_ms;
      });
      if (static_cast<std::size_t>(last - first) < m_limits.discounts) {
        ++first;
        continue;
      }
      found(ExceptionKind::ManualDiscounts, {first, last}, code, 0);
      first = last;
    }
  }

  const ExceptionLimits& m_limits;
  std::set<std::string> m_operators;
  std::map<std::pair<std::int32_t, std::int64_t>, std::vector<Seen>> m_of_day;
  std::map<std::int64_t, std::vector<Seen>> m_of_member;
  std::map<std::string, std::vector<Seen>> m_discounts;
  std::map<std::pair<std::int32_t, std::string>, std::vector<Seen>> m_returns;
  std::vector<Exception> m_found;
};

}  // namespace

std::string_view exceptionName(ExceptionKind kind) {
  switch (kind) {
    case ExceptionKind::BusyCard: return "BUSY_CARD";
    case ExceptionKind::OneOperator: return "ONE_OPERATOR";
    case ExceptionKind::ManualDiscounts: return "MANUAL_DISCOUNTS";
    case ExceptionKind::Returns: return "RETURNS";
  }
  return {};
}

std::vector<Exception> exceptions(std::span<const journal::Event> events, const ExceptionLimits& limits) {
  Finder finder(limits);
  for (const auto& event : events) finder.add(event);
  return finder.findings();
}

}  // namespace kahui::report
