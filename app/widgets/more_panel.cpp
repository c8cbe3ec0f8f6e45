#include "app/widgets/more_panel.hpp"

#include <QKeySequence>

namespace kahui::widgets {

MorePanel::MorePanel(Look look, bool demo_reader, QWidget* parent) : SidePanel(look, QStringLiteral("more"), parent) {
  if (demo_reader) addRow(Choice::DemoCards, Qt::Key_D, QStringLiteral("moreDemo"), QStringLiteral("tap"));
  addRow(Choice::Shift, Qt::Key_H, QStringLiteral("moreShift"), QStringLiteral("cash"));
  addRow(Choice::Receipts, Qt::Key_P, QStringLiteral("moreReceipts"), QStringLiteral("receipt"));
  addRow(Choice::BlindReturn, Qt::Key_N, QStringLiteral("moreBlindReturn"), QStringLiteral("return"));
  addRow(Choice::Language, Qt::Key_E, QStringLiteral("moreLanguage"), QStringLiteral("globe"));
  addRow(Choice::Colors, Qt::Key_C, QStringLiteral("moreColors"), QStringLiteral("moon"));
  addRow(Choice::Devices, Qt::Key_R, QStringLiteral("moreDevices"), QStringLiteral("scan"));
  addRow(Choice::Manager, Qt::Key_M, QStringLiteral("moreManager"), QStringLiteral("crown"));
  addRow(Choice::Counter, Qt::Key_T, QStringLiteral("moreCounter"), QStringLiteral("receipt"));
  addRow(Choice::Value, Qt::Key_V, QStringLiteral("moreValue"), QStringLiteral("cash"));
  addRow(Choice::Payments, Qt::Key_P, QStringLiteral("morePayments"), QStringLiteral("phone"));
  addRow(Choice::Lock, Qt::Key_L, QStringLiteral("moreLock"), QStringLiteral("lock"));
  addRow(Choice::SignOut, Qt::Key_S, QStringLiteral("moreSignOut"), QStringLiteral("sign_out"));
  body()->addStretch();
  connect(&look.theme, &Theme::changed, this, &MorePanel::retranslate);
  MorePanel::retranslate();
}

void MorePanel::addRow(Choice choice, Qt::Key key, const QString& name, const QString& icon) {
  auto* tile = new ActionButton(m_look, ActionButton::Kind::Tile, name, this);
  tile->setIconName(icon);
  tile->setCap(QKeySequence(key).toString());
  connect(tile, &QAbstractButton::clicked, this, [this, choice] { emit chosen(choice); });
  body()->addWidget(tile);
  m_rows.push_back({choice, key, tile});
}

bool MorePanel::takeKey(int key) {
  for (const Row& row : m_rows) {
    if (row.key != key) continue;
    emit chosen(row.choice);
    return true;
  }
  return false;
}

QString MorePanel::title(Choice choice) const {
  switch (choice) {
    case Choice::Language:
      return m_look.language.language() == models::Language::Chinese ? QStringLiteral("English")
                                                                     : QStringLiteral("中文");
    case Choice::Colors: return m_look.theme.scheme() == Scheme::Light ? tr("Dark colours") : tr("Light colours");
    case Choice::Lock: return tr("Lock the till");
    case Choice::SignOut: return tr("Sign out");
    case Choice::DemoCards: return tr("Demo cards");
    case Choice::Devices: return tr("Readers and scanners");
    case Choice::Manager: return tr("Manager's view");
    case Choice::Value: return tr("Stored value and count cards");
    case Choice::Payments: return tr("Open payments");
    case Choice::Counter: return tr("Printer, drawer, displays");
    case Choice::Shift: return tr("Shift and drawer");
    case Choice::Receipts: return tr("Receipts of today");
    case Choice::BlindReturn: return tr("Return without a receipt");
  }
  return {};
}

QString MorePanel::detail(Choice choice) const {
  switch (choice) {
    case Choice::Language: return tr("Language of this till");
    case Choice::Colors: return tr("For bright or dim light");
    case Choice::Lock: return tr("The bill stays; your PIN opens it");
    case Choice::SignOut: return tr("The bill stays for the next person");
    case Choice::DemoCards: return tr("Tap a card without a reader");
    case Choice::Devices: return tr("Test, add, remove; what is wrong");
    case Choice::Manager: return tr("The day, goods, members, lists");
    case Choice::Value: return tr("Top up, use, history");
    case Choice::Payments: return tr("By code, not settled yet");
    case Choice::Counter: return tr("Set up, test; what waits");
    case Choice::Shift: return tr("Cash in and out, count, close");
    case Choice::Receipts: return tr("Print a copy, open a bill again");
    case Choice::BlindReturn: return tr("Scan the goods first; a manager signs");
  }
  return {};
}

void MorePanel::retranslate() {
  setTitle(tr("More"));
  for (const Row& row : m_rows) {
    row.tile->setText(title(row.choice));
    row.tile->setDetail(detail(row.choice));
    row.tile->setAccessibleName(title(row.choice) + QStringLiteral(". ") + detail(row.choice));
    if (row.choice == Choice::Colors) {
      row.tile->setIconName(m_look.theme.scheme() == Scheme::Light ? QStringLiteral("moon") : QStringLiteral("sun"));
    }
  }
}

}  // namespace kahui::widgets
