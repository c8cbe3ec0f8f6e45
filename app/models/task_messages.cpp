// What the manager's work says.
#include <array>

#include "app/models/messages.hpp"
#include "app/models/refusal.hpp"
#include "core/till/task_request.hpp"

namespace kahui::models {

namespace {

constexpr std::array kTaskMessagesRefusals{
    Refusal{"UNKNOWN_TASK", QT_TRANSLATE_NOOP("Messages", "There is no such task."),
            QT_TRANSLATE_NOOP("Messages", "Choose one of the list.")},
    Refusal{"TASK_CLOSED", QT_TRANSLATE_NOOP("Messages", "This task is not in a state for it."),
            QT_TRANSLATE_NOOP("Messages", "Look at its state; what is closed stays closed.")},
    Refusal{"TASK_CONFIRM", QT_TRANSLATE_NOOP("Messages", "This step is closed once all of it was done."),
            QT_TRANSLATE_NOOP("Messages", "Go through its list, and say that all was done.")},
    Refusal{"TASK_SCORE", QT_TRANSLATE_NOOP("Messages", "A survey needs its score."),
            QT_TRANSLATE_NOOP("Messages", "Choose one from 1 to 5.")},
    Refusal{"NO_TEMPLATE", QT_TRANSLATE_NOOP("Messages", "The care plan has no such template."),
            QT_TRANSLATE_NOOP("Messages", "Put a care plan into the store with: kahuictl tasks template set")},
    Refusal{"NO_BENEFIT", QT_TRANSLATE_NOOP("Messages", "The care plan has no such benefit."),
            QT_TRANSLATE_NOOP("Messages", "Choose one of the list.")},
    Refusal{"BENEFIT_LIMIT", QT_TRANSLATE_NOOP("Messages", "The benefit is used up for this time."),
            QT_TRANSLATE_NOOP("Messages", "Type less, or tell the member when it begins anew.")},
    Refusal{"BENEFIT_HOLIDAY", QT_TRANSLATE_NOOP("Messages", "This benefit is not for holidays."),
            QT_TRANSLATE_NOOP("Messages", "Offer another day.")},
    Refusal{"BENEFIT_TIER", QT_TRANSLATE_NOOP("Messages", "The member's tier does not have this benefit."),
            QT_TRANSLATE_NOOP("Messages", "Tell the member which tier does.")},
    Refusal{"NOBODY_LEFT", QT_TRANSLATE_NOOP("Messages", "Nobody of this selection is left for it."),
            QT_TRANSLATE_NOOP("Messages", "All had it before, did not agree, or are not active.")},
    Refusal{"UNKNOWN_TIER", QT_TRANSLATE_NOOP("Messages", "The rules have no such tier."),
            QT_TRANSLATE_NOOP("Messages", "Type tiers by their codes, for example GLD, or leave the field empty.")},
    Refusal{"NOT_A_DRAFT", QT_TRANSLATE_NOOP("Messages", "Only drafts can be deleted; nothing was."),
            QT_TRANSLATE_NOOP("Messages", "Leave out what has begun; cancel it or close it instead.")},
    Refusal{"UNKNOWN_CAMPAIGN", QT_TRANSLATE_NOOP("Messages", "There is no such campaign."),
            QT_TRANSLATE_NOOP("Messages", "Choose one of the list.")},
    Refusal{"COMMENT_GUEST", QT_TRANSLATE_NOOP("Messages", "Only members comment."),
            QT_TRANSLATE_NOOP("Messages", "Offer to join at the member desk, or note it as a task.")},
    Refusal{"COMMENT_CLOSED", QT_TRANSLATE_NOOP("Messages", "Members cannot comment on this."),
            QT_TRANSLATE_NOOP("Messages", "A manager opens it to members; feedback is its own member's.")},
    Refusal{"COMMENT_STAFF_ONLY", QT_TRANSLATE_NOOP("Messages", "This was published to the staff alone."),
            QT_TRANSLATE_NOOP("Messages", "Publish it to members first, then open it.")},
    Refusal{"COMMENT_ROLE", QT_TRANSLATE_NOOP("Messages", "Your role may not comment here."),
            QT_TRANSLATE_NOOP("Messages", "Ask a leader or a manager to write it.")},
    Refusal{"COMMENT_ANSWERED", QT_TRANSLATE_NOOP("Messages", "This comment is answered already."),
            QT_TRANSLATE_NOOP("Messages", "Read the answer below it; add a comment if more is to be said.")},
    Refusal{"UNKNOWN_COMMENT", QT_TRANSLATE_NOOP("Messages", "There is no such comment of a member."),
            QT_TRANSLATE_NOOP("Messages", "Choose one that waits for an answer.")},
    Refusal{"UNKNOWN_NEWS", QT_TRANSLATE_NOOP("Messages", "This announcement does not hold any more."),
            QT_TRANSLATE_NOOP("Messages", "Choose one of the list.")},
    Refusal{"NO_PHONE", QT_TRANSLATE_NOOP("Messages", "This member has no telephone number."),
            QT_TRANSLATE_NOOP("Messages", "Enter the number at the member desk first.")},
};

}  // namespace

std::optional<Message> Messages::taskRefusal(const std::string& reason) {
  auto words = refusalWords(kTaskMessagesRefusals, reason);
  return words ? std::move(words) : clubRefusal(reason);
}

Message Messages::tasksDone(const till::Notice& notice) {
  const auto figure = [&](std::size_t at) { return notice.args.size() > at ? std::atoi(notice.args[at].c_str()) : 0; };
  const int count = figure(1);
  const QString left =
      figure(2) == 0 ? QString() : QStringLiteral(" ") + tr("%n member(s) passed over.", nullptr, figure(2));
  switch (static_cast<till::TaskAct>(figure(0))) {
    case till::TaskAct::Add: return Message::news(tr("%n task(s) added.", nullptr, count) + left);
    case till::TaskAct::Done: return Message::news(tr("The task is done."));
    case till::TaskAct::Move: return Message::news(tr("The task has a new date."));
    case till::TaskAct::Agree: return Message::news(tr("Agreed with the member."));
    case till::TaskAct::Arrange: return Message::news(tr("Arranged."));
    case till::TaskAct::Rate: return Message::news(tr("The score is saved."));
    case till::TaskAct::Cancel: return Message::news(tr("The task is cancelled."));
    case till::TaskAct::Start: return Message::news(tr("%n task(s) are dated.", nullptr, count));
    case till::TaskAct::UseBenefit: return Message::news(tr("Noted; %n left in this time.", nullptr, figure(3)));
    case till::TaskAct::IssueCoupons: return Message::news(tr("%n coupon(s) issued.", nullptr, count) + left);
    case till::TaskAct::SetTarget: return Message::news(tr("The target is saved."));
    case till::TaskAct::SetPlan: return Message::news(tr("The care plan is saved."));
    case till::TaskAct::Drop: return Message::news(tr("%n task(s) deleted.", nullptr, count));
    case till::TaskAct::SetCampaign: return Message::news(tr("The campaign is saved."));
    case till::TaskAct::DropCampaigns: return Message::news(tr("%n campaign(s) deleted.", nullptr, count));
    case till::TaskAct::CheckPhone: return Message::news(tr("What the call showed is noted."));
    case till::TaskAct::Comment: return Message::news(tr("The comment is saved."));
    case till::TaskAct::Answer: return Message::news(tr("The comment is answered."));
    case till::TaskAct::OpenTalk: return Message::news(tr("Who may comment is saved."));
  }
  return Message::news(tr("Done."));
}

}  // namespace kahui::models
