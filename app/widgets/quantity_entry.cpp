#include "app/widgets/quantity_entry.hpp"

#include "app/models/return_text.hpp"

namespace kahui::widgets {
namespace {

constexpr int kQuantityEntryLongestQuantity = 7;

}  // namespace

QuantityEntry::QuantityEntry(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("quantityEntry"), parent),
      m_name(new TextLabel(look, 17, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_now(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_entry(new CodeEdit(look, QStringLiteral("quantity"), CodeEdit::Ime::Refused, this)),
      m_pad(new NumberPad(look, QStringLiteral("quantityPad"), NumberPad::Extra::Point, this)),
      m_choose(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("quantityChoose"), this)) {
  m_name->setElided(true);
  m_entry->setFont(typeface(28, true));
  m_entry->setMinimumHeight(60);
  m_entry->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_pad->setTarget(m_entry);
  m_choose->setIconName(QStringLiteral("check"));
  m_choose->setCap(QStringLiteral("Enter"));
  body()->addWidget(m_name);
  body()->addWidget(m_now);
  body()->addWidget(m_entry);
  body()->addWidget(m_pad, 1);
  body()->addWidget(m_choose);
  connect(m_entry, &CodeEdit::entered, this, &QuantityEntry::choose);
  connect(m_choose, &QAbstractButton::clicked, this, &QuantityEntry::choose);
  QuantityEntry::retranslate();
}

void QuantityEntry::open(const till::LineView& line) {
  m_line = line;
  m_returning = false;
  m_entry->clear();
  retranslate();
}

void QuantityEntry::open(const till::ReturnLineView& line, int row) {
  m_line = {};
  m_line.line_id = row;
  m_line.name = line.name;
  m_line.unit = line.unit;
  m_line.quantity = models::returnable(line);
  m_returning = true;
  m_entry->clear();
  retranslate();
}

void QuantityEntry::choose() {
  const QString typed = m_entry->text();
  m_entry->clear();
  if (typed.size() > kQuantityEntryLongestQuantity) {
    emit scanned();
  } else if (const auto quantity = models::parseQuantity(typed)) {
    emit chosen(m_line.line_id, *quantity);
  } else {
    emit unreadable();
  }
}

void QuantityEntry::retranslate() {
  setTitle(tr("Quantity"));
  m_name->setText(models::text(m_line.name));
  const QString quantity = m_look.formatter().quantity(m_line.quantity);
  const QString unit = models::text(m_line.unit);
  m_now->setText(m_returning ? tr("%1 %2 may come back").arg(quantity, unit)
                             : tr("Now %1 %2, at %3").arg(quantity, unit, m_look.formatter().money(m_line.unit_price)));
  m_entry->setPlaceholderText(m_look.formatter().quantity(m_line.quantity));
  m_entry->setAccessibleName(tr("New quantity"));
  m_choose->setText(tr("Set quantity"));
  m_choose->setAccessibleName(tr("Set quantity"));
}

}  // namespace kahui::widgets
