#include "core/report/members.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace kahui::report {

using base::BusinessDate;
using base::Money;

namespace {

constexpr int kFresh_days = 60;
constexpr int kGrowth_days = 90;

// Who only asked to be one is no member (S001-104).
bool counts(const ports::ReportMember& member) {
  return member.status != member::MemberStatus::Cancelled && member.status != member::MemberStatus::Pending &&
         member.status != member::MemberStatus::Refused;
}

struct Limits {
  std::int64_t often = 0;  // more bills than this
  Money big{};             // at least this much
};

// The median of bills, and what the last of the fifth that spent most has spent.
Limits limitsOf(const std::vector<MemberYear>& years) {
  Limits limits;
  if (years.empty()) return limits;
  std::vector<std::int64_t> bills, net;
  for (const MemberYear& year : years) {
    bills.push_back(year.bills);
    net.push_back(year.net.value());
  }
  const auto middle = bills.begin() + std::ssize(bills) / 2;
  std::nth_element(bills.begin(), middle, bills.end());
  limits.often = *middle;
  const auto fifth = net.begin() + (std::ssize(net) + 4) / 5 - 1;
  std::nth_element(net.begin(), fifth, net.end(), std::greater<>());
  limits.big = Money(*fifth);
  return limits;
}

Segment segmentOf(const MemberYear* year, const Limits& limits, BusinessDate day, const programme::RulePack& pack) {
  if (year == nullptr) return Segment::Silent;
  const bool often = year->bills > limits.often;
  const bool big = year->net >= limits.big && year->net > Money();
  switch (memberActivity(year->last, day, pack).state) {
    case MemberState::Lost: return big ? Segment::WinBack : Segment::Lost;
    case MemberState::Dormant: return big ? Segment::WinBack : Segment::Slipping;
    case MemberState::Active: break;
  }
  if (often) return big ? Segment::Best : Segment::Loyal;
  if (big) return Segment::BigSpender;
  return day.days() - year->first.days() <= kFresh_days ? Segment::Fresh : Segment::Occasional;
}

void addStates(const std::vector<ports::ReportMember>& list, BusinessDate day, const programme::RulePack& pack,
               std::map<std::string, TierMembers>& tiers) {
  for (const auto& member : list) {
    if (!counts(member)) continue;
    TierMembers& tier = tiers[member.tier];
    ++tier.members;
    if (!member.last_purchase) {
      ++tier.never;
      continue;
    }
    switch (memberActivity(*member.last_purchase, day, pack).state) {
      case MemberState::Active: ++tier.active; break;
      case MemberState::Dormant: ++tier.dormant; break;
      case MemberState::Lost: ++tier.lost; break;
    }
  }
}

struct SpanBuyer {
  std::int64_t bills = 0;
  Money net;
};

std::unordered_map<std::int64_t, SpanBuyer> buyersOf(const ports::TradeBook& book, const ports::DaySpan& span) {
  std::unordered_map<std::int64_t, SpanBuyer> buyers;
  for (const auto& [key, sums] : book.visits) {
    if (!span.holds(key.day)) continue;
    SpanBuyer& buyer = buyers[key.member];
    buyer.bills += sums.bills;
    buyer.net += sums.sold - sums.refunded;
  }
  return buyers;
}

void addTier(TierMembers& sum, const TierMembers& one) {
  sum.members += one.members;
  sum.active += one.active;
  sum.dormant += one.dormant;
  sum.lost += one.lost;
  sum.never += one.never;
  sum.buyers += one.buyers;
  sum.repeat += one.repeat;
  sum.bills += one.bills;
  sum.net += one.net;
}

std::vector<TierMembers> tiersOf(const ports::TradeBook& book, const ports::DaySpan& span, BusinessDate day,
                                 const std::vector<ports::ReportMember>& list, const programme::RulePack& pack) {
  std::map<std::string, TierMembers> by_tier;
  addStates(list, day, pack, by_tier);
  std::unordered_map<std::int64_t, const std::string*> tier_of;
  for (const auto& member : list) tier_of.emplace(member.no, &member.tier);
  for (const auto& [no, buyer] : buyersOf(book, span)) {
    const auto tier = tier_of.find(no);
    TierMembers& sums = by_tier[tier == tier_of.end() ? std::string() : *tier->second];
    sums.net += buyer.net;
    if (buyer.bills == 0) continue;
    ++sums.buyers;
    sums.repeat += buyer.bills >= 2 ? 1 : 0;
    sums.bills += buyer.bills;
  }
  std::vector<TierMembers> tiers;
  TierMembers sum;
  const auto take = [&](const std::string& code) {
    const auto found = by_tier.find(code);
    if (found == by_tier.end()) return;
    found->second.tier = code;
    addTier(sum, found->second);
    tiers.push_back(found->second);
    by_tier.erase(found);
  };
  for (const auto& tier : pack.tiers) take(tier.code);
  while (!by_tier.empty()) take(by_tier.begin()->first);  // of an earlier programme
  tiers.push_back(sum);
  constexpr std::int64_t kHundredths = 100;
  for (TierMembers& tier : tiers)
    if (tier.buyers > 0) tier.frequency_x100 = tier.bills * kHundredths / tier.buyers;
  return tiers;
}

void setDeciles(const std::vector<MemberYear>& years, Members& out) {
  std::vector<std::int64_t> net;
  std::int64_t all = 0;
  for (const MemberYear& year : years) {
    net.push_back(year.net.value());
    all += year.net.value();
  }
  std::sort(net.begin(), net.end(), std::greater<>());
  std::int64_t sum = 0;
  const auto count = std::ssize(net);
  constexpr std::ptrdiff_t kTen = 10;
  for (std::ptrdiff_t i = 0; i < kTen; ++i) {
    Decile& decile = out.deciles.at(static_cast<std::size_t>(i));
    for (std::ptrdiff_t at = count * i / kTen; at < count * (i + 1) / kTen; ++at) {
      ++decile.members;
      decile.net += Money(net[static_cast<std::size_t>(at)]);
    }
    sum += decile.net.value();
    decile.cumulative_bp = sum > 0 ? shareBp(sum, all) : 0;
  }
  out.top_fifth_bp = out.deciles[1].cumulative_bp;
}

void setLiability(const std::vector<ports::LotSum>& lots, const programme::RulePack& pack, Members& out) {
  std::map<std::pair<bool, std::string>, base::Points> by_month;
  constexpr std::size_t kMonthOfIso = 7;
  for (const auto& lot : lots) {
    const std::string month = lot.expires ? lot.expires->iso().substr(0, kMonthOfIso) : std::string("~");
    by_month[{lot.cashable, month}] += lot.points;
  }
  for (const auto& [key, points] : by_month) {
    const Money value(points.value() * pack.points.value.value());
    out.liability.push_back({key.first, key.second == "~" ? std::string() : key.second, points, value});
    out.liability_value += value;
  }
}

}  // namespace

