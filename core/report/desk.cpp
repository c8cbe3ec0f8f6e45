#include "core/report/desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace kahui::report {

using base::BusinessDate;
using ports::DaySpan;

ports::DaySpan monthOf(BusinessDate day) {
  constexpr unsigned kDecember = 12;
  const auto first = BusinessDate::of(day.year(), day.month(), 1);
  const auto next = day.month() == kDecember ? BusinessDate::of(day.year() + 1, 1, 1)
                                             : BusinessDate::of(day.year(), day.month() + 1, 1);
  return {first, next.plusDays(-1)};
}

base::Result<programme::RulePack> Desk::pack() {
  const auto json = m_source.rules();
  if (!json) return tl::unexpected(json.error());
  return programme::parseRulePack(std::string_view(*json));
}

base::Status Desk::nameItems(PeriodFigures& figures) {
  const auto products = m_source.products();
  if (!products) return tl::unexpected(products.error());
  for (const auto& product : *products)
    if (const auto item = figures.items.find(product.sku); item != figures.items.end())
      item->second.name = product.name;
  return {};
}

base::Result<Today> Desk::today(BusinessDate day) {
  const auto rules = pack();
  if (!rules) return tl::unexpected(rules.error());
  auto book = m_source.trade({day.plusDays(-kMeanDays), day}, ports::kHours | ports::kTotals);
  if (!book) return tl::unexpected(book.error());
  auto own = m_source.trade({day, day}, ports::kItems | ports::kFacts | ports::kVisits);
  if (!own) return tl::unexpected(own.error());
  const auto last_week = m_source.trade({day.plusDays(-kDaysOfWeek), day.plusDays(-kDaysOfWeek)}, ports::kVisits);
  if (!last_week) return tl::unexpected(last_week.error());
  book->items = std::move(own->items);
  book->facts = std::move(own->facts);
  book->visits = std::move(own->visits);
  book->visits.insert(book->visits.end(), last_week->visits.begin(), last_week->visits.end());
  const auto staff = m_source.staffNames();
  if (!staff) return tl::unexpected(staff.error());
  Today out = report::today(*book, day, *rules, *staff);
  KAHUI_TRY(nameItems(out.figures));
  return out;
}

base::Result<PeriodFigures> Desk::period(const DaySpan& span) {
  const auto rules = pack();
  if (!rules) return tl::unexpected(rules.error());
  const auto book =
      m_source.trade(span, ports::kHours | ports::kFacts | ports::kTotals | ports::kVisits | ports::kItems);
  if (!book) return tl::unexpected(book.error());
  PeriodFigures figures = periodFigures(*book, *rules);
  KAHUI_TRY(nameItems(figures));
  return figures;
}

base::Result<PeriodFigures> Desk::shift(std::int64_t id) {
  const auto rules = pack();
  if (!rules) return tl::unexpected(rules.error());
  const auto shift = m_source.shift(id);
  if (!shift) return tl::unexpected(shift.error());
  if (!*shift) return base::fail(base::ErrorCode::WrongState, fmt::format("no shift {}", id));
  auto events = m_source.events({(*shift)->business_date, (*shift)->business_date});
  if (!events) return tl::unexpected(events.error());
  std::erase_if(*events, [id](const journal::Event& event) {
    const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload);
    const auto* back = std::get_if<journal::SaleReturned>(&event.payload);
    return !(sale != nullptr && sale->shift == id) && !(back != nullptr && back->shift == id);
  });
  return periodFigures(*events, *rules);
}

namespace {

// Letters of the Latin alphabet in either case.
bool holdsText(const std::string& text, const std::string& wanted) {
  const auto lower = [](char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign; };
  return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(),
                     [&](char left, char right) { return lower(left) == lower(right); }) != text.end();
}

bool fits(const ports::ReportProduct& product, const std::string& filter) {
  const std::string* places[] = {&product.sku, &product.name, &product.category, &product.category_zh,
                                 &product.category_en};
  return std::any_of(std::begin(places), std::end(places),
                     [&](const std::string* place) { return holdsText(*place, filter); });
}

}  // namespace

base::Result<std::vector<ports::StoredTarget>> Desk::storedTargets(BusinessDate month) {
  constexpr std::size_t kMonth = 7;
  return m_source.targets(month.iso().substr(0, kMonth));
}

