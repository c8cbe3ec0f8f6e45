#include "app/widgets/member_card.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/extras_text.hpp"
#include "app/models/key_map.hpp"
#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kBand_px = 80;
constexpr int kTags_px = 26;
constexpr int kGreeting_px = 22;
constexpr int kSignsUp_px = 10;  // so much higher than the band without them ends
constexpr int kTagInset_px = 9;
constexpr int kMemberCardBandInset_px = 16;
constexpr int kMemberCardMark_px = 30;
constexpr int kMarkIcon_px = 22;
constexpr int kMemberCardLowWindow_px = 800;

// The picture of a card being tapped, above the words that ask for one.
class TapPicture : public QWidget {
 public:
  explicit TapPicture(Look look, QWidget* parent) : QWidget(parent), m_look(look) {
    setFixedSize(72, 72);
    QObject::connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.tokens().info.back);
    painter.drawEllipse(rect());
    paintIcon(painter, QStringLiteral("tap"), QRect(16, 16, 40, 40), m_look.tokens().info.text);
  }

 private:
  Look m_look;
};

// The way to the next tier, set off from the figures.
class NextTierBox : public QWidget {
 public:
  explicit NextTierBox(Look look, QWidget* parent) : QWidget(parent), m_look(look) {
    QObject::connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.tokens().info.back);
    painter.drawRoundedRect(rect(), kRadius_px - 2, kRadius_px - 2);
    paintIcon(painter, QStringLiteral("up"), QRect(12, (height() - 20) / 2, 20, 20), m_look.tokens().info.text);
  }

 private:
  Look m_look;
};

}  // namespace

