#include "app/hq/html.hpp"

#include <algorithm>

#include "core/base/money_text.hpp"
#include "core/hq/reason_words.hpp"

namespace kahui::hqserver {

namespace {

// On a narrow screen a row is a card of its own, each cell behind its column's name.
constexpr std::string_view kStyle =
    "body{font:15px/1.5 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:1.5em auto;padding:0 "
    "1em;max-width:76em;color:#222;background:#fff}"
    "h1{font-size:1.5em;margin:.2em 0}h2{font-size:1.15em;margin:1.6em 0 .3em}"
    "p.top{display:flex;flex-wrap:wrap;gap:.3em 1.5em;justify-content:space-between;color:#555;margin:0}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{padding:.35em .7em;text-align:left;vertical-align:top;border-bottom:1px solid #ccc}"
    "th{color:#555;font-weight:600;white-space:nowrap}.d{white-space:nowrap}.long{overflow-wrap:anywhere}.n{text-align:"
    "right;white-space:nowrap}"
    "td.id{font:13px/1.75 "
    "monospace;overflow-wrap:anywhere}.bad{color:#a00;font-weight:600}.good{color:#060}.none{color:#555;margin:.3em 0}"
    "form{display:flex;flex-wrap:wrap;gap:.4em;min-width:9em}input,button{font:inherit;min-height:2.9em;"
    "padding:.2em .7em;border:1px solid #767676;border-radius:4px;box-sizing:border-box}"
    "input{flex:1 1 7em;min-width:0;max-width:16em}button{background:#1f5f8b;border-color:#1f5f8b;color:#fff}"
    "a{color:#1f5f8b}a:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid #e08a00}"
    "@media(max-width:760px){tr{display:block;border:1px solid #ccc;border-radius:6px;margin:.6em 0;padding:.3em .2em}"
    "tr:first-child{display:none}td{display:flex;gap:.8em;border:0;text-align:left;padding:.15em .6em}"
    "td:empty{display:none}td::before{content:attr(data-of);flex:0 0 7.5em;color:#555}"
    "td.act::before{display:none}.n{text-align:left}input{max-width:none}}";

struct Cell {
  std::string html;
  const char* look = "";
};

// One page in one language.
class Page {
 public:
  explicit Page(Language language) : m_language(language) {}

  [[nodiscard]] const char* say(const char* english, const char* chinese) const {
    return m_language == Language::Chinese ? chinese : english;
  }
  [[nodiscard]] std::string head() const {
    const std::string title = say("Kahui headquarters", "卡惠总部");
    return std::string("<!doctype html><html lang=\"") + say("en", "zh-CN") +
           "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
           "<link rel=\"icon\" href=\"data:,\"><title>" +
           title + "</title><style>" + std::string(kStyle) + "</style></head><body>\n<h1>" + title;
  }
  [[nodiscard]] std::string reason(const std::string& english) const {
    return escaped(m_language == Language::Chinese ? hq::reasonInChinese(english) : english);
  }
  // The forms answer in the language of the page that they stand on.
  [[nodiscard]] std::string action(const char* path) const {
    return std::string("<form method=\"post\" action=\"") + path + say("?lang=en", "?lang=zh") + "\">";
  }
  [[nodiscard]] std::string field(const char* name, const char* type, const char* label) const {
    return std::string("<input type=\"") + type + "\" name=\"" + name + "\" aria-label=\"" + label +
           "\" placeholder=\"" + label + "\" autocomplete=\"" +
           (std::string_view(type) == "password" ? "current-password" : "off") + "\" required>";
  }
  // "3 min", so that a glance tells minutes from days.
  [[nodiscard]] std::string age(std::int64_t ms) const {
    const std::int64_t minutes = ms / 60'000;
    if (minutes < 1) return say("now", "刚刚");
    if (minutes < 120) return std::to_string(minutes) + say(" min", " 分钟");
    if (minutes < 2880) return std::to_string(minutes / 60) + say(" h", " 小时");
    return std::to_string(minutes / 1440) + say(" d", " 天");
  }

  [[nodiscard]] const char* word(hq::ReconState state) const {
    switch (state) {
      case hq::ReconState::Open: return say("open", "营业中");
      case hq::ReconState::NoZ: return say("not closed", "未日结");
      case hq::ReconState::WaitEvents: return say("waits for events", "等待上传");
      case hq::ReconState::Match: return say("matches", "已对平");
      case hq::ReconState::Mismatch: return say("does not match", "不平");
      case hq::ReconState::Late: return say("late events", "有迟到数据");
      case hq::ReconState::Forked: return say("seen twice", "终端重复");
      case hq::ReconState::SignedOff: return say("signed off", "已签认");
    }
    return "";
  }

