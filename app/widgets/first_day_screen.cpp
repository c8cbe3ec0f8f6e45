#include "app/widgets/first_day_screen.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QVBoxLayout>
#include <algorithm>

#include "app/widgets/card.hpp"

namespace kahui::widgets {
namespace {

constexpr int kTiles_px = 640;

}  // namespace

FirstDayScreen::FirstDayScreen(Look look, models::CounterModel& counter, models::DevicesModel& devices, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_counter(counter),
      m_devices(devices),
      m_head(makeHead(look, QStringLiteral("firstDayBack"))),
      m_words(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_notice(new NoticeBar(look, QStringLiteral("firstDay"))) {
  m_words->setWordWrap(true);
  auto* card = new Card(look);
  card->setMaximumWidth(kTiles_px);
  auto* tiles = new QVBoxLayout(card);
  tiles->setContentsMargins(16, 14, 16, 14);
  tiles->setSpacing(kGap_px);
  tiles->addWidget(m_words);
  addTile(*tiles, Step::Printer, Qt::Key_1, "firstDayPrinter", "receipt");
  addTile(*tiles, Step::TestSlip, Qt::Key_2, "firstDayTestSlip", "check");
  addTile(*tiles, Step::Readers, Qt::Key_3, "firstDayReaders", "scan");
  addTile(*tiles, Step::Staff, Qt::Key_4, "firstDayStaff", "user");
  addTile(*tiles, Step::Training, Qt::Key_5, "firstDayTraining", "crown");
  addTile(*tiles, Step::FirstSale, Qt::Key_6, "firstDaySale", "cash");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin_px, kMargin_px, kMargin_px, kMargin_px);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_head);
  auto* middle = new QHBoxLayout;
  middle->addStretch(1);
  middle->addWidget(card, 8);
  middle->addStretch(1);
  layout->addLayout(middle);
  layout->addStretch(1);
  layout->addWidget(m_notice);
  connect(&counter, &models::CounterModel::changed, this, &FirstDayScreen::retranslate);
  connect(&devices, &models::DevicesModel::changed, this, &FirstDayScreen::retranslate);
  retranslate();
}

void FirstDayScreen::addTile(QLayout& layout, Step step, Qt::Key key, const char* name, const char* icon) {
  auto* tile = new ActionButton(m_look, ActionButton::Kind::Tile, QString::fromLatin1(name));
  tile->setIconName(QString::fromLatin1(icon));
  tile->setCap(QKeySequence(key).toString());
  connect(tile, &QAbstractButton::clicked, this, [this, step] { take(step); });
  m_tiles.push_back({step, key, tile});
  layout.addWidget(tile);
}

void FirstDayScreen::open() { m_tiles.front().button->setFocus(Qt::TabFocusReason); }

void FirstDayScreen::take(Step step) {
  switch (step) {
    case Step::Printer: emit chosen(MorePanel::Choice::Counter); break;
    case Step::Readers: emit chosen(MorePanel::Choice::Devices); break;
    case Step::Staff: emit chosen(MorePanel::Choice::Staff); break;
    case Step::Training: emit chosen(MorePanel::Choice::Training); break;
    case Step::FirstSale: emit backAsked(); break;
    case Step::TestSlip:
      m_notice->show(models::CounterModel::answer(m_counter.desk().testPrinter(), tr("A test slip is on its way.")));
      break;
  }
}

bool FirstDayScreen::takeKey(int key) {
  const auto tile = std::find_if(m_tiles.begin(), m_tiles.end(), [&](const Tile& one) { return one.key == key; });
  if (tile == m_tiles.end()) return false;
  tile->button->click();
  return true;
}

QString FirstDayScreen::title(Step step) const {
  switch (step) {
    case Step::Printer: return tr("Printer, drawer, displays");
    case Step::TestSlip: return tr("Print a test slip");
    case Step::Readers: return tr("Readers and scanners");
    case Step::Staff: return tr("People who work here");
    case Step::Training: return tr("Practise first");
    case Step::FirstSale: return tr("The first sale");
  }
  return {};
}

QString FirstDayScreen::detail(Step step) const {
  switch (step) {
    case Step::Printer: return models::CounterModel::state(m_counter.view());
    case Step::TestSlip: return tr("Shows font, width and cut");
    case Step::Readers:
      return m_devices.rowCount() == 0 ? tr("None yet; a scanner that types needs no setting up")
                                       : tr("%n set up", nullptr, m_devices.rowCount());
    case Step::Staff: return tr("Cashiers, their PINs and badges");
    case Step::Training: return tr("The same till, with your goods; nothing counts");
    case Step::FirstSale: return tr("Scan an item, F11, Enter");
  }
  return {};
}

void FirstDayScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void FirstDayScreen::retranslate() {
  m_head->setTitle(tr("First steps"));
  m_words->setText(
      tr("The store is made. What stands on the counter is set up and tried here; nothing has to be done in "
         "this order."));
  for (const Tile& tile : m_tiles) {
    tile.button->setText(title(tile.step));
    tile.button->setDetail(detail(tile.step));
    tile.button->setAccessibleName(title(tile.step) + QStringLiteral(". ") + detail(tile.step));
  }
  m_notice->setHint(tr("Esc goes to the till; More, Settings, F opens this page again."));
}

}  // namespace kahui::widgets
