#include "app/widgets/count_form.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kLongestPieces = 5;
constexpr int kLongestTotal = 12;

}  // namespace

CountForm::CountForm(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_title(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_total_title(new TextLabel(look, 18, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_total(new CodeEdit(look, QStringLiteral("countTotal"), CodeEdit::Ime::Refused, this)),
      m_choose(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("countChoose"), this)) {
  m_hint->setWordWrap(true);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(10);
  grid->setVerticalSpacing(kGap_px);
  constexpr std::size_t kHalf = kFaces_fen.size() / 2;
  for (std::size_t at = 0; at < kFaces_fen.size(); ++at) {
    m_faces[at] = new TextLabel(look, 18, TextLabel::Weight::Bold, &Tokens::text, this);
    m_pieces[at] = new CodeEdit(look, QStringLiteral("count%1").arg(kFaces_fen[at]), CodeEdit::Ime::Refused, this);
    m_pieces[at]->setMaxLength(kLongestPieces);
    m_pieces[at]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const int column = at < kHalf ? 0 : 2;
    grid->addWidget(m_faces[at], static_cast<int>(at % kHalf), column);
    grid->addWidget(m_pieces[at], static_cast<int>(at % kHalf), column + 1);
    connect(m_pieces[at], &QLineEdit::textEdited, this, &CountForm::follow);
    connect(m_pieces[at], &CodeEdit::entered, this, [this, at] {
      CodeEdit* next = at + 1 < m_pieces.size() ? m_pieces[at + 1] : m_total;
      next->setFocus();
      next->selectAll();
    });
  }
  grid->setColumnStretch(1, 1);
  grid->setColumnStretch(3, 1);
  m_total->setMaxLength(kLongestTotal);
  m_total->setFont(typeface(26, true));
  m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_choose->setIconName(QStringLiteral("check"));
  m_choose->setCap(QStringLiteral("Enter"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_title);
  layout->addWidget(m_hint);
  layout->addLayout(grid);
  layout->addWidget(m_total_title);
  layout->addWidget(m_total);
  layout->addStretch();
  layout->addWidget(m_choose);
  connect(m_total, &QLineEdit::textEdited, this, [this] { m_by_hand = !m_total->text().isEmpty(); });
  connect(m_total, &CodeEdit::entered, this, &CountForm::choose);
  connect(m_choose, &QAbstractButton::clicked, this, &CountForm::choose);
  retranslate();
}

void CountForm::open() {
  for (CodeEdit* pieces : m_pieces) pieces->clear();
  m_total->clear();
  m_by_hand = false;
}

std::optional<base::Money> CountForm::sum() const {
  std::int64_t fen = 0;
  for (std::size_t at = 0; at < m_pieces.size(); ++at) {
    const QString typed = m_pieces[at]->text().trimmed();
    if (typed.isEmpty()) continue;
    bool whole = false;
    const int pieces = typed.toInt(&whole);
    if (!whole || pieces < 0) return std::nullopt;
    fen += pieces * kFaces_fen[at];
  }
  return base::Money(fen);
}

void CountForm::follow() {
  m_by_hand = false;
  const auto amount = sum();
  m_total->setText(amount ? models::ShiftText::typed(*amount) : QString());
}

void CountForm::choose() {
  const auto amount = m_by_hand ? models::parseMoney(m_total->text().trimmed()) : sum();
  const bool empty = !m_by_hand && m_total->text().isEmpty();
  if (!amount || empty) {
    emit refused(models::ShiftText::countUnreadable());
    return;
  }
  emit counted(*amount);
}

void CountForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CountForm::retranslate() {
  const models::Formatter formatter = m_look.formatter();
  m_title->setText(tr("Count the drawer"));
  m_hint->setText(tr("How many of each; what there should be is shown after the count. Or type the whole amount."));
  for (std::size_t at = 0; at < m_faces.size(); ++at) {
    const base::Money face(kFaces_fen[at]);
    m_faces[at]->setText(QStringLiteral("¥") + formatter.yuan(face) + QStringLiteral(" ×"));
    m_pieces[at]->setAccessibleName(tr("Number of notes or coins of %1").arg(formatter.money(face)));
  }
  m_total_title->setText(tr("Counted"));
  m_total->setAccessibleName(tr("Counted, the whole amount"));
  m_total->setPlaceholderText(formatter.amount(base::Money()));
  m_choose->setText(tr("Compare"));
  m_choose->setAccessibleName(tr("Compare with what there should be"));
}

}  // namespace kahui::widgets
