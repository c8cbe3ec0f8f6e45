#include "app/widgets/help_overlay.hpp"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace kahui::widgets {
namespace {

constexpr int kHelpOverlayRow_px = 28;
constexpr int kHelpOverlayTitle_px = 40;
constexpr int kBlockGap_px = 14;
constexpr int kCapColumn_px = 100;
constexpr int kSheetMargin_px = 28;
constexpr int kHead_px = 76;
constexpr int kMostWide_px = 1080;

int heightOf(const models::KeyMap::HelpBlock& block) {
  return kHelpOverlayTitle_px + static_cast<int>(block.rows.size()) * kHelpOverlayRow_px + kBlockGap_px;
}

// Blocks fill the left column first, as long as it stays the shorter half.
struct Columns {
  std::vector<models::KeyMap::HelpBlock> left;
  std::vector<models::KeyMap::HelpBlock> right;
  int height = 0;
};

Columns columns() {
  Columns both;
  int total = 0;
  for (const auto& block : models::KeyMap::help()) total += heightOf(block);
  int left = 0;
  for (const auto& block : models::KeyMap::help()) {
    const bool goes_left = both.right.empty() && left + heightOf(block) / 2 <= total / 2;
    (goes_left ? both.left : both.right).push_back(block);
    if (goes_left) left += heightOf(block);
  }
  both.height = std::max(left, total - left);
  return both;
}

}  // namespace

HelpOverlay::HelpOverlay(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_close(new ActionButton(look, ActionButton::Kind::Quiet, QStringLiteral("helpClose"), this)) {
  setObjectName(QStringLiteral("HelpOverlay"));
  m_close->setIconName(QStringLiteral("close"));
  m_close->setCap(QStringLiteral("Esc"));
  connect(m_close, &QAbstractButton::clicked, this, &HelpOverlay::closeAsked);
  retranslate();
}

QRect HelpOverlay::sheet() const {
  const int wide = std::min(width() - 48, kMostWide_px);
  const int high = kHead_px + columns().height + kSheetMargin_px;
  return {(width() - wide) / 2, std::max(12, (height() - high) / 2), wide, high};
}

bool HelpOverlay::textFits() const {
  const int room = (sheet().width() - 3 * kSheetMargin_px) / 2 - kCapColumn_px;
  const QFontMetrics metrics(typeface(14));
  const auto blocks = models::KeyMap::help();
  return sheet().bottom() <= height() && std::all_of(blocks.begin(), blocks.end(), [&](const auto& block) {
           return std::all_of(block.rows.begin(), block.rows.end(),
                              [&](const auto& row) { return metrics.horizontalAdvance(row.text) <= room; });
         });
}

int HelpOverlay::paintBlock(QPainter& painter, const models::KeyMap::HelpBlock& block, int x, int y, int width) const {
  const Tokens& t = m_look.tokens();
  painter.setFont(typeface(16, true));
  painter.setPen(t.primary);
  painter.drawText(QRect(x, y, width, kHelpOverlayTitle_px), Qt::AlignVCenter | Qt::AlignLeft, block.title);
  y += kHelpOverlayTitle_px;
  for (const auto& row : block.rows) {
    painter.setFont(typeface(13, true));
    const QRect cap(x, y + 3, std::max(30, painter.fontMetrics().horizontalAdvance(row.keys) + 16),
                    kHelpOverlayRow_px - 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.quiet.back);
    painter.drawRoundedRect(cap, 6, 6);
    painter.setPen(t.quiet.text);
    painter.drawText(cap, Qt::AlignCenter, row.keys);
    painter.setFont(typeface(14));
    painter.setPen(t.text);
    painter.drawText(QRect(x + kCapColumn_px, y, width - kCapColumn_px, kHelpOverlayRow_px),
                     Qt::AlignVCenter | Qt::AlignLeft, row.text);
    y += kHelpOverlayRow_px;
  }
  return y + kBlockGap_px;
}

void HelpOverlay::paintEvent(QPaintEvent*) {
  const Tokens& t = m_look.tokens();
  QPainter painter(this);
  painter.fillRect(rect(), t.scrim);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRect box = sheet();
  painter.setPen(QPen(t.hairline, 1));
  painter.setBrush(t.surface);
  painter.drawRoundedRect(box, 14, 14);
  painter.setPen(t.text);
  painter.setFont(typeface(22, true));
  painter.drawText(QRect(box.left() + kSheetMargin_px, box.top() + 8, box.width(), kHead_px - 16),
                   Qt::AlignVCenter | Qt::AlignLeft, tr("Keys of this till"));
  const int column = (box.width() - 3 * kSheetMargin_px) / 2;
  const Columns both = columns();
  int y = box.top() + kHead_px - 8;
  for (const auto& block : both.left) y = paintBlock(painter, block, box.left() + kSheetMargin_px, y, column);
  y = box.top() + kHead_px - 8;
  for (const auto& block : both.right)
    y = paintBlock(painter, block, box.left() + 2 * kSheetMargin_px + column, y, column);
}

void HelpOverlay::mouseReleaseEvent(QMouseEvent*) { emit closeAsked(); }

void HelpOverlay::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const QSize size = m_close->sizeHint();
  m_close->setGeometry(sheet().right() - size.width() - 14, sheet().top() + 14, size.width(), size.height());
}

void HelpOverlay::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void HelpOverlay::retranslate() {
  setAccessibleName(tr("Keys of this till"));
  m_close->setAccessibleName(tr("Close the help"));
  update();
}

}  // namespace kahui::widgets
