#include "app/models/plan_text.hpp"

#include <QRegularExpression>
#include <algorithm>
#include <cstdlib>

namespace kahui::models {

using programme::CareStep;

namespace {

constexpr int kMostMonths = 60, kMostStepDays = 366, kMostHours = 24 * 31;
constexpr std::int64_t kMostCount = 10'000'000;
constexpr std::int64_t kHundred = 100;

bool isMoney(std::string_view figure) { return figure == "net" || figure == "member_net"; }
bool isShare(std::string_view figure) { return figure == "member_share"; }

}  // namespace

QString PlanText::when(const CareStep& step) {
  const bool signing = step.from == CareStep::From::Signed;
  QString words;
  if (step.hours) {
    words = tr("%n hour(s) after the first use", nullptr, *step.hours);
  } else if (step.months == 0 && step.days == 0) {
    words = signing ? tr("on the signing day") : tr("on the day of the first use");
  } else {
    QStringList parts;
    if (step.months != 0) parts << tr("%n month(s)", nullptr, std::abs(step.months));
    if (step.days != 0) parts << tr("%n day(s)", nullptr, std::abs(step.days));
    const QString span = parts.join(QLatin1Char(' '));
    const bool before = step.months < 0 || (step.months == 0 && step.days < 0);
    if (signing)
      words = before ? tr("%1 before the signing day").arg(span) : tr("%1 after the signing day").arg(span);
    else
      words = before ? tr("%1 before the first use").arg(span) : tr("%1 after the first use").arg(span);
  }
  return step.weekly ? words + QStringLiteral(" · ") + repeats(step) : words;
}

QString PlanText::whenTyped(const CareStep& step) {
  if (step.hours) return QStringLiteral("%1h").arg(*step.hours);
  if (step.months == 0) return QString::number(step.days);
  const QString months = QStringLiteral("%1m").arg(step.months);
  return step.days == 0 ? months : months + QLatin1Char(' ') + QString::number(step.days);
}

bool PlanText::readWhen(const QString& typed, CareStep& step) {
  static const QRegularExpression form(
      QStringLiteral("^(?:(?<hours>\\d{1,4})h|(?:(?<months>-?\\d{1,3})m)?\\s*(?<days>-?\\d{1,4})?)$"),
      QRegularExpression::CaseInsensitiveOption);
  const QString text = typed.trimmed();
  const auto found = form.match(text);
  if (text.isEmpty() || !found.hasMatch()) return false;
  const int months = found.captured(QStringLiteral("months")).toInt();
  const int days = found.captured(QStringLiteral("days")).toInt();
  const QString hours = found.captured(QStringLiteral("hours"));
  if (std::abs(months) > kMostMonths || std::abs(days) > kMostStepDays || hours.toInt() > kMostHours) return false;
  step.months = months;
  step.days = days;
  step.hours.reset();
  if (!hours.isEmpty()) step.hours = hours.toInt();
  return true;
}

QString PlanText::repeats(const CareStep& step) {
  if (!step.weekly) return tr("Once");
  return step.until == CareStep::From::FirstUse ? tr("Weekly to the first use") : tr("Weekly to the end");
}

QString PlanText::target(std::string_view figure, std::int64_t value, Formatter formatter) {
  if (isMoney(figure)) return formatter.money(base::Money(value));
  return isShare(figure) ? targetTyped(figure, value) + QStringLiteral("%") : formatter.points(base::Points(value));
}

QString PlanText::reached(std::int64_t actual, std::int64_t target) {
  constexpr std::int64_t kTenths = 1000;
  const std::int64_t tenths = base::mulDivHalfUp(std::max<std::int64_t>(actual, 0), kTenths, target);
  return QStringLiteral("%1.%2%").arg(tenths / 10).arg(tenths % 10);
}

QString PlanText::targetTyped(std::string_view figure, std::int64_t value) {
  if (!isMoney(figure) && !isShare(figure)) return QString::number(value);
  const std::int64_t rest = value % kHundred;
  const QString whole = QString::number(value / kHundred);
  return rest == 0 ? whole : whole + QStringLiteral(".%1").arg(rest, 2, 10, QLatin1Char('0'));
}

std::optional<std::int64_t> PlanText::readTarget(std::string_view figure, const QString& typed) {
  if (typed.isEmpty()) return 0;
  if (isMoney(figure) || isShare(figure)) {
    const auto read = parseMoney(typed);
    if (!read || (isShare(figure) && read->value() > base::kFullRate.value())) return std::nullopt;
    return read->value();
  }
  bool good = false;
  const qlonglong count = typed.toLongLong(&good);
  if (!good || count < 0 || count > kMostCount) return std::nullopt;
  return count;
}

}  // namespace kahui::models
