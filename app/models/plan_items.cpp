#include "app/models/plan_items.hpp"

#include <QRegularExpression>

#include "app/models/task_text.hpp"
#include "core/programme/care_plan_edit.hpp"

namespace kahui::models {

using programme::CareBenefit;
using programme::CarePlan;

namespace {

enum Rule { kFollowAmount, kFollowDays, kHighValue, kLeadDays, kOftenBills, kOftenBelow, kRules };

// Places of the part's benefits in the plan: draws are benefits, too.
std::vector<std::size_t> placesOf(const CarePlan& plan, PlanPart part) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < plan.benefits.size(); ++i)
    if (plan.benefits[i].isDraw() == (part == PlanPart::Draws)) places.push_back(i);
  return places;
}

std::optional<base::Money> moneyIn(const QString& typed) {
  static const QRegularExpression kYuan(QStringLiteral("^([0-9]{1,7})(?:[.]([0-9]{1,2}))?$"));
  const auto match = kYuan.match(typed.trimmed());
  if (!match.hasMatch()) return std::nullopt;
  constexpr qint64 kFen = 100;
  return base::Money(match.captured(1).toLongLong() * kFen +
                     match.captured(2).leftJustified(2, QLatin1Char('0')).toLongLong());
}

std::optional<int> numberIn(const QString& typed, int least, int most) {
  bool good = false;
  const int value = typed.trimmed().toInt(&good);
  return good && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

QString yuan(base::Money money) {
  constexpr qint64 kFen = 100;
  return QStringLiteral("%1.%2").arg(money.value() / kFen).arg(money.value() % kFen, 2, 10, QLatin1Char('0'));
}

// The words of the language that is spoken; the other's stay, and are the same for what is new.
void put(const QString& typed, programme::CareText& words, Formatter formatter) {
  const std::string said = typed.trimmed().toStdString();
  const bool chinese = formatter.language() == Language::Chinese;
  std::string& own = chinese ? words.zh : words.en;
  std::string& other = chinese ? words.en : words.zh;
  if (other.empty() || other == own) other = said;
  own = said;
}

std::optional<till::TaskRequest> asked(base::Result<std::string> json) {
  // Judged here as the till will: what contradicts is said before anything is signed.
  if (!json || !programme::parseCarePlan(*json)) return std::nullopt;
  till::TaskRequest request;
  request.act = till::TaskAct::SetPlan;
  request.json = *std::move(json);
  return request;
}

}  // namespace

QString PlanItems::title(PlanPart part) {
  switch (part) {
    case PlanPart::Tags: return tr("Tags of interests");
    case PlanPart::Benefits: return tr("Benefits and samples");
    case PlanPart::Draws: return tr("Draws");
    case PlanPart::Rules: return tr("Rules of customer care");
  }
  return {};
}

QString PlanItems::limitTyped(const CareBenefit& benefit) {
  switch (benefit.per) {
    case CareBenefit::Per::Month: return QStringLiteral("%1m").arg(benefit.limit);
    case CareBenefit::Per::Year: return QStringLiteral("%1y").arg(benefit.limit);
    case CareBenefit::Per::Ever: return QString::number(benefit.limit);
    case CareBenefit::Per::Days: return QStringLiteral("%1/%2").arg(benefit.limit).arg(benefit.days);
  }
  return {};
}

bool PlanItems::readLimit(const QString& typed, CareBenefit& benefit) {
  static const QRegularExpression kLimit(QStringLiteral("^([0-9]{1,5})(?:([my])|/([0-9]{1,3}))?$"));
  const auto match = kLimit.match(typed.trimmed().toLower());
  constexpr int kMostLimit = 10'000, kMostDays = 366;
  if (!match.hasMatch()) return false;
  const auto limit = numberIn(match.captured(1), 1, kMostLimit);
  if (!limit) return false;
  benefit.limit = *limit;
  benefit.days = 1;
  if (!match.captured(3).isEmpty()) {
    const auto days = numberIn(match.captured(3), 1, kMostDays);
    if (!days) return false;
    benefit.per = CareBenefit::Per::Days;
    benefit.days = *days;
    return true;
  }
  benefit.per = match.captured(2) == QLatin1String("m")   ? CareBenefit::Per::Month
                : match.captured(2) == QLatin1String("y") ? CareBenefit::Per::Year
                                                          : CareBenefit::Per::Ever;
  return true;
}

