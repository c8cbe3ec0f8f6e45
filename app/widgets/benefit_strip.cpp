#include "app/widgets/benefit_strip.hpp"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/key_map.hpp"
#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kHint_px = 36;
constexpr int kBenefitStripLeastText_px = 11;

}  // namespace

BenefitStrip::BenefitStrip(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_take(new ActionButton(look, ActionButton::Kind::Tile, QStringLiteral("offer"), this)),
      m_other(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("otherOffer"), this)),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Bold, &Tokens::text, this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  auto* offers = new QHBoxLayout;
  offers->setSpacing(8);
  offers->addWidget(m_take, 1);
  offers->addWidget(m_other);
  layout->addLayout(offers);
  layout->addWidget(m_hint);
  const models::Key& key = models::KeyMap::key(models::Action::Offer);
  m_take->setIconName(key.icon);
  m_take->setCap(key.cap);
  m_take->setElided(true);
  m_other->setIconName(models::KeyMap::key(models::Action::OtherOffer).icon);
  m_hint->setObjectName(QStringLiteral("hintTextLabel"));
  m_hint->setFixedHeight(kHint_px);
  m_hint->setContentsMargins(42, 0, 12, 0);
  m_hint->setShrinking(kBenefitStripLeastText_px);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(m_take, &QAbstractButton::clicked, this, [this] { emit taken(m_promotion); });
  connect(m_other, &QAbstractButton::clicked, this, &BenefitStrip::turned);
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BenefitStrip::show(const till::Snapshot& snapshot) {
  const models::Formatter formatter = m_look.formatter();
  m_offers = models::PromotionText::openOffers(snapshot, formatter);
  showOffer(place());
  QStringList hints;
  for (const till::HintView& hint : snapshot.hints) hints << models::PromotionText::hint(hint, formatter);
  m_hint->setText(hints.isEmpty() ? QString() : hints.front());
  m_hint->setAccessibleName(hints.join(QStringLiteral("; ")));
  m_hint->setToolTip(hints.join(QLatin1Char('\n')));
  m_take->setVisible(!m_offers.empty());
  m_other->setVisible(m_offers.size() > 1);
  m_hint->setVisible(m_offers.empty() && !hints.isEmpty());
  setVisible(!m_offers.empty() || !hints.isEmpty());
  update();
}

// The one that showed before, as long as it is there.
std::size_t BenefitStrip::place() const {
  const auto shown = std::find_if(m_offers.begin(), m_offers.end(),
                                  [&](const models::OfferVm& offer) { return offer.promotion == m_promotion; });
  return shown == m_offers.end() ? 0 : static_cast<std::size_t>(shown - m_offers.begin());
}

void BenefitStrip::showOffer(std::size_t place) {
  m_promotion = m_offers.empty() ? std::string() : m_offers[place].promotion;
  if (m_offers.empty()) return;
  const models::OfferVm& offer = m_offers[place];
  m_take->setText(offer.title);
  m_take->setDetail(offer.detail);
  m_take->setAccessibleName(tr("Take the offer. %1, %2").arg(offer.title, offer.detail));
  m_take->setTint(m_look.tokens().festive);
  m_other->setText(QStringLiteral("%1/%2").arg(place + 1).arg(m_offers.size()));
  m_other->setAccessibleName(tr("Show the next offer. This is %1 of %2").arg(place + 1).arg(m_offers.size()));
}

void BenefitStrip::turn() {
  if (!m_offers.empty()) showOffer((place() + 1) % m_offers.size());
}

void BenefitStrip::paintEvent(QPaintEvent*) {
  if (m_hint->isHidden()) return;
  const Tokens::Pair& colors = m_look.tokens().info;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colors.back);
  painter.drawRoundedRect(rect(), kRadius_px, kRadius_px);
  paintIcon(painter, QStringLiteral("up"), QRect(12, (height() - 20) / 2, 20, 20), colors.text);
}

}  // namespace kahui::widgets
