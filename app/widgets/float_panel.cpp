#include "app/widgets/float_panel.hpp"

#include <algorithm>

namespace kahui::widgets {
namespace {

constexpr int kLongestYuan = 4;              // no drawer begins with 10,000: it is an item number or was scanned
constexpr int kFloatPanelLongestAmount = 7;  // 9999.99

}  // namespace

FloatPanel::FloatPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("float"), parent),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_entry(new CodeEdit(look, QStringLiteral("float"), CodeEdit::Ime::Refused, this)),
      m_pad(new NumberPad(look, QStringLiteral("floatPad"), NumberPad::Extra::Point, this)),
      m_choose(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("floatChoose"), this)) {
  m_hint->setWordWrap(true);
  m_entry->setMaxLength(64);
  m_entry->setFont(typeface(26, true));
  m_entry->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_entry->setIconName(QStringLiteral("cash"));
  m_pad->setTarget(m_entry);
  m_choose->setIconName(QStringLiteral("check"));
  m_choose->setCap(QStringLiteral("Enter"));
  body()->addWidget(m_hint);
  body()->addWidget(m_entry);
  body()->addWidget(m_pad, 1);
  body()->addWidget(m_choose);
  connect(m_entry, &CodeEdit::entered, this, &FloatPanel::choose);
  connect(m_choose, &QAbstractButton::clicked, this, &FloatPanel::choose);
  FloatPanel::retranslate();
}

void FloatPanel::open(base::Money proposed) {
  m_proposed = proposed;
  m_entry->clear();
  if (proposed > base::Money()) {
    m_entry->setText(models::ShiftText::typed(proposed));
    m_entry->selectAll();
  }
  retranslate();
}

void FloatPanel::choose() {
  const QString typed = m_entry->text().trimmed();
  m_entry->clear();
  if (typed.isEmpty()) {
    emit skipped();
    return;
  }
  const bool figures =
      std::all_of(typed.begin(), typed.end(), [](QChar sign) { return sign.isDigit() || sign == QLatin1Char('.'); });
  const bool too_long =
      typed.size() > kFloatPanelLongestAmount || typed.section(QLatin1Char('.'), 0, 0).size() > kLongestYuan;
  if (too_long || !figures) {
    emit passed(typed);
  } else if (const auto amount = models::parseMoney(typed); amount) {
    emit chosen(*amount);
  } else {
    emit unreadable();
  }
}

void FloatPanel::retranslate() {
  const models::Formatter formatter = m_look.formatter();
  setTitle(tr("Opening float"));
  m_hint->setText(m_proposed > base::Money()
                      ? tr("The last shift left %1 in the drawer. Count it, and correct it where it differs.")
                            .arg(formatter.money(m_proposed))
                      : tr("How much change lies in the drawer? Esc begins with nothing."));
  m_entry->setPlaceholderText(formatter.amount(base::Money()));
  m_entry->setAccessibleName(tr("Opening float"));
  m_choose->setText(tr("Begin the shift"));
  m_choose->setAccessibleName(tr("Begin the shift"));
}

}  // namespace kahui::widgets
