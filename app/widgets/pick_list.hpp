// Rows to choose one of: a title and a figure, and a second line below; no cells and no columns.
#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <vector>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

struct PickRow {
  QString title;
  QString detail;
  QString figure;
  bool faded = false;  // void, or not to be taken
  bool operator==(const PickRow&) const = default;
};

class PickList : public QListView {
  Q_OBJECT

 public:
  // `name` is the object name without the class.
  PickList(Look look, const QString& name, QWidget* parent = nullptr);

  void show(std::vector<PickRow> rows);                               // keeps the chosen row where there is one
  [[nodiscard]] int current() const { return currentIndex().row(); }  // -1: none
  [[nodiscard]] int rows() const;
  void move(int by);

 signals:
  void chosen(int row);  // touched twice, or Enter on it

 private:
  class Model;
  Model* m_model;
};

}  // namespace kahui::widgets