QString PlanItems::dayTyped(const CareBenefit& benefit) {
  switch (benefit.on) {
    case CareBenefit::On::Any: return {};
    case CareBenefit::On::Birthday: return tr("birthday");
    case CareBenefit::On::BirthdayMonth: return tr("birthday month");
    case CareBenefit::On::Anniversary: return tr("joining day");
  }
  return {};
}

bool PlanItems::readDay(const QString& typed, CareBenefit& benefit) {
  for (const auto on : {CareBenefit::On::Any, CareBenefit::On::Birthday, CareBenefit::On::BirthdayMonth,
                        CareBenefit::On::Anniversary}) {
    benefit.on = on;
    if (typed.simplified().compare(dayTyped(benefit), Qt::CaseInsensitive) == 0) return true;
  }
  return false;
}

QString PlanItems::entriesTyped(const CareBenefit& benefit) {
  QStringList parts;
  for (const auto& [tier, entries] : benefit.entries) parts << text(tier) + QLatin1Char(' ') + QString::number(entries);
  return parts.join(QStringLiteral(", "));
}

bool PlanItems::readEntries(const QString& typed, CareBenefit& benefit) {
  static const QRegularExpression kOne(QStringLiteral("^([A-Za-z0-9_]{1,12}) +([0-9]{1,3})$"));
  static const QRegularExpression kBetween(QStringLiteral("[,，;；]"));
  constexpr int kMostEntries = 100;
  benefit.entries.clear();
  for (const QString& part : typed.split(kBetween, Qt::SkipEmptyParts)) {
    const auto match = kOne.match(part.trimmed());
    const auto entries = match.hasMatch() ? numberIn(match.captured(2), 1, kMostEntries) : std::nullopt;
    if (!entries) return false;
    benefit.entries.emplace_back(match.captured(1).toUpper().toStdString(), *entries);
  }
  return !benefit.entries.empty();
}

std::vector<PlanItemRow> PlanItems::rows(const CarePlan& plan, PlanPart part, Formatter formatter) {
  std::vector<PlanItemRow> rows;
  if (part == PlanPart::Tags)
    for (const auto& tag : plan.tags) rows.push_back({TaskText::say(tag.name, formatter), text(tag.code), {}});
  if (part == PlanPart::Benefits || part == PlanPart::Draws)
    for (const std::size_t place : placesOf(plan, part)) {
      const CareBenefit& one = plan.benefits[place];
      QStringList details{text(one.code)};
      if (part == PlanPart::Draws) details << entriesTyped(one);
      if (one.on != CareBenefit::On::Any) details << dayTyped(one);
      if (one.stock != 0) details << tr("stock %1").arg(one.stock);
      if (!one.tiers.empty()) {
        QStringList tiers;
        for (const auto& tier : one.tiers) tiers << text(tier);
        details << tiers.join(QLatin1Char(' '));
      }
      rows.push_back({TaskText::say(one.name, formatter), details.join(QStringLiteral(" · ")),
                      part == PlanPart::Draws
                          ? formatter.money(one.prize)
                          : limitTyped(one) + QLatin1Char(' ') + TaskText::say(one.unit, formatter)});
    }
  if (part != PlanPart::Rules) return rows;
  const QString none = QStringLiteral("–");
  const auto& follow = plan.follow_up;
  rows.push_back({tr("Follow-up of a bill from"), tr("a task for the member's bill; empty: none"),
                  follow ? formatter.money(follow->least) : none});
  rows.push_back({tr("Follow-up after"), tr("days from the bill"), follow ? QString::number(follow->days) : none});
  rows.push_back({tr("High-value members"), tr("per cent of buyers, who spend most"),
                  QStringLiteral("%1%").arg(plan.high_value_pct)});
  rows.push_back({tr("A named friend joins within"), tr("days"), QString::number(plan.lead_days)});
  rows.push_back({tr("Often and little: bills from"), tr("in twelve months"), QString::number(plan.presale.bills)});
  rows.push_back({tr("Often and little: spent below"), tr("in twelve months"), formatter.money(plan.presale.below)});
  return rows;
}

