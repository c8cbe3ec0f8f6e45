#include "app/models/customer_entry_text.hpp"

#include <QStringList>

namespace kahui::models {
namespace {

using Step = CustomerEntry::Step;
using Wrong = CustomerEntry::Wrong;
using End = CustomerEntry::End;
using PinFor = CustomerEntry::PinFor;

constexpr const char* kDayForm = "____-__-__";
constexpr QChar kDot(0x2022);

}  // namespace

QString CustomerEntryText::question(const CustomerEntry& entry) {
  switch (entry.step()) {
    case Step::Phone: return tr("Your mobile number");
    case Step::Name: return tr("Your name");
    case Step::Birthday: return tr("Your date of birth");
    case Step::Terms: return tr("Do you agree to the membership terms?");
    case Step::Messages: return tr("May we send you news and offers?");
    case Step::Check: return tr("Is everything right?");
    case Step::Pin:
      switch (entry.pinFor()) {
        case PinFor::Confirm: return tr("Your member's PIN");
        case PinFor::Old: return tr("Your PIN until now");
        case PinFor::New: return entry.repeats() ? tr("The new PIN once more") : tr("Choose a new PIN");
      }
      break;
    case Step::Off: break;
  }
  return {};
}

QString CustomerEntryText::hint(const CustomerEntry& entry) {
  if (const int left = entry.secondsLeft(); left > 0)
    return tr("Are you still there? Touch the screen; in %n second(s) this closes.", nullptr, left);
  if (entry.wrong() != Wrong::None) return wrong(entry.wrong());
  switch (entry.step()) {
    case Step::Phone: return tr("11 digits. It is your key to the membership.");
    case Step::Name:
      if (entry.hasHan() && entry.isHan()) return tr("Type pinyin and touch the characters. You may leave it out.");
      return tr("Letters and spaces. You may leave it out.");
    case Step::Birthday: return tr("Year, month, day. You may leave it out.");
    case Step::Terms:
      return tr("I am 18 or older and agree to the terms, version %1. Ask at the counter for the text.")
          .arg(entry.terms());
    case Step::Messages: return tr("Membership is the same either way. You can change it at any time.");
    case Step::Check: return tr("The cashier looks at it and finishes.");
    case Step::Pin: return tr("4 to 12 digits. Nobody sees them.");
    case Step::Off: break;
  }
  return {};
}

QString CustomerEntryText::wrong(Wrong wrong) {
  switch (wrong) {
    case Wrong::Phone: return tr("This is no mobile number. Please check its 11 digits.");
    case Wrong::Letters: return tr("Touch the characters that you mean, or delete the letters.");
    case Wrong::Birthday: return tr("There is no such day. Please check it, or delete it.");
    case Wrong::PinDiffers: return tr("The two differ. Please choose the new PIN again.");
    case Wrong::Pin: return tr("A PIN has at least 4 digits.");
    case Wrong::None: break;
  }
  return {};
}

QString CustomerEntryText::day(const QString& digits) {
  QString form = QString::fromLatin1(kDayForm);
  int at = 0;
  for (const QChar digit : digits) {
    while (form.at(at) == QLatin1Char('-')) ++at;
    form[at++] = digit;
  }
  return form;
}

QString CustomerEntryText::line(const CustomerEntry& entry) {
  const auto& typed = entry.typed();
  switch (entry.step()) {
    case Step::Phone: return typed.phone.value_or(QString());
    case Step::Name: return typed.name.value_or(QString()) + entry.letters();
    case Step::Birthday: return day(typed.birthday.value_or(QString()));
    case Step::Pin: return QString(entry.pin().size(), kDot);
    case Step::Off:
    case Step::Terms:
    case Step::Messages:
    case Step::Check: break;
  }
  return {};
}

QString CustomerEntryText::spoken(const CustomerEntry& entry) {
  const QString typed =
      entry.step() == Step::Pin ? tr("%n digit(s)", nullptr, static_cast<int>(entry.pin().size())) : line(entry);
  return tr("%1: %2").arg(question(entry), typed);
}

QString CustomerEntryText::review(const CustomerEntry& entry) {
  const auto& typed = entry.typed();
  QStringList lines;
  const auto add = [&](const QString& what, const QString& value) { lines << tr("%1: %2").arg(what, value); };
  if (typed.phone && !typed.phone->isEmpty()) add(tr("Mobile number"), *typed.phone);
  if (typed.name && !typed.name->isEmpty()) add(tr("Name"), *typed.name);
  if (typed.birthday && !typed.birthday->isEmpty()) add(tr("Date of birth"), day(*typed.birthday));
  add(tr("Terms"), tr("18 or older, agreed"));
  add(tr("News and offers"), typed.marketing.value_or(false) ? tr("yes") : tr("no"));
  return lines.join(QLatin1Char('\n'));
}

QString CustomerEntryText::next(const CustomerEntry& entry) {
  const auto& typed = entry.typed();
  const auto empty = [](const std::optional<QString>& text) { return !text || text->isEmpty(); };
  const bool once_more = entry.step() == Step::Pin && entry.pinFor() == PinFor::New && !entry.repeats();
  if (entry.step() == Step::Check || (entry.step() == Step::Pin && !once_more)) return tr("Done");
  const bool skips = (entry.step() == Step::Name && empty(typed.name) && entry.letters().isEmpty()) ||
                     (entry.step() == Step::Birthday && empty(typed.birthday));
  return skips ? tr("Leave out") : tr("Next");
}

QString CustomerEntryText::step(const CustomerEntry& entry) {
  switch (entry.step()) {
    case Step::Phone: return tr("phone");
    case Step::Name: return tr("name");
    case Step::Birthday: return tr("birthday");
    case Step::Terms: return tr("terms");
    case Step::Messages: return tr("messages");
    case Step::Check: return tr("last look");
    case Step::Pin: return tr("PIN");
    case Step::Off: break;
  }
  return {};
}

QString CustomerEntryText::progress(const CustomerEntry& entry) {
  return tr("The customer types: %1").arg(step(entry));
}

NoticeVm CustomerEntryText::begun(const CustomerEntry& entry) {
  if (entry.step() != Step::Pin && !entry.hasHan())
    return {till::NoticeKind::Warning, tr("Chinese names cannot be typed on the customer's window: no dictionary."),
            tr("Letters work. Install the package libgooglepinyin0, or type the name here afterwards."), false};
  if (entry.step() == Step::Pin)
    return {till::NoticeKind::Info, tr("The customer types the PIN on the other window."),
            tr("Esc takes the window back."), false};
  return {till::NoticeKind::Info, tr("The customer types on the other window."),
          tr("Goods can be scanned meanwhile. Esc takes the window back."), false};
}

NoticeVm CustomerEntryText::ended(End why, bool pin) {
  const QString here = pin ? tr("Ask again, or let the customer type here.")
                           : tr("What was typed stands in the form: go on here, or ask again.");
  switch (why) {
    case End::Done:
      if (pin) return {till::NoticeKind::Good, tr("The customer typed the PIN."), {}, false};
      return {till::NoticeKind::Good, tr("The customer is done."), tr("Look at the form, then Enter goes to Join."),
              false};
    case End::ByCustomer: return {till::NoticeKind::Info, tr("The customer cancelled."), here, false};
    case End::ByCashier:
      return {till::NoticeKind::Info, tr("The customer's window shows the bill again."), here, false};
    case End::NotAgreed:
      return {till::NoticeKind::Info, tr("The customer does not agree to the terms."),
              tr("Nobody joins without. Esc closes the form."), false};
    case End::Idle: return {till::NoticeKind::Info, tr("Nobody typed for a minute."), here, false};
    case End::WindowGone: return {till::NoticeKind::Warning, tr("The customer's window is gone."), here, false};
  }
  return {};
}

}  // namespace kahui::models
