#include "app/models/formatter.hpp"

#include <QDate>
#include <QLocale>

namespace kahui::models {
namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kYuan(0x00A5);

QString grouped(std::uint64_t whole) {
  QString digits = QString::number(whole);
  for (qsizetype at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, QLatin1Char(','));
  return digits;
}

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

QString yuanAndFen(std::int64_t fen) {
  const std::uint64_t size = magnitude(fen);
  return grouped(size / 100) + QLatin1Char('.') + QStringLiteral("%1").arg(size % 100, 2, 10, QLatin1Char('0'));
}

// A fixed-point number with trailing zeros of the fraction dropped.
QString trimmed(std::int64_t value, std::int64_t unit, int places) {
  QString whole = QString::number(value / unit);
  QString part = QStringLiteral("%1").arg(value % unit, places, 10, QLatin1Char('0'));
  while (part.endsWith(QLatin1Char('0'))) part.chop(1);
  return part.isEmpty() ? whole : whole + QLatin1Char('.') + part;
}

std::optional<std::int64_t> parseFixed(const QString& typed, int places, std::int64_t limit) {
  std::int64_t value = 0;
  int decimals = -1;
  bool any = false;
  for (const QChar c : typed.trimmed()) {
    if (c == QLatin1Char('.') || c == QChar(0x3002)) {  // an IME's full stop is meant as a point
      if (decimals >= 0) return std::nullopt;
      decimals = 0;
      continue;
    }
    const int digit = c.digitValue();
    if (digit < 0) return std::nullopt;
    if (decimals >= 0 && ++decimals > places) return std::nullopt;
    value = value * 10 + digit;
    any = true;
    if (value > limit) return std::nullopt;
  }
  if (!any) return std::nullopt;
  for (int have = decimals < 0 ? 0 : decimals; have < places; ++have) value *= 10;
  if (value > limit) return std::nullopt;
  return value;
}

}  // namespace

QString Formatter::money(base::Money amount) const {
  const QString text = kYuan + yuanAndFen(amount.value());
  return amount.value() < 0 ? kMinus + text : text;
}

QString Formatter::amount(base::Money amount) const {
  const QString text = yuanAndFen(amount.value());
  return amount.value() < 0 ? kMinus + text : text;
}

QString Formatter::saving(base::Money amount) const {
  return amount.value() == 0 ? QString() : kMinus + yuanAndFen(amount.value());
}

QString Formatter::points(base::Points points) const {
  const QString text = grouped(magnitude(points.value()));
  return points.value() < 0 ? kMinus + text : text;
}

QString Formatter::quantity(base::Quantity quantity) const { return trimmed(quantity.value(), 1000, 3); }

QString Formatter::rate(base::Rate rate) const {
  if (rate >= base::kFullRate) return {};
  const bool free = rate.value() == 0;
  switch (m_language) {
    case Language::Chinese:
      return free ? QStringLiteral("免费") : trimmed(rate.value(), 1000, 3) + QStringLiteral(" 折");
    case Language::English:
      return free ? QStringLiteral("free") : QStringLiteral("pay ") + trimmed(rate.value(), 100, 2) + QLatin1Char('%');
  }
  return {};
}

QString Formatter::yuan(base::Money amount) const {
  const QString text = this->amount(amount);
  return text.endsWith(QLatin1String(".00")) ? text.chopped(3) : text;
}

std::optional<base::Rate> Formatter::parseRate(const QString& typed) const {
  const auto hundredths = parseFixed(typed, 2, 99 * 100 + 99);
  if (!hundredths || *hundredths == 0) return std::nullopt;
  const bool zhe = m_language == Language::Chinese && *hundredths < 10 * 100;
  return base::Rate(zhe ? *hundredths * 10 : *hundredths);
}

QString Formatter::date(base::BusinessDate date) const {
  const QDate day(date.year(), static_cast<int>(date.month()), static_cast<int>(date.day()));
  switch (m_language) {
    case Language::Chinese:
      return QLocale(QLocale::Chinese, QLocale::China).toString(day, QStringLiteral("yyyy年M月d日 dddd"));
    case Language::English:
      return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(day, QStringLiteral("dddd, d MMMM yyyy"));
  }
  return {};
}

QString Formatter::shortDate(base::BusinessDate date) const {
  const QDate day(date.year(), static_cast<int>(date.month()), static_cast<int>(date.day()));
  switch (m_language) {
    case Language::Chinese: return day.toString(QStringLiteral("M月d日"));
    case Language::English:
      return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(day, QStringLiteral("d MMM"));
  }
  return {};
}

QString Formatter::time(base::LocalTime time) const {
  const int minute = time.secondOfDay() / 60;
  return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

std::optional<base::Money> parseMoney(const QString& typed) {
  const auto value = parseFixed(typed, 2, base::kMaxAmount.value());
  return value ? std::optional(base::Money(*value)) : std::nullopt;
}

std::optional<base::Quantity> parseQuantity(const QString& typed) {
  const auto value = parseFixed(typed, 3, base::kMaxQuantity.value());
  return value && *value > 0 ? std::optional(base::Quantity(*value)) : std::nullopt;
}

}  // namespace kahui::models
