// A table of a report: rows are chosen, columns take the place that their words want.
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

#include "app/models/section_model.hpp"
#include "app/widgets/look.hpp"

namespace kahui::widgets {

class ReportTable : public QTableView {
  Q_OBJECT

 public:
  ReportTable(Look look, models::SectionModel& model, QWidget* parent = nullptr);

  void arrange();  // after the model has another table
  void move(int by);

 signals:
  void opened(int row);  // Enter, or a second touch

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  [[nodiscard]] int neededWidth(int column) const;

  Look m_look;
  models::SectionModel& m_model;
  int m_touched = -1;
};

}  // namespace kahui::widgets
