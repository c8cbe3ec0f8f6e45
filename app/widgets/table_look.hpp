// What every table of this program looks like and how it takes keys: rows are chosen, never cells.
#pragma once

#include <QTableView>

#include "app/widgets/theme.hpp"

namespace kahui::widgets {

void prepareTable(QTableView& table);

// The ground of a cell, with the line below it and the bar before a chosen row; leaves the painter smoothing.
void paintCell(QPainter& painter, const QRect& cell, const Tokens& tokens, bool selected, bool first);

}  // namespace kahui::widgets
