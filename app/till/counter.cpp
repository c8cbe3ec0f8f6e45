#include "app/till/counter.hpp"

#include <QFont>
#include <QImage>
#include <QPainter>

#include "app/models/formatter.hpp"

namespace kahui {
namespace {

using models::CounterAnswer;

constexpr int kDisplayBaud = 2400;  // M8
constexpr int kGlyph_px = 24;
constexpr int kHighestLogo_px = 240;
constexpr int kDark = 128;

// What the printer's font lacks, in the screen's own.
class ScreenGlyphs final : public printer::GlyphSource {
 public:
  [[nodiscard]] std::optional<printer::Bitmap> glyph(char32_t character, int width) const override {
    const QString text = QString::fromUcs4(&character, 1);
    QImage image(width, kGlyph_px, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(kGlyph_px - 2);
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(image.rect(), Qt::AlignCenter, text);
    painter.end();
    return bitmapOf(image);
  }

  static printer::Bitmap bitmapOf(const QImage& image) {
    printer::Bitmap bitmap(image.width(), image.height());
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x)
        if (qGray(image.pixel(x, y)) < kDark) bitmap.set(x, y);
    return bitmap;
  }
};

std::optional<printer::Bitmap> logoOf(const std::string& path, int widest) {
  if (path.empty()) return std::nullopt;
  QImage image(QString::fromStdString(path));
  if (image.isNull()) return std::nullopt;
  if (image.width() > widest) image = image.scaledToWidth(widest, Qt::SmoothTransformation);
  if (image.height() > kHighestLogo_px) image = image.scaledToHeight(kHighestLogo_px, Qt::SmoothTransformation);
  QImage paper(image.size(), QImage::Format_RGB32);
  paper.fill(Qt::white);
  QPainter(&paper).drawImage(0, 0, image);
  return ScreenGlyphs::bitmapOf(paper);
}

}  // namespace

Counter::Counter(std::filesystem::path store_folder, local::CounterSettings settings, sale::ReceiptLanguage language)
    : m_store_folder(std::move(store_folder)),
      m_settings(std::move(settings)),
      m_language(language),
      m_worker(std::make_unique<printer::CounterWorker>([this](const printer::CounterState&) { tell(); })) {
  claimPrinter();
  claimDisplay();
}

Counter::~Counter() { m_worker.reset(); }

void Counter::onChange(std::function<void()> listener) {
  const std::lock_guard lock(m_mutex);
  m_listener = std::move(listener);
}

void Counter::tell() {
  const std::lock_guard lock(m_mutex);
  if (m_listener) m_listener();
}

models::CounterView Counter::view() const {
  const printer::CounterState state = m_worker->state();
  models::CounterView view;
  view.printer = m_settings.printer;
  view.wide_paper = m_settings.wide_paper;
  view.printer_state = state.printer;
  view.printer_released = m_released;
  view.waiting = state.waiting;
  view.drawer = m_settings.drawer;
  view.drawer_pin = m_settings.drawer_pin;
  view.display = m_settings.display;
  view.display_failed = state.display_failed;
  view.customer_window = m_settings.customer_window;
  view.customer_types = m_settings.customer_types;
  view.receipt = {m_settings.wide_paper,
                  m_settings.receipt_language,
                  {m_settings.header, m_settings.footer, m_settings.claim_code},
                  m_settings.logo,
                  m_settings.invoice_link};
  view.language = m_settings.language;
  return view;
}

void Counter::claimPrinter() {
  const auto way = printer::parseWay(m_settings.printer);
  if (!way || m_released) {
    m_worker->setPrinter(nullptr);
    m_worker->setDrawer(nullptr);
    return;
  }
  printer::DrawerPulse pulse;
  pulse.pin = m_settings.drawer_pin == 5 ? printer::DrawerPin::Pin5 : printer::DrawerPin::Pin2;
  const auto device = std::make_shared<printer::EscPosPrinter>(*way, pulse);
  m_worker->setPrinter(device);
  m_worker->setDrawer(m_settings.drawer ? device : nullptr);
}

void Counter::claimDisplay() {
  const auto way = printer::parseWay(m_settings.display, kDisplayBaud);
  m_worker->setDisplay(way ? std::make_shared<printer::LineDisplay>(*way) : nullptr);
}

CounterAnswer Counter::save() {
  const bool saved = local::writeCounter(m_store_folder, m_settings).has_value();
  tell();
  return saved ? CounterAnswer::Done : CounterAnswer::NotSaved;
}

CounterAnswer Counter::setPrinter(const std::string& spec, bool wide_paper) {
  if (!spec.empty() && !printer::parseWay(spec)) return CounterAnswer::BadSpec;
  m_settings.printer = spec;
  m_settings.wide_paper = wide_paper;
  m_released = false;
  claimPrinter();
  return save();
}

CounterAnswer Counter::setDrawer(bool there, int pin) {
  m_settings.drawer = there;
  m_settings.drawer_pin = pin;
  claimPrinter();
  return save();
}

CounterAnswer Counter::setDisplay(const std::string& spec) {
  if (!spec.empty() && !printer::parseWay(spec, kDisplayBaud)) return CounterAnswer::BadSpec;
  m_settings.display = spec;
  claimDisplay();
  return save();
}

CounterAnswer Counter::setCustomerWindow(bool shown) {
  m_settings.customer_window = shown;
  return save();
}

CounterAnswer Counter::setCustomerTypes(bool may) {
  m_settings.customer_types = may;
  return save();
}

CounterAnswer Counter::setReceipt(const models::ReceiptSettings& settings) {
  if (!settings.logo.empty() && QImage(QString::fromStdString(settings.logo)).isNull()) return CounterAnswer::NoPicture;
  m_settings.wide_paper = settings.wide_paper;
  m_settings.receipt_language = settings.language;
  m_settings.header = settings.frame.header;
  m_settings.footer = settings.frame.footer;
  m_settings.claim_code = settings.frame.claim_code;
  m_settings.logo = settings.logo;
  m_settings.invoice_link = settings.invoice_link;
  return save();
}

CounterAnswer Counter::setLanguage(const std::string& language) {
  m_settings.language = language;
  return save();
}

sale::ReceiptLanguage Counter::language() const {
  if (m_settings.receipt_language.empty()) return m_language;
  return m_settings.receipt_language == "en" ? sale::ReceiptLanguage::English : sale::ReceiptLanguage::Chinese;
}

void Counter::releasePrinter(bool released) {
  m_released = released;
  claimPrinter();
  tell();
}

printer::PrintJob Counter::sheet(std::string text) const {
  printer::PrintJob job;
  job.text = std::move(text);
  job.paper = m_settings.wide_paper ? printer::Paper::Mm80 : printer::Paper::Mm58;
  job.font = m_settings.full_font ? printer::Font::Gb18030 : printer::Font::Gbk;
  job.cut = m_settings.cut;
  return job;
}

CounterAnswer Counter::print(const sale::Receipt& receipt) {
  if (m_settings.printer.empty() || m_released) return CounterAnswer::NoPrinter;
  const printer::Paper paper = m_settings.wide_paper ? printer::Paper::Mm80 : printer::Paper::Mm58;
  printer::PrintJob job = sheet(sale::renderFramed(
      receipt, {m_settings.header, m_settings.footer, m_settings.claim_code}, language(), printer::columnsOf(paper)));
  job.logo = logoOf(m_settings.logo, printer::dotsOf(paper));
  const bool invoiced = receipt.kind == sale::ReceiptKind::Sale && !m_settings.invoice_link.empty();
  if (invoiced) job.code = m_settings.invoice_link + receipt.receipt_no + "&a=" + std::to_string(receipt.total.value());
  const ScreenGlyphs glyphs;
  return m_worker->print(printer::encodeJob(job, &glyphs).bytes) ? CounterAnswer::Done : CounterAnswer::NoPrinter;
}

int Counter::columns() const {
  return printer::columnsOf(m_settings.wide_paper ? printer::Paper::Mm80 : printer::Paper::Mm58);
}

CounterAnswer Counter::printText(const std::string& text) {
  if (m_settings.printer.empty() || m_released) return CounterAnswer::NoPrinter;
  const ScreenGlyphs glyphs;
  return m_worker->print(printer::encodeJob(sheet(text), &glyphs).bytes) ? CounterAnswer::Done
                                                                         : CounterAnswer::NoPrinter;
}

CounterAnswer Counter::printShift(const report::ShiftSlip& slip, int copy) {
  const bool chinese = language() == sale::ReceiptLanguage::Chinese;
  const std::string mark = copy == 0 ? std::string() : chinese ? "*** 补打 ***\n" : "*** COPY ***\n";
  return printText(mark + report::renderSlip(slip,
                                             chinese ? report::SlipLanguage::Chinese : report::SlipLanguage::English,
                                             columns()));
}

CounterAnswer Counter::printForm(const report::JoinForm& form) {
  if (m_settings.printer.empty() || m_released) return CounterAnswer::NoPrinter;
  const bool chinese = language() == sale::ReceiptLanguage::Chinese;
  printer::PrintJob job = sheet(
      report::renderJoinForm(form, chinese ? report::SlipLanguage::Chinese : report::SlipLanguage::English, columns()));
  job.code = form.number;
  const ScreenGlyphs glyphs;
  return m_worker->print(printer::encodeJob(job, &glyphs).bytes) ? CounterAnswer::Done : CounterAnswer::NoPrinter;
}

CounterAnswer Counter::testPrinter() {
  if (m_settings.printer.empty() || m_released) return CounterAnswer::NoPrinter;
  const int columns = m_settings.wide_paper ? 48 : 32;
  std::string ruler;
  for (int i = 1; i <= columns; ++i) ruler += static_cast<char>('0' + i % 10);
  const bool chinese = language() == sale::ReceiptLanguage::Chinese;
  const printer::PrintJob job = sheet(ruler +
                                      (chinese ? "\n打印测试 ¥1,234.50\n会员价 抹零 找零\n生僻字：𠮷 㐂 镕\n"
                                               : "\nPrinter test ¥1,234.50\n会员价 抹零 找零\nRare: 𠮷 㐂 镕\n") +
                                      ruler + "\n");
  const ScreenGlyphs glyphs;
  return m_worker->print(printer::encodeJob(job, &glyphs).bytes) ? CounterAnswer::Done : CounterAnswer::NoPrinter;
}

CounterAnswer Counter::testDisplay() {
  if (m_settings.display.empty()) return CounterAnswer::BadSpec;
  m_worker->show(ports::DisplayWhat::Total, base::Money(12345678));
  return CounterAnswer::Done;
}

}  // namespace kahui
