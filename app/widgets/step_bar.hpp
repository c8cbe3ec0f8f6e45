// How far something with a few known steps has come: one segment a step.
#pragma once

#include <QWidget>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

class StepBar : public QWidget {
  Q_OBJECT

 public:
  StepBar(Look look, const QString& name, QWidget* parent = nullptr);
  // `done` of `steps`; the next one is under way.
  void show(int done, int steps);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Look m_look;
  int m_done = 0;
  int m_steps = 1;
};

}  // namespace kahui::widgets
