#include "core/report/shift_slip.hpp"

#include <fmt/format.h>

#include <string_view>

#include "core/base/money_text.hpp"
#include "core/base/paper.hpp"

namespace kahui::report {

using base::Money;
using base::Paper;
using base::yuanText;

namespace {

struct Words {
  const char *x_title, *z_title, *demo, *training, *shift, *by, *opened, *receipts, *bills, *net, *refunds, *voids,
      *rounding;
  const char *tenders, *given_back, *drawer, *opening_float, *cash_in, *cash_out, *drops, *openings, *pay_outs,
      *topped_up, *stored_out;
  const char *manual, *member, *points_open, *earned, *restored, *reversed, *redeemed, *expired, *adjusted,
      *points_close, *points_wrong;
  const char *count, *expected, *counted, *over, *is_short, *even, *reason, *left, *handed, *gives, *takes;
};

constexpr Words kChinese = {"交接班 X 报表（未清点）",
                            "交接班 Z 报表",
                            "演示数据，不作凭证",
                            "练习单据，不作凭证",
                            "班次",
                            "收银员",
                            "开班",
                            "小票",
                            "笔数",
                            "净销售",
                            "退货",
                            "其中反结账",
                            "抹零",
                            "收款方式",
                            "  退还",
                            "钱箱",
                            "备用金",
                            "投放",
                            "支出",
                            "取款",
                            "开箱次数",
                            "积分兑现",
                            "储值充值（不计销售）",
                            "储值退卡（不计销售）",
                            "手工折扣",
                            "会员积分",
                            "期初",
                            "  本班赠送",
                            "  退还",
                            "  扣回",
                            "  使用",
                            "  过期",
                            "  调整",
                            "期末",
                            "积分不平，相差",
                            "现金清点",
                            "应有",
                            "实点",
                            "长款",
                            "短款",
                            "相符",
                            "说明",
                            "留存钱箱",
                            "上缴",
                            "交班人签字",
                            "接班人签字"};
constexpr Words kEnglish = {"SHIFT REPORT X (not counted)",
                            "SHIFT REPORT Z",
                            "DEMO DATA, NOT A RECEIPT",
                            "TRAINING, NOT A RECEIPT",
                            "Shift",
                            "Cashier",
                            "Opened",
                            "Receipts",
                            "Bills",
                            "Net sales",
                            "Refunds",
                            "  of them voids",
                            "Rounding",
                            "Tenders",
                            "  given back",
                            "Drawer",
                            "Opening float",  // the trade's word: the change that a drawer begins with
                            "Paid in",
                            "Paid out",
                            "To the safe",
                            "Openings",
                            "Points paid out",
                            "Stored value topped up (no sale)",
                            "Stored value paid out (no sale)",
                            "Discounts by hand",
                            "Members' points",
                            "Opening",
                            "  earned",
                            "  restored",
                            "  taken back",
                            "  redeemed",
                            "  expired",
                            "  adjusted",
                            "Closing",
                            "Points do not add up by",
                            "Cash count",
                            "Expected",
                            "Counted",
                            "Over",
                            "Short",
                            "Even",
                            "Why",
                            "Left in the drawer",
                            "Handed over",
                            "Hands over",
                            "Takes over"};

struct Name {
  const char *code, *chinese, *english;
};
constexpr Name kShiftSlipNames[] = {{"CASH", "现金", "Cash"},
                                    {"WECHAT", "微信支付", "WeChat Pay"},
                                    {"ALIPAY", "支付宝", "Alipay"},
                                    {"UNIONPAY", "云闪付", "UnionPay"},
                                    {"BANKCARD", "银行卡", "Bank card"},
                                    {"STORED", "储值", "Stored value"},
                                    {"CARDPURSE", "卡内积分", "Points on card"},
                                    {"change", "  换零钱", "  Change"},
                                    {"check", "  核对现金", "  Check of the cash"},
                                    {"receipt", "  取小票", "  Receipt inside"},
                                    {"test", "  试开", "  Test"}};

std::string named(const std::string& code, SlipLanguage language) {
  for (const Name& name : kShiftSlipNames)
    if (code == name.code) return language == SlipLanguage::Chinese ? name.chinese : name.english;
  return code;
}

class Slip {
 public:
  Slip(const ShiftSlip& slip, SlipLanguage language, int columns)
      : m_slip(slip),
        m_language(language),
        m_words(language == SlipLanguage::Chinese ? kChinese : kEnglish),
        m_paper(columns) {}

  std::string text() {
    head();
    trade();
    drawer();
    points();
    if (m_slip.sheet.figures.cash) count();
    return m_paper.take();
  }

 private:
  void money(std::string_view name, Money amount) { m_paper.pair(name, yuanText(amount)); }
  void whole(std::string_view name, std::int64_t figure) { m_paper.pair(name, std::to_string(figure)); }

