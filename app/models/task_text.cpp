#include "app/models/task_text.hpp"

#include <QStringList>

#include "app/models/tier_text.hpp"
#include "core/programme/care_plan.hpp"

namespace kahui::models {

namespace {

constexpr int kLastSecond = 24 * 3600 - 1;
constexpr int kMostDays = 999;

std::optional<int> digits(const QString& text, qsizetype size) {
  bool good = false;
  const int value = text.toInt(&good);
  return good && text.size() == size && value >= 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

QString TaskText::kind(const std::string& code) {
  if (code == "CARE") return tr("Care");
  if (code == "FOLLOW_UP") return tr("Follow-up");
  if (code == "ONBOARDING") return tr("Onboarding");
  if (code == "COMPLAINT") return tr("Complaint");
  if (code == "SURVEY") return tr("Survey");
  if (code == "REQUEST") return tr("Request");
  if (code == "PREORDER") return tr("Pre-order");
  return code.empty() ? tr("All") : text(code);
}

QString TaskText::channel(programme::CareStep::Channel channel) {
  switch (channel) {
    case programme::CareStep::Channel::None: return tr("Any way");
    case programme::CareStep::Channel::Phone: return tr("By telephone");
    case programme::CareStep::Channel::Message: return tr("By message");
    case programme::CareStep::Channel::Visit: return tr("By a visit");
    case programme::CareStep::Channel::Shop: return tr("In the shop");
  }
  return {};
}

QString TaskText::state(journal::TaskState state) {
  switch (state) {
    case journal::TaskState::New: return tr("open");
    case journal::TaskState::Agreed: return tr("agreed");
    case journal::TaskState::Arranged: return tr("arranged");
    case journal::TaskState::Done: return tr("done");
    case journal::TaskState::Rated: return tr("rated");
    case journal::TaskState::Cancelled: return tr("cancelled");
  }
  return {};
}

QString TaskText::say(const programme::CareText& words, Formatter formatter) {
  return text(formatter.language() == Language::Chinese ? words.zh : words.en);
}

QString TaskText::due(base::LocalTime due, Formatter formatter) {
  const QString day = formatter.shortDate(due.date());
  return due.secondOfDay() == kLastSecond ? day : day + QLatin1Char(' ') + formatter.time(due);
}

QString TaskText::detail(const till::TaskView& task, Formatter formatter) {
  QStringList parts{kind(task.kind)};
  if (!task.member_no.empty())
    parts << (task.masked_name.empty() ? text(member::MemberNo::parse(task.member_no)->masked())
                                       : text(task.masked_name));
  if (task.channel != programme::CareStep::Channel::None) parts << channel(task.channel);
  if (!task.tier_name.empty()) parts << tierText(task.tier_name, formatter);
  if (task.state != journal::TaskState::New) parts << state(task.state);
  if (task.score != 0) parts << tr("score %1").arg(task.score);
  if (!task.result.empty()) parts << text(task.result);
  return parts.join(QStringLiteral(" · "));
}

QString TaskText::figure(const till::TaskView& task, Formatter formatter) {
  const QString when = due(task.due, formatter);
  if (task.overdue) return tr("overdue %1").arg(when);
  return task.unrated ? tr("not rated") : when;
}

QString TaskText::counts(const ports::TaskCounts& counts) {
  QStringList parts{tr("%n open", nullptr, counts.open), tr("%n overdue", nullptr, counts.overdue)};
  if (counts.unrated > 0) parts << tr("%n not rated", nullptr, counts.unrated);
  if (counts.scores > 0) {
    const auto tenths = base::mulDivHalfUp(counts.score_sum, 10, counts.scores);
    parts << tr("surveys %1.%2 of %n answer(s)", nullptr, static_cast<int>(counts.scores))
                 .arg(tenths / 10)
                 .arg(tenths % 10);
  }
  return parts.join(QStringLiteral(" · "));
}

QString TaskText::benefit(const till::BenefitView& benefit, Formatter formatter) {
  return tr("%1  %2 of %3 %4")
      .arg(say(benefit.name, formatter))
      .arg(benefit.used)
      .arg(benefit.limit)
      .arg(say(benefit.unit, formatter));
}

std::optional<base::LocalTime> TaskText::parseDue(const QString& typed, base::BusinessDate today) {
  const QStringList parts = typed.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (parts.isEmpty() || parts.size() > 2) return std::nullopt;
  std::optional<base::BusinessDate> day = base::BusinessDate::parse(parts[0].toStdString());
  if (const auto month_day = digits(parts[0], 4); !day && month_day) {
    const auto of = [&](int year) {
      return base::BusinessDate::parse(QStringLiteral("%1-%2-%3")
                                           .arg(year, 4, 10, QLatin1Char('0'))
                                           .arg(parts[0].left(2), parts[0].right(2))
                                           .toStdString());
    };
    day = of(today.year());
    if (day && *day < today) day = of(today.year() + 1);
  }
  if (!day) {
    bool good = false;
    const int days = parts[0].toInt(&good);
    if (!good || days < 0 || days > kMostDays || parts[0].size() > 3) return std::nullopt;
    day = today.plusDays(days);
  }
  const base::LocalTime end = programme::endOfDay(*day);
  if (parts.size() == 1) return end;
  const auto hour_minute = digits(parts[1], 4);
  if (!hour_minute || *hour_minute / 100 > 23 || *hour_minute % 100 > 59) return std::nullopt;
  return end.plusSeconds(*hour_minute / 100 * 3600 + *hour_minute % 100 * 60 - kLastSecond);
}

}  // namespace kahui::models
