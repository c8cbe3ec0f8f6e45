#include "app/models/campaign_edit.hpp"

#include "app/models/formatter.hpp"

namespace kahui::models {

namespace {

constexpr int kFen = 100;

QString joined(const std::vector<std::string>& keys) {
  QStringList list;
  for (const std::string& key : keys) list << text(key);
  return list.join(QStringLiteral(", "));
}

std::vector<std::string> keysOf(const QString& typed) {
  QString plain = typed;
  plain.replace(QChar(0xFF0C), QLatin1Char(','));  // ，
  std::vector<std::string> keys;
  for (const QString& one : plain.split(QLatin1Char(','), Qt::SkipEmptyParts))
    if (const QString key = one.trimmed(); !key.isEmpty()) keys.push_back(key.toStdString());
  return keys;
}

QString yuanTyped(base::Money amount) {
  if (amount == base::Money{}) return {};
  const std::int64_t rest = amount.value() % kFen;
  const QString whole = QString::number(amount.value() / kFen);
  return rest == 0 ? whole : whole + QStringLiteral(".%1").arg(rest, 2, 10, QLatin1Char('0'));
}

// 2026-03-05 or 20260305.
std::optional<base::BusinessDate> dateOf(const QString& typed) {
  std::string day = typed.trimmed().toStdString();
  constexpr std::size_t kDigits = 8, kYear = 4, kMonth = 7;
  if (day.size() == kDigits) {
    day.insert(kYear, "-");
    day.insert(kMonth, "-");
  }
  return base::BusinessDate::parse(day);
}

std::optional<base::Money> moneyOf(const QString& typed) {
  return typed.trimmed().isEmpty() ? std::optional(base::Money{}) : parseMoney(typed.trimmed());
}

}  // namespace

QString CampaignEdit::label(Field field) {
  switch (field) {
    case Code: return tr("Code");
    case Name: return tr("Name of the campaign");
    case From: return tr("First day: 20260301");
    case To: return tr("Last day: 20260331");
    case Batches: return tr("Coupon batches, by comma");
    case Promotions: return tr("Promotions, by comma");
    case Cards: return tr("Cost of cards, yuan");
    case Gifts: return tr("Cost of gifts, yuan");
    case Online: return tr("Cost online, yuan");
    case Offline: return tr("Cost elsewhere, yuan");
  }
  return {};
}

QStringList CampaignEdit::typed(const journal::CampaignSet& set) {
  const bool fresh = set.code.empty();
  return {text(set.code),
          text(set.name),
          fresh ? QString() : text(set.from.iso()),
          fresh ? QString() : text(set.to.iso()),
          joined(set.batches),
          joined(set.promotions),
          yuanTyped(set.costs.cards),
          yuanTyped(set.costs.gifts),
          yuanTyped(set.costs.online),
          yuanTyped(set.costs.offline)};
}

std::optional<till::TaskRequest> CampaignEdit::read(const QStringList& typed, Field& wrong) {
  journal::CampaignSet set;
  set.code = typed.at(Code).trimmed().toStdString();
  set.name = typed.at(Name).trimmed().toStdString();
  wrong = set.code.empty() ? Code : Name;
  if (set.code.empty() || set.name.empty()) return std::nullopt;
  const auto from = dateOf(typed.at(From)), to = dateOf(typed.at(To));
  wrong = from ? To : From;
  if (!from || !to || *to < *from) return std::nullopt;
  set.from = *from;
  set.to = *to;
  set.batches = keysOf(typed.at(Batches));
  set.promotions = keysOf(typed.at(Promotions));
  const std::pair<Field, base::Money*> costs[] = {
      {Cards, &set.costs.cards}, {Gifts, &set.costs.gifts}, {Online, &set.costs.online}, {Offline, &set.costs.offline}};
  for (const auto& [field, into] : costs) {
    const auto amount = moneyOf(typed.at(field));
    wrong = field;
    if (!amount) return std::nullopt;
    *into = *amount;
  }
  till::TaskRequest request;
  request.act = till::TaskAct::SetCampaign;
  request.set_campaign = std::move(set);
  return request;
}

}  // namespace kahui::models
