#include "app/widgets/demo_panel.hpp"

namespace kahui::widgets {
namespace {

QString iconOf(models::DemoCardKind kind) {
  switch (kind) {
    case models::DemoCardKind::Member: return QStringLiteral("card");
    case models::DemoCardKind::Blocked: return QStringLiteral("blocked");
    case models::DemoCardKind::Unknown: return QStringLiteral("unknown");
    case models::DemoCardKind::RandomUid: return QStringLiteral("phone");
  }
  return {};
}

}  // namespace

DemoPanel::DemoPanel(Look look, models::DemoReader& reader, QWidget* parent)
    : SidePanel(look, QStringLiteral("demo"), parent),
      m_reader(reader),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)) {
  setObjectName(QStringLiteral("DemoPanel"));
  m_hint->setWordWrap(true);
  body()->addWidget(m_hint);
  auto* grid = new QGridLayout;
  grid->setSpacing(6);
  int at = 0;
  for (const models::DemoCard& card : reader.cards()) {
    ActionButton* tile = addAct(*grid, at / 2, at % 2, QStringLiteral("demoCard%1").arg(at), iconOf(card.kind));
    connect(tile, &QAbstractButton::clicked, this, [this, card] { m_reader.tap(card); });
    m_cards.push_back({card, tile});
    ++at;
  }
  const int row = (at + 1) / 2;
  m_remove = addAct(*grid, row, 0, QStringLiteral("demoRemove"), QStringLiteral("up"));
  m_unplug = addAct(*grid, row + 1, 0, QStringLiteral("demoUnplug"), QStringLiteral("unplug"));
  m_replug = addAct(*grid, row + 1, 1, QStringLiteral("demoReplug"), QStringLiteral("plug"));
  connect(m_remove, &QAbstractButton::clicked, this, [this] { m_reader.remove(); });
  connect(m_unplug, &QAbstractButton::clicked, this, [this] { m_reader.unplug(); });
  connect(m_replug, &QAbstractButton::clicked, this, [this] { m_reader.replug(); });
  body()->addLayout(grid);
  body()->addStretch();
  connect(&look.theme, &Theme::changed, this, &DemoPanel::tint);
  DemoPanel::retranslate();
  tint();
}

ActionButton* DemoPanel::addAct(QGridLayout& grid, int row, int column, const QString& name, const QString& icon) {
  auto* tile = new ActionButton(m_look, ActionButton::Kind::Tile, name, this);
  tile->setIconName(icon);
  grid.addWidget(tile, row, column);
  return tile;
}

void DemoPanel::tint() {
  for (const CardTile& entry : m_cards) {
    if (entry.card.kind == models::DemoCardKind::Member) entry.tile->setTint(m_look.theme.tier(entry.card.tier_rank));
  }
}

QString DemoPanel::title(const models::DemoCard& card) const {
  switch (card.kind) {
    case models::DemoCardKind::Member: return models::text(card.tier_name);
    case models::DemoCardKind::Blocked: return tr("Blocked");
    case models::DemoCardKind::Unknown: return tr("Unknown");
    case models::DemoCardKind::RandomUid: return tr("A phone");
  }
  return {};
}

void DemoPanel::retranslate() {
  setTitle(tr("Demo cards"));
  m_hint->setText(tr("These buttons do what a reader and cards would do."));
  for (const CardTile& entry : m_cards) {
    entry.tile->setText(title(entry.card));
    entry.tile->setAccessibleName(tr("Tap: %1").arg(title(entry.card)));
  }
  m_remove->setText(tr("Take away"));
  m_remove->setAccessibleName(tr("Take the card away"));
  m_unplug->setText(tr("Unplug"));
  m_unplug->setAccessibleName(tr("Unplug the reader"));
  m_replug->setText(tr("Plug in"));
  m_replug->setAccessibleName(tr("Plug the reader in"));
}

}  // namespace kahui::widgets
