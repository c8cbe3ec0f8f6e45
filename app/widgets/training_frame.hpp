// Over the whole window while people practise: a frame, and words across it, so that nobody takes the training for the
// till. Takes no input.
#pragma once

#include <QWidget>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

class TrainingFrame : public QWidget {
  Q_OBJECT

 public:
  explicit TrainingFrame(Look look, QWidget* parent);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Look m_look;
};

}  // namespace kahui::widgets
