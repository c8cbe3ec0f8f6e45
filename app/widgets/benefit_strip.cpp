#include "app/widgets/benefit_strip.hpp"

#include <QPainter>
#include <QVBoxLayout>

#include "app/models/key_map.hpp"
#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kHint_px = 36;
constexpr int kLeastText_px = 11;

}  // namespace

BenefitStrip::BenefitStrip(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_take(new ActionButton(look, ActionButton::Kind::Tile, QStringLiteral("offer"), this)),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Bold, &Tokens::text, this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_take);
  layout->addWidget(m_hint);
  const models::Key& key = models::KeyMap::key(models::Action::Offer);
  m_take->setIconName(key.icon);
  m_take->setCap(key.cap);
  m_take->setElided(true);
  m_hint->setObjectName(QStringLiteral("hintTextLabel"));
  m_hint->setFixedHeight(kHint_px);
  m_hint->setContentsMargins(42, 0, 12, 0);
  m_hint->setShrinking(kLeastText_px);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(m_take, &QAbstractButton::clicked, this, [this] { emit taken(m_promotion); });
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BenefitStrip::show(const till::Snapshot& snapshot) {
  const models::Formatter formatter = m_look.formatter();
  const auto offers = models::PromotionText::openOffers(snapshot, formatter);
  m_promotion = offers.empty() ? std::string() : offers.front().promotion;
  if (!offers.empty()) {
    const models::OfferVm& offer = offers.front();
    m_take->setText(offer.title);
    m_take->setDetail(offer.detail);
    m_take->setAccessibleName(tr("Take the offer. %1, %2").arg(offer.title, offer.detail));
    m_take->setTint(m_look.tokens().festive);
  }
  QStringList hints;
  for (const till::HintView& hint : snapshot.hints) hints << models::PromotionText::hint(hint, formatter);
  m_hint->setText(hints.isEmpty() ? QString() : hints.front());
  m_hint->setAccessibleName(hints.join(QStringLiteral("; ")));
  m_hint->setToolTip(hints.join(QLatin1Char('\n')));
  m_take->setVisible(!offers.empty());
  m_hint->setVisible(offers.empty() && !hints.isEmpty());
  setVisible(!offers.empty() || !hints.isEmpty());
  update();
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
