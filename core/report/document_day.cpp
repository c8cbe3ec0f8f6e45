// The day, the month and the shift as documents.
#include <fmt/format.h>

#include <algorithm>

#include "core/report/document_words.hpp"

namespace kahui::report {

using base::Money;

namespace {

constexpr std::size_t kTopOfDay = 10;

std::string yuan(Money money) { return "¥" + cellText(Cell::of(money)); }

std::string percent(std::int64_t bp) { return cellText(Cell::of(Kind::Rate, bp)); }

// The last week's hours up to this one: what a day that is not over may be compared with.
struct LastWeek {
  Money net;
};
LastWeek lastWeekUntil(const Today& today, int until_hour) {
  LastWeek sums;
  for (int hour = 0; hour <= until_hour; ++hour) sums.net += today.last_week_hours.at(static_cast<std::size_t>(hour));
  return sums;
}

std::vector<Figure> mainFigures(const Head& head, const PeriodFigures& figures) {
  const Say say{head.language};
  const DayFigures& day = figures.day;
  const auto& totals = figures.totals;
  std::vector<Figure> out{
      {"net_total", say("净销售额", "Net sales"), Cell::of(day.net_total), {}, 0, false},
      {"net_member", say("会员净额", "Of members"), Cell::of(day.net_member), {}, 0, false},
      {"net_guest", say("散客净额", "Of guests"), Cell::of(day.net_guest), {}, 0, false},
      {"member_share", say("会员占比", "Member share"), Cell::of(Kind::Rate, day.member_share_bp),
       day.share_alert ? say("低于 50%：多邀请顾客入会", "Below 50 %: invite customers to join") : std::string(), 0,
       day.share_alert},
      {"bills", say("单数", "Bills"), Cell::count(day.bills), {}, 0, false},
      {"member_bills", say("会员单数", "Member bills"), Cell::count(day.member_bills), {}, 0, false},
      {"avg_ticket", say("客单价", "Average ticket"), Cell::of(day.avg_ticket), {}, 0, false},
      {"member_avg_ticket", say("会员客单价", "Members' ticket"), Cell::of(day.member_avg_ticket), {}, 0, false},
      {"items_per_bill",
       say("每单件数", "Items a bill"),
       Cell::of(Kind::Hundredths, day.items_per_bill_x100),
       {},
       0,
       false},
      {"distinct_members", say("到店会员", "Members seen"), Cell::count(day.distinct_members), {}, 0, false},
      {"new_members", say("新增会员", "New members"), Cell::count(totals.new_members), {}, 0, false},
      {"upgrades", say("升级", "Upgrades"), Cell::count(figures.upgrades), {}, 0, false},
      {"points_issued", say("发放积分", "Points issued"), Cell::of(day.points_issued), {}, 0, false},
      {"points_reversed", say("扣回积分", "Points taken back"), Cell::of(totals.reversed), {}, 0, false},
      {"points_redeemed", say("使用积分", "Points redeemed"), Cell::of(day.points_redeemed), {}, 0, false},
      {"points_expired", say("到期积分", "Points expired"), Cell::of(totals.expired), {}, 0, false},
      {"coupons_issued", say("发券", "Coupons issued"), Cell::count(totals.coupons_issued), {}, 0, false},
      {"coupons_used", say("用券", "Coupons used"), Cell::count(totals.coupons_used), {}, 0, false},
      {"refunds", say("退款", "Refunds"), Cell::of(totals.refunds),
       fmt::format(fmt::runtime(say("{} 笔", "{} bills")), day.refund_bills), 0, false},
      {"rounding", say("抹零", "Rounding"), Cell::of(totals.rounding), {}, 0, false},
  };
  // A shop without stored value is spared two zeros.
  if (figures.stored_in != base::Money() || figures.stored_out != base::Money()) {
    out.push_back({"stored_in", say("储值存入", "Stored value in"), Cell::of(figures.stored_in), {}, 0, false});
    out.push_back({"stored_out", say("储值支出", "Stored value out"), Cell::of(figures.stored_out), {}, 0, false});
  }
  return out;
}

Figure& figure(std::vector<Figure>& figures, std::string_view key) {
  return *std::find_if(figures.begin(), figures.end(), [&](const Figure& one) { return one.key == key; });
}

void compare(const Head& head, const Today& today, int until_hour, std::vector<Figure>& figures) {
  const Say say{head.language};
  const DayFigures& day = today.figures.day;
  const auto say_change = [&](std::string_view key, std::int64_t now, std::int64_t before, const std::string& more) {
    Figure& one = figure(figures, key);
    const std::string change = changeText(now, before);
    one.trend = change.empty() ? 0 : trendOf(now, before);
    one.detail = change + (change.empty() || more.empty() ? "" : "  ") + more;
  };
  const LastWeek week = lastWeekUntil(today, until_hour);
  const std::string mean = today.mean_days == 0
                               ? std::string()
                               : fmt::format(fmt::runtime(say("30 天日均 {}", "30-day {}")), yuan(today.mean.net));
  say_change("net_total", day.net_total.value(), week.net.value(), mean);
  const std::string share = fmt::format(fmt::runtime(say("占全店 {}", "{} of all")), percent(day.member_share_bp));
  figure(figures, "net_member").detail = share;
  const Brief& before = today.last_week;
  Figure& member_share = figure(figures, "member_share");
  if (member_share.detail.empty() && before.net > Money())
    member_share.detail =
        fmt::format(fmt::runtime(say("上周同日 {}", "last week {}")),
                    percent(shareBp(std::max(before.member_net, Money()).value(), before.net.value())));
  if (today.mean_days > 0)
    figure(figures, "bills").detail =
        fmt::format(fmt::runtime(say("30 天日均 {} 单", "30-day mean {}")), today.mean.bills);
  if (until_hour != 23) return;  // the rest is known by day, not by hour
  say_change("net_member", day.net_member.value(), before.member_net.value(), share);
  say_change("bills", day.bills, before.bills, figure(figures, "bills").detail);
  say_change("member_bills", day.member_bills, before.member_bills, {});
  say_change("distinct_members", day.distinct_members, before.distinct_members, {});
  say_change("new_members", today.figures.totals.new_members, before.new_members, {});
  say_change("points_issued", day.points_issued.value(), before.issued.value(), {});
}

Section operatorsSection(const Say& say, const Today& today) {
  Section section{"operators", say("按收银员", "By operator"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"operator", say("工号", "Code"), Kind::Text},
                     {"name", say("姓名", "Name"), Kind::Text},
                     {"bills", say("单数", "Bills"), Kind::Count},
                     {"net", say("销售额", "Sales"), Kind::Money},
                     {"returns", say("退货", "Returns"), Kind::Count},
                     {"refunded", say("退款", "Refunds"), Kind::Money},
                     {"discount_bills", say("手工优惠单", "By hand"), Kind::Count},
                     {"discount", say("手工优惠", "Discounts"), Kind::Money},
                     {"rounding", say("抹零", "Rounding"), Kind::Money}};
  for (const OperatorDay& one : today.operators) {
    section.rows.push_back({Cell::of(one.code), Cell::of(one.name), Cell::count(one.bills), Cell::of(one.net),
                            Cell::count(one.returns), Cell::of(one.refunded), Cell::count(one.discount_bills),
                            Cell::of(one.discount), Cell::of(one.rounding)});
  }
  return section;
}

Section countsSection(const std::string& key, const std::string& title, const std::string& name,
                      const std::vector<KeyCount>& counts, const std::function<std::string(const std::string&)>& word,
                      const std::string& count) {
  Section section{key, title, {}, {}, {}, -1, -1, {}};
  section.columns = {{"key", name, Kind::Text}, {"n", count, Kind::Count}};
  for (const KeyCount& one : counts) section.rows.push_back({Cell::of(word(one.key)), Cell::count(one.n)});
  return section;
}

}  // namespace

std::string changeText(std::int64_t now, std::int64_t before) {
  if (before <= 0 || now < 0) return {};
  return cellText(Cell::of(Kind::Change, shareBp(now, before) - base::kFullRate.value()));
}

Section hoursSection(const Say& say, const PeriodFigures& figures, const Today* today) {
  Section section{"hours", say("按小时", "By hour"), {}, {}, {}, 2, -1, {}};
  section.columns = {{"hour", say("时", "Hour"), Kind::Count},
                     {"bills", say("单数", "Bills"), Kind::Count},
                     {"net", say("净额", "Net"), Kind::Money},
                     {"member_bills", say("会员单数", "Member bills"), Kind::Count},
                     {"member_net", say("会员净额", "Members' net"), Kind::Money}};
  if (today != nullptr) {
    section.columns.push_back({"last_week", say("上周同日", "Last week"), Kind::Money});
    section.beside = 5;
  }
  for (std::size_t hour = 0; hour < figures.hours.size(); ++hour) {
    const Trade& trade = figures.hours.at(hour);
    const Money before = today != nullptr ? today->last_week_hours.at(hour) : Money();
    if (trade.bills == 0 && trade.net == Money() && before == Money()) continue;
    std::vector<Cell> row{Cell::count(static_cast<std::int64_t>(hour)), Cell::count(trade.bills), Cell::of(trade.net),
                          Cell::count(trade.member_bills), Cell::of(trade.member_net)};
    if (today != nullptr) row.push_back(Cell::of(before));
    section.rows.push_back(std::move(row));
  }
  return section;
}

Section tiersSection(const Head& head, const PeriodFigures& figures) {
  const Say say{head.language};
  Section section{"tiers", say("按等级", "By tier"), {}, {}, {}, 3, -1, {}};
  section.columns = {{"tier", say("等级", "Tier"), Kind::Text},
                     {"code", "code", Kind::Text, true},
                     {"bills", say("单数", "Bills"), Kind::Count},
                     {"net", say("净额", "Net"), Kind::Money}};
  const auto add = [&](const std::string& code, const Trade& trade) {
    section.rows.push_back(
        {Cell::of(tierText(head, code)), Cell::of(code), Cell::count(trade.bills), Cell::of(trade.net)});
  };
  for (auto tier = head.pack.tiers.rbegin(); tier != head.pack.tiers.rend(); ++tier)
    if (const auto trade = figures.tiers.find(tier->code); trade != figures.tiers.end()) add(tier->code, trade->second);
  for (const auto& [code, trade] : figures.tiers)
    if (!code.empty() && !head.pack.rankOf(code)) add(code, trade);
  if (const auto guests = figures.tiers.find(""); guests != figures.tiers.end()) add("", guests->second);
  return section;
}

Section tendersSection(const Head& head, const PeriodFigures& figures) {
  const Say say{head.language};
  Section section{"tenders", say("收款方式", "Tenders"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"tender", say("方式", "Tender"), Kind::Text},
                     {"taken", say("收款", "Taken"), Kind::Money},
                     {"given_back", say("退款", "Given back"), Kind::Money}};
  for (const auto& [type, tender] : figures.tenders)
    section.rows.push_back(
        {Cell::of(tenderText(head.language, type)), Cell::of(tender.taken), Cell::of(tender.given_back)});
  return section;
}

Section topSection(const Head& head, const PeriodFigures& figures, bool members, std::size_t most) {
  const Say say{head.language};
  Section section{members ? "top_members" : "top_guests",
                  members ? say("会员热销", "Best sold to members") : say("散客热销", "Best sold to guests"),
                  {},
                  {},
                  {},
                  -1,
                  -1,
                  {}};
  section.columns = {{"name", say("商品", "Article"), Kind::Text},
                     {"quantity", say("数量", "Quantity"), Kind::Quantity},
                     {"net", say("净额", "Net"), Kind::Money}};
  for (const auto& [sku, item] : topItems(figures, members, most)) {
    section.rows.push_back({Cell::of(item.name.empty() ? sku : item.name),
                            Cell::of(members ? item.members : item.guests),
                            Cell::of(members ? item.member_net : item.guest_net)});
  }
  return section;
}

Document dayDocument(const Head& head, const Today& today, int until_hour) {
  const Say say{head.language};
  Document out{"day", head.info.store_name, say("会员销售日报", "Member sales of the day"), {}, {}, {}};
  out.subtitle = fmt::format("{} {}", today.day.iso(), weekdayText(head.language, today.day));
  out.figures = mainFigures(head, today.figures);
  compare(head, today, until_hour, out.figures);
  out.figures.push_back(
      {"saved_price", say("会员价让利", "Members saved by price"), Cell::of(today.saved_price), {}, 0, false});
  out.figures.push_back({"saved_coupons", say("券抵扣", "By coupons"), Cell::of(today.saved_coupons), {}, 0, false});
  out.figures.push_back({"saved_points", say("积分抵扣", "By points"), Cell::of(today.saved_points), {}, 0, false});
  out.sections = {hoursSection(say, today.figures, &today), tiersSection(head, today.figures),
                  operatorsSection(say, today), tendersSection(head, today.figures)};
  out.sections.push_back(countsSection(
      "joins", say("入会渠道", "Joined by"), say("渠道", "Channel"), today.joins,
      [&](const std::string& key) { return sourceText(head.language, key); }, say("人数", "Members")));
  out.sections.push_back(topSection(head, today.figures, true, kTopOfDay));
  out.sections.push_back(topSection(head, today.figures, false, kTopOfDay));
  out.sections.push_back(countsSection(
      "upgrades", say("升级到", "Raised to"), say("等级", "Tier"), today.upgrades,
      [&](const std::string& key) { return tierText(head, key); }, say("人数", "Members")));
  return out;
}

namespace {

// S000-09: 80 of 100 is 80 %.
Section targetsSection(const Say& say, const std::vector<TargetRow>& targets) {
  Section section{"targets", say("月度目标", "Targets of the month"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"figure", say("指标", "Figure"), Kind::Text},
                     {"key", "key", Kind::Text, true},
                     {"target", say("目标", "Target"), Kind::Count},
                     {"actual", say("实际", "Actual"), Kind::Count},
                     {"reached", say("完成率", "Reached"), Kind::Rate},
                     {"last_year", say("去年同月", "A year before"), Kind::Count},
                     {"aimed", say("目标比去年", "Target beside it"), Kind::Change}};
  for (const TargetRow& row : targets) {
    const bool known = row.last_year > 0;
    const Kind kind = row.figure == "net" || row.figure == "member_net" ? Kind::Money
                      : row.figure == "member_share"                    ? Kind::Rate
                                                                        : Kind::Count;
    section.rows.push_back({Cell::of(targetTitle(say.language, row.figure)), Cell::of(row.figure),
                            Cell::of(kind, row.target), Cell::of(kind, row.actual),
                            Cell::of(Kind::Rate, row.reached_bp),
                            known ? Cell::of(kind, row.last_year) : Cell::none(kind),
                            known ? Cell::of(Kind::Change, shareBp(row.target, row.last_year) - base::kFullRate.value())
                                  : Cell::none(Kind::Change)});
  }
  return section;
}

}  // namespace

Document monthDocument(const Head& head, const PeriodFigures& figures, const ports::DaySpan& span,
                       const std::vector<TargetRow>& targets) {
  const Say say{head.language};
  Document out{"month", head.info.store_name, say("会员销售月报", "Member sales of the month"), {}, {}, {}};
  out.subtitle = span.from.iso() + " – " + span.to.iso();
  out.figures = mainFigures(head, figures);
  out.figures.push_back({"repeat_buyers", say("复购会员", "Members with two bills or more"),
                         Cell::count(figures.repeat_buyers), percent(figures.repeat_buyers_bp), 0, false});
  out.sections = {hoursSection(say, figures, nullptr), tiersSection(head, figures), tendersSection(head, figures),
                  topSection(head, figures, true, 20), topSection(head, figures, false, 20)};
  if (!targets.empty()) out.sections.insert(out.sections.begin(), targetsSection(say, targets));
  return out;
}

Document shiftDocument(const Head& head, const PeriodFigures& figures, std::int64_t shift) {
  const Say say{head.language};
  Document out{"shift", head.info.store_name, say("班次报表", "Shift"), std::to_string(shift), {}, {}};
  out.figures = mainFigures(head, figures);
  std::erase_if(out.figures, [](const Figure& one) {
    return one.key == "coupons_issued" || one.key == "coupons_used" || one.key == "new_members" ||
           one.key == "points_expired" || one.key.starts_with("stored_");  // they are no shift's
  });
  out.sections = {tendersSection(head, figures), tiersSection(head, figures)};
  return out;
}

}  // namespace kahui::report
