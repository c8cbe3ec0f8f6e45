// A campaign, and all of them, as a document.
#include "core/report/document_words.hpp"

namespace kahui::report {

using base::Money;

namespace {

std::string listed(const std::vector<std::string>& keys) {
  std::string all;
  for (const std::string& key : keys) all += (all.empty() ? "" : ", ") + key;
  return all;
}

// 02-16 – 02-22: the head of the document says the year.
std::string shortSpan(const ports::DaySpan& span) {
  constexpr std::size_t kYear = 5;
  return span.from.iso().substr(kYear) + " – " + span.to.iso().substr(kYear);
}

std::string stateText(const Say& say, const CampaignPeriod& period) {
  if (period.days_left == 0) return say("已结束", "over");
  return period.days_left == period.span.days() ? say("未开始", "to come") : say("进行中", "under way");
}

Section periods(const Say& say, const CampaignFigures& campaign) {
  Section section{
      "periods",
      say("活动前、中、后", "Before, during, after"),
      say("三段时间一样长，活动后：", "Three times of equal length; the last one is ") + stateText(say, campaign.after),
      {},
      {},
      9,
      -1,
      {}};
  section.columns = {{"name", say("时段", "Time"), Kind::Text},
                     {"key", "key", Kind::Text, true},
                     {"from", "from", Kind::Date, true},
                     {"to", "to", Kind::Date, true},
                     {"state", "state", Kind::Text, true},
                     {"joins", say("新会员", "Joins"), Kind::Count},
                     {"buyers", say("购买会员", "Buyers"), Kind::Count},
                     {"bills", say("会员单数", "Bills"), Kind::Count},
                     {"ticket", say("会员客单价", "Ticket"), Kind::Money},
                     {"net", say("会员净额", "Net"), Kind::Money},
                     {"guest_net", say("散客净额", "Guests' net"), Kind::Money}};
  const std::pair<const CampaignPeriod*, std::array<const char*, 3>> rows[] = {
      {&campaign.before, {"活动前", "Before", "before"}},
      {&campaign.during, {"活动中", "During", "during"}},
      {&campaign.after, {"活动后", "After", "after"}}};
  for (const auto& [period, words] : rows)
    section.rows.push_back({Cell::of(say(words[0], words[1]) + " " + shortSpan(period->span)), Cell::of(words[2]),
                            Cell::of(period->span.from), Cell::of(period->span.to), Cell::of(stateText(say, *period)),
                            Cell::count(period->joins), Cell::count(period->buyers), Cell::count(period->bills),
                            Cell::of(period->ticket), Cell::of(period->net), Cell::of(period->guest_net)});
  return section;
}

Section costs(const Say& say, const CampaignFigures& campaign) {
  Section section{
      "costs",
      say("活动成本", "Cost"),
      say("积分按规则的价值计；后四项由店长填写", "Points at the rules' value; the last four are the manager's"),
      {},
      {},
      -1,
      -1,
      {}};
  section.columns = {{"name", say("项目", "Line"), Kind::Text},
                     {"key", "key", Kind::Text, true},
                     {"n", say("数量", "Number"), Kind::Count},
                     {"amount", say("金额", "Amount"), Kind::Money}};
  const auto add = [&](const char* key, const std::string& title, Cell n, Money amount) {
    section.rows.push_back({Cell::of(title), Cell::of(key), std::move(n), Cell::of(amount)});
  };
  const Cell none = Cell::none(Kind::Count);
  add("discount", say("促销优惠", "Discount"), none, campaign.discount);
  add("points", say("奖励积分", "Points above the ordinary"), Cell::of(campaign.points), campaign.points_cost);
  add("coupons", say("用券", "Coupons used"), Cell::count(campaign.coupons), campaign.coupons_cost);
  const journal::CampaignCosts& entered = campaign.set.costs;
  add("cards", say("制卡", "Cards"), none, entered.cards);
  add("gifts", say("礼品", "Gifts"), none, entered.gifts);
  add("online", say("线上宣传", "Online"), none, entered.online);
  add("offline", say("线下宣传", "Offline"), none, entered.offline);
  add("cost", say("合计", "All"), none, campaign.cost());
  return section;
}

}  // namespace

Section campaignsSection(const Head& head, const std::vector<journal::CampaignSet>& campaigns) {
  const Say say{head.language};
  Section section{"campaigns", say("全部活动", "All campaigns"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"code", say("编号", "Code"), Kind::Text},
                     {"name", say("活动", "Campaign"), Kind::Text},
                     {"from", say("起", "From"), Kind::Date},
                     {"to", say("止", "To"), Kind::Date},
                     {"batches", say("券批次", "Coupon batches"), Kind::Text},
                     {"promotions", say("促销", "Promotions"), Kind::Text},
                     {"entered", say("填写的成本", "Cost entered"), Kind::Money}};
  for (const auto& one : campaigns)
    section.rows.push_back({Cell::of(one.code), Cell::of(one.name), Cell::of(one.from), Cell::of(one.to),
                            Cell::of(listed(one.batches)), Cell::of(listed(one.promotions)),
                            Cell::of(one.costs.sum())});
  return section;
}

Document campaignDocument(const Head& head, const CampaignFigures& campaign) {
  const Say say{head.language};
  Document out{"campaign", head.info.store_name, say("活动分析", "Campaign"), {}, {}, {}};
  out.subtitle = campaign.set.name + "  " + campaign.set.from.iso() + " – " + campaign.set.to.iso();
  const CampaignPeriod& during = campaign.during;
  const Money extra = campaign.extraNet();
  const Money gain = extra - campaign.cost();
  out.figures = {
      {"joins", say("新会员", "New members"), Cell::count(during.joins),
       changeText(during.joins, campaign.before.joins), trendOf(during.joins, campaign.before.joins), false},
      {"net", say("会员净额", "Net to members"), Cell::of(during.net),
       changeText(during.net.value(), campaign.before.net.value()),
       trendOf(during.net.value(), campaign.before.net.value()), false},
      {"extra_net", say("比活动前多", "More than before"), Cell::of(extra), {}, 0, false},
      {"cost", say("成本合计", "Cost"), Cell::of(campaign.cost()), {}, 0, false},
      {"rewards", say("奖励成本", "Rewards"), Cell::of(campaign.rewards()), {}, 0, false},
      {"gain", say("多卖减成本", "More less cost"), Cell::of(gain), {}, 0, gain < Money()},
      {"newcomers", say("新会员已消费", "New ones bought"), Cell::count(campaign.newcomers), {}, 0, false},
      {"newcomers_net", say("新会员净额", "Net to new ones"), Cell::of(campaign.newcomers_net), {}, 0, false}};
  out.sections = {periods(say, campaign), costs(say, campaign)};
  return out;
}

Document campaignsDocument(const Head& head, const std::vector<journal::CampaignSet>& campaigns) {
  const Say say{head.language};
  Document out{"campaigns", head.info.store_name, say("活动", "Campaigns"), {}, {}, {}};
  out.figures = {{"campaigns", say("活动数", "Campaigns"), Cell::count(std::ssize(campaigns)), {}, 0, false}};
  out.sections = {campaignsSection(head, campaigns)};
  return out;
}

std::vector<std::string> campaignWarnings(Language language, const programme::RulePack& pack, base::BusinessDate day) {
  const Say say{language};
  std::vector<std::string> lines;
  for (const auto& campaign : pack.campaigns) {
    const auto warning = programme::warningOf(campaign, day);
    if (!warning) continue;
    const std::string name = campaign.name.empty() ? campaign.id : campaign.name;
    const std::string begins = warning->days > 0
                                   ? say("还有", "begins in ") + std::to_string(warning->days) + say("天开始", " days")
                                   : say("开始日期已到", "should have begun");
    std::string missing = warning->not_approved ? say("未批准", "not approved") : std::string();
    if (warning->not_prepared) missing += (missing.empty() ? "" : say("、", ", ")) + say("未准备好", "not prepared");
    lines.push_back(say("活动“", "Campaign ") + name + say("”", " ") + begins + say("，", ": ") + missing);
  }
  return lines;
}

}  // namespace kahui::report
