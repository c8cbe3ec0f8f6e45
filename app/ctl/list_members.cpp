#include "app/ctl/list_members.hpp"

#include "app/local/demo_clock.hpp"
#include "core/report/desk.hpp"
#include "core/store/report_reader.hpp"

namespace kahui::ctl {

void wantList(CLI::App& command, ListChoice& choice) {
  command.add_option("--list", choice.list,
                     "All members of a list of 'kahuictl report lists' who agreed to be addressed");
  command.add_option("--tier", choice.tier, "Of the list: of this tier alone");
  command.add_option("--tag", choice.tag, "Of the list: with this tag alone");
  command.add_option("--least", choice.least_fen, "Of the list: spent at least this in 365 days, fen");
}

base::Result<std::vector<std::string>> membersOfList(const std::string& store, const ListChoice& choice) {
  const auto kind = report::parseListKind(choice.list);
  if (!kind) return base::fail(base::ErrorCode::BadInput, "--list " + choice.list + ": there is no such list");
  const auto reader = store::ReportReader::open(store);
  if (!reader) return tl::unexpected(reader.error());
  report::Desk desk(**reader);
  const auto shift = (*reader)->openShift();
  if (!shift) return tl::unexpected(shift.error());
  const auto& info = (*reader)->info();
  const auto day = *shift ? (*shift)->business_date : local::openClock(info.zone, info.demo)->now().local().date();
  auto rows = desk.list(*kind, day);
  if (!rows) return tl::unexpected(rows.error());
  report::ListFilter filter;
  filter.tier = choice.tier;
  filter.least_year = base::Money(choice.least_fen);
  filter.tag = choice.tag;
  std::vector<std::string> numbers;
  for (const auto& row : report::filtered(std::move(*rows), filter, day)) numbers.push_back(std::to_string(row.member));
  return numbers;
}

}  // namespace kahui::ctl
