#include "core/hq/reason_words.hpp"

#include <optional>
#include <vector>

namespace kahui::hq {

namespace {

struct ReasonWords {
  const char* english;  // '%' stands for anything
  const char* chinese;  // %1, %2 … for what stood there; it may be a reason itself
};

constexpr ReasonWords kReasons[] = {
    {"unknown event type", "未知的事件类型"},
    {"unknown event type %", "未知的事件类型 %1"},
    {"payload version is newer", "事件内容的版本更新，待升级后处理"},
    {"envelope: %", "事件信封有误：%1"},
    {"payload: %", "事件内容有误：%1"},
    {"key missing: %", "缺少字段 %1"},
    {"not an integer: %", "字段 %1 不是整数"},
    {"not a string: %", "字段 %1 不是文字"},
    {"not an id: %", "字段 %1 不是编号"},
    {"not a date: %", "字段 %1 不是日期"},
    {"not an array: %", "字段 %1 不是列表"},
    {"not strings: %", "字段 %1 不全是文字"},
    {"not an object: %", "字段 %1 不是对象"},
    {"out of range: %", "字段 %1 超出范围"},
    {"business date % is too far from today", "营业日 %1 与今天相差过大"},
    {"a line's quantity is not above 0", "有商品行的数量不大于 0"},
    {"a line's amount is below 0", "有商品行的金额小于 0"},
    {"the sale has no lines", "销售单没有商品行"},
    {"the total is below 0", "合计小于 0"},
    {"the lines do not sum to the gross", "各行原价之和与总原价不符"},
    {"the lines do not sum to the total", "各行金额之和与合计不符"},
    {"the tenders do not sum to the total", "各支付方式之和与合计不符"},
    {"points below 0", "积分小于 0"},
    {"the return has no lines", "退货单没有商品行"},
    {"the refund is below 0", "退款小于 0"},
    {"the lines do not sum to the value", "各行金额之和与退货金额不符"},
    {"the tenders do not sum to the refund", "各支付方式之和与退款不符"},
    {"the chain is broken in the batch from %", "自第 %1 号事件起的批次，校验链中断"},
    {"bills: events %, facts %", "单数：事件 %1，汇总 %2"},
    {"total: events %, facts %", "金额（分）：事件 %1，汇总 %2"},
    {"points earned: events %, facts %", "所得积分：事件 %1，汇总 %2"},
    {"points used: events %, facts %", "所用积分：事件 %1，汇总 %2"},
    {"bills: closing %, facts %", "单数：交班 %1，汇总 %2"},
    {"total: closing %, facts %", "金额（分）：交班 %1，汇总 %2"},
    {"parked %: %", "待升级后处理 %1：%2"},
    {"quarantined %: %", "已隔离 %1：%2"},
    {"a shift of this day was not closed", "当日有班次未交班"},
    {"since the day was settled came: bills %, total %", "结算之后又收到：%1 单，%2 分"},
    {"name: who signs, 1 to 64 bytes", "请填写签认人姓名，最多 64 字节"},
    {"reason: 4 to 400 bytes", "请填写原因，4 到 400 字节"},
    {"this till has no such business day", "这台收银机没有这个营业日"},
    {"no event is set aside there", "没有这个待处理的事件"},
    {"this version cannot read the event", "当前版本无法读取该事件"},
    {"inbox: an event is missing", "收件箱缺少一个事件"},
    {"inbox: acknowledged events are missing", "收件箱缺少已确认的事件"},
    {"another process projects", "另一个进程正在汇总"},
    {"OPEN", "营业中"},
    {"NO_Z", "未交班"},
    {"WAIT_EVENTS", "待上传"},
    {"MATCH", "已平"},
    {"MISMATCH", "不平"},
    {"LATE", "迟到"},
    {"FORKED", "日志分叉"},
    {"SIGNED_OFF", "已签认"},
};

// What stood at each '%'; nullopt: another sentence.
std::optional<std::vector<std::string>> matchedReason(std::string_view text, std::string_view pattern) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t hole = pattern.find('%');
    const std::string_view fixed = pattern.substr(0, hole);
    if (!text.starts_with(fixed)) return std::nullopt;
    text.remove_prefix(fixed.size());
    if (hole == std::string_view::npos) return text.empty() ? std::optional(parts) : std::nullopt;
    pattern.remove_prefix(hole + 1);
    const std::string_view next = pattern.substr(0, pattern.find('%'));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::string filledReason(std::string_view chinese, const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t at = 0; at < chinese.size(); ++at) {
    if (chinese[at] != '%') {
      out += chinese[at];
      continue;
    }
    const auto which = static_cast<std::size_t>(chinese[++at] - '1');
    out += reasonInChinese(parts[which]);
  }
  return out;
}

}  // namespace

std::string reasonInChinese(std::string_view english) {
  for (const ReasonWords& one : kReasons)
    if (const auto parts = matchedReason(english, one.english)) return filledReason(one.chinese, *parts);
  return std::string(english);
}

}  // namespace kahui::hq
