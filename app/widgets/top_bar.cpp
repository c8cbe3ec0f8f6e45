#include "app/widgets/top_bar.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <algorithm>

#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kTopBarHeight_px = 52;
constexpr int kMostReaders = 2;  // shown; more would push the clock away
constexpr int kTopBarTick_ms = 1000;
constexpr int kLeastName_px = 150;  // a name keeps so much of itself

Tokens::Pair chipColors(const Theme& theme) { return {theme.tokens().top_chip, theme.tokens().on_top_bar}; }

Tokens::Pair demoColors(const Theme& theme) { return {theme.tokens().top_chip, theme.tokens().top_warning}; }

}  // namespace

TopBar::TopBar(Look look, const base::Clock& clock, bool demo_reader, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_clock(clock),
      m_name(new TextLabel(look, 17, TextLabel::Weight::Bold, &Tokens::on_top_bar, this)),
      m_place(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::top_bar_secondary, this)),
      m_demo(new Chip(look, demoColors, this)),
      m_hq_chip(new Chip(look, chipColors, this)),
      m_payments(new ActionButton(look, ActionButton::Kind::Quiet, QStringLiteral("openPayments"), this)),
      m_reader_box(new QWidget(this)),
      m_time(new TextLabel(look, 18, TextLabel::Weight::Bold, &Tokens::on_top_bar, this)) {
  setFixedHeight(kTopBarHeight_px);
  m_time->setObjectName(QStringLiteral("clockTextLabel"));
  m_place->setObjectName(QStringLiteral("placeTextLabel"));
  m_demo->setIcon(QStringLiteral("demo"));
  m_name->setElided(true);
  m_place->setElided(true);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(56, 0, 16, 0);
  layout->setSpacing(10);
  m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  m_place->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  layout->addWidget(m_name);
  layout->addWidget(m_place);
  layout->addStretch(1);
  layout->addWidget(m_demo);
  if (demo_reader) {
    m_demo_panel = new ActionButton(look, ActionButton::Kind::Quiet, QStringLiteral("demoPanel"), this);
    m_demo_panel->setIconName(QStringLiteral("tap"));
    m_demo_panel->setInk(&Tokens::on_top_bar);
    connect(m_demo_panel, &QAbstractButton::clicked, this, &TopBar::demoPanelAsked);
    layout->addWidget(m_demo_panel);
  }
  m_payments->setIconName(QStringLiteral("phone"));
  m_payments->setInk(&Tokens::top_warning);
  connect(m_payments, &QAbstractButton::clicked, this, &TopBar::paymentsAsked);
  layout->addWidget(m_payments);
  m_hq_chip->setObjectName(QStringLiteral("headquartersChip"));
  layout->addWidget(m_hq_chip);
  auto* readers = new QHBoxLayout(m_reader_box);
  readers->setContentsMargins(0, 0, 0, 0);
  readers->setSpacing(kGap_px);
  layout->addWidget(m_reader_box);
  layout->addSpacing(6);
  layout->addWidget(m_time);
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  connect(&m_timer, &QTimer::timeout, this, &TopBar::tick);
  m_timer.start(kTopBarTick_ms);
  retranslate();
  tick();
}

void TopBar::show(const till::Snapshot& snapshot) {
  m_store = snapshot.store;
  m_operator = snapshot.op;
  m_readers = snapshot.readers;
  m_hq = snapshot.hq;
  m_wrong_clock = snapshot.clock;
  m_open_payments = snapshot.tenders ? static_cast<int>(snapshot.tenders->open.size()) : 0;
  retranslate();
}

void TopBar::tick() {
  const QString now = m_look.formatter().time(m_clock.now().local());
  if (now == m_time->text()) return;
  m_time->setText(now);
  m_time->setAccessibleName(now);
}

