// What the member desk says.
#include <array>

#include "app/models/member_desk_text.hpp"
#include "app/models/messages.hpp"
#include "app/models/refusal.hpp"

namespace kahui::models {

namespace {

constexpr std::array kMemberMessagesRefusals{
    Refusal{"NO_CONSENT", QT_TRANSLATE_NOOP("Messages", "Nobody joins without consent."),
            QT_TRANSLATE_NOOP("Messages",
                              "Read the text to the customer and press the line of consent, or go on without.")},
    Refusal{"NOT_ADULT", QT_TRANSLATE_NOOP("Messages", "Members are 18 or older."),
            QT_TRANSLATE_NOOP("Messages", "Go on without a member; a parent may join.")},
    Refusal{"TAX_NUMBER", QT_TRANSLATE_NOOP("Messages", "This is no tax number."),
            QT_TRANSLATE_NOOP("Messages",
                              "Read it again from the business licence: 18 letters and digits, or the older 15.")},
    Refusal{"NOT_COMPANY", QT_TRANSLATE_NOOP("Messages", "Only a company has a tax number and a contact."),
            QT_TRANSLATE_NOOP("Messages", "Mark the member as a company, or leave them empty.")},
    Refusal{"REFERRER", QT_TRANSLATE_NOOP("Messages", "This member cannot be the referrer."),
            QT_TRANSLATE_NOOP("Messages", "Take another active member's number or phone, or leave it empty.")},
    Refusal{"BIRTHDAY_TOO_SOON", QT_TRANSLATE_NOOP("Messages", "The birthday was changed less than 365 days ago."),
            QT_TRANSLATE_NOOP("Messages", "Leave it as it is.")},
    Refusal{"BAD_REASON", QT_TRANSLATE_NOOP("Messages", "This needs a reason."),
            QT_TRANSLATE_NOOP("Messages", "Choose one; for Other write it in words.")},
    Refusal{"TIER_DAY_PAST", QT_TRANSLATE_NOOP("Messages", "The last day of the tier lies in the past."),
            QT_TRANSLATE_NOOP("Messages", "Type a day from today on, or none.")},
    Refusal{"NO_TIER_BY_HAND", QT_TRANSLATE_NOOP("Messages", "The member has no tier by hand."),
            QT_TRANSLATE_NOOP("Messages", "The rules decide the tier already.")},
    Refusal{"JOIN_RECEIPT_USED", QT_TRANSLATE_NOOP("Messages", "Somebody joined by this receipt already."),
            QT_TRANSLATE_NOOP("Messages", "Take another receipt of today, or put goods on the bill first.")},
    Refusal{"NOTHING_TO_DO", QT_TRANSLATE_NOOP("Messages", "There is nothing to change."),
            QT_TRANSLATE_NOOP("Messages", "Look at the figures above.")},
    Refusal{"SAME_MEMBER", QT_TRANSLATE_NOOP("Messages", "Points cannot be given to oneself."),
            QT_TRANSLATE_NOOP("Messages", "Type another member's number or phone.")},
    Refusal{"NEEDS_ONLINE", QT_TRANSLATE_NOOP("Messages", "This needs the line to headquarters."),
            QT_TRANSLATE_NOOP("Messages", "Try again when the line is back.")},
    Refusal{"FROZEN", QT_TRANSLATE_NOOP("Messages", "The account is frozen."),
            QT_TRANSLATE_NOOP("Messages", "A manager can release it.")},
    Refusal{"TIER_NOT_ALLOWED", QT_TRANSLATE_NOOP("Messages", "The member's tier does not have this."),
            QT_TRANSLATE_NOOP("Messages", "Tell the member which tier does.")},
    Refusal{"ITEM_GROUP", QT_TRANSLATE_NOOP("Messages", "The gift is for another tier."),
            QT_TRANSLATE_NOOP("Messages", "Choose a gift of the list.")},
    Refusal{"ITEM_LIMIT", QT_TRANSLATE_NOOP("Messages", "So many gifts at once are not allowed."),
            QT_TRANSLATE_NOOP("Messages", "Choose fewer.")},
    Refusal{"MONTH_LIMIT", QT_TRANSLATE_NOOP("Messages", "The gifts of this month are used up."),
            QT_TRANSLATE_NOOP("Messages", "The member may come again next month.")},
    Refusal{"BAD_AMOUNT", QT_TRANSLATE_NOOP("Messages", "So many points cannot be taken."),
            QT_TRANSLATE_NOOP("Messages", "Type a multiple of the step, and at least the least number.")},
    Refusal{"CLOSED", QT_TRANSLATE_NOOP("Messages", "This is done in the last days of a quarter only."),
            QT_TRANSLATE_NOOP("Messages", "The member may come again then.")},
    Refusal{"POINTS_INSUFFICIENT", QT_TRANSLATE_NOOP("Messages", "The member has too few points for it."),
            QT_TRANSLATE_NOOP("Messages", "Type fewer points.")},
    Refusal{"NO_EXCHANGE", QT_TRANSLATE_NOOP("Messages", "There is no gift of this month to take back."),
            QT_TRANSLATE_NOOP("Messages", "Look at the list of gifts.")},
    Refusal{"CLAIM_CODE", QT_TRANSLATE_NOOP("Messages", "This is no receipt's code that is known here."),
            QT_TRANSLATE_NOOP("Messages",
                              "Type all of its digits. Without headquarters it is claimed where it was bought.")},
    Refusal{"CLAIM_UNKNOWN", QT_TRANSLATE_NOOP("Messages", "Headquarters does not know this receipt."),
            QT_TRANSLATE_NOOP("Messages",
                              "Look at each digit. If they are right, its till has not sent the bill yet, or the days "
                              "for claiming are over: try again in an hour.")},
    Refusal{
        "CLAIM_NEEDS_LINE",
        QT_TRANSLATE_NOOP("Messages", "This receipt is another till's: headquarters must be asked."),
        QT_TRANSLATE_NOOP("Messages", "Try again when the line is back, or send the member to the till that sold.")},
    Refusal{"CLAIM_MEMBER_SALE", QT_TRANSLATE_NOOP("Messages", "This bill had a member already."),
            QT_TRANSLATE_NOOP("Messages", "Its points are in that account.")},
    Refusal{"CLAIM_TOO_LATE", QT_TRANSLATE_NOOP("Messages", "The days for claiming are over."),
            QT_TRANSLATE_NOOP("Messages", "The receipt says until when it could be claimed.")},
    Refusal{"CLAIM_DONE", QT_TRANSLATE_NOOP("Messages", "The points of this receipt were claimed before."),
            QT_TRANSLATE_NOOP("Messages", "Each receipt counts once.")},
    Refusal{"CLAIM_RETURNED", QT_TRANSLATE_NOOP("Messages", "Goods of this receipt came back."),
            QT_TRANSLATE_NOOP("Messages", "It gives no points any more.")},
    Refusal{"TIER_NOT_OFFERED", QT_TRANSLATE_NOOP("Messages", "This tier is not to be had for points."),
            QT_TRANSLATE_NOOP("Messages", "Tell the member what lifts to it instead.")},
    Refusal{"TIER_REACHED", QT_TRANSLATE_NOOP("Messages", "The member has this tier or a higher one."),
            QT_TRANSLATE_NOOP("Messages", "Nothing was taken; choose a higher tier.")},
    Refusal{"JOIN_RECEIPT", QT_TRANSLATE_NOOP("Messages", "This receipt does not count for joining."),
            QT_TRANSLATE_NOOP("Messages", "It must be a guest's bill of today that is whole and not claimed yet.")},
    Refusal{"CARD_NOT_SEEN", QT_TRANSLATE_NOOP("Messages", "The member's card has not shown itself here."),
            QT_TRANSLATE_NOOP("Messages", "Lay it on the reader, then put the points onto it.")},
    Refusal{"CARD_FULL", QT_TRANSLATE_NOOP("Messages", "So many points have no room on the card."),
            QT_TRANSLATE_NOOP("Messages", "Type fewer; what it holds and the new ones count together.")},
    Refusal{"NOT_PENDING", QT_TRANSLATE_NOOP("Messages", "There is no application to judge."),
            QT_TRANSLATE_NOOP("Messages", "The line under the name says what the member is.")},
    Refusal{"NOT_APPROVED", QT_TRANSLATE_NOOP("Messages", "The application is not approved."),
            QT_TRANSLATE_NOOP("Messages", "Approve or refuse it first.")},
    Refusal{"UNKNOWN_GROUP", QT_TRANSLATE_NOOP("Messages", "The rules have no such group."),
            QT_TRANSLATE_NOOP("Messages", "Type a code of the list.")},
    Refusal{"GROUP_OVER", QT_TRANSLATE_NOOP("Messages", "The days of this group are over."),
            QT_TRANSLATE_NOOP("Messages", "Headquarters can publish new ones.")},
    Refusal{"GROUP_PROOF", QT_TRANSLATE_NOOP("Messages", "A group needs a proof."),
            QT_TRANSLATE_NOOP("Messages", "Write what was shown: a student card, a staff card.")},
    Refusal{"CLAIM_NOTHING", QT_TRANSLATE_NOOP("Messages", "This bill earns no points."),
            QT_TRANSLATE_NOOP("Messages", "Tell the member from which amount points begin.")},
};

}  // namespace

std::optional<Message> Messages::deskRefusal(const std::string& reason, Formatter formatter) {
  constexpr std::string_view kWaits = "CLAIM_WAITS ";
  if (reason.starts_with(kWaits))
    return Message::trouble(tr("Another till asked for the points of this receipt and has not reported since."),
                            tr("Try again in a few minutes; if that till stays away, the receipt is free on %1.")
                                .arg(text(reason.substr(kWaits.size())).replace(QLatin1Char('T'), QLatin1Char(' '))));
  constexpr std::string_view kJoinPurchase = "JOIN_PURCHASE ";  // and the fen that are missing
  if (reason.starts_with(kJoinPurchase)) {
    const base::Money missing(text(reason.substr(kJoinPurchase.size())).toLongLong());
    return Message::trouble(tr("Who joins buys for more on the day: %1 is missing.").arg(formatter.money(missing)),
                            tr("Put the goods on the bill first, or type the code of a guest's receipt of today."));
  }
  auto words = refusalWords(kMemberMessagesRefusals, reason);
  return words ? std::move(words) : taskRefusal(reason);
}

Message Messages::deskDone(const QString& act, const QString& points, Formatter formatter) {
  const QString figure = formatter.points(base::Points(points.toLongLong()));
  switch (static_cast<till::MemberAct>(act.toInt())) {
    case till::MemberAct::Correct: return Message::news(tr("The member's data are saved."));
    case till::MemberAct::SetPin: return Message::news(tr("The PIN is set."));
    case till::MemberAct::Reveal: return Message::news(tr("Shown; the journal says who looked."));
    case till::MemberAct::Freeze: return Message::news(tr("Frozen."));
    case till::MemberAct::Unfreeze: return Message::news(tr("Released."));
    case till::MemberAct::Void: return Message::news(tr("%1 points are void.").arg(figure));
    case till::MemberAct::CashOut: return Message::news(tr("%1 points are paid out.").arg(figure));
    case till::MemberAct::Transfer: return Message::news(tr("%1 points are given.").arg(figure));
    case till::MemberAct::Exchange: return Message::news(tr("The gift costs %1 points; hand it out.").arg(figure));
    case till::MemberAct::CancelExchange: return Message::news(tr("The gift is back, and %1 points.").arg(figure));
    case till::MemberAct::Quarter: return Message::news(tr("%1 points became coupons.").arg(figure));
    case till::MemberAct::Claim: return Message::news(tr("%1 points are added.").arg(figure));
    case till::MemberAct::AgreeTerms: return Message::news(tr("The member agreed to the new terms."));
    case till::MemberAct::Rise: return Message::news(tr("The tier is raised for %1 points.").arg(figure));
    case till::MemberAct::Grant: return Message::news(tr("%1 points are added.").arg(figure));
    case till::MemberAct::Erase: return Message::news(tr("The person is deleted; bills and sums stay."));
    case till::MemberAct::Approve: return Message::news(tr("Approved: the member has the benefits from now on."));
    case till::MemberAct::Refuse: return Message::news(tr("Refused; the reason is kept."));
    case till::MemberAct::SetTier: return Message::news(tr("The tier is given; it works from the next bill."));
    case till::MemberAct::EndTier: return Message::news(tr("Ended: the rules decide the tier again."));
    case till::MemberAct::SetGroup: return Message::news(tr("The group is saved."));
  }
  return Message::news(tr("Done."));
}

Message Messages::memberJoined(const QString& who, const QString& points, const QString& coupons, Formatter formatter) {
  if (points == QStringLiteral("PENDING"))
    return Message::news(tr("%1 waits for approval; until then it is sold without a member.").arg(who));
  if (points.toLongLong() > 0)
    return Message::news(tr("%1 is a member now, with %2 points as a gift.")
                             .arg(who, formatter.points(base::Points(points.toLongLong()))));
  if (coupons.toInt() > 0) return Message::news(tr("%1 is a member now, with a coupon as a gift.").arg(who));
  return Message::news(tr("%1 is a member now; prices are up to date.").arg(who));
}

NoticeVm Messages::fieldUnreadable() {
  return {till::NoticeKind::Error, tr("A field cannot be read."),
          tr("Points are whole numbers; a birthday is MMDD or YYYYMMDD."), false};
}

Message Messages::cardDone(const QString& status, const QString& reward, Formatter formatter) {
  const auto known = member::parseCardStatus(status.toStdString());
  const QString state = known ? MemberDeskText::cardStatus(*known) : status;
  if (reward.toLongLong() > 0)
    return Message::news(tr("The card's state: %1. The change of card brings %2 points.")
                             .arg(state, formatter.points(base::Points(reward.toLongLong()))));
  return Message::news(tr("The card's state: %1").arg(state));
}

Message Messages::cardSuspect(const QString& why) {
  return Message::trouble(why == QStringLiteral("FORKED")
                              ? tr("Two cards with this number are in use: one is a copy.")
                              : tr("The card stands before its last visit: it may be a copy."),
                          tr("Ask for a PIN or papers, and replace the card at the member desk."));
}

Message Messages::cardNotWritten(const QString& why, const QString& what) {
  if (why == QStringLiteral("OTHER_CARD"))
    return Message::trouble(tr("This is another card; it was left as it is."),
                            tr("Put back the card %1, which is half written.").arg(what));
  if (why == QStringLiteral("NOT_WRITABLE"))
    return Message::trouble(tr("This is neither an NTAG 424 DNA nor a DESFire."), tr("Take another blank card."));
  if (why == QStringLiteral("KEYS_MISSING"))
    return Message::trouble(tr("The shop's key file lacks what this card needs: %1").arg(what),
                            tr("Lay down the other kind of card, or call support."));
  if (why == QStringLiteral("UNFINISHED"))
    return Message::trouble(tr("The card %1 is not finished and counts as nobody's.").arg(what),
                            tr("Write it again: it goes on where it stopped."));
  return Message::trouble(tr("The card %1 is another shop's or not in order.").arg(what),
                          tr("Do not give it out; take another blank card."));
}

}  // namespace kahui::models
