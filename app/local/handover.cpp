#include "app/local/handover.hpp"

#include <nlohmann/json.hpp>

#include "app/local/card_json.hpp"
#include "app/local/club_json.hpp"
#include "app/local/error_text.hpp"
#include "app/local/line_json.hpp"
#include "app/local/member_json.hpp"
#include "app/local/sell_json.hpp"
#include "app/local/talk_json.hpp"
#include "app/local/task_json.hpp"

namespace kahui::local {

using nlohmann::ordered_json;

namespace {

const char* nameOf(LineWork work) {
  switch (work) {
    case LineWork::Sell: return "sell";
    case LineWork::Return: return "return";
    case LineWork::Card: return "card";
    case LineWork::Member: return "member";
    case LineWork::Tasks: return "tasks";
    case LineWork::Club: return "club";
    case LineWork::Talk: return "talk";
  }
  return "";
}

std::string refusal(const base::Error& error) {
  return ordered_json{{"ok", false},
                      {"error", {{"code", std::string(base::codeName(error.code))}, {"message", errorText(error)}}}}
      .dump();
}

std::string textOf(const ordered_json& object, const char* key) {
  return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string();
}

void serveLines(till::Till& till, LineChannel& channel, LineWork work, const ordered_json& order) {
  for (const auto& [who, pin] : {std::pair("operator", "pin"), std::pair("approver", "approver_pin")}) {
    const std::string code = textOf(order, who);
    if (code.empty()) continue;
    if (const auto entered = till.authorize(code, textOf(order, pin)); !entered) {
      channel.writeLine(refusal(entered.error()));
      return;
    }
  }
  bool open = channel.writeLine(R"({"ok":true})");
  while (open) {
    const auto line = channel.readLine();
    open = line && channel.writeLine(answerLine(till, work, *line));
  }
}

}  // namespace

std::string orderFor(LineWork work, const std::string& operator_code, const std::string& pin,
                     const Approver& approver) {
  ordered_json order{{"do", nameOf(work)}, {"operator", operator_code}, {"pin", pin}};
  if (!approver.code.empty()) {
    order["approver"] = approver.code;
    order["approver_pin"] = approver.pin;
  }
  return order.dump();
}

base::Status ask(LineChannel& channel, const std::string& order) {
  if (!channel.writeLine(order)) return base::fail(base::ErrorCode::PeerFailed);
  const auto line = channel.readLine();
  if (!line) return base::fail(base::ErrorCode::PeerFailed);
  const ordered_json answer = ordered_json::parse(*line, nullptr, false);
  if (answer.is_object() && answer.value("ok", false)) return {};
  const bool named = answer.is_object() && answer.contains("error") && answer["error"].is_object();
  return base::fail(base::ErrorCode::PeerFailed, named ? textOf(answer["error"], "message") : std::string());
}

std::string answerLine(till::Till& till, LineWork work, const std::string& line) {
  const auto answer = [&](const auto& request, auto run) {
    using Answer = decltype(run(*request));
    return answerJson(request ? request->ref : refOf(line),
                      request ? run(*request) : Answer(tl::unexpected(request.error())));
  };
  switch (work) {
    case LineWork::Sell:
      return answer(parseSellRequest(line), [&](const till::SellRequest& request) { return till.sell(request); });
    case LineWork::Return:
      return answer(parseReturnRequest(line),
                    [&](const till::ReturnRequest& request) { return till.giveBack(request); });
    case LineWork::Card:
      return answer(parseCardRequest(line), [&](const till::CardRequest& request) { return till.changeCard(request); });
    case LineWork::Member: return memberLine(till, line);
    case LineWork::Tasks: return taskLine(till, line);
    case LineWork::Club: return clubLine(till, line);
    case LineWork::Talk: return talkLine(till, line);
  }
  return {};
}

namespace {

std::string syncAnswer(const SyncOrder& sync) {
  const auto report = sync ? sync() : base::Result<SyncReport>(base::fail(base::ErrorCode::NotEnrolled));
  if (!report) return refusal(report.error());
  return ordered_json{{"ok", report->clean}, {"text", report->text}, {"report", ordered_json::parse(report->json)}}
      .dump();
}

}  // namespace

void serve(till::Till& till, LineChannel& channel, const SyncOrder& sync) {
  const auto line = channel.readLine();
  if (!line) return;
  const ordered_json order = ordered_json::parse(*line, nullptr, false);
  for (const LineWork work : {LineWork::Sell, LineWork::Return, LineWork::Card, LineWork::Member, LineWork::Tasks,
                              LineWork::Club, LineWork::Talk})
    if (order.is_object() && textOf(order, "do") == nameOf(work)) return serveLines(till, channel, work, order);
  if (order.is_object() && textOf(order, "do") == "sync") {
    channel.writeLine(syncAnswer(sync));
    return;
  }
  channel.writeLine(refusal({base::ErrorCode::UnknownKey, "do"}));
}

}  // namespace kahui::local
