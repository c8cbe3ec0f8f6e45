// Words of the documents. Their language is the reader's; a table here rather than Qt's, because kahuictl writes them
// too.
#include <fmt/format.h>

#include "core/report/document.hpp"
#include "core/report/document_words.hpp"
#include "core/report/tier_words.hpp"

namespace kahui::report {

std::string tierText(const Head& head, const std::string& code) {
  if (code.empty()) return Say{head.language}("散客", "Guests");
  for (const auto& tier : head.pack.tiers)
    if (tier.code == code) return head.language == Language::Chinese ? tier.name : englishTier(tier.name, code);
  return code;
}

std::string activityTitle(Language language, ActivityKind kind) {
  const Say say{language};
  switch (kind) {
    case ActivityKind::Price: return say("改价与手工优惠", "Prices by hand");
    case ActivityKind::Return: return say("退货与反结账", "Returns and voids");
    case ActivityKind::Drawer: return say("钱箱与交接班", "Drawer and shifts");
    case ActivityKind::Reveal: return say("查看明文", "Seen in clear");
    case ActivityKind::Member: return say("会员资料与卡", "Member data and cards");
    case ActivityKind::Points: return say("积分调整", "Points by hand");
    case ActivityKind::Value: return say("储值", "Stored value");
    case ActivityKind::Pin: return say("密码与权限", "PINs and rights");
    case ActivityKind::Refused: return say("越权尝试", "Tried without right");
    case ActivityKind::Copy: return say("补打", "Copies");
    case ActivityKind::Work: return say("任务与发券", "Tasks and coupons");
    case ActivityKind::Settings: return say("规则与设置", "Rules and settings");
  }
  return {};
}

std::string targetTitle(Language language, std::string_view figure) {
  const Say say{language};
  if (figure == "joins") return say("新会员", "New members");
  if (figure == "net") return say("净销售额", "Net sales");
  if (figure == "member_net") return say("会员净额", "Net to members");
  if (figure == "member_share") return say("会员消费占比", "Member share");
  if (figure == "bills") return say("单数", "Bills");
  if (figure == "member_bills") return say("会员单数", "Member bills");
  return std::string(figure);
}

std::string tenderText(Language language, const std::string& type) {
  const Say say{language};
  if (type == "CASH") return say("现金", "Cash");
  if (type == "WECHAT") return say("微信支付", "WeChat Pay");
  if (type == "ALIPAY") return say("支付宝", "Alipay");
  if (type == "BANKCARD") return say("银行卡", "Bank card");
  if (type == "STORED") return say("储值", "Stored value");
  if (type == "CARDPURSE") return say("卡内积分", "Points on card");
  return type;
}

std::string sourceText(Language language, const std::string& source) {
  const Say say{language};
  if (source == "till") return say("收银台", "Till");
  if (source == "import") return say("导入", "Import");
  if (source == "demo") return say("演示数据", "Demo data");
  if (source == "referral") return say("老带新", "Referral");
  if (source == "phone") return say("电话", "Telephone");
  if (source == "web") return say("网上", "Web");
  if (source == "event") return say("活动", "Event");
  return source.empty() ? say("总部", "Headquarters") : source;
}

std::string segmentText(Language language, Segment segment) {
  const Say say{language};
  switch (segment) {
    case Segment::Best: return say("核心会员", "Best customers");
    case Segment::Loyal: return say("常客", "Regulars");
    case Segment::BigSpender: return say("大额会员", "Big spenders");
    case Segment::Fresh: return say("新客", "Newcomers");
    case Segment::Occasional: return say("偶尔光顾", "Occasional");
    case Segment::WinBack: return say("重点挽回", "Win back first");
    case Segment::Slipping: return say("正在流失", "Slipping away");
    case Segment::Lost: return say("已流失", "Lost");
    case Segment::Silent: return say("一年未消费", "Silent for a year");
  }
  return {};
}

std::string segmentAdvice(Language language, Segment segment) {
  const Say say{language};
  switch (segment) {
    case Segment::Best: return say("专人维护，新品优先告知", "Look after in person, tell first of new goods");
    case Segment::Loyal: return say("鼓励多买一件，推荐关联商品", "Suggest one article more");
    case Segment::BigSpender: return say("邀请再来，送短期券", "Invite back with a short coupon");
    case Segment::Fresh: return say("一月内回访，促成第二次消费", "Call within a month, win the second purchase");
    case Segment::Occasional: return say("会员日提醒", "Remind of the member day");
    case Segment::WinBack: return say("店长电话，问明原因", "The manager calls and asks why");
    case Segment::Slipping: return say("发券唤回", "Send a coupon");
    case Segment::Lost: return say("节日问候，不再频繁打扰", "A greeting on holidays, no more");
    case Segment::Silent: return say("核对资料是否有效", "Check that the data are still right");
  }
  return {};
}

std::string listTitle(Language language, ListKind kind) {
  const Say say{language};
  switch (kind) {
    case ListKind::Birthdays7: return say("7 天内生日", "Birthdays in 7 days");
    case ListKind::Birthdays30: return say("30 天内生日", "Birthdays in 30 days");
    case ListKind::Dormant: return say("沉睡会员", "Dormant");
    case ListKind::Lost: return say("流失会员", "Lost");
    case ListKind::OffRhythm: return say("该来没来", "Overdue by rhythm");
    case ListKind::PointsEnding: return say("积分将到期", "Points ending soon");
    case ListKind::TierToLose: return say("将降级", "Tier about to be lost");
    case ListKind::TierInReach: return say("将升级", "Tier within reach");
    case ListKind::HighValue: return say("高价值会员", "High value");
    case ListKind::Rising: return say("消费上升", "Rising");
    case ListKind::Anniversaries: return say("30 天内入会纪念日", "Joining days in 30 days");
    case ListKind::OftenAndSmall: return say("常来少买（预售）", "Often, small sums");
    case ListKind::Everyone: return say("全部会员", "All members");
    case ListKind::PhoneDead: return say("电话空号", "Telephone dead");
  }
  return {};
}

std::string listAdvice(Language language, ListKind kind) {
  const Say say{language};
  switch (kind) {
    case ListKind::Birthdays7:
    case ListKind::Birthdays30: return say("送上祝福，提醒生日权益", "Wish well, mention the birthday benefit");
    case ListKind::Dormant:
      return say("超过 90 天未来，电话或发券", "No visit for over 90 days: call or send a coupon");
    case ListKind::Lost: return say("超过 180 天未来，问明原因", "No visit for over 180 days: ask why");
    case ListKind::OffRhythm:
      return say("已超过平时间隔两倍，尽快联系", "More than twice the usual gap: get in touch soon");
    case ListKind::PointsEnding: return say("30 天内到期，提醒使用", "They end within 30 days: remind");
    case ListKind::TierToLose: return say("告知年底前还差多少", "Say what is missing before the year ends");
    case ListKind::TierInReach: return say("告知还差多少积分", "Say how many points are missing");
    case ListKind::HighValue: return say("高价值会员", "High-value members");
    case ListKind::Anniversaries: return say("会员周年庆：送礼或抽奖", "A year more as a member: a gift or a draw");
    case ListKind::OftenAndSmall:
      return say("来得多、买得少：请其预订", "Many bills, little spent: offer to reserve goods for them");
    case ListKind::Rising:
      return say("近 90 天比前 90 天多一半以上", "The last 90 days brought half as much again as the 90 before");
    case ListKind::Everyone: return say("用筛选缩小范围", "Narrow it by the filters");
    case ListKind::PhoneDead: return say("下次到店时请会员更新手机号", "Ask for the new number at the next visit");
  }
  return {};
}

std::string exceptionTitle(Language language, ExceptionKind kind) {
  const Say say{language};
  switch (kind) {
    case ExceptionKind::BusyCard: return say("同一会员一天多单", "One member, many bills in a day");
    case ExceptionKind::OneOperator: return say("同一会员总由一人收银", "One member, always the same operator");
    case ExceptionKind::ManualDiscounts: return say("短时间多次手工优惠", "Many discounts by hand in an hour");
    case ExceptionKind::Returns: return say("一天多次退货", "Many returns in a day");
    case ExceptionKind::NoSale: return say("一天多次无销售开钱箱", "The drawer opened without a bill, many times");
    case ExceptionKind::Claims: return say("同一会员多次补登积分", "Bills claimed afterwards, again and again");
    case ExceptionKind::PointsByHand: return say("短时间多次手工处理积分", "Many acts on points within an hour");
  }
  return {};
}

std::string exceptionAdvice(Language language, ExceptionKind kind) {
  const Say say{language};
  switch (kind) {
    case ExceptionKind::BusyCard:
      return say("核对是否借卡给其他顾客", "Check whether the card was lent to other customers");
    case ExceptionKind::OneOperator:
      return say("核对是否为收银员自己的卡", "Check whether it is the operator's own card");
    case ExceptionKind::ManualDiscounts: return say("查看小票与授权人", "Look at the bills and who allowed them");
    case ExceptionKind::Returns: return say("核对退货商品与原小票", "Check the goods against the first bills");
    case ExceptionKind::NoSale: return say("核对开箱原因与长短款", "Check the reasons, and over and short");
    case ExceptionKind::Claims: return say("核对是否捡他人小票积分", "Check whether the bills were other customers'");
    case ExceptionKind::PointsByHand: return say("查看积分流水与授权人", "Look at the movements and who allowed them");
  }
  return {};
}

std::string weekdayText(Language language, base::BusinessDate day) {
  constexpr const char* kChinese[] = {"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"};
  constexpr const char* kEnglish[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  const unsigned at = day.isoWeekday() - 1;
  return language == Language::Chinese ? kChinese[at] : kEnglish[at];
}

}  // namespace kahui::report
