// What the staff page says.
#include <array>

#include "app/models/messages.hpp"
#include "app/models/presenters.hpp"
#include "app/models/refusal.hpp"

namespace kahui::models {

namespace {

constexpr std::array kMessagesStaffRefusals{
    Refusal{"LAST_MANAGER", QT_TRANSLATE_NOOP("Messages", "Nobody else here may manage staff."),
            QT_TRANSLATE_NOOP("Messages", "Make somebody else a manager first.")},
    Refusal{"STAFF_CODE", QT_TRANSLATE_NOOP("Messages", "A staff code has letters and digits, 16 at most."),
            QT_TRANSLATE_NOOP("Messages", "Type another code, for example 1002.")},
    Refusal{"STAFF_NAME", QT_TRANSLATE_NOOP("Messages", "The name is missing."),
            QT_TRANSLATE_NOOP("Messages", "Type it as it should stand on slips.")},
    Refusal{"STAFF_TAKEN", QT_TRANSLATE_NOOP("Messages", "Somebody has this staff code already."),
            QT_TRANSLATE_NOOP("Messages", "Type another code, or change that person.")},
    Refusal{"STAFF_PIN", QT_TRANSLATE_NOOP("Messages", "A PIN has 4 to 12 digits."),
            QT_TRANSLATE_NOOP("Messages", "Type it again.")},
};

}  // namespace

std::optional<Message> Messages::staffRefusal(const std::string& reason) {
  return refusalWords(kMessagesStaffRefusals, reason);
}

Message Messages::staffDone(const QString& what, const QString& who) {
  const auto is = [&](till::StaffDone done) { return what.toStdString() == till::name(done); };
  if (is(till::StaffDone::PinChanged)) return Message::news(tr("Your PIN is changed."));
  if (is(till::StaffDone::BadgeGiven)) return Message::news(tr("The card signs %1 in from now on.").arg(who));
  if (is(till::StaffDone::BadgeDropped)) return Message::news(tr("%1 has no badge any more.").arg(who));
  if (is(till::StaffDone::BadgeWaits))
    return Message::trouble(tr("The next card becomes the badge of %1.").arg(who),
                            tr("Lay the card on the reader, or leave the page."));
  return Message::news(tr("Saved: %1").arg(who));
}

}  // namespace kahui::models
