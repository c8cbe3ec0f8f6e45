// kahuictl report: the manager's day and month and the shift, from the journal (rulebook D1, D3, D4).
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/ctl/command.hpp"
#include "app/ctl/evaluate/day_json.hpp"
#include "app/ctl/shift_lines.hpp"
#include "app/local/demo_clock.hpp"
#include "core/base/csv.hpp"
#include "core/base/money_text.hpp"
#include "core/report/period.hpp"

namespace kahui::ctl {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t kTopItems = 20;

enum class Period { Day, Month, Shift };

struct Arguments {
  Period period{};
  std::string folder, date, format = "text", out;
  std::int64_t shift = 0;
};

struct Report {
  std::string title;
  ordered_json head;  // what the figures are of
  report::PeriodFigures figures;
  std::optional<report::ShiftSlip> slip{};  // of a shift (D4)
  bool english = false;                     // language of the slip
};

// The day of the open shift, else of the clock.
base::Result<base::BusinessDate> currentDay(store::SqliteStore& store) {
  const auto shift = store.openShift();
  if (!shift) return tl::unexpected(shift.error());
  if (*shift) return (*shift)->business_date;
  return local::openClock(store.info().zone, store.info().demo)->now().local().date();
}

store::DayRange monthOf(base::BusinessDate day) {
  const auto first = base::BusinessDate::of(day.year(), day.month(), 1);
  const auto next = day.month() == 12 ? base::BusinessDate::of(day.year() + 1, 1, 1)
                                      : base::BusinessDate::of(day.year(), day.month() + 1, 1);
  return {first, next.plusDays(-1)};
}

bool ofShift(const journal::Event& event, std::int64_t shift) {
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload)) return sale->shift == shift;
  if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload)) return back->shift == shift;
  return false;
}

report::ShiftSlip slipOf(store::SqliteStore& store, report::ShiftSheet sheet, const ports::PointsBook& points) {
  const ports::StoreInfo& info = store.info();
  report::ShiftSlip slip;
  slip.store_name = info.store_name;
  slip.position = info.position;
  slip.operator_name = sheet.closed_by.empty() ? sheet.operator_code : sheet.closed_by;
  slip.at = sheet.closed ? sheet.closed->local() : local::openClock(info.zone, info.demo)->now().local();
  slip.demo = info.demo;
  if (sheet.count) {
    slip.left = sheet.count->left;
    slip.reason = sheet.count->reason;
  }
  slip.sheet = std::move(sheet);
  slip.points = points;
  return slip;
}

base::Result<Report> gather(const Arguments& arguments) {
  const auto store = openForReading(arguments.folder);
  if (!store) return tl::unexpected(store.error());
  const auto in_force = (*store)->rulePack();
  if (!in_force) return tl::unexpected(in_force.error());
  const auto pack = programme::parseRulePack(std::string_view(in_force->json));
  if (!pack) return base::fail(base::ErrorCode::StoreCorrupt, "rule pack: " + pack.error().detail);
  auto day = currentDay(**store);
  if (!day) return tl::unexpected(day.error());
  if (!arguments.date.empty()) {
    const auto asked = base::BusinessDate::parse(arguments.date);
    if (!asked) return base::fail(base::ErrorCode::BadInput, "--date " + arguments.date + ": not a date (YYYY-MM-DD)");
    *day = *asked;
  }
  store::DayRange range{*day, *day};
  if (arguments.period == Period::Month) range = monthOf(*day);
  if (arguments.period == Period::Shift) range = {};
  std::vector<journal::Event> events;
  std::int64_t shift = arguments.shift;
  if (arguments.period == Period::Shift && shift == 0) {
    const auto open = (*store)->openShift();
    if (!open) return tl::unexpected(open.error());
    if (!*open) return base::fail(base::ErrorCode::WrongState, "no shift is open; name one with --shift");
    shift = (*open)->id;
  }
  report::ShiftBook book(shift);
  const auto read = store::forEachEvent(**store, range, [&](const journal::Event& event, const std::string&) {
    book.add(event);
    if (arguments.period != Period::Shift || ofShift(event, shift)) events.push_back(event);
    return base::Status{};
  });
  if (!read) return tl::unexpected(read.error());
  Report out;
  out.head["report"] = arguments.period == Period::Day ? "day" : arguments.period == Period::Month ? "month" : "shift";
  out.head["store"] = (*store)->info().store_no;
  if (arguments.period == Period::Shift) {
    out.head["shift"] = shift;
    const auto points = (*store)->shiftPoints(shift);
    if (!points) return tl::unexpected(points.error());
    out.slip = slipOf(**store, book.sheet(), *points);
    out.english = (*store)->info().language == "en";
  } else {
    out.head["from"] = range.from->iso();
    out.head["to"] = range.to->iso();
  }
  out.figures = report::periodFigures(events, *pack);
  return out;
}

