// A rounded panel on the background: the ground on which everything stands.
#pragma once

#include <QWidget>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

class Card : public QWidget {
  Q_OBJECT

 public:
  explicit Card(Look look, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
  Look m_look;
};

}  // namespace kahui::widgets
