#include "app/local/club_json.hpp"

#include <array>

#include "app/local/line_json.hpp"
#include "app/local/member_json.hpp"

namespace kahui::local {

using base::ErrorCode;
using nlohmann::json;
using nlohmann::ordered_json;
using till::ClubAct;

namespace {

constexpr const char* kClubJsonRequest = "request";
constexpr std::size_t kClubJsonMinuteText = 16;  // 2026-03-15T11:00
constexpr std::array<std::pair<const char*, ClubAct>, 11> kClubJsonActs{{{"plan", ClubAct::Plan},
                                                                         {"call_off", ClubAct::Call},
                                                                         {"invite", ClubAct::Invite},
                                                                         {"book", ClubAct::Book},
                                                                         {"decline", ClubAct::Decline},
                                                                         {"check_in", ClubAct::CheckIn},
                                                                         {"agree", ClubAct::Agree},
                                                                         {"tag", ClubAct::Tag},
                                                                         {"date", ClubAct::KeepDate},
                                                                         {"lead", ClubAct::Lead},
                                                                         {"draw", ClubAct::Draw}}};

std::vector<member::MemberNo> members(const json& object) {
  std::vector<member::MemberNo> numbers;
  const auto add = [&](const std::string& given) {
    const auto no = member::MemberNo::parse(given);
    if (!no) throw Refused{ErrorCode::BadInput, "member: " + given + " is no member number"};
    numbers.push_back(*no);
  };
  if (const std::string one = text(object, "member", kClubJsonRequest); !one.empty()) add(one);
  for (const json& one : list(object, "members")) {
    if (!one.is_string()) throw Refused{ErrorCode::BadInput, "members: strings are expected"};
    add(one.get<std::string>());
  }
  return numbers;
}

till::ClubRequest readAct(const json& object) {
  onlyKeys(object, "act",
           {"ref", "operator", "approver", "act", "event", "name", "place", "at", "seats", "publish", "member",
            "members", "source", "tag", "on", "kind", "date", "phone", "draw"});
  till::ClubRequest request;
  const std::string act = text(object, "act", kClubJsonRequest);
  const auto* known =
      std::find_if(kClubJsonActs.begin(), kClubJsonActs.end(), [&](const auto& one) { return act == one.first; });
  if (known == kClubJsonActs.end()) throw Refused{ErrorCode::BadInput, "act: " + act + " is not known"};
  request.act = known->second;
  const std::pair<const char*, std::string*> texts[] = {
      {"ref", &request.ref},           {"operator", &request.operator_code},
      {"approver", &request.approver}, {"event", &request.event},
      {"name", &request.name},         {"place", &request.place},
      {"source", &request.source},     {"tag", &request.tag},
      {"phone", &request.phone},       {"draw", &request.draw}};
  for (const auto& [key, into] : texts) *into = text(object, key, kClubJsonRequest);
  request.members = members(object);
  if (std::string given = text(object, "at", kClubJsonRequest); !given.empty()) {
    if (given.size() == kClubJsonMinuteText) given += ":00";
    request.at = base::LocalTime::parse(given);
    if (!request.at) throw Refused{ErrorCode::BadInput, "at: YYYY-MM-DDTHH:MM is expected"};
  }
  if (object.contains("publish") && !object["publish"].is_null()) {
    if (!object["publish"].is_boolean()) throw Refused{base::ErrorCode::BadInput, "publish: true or false is expected"};
    request.publish = object["publish"].get<bool>();
  }
  if (const auto seats = number(object, "seats", kClubJsonRequest))
    request.seats = static_cast<int>(std::clamp<std::int64_t>(*seats, -1, 1'000'000));
  if (object.contains("on")) {
    if (!object["on"].is_boolean()) throw Refused{ErrorCode::BadInput, "on: true or false is expected"};
    request.on = object["on"].get<bool>();
  }
  if (request.act == ClubAct::KeepDate) {
    const auto kind = member::parseDateKind(text(object, "kind", kClubJsonRequest));
    if (!kind) throw Refused{ErrorCode::BadInput, "kind: wedding or child is expected"};
    request.kind = *kind;
    if (const std::string given = text(object, "date", kClubJsonRequest); !given.empty()) {
      request.date = parseBirthday(given);
      if (!request.date) throw Refused{ErrorCode::BadInput, "date: MM-DD, lunar:MM-DD or lunar:leap:MM-DD is expected"};
    }
  }
  return request;
}

ordered_json eventJson(const ports::StoredEvent& event) {
  return {{"event", event.id},           {"name", event.name},     {"place", event.place},
          {"at", event.at.iso()},        {"seats", event.seats},   {"free", event.free()},
          {"invited", event.invited},    {"coming", event.coming}, {"present", event.present},
          {"cancelled", event.cancelled}};
}

ordered_json memberJson(const till::ClubMemberView& member, bool english) {
  const auto say = [english](const programme::CareText& words) { return english ? words.en : words.zh; };
  ordered_json out{{"member", member.head.member_no}, {"name", member.head.masked_name}, {"agreed", member.agreed}};
  auto& tags = out["tags"] = ordered_json::array();
  for (const auto& tag : member.tags)
    if (tag.on) tags.push_back(tag.code);
  auto& favourites = out["favourites"] = ordered_json::array();
  for (const auto& one : member.favourites) favourites.push_back(say(one));
  auto& brands = out["brands"] = ordered_json::array();
  for (const auto& one : member.brands)
    brands.push_back({{"brand", one.brand},
                      {"net_fen", one.net.value()},
                      {"quantity_milli", one.quantity.value()},
                      {"bills", one.bills}});
  auto& dates = out["dates"] = ordered_json::array();
  for (const auto kind : member.dates) dates.push_back(member::name(kind));
  return out;
}

std::string show(till::Till& till, const json& object) {
  onlyKeys(object, "show", {"ref", "operator", "act", "event", "member", "lang"});
  const std::string ref = text(object, "ref", kClubJsonRequest);
  const bool english = text(object, "lang", kClubJsonRequest) == "en";
  const auto view =
      till.club(text(object, "operator", kClubJsonRequest),
                {text(object, "event", kClubJsonRequest), false, text(object, "member", kClubJsonRequest)});
  if (!view) return refusalJson(ref, view.error());
  auto out = answerHead(ref, true);
  auto& events = out["events"] = ordered_json::array();
  for (const auto& event : view->events) events.push_back(eventJson(event));
  auto& draws = out["draws"] = ordered_json::array();
  for (const auto& draw : view->draws) {
    draws.push_back({{"draw", draw.code},
                     {"name", english ? draw.name.en : draw.name.zh},
                     {"prize_fen", draw.prize.value()},
                     {"entries", draw.entries}});
    if (!draw.winner.empty()) draws.back()["winner"] = draw.winner;
  }
  if (!view->event.empty()) {
    auto& guests = out["guests"] = ordered_json::array();
    for (const auto& guest : view->guests)
      guests.push_back({{"member", guest.member_no},
                        {"name", guest.masked_name},
                        {"tier", guest.tier_name},
                        {"state", journal::guestStateName(guest.state)}});
  }
  if (view->member) out["member"] = memberJson(*view->member, english);
  return out.dump();
}

std::string answerAct(const std::string& ref, const till::ClubAnswer& answer) {
  if (!answer) return refusalJson(ref, answer.error());
  auto out = answerHead(ref, true);
  if (!answer->event.empty()) out["event"] = answer->event;
  out["count"] = answer->count;
  out["passed_over"] = answer->passed_over;
  out["left"] = answer->left;
  if (!answer->who.empty()) out["who"] = answer->who;
  if (answer->until) out["until"] = answer->until->iso();
  return out.dump();
}

}  // namespace

std::string clubLine(till::Till& till, const std::string& line) {
  return answerOperator(line, [&](const json& object) -> std::string {
    if (text(object, "act", kClubJsonRequest) == "show") return show(till, object);
    return answerAct(refOf(line), till.actOnClub(readAct(object)));
  });
}

}  // namespace kahui::local
