#include "core/report/activity_words.hpp"

#include <algorithm>

#include "core/report/document_words.hpp"

namespace kahui::report {

namespace {

struct Word {
  std::string_view code;
  const char *zh, *en;
  int codes = 99;  // of an act: so many words of its detail may be codes; what follows was typed by a person
};

constexpr Word kActs[] = {
    {"PRICE", "改价", "Price by hand"},
    {"DISCOUNT", "手工优惠", "Discount by hand"},
    {"RETURN", "退货，原单", "Return of", 0},
    {"VOID", "反结账，原单", "Bill opened again:", 0},
    {"CASH_IN", "存入现金", "Cash paid in", 0},
    {"CASH_OUT", "支出现金", "Cash paid out", 0},
    {"CASH_DROP", "缴款入保险柜", "Cash to the safe", 0},
    {"DRAWER", "空开钱箱", "Drawer opened"},
    {"SHIFT_OPEN", "开班", "Shift opened"},
    {"SHIFT_CLOSE", "交班", "Shift closed", 0},
    {"SHIFT_ROLLED", "跨营业日自动交班", "Shift closed as the business day ended"},
    {"FLOAT", "备用金", "Float counted"},
    {"BILL_HELD", "挂单", "Bill held"},
    {"BILL_RECALLED", "取单", "Held bill recalled"},
    {"BILL_DROPPED", "取消挂单", "Held bill cancelled"},
    {"BILL_TAKEN_OVER", "接过他机挂单", "Held bill of another till taken over"},
    {"BILL_PASSED_ON", "挂单由他机取走", "Held bill went to another till"},
    {"BILL_RECALLED_ALONE", "断网取单", "Held bill recalled without the line"},
    {"JOIN", "入会", "Joined"},
    {"JOIN_APPROVED", "批准入会", "Joining approved"},
    {"JOIN_REFUSED", "拒绝入会", "Joining refused"},
    {"GROUP", "团体", "Group"},
    {"TIER_HAND", "手工定级", "Tier by hand"},
    {"TIER_HAND_END", "手工定级结束", "Tier by hand ended"},
    {"REVEAL", "查看明文", "Seen in clear"},
    {"CORRECT", "修改资料", "Data corrected"},
    {"ERASE", "申请注销", "Erasure asked for"},
    {"ERASED", "已注销", "Personal data erased"},
    {"CARD", "卡状态", "Card", 1},
    {"CARD_BOUND", "绑卡", "Card bound"},
    {"CARD_REPLACED", "换卡", "Card replaced", 0},
    {"TIER", "等级调整", "Tier changed"},
    {"FREEZE", "冻结积分", "Points frozen", 1},
    {"RELEASE", "解冻积分", "Points released", 1},
    {"POINTS_VOID", "作废积分", "Points made void", 2},
    {"CASHED", "积分兑现", "Points paid out"},
    {"TRANSFER", "积分转赠", "Points given to"},
    {"EXCHANGE", "积分兑换", "Points exchanged"},
    {"EXCHANGE_BACK", "取消兑换", "Exchange cancelled"},
    {"CARD_LOAD", "积分圈存到卡", "Points onto the card", 0},
    {"CARD_LOAD_BACK", "圈存退回", "Points back from the card", 0},
    {"CLAIM", "补登积分", "Points claimed later"},
    {"CLAIM_BACK", "补登冲回", "Claimed points taken back"},
    {"GRANT", "赠送积分", "Points given"},
    {"REWARD", "奖励积分", "Reward"},
    {"REWARD_BACK", "收回奖励积分", "Reward taken back"},
    {"TIER_POINTS", "积分升级", "Tier for points", 0},
    {"TERM", "会籍有效至", "Membership paid until", 0},
    {"TERM_BACK", "会费退回，有效至", "Membership fee given back, until", 0},
    {"EXPIRED", "积分到期", "Points expired"},
    {"TOP_UP", "储值充值", "Stored value topped up"},
    {"STORED_CLOSE", "储值退款销户", "Stored value closed"},
    {"COUNT_CARD", "次卡", "Count card", 1},
    {"CODE_REFUND", "扫码退款", "Refund by code"},
    {"CODE_UNPAID", "扫码未付", "Payment by code failed", 1},
    {"COPY", "补打小票，第几次", "Receipt printed again, copy"},
    {"FORMS", "打印入会申请表", "Application forms printed:"},
    {"SHIFT_COPY", "补打交班单", "Shift slip printed again:"},
    {"TASKS", "新建任务", "Tasks opened", 1},
    {"TASK", "任务", "Task"},
    {"BENEFIT", "使用权益", "Benefit used"},
    {"TARGET", "目标", "Target"},
    {"CARE_PLAN", "修改关怀计划", "Care plan changed"},
    {"TAGS", "会员标签", "Tags", 0},
    {"TAGS_OFF", "撤回画像同意，清除标签", "No profile any more, tags gone", 0},
    {"EVENT", "会员活动", "Event", 0},
    {"EVENT_OFF", "取消活动", "Event cancelled", 0},
    {"GUESTS", "活动名单", "Guests of an event", 1},
    {"LEAD", "登记推荐的朋友，有效至", "Friend named, until", 0},
    {"COMMENT", "留言，对象", "Comment on"},
    {"ANSWER", "回复留言，对象", "Comment answered, on"},
    {"TALK", "开放会员留言", "Members may comment on"},
    {"TALK_OFF", "关闭会员留言", "Members may not comment on"},
    {"DRAW", "抽奖，中奖会员", "Draw, the winner", 0},
    {"CAMPAIGN", "活动", "Campaign", 0},
    {"CAMPAIGN_DROPPED", "删除活动草稿", "Campaign deleted", 0},
    {"PHONE_CHECK", "核对电话", "Telephone checked"},
    {"NEWS_READ", "已读公告", "Announcement read", 0},
    {"COUPONS", "发券", "Coupons issued"},
    {"COUPON_CHANGED", "券状态", "Coupon changed"},
    {"COUPON_BATCH", "批量发券", "Coupon batch", 3},
    {"RULES", "启用规则", "Rules in force", 0},
    {"TILL", "收银机重新登记", "Till begins anew"},
    {"CLOCK", "时钟跳变", "Clock jumped"},
    {"POINTS_PLACED", "总部下放积分额度", "Points placed by headquarters"},
    {"ENROLLED", "加入总部", "Joined headquarters", 0},
    {"PRICES", "总部调价", "Prices of headquarters"},
    {"SCALE_LABELS", "设置电子秤标签", "Labels of scales set", 0},
    {"LOW_VALUE", "设置低余额提醒，分", "Small balances are told from, fen", 0},
    {"ROUNDING", "设置抹零", "Rounding set", 0},
    {"REFUSED", "越权尝试", "Tried without right"},
    {"MEMBER_PIN", "会员密码", "Member's PIN"},
    {"BADGE", "员工卡", "Staff badge"},
    {"STAFF_ADD", "新增员工", "Staff added"},
    {"STAFF_SET", "修改员工", "Staff changed"},
    {"NOTE", "备注", "Note", 0},
};

// Codes that stand in details.
constexpr Word kDetails[] = {
    {"return_goods", "退货", "returns"},
    {"return_without_receipt", "无单退货", "returns without receipt"},
    {"reopen_bill", "反结账", "bills opened again"},
    {"override_price", "改价", "prices by hand"},
    {"open_drawer", "空开钱箱", "drawer without a sale"},
    {"move_cash", "存取现金", "cash in and out"},
    {"read_shift", "查看交班", "read shifts"},
    {"close_shift", "交班", "close shifts"},
    {"join_member", "入会", "join members"},
    {"correct_member", "修改会员资料", "correct member data"},
    {"reveal_member", "查看明文", "see members in clear"},
    {"adjust_points", "调整积分", "points by hand"},
    {"cash_out_points", "积分兑现", "points paid out"},
    {"top_up", "充值", "top up"},
    {"close_card", "销户", "close stored value"},
    {"erase_member", "注销会员", "erase members"},
    {"read_reports", "查看报表", "read reports"},
    {"manage_staff", "管理员工", "manage staff"},
    {"manage_settings", "修改设置", "change settings"},
    {"CONFIRMED", "已确认", "confirmed"},
    {"MONOTONIC", "对照运行时间", "beside the time that passed"},
    {"HQ", "对照总部", "beside headquarters"},
    {"min", "分钟", "min"},
    {"DEAD", "空号", "dead"},
    {"manage_work", "管理任务与目标", "manage tasks and targets"},
    {"change", "换零钱", "change"},
    {"check", "核对现金", "check"},
    {"receipt", "找小票", "receipt"},
    {"test", "测试", "test"},
    {"ACTIVE", "正常", "active"},
    {"LOST", "挂失", "reported lost"},
    {"BLOCKED", "停用", "blocked"},
    {"REPLACED", "已换", "replaced"},
    {"CLOSED", "已退", "closed"},
    {"RETURNED", "退回", "returned"},
    {"DAMAGED", "损坏", "damaged"},
    {"STOLEN", "被盗", "stolen"},
    {"uid", "芯片卡", "chip card"},
    {"track2", "磁条卡", "magnetic card"},
    {"code", "条码卡", "code"},
    {"IMPROPER", "不正当手段", "improper means"},
    {"FRAUD", "欺诈", "fraud"},
    {"BREACH", "违反规则", "breach of rules"},
    {"DISPUTE", "争议", "dispute"},
    {"OTHER", "其他", "other"},
    {"JOIN_GIFT", "入会礼", "joining gift"},
    {"ACTIVITY", "活动积分", "activity"},
    {"REFERRAL", "推荐奖励", "referral"},
    {"REFEREE_GIFT", "被推荐礼", "gift for who was referred"},
    {"REBATE", "累计返利", "rebate"},
    {"CARD", "换卡奖励", "change of card"},
    {"REFERRALS", "推荐人数达标", "friends brought"},
    {"REFERRALS_BACK", "推荐失效", "a friend's goods came back"},
    {"CATALOGUE", "礼品目录", "catalogue"},
    {"QUARTER", "季度兑换", "quarter"},
    {"RETENTION", "年度保级", "yearly review"},
    {"NEW_YEAR", "新年度", "new year"},
    {"SOLD", "售出", "sold"},
    {"USED", "使用", "used"},
    {"GIVEN_BACK", "退回一次", "a use given back"},
    {"UNPAID", "未付", "unpaid"},
    {"REVERSED", "已撤销", "reversed"},
    {"WECHAT", "微信支付", "WeChat Pay"},
    {"ALIPAY", "支付宝", "Alipay"},
    {"UNIONPAY", "云闪付", "UnionPay"},
    {"CARE", "关怀", "care"},
    {"FOLLOW_UP", "回访", "follow-up"},
    {"ONBOARDING", "新会员", "onboarding"},
    {"COMPLAINT", "投诉", "complaint"},
    {"SURVEY", "满意度", "survey"},
    {"REQUEST", "服务请求", "request"},
    {"PREORDER", "预订", "pre-order"},
    {"NEWS", "公告", "announcement"},
    {"EVENT", "会员活动", "event"},
    {"TASK", "反馈", "feedback"},
    {"INVITED", "已邀请", "invited"},
    {"COMING", "已报名", "coming"},
    {"PRESENT", "已到场", "present"},
    {"AWAY", "不来", "not coming"},
    {"SIGN_IN", "签到", "sign-in"},
    {"NEW", "待办", "open"},
    {"AGREED", "已确认", "agreed"},
    {"ARRANGED", "已安排", "arranged"},
    {"DONE", "完成", "done"},
    {"RATED", "已评价", "rated"},
    {"CANCELLED", "取消", "cancelled"},
    {"MONTHLY", "月度券", "monthly"},
    {"BIRTHDAY", "生日券", "birthday"},
    {"GIFT_COUPON", "满额赠券", "gift coupon"},
    {"RETURN_COUPON", "返券", "return coupon"},
    {"BATCH", "批量", "batch"},
    {"ISSUED", "有效", "issued"},
    {"VOIDED", "作废", "void"},
    {"name", "姓名", "name"},
    {"phone", "电话", "telephone"},
    {"birthday", "生日", "birthday"},
    {"marketing", "营销同意", "messages"},
    {"company", "团体", "company"},
    {"tax_no", "税号", "tax number"},
    {"contact", "联系人", "contact"},
    {"joins", "新会员", "new members"},
    {"net", "净销售额", "net sales"},
    {"member_net", "会员净额", "net to members"},
    {"member_share", "会员消费占比", "member share"},
    {"bills", "单数", "bills"},
    {"member_bills", "会员单数", "member bills"},
    {"behind_high_water", "从备份恢复", "restored from a backup"},
    {"rolled_back", "回退", "rolled back"},
    {"forked", "分叉", "forked"},
    {"cashier", "收银员", "cashier"},
    {"leader", "领班", "leader"},
    {"manager", "店长", "manager"},
    {"given", "已发", "given"},
    {"taken", "收回", "taken"},
    {"away", "", "away"},
    {"new", "新", "new"},
    {"pin", "密码", "PIN"},
    {"coupons", "张", "coupons"},
    {"products", "种商品", "products"},
    {"unknown", "种本店没有", "unknown"},
    {"here", "", "here"},
    {"export", "导出", "export"},
    {"members", "会员", "members"},
    {"till", "收银台", "till"},
    {"import", "导入", "import"},
    {"demo", "演示数据", "demo data"},
    {"web", "网页", "web"},
    {"referral", "老带新", "referral"},
    {"event", "活动", "event"},
};

template <std::size_t N>
const Word* find(const Word (&words)[N], std::string_view code) {
  const auto* found =
      std::find_if(std::begin(words), std::end(words), [&](const Word& word) { return word.code == code; });
  return found == std::end(words) ? nullptr : found;
}

}  // namespace

std::string detailWord(Language language, std::string_view code) {
  const Word* word = find(kDetails, code);
  return word == nullptr ? std::string(code) : Say{language}(word->zh, word->en);
}

std::string activityWords(Language language, const Activity& activity) {
  const Word* act = find(kActs, activity.act);
  std::string words = act == nullptr ? activity.act : Say{language}(act->zh, act->en);
  std::string_view rest = activity.detail;
  for (int left = act == nullptr ? 0 : act->codes; !rest.empty(); --left) {
    if (left <= 0) return words + ' ' + std::string(rest);
    const auto end = std::min(rest.find(' '), rest.size());
    std::string_view one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (one.empty()) continue;
    if (detailWord(language, one).empty()) continue;
    words += ' ';
    // A right that was given or taken has its sign before it; a list has its commas behind.
    if (one.front() == '+' || one.front() == '-') {
      words += one.front();
      one.remove_prefix(1);
    }
    const bool stop = !one.empty() && (one.back() == ':' || one.back() == ',');
    words += detailWord(language, stop ? one.substr(0, one.size() - 1) : one);
    if (stop) words += one.back();
  }
  return words;
}

}  // namespace kahui::report
