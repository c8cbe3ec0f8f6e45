#include "app/widgets/note_list.hpp"

#include <QPainter>
#include <QStyledItemDelegate>

#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

using models::NoteVm;
using models::Tone;

constexpr int kNoteListInset_px = 14;
constexpr int kNoteListSign_px = 20;
constexpr int kNoteListTitle_px = 15;
constexpr int kNoteListDetail_px = 14;
constexpr int kNoteListPadding_px = 8;

QString signOf(Tone tone) {
  switch (tone) {
    case Tone::Good: return QStringLiteral("check");
    case Tone::Warning: return QStringLiteral("warning");
    case Tone::Bad: return QStringLiteral("error");
    case Tone::Quiet: return QStringLiteral("info");
  }
  return {};
}

int wrapped_px(const QFont& font, const QString& words, int width_px) {
  if (words.isEmpty()) return 0;
  return QFontMetrics(font).boundingRect(0, 0, width_px, INT_MAX / 2, Qt::TextWordWrap, words).height();
}

class NoteDelegate : public QStyledItemDelegate {
 public:
  NoteDelegate(Look look, const NoteList& list) : QStyledItemDelegate(nullptr), m_look(look), m_list(list) {}

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
    const NoteVm& note = m_list.notes().at(static_cast<std::size_t>(index.row()));
    const int width_px = m_list.viewport()->width() - 2 * kNoteListInset_px - kNoteListSign_px - kNoteListPadding_px;
    return {100, 2 * kNoteListPadding_px + wrapped_px(typeface(kNoteListTitle_px, true), note.title, width_px) +
                     wrapped_px(typeface(kNoteListDetail_px), note.detail, width_px)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = m_look.tokens();
    const NoteVm& note = m_list.notes().at(static_cast<std::size_t>(index.row()));
    const QRect row = option.rect;
    painter->save();
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), t.hairline);
    paintTone(*painter,
              {row.left() + kNoteListInset_px, row.top() + kNoteListPadding_px, kNoteListSign_px, kNoteListSign_px},
              note.tone, t);
    const QRect words = row.adjusted(kNoteListInset_px + kNoteListSign_px + kNoteListPadding_px, kNoteListPadding_px,
                                     -kNoteListInset_px, -kNoteListPadding_px);
    painter->setFont(typeface(kNoteListTitle_px, true));
    painter->setPen(t.text);
    painter->drawText(words, Qt::TextWordWrap, note.title);
    const int title_px = wrapped_px(typeface(kNoteListTitle_px, true), note.title, words.width());
    painter->setFont(typeface(kNoteListDetail_px));
    painter->setPen(t.secondary);
    painter->drawText(words.adjusted(0, title_px, 0, 0), Qt::TextWordWrap, note.detail);
    painter->restore();
  }

 private:
  Look m_look;
  const NoteList& m_list;
};

}  // namespace

void paintTone(QPainter& painter, const QRect& box, Tone tone, const Tokens& t) {
  const Tokens::Pair& pair = tone == Tone::Good      ? t.good
                             : tone == Tone::Warning ? t.warning
                             : tone == Tone::Bad     ? t.danger
                                                     : t.quiet;
  paintIcon(painter, signOf(tone), box, pair.text);
}

class NoteList::Model : public QAbstractListModel {
 public:
  explicit Model(NoteList& list) : QAbstractListModel(&list), m_list(list) {}
  int rowCount(const QModelIndex& parent) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_list.m_notes.size());
  }
  QVariant data(const QModelIndex& index, int role) const override {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) return {};
    const NoteVm& note = m_list.m_notes[static_cast<std::size_t>(index.row())];
    return role == Qt::DisplayRole || note.detail.isEmpty() ? note.title : note.title + QLatin1Char(' ') + note.detail;
  }
  void replace(std::vector<NoteVm> notes) {
    beginResetModel();
    m_list.m_notes = std::move(notes);
    endResetModel();
  }

 private:
  NoteList& m_list;
};

NoteList::NoteList(Look look, const QString& name, QWidget* parent) : QListView(parent), m_model(new Model(*this)) {
  setObjectName(name + QStringLiteral("NoteList"));
  setModel(m_model);
  auto* delegate = new NoteDelegate(look, *this);
  delegate->setParent(this);
  setItemDelegate(delegate);
  setFocusPolicy(Qt::TabFocus);
  setSelectionMode(QAbstractItemView::NoSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setResizeMode(QListView::Adjust);
  connect(&look.theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void NoteList::show(std::vector<NoteVm> notes) { m_model->replace(std::move(notes)); }

// The height of a note depends on the width.
void NoteList::resizeEvent(QResizeEvent* event) {
  QListView::resizeEvent(event);
  scheduleDelayedItemsLayout();
}

}  // namespace kahui::widgets
