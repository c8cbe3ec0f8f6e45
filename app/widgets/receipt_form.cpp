#include "app/widgets/receipt_form.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/models/formatter.hpp"

namespace kahui::widgets {
namespace {

constexpr int kLongestLine = 48;
constexpr int kLongestLink = 300;

std::string joined(const CodeEdit* first, const CodeEdit* second) {
  std::string lines;
  for (const CodeEdit* edit : {first, second}) {
    const std::string line = edit->text().trimmed().toStdString();
    if (line.empty()) continue;
    if (!lines.empty()) lines += '\n';
    lines += line;
  }
  return lines;
}

}  // namespace

ReceiptForm::ReceiptForm(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_paper(lettered(look, ActionButton::Kind::Plain, "receiptPaper", "W")),
      m_words(lettered(look, ActionButton::Kind::Plain, "receiptLanguage", "E")),
      m_claims(lettered(look, ActionButton::Kind::Plain, "receiptClaim", "C")) {
  const auto title = [&] { return new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary); };
  const auto edit = [&](const char* name, CodeEdit::Ime ime, int longest) {
    auto* line = new CodeEdit(look, QString::fromLatin1(name), ime);
    line->setMaxLength(longest);
    line->setMinimumHeight(kTouch_px);
    connect(line, &QLineEdit::textChanged, this, &ReceiptForm::changed);
    return line;
  };
  m_header_title = title();
  m_footer_title = title();
  m_logo_title = title();
  m_link_title = title();
  static constexpr const char* kNames[] = {"receiptHeader1", "receiptHeader2", "receiptFooter1", "receiptFooter2"};
  for (int i = 0; i < 4; ++i) m_lines[i] = edit(kNames[i], CodeEdit::Ime::Allowed, kLongestLine);
  m_logo = edit("receiptLogo", CodeEdit::Ime::Allowed, kLongestLink);
  m_link = edit("receiptLink", CodeEdit::Ime::Refused, kLongestLink);
  auto* choices = new QHBoxLayout;
  choices->setSpacing(kGap_px);
  choices->addWidget(m_paper, 1);
  choices->addWidget(m_words, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(choices);
  for (QWidget* part :
       std::initializer_list<QWidget*>{m_header_title, m_lines[0], m_lines[1], m_footer_title, m_lines[2], m_lines[3],
                                       m_logo_title, m_logo, m_link_title, m_link, m_claims})
    layout->addWidget(part);
  layout->addStretch(1);
  const auto choose = [this](auto change) {
    change();
    showChoices();
    emit changed();
  };
  connect(m_paper, &QAbstractButton::clicked, this, [this, choose] { choose([this] { m_wide = !m_wide; }); });
  connect(m_words, &QAbstractButton::clicked, this,
          [this, choose] { choose([this] { m_language = m_language == "en" ? "zh_CN" : "en"; }); });
  connect(m_claims, &QAbstractButton::clicked, this, [this, choose] { choose([this] { m_claim = !m_claim; }); });
  retranslate();
}

void ReceiptForm::fill(const models::ReceiptSettings& settings) {
  const QSignalBlocker quiet(this);
  m_wide = settings.wide_paper;
  m_claim = settings.frame.claim_code;
  m_language = settings.language;
  const QStringList above = models::text(settings.frame.header).split(QLatin1Char('\n'));
  const QStringList below = models::text(settings.frame.footer).split(QLatin1Char('\n'));
  m_lines[0]->setText(above.value(0));
  m_lines[1]->setText(above.value(1));
  m_lines[2]->setText(below.value(0));
  m_lines[3]->setText(below.value(1));
  m_logo->setText(models::text(settings.logo));
  m_link->setText(models::text(settings.invoice_link));
  showChoices();
}

models::ReceiptSettings ReceiptForm::wanted() const {
  models::ReceiptSettings settings;
  settings.wide_paper = m_wide;
  settings.language = m_language;
  settings.frame = {joined(m_lines[0], m_lines[1]), joined(m_lines[2], m_lines[3]), m_claim};
  settings.logo = m_logo->text().trimmed().toStdString();
  settings.invoice_link = m_link->text().trimmed().toStdString();
  return settings;
}

bool ReceiptForm::takeKey(int key) {
  for (const auto& [letter, button] : {std::pair{Qt::Key_W, m_paper}, {Qt::Key_E, m_words}, {Qt::Key_C, m_claims}}) {
    if (letter != key) continue;
    button->click();
    return true;
  }
  return false;
}

void ReceiptForm::showChoices() {
  m_paper->setText(m_wide ? tr("Paper 80 mm") : tr("Paper 58 mm"));
  m_paper->setAccessibleName(tr("Width of the paper: %1").arg(m_paper->text()));
  m_words->setText(m_language == "en" ? tr("In English") : tr("In Chinese"));
  m_words->setAccessibleName(tr("Language of receipts: %1").arg(m_words->text()));
  m_claims->setText(m_claim ? tr("Claim code: printed") : tr("Claim code: not printed"));
  m_claims->setAccessibleName(m_claims->text());
}

void ReceiptForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ReceiptForm::retranslate() {
  m_header_title->setText(tr("Lines above the receipt"));
  m_footer_title->setText(tr("Lines below it"));
  m_logo_title->setText(tr("Logo: a picture file on this till"));
  m_link_title->setText(tr("Link of the QR code; empty: no code"));
  m_lines[0]->setAccessibleName(tr("First line above the receipt"));
  m_lines[1]->setAccessibleName(tr("Second line above the receipt"));
  m_lines[2]->setAccessibleName(tr("First line below the receipt"));
  m_lines[3]->setAccessibleName(tr("Second line below the receipt"));
  m_logo->setAccessibleName(tr("Picture file of the logo"));
  m_link->setAccessibleName(tr("Link of the QR code"));
  m_link->setPlaceholderText(QStringLiteral("https://"));
  showChoices();
}

}  // namespace kahui::widgets
