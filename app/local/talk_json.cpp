#include "app/local/talk_json.hpp"

#include "app/local/line_json.hpp"

namespace kahui::local {

using base::ErrorCode;
using nlohmann::json;
using nlohmann::ordered_json;
using till::TaskAct;

namespace {

constexpr const char* kTalkJsonRequest = "request";

till::TaskRequest talkAct(const json& object) {
  onlyKeys(object, "act", {"ref", "operator", "act", "about", "key", "text", "member", "comment"});
  till::TaskRequest request;
  const std::string act = text(object, "act", kTalkJsonRequest);
  const bool opens = act == "open" || act == "close";
  if (act == "comment") {
    request.act = TaskAct::Comment;
  } else if (act == "answer") {
    request.act = TaskAct::Answer;
  } else if (opens) {
    request.act = TaskAct::OpenTalk;
    request.open = act == "open";
  } else {
    throw Refused{ErrorCode::BadInput, "act: " + act + " is not known"};
  }
  const std::pair<const char*, std::string*> texts[] = {
      {"ref", &request.ref}, {"operator", &request.operator_code}, {"about", &request.about},
      {"key", &request.key}, {"text", &request.comment},           {"comment", &request.task}};
  for (const auto& [key, into] : texts) *into = text(object, key, kTalkJsonRequest);
  if (const std::string member = text(object, "member", kTalkJsonRequest); !member.empty()) {
    const auto no = member::MemberNo::parse(member);
    if (!no) throw Refused{ErrorCode::BadInput, "member: " + member + " is no member number"};
    request.members = {*no};
    request.by_customer = true;
  }
  return request;
}

ordered_json itemJson(const till::TalkItem& item) {
  ordered_json out{{"about", item.about}, {"key", item.key},           {"title", item.title.zh}, {"at", item.at.iso()},
                   {"open", item.open},   {"comments", item.comments}, {"waiting", item.waiting}};
  if (!item.who.empty()) out["who"] = item.who;
  return out;
}

std::string listTalk(till::Till& till, const json& object) {
  onlyKeys(object, "list", {"ref", "operator", "act", "about", "key"});
  const std::string ref = text(object, "ref", kTalkJsonRequest);
  const auto view = till.talk(text(object, "operator", kTalkJsonRequest), text(object, "about", kTalkJsonRequest),
                              text(object, "key", kTalkJsonRequest));
  if (!view) return refusalJson(ref, view.error());
  auto out = answerHead(ref, true);
  out["waiting"] = view->waiting;
  auto& items = out["items"] = ordered_json::array();
  for (const auto& item : view->items) items.push_back(itemJson(item));
  if (view->about.empty()) return out.dump();
  auto& comments = out["comments"] = ordered_json::array();
  for (const auto& one : view->comments)
    comments.push_back({{"comment", one.id.hex()},
                        {"from", one.member ? "member" : "shop"},
                        {"who", one.who},
                        {"text", one.text},
                        {"at", one.at.iso()},
                        {"answer", one.answer},
                        {"waits", one.waits}});
  return out.dump();
}

}  // namespace

std::string talkLine(till::Till& till, const std::string& line) {
  return answerOperator(line, [&](const json& object) -> std::string {
    if (text(object, "act", kTalkJsonRequest) == "list") return listTalk(till, object);
    const auto done = till.actOnTasks(talkAct(object));
    if (!done) return refusalJson(refOf(line), done.error());
    auto out = answerHead(refOf(line), true);
    out["count"] = done->count;
    if (!done->tasks.empty()) out["comment"] = done->tasks.front().hex();
    return out.dump();
  });
}

}  // namespace kahui::local
