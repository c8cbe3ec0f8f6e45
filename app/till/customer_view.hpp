// Where the customer's window stands: on the second screen where there is one, else beside the till's own window. It
// goes when its screen goes, and never falls onto the cashier's.
#pragma once

#include <QScreen>
#include <memory>

#include "app/widgets/customer_window.hpp"

namespace kahui {

class CustomerView : public QObject {
 public:
  CustomerView(widgets::Look look, models::TillModel& till, models::CustomerEntry& entry, QString join);

  void show(bool wanted);
  [[nodiscard]] widgets::CustomerWindow* window() const { return m_window.get(); }  // null: not shown

 private:
  void arrange();

  widgets::Look m_look;
  models::TillModel& m_till;
  models::CustomerEntry& m_entry;
  QString m_join;
  bool m_wanted = false;
  bool m_had_second = false;  // a second screen was there: without it the window waits for it
  std::unique_ptr<widgets::CustomerWindow> m_window;
};

}  // namespace kahui
