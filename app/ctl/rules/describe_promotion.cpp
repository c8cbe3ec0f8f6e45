#include "app/ctl/rules/page.hpp"

namespace kahui::ctl {

using programme::Promotion;
using programme::PromotionKind;

namespace {

std::string benefit(const Page& page, const Promotion& p) {
  const auto threshold = page.money(p.threshold);
  switch (p.kind) {
    case PromotionKind::ThresholdMinus:
      return p.repeat ? page.say("每满{}减{}", "for each {} bought, {} less", threshold, page.money(p.minus))
                      : page.say("满{}减{}", "from {} bought, {} less", threshold, page.money(p.minus));
    case PromotionKind::ThresholdRate: return page.say("满{}享{}", "from {} bought, {}", threshold, page.rate(p.rate));
    case PromotionKind::CountRate:
      return page.say("满{}件享{}", "from {} pieces, {}", page.pieces(p.threshold_qty), page.rate(p.rate));
    case PromotionKind::ItemPrice: return page.say("特价每件{}", "{} a piece", page.money(p.price));
    case PromotionKind::ItemRate: return page.rate(p.rate);
    case PromotionKind::ItemMinus: return page.say("每件减{}", "{} less a piece", page.money(p.minus));
    case PromotionKind::BuyNGetM: return page.say("买{}送{}", "buy {}, get {} free", p.n, p.m);
    case PromotionKind::NthPiece:
      return page.say("每{}件中最低价的一件{}", "the cheapest of every {} pieces: {}", p.n, page.rate(p.rate));
    case PromotionKind::NForPrice: return page.say("{}件共{}", "{} pieces for {}", p.n, page.money(p.price));
    case PromotionKind::Gift:
      return p.repeat
                 ? page.say("每满{}赠{} × {}", "for each {} bought, gift {} × {}", threshold, p.sku,
                            page.pieces(p.quantity))
                 : page.say("满{}赠{} × {}", "from {} bought, gift {} × {}", threshold, p.sku, page.pieces(p.quantity));
    case PromotionKind::Exchange:
      return page.say("满{}可加{}换购{} × {}，每单{}次", "from {} bought, for {} a piece: {} × {}, {} a bill",
                      threshold, page.money(p.price), p.sku, page.pieces(p.quantity), p.limit.value_or(1));
    case PromotionKind::PointsX: return page.say("积分{}", "points {}", page.times(p.mult_pct));
  }
  return {};
}

std::string scope(const Page& page, const Promotion& p) {
  if (p.scope.everything()) return page.pick("全场", "everything");
  std::vector<std::string> parts;
  if (!p.scope.skus.empty()) parts.push_back(page.say("商品{}", "products {}", page.list(p.scope.skus)));
  if (!p.scope.categories.empty()) parts.push_back(page.say("品类{}", "categories {}", page.list(p.scope.categories)));
  if (!p.scope.brands.empty()) parts.push_back(page.say("品牌{}", "brands {}", page.list(p.scope.brands)));
  return page.list(parts);
}

std::string people(const Page& page, const Promotion& p, const programme::RulePack& pack) {
  std::vector<std::string> names;
  for (const auto& code : p.tiers) {
    if (code == "GUEST") {
      if (!p.member_only) names.emplace_back(page.pick("非会员", "guests"));
    } else {
      names.push_back(pack.tier(pack.rankOf(code).value()).name);
    }
  }
  if (!p.tiers.empty()) return page.say("限{}", "for {}", page.list(names));
  return p.member_only ? page.pick("限会员", "members only") : "";
}

}  // namespace

std::string describePromotion(const Page& page, const Promotion& p, const programme::RulePack& pack) {
  std::vector<std::string> parts{page.say("{}：{}", "{}: {}", scope(page, p), benefit(page, p))};
  const auto add = [&](std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
  };
  const auto limit = [&](const std::optional<int>& count, const char* zh, const char* en) {
    if (count) add(page.say(zh, en, *count));
  };
  add(people(page, p, pack));
  add(page.window(p.window));
  if (!p.stores.empty()) add(page.say("限门店{}", "stores {}", page.list(p.stores)));
  limit(p.max_groups, "每单最多{}组", "at most {} groups a bill");
  limit(p.per_bill, "每单最多{}次", "at most {} a bill");
  limit(p.per_member_day, "每位会员每天最多{}次", "at most {} a member and day");
  limit(p.per_member, "每位会员最多{}次", "at most {} a member");
  if (p.priority != 0) add(page.say("优先级{}", "priority {}", p.priority));
  return page.sentence(parts);
}

}  // namespace kahui::ctl
