// kahuictl report: the manager's figures (rulebook section 11), from what the store folds between sales.
#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "app/ctl/command.hpp"
#include "app/ctl/report_json.hpp"
#include "app/ctl/shift_lines.hpp"
#include "app/local/demo_clock.hpp"
#include "app/sheets/sheets.hpp"
#include "core/report/document_compare.hpp"
#include "core/store/report_reader.hpp"

namespace kahui::ctl {

namespace {

using nlohmann::ordered_json;
using report::Document;

enum class What { Day, Month, Shift, Members, Goods, Lists, Trust, Campaign, Rules, CheckList };

struct ReportArguments {
  What what{};
  std::string folder, date, from, to, format = "text", out, list = "birthdays30", tier, tag, language, find, code;
  std::int64_t shift = 0;
  int columns = 32;  // of a slip
  std::int64_t least_year_fen = 0, least_bills = 0;
  bool consent = false, bought_half_year = false;
};

struct Made {
  Document document;
  std::string json, csv;  // empty: the document's own
  std::string slip{};     // of a shift: D4, beside the figures
};

class Reporter {
 public:
  Reporter(const ReportArguments& arguments, store::ReportReader& reader)
      : m_arguments(arguments), m_reader(reader), m_desk(reader) {}

  base::Result<Made> make() {
    auto pack = m_desk.pack();
    if (!pack) return base::fail(base::ErrorCode::StoreCorrupt, "rule pack: " + pack.error().detail);
    m_pack = std::move(*pack);
    KAHUI_TRY(findDay());
    switch (m_arguments.what) {
      case What::Day: return day();
      case What::Month: return month();
      case What::Shift: return shift();
      case What::Members: return members();
      case What::Goods: return goods();
      case What::Lists: return lists();
      case What::Trust: return trust();
      case What::Campaign: return campaign();
      case What::Rules: return Made{report::rulesDocument(head()), {}, {}};
      case What::CheckList: return checkList();
    }
    return base::fail(base::ErrorCode::BadInput, "no such report");
  }

  [[nodiscard]] report::Language language() const {
    const std::string& asked = m_arguments.language.empty() ? m_reader.info().language : m_arguments.language;
    return asked == "en" ? report::Language::English : report::Language::Chinese;
  }

 private:
  [[nodiscard]] bool english() const { return language() == report::Language::English; }
  [[nodiscard]] report::Head head() const { return {m_reader.info(), m_pack, language()}; }

  // Of the open shift, else of the clock, unless named.
  base::Status findDay() {
    const auto shift = m_reader.openShift();
    if (!shift) return tl::unexpected(shift.error());
    m_day = *shift ? (*shift)->business_date
                   : local::openClock(m_reader.info().zone, m_reader.info().demo)->now().local().date();
    KAHUI_TRY(named("--date", m_arguments.date, m_day));
    m_span = report::monthOf(m_day);
    if (m_arguments.what == What::Trust) m_span = {m_day.plusDays(-6), m_day};
    KAHUI_TRY(named("--from", m_arguments.from, m_span.from));
    KAHUI_TRY(named("--to", m_arguments.to, m_span.to));
    if (m_span.from <= m_span.to) return {};
    return base::fail(base::ErrorCode::BadInput, "--from is later than --to");
  }

  static base::Status named(const char* option, const std::string& text, base::BusinessDate& day) {
    if (text.empty()) return {};
    const auto asked = base::BusinessDate::parse(text);
    if (!asked)
      return base::fail(base::ErrorCode::BadInput, fmt::format("{} {}: not a date (YYYY-MM-DD)", option, text));
    day = *asked;
    return {};
  }

  ordered_json jsonHead(const char* name) const { return {{"report", name}, {"store", m_reader.info().store_no}}; }

  base::Result<Made> day() {
    const auto today = m_desk.today(m_day);
    if (!today) return tl::unexpected(today.error());
    ordered_json names = jsonHead("day");
    names.update({{"from", m_day.iso()}, {"to", m_day.iso()}});
    constexpr int kWholeDay = 23;
    return Made{report::dayDocument(head(), *today, kWholeDay), periodJson(names, today->figures, &*today),
                periodCsv(names, today->figures, &*today)};
  }

  static ordered_json withTargets(ordered_json names, const std::vector<report::TargetRow>& targets) {
    if (targets.empty()) return names;
    auto& list = names["targets"] = ordered_json::array();
    for (const auto& row : targets)
      list.push_back(
          {{"figure", row.figure}, {"target", row.target}, {"actual", row.actual}, {"reached_bp", row.reached_bp}});
    return names;
  }

