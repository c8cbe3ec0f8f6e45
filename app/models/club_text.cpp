#include "app/models/club_text.hpp"

#include <QStringList>

#include "app/models/task_text.hpp"

namespace kahui::models {

using journal::GuestState;

QString ClubText::state(GuestState state) {
  switch (state) {
    case GuestState::Invited: return tr("invited");
    case GuestState::Coming: return tr("has a seat");
    case GuestState::Present: return tr("present");
    case GuestState::Away: return tr("not coming");
  }
  return {};
}

QString ClubText::when(const ports::StoredEvent& event, Formatter formatter) {
  return formatter.shortDate(event.at.date()) + QLatin1Char(' ') + formatter.time(event.at);
}

QString ClubText::eventDetail(const ports::StoredEvent& event) {
  QStringList parts;
  if (event.cancelled) parts << tr("called off");
  if (!event.place.empty()) parts << text(event.place);
  if (event.invited > 0) parts << tr("%n invited", nullptr, event.invited);
  if (event.coming > 0) parts << tr("%n with a seat", nullptr, event.coming);
  if (event.present > 0) parts << tr("%n present", nullptr, event.present);
  return parts.isEmpty() ? tr("nobody is invited yet") : parts.join(QStringLiteral(" · "));
}

QString ClubText::seats(const ports::StoredEvent& event) {
  return tr("%1 of %2 seats free").arg(event.free()).arg(event.seats);
}

QString ClubText::drawDetail(const till::DrawView& draw, Formatter formatter) {
  return tr("draw") + QStringLiteral(" · ") + tr("prize %1").arg(formatter.money(draw.prize)) + QStringLiteral(" · ") +
         tr("%n chance(s)", nullptr, static_cast<int>(draw.entries));
}

QString ClubText::drawFigure(const till::DrawView& draw) {
  return draw.winner.empty() ? tr("not drawn yet") : tr("won by %1").arg(text(draw.winner));
}

QString ClubText::date(member::DateKind kind) {
  switch (kind) {
    case member::DateKind::Wedding: return tr("Wedding day");
    case member::DateKind::Child: return tr("Child's birthday");
  }
  return {};
}

QString ClubText::benefitDetail(const till::BenefitView& benefit, Formatter formatter) {
  QStringList parts{benefit.draw ? tr("chances in a draw") : tr("benefit")};
  parts << tr("%1 of %2 %3 used").arg(benefit.used).arg(benefit.limit).arg(TaskText::say(benefit.unit, formatter));
  const bool by_month = benefit.on == programme::CareBenefit::On::BirthdayMonth;
  if (by_month) parts << (benefit.today ? tr("birthday month") : tr("in the birthday month only"));
  if (!benefit.today && !by_month) parts << tr("not on this day");
  return parts.join(QStringLiteral(" · "));
}

QString ClubText::joined(const std::vector<programme::CareText>& words, Formatter formatter) {
  QStringList parts;
  for (const auto& one : words) parts << TaskText::say(one, formatter);
  return parts.join(formatter.language() == Language::Chinese ? QStringLiteral("、") : QStringLiteral(", "));
}

QString ClubText::topBrand(const ports::BoughtBrand& brand, Formatter formatter) {
  return tr("top brand %1, %2 in %n bill(s)", nullptr, brand.bills).arg(text(brand.brand), formatter.money(brand.net));
}

std::optional<member::Birthday> ClubText::parseDay(const QString& typed) {
  QString digits = typed.trimmed();
  member::Birthday day;
  if (digits.startsWith(QLatin1Char('L'), Qt::CaseInsensitive) || digits.startsWith(QStringLiteral("农"))) {
    day.calendar = member::BirthdayCalendar::Lunar;
    digits = digits.mid(digits.startsWith(QStringLiteral("农历")) ? 2 : 1).trimmed();
  }
  digits.remove(QLatin1Char('-'));
  bool good = false;
  const uint value = digits.toUInt(&good);
  if (!good || digits.size() != 4) return std::nullopt;
  day.month = value / 100;
  day.day = value % 100;
  return member::plausible(day) ? std::optional(day) : std::nullopt;
}

}  // namespace kahui::models
