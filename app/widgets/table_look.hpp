// What every table of this program looks like and how it takes keys: rows are chosen, never cells.
#pragma once

#include <QTableView>

namespace kahui::widgets {

void prepareTable(QTableView& table);

}  // namespace kahui::widgets
