#include "core/report/lists.hpp"

#include <algorithm>
#include <array>

#include "core/journal/campaign_event.hpp"

namespace kahui::report {

using base::BusinessDate;
using base::Money;
using base::Points;

namespace {

constexpr std::array<std::string_view, kLists> kListsNames{
    "birthdays7",  "birthdays30", "dormant", "lost",          "offrhythm", "points", "tiertolose",
    "tierinreach", "highvalue",   "rising",  "anniversaries", "often",     "all",    "phonedead"};
constexpr int kWeek_days = 7;
constexpr int kHalfYear_days = 183;
constexpr std::int64_t kRhythmVisits = 4;
constexpr std::int64_t kRhythmFactor = 2;
constexpr std::int64_t kFifth = 5;
constexpr std::int64_t kRising_bp = 15000;

class Lister {
 public:
  explicit Lister(const ListInput& input) : m_input(input) {
    for (const auto& year : input.years) m_years.emplace(year.member, &year);
    for (const auto& member : input.members)
      if (member.status == member::MemberStatus::Active) m_members.emplace(member.no, &member);
  }

  std::vector<ListRow> list(ListKind kind) {
    switch (kind) {
      case ListKind::Birthdays7: birthdays(kWeek_days); break;
      case ListKind::Birthdays30: birthdays(kSoon_days); break;
      case ListKind::Dormant: ofState(MemberState::Dormant); break;
      case ListKind::Lost: ofState(MemberState::Lost); break;
      case ListKind::OffRhythm: offRhythm(); break;
      case ListKind::PointsEnding: pointsEnding(); break;
      case ListKind::TierToLose: tierToLose(); break;
      case ListKind::TierInReach: tierInReach(); break;
      case ListKind::HighValue: highValue(); break;
      case ListKind::Rising: rising(); break;
      case ListKind::Anniversaries: anniversaries(); break;
      case ListKind::OftenAndSmall: oftenAndSmall(); break;
      case ListKind::Everyone: everyone(false); break;
      case ListKind::PhoneDead: everyone(true); break;
    }
    return std::move(m_rows);
  }

 private:
  ListRow rowOf(const ports::ReportMember& member) const {
    ListRow row;
    row.member = member.no;
    row.tier = member.tier;
    row.consent = member.consent;
    row.last_purchase = member.last_purchase;
    row.tags = member.tags;
    if (const auto year = m_years.find(member.no); year != m_years.end()) {
      row.net_year = year->second->net;
      row.bills = year->second->bills;
    }
    if (m_input.phones != nullptr)
      if (const auto phone = m_input.phones->find(member.no); phone != m_input.phones->end()) row.phone = phone->second;
    return row;
  }

  template <class Before>
  void sort(const Before& before) {
    std::stable_sort(m_rows.begin(), m_rows.end(), before);
  }

  // Today counts as in 0 days.
  void birthdays(int within) {
    const auto leap = [&] {
      switch (m_input.pack.birthday.feb29) {
        case programme::LeapBirthday::Feb28: return member::LeapDay::Feb28;
        case programme::LeapBirthday::Mar1: return member::LeapDay::Mar1;
        case programme::LeapBirthday::LeapYearsOnly: return member::LeapDay::LeapYearsOnly;
      }
      return member::LeapDay::Feb28;
    }();
    const BusinessDate last = m_input.day.plusDays(within);
    for (const auto& [no, birthday, occasion] : m_input.birthdays) {
      const auto member = m_members.find(no);
      if (member == m_members.end()) continue;
      for (int year = m_input.day.year(); year <= last.year(); ++year) {
        for (const auto& date : member::birthdaysIn(year, birthday, leap)) {
          if (date.date < m_input.day || date.date > last) continue;
          ListRow row = rowOf(*member->second);
          row.date = date.date;
          row.days = date.date.days() - m_input.day.days();
          row.lunar = birthday.calendar == member::BirthdayCalendar::Lunar;
          row.occasion = occasion;
          m_rows.push_back(std::move(row));
        }
      }
    }
    sort([](const auto& a, const auto& b) { return a.days < b.days; });
  }

