// Goods as a document.
#include <fmt/format.h>

#include "core/report/document_words.hpp"

namespace kahui::report {

using base::Quantity;

namespace {

constexpr std::size_t kTop = 20;
constexpr std::int64_t kMostlyMembers_bp = 7000;
constexpr std::int64_t kEnoughLines = 5;
constexpr std::size_t kSlowShown = 30;

Cell rate(const std::optional<std::int64_t>& bp) { return bp ? Cell::of(Kind::Rate, *bp) : Cell::none(Kind::Rate); }

Section best(const Say& say, const Goods& goods, std::optional<bool> members, GoodsOrder order, const char* key,
             const std::string& title) {
  Section section{key, title, {}, {}, {}, order == GoodsOrder::Quantity ? 2 : order == GoodsOrder::Amount ? 3 : 4,
                  -1,  {}};
  section.columns = {{"sku", say("编号", "No."), Kind::Text},
                     {"name", say("商品", "Article"), Kind::Text},
                     {"quantity", say("数量", "Quantity"), Kind::Quantity},
                     {"net", say("净额", "Net"), Kind::Money},
                     {"margin", say("毛利", "Margin"), Kind::Money},
                     {"member_share", say("会员占比", "Members"), Kind::Rate}};
  for (const GoodsRow& row : bestGoods(goods, members, order, kTop)) {
    const base::Money all = row.margin.value_or(base::Money());
    const base::Money own = row.member_margin.value_or(base::Money());
    const base::Money margin = !members ? all : *members ? own : all - own;
    section.rows.push_back({Cell::of(row.product.sku), Cell::of(row.product.name),
                            Cell::of(!members   ? row.quantity()
                                     : *members ? row.members
                                                : row.guests),
                            Cell::of(!members   ? row.net()
                                     : *members ? row.member_net
                                                : row.guest_net),
                            row.margin ? Cell::of(margin) : Cell::none(Kind::Money),
                            Cell::of(Kind::Rate, row.member_share_bp)});
  }
  return section;
}

Section mostly(const Say& say, const Goods& goods) {
  Section section{"member_goods",
                  say("会员偏爱", "Mostly bought by members"),
                  say("会员占数量七成以上，至少 5 笔", "Members took 70 % or more, in 5 lines at least"),
                  {},
                  {},
                  3,
                  -1,
                  {}};
  section.columns = {{"sku", say("编号", "No."), Kind::Text},
                     {"name", say("商品", "Article"), Kind::Text},
                     {"quantity", say("数量", "Quantity"), Kind::Quantity},
                     {"member_share", say("会员占比", "Members"), Kind::Rate}};
  for (const GoodsRow& row : memberGoods(goods, kMostlyMembers_bp, kEnoughLines)) {
    if (section.rows.size() == kTop) break;
    section.rows.push_back({Cell::of(row.product.sku), Cell::of(row.product.name), Cell::of(row.quantity()),
                            Cell::of(Kind::Rate, row.member_share_bp)});
  }
  return section;
}

Section hours(const Say& say, const Goods& goods) {
  Section section{"hours", say("按小时", "By hour"), say("所在整月", "Of the whole months"), {}, {}, 3, -1, {}};
  section.columns = {{"hour", say("时", "Hour"), Kind::Count},
                     {"members", say("会员数量", "To members"), Kind::Quantity},
                     {"guests", say("散客数量", "To guests"), Kind::Quantity},
                     {"net", say("净额", "Net"), Kind::Money}};
  for (std::size_t hour = 0; hour < goods.hours.size(); ++hour) {
    const GoodsHour& one = goods.hours.at(hour);
    if (one.members == Quantity() && one.guests == Quantity() && one.net == base::Money()) continue;
    section.rows.push_back(
        {Cell::count(static_cast<std::int64_t>(hour)), Cell::of(one.members), Cell::of(one.guests), Cell::of(one.net)});
  }
  return section;
}

Section heat(const Say& say, const Goods& goods) {
  Section section{"heat", say("热销时段", "Best sold, over the hours"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"name", say("商品", "Article"), Kind::Text}};
  std::vector<std::size_t> shown;
  for (std::size_t hour = 0; hour < goods.hours.size(); ++hour) {
    if (goods.hours.at(hour).members == Quantity() && goods.hours.at(hour).guests == Quantity()) continue;
    shown.push_back(hour);
    section.columns.push_back({fmt::format("h{:02}", hour), std::to_string(hour), Kind::Quantity});
  }
  for (const HeatRow& row : goods.heat) {
    std::vector<Cell> cells{Cell::of(row.name.empty() ? row.sku : row.name)};
    for (const std::size_t hour : shown) cells.push_back(Cell::of(row.hours.at(hour)));
    section.rows.push_back(std::move(cells));
  }
  return section;
}

Section promotions(const Say& say, const Goods& goods) {
  Section section{"promotions",
                  say("促销效果", "Effect of promotions"),
                  say("日均数量：促销期间与此前同样天数", "Mean quantity a day: during, and as many days before"),
                  {},
                  {},
                  -1,
                  -1,
                  {}};
  section.columns = {
      {"sku", say("编号", "No."), Kind::Text},           {"name", say("商品", "Article"), Kind::Text},
      {"first", say("自", "From"), Kind::Date},          {"last", say("至", "To"), Kind::Date},
      {"before", say("此前", "Before"), Kind::Quantity}, {"during", say("期间", "During"), Kind::Quantity},
      {"change", say("变化", "Change"), Kind::Change}};
  for (const PromotionEffect& one : goods.promotions) {
    if (section.rows.size() == kTop) break;
    section.rows.push_back(
        {Cell::of(one.sku), Cell::of(one.name), Cell::of(one.first), Cell::of(one.last), Cell::of(one.before),
         Cell::of(one.during),
         one.before == Quantity() ? Cell::none(Kind::Change) : Cell::of(Kind::Change, one.change_bp)});
  }
  return section;
}

Section slow(const Say& say, const Goods& goods) {
  Section section{
      "slow",
      say("滞销商品", "Not sold"),
      fmt::format(fmt::runtime(say("期间无销售，共 {} 种", "Nothing sold in the time; {} in all")), goods.slow.size()),
      {},
      {},
      -1,
      -1,
      {}};
  section.columns = {{"sku", say("编号", "No."), Kind::Text},
                     {"name", say("商品", "Article"), Kind::Text},
                     {"category", say("分类", "Category"), Kind::Text},
                     {"price", say("售价", "Price"), Kind::Money}};
  for (const auto& product : goods.slow) {
    if (section.rows.size() == kSlowShown) break;
    section.rows.push_back({Cell::of(product.sku), Cell::of(product.name),
                            Cell::of(say(product.category_zh.c_str(), product.category_en.c_str())),
                            Cell::of(product.price)});
  }
  return section;
}

Section forecast(const Say& say, const Goods& goods) {
  Section section{"forecast",
                  say("下周预测", "Forecast of the next week"),
                  say("近四周净额的简单平均，从首次有销售的一周算起，不计节假日",
                      "Plain mean of four weeks' net, from the first one with sales; holidays are not known"),
                  {},
                  {},
                  5,
                  -1,
                  {}};
  section.columns = {
      {"category", say("分类", "Category"), Kind::Text},    {"week1", say("四周前", "4 weeks ago"), Kind::Money},
      {"week2", say("三周前", "3 weeks ago"), Kind::Money}, {"week3", say("两周前", "2 weeks ago"), Kind::Money},
      {"week4", say("最近一周", "Last week"), Kind::Money}, {"next", say("预测", "Forecast"), Kind::Money}};
  for (const Forecast& one : goods.forecast) {
    section.rows.push_back({Cell::of(say(one.category_zh.c_str(), one.category_en.c_str())), Cell::of(one.weeks[0]),
                            Cell::of(one.weeks[1]), Cell::of(one.weeks[2]), Cell::of(one.weeks[3]),
                            Cell::of(one.next)});
  }
  return section;
}

}  // namespace

Document goodsDocument(const Head& head, const Goods& goods) {
  const Say say{head.language};
  Document out{"goods", head.info.store_name, say("商品分析", "Goods"), {}, {}, {}};
  out.subtitle = goods.span.from.iso() + " – " + goods.span.to.iso();
  Quantity members, guests;
  base::Money net, member_net;
  for (const GoodsRow& row : goods.rows) {
    members += row.members;
    guests += row.guests;
    net += row.net();
    member_net += row.member_net;
  }
  out.figures = {{"net", say("净额", "Net"), Cell::of(net), {}, 0, false},
                 {"member_net", say("会员净额", "Of members"), Cell::of(member_net), {}, 0, false},
                 {"articles", say("动销品种", "Articles sold"), Cell::count(std::ssize(goods.rows)), {}, 0, false},
                 {"not_sold", say("无销售品种", "Not sold"), Cell::count(std::ssize(goods.slow)), {}, 0, false},
                 {"members", say("会员数量", "To members"), Cell::of(members), {}, 0, false},
                 {"guests", say("散客数量", "To guests"), Cell::of(guests), {}, 0, false},
                 {"margin_rate", say("毛利率", "Margin"), rate(goods.margin_bp),
                  goods.margin_bp ? std::string() : say("商品未填进价", "No cost prices are known"), 0, false},
                 {"top_margin_rate", say("前十热销毛利", "Top ten's margin"), rate(goods.top_margin_bp),
                  goods.price_war ? say("低于全店：热销品在打价格战", "Below the store's: the best sold earn least")
                                  : std::string(),
                  0, goods.price_war}};
  out.sections = {
      best(say, goods, true, GoodsOrder::Amount, "members_amount", say("会员购买额前列", "Members, by amount")),
      best(say, goods, false, GoodsOrder::Amount, "guests_amount", say("散客购买额前列", "Guests, by amount")),
      best(say, goods, true, GoodsOrder::Quantity, "members_quantity", say("会员购买量前列", "Members, by quantity")),
      best(say, goods, false, GoodsOrder::Quantity, "guests_quantity", say("散客购买量前列", "Guests, by quantity")),
      best(say, goods, true, GoodsOrder::Margin, "members_margin", say("会员毛利前列", "Members, by margin")),
      best(say, goods, false, GoodsOrder::Margin, "guests_margin", say("散客毛利前列", "Guests, by margin")),
      mostly(say, goods),
      hours(say, goods),
      heat(say, goods),
      promotions(say, goods),
      slow(say, goods),
      forecast(say, goods)};
  return out;
}

}  // namespace kahui::report
