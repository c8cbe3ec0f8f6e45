#include "app/models/report_model.hpp"

#include <QMetaObject>
#include <algorithm>

#include "core/report/document_compare.hpp"

namespace kahui::models {
namespace {

constexpr std::size_t kRowsShown = 500;
constexpr int kTrust_days = 7;
constexpr int kWeek_days = 7;
constexpr int kMonthsOfYear = 12;
constexpr int kMonthsOfQuarter = 3;

report::Language languageOf(const Formatter& formatter) {
  return formatter.language() == Language::Chinese ? report::Language::Chinese : report::Language::English;
}

base::BusinessDate monthStart(base::BusinessDate day, int months) {
  const int at = day.year() * kMonthsOfYear + static_cast<int>(day.month()) - 1 + months;
  return base::BusinessDate::of(at / kMonthsOfYear, static_cast<unsigned>(at % kMonthsOfYear) + 1, 1);
}

// The span that holds `day`, `offset` spans away; weeks begin on Monday.
ports::DaySpan spanOf(ReportSpan span, base::BusinessDate day, int offset) {
  const auto months = [&](base::BusinessDate first, int count) {
    const auto from = monthStart(first, offset * count);
    return ports::DaySpan{from, monthStart(from, count).plusDays(-1)};
  };
  switch (span) {
    case ReportSpan::Week: {
      const auto from = day.plusDays(1 - static_cast<int>(day.isoWeekday()) + offset * kWeek_days);
      return {from, from.plusDays(kWeek_days - 1)};
    }
    case ReportSpan::Month: return months(monthStart(day, 0), 1);
    case ReportSpan::Quarter:
      return months(monthStart(day, -(static_cast<int>(day.month() - 1) % kMonthsOfQuarter)), kMonthsOfQuarter);
    case ReportSpan::Year: return months(base::BusinessDate::of(day.year(), 1, 1), kMonthsOfYear);
  }
  return {day, day};
}

}  // namespace

// Lives on the worker: opens the source with the first question and keeps it.
class ReportModel::Maker {
 public:
  Maker(OpenSource open, std::shared_ptr<const base::Clock> clock)
      : m_open(std::move(open)), m_clock(std::move(clock)) {}

  base::Result<Answer> make(const Ask& ask, bool for_file) {
    KAHUI_TRY(openOnce());
    report::Desk desk(*m_source);
    auto pack = desk.pack();
    if (!pack) return tl::unexpected(pack.error());
    const base::LocalTime now = m_clock->now().local();
    const auto day = today(*pack);
    if (!day) return tl::unexpected(day.error());
    const base::BusinessDate today = *day;
    Answer answer;
    answer.ask = ask;
    const report::Head head{m_source->info(), *pack, ask.language};
    for (const auto& tier : pack->tiers) {
      answer.tiers.push_back(tier.code);
      answer.tier_names.push_back(report::tierText(head, tier.code));
    }
    answer.warnings = report::campaignWarnings(ask.language, *pack, today);
    KAHUI_TRY(fill(desk, head, ask, today, now, for_file, answer));
    return answer;
  }

  base::Result<PlanVm> plan(int months) {
    KAHUI_TRY(openOnce());
    report::Desk desk(*m_source);
    const auto pack = desk.pack();
    if (!pack) return tl::unexpected(pack.error());
    const auto day = today(*pack);
    if (!day) return tl::unexpected(day.error());
    PlanVm out;
    out.month = monthStart(*day, months);
    const auto figures = desk.period(report::monthOf(out.month));
    if (!figures) return tl::unexpected(figures.error());
    const auto set = desk.storedTargets(out.month);
    if (!set) return tl::unexpected(set.error());
    for (const std::string_view figure : report::targetFigures()) {
      PlanVm::Target& one = out.targets.emplace_back();
      one.figure = figure;
      one.actual = report::targetActual(figure, *figures);
      for (const auto& target : *set)
        if (target.figure == figure) one.target = target.value;
    }
    auto json = desk.carePlan();
    if (!json) return tl::unexpected(json.error());
    auto care = programme::parseCarePlan(*json);
    if (!care) return tl::unexpected(care.error());
    out.json = *std::move(json);
    out.plan = *std::move(care);
    return out;
  }

