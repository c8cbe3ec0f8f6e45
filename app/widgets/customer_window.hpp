// What the customer sees on a second screen: goods, total, change, points, and a code to join by. Nothing personal but
// the masked name; it takes no input.
#pragma once

#include <QWidget>

#include "app/models/till_model.hpp"
#include "app/widgets/look.hpp"

namespace kahui::widgets {

class CustomerWindow : public QWidget {
  Q_OBJECT

 public:
  // join: text of the code for those who are no members; empty: none.
  CustomerWindow(Look look, models::TillModel& till, const QString& join);

  [[nodiscard]] bool hasCode() const { return !m_code.isNull(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintLines(QPainter& painter, const QRect& box) const;
  void paintNews(QPainter& painter, const QRect& box, const std::vector<std::pair<QString, QString>>& news) const;
  [[nodiscard]] QString below(const till::LineView& line) const;
  void paintTotals(QPainter& painter, const QRect& box) const;
  void paintMember(QPainter& painter, const QRect& box) const;

  Look m_look;
  models::TillModel& m_till;
  QImage m_code;
};

}  // namespace kahui::widgets
