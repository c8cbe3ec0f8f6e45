// Members, visits and lists on 10 March 2028, for the cases of reports.
#pragma once

#include "core/report/lists.hpp"

namespace kahui::test {

using base::BusinessDate;
using base::Money;
using base::Points;
using report::ListKind;

inline const BusinessDate kDay = BusinessDate::of(2028, 3, 10);

inline programme::RulePack pack() {
  programme::RulePack rules;
  for (const char* code : {"ORD", "SLV", "GLD"}) {
    programme::Tier tier;
    tier.code = code;
    tier.name = code;
    rules.tiers.push_back(std::move(tier));
  }
  rules.tiers[1].lifetime = Points(100);
  rules.tiers[2].lifetime = Points(300);
  rules.tiers[2].retain = Money(800000);
  return rules;
}

inline ports::ReportMember someone(std::int64_t no, const char* tier, int days_since) {
  ports::ReportMember member;
  member.no = no;
  member.tier = tier;
  member.consent = true;
  if (days_since >= 0) member.last_purchase = kDay.plusDays(-days_since);
  return member;
}

inline void visit(ports::TradeBook& book, std::int64_t member, int days_ago, std::int64_t fen, std::int64_t bills = 1) {
  book.visits.push_back({{kDay.days() - days_ago, member}, {bills, Money(fen), 0, {}, {}}});
}

struct Lists {
  std::vector<ports::ReportMember> members;
  ports::TradeBook book;
  std::vector<ports::ReportBirthday> birthdays;
  std::vector<ports::EndingPoints> ending;
  std::unordered_map<std::int64_t, Money> spent;
  programme::RulePack rules = test::pack();
  int high_value_pct = 20;

  std::vector<std::int64_t> of(ListKind kind, BusinessDate day = kDay) const {
    const auto years = report::memberYears(book, day);
    std::vector<std::int64_t> numbers;
    for (const auto& row :
         memberList(kind, {day, members, years, birthdays, ending, spent, rules, {}, nullptr, high_value_pct}))
      numbers.push_back(row.member);
    return numbers;
  }
};

}  // namespace kahui::test
