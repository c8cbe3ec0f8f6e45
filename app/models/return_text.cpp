#include "app/models/return_text.hpp"

#include <algorithm>

namespace kahui::models {
namespace {

struct Name {
  const char* code;
  const char* words;
};

constexpr Name kTenders[] = {
    {"CASH", QT_TRANSLATE_NOOP("ReturnText", "Cash")},
    {"WECHAT", QT_TRANSLATE_NOOP("ReturnText", "WeChat Pay")},
    {"ALIPAY", QT_TRANSLATE_NOOP("ReturnText", "Alipay")},
    {"UNIONPAY", QT_TRANSLATE_NOOP("ReturnText", "UnionPay")},
    {"BANKCARD", QT_TRANSLATE_NOOP("ReturnText", "Bank card")},
    {"STORED", QT_TRANSLATE_NOOP("ReturnText", "Stored value")},
    {"CARDPURSE", QT_TRANSLATE_NOOP("ReturnText", "Points on card")},
    {"CARDLOAD", QT_TRANSLATE_NOOP("ReturnText", "Points onto card")},
    {"VOUCHER", QT_TRANSLATE_NOOP("ReturnText", "Voucher")},
};

// What becomes of the coupon that paid, and of what the bill gave.
constexpr Name kFates[] = {
    {"KEPT", QT_TRANSLATE_NOOP("ReturnText", "stays used")},
    {"RETURNED", QT_TRANSLATE_NOOP("ReturnText", "goes back to the member")},
    {"VOIDED", QT_TRANSLATE_NOOP("ReturnText", "is cancelled")},
    {"DEDUCTED", QT_TRANSLATE_NOOP("ReturnText", "its value is deducted")},
};
constexpr Name kGiftFates[] = {
    {"KEPT", QT_TRANSLATE_NOOP("ReturnText", "stays with the member")},
    {"RETURNED", QT_TRANSLATE_NOOP("ReturnText", "goes back to the member")},
    {"VOIDED", QT_TRANSLATE_NOOP("ReturnText", "is cancelled")},
    {"DEDUCTED", QT_TRANSLATE_NOOP("ReturnText", "its value is deducted")},
};

template <std::size_t N>
const char* wordsOf(const Name (&names)[N], const std::string& code) {
  const auto* found =
      std::find_if(std::begin(names), std::end(names), [&](const Name& name) { return code == name.code; });
  return found == std::end(names) ? nullptr : found->words;
}

bool takes(const std::string& fate) { return fate == "VOIDED" || fate == "DEDUCTED"; }

}  // namespace

QString ReturnText::tender(const std::string& type) {
  const char* words = wordsOf(kTenders, type);
  return words != nullptr ? tr(words) : text(type);
}

void ReturnText::money(ReturnVm& vm, const till::ReturnView& view, Formatter formatter) {
  if (view.value != view.refund) vm.facts.push_back({tr("Value of the goods"), formatter.money(view.value), false});
  for (const auto& tender : view.tenders)
    vm.facts.push_back({tr("Back by %1").arg(ReturnText::tender(tender.type)), formatter.money(tender.amount), false});
}

void ReturnText::points(ReturnVm& vm, const till::ReturnView& view, Formatter formatter) {
  const base::Points none;
  if (view.reversed > none)
    vm.facts.push_back({tr("Points taken back"), QChar(0x2212) + formatter.points(view.reversed), true});
  if (view.charged > none) vm.facts.push_back({tr("of them paid in money"), formatter.points(view.charged), true});
  const bool told = std::any_of(view.also.begin(), view.also.end(), [](const till::ReturnAlso& one) {
    return one.what == till::ReturnAlso::What::GiftPoints || one.what == till::ReturnAlso::What::SharePoints;
  });
  if (view.restored > none && !told)
    vm.facts.push_back({tr("Points given back"), QLatin1Char('+') + formatter.points(view.restored), false});
  if (view.balance_after)
    vm.facts.push_back({tr("Points afterwards"), formatter.points(*view.balance_after), *view.balance_after < none});
  if (!view.tier_after_name.empty()) vm.facts.push_back({tr("Tier afterwards"), text(view.tier_after_name), true});
}

// A4: what is left of the bill does not give it any more.
ReturnFact ReturnText::giftFact(const till::ReturnAlso& one, Formatter formatter) {
  const QString what = QStringLiteral("%1 × %2").arg(text(one.text), formatter.quantity(one.quantity));
  if (one.money == base::Money()) return {tr("Gift to be brought back"), what, true};
  return {tr("Gift kept: %1").arg(what), QChar(0x2212) + formatter.money(one.money), true};
}

ReturnFact ReturnText::alsoFact(const till::ReturnAlso& one, Formatter formatter) {
  using What = till::ReturnAlso::What;
  const QString number = formatter.points(one.points);
  const QString plus = QLatin1Char('+') + number, minus = QChar(0x2212) + number;
  switch (one.what) {
    case What::Gift: return {tr("Gift that comes back"), text(one.text), false};
    case What::GiftPoints: return {tr("Points for goods"), plus, false};
    case What::SharePoints: return {tr("Points that paid"), plus, false};
    case What::RefereeGift: return {tr("Gift for being referred"), minus, true};
    case What::RefereeCoupon: return {tr("Referral coupon, void"), formatter.money(one.money), true};
    case What::Referral: return {tr("Referrer %1").arg(text(one.text)), minus, true};
    case What::Rebate: return {tr("Rebate points"), minus, true};
    case What::Coupon: return {tr("Coupon good again"), text(one.text), false};
    case What::CountCard: return {tr("Uses given back"), plus, false};
    case What::GiftKept: return giftFact(one, formatter);
    case What::GiftPaid: return {tr("Gift came back: %1").arg(text(one.text)), formatter.money(one.money), false};
    case What::ChainRewards: return {tr("For friends, rebates"), tr("by headquarters"), false};
    case What::Term: return {tr("Paid membership"), tr("%1 months less").arg(number), true};
  }
  return {};
}

void ReturnText::also(ReturnVm& vm, const till::ReturnView& view, Formatter formatter) {
  for (const auto& one : view.also) {
    if (one.what == till::ReturnAlso::What::Coupon) continue;  // benefits() says it
    vm.facts.push_back(alsoFact(one, formatter));
  }
}

void ReturnText::benefits(ReturnVm& vm, const till::ReturnView& view) {
  if (const char* words = wordsOf(kFates, view.coupon); words != nullptr)
    vm.facts.push_back({tr("Coupon of the bill"), tr(words), view.coupon == "KEPT"});
  if (const char* words = wordsOf(kGiftFates, view.gift); words != nullptr)
    vm.facts.push_back({tr("Evening coupon"), tr(words), takes(view.gift)});
  if (const char* words = wordsOf(kGiftFates, view.return_coupon); words != nullptr)
    vm.facts.push_back({tr("Coupon for spending"), tr(words), takes(view.return_coupon)});
}

ReturnVm ReturnText::sheet(const till::ReturnView& view, Formatter formatter) {
  ReturnVm vm;
  vm.receipt = tr("Receipt %1").arg(text(view.receipt_no));
  vm.sold = formatter.shortDate(view.sold_at.date()) + QLatin1Char(' ') + formatter.time(view.sold_at);
  vm.sold += QStringLiteral(" · ") + (view.masked_name.empty() ? tr("without a member") : text(view.masked_name));
  vm.refund = formatter.money(view.refund);
  vm.any = std::any_of(view.lines.begin(), view.lines.end(),
                       [](const till::ReturnLineView& line) { return line.quantity > base::Quantity(); });
  if (!vm.any) return vm;
  money(vm, view, formatter);
  points(vm, view, formatter);
  also(vm, view, formatter);
  benefits(vm, view);
  return vm;
}

}  // namespace kahui::models
