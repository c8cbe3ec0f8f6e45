#include "app/widgets/table_look.hpp"

#include <QHeaderView>
#include <QPainter>

namespace kahui::widgets {

// Filled without smoothing, and a little over the edge: at a broken scale factor cells would show seams.
void paintCell(QPainter& painter, const QRect& cell, const Tokens& tokens, bool selected, bool first) {
  constexpr int kBar_px = 4;
  painter.fillRect(cell.adjusted(0, 0, 1, 0), selected ? tokens.selected : tokens.surface);
  painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tokens.hairline);
  if (selected && first) painter.fillRect(QRect(cell.left(), cell.top(), kBar_px, cell.height()), tokens.primary);
  painter.setRenderHint(QPainter::Antialiasing);
}

void prepareTable(QTableView& table) {
  table.setSelectionBehavior(QTableView::SelectRows);
  table.setSelectionMode(QTableView::SingleSelection);
  table.setEditTriggers(QTableView::NoEditTriggers);
  table.setShowGrid(false);
  table.setTabKeyNavigation(false);
  table.setFocusPolicy(Qt::TabFocus);
  table.setVerticalScrollMode(QTableView::ScrollPerPixel);
  table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table.setFrameShape(QFrame::NoFrame);
  table.verticalHeader()->hide();
  table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  QHeaderView& header = *table.horizontalHeader();
  header.setSectionsClickable(false);
  header.setHighlightSections(false);
  header.setSectionResizeMode(QHeaderView::Fixed);
  header.setMinimumSectionSize(32);
  header.setFixedHeight(40);
  header.setFont(typeface(14));
  header.setFocusPolicy(Qt::NoFocus);
}

}  // namespace kahui::widgets
