#include "app/widgets/table_look.hpp"

#include <QHeaderView>

#include "app/widgets/theme.hpp"

namespace kahui::widgets {

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
