#include "app/widgets/search_panel.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "app/widgets/search_delegate.hpp"

namespace kahui::widgets {
namespace {

constexpr int kPage = 8;  // rows that PgUp and PgDn move

}  // namespace

SearchPanel::SearchPanel(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_model(look.formatter()),
      m_entry(new CodeEdit(look, QStringLiteral("search"), CodeEdit::Ime::Allowed, this)),
      m_back(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("searchBack"), this)),
      m_list(new QListView),
      m_count(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary)) {
  m_entry->setIconName(QStringLiteral("search"));
  m_entry->setMaxLength(40);
  m_entry->installEventFilter(this);
  m_back->setIconName(QStringLiteral("back"));
  m_back->setCap(QStringLiteral("Esc"));
  m_list->setObjectName(QStringLiteral("searchQListView"));
  m_list->setModel(&m_model);
  m_list->setItemDelegate(new SearchDelegate(look, m_list));
  m_list->setFocusPolicy(Qt::TabFocus);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setUniformItemSizes(true);
  m_list->installEventFilter(this);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  auto* line = new QHBoxLayout;
  line->addWidget(m_entry, 1);
  line->addWidget(m_back);
  layout->addLayout(line);
  auto* card = new Card(look, this);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(2, 6, 2, 10);
  inside->addWidget(m_list, 1);
  inside->addWidget(m_count);
  m_count->setContentsMargins(16, 0, 16, 0);
  layout->addWidget(card, 1);
  connect(m_entry, &QLineEdit::textChanged, this, &SearchPanel::queryChanged);
  connect(m_entry, &CodeEdit::entered, this, [this] { choose(m_list->currentIndex()); });
  connect(m_list, &QAbstractItemView::clicked, this, &SearchPanel::choose);
  connect(m_back, &QAbstractButton::clicked, this, &SearchPanel::backAsked);
  connect(&look.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
  retranslate();
}

void SearchPanel::open() {
  m_entry->clear();
  show(std::nullopt);
}

void SearchPanel::openWith(const std::string& query) {
  const QSignalBlocker quiet(m_entry);
  m_entry->setText(models::text(query));
}

void SearchPanel::show(const std::optional<till::SearchView>& result) {
  m_result = result;
  m_model.setResult(result);
  if (!m_list->currentIndex().isValid()) mark(0);
  showCount();
}

void SearchPanel::mark(int row) {
  if (m_model.rowCount() == 0) return;
  const QModelIndex index = m_model.index(std::clamp(row, 0, m_model.rowCount() - 1));
  m_list->setCurrentIndex(index);
  m_list->scrollTo(index);
}

void SearchPanel::choose(const QModelIndex& index) {
  if (index.isValid()) emit chosen(index.data(models::SearchModel::SkuRole).toString());
}

// The arrows move the mark while the cursor stays in the entry line; in the list itself they are the list's own.
bool SearchPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const int key = static_cast<const QKeyEvent*>(event)->key();
  const int row = m_list->currentIndex().row();
  if (watched == m_list) {
    if (key != Qt::Key_Return && key != Qt::Key_Enter) return QWidget::eventFilter(watched, event);
    choose(m_list->currentIndex());
    return true;
  }
  switch (key) {
    case Qt::Key_Up: mark(row - 1); return true;
    case Qt::Key_Down: mark(row + 1); return true;
    case Qt::Key_PageUp: mark(row - kPage); return true;
    case Qt::Key_PageDown: mark(row + kPage); return true;
    default: return QWidget::eventFilter(watched, event);
  }
}

void SearchPanel::showCount() {
  if (!m_result || m_result->query.empty()) {
    m_count->setText(tr("Type a part of the name, the first letters of its pinyin, or a code."));
  } else if (m_result->hits.empty()) {
    m_count->setText(tr("Nothing found for “%1”. Try fewer letters.").arg(models::text(m_result->query)));
  } else if (m_result->more) {
    m_count->setText(tr("The best %n; type more to narrow down.", nullptr, m_model.rowCount()));
  } else {
    m_count->setText(tr("%n item(s) found. Enter adds the marked one.", nullptr, m_model.rowCount()));
  }
}

void SearchPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void SearchPanel::retranslate() {
  m_model.setFormatter(m_look.formatter());
  m_entry->setPlaceholderText(tr("Name, pinyin initials or code"));
  m_entry->setAccessibleName(tr("Find an item"));
  m_list->setAccessibleName(tr("Found items"));
  m_back->setText(tr("Back"));
  m_back->setAccessibleName(tr("Back to the bill"));
  showCount();
}

}  // namespace kahui::widgets