 private:
  base::Status openOnce() {
    if (m_source) return {};
    auto source = m_open();
    if (!source) return tl::unexpected(source.error());
    m_source = std::move(*source);
    return {};
  }

  base::Result<base::BusinessDate> today(const programme::RulePack& pack) {
    const auto shift = m_source->openShift();
    if (!shift) return tl::unexpected(shift.error());
    return *shift ? (*shift)->business_date : programme::businessDate(pack, m_clock->now().local());
  }

  base::Status fill(report::Desk& desk, const report::Head& head, const Ask& ask, base::BusinessDate today,
                    base::LocalTime now, bool for_file, Answer& answer) {
    switch (ask.page) {
      case ReportPage::Today:
        KAHUI_TRY(day(desk, head, today.plusDays(ask.offset), today, now, answer));
        return for_file ? base::Status{} : latest(desk, head, answer);
      case ReportPage::Goods: {
        const auto goods = desk.goods(spanOf(ask.span, today, ask.offset), ask.find.toStdString());
        if (!goods) return tl::unexpected(goods.error());
        answer.document = report::goodsDocument(head, *goods);
        return {};
      }
      case ReportPage::Members: {
        const auto span = spanOf(ask.span, today, ask.offset);
        const auto members = desk.members(span, std::min(today, span.to));
        if (!members) return tl::unexpected(members.error());
        answer.document = report::membersDocument(head, *members);
        const auto hours = m_source->trade(span, ports::kHours);
        if (!hours) return tl::unexpected(hours.error());
        answer.document.sections.push_back(report::weekdaysSection(head, hours->hours, span));
        return {};
      }
      case ReportPage::Lists: return list(desk, head, ask, today.plusDays(ask.offset), for_file, answer);
      case ReportPage::Trust: {
        const auto last = today.plusDays(ask.offset * kTrust_days);
        const ports::DaySpan span{last.plusDays(1 - kTrust_days), last};
        const auto found = desk.exceptions(span);
        if (!found) return tl::unexpected(found.error());
        const auto figures = desk.today(last);
        if (!figures) return tl::unexpected(figures.error());
        answer.document = report::exceptionsDocument(head, span, *found, *figures);
        return {};
      }
      case ReportPage::Month: {
        const auto span = spanOf(ReportSpan::Month, today, ask.offset);
        const auto figures = desk.period(span);
        if (!figures) return tl::unexpected(figures.error());
        const auto targets = desk.targets(*figures, span.from);
        if (!targets) return tl::unexpected(targets.error());
        answer.document = report::monthDocument(head, *figures, span, *targets);
        const auto before = desk.period(spanOf(ReportSpan::Month, today, ask.offset - 1));
        if (!before) return tl::unexpected(before.error());
        answer.document.sections.push_back(report::monthBeforeSection(head, *figures, *before));
        return {};
      }
      case ReportPage::Log: return log(desk, head, ask, spanOf(ask.span, today, ask.offset), answer);
      case ReportPage::Campaigns: return campaign(desk, head, ask, today, answer);
      case ReportPage::Sheets: return sheets(desk, head, ask, for_file, answer);
    }
    return {};
  }

  static base::Status log(report::Desk& desk, const report::Head& head, const Ask& ask, const ports::DaySpan& span,
                          Answer& answer) {
    report::ActivityFilter filter;
    filter.kind = ask.kind;
    filter.text = ask.find.toStdString();
    const auto rows = desk.log(span, filter, &answer.log_sizes);
    if (!rows) return tl::unexpected(rows.error());
    answer.document = report::logDocument(head, span, *rows, ask.kind);
    return {};
  }

