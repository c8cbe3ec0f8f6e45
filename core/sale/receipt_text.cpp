#include <fmt/format.h>

#include <algorithm>

#include "core/base/money_text.hpp"
#include "core/base/paper.hpp"
#include "core/sale/receipt.hpp"

namespace kahui::sale {

using base::Paper;

namespace {

// The words of the paper. Its language is the store's, not the screen's, and kahuictl prints it without Qt.
struct Words {
  const char *receipt, *operator_label, *item, *quantity, *amount, *gross, *saving, *rounding, *total, *change, *member,
      *earned, *used, *balance, *to_next_purchase, *to_next_points, *to_next_bills, *to_next_spent, *to_next_referrals,
      *to_next_all, *promoted, *thanks, *demo, *training, *copy, *nth_copy, *given, *provisional;
  const char *by_price, *by_multi, *by_promotion, *by_bill, *by_coupon, *by_points;
  const char *gift_coupon, *gift_points, *referee_gift, *rebate, *referral, *delivery;
  const char *return_title, *return_of, *returned_value, *refund, *refunded, *reversed, *restored, *tier_now,
      *no_receipt;
  const char *reference, *top_up, *closed, *principal, *bonus, *stored_after, *uses_left, *uses_sold;
  const char* claim;
  const char *noncash, *cashable, *ending, *first_end;
  const char *gift_line, *by_gifts;
  const char *gift_out, *gift_held, *gift_paid;
};

constexpr Words kChinese = {"小票",
                            "收银员",
                            "商品",
                            "数量",
                            "小计",
                            "原价合计",
                            "已优惠",
                            "抹零",
                            "应收",
                            "找零",
                            "会员",
                            "本次积分",
                            "使用积分",
                            "积分余额",
                            "再一次购满 ¥{} 升{}",
                            "再积 {} 分升{}",
                            "再购物 {} 次升{}",
                            "再累计消费 ¥{} 升{}",
                            "再推荐 {} 人升{}",
                            "升{}须同时达到：",
                            "恭喜升级为{}",
                            "谢谢惠顾",
                            "演示数据，不作凭证",
                            "练习单据，不作凭证",
                            "补打",
                            "补打 第{}次",
                            "实收",
                            "（以总部为准）",
                            "会员及促销价优惠",
                            "多件优惠",
                            "满减优惠",
                            "整单优惠",
                            "优惠券",
                            "积分抵扣",
                            "赠送优惠券 ¥{}",
                            "赠送积分",
                            "被推荐礼积分",
                            "累计返利积分",
                            "推荐人 {} 得 {} 分",
                            "送货：{}",
                            "退货单",
                            "原小票",
                            "商品价值",
                            "应退",
                            "退还",
                            "扣回积分",
                            "退还积分",
                            "会员等级变为{}",
                            "无单退货",
                            "参考号",
                            "储值充值单",
                            "储值退卡单",
                            "本金",
                            "赠送",
                            "储值余额",
                            "已用 {} 次，剩余 {} 次",
                            "次卡 {} 次",
                            "忘带会员卡？{}前凭此码补积分",
                            "非兑现积分",
                            "可兑现积分",
                            "90天内到期",
                            "最早 {}",
                            "{} 积分 + {}",
                            "积分换购",
                            "赠品待退回：{} × {}",
                            "  暂扣赠品金额",
                            "退还赠品暂扣金额"};
constexpr Words kEnglish = {"Receipt",
                            "Cashier",
                            "Item",
                            "Qty",
                            "Amount",
                            "Subtotal",
                            "You saved",
                            "Rounding",
                            "Total",
                            "Change",
                            "Member",
                            "Points earned",
                            "Points used",
                            "Points balance",
                            "¥{} in one purchase to {}",
                            "{} points to {}",
                            "{} more bills to {}",
                            "¥{} more in all to {}",
                            "{} more referrals to {}",
                            "All of these to {}:",
                            "Welcome to {}",
                            "Thank you",
                            "DEMO DATA, NOT A RECEIPT",
                            "TRAINING, NOT A RECEIPT",
                            "COPY",
                            "COPY No. {}",
                            "Given",
                            " (provisional)",
                            "Member and offer prices",
                            "Multi-buy",
                            "Promotion",
                            "Bill discount",
                            "Coupon",
                            "Paid with points",
                            "Coupon for you: ¥{}",
                            "Points for you",
                            "Gift for being referred",
                            "Rebate points",
                            "{} brought you and gets {} points",
                            "Deliver to: {}",
                            "RETURN",
                            "Of receipt",
                            "Value of goods",
                            "Refund",
                            "Refunded",
                            "Points taken back",
                            "Points restored",
                            "Tier is now {}",
                            "RETURN WITHOUT RECEIPT",
                            "Ref.",
                            "STORED VALUE TOP-UP",
                            "STORED VALUE CLOSED",
                            "Principal",
                            "Bonus",
                            "Stored value",
                            "used {}, {} left",
                            "{} uses",
                            "Forgot the card? Points by this code until {}",
                            "Points for purchases",
                            "Points for cash",
                            "Ending within 90 days",
                            "the first on {}",
                            "{} points + {}",
                            "Had for points",
                            "Gift to be brought back: {} x {}",
                            "  held back for it",
                            "Held back for a gift, paid now"};

struct TenderName {
  const char *type, *chinese, *english;
};
constexpr TenderName kTenderNames[] = {
    {"CASH", "现金", "Cash"},           {"WECHAT", "微信支付", "WeChat Pay"},       {"ALIPAY", "支付宝", "Alipay"},
    {"UNIONPAY", "云闪付", "UnionPay"}, {"BANKCARD", "银行卡", "Bank card"},        {"STORED", "储值", "Stored value"},
    {"VOUCHER", "代金券", "Voucher"},   {"CARDPURSE", "卡内积分", "Points on card"}};

std::string tenderName(const std::string& type, ReceiptLanguage language) {
  for (const TenderName& name : kTenderNames) {
    if (type == name.type) return language == ReceiptLanguage::Chinese ? name.chinese : name.english;
  }
  return type;
}

std::string quantityText(base::Quantity quantity) {
  const std::int64_t milli = quantity.value();
  if (milli % 1000 == 0) return std::to_string(milli / 1000);
  std::string text = fmt::format("{}.{:03}", milli / 1000, milli % 1000);
  while (text.back() == '0') text.pop_back();
  return text;
}

void writeLines(Paper& paper, const Receipt& receipt, const Words& words) {
  paper.pair(words.item, words.amount);
  for (const ReceiptLine& line : receipt.lines) {
    paper.line(line.name);
    std::string left = fmt::format("  {}{}", quantityText(line.quantity), line.unit);
    if (receipt.kind == ReceiptKind::Sale) left += fmt::format(" x {}", base::yuanText(line.unit_price));
    if (line.final != line.gross) left += fmt::format(" ({})", base::yuanText(line.gross));
    paper.pair(left, base::yuanText(line.final));
    if (line.count_change < 0)
      paper.line("  " + fmt::format(fmt::runtime(words.uses_left), -line.count_change, line.count_left));
    if (line.count_change > 0) paper.line("  " + fmt::format(fmt::runtime(words.uses_sold), line.count_change));
    if (line.gift_points != base::Points{})
      paper.line("  " +
                 fmt::format(fmt::runtime(words.gift_line), line.gift_points.value(), base::yuanText(line.final)));
  }
}

void writeKeptGifts(Paper& paper, const Receipt& receipt, const Words& words) {
  for (const ReceiptGift& gift : receipt.kept_gifts) {
    if (gift.quantity > base::Quantity{})
      paper.line(fmt::format(fmt::runtime(words.gift_out), gift.name, quantityText(gift.quantity)));
    if (gift.held > base::Money{}) paper.pair(words.gift_held, "-" + base::yuanText(gift.held));
    if (gift.held < base::Money{}) paper.pair(words.gift_paid, base::yuanText(base::Money{} - gift.held));
  }
}

// Each kind of saving in the order of the rulebook's steps, and their sum where there are several.
void writeSavings(Paper& paper, const Receipt& receipt, const Words& words) {
  const ReceiptSavings& savings = receipt.savings;
  const base::Money saved = savings.sum();
  // S001-03: a member's receipt always says what was saved, nothing too.
  if (saved + receipt.rounding == base::Money{} && !receipt.member) return;
  paper.pair(words.gross, base::yuanText(receipt.gross));
  const std::pair<const char*, base::Money> kinds[] = {
      {words.by_price, savings.price}, {words.by_multi, savings.multi},   {words.by_promotion, savings.promotion},
      {words.by_bill, savings.bill},   {words.by_coupon, savings.coupon}, {words.by_points, savings.points},
      {words.by_gifts, savings.gifts}};
  int shown = 0;
  for (const auto& [name, amount] : kinds) {
    if (amount == base::Money{}) continue;
    paper.pair(name, "-" + base::yuanText(amount));
    ++shown;
  }
  if (shown > 1) paper.pair(words.saving, "-" + base::yuanText(saved));
  if (shown == 0 && receipt.member) paper.pair(words.saving, base::yuanText(saved));
  if (receipt.rounding.value() > 0) paper.pair(words.rounding, "-" + base::yuanText(receipt.rounding));
}

void writeBenefits(Paper& paper, const ReceiptMember& member, const Words& words) {
  for (const ReceiptBenefit& benefit : member.benefits) {
    const char* name = benefit.kind == "REFEREE_GIFT" ? words.referee_gift
                       : benefit.kind == "REBATE"     ? words.rebate
                                                      : words.gift_points;
    if (benefit.points.value() > 0) paper.pair(name, std::to_string(benefit.points.value()));
    if (benefit.face.value() == 0) continue;
    paper.line(fmt::format(fmt::runtime(words.gift_coupon), base::yuanText(benefit.face)));
    paper.line("  " + benefit.serial);
  }
}

void writeNextTier(Paper& paper, const ReceiptMember& member, const Words& words) {
  if (member.next_tier_name.empty()) return;
  const auto say = [&](const char* text, const auto& missing) {
    paper.line(fmt::format(fmt::runtime(text), missing, member.next_tier_name));
  };
  if (member.missing_all) paper.line(fmt::format(fmt::runtime(words.to_next_all), member.next_tier_name));
  if (member.missing_purchase) say(words.to_next_purchase, base::yuanText(*member.missing_purchase));
  if (member.missing_points) say(words.to_next_points, member.missing_points->value());
  if (member.missing_bills) say(words.to_next_bills, *member.missing_bills);
  if (member.missing_spent) say(words.to_next_spent, base::yuanText(*member.missing_spent));
  if (member.missing_referrals) say(words.to_next_referrals, *member.missing_referrals);
}

// S000-48. The classes apart only where the member has both.
void writeClasses(Paper& paper, const ReceiptMember& member, const Words& words) {
  const auto has = [](const ReceiptPoints& one) { return one.balance != base::Points{}; };
  const bool both = std::count_if(member.classes.begin(), member.classes.end(), has) > 1;
  for (const ReceiptPoints& one : member.classes) {
    const std::string indent = both ? "    " : "  ";
    if (both)
      paper.pair("  " + std::string(one.cashable ? words.cashable : words.noncash),
                 std::to_string(one.balance.value()));
    if (one.ending == base::Points{} || !one.first_end) continue;
    paper.pair(indent + words.ending, std::to_string(one.ending.value()));
    paper.line(indent + fmt::format(fmt::runtime(words.first_end), one.first_end->iso()));
  }
}

void writeMember(Paper& paper, const Receipt& receipt, const Words& words) {
  const ReceiptMember& member = *receipt.member;
  const bool sale = receipt.kind == ReceiptKind::Sale;
  paper.rule();
  paper.pair(fmt::format("{} {}", words.member, member.member_no), member.tier_name);
  if (!member.new_tier_name.empty())
    paper.line(fmt::format(fmt::runtime(sale ? words.promoted : words.tier_now), member.new_tier_name));
  if (sale || member.earned != base::Points{})
    paper.pair(sale ? words.earned : words.reversed, std::to_string(member.earned.value()));
  if (member.used != base::Points{})
    paper.pair(sale ? words.used : words.restored, std::to_string(member.used.value()));
  paper.pair(std::string(words.balance) + words.provisional, std::to_string(member.balance.value()));
  writeClasses(paper, member, words);
  if (member.stored_after) paper.pair(words.stored_after, base::yuanText(*member.stored_after));
  writeBenefits(paper, member, words);
  if (!member.referrer.empty())
    paper.line(fmt::format(fmt::runtime(words.referral), member.referrer, member.referral.value()));
  writeNextTier(paper, member, words);
}

void writeHead(Paper& paper, const Receipt& receipt, const Words& words) {
  paper.centre(receipt.store_name);
  if (receipt.kind == ReceiptKind::Return)
    paper.centre(receipt.sale_receipt_no.empty() ? words.no_receipt : words.return_title);
  if (receipt.kind == ReceiptKind::TopUp) paper.centre(words.top_up);
  if (receipt.kind == ReceiptKind::StoredClosed) paper.centre(words.closed);
  if (receipt.demo) paper.centre(receipt.training ? words.training : words.demo);
  if (receipt.copies > 0)
    paper.centre(fmt::format(fmt::runtime(words.nth_copy), receipt.copies));
  else if (receipt.copy)
    paper.centre(words.copy);
  paper.pair(fmt::format("{} {}", words.receipt, receipt.receipt_no), "");
  if (!receipt.sale_receipt_no.empty()) paper.pair(fmt::format("{} {}", words.return_of, receipt.sale_receipt_no), "");
  paper.pair(receipt.at.minuteText(), fmt::format("{} {}", words.operator_label, receipt.operator_name));
  paper.rule();
}

void writeStored(Paper& paper, const Receipt& receipt, const Words& words) {
  const ReceiptStored& stored = *receipt.stored;
  const char* sign = receipt.kind == ReceiptKind::TopUp ? "" : "-";
  paper.line(fmt::format("{} {}", words.member, receipt.member ? receipt.member->member_no : std::string()));
  paper.pair(words.principal, sign + base::yuanText(stored.principal));
  if (stored.bonus != base::Money{})
    paper.pair(stored.rule.empty() ? std::string(words.bonus) : fmt::format("{} {}", words.bonus, stored.rule),
               sign + base::yuanText(stored.bonus));
  paper.pair(words.stored_after, base::yuanText(stored.balance));
  paper.rule();
}

void writeTenders(Paper& paper, const Receipt& receipt, const Words& words, ReceiptLanguage language) {
  const bool takes = receipt.kind == ReceiptKind::Sale || receipt.kind == ReceiptKind::TopUp;
  for (const ReceiptTender& tender : receipt.tenders) {
    const std::string name = tenderName(tender.type, language);
    paper.pair(takes ? name : fmt::format("{} {}", words.refunded, name), base::yuanText(tender.amount));
    if (!tender.reference.empty()) paper.line(fmt::format("  {} {}", words.reference, tender.reference));
    if (tender.given && *tender.given != tender.amount) paper.pair(words.given, base::yuanText(*tender.given));
  }
}

}  // namespace

std::string renderText(const Receipt& receipt, ReceiptLanguage language, int columns) {
  const Words& words = language == ReceiptLanguage::Chinese ? kChinese : kEnglish;
  const bool sale = receipt.kind == ReceiptKind::Sale;
  Paper paper(columns);
  writeHead(paper, receipt, words);
  if (receipt.stored) {
    writeStored(paper, receipt, words);
  } else {
    writeLines(paper, receipt, words);
    paper.rule();
    if (sale) writeSavings(paper, receipt, words);
    if (!sale && receipt.gross != receipt.total) paper.pair(words.returned_value, base::yuanText(receipt.gross));
    writeKeptGifts(paper, receipt, words);
  }
  const bool takes = sale || receipt.kind == ReceiptKind::TopUp;
  paper.pair(takes ? words.total : words.refund, "¥" + base::yuanText(receipt.total));
  writeTenders(paper, receipt, words, language);
  if (receipt.change.value() > 0) paper.pair(words.change, base::yuanText(receipt.change));
  if (receipt.member && !receipt.stored) writeMember(paper, receipt, words);
  if (!receipt.delivery.empty()) {
    paper.rule();
    paper.line(fmt::format(fmt::runtime(words.delivery), receipt.delivery));
  }
  if (!receipt.claim_code.empty() && receipt.claim_until) {
    paper.rule();
    paper.line(fmt::format(fmt::runtime(words.claim), receipt.claim_until->iso()));
    paper.line("  " + receipt.claim_code);
  }
  paper.rule();
  if (takes) paper.centre(words.thanks);
  return paper.take();
}

}  // namespace kahui::sale
