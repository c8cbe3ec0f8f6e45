#include "app/models/presenters.hpp"

#include <algorithm>

#include "app/models/messages.hpp"
#include "app/models/tier_text.hpp"
#include "app/models/tier_ways.hpp"

namespace kahui::models {
namespace {

const QString& dot() {
  static const QString kDot = QStringLiteral(" · ");
  return kDot;
}

QString words(const programme::Words& words, Formatter formatter) {
  const bool english = formatter.language() == Language::English && !words.en.empty();
  return text(english ? words.en : words.zh);
}

}  // namespace

MemberVm Presenters::member(const till::MemberPanel& panel, Formatter formatter) {
  MemberVm vm;
  vm.name = text(panel.masked_name.empty() ? panel.member_no : panel.masked_name);
  vm.phone = text(panel.masked_phone);
  if (panel.phone_dead) vm.phone += QLatin1Char(' ') + tr("(dead number)");
  const QString rate = formatter.rate(panel.tier_rate);
  const QString tier = tierText(panel.tier_name, formatter);
  vm.badge = rate.isEmpty() ? tier : tier + dot() + rate;
  if (!panel.badge.zh.empty()) vm.tags << words(panel.badge, formatter);
  if (panel.tier_until) vm.tags << tr("until %1").arg(formatter.date(*panel.tier_until));
  if (panel.own_lane) vm.tags << tr("Own lane");
  vm.greeting = words(panel.greeting, formatter);
  vm.tier_rank = panel.tier_rank;
  vm.points = formatter.points(panel.points);
  vm.earns = QLatin1Char('+') + formatter.points(panel.earns);
  if (panel.birthday) vm.birthday = tr("Birthday today");
  if (panel.terms_due) vm.terms = tr("New terms: ask (F2 F2, Y)");
  if (panel.entry)
    vm.next = TierWays::entry(*panel.entry, formatter);
  else if (panel.next_tier)
    vm.next = TierWays::next(*panel.next_tier, formatter);
  switch (panel.trust) {
    case ports::Trust::Claim: vm.trust = tr("Number only"); break;
    case ports::Trust::Genuine: vm.trust = tr("Genuine chip"); break;
    case ports::Trust::Authenticated: vm.trust = tr("Proven card"); break;
  }
  QStringList value;
  if (panel.stored) value << tr("Stored %1").arg(formatter.money(*panel.stored));
  int uses = 0;
  for (const auto& card : panel.counts) uses += card.left;
  if (uses > 0) value << tr("%n use(s)", nullptr, uses);
  vm.value = value.join(dot());
  vm.genuine = panel.trust != ports::Trust::Claim;
  return vm;
}

TotalsVm Presenters::totals(const till::Totals& totals, Formatter formatter) {
  TotalsVm vm;
  vm.gross = formatter.money(totals.gross);
  vm.saves = totals.saving.value() > 0;
  vm.saving = vm.saves ? formatter.saving(totals.saving) : formatter.amount(totals.saving);
  vm.due = formatter.money(totals.due);
  vm.count = tr("%n line(s)", nullptr, totals.lines) + dot() + tr("%n piece(s)", nullptr, totals.pieces);
  return vm;
}

std::vector<std::pair<QString, QString>> Presenters::forMembers(const till::Snapshot& snapshot, Formatter formatter) {
  std::vector<std::pair<QString, QString>> texts;
  for (const till::MemberText& one : snapshot.for_members) {
    QString words = text(one.text);
    if (one.at) {
      const QString when = formatter.date(one.at->date()) + QLatin1Char(' ') + formatter.time(*one.at);
      words = words.isEmpty() ? when : when + QStringLiteral(" · ") + words;
    }
    texts.emplace_back(text(one.title), words);
  }
  return texts;
}

QString Presenters::extras(const till::Snapshot& snapshot, Formatter formatter) {
  QStringList parts;
  if (const auto& discount = snapshot.discount) {
    const QString how = discount->rate ? formatter.rate(*discount->rate) : formatter.saving(discount->saving);
    parts << tr("bill %1").arg(how);
  }
  const auto used =
      std::count_if(snapshot.coupons.begin(), snapshot.coupons.end(), [](const auto& one) { return one.chosen; });
  if (used > 0) parts << tr("%n coupon(s)", nullptr, static_cast<int>(used));
  if (snapshot.points && snapshot.points->used > base::Points())
    parts << tr("%1 points").arg(formatter.points(snapshot.points->used));
  return parts.join(dot());
}

TenderVm Presenters::tender(const till::TenderView& tender, std::optional<base::Money> given, Formatter formatter) {
  TenderVm vm;
  vm.due = formatter.money(tender.due);
  if (tender.rounding.value() > 0) vm.rounding = formatter.saving(tender.rounding);
  const till::CashPreview preview = till::cashPreview(tender, given.value_or(base::Money()));
  vm.enough = given.has_value() && preview.missing.value() == 0;
  vm.change = formatter.money(vm.enough ? preview.change : preview.missing);
  return vm;
}

StatusVm Presenters::reader(const till::ReaderView& reader) {
  StatusVm vm;
  switch (reader.state) {
    case ports::ReaderState::Ready:
      vm.text = tr("Reader ready");
      vm.good = true;
      break;
    case ports::ReaderState::Gone:
      vm.text = tr("No reader");
      vm.bad = true;
      break;
    case ports::ReaderState::Busy: vm.text = tr("Reader in use"); break;
    case ports::ReaderState::Error:
      vm.text = tr("Reader fault");
      vm.bad = true;
      break;
  }
  vm.spoken = text(reader.name) + QStringLiteral(": ") + vm.text;
  if (const QString advice = Messages::advice(reader.advice); !advice.isEmpty()) {
    vm.spoken += QStringLiteral(". ") + advice;
  }
  return vm;
}

StatusVm Presenters::headquarters(const till::HqView& hq) {
  constexpr std::int64_t kMinutesPerHour = 60;
  StatusVm vm;
  const QString unsent = tr("%1 unsent").arg(hq.unsent);
  const QString age = hq.oldest_min < kMinutesPerHour ? tr("%1 min").arg(hq.oldest_min)
                                                      : tr("%1 h").arg(hq.oldest_min / kMinutesPerHour);
  if (hq.alarm) {
    vm.text = tr("Headquarters: call support");
    vm.spoken = tr("Headquarters and this till do not agree. Selling goes on; call support.");
    vm.bad = true;
  } else if (hq.offline) {
    vm.text = hq.unsent == 0 ? tr("Offline") : tr("Offline, %1, %2").arg(unsent, age);
    vm.spoken =
        tr("Headquarters cannot be reached. Selling goes on; what is unsent (%1, the oldest %2 old) goes out by "
           "itself when the line is back.")
            .arg(hq.unsent)
            .arg(age);
  } else {
    vm.text = tr("Headquarters");
    vm.spoken = tr("Headquarters answers. %1.").arg(unsent);
    vm.good = true;
  }
  return vm;
}

StatusVm Presenters::clock(const till::ClockView& clock) {
  constexpr std::int64_t kMinutesPerHour = 60, kMinutesPerDay = 1440;
  const std::int64_t off = std::abs(clock.ahead_min);
  const QString by = off < 2 * kMinutesPerHour  ? tr("%1 min").arg(off)
                     : off < 2 * kMinutesPerDay ? tr("%1 h").arg(off / kMinutesPerHour)
                                                : tr("%1 d").arg(off / kMinutesPerDay);
  StatusVm vm;
  vm.text = clock.ahead_min > 0 ? tr("Clock %1 fast").arg(by) : tr("Clock %1 slow").arg(by);
  vm.spoken =
      tr("This machine's clock is wrong by %1. Set it right in the system's settings; selling goes on, and bills "
         "keep the day of the open shift.")
          .arg(by);
  vm.bad = true;
  return vm;
}

StatusVm Presenters::headquarters(const std::optional<till::HqView>& hq, const std::optional<till::ClockView>& clock) {
  if (clock && !(hq && hq->alarm)) return Presenters::clock(*clock);
  return headquarters(*hq);
}

QString Presenters::place(const till::StoreView& store) { return tr("Register %1").arg(text(store.position)); }

QString Presenters::person(const till::OperatorView& op) {
  return op.name.empty() ? text(op.code) : tr("%1 (%2)").arg(text(op.name), text(op.code));
}

}  // namespace kahui::models
