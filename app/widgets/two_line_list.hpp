// A list of rows of two lines with a figure at the right; rows are chosen, keys are the page's.
#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <vector>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

struct TwoLineRow {
  QString title, detail, figure;
  bool alert = false;  // the figure asks for something
};

class TwoLineList : public QListView {
  Q_OBJECT

 public:
  // `name` is the object name without the class.
  TwoLineList(Look look, const QString& name, QWidget* parent = nullptr);

  void show(std::vector<TwoLineRow> rows);                        // keeps the chosen row
  [[nodiscard]] int row() const { return currentIndex().row(); }  // -1: none
  void move(int by);

 private:
  class Model;
  Model* m_model;
};

}  // namespace kahui::widgets
