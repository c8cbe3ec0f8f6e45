// A page of words in one of two languages: headings, lines, and how amounts, rates and times are said. The command line
// has no translation files, so both languages stand side by side where they are used. Internal to this room.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "app/ctl/rules/describe.hpp"

namespace kahui::ctl {

class Page {
 public:
  explicit Page(Language language) : m_language(language) {}

  [[nodiscard]] const std::string& text() const { return m_text; }

  void heading(const char* zh, const char* en) { m_text += fmt::format("\n{}\n", pick(zh, en)); }
  // One line with its arguments put in; both texts take the same arguments, by number where their order differs.
  template <class... Args>
  void line(const char* zh, const char* en, const Args&... args) {
    m_text += "  " + say(zh, en, args...) + "\n";
  }
  template <class... Args>
  [[nodiscard]] std::string say(const char* zh, const char* en, const Args&... args) const {
    return fmt::format(fmt::runtime(pick(zh, en)), args...);
  }
  [[nodiscard]] const char* pick(const char* zh, const char* en) const {
    return m_language == Language::Chinese ? zh : en;
  }

  [[nodiscard]] std::string list(const std::vector<std::string>& items) const;      // 甲、乙 · A, B
  [[nodiscard]] std::string sentence(const std::vector<std::string>& parts) const;  // 甲；乙 · A; B
  [[nodiscard]] std::string money(base::Money amount) const;                        // 1,000元 · ¥1,000.50
  [[nodiscard]] std::string rate(base::Rate rate) const;                            // 9.5折 · 95% of the price
  [[nodiscard]] std::string pieces(base::Quantity quantity) const;                  // 1.5
  [[nodiscard]] std::string times(int percent) const;                               // 2倍 · 2x
  [[nodiscard]] std::string window(const programme::Window& window) const;          // empty: always

 private:
  Language m_language;
  std::string m_text;
};

std::string grouped(std::int64_t number);  // 1,000

// One promotion, without its id.
std::string describePromotion(const Page& page, const programme::Promotion& promotion, const programme::RulePack& pack);

}  // namespace kahui::ctl