  base::Result<Made> month() {
    const auto figures = m_desk.period(m_span);
    if (!figures) return tl::unexpected(figures.error());
    ordered_json names = jsonHead("month");
    names.update({{"from", m_span.from.iso()}, {"to", m_span.to.iso()}});
    const auto targets = m_desk.targets(*figures, m_span.from);
    if (!targets) return tl::unexpected(targets.error());
    const auto before = m_desk.period(report::monthOf(report::monthOf(m_span.from).from.plusDays(-1)));
    if (!before) return tl::unexpected(before.error());
    auto document = report::monthDocument(head(), *figures, m_span, *targets);
    document.sections.push_back(report::monthBeforeSection(head(), *figures, *before));
    return Made{std::move(document), periodJson(withTargets(names, *targets), *figures, nullptr),
                periodCsv(names, *figures, nullptr)};
  }

  base::Result<Made> shift() {
    std::int64_t number = m_arguments.shift;
    if (number == 0) {
      const auto open = m_reader.openShift();
      if (!open) return tl::unexpected(open.error());
      if (!*open) return base::fail(base::ErrorCode::WrongState, "no shift is open; name one with --shift");
      number = (*open)->id;
    }
    const auto figures = m_desk.shift(number);
    if (!figures) return tl::unexpected(figures.error());
    const auto slip = slipOfShift(m_reader.store(), number);
    if (!slip) return tl::unexpected(slip.error());
    ordered_json names = jsonHead("shift");
    names["shift"] = number;
    Made made{report::shiftDocument(head(), *figures, number), periodJson(names, *figures, nullptr, &*slip),
              periodCsv(names, *figures, nullptr, &*slip)};
    made.slip = report::renderSlip(*slip, english() ? report::SlipLanguage::English : report::SlipLanguage::Chinese,
                                   m_arguments.columns);
    return made;
  }

  base::Result<Made> members() {
    const auto found = m_desk.members(m_span, m_day);
    if (!found) return tl::unexpected(found.error());
    const auto hours = m_reader.trade(m_span, ports::kHours);
    if (!hours) return tl::unexpected(hours.error());
    auto document = report::membersDocument(head(), *found);
    document.sections.push_back(report::weekdaysSection(head(), hours->hours, m_span));
    return Made{std::move(document), {}, {}};
  }

  base::Result<Made> goods() {
    const auto found = m_desk.goods(m_span, m_arguments.find);
    if (!found) return tl::unexpected(found.error());
    return Made{report::goodsDocument(head(), *found), {}, {}};
  }

  base::Result<Made> lists() {
    const auto kind = report::parseListKind(m_arguments.list);
    if (!kind) return base::fail(base::ErrorCode::BadInput, "--list " + m_arguments.list + ": there is no such list");
    auto rows = m_desk.list(*kind, m_day);
    if (!rows) return tl::unexpected(rows.error());
    // A file that leaves the shop names nobody who did not agree, and no dead number but in their list (S000-53,
    // S001-08).
    const bool leaves = m_arguments.format == "csv" || m_arguments.format == "xlsx" || m_arguments.format == "pdf";
    const report::ListFilter filter{m_arguments.tier,
                                    base::Money(m_arguments.least_year_fen),
                                    m_arguments.bought_half_year,
                                    m_arguments.consent || leaves,
                                    m_arguments.tag,
                                    m_arguments.least_bills,
                                    leaves && *kind != report::ListKind::PhoneDead};
    const auto kept = report::filtered(std::move(*rows), filter, m_day);
    const auto lines = m_desk.withPeople(kept, kept.size());
    if (!lines) return tl::unexpected(lines.error());
    return Made{report::listDocument(head(), *kind, m_day, *lines, kept.size()), {}, {}};
  }

  base::Result<Made> trust() {
    const auto found = m_desk.exceptions(m_span);
    if (!found) return tl::unexpected(found.error());
    const auto today = m_desk.today(m_day);
    if (!today) return tl::unexpected(today.error());
    return Made{report::exceptionsDocument(head(), m_span, *found, *today), {}, {}};
  }

  // Of all campaigns, unless one is named.
  base::Result<Made> campaign() {
    if (m_arguments.code.empty()) {
      const auto all = m_desk.campaigns();
      if (!all) return tl::unexpected(all.error());
      return Made{report::campaignsDocument(head(), *all), {}, {}};
    }
    const auto found = m_desk.campaign(m_arguments.code, m_day);
    if (!found) return tl::unexpected(found.error());
    return Made{report::campaignDocument(head(), *found), {}, {}};
  }

  base::Result<Made> checkList() {
    const auto plan = m_desk.care();
    if (!plan) return tl::unexpected(plan.error());
    return Made{report::checkListDocument(head(), *plan), {}, {}};
  }