void TopBar::showReaders() {
  const std::size_t count = std::min<std::size_t>(m_readers.size(), kMostReaders);
  while (m_chips.size() < count) {
    auto* chip = new Chip(m_look, chipColors, m_reader_box);
    chip->setObjectName(QStringLiteral("reader%1Chip").arg(m_chips.size()));
    m_reader_box->layout()->addWidget(chip);
    m_chips.push_back(chip);
  }
  for (std::size_t at = 0; at < m_chips.size(); ++at) {
    m_chips[at]->setVisible(at < count);
    if (at >= count) continue;
    const models::StatusVm vm = models::Presenters::reader(m_readers[at]);
    m_chips[at]->setText(m_fold == Fold::All || (m_fold != Fold::Nothing && vm.good) ? QString() : vm.text);
    m_chips[at]->setAccessibleName(vm.spoken);
    m_chips[at]->setToolTip(vm.spoken);
    m_chips[at]->setDot(vm.good ? &Tokens::top_good : vm.bad ? &Tokens::top_bad : &Tokens::top_warning);
  }
}

void TopBar::showHq() {
  m_hq_chip->setVisible(m_hq || m_wrong_clock);
  if (!m_hq && !m_wrong_clock) return;
  const models::StatusVm vm = models::Presenters::headquarters(m_hq, m_wrong_clock);
  m_hq_chip->setText(m_fold == Fold::All || (m_fold >= Fold::Well && vm.good) ? QString() : vm.text);
  m_hq_chip->setAccessibleName(vm.spoken);
  m_hq_chip->setToolTip(vm.spoken);
  m_hq_chip->setDot(vm.good ? &Tokens::top_good : vm.bad ? &Tokens::top_bad : &Tokens::top_warning);
}

void TopBar::showPayments() {
  m_payments->setVisible(m_open_payments > 0);
  m_payments->setText(m_fold >= Fold::Payments ? QString::number(m_open_payments)
                                               : tr("%n open payment(s)", nullptr, m_open_payments));
  m_payments->setAccessibleName(tr("%n payment(s) by code are not settled: show the list", nullptr, m_open_payments));
  m_payments->setToolTip(m_payments->accessibleName());
}

void TopBar::retranslate() {
  m_name->setText(models::text(m_store.store_name));
  QString place = models::Presenters::place(m_store);
  if (m_operator) place += QStringLiteral("  ·  ") + models::Presenters::person(*m_operator);
  m_place->setText(place);
  for (TextLabel* label : {m_name, m_place}) label->setMinimumWidth(std::min(label->sizeHint().width(), kLeastName_px));
  fold();
}

void TopBar::showSigns() {
  const bool short_demo = m_fold >= Fold::Well;
  m_demo->setText(short_demo ? QString() : tr("Demo"));
  m_demo->setAccessibleName(tr("Demo"));
  m_demo->setToolTip(tr("Demo"));
  m_demo->setVisible(m_store.demo && !m_store.training);  // the frame says it
  if (m_demo_panel != nullptr) {
    m_demo_panel->setText(short_demo ? QString() : tr("Demo cards"));
    m_demo_panel->setAccessibleName(tr("Tap a demo card"));
    m_demo_panel->setToolTip(m_demo_panel->accessibleName());
  }
  showHq();
  showPayments();
  showReaders();
}

void TopBar::fold() {
  for (const Fold step : {Fold::Nothing, Fold::Readers, Fold::Well, Fold::Payments, Fold::All}) {
    m_fold = step;
    showSigns();
    if (hasRoom()) return;
  }
}

bool TopBar::hasRoom() const {
  m_reader_box->layout()->invalidate();
  m_reader_box->updateGeometry();  // the bar remembers its size
  layout()->invalidate();
  return layout()->minimumSize().width() <= width();
}

QSize TopBar::minimumSizeHint() const {
  constexpr int kLeast_px = 640;
  return {kLeast_px, kTopBarHeight_px};
}

void TopBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) fold();
}

void TopBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void TopBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), m_look.tokens().top_bar);
  painter.setRenderHint(QPainter::Antialiasing);
  paintIcon(painter, QStringLiteral("brand"), QRect(14, (height() - 32) / 2, 32, 32), m_look.tokens().on_top_bar);
}

}  // namespace kahui::widgets
