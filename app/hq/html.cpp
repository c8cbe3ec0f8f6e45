#include "app/hq/html.hpp"

#include "core/base/money_text.hpp"

namespace kahui::hqserver {

namespace {

constexpr std::string_view kStyle =
    "body{font:15px/1.5 sans-serif;margin:2em;max-width:70em;color:#222}table{border-collapse:collapse;margin:.5em 0 "
    "2em}"
    "td,th{padding:.25em .8em;text-align:left;border-bottom:1px solid "
    "#ccc}td.n{text-align:right}.bad{color:#a00;font-weight:bold}"
    ".good{color:#070}";

std::string row(std::string_view tag, std::initializer_list<std::string> cells) {
  std::string text = "<tr>";
  for (const std::string& cell : cells) text += "<" + std::string(tag) + ">" + cell + "</" + std::string(tag) + ">";
  return text + "</tr>\n";
}

std::string marked(bool good, const std::string& text) {
  return std::string("<span class=\"") + (good ? "good" : "bad") + "\">" + escaped(text) + "</span>";
}

// "3 min", so that a glance tells minutes from days.
std::string ageText(std::int64_t ms) {
  const std::int64_t minutes = ms / 60'000;
  if (minutes < 1) return "now";
  if (minutes < 120) return std::to_string(minutes) + " min";
  if (minutes < 2880) return std::to_string(minutes / 60) + " h";
  return std::to_string(minutes / 1440) + " d";
}

std::string stateText(const ports::HqTerminal& terminal) {
  switch (terminal.state) {
    case ports::HqTerminalState::Active: return "active";
    case ports::HqTerminalState::Retired: return "retired";
    case ports::HqTerminalState::Quarantined: return marked(false, "seen twice at once");
  }
  return {};
}

std::string terminalsHtml(const Overview& view) {
  constexpr std::int64_t kSilent_ms = std::int64_t{26} * 3600 * 1000;  // protocol.md, "Monitoring"
  std::string text = "<h2>Tills</h2><table id=\"terminals\">";
  text += row("th", {"store", "register", "till", "version", "state", "last contact", "unsent", "oldest unsent"});
  for (const auto& terminal : view.terminals) {
    const std::int64_t silent = view.now.utc_ms - terminal.contact_ms;
    const std::string oldest =
        terminal.oldest_unsent_ms == 0 ? "" : ageText(view.now.utc_ms - terminal.oldest_unsent_ms);
    text += row("td", {escaped(terminal.store), escaped(terminal.position), escaped(terminal.id), escaped(terminal.app),
                       stateText(terminal), marked(silent < kSilent_ms, ageText(silent)),
                       std::to_string(terminal.unsent), oldest});
  }
  return text + "</table>";
}

std::string signOffForm(base::BusinessDate day, const hq::ReconRow& row) {
  if (hq::settled(row.state) || row.state == hq::ReconState::Open) return {};
  const auto hidden = [](const char* name, const std::string& value) {
    return std::string("<input type=\"hidden\" name=\"") + name + "\" value=\"" + escaped(value) + "\">";
  };
  const auto field = [](const char* name, const char* type) {
    return std::string("<input type=\"") + type + "\" name=\"" + name + "\" aria-label=\"" + name +
           "\" placeholder=\"" + name + "\" required>";
  };
  return "<form method=\"post\" action=\"/sign-off\">" + hidden("day", day.iso()) + hidden("terminal", row.terminal) +
         field("name", "text") + field("reason", "text") + field("password", "password") +
         "<button>sign off</button></form>";
}

std::string reconHtml(const Overview& view) {
  std::string text = "<h2>Reconciliation</h2><table id=\"recon\">";
  text += row("th", {"day", "store", "register", "state", "bills", "total", "why not", ""});
  for (const auto& [day, one] : view.recon) {
    std::string reasons;
    for (const auto& reason : one.reasons) reasons += (reasons.empty() ? "" : "; ") + reason;
    if (one.lock && one.lock->signed_off && one.state == hq::ReconState::SignedOff)
      reasons += (reasons.empty() ? "" : "; ") + ("signed off by " + one.lock->who + ": " + one.lock->reason);
    const bool good = hq::settled(one.state) || one.state == hq::ReconState::Open;
    text += row("td", {day.iso(), escaped(one.store), escaped(one.position),
                       marked(good, std::string(hq::reconStateName(one.state))), std::to_string(one.facts.bills),
                       base::yuanText(one.facts.total), escaped(reasons), signOffForm(day, one)});
  }
  return text + "</table>";
}

std::string salesHtml(const Overview& view) {
  std::string text = "<h2>Sales today</h2><table id=\"sales\">";
  text += row("th", {"store", "bills", "total", "of members", "total of members"});
  for (const auto& one : view.sales)
    text += row("td", {escaped(one.store), std::to_string(one.bills), base::yuanText(one.total),
                       std::to_string(one.member_bills), base::yuanText(one.member_total)});
  return text + "</table>";
}

std::string quarantineHtml(const Overview& view) {
  std::string text = "<h2>Set aside</h2><table id=\"quarantine\">";
  text += row("th", {"till", "event", "type", "day", "state", "reason", ""});
  for (const auto& one : view.quarantine) {
    if (one.released) continue;
    const std::string form =
        "<form method=\"post\" action=\"/release\"><input type=\"hidden\" name=\"event\" value=\"" +
        escaped(one.event) +
        "\"><input type=\"password\" name=\"password\" aria-label=\"password\"><button>release</button></form>";
    text += row("td", {escaped(one.key.terminal), escaped(one.event), escaped(one.type), one.day ? one.day->iso() : "",
                       one.parked ? "parked" : "quarantined", escaped(one.reason), one.parked ? "" : form});
  }
  return text + "</table>";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string htmlHead(std::string_view title) {
  return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title) + "</title><style>" +
         std::string(kStyle) + "</style></head><body>";
}

std::string overviewHtml(const Overview& view) {
  std::string text = htmlHead("卡惠 headquarters");
  text += "<h1>卡惠 headquarters" + std::string(view.demo ? " (demo)" : "") + "</h1><p>" +
          view.now.local().minuteText() + "</p>\n";
  return text + terminalsHtml(view) + reconHtml(view) + salesHtml(view) + quarantineHtml(view) + "</body></html>\n";
}

}  // namespace kahui::hqserver
