// kahuictl log search: who did what when, from the journal. Reads beside a running till.
#include <fstream>
#include <iostream>

#include "app/ctl/command.hpp"
#include "app/local/demo_clock.hpp"
#include "core/report/document.hpp"
#include "core/store/report_reader.hpp"

namespace kahui::ctl {

namespace {

struct LogOptions {
  std::string store, from, to, kind, staff, member, receipt, text, format = "text", language;
};

base::Result<std::string> search(const LogOptions& options) {
  const auto reader = store::ReportReader::open(options.store);
  if (!reader) return tl::unexpected(reader.error());
  report::Desk desk(**reader);
  const auto pack = desk.pack();
  if (!pack) return base::fail(base::ErrorCode::StoreCorrupt, "rule pack: " + pack.error().detail);
  const auto shift = (*reader)->openShift();
  if (!shift) return tl::unexpected(shift.error());
  const auto& info = (*reader)->info();
  const auto today = *shift ? (*shift)->business_date : local::openClock(info.zone, info.demo)->now().local().date();
  ports::DaySpan span{today.plusDays(-6), today};
  for (const auto& [given, into] : {std::pair(&options.from, &span.from), std::pair(&options.to, &span.to)}) {
    if (given->empty()) continue;
    const auto day = base::BusinessDate::parse(*given);
    if (!day) return base::fail(base::ErrorCode::BadInput, *given + ": not a date (YYYY-MM-DD)");
    *into = *day;
  }
  report::ActivityFilter filter;
  if (!options.kind.empty()) {
    filter.kind = report::parseActivityKind(options.kind);
    if (!filter.kind)
      return base::fail(base::ErrorCode::BadInput, "--kind " + options.kind + ": there is no such kind");
  }
  filter.staff = options.staff;
  filter.receipt = options.receipt;
  filter.text = options.text;
  if (!options.member.empty()) {
    const auto no = member::MemberNo::parse(options.member);
    if (!no) return base::fail(base::ErrorCode::BadInput, "--member: a member number is expected");
    filter.member = no->value();
  }
  const auto rows = desk.log(span, filter);
  if (!rows) return tl::unexpected(rows.error());
  const std::string& asked = options.language.empty() ? info.language : options.language;
  const report::Head head{info, *pack, asked == "en" ? report::Language::English : report::Language::Chinese};
  const auto document = report::logDocument(head, span, *rows, filter.kind);
  if (options.format == "json") return report::documentJson(document);
  return options.format == "csv" ? report::documentCsv(document) : report::documentText(document);
}

}  // namespace

void addLogCommand(CLI::App& app, int& exit_code) {
  CLI::App* group = app.add_subcommand("log", "The activity log: privileged acts, reveals, PINs, prices by hand");
  group->require_subcommand(1);
  auto options = std::make_shared<LogOptions>();
  CLI::App* command = group->add_subcommand("search", "Who did what when, newest first");
  command->add_option("--store", options->store, "Folder of the store")->required();
  command->add_option("--from", options->from, "First business date; a week before the last unless named");
  command->add_option("--to", options->to, "Last business date; today unless named");
  command->add_option("--kind", options->kind,
                      "price, return, drawer, reveal, member, points, value, pin, refused, copy, work or settings");
  command->add_option("--staff", options->staff, "By this code, or signed by it");
  command->add_option("--member", options->member, "Of this member");
  command->add_option("--receipt", options->receipt, "Of this receipt, or a part of its number");
  command->add_option("--text", options->text, "With this in code, number or note");
  command->add_option("--lang", options->language, "Language of words")->check(CLI::IsMember({"zh_CN", "en"}));
  command->add_option("--format", options->format, "Form of the answer")->check(CLI::IsMember({"text", "json", "csv"}));
  command->callback([options, &exit_code] {
    const auto text = search(*options);
    exit_code = text ? kDone : report(text.error(), options->format == "json");
    if (text) std::cout << *text;
  });
}

}  // namespace kahui::ctl
