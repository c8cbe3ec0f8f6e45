// What the fields of the member desk's form are called.
#include "app/widgets/member_form.hpp"

namespace kahui::widgets {

QString MemberForm::name(Field field) const {
  switch (field) {
    case Field::Phone: return tr("Phone, 11 digits");
    case Field::Name: return marked(Mark::Company) ? tr("Name of the company") : tr("Name");
    case Field::TaxNo: return tr("Tax number (18 or 15)");
    case Field::Contact: return tr("Contact person");
    case Field::Birthday: return tr("Birthday, (YYYY)MMDD");
    case Field::Referrer: return tr("Referrer: number, phone");
    case Field::Paper: return tr("Number of the paper form");
    case Field::Points: return tr("Points");
    case Field::To: return tr("Receiver: number or phone");
    case Field::Gift: return tr("Code of the gift");
    case Field::Count: return tr("How many (1)");
    case Field::Code: return tr("Code on the receipt");
    case Field::Group: return tr("Code of the group");
    case Field::Until: return tr("Last day, YYYYMMDD (none: no end)");
    case Field::Words:
      if (m_task == models::DeskTask::HandTier) return tr("Why, in words");
      if (m_task == models::DeskTask::Group) return tr("What was shown for it");
      return m_task == models::DeskTask::Refuse ? tr("Why, in words") : tr("In words");
    case Field::OldPin: return m_task == models::DeskTask::Pin ? tr("Old PIN of the member") : tr("PIN of the member");
    case Field::NewPin: return tr("New PIN of the member");
  }
  return {};
}

QString MemberForm::name(Mark mark) const {
  switch (mark) {
    case Mark::Agreed: return marked(Mark::Company) ? tr("Agrees to terms") : tr("18+, agrees to terms");
    case Mark::Marketing: return tr("Wants messages");
    case Mark::Company: return tr("A company");
    case Mark::Lunar: return tr("Lunar birthday");
  }
  return {};
}

}  // namespace kahui::widgets
