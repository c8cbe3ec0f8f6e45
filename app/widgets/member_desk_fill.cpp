// What the member desk shows of a member, and which of its buttons stand there.
#include "app/widgets/member_desk_screen.hpp"

namespace kahui::widgets {

using models::DeskTask;
using models::MemberDeskText;

void MemberDeskScreen::fillMember() {
  const models::Formatter formatter = m_look.formatter();
  QString who = MemberDeskText::who(page()->head);
  if (m_view->revealed)
    who = models::text(m_view->revealed->name) + QStringLiteral("  ") + models::text(m_view->revealed->phone);
  m_who->setText(who);
  QString detail = MemberDeskText::detail(page()->head, m_look.formatter());
  if (m_view->revealed)
    for (const std::string& one : {m_view->revealed->tax_no, m_view->revealed->contact})
      if (!one.empty()) detail += QStringLiteral(" · ") + models::text(one);
  m_detail->setText(detail);
  m_sums->setText(MemberDeskText::sums(*page(), formatter));
  m_facts->setText(MemberDeskText::facts(*page(), formatter));
  const auto status = page()->head.status;
  m_take->setEnabled(status == member::MemberStatus::Active);
  const bool pending = status == member::MemberStatus::Pending;
  for (const Task& task : m_tasks) {
    if (task.task == DeskTask::Rise) task.button->setVisible(!page()->rises.empty());
    if (task.task == DeskTask::HandTier) task.button->setVisible(!page()->tiers.empty() || page()->tier_by_hand);
    if (task.task == DeskTask::Group) task.button->setVisible(!page()->groups.empty());
    if (task.task == DeskTask::Approve) task.button->setVisible(pending || status == member::MemberStatus::Refused);
    if (task.task == DeskTask::Refuse) task.button->setVisible(pending);
  }
}

void MemberDeskScreen::fillCards() {
  if (page() == nullptr) return;
  const auto& cards = page()->cards;
  if (m_chosen_card >= static_cast<int>(cards.size())) m_chosen_card = 0;
  for (std::size_t at = 0; at < m_cards.size(); ++at) {
    m_cards[at]->setVisible(at < cards.size());
    if (at >= cards.size()) continue;
    m_cards[at]->setText(models::text(cards[at].masked));
    m_cards[at]->setAccessibleName(
        tr("Card %1, %2").arg(models::text(cards[at].masked), MemberDeskText::cardStatus(cards[at].status)));
    const bool chosen = static_cast<int>(at) == m_chosen_card;
    m_cards[at]->setTint(chosen ? std::optional(m_look.tokens().info) : std::nullopt);
    m_cards[at]->update();
  }
  const bool tapped = m_view->card.has_value();
  for (const Task& task : m_tasks) {
    if (task.task == DeskTask::CardGive) task.button->setEnabled(tapped);
    if (task.task == DeskTask::CardReplace) task.button->setEnabled(tapped && !cards.empty());
    const bool writes = task.task == DeskTask::CardWrite || task.task == DeskTask::CardRewrite;
    if (writes) task.button->setVisible(m_view->can_write);
    if (task.task == DeskTask::CardLoad) {
      task.button->setVisible(m_view->can_load);
      task.button->setEnabled(m_view->load.has_value());
    }
    if (task.task == DeskTask::CardRewrite) task.button->setEnabled(!cards.empty());
    if (task.task == DeskTask::CardLost || task.task == DeskTask::CardFound) task.button->setEnabled(!cards.empty());
  }
}

}  // namespace kahui::widgets
