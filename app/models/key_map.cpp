#include "app/models/key_map.hpp"

#include <algorithm>

#include "core/base/result.hpp"

namespace kahui::models {

const std::vector<Key>& KeyMap::keys() {
  static const std::vector<Key> kKeys{
      {Action::Help, QKeySequence(Qt::Key_F1), QStringLiteral("F1"), QStringLiteral("help"), QStringLiteral("help")},
      {Action::Member, QKeySequence(Qt::Key_F2), QStringLiteral("F2"), QStringLiteral("user"),
       QStringLiteral("member")},
      {Action::Search, QKeySequence(Qt::Key_F3), QStringLiteral("F3"), QStringLiteral("search"),
       QStringLiteral("search")},
      {Action::Quantity, QKeySequence(Qt::Key_F4), QStringLiteral("F4"), QStringLiteral("quantity"),
       QStringLiteral("quantity")},
      {Action::Discount, QKeySequence(Qt::Key_F5), QStringLiteral("F5"), QStringLiteral("discount"),
       QStringLiteral("discount")},
      {Action::VoidLine, QKeySequence(Qt::Key_F6), QStringLiteral("F6"), QStringLiteral("trash"),
       QStringLiteral("voidLine")},
      {Action::CancelSale, QKeySequence(Qt::SHIFT | Qt::Key_F6), QStringLiteral("⇧F6"), QStringLiteral("empty"),
       QStringLiteral("cancelSale")},
      {Action::Undo, QKeySequence(Qt::CTRL | Qt::Key_Z), QStringLiteral("Ctrl+Z"), QStringLiteral("undo"),
       QStringLiteral("undo")},
      {Action::LastReceipt, QKeySequence(Qt::CTRL | Qt::Key_R), QStringLiteral("Ctrl+R"), QStringLiteral("receipt"),
       QStringLiteral("lastReceipt"), false},
      {Action::Hold, QKeySequence(Qt::Key_F7), QStringLiteral("F7"), QStringLiteral("lock"), QStringLiteral("hold")},
      {Action::Recall, QKeySequence(Qt::Key_F8), QStringLiteral("F8"), QStringLiteral("next"),
       QStringLiteral("recall")},
      {Action::Return, QKeySequence(Qt::Key_F9), QStringLiteral("F9"), QStringLiteral("return"),
       QStringLiteral("return")},
      {Action::More, QKeySequence(Qt::Key_F10), QStringLiteral("F10"), QStringLiteral("more"), QStringLiteral("more")},
      {Action::Cash, QKeySequence(Qt::Key_F11), QStringLiteral("F11"), QStringLiteral("cash"), QStringLiteral("cash"),
       false},
      {Action::Points, QKeySequence(Qt::ALT | Qt::Key_P), QStringLiteral("Alt+P"), QStringLiteral("points"),
       QStringLiteral("points"), false},
      {Action::Why, QKeySequence(Qt::ALT | Qt::Key_W), QStringLiteral("Alt+W"), QStringLiteral("info"),
       QStringLiteral("why"), false},
      {Action::Offer, QKeySequence(Qt::ALT | Qt::Key_G), QStringLiteral("Alt+G"), QStringLiteral("gift"),
       QStringLiteral("offer"), false},
      {Action::OtherOffer, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_G), QStringLiteral("⇧Alt+G"),
       QStringLiteral("next"), QStringLiteral("otherOffer"), false},
      {Action::BankCard, QKeySequence(Qt::Key_F12), QStringLiteral("F12"), QStringLiteral("card"),
       QStringLiteral("bankCard"), false},
      {Action::StoredValue, QKeySequence(Qt::SHIFT | Qt::Key_F11), QStringLiteral("⇧F11"), QStringLiteral("points"),
       QStringLiteral("storedValue"), false},
      {Action::Voucher, QKeySequence(Qt::ALT | Qt::Key_V), QStringLiteral("Alt+V"), QStringLiteral("gift"),
       QStringLiteral("voucher"), false},
      {Action::SplitBill, QKeySequence(Qt::SHIFT | Qt::Key_F12), QStringLiteral("⇧F12"), QStringLiteral("more"),
       QStringLiteral("splitBill"), false},
      {Action::CardPurse, QKeySequence(Qt::ALT | Qt::Key_K), QStringLiteral("Alt+K"), QStringLiteral("card"),
       QStringLiteral("cardPurse"), false},
      {Action::Join, QKeySequence(Qt::ALT | Qt::Key_J), QStringLiteral("Alt+J"), QStringLiteral("user"),
       QStringLiteral("join"), false},
      {Action::TopUp, QKeySequence(Qt::ALT | Qt::Key_T), QStringLiteral("Alt+T"), QStringLiteral("cash"),
       QStringLiteral("memberTopUp"), false},
      {Action::Gifts, QKeySequence(Qt::ALT | Qt::Key_X), QStringLiteral("Alt+X"), QStringLiteral("gift"),
       QStringLiteral("gifts"), false},
  };
  return kKeys;
}

