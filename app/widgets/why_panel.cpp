#include "app/widgets/why_panel.hpp"

#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

using models::WhyModel;

constexpr int kWhyPanelRow_px = 54;
constexpr int kWhyPanelIcon_px = 20;
constexpr int kWhyPanelTextLeft_px = 32;
constexpr int kFigureGap_px = 8;

class WhyDelegate : public QStyledItemDelegate {
 public:
  WhyDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = m_look.tokens();
    const QRect box = option.rect;
    const bool applied = index.data(WhyModel::AppliedRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), t.hairline);
    paintIcon(*painter, applied ? QStringLiteral("check") : QStringLiteral("minus"),
              QRect(box.left() + 2, box.top() + 7, kWhyPanelIcon_px, kWhyPanelIcon_px),
              applied ? t.good.text : t.secondary);
    const QString figure = index.data(WhyModel::FigureRole).toString();
    painter->setFont(typeface(16, applied));
    painter->setPen(applied ? t.text : t.secondary);
    const int figure_px = painter->fontMetrics().horizontalAdvance(figure);
    painter->drawText(QRect(box.right() - figure_px - 3, box.top() + 4, figure_px + 2, 26),
                      Qt::AlignVCenter | Qt::AlignRight, figure);
    const int room = box.width() - kWhyPanelTextLeft_px - figure_px - kFigureGap_px;
    painter->setFont(typeface(15, applied));
    painter->drawText(QRect(box.left() + kWhyPanelTextLeft_px, box.top() + 4, room, 26),
                      Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    paintReason(*painter, box, index, applied);
    painter->restore();
  }
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {120, kWhyPanelRow_px}; }

 private:
  void paintReason(QPainter& painter, const QRect& box, const QModelIndex& index, bool applied) const {
    const Tokens& t = m_look.tokens();
    const int room = box.width() - kWhyPanelTextLeft_px;
    QString reason = index.data(WhyModel::ReasonRole).toString();
    if (index.data(WhyModel::WholeBillRole).toBool()) reason = wholeBill() + QStringLiteral(" · ") + reason;
    painter.setFont(typeface(13));
    painter.setPen(applied ? t.good.text : t.secondary);
    painter.drawText(QRect(box.left() + kWhyPanelTextLeft_px, box.top() + 29, room, 20),
                     Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(reason, Qt::ElideRight, room));
  }
  static QString wholeBill() { return WhyPanel::tr("whole bill"); }

  Look m_look;
};

}  // namespace

WhyPanel::WhyPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("why"), parent),
      m_name(new TextLabel(look, 17, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_price(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_list(new QListView(this)) {
  m_name->setElided(true);
  m_list->setObjectName(QStringLiteral("whyQListView"));
  m_list->setModel(&m_model);
  m_list->setItemDelegate(new WhyDelegate(look, m_list));
  m_list->setSelectionMode(QAbstractItemView::NoSelection);
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setFrameShape(QFrame::NoFrame);
  connect(&look.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
  body()->addWidget(m_name);
  body()->addWidget(m_price);
  body()->addWidget(m_list, 1);
  WhyPanel::retranslate();
}

void WhyPanel::show(const till::Snapshot& snapshot) {
  if (!snapshot.explain || snapshot.explain->line >= static_cast<int>(snapshot.lines.size())) return;
  m_explain = *snapshot.explain;
  m_line = snapshot.lines[static_cast<std::size_t>(m_explain.line)];
  m_coupons = snapshot.coupons;
  m_today = snapshot.business_date;
  fill();
}

void WhyPanel::scroll(int rows) {
  QScrollBar* bar = m_list->verticalScrollBar();
  bar->setValue(bar->value() + rows * kWhyPanelRow_px);
}

void WhyPanel::fill() {
  const models::Formatter formatter = m_look.formatter();
  m_model.setRows(models::WhyText::rows(m_explain, m_coupons, m_today, formatter));
  m_name->setText(models::text(m_line.name));
  m_price->setText(tr("Full price %1, paid %2").arg(formatter.money(m_line.gross), formatter.money(m_line.final)));
}

void WhyPanel::retranslate() {
  setTitle(tr("Why this price"));
  m_list->setAccessibleName(tr("Rules tried on this line"));
  fill();
}

}  // namespace kahui::widgets
