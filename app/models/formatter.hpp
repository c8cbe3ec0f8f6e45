// Figures as people read them, per language. Works on the integers of core/base; nothing passes through floating point.
#pragma once

#include <QString>
#include <optional>
#include <string>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"

namespace kahui::models {

enum class Language { Chinese, English };

inline QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

class Formatter {
 public:
  explicit Formatter(Language language) : m_language(language) {}

  [[nodiscard]] QString money(base::Money amount) const;           // ¥1,234.50, below zero −¥3.50 with U+2212
  [[nodiscard]] QString amount(base::Money amount) const;          // the same without the sign of the currency
  [[nodiscard]] QString saving(base::Money amount) const;          // −2.99 for 299; empty for nothing
  [[nodiscard]] QString points(base::Points points) const;         // 12,480
  [[nodiscard]] QString quantity(base::Quantity quantity) const;   // 3, 0.786
  [[nodiscard]] QString yuan(base::Money amount) const;            // 300, 99.90: inside words such as 满300减40
  [[nodiscard]] QString rate(base::Rate rate) const;               // 9.5 折, pay 95%; empty at the full rate (M5)
  [[nodiscard]] QString date(base::BusinessDate date) const;       // 2026年3月5日 星期四, Thursday, 5 March 2026
  [[nodiscard]] QString shortDate(base::BusinessDate date) const;  // 3月5日, 5 Mar
  [[nodiscard]] QString time(base::LocalTime time) const;          // 14:32

  // What a person types for a rate: 9 and 8.5 are zhe in Chinese; 90 and 85 are per cent to pay in both languages.
  // Nothing for 0, for 100 and above, and for a third decimal.
  [[nodiscard]] std::optional<base::Rate> parseRate(const QString& typed) const;

  [[nodiscard]] Language language() const { return m_language; }

 private:
  Language m_language;
};

// What was typed: digits with at most one point. Empty, a third decimal or more than the limit give nothing.
std::optional<base::Money> parseMoney(const QString& typed);        // up to kMaxAmount
std::optional<base::Quantity> parseQuantity(const QString& typed);  // > 0, up to kMaxQuantity

}  // namespace kahui::models
