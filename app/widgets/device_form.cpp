#include "app/widgets/device_form.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kahui::widgets {
namespace {

using models::DeviceKind;

constexpr int kBaud_px = 120;
constexpr int kDeviceFormLongestName = 200;
constexpr int kLongestBaud = 6;
constexpr const char* kUsualBaud = "9600";

}  // namespace

DeviceForm::DeviceForm(Look look, QWidget* parent)
    : Card(look, parent),
      m_title(new TextLabel(look, 16, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_name(new CodeEdit(look, QStringLiteral("deviceName"), CodeEdit::Ime::Refused, this)),
      m_baud(new CodeEdit(look, QStringLiteral("deviceBaud"), CodeEdit::Ime::Refused, this)),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_add(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("deviceAdd"), this)) {
  auto* kinds = new QGridLayout;
  kinds->setSpacing(kGap_px);
  const std::pair<DeviceKind, const char*> all[] = {{DeviceKind::SmartCard, "deviceSmartCard"},
                                                    {DeviceKind::Serial, "deviceSerial"},
                                                    {DeviceKind::Wedge, "deviceWedge"},
                                                    {DeviceKind::Nfc, "deviceNfc"}};
  int place = 0;
  for (const auto& [kind, name] : all) {
    auto* button = new ActionButton(look, ActionButton::Kind::Tile, QString::fromLatin1(name), this);
    button->setCheckable(true);
    button->setFixedHeight(kTouch_px);
    connect(button, &QAbstractButton::clicked, this, [this, one = kind] { choose(one); });
    m_kinds.push_back({kind, button});
    kinds->addWidget(button, place / 2, place % 2);
    ++place;
  }
  m_name->setMaxLength(kDeviceFormLongestName);
  m_baud->setMaxLength(kLongestBaud);
  m_baud->setFixedWidth(kBaud_px);
  m_baud->setText(QString::fromLatin1(kUsualBaud));
  m_hint->setWordWrap(true);
  m_add->setIconName(QStringLiteral("plus"));
  auto* line = new QHBoxLayout;
  line->setSpacing(kGap_px);
  line->addWidget(m_name, 1);
  line->addWidget(m_baud);
  line->addWidget(m_add);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(14, 10, 14, 12);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_title);
  layout->addLayout(kinds);
  layout->addLayout(line);
  layout->addWidget(m_hint);
  connect(m_add, &QAbstractButton::clicked, this, &DeviceForm::ask);
  connect(m_name, &CodeEdit::entered, this, &DeviceForm::ask);
  connect(m_baud, &CodeEdit::entered, this, &DeviceForm::ask);
  connect(&look.theme, &Theme::changed, this, [this] { choose(m_kind); });
  retranslate();
}

void DeviceForm::begin() { m_name->setFocus(Qt::TabFocusReason); }

void DeviceForm::clear() {
  m_name->clear();
  m_baud->setText(QString::fromLatin1(kUsualBaud));
}

void DeviceForm::ask() { emit addAsked(m_kind, m_name->text(), m_baud->text()); }

void DeviceForm::choose(DeviceKind kind) {
  m_kind = kind;
  for (const Kind& one : m_kinds) {
    one.button->setChecked(one.kind == kind);
    one.button->setTint(one.kind == kind ? std::optional(m_look.tokens().info) : std::nullopt);
    one.button->update();
  }
  m_baud->setVisible(kind == DeviceKind::Serial);
  switch (kind) {
    case DeviceKind::SmartCard:
      m_name->setPlaceholderText(tr("Name, or empty for all"));
      m_hint->setText(tr("Every reader of the smart card service, or those whose name begins so."));
      break;
    case DeviceKind::Serial:
      m_name->setPlaceholderText(QStringLiteral("/dev/ttyUSB0"));
      m_hint->setText(tr("Stripe reader or scanner on a serial line, with its speed in baud."));
      break;
    case DeviceKind::Wedge:
      m_name->setPlaceholderText(QStringLiteral("/dev/input/by-id/…"));
      m_hint->setText(tr("A scanner that types. Never the keyboard that people type on."));
      break;
    case DeviceKind::Nfc:
      m_name->setPlaceholderText(QStringLiteral("/dev/ttyUSB0:115200"));
      m_hint->setText(tr("A PN532 on a serial line, with its speed after a colon."));
      break;
  }
}

void DeviceForm::changeEvent(QEvent* event) {
  Card::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void DeviceForm::retranslate() {
  m_title->setText(tr("Add a device"));
  m_add->setText(tr("Add"));
  m_add->setAccessibleName(tr("Add the device"));
  m_name->setAccessibleName(tr("Name of the device"));
  m_baud->setAccessibleName(tr("Speed in baud"));
  const QString words[] = {tr("Smart card"), tr("Serial"), tr("Keyboard scanner"), tr("NFC, serial")};
  for (std::size_t i = 0; i < m_kinds.size(); ++i) {
    m_kinds[i].button->setText(words[i]);
    m_kinds[i].button->setAccessibleName(words[i]);
  }
  choose(m_kind);
}

}  // namespace kahui::widgets