base::Result<std::vector<TargetRow>> Desk::targets(const PeriodFigures& figures, BusinessDate month) {
  const auto set = storedTargets(month);
  if (!set) return tl::unexpected(set.error());
  if (set->empty()) return std::vector<TargetRow>();
  const auto before = period(monthOf(BusinessDate::of(month.year() - 1, month.month(), 1)));
  if (!before) return tl::unexpected(before.error());
  return targetRows(figures, *set, &*before);
}

base::Result<std::vector<Activity>> Desk::log(const DaySpan& span, const ActivityFilter& filter,
                                              std::array<std::size_t, kActivityKinds>* sizes) {
  const auto events = m_source.unusualEvents(span);
  if (!events) return tl::unexpected(events.error());
  return activities(*events, filter, sizes);
}

base::Result<Goods> Desk::goods(const DaySpan& span, const std::string& filter) {
  auto products = m_source.products();
  if (!products) return tl::unexpected(products.error());
  if (!filter.empty()) std::erase_if(*products, [&](const auto& product) { return !fits(product, filter); });
  auto book = m_source.trade(goodsNeed(span), ports::kItems);
  if (!book) return tl::unexpected(book.error());
  auto hours = m_source.trade(span, ports::kItemHours);
  if (!hours) return tl::unexpected(hours.error());
  book->item_hours = std::move(hours->item_hours);
  if (!filter.empty()) {
    std::unordered_set<std::string> wanted;
    for (const auto& product : *products) wanted.insert(product.sku);
    const auto unwanted = [&](const auto& row) { return !wanted.contains(row.first.sku); };
    std::erase_if(book->items, unwanted);
    std::erase_if(book->item_hours, unwanted);
  }
  return report::goods(*book, span, *products);
}

base::Result<Members> Desk::members(const DaySpan& span, BusinessDate day) {
  const auto rules = pack();
  if (!rules) return tl::unexpected(rules.error());
  const BusinessDate year = day.plusDays(-kYear_days + 1);
  auto book = m_source.trade({std::min(year, span.from), std::max(day, span.to)}, ports::kVisits);
  if (!book) return tl::unexpected(book.error());
  auto more = m_source.trade(span, ports::kHours | ports::kFacts);
  if (!more) return tl::unexpected(more.error());
  book->hours = std::move(more->hours);
  book->facts = std::move(more->facts);
  const auto list = m_source.members();
  if (!list) return tl::unexpected(list.error());
  const auto lots = m_source.liability();
  if (!lots) return tl::unexpected(lots.error());
  auto birthdays = m_source.birthdays();
  if (!birthdays) return tl::unexpected(birthdays.error());
  auto phones = m_source.phoneStates();
  if (!phones) return tl::unexpected(phones.error());
  auto benefits = m_source.benefitUses();
  if (!benefits) return tl::unexpected(benefits.error());
  const auto stored = m_source.storedSum();
  if (!stored) return tl::unexpected(stored.error());
  auto joined_by = m_source.joinedBy(span);
  if (!joined_by) return tl::unexpected(joined_by.error());
  const auto names = m_source.staffNames();
  if (!names) return tl::unexpected(names.error());
  for (auto& one : *joined_by)
    if (const auto name = names->find(one.operator_code); name != names->end()) one.operator_name = name->second;
  return report::members(
      *book, span, day, *list, *lots, *rules,
      {*std::move(birthdays), *std::move(phones), *std::move(benefits), *stored, *std::move(joined_by)});
}

template <class Use>
base::Status Desk::withLists(BusinessDate day, const Use& use) {
  const auto rules = pack();
  if (!rules) return tl::unexpected(rules.error());
  const auto members = m_source.members();
  if (!members) return tl::unexpected(members.error());
  const auto book = m_source.trade({day.plusDays(-kYear_days + 1), day}, ports::kVisits);
  if (!book) return tl::unexpected(book.error());
  const auto years = memberYears(*book, day);
  const auto birthdays = m_source.birthdays();
  if (!birthdays) return tl::unexpected(birthdays.error());
  const auto ending = m_source.pointsEnding(day.plusDays(kSoon_days));
  if (!ending) return tl::unexpected(ending.error());
  std::unordered_map<std::int64_t, base::Money> spent;
  KAHUI_TRY(m_source.earlierRefunds(day.year(), spent));
  const BusinessDate new_year = BusinessDate::of(day.year(), 1, 1);
  for (const auto& [key, sums] : book->visits)
    if (key.day >= new_year.days()) spent[key.member] += sums.sold - sums.refunded;
  const auto json = m_source.carePlan();
  if (!json) return tl::unexpected(json.error());
  const auto care = programme::parseCarePlan(*json);
  if (!care) return tl::unexpected(care.error());
  const auto phones = m_source.phoneStates();
  if (!phones) return tl::unexpected(phones.error());
  use(ListInput{day, *members, years, *birthdays, *ending, spent, *rules, care->presale, &*phones,
                care->high_value_pct});
  return {};
}