  void ofState(MemberState state) {
    for (const auto& member : m_input.members) {
      if (!m_members.contains(member.no) || !member.last_purchase) continue;
      const MemberActivity activity = memberActivity(*member.last_purchase, m_input.day, m_input.pack);
      if (activity.state != state) continue;
      ListRow row = rowOf(member);
      row.date = member.last_purchase;
      row.days = activity.days;
      m_rows.push_back(std::move(row));
    }
    sort([](const auto& a, const auto& b) { return a.net_year > b.net_year; });
  }

  void offRhythm() {
    for (const auto& year : m_input.years) {
      const auto member = m_members.find(year.member);
      if (member == m_members.end() || year.visit_days < kRhythmVisits) continue;
      const std::int64_t between = year.last.days() - year.first.days();
      const std::int64_t since = m_input.day.days() - year.last.days();
      if (since * (year.visit_days - 1) <= kRhythmFactor * between) continue;
      ListRow row = rowOf(*member->second);
      row.date = year.last;
      row.days = static_cast<int>(since);
      row.rhythm = between / (year.visit_days - 1);
      m_rows.push_back(std::move(row));
    }
    sort([](const auto& a, const auto& b) { return a.net_year > b.net_year; });
  }

  void pointsEnding() {
    for (const auto& lot : m_input.ending) {
      const auto member = m_members.find(lot.member);
      if (member == m_members.end() || lot.expires < m_input.day || lot.expires > m_input.day.plusDays(kSoon_days))
        continue;
      ListRow row = rowOf(*member->second);
      row.date = lot.expires;
      row.days = lot.expires.days() - m_input.day.days();
      row.points = lot.points;
      m_rows.push_back(std::move(row));
    }
    sort([](const auto& a, const auto& b) { return a.points > b.points; });
  }

  void tierToLose() {
    for (const auto& member : m_input.members) {
      const auto rank = m_input.pack.rankOf(member.tier);
      if (!rank || !m_members.contains(member.no)) continue;
      const auto& tier = m_input.pack.tier(*rank);
      if (!tier.retain) continue;
      const bool exempt =
          m_input.pack.tier_rules.exempt_year_of_promotion && member.tier_since.year() == m_input.day.year();
      const auto spent = m_input.spent.find(member.no);
      const Money missing = *tier.retain - (spent == m_input.spent.end() ? Money() : spent->second);
      if (exempt || missing <= Money()) continue;
      ListRow row = rowOf(member);
      constexpr unsigned kDecember = 12, kLastDay = 31;
      row.date = BusinessDate::of(m_input.day.year(), kDecember, kLastDay);
      row.days = row.date->days() - m_input.day.days();
      row.amount = missing;
      m_rows.push_back(std::move(row));
    }
    sort([](const auto& a, const auto& b) { return a.amount < b.amount; });
  }

  void tierInReach() {
    for (const auto& member : m_input.members) {
      const auto rank = m_input.pack.rankOf(member.tier);
      if (!rank || !m_members.contains(member.no) || !member.demoted_from.empty()) continue;
      if (*rank + 1 >= static_cast<int>(m_input.pack.tiers.size())) continue;
      const auto& next = m_input.pack.tier(*rank + 1);
      if (!next.lifetime) continue;
      const Points missing = *next.lifetime - member.lifetime;
      if (missing <= Points() || missing.value() * kFifth > next.lifetime->value()) continue;
      ListRow row = rowOf(member);
      row.points = missing;
      row.next_tier = next.code;
      m_rows.push_back(std::move(row));
    }
    sort([](const auto& a, const auto& b) { return a.points < b.points; });
  }

  void highValue() {
    std::vector<const MemberYear*> years;
    for (const auto& year : m_input.years) years.push_back(&year);
    std::stable_sort(years.begin(), years.end(), [](const auto* a, const auto* b) { return a->net > b->net; });
    constexpr std::size_t kAll_pct = 100;
    years.resize((years.size() * static_cast<std::size_t>(m_input.high_value_pct) + kAll_pct - 1) / kAll_pct);
    for (const MemberYear* year : years) {
      const auto member = m_members.find(year->member);
      if (member == m_members.end()) continue;
      ListRow row = rowOf(*member->second);
      row.date = year->last;
      row.days = m_input.day.days() - year->last.days();
      row.amount = year->net;
      m_rows.push_back(std::move(row));
    }
  }

