#include "app/widgets/more_panel.hpp"

#include <QKeySequence>

#include "core/base/result.hpp"

namespace kahui::widgets {

MorePanel::MorePanel(Look look, bool demo_reader, QWidget* parent) : SidePanel(look, QStringLiteral("more"), parent) {
  addRow(Choice::Members, Qt::Key_M, QStringLiteral("moreMembers"), QStringLiteral("user"));
  addRow(Choice::Shift, Qt::Key_H, QStringLiteral("moreShift"), QStringLiteral("cash"));
  addGroup(Group::Papers, Qt::Key_B, QStringLiteral("morePapers"), QStringLiteral("receipt"));
  addRow(Choice::Value, Qt::Key_V, QStringLiteral("moreValue"), QStringLiteral("points"));
  addGroup(Group::Work, Qt::Key_K, QStringLiteral("moreWork"), QStringLiteral("check"));
  addRow(Choice::Manager, Qt::Key_A, QStringLiteral("moreManager"), QStringLiteral("crown"));
  addGroup(Group::Settings, Qt::Key_G, QStringLiteral("moreSettings"), QStringLiteral("more"));
  addRow(Choice::Lock, Qt::Key_L, QStringLiteral("moreLock"), QStringLiteral("lock"));
  addRow(Choice::SignOut, Qt::Key_S, QStringLiteral("moreSignOut"), QStringLiteral("sign_out"));
  addRow(Choice::Receipts, Qt::Key_P, QStringLiteral("moreReceipts"), QStringLiteral("receipt"), Group::Papers);
  addRow(Choice::Payments, Qt::Key_O, QStringLiteral("morePayments"), QStringLiteral("phone"), Group::Papers);
  addRow(Choice::BlindReturn, Qt::Key_N, QStringLiteral("moreBlindReturn"), QStringLiteral("return"), Group::Papers);
  addRow(Choice::News, Qt::Key_Y, QStringLiteral("moreNews"), QStringLiteral("info"), Group::Papers);
  addRow(Choice::Delivery, Qt::Key_J, QStringLiteral("moreDelivery"), QStringLiteral("next"), Group::Papers);
  addRow(Choice::Gifts, Qt::Key_1, QStringLiteral("moreGifts"), QStringLiteral("gift"), Group::Papers);
  addRow(Choice::Tasks, Qt::Key_W, QStringLiteral("moreTasks"), QStringLiteral("check"), Group::Work);
  addRow(Choice::Club, Qt::Key_Q, QStringLiteral("moreClub"), QStringLiteral("crown"), Group::Work);
  addRow(Choice::Talk, Qt::Key_Z, QStringLiteral("moreTalk"), QStringLiteral("info"), Group::Work);
  addRow(Choice::Devices, Qt::Key_R, QStringLiteral("moreDevices"), QStringLiteral("scan"), Group::Settings);
  addRow(Choice::Counter, Qt::Key_T, QStringLiteral("moreCounter"), QStringLiteral("receipt"), Group::Settings);
  addRow(Choice::ShopSettings, Qt::Key_I, QStringLiteral("moreShopSettings"), QStringLiteral("receipt"),
         Group::Settings);
  addRow(Choice::Staff, Qt::Key_U, QStringLiteral("moreStaff"), QStringLiteral("user"), Group::Settings);
  addRow(Choice::FirstDay, Qt::Key_F, QStringLiteral("moreFirstDay"), QStringLiteral("next"), Group::Settings);
  addRow(Choice::Language, Qt::Key_E, QStringLiteral("moreLanguage"), QStringLiteral("globe"), Group::Settings);
  addRow(Choice::Colors, Qt::Key_C, QStringLiteral("moreColors"), QStringLiteral("moon"), Group::Settings);
  addRow(Choice::Training, Qt::Key_X, QStringLiteral("moreTraining"), QStringLiteral("crown"), Group::Settings);
  if (demo_reader)
    addRow(Choice::DemoCards, Qt::Key_D, QStringLiteral("moreDemo"), QStringLiteral("tap"), Group::Settings);
  body()->addStretch();
  connect(&look.theme, &Theme::changed, this, &MorePanel::retranslate);
  MorePanel::retranslate();
}

ActionButton* MorePanel::addTile(Qt::Key key, const QString& name, const QString& icon) {
  for (const Row& row : m_rows) KAHUI_ASSERT(row.key != key);
  for (const GroupTile& one : m_groups) KAHUI_ASSERT(one.key != key);
  auto* tile = new ActionButton(m_look, ActionButton::Kind::Tile, name, this);
  tile->setIconName(icon);
  tile->setCap(QKeySequence(key).toString());
  body()->addWidget(tile);
  return tile;
}

void MorePanel::addRow(Choice choice, Qt::Key key, const QString& name, const QString& icon, Group group) {
  ActionButton* tile = addTile(key, name, icon);
  connect(tile, &QAbstractButton::clicked, this, [this, choice] { emit chosen(choice); });
  m_rows.push_back({group, choice, key, tile});
}

void MorePanel::addGroup(Group opens, Qt::Key key, const QString& name, const QString& icon) {
  ActionButton* tile = addTile(key, name, icon);
  connect(tile, &QAbstractButton::clicked, this, [this, opens] { showGroup(opens); });
  m_groups.push_back({opens, key, tile});
}

void MorePanel::showGroup(Group group) {
  for (const GroupTile& one : m_groups) one.tile->setVisible(group == Group::Main);
  for (const Row& row : m_rows) row.tile->setVisible(row.group == group);
}

void MorePanel::setTraining(bool training) {
  if (m_training == training) return;
  m_training = training;
  retranslate();
}

void MorePanel::takeFocus() { m_rows.front().tile->setFocus(Qt::TabFocusReason); }

void MorePanel::showEvent(QShowEvent* event) {
  showGroup(Group::Main);
  SidePanel::showEvent(event);
}

// Letters work whichever tiles are in sight: who knows them needs one key.
bool MorePanel::takeKey(int key) {
  for (const Row& row : m_rows) {
    if (row.key != key) continue;
    emit chosen(row.choice);
    return true;
  }
  for (const GroupTile& one : m_groups) {
    if (one.key != key) continue;
    showGroup(one.opens);
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
    case Choice::Members: return tr("Member desk");
    case Choice::Staff: return tr("Staff and PINs");
    case Choice::FirstDay: return tr("First steps");
    case Choice::Training: return m_training ? tr("End the training") : tr("Training");
    case Choice::News: return tr("Announcements");
    case Choice::Tasks: return tr("Tasks");
    case Choice::Club: return tr("Club");
    case Choice::ShopSettings: return tr("Receipt, labels, rounding");
    case Choice::Delivery: return tr("Deliver the goods");
    case Choice::Talk: return tr("Comments and feedback");
    case Choice::Gifts: return tr("Goods for points");
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
    case Choice::Members: return tr("Join, find, points, cards");
    case Choice::FirstDay: return tr("Set up the counter, practise");
    case Choice::Staff: return tr("Who works here; your own PIN");
    case Choice::Training: return m_training ? tr("Back to the real till") : tr("Practise; nothing counts");
    case Choice::News: return tr("What headquarters tells the stores");
    case Choice::Tasks: return tr("What is to be done, and by when");
    case Choice::Club: return tr("Events, interests, draws");
    case Choice::ShopSettings: return tr("With their effect beside them");
    case Choice::Delivery: return tr("Address and fee for the open bill");
    case Choice::Talk: return tr("Read, comment, answer");
    case Choice::Gifts: return tr("Points and money in one line; Alt+X");
  }
  return {};
}

void MorePanel::retranslate() {
  setTitle(tr("More"));
  for (const GroupTile& one : m_groups) {
    const bool papers = one.opens == Group::Papers, work = one.opens == Group::Work;
    one.tile->setText(papers ? tr("Receipts and payments") : work ? tr("Tasks and club") : tr("Settings"));
    one.tile->setDetail(papers ? tr("Copies, returns, announcements")
                        : work ? tr("What is to be done; events, interests")
                               : tr("Devices, language, colours"));
    one.tile->setAccessibleName(one.tile->text());
  }
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
