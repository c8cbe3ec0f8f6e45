// What the club says.
#include <array>

#include "app/models/messages.hpp"
#include "app/models/refusal.hpp"
#include "core/till/club_request.hpp"

namespace kahui::models {

namespace {

constexpr std::array kClubMessagesRefusals{
    Refusal{"NO_EVENT", QT_TRANSLATE_NOOP("Messages", "There is no such event."),
            QT_TRANSLATE_NOOP("Messages", "Choose one of the list.")},
    Refusal{"EVENT_OFF", QT_TRANSLATE_NOOP("Messages", "This event was called off."),
            QT_TRANSLATE_NOOP("Messages", "Plan a new one.")},
    Refusal{"SEATS_FULL", QT_TRANSLATE_NOOP("Messages", "No seat is free any more."),
            QT_TRANSLATE_NOOP("Messages", "Wait until somebody does not come, or plan more seats.")},
    Refusal{"NOT_INVITED", QT_TRANSLATE_NOOP("Messages", "This member is not on the list of guests."),
            QT_TRANSLATE_NOOP("Messages", "Give the member a seat first, with B.")},
    Refusal{"ALREADY_PRESENT", QT_TRANSLATE_NOOP("Messages", "This member is here already."),
            QT_TRANSLATE_NOOP("Messages", "Ask whose card it is, if somebody else shows it.")},
    Refusal{"TAG_CONSENT", QT_TRANSLATE_NOOP("Messages", "Interests are kept only with the member's consent."),
            QT_TRANSLATE_NOOP("Messages", "Ask the member, and note the consent first.")},
    Refusal{"NO_TAG", QT_TRANSLATE_NOOP("Messages", "The care plan has no such tag."),
            QT_TRANSLATE_NOOP("Messages", "Choose one of the list.")},
    Refusal{"LEAD_KNOWN", QT_TRANSLATE_NOOP("Messages", "Somebody has named this friend already."),
            QT_TRANSLATE_NOOP("Messages", "The first who named a friend is the referrer.")},
    Refusal{"DRAW_HELD", QT_TRANSLATE_NOOP("Messages", "This draw was held already."),
            QT_TRANSLATE_NOOP("Messages", "Its winner stands in the list.")},
    Refusal{"DRAW_EMPTY", QT_TRANSLATE_NOOP("Messages", "Nobody has a chance in this draw yet."),
            QT_TRANSLATE_NOOP("Messages", "Give members their chances first.")},
    Refusal{"BENEFIT_DAY", QT_TRANSLATE_NOOP("Messages", "This benefit is for another day."),
            QT_TRANSLATE_NOOP("Messages", "It is given on the birthday, in its month, or on the day of joining.")},
    Refusal{"BENEFIT_STOCK", QT_TRANSLATE_NOOP("Messages", "None of it is left."),
            QT_TRANSLATE_NOOP("Messages", "Tell the member; more of it is set in the care plan.")},
    Refusal{"BENEFIT_POINTS", QT_TRANSLATE_NOOP("Messages", "The member has too few points for this draw."),
            QT_TRANSLATE_NOOP("Messages", "Tell the member how many it takes.")},
};

}  // namespace

std::optional<Message> Messages::clubRefusal(const std::string& reason) {
  return refusalWords(kClubMessagesRefusals, reason);
}

Message Messages::clubDone(const till::Notice& notice) {
  const auto said = [&](std::size_t at) { return notice.args.size() > at ? text(notice.args[at]) : QString(); };
  if (notice.code == till::NoticeCode::SignedInToday)
    return Message::news(tr("%1: %2 points for coming in today.").arg(said(1), said(0)));
  const int count = said(1).toInt(), passed_over = said(2).toInt(), left = said(3).toInt();
  const QString seats = QStringLiteral(" ") + tr("%n seat(s) free.", nullptr, left);
  switch (static_cast<till::ClubAct>(said(0).toInt())) {
    case till::ClubAct::Plan: return Message::news(tr("The event is saved.") + seats);
    case till::ClubAct::Call:
      return count == 0 ? Message::news(tr("The event is called off."))
                        : Message::trouble(tr("The event is called off."),
                                           tr("Tell the %n member(s) on its list.", nullptr, count));
    case till::ClubAct::Invite:
      return Message::news(
          tr("%n member(s) are on the list.", nullptr, count) +
          (passed_over == 0 ? QString() : QStringLiteral(" ") + tr("%n member(s) passed over.", nullptr, passed_over)));
    case till::ClubAct::Book: return Message::news(tr("%1 has a seat.").arg(said(4)) + seats);
    case till::ClubAct::Decline: return Message::news(tr("%1 does not come.").arg(said(4)) + seats);
    case till::ClubAct::CheckIn: return Message::news(tr("%1 is present.").arg(said(4)) + seats);
    case till::ClubAct::Agree: return Message::news(tr("The consent is noted."));
    case till::ClubAct::Tag: return Message::news(tr("The interests are saved."));
    case till::ClubAct::KeepDate: return Message::news(tr("The day is saved."));
    case till::ClubAct::Lead: return Message::news(tr("The friend is noted until %1.").arg(said(5)));
    case till::ClubAct::Draw: return Message::news(tr("Won by %1, of %n chance(s).", nullptr, left).arg(said(4)));
  }
  return Message::news(tr("Done."));
}

}  // namespace kahui::models
