#include "app/widgets/points_panel.hpp"

#include <QGridLayout>

namespace kahui::widgets {
namespace {

using How = till::PayPoints::How;

constexpr int kPointsPanelLongestPoints = 7;
constexpr int kPointsPanelLongestPin = 12;

struct Letter {
  Qt::Key key;
  How how;
};
constexpr Letter kLetters[] = {{Qt::Key_M, How::Max}, {Qt::Key_Y, How::WholeYuan}, {Qt::Key_N, How::None}};

}  // namespace

PointsPanel::PointsPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("points"), parent),
      m_figures(new QGridLayout),
      m_max(new ActionButton(look, ActionButton::Kind::Tile, QStringLiteral("pointsMax"), this)),
      m_whole(new ActionButton(look, ActionButton::Kind::Tile, QStringLiteral("pointsWhole"), this)),
      m_none(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("pointsNone"), this)),
      m_entry(new CodeEdit(look, QStringLiteral("points"), CodeEdit::Ime::Refused, this)),
      m_pin_key(new CustomerPin(look, QStringLiteral("points"), this)),
      m_pad(new NumberPad(look, QStringLiteral("pointsPad"), NumberPad::Extra::Clear, this)),
      m_choose(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("pointsChoose"), this)) {
  m_figures->setVerticalSpacing(2);
  m_figures->setColumnStretch(1, 1);
  addFigure(0, m_available_title, m_available, 17);
  addFigure(1, m_usable_title, m_usable, 17);
  addFigure(2, m_used_title, m_used, 17);
  m_honest = new TextLabel(look, 13, TextLabel::Weight::Normal, &Tokens::secondary, this);
  m_honest->setObjectName(QStringLiteral("pointsHonestTextLabel"));
  m_honest->setWordWrap(true);
  m_figures->addWidget(m_honest, 3, 0, 1, 2);
  m_usable->setObjectName(QStringLiteral("pointsUsableTextLabel"));
  m_max->setCap(QStringLiteral("M"));
  m_whole->setCap(QStringLiteral("Y"));
  m_none->setCap(QStringLiteral("N"));
  connect(m_max, &QAbstractButton::clicked, this, [this] { ask(How::Max); });
  connect(m_whole, &QAbstractButton::clicked, this, [this] { ask(How::WholeYuan); });
  connect(m_none, &QAbstractButton::clicked, this, [this] { ask(How::None); });
  m_entry->setFont(typeface(24, true));
  m_entry->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_pad->setTarget(m_entry);
  m_choose->setIconName(QStringLiteral("points"));
  m_choose->setCap(QStringLiteral("Enter"));
  connect(m_entry, &CodeEdit::entered, this, &PointsPanel::choose);
  connect(m_pin_key, &CustomerPin::typed, this, &PointsPanel::choose);
  connect(m_choose, &QAbstractButton::clicked, this, &PointsPanel::choose);
  connect(m_entry, &QLineEdit::textChanged, this, &PointsPanel::retranslate);
  body()->addLayout(m_figures);
  auto* tiles = new QHBoxLayout;
  tiles->setSpacing(6);
  for (ActionButton* tile : {m_max, m_whole}) {
    tile->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    tiles->addWidget(tile, 1);
  }
  body()->addLayout(tiles);
  body()->addWidget(m_entry);
  body()->addWidget(m_pin_key);
  body()->addWidget(m_pad, 1);
  body()->addWidget(m_none);
  body()->addWidget(m_choose);
  PointsPanel::retranslate();
}

void PointsPanel::addFigure(int row, TextLabel*& title, TextLabel*& figure, int size_px) {
  title = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this);
  figure = new TextLabel(m_look, size_px, TextLabel::Weight::Bold, &Tokens::text, this);
  figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  figure->setShrinking(12);
  m_figures->addWidget(title, row, 0);
  m_figures->addWidget(figure, row, 1);
}

void PointsPanel::open(const till::PointsView& points) {
  stepBack();
  m_entry->clear();
  show(points);
}

void PointsPanel::ask(How how, base::Points points) {
  m_wish = {how, points};
  emit chosen(m_wish);
}

void PointsPanel::askPin() {
  m_asks_pin = true;
  m_entry->clear();
  m_entry->setEchoMode(QLineEdit::Password);
  m_entry->setMaxLength(kPointsPanelLongestPin);
  m_entry->setFocus();
  retranslate();
}

bool PointsPanel::stepBack() {
  if (!m_asks_pin) return false;
  m_asks_pin = false;
  m_entry->clear();
  m_entry->setEchoMode(QLineEdit::Normal);
  retranslate();
  return true;
}

void PointsPanel::show(const till::PointsView& points) {
  m_points = points;
  retranslate();
}

bool PointsPanel::takeKey(int key) {
  if (m_asks_pin) return false;
  for (const Letter& letter : kLetters) {
    if (letter.key != key) continue;
    if (letter.how != How::None || m_none->isEnabled()) ask(letter.how);
    return true;
  }
  return false;
}

