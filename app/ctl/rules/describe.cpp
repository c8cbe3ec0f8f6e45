#include "app/ctl/rules/describe.hpp"

#include "app/ctl/rules/page.hpp"
#include "core/programme/json_object.hpp"

namespace kahui::ctl {

using programme::ExpiryPolicy;
using programme::RulePack;
using programme::Tier;

namespace {

// Ways up to a tier (T2, T3).
std::vector<std::string> waysUp(const Page& page, const RulePack& pack, const Tier& tier) {
  std::vector<std::string> ways;
  for (std::size_t from = 0; from < pack.tiers.size(); ++from)
    if (const auto& amount = tier.single_from[from])
      ways.push_back(
          page.say("{}一次消费满{}", "{} with one purchase of {}", pack.tiers[from].name, page.money(*amount)));
  if (tier.lifetime && *tier.lifetime > base::Points(0))
    ways.push_back(page.say("累计积分满{}", "{} lifetime points", grouped(tier.lifetime->value())));
  const std::string within = pack.tier_rules.window_months > 0 ? page.say("最近{}个月内", " within {} months",
                                                                          std::to_string(pack.tier_rules.window_months))
                                                               : std::string(page.pick("入会以来", " since joining"));
  if (tier.bills) ways.push_back(page.say("{}购物满{}次", "{1} bills{0}", within, std::to_string(*tier.bills)));
  if (tier.spent) ways.push_back(page.say("{}累计消费满{}", "purchases of {1}{0}", within, page.money(*tier.spent)));
  if (tier.referrals) ways.push_back(page.say("成功推荐满{}人", "{} referrals", std::to_string(*tier.referrals)));
  if (tier.needs_all && ways.size() > 1) ways.front() = page.pick("同时达到：", "all of: ") + ways.front();
  if (tier.min_member_months > 0 && !ways.empty())
    ways.back() += page.say("，且入会满{}个月", ", and {} months as a member", std::to_string(tier.min_member_months));
  return ways;
}

std::string count(const Page& page, int number) {
  return number < 0 ? page.pick("不限", "no limit") : std::to_string(number);
}

void describeRetention(Page& page, const RulePack& pack, const Tier& tier) {
  if (!tier.retain) return;
  page.line("  保级：上一年消费满{}，否则降为{}", "  kept with purchases of {} in the year before, else {}",
            page.money(*tier.retain), pack.tier(*tier.demote_to).name);
  std::vector<std::string> ways;
  if (tier.repromote_cum)
    ways.push_back(page.say("当年累计消费满{}", "{} within the year", page.money(*tier.repromote_cum)));
  if (tier.repromote_single)
    ways.push_back(page.say("一次消费满{}", "one purchase of {}", page.money(*tier.repromote_single)));
  if (!ways.empty()) page.line("  复级：{}", "  regained with {}", page.sentence(ways));
}

void describeTier(Page& page, const RulePack& pack, const Tier& tier) {
  page.line("{}（{}）：{}；每{}积{}分", "{} ({}): {}; {} earns {} points", tier.name, tier.code, page.rate(tier.rate),
            page.money(pack.points.unit), tier.earn);
  if (const auto ways = waysUp(page, pack, tier); !ways.empty())
    page.line("  升级：{}", "  reached as {}", page.sentence(ways));
  if (tier.rise_points)
    page.line("  积分升级：{}分", "  or for {} points at the member desk", grouped(tier.rise_points->value()));
  if (tier.entry > base::Money(0))
    page.line("  首次消费满{}后享受权益", "  benefits begin after one bill of {}", page.money(tier.entry));
  describeRetention(page, pack, tier);
  std::vector<std::string> benefits;
  if (tier.first_bill_pct != 100)
    benefits.push_back(page.say("入会首单积分{}%", "first bill after joining earns {}% points", tier.first_bill_pct));
  if (!tier.catalogue.groups.empty() && tier.catalogue.times != 0)
    benefits.push_back(page.say("积分兑礼每月{}次、每次{}件", "gift exchanges a month: {}, items each: {}",
                                count(page, tier.catalogue.times), count(page, tier.catalogue.items)));
  if (tier.cash_out) benefits.emplace_back(page.pick("积分可提现", "points may be paid out"));
  if (tier.tour_days > 0) benefits.push_back(page.say("免费旅游{}天", "{} free tour days", tier.tour_days));
  if (tier.yearly_gift > base::Money(0))
    benefits.push_back(page.say("年度礼品价值{}", "yearly gift worth {}", page.money(tier.yearly_gift)));
  if (!benefits.empty()) page.line("  权益：{}", "  benefits: {}", page.sentence(benefits));
}

std::string expiry(const Page& page, ExpiryPolicy policy) {
  switch (policy.kind) {
    case ExpiryPolicy::Kind::EndOfNextYear: return page.pick("次年年底到期", "until the end of the next year");
    case ExpiryPolicy::Kind::YearEnd: return page.pick("当年年底清零", "cleared at the end of the year");
    case ExpiryPolicy::Kind::RollingMonths: return page.say("{}个月后到期", "for {} months", policy.months);
    case ExpiryPolicy::Kind::Never: return page.pick("永久有效", "for ever");
  }
  return {};
}

void describePoints(Page& page, const RulePack& pack) {
  const auto& points = pack.points;
  page.heading("积分", "Points");
  page.line("1分抵{}，每次用{}分的整数倍", "1 point pays {}, in steps of {}", page.money(points.value),
            grouped(points.redeem_step.value()));
  page.line("单品最多可用积分支付{}%（商品另有规定的除外）",
            "at most {}% of an item is paid with points, unless the item says otherwise", points.default_pay_pct);
  if (points.earn_mode == programme::EarnMode::WholeUnits)
    page.line("整单每满{}计分，余数不计", "earned for each whole {} of the bill", page.money(points.unit));
  else
    page.line("按金额比例计分", "earned in proportion to the amount");
  page.line("普通积分：{}", "points from purchases: {}", expiry(page, points.expiry_noncash));
  page.line("可提现积分：{}", "cashable points: {}", expiry(page, points.expiry_cashable));
  page.line(
      points.multiplier_combine == programme::Combine::Max ? "多个倍数同时成立时取最大" : "多个倍数同时成立时相乘",
      points.multiplier_combine == programme::Combine::Max ? "of several multipliers the largest holds"
                                                           : "several multipliers are multiplied");
}

void describeDays(Page& page, const RulePack& pack) {
  page.heading("会员日与生日", "Member days and birthdays");
  for (const auto& day : pack.member_day) {
    std::vector<std::string> parts;
    if (day.dom && day.dom_to && *day.dom_to != *day.dom)
      parts.push_back(page.say("每月{}至{}日", "day {} to {} of the month", *day.dom, *day.dom_to));
    else if (day.dom)
      parts.push_back(page.say("每月{}日", "day {} of the month", *day.dom));
    if (auto window = page.window(day.window); !window.empty()) parts.push_back(std::move(window));
    if (parts.empty()) parts.emplace_back(page.pick("每天", "every day"));
    std::vector<std::string> names;
    for (const int rank : day.tiers) names.push_back(pack.tier(rank).name);
    if (!names.empty()) parts.push_back(page.say("限{}", "for {}", page.list(names)));
    if (day.rate) parts.push_back(page.rate(*day.rate));
    if (day.mult_pct) parts.push_back(page.say("积分{}", "points {}", page.times(*day.mult_pct)));
    page.line("会员日：{}", "member day: {}", page.sentence(parts));
  }
  page.line("生日当天：{}及以上积分{}", "on the birthday: {} and above, points {}",
            pack.tier(pack.birthday.min_tier).name, page.times(pack.birthday.mult_pct));
  if (const auto& coupon = pack.birthday.coupon; coupon)
    page.line(
        "生日券：{}，{}有效，满{}可用", "birthday coupon: {}, good {}, from {}",
        coupon->rate ? page.rate(*coupon->rate) : page.money(coupon->face),
        coupon->month ? page.pick("生日当月", "in the month of the birthday") : page.pick("生日当天", "on the day"),
        page.money(coupon->min));
  if (const auto& gift = pack.evening_gift; gift.enabled)
    page.line("晚间礼券：每月{}日{}–{}，满{}送{}券，每人每天{}次",
              "evening gift: day {} of the month, {}–{}, from {} a coupon of {}, {} a member and day", gift.dom,
              programme::hourMinuteText(gift.from_s), programme::hourMinuteText(gift.to_s), page.money(gift.min),
              page.money(gift.face), gift.per_day);
  if (const auto& back = pack.spend_return; back.enabled)
    page.line(back.repeat ? "消费返利：每满{}返{}（{}）" : "消费返利：满{}返{}（{}）",
              back.repeat ? "spend and get back: each {} returns {} ({})" : "spend and get back: {} returns {} ({})",
              page.money(back.step), page.money(back.back),
              back.form == programme::ReturnForm::Points ? page.pick("积分", "points") : page.pick("优惠券", "coupon"));
}

void describeCoupons(Page& page, const RulePack& pack) {
  page.heading("优惠券", "Coupons");
  page.line("每单最多{}张；退货时过期的券延长{}天",
            "at most {} a bill; given back after its last day, one is good for {} days more", pack.coupon.max_per_bill,
            pack.coupon.grace_days);
  for (std::size_t rank = 0; rank < pack.tiers.size(); ++rank) {
    const auto& monthly = pack.monthly_coupons[rank];
    if (monthly.count == 0) continue;
    page.line("每月{}：{}券{}", "each month {}: coupons at {}, {}", pack.tiers[rank].name, page.rate(monthly.rate),
              monthly.count < 0 ? page.pick("不限张数", "no limit") : page.say("{}张", "{} of them", monthly.count));
  }
  const auto& exchange = pack.quarter_exchange;
  if (exchange.last_days > 0)
    page.line("季末最后{}天：{}分换{}券，{}天有效",
              "in the last {} days of a quarter: {} points for a coupon of {}, good for {} days", exchange.last_days,
              grouped(exchange.points.value()), page.money(exchange.coupon), exchange.valid_days);
}

void describeReferral(Page& page, const RulePack& pack) {
  bool any = false;
  for (std::size_t from = 0; from < pack.tiers.size(); ++from) {
    std::vector<std::string> rewards;
    for (std::size_t to = 0; to < pack.tiers.size(); ++to)
      if (const auto& points = pack.referral.table[from][to])
        rewards.push_back(page.say("{}{}分", "{} {}", pack.tiers[to].name, grouped(points->value())));
    if (rewards.empty()) continue;
    if (!any) page.heading("推荐奖励（被推荐人升到）", "Referral points, when the new member reaches");
    any = true;
    page.line("{}推荐：{}", "referred by {}: {}", pack.tiers[from].name, page.list(rewards));
  }
  if (!pack.referral.gift) return;
  if (!any) page.heading("推荐奖励", "Referral");
  if (pack.referral.gift->points > base::Points{})
    page.line("被推荐人首单礼：{}分", "who was referred, with the first paid bill: {} points",
              grouped(pack.referral.gift->points.value()));
  else
    page.line("被推荐人首单礼：{}优惠券", "who was referred, with the first paid bill: a coupon of {}",
              page.money(pack.referral.gift->face));
}

std::string deliveryWords(const Page& page, const programme::DeliveryTerms& terms) {
  if (terms.fee == base::Money{}) return page.pick("免费", "free");
  if (!terms.free_from) return page.money(terms.fee);
  return page.say("{}，满{}免费", "{}, free from {}", page.money(terms.fee), page.money(*terms.free_from));
}

// Parameters of extras_rules.hpp.
void describeExtras(Page& page, const RulePack& pack) {
  if (pack.rebates.empty() && !pack.delivery && pack.upgrades.empty() && pack.membership.plans.empty()) return;
  page.heading("会员活动与服务", "Club");
  for (const auto& rebate : pack.rebates) {
    std::vector<std::string> levels;
    for (const auto& level : rebate.levels)
      levels.push_back(
          page.say("满{}返{}分", "{} gives {} points", page.money(level.at), grouped(level.points.value())));
    page.line("累计返利{}（{}至{}）：{}", "cumulative rebate {} ({} to {}): {}", rebate.id, rebate.from.date().iso(),
              rebate.to.date().iso(), page.list(levels));
  }
  if (pack.delivery) {
    page.line("送货费：{}", "delivery: {}", deliveryWords(page, pack.delivery->guests));
    for (std::size_t rank = 0; rank < pack.tiers.size(); ++rank)
      page.line("送货费，{}：{}", "delivery for {}: {}", pack.tiers[rank].name,
                deliveryWords(page, pack.delivery->tiers[rank]));
  }
  for (const auto& upgrade : pack.upgrades) {
    std::vector<std::string> tiers;
    for (const int rank : upgrade.tiers) tiers.push_back(pack.tier(rank).name);
    page.line("免费升级：{}按{}的价格（{}）", "free upgrade: {} at the price of {} ({})", upgrade.to, upgrade.from,
              page.list(tiers));
  }
  for (const auto& plan : pack.membership.plans) {
    page.line("付费会籍{}：{}个月", "paid membership {}: {} months", plan.sku, plan.months);
    if (plan.renewal)
      page.line("到期前{}天内续费：{}", "renewed within {} days before its end: {}", pack.membership.renew_days,
                page.money(*plan.renewal));
  }
}

void describeDesk(Page& page, const RulePack& pack) {
  page.heading("会员服务台", "Member desk");
  if (pack.join_gift && pack.join_gift->points > base::Points{})
    page.line("入会礼：{}分", "joining gift: {} points", grouped(pack.join_gift->points.value()));
  else if (pack.join_gift)
    page.line("入会礼：{}优惠券，满{}可用", "joining gift: a coupon of {} from {}", page.money(pack.join_gift->face),
              page.money(pack.join_gift->min));
  if (pack.desk.claim_days > 0)
    page.line("忘带卡：凭小票{}天内补积分", "forgotten card: points by receipt within {} days", pack.desk.claim_days);
  if (pack.desk.join_prompt > base::Money{})
    page.line("非会员单满{}提示入会", "a guest's bill from {} says what joining would give",
              page.money(pack.desk.join_prompt));
  for (const auto& item : pack.catalogue)
    page.line("兑换目录 {} {}（{}）：{}分", "catalogue {} {} ({}): {} points", item.code, item.name, item.group,
              grouped(item.points.value()));
}

const char* roundingWords(const Page& page, programme::RoundMode mode) {
  switch (mode) {
    case programme::RoundMode::None: return page.pick("不抹零", "exact to the fen");
    case programme::RoundMode::FloorJiao: return page.pick("抹去分", "the fen are dropped");
    case programme::RoundMode::FloorYuan: return page.pick("抹去角和分", "jiao and fen are dropped");
    case programme::RoundMode::NearestJiao:
      return page.pick("1至4分抹去，5至9分照收", "1 to 4 fen are dropped, 5 to 9 kept");
  }
  return "";
}

// I4: what a card of one grade may pay with.
void describeGrade(Page& page, const programme::GradeRules& grade, const char* chinese, const char* english) {
  page.line(
      "{}：{}；每单超过{}分或储值{}须输密码；断网时每单最多{}分、储值{}",
      "{}: {}; above {} points or {} of stored value a bill the PIN is asked; offline at most {} points and {} a bill",
      page.pick(chinese, english),
      grade.benefits ? page.pick("享会员价并积分", "member's prices and points")
                     : page.pick("不享会员价", "no member's prices"),
      grouped(grade.without_pin.points.value()), page.money(grade.without_pin.stored),
      grouped(grade.offline.points.value()), page.money(grade.offline.stored));
}

void describePrices(Page& page, const RulePack& pack) {
  page.heading("价格", "Prices");
  page.line(pack.price.layer == programme::LayerMode::Best ? "促销价、会员价、等级折等取最低"
                                                           : "最低价再依次乘以等级折、会员日折和折扣券",
            pack.price.layer == programme::LayerMode::Best
                ? "the lowest of promotion, member price and tier rate holds"
                : "the lowest price is multiplied by tier, member day and coupon rates");
  page.line(
      pack.bill_round.apply == programme::RoundApply::CashOnly ? "抹零（仅现金）：{}" : "抹零：{}",
      pack.bill_round.apply == programme::RoundApply::CashOnly ? "rounding of cash: {}" : "rounding of the bill: {}",
      roundingWords(page, pack.bill_round.mode));
  const auto& rights = pack.manual_discount;
  page.line("手工折扣：收银员低至{}、每单最多减{}；组长低至{}",
            "by hand: cashier down to {} and {} a bill; leader down to {}", page.rate(rights.cashier_rate),
            page.money(rights.cashier_minus), page.rate(rights.leader_rate));
  page.line("储值上限：记名卡{}，不记名卡{}", "stored value: at most {} on a named card, {} on an unnamed one",
            page.money(pack.stored.limit_named), page.money(pack.stored.limit_unnamed));
  for (const auto& rule : pack.stored.top_up)
    page.line("储值充{}送{}", "stored value: who pays {} gets {} on top", page.money(rule.pay), page.money(rule.bonus));
  page.line("断网时每人每天最多用{}分、每卡每天最多用储值{}",
            "offline: at most {} points a member and day, {} of stored value a card and day",
            grouped(pack.offline.points_per_day.value()), page.money(pack.offline.stored_per_day));
  describeGrade(page, pack.grades.claim, "仅凭卡号（磁条、条码、UID、手机号）",
                "number only (stripe, code, UID, telephone)");
  describeGrade(page, pack.grades.genuine, "原厂芯片", "genuine chip");
  describeGrade(page, pack.grades.authenticated, "已验证的卡", "proven card");
}

}  // namespace

std::string describePack(const RulePack& pack, Language language) {
  Page page(language);
  page.heading("等级", "Tiers");
  for (const auto& tier : pack.tiers) describeTier(page, pack, tier);
  describePoints(page, pack);
  describeDays(page, pack);
  describeCoupons(page, pack);
  describeReferral(page, pack);
  describeExtras(page, pack);
  describePrices(page, pack);
  describeDesk(page, pack);
  page.heading("促销", "Promotions");
  const auto promotions = pack.promotions->all();
  if (promotions.empty()) page.line("无", "none");
  for (const auto& promotion : promotions)
    page.line("{}  {}", "{}  {}", promotion.id, describePromotion(page, promotion, pack));
  std::string title = page.say("会员规则 {} {}", "Programme {} {}", pack.name, pack.version);
  if (pack.valid_from) title += page.say("，自{}起", ", from {}", pack.valid_from->minuteText());
  return title + "\n" + page.text();
}

}  // namespace kahui::ctl