  void rising() {
    for (const auto& year : m_input.years) {
      const auto member = m_members.find(year.member);
      if (member == m_members.end() || year.earlier <= Money()) continue;
      if (year.recent.value() * base::kFullRate.value() < year.earlier.value() * kRising_bp) continue;
      ListRow row = rowOf(*member->second);
      row.date = year.last;
      row.days = m_input.day.days() - year.last.days();
      row.amount = year.recent;
      row.change_bp = shareBp(year.recent.value(), year.earlier.value()) - base::kFullRate.value();
      m_rows.push_back(std::move(row));
    }
    sort([](const auto& a, const auto& b) { return a.amount > b.amount; });
  }

  void anniversaries() {
    const BusinessDate last = m_input.day.plusDays(kSoon_days);
    for (const auto& member : m_input.members) {
      if (!m_members.contains(member.no)) continue;
      const member::Birthday joined{member::BirthdayCalendar::Solar, member.joined.month(), member.joined.day(), false};
      for (int year = std::max(m_input.day.year(), member.joined.year() + 1); year <= last.year(); ++year) {
        for (const auto& date : member::birthdaysIn(year, joined, member::LeapDay::Feb28)) {
          if (date.date < m_input.day || date.date > last) continue;
          ListRow row = rowOf(member);
          row.date = date.date;
          row.days = date.date.days() - m_input.day.days();
          m_rows.push_back(std::move(row));
        }
      }
    }
    sort([](const auto& a, const auto& b) { return a.days < b.days; });
  }

  void oftenAndSmall() {
    for (const auto& year : m_input.years) {
      const auto member = m_members.find(year.member);
      if (member == m_members.end() || year.bills < m_input.presale.bills || year.net >= m_input.presale.below)
        continue;
      ListRow row = rowOf(*member->second);
      row.date = year.last;
      row.amount = year.net;
      m_rows.push_back(std::move(row));
    }
    sort([](const auto& a, const auto& b) { return a.bills > b.bills; });
  }

  void everyone(bool dead_only) {
    for (const auto& member : m_input.members) {
      if (!m_members.contains(member.no)) continue;
      ListRow row = rowOf(member);
      if (!dead_only || row.phone == journal::kPhoneDead) m_rows.push_back(std::move(row));
    }
    sort([](const auto& a, const auto& b) { return a.net_year > b.net_year; });
  }

  const ListInput& m_input;
  std::unordered_map<std::int64_t, const MemberYear*> m_years;
  std::unordered_map<std::int64_t, const ports::ReportMember*> m_members;
  std::vector<ListRow> m_rows;
};

}  // namespace

std::string_view listName(ListKind kind) { return kListsNames.at(static_cast<std::size_t>(kind)); }

std::optional<ListKind> parseListKind(std::string_view name) {
  const auto found = std::find(kListsNames.begin(), kListsNames.end(), name);
  if (found == kListsNames.end()) return std::nullopt;
  return static_cast<ListKind>(found - kListsNames.begin());
}

std::vector<ListRow> memberList(ListKind kind, const ListInput& input) { return Lister(input).list(kind); }

std::vector<ListRow> filtered(std::vector<ListRow> rows, const ListFilter& filter, BusinessDate day) {
  std::erase_if(rows, [&](const ListRow& row) {
    if (!filter.tier.empty() && row.tier != filter.tier) return true;
    if (row.net_year < filter.least_year) return true;
    if (filter.consent && !row.consent) return true;
    if (!filter.tag.empty() && std::find(row.tags.begin(), row.tags.end(), filter.tag) == row.tags.end()) return true;
    if (row.bills < filter.least_bills) return true;
    if (filter.reachable && row.phone == journal::kPhoneDead) return true;
    return filter.bought_half_year && (!row.last_purchase || day.days() - row.last_purchase->days() > kHalfYear_days);
  });
  return rows;
}

}  // namespace kahui::report
