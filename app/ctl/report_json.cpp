#include "app/ctl/report_json.hpp"

#include "app/ctl/shift_lines.hpp"

#include "app/ctl/evaluate/day_json.hpp"
#include "core/base/csv.hpp"

namespace kahui::ctl {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t kTopItems = 20;

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
              {"coupons_used", totals.coupons_used},
              {"stored_in", figures.stored_in.value()},
              {"stored_out", figures.stored_out.value()}});
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

ordered_json briefJson(const report::Brief& brief) {
  return {{"net", brief.net.value()},
          {"member_net", brief.member_net.value()},
          {"bills", brief.bills},
          {"member_bills", brief.member_bills},
          {"distinct_members", brief.distinct_members},
          {"new_members", brief.new_members},
          {"points_issued", brief.issued.value()},
          {"points_redeemed", brief.redeemed.value()}};
}

ordered_json countsJson(const char* key, const std::vector<report::KeyCount>& counts) {
  ordered_json list = ordered_json::array();
  for (const auto& one : counts) list.push_back({{key, one.key}, {"n", one.n}});
  return list;
}

// What only a day has.
void addToday(ordered_json& out, const report::Today& today) {
  out["last_week"] = briefJson(today.last_week);
  out["last_week"]["date"] = today.last_week_day.iso();
  out["mean_30"] = briefJson(today.mean);
  out["mean_30"]["days"] = today.mean_days;
  out["mean_30"].erase("distinct_members");
  ordered_json& operators = out["operators"] = ordered_json::array();
  for (const auto& one : today.operators)
    operators.push_back({{"operator", one.code},
                         {"bills", one.bills},
                         {"net", one.net.value()},
                         {"returns", one.returns},
                         {"refunded", one.refunded.value()},
                         {"discount_bills", one.discount_bills},
                         {"discount", one.discount.value()},
                         {"rounding", one.rounding.value()}});
  out["joins"] = countsJson("source", today.joins);
  out["upgrades_to"] = countsJson("tier", today.upgrades);
  out["member_saving"] = {{"price", today.saved_price.value()},
                          {"coupons", today.saved_coupons.value()},
                          {"points", today.saved_points.value()}};
}

}  // namespace

std::string periodJson(const ordered_json& head, const report::PeriodFigures& figures, const report::Today* today,
                       const report::ShiftSlip* slip) {
  ordered_json out = head;
  out.update(figuresJson(figures));
  if (slip != nullptr) out.update(shiftFiguresJson(*slip));
  out.update(listsJson(figures));
  if (slip != nullptr) out.update(shiftListsJson(*slip));
  if (today != nullptr) addToday(out, *today);
  return out.dump() + "\n";
}

std::string periodCsv(const ordered_json& head, const report::PeriodFigures& figures, const report::Today* today,
                      const report::ShiftSlip* slip) {
  std::string out = "section,key,figure,value\n";
  const auto cell = [](const ordered_json& value) {
    return value.is_string() ? base::csvCell(value.get<std::string>()) : value.is_null() ? std::string() : value.dump();
  };
  const ordered_json shift = slip == nullptr ? ordered_json::object() : shiftFiguresJson(*slip);
  for (const auto& part : {head, figuresJson(figures), shift})
    for (const auto& [key, value] : part.items()) out += "total,," + key + "," + cell(value) + "\n";
  ordered_json lists = listsJson(figures);
  if (today != nullptr) addToday(lists, *today);
  if (slip != nullptr) lists.update(shiftListsJson(*slip));
  for (const auto& [section, rows] : lists.items()) {
    if (rows.is_object()) {
      for (const auto& [key, value] : rows.items()) out += section + ",," + key + "," + cell(value) + "\n";
      continue;
    }
    for (const auto& row : rows)
      for (auto figure = std::next(row.begin()); figure != row.end(); ++figure)
        out += section + "," + cell(*row.begin()) + "," + figure.key() + "," + cell(*figure) + "\n";
  }
  return out;
}

}  // namespace kahui::ctl
