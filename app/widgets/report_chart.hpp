// A report's bars by Qt Charts, in the tokens' colours: standing for the hours of a day, with another day in grey
// beside them, or lying for whatever has names. The figures stand in the table beside; the accessible name sums up.
#pragma once

#include <QChart>
#include <QChartView>

#include "app/models/report_model.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class ReportChart : public Card {
  Q_OBJECT

 public:
  ReportChart(Look look, const QString& name, QWidget* parent = nullptr);

  void show(const models::ChartVm& chart);
  [[nodiscard]] const models::ChartVm& shown() const { return m_chart; }
  [[nodiscard]] QChart& chart() const { return *m_view->chart(); }

  QSize sizeHint() const override { return {400, 260}; }
  QSize minimumSizeHint() const override { return {200, 120}; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  void buildStanding();
  void buildLying();
  void dress(QAbstractAxis& axis, int size_px) const;
  [[nodiscard]] int rowsThatFit() const;
  [[nodiscard]] QColor colorOf(const models::BarVm& bar) const;
  void tellBar(bool entered, int index) const;

  models::ChartVm m_chart;
  TextLabel* m_title;
  TextLabel* m_none;
  QChartView* m_view;
  int m_rows = 0;  // that were drawn, of lying bars
};

// The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below: what an axis ends on, in four steps.
std::int64_t niceStep(std::int64_t least);

}  // namespace kahui::widgets
