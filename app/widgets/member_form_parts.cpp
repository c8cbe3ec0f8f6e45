// What the member desk's form is made of: its fields, marks and choices.
#include "app/widgets/member_form.hpp"

namespace kahui::widgets {
namespace {

constexpr int kMemberFormLongestPin = 12;
constexpr int kLongestText = 60;
constexpr int kMemberFormField_px = 46;
constexpr int kMostRises = 6;  // tiers that are offered at once

}  // namespace

CodeEdit* MemberForm::makeField(Field field, const QString& name, CodeEdit::Ime ime, int longest, bool secret) {
  auto* edit = new CodeEdit(m_look, name, ime, this);
  edit->setMaxLength(longest);
  edit->setFixedHeight(kMemberFormField_px);
  if (secret) edit->setEchoMode(QLineEdit::Password);
  connect(edit, &CodeEdit::entered, this, [this, edit] { step(edit); });
  m_fields.emplace(field, edit);
  return edit;
}

void MemberForm::makeFields() {
  using Ime = CodeEdit::Ime;
  makeField(Field::Phone, QStringLiteral("memberFormPhone"), Ime::Refused, 20, false);
  makeField(Field::Name, QStringLiteral("memberFormName"), Ime::Allowed, kLongestText, false);
  makeField(Field::TaxNo, QStringLiteral("memberFormTaxNo"), Ime::Refused, 24, false);
  makeField(Field::Contact, QStringLiteral("memberFormContact"), Ime::Allowed, kLongestText, false);
  makeField(Field::Birthday, QStringLiteral("memberFormBirthday"), Ime::Refused, 8, false);
  makeField(Field::Referrer, QStringLiteral("memberFormReferrer"), Ime::Refused, 20, false);
  makeField(Field::Paper, QStringLiteral("memberFormPaper"), Ime::Refused, 30, false);
  makeField(Field::Points, QStringLiteral("memberFormPoints"), Ime::Refused, 9, false);
  makeField(Field::To, QStringLiteral("memberFormTo"), Ime::Refused, 20, false);
  makeField(Field::Gift, QStringLiteral("memberFormGift"), Ime::Refused, 40, false);
  makeField(Field::Count, QStringLiteral("memberFormCount"), Ime::Refused, 3, false);
  makeField(Field::Code, QStringLiteral("memberFormCode"), Ime::Refused, 24, false);
  makeField(Field::Group, QStringLiteral("memberFormGroup"), Ime::Refused, 32, false);
  makeField(Field::Words, QStringLiteral("memberFormWords"), Ime::Allowed, kLongestText, false);
  makeField(Field::Until, QStringLiteral("memberFormUntil"), Ime::Refused, 8, false);
  makeField(Field::OldPin, QStringLiteral("memberFormOldPin"), Ime::Refused, kMemberFormLongestPin, true);
  makeField(Field::NewPin, QStringLiteral("memberFormNewPin"), Ime::Refused, kMemberFormLongestPin, true);
  m_approver = new CodeEdit(m_look, QStringLiteral("memberFormApprover"), Ime::Refused, this);
  m_approver_pin = new CodeEdit(m_look, QStringLiteral("memberFormApproverPin"), Ime::Refused, this);
  m_approver->setMaxLength(16);
  m_approver_pin->setMaxLength(kMemberFormLongestPin);
  m_approver_pin->setEchoMode(QLineEdit::Password);
  for (CodeEdit* edit : {m_approver, m_approver_pin}) edit->setFixedHeight(kMemberFormField_px);
  connect(m_approver, &CodeEdit::entered, this, [this] { m_approver_pin->setFocus(); });
  connect(m_approver_pin, &CodeEdit::entered, this, &MemberForm::confirm);
}

void MemberForm::makeMarks() {
  const std::pair<Mark, const char*> all[] = {{Mark::Agreed, "memberFormAgreed"},
                                              {Mark::Marketing, "memberFormMarketing"},
                                              {Mark::Company, "memberFormCompany"},
                                              {Mark::Lunar, "memberFormLunar"}};
  for (const auto& [mark, object] : all) {
    auto* button = new ActionButton(m_look, ActionButton::Kind::Plain, QString::fromLatin1(object), this);
    button->setCheckable(true);
    button->setFixedHeight(kTouch_px);
    connect(button, &QAbstractButton::clicked, this, [this, one = mark] {
      if (one == Mark::Company) {
        arrange();
        retranslate();
      }
      paintMarks();
      if (one == Mark::Agreed && marked(Mark::Agreed)) m_confirm->setFocus(Qt::TabFocusReason);
    });
    m_marks.emplace(mark, button);
  }
}

void MemberForm::makeChoices() {
  const auto add = [this](const char* code, const char* prefix, auto& into) {
    auto* button = new ActionButton(m_look, ActionButton::Kind::Plain,
                                    QString::fromLatin1(prefix) + QString::fromLatin1(code).toLower(), this);
    button->setCheckable(true);
    button->setFixedHeight(kTouch_px);
    connect(button, &QAbstractButton::clicked, this, [this, code] { choose(QString::fromLatin1(code)); });
    into.emplace_back(QString::fromLatin1(code), button);
  };
  for (const char* code : {"IMPROPER", "FRAUD", "BREACH", "DISPUTE", "OTHER"}) add(code, "memberReason", m_reasons);
  for (const char* code : {"till", "phone", "web", "referral", "event"}) add(code, "memberVia", m_vias);
  for (int at = 0; at < kMostRises; ++at) {
    auto* button =
        new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("memberFormRise%1").arg(at), this);
    button->setCheckable(true);
    button->setFixedHeight(kTouch_px);
    connect(button, &QAbstractButton::clicked, this, [this, at] {
      if (static_cast<std::size_t>(at) < m_offers.size())
        choose(models::text(m_offers[static_cast<std::size_t>(at)].code));
    });
    m_rises.push_back(button);
  }
}

void MemberForm::showForm(const std::string& number) {
  if (m_task != models::DeskTask::Join || number.empty()) return;
  m_fields.at(Field::Paper)->setText(models::text(number));
  focusFirst();
}

bool MemberForm::takeForm(CodeEdit* from) {
  const QString number = from->text().trimmed();
  if (m_task != models::DeskTask::Join || from == m_fields.at(Field::Paper) || !models::MemberDeskText::isForm(number))
    return false;
  from->clear();
  showForm(number.toStdString());
  return true;
}

}  // namespace kahui::widgets
