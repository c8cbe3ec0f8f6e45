#include "app/widgets/customer_pad.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/customer_entry_text.hpp"

namespace kahui::widgets {
namespace {

using models::CustomerEntry;
using models::CustomerEntryText;
using Step = CustomerEntry::Step;
using Kind = ActionButton::Kind;

constexpr int kFoot_px = 64;
constexpr int kLowest_px = 480;       // a window so high has everything in its least size
constexpr int kMostFigures_px = 640;  // digits wider than this are far apart for one hand
constexpr int kMostAnswer_px = 120;

}  // namespace

CustomerPad::CustomerPad(Look look, CustomerEntry& entry, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_entry(entry),
      m_question(new TextLabel(look, 26, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_line(new TextLabel(look, 34, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_hint(new TextLabel(look, 18, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_review(new TextLabel(look, 24, TextLabel::Weight::Normal, &Tokens::text, this)),
      m_body(new QStackedWidget(this)),
      m_letters(new CustomerLetters(look, entry)) {
  setObjectName(QStringLiteral("CustomerPad"));
  m_question->setObjectName(QStringLiteral("customerQuestionTextLabel"));
  m_line->setObjectName(QStringLiteral("customerLineTextLabel"));
  m_hint->setObjectName(QStringLiteral("customerHintTextLabel"));
  m_review->setObjectName(QStringLiteral("customerReviewTextLabel"));
  m_hint->setWordWrap(true);
  m_review->setWordWrap(true);
  m_review->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_line->setElided(true);
  m_digits = makeDigits();
  m_answers = makeAnswers();
  for (QWidget* page : std::initializer_list<QWidget*>{m_digits, m_answers, m_letters, m_review})
    m_body->addWidget(page);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin_px, kGap_px, kMargin_px, kGap_px);
  layout->setSpacing(6);
  for (TextLabel* label : {m_question, m_line, m_hint}) layout->addWidget(label);
  layout->addWidget(m_body, 1);
  layout->addWidget(makeFoot());
  connect(&entry, &CustomerEntry::changed, this, &CustomerPad::fill);
  connect(&look.theme, &Theme::changed, this, &CustomerPad::fill);
  fill();
}

QWidget* CustomerPad::makeDigits() {
  auto* page = new QWidget;
  auto* box = new QWidget;
  box->setMaximumWidth(kMostFigures_px);
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(6);
  for (int digit = 0; digit <= 9; ++digit) {
    const QChar sign = QLatin1Char(static_cast<char>('0' + digit));
    auto* key = customerKey(m_look, Kind::Digit, QStringLiteral("customerDigit%1").arg(digit), box);
    key->setText(sign);
    connect(key, &QAbstractButton::clicked, this, [this, sign] { m_entry.type(sign); });
    grid->addWidget(key, digit == 0 ? 3 : (digit - 1) / 3, digit == 0 ? 1 : (digit - 1) % 3);
    m_figures.push_back(key);
  }
  m_erase = customerKey(m_look, Kind::Digit, QStringLiteral("customerErase"), box);
  m_erase->setIconName(QStringLiteral("backspace"));
  connect(m_erase, &QAbstractButton::clicked, this, [this] { m_entry.erase(); });
  grid->addWidget(m_erase, 3, 2);
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins(0, 0, 0, 0);
  row->addStretch(1);
  row->addWidget(box, 100);
  row->addStretch(1);
  return page;
}

// Neither is chosen beforehand, and both look the same: an answer is the customer's own.
QWidget* CustomerPad::makeAnswers() {
  auto* page = new QWidget;
  auto* row = new QHBoxLayout;
  row->setSpacing(kMargin_px);
  m_no = customerKey(m_look, Kind::Plain, QStringLiteral("customerNo"), page);
  m_yes = customerKey(m_look, Kind::Plain, QStringLiteral("customerYes"), page);
  for (ActionButton* answer : {m_no, m_yes}) {
    answer->setMaximumHeight(kMostAnswer_px);
    row->addWidget(answer, 1);
    connect(answer, &QAbstractButton::clicked, this, [this, yes = answer == m_yes] { m_entry.answer(yes); });
  }
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addStretch(1);
  layout->addLayout(row, 2);
  layout->addStretch(2);
  return page;
}

QWidget* CustomerPad::makeFoot() {
  auto* foot = new QWidget;
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGap_px);
  m_cancel = customerKey(m_look, Kind::Plain, QStringLiteral("customerCancel"), foot);
  m_back = customerKey(m_look, Kind::Plain, QStringLiteral("customerBack"), foot);
  m_next = customerKey(m_look, Kind::Plain, QStringLiteral("customerNext"), foot);
  for (ActionButton* key : {m_cancel, m_back, m_next}) {
    key->setMinimumHeight(kFoot_px);
    row->addWidget(key, key == m_next ? 2 : 1);
  }
  connect(m_cancel, &QAbstractButton::clicked, this, [this] { m_entry.cancel(); });
  connect(m_back, &QAbstractButton::clicked, this, [this] { m_entry.back(); });
  connect(m_next, &QAbstractButton::clicked, this, [this] { m_entry.next(); });
  return foot;
}

void CustomerPad::fill() {
  const Step step = m_entry.step();
  setVisible(m_entry.running());
  if (!m_entry.running()) return clear();
  raise();
  const bool answers = step == Step::Terms || step == Step::Messages;
  m_body->setCurrentWidget(step == Step::Name    ? static_cast<QWidget*>(m_letters)
                           : step == Step::Check ? m_review
                           : answers             ? m_answers
                                                 : m_digits);
  m_line->setVisible(!answers && step != Step::Check);
  m_question->setText(CustomerEntryText::question(m_entry));
  m_line->setText(CustomerEntryText::line(m_entry));
  m_line->setAccessibleName(CustomerEntryText::spoken(m_entry));
  m_hint->setText(CustomerEntryText::hint(m_entry));
  m_hint->setInk(m_entry.wrong() != CustomerEntry::Wrong::None || m_entry.secondsLeft() > 0 ? &Tokens::price
                                                                                            : &Tokens::secondary);
  m_review->setText(step == Step::Check ? CustomerEntryText::review(m_entry) : QString());
  m_back->setVisible(step != Step::Phone && step != Step::Pin);
  m_next->setVisible(!answers);
  const Tokens& t = m_look.tokens();
  m_next->setTint(Tokens::Pair{t.primary, t.on_primary});
  // A finger leaves no pointer behind that would make one answer look chosen.
  for (ActionButton* answer : {m_yes, m_no}) answer->setTint(Tokens::Pair{t.surface, t.text});
  retranslate();
}

void CustomerPad::clear() {
  for (TextLabel* label : {m_question, m_line, m_hint, m_review}) {
    label->setText({});
    label->setAccessibleName({});
  }
  m_letters->fill();
}

void CustomerPad::retranslate() {
  const bool terms = m_entry.step() == Step::Terms;
  const std::pair<ActionButton*, QString> words[] = {{m_cancel, tr("Cancel")},
                                                     {m_back, tr("Back")},
                                                     {m_next, CustomerEntryText::next(m_entry)},
                                                     {m_yes, terms ? tr("I agree") : tr("Yes")},
                                                     {m_no, terms ? tr("I do not agree") : tr("No")}};
  for (const auto& [button, text] : words) {
    button->setText(text);
    button->setAccessibleName(text);
  }
  for (ActionButton* key : m_figures) key->setAccessibleName(tr("Digit %1").arg(key->text()));
  m_erase->setAccessibleName(tr("Delete the last digit"));
  m_letters->fill();
}

void CustomerPad::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), m_look.tokens().background); }

// Read at arm's length: a higher window has larger type.
void CustomerPad::resizeEvent(QResizeEvent*) {
  const auto scaled = [this](int size_px) {
    return size_px * std::clamp(height(), kLowest_px, 2 * kLowest_px) / kLowest_px;
  };
  m_question->setFont(typeface(scaled(26), true));
  m_line->setFont(typeface(scaled(34), true));
  m_hint->setFont(typeface(scaled(18)));
  m_review->setFont(typeface(scaled(24)));
  for (ActionButton* key : findChildren<ActionButton*>()) key->setFont(typeface(scaled(kCustomerKeyText_px), true));
  for (ActionButton* key : {m_cancel, m_back, m_next}) key->setFixedHeight(scaled(kFoot_px));
}

// A touch beside the keys: somebody is there.
void CustomerPad::mousePressEvent(QMouseEvent*) { m_entry.touch(); }

void CustomerPad::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) fill();
}

}  // namespace kahui::widgets
