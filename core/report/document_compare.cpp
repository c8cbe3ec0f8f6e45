#include "core/report/document_compare.hpp"

#include <array>

#include "core/report/document_words.hpp"

namespace kahui::report {

namespace {

constexpr std::int64_t kHundredths = 100;

// Member bills a buying member, in hundredths.
std::int64_t frequency(const PeriodFigures& figures) {
  return figures.day.distinct_members > 0 ? figures.day.member_bills * kHundredths / figures.day.distinct_members : 0;
}

Cell change(std::int64_t now, std::int64_t before) {
  if (before <= 0) return Cell::none(Kind::Change);
  return Cell::of(Kind::Change, shareBp(std::max<std::int64_t>(now, 0), before) - base::kFullRate.value());
}

}  // namespace

Section monthBeforeSection(const Head& head, const PeriodFigures& now, const PeriodFigures& before) {
  const Say say{head.language};
  Section section{"before", say("与上月比较", "Beside the month before"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"figure", say("指标", "Figure"), Kind::Text},
                     {"key", "key", Kind::Text, true},
                     {"now", say("本月", "This month"), Kind::Count},
                     {"before", say("上月", "Month before"), Kind::Count},
                     {"change", say("变化", "Change"), Kind::Change}};
  struct Row {
    const char *key, *zh, *en;
    Kind kind;
    std::int64_t now, before;
  };
  const auto& one = now.day;
  const auto& other = before.day;
  const Row rows[] = {
      {"new_members", "新会员", "New members", Kind::Count, now.totals.new_members, before.totals.new_members},
      {"distinct_members", "消费会员", "Members who bought", Kind::Count, one.distinct_members, other.distinct_members},
      {"frequency", "人均单数", "Bills a member", Kind::Hundredths, frequency(now), frequency(before)},
      {"member_bills", "会员单数", "Member bills", Kind::Count, one.member_bills, other.member_bills},
      {"member_avg_ticket", "会员客单价", "Average member ticket", Kind::Money, one.member_avg_ticket.value(),
       other.member_avg_ticket.value()},
      {"net_member", "会员净额", "Net to members", Kind::Money, one.net_member.value(), other.net_member.value()},
      {"net_total", "净销售额", "Net sales", Kind::Money, one.net_total.value(), other.net_total.value()}};
  for (const Row& row : rows)
    section.rows.push_back({Cell::of(say(row.zh, row.en)), Cell::of(row.key), Cell::of(row.kind, row.now),
                            Cell::of(row.kind, row.before), change(row.now, row.before)});
  return section;
}

Section weekdaysSection(const Head& head, const ports::Rows<journal::HourKey, journal::HourSums>& hours,
                        const ports::DaySpan& span) {
  struct Sums {
    std::int64_t bills = 0;
    base::Money net;
  };
  constexpr std::size_t kDays = 7;
  std::array<std::array<Sums, 2>, kDays> days{};  // members, guests
  for (const auto& [key, sums] : hours) {
    if (!span.holds(key.day)) continue;
    const unsigned weekday = base::BusinessDate::fromDays(key.day).isoWeekday();
    Sums& one = days.at(weekday - 1).at(key.tier.empty() ? 1 : 0);
    one.bills += sums.bills;
    one.net += sums.sold - sums.refunded;
  }
  const Say say{head.language};
  Section section{"weekdays", say("按星期", "By weekday"), {}, {}, {}, 3, 5, {}};
  section.columns = {{"name", say("星期", "Weekday"), Kind::Text},
                     {"weekday", "weekday", Kind::Count, true},
                     {"member_bills", say("会员单数", "Member bills"), Kind::Count},
                     {"member_net", say("会员净额", "Net to members"), Kind::Money},
                     {"guest_bills", say("散客单数", "Guest bills"), Kind::Count},
                     {"guest_net", say("散客净额", "Net to guests"), Kind::Money}};
  const base::BusinessDate monday = base::BusinessDate::of(2026, 3, 2);
  for (std::size_t i = 0; i < kDays; ++i) {
    const auto& [members, guests] = days.at(i);
    section.rows.push_back({Cell::of(weekdayText(head.language, monday.plusDays(static_cast<int>(i)))),
                            Cell::count(static_cast<std::int64_t>(i) + 1), Cell::count(members.bills),
                            Cell::of(members.net), Cell::count(guests.bills), Cell::of(guests.net)});
  }
  return section;
}

}  // namespace kahui::report
