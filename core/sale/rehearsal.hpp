// A rule pack tried on sales that happened: what it would have cost. Members walk through the period with the tier and
// the lifetime points that the new pack gives them, from where they stood at their first bill in it.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/journal/event.hpp"
#include "core/sale/evaluate_sale.hpp"

namespace kahui::sale {

struct RehearsalSide {     // as it was, and as it would have been
  base::Money paid{};      // before cash rounding
  base::Money discount{};  // gross - paid
  base::Points earned{};
  base::Points used{};
  base::Money benefits{};                          // coupons given, by face; points given, by value
  std::map<std::string, std::int64_t> tier_moves;  // "ORD>SLV"
};

struct MemberChange {
  std::int64_t no = 0;
  base::Money paid_more{};
  base::Points earned_less{};
  base::Money loss{};  // both, points by their value; below 0: the member gains
};

class Rehearsal {
 public:
  explicit Rehearsal(const programme::RulePack& pack) : m_pack(&pack) {}

  // BadInput if the pack lacks a tier that a member of the sale has. A coupon or points that the new pack refuses are
  // left out of the bill and counted.
  base::Status add(const journal::Event& sale);

  [[nodiscard]] std::int64_t bills() const { return m_bills; }
  [[nodiscard]] std::int64_t refused() const { return m_refused; }
  [[nodiscard]] const RehearsalSide& before() const { return m_before; }
  [[nodiscard]] const RehearsalSide& after() const { return m_after; }
  // Those who lose, the largest loss first.
  [[nodiscard]] std::vector<MemberChange> losers(std::size_t most) const;

 private:
  struct Walk {
    std::string tier;
    std::string demoted_from;
    base::Money since_demotion{};
    base::Points lifetime{};
    std::vector<std::pair<base::BusinessDate, base::Money>> bills{};  // of the period, as they would have been paid
    MemberChange change;
  };
  base::Result<SaleResult> priceAnew(pricing::SaleInput& input);
  // What the sale does not say of purchases before it is counted from the period's own.
  void tellBought(const Walk& walk, pricing::SaleInput& input) const;
  void compare(const journal::SaleCompleted& document, const SaleResult& anew, Walk& walk);

  const programme::RulePack* m_pack;
  std::int64_t m_bills = 0;
  std::int64_t m_refused = 0;
  RehearsalSide m_before, m_after;
  std::unordered_map<std::int64_t, Walk> m_members;
};

}  // namespace kahui::sale
