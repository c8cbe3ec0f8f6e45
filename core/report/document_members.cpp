// Members, lists of members and what a manager should look at, as documents.
#include <fmt/format.h>

#include "core/report/document_words.hpp"

namespace kahui::report {

namespace {

Section tiers(const Head& head, const Members& members) {
  const Say say{head.language};
  Section section{
      "tiers",
      say("按等级", "By tier"),
      say("状态按最后消费日：90 天沉睡，180 天流失", "By the last purchase: dormant after 90 days, lost after 180"),
      {},
      {},
      -1,
      -1,
      {}};
  section.columns = {
      {"tier", say("等级", "Tier"), Kind::Text},          {"members", say("会员", "Members"), Kind::Count},
      {"active", say("活跃", "Active"), Kind::Count},     {"dormant", say("沉睡", "Dormant"), Kind::Count},
      {"lost", say("流失", "Lost"), Kind::Count},         {"never", say("未消费", "Never"), Kind::Count},
      {"buyers", say("购买人数", "Buyers"), Kind::Count}, {"repeat", say("复购", "Twice or more"), Kind::Count},
      {"bills", say("单数", "Bills"), Kind::Count},       {"frequency", say("频次", "Bills each"), Kind::Hundredths},
      {"net", say("净额", "Net"), Kind::Money},           {"year_value", say("年均价值", "A year each"), Kind::Money}};
  for (std::size_t i = 0; i < members.tiers.size(); ++i) {
    const TierMembers& tier = members.tiers[i];
    const bool sum = i + 1 == members.tiers.size();
    section.rows.push_back({Cell::of(sum ? say("合计", "All") : tierText(head, tier.tier)), Cell::count(tier.members),
                            Cell::count(tier.active), Cell::count(tier.dormant), Cell::count(tier.lost),
                            Cell::count(tier.never), Cell::count(tier.buyers), Cell::count(tier.repeat),
                            Cell::count(tier.bills), Cell::of(Kind::Hundredths, tier.frequency_x100),
                            Cell::of(tier.net), Cell::of(tier.year_value)});
  }
  return section;
}

Section segments(const Head& head, const Members& members) {
  const Say say{head.language};
  Section section{"segments",
                  say("会员分层", "Segments"),
                  say("近 365 天：最近来过、来得勤、买得多", "Of 365 days: how recent, how often, how much"),
                  {},
                  {},
                  2,
                  -1,
                  {}};
  section.columns = {
      {"segment", say("分层", "Segment"), Kind::Text},  {"code", "code", Kind::Text, true},
      {"members", say("会员", "Members"), Kind::Count}, {"bills", say("单数", "Bills"), Kind::Count},
      {"net", say("净额", "Net"), Kind::Money},         {"advice", say("建议", "What to do"), Kind::Text}};
  for (std::size_t i = 0; i < kSegments; ++i) {
    const auto segment = static_cast<Segment>(i);
    const SegmentSums& sums = members.segments.at(i);
    section.rows.push_back({Cell::of(segmentText(head.language, segment)), Cell::of(std::string(segmentName(segment))),
                            Cell::count(sums.members), Cell::count(sums.bills), Cell::of(sums.net),
                            Cell::of(segmentAdvice(head.language, segment))});
  }
  return section;
}

Section deciles(const Say& say, const Members& members) {
  Section section{
      "deciles",
      say("二八曲线", "80/20"),
      say("近 365 天有消费的会员，按消费额从高到低每一成", "Buyers of 365 days in tenths, those who spent most first"),
      {},
      {},
      3,
      -1,
      {}};
  section.columns = {{"decile", say("第几成", "Tenth"), Kind::Count},
                     {"members", say("会员", "Members"), Kind::Count},
                     {"net", say("净额", "Net"), Kind::Money},
                     {"cumulative", say("累计占比", "Cumulative"), Kind::Rate}};
  for (std::size_t i = 0; i < members.deciles.size(); ++i) {
    const Decile& decile = members.deciles.at(i);
    section.rows.push_back({Cell::count(static_cast<std::int64_t>(i) + 1), Cell::count(decile.members),
                            Cell::of(decile.net), Cell::of(Kind::Rate, decile.cumulative_bp)});
  }
  return section;
}

Section liability(const Say& say, const Members& members) {
  Section section{
      "liability", say("未用积分", "Points outstanding"), say("现在的余额", "As it stands now"), {}, {}, 3, -1, {}};
  section.columns = {{"class", say("类别", "Class"), Kind::Text},
                     {"month", say("到期月", "Ends in"), Kind::Text},
                     {"points", say("积分", "Points"), Kind::Points},
                     {"value", say("价值", "Value"), Kind::Money}};
  for (const Liability& one : members.liability) {
    section.rows.push_back({Cell::of(one.cashable ? say("可兑现", "Cashable") : say("不可兑现", "Not cashable")),
                            Cell::of(one.month.empty() ? say("长期有效", "Never") : one.month), Cell::of(one.points),
                            Cell::of(one.value)});
  }
  return section;
}

Section joins(const Head& head, const Members& members) {
  const Say say{head.language};
  Section section{"joins", say("入会渠道", "Joined by"), {}, {}, {}, 1, -1, {}};
  section.columns = {{"source", say("渠道", "Channel"), Kind::Text}, {"n", say("人数", "Members"), Kind::Count}};
  for (const KeyCount& one : members.joins)
    section.rows.push_back({Cell::of(sourceText(head.language, one.key)), Cell::count(one.n)});
  return section;
}

Section joinedBy(const Say& say, const Members& members) {
  Section section{"joined_by", say("入会经办人", "Joined with"), {}, {}, {}, 2, -1, {}};
  section.columns = {{"operator", say("收银员", "Operator"), Kind::Text},
                     {"name", say("姓名", "Name"), Kind::Text},
                     {"n", say("人数", "Members"), Kind::Count}};
  for (const ports::JoinedBy& one : members.joined_by)
    section.rows.push_back({Cell::of(one.operator_code), Cell::of(one.operator_name), Cell::count(one.n)});
  return section;
}

Section ages(const Say& say, const Members& members) {
  Section section{"ages",
                  say("年龄段", "Ages"),
                  say("只计告知出生年份的会员", "Of members who told the year of birth"),
                  {},
                  {},
                  3,
                  -1,
                  {}};
  section.columns = {{"name", say("年龄", "Age"), Kind::Text},
                     {"from", "from", Kind::Count, true},
                     {"to", "to", Kind::Count, true},
                     {"members", say("会员", "Members"), Kind::Count},
                     {"share", say("占比", "Share"), Kind::Rate}};
  for (const AgeBand& band : members.ages) {
    const std::string name = band.to == 0 ? fmt::format("{}+", band.from) : fmt::format("{}–{}", band.from, band.to);
    section.rows.push_back({Cell::of(name), Cell::count(band.from),
                            band.to == 0 ? Cell::none(Kind::Count) : Cell::count(band.to), Cell::count(band.members),
                            Cell::of(Kind::Rate, shareBp(band.members, members.age_known))});
  }
  return section;
}

Section completeness(const Say& say, const Members& members) {
  Section section{"complete", say("资料完整度", "Completeness of data"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"name", say("资料", "Data"), Kind::Text},
                     {"key", "key", Kind::Text, true},
                     {"members", say("会员", "Members"), Kind::Count},
                     {"share", say("占比", "Share"), Kind::Rate}};
  const auto add = [&](const char* key, const std::string& title, std::int64_t n) {
    section.rows.push_back(
        {Cell::of(title), Cell::of(key), Cell::count(n), Cell::of(Kind::Rate, shareBp(n, members.members))});
  };
  add("birthday", say("有生日", "With birthday"), members.complete.birthday);
  add("phone_confirmed", say("手机已确认", "Telephone confirmed"), members.complete.phone_confirmed);
  add("both", say("两者都有", "Both"), members.complete.both);
  add("phone_dead", say("手机空号", "Telephone dead"), members.complete.phone_dead);
  add("age_known", say("有出生年份", "With year of birth"), members.age_known);
  add("age_target", fmt::format(fmt::runtime(say("{}–{} 岁", "Aged {} to {}")), kTargetFrom, kTargetTo),
      members.age_target);
  return section;
}

// S003-39: what members made of their privileges.
Section benefits(const Say& say, const Members& members) {
  Section section{"benefits", say("权益使用", "Use of benefits"), {}, {}, {}, 3, -1, {}};
  section.columns = {{"benefit", say("权益", "Benefit"), Kind::Text},
                     {"period", say("期间", "Time"), Kind::Text},
                     {"members", say("会员", "Members"), Kind::Count},
                     {"used", say("次数", "Used"), Kind::Count}};
  for (const ports::BenefitUse& one : members.benefits)
    section.rows.push_back(
        {Cell::of(one.benefit), Cell::of(one.period), Cell::count(one.members), Cell::count(one.used)});
  return section;
}

struct ListColumns {
  Section& section;
  std::vector<std::function<Cell(const ListRow&)>> cells{};
  void add(const char* key, const std::string& title, Kind kind, std::function<Cell(const ListRow&)> cell) {
    section.columns.push_back({key, title, kind});
    cells.push_back(std::move(cell));
  }
};

Cell dateCell(const std::optional<base::BusinessDate>& date) { return date ? Cell::of(*date) : Cell::none(Kind::Date); }

// What a list says beside who it is.
void addOwn(const Head& head, ListKind kind, ListColumns& columns) {
  const Say say{head.language};
  const auto date = [&](const char* zh, const char* en) {
    columns.add("date", say(zh, en), Kind::Date, [](const ListRow& row) { return dateCell(row.date); });
  };
  const auto days = [&](const char* zh, const char* en) {
    columns.add("days", say(zh, en), Kind::Count, [](const ListRow& row) { return Cell::count(row.days); });
  };
  const auto points = [&](const char* zh, const char* en) {
    columns.add("points", say(zh, en), Kind::Points, [](const ListRow& row) { return Cell::of(row.points); });
  };
  const auto amount = [&](const char* zh, const char* en) {
    columns.add("amount", say(zh, en), Kind::Money, [](const ListRow& row) { return Cell::of(row.amount); });
  };
  switch (kind) {
    case ListKind::Birthdays7:
    case ListKind::Birthdays30:
      date("生日", "Birthday");
      days("还有天数", "In days");
      columns.add("calendar", say("历法", "Calendar"), Kind::Text, [say](const ListRow& row) {
        return Cell::of(row.lunar ? say("农历", "Lunar") : say("公历", "Solar"));
      });
      return columns.add("occasion", say("谁的", "Whose"), Kind::Text, [say](const ListRow& row) {
        if (!row.occasion) return Cell::of(say("本人", "Own"));
        return Cell::of(*row.occasion == member::DateKind::Child ? say("孩子生日", "Child's birthday")
                                                                 : say("结婚纪念日", "Wedding day"));
      });
    case ListKind::Dormant:
    case ListKind::Lost: return days("未来天数", "Days since");
    case ListKind::OffRhythm:
      days("未来天数", "Days since");
      return columns.add("rhythm", say("平时间隔", "Usual gap"), Kind::Count,
                         [](const ListRow& row) { return Cell::count(row.rhythm); });
    case ListKind::PointsEnding: date("到期日", "Ends on"); return points("到期积分", "Points ending");
    case ListKind::TierToLose: return amount("年底前还差", "Missing this year");
    case ListKind::TierInReach:
      points("还差积分", "Points missing");
      return columns.add("next", say("可升到", "To reach"), Kind::Text,
                         [head](const ListRow& row) { return Cell::of(tierText(head, row.next_tier)); });
    case ListKind::HighValue: return days("未来天数", "Days since");
    case ListKind::Anniversaries: date("纪念日", "Day"); return days("还有天数", "In days");
    case ListKind::OftenAndSmall:
      return columns.add("bills", say("近一年单数", "Bills in a year"), Kind::Count,
                         [](const ListRow& row) { return Cell::count(row.bills); });
    case ListKind::Rising:
      amount("近 90 天", "Last 90 days");
      return columns.add("change", say("变化", "Change"), Kind::Change,
                         [](const ListRow& row) { return Cell::of(Kind::Change, row.change_bp); });
    case ListKind::Everyone:
    case ListKind::PhoneDead: return;
  }
}

std::string phoneText(const Say& say, const std::string& state) {
  if (state == journal::kPhoneDead) return say("空号", "dead");
  if (state == journal::kPhoneConfirmed) return say("已确认", "confirmed");
  return {};
}

}  // namespace

Document membersDocument(const Head& head, const Members& members) {
  const Say say{head.language};
  Document out{"members", head.info.store_name, say("会员分析", "Members"), {}, {}, {}};
  out.subtitle = members.span.from.iso() + " – " + members.span.to.iso();
  const TierMembers& all = members.tiers.back();
  out.figures = {
      {"members", say("会员总数", "Members"), Cell::count(members.members), {}, 0, false},
      {"active", say("活跃会员", "Active"), Cell::count(all.active), {}, 0, false},
      {"buyers", say("购买人数", "Buyers"), Cell::count(all.buyers), {}, 0, false},
      {"repeat", say("复购人数", "Twice or more"), Cell::count(all.repeat),
       cellText(Cell::of(Kind::Rate, shareBp(all.repeat, all.buyers))), 0, false},
      {"card_use", say("用卡率", "Card use"), Cell::of(Kind::Rate, members.card_use_bp), {}, 0, false},
      {"top_fifth", say("前两成贡献", "Best fifth"), Cell::of(Kind::Rate, members.top_fifth_bp), {}, 0, false},
      {"saving", say("会员价让利", "Saved by price"), Cell::of(members.saving),
       fmt::format(fmt::runtime(say("人均 ¥{}", "¥{} each")), cellText(Cell::of(members.saving_each))), 0, false},
      {"liability", say("积分负债", "Points liability"), Cell::of(members.liability_value), {}, 0, false},
      {"stored", say("储值余额", "Stored value left"), Cell::of(members.stored.principal + members.stored.bonus),
       fmt::format(fmt::runtime(say("含赠送 ¥{}", "¥{} of it gifts")), cellText(Cell::of(members.stored.bonus))), 0,
       false},
      {"year_value", say("会员年均价值", "A member's year"), Cell::of(members.year_value), {}, 0, false},
      {"complete",
       say("资料完整度", "Data complete"),
       Cell::of(Kind::Rate, shareBp(members.complete.both, members.members)),
       {},
       0,
       false}};
  out.sections = {tiers(head, members),    segments(head, members),    deciles(say, members),
                  liability(say, members), joins(head, members),       joinedBy(say, members),
                  ages(say, members),      completeness(say, members), benefits(say, members)};
  return out;
}

Document listDocument(const Head& head, ListKind kind, base::BusinessDate day, const std::vector<MemberLine>& lines,
                      std::size_t all) {
  const Say say{head.language};
  Document out{std::string(listName(kind)), head.info.store_name, listTitle(head.language, kind), day.iso(), {}, {}};
  out.figures = {{"members", say("人数", "Members"), Cell::count(static_cast<std::int64_t>(all)), {}, 0, false}};
  Section section{"list", listTitle(head.language, kind), listAdvice(head.language, kind), {}, {}, -1, -1, {}};
  section.columns = {{"member_no", say("会员号", "Member"), Kind::Text},
                     {"name", say("姓名", "Name"), Kind::Text},
                     {"phone", say("手机", "Telephone"), Kind::Text},
                     {"tier", say("等级", "Tier"), Kind::Text}};
  ListColumns own{section};
  addOwn(head, kind, own);
  own.add("last_purchase", say("最后消费", "Last purchase"), Kind::Date,
          [](const ListRow& row) { return dateCell(row.last_purchase); });
  own.add("bills", say("近一年单数", "Bills"), Kind::Count, [](const ListRow& row) { return Cell::count(row.bills); });
  section.columns.back().machine = kind != ListKind::Everyone;
  own.add("net_year", say("近一年消费", "Spent in a year"), Kind::Money,
          [](const ListRow& row) { return Cell::of(row.net_year); });
  own.add("consent", say("同意联系", "Consent"), Kind::Text,
          [say](const ListRow& row) { return Cell::of(row.consent ? say("是", "yes") : say("否", "no")); });
  own.add("phone_state", say("电话", "Number"), Kind::Text,
          [say](const ListRow& row) { return Cell::of(phoneText(say, row.phone)); });
  section.columns.back().machine = true;  // it stands beside the number
  own.add("phone_code", "phone_code", Kind::Text, [](const ListRow& row) { return Cell::of(row.phone); });
  section.columns.back().machine = true;
  for (const MemberLine& line : lines) {
    std::vector<Cell> row{
        Cell::of(member::MemberNo(line.row.member).masked()), Cell::of(line.person.name),
        Cell::of(line.person.phone + (line.row.phone.empty() ? "" : " ") + phoneText(say, line.row.phone)),
        Cell::of(tierText(head, line.row.tier))};
    for (const auto& cell : own.cells) row.push_back(cell(line.row));
    section.rows.push_back(std::move(row));
    section.members.push_back(line.row.member);
  }
  out.sections = {std::move(section)};
  return out;
}

Document exceptionsDocument(const Head& head, const ports::DaySpan& span, const std::vector<Exception>& found,
                            const Today& today) {
  const Say say{head.language};
  Document out{
      "trust", head.info.store_name, say("资金与诚信", "Money and trust"), span.from.iso() + " – " + span.to.iso(), {},
      {}};
  out.figures = {
      {"found", say("待查事项", "To look at"), Cell::count(std::ssize(found)), {}, 0, !found.empty()},
      {"saved_price",
       say("会员价让利（今日）", "Members saved by price (today)"),
       Cell::of(today.saved_price),
       {},
       0,
       false},
      {"saved_coupons", say("券抵扣（今日）", "By coupons (today)"), Cell::of(today.saved_coupons), {}, 0, false},
      {"saved_points", say("积分抵扣（今日）", "By points (today)"), Cell::of(today.saved_points), {}, 0, false}};
  Section list{"exceptions",
               say("待查事项", "To look at"),
               say("是提问，不是结论", "Questions, not verdicts"),
               {},
               {},
               -1,
               -1,
               {}};
  list.columns = {
      {"what", say("事项", "What"), Kind::Text},           {"day", say("日期", "Day"), Kind::Date},
      {"operator", say("收银员", "Operator"), Kind::Text}, {"member_no", say("会员号", "Member"), Kind::Text},
      {"bills", say("单数", "Bills"), Kind::Count},        {"amount", say("金额", "Amount"), Kind::Money},
      {"advice", say("建议", "What to do"), Kind::Text}};
  Section evidence{"evidence", say("小票明细", "The bills"), {}, {}, {}, -1, -1, {}};
  evidence.columns = {
      {"what", say("事项", "What"), Kind::Text},      {"receipt_no", say("小票", "Receipt"), Kind::Text},
      {"at", say("时间", "Time"), Kind::Text},        {"operator", say("收银员", "Operator"), Kind::Text},
      {"amount", say("金额", "Amount"), Kind::Money}, {"saving", say("手工优惠", "By hand"), Kind::Money},
      {"reason", say("原因", "Reason"), Kind::Text}};
  for (const Exception& one : found) {
    list.rows.push_back({Cell::of(exceptionTitle(head.language, one.kind)), Cell::of(one.day),
                         Cell::of(one.operator_code),
                         Cell::of(one.member == 0 ? std::string() : member::MemberNo(one.member).masked()),
                         Cell::count(std::ssize(one.evidence)), Cell::of(one.amount),
                         Cell::of(exceptionAdvice(head.language, one.kind))});
    list.members.push_back(one.member);
    list.receipts.push_back(one.evidence.empty() ? std::string() : one.evidence.front().receipt_no);
    for (const Evidence& bill : one.evidence) {
      evidence.rows.push_back({Cell::of(exceptionTitle(head.language, one.kind)), Cell::of(bill.receipt_no),
                               Cell::of(bill.at), Cell::of(bill.operator_code), Cell::of(bill.amount),
                               Cell::of(bill.saving), Cell::of(bill.reason)});
      evidence.members.push_back(bill.member);
      evidence.receipts.push_back(bill.receipt_no);
    }
  }
  out.sections = {std::move(list), std::move(evidence)};
  return out;
}

}  // namespace kahui::report
