// Campaigns in the manager's view: entered, looked at, deleted while they are drafts; and calls to a list's members.
#include <QVBoxLayout>

#include "app/widgets/manager_screen.hpp"

namespace kahui::widgets {

namespace {
constexpr int kManagerCampaignsForm_px = 960;
}  // namespace

QWidget* ManagerScreen::makeCampaign() {
  m_campaign_form = new CampaignForm(m_look);
  auto* card = new Card(m_look);
  card->setMaximumWidth(kManagerCampaignsForm_px);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(14, 12, 14, 14);
  inside->addWidget(m_campaign_form);
  auto* page = new QWidget;
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(card, 1, Qt::AlignTop);
  connect(m_campaign_form, &CampaignForm::filled, this, [this](const till::TaskRequest& request) {
    m_reports.showCampaign(request.set_campaign->code);
    emit workAsked(request);
  });
  connect(m_campaign_form, &CampaignForm::refused, m_notice, &NoticeBar::show);
  connect(m_campaign_form, &CampaignForm::left, this, &ManagerScreen::formDone);
  return page;
}

void ManagerScreen::editCampaign(bool fresh) {
  const journal::CampaignSet* shown = m_reports.campaign();
  if (!fresh && shown == nullptr) return;
  m_dropping = false;
  m_campaign_form->open(fresh ? journal::CampaignSet{} : *shown);
  m_stack->setCurrentIndex(kCampaignPlace);
}

// Two presses; one that has begun is no draft, and the till refuses it.
void ManagerScreen::dropCampaign() {
  const journal::CampaignSet* shown = m_reports.campaign();
  if (shown == nullptr) return;
  if (!m_dropping) {
    m_dropping = true;
    return takeCampaignButtons();
  }
  m_dropping = false;
  till::TaskRequest request;
  request.act = till::TaskAct::DropCampaigns;
  request.drop = {shown->code};
  emit workAsked(request);
}

// From not known to confirmed, to dead, and back.
void ManagerScreen::checkPhone() {
  const int row = m_table->currentIndex().row();
  const std::int64_t member = m_reports.table().memberAt(row);
  if (member == 0) return;
  till::TaskRequest request;
  request.act = till::TaskAct::CheckPhone;
  request.members = {member::MemberNo(member)};
  const std::string state = m_reports.phoneState(row);
  request.phone_state = state.empty()                       ? std::string(journal::kPhoneConfirmed)
                        : state == journal::kPhoneConfirmed ? std::string(journal::kPhoneDead)
                                                            : std::string();
  emit workAsked(request);
}

void ManagerScreen::takeCampaignButtons() {
  const auto say = [](ActionButton* one, const QString& words, const QString& spoken) {
    one->setText(words);
    one->setAccessibleName(spoken);
  };
  const bool campaigns = m_reports.page() == models::ReportPage::Campaigns;
  const bool there = m_reports.campaign() != nullptr;
  m_dropping = m_dropping && campaigns && there;
  m_drop->setEnabled(there);
  m_edit->setEnabled(!campaigns || there);
  say(m_drop, m_dropping ? tr("Delete %1?").arg(1) : tr("Delete"),
      m_dropping ? tr("Press again to delete this campaign") : tr("Delete this campaign, if it has not begun"));
  if (campaigns)
    say(m_edit, tr("Edit"), tr("Edit this campaign and its cost"));
  else
    say(m_edit, tr("Targets and care plan"), tr("Edit the targets and the steps of the care plan"));
  const int bills = m_reports.leastBills();
  say(m_bills, bills == 0 ? tr("Any bills") : tr("%n+ bills", nullptr, bills),
      bills == 0 ? tr("However many bills; show only who has two or more in a year")
                 : tr("Only who has two or more bills in a year; show all"));
}

void ManagerScreen::retranslateCampaign() {
  m_new->setText(tr("New"));
  m_new->setAccessibleName(tr("A new campaign"));
  m_phone->setText(tr("Number"));
  m_phone->setAccessibleName(tr("What a call to this member showed: confirmed, dead, not known"));
  m_latest->setTitle(tr("Latest about members"));
}

}  // namespace kahui::widgets
