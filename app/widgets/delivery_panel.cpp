#include "app/widgets/delivery_panel.hpp"

#include "app/models/messages.hpp"

namespace kahui::widgets {
namespace {

constexpr int kDeliveryPanelLongestNote = 90;  // signs; the till takes 300 bytes

}  // namespace

DeliveryPanel::DeliveryPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("delivery"), parent),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_note(new CodeEdit(look, QStringLiteral("deliveryNote"), CodeEdit::Ime::Allowed, this)),
      m_leave(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("deliveryLeave"), this)),
      m_deliver(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("deliverBill"), this)) {
  m_hint->setWordWrap(true);
  m_note->setMaxLength(kDeliveryPanelLongestNote);
  m_deliver->setIconName(QStringLiteral("check"));
  m_deliver->setCap(QStringLiteral("Enter"));
  m_leave->setInk(&Tokens::price);
  body()->addWidget(m_hint);
  body()->addWidget(m_note);
  body()->addStretch();
  body()->addWidget(m_leave);
  body()->addWidget(m_deliver);
  connect(m_note, &CodeEdit::entered, this, &DeliveryPanel::deliver);
  connect(m_deliver, &QAbstractButton::clicked, this, &DeliveryPanel::deliver);
  connect(m_leave, &QAbstractButton::clicked, this, [this] { emit chosen({}); });
  connect(m_note, &QLineEdit::textChanged, m_deliver,
          [this](const QString& text) { m_deliver->setEnabled(!text.trimmed().isEmpty()); });
  m_deliver->setEnabled(false);
  DeliveryPanel::retranslate();
}

void DeliveryPanel::open(const std::optional<till::DeliveryView>& delivery) {
  m_note->setText(delivery ? models::text(delivery->note) : QString());
  const bool chinese = m_look.formatter().language() == models::Language::Chinese;
  m_class = !delivery ? QString() : models::text(chinese ? delivery->how_zh : delivery->how_en);
  retranslate();
  m_leave->setVisible(delivery.has_value());
}

void DeliveryPanel::deliver() {
  const QString note = m_note->text().trimmed();
  if (!note.isEmpty()) emit chosen(note);
}

void DeliveryPanel::retranslate() {
  setTitle(tr("Deliver the goods"));
  QString hint =
      tr("Name, phone and address. The fee follows the member's tier and the amount; the address is "
         "printed on the receipt.");
  if (!m_class.isEmpty()) hint.prepend(tr("Goes by: %1").arg(m_class) + QStringLiteral("\n"));
  m_hint->setText(hint);
  m_note->setPlaceholderText(tr("Where to"));
  m_note->setAccessibleName(tr("Name, phone and address"));
  m_leave->setText(tr("Taken along after all"));
  m_leave->setAccessibleName(tr("The goods are taken along, no fee"));
  m_deliver->setText(tr("Deliver"));
  m_deliver->setAccessibleName(tr("Deliver the goods of this bill"));
}

}  // namespace kahui::widgets