ordered_json tradeJson(const report::Trade& trade) {
  return {{"bills", trade.bills},
          {"net", trade.net.value()},
          {"member_bills", trade.member_bills},
          {"member_net", trade.member_net.value()}};
}

// D1 by the names of `kahuictl evaluate`, then the rest of the day.
ordered_json figuresJson(const report::PeriodFigures& figures) {
  const auto& totals = figures.totals;
  ordered_json out = dayJson(figures.day);
  out.update({{"repeat_buyers", figures.repeat_buyers},
              {"repeat_buyers_bp", figures.repeat_buyers_bp},
              {"new_members", totals.new_members},
              {"upgrades", figures.upgrades},
              {"gross", totals.gross.value()},
              {"refunds", totals.refunds.value()},
              {"rounding", totals.rounding.value()},
              {"points_restored", totals.restored.value()},
              {"points_expired", totals.expired.value()},
              {"coupons_issued", totals.coupons_issued},
              {"coupons_used", totals.coupons_used}});
  return out;
}

ordered_json itemsJson(const report::PeriodFigures& figures, bool members) {
  ordered_json list = ordered_json::array();
  for (const auto& [sku, item] : report::topItems(figures, members, kTopItems))
    list.push_back({{"sku", sku},
                    {"name", item.name},
                    {"qty_milli", (members ? item.members : item.guests).value()},
                    {"net", (members ? item.member_net : item.guest_net).value()}});
  return list;
}

ordered_json listsJson(const report::PeriodFigures& figures) {
  ordered_json hours = ordered_json::array();
  for (std::size_t hour = 0; hour < figures.hours.size(); ++hour) {
    const auto& trade = figures.hours.at(hour);
    if (trade.bills == 0 && trade.net == base::Money()) continue;
    ordered_json row{{"hour", hour}};
    row.update(tradeJson(trade));
    hours.push_back(std::move(row));
  }
  ordered_json tiers = ordered_json::array();
  for (const auto& [tier, trade] : figures.tiers) {
    ordered_json row{{"tier", tier.empty() ? ordered_json() : ordered_json(tier)}};
    row.update(tradeJson(trade));
    tiers.push_back(std::move(row));
  }
  ordered_json tenders = ordered_json::array();
  for (const auto& [type, tender] : figures.tenders)
    tenders.push_back({{"type", type}, {"taken", tender.taken.value()}, {"given_back", tender.given_back.value()}});
  ordered_json manual = ordered_json::array();
  for (const auto& [code, given] : figures.manual)
    manual.push_back({{"operator", code}, {"bills", given.bills}, {"saving", given.saving.value()}});
  return {{"by_hour", hours},
          {"by_tier", tiers},
          {"tenders", tenders},
          {"manual_discounts", manual},
          {"top_members", itemsJson(figures, true)},
          {"top_guests", itemsJson(figures, false)}};
}

std::string asJson(const Report& report) {
  ordered_json out = report.head;
  out.update(figuresJson(report.figures));
  if (report.slip) out.update(shiftFiguresJson(*report.slip));
  out.update(listsJson(report.figures));
  if (report.slip) out.update(shiftListsJson(*report.slip));
  return out.dump() + "\n";
}