  [[nodiscard]] std::string terminals(const Overview& view) const;
  [[nodiscard]] std::string recon(const Overview& view) const;
  [[nodiscard]] std::string sales(const Overview& view) const;
  [[nodiscard]] std::string quarantine(const Overview& view) const;

 private:
  [[nodiscard]] std::string state(const ports::HqTerminal& terminal) const;
  [[nodiscard]] std::string signOff(base::BusinessDate day, const hq::ReconRow& row) const;
  Language m_language;
};

std::string marked(bool good, const std::string& text) {
  return std::string("<span class=\"") + (good ? "good" : "bad") + "\">" + escaped(text) + "</span>";
}

std::string hidden(const char* name, const std::string& value) {
  return std::string("<input type=\"hidden\" name=\"") + name + "\" value=\"" + escaped(value) + "\">";
}

// A table, or one sentence where there is nothing to show.
class Table {
 public:
  Table(const char* id, const char* title, std::vector<Cell> columns) : m_columns(std::move(columns)) {
    m_text = std::string("<h2>") + title + "</h2>\n<table id=\"" + id + "\"><tr>";
    for (const Cell& column : m_columns)
      m_text += std::string("<th scope=\"col\" class=\"") + column.look + "\">" + column.html + "</th>";
    m_text += "</tr>\n";
  }
  void row(const std::vector<std::string>& cells) {
    m_text += "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i)
      m_text += std::string("<td class=\"") + m_columns[i].look + "\" data-of=\"" + m_columns[i].html + "\">" +
                cells[i] + "</td>";
    m_text += "</tr>\n";
    ++m_rows;
  }
  [[nodiscard]] std::string text(const char* nothing) const {
    return m_text + "</table>\n" + (m_rows == 0 ? std::string("<p class=\"none\">") + nothing + "</p>\n" : "");
  }

