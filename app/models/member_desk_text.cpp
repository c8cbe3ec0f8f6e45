#include "app/models/member_desk_text.hpp"

#include <QStringList>
#include <array>

#include "app/models/club_text.hpp"
#include "app/models/extras_text.hpp"
#include "app/models/tier_text.hpp"
#include "app/models/tier_ways.hpp"
#include "core/report/join_form.hpp"

namespace kahui::models {

namespace {

QString joined(const QStringList& parts) { return parts.join(QStringLiteral(" · ")); }

}  // namespace

bool MemberDeskText::isForm(const QString& number) { return report::isFormNumber(number.toStdString()); }

QString MemberDeskText::task(DeskTask task) {
  switch (task) {
    case DeskTask::Join: return tr("New member");
    case DeskTask::Correct: return tr("Correct data");
    case DeskTask::Messages: return tr("Messages");
    case DeskTask::Pin: return tr("Set PIN");
    case DeskTask::Reveal: return tr("Show name");
    case DeskTask::Freeze: return tr("Freeze");
    case DeskTask::Unfreeze: return tr("Unfreeze");
    case DeskTask::Void: return tr("Void points");
    case DeskTask::CashOut: return tr("Points to cash");
    case DeskTask::Transfer: return tr("Give points");
    case DeskTask::Exchange: return tr("Gift for points");
    case DeskTask::CancelExchange: return tr("Gift back");
    case DeskTask::Quarter: return tr("Quarter coupon");
    case DeskTask::Claim: return tr("Late points");
    case DeskTask::Rise: return tr("Tier for points");
    case DeskTask::Erase: return tr("Delete person");
    case DeskTask::Approve: return tr("Approve");
    case DeskTask::Refuse: return tr("Refuse");
    case DeskTask::Group: return tr("Group");
    case DeskTask::HandTier: return tr("Tier by hand");
    case DeskTask::CardGive: return tr("Give tapped card");
    case DeskTask::CardReplace: return tr("Replace by tapped");
    case DeskTask::CardLost: return tr("Report lost");
    case DeskTask::CardFound: return tr("Found again");
    case DeskTask::CardWrite: return tr("Write new card");
    case DeskTask::CardRewrite: return tr("Replace, write new");
    case DeskTask::CardLoad: return tr("Points onto card");
    case DeskTask::Terms: return tr("New terms");
    case DeskTask::Grant: return tr("Award points");
  }
  return {};
}

QString MemberDeskText::what(DeskTask task) {
  switch (task) {
    case DeskTask::Join: return tr("Phone and consent are enough. A card may be tapped at any moment.");
    case DeskTask::Correct: return tr("Fill in only what changes. A birthday changes once in 365 days.");
    case DeskTask::Messages: return tr("Whether the member wants news and offers by message.");
    case DeskTask::Pin: return tr("The old PIN, or a leader's signature; the new one has 4 to 12 digits.");
    case DeskTask::Reveal: return tr("Name and phone in clear. The journal keeps who looked.");
    case DeskTask::Freeze: return tr("Without a number of points the whole account is frozen.");
    case DeskTask::Unfreeze: return tr("Without a number of points the whole account is released.");
    case DeskTask::Void: return tr("Frozen points are taken away for good. Tell the member why.");
    case DeskTask::CashOut: return tr("Cashable points are paid out of the drawer.");
    case DeskTask::Transfer: return tr("The receiver's member number or phone, and the member's PIN.");
    case DeskTask::Exchange: return tr("Type the code of a gift of the list.");
    case DeskTask::CancelExchange: return tr("The last gift of this month comes back, and its points go back.");
    case DeskTask::Quarter: return tr("Points become coupons in the last days of a quarter.");
    case DeskTask::Claim: return tr("Type the code on the receipt of a bill without a card.");
    case DeskTask::Rise: return tr("Points are redeemed for a higher tier; it works from the next bill.");
    case DeskTask::Erase: return tr("What identifies the person is destroyed; bills and sums stay.");
    case DeskTask::Approve: return tr("The applicant becomes a member and has the gift of joining, once.");
    case DeskTask::Refuse: return tr("The applicant has no benefit. The reason is shown when the card is used.");
    case DeskTask::Group: return tr("Company or school with a price of its own. Without a code the member leaves it.");
    case DeskTask::HandTier:
      return tr("A higher tier with a reason. No review lowers it; after its last day the rules decide again.");
    case DeskTask::CardGive: return tr("The tapped card becomes this member's.");
    case DeskTask::CardReplace: return tr("The tapped card takes the place of the chosen one; points stay.");
    case DeskTask::Grant:
      return tr("Points for an activity, and for what. They lift to no tier; the journal keeps who.");
    case DeskTask::CardLost: return tr("The chosen card identifies nobody from now on.");
    case DeskTask::CardFound: return tr("The chosen card identifies the member again.");
    case DeskTask::CardWrite:
      return tr("A blank NTAG 424 DNA or DESFire gets the shop's keys and becomes this member's.");
    case DeskTask::CardRewrite:
      return tr("A blank card is written and takes the place of the chosen one; points stay.");
    case DeskTask::CardLoad:
      return tr(
          "Points leave the account and go onto the card, which pays with them at any till, also without the line.");
    case DeskTask::Terms:
      return tr("Show the member the terms in force, and confirm that the member agrees. The journal keeps when.");
  }
  return {};
}

QString MemberDeskText::confirm(DeskTask task) {
  switch (task) {
    case DeskTask::Join: return tr("Join");
    case DeskTask::Correct: return tr("Save");
    case DeskTask::Messages: return tr("Save");
    case DeskTask::Pin: return tr("Set the PIN");
    case DeskTask::Reveal: return tr("Show");
    case DeskTask::Freeze: return tr("Freeze");
    case DeskTask::Unfreeze: return tr("Release");
    case DeskTask::Void: return tr("Void the points");
    case DeskTask::CashOut: return tr("Pay out");
    case DeskTask::Transfer: return tr("Give the points");
    case DeskTask::Exchange: return tr("Hand out the gift");
    case DeskTask::CancelExchange: return tr("Take the gift back");
    case DeskTask::Quarter: return tr("Issue the coupons");
    case DeskTask::Claim: return tr("Add the points");
    case DeskTask::Rise: return tr("Raise the tier");
    case DeskTask::Erase: return tr("Delete the person");
    case DeskTask::Approve: return tr("Approve the applicant");
    case DeskTask::Refuse: return tr("Refuse the applicant");
    case DeskTask::Group: return tr("Save the group");
    case DeskTask::HandTier: return tr("Set the tier");
    case DeskTask::CardGive: return tr("Give the card");
    case DeskTask::CardReplace: return tr("Replace the card");
    case DeskTask::CardLost: return tr("Report lost");
    case DeskTask::CardFound: return tr("Use it again");
    case DeskTask::CardWrite:
    case DeskTask::CardRewrite: return tr("Start writing");
    case DeskTask::CardLoad: return tr("Put them onto the card");
    case DeskTask::Terms: return tr("The member agrees");
    case DeskTask::Grant: return tr("Award the points");
  }
  return {};
}

QString MemberDeskText::writing(const till::CardWritingView& writing) {
  using Stage = till::CardWritingView::Stage;
  const QString card = text(writing.masked);
  if (writing.stage == Stage::Waiting) return tr("Lay a blank card on the reader.");
  if (writing.stage == Stage::PutBack)
    return tr("The card left too early. Put the same card back and leave it there: %1").arg(card);
  switch (writing.step) {
    case ports::CardWriteStep::Opening: return tr("Opening the card %1. Leave it there.").arg(card);
    case ports::CardWriteStep::Keys: return tr("Writing the keys of %1. Leave it there.").arg(card);
    case ports::CardWriteStep::Content: return tr("Writing the files of %1. Leave it there.").arg(card);
    case ports::CardWriteStep::OwnKey: return tr("Changing the own key of %1. Leave it there.").arg(card);
    case ports::CardWriteStep::ReadBack: return tr("Reading %1 back. Leave it there.").arg(card);
  }
  return {};
}

QString MemberDeskText::load(const till::CardLoadView& load, base::Points available, Formatter formatter) {
  using Stage = till::PaymentView::Stage;
  const QString card = text(load.masked);
  if (!load.running)
    return tr("Card %1 holds %2 points and has room for %3; the account has %4.")
        .arg(card, formatter.points(load.on_card), formatter.points(load.room), formatter.points(available));
  if (load.running->stage == Stage::Reversing) return tr("The points go back into the account.");
  return tr("%1 points: lay the card %2 on the reader and leave it there.")
      .arg(formatter.points(load.running->points), card);
}

QString MemberDeskText::reason(const QString& code) {
  if (code == QStringLiteral("IMPROPER")) return tr("Improper means");
  if (code == QStringLiteral("FRAUD")) return tr("Fraud");
  if (code == QStringLiteral("BREACH")) return tr("Breach of rules");
  if (code == QStringLiteral("DISPUTE")) return tr("Dispute");
  if (code == QStringLiteral("OTHER")) return tr("Other");
  return code;
}

QString MemberDeskText::via(const QString& code) {
  if (code == QStringLiteral("till")) return tr("In the shop");
  if (code == QStringLiteral("phone")) return tr("By phone");
  if (code == QStringLiteral("web")) return tr("Web");
  if (code == QStringLiteral("referral")) return tr("Referral");
  if (code == QStringLiteral("event")) return tr("Event");
  return code;
}

QString MemberDeskText::status(member::MemberStatus status) {
  switch (status) {
    case member::MemberStatus::Active: return tr("Active");
    case member::MemberStatus::Frozen: return tr("Frozen");
    case member::MemberStatus::Lost: return tr("Card lost");
    case member::MemberStatus::Cancelled: return tr("Cancelled");
    case member::MemberStatus::Pending: return tr("Waits for approval");
    case member::MemberStatus::Refused: return tr("Refused");
  }
  return {};
}

QString MemberDeskText::cardStatus(member::CardStatus status) {
  switch (status) {
    case member::CardStatus::Active: return tr("In use");
    case member::CardStatus::Lost: return tr("Lost");
    case member::CardStatus::Replaced: return tr("Replaced");
    case member::CardStatus::Cancelled: return tr("Given back");
    case member::CardStatus::Blocked: return tr("Blocked");
  }
  return {};
}

QString MemberDeskText::who(const till::MemberHit& hit) {
  QStringList parts;
  if (!hit.masked_name.empty()) parts << text(hit.masked_name);
  if (!hit.masked_phone.empty()) parts << text(hit.masked_phone);
  return parts.isEmpty() ? text(hit.member_no) : parts.join(QStringLiteral("  "));
}

QString MemberDeskText::detail(const till::MemberHit& hit, Formatter formatter) {
  QStringList parts{text(hit.member_no), tierText(hit.tier_name, formatter)};
  if (hit.status != member::MemberStatus::Active) parts << status(hit.status);
  if (hit.phone_dead) parts << tr("dead number: ask for a new one");
  return joined(parts);
}

QString MemberDeskText::sums(const till::MemberPageView& page, Formatter formatter) {
  QStringList parts{tr("%1 points").arg(formatter.points(page.balance))};
  if (page.available != page.balance) parts << tr("%1 to spend").arg(formatter.points(page.available));
  if (page.frozen > base::Points()) parts << tr("%1 frozen").arg(formatter.points(page.frozen));
  return joined(parts);
}

QString MemberDeskText::facts(const till::MemberPageView& page, Formatter formatter) {
  QStringList parts{tr("joined %1").arg(text(page.joined.iso()))};
  if (page.entry)
    parts << TierWays::entry(*page.entry, formatter);
  else if (page.next_tier)
    parts << TierWays::next(*page.next_tier, formatter);
  if (!page.via.empty()) parts << via(text(page.via));
  if (page.company) parts << tr("company");
  if (!page.tax_no.empty()) parts << tr("tax no. %1").arg(text(page.tax_no));
  if (!page.contact.empty()) parts << tr("contact %1").arg(text(page.contact));
  if (page.tier_by_hand)
    parts << (page.tier_until ? tr("tier by hand until %1").arg(text(page.tier_until->iso())) : tr("tier by hand"));
  if (!page.refusal.empty()) parts << tr("refused: %1").arg(text(page.refusal));
  if (page.group) parts << group(*page.group, formatter);
  if (page.birthday == "solar") parts << tr("birthday known");
  if (page.birthday == "lunar") parts << tr("lunar birthday known");
  parts << (page.has_pin ? tr("has a PIN") : tr("no PIN"));
  parts << (page.marketing ? tr("wants messages") : tr("no messages"));
  if (!page.terms_due.empty()) parts << tr("to be asked for terms %1").arg(text(page.terms_due));
  if (page.dates > 0) parts << tr("%n day(s) to remember", nullptr, page.dates);
  if (!page.tags.empty()) parts << tr("likes %1").arg(ClubText::joined(page.tags, formatter));
  if (!page.favourites.empty()) parts << tr("buys most: %1").arg(ClubText::joined(page.favourites, formatter));
  if (!page.brands.empty()) parts << ClubText::topBrand(page.brands.front(), formatter);
  if (!page.referrer.empty()) parts << tr("referred by %1").arg(text(page.referrer));
  if (page.referrals > 0)
    parts << tr("brought %n member(s)", nullptr, page.referrals) + QStringLiteral(", ") +
                 tr("%1 points").arg(formatter.points(page.referral_points));
  if (page.cashable_worth > base::Money() && page.may_cash_out)
    parts << tr("up to %1 in cash").arg(formatter.money(page.cashable_worth));
  return joined(parts);
}

QString MemberDeskText::groupName(const till::MemberGroupView& group, Formatter formatter) {
  return text(formatter.language() == Language::Chinese || group.name_en.empty() ? group.name : group.name_en);
}

QString MemberDeskText::group(const till::MemberGroupView& group, Formatter formatter) {
  const QString name = groupName(group, formatter);
  if (!group.open) return tr("group %1, its days are not on").arg(name);
  return group.to ? tr("group %1 until %2").arg(name, text(group.to->iso())) : tr("group %1").arg(name);
}

QString MemberDeskText::groups(const till::MemberPageView& page, Formatter formatter) {
  QString rows;
  for (const auto& one : page.groups)
    if (one.open) rows += QStringLiteral("\n%1  %2").arg(text(one.code), groupName(one, formatter));
  return rows;
}

QString MemberDeskText::moment(base::LocalTime at, Formatter formatter) {
  return text(at.date().iso()) + QLatin1Char(' ') + formatter.time(at);
}

QString MemberDeskText::move(const std::string& type, const std::string& why, bool credit) {
  if (why == "REFERRAL") return credit ? tr("Brought a member") : tr("A member brought here fell back");
  if (why == "REFEREE_GIFT") return credit ? tr("Gift for being referred") : tr("Gift for being referred, taken back");
  if (why == "CARD") return credit ? tr("Change of card") : tr("Change of card, taken back");
  if (type == "tier.bought") return tr("Tier for points");
  if (why == "REBATE") return credit ? tr("Rebate") : tr("Rebate, taken back");
  if (type == "sale.completed") return tr("Purchase");
  if (type == "sale.returned") return tr("Return");
  if (type == "points.redeemed") return tr("Paid with points");
  if (type == "points.expired") return tr("Expired");
  if (type == "points.granted") return tr("Gift of points");
  if (type == "points.claimed") return tr("Claimed by receipt");
  if (type == "points.claim_reversed") return tr("Goods of a claimed bill came back");
  if (type == "points.transferred") return tr("Given to a member");
  if (type == "points.cashed") return tr("Paid out in cash");
  if (type == "points.exchanged") return tr("Gift or coupon");
  if (type == "points.exchange_cancelled") return tr("Gift came back");
  if (type == "points.voided") return tr("Void");
  if (type == "points.loaded") return tr("To or from the card");
  if (type == "points.confirmed") return tr("By headquarters");
  if (type == "member.registered") return tr("Opening balance");
  return text(type);
}

std::vector<NoteVm> MemberDeskText::points(const till::MemberPageView& page, Formatter formatter) {
  std::vector<NoteVm> notes;
  for (const auto& one : page.classes) {
    const QString name = one.cls == member::PointsClass::Cashable ? tr("Cashable points") : tr("Ordinary points");
    QStringList ends;
    if (one.next_end)
      ends << tr("%1 end on %2").arg(formatter.points(one.next_end->points), text(one.next_end->day.iso()));
    if (one.ending && one.ending->points != one.next_end->points)
      ends << tr("%1 within 90 days").arg(formatter.points(one.ending->points));
    notes.push_back({tr("%1: %2").arg(name, formatter.points(one.points)),
                     ends.isEmpty() ? tr("nothing of them ends") : joined(ends), Tone::Good});
  }
  for (const auto& one : page.moves) {
    QStringList detail{moment(one.at, formatter)};
    if (!one.receipt_no.empty()) detail << text(one.receipt_no);
    if (one.cashable) detail << tr("cashable");
    if (one.expires) detail << tr("until %1").arg(text(one.expires->iso()));
    const QString sign = one.points > base::Points() ? QStringLiteral("+") : QString();
    notes.push_back({move(one.type, one.why, one.points > base::Points()) + QStringLiteral("  ") + sign +
                         formatter.points(one.points),
                     joined(detail), Tone::Quiet});
  }
  return notes;
}

std::vector<NoteVm> MemberDeskText::purchases(const till::MemberPageView& page, Formatter formatter) {
  std::vector<NoteVm> notes;
  for (const auto& one : page.purchases) {
    QStringList detail{text(one.receipt_no), tr("%n line(s)", nullptr, one.lines)};
    if (!one.channel.empty()) detail.prepend(tr("channel %1").arg(text(one.channel)));
    if (!one.pickup.empty()) detail << tr("picked up at %1").arg(text(one.pickup));
    if (one.earned != base::Points()) detail << tr("earned %1").arg(formatter.points(one.earned));
    if (one.used != base::Points()) detail << tr("used %1").arg(formatter.points(one.used));
    notes.push_back({moment(one.at, formatter) + QStringLiteral("  ") + formatter.money(one.total), joined(detail),
                     one.total < base::Money() ? Tone::Warning : Tone::Quiet});
  }
  if (notes.empty()) notes.push_back({tr("No purchases in the last 90 days"), {}, Tone::Quiet});
  return notes;
}

std::vector<NoteVm> MemberDeskText::coupons(const till::MemberPageView& page, Formatter formatter) {
  std::vector<NoteVm> notes;
  for (const auto& one : page.coupons) {
    QStringList detail{text(one.serial)};
    if (one.min > base::Money()) detail << tr("from %1").arg(formatter.money(one.min));
    if (one.expires) detail << tr("until %1").arg(text(one.expires->iso()));
    notes.push_back(
        {one.rate_coupon ? formatter.rate(one.rate) : formatter.money(one.face), joined(detail), Tone::Good});
  }
  if (notes.empty()) notes.push_back({tr("No coupons"), {}, Tone::Quiet});
  return notes;
}

std::vector<NoteVm> MemberDeskText::cards(const till::MemberPageView& page) {
  std::vector<NoteVm> notes;
  for (const auto& one : page.cards)
    notes.push_back({text(one.masked), cardStatus(one.status),
                     one.status == member::CardStatus::Active ? Tone::Good : Tone::Warning});
  if (notes.empty()) notes.push_back({tr("No cards"), tr("Tap one to give it to the member."), Tone::Quiet});
  return notes;
}

QString MemberDeskText::field(const std::string& field) {
  if (field == "name") return tr("Name");
  if (field == "phone") return tr("Phone");
  if (field == "birthday") return tr("Birthday");
  if (field == "dates") return tr("Days to remember");
  if (field == "company") return tr("Company");
  if (field == "tax_no") return tr("Tax number");
  if (field == "contact") return tr("Contact");
  if (field == "marketing") return tr("Messages");
  if (field == "consent") return tr("Joined, consent");
  if (field == "terms") return tr("Terms");
  if (field == "card") return tr("Card");
  if (field == "membership") return tr("Membership until");
  if (field == "group") return tr("Group");
  if (field == "tier") return tr("Tier for points");
  return reason(text(field));
}

QString MemberDeskText::value(const std::string& field, const std::string& value) {
  if (value.empty()) return tr("none");
  if (field == "company" || field == "marketing") return value == "1" ? tr("yes") : tr("no");
  if (value == "solar") return tr("solar");
  if (value == "lunar") return tr("lunar");
  if (value == "ACCOUNT") return tr("account");
  if (field == "card")
    if (const auto status = member::parseCardStatus(value)) return cardStatus(*status);
  return text(value);
}

QString MemberDeskText::change(const till::ChangeView& change) {
  if (change.type == "member.revealed") return tr("Name and phone were shown");
  if (change.type == "member.judged")
    return change.field == "APPROVED" ? tr("Application approved")
           : change.after.empty()     ? tr("Application refused")
                                      : tr("Application refused: %1").arg(text(change.after));
  if (change.type == "member.grouped")
    return change.before.empty() ? tr("Group: %1").arg(value({}, change.after))
                                 : tr("Group: %1, shown: %2").arg(value({}, change.after), text(change.before));
  if (change.field == "tier_reason")
    return change.after.empty() ? tr("Tier by hand: %1").arg(text(change.before))
                                : tr("Tier by hand until %1: %2").arg(text(change.after), text(change.before));
  if (change.type == "points.voided") return tr("Points void: %1").arg(text(change.before));
  if (change.type == "points.frozen")
    return change.after.empty() ? tr("Released: %1").arg(value({}, change.before))
                                : tr("Frozen: %1, %2").arg(value({}, change.after), field(change.field));
  if (change.before.empty()) return tr("%1: %2").arg(field(change.field), value(change.field, change.after));
  return tr("%1: %2, now %3")
      .arg(field(change.field), value(change.field, change.before), value(change.field, change.after));
}

std::vector<NoteVm> MemberDeskText::changes(const till::MemberPageView& page, Formatter formatter) {
  std::vector<NoteVm> notes;
  for (const auto& one : page.changes) {
    QStringList detail{moment(one.at, formatter)};
    if (!one.operator_code.empty()) detail << tr("by %1").arg(text(one.operator_code));
    if (!one.approver.empty()) detail << tr("signed by %1").arg(text(one.approver));
    notes.push_back({change(one), joined(detail), Tone::Quiet});
  }
  if (notes.empty()) notes.push_back({tr("No changes"), {}, Tone::Quiet});
  return notes;
}

QString MemberDeskText::giftDetail(const till::CatalogueView& one, Formatter formatter) {
  QStringList parts{ExtrasText::giftPrice(one.points, one.money, formatter)};
  if (one.normally) parts << tr("now; normally %1 points").arg(formatter.points(*one.normally));
  if (one.on_bill) parts << tr("on the bill, Alt+X");
  if (!one.draw.empty()) parts << tr("entry of a draw, %1 left").arg(one.entries_left);
  return joined(parts);
}

std::vector<NoteVm> MemberDeskText::catalogue(const till::MemberPageView& page, Formatter formatter) {
  std::vector<NoteVm> notes;
  for (const auto& one : page.catalogue)
    notes.push_back({text(one.code) + QStringLiteral("  ") + text(one.name), giftDetail(one, formatter), Tone::Good});
  if (notes.empty()) notes.push_back({tr("No gifts for this tier"), {}, Tone::Quiet});
  for (const auto& one : page.exchanges) {
    QStringList lines;
    for (const auto& line : one.lines) lines << text(line);
    if (one.kind == "CATALOGUE")
      notes.push_back({joined(lines),
                       joined({text(one.day.iso()), formatter.points(one.points),
                               one.cancelled ? tr("came back") : tr("handed out")}),
                       Tone::Quiet});
  }
  return notes;
}

std::vector<NoteVm> MemberDeskText::voucher(const till::MemberVoucher& voucher, Formatter formatter) {
  std::vector<NoteVm> notes;
  notes.push_back({tr("%1 points").arg(formatter.points(voucher.points)),
                   joined({text(voucher.member_no), text(voucher.masked_name), moment(voucher.at, formatter)}),
                   Tone::Good});
  if (voucher.paid > base::Money())
    notes.push_back(
        {tr("Pay out %1 in cash").arg(formatter.money(voucher.paid)), tr("The member signs for it."), Tone::Warning});
  for (const auto& line : voucher.lines) notes.push_back({text(line), {}, Tone::Good});
  for (const auto& serial : voucher.coupons)
    notes.push_back(
        {text(serial), voucher.until ? tr("until %1").arg(text(voucher.until->iso())) : QString(), Tone::Good});
  QStringList signs{tr("by %1").arg(text(voucher.operator_code))};
  if (!voucher.approver.empty()) signs << tr("signed by %1").arg(text(voucher.approver));
  notes.push_back({tr("Voucher %1").arg(text(voucher.id.hex()).right(8)), joined(signs), Tone::Quiet});
  return notes;
}

std::vector<std::string> MemberDeskText::voucherSlip(const till::MemberVoucher& voucher, Formatter formatter,
                                                     int columns) {
  std::vector<std::string> lines;
  for (const NoteVm& note : MemberDeskText::voucher(voucher, formatter)) {
    lines.push_back(note.title.toStdString());
    if (!note.detail.isEmpty()) lines.push_back(note.detail.toStdString());
  }
  lines.emplace_back();
  lines.push_back(tr("Signature:").toStdString());
  lines.emplace_back(static_cast<std::size_t>(std::max(columns, 1)), '_');
  return lines;
}

}  // namespace kahui::models