  static base::Status day(report::Desk& desk, const report::Head& head, base::BusinessDate day,
                          base::BusinessDate today, base::LocalTime now, Answer& answer) {
    const auto figures = desk.today(day);
    if (!figures) return tl::unexpected(figures.error());
    constexpr int kLastHour = 23, kSecondsPerHour = 3600;
    answer.hour = day == today && now.date() == today ? now.secondOfDay() / kSecondsPerHour : -1;
    answer.document = report::dayDocument(head, *figures, answer.hour < 0 ? kLastHour : answer.hour);
    return {};
  }

  // A table beside the figures of the day: no file of the day has it.
  static base::Status latest(report::Desk& desk, const report::Head& head, Answer& answer) {
    const auto rows = desk.latest(kLatest);
    if (!rows) return tl::unexpected(rows.error());
    answer.document.sections.push_back(report::latestSection(head, *rows));
    return {};
  }

  static base::Status campaign(report::Desk& desk, const report::Head& head, const Ask& ask, base::BusinessDate today,
                               Answer& answer) {
    auto all = desk.campaigns();
    if (!all) return tl::unexpected(all.error());
    answer.campaigns = *std::move(all);
    answer.document = report::campaignsDocument(head, answer.campaigns);
    if (answer.campaigns.empty()) return {};
    auto found = desk.campaign(ask.campaign, today);
    if (!found && !ask.campaign.empty()) found = desk.campaign({}, today);  // it was deleted
    if (!found) return tl::unexpected(found.error());
    answer.campaign = found->set.code;
    answer.document = report::campaignDocument(head, *found);
    answer.document.sections.push_back(report::campaignsSection(head, answer.campaigns));
    return {};
  }

  // On the screen the rules' tables and then the check list; a file or a slip is of one of them.
  static base::Status sheets(report::Desk& desk, const report::Head& head, const Ask& ask, bool for_file,
                             Answer& answer) {
    answer.sheets.push_back(report::rulesDocument(head));
    auto plan = desk.care();
    if (!plan && plan.error().code != base::ErrorCode::WrongState) return tl::unexpected(plan.error());
    answer.sheets.push_back(report::checkListDocument(head, plan ? *plan : programme::CarePlan{}));
    if (for_file) {
      answer.document = answer.sheets[ask.check_list ? 1 : 0];
      return {};
    }
    answer.document = answer.sheets.front();
    const auto& more = answer.sheets.back().sections;
    answer.document.sections.insert(answer.document.sections.end(), more.begin(), more.end());
    return {};
  }

  // A file that leaves the shop names nobody who did not agree, and no dead number but in their list (S000-53,
  // S001-08).
  static base::Status list(report::Desk& desk, const report::Head& head, const Ask& ask, base::BusinessDate day,
                           bool for_file, Answer& answer) {
    auto rows = desk.list(ask.list, day, answer.list_sizes);
    if (!rows) return tl::unexpected(rows.error());
    report::ListFilter filter;
    filter.consent = ask.consent || for_file;
    filter.reachable = for_file && ask.list != report::ListKind::PhoneDead;
    filter.bought_half_year = ask.half_year;
    filter.least_bills = ask.least_bills;
    if (const auto least = parseMoney(ask.find)) filter.least_year = *least;
    const auto json = desk.carePlan();
    if (!json) return tl::unexpected(json.error());
    auto care = programme::parseCarePlan(*json);
    if (!care) return tl::unexpected(care.error());
    answer.tags = std::move(care->tags);
    if (ask.tag >= 0 && ask.tag < std::ssize(answer.tags))
      filter.tag = answer.tags[static_cast<std::size_t>(ask.tag)].code;
    if (ask.tier >= 0 && ask.tier < std::ssize(answer.tiers))
      filter.tier = answer.tiers[static_cast<std::size_t>(ask.tier)];
    const auto kept = report::filtered(std::move(*rows), filter, day);
    for (const auto& row : kept) answer.selected.push_back(row.member);
    answer.day = day;
    const auto lines = desk.withPeople(kept, for_file ? kept.size() : kRowsShown);
    if (!lines) return tl::unexpected(lines.error());
    answer.document = report::listDocument(head, ask.list, day, *lines, kept.size());
    return {};
  }

