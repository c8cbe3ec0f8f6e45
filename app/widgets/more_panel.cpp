#include "app/widgets/more_panel.hpp"

#include <QKeySequence>

namespace kahui::widgets {

MorePanel::MorePanel(Look look, bool demo_reader, QWidget* parent) : SidePanel(look, QStringLiteral("more"), parent) {
  if (demo_reader) addRow(Choice::DemoCards, Qt::Key_D, QStringLiteral("moreDemo"), QStringLiteral("tap"));
  addRow(Choice::Members, Qt::Key_M, QStringLiteral("moreMembers"), QStringLiteral("user"));
  addRow(Choice::Language, Qt::Key_E, QStringLiteral("moreLanguage"), QStringLiteral("globe"));
  addRow(Choice::Colors, Qt::Key_C, QStringLiteral("moreColors"), QStringLiteral("moon"));
  addRow(Choice::Devices, Qt::Key_R, QStringLiteral("moreDevices"), QStringLiteral("scan"));
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
    case Choice::Members: return tr("Member desk");
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
    case Choice::Members: return tr("Join, find, points, cards");
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