  void head() {
    const ShiftSheet& sheet = m_slip.sheet;
    m_paper.centre(m_slip.store_name);
    m_paper.centre(sheet.figures.cash ? m_words.z_title : m_words.x_title);
    if (m_slip.demo) m_paper.centre(m_slip.training ? m_words.training : m_words.demo);
    m_paper.pair(fmt::format("{} {}-{}", m_words.shift, m_slip.position, sheet.shift), sheet.business_date.iso());
    m_paper.pair(m_slip.at.minuteText(), fmt::format("{} {}", m_words.by, m_slip.operator_name));
    if (sheet.opened)
      m_paper.pair(fmt::format("{} {}", m_words.opened, sheet.operator_code), sheet.opened->local().minuteText());
    m_paper.rule();
  }

  void trade() {
    const ShiftSheet& sheet = m_slip.sheet;
    const ShiftFigures& figures = sheet.figures;
    if (!sheet.first_receipt.empty()) {
      m_paper.pair(m_words.receipts, sheet.first_receipt);
      m_paper.pair("", sheet.last_receipt);
    }
    whole(m_words.bills, figures.bills);
    money(m_words.net, figures.net);
    if (figures.refund_bills > 0)
      m_paper.pair(fmt::format("{} {}", m_words.refunds, figures.refund_bills), "-" + yuanText(figures.refunded));
    if (sheet.voids > 0) whole(m_words.voids, sheet.voids);
    if (sheet.rounding != Money()) money(m_words.rounding, sheet.rounding);
    m_paper.rule();
    m_paper.line(m_words.tenders);
    for (const auto& tender : figures.tenders) {
      m_paper.pair(fmt::format("{} {}", named(tender.type, m_language), tender.times), yuanText(tender.taken));
      if (tender.given_back != Money()) m_paper.pair(m_words.given_back, "-" + yuanText(tender.given_back));
    }
    if (sheet.manual.empty()) return;
    m_paper.rule();
    m_paper.line(m_words.manual);
    for (const auto& [code, manual] : sheet.manual)
      m_paper.pair(fmt::format("  {} x {}", code, manual.bills), yuanText(manual.saving));
  }

  void move(const char* name, const CashMoveFigures& moves, const char* sign) {
    if (moves.times > 0) m_paper.pair(fmt::format("{} {}", name, moves.times), sign + yuanText(moves.amount));
  }

  void drawer() {
    const ShiftFigures& figures = m_slip.sheet.figures;
    m_paper.rule();
    m_paper.line(m_words.drawer);
    money(m_words.opening_float, figures.opening_float);
    move(m_words.cash_in, figures.cash_in, "");
    move(m_words.cash_out, figures.cash_out, "-");
    move(m_words.drops, figures.drops, "-");
    move(m_words.pay_outs, {figures.pay_outs, figures.paid_out}, "-");
    if (figures.topped_up != Money()) money(m_words.topped_up, figures.topped_up);
    if (figures.stored_paid_out != Money()) m_paper.pair(m_words.stored_out, "-" + yuanText(figures.stored_paid_out));
    whole(m_words.openings, figures.openings);
    for (const auto& opening : figures.openings_for_reason) whole(named(opening.reason, m_language), opening.times);
  }

  void points() {
    const ports::PointsBook& book = m_slip.points;
    m_paper.rule();
    m_paper.line(m_words.member);
    whole(m_words.points_open, book.opening.value());
    const auto part = [&](const char* name, base::Points points, const char* sign) {
      if (points != base::Points()) m_paper.pair(name, sign + std::to_string(points.value()));
    };
    part(m_words.earned, book.earned, "");
    part(m_words.restored, book.restored, "");
    part(m_words.reversed, book.reversed, "-");
    part(m_words.redeemed, book.redeemed, "-");
    part(m_words.expired, book.expired, "-");
    part(m_words.adjusted, book.adjusted, "");
    whole(m_words.points_close, book.closing.value());
    const base::Points wrong = book.closing - (book.opening + book.earned + book.restored - book.reversed -
                                               book.redeemed - book.expired + book.adjusted);
    if (wrong != base::Points()) whole(m_words.points_wrong, wrong.value());
  }

  void count() {
    const CashCount& cash = *m_slip.sheet.figures.cash;
    m_paper.rule();
    m_paper.line(m_words.count);
    money(m_words.expected, cash.expected);
    money(m_words.counted, cash.counted);
    const char* verdict = cash.over_short > Money()   ? m_words.over
                          : cash.over_short < Money() ? m_words.is_short
                                                      : m_words.even;
    money(verdict, cash.over_short);
    if (!m_slip.reason.empty()) m_paper.pair(m_words.reason, m_slip.reason);
    money(m_words.left, m_slip.left);
    money(m_words.handed, cash.counted - m_slip.left);
    m_paper.rule();
    m_paper.line(std::string(m_words.gives) + ": ____________");
    m_paper.line("");
    m_paper.line(std::string(m_words.takes) + ": ____________");
  }

  const ShiftSlip& m_slip;
  SlipLanguage m_language;
  const Words& m_words;
  Paper m_paper;
};

}  // namespace

std::string renderSlip(const ShiftSlip& slip, SlipLanguage language, int columns) {
  return Slip(slip, language, columns).text();
}

}  // namespace kahui::report