MemberBand::MemberBand(Look look, QWidget* parent) : QWidget(parent), m_look(look) {
  setFixedHeight(kBand_px);
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MemberBand::show(const models::MemberVm& vm, bool marks) {
  m_vm = vm;
  m_marks = marks;
  QStringList words{vm.name, vm.badge, vm.phone, vm.trust};
  if (!vm.birthday.isEmpty()) words << vm.birthday;
  setToolTip(marks ? words.mid(3).join(QStringLiteral(", ")) : QString());
  words << vm.tags;
  if (!vm.greeting.isEmpty()) words << vm.greeting;
  setAccessibleName(words.join(QStringLiteral(", ")));
  const int signs = (vm.tags.isEmpty() ? 0 : kTags_px) + (vm.greeting.isEmpty() ? 0 : kGreeting_px);
  setFixedHeight(kBand_px + std::max(0, signs + 2 - kSignsUp_px));
  update();
}

// What the tier gives beside its prices (S000-31): small marks, and below them the words that the cashier says.
void MemberBand::paintSigns(QPainter& painter, const Tokens::Pair& tier) const {
  int y = kBand_px - kSignsUp_px;
  painter.setFont(typeface(13, true));
  int x = kMemberCardBandInset_px;
  for (const QString& tag : m_vm.tags) {
    const int wide = painter.fontMetrics().horizontalAdvance(tag) + 2 * kTagInset_px;
    const QRectF mark(x, y + 1, wide, kTags_px - 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tier.text);
    painter.drawRoundedRect(mark, mark.height() / 2, mark.height() / 2);
    painter.setPen(tier.back);
    painter.drawText(mark, Qt::AlignCenter, tag);
    x += wide + 8;
  }
  if (!m_vm.tags.isEmpty()) y += kTags_px;
  painter.setPen(tier.text);
  painter.setFont(typeface(14));
  painter.drawText(QRect(kMemberCardBandInset_px, y, width() - 2 * kMemberCardBandInset_px, kGreeting_px - 2),
                   Qt::AlignVCenter | Qt::AlignLeft, m_vm.greeting);
}

QStringList MemberBand::marks() const {
  QStringList icons;
  if (m_marks && !m_vm.birthday.isEmpty()) icons << QStringLiteral("cake");
  if (m_marks) icons << (m_vm.genuine ? QStringLiteral("shield_check") : QStringLiteral("card"));
  return icons;
}

bool MemberBand::textFits() const {
  const int room = width() - 2 * kMemberCardBandInset_px;
  int tags = -8;
  for (const QString& tag : m_vm.tags)
    tags += QFontMetrics(typeface(13, true)).horizontalAdvance(tag) + 2 * kTagInset_px + 8;
  if (tags > room || QFontMetrics(typeface(14)).horizontalAdvance(m_vm.greeting) > room) return false;
  return QFontMetrics(typeface(22, true)).horizontalAdvance(m_vm.name) <=
             room - kTouch_px - static_cast<int>(marks().size()) * kMemberCardMark_px &&
         QFontMetrics(typeface(15)).horizontalAdvance(m_vm.phone) +
                 QFontMetrics(typeface(15, true)).horizontalAdvance(m_vm.badge) + 34 <=
             room;
}

void MemberBand::paintEvent(QPaintEvent*) {
  const Tokens::Pair& tier = m_look.theme.tier(m_vm.tier_rank);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath shape;
  shape.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, kRadius_px), kRadius_px - 1, kRadius_px - 1);
  painter.setClipRect(rect());
  painter.setClipPath(shape, Qt::IntersectClip);
  painter.fillRect(rect(), tier.back);
  QColor wave = tier.text;
  wave.setAlpha(16);
  painter.setPen(QPen(wave, 14));
  painter.setBrush(Qt::NoBrush);
  for (int ring = 0; ring < 3; ++ring)
    painter.drawEllipse(QPoint(width() - 16, height()), 34 + 30 * ring, 34 + 30 * ring);

  painter.setPen(tier.text);
  painter.setFont(typeface(22, true));
  painter.drawText(QRect(kMemberCardBandInset_px, 6, width() - 2 * kMemberCardBandInset_px - kTouch_px, 34),
                   Qt::AlignVCenter | Qt::AlignLeft, m_vm.name);
  int mark = kMemberCardBandInset_px + painter.fontMetrics().horizontalAdvance(m_vm.name) + 12;
  for (const QString& icon : marks()) {
    paintIcon(painter, icon, QRect(mark, 6 + (34 - kMarkIcon_px) / 2, kMarkIcon_px, kMarkIcon_px), tier.text);
    mark += kMemberCardMark_px;
  }
  paintIcon(painter, QStringLiteral("crown"), QRect(kMemberCardBandInset_px, 47, 20, 20), tier.text);
  painter.setFont(typeface(15, true));
  painter.drawText(QRect(kMemberCardBandInset_px + 26, 42, width(), 30), Qt::AlignVCenter | Qt::AlignLeft, m_vm.badge);
  painter.setFont(typeface(15));
  painter.drawText(QRect(kMemberCardBandInset_px, 42, width() - 2 * kMemberCardBandInset_px, 30),
                   Qt::AlignVCenter | Qt::AlignRight, m_vm.phone);
  paintSigns(painter, tier);
}

MemberCard::MemberCard(Look look, QWidget* parent) : Card(look, parent), m_pages(new QStackedWidget(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_pages);
  m_pages->addWidget(makeEmpty());
  m_pages->addWidget(makeFull());
  connect(&look.theme, &Theme::changed, this, &MemberCard::fill);
  retranslate();
}

QWidget* MemberCard::makeEmpty() {
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(16, 12, 16, 16);
  layout->setSpacing(6);
  layout->addStretch(2);
  layout->addWidget(new TapPicture(m_look, page), 0, Qt::AlignHCenter);
  layout->addSpacing(8);
  m_empty_title = new TextLabel(m_look, 18, TextLabel::Weight::Bold, &Tokens::text, page);
  m_empty_title->setAlignment(Qt::AlignCenter);
  layout->addWidget(m_empty_title);
  m_empty_text = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary, page);
  m_empty_text->setAlignment(Qt::AlignCenter);
  m_empty_text->setWordWrap(true);
  m_empty_title->setObjectName(QStringLiteral("noMemberTextLabel"));
  layout->addWidget(m_empty_text);
  layout->addStretch(3);
  m_find = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("findMember"), page);
  m_find->setIconName(QStringLiteral("phone"));
  m_find->setCap(models::KeyMap::key(models::Action::Member).cap);
  connect(m_find, &QAbstractButton::clicked, this, &MemberCard::findAsked);
  layout->addWidget(m_find);
  const models::Key& join = models::KeyMap::key(models::Action::Join);
  m_join = new ActionButton(m_look, ActionButton::Kind::Plain, join.stem, page);
  m_join->setIconName(join.icon);
  m_join->setCap(join.cap);
  connect(m_join, &QAbstractButton::clicked, this, &MemberCard::joinAsked);
  layout->addWidget(m_join);
  return page;
}

