#include "app/widgets/device_card.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kTestLines_px = 44;  // two lines, so that the buttons below do not move when a test speaks

}  // namespace

TextLabel* DeviceCard::line(const QString& name, int size_px, TextLabel::Ink ink) {
  auto* label = new TextLabel(m_look, size_px, TextLabel::Weight::Normal, ink, this);
  label->setObjectName(name + QStringLiteral("TextLabel"));
  return label;
}

DeviceCard::DeviceCard(Look look, QWidget* parent)
    : Card(look, parent),
      m_name(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_kind(line(QStringLiteral("deviceKind"), 14, &Tokens::secondary)),
      m_state(line(QStringLiteral("deviceState"), 16, &Tokens::text)),
      m_posture(line(QStringLiteral("devicePosture"), 13, &Tokens::secondary)),
      m_last(line(QStringLiteral("deviceLast"), 14, &Tokens::secondary)),
      m_test(line(QStringLiteral("deviceTest"), 15, &Tokens::text)),
      m_claim(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("deviceClaim"), this)),
      m_test_button(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("deviceTest"), this)),
      m_release(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("deviceRelease"), this)),
      m_remove(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("deviceRemove"), this)) {
  m_name->setObjectName(QStringLiteral("deviceNameTextLabel"));
  m_name->setElided(true);
  for (TextLabel* label : {m_state, m_last, m_test}) label->setWordWrap(true);
  m_test->setMinimumHeight(kTestLines_px);
  m_test->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_claim->setIconName(QStringLiteral("plug"));
  m_claim->setCap(QStringLiteral("C"));
  m_test_button->setIconName(QStringLiteral("tap"));
  m_test_button->setCap(QStringLiteral("T"));
  m_release->setIconName(QStringLiteral("unplug"));
  m_release->setCap(QStringLiteral("R"));
  m_remove->setIconName(QStringLiteral("trash"));
  m_remove->setCap(QStringLiteral("Del"));
  auto* buttons = new QGridLayout;
  buttons->setSpacing(kGap_px);
  buttons->addWidget(m_test_button, 0, 0);
  buttons->addWidget(m_claim, 0, 1);
  buttons->addWidget(m_remove, 1, 0);
  buttons->addWidget(m_release, 1, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 12, 16, 14);
  layout->setSpacing(4);
  for (TextLabel* label : {m_name, m_kind, m_state, m_posture, m_last, m_test}) layout->addWidget(label);
  layout->addSpacing(kGap_px);
  layout->addLayout(buttons);
  connect(m_claim, &QAbstractButton::clicked, this, &DeviceCard::claimAsked);
  connect(m_test_button, &QAbstractButton::clicked, this, &DeviceCard::testAsked);
  connect(m_release, &QAbstractButton::clicked, this, &DeviceCard::releaseAsked);
  connect(m_remove, &QAbstractButton::clicked, this, &DeviceCard::removeAsked);
  retranslate();
}

void DeviceCard::show(const std::optional<models::DeviceVm>& device) {
  m_device = device;
  const models::DeviceVm vm = device.value_or(models::DeviceVm{});
  m_name->setText(device ? vm.name : tr("No reader or scanner yet"));
  m_kind->setText(device ? vm.kind : tr("Add one on the left."));
  m_state->setText(vm.advice.isEmpty() ? vm.state : tr("%1. %2", "state, then what to do").arg(vm.state, vm.advice));
  m_state->setInk(vm.tone == models::Tone::Bad ? &Tokens::price : &Tokens::text);
  m_posture->setText(device ? vm.life + QStringLiteral(" · UnifiedPOS: ") + vm.posture : QString());
  m_last->setText(vm.last.isEmpty() && device ? tr("Nothing was read since the till started") : vm.last);
  m_test->setText(vm.test);
  m_claim->setEnabled(device && !vm.claimed);
  m_test_button->setEnabled(device.has_value());
  m_test_button->setText(vm.testing ? tr("End the test") : tr("Test"));
  m_test_button->setAccessibleName(vm.testing ? tr("End the test of this device") : tr("Test this device"));
  m_release->setEnabled(device && vm.claimed);
  m_remove->setEnabled(device && vm.removable);
}

void DeviceCard::changeEvent(QEvent* event) {
  Card::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void DeviceCard::retranslate() {
  m_claim->setText(tr("Claim"));
  m_claim->setAccessibleName(tr("Claim this device for the till"));
  m_release->setText(tr("Release"));
  m_release->setAccessibleName(tr("Release this device to other programs"));
  m_remove->setText(tr("Remove"));
  m_remove->setAccessibleName(tr("Remove this device from the till"));
  show(m_device);
}

}  // namespace kahui::widgets