// A figure a row: `section,key,name,value`, so that every list has its place in one sheet.
std::string asCsv(const Report& report) {
  std::string out = "section,key,figure,value\n";
  const auto cell = [](const ordered_json& value) {
    return value.is_string() ? base::csvCell(value.get<std::string>()) : value.is_null() ? std::string() : value.dump();
  };
  const ordered_json shift = report.slip ? shiftFiguresJson(*report.slip) : ordered_json::object();
  for (const auto& part : {report.head, figuresJson(report.figures), shift})
    for (const auto& [key, value] : part.items()) out += "total,," + key + "," + cell(value) + "\n";
  ordered_json lists = listsJson(report.figures);
  if (report.slip) lists.update(shiftListsJson(*report.slip));
  for (const auto& [section, rows] : lists.items())
    for (const auto& row : rows)
      for (auto figure = std::next(row.begin()); figure != row.end(); ++figure)
        out += section + "," + cell(*row.begin()) + "," + figure.key() + "," + cell(*figure) + "\n";
  return out;
}

std::string asText(const Report& report) {
  const auto& day = report.figures.day;
  const auto& totals = report.figures.totals;
  std::string out;
  for (const auto& [key, value] : report.head.items())
    out += key + " " + (value.is_string() ? value.get<std::string>() : value.dump()) + "  ";
  out += "\n";
  const auto line = [&out](std::string_view name, const std::string& value) {
    out += fmt::format("{:<22}{:>16}\n", name, value);
  };
  line("net sales", base::yuanText(day.net_total));
  line("  members", base::yuanText(day.net_member));
  line("  guests", base::yuanText(day.net_guest));
  line("member share",
       fmt::format("{}.{:02}%{}", day.member_share_bp / 100, day.member_share_bp % 100, day.share_alert ? " !" : ""));
  line("bills", std::to_string(day.bills));
  line("  of members", std::to_string(day.member_bills));
  line("refunds", fmt::format("{} / {}", day.refund_bills, base::yuanText(totals.refunds)));
  line("average ticket", base::yuanText(day.avg_ticket));
  line("  of members", base::yuanText(day.member_avg_ticket));
  line("members who bought", std::to_string(day.distinct_members));
  line("  twice or more", std::to_string(report.figures.repeat_buyers));
  line("new members", std::to_string(totals.new_members));
  line("points issued", std::to_string(day.points_issued.value()));
  line("points reversed", std::to_string(day.points_reversed.value()));
  line("points redeemed", std::to_string(day.points_redeemed.value()));
  line("points expired", std::to_string(totals.expired.value()));
  line("coupons issued/used", fmt::format("{} / {}", totals.coupons_issued, totals.coupons_used));
  line("rounding", base::yuanText(totals.rounding));
  for (const auto& [type, tender] : report.figures.tenders)
    line(type, fmt::format("{} / -{}", base::yuanText(tender.taken), base::yuanText(tender.given_back)));
  if (report.slip)
    out += "\n" + report::renderSlip(
                      *report.slip, report.english ? report::SlipLanguage::English : report::SlipLanguage::Chinese, 48);
  return out;
}

int run(const Arguments& arguments) {
  const bool json = arguments.format == "json";
  const auto found = gather(arguments);
  if (!found) return report(found.error(), json);
  const std::string text = json ? asJson(*found) : arguments.format == "csv" ? asCsv(*found) : asText(*found);
  if (arguments.out.empty()) {
    std::cout << text;
    return kDone;
  }
  std::ofstream file(arguments.out, std::ios::binary);
  file << text;
  file.close();
  if (!file) return report({base::ErrorCode::BadInput, arguments.out + ": cannot be written"}, json);
  return kDone;
}

}  // namespace

void addReportCommands(CLI::App& app, int& exit_code) {
  CLI::App* group = app.add_subcommand("report", "The manager's figures; reads beside a running till");
  group->require_subcommand(1);
  const auto add = [&](Period period, const char* name, const char* what) {
    auto arguments = std::make_shared<Arguments>();
    arguments->period = period;
    CLI::App* command = group->add_subcommand(name, what);
    command->add_option("--store", arguments->folder, "Folder of the store")->required();
    if (period == Period::Shift)
      command->add_option("--shift", arguments->shift, "Number of the shift; the open one unless named");
    else
      command->add_option("--date", arguments->date, "Business date, or any day of the month; today unless named");
    command->add_option("--format", arguments->format, "Form of the answer")
        ->check(CLI::IsMember({"text", "json", "csv"}));
    command->add_option("--out", arguments->out, "File to write; standard output unless named");
    command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
  };
  add(Period::Day, "day", "One business day");
  add(Period::Month, "month", "One calendar month");
  add(Period::Shift, "shift", "One shift");
}

}  // namespace kahui::ctl