  OpenSource m_open;
  std::shared_ptr<const base::Clock> m_clock;
  std::unique_ptr<ports::ReportSource> m_source;
};

ReportModel::ReportModel(OpenSource open, WriteFile write, std::shared_ptr<const base::Clock> clock,
                         Formatter formatter, Threads threads)
    : m_open(std::move(open)),
      m_write(std::move(write)),
      m_clock(std::move(clock)),
      m_formatter(formatter),
      m_maker(std::make_unique<Maker>(m_open, m_clock)),
      m_threaded(threads == Threads::Own) {
  m_ask.language = languageOf(formatter);
  if (m_threaded) m_thread = std::thread([this] { run(); });
}

ReportModel::~ReportModel() {
  {
    const std::lock_guard lock(m_mutex);
    m_stop = true;
  }
  m_wake.notify_all();
  if (m_thread.joinable()) m_thread.join();
}

bool ReportModel::mayRead(const till::Snapshot& snapshot) {
  return snapshot.op && snapshot.op->role == till::Role::Manager;
}

void ReportModel::run() {
  for (;;) {
    std::function<void()> task;
    {
      std::unique_lock lock(m_mutex);
      m_wake.wait(lock, [this] { return m_stop || m_question || !m_tasks.empty(); });
      if (m_stop) break;
      if (!m_tasks.empty()) {
        task = std::move(m_tasks.front());
        m_tasks.pop_front();
      } else {
        task = std::exchange(m_question, nullptr);
      }
    }
    task();
  }
  m_maker.reset();  // its connection belongs to this thread
}

void ReportModel::work(std::function<void()> task, bool newest) {
  if (!m_threaded) return task();
  {
    const std::lock_guard lock(m_mutex);
    if (newest) {
      m_question = std::move(task);
    } else {
      m_tasks.push_back(std::move(task));
    }
  }
  m_wake.notify_all();
}

void ReportModel::ask() {
  m_busy = true;
  work(
      [this, ask = m_ask] {
        auto answer = m_maker->make(ask, false);
        if (!m_threaded) return took(std::move(answer));
        QMetaObject::invokeMethod(
            this, [this, answer = std::move(answer)]() mutable { took(std::move(answer)); }, Qt::QueuedConnection);
      },
      true);
}

void ReportModel::took(base::Result<Answer> answer) {
  if (answer && answer->ask.page != m_ask.page) return;  // a newer question is under way
  m_busy = false;
  m_error.reset();
  if (answer) {
    m_answer = std::move(*answer);
  } else {
    m_error = answer.error();
  }
  if (const report::Section* shown = section(entry())) m_table.set(*shown);
  emit changed();
}

void ReportModel::askPlan(int months) {
  work(
      [this, months] {
        auto plan = m_maker->plan(months);
        if (!m_threaded) return tookPlan(std::move(plan));
        QMetaObject::invokeMethod(
            this, [this, plan = std::move(plan)]() mutable { tookPlan(std::move(plan)); }, Qt::QueuedConnection);
      },
      false);
}

void ReportModel::tookPlan(base::Result<PlanVm> plan) {
  m_error.reset();
  if (plan) {
    m_plan = *std::move(plan);
  } else {
    m_error = plan.error();
  }
  emit planTaken();
}

void ReportModel::setFormatter(Formatter formatter) {
  m_formatter = formatter;
  if (m_ask.language == languageOf(formatter)) return;
  m_ask.language = languageOf(formatter);
  if (m_answer) ask();
}

void ReportModel::show(ReportPage page) {
  if (page != m_ask.page) {
    m_answer.reset();
    m_table.set({});
    m_entry = 0;
    m_ask.offset = 0;
    m_ask.find.clear();
    m_ask.kind.reset();
    m_ask.check_list = false;
    if (page == ReportPage::Log) m_ask.span = ReportSpan::Week;
  }
  m_ask.page = page;
  ask();
  emit changed();
}

void ReportModel::move(int steps) {
  m_ask.offset = std::min(0, m_ask.offset + steps);
  ask();
}

void ReportModel::backToNow() {
  m_ask.offset = 0;
  ask();
}

void ReportModel::setSpan(ReportSpan span) {
  m_ask.span = span;
  m_ask.offset = 0;
  ask();
}

void ReportModel::choose(int entry) {
  if (m_ask.page == ReportPage::Lists) {
    m_ask.list = static_cast<report::ListKind>(std::clamp(entry, 0, static_cast<int>(report::kLists) - 1));
    return ask();
  }
  if (m_ask.page == ReportPage::Log) {
    m_ask.kind.reset();
    if (entry > 0) m_ask.kind = static_cast<report::ActivityKind>(std::min<int>(entry, report::kActivityKinds) - 1);
    return ask();
  }
  m_entry = entry;
  if (m_answer && m_ask.page == ReportPage::Sheets) {
    m_ask.check_list = !m_answer->sheets.empty() && entry >= std::ssize(m_answer->sheets.front().sections);
    m_answer->ask.check_list = m_ask.check_list;
  }
  if (const report::Section* shown = section(entry)) m_table.set(*shown);
  emit changed();
}

void ReportModel::setConsentOnly(bool only) {
  m_ask.consent = only;
  ask();
}

void ReportModel::setHalfYear(bool only) {
  m_ask.half_year = only;
  ask();
}

void ReportModel::setFind(const QString& text) {
  if (m_ask.find == text) return;
  m_ask.find = text;
  ask();
}

std::vector<member::MemberNo> ReportModel::selection() const {
  std::vector<member::MemberNo> members;
  if (m_answer && m_answer->ask.page == ReportPage::Lists)
    for (const std::int64_t no : m_answer->selected) members.emplace_back(no);
  return members;
}

std::string ReportModel::selectionName() const { return std::string(report::listName(m_ask.list)); }

std::vector<std::string> ReportModel::slip(int columns) const {
  if (!m_answer) return {};
  if (!m_answer->sheets.empty()) return report::documentLongSlip(m_answer->sheets[m_ask.check_list ? 1 : 0], columns);
  return report::documentSlip(m_answer->document, columns);
}

void ReportModel::nextTier() {
  const int tiers = m_answer ? static_cast<int>(m_answer->tiers.size()) : 0;
  m_ask.tier = m_ask.tier + 1 < tiers ? m_ask.tier + 1 : -1;
  ask();
}

void ReportModel::nextTag() {
  const int tags = m_answer ? static_cast<int>(m_answer->tags.size()) : 0;
  m_ask.tag = m_ask.tag + 1 < tags ? m_ask.tag + 1 : -1;
  ask();
}

void ReportModel::refresh() {
  if (!m_busy) ask();
}

NoticeVm ReportModel::exportTo(ReportFile file, const QString& folder) {
  if (!m_answer) return {till::NoticeKind::Info, tr("There is nothing to write yet."), tr("Wait for the report.")};
  const char* ending = file == ReportFile::Pdf ? ".pdf" : file == ReportFile::Xlsx ? ".xlsx" : ".csv";
  const std::string place = (folder + QLatin1Char('/')).toStdString() + "kahui-" + m_answer->document.key + "-" +
                            m_clock->now().local().date().iso() + ending;
  work(
      [this, ask = m_answer->ask, file, place] {
        auto answer = m_maker->make(ask, true);
        const base::Status done =
            answer ? m_write(answer->document, ask.language, file, place) : tl::unexpected(answer.error());
        const auto told = [this, done, place] {
          emit exported(done ? NoticeVm{till::NoticeKind::Good, tr("Written: %1").arg(text(place)), {}}
                             : NoticeVm{till::NoticeKind::Error,
                                        tr("The report was not written: %1").arg(text(done.error().detail)),
                                        tr("Choose another folder and try again.")});
        };
        if (!m_threaded) return told();
        QMetaObject::invokeMethod(this, told, Qt::QueuedConnection);
      },
      false);
  return {till::NoticeKind::Info, tr("The report is being written…"), {}};
}

}  // namespace kahui::models