const Key& KeyMap::key(Action action) {
  const auto found =
      std::find_if(keys().begin(), keys().end(), [action](const Key& key) { return key.action == action; });
  KAHUI_ASSERT(found != keys().end());
  return *found;
}

QString KeyMap::label(Action action) {
  switch (action) {
    case Action::Help: return tr("Help");
    case Action::Member: return tr("Member");
    case Action::Search: return tr("Find item");
    case Action::Quantity: return tr("Quantity");
    case Action::Discount: return tr("Discount");
    case Action::VoidLine: return tr("Remove");
    case Action::CancelSale: return tr("Empty bill");
    case Action::Undo: return tr("Undo");
    case Action::LastReceipt: return tr("Receipt");
    case Action::Return: return tr("Return");
    case Action::More: return tr("More");
    case Action::Cash: return tr("Cash");
    case Action::Points: return tr("Points");
    case Action::Why: return tr("Why");
    case Action::Offer: return tr("Offer");
    case Action::OtherOffer: return tr("Other offer");
    case Action::BankCard: return tr("Bank card");
    case Action::StoredValue: return tr("Stored value");
    case Action::Voucher: return tr("Voucher");
    case Action::SplitBill: return tr("Split");
    case Action::CardPurse: return tr("Points on card");
    case Action::Hold: return tr("Hold");
    case Action::Recall: return tr("Recall");
    case Action::Join: return tr("Join");
    case Action::TopUp: return tr("Top up");
    case Action::Gifts: return tr("Goods for points");
  }
  return {};
}

QString KeyMap::couponCap(int place) {
  return place < kCouponKeys ? QStringLiteral("Alt+%1").arg(place + 1) : QString();
}

std::vector<KeyMap::HelpBlock> KeyMap::help() {
  return {
      {tr("Selling"),
       {{tr("Scan"), tr("adds the item, from any place")},
        {QStringLiteral("123 Enter"), tr("item number, barcode or member's phone")},
        {QStringLiteral("3*"), tr("before a code: 3 pieces; alone: chosen line to 3")},
        {QStringLiteral("F3"), tr("find an item by name or first letters")},
        {QStringLiteral("F4  *"), tr("quantity of the chosen line")},
        {QStringLiteral("F5"), tr("discount on the bill, L on the line (authority)")},
        {QStringLiteral("F6  Del"), tr("remove the chosen line")},
        {QStringLiteral("⇧F6"), tr("empty the bill")},
        {QStringLiteral("↑ ↓"), tr("choose a line; PgUp and PgDn go further")},
        {QStringLiteral("Alt+W"), tr("why the chosen line costs what it costs")},
        {QStringLiteral("F7  F8"), tr("hold the bill; take a held one up again")},
        {QStringLiteral("Ctrl+Z"), tr("take the last change back")}}},
      {tr("Member"),
       {{tr("Card"), tr("tap it at any time while items are scanned")},
        {QStringLiteral("F2"), tr("find a member by phone, or take one off")},
        {QStringLiteral("Alt+J"), tr("a guest joins; the bill stays")},
        {QStringLiteral("Alt+1–9"), tr("use a coupon, or leave it")},
        {QStringLiteral("Alt+P Alt+T"), tr("pay with points; top up stored value")},
        {QStringLiteral("Alt+G Alt+X"), tr("gift or offer reached; goods for points")},
        {QStringLiteral("⇧Alt+G"), tr("show the next one, where several are reached")}}},
      {tr("Paying"),
       {{QStringLiteral("F11  +"), tr("cash; then scan a payment code to pay by it")},
        {QStringLiteral("F12  Alt+V"), tr("bank card, voucher: by their number")},
        {QStringLiteral("⇧F11  ⇧F12"), tr("stored value; split into parts")},
        {QStringLiteral("Alt+K"), tr("points on the member's card")},
        {QStringLiteral("Enter"), tr("pays once; no amount typed: the exact sum")},
        {QStringLiteral("Esc"), tr("one step back, never loses the bill")},
        {QStringLiteral("Enter"), tr("on the receipt: next sale; a scan does it too")},
        {QStringLiteral("Ctrl+R"), tr("last receipt; P prints a copy")}}},
      {tr("Returns"),
       {{QStringLiteral("F9"), tr("type or scan the receipt number")},
        {QStringLiteral("Space  A"), tr("choose the line, or everything; + and − one piece")},
        {QStringLiteral("Enter"), tr("twice: refunds; a number before it: quantity")}}},
      {tr("Till"),
       {{QStringLiteral("F10"), tr("members, shift, receipts, manager, settings")},
        {QStringLiteral("F10  H"), tr("shift: cash in and out, count, close")},
        {QStringLiteral("F10  P"), tr("receipts of today: copy, open again")},
        {QStringLiteral("F10  L"), tr("lock the till; the bill stays")},
        {QStringLiteral("Tab"), tr("moves to the next button; Space presses it")},
        {QStringLiteral("F1"), tr("this help")}}},
  };
}

}  // namespace kahui::models