QStringList PlanItems::hints(PlanPart part, int row) {
  switch (part) {
    case PlanPart::Tags: return {tr("Name of the tag")};
    case PlanPart::Benefits:
      return {tr("Name of the benefit"),          tr("Unit: cups, hours, pieces"),
              tr("How often: 4m, 1y, 1 or 1/30"), tr("Stock for all; empty: no end"),
              tr("Tiers: GLD PLT; empty: all"),   tr("birthday, birthday month, joining day")};
    case PlanPart::Draws:
      return {tr("Name of the draw"), tr("Prize in yuan"), tr("Chances by tier: SLV 1, GLD 3"),
              tr("How often: 1m, 1y or 1"), tr("Least points of a member; empty: none")};
    case PlanPart::Rules:
      if (row == kFollowAmount || row == kOftenBelow) return {tr("Amount in yuan")};
      return {row == kHighValue ? tr("Per cent, 1 to 100") : tr("Number")};
  }
  return {};
}

QStringList PlanItems::typed(const CarePlan& plan, PlanPart part, int row, Formatter formatter) {
  if (row < 0) return {};
  const auto at = static_cast<std::size_t>(row);
  if (part == PlanPart::Tags)
    return at < plan.tags.size() ? QStringList{TaskText::say(plan.tags[at].name, formatter)} : QStringList();
  if (part == PlanPart::Rules) {
    const auto& follow = plan.follow_up;
    switch (row) {
      case kFollowAmount: return {follow ? yuan(follow->least) : QString()};
      case kFollowDays: return {follow ? QString::number(follow->days) : QString()};
      case kHighValue: return {QString::number(plan.high_value_pct)};
      case kLeadDays: return {QString::number(plan.lead_days)};
      case kOftenBills: return {QString::number(plan.presale.bills)};
      case kOftenBelow: return {yuan(plan.presale.below)};
      default: return {};
    }
  }
  const auto places = placesOf(plan, part);
  if (at >= places.size()) return {};
  const CareBenefit& one = plan.benefits[places[at]];
  if (part == PlanPart::Draws)
    return {TaskText::say(one.name, formatter), yuan(one.prize), entriesTyped(one), limitTyped(one),
            one.least == base::Points{} ? QString() : QString::number(one.least.value())};
  QStringList tiers;
  for (const auto& tier : one.tiers) tiers << text(tier);
  return {TaskText::say(one.name, formatter),
          TaskText::say(one.unit, formatter),
          limitTyped(one),
          one.stock == 0 ? QString() : QString::number(one.stock),
          tiers.join(QLatin1Char(' ')),
          dayTyped(one)};
}

