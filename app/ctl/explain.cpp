// kahuictl explain: why a bill came to what it came to, out of the journal, months later.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "app/ctl/command.hpp"
#include "app/local/demo_clock.hpp"
#include "core/base/money_text.hpp"
#include "core/sale/sale_json.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::ctl {

namespace {

struct Word {
  std::string_view code;
  const char *chinese, *english;
};

constexpr Word kWords[] = {{"LAYER", "价格", "price"},
                           {"MULTI_BUY", "多件优惠", "multi-buy"},
                           {"THRESHOLD", "满减", "threshold"},
                           {"BILL_DISCOUNT", "整单折扣", "bill discount"},
                           {"COUPON", "优惠券", "coupon"},
                           {"POINTS", "积分抵扣", "paid with points"},
                           {"ROUNDING", "抹零", "rounding"},
                           {"OFFER", "赠品换购", "gift or exchange"},
                           {"POINTS_X", "积分倍数", "points multiplier"},
                           {"APPLIED", "已采用", "applied"},
                           {"HIGHER_PRICE", "另有更低的价格", "another price is lower"},
                           {"SMALLER_SAVING", "另有优惠更大的活动", "another promotion saves more"},
                           {"FLOOR_REACHED", "已采用，到最低折扣为止", "applied, held at the item's lowest rate"},
                           {"NEEDS_MEMBER", "会员才有", "for members only"},
                           {"WRONG_TIER", "会员等级不符", "not for this tier"},
                           {"WRONG_STORE", "本店不参加", "not in this store"},
                           {"OUT_OF_TIME", "不在活动时间", "not at this time"},
                           {"LINE_BARRED", "商品不参加", "the item is excluded"},
                           {"MANUAL_PRICE", "已手工定价", "the line has a manual price"},
                           {"NOT_WHOLE_PIECES", "不是整件", "not whole pieces"},
                           {"FEEDS_OTHER_OFFER", "已计入另一活动", "counted in another offer"},
                           {"BELOW_THRESHOLD", "未满金额", "below the threshold"},
                           {"TOO_FEW_PIECES", "件数不够", "too few pieces"},
                           {"LIMIT_REACHED", "次数已用完", "limit reached"},
                           {"NO_SAVING", "没有更便宜", "nothing saved"},
                           {"RETAIL", "零售价", "retail price"},
                           {"PROMO", "促销价", "promotion price"},
                           {"MEMBER_PRICE", "会员价", "member price"},
                           {"MEMBER_DAY", "会员日", "member day"},
                           {"TIER", "等级折扣", "tier rate"},
                           {"RATE_COUPON", "折扣券", "rate coupon"},
                           {"OVERRIDE", "手工定价", "manual price"},
                           {"STACK", "折上折", "stacked rates"},
                           {"GROUP", "团体价", "group price"},
                           {"NOT_APPROVED", "活动未批准", "its campaign is not approved"}};

std::string wordFor(std::string_view code, bool chinese) {
  for (const Word& word : kWords)
    if (word.code == code) return chinese ? word.chinese : word.english;
  return std::string(code);
}

std::string trialText(const pricing::Trial& trial, const till::PastSale& past, bool chinese) {
  std::string text = "  " + wordFor(pricing::stepName(trial.step), chinese);
  if (trial.step == pricing::Step::Layer) text += " " + wordFor(pricing::layerName(trial.layer), chinese);
  if (trial.promotion != pricing::kNoPromotion)
    text += fmt::format(" [{}]", pricing::promotionAt(trial.promotion, past.record.input, *past.rules).id);
  if (trial.coupon >= 0)
    text += fmt::format(" [{}]", past.record.input.coupons[static_cast<std::size_t>(trial.coupon)].id);
  text += ": " + wordFor(pricing::reasonName(trial.reason), chinese);
  if (trial.amount != 0) text += " " + base::yuanText(base::Money(trial.amount));
  if (trial.missing != 0) {
    const bool pieces = trial.reason == pricing::Reason::TooFewPieces;
    const std::string much =
        pieces ? fmt::format("{}", trial.missing / 1000) : "¥" + base::yuanText(base::Money(trial.missing));
    text += chinese ? fmt::format("，还差 {}{}", much, pieces ? " 件" : "") : fmt::format(", {} more", much);
  }
  return text;
}

void printText(const till::PastSale& past, bool chinese) {
  const auto& document = std::get<journal::SaleCompleted>(past.stored.event.payload);
  const auto& sold = past.record.sold;
  std::cout << fmt::format("{}  {}  {}\n", document.receipt_no, past.stored.event.at.local().minuteText(),
                           past.rules->version);
  const auto printTrials = [&](std::int32_t line) {
    for (const pricing::Trial& trial : sold.trials)
      if (trial.line == line) std::cout << trialText(trial, past, chinese) << '\n';
  };
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    const auto& line = document.lines[i];
    std::cout << fmt::format("{}  {} -> {}\n", line.name, base::yuanText(line.gross), base::yuanText(line.final));
    printTrials(static_cast<std::int32_t>(i));
  }
  std::cout << fmt::format("{}  {} -> {}\n", chinese ? "整单" : "Whole bill", base::yuanText(document.gross),
                           base::yuanText(document.total));
  printTrials(-1);
}

void printJson(const till::PastSale& past) {
  const auto& document = std::get<journal::SaleCompleted>(past.stored.event.payload);
  const nlohmann::ordered_json out = {
      {"receipt_no", document.receipt_no},
      {"sale_id", past.stored.event.id.hex()},
      {"pack_version", past.rules->version},
      {"result", sale::toJson(past.record.sold, past.record.input, *past.rules)},
      {"explanation", sale::explanation(past.record.sold, past.record.input, *past.rules)}};
  std::cout << out.dump() << '\n';
}

int explain(const std::string& folder, const std::string& receipt_no, bool json) {
  const auto store = openForReading(folder);
  if (!store) return report(store.error(), json);
  base::SystemRandom random;
  const auto clock = local::openClock((*store)->info().zone, (*store)->info().demo);
  auto desk = till::SaleDesk::open(**store, *clock, random);
  if (!desk) return report(desk.error(), json);
  const auto past = desk->pastSale(receipt_no);
  if (!past) return report(past.error(), json);
  if (json)
    printJson(*past);
  else
    printText(*past, (*store)->info().language != "en");
  return kDone;
}

}  // namespace

void addExplainCommand(CLI::App& app, int& exit_code) {
  struct Arguments {
    std::string folder, receipt_no;
    bool json = false;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("explain", "Why a bill came to what it came to: each rule, line by line");
  command->add_option("--store", arguments->folder, "Folder of the store")->required();
  command->add_option("--receipt", arguments->receipt_no, "Receipt number")->required();
  command->add_flag("--json", arguments->json, "One JSON object with reason codes");
  command->callback(
      [arguments, &exit_code] { exit_code = explain(arguments->folder, arguments->receipt_no, arguments->json); });
}

}  // namespace kahui::ctl
