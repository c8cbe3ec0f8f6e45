// Bars of a report, painted from the tokens: standing for the hours of a day, with another day in grey beside them, or
// lying for whatever has names. The figures stand in the table beside; the accessible name sums up.
#pragma once

#include "app/models/report_model.hpp"
#include "app/widgets/card.hpp"

namespace kahui::widgets {

class ReportChart : public Card {
  Q_OBJECT

 public:
  ReportChart(Look look, const QString& name, QWidget* parent = nullptr);

  void show(const models::ChartVm& chart);
  [[nodiscard]] const models::ChartVm& shown() const { return m_chart; }

  QSize sizeHint() const override { return {400, 260}; }
  QSize minimumSizeHint() const override { return {200, 120}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintLegend(QPainter& painter, const QRect& line) const;
  void paintStanding(QPainter& painter, const QRect& box) const;
  void paintLying(QPainter& painter, const QRect& box) const;
  [[nodiscard]] QColor colorOf(const models::BarVm& bar) const;

  models::ChartVm m_chart;
};

// The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below: what an axis ends on, in four steps.
std::int64_t niceStep(std::int64_t least);

}  // namespace kahui::widgets
