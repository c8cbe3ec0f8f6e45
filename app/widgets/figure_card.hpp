// One figure: what it is, how much, and what it is compared with. Arrows and words say up and down, not colour alone:
// in Chinese markets red is up.
#pragma once

#include "app/models/report_model.hpp"
#include "app/widgets/card.hpp"

namespace kahui::widgets {

class FigureCard : public Card {
  Q_OBJECT

 public:
  // `name` is the object name without the class. Compact: one line of words above the figure, nothing below.
  FigureCard(Look look, const QString& name, bool compact, QWidget* parent = nullptr);

  void show(const models::FigureVm& figure);

  Q_INVOKABLE bool textFits() const;
  QSize sizeHint() const override { return {180, m_compact ? 60 : 92}; }
  QSize minimumSizeHint() const override { return {110, m_compact ? 56 : 86}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QFont fitting(const QString& words, int size_px, int least_px, bool bold, int taken_px = 0) const;
  [[nodiscard]] int arrow_px() const { return m_figure.trend == 0 ? 0 : 15; }
  [[nodiscard]] int room() const { return width() - 2 * 14; }

  bool m_compact;
  models::FigureVm m_figure;
};

}  // namespace kahui::widgets