std::string_view segmentName(Segment segment) {
  switch (segment) {
    case Segment::Best: return "BEST";
    case Segment::Loyal: return "LOYAL";
    case Segment::BigSpender: return "BIG_SPENDER";
    case Segment::Fresh: return "FRESH";
    case Segment::Occasional: return "OCCASIONAL";
    case Segment::WinBack: return "WIN_BACK";
    case Segment::Slipping: return "SLIPPING";
    case Segment::Lost: return "LOST";
    case Segment::Silent: return "SILENT";
  }
  return {};
}

std::vector<MemberYear> memberYears(const ports::TradeBook& book, BusinessDate day) {
  std::unordered_map<std::int64_t, std::size_t> places;
  std::vector<MemberYear> years;
  std::vector<std::int32_t> counted;  // the last day that counted as a visit: one may stand in two rows
  for (const auto& [key, sums] : book.visits) {
    if (key.day > day.days() || key.day <= day.days() - kYear_days) continue;
    const auto [place, fresh] = places.try_emplace(key.member, years.size());
    if (fresh) {
      years.push_back({key.member, 0, 0, {}, {}, {}, {}, {}});
      counted.push_back(0);
    }
    MemberYear& year = years[place->second];
    const Money net = sums.sold - sums.refunded;
    year.net += net;
    const int ago = day.days() - key.day;
    if (ago < kGrowth_days) year.recent += net;
    if (ago >= kGrowth_days && ago < 2 * kGrowth_days) year.earlier += net;
    if (sums.bills == 0) continue;
    year.bills += sums.bills;
    const BusinessDate at = BusinessDate::fromDays(key.day);
    std::int32_t& last = counted[place->second];
    year.first = last == 0 ? at : std::min(year.first, at);
    year.last = last == 0 ? at : std::max(year.last, at);
    if (last != key.day) ++year.visit_days;
    last = key.day;
  }
  std::erase_if(years, [](const MemberYear& year) { return year.bills == 0; });
  std::sort(years.begin(), years.end(), [](const auto& a, const auto& b) { return a.member < b.member; });
  return years;
}

std::vector<Segmented> segmentsOf(const std::vector<ports::ReportMember>& members, const std::vector<MemberYear>& years,
                                  BusinessDate day, const programme::RulePack& pack) {
  const Limits limits = limitsOf(years);
  std::unordered_map<std::int64_t, const MemberYear*> of;
  for (const MemberYear& year : years) of.emplace(year.member, &year);
  std::vector<Segmented> list;
  for (const auto& member : members) {
    if (!counts(member)) continue;
    const auto year = of.find(member.no);
    list.push_back({member.no, segmentOf(year == of.end() ? nullptr : year->second, limits, day, pack)});
  }
  return list;
}