// Nothing typed: as many as the bill takes, as the empty field shows.
void PointsPanel::choose() {
  if (m_pin_key->runs()) return;
  const QString typed = m_entry->text().trimmed();
  if (m_asks_pin) {
    if (typed.isEmpty()) return;
    till::PayPoints proven = m_wish;
    proven.member_pin = typed.toStdString();
    m_entry->clear();
    emit chosen(proven);
    return;
  }
  if (typed.isEmpty()) return ask(How::Max);
  m_entry->clear();
  bool whole = false;
  const qlonglong points = typed.toLongLong(&whole);
  if (!whole || points <= 0 || typed.size() > kPointsPanelLongestPoints) {
    emit unreadable();
  } else {
    ask(How::Amount, base::Points(points));
  }
}

// Where the number comes from, and what bounds it while headquarters cannot be asked.
QString PointsPanel::honesty() const {
  const models::Formatter formatter = m_look.formatter();
  QStringList parts;
  if (m_points.confirmed) {
    parts << tr("Headquarters confirmed %1 (%2)")
                 .arg(formatter.points(m_points.confirmed->confirmed),
                      formatter.shortDate(m_points.confirmed_at.date()) + QLatin1Char(' ') +
                          formatter.time(m_points.confirmed_at));
    if (m_points.confirmed->unsettled != base::Points())
      parts << tr("this till since: %1").arg(formatter.points(m_points.confirmed->unsettled));
  }
  if (m_points.offline) parts << spendable();
  if (m_points.asks_hq) parts << tr("headquarters decides when you choose");
  return parts.join(tr(", "));
}

// Without the line: what is placed with this till, what it may give beyond, and what stops it there.
QString PointsPanel::spendable() const {
  const models::Formatter formatter = m_look.formatter();
  const auto& offline = *m_points.offline;
  QString text = tr("offline now: %1 placed here and %2 on trust")
                     .arg(formatter.points(offline.rights), formatter.points(offline.goodwill));
  const QString why = bound();
  return why.isEmpty() ? text : text + QLatin1String(" (") + why + QLatin1Char(')');
}

QString PointsPanel::bound() const {
  using Bound = decltype(m_points.offline->bound);
  switch (m_points.offline->bound) {
    case Bound::Balance: return {};
    case Bound::Member: return tr("the member's bound until headquarters confirms");
    case Bound::Till: return tr("this till's bound until headquarters confirms");
    case Bound::Day: return tr("the day's bound");
    case Bound::Age: return tr("the balance is too old");
    case Bound::Hold: return tr("more was spent than there was");
    case Bound::Barred: return tr("nothing on trust any more");
    case Bound::Behind: return tr("this till was restored");
  }
  return {};
}

void PointsPanel::retranslate() {
  const models::Formatter formatter = m_look.formatter();
  const QString honest = honesty();
  m_honest->setText(honest);
  m_honest->setVisible(!honest.isEmpty());
  const auto worth = [&](base::Points points) {
    return tr("%1 = %2").arg(formatter.points(points), formatter.money(m_points.worth(points)));
  };
  m_pin_key->serve(m_asks_pin ? m_entry : nullptr);
  setTitle(m_asks_pin ? tr("Member's PIN") : tr("Pay with points"));
  m_available_title->setText(tr("The member has"));
  m_available->setText(formatter.points(m_points.available));
  m_usable_title->setText(tr("This bill takes"));
  m_usable->setText(worth(m_points.usable));
  m_used_title->setText(tr("Used now"));
  m_used->setText(m_points.used == base::Points() ? tr("none") : worth(m_points.used));
  const bool any = m_points.usable > base::Points();
  m_max->setText(tr("All it takes"));
  m_max->setDetail(formatter.money(m_points.worth(m_points.usable)));
  m_max->setAccessibleName(m_max->text() + QStringLiteral(", ") + worth(m_points.usable));
  m_whole->setText(tr("Whole yuan"));
  m_whole->setDetail(formatter.money(m_points.worth(m_points.whole_yuan)));
  m_whole->setAccessibleName(m_whole->text() + QStringLiteral(", ") + worth(m_points.whole_yuan));
  m_none->setText(tr("Use none"));
  m_none->setAccessibleName(tr("Use no points on this bill"));
  m_entry->setPlaceholderText(m_asks_pin ? tr("Member's PIN") : formatter.points(m_points.usable));
  m_entry->setAccessibleName(m_asks_pin ? tr("Member's PIN") : tr("Points to use"));
  bool whole = false;
  const qlonglong typed = m_entry->text().toLongLong(&whole);
  const bool readable = whole && typed > 0 && m_entry->text().size() <= kPointsPanelLongestPoints;
  const base::Points wanted = readable ? base::Points(typed) : m_points.usable;
  m_choose->setText(m_asks_pin ? tr("Confirm with the PIN") : tr("Use %1").arg(worth(wanted)));
  m_choose->setAccessibleName(m_choose->text());
  m_choose->setEnabled(any);
  for (ActionButton* button : {m_max, m_whole}) button->setEnabled(any && !m_asks_pin);
  m_none->setEnabled(m_points.used > base::Points() && !m_asks_pin);
  // What is left without the line takes two lines of the panel: there is none to take back before any is used.
  m_none->setVisible(m_none->isEnabled() || !m_points.offline);
}

}  // namespace kahui::widgets
