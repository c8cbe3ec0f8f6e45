#include "core/report/join_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/base/paper.hpp"

namespace kahui::report {

namespace {

using base::Paper;
using base::paperWidth;

struct JoinFormWords {
  const char *title, *demo, *training, *number, *fill, *name, *phone, *birthday, *referrer, *company, *company_name,
      *tax_no, *contact, *terms, *no_terms, *agrees, *messages, *sign, *day, *desk, *keep;
};

constexpr JoinFormWords kJoinFormChinese = {
    "会员入会申请表",
    "演示数据，不作凭证",
    "练习单据，不作凭证",
    "编号",
    "请用正楷填写",
    "姓名",
    "手机号",
    "生日（可不填）",
    "推荐人会员号或手机号（可不填）",
    "单位申请请填写",
    "单位名称",
    "税号（统一社会信用代码）",
    "联系人",
    "入会须知，版本 {}",
    "入会免费，凭卡、会员码或手机号享受会员价并累计积分；积分的使用、有效期和等级规则以门店公示为准。"
    "个人信息仅用于会员服务，可随时查询、更正，也可申请注销。",
    "本人已满 18 周岁（单位申请除外），已阅读并同意会员条款和个人信息处理说明",
    "愿意接收优惠信息，可随时取消（可不选）",
    "申请人签名",
    "日期",
    "经办人",
    "交回收银台时请出示下方的码",
};
constexpr JoinFormWords kJoinFormEnglish = {
    "APPLICATION FOR MEMBERSHIP",
    "DEMO DATA, COUNTS FOR NOTHING",
    "TRAINING, COUNTS FOR NOTHING",
    "Form",
    "In capital letters, please",
    "Name",
    "Mobile number",
    "Birthday (may be left out)",
    "Referred by: number or phone (may be left out)",
    "If a company applies",
    "Name of the company",
    "Tax number (credit code)",
    "Contact person",
    "Terms in short, version {}",
    "Membership is free. With card, member code or telephone a member has the members' prices and collects points; how "
    "points are used, how long they are good and what the tiers give is on show in the shop. Personal data serves the "
    "membership alone; it may be seen, corrected and erased on request.",
    "I am 18 or older (a company aside), have read the terms and the note on personal data, and agree to them",
    "I want messages with offers; I may stop them at any time (may be left out)",
    "Signature",
    "Date",
    "Taken by",
    "Show the code below at the till when you hand it in",
};

std::size_t bytesAt(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return std::min<std::size_t>(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.size() - at);
}

// What cannot be parted: a word of Latin letters with the space before it, or one Han character.
std::vector<std::string_view> partsOf(std::string_view text) {
  const auto latin = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) < 0x80 && text[at] != ' '; };
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t to = from;
    while (to < text.size() && text[to] == ' ') ++to;
    if (to < text.size() && latin(to))
      while (to < text.size() && latin(to)) ++to;
    else if (to < text.size())
      to += bytesAt(text, to);
    parts.push_back(text.substr(from, to - from));
    from = to;
  }
  return parts;
}

bool closes(std::string_view part) {
  constexpr std::string_view kClosing[] = {"，", "。", "；", "、", "：", "）", "！", "？"};
  return std::find(std::begin(kClosing), std::end(kClosing), part) != std::end(kClosing);
}

class JoinFormPaper {
 public:
  JoinFormPaper(const JoinForm& form, SlipLanguage language, int columns)
      : m_form(form),
        m_chinese(language == SlipLanguage::Chinese),
        m_words(m_chinese ? kJoinFormChinese : kJoinFormEnglish),
        m_columns(columns),
        m_paper(columns) {}

  std::string text() {
    head();
    person();
    company();
    terms();
    signature();
    return m_paper.take();
  }