namespace {

// False: `wrong` says which field.
bool readRule(CarePlan& plan, int row, const QString& typed, int& wrong) {
  constexpr int kMostDays = 366, kMostBills = 10'000, kMost_pct = 100;
  const auto number = [&](int most, int& into) {
    const auto read = numberIn(typed, 1, most);
    if (read) into = *read;
    return read.has_value();
  };
  wrong = 0;
  if (row == kFollowAmount) {
    if (typed.trimmed().isEmpty()) {
      plan.follow_up.reset();
      return true;
    }
    const auto amount = moneyIn(typed);
    if (!amount || *amount == base::Money{}) return false;
    if (!plan.follow_up) plan.follow_up.emplace();
    plan.follow_up->least = *amount;
    return true;
  }
  if (row == kFollowDays) {
    if (!plan.follow_up) plan.follow_up.emplace();
    return number(kMostDays, plan.follow_up->days);
  }
  if (row == kHighValue) return number(kMost_pct, plan.high_value_pct);
  if (row == kLeadDays) return number(kMostDays, plan.lead_days);
  if (row == kOftenBills) return number(kMostBills, plan.presale.bills);
  const auto amount = moneyIn(typed);
  if (amount) plan.presale.below = *amount;
  return amount.has_value();
}

bool readBenefit(CareBenefit& one, const QStringList& fields, Formatter formatter, int& wrong) {
  constexpr int kMostStock = 1'000'000;
  put(fields.value(0), one.name, formatter);
  wrong = 1;
  if (fields.value(1).trimmed().isEmpty()) return false;
  put(fields.value(1), one.unit, formatter);
  wrong = 2;
  if (!PlanItems::readLimit(fields.value(2), one)) return false;
  wrong = 3;
  const auto stock = fields.value(3).trimmed().isEmpty() ? std::optional(0) : numberIn(fields.value(3), 0, kMostStock);
  if (!stock) return false;
  one.stock = *stock;
  one.tiers.clear();
  static const QRegularExpression kBetween(QStringLiteral("[ ,，]+"));
  for (const QString& tier : fields.value(4).split(kBetween, Qt::SkipEmptyParts))
    one.tiers.push_back(tier.toUpper().toStdString());
  wrong = 5;
  return PlanItems::readDay(fields.value(5), one);
}

bool readDraw(CareBenefit& one, const QStringList& fields, Formatter formatter, int& wrong) {
  constexpr int kMostPoints = 10'000'000;
  constexpr base::Money kMostPrize(5'000'000);  // L2
  put(fields.value(0), one.name, formatter);
  if (one.unit.zh.empty()) one.unit = programme::unitOfDraws();
  wrong = 1;
  const auto prize = moneyIn(fields.value(1));
  if (!prize || *prize == base::Money{} || *prize > kMostPrize) return false;
  one.prize = *prize;
  wrong = 2;
  if (!PlanItems::readEntries(fields.value(2), one)) return false;
  wrong = 3;
  if (!PlanItems::readLimit(fields.value(3), one)) return false;
  wrong = 4;
  const auto least = fields.value(4).trimmed().isEmpty() ? std::optional(0) : numberIn(fields.value(4), 0, kMostPoints);
  if (!least) return false;
  one.least = base::Points(*least);
  return true;
}

}  // namespace

std::optional<till::TaskRequest> PlanItems::change(const PlanVm& plan, PlanPart part, int row,
                                                   const QStringList& fields, Formatter formatter, Wrong& wrong) {
  CarePlan changed = plan.plan;
  wrong = {0, tr("This is missing, or not understood.")};
  if (part == PlanPart::Rules)
    return readRule(changed, row, fields.value(0), wrong.field) ? asked(programme::withRules(plan.json, changed))
                                                                : std::nullopt;
  if (fields.value(0).trimmed().isEmpty()) return std::nullopt;
  if (part == PlanPart::Tags) {
    if (row < 0) changed.tags.push_back({programme::freshCode(changed, "tag"), {}});
    put(fields.value(0), row < 0 ? changed.tags.back().name : changed.tags.at(static_cast<std::size_t>(row)).name,
        formatter);
    return asked(programme::withTags(plan.json, changed.tags));
  }
  const bool draw = part == PlanPart::Draws;
  if (row < 0) {
    changed.benefits.emplace_back();
    changed.benefits.back().code = programme::freshCode(plan.plan, draw ? "draw" : "benefit");
  }
  const auto places = placesOf(plan.plan, part);
  CareBenefit& one = row < 0 ? changed.benefits.back() : changed.benefits[places.at(static_cast<std::size_t>(row))];
  const bool read =
      draw ? readDraw(one, fields, formatter, wrong.field) : readBenefit(one, fields, formatter, wrong.field);
  return read ? asked(programme::withBenefits(plan.json, changed.benefits)) : std::nullopt;
}

std::optional<till::TaskRequest> PlanItems::remove(const PlanVm& plan, PlanPart part, int row) {
  const auto at = static_cast<std::size_t>(row);
  CarePlan changed = plan.plan;
  if (row < 0 || part == PlanPart::Rules) return std::nullopt;
  if (part == PlanPart::Tags) {
    if (at >= changed.tags.size()) return std::nullopt;
    changed.tags.erase(changed.tags.begin() + row);
    return asked(programme::withTags(plan.json, changed.tags));
  }
  const auto places = placesOf(changed, part);
  if (at >= places.size()) return std::nullopt;
  changed.benefits.erase(changed.benefits.begin() + static_cast<std::ptrdiff_t>(places[at]));
  return asked(programme::withBenefits(plan.json, changed.benefits));
}

}  // namespace kahui::models
