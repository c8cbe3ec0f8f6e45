#include "app/widgets/label_form.hpp"

#include <QEvent>
#include <QVBoxLayout>

#include "app/models/formatter.hpp"

namespace kahui::widgets {

using catalog::LabelFault;

LabelForm::LabelForm(Look look, QWidget* parent) : QWidget(parent), m_look(look) {
  const auto words = [&](int size) {
    auto* label = new TextLabel(look, size, TextLabel::Weight::Normal, &Tokens::secondary);
    label->setWordWrap(true);
    return label;
  };
  const auto edit = [&](const char* name, int longest) {
    auto* line = new CodeEdit(look, QString::fromLatin1(name), CodeEdit::Ime::Refused);
    line->setMaxLength(longest);
    line->setMinimumHeight(kTouch_px);
    connect(line, &QLineEdit::textChanged, this, [this] { emit tried(m_try->text().trimmed().toStdString()); });
    return line;
  };
  m_prefix_title = words(14);
  m_short_title = words(14);
  m_long_title = words(14);
  m_letters = words(14);
  m_try_title = words(14);
  m_meaning = new TextLabel(look, 17, TextLabel::Weight::Bold, &Tokens::text);
  m_meaning->setObjectName(QStringLiteral("labelMeaningTextLabel"));
  m_meaning->setWordWrap(true);
  m_prefixes = edit("labelPrefixes", 40);
  m_short = edit("labelShort", static_cast<int>(catalog::kShortLabel.size()));
  m_long = edit("labelLong", static_cast<int>(catalog::kLongLabel.size()));
  m_try = edit("labelTry", static_cast<int>(catalog::kLongLabel.size()));
  m_try->setIconName(QStringLiteral("scan"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(6);
  for (QWidget* part : std::initializer_list<QWidget*>{m_prefix_title, m_prefixes, m_short_title, m_short, m_long_title,
                                                       m_long, m_letters})
    layout->addWidget(part);
  layout->addSpacing(12);
  for (QWidget* part : std::initializer_list<QWidget*>{m_try_title, m_try, m_meaning}) layout->addWidget(part);
  layout->addStretch(1);
  retranslate();
}

void LabelForm::fill(const catalog::LabelRules& rules) {
  const QSignalBlocker quiet(this);
  m_prefixes->setText(models::text(rules.prefixes));
  m_short->setText(models::text(rules.short_label));
  m_long->setText(models::text(rules.long_label));
  m_try->clear();
  showTrial(std::nullopt);
}

catalog::LabelRules LabelForm::wanted() const {
  return {m_prefixes->text().trimmed().toStdString(), m_short->text().trimmed().toUpper().toStdString(),
          m_long->text().trimmed().toUpper().toStdString()};
}

void LabelForm::showTrial(const std::optional<till::LabelTrial>& trial) {
  m_trial = trial;
  m_meaning->setText(trial ? meaning(*trial) : tr("Scan or type a label: here is what it means."));
}

QString LabelForm::meaning(const till::LabelTrial& trial) const {
  if (const auto wrong = catalog::checkLabelRules(wanted()); !wrong) {
    const std::string& what = wrong.error().detail;
    if (what == "prefixes") return tr("The prefixes cannot be read. Write 20-29, or 21, 25.");
    return what == "short_label" ? tr("The 13 letters cannot be read. The usual ones: PPIIIIIAAAAAC")
                                 : tr("The 18 letters cannot be read. The usual ones: PPIIIIIAAAAAWWWWWC");
  }
  const auto& reading = trial.reading;
  switch (reading.fault) {
    case LabelFault::Length: return tr("No label: it has %1 digits.").arg(trial.code.size());
    case LabelFault::Prefix:
      return tr("No label: its prefix %1 is not among them.").arg(models::text(trial.code.substr(0, 2)));
    case LabelFault::CheckDigit:
      return tr("Misread: the last digit should be %1. Scan it again.").arg(QLatin1Char(reading.check_digit));
    case LabelFault::None: break;
  }
  const models::Formatter formatter = m_look.formatter();
  QStringList parts{tr("item %1").arg(models::text(reading.label->plu))};
  if (reading.label->amount) parts << tr("amount %1").arg(formatter.money(*reading.label->amount));
  if (reading.label->weight) parts << tr("weight %1 kg").arg(formatter.quantity(*reading.label->weight));
  const QString read = parts.join(QStringLiteral(" · "));
  if (trial.product_name.empty()) return tr("%1. There is no such item in this store.").arg(read);
  return tr("%1. Sells %2: %3 for %4.")
      .arg(read, models::text(trial.product_name), formatter.quantity(trial.quantity), formatter.money(trial.amount));
}

void LabelForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void LabelForm::retranslate() {
  m_prefix_title->setText(tr("Prefixes of the scales' labels"));
  m_prefixes->setAccessibleName(m_prefix_title->text());
  m_short_title->setText(tr("13 digits, a letter for each; empty: not used"));
  m_short->setAccessibleName(tr("Layout of labels with 13 digits"));
  m_long_title->setText(tr("18 digits; empty: not used"));
  m_long->setAccessibleName(tr("Layout of labels with 18 digits"));
  m_letters->setText(tr("P prefix · I item · A amount in fen · W weight in grams · C check digit"));
  m_try_title->setText(tr("Try a label; nothing is sold"));
  m_try->setAccessibleName(tr("A label to try"));
  showTrial(m_trial);
}

}  // namespace kahui::widgets
