#include "app/widgets/rounding_form.hpp"

#include <QEvent>
#include <QVBoxLayout>

#include "app/models/formatter.hpp"
#include "app/models/shift_text.hpp"

namespace kahui::widgets {

using programme::RoundApply;
using programme::RoundMode;

RoundingForm::RoundingForm(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_apply(lettered(look, ActionButton::Kind::Plain, "roundApply", "A")),
      m_authority(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::text)),
      m_low_title(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_low(new CodeEdit(look, QStringLiteral("lowValue"), CodeEdit::Ime::Refused)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_authority->setObjectName(QStringLiteral("roundAuthorityTextLabel"));
  m_authority->setWordWrap(true);
  layout->addWidget(m_authority);
  const std::pair<RoundMode, const char*> modes[] = {{RoundMode::FloorJiao, "roundJiao"},
                                                     {RoundMode::NearestJiao, "roundNearest"},
                                                     {RoundMode::FloorYuan, "roundYuan"},
                                                     {RoundMode::None, "roundNone"}};
  int number = 1;
  for (const auto& [mode, name] : modes) {
    auto* button = new ActionButton(look, ActionButton::Kind::Tile, QString::fromLatin1(name));
    button->setCap(QString::number(number++));
    connect(button, &QAbstractButton::clicked, this, [this, wanted = mode] { choose(wanted); });
    m_modes.emplace_back(mode, button);
    layout->addWidget(button);
  }
  m_low->setMaxLength(9);
  m_low->setMinimumHeight(kTouch_px);
  layout->addWidget(m_apply);
  layout->addSpacing(12);
  m_low_title->setWordWrap(true);
  layout->addWidget(m_low_title);
  layout->addWidget(m_low);
  layout->addStretch(1);
  connect(m_apply, &QAbstractButton::clicked, this, [this] {
    m_round.apply = m_round.apply == RoundApply::CashOnly ? RoundApply::Always : RoundApply::CashOnly;
    retranslate();
    emit changed();
  });
  retranslate();
}

void RoundingForm::fill(const till::SettingsView& settings) {
  m_round = settings.round;
  m_at_hq = settings.rules_at_hq;
  m_low->setText(models::ShiftText::typed(settings.low_value));
  retranslate();
}

std::optional<base::Money> RoundingForm::lowValue() const { return models::parseMoney(m_low->text().trimmed()); }

void RoundingForm::choose(RoundMode mode) {
  m_round.mode = mode;
  retranslate();
  emit changed();
}

std::vector<TwoLineRow> RoundingForm::examples() const {
  const models::Formatter formatter = m_look.formatter();
  std::vector<TwoLineRow> rows;
  for (const std::int64_t fen : {1234, 1237, 1299, 10005, 9990, 4}) {
    const base::Money before(fen), dropped = models::ShiftText::dropped(m_round.mode, before);
    rows.push_back(
        {formatter.money(before),
         dropped == base::Money() ? tr("nothing is dropped") : tr("%1 is dropped").arg(formatter.money(dropped)),
         formatter.money(before - dropped), false});
  }
  return rows;
}

bool RoundingForm::takeKey(int key) {
  if (m_at_hq) return false;
  if (key == Qt::Key_A) {
    m_apply->click();
    return true;
  }
  const int row = key - Qt::Key_1;
  if (row < 0 || row >= static_cast<int>(m_modes.size())) return false;
  choose(m_modes[static_cast<std::size_t>(row)].first);
  return true;
}

void RoundingForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void RoundingForm::retranslate() {
  m_authority->setText(m_at_hq ? tr("Headquarters sets the rounding for all stores; here it is only shown.")
                               : tr("Never up: the customer pays no more than the goods cost."));
  const auto words = [](RoundMode mode) -> std::pair<QString, QString> {
    switch (mode) {
      case RoundMode::FloorJiao: return {tr("To the jiao below"), tr("Fen are dropped")};
      case RoundMode::NearestJiao: return {tr("1 to 4 fen dropped"), tr("5 to 9 fen stay as they are")};
      case RoundMode::FloorYuan: return {tr("To the yuan below"), tr("Jiao and fen are dropped")};
      case RoundMode::None: return {tr("Exact"), tr("Nothing is dropped")};
    }
    return {};
  };
  for (const auto& [mode, button] : m_modes) {
    const auto [what, detail] = words(mode);
    button->setText(what);
    button->setDetail(detail);
    button->setAccessibleName(m_round.mode == mode ? tr("%1, chosen").arg(what) : what);
    button->setTint(m_round.mode == mode ? std::optional(m_look.tokens().info) : std::nullopt);
    button->setEnabled(!m_at_hq);
  }
  m_apply->setText(m_round.apply == RoundApply::CashOnly ? tr("Only what is paid in cash") : tr("Every bill"));
  m_apply->setAccessibleName(tr("Rounding applies to: %1").arg(m_apply->text()));
  m_apply->setEnabled(!m_at_hq);
  m_low_title->setText(tr("Offer a top-up to members who have no more than"));
  m_low->setAccessibleName(m_low_title->text());
}

}  // namespace kahui::widgets