namespace {

// S001-120: what a member brought in a year, all members of the tier counted.
void setYearValue(const std::vector<ports::ReportMember>& list, const std::vector<MemberYear>& years, Members& out) {
  std::unordered_map<std::int64_t, const std::string*> tier_of;
  for (const auto& member : list)
    if (counts(member)) tier_of.emplace(member.no, &member.tier);
  std::map<std::string, Money> sums;
  Money all;
  for (const MemberYear& year : years) {
    const auto tier = tier_of.find(year.member);
    if (tier == tier_of.end()) continue;
    sums[*tier->second] += year.net;
    all += year.net;
  }
  for (TierMembers& tier : out.tiers) {
    const Money sum = &tier == &out.tiers.back() ? all : sums[tier.tier];
    if (tier.members > 0) tier.year_value = Money(sum.value() / tier.members);
  }
  out.year_value = out.tiers.back().year_value;
}

int yearsOld(const member::Birthday& born, BusinessDate day) {
  const bool had = std::pair(day.month(), day.day()) >= std::pair(born.month, born.day);
  return day.year() - born.year - (had ? 0 : 1);
}

// A lunar birthday is taken as if it were solar: a band does not turn on weeks.
void setPeople(const std::vector<ports::ReportMember>& list, const MemberExtras& extras, Members& out) {
  out.ages = {{0, 17, 0}, {18, 30, 0}, {31, 40, 0}, {41, 50, 0}, {51, 60, 0}, {61, 0, 0}};
  std::unordered_map<std::int64_t, const member::Birthday*> birthdays;
  for (const auto& one : extras.birthdays) birthdays.emplace(one.no, &one.birthday);
  for (const auto& member : list) {
    if (!counts(member)) continue;
    const auto birthday = birthdays.find(member.no);
    const auto phone = extras.phones.find(member.no);
    const bool confirmed = phone != extras.phones.end() && phone->second == journal::kPhoneConfirmed;
    out.complete.phone_confirmed += confirmed ? 1 : 0;
    out.complete.phone_dead += phone != extras.phones.end() && phone->second == journal::kPhoneDead ? 1 : 0;
    if (birthday == birthdays.end()) continue;
    ++out.complete.birthday;
    out.complete.both += confirmed ? 1 : 0;
    if (birthday->second->year == 0) continue;
    const int age = std::max(0, yearsOld(*birthday->second, out.day));
    ++out.age_known;
    out.age_target += age >= kTargetFrom && age <= kTargetTo ? 1 : 0;
    for (AgeBand& band : out.ages)
      if (age >= band.from && (band.to == 0 || age <= band.to)) ++band.members;
  }
}

}  // namespace

Members members(const ports::TradeBook& book, const ports::DaySpan& span, BusinessDate day,
                const std::vector<ports::ReportMember>& list, const std::vector<ports::LotSum>& lots,
                const programme::RulePack& pack, const MemberExtras& extras) {
  Members out;
  out.span = span;
  out.day = day;
  out.tiers = tiersOf(book, span, day, list, pack);
  out.members = out.tiers.back().members;
  const auto years = memberYears(book, day);
  std::unordered_map<std::int64_t, const MemberYear*> of;
  for (const MemberYear& year : years) of.emplace(year.member, &year);
  for (const auto& [no, segment] : segmentsOf(list, years, day, pack)) {
    SegmentSums& sums = out.segments.at(static_cast<std::size_t>(segment));
    ++sums.members;
    if (const auto year = of.find(no); year != of.end()) {
      sums.bills += year->second->bills;
      sums.net += year->second->net;
    }
  }
  setDeciles(years, out);
  setLiability(lots, pack, out);
  std::int64_t bills = 0, member_bills = 0;
  for (const auto& [key, sums] : book.hours) {
    if (!span.holds(key.day)) continue;
    bills += sums.bills;
    if (!key.tier.empty()) member_bills += sums.bills;
  }
  out.card_use_bp = shareBp(member_bills, bills);
  std::map<std::string, KeyCount> joins;
  for (const auto& [key, sums] : book.facts) {
    if (key.kind != journal::Fact::Join || !span.holds(key.day)) continue;
    joins[key.key].key = key.key;
    joins[key.key].n += sums.n;
  }
  for (auto& [source, one] : joins) out.joins.push_back(std::move(one));
  for (const auto& [key, sums] : book.visits)
    if (span.holds(key.day)) out.saving += sums.saving;
  if (out.tiers.back().buyers > 0) out.saving_each = Money(out.saving.value() / out.tiers.back().buyers);
  setYearValue(list, years, out);
  setPeople(list, extras, out);
  out.benefits = extras.benefits;
  out.stored = extras.stored;
  out.joined_by = extras.joined_by;
  return out;
}

}  // namespace kahui::report
