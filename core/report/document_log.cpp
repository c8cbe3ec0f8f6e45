// The activity log as a document.
#include "core/report/activity_words.hpp"
#include "core/report/document.hpp"
#include "core/report/document_words.hpp"

namespace kahui::report {

Document logDocument(const Head& head, const ports::DaySpan& span, const std::vector<Activity>& rows,
                     std::optional<ActivityKind> kind) {
  const Say say{head.language};
  Document out{"log", head.info.store_name, say("操作日志", "Activity log"), {}, {}, {}};
  out.subtitle = span.from.iso() + " – " + span.to.iso();
  out.figures = {{"entries", say("条数", "Entries"), Cell::count(std::ssize(rows)), {}, 0, false}};
  Section list{"log",
               kind ? activityTitle(head.language, *kind) : say("全部", "All"),
               say("取自流水，任何人不能修改或删除", "From the journal, which nobody can edit or delete"),
               {},
               {},
               -1,
               -1,
               {}};
  list.columns = {{"at", "at", Kind::Text, true},
                  {"time", say("时间", "Time"), Kind::Text},
                  {"kind", say("类别", "Kind"), Kind::Text},
                  {"type", "type", Kind::Text, true},
                  {"operator", "operator", Kind::Text, true},
                  {"approver", "approver", Kind::Text, true},
                  {"who", say("操作人/授权人", "Who"), Kind::Text},
                  {"member_no", say("会员号", "Member"), Kind::Text},
                  {"receipt_no", say("小票", "Receipt"), Kind::Text},
                  {"amount", say("金额", "Amount"), Kind::Money},
                  {"what", say("内容", "What"), Kind::Text},
                  {"act", "act", Kind::Text, true},
                  {"detail", "detail", Kind::Text, true}};
  for (const Activity& one : rows) {
    constexpr std::size_t kYear = 5;  // "2026-": the head says it
    list.rows.push_back({Cell::of(one.at.local().iso()), Cell::of(one.at.local().minuteText().substr(kYear)),
                         Cell::of(activityTitle(head.language, one.kind)), Cell::of(one.type),
                         Cell::of(one.operator_code), Cell::of(one.approver),
                         Cell::of(one.approver.empty() ? one.operator_code : one.operator_code + "/" + one.approver),
                         Cell::of(one.member == 0 ? std::string() : member::MemberNo(one.member).masked()),
                         Cell::of(one.receipt_no), one.amount ? Cell::of(*one.amount) : Cell::none(Kind::Money),
                         Cell::of(activityWords(head.language, one)), Cell::of(one.act), Cell::of(one.detail)});
    list.members.push_back(one.member);
    list.receipts.push_back(one.receipt_no);
  }
  out.sections = {std::move(list)};
  return out;
}

Section latestSection(const Head& head, const std::vector<Desk::Latest>& rows) {
  const Say say{head.language};
  Section section{"latest", say("最新会员动态", "Latest about members"), {}, {}, {}, -1, -1, {}};
  section.columns = {{"at", "at", Kind::Text, true},
                     {"time", say("时间", "Time"), Kind::Text},
                     {"what", say("内容", "What"), Kind::Text},
                     {"member", say("会员", "Member"), Kind::Text},
                     {"operator", say("操作人", "Who"), Kind::Text}};
  for (const auto& [act, person] : rows) {
    constexpr std::size_t kYear = 5;
    const std::string number = act.member == 0 ? std::string() : member::MemberNo(act.member).masked();
    section.rows.push_back({Cell::of(act.at.local().iso()), Cell::of(act.at.local().minuteText().substr(kYear)),
                            Cell::of(activityWords(head.language, act)),
                            Cell::of(person.name.empty() ? number : person.name), Cell::of(act.operator_code)});
    section.members.push_back(act.member);
  }
  return section;
}

}  // namespace kahui::report
