#include "app/widgets/receipt_paper.hpp"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

namespace kahui::widgets {
namespace {

constexpr int kReceiptPaperColumns = 42;  // of half-width signs: between 58 mm and 80 mm paper, readable on the screen
constexpr int kReceiptPaperText_px = 15;
constexpr int kReceiptPaperMargin_px = 22;
constexpr int kTooth_px = 8;

}  // namespace

ReceiptPaper::ReceiptPaper(Look look, QWidget* parent) : Card(look, parent), m_text(new QPlainTextEdit(this)) {
  m_text->setObjectName(QStringLiteral("receiptQPlainTextEdit"));
  m_text->setReadOnly(true);
  m_text->setFont(monospace(kReceiptPaperText_px));
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
  m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_text->setFocusPolicy(Qt::TabFocus);
  m_text->setTabChangesFocus(true);
  m_text->setContextMenuPolicy(Qt::NoContextMenu);
  m_text->document()->setDocumentMargin(0);
}

void ReceiptPaper::show(const sale::Receipt& receipt) {
  m_receipt = receipt;
  fill();
}

void ReceiptPaper::showText(const QString& text) {
  m_receipt.reset();
  m_text->setAccessibleName(tr("Slip"));
  if (text != m_text->toPlainText()) m_text->setPlainText(text);
}

void ReceiptPaper::setTextName(const QString& name) { m_text->setObjectName(name + QStringLiteral("QPlainTextEdit")); }

void ReceiptPaper::scroll(int lines) {
  QScrollBar* bar = m_text->verticalScrollBar();
  bar->setValue(bar->value() + lines);
}

void ReceiptPaper::fill() {
  if (!m_receipt) return;
  m_text->setAccessibleName(tr("Receipt"));
  const auto language = m_look.language.language() == models::Language::Chinese ? sale::ReceiptLanguage::Chinese
                                                                                : sale::ReceiptLanguage::English;
  m_text->setPlainText(models::text(sale::renderText(*m_receipt, language, kReceiptPaperColumns)));
}

QRect ReceiptPaper::paper() const {
  const int wanted =
      QFontMetrics(monospace(kReceiptPaperText_px)).horizontalAdvance(QString(kReceiptPaperColumns, QLatin1Char('0'))) +
      2 * kReceiptPaperMargin_px + 14;
  const int wide = std::min(wanted, width() - 24);
  return {(width() - wide) / 2, 14, wide, height() - 28};
}

void ReceiptPaper::resizeEvent(QResizeEvent* event) {
  Card::resizeEvent(event);
  QRect text = paper().adjusted(kReceiptPaperMargin_px, 18, -6, -kTooth_px - 10);
  const int line_px = QFontMetrics(m_text->font()).lineSpacing();
  text.setHeight(text.height() / line_px * line_px);  // no line cut in half at the foot
  m_text->setGeometry(text);
}

void ReceiptPaper::paintEvent(QPaintEvent* event) {
  Card::paintEvent(event);
  const Tokens& t = m_look.tokens();
  const QRect box = paper();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.raised);
  painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), kRadius_px, kRadius_px);
  QPainterPath strip;
  strip.moveTo(box.topLeft());
  strip.lineTo(box.right(), box.top());
  strip.lineTo(box.right(), box.bottom() - kTooth_px);
  const int teeth = box.width() / kTooth_px;
  for (int tooth = 1; tooth <= teeth; ++tooth) {
    const int x = box.right() - tooth * box.width() / teeth;
    strip.lineTo(x, box.bottom() - (tooth % 2 == 1 ? 0 : kTooth_px));
  }
  strip.closeSubpath();
  painter.setPen(QPen(t.hairline, 1));
  painter.setBrush(t.paper);
  painter.drawPath(strip);
}

void ReceiptPaper::changeEvent(QEvent* event) {
  Card::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) fill();
}

}  // namespace kahui::widgets