  const ReportArguments& m_arguments;
  store::ReportReader& m_reader;
  report::Desk m_desk;
  programme::RulePack m_pack;
  base::BusinessDate m_day;
  ports::DaySpan m_span;
};

std::string slip(const Document& document, int columns) {
  const bool paper = document.key == "rules" || document.key == "checklist";  // read as a whole
  std::string text;
  for (const std::string& line :
       paper ? report::documentLongSlip(document, columns) : report::documentSlip(document, columns))
    text += line + "\n";
  return text;
}

base::Status write(const ReportArguments& arguments, const Made& made, report::Language language) {
  if (arguments.format == "pdf") return sheets::writePdf(made.document, language, arguments.out);
  if (arguments.format == "xlsx") return sheets::writeXlsx(made.document, language, arguments.out);
  const std::string text =
      arguments.format == "json"   ? (made.json.empty() ? report::documentJson(made.document) : made.json)
      : arguments.format == "csv"  ? (made.csv.empty() ? report::documentCsv(made.document) : made.csv)
      : arguments.format == "slip" ? slip(made.document, arguments.columns)
                                   : report::documentText(made.document) + (made.slip.empty() ? "" : "\n" + made.slip);
  if (arguments.out.empty()) {
    std::cout << text;
    return {};
  }
  std::ofstream file(arguments.out, std::ios::binary);
  file << text;
  file.close();
  if (!file) return base::fail(base::ErrorCode::BadInput, arguments.out + ": cannot be written");
  return {};
}

int run(const ReportArguments& arguments) {
  const bool json = arguments.format == "json";
  if (arguments.out.empty() && (arguments.format == "pdf" || arguments.format == "xlsx"))
    return report({base::ErrorCode::BadInput, "--format " + arguments.format + " is a file: name it with --out"}, json);
  const auto reader = store::ReportReader::open(arguments.folder);
  if (!reader) return report(reader.error(), json);
  Reporter reporter(arguments, **reader);
  const auto made = reporter.make();
  if (!made) return report(made.error(), json);
  if (const auto written = write(arguments, *made, reporter.language()); !written) return report(written.error(), json);
  return kDone;
}

}  // namespace

void addReportCommands(CLI::App& app, int& exit_code) {
  CLI::App* group = app.add_subcommand("report", "The manager's figures; reads beside a running till");
  group->require_subcommand(1);
  const auto add = [&](What what, const char* name, const char* words) {
    auto arguments = std::make_shared<ReportArguments>();
    arguments->what = what;
    CLI::App* command = group->add_subcommand(name, words);
    command->add_option("--store", arguments->folder, "Folder of the store")->required();
    if (what == What::Shift)
      command->add_option("--shift", arguments->shift, "Number of the shift; the open one unless named");
    else
      command->add_option("--date", arguments->date, "Business date, or any day of the month; today unless named");
    if (what == What::Members || what == What::Goods || what == What::Trust) {
      command->add_option("--from", arguments->from, "First business date; the month's unless named");
      command->add_option("--to", arguments->to, "Last business date");
    }
    if (what == What::Goods)
      command->add_option("--find", arguments->find, "Only goods whose code, name or category has it");
    if (what == What::Lists) {
      command->add_option("--list", arguments->list,
                          "birthdays7, birthdays30, dormant, lost, offrhythm, points, tiertolose, tierinreach, "
                          "highvalue, rising, anniversaries, often, all, phonedead");
      command->add_option("--tier", arguments->tier, "Of this tier alone");
      command->add_option("--tag", arguments->tag, "With this tag of the care plan");
      command->add_option("--least", arguments->least_year_fen, "Spent at least this in 365 days, fen");
      command->add_option("--least-bills", arguments->least_bills, "At least so many bills in 365 days");
      command->add_flag("--bought-half-year", arguments->bought_half_year, "Last purchase at most 183 days ago");
      command->add_flag("--consent", arguments->consent,
                        "Only who agreed; csv, xlsx and pdf never name others, nor dead numbers");
    }
    if (what == What::Campaign)
      command->add_option("--code", arguments->code, "Code of the campaign; a list of all unless named");
    command->add_option("--lang", arguments->language, "Language of words; the store's unless named")
        ->check(CLI::IsMember({"zh_CN", "en"}));
    command->add_option("--format", arguments->format, "Form of the answer; xlsx and pdf need --out")
        ->check(CLI::IsMember({"text", "json", "csv", "xlsx", "pdf", "slip"}));
    command->add_option("--columns", arguments->columns, "Width of a slip: 32 on 58 mm, 48 on 80 mm")
        ->check(CLI::Range(24, 64));
    command->add_option("--out", arguments->out, "File to write; standard output unless named");
    command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
  };
  add(What::Day, "day", "One business day");
  add(What::Month, "month", "One calendar month");
  add(What::Shift, "shift", "One shift");
  add(What::Members, "members", "Members: tiers, segments, 80/20, points outstanding");
  add(What::Goods, "goods", "Goods: best sold, margins, promotions, slow goods, forecast");
  add(What::Lists, "lists", "Members who need attention; personal data masked");
  add(What::Trust, "trust", "What a manager should look at, with its evidence");
  add(What::Campaign, "campaign", "What a campaign brought and cost, beside the times before and after");
  add(What::Rules, "rules", "The rules in force, to be shown to members; a slip has all of it");
  add(What::CheckList, "checklist", "The onboarding's schedule to be ticked off, one page");
}

}  // namespace kahui::ctl
