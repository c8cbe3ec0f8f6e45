#include "app/widgets/member_form.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/models/tier_text.hpp"
#include "app/models/typed_birthday.hpp"

namespace kahui::widgets {
namespace {

using models::DeskTask;
using models::MemberDeskText;

std::optional<int> whole(const QString& text) {
  bool ok = false;
  const int value = text.toInt(&ok);
  return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

constexpr const char* kByRules = "=RULES";  // in the place of a tier's code: what was given by hand ends

// YYYYMMDD
std::optional<base::BusinessDate> readDay(const QString& typed) {
  const std::string digits = typed.toStdString();
  if (digits.size() != 8 || !base::allDigits(digits)) return std::nullopt;
  return base::BusinessDate::parse(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6));
}

std::optional<till::MemberAct> actOf(DeskTask task) {
  switch (task) {
    case DeskTask::Correct:
    case DeskTask::Messages: return till::MemberAct::Correct;
    case DeskTask::Pin: return till::MemberAct::SetPin;
    case DeskTask::Reveal: return till::MemberAct::Reveal;
    case DeskTask::Freeze: return till::MemberAct::Freeze;
    case DeskTask::Unfreeze: return till::MemberAct::Unfreeze;
    case DeskTask::Void: return till::MemberAct::Void;
    case DeskTask::Grant: return till::MemberAct::Grant;
    case DeskTask::CashOut: return till::MemberAct::CashOut;
    case DeskTask::Transfer: return till::MemberAct::Transfer;
    case DeskTask::Exchange: return till::MemberAct::Exchange;
    case DeskTask::CancelExchange: return till::MemberAct::CancelExchange;
    case DeskTask::Quarter: return till::MemberAct::Quarter;
    case DeskTask::Claim: return till::MemberAct::Claim;
    case DeskTask::Rise: return till::MemberAct::Rise;
    case DeskTask::Erase: return till::MemberAct::Erase;
    case DeskTask::Terms: return till::MemberAct::AgreeTerms;
    case DeskTask::Approve: return till::MemberAct::Approve;
    case DeskTask::Refuse: return till::MemberAct::Refuse;
    case DeskTask::Group: return till::MemberAct::SetGroup;
    case DeskTask::HandTier: return till::MemberAct::SetTier;
    case DeskTask::Join:
    case DeskTask::CardGive:
    case DeskTask::CardReplace:
    case DeskTask::CardLost:
    case DeskTask::CardFound:
    case DeskTask::CardWrite:
    case DeskTask::CardRewrite:
    case DeskTask::CardLoad: break;
  }
  return std::nullopt;
}

}  // namespace

MemberForm::MemberForm(Look look, QWidget* parent)
    : Card(look, parent),
      m_title(new TextLabel(look, 18, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_what(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_card(new TextLabel(look, 15, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_steps(new StepBar(look, QStringLiteral("memberForm"), this)),
      m_signature(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_confirm(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("memberFormConfirm"), this)) {
  m_title->setObjectName(QStringLiteral("memberFormTitleTextLabel"));
  m_what->setWordWrap(true);
  m_signature->setWordWrap(true);
  m_card->setWordWrap(true);
  m_card->setObjectName(QStringLiteral("memberFormCardTextLabel"));
  m_confirm->setIconName(QStringLiteral("check"));
  m_confirm->setCap(QStringLiteral("Enter"));
  makeFields();
  makeMarks();
  makeChoices();
  makeCustomer();
  makePinKey();
  m_grid = new QGridLayout;
  m_grid->setSpacing(kGap_px);
  m_grid->setColumnStretch(0, 1);
  m_grid->setColumnStretch(1, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 12, 16, 14);
  layout->setSpacing(kGap_px);
  for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_what, m_card, m_steps}) layout->addWidget(part);
  layout->addLayout(m_grid);
  layout->addStretch(1);
  layout->addWidget(m_confirm);
  connect(m_confirm, &QAbstractButton::clicked, this, &MemberForm::confirm);
  connect(&look.theme, &Theme::changed, this, &MemberForm::paintMarks);
  retranslate();
}

// S001-102: a company has a tax number and a contact where a person has a birthday.
std::vector<MemberForm::Field> MemberForm::fieldsOfJoining() const {
  std::vector<Field> fields{Field::Phone};
  if (m_join_purchase > base::Money()) fields.push_back(Field::Code);
  fields.push_back(Field::Name);
  if (marked(Mark::Company))
    fields.insert(fields.end(), {Field::TaxNo, Field::Contact});
  else
    fields.push_back(Field::Birthday);
  fields.insert(fields.end(), {Field::Referrer, Field::Paper});
  return fields;
}

std::vector<MemberForm::Field> MemberForm::fieldsOf(DeskTask task) const {
  switch (task) {
    case DeskTask::Join: return fieldsOfJoining();
    case DeskTask::Correct:
      if (marked(Mark::Company)) return {Field::Phone, Field::Name, Field::TaxNo, Field::Contact};
      return {Field::Phone, Field::Name, Field::Birthday};
    case DeskTask::Pin: return {Field::OldPin, Field::NewPin};
    case DeskTask::Freeze:
    case DeskTask::Grant:
    case DeskTask::Void: return {Field::Points, Field::Words};
    case DeskTask::Unfreeze: return {Field::Points};
    case DeskTask::CashOut:
    case DeskTask::Quarter: return {Field::Points, Field::OldPin};
    case DeskTask::Transfer: return {Field::To, Field::Points, Field::OldPin};
    case DeskTask::Exchange: return {Field::Gift, Field::Count, Field::OldPin};
    case DeskTask::Claim: return {Field::Code};
    case DeskTask::HandTier: return {Field::Words, Field::Until};
    case DeskTask::Refuse: return {Field::Words};
    case DeskTask::Group: return {Field::Group, Field::Words};
    case DeskTask::Approve:
    case DeskTask::Rise: return {Field::OldPin};
    case DeskTask::Messages:
    case DeskTask::Terms:
    case DeskTask::Reveal:
    case DeskTask::CancelExchange:
    case DeskTask::Erase:
    case DeskTask::CardGive:
    case DeskTask::CardReplace:
    case DeskTask::CardLost:
    case DeskTask::CardFound:
    case DeskTask::CardWrite:
    case DeskTask::CardRewrite:
    case DeskTask::CardLoad: break;
  }
  return {};
}

std::vector<MemberForm::Mark> MemberForm::marksOf(DeskTask task) const {
  const bool company = marked(Mark::Company);
  if (task == DeskTask::Join && company) return {Mark::Agreed, Mark::Marketing, Mark::Company};
  if (task == DeskTask::Join) return {Mark::Agreed, Mark::Marketing, Mark::Company, Mark::Lunar};
  if (task == DeskTask::Correct && company) return {Mark::Company};
  if (task == DeskTask::Correct) return {Mark::Company, Mark::Lunar};
  if (task == DeskTask::Messages) return {Mark::Marketing};
  return {};
}

bool MemberForm::twice() const {
  return m_task == DeskTask::Erase || m_task == DeskTask::Void || m_task == DeskTask::CashOut ||
         m_task == DeskTask::Rise;
}

void MemberForm::open(DeskTask task, const till::MemberDeskView& view, const QString& phone) {
  close();
  m_task = task;
  m_consent = models::text(view.consent);
  m_gifts.clear();
  if (view.page)
    for (const auto& gift : view.page->catalogue)
      if (!gift.on_bill)
        m_gifts += QStringLiteral("\n%1  %2  %3")
                       .arg(models::text(gift.code), models::text(gift.name), m_look.formatter().points(gift.points));
  if (view.page && task == DeskTask::Group) m_gifts = MemberDeskText::groups(*view.page, m_look.formatter());
  m_tapped = view.card;
  m_writing = view.writing;
  m_join_purchase = view.join_purchase;
  m_offers.clear();
  if (view.page && task == DeskTask::Rise) m_offers = view.page->rises;
  if (view.page && task == DeskTask::HandTier) m_offers = view.page->tiers;
  if (view.page && task == DeskTask::HandTier && view.page->tier_by_hand) m_offers.push_back({kByRules, {}, {}});
  if (m_offers.size() > m_rises.size()) m_offers.resize(m_rises.size());
  m_choice = task == DeskTask::Join ? QStringLiteral("till") : QString();
  if (!m_offers.empty()) m_choice = models::text(m_offers.front().code);
  m_fields.at(Field::Phone)->setText(phone);
  m_marks.at(Mark::Marketing)->setChecked(task == DeskTask::Messages && view.page && view.page->marketing);
  m_was_company = task == DeskTask::Correct && view.page && view.page->company;
  m_marks.at(Mark::Company)->setChecked(m_was_company);
  arrange();
  retranslate();
}

void MemberForm::close() {
  m_pin_key->serve(nullptr);
  if (std::exchange(m_by_customer, false)) m_entry->stop();
  lock(false);
  m_scans = false;
  m_scan->clear();
  for (const auto& [field, edit] : m_fields) edit->clear();
  for (const auto& [mark, button] : m_marks) button->setChecked(false);
  m_approver->clear();
  m_approver_pin->clear();
  m_signs = false;
  m_pressed = false;
}

void MemberForm::askSignature() {
  m_signs = true;
  m_pressed = false;
  m_approver_pin->clear();
  arrange();
  retranslate();
  (m_approver->text().isEmpty() ? m_approver : m_approver_pin)->setFocus();
}

void MemberForm::refused() {
  m_pressed = false;
  for (const Field secret : {Field::OldPin, Field::NewPin}) m_fields.at(secret)->clear();
  m_approver_pin->clear();
  retranslate();
}

void MemberForm::showCard(const std::optional<till::TappedCardView>& card,
                          const std::optional<till::CardWritingView>& writing) {
  m_tapped = card;
  m_writing = writing;
  retranslate();
}

CodeEdit* MemberForm::first() const {
  for (const Field field : fieldsOf(m_task))
    if (m_fields.at(field)->text().isEmpty()) return m_fields.at(field);
  return nullptr;
}

void MemberForm::focusFirst() {
  // Of a joining, the phone alone has to be typed; then the consent is asked for.
  if (m_task == DeskTask::Join && !typed(Field::Phone).isEmpty())
    return (marked(Mark::Agreed) ? m_confirm : m_marks.at(Mark::Agreed))->setFocus(Qt::TabFocusReason);
  if (CodeEdit* edit = first(); edit != nullptr) return edit->setFocus();
  m_confirm->setFocus(Qt::TabFocusReason);
}

QString MemberForm::typed(Field field) const { return m_fields.at(field)->text().trimmed(); }

bool MemberForm::marked(Mark mark) const { return m_marks.at(mark)->isChecked(); }

// Enter goes from field to field, and after the last to what does it.
void MemberForm::step(CodeEdit* from) {
  if (takeForm(from)) return;
  const auto fields = fieldsOf(m_task);
  const auto here = std::find_if(fields.begin(), fields.end(), [&](Field one) { return m_fields.at(one) == from; });
  if (m_task == DeskTask::Join) return focusFirst();
  if (here != fields.end() && here + 1 != fields.end()) return m_fields.at(*(here + 1))->setFocus();
  confirm();
}

void MemberForm::confirm() {
  if (m_pin_key->runs()) return;
  if (twice() && !m_pressed) {
    m_pressed = true;
    retranslate();
    m_confirm->setFocus(Qt::TabFocusReason);
    return;
  }
  m_pressed = false;
  emit confirmed();
  retranslate();
}

till::JoinRequest MemberForm::joining() const {
  till::JoinRequest request;
  request.phone = typed(Field::Phone).toStdString();
  request.name = typed(Field::Name).toStdString();
  request.adult = request.consent = marked(Mark::Agreed);
  request.marketing = marked(Mark::Marketing);
  request.company = marked(Mark::Company);
  request.tax_no = request.company ? typed(Field::TaxNo).toStdString() : std::string();
  request.contact = request.company ? typed(Field::Contact).toStdString() : std::string();
  request.form = typed(Field::Paper).toStdString();
  request.referrer = typed(Field::Referrer).toStdString();
  if (m_join_purchase > base::Money()) request.receipt = typed(Field::Code).remove(QLatin1Char(' ')).toStdString();
  request.via =
      m_choice == QStringLiteral("till") && !request.referrer.empty() ? std::string() : m_choice.toStdString();
  if (request.company) return request;
  if (const auto read = models::readBirthday(typed(Field::Birthday), marked(Mark::Lunar))) {
    request.birthday = read->birthday;
    request.born = read->born;
  } else {
    request.birthday = member::Birthday{member::BirthdayCalendar::Solar, 0, 0, false};  // refused as no birthday
  }
  return request;
}

std::optional<till::MemberRequest> MemberForm::request(const std::string& member_no) const {
  const auto act = actOf(m_task);
  if (!act) return std::nullopt;
  till::MemberRequest request;
  request.act = *act;
  request.member_no = member_no;
  request.member_pin = typed(Field::OldPin).toStdString();
  request.new_pin = typed(Field::NewPin).toStdString();
  request.text = typed(Field::Words).toStdString();
  request.to = typed(Field::To).toStdString();
  request.group = typed(Field::Group).toStdString();
  request.code = typed(Field::Code).remove(QLatin1Char(' ')).toStdString();
  if (m_task == DeskTask::Rise) {
    for (const auto& offer : m_offers)
      if (models::text(offer.code) == m_choice) request.points = offer.points;
    request.tier = m_choice.toStdString();
  } else if (m_task == DeskTask::HandTier) {
    request.tier = m_choice.toStdString();
    if (request.tier == kByRules) request.act = till::MemberAct::EndTier;
    const auto until = readDay(typed(Field::Until));
    if (!typed(Field::Until).isEmpty() && !until) return std::nullopt;
    request.until = until;
  } else if (!m_choice.isEmpty()) {
    request.reason = m_choice.toStdString();
  }
  if (m_task == DeskTask::Messages) request.marketing = marked(Mark::Marketing);
  if (m_task == DeskTask::Correct) {
    if (!typed(Field::Phone).isEmpty()) request.phone = typed(Field::Phone).toStdString();
    if (!typed(Field::Name).isEmpty()) request.name = typed(Field::Name).toStdString();
    const bool company = marked(Mark::Company);
    if (company != m_was_company) request.company = company;
    if (company && !typed(Field::TaxNo).isEmpty()) request.tax_no = typed(Field::TaxNo).toStdString();
    if (company && !typed(Field::Contact).isEmpty()) request.contact = typed(Field::Contact).toStdString();
    const auto read = models::readBirthday(company ? QString() : typed(Field::Birthday), marked(Mark::Lunar));
    if (!read) return std::nullopt;
    request.birthday = read->birthday;
  }
  if (!typed(Field::Points).isEmpty()) {
    const auto points = whole(typed(Field::Points));
    if (!points || *points == 0) return std::nullopt;
    request.points = base::Points(*points);
  }
  if (m_task == DeskTask::Exchange) {
    const auto count = typed(Field::Count).isEmpty() ? std::optional(1) : whole(typed(Field::Count));
    if (!count || typed(Field::Gift).isEmpty()) return std::nullopt;
    request.gifts.push_back({typed(Field::Gift).toStdString(), *count});
  }
  return request;
}

till::Approval MemberForm::approval() const {
  if (!m_signs) return {};
  return {m_approver->text().trimmed().toStdString(), m_approver_pin->text().toStdString()};
}

void MemberForm::choose(const QString& code) {
  m_choice = code;
  paintMarks();
}

void MemberForm::paintMarks() {
  const auto paint = [this](ActionButton* button, bool on) {
    button->setChecked(on);
    button->setTint(on ? std::optional(m_look.tokens().info) : std::nullopt);
    button->setIconName(on ? QStringLiteral("check") : QString());
    button->update();
  };
  for (const auto& [mark, button] : m_marks) paint(button, button->isChecked());
  for (const auto* row : {&m_reasons, &m_vias})
    for (const auto& [code, button] : *row) paint(button, code == m_choice);
  for (std::size_t at = 0; at < m_offers.size(); ++at) paint(m_rises[at], models::text(m_offers[at].code) == m_choice);
}

// Only what the task asks for is shown, two in a row, in the order of Tab.
void MemberForm::arrange() {
  while (m_grid->count() > 0) delete m_grid->takeAt(0);
  for (const auto& [field, edit] : m_fields) edit->hide();
  for (const auto& [mark, button] : m_marks) button->hide();
  for (const auto* row : {&m_reasons, &m_vias})
    for (const auto& [code, button] : *row) button->hide();
  for (ActionButton* button : m_rises) button->hide();
  m_customer->hide();
  m_scan->hide();
  if (!m_pin_key->runs()) servePin();
  int place = 0;
  QWidget* before = nullptr;
  const auto put = [&](QWidget* part, bool whole_row = false) {
    if (whole_row && place % 2 != 0) ++place;
    m_grid->addWidget(part, place / 2, place % 2, 1, whole_row ? 2 : 1);
    place += whole_row ? 2 : 1;
    part->show();
    if (before != nullptr) setTabOrder(before, part);
    before = part;
  };
  const auto marks = marksOf(m_task);
  for (std::size_t at = 0; at < m_offers.size(); ++at) put(m_rises[at]);
  if (m_task == DeskTask::Join) {
    put(m_fields.at(Field::Phone));
    put(m_marks.at(Mark::Agreed));
    const bool offered = m_entry != nullptr && m_entry->available();
    if (offered) put(m_customer, !m_scans);
    if (m_scans) put(m_scan, !offered);
  }
  for (const Field field : fieldsOf(m_task))
    if (m_task != DeskTask::Join || field != Field::Phone) put(m_fields.at(field));
  for (const Mark mark : marks)
    if (mark != Mark::Agreed) put(m_marks.at(mark));
  if (m_pin_key->isOffered()) put(m_pin_key, true);
  const bool reasons = m_task == DeskTask::Freeze || m_task == DeskTask::Void;
  const bool vias = m_task == DeskTask::Join;
  if (reasons)
    for (const auto& [code, button] : m_reasons) put(button);
  if (vias)
    for (const auto& [code, button] : m_vias) put(button);
  for (QWidget* part : std::initializer_list<QWidget*>{m_signature, m_approver, m_approver_pin})
    part->setVisible(m_signs);
  if (m_signs) {
    put(m_signature, true);
    put(m_approver);
    put(m_approver_pin);
  }
  if (before != nullptr) setTabOrder(before, m_confirm);
}

void MemberForm::changeEvent(QEvent* event) {
  Card::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void MemberForm::retranslate() {
  m_title->setText(MemberDeskText::task(m_task));
  m_what->setText(MemberDeskText::what(m_task) +
                  (m_task == DeskTask::Exchange || m_task == DeskTask::Group ? m_gifts : QString()));
  if (m_task == DeskTask::Join)
    m_what->setText(tr("%1 Text of consent: version %2.").arg(MemberDeskText::what(m_task), m_consent));
  if (m_task == DeskTask::Join && m_join_purchase > base::Money())
    m_what->setText(m_what->text() + QLatin1Char('\n') +
                    tr("Who joins buys for %1 today: the open bill, or a guest's receipt by its code.")
                        .arg(m_look.formatter().money(m_join_purchase)));
  for (std::size_t at = 0; at < m_offers.size(); ++at) {
    const QString tier = models::tierText(m_offers[at].name, m_look.formatter());
    m_rises[at]->setText(m_offers[at].code == kByRules ? tr("As the rules say")
                         : m_task == DeskTask::HandTier
                             ? tier
                             : tr("%1: %2 points").arg(tier, m_look.formatter().points(m_offers[at].points)));
    m_rises[at]->setAccessibleName(m_rises[at]->text());
  }
  for (const auto& [field, edit] : m_fields) {
    edit->setPlaceholderText(name(field));
    edit->setAccessibleName(name(field));
  }
  for (const auto& [mark, button] : m_marks) {
    button->setText(name(mark));
    const bool person = mark == Mark::Agreed && !marked(Mark::Company);
    button->setAccessibleName(person ? tr("Is 18 or older and agrees to the terms") : name(mark));
  }
  for (const auto& [code, button] : m_reasons) {
    button->setText(MemberDeskText::reason(code));
    button->setAccessibleName(tr("Reason: %1").arg(MemberDeskText::reason(code)));
  }
  for (const auto& [code, button] : m_vias) {
    button->setText(MemberDeskText::via(code));
    button->setAccessibleName(tr("Joins by: %1").arg(MemberDeskText::via(code)));
  }
  const bool takes_card = m_task == DeskTask::Join || m_task == DeskTask::CardGive || m_task == DeskTask::CardReplace;
  m_card->setVisible(takes_card || m_writing);
  m_card->setText(m_writing  ? MemberDeskText::writing(*m_writing)
                  : m_tapped ? tr("Tapped card: %1").arg(models::text(m_tapped->masked))
                             : tr("No card tapped yet"));
  fillWriting();
  fillCustomer();
  m_signature->setText(tr("This is beyond your right. A shift leader or manager signs with code and PIN."));
  m_approver->setPlaceholderText(tr("Staff code of who allows it"));
  m_approver->setAccessibleName(tr("Staff code of who allows it"));
  m_approver_pin->setPlaceholderText(tr("PIN of who allows it"));
  m_approver_pin->setAccessibleName(tr("PIN of who allows it"));
  const QString confirm = MemberDeskText::confirm(m_task);
  m_confirm->setText(m_writing   ? tr("Esc stops the writing")
                     : m_pressed ? tr("Press again: %1").arg(confirm)
                                 : confirm);
  m_confirm->setCap(m_writing ? QStringLiteral("Esc") : QStringLiteral("Enter"));
  m_confirm->setAccessibleName(m_confirm->text());
  paintMarks();
}

// An Enter out of habit neither stops the writing nor begins it twice.
void MemberForm::fillWriting() {
  using Stage = till::CardWritingView::Stage;
  m_steps->setVisible(m_writing.has_value());
  if (m_writing && m_confirm->hasFocus()) m_steps->setFocus();  // else it goes to the next button, and Enter with it
  m_confirm->setEnabled(!m_writing && !m_by_customer);
  m_card->setInk(m_writing && m_writing->stage == Stage::PutBack ? &Tokens::price : &Tokens::text);
  if (!m_writing) return;
  const bool begun = m_writing->stage != Stage::Waiting;
  m_steps->show(begun ? static_cast<int>(m_writing->step) : 0, ports::kCardWriteSteps);
  m_card->setAccessibleName(m_card->text());
}

}  // namespace kahui::widgets