 private:
  std::vector<Cell> m_columns;
  std::string m_text;
  int m_rows = 0;
};

std::string Page::state(const ports::HqTerminal& terminal) const {
  switch (terminal.state) {
    case ports::HqTerminalState::Active: return say("active", "在用");
    case ports::HqTerminalState::Retired: return say("retired", "已停用");
    case ports::HqTerminalState::Quarantined: return marked(false, say("seen twice at once", "同时出现两台"));
  }
  return {};
}

std::string Page::terminals(const Overview& view) const {
  constexpr std::int64_t kSilent_ms = std::int64_t{26} * 3600 * 1000;  // protocol.md, "Monitoring"
  Table table("terminals", say("Tills", "收银机"),
              {{say("store", "门店")},
               {say("register", "机号")},
               {say("till", "终端"), "id"},
               {say("version", "版本")},
               {say("state", "状态")},
               {say("last contact", "最近联系")},
               {say("unsent", "未上传"), "n"},
               {say("oldest unsent", "最早未上传")}});
  for (const auto& terminal : view.terminals) {
    const std::int64_t silent = view.now.utc_ms - terminal.contact_ms;
    const std::string oldest = terminal.oldest_unsent_ms == 0 ? "" : age(view.now.utc_ms - terminal.oldest_unsent_ms);
    table.row({escaped(terminal.store), escaped(terminal.position), escaped(terminal.id), escaped(terminal.app),
               state(terminal), marked(silent < kSilent_ms, age(silent)), std::to_string(terminal.unsent), oldest});
  }
  return table.text(say("No till is enrolled yet.", "还没有收银机登记。"));
}

std::string Page::signOff(base::BusinessDate day, const hq::ReconRow& row) const {
  if (hq::settled(row.state) || row.state == hq::ReconState::Open) return {};
  return action("/sign-off") + hidden("day", day.iso()) + hidden("terminal", row.terminal) +
         field("name", "text", say("name", "姓名")) + field("reason", "text", say("reason", "原因")) +
         field("password", "password", say("password", "密码")) + "<button>" + say("sign off", "签认") +
         "</button></form>";
}

std::string Page::recon(const Overview& view) const {
  Table table("recon", say("Reconciliation", "对账"),
              {{say("day", "营业日"), "d"},
               {say("store", "门店")},
               {say("register", "机号")},
               {say("state", "状态"), "d"},
               {say("bills", "单数"), "n"},
               {say("total", "金额"), "n"},
               {say("why not", "未平原因"), "long"},
               {"", "act"}});
  for (const auto& [day, one] : view.recon) {
    std::string reasons;
    const char* then = say("; ", "；");
    for (const auto& why : one.reasons) reasons += (reasons.empty() ? "" : then) + reason(why);
    if (one.lock && one.lock->signed_off && one.state == hq::ReconState::SignedOff)
      reasons += (reasons.empty() ? "" : then) + (say("signed off by ", "签认人：") + escaped(one.lock->who)) +
                 say(": ", "，原因：") + escaped(one.lock->reason);
    const bool good = hq::settled(one.state) || one.state == hq::ReconState::Open;
    table.row({day.iso(), escaped(one.store), escaped(one.position), marked(good, word(one.state)),
               std::to_string(one.facts.bills), base::yuanText(one.facts.total), reasons, signOff(day, one)});
  }
  return table.text(say("No till has sent anything of the last days.", "最近几天没有收银机上传数据。"));
}

std::string Page::sales(const Overview& view) const {
  Table table("sales", say("Sales today", "今日销售"),
              {{say("store", "门店")},
               {say("bills", "单数"), "n"},
               {say("total", "金额"), "n"},
               {say("of members", "会员单数"), "n"},
               {say("total of members", "会员金额"), "n"}});
  const auto row = [&](const std::string& name, const ports::HqStoreDay& one) {
    table.row({name, std::to_string(one.bills), base::yuanText(one.total), std::to_string(one.member_bills),
               base::yuanText(one.member_total)});
  };
  ports::HqStoreDay chain;
  for (const auto& one : view.sales) {
    row(escaped(one.store), one);
    chain.bills += one.bills;
    chain.total += one.total;
    chain.member_bills += one.member_bills;
    chain.member_total += one.member_total;
  }
  if (!view.sales.empty()) row(say("chain", "全部门店"), chain);
  return table.text(say("Nothing was sold today.", "今日还没有销售。"));
}

std::string Page::quarantine(const Overview& view) const {
  Table table("quarantine", say("Set aside", "待处理"),
              {{say("till", "终端"), "id"},
               {say("event", "事件"), "id"},
               {say("type", "类型"), "long"},
               {say("day", "营业日"), "d"},
               {say("state", "状态")},
               {say("reason", "原因"), "long"},
               {"", "act"}});
  for (const auto& one : view.quarantine) {
    if (one.released) continue;
    const std::string form = action("/release") + hidden("event", one.event) +
                             field("password", "password", say("password", "密码")) + "<button>" +
                             say("release", "放行") + "</button></form>";
    table.row({escaped(one.key.terminal), escaped(one.event), escaped(one.type), one.day ? one.day->iso() : "",
               one.parked ? say("parked until an update", "待升级后处理") : say("quarantined", "已隔离"),
               reason(one.reason), one.parked ? "" : form});
  }
  return table.text(say("Nothing is set aside.", "没有待处理的事件。"));
}

}  // namespace

Language languageOf(std::string_view wanted, std::string_view accepted) {
  if (wanted == "zh") return Language::Chinese;
  if (wanted == "en") return Language::English;
  const std::size_t chinese = accepted.find("zh");
  return chinese != std::string_view::npos && chinese < accepted.find("en") ? Language::Chinese : Language::English;
}

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

std::string messageHtml(Language language, std::string_view english, std::string_view chinese,
                        std::string_view detail) {
  const Page page(language);
  const std::string text(language == Language::Chinese ? chinese : english);
  return page.head() + "</h1>\n<p id=\"message\" role=\"status\">" + escaped(text) +
         (detail.empty() ? "" : page.say(": ", "：") + page.reason(std::string(detail))) + "</p>\n<p><a href=\"/" +
         page.say("?lang=en", "?lang=zh") + "\">" + page.say("back", "返回") + "</a></p></body></html>\n";
}

std::string overviewHtml(const Overview& view) {
  const Page page(view.language);
  return page.head() + (view.demo ? page.say(" (demo)", "（演示）") : "") + "</h1>\n<p class=\"top\"><span>" +
         view.now.local().minuteText() + "</span>" +
         page.say("<a href=\"/?lang=zh\" lang=\"zh-CN\">中文</a>", "<a href=\"/?lang=en\" lang=\"en\">English</a>") +
         "</p>\n" + page.terminals(view) + page.recon(view) + page.sales(view) + page.quarantine(view) +
         "</body></html>\n";
}

}  // namespace kahui::hqserver