base::Result<std::vector<ListRow>> Desk::list(ListKind kind, BusinessDate day) {
  std::vector<ListRow> rows;
  KAHUI_TRY(withLists(day, [&](const ListInput& input) { rows = memberList(kind, input); }));
  return rows;
}

base::Result<std::vector<ListRow>> Desk::list(ListKind kind, BusinessDate day, std::array<std::size_t, kLists>& sizes) {
  std::vector<ListRow> rows;
  KAHUI_TRY(withLists(day, [&](const ListInput& input) {
    for (std::size_t i = 0; i < kLists; ++i) {
      auto one = memberList(static_cast<ListKind>(i), input);
      sizes.at(i) = one.size();
      if (static_cast<ListKind>(i) == kind) rows = std::move(one);
    }
  }));
  return rows;
}

base::Result<std::vector<MemberLine>> Desk::withPeople(const std::vector<ListRow>& rows, std::size_t most) {
  const std::size_t count = std::min(most, rows.size());
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < count; ++i) numbers.push_back(rows[i].member);
  auto people = m_source.people(numbers);
  if (!people) return tl::unexpected(people.error());
  std::vector<MemberLine> lines;
  for (std::size_t i = 0; i < count; ++i) lines.push_back({rows[i], std::move((*people)[i])});
  return lines;
}

base::Result<CampaignFigures> Desk::campaign(const std::string& code, BusinessDate day) {
  const auto rules = pack();
  if (!rules) return tl::unexpected(rules.error());
  const auto all = m_source.campaigns();
  if (!all) return tl::unexpected(all.error());
  auto one = std::find_if(all->begin(), all->end(),
                          [&](const auto& set) { return code.empty() ? set.from <= day : set.code == code; });
  if (one == all->end() && code.empty() && !all->empty()) one = all->end() - 1;
  if (one == all->end()) return base::fail(base::ErrorCode::WrongState, "no campaign " + code);
  const CampaignSpans spans = campaignSpans(*one);
  const auto book = m_source.trade({spans.before.from, spans.after.to}, ports::kHours | ports::kVisits | ports::kFacts);
  if (!book) return tl::unexpected(book.error());
  const auto events = m_source.rewardEvents({spans.during.from, spans.after.to});
  if (!events) return tl::unexpected(events.error());
  const auto serials = m_source.batchCoupons(one->batches);
  if (!serials) return tl::unexpected(serials.error());
  const auto members = m_source.members();
  if (!members) return tl::unexpected(members.error());
  return campaignFigures(*one, *book, *events, {serials->begin(), serials->end()}, *members, day, *rules);
}

base::Result<programme::CarePlan> Desk::care() {
  const auto json = m_source.carePlan();
  if (!json) return tl::unexpected(json.error());
  if (json->empty()) return base::fail(base::ErrorCode::WrongState, "no care plan was set");
  return programme::parseCarePlan(*json);
}

base::Result<std::vector<Desk::Latest>> Desk::latest(std::size_t most) {
  const auto events = m_source.lastMemberEvents(most);
  if (!events) return tl::unexpected(events.error());
  std::vector<Latest> rows;
  std::vector<std::int64_t> numbers;
  for (const journal::Event& event : *events) {
    auto act = activityOf(event);
    if (!act) continue;
    numbers.push_back(act->member);
    rows.push_back({*std::move(act), {}});
  }
  auto people = m_source.people(numbers);
  if (!people) return tl::unexpected(people.error());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].person = std::move((*people)[i]);
  return rows;
}

base::Result<std::vector<Exception>> Desk::exceptions(const DaySpan& span) {
  const auto events = m_source.events(span);
  if (!events) return tl::unexpected(events.error());
  return report::exceptions(*events);
}

}  // namespace kahui::report