QWidget* MemberCard::makeFull() {
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 10);
  layout->setSpacing(kGap_px);
  m_band = new MemberBand(m_look, page);
  m_detach = new ActionButton(m_look, ActionButton::Kind::Quiet, QStringLiteral("detachMember"), m_band);
  m_detach->setIconName(QStringLiteral("close"));
  connect(m_detach, &QAbstractButton::clicked, this, &MemberCard::detachAsked);
  layout->addWidget(m_band);
  layout->addLayout(makeFigures(page));
  layout->addLayout(makeChips(page));
  m_coupons = new CouponList(m_look, page);
  connect(m_coupons, &CouponList::toggled, this, &MemberCard::couponToggled);
  connect(m_coupons, &CouponList::allAsked, this, &MemberCard::allCouponsAsked);
  auto* coupons = new QHBoxLayout;
  coupons->setContentsMargins(12, 0, 12, 0);
  coupons->addWidget(m_coupons);
  layout->addLayout(coupons, 1);
  layout->addLayout(makeNext(page));
  layout->addStretch();
  return page;
}

QLayout* MemberCard::makeFigures(QWidget* page) {
  auto* figures = new QGridLayout;
  figures->setContentsMargins(16, 0, 12, 0);
  figures->setVerticalSpacing(0);
  m_points_title = new TextLabel(m_look, 13, TextLabel::Weight::Normal, &Tokens::secondary, page);
  m_points = new TextLabel(m_look, 24, TextLabel::Weight::Bold, &Tokens::text, page);
  m_points->setObjectName(QStringLiteral("memberPointsTextLabel"));
  m_earns_title = new TextLabel(m_look, 13, TextLabel::Weight::Normal, &Tokens::secondary, page);
  m_earns = new TextLabel(m_look, 24, TextLabel::Weight::Bold, &Tokens::text, page);
  m_earns->setObjectName(QStringLiteral("memberEarnsTextLabel"));
  for (TextLabel* figure : {m_points, m_earns}) figure->setShrinking(15);
  const models::Key& key = models::KeyMap::key(models::Action::Points);
  m_pay_points = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("points"), page);
  m_pay_points->setCap(key.cap);
  m_pay_points->setFixedHeight(kTouch_px);
  connect(m_pay_points, &QAbstractButton::clicked, this, &MemberCard::pointsAsked);
  figures->addWidget(m_points_title, 0, 0);
  figures->addWidget(m_points, 1, 0);
  figures->addWidget(m_earns_title, 0, 1);
  figures->addWidget(m_earns, 1, 1);
  figures->addWidget(m_pay_points, 0, 2, 2, 1, Qt::AlignVCenter);
  figures->setColumnStretch(0, 1);
  figures->setColumnStretch(1, 1);
  return figures;
}

QLayout* MemberCard::makeChips(QWidget* page) {
  auto* chips = new QHBoxLayout;
  chips->setContentsMargins(16, 0, 16, 0);
  chips->setSpacing(kGap_px);
  m_birthday = new Chip(
      m_look, [](const Theme& theme) { return theme.tokens().festive; }, page);
  m_birthday->setIcon(QStringLiteral("cake"));
  m_trust = new Chip(
      m_look, [](const Theme& theme) { return theme.tokens().quiet; }, page);
  m_value = new Chip(
      m_look, [](const Theme& theme) { return theme.tokens().quiet; }, page);
  m_value->setIcon(QStringLiteral("cash"));
  chips->addWidget(m_value);
  m_top_up = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("memberTopUp"), page);
  m_top_up->setCap(models::KeyMap::key(models::Action::TopUp).cap);
  m_top_up->setFixedHeight(kTouch_px);
  connect(m_top_up, &QAbstractButton::clicked, this, &MemberCard::topUpAsked);
  chips->addWidget(m_top_up);
  chips->addWidget(m_birthday);
  chips->addWidget(m_trust);
  chips->addStretch();
  return chips;
}

