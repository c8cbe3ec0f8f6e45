// What the customer sees on a second screen: goods, total, change, points, and a code to join by. Nothing personal but
// the masked name. While the cashier lets the customer type it is an entry by touch; it never has the keyboard's focus.
#pragma once

#include <QWidget>

#include "app/models/customer_entry.hpp"
#include "app/models/till_model.hpp"
#include "app/widgets/look.hpp"

namespace kahui::widgets {

class CustomerWindow : public QWidget {
  Q_OBJECT

 public:
  // join: text of the code for those who are no members; empty: none. `entry` may be null: nothing is typed here.
  CustomerWindow(Look look, models::TillModel& till, const QString& join, models::CustomerEntry* entry = nullptr);
  ~CustomerWindow() override;

  [[nodiscard]] bool hasCode() const { return !m_code.isNull(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void paintLines(QPainter& painter, const QRect& box) const;
  void paintNews(QPainter& painter, const QRect& box, const std::vector<std::pair<QString, QString>>& news) const;
  [[nodiscard]] QString below(const till::LineView& line) const;
  void paintTotals(QPainter& painter, const QRect& box) const;
  void paintMember(QPainter& painter, const QRect& box) const;

  Look m_look;
  models::TillModel& m_till;
  QImage m_code;
  models::CustomerEntry* m_entry;
  class CustomerPad* m_pad = nullptr;
};

}  // namespace kahui::widgets
