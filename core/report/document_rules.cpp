// The rule sheet (requirements S001-107, S003-105): the parameters in force, in words for members. Every number is a
// cell of the pack itself, so that a sheet says what the till reckons with.
#include <fmt/format.h>

#include "core/programme/zhe.hpp"
#include "core/report/document_words.hpp"

namespace kahui::report {

using base::Money;
using base::Points;
using programme::RulePack;

namespace {

constexpr std::int64_t kHundred = 100;

// Rows of a rule and what it says.
struct Rules {
  Say say;
  Section section;

  Rules(Say words, const char* key, const std::string& title) : say(words) {
    section = Section{key, title, {}, {}, {}, -1, -1, {}};
    section.columns = {{"rule", say("规则", "Rule"), Kind::Text},
                       {"key", "key", Kind::Text, true},
                       {"value", say("内容", "Says"), Kind::Text}};
  }
  void add(const char* key, const std::string& title, Cell value) {
    section.rows.push_back({Cell::of(title), Cell::of(key), std::move(value)});
  }
  void text(const char* key, const std::string& title, std::string value) {
    add(key, title, Cell::of(std::move(value)));
  }
};

std::string rateText(const Say& say, base::Rate rate) {
  if (rate == base::kFullRate) return say("不打折", "list price");
  return say.language == Language::Chinese
             ? programme::zheText(rate)
             : fmt::format("pay {}%", rate.value() % kHundred == 0
                                          ? std::to_string(rate.value() / kHundred)
                                          : cellText(Cell::of(Kind::Hundredths, rate.value())));
}

std::string yuan(Money amount) { return "¥" + cellText(Cell::of(amount)); }
std::string number(std::int64_t value) { return cellText(Cell::count(value)); }

std::string expiryText(const Say& say, const programme::ExpiryPolicy& policy) {
  switch (policy.kind) {
    case programme::ExpiryPolicy::Kind::EndOfNextYear: return say("次年年底", "end of the next year");
    case programme::ExpiryPolicy::Kind::YearEnd: return say("当年年底", "end of the year");
    case programme::ExpiryPolicy::Kind::RollingMonths:
      return fmt::format(fmt::runtime(say("{} 个月后", "after {} months")), policy.months);
    case programme::ExpiryPolicy::Kind::Never: return say("长期有效", "never");
  }
  return {};
}

// From the tier right below, which is what a member reads; other ways up stand in the pack.
Cell singleCell(const RulePack& pack, std::size_t rank) {
  const auto& from = pack.tiers[rank].single_from;
  if (rank == 0 || rank > from.size() || !from[rank - 1]) return Cell::none(Kind::Money);
  return Cell::of(*from[rank - 1]);
}

Section tiers(const Head& head) {
  const Say say{head.language};
  const RulePack& pack = head.pack;
  Section section{"tiers",
                  say("等级", "Tiers"),
                  say("单次消费：从下一级升上来", "One purchase: from the tier below"),
                  {},
                  {},
                  -1,
                  -1,
                  {}};
  section.columns = {{"tier", say("等级", "Tier"), Kind::Text},
                     {"code", "code", Kind::Text, true},
                     {"price", say("会员价", "Price"), Kind::Text},
                     {"rate", "rate", Kind::Rate, true},
                     {"earn", say("积分", "Points"), Kind::Points},
                     {"lifetime", say("累计积分升级", "Points to reach"), Kind::Points},
                     {"single", say("单次消费升级", "Or one purchase"), Kind::Money},
                     {"retain", say("每年保级消费", "To keep"), Kind::Money},
                     {"cash_out", say("积分兑现", "Cash-out"), Kind::Text}};
  for (std::size_t rank = 0; rank < pack.tiers.size(); ++rank) {
    const programme::Tier& tier = pack.tiers[rank];
    section.rows.push_back({Cell::of(tierText(head, tier.code)), Cell::of(tier.code),
                            Cell::of(rateText(say, tier.rate)), Cell::of(Kind::Rate, tier.rate.value()),
                            Cell::of(Points(tier.earn)),
                            tier.lifetime ? Cell::of(*tier.lifetime) : Cell::none(Kind::Points), singleCell(pack, rank),
                            tier.retain ? Cell::of(*tier.retain) : Cell::none(Kind::Money),
                            Cell::of(tier.cash_out ? say("可以", "yes") : say("否", "no"))});
  }
  return section;
}

Section points(const Head& head) {
  const Say say{head.language};
  const RulePack& pack = head.pack;
  Rules out(say, "points", say("积分", "Points"));
  out.text("unit", say("积分单位", "Points are earned"),
           pack.points.earn_mode == programme::EarnMode::WholeUnits
               ? fmt::format(fmt::runtime(say("每满 {} 计一次", "for each full {}")), yuan(pack.points.unit))
               : fmt::format(fmt::runtime(say("每 {}，按比例", "for each {}, in proportion")), yuan(pack.points.unit)));
  out.add("value", say("1 积分抵", "A point pays"), Cell::of(pack.points.value));
  out.add("redeem_step", say("抵扣步长", "Paid with in steps of"), Cell::of(pack.points.redeem_step));
  out.text("expiry_noncash", say("积分有效期", "Points end"), expiryText(say, pack.points.expiry_noncash));
  out.text("expiry_cashable", say("可兑现积分有效期", "Cashable points end"),
           expiryText(say, pack.points.expiry_cashable));
  out.add("cash_out_min", say("兑现起点", "Cash-out from"), Cell::of(pack.cash_out.min));
  out.add("transfer_min", say("转赠起点", "Transfer from"), Cell::of(pack.transfer.min));
  out.add("quarter_points", say("季末兑换积分", "Quarter's exchange, points"), Cell::of(pack.quarter_exchange.points));
  out.add("quarter_coupon", say("季末兑换券", "Quarter's exchange, coupon"), Cell::of(pack.quarter_exchange.coupon));
  if (pack.join_gift) {
    if (pack.join_gift->points > Points())
      out.add("join_points", say("入会送积分", "Points for joining"), Cell::of(pack.join_gift->points));
    if (pack.join_gift->face > Money())
      out.add("join_coupon", say("入会送券", "Coupon for joining"), Cell::of(pack.join_gift->face));
    if (pack.join_gift->from)
      out.text("join_from", say("入会礼自", "Joining gift from"), pack.join_gift->from->minuteText());
    if (pack.join_gift->to)
      out.text("join_to", say("入会礼至", "Joining gift until"), pack.join_gift->to->minuteText());
  }
  return std::move(out.section);
}

std::string timesText(const Say& say, int mult_pct) {
  return fmt::format(
      fmt::runtime(say("积分 {} 倍", "points × {}")),
      mult_pct % kHundred == 0 ? std::to_string(mult_pct / kHundred) : cellText(Cell::of(Kind::Hundredths, mult_pct)));
}

std::string memberDayText(const Say& say, const programme::MemberDay& day) {
  std::string when;
  if (day.dom) {
    when = fmt::format(fmt::runtime(say("每月 {} 日", "day {} of the month")), *day.dom);
    if (day.dom_to) when += fmt::format(fmt::runtime(say("至 {} 日", " to {}")), *day.dom_to);
  }
  constexpr unsigned kEveryDay = 0x7f;
  if (day.window.weekdays != kEveryDay) {
    const base::BusinessDate monday = base::BusinessDate::of(2026, 3, 2);
    for (unsigned i = 0; i < 7; ++i)
      if ((day.window.weekdays >> i & 1U) != 0)
        when += (when.empty() ? "" : " ") + weekdayText(say.language, monday.plusDays(static_cast<int>(i)));
  }
  if (day.window.lunar != 0)
    when += (when.empty() ? "" : " ") +
            fmt::format(fmt::runtime(say("农历 {}", "lunar {}")), programme::lunarDayText(day.window.lunar));
  std::string what;
  if (day.mult_pct) what = timesText(say, *day.mult_pct);
  if (day.rate) what += (what.empty() ? "" : say("，", ", ")) + rateText(say, *day.rate);
  return when + (when.empty() ? "" : say("：", ": ")) + what;
}

Section occasions(const Head& head) {
  const Say say{head.language};
  const RulePack& pack = head.pack;
  Rules out(say, "occasions", say("会员日与生日", "Member days and birthdays"));
  for (const auto& day : pack.member_day) out.text("member_day", say("会员日", "Member day"), memberDayText(say, day));
  out.text("birthday", say("生日", "Birthday"), timesText(say, pack.birthday.mult_pct));
  if (const auto& coupon = pack.birthday.coupon; coupon)
    out.text("birthday_coupon", say("生日券", "Birthday coupon"),
             coupon->rate ? rateText(say, *coupon->rate) : yuan(coupon->face));
  if (pack.evening_gift.enabled) {
    out.add("evening_min", say("夜间满额送券，满", "Evening gift from"), Cell::of(pack.evening_gift.min));
    out.add("evening_face", say("夜间送券面额", "Evening gift, coupon"), Cell::of(pack.evening_gift.face));
  }
  if (pack.spend_return.enabled) {
    out.add("return_step", say("消费返还，每满", "Spending returns, for each"), Cell::of(pack.spend_return.step));
    out.add("return_back", say("返还", "It returns"), Cell::of(pack.spend_return.back));
  }
  for (std::size_t rank = 0; rank < pack.monthly_coupons.size() && rank < pack.tiers.size(); ++rank) {
    const auto& monthly = pack.monthly_coupons[rank];
    if (monthly.count == 0) continue;
    const std::string count = monthly.count < 0 ? say("不限张", "any number") : number(monthly.count) + say(" 张", "");
    out.text("monthly_coupons", say("每月券 · ", "Monthly coupons · ") + tierText(head, pack.tiers[rank].code),
             count + " · " + rateText(say, monthly.rate));
  }
  return std::move(out.section);
}

Section gifts(const Head& head) {
  const Say say{head.language};
  Section section{"gifts", say("积分兑换", "Gifts for points"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"name", say("礼品", "Gift"), Kind::Text},        {"code", "code", Kind::Text, true},
                     {"group", say("适用", "For"), Kind::Text},        {"points", say("积分", "Points"), Kind::Points},
                     {"price", say("另付", "And money"), Kind::Money}, {"period", say("期间", "Period"), Kind::Text}};
  const auto row = [&](const programme::CatalogueGift& gift, const programme::GiftPrice& price, std::string period) {
    section.rows.push_back({Cell::of(gift.name), Cell::of(gift.code), Cell::of(tierText(head, gift.group)),
                            Cell::of(price.points), Cell::of(price.money), Cell::of(std::move(period))});
  };
  for (const auto& gift : head.pack.catalogue) {
    row(gift, gift.normal(), "");
    for (const auto& period : gift.periods)
      row(gift, period.price, period.window.from->minuteText() + " - " + period.window.to->minuteText());
  }
  return section;
}

Section stored(const Head& head) {
  const Say say{head.language};
  Section section{"stored", say("储值充送", "Stored value"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"id", say("方案", "Offer"), Kind::Text},
                     {"pay", say("充", "Pay"), Kind::Money},
                     {"bonus", say("送", "Bonus"), Kind::Money}};
  for (const auto& rule : head.pack.stored.top_up)
    section.rows.push_back({Cell::of(rule.id), Cell::of(rule.pay), Cell::of(rule.bonus)});
  return section;
}

Section referral(const Head& head) {
  const Say say{head.language};
  const RulePack& pack = head.pack;
  Section section{"referral", say("老带新奖励积分", "Points for bringing a friend"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"referrer", say("介绍人", "Who brings"), Kind::Text},
                     {"reached", say("新会员升到", "The friend reaches"), Kind::Text},
                     {"points", say("积分", "Points"), Kind::Points}};
  for (std::size_t who = 0; who < pack.referral.table.size() && who < pack.tiers.size(); ++who)
    for (std::size_t to = 0; to < pack.referral.table[who].size() && to < pack.tiers.size(); ++to)
      if (const auto& given = pack.referral.table[who][to]; given)
        section.rows.push_back({Cell::of(tierText(head, pack.tiers[who].code)),
                                Cell::of(tierText(head, pack.tiers[to].code)), Cell::of(*given)});
  return section;
}

}  // namespace

Document rulesDocument(const Head& head) {
  const Say say{head.language};
  const RulePack& pack = head.pack;
  Document out{"rules", head.info.store_name, say("会员规则", "Rules of the programme"), {}, {}, {}};
  out.subtitle = fmt::format(fmt::runtime(say("版本 {}", "version {}")), pack.version);
  if (pack.valid_from) out.subtitle += say("，生效 ", ", from ") + pack.valid_from->date().iso();
  out.figures = {{"unit", say("积分单位", "Points for each"), Cell::of(pack.points.unit), {}, 0, false},
                 {"value", say("1 积分抵", "A point pays"), Cell::of(pack.points.value), {}, 0, false}};
  for (Section& section :
       std::vector<Section>{tiers(head), points(head), occasions(head), gifts(head), stored(head), referral(head)})
    if (!section.rows.empty()) out.sections.push_back(std::move(section));
  return out;
}

}  // namespace kahui::report