QLayout* MemberCard::makeNext(QWidget* page) {
  m_next_box = new NextTierBox(m_look, page);
  auto* next = new QHBoxLayout(m_next_box);
  next->setContentsMargins(42, 6, 12, 6);
  m_next = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::text, m_next_box);
  m_next->setObjectName(QStringLiteral("memberNextTextLabel"));
  m_next->setWordWrap(true);
  m_next->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
  next->addWidget(m_next);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(12, 0, 12, 0);
  row->addWidget(m_next_box);
  return row;
}

void MemberCard::show(const till::Snapshot& snapshot) {
  m_panel = snapshot.member;
  m_spend = snapshot.points;
  m_extras = snapshot.extras.value_or(till::ExtrasView{});
  m_wallet.coupons = snapshot.coupons;
  m_wallet.business_date = snapshot.business_date;
  fill();
}

void MemberCard::fill() {
  m_pages->setCurrentIndex(m_panel ? 1 : 0);
  if (!m_panel) return fillEmpty();
  const models::MemberVm vm = models::Presenters::member(*m_panel, m_look.formatter());
  const bool tight = !m_wallet.coupons.empty() && window()->height() < kMemberCardLowWindow_px;
  m_band->show(vm, tight);
  m_detach->setGeometry(m_pages->width() - kTouch_px - 4, 4, kTouch_px, kTouch_px);
  m_detach->setTint(Tokens::Pair{Qt::transparent, m_look.theme.tier(vm.tier_rank).text});
  m_points->setText(vm.points);
  m_earns->setText(vm.earns);
  m_birthday->setText(vm.birthday);
  m_birthday->setVisible(!tight && !vm.birthday.isEmpty());
  m_value->setText(vm.value);
  m_value->setVisible(!vm.value.isEmpty() && !m_panel->low_value);
  m_top_up->setVisible(m_panel->low_value);
  m_top_up->setText(vm.value.isEmpty() ? tr("Top up") : tr("%1: top up").arg(vm.value));
  m_top_up->setAccessibleName(m_top_up->text());
  m_trust->setVisible(!tight && (vm.value.isEmpty() || vm.birthday.isEmpty()));
  m_trust->setText(vm.trust);
  m_trust->setIcon(vm.genuine ? QStringLiteral("shield_check") : QStringLiteral("card"));
  QStringList next;
  if (!vm.terms.isEmpty()) next << vm.terms;
  if (m_extras.term) next << models::ExtrasText::term(*m_extras.term);
  if (!vm.next.isEmpty()) next << vm.next;
  m_next->setText(next.join(QStringLiteral(" · ")));
  m_next_box->setVisible(!next.isEmpty());
  m_coupons->show(m_wallet);
  const bool used = m_spend && m_spend->used > base::Points();
  m_pay_points->setEnabled(m_spend && m_spend->usable > base::Points());
  m_pay_points->setText(used ? m_look.formatter().saving(m_spend->paid) : tr("Use"));
  m_pay_points->setInk(used ? &Tokens::price : nullptr);
  m_pay_points->setAccessibleName(used ? tr("Points pay %1").arg(m_look.formatter().money(m_spend->paid))
                                       : tr("Pay with points"));
}

// A guest's bill of some size says quietly what joining would give.
void MemberCard::fillEmpty() {
  const auto& offer = m_extras.join_offer;
  m_join->setVisible(offer.has_value());
  m_empty_title->setText(offer ? models::ExtrasText::offerTitle(*offer, m_look.formatter()) : tr("No member yet"));
  m_empty_text->setText(offer ? models::ExtrasText::offerDetail(*offer, m_look.formatter())
                              : tr("Tap the card on the reader at any time"));
}

void MemberCard::resizeEvent(QResizeEvent* event) {
  Card::resizeEvent(event);
  if (m_panel) fill();
}

void MemberCard::changeEvent(QEvent* event) {
  Card::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void MemberCard::retranslate() {
  m_join->setText(models::KeyMap::label(models::Action::Join));
  m_join->setAccessibleName(tr("Let the guest join; the bill stays"));
  m_find->setText(tr("By phone"));
  m_find->setAccessibleName(tr("Find a member by phone"));
  m_detach->setAccessibleName(tr("Take the member off this bill"));
  m_points_title->setText(tr("Points"));
  m_earns_title->setText(tr("From this bill"));
  fill();
}

}  // namespace kahui::widgets