 private:
  // Broken between words; every line but the first begins below `mark`. A sign that closes hangs on the line before.
  void wrapped(std::string_view text, std::string_view mark = {}) {
    const int indent = paperWidth(mark);
    std::string row(mark);
    int used = indent;
    const auto parts = partsOf(text);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const int width = paperWidth(parts[i]);
      const int hanging = i + 1 < parts.size() && closes(parts[i + 1]) ? paperWidth(parts[i + 1]) : 0;
      if (used + width + hanging > m_columns && used > indent) {
        m_paper.line(row);
        row.assign(static_cast<std::size_t>(indent), ' ');
        used = indent;
      }
      const std::size_t skip = used == indent ? std::min(parts[i].find_first_not_of(' '), parts[i].size()) : 0;
      row += parts[i].substr(skip);
      used += width - static_cast<int>(skip);
    }
    m_paper.line(row);
  }

  // Room for a pen: the words, and a line to the edge of the paper; the whole next line where too little is left.
  void blank(const char* words) {
    constexpr int kLeast = 16;
    const std::string name = std::string(words) + (m_chinese ? "：" : ": ");
    const int left = m_columns - paperWidth(name);
    m_paper.line("");
    if (left >= kLeast) return m_paper.line(name + std::string(static_cast<std::size_t>(left), '_'));
    wrapped(name);
    m_paper.line("");
    m_paper.line(std::string(static_cast<std::size_t>(m_columns), '_'));
  }

  void head() {
    m_paper.centre(m_form.store_name);
    m_paper.centre(m_words.title);
    if (m_form.demo) m_paper.centre(m_form.training ? m_words.training : m_words.demo);
    m_paper.pair(fmt::format("{} {}", m_words.number, m_form.number), m_form.at.date().iso());
    m_paper.rule();
  }

  void person() {
    m_paper.line(m_words.fill);
    for (const char* words : {m_words.name, m_words.phone}) blank(words);
    m_paper.line("");
    m_paper.line(m_words.birthday);
    m_paper.line("");
    m_paper.line(m_chinese ? "____年__月__日  [ ]公历 [ ]农历" : "____-__-__  [ ] solar [ ] lunar");
    blank(m_words.referrer);
    m_paper.rule();
  }

  void company() {
    m_paper.line(m_words.company);
    for (const char* words : {m_words.company_name, m_words.tax_no, m_words.contact}) blank(words);
    m_paper.rule();
  }

  void terms() {
    const std::string& own = m_chinese ? m_form.terms_zh : m_form.terms_en;
    m_paper.line(fmt::format(fmt::runtime(m_words.terms), m_form.consent));
    wrapped(own.empty() ? m_words.no_terms : own);
    m_paper.line("");
    wrapped(m_words.agrees, "[ ] ");
    wrapped(m_words.messages, "[ ] ");
  }

  void signature() {
    for (const char* words : {m_words.sign, m_words.day, m_words.desk}) blank(words);
    m_paper.line("");
    wrapped(m_words.keep);
  }

  const JoinForm& m_form;
  bool m_chinese;
  const JoinFormWords& m_words;
  int m_columns;
  Paper m_paper;
};

}  // namespace

std::string formNumber(const std::string& store_no, const std::string& position, std::uint32_t incarnation,
                       std::int64_t running) {
  return fmt::format("F{}-{}-{}-{:05}", store_no, position, incarnation, running);
}

bool isFormNumber(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  constexpr int kParts = 4, kFirstOfDigits = 2;  // store and register may have letters
  if (text.size() > kLongest || !text.starts_with('F')) return false;
  text.remove_prefix(1);
  for (int part = 0; part < kParts; ++part) {
    const std::size_t end = part + 1 == kParts ? text.size() : text.find('-');
    if (end == std::string_view::npos || end == 0) return false;
    for (const char c : text.substr(0, end)) {
      const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!(c >= '0' && c <= '9') && !(letter && part < kFirstOfDigits)) return false;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

std::string renderJoinForm(const JoinForm& form, SlipLanguage language, int columns) {
  return JoinFormPaper(form, language, columns).text();
}

}  // namespace kahui::report
