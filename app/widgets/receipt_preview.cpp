#include "app/widgets/receipt_preview.hpp"

#include <QPainter>

#include "app/models/formatter.hpp"
#include "app/widgets/qr_image.hpp"

namespace kahui::widgets {
namespace {

constexpr int kReceiptPreviewText_px = 13;
constexpr int kWide_columns = 48;
constexpr int kNarrow_columns = 32;
constexpr int kReceiptPreviewPaperMargin_px = 18;
constexpr int kHighestLogo_px = 90;
constexpr int kReceiptPreviewCode_px = 96;

sale::ReceiptLanguage languageOf(const models::ReceiptSettings& settings) {
  return settings.language == "en" ? sale::ReceiptLanguage::English : sale::ReceiptLanguage::Chinese;
}

sale::Receipt sampleOf(const std::string& store_name, sale::ReceiptLanguage language) {
  const bool chinese = language == sale::ReceiptLanguage::Chinese;
  sale::Receipt receipt;
  receipt.receipt_no = "0001-03-1-000128";
  receipt.store_name = store_name;
  receipt.position = "03";
  receipt.operator_name = chinese ? "李娜" : "Li Na";
  receipt.at = *base::LocalTime::parse("2026-03-05T10:15:00");
  receipt.business_date = receipt.at.date();
  sale::ReceiptLine milk;
  milk.name = chinese ? "纯牛奶 1L" : "Milk 1 L";
  milk.quantity = base::Quantity(2000);
  milk.unit_price = base::Money(1290);
  milk.gross = milk.final = base::Money(2580);
  milk.layer = "RETAIL";
  sale::ReceiptLine apples;
  apples.name = chinese ? "红富士苹果" : "Fuji apples";
  apples.unit = "kg";
  apples.quantity = base::Quantity(1337);
  apples.unit_price = base::Money(1998);
  apples.gross = apples.final = base::Money(2671);
  apples.layer = "RETAIL";
  receipt.lines = {milk, apples};
  receipt.gross = base::Money(5251);
  receipt.rounding = base::Money(1);
  receipt.total = base::Money(5250);
  receipt.tenders = {{"CASH", base::Money(5250), base::Money(10000)}};
  receipt.change = base::Money(4750);
  receipt.claim_code = "482913057716";
  receipt.claim_until = base::BusinessDate::of(2026, 3, 12);
  return receipt;
}

}  // namespace

ReceiptPreview::ReceiptPreview(Look look, QWidget* parent) : Card(look, parent) {
  setObjectName(QStringLiteral("receiptPreview"));
  setAccessibleName(tr("How the receipt will look"));
}

void ReceiptPreview::show(const models::ReceiptSettings& settings, const std::string& store_name) {
  const sale::ReceiptLanguage language = languageOf(settings);
  m_columns = settings.wide_paper ? kWide_columns : kNarrow_columns;
  m_text = models::text(sale::renderFramed(sampleOf(store_name, language), settings.frame, language, m_columns));
  m_logo = settings.logo.empty() ? QImage() : QImage(QString::fromStdString(settings.logo));
  const QString link = models::text(settings.invoice_link);
  m_code = link.isEmpty() ? QImage() : qrImage(link + QStringLiteral("0001-03-1-000128&a=5250"));
  setAccessibleName(tr("How the receipt will look"));
  setAccessibleDescription(m_text);
  update();
}

// Always whole: a long one is drawn smaller.
void ReceiptPreview::paintEvent(QPaintEvent* event) {
  Card::paintEvent(event);
  const Tokens& t = m_look.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.raised);
  painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), kRadius_px, kRadius_px);
  const QFont font = monospace(kReceiptPreviewText_px);
  const QFontMetrics metrics(font);
  const QStringList lines = m_text.split(QLatin1Char('\n'));
  const int inner = metrics.horizontalAdvance(QString(m_columns, QLatin1Char('0')));
  const QSize logo = m_logo.isNull() ? QSize() : m_logo.size().scaled(inner, kHighestLogo_px, Qt::KeepAspectRatio);
  const int logo_px = m_logo.isNull() ? 0 : logo.height() + 8;
  const int code_px = m_code.isNull() ? 0 : kReceiptPreviewCode_px + 8;
  const int paper_w = inner + 2 * kReceiptPreviewPaperMargin_px;
  const int paper_h =
      2 * kReceiptPreviewPaperMargin_px + logo_px + code_px + static_cast<int>(lines.size()) * metrics.lineSpacing();
  const double fit = std::min({1.0, (width() - 24.0) / paper_w, (height() - 24.0) / paper_h});
  painter.translate((width() - paper_w * fit) / 2, 12);
  painter.scale(fit, fit);
  painter.setPen(QPen(t.hairline, 1));
  painter.setBrush(t.paper);
  painter.drawRect(0, 0, paper_w, paper_h);
  int y = kReceiptPreviewPaperMargin_px;
  if (logo_px > 0) painter.drawImage(QRect(QPoint((paper_w - logo.width()) / 2, y), logo), m_logo);
  y += logo_px;
  painter.setFont(font);
  painter.setPen(t.on_paper);
  for (const QString& line : lines) {
    painter.drawText(kReceiptPreviewPaperMargin_px, y + metrics.ascent(), line);
    y += metrics.lineSpacing();
  }
  if (code_px > 0) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(QRect((paper_w - kReceiptPreviewCode_px) / 2, y, kReceiptPreviewCode_px, kReceiptPreviewCode_px),
                      m_code);
  }
}

}  // namespace kahui::widgets
