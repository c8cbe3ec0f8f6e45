#include "app/widgets/customer_letters.hpp"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace kahui::widgets {
namespace {

constexpr int kCustomerKey_px = 64;
constexpr int kNarrowKey_px = 56;  // a window of 640 px takes ten of them
constexpr int kCandidates = 6;     // on a page
constexpr const char* kRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

}  // namespace

ActionButton* customerKey(Look look, ActionButton::Kind kind, const QString& name, QWidget* parent) {
  auto* key = new ActionButton(look, kind, name, parent);
  key->setFocusPolicy(Qt::NoFocus);
  key->setMinimumSize(kNarrowKey_px, kCustomerKey_px);
  key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  key->setFont(typeface(kCustomerKeyText_px, true));
  return key;
}

CustomerLetters::CustomerLetters(Look look, models::CustomerEntry& entry, QWidget* parent)
    : QWidget(parent), m_entry(entry) {
  const auto add = [&](const QString& name, const QString& sign) {
    auto* key = customerKey(look, ActionButton::Kind::Digit, QStringLiteral("customerLetter") + name, this);
    key->setText(sign);
    return key;
  };
  for (const char* row : kRows)
    for (const char* at = row; *at != 0; ++at) {
      const QChar letter = QLatin1Char(*at);
      m_letters.push_back(add(QString(letter).toUpper(), letter));
      connect(m_letters.back(), &QAbstractButton::clicked, this, [this, letter] { type(letter); });
    }
  for (int at = 0; at < kCandidates; ++at) {
    m_candidates.push_back(add(QStringLiteral("Candidate%1").arg(at), {}));
    connect(m_candidates.back(), &QAbstractButton::clicked, this,
            [this, at] { m_entry.choose(m_page * kCandidates + at); });
  }
  m_less = add(QStringLiteral("Less"), {});
  m_more = add(QStringLiteral("More"), {});
  m_way = add(QStringLiteral("Way"), {});
  m_space = add(QStringLiteral("Space"), {});
  m_erase = add(QStringLiteral("Erase"), {});
  m_less->setIconName(QStringLiteral("back"));
  m_more->setIconName(QStringLiteral("next"));
  m_erase->setIconName(QStringLiteral("backspace"));
  connect(m_less, &QAbstractButton::clicked, this, [this] { turn(-1); });
  connect(m_more, &QAbstractButton::clicked, this, [this] { turn(1); });
  connect(m_way, &QAbstractButton::clicked, this, [this] { m_entry.setHan(!m_entry.isHan()); });
  // With pinyin a space takes the likeliest, as every input method does.
  connect(m_space, &QAbstractButton::clicked, this, [this] {
    if (m_entry.isHan()) return m_entry.choose(0);
    m_entry.type(QLatin1Char(' '));
  });
  connect(m_erase, &QAbstractButton::clicked, this, [this] { m_entry.erase(); });
  // The rows below stay where they are whatever is offered.
  for (ActionButton* key : {m_less, m_more}) m_candidates.push_back(key);
  for (ActionButton* key : m_candidates) {
    key->setMinimumWidth(kCustomerKey_px);
    QSizePolicy place = key->sizePolicy();
    place.setRetainSizeWhenHidden(true);
    key->setSizePolicy(place);
  }
  m_candidates.resize(kCandidates);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(6);
  makeCandidates(rows);
  makeRows(rows);
  retranslate();
}

void CustomerLetters::makeCandidates(QVBoxLayout* rows) {
  auto* row = new QHBoxLayout;
  row->setSpacing(6);
  row->addWidget(m_less, 1);
  for (ActionButton* candidate : m_candidates) row->addWidget(candidate, 2);
  row->addWidget(m_more, 1);
  rows->addLayout(row, 1);
}

void CustomerLetters::makeRows(QVBoxLayout* rows) {
  auto letter = m_letters.begin();
  for (const char* keys : kRows) {
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    const bool last = keys == kRows[2];
    if (last) row->addWidget(m_way, 1);
    for (const char* at = keys; *at != 0; ++at) row->addWidget(*letter++, 1);
    if (last) row->addWidget(m_space, 1);
    if (last) row->addWidget(m_erase, 1);
    rows->addLayout(row, 1);
  }
}

bool CustomerLetters::capital() const {
  const QString name = m_entry.typed().name.value_or(QString());
  return !m_entry.isHan() && (name.isEmpty() || name.endsWith(QLatin1Char(' ')));
}

void CustomerLetters::type(QChar letter) { m_entry.type(capital() ? letter.toUpper() : letter); }

void CustomerLetters::turn(int pages) {
  m_page += pages;
  m_entry.touch();
  fill();
}

void CustomerLetters::fill() {
  if (m_searched != m_entry.letters()) m_page = 0;
  m_searched = m_entry.letters();
  const auto& found = m_entry.candidates();
  const int count = static_cast<int>(found.size());
  for (int at = 0; at < kCandidates; ++at) {
    ActionButton* key = m_candidates[static_cast<std::size_t>(at)];
    const int place = m_page * kCandidates + at;
    const bool there = place < count;
    key->setText(there ? found[static_cast<std::size_t>(place)].text : QString());
    key->setAccessibleName(there ? key->text() : tr("No character"));
    key->setVisible(there);
  }
  m_less->setVisible(m_page > 0);
  m_more->setVisible((m_page + 1) * kCandidates < count);
  m_way->setVisible(m_entry.hasHan());
  for (ActionButton* key : m_letters) {
    key->setText(capital() ? key->text().toUpper() : key->text().toLower());
    key->update();
  }
  retranslate();
}

void CustomerLetters::retranslate() {
  for (ActionButton* key : m_letters) key->setAccessibleName(tr("Letter %1").arg(key->text()));
  m_less->setAccessibleName(tr("Characters before"));
  m_more->setAccessibleName(tr("More characters"));
  m_way->setText(m_entry.isHan() ? tr("ABC") : tr("pinyin"));
  m_way->setAccessibleName(m_entry.isHan() ? tr("Latin letters") : tr("Chinese characters by pinyin"));
  m_space->setText(tr("space"));
  m_space->setAccessibleName(tr("Space"));
  m_erase->setAccessibleName(tr("Delete the last sign"));
}

}  // namespace kahui::widgets
