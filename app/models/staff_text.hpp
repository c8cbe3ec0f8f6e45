// Words for people of the store: roles and single rights.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/till/rights.hpp"
#include "core/till/staff_view.hpp"

namespace kahui::models {

class StaffText {
  Q_DECLARE_TR_FUNCTIONS(StaffText)

 public:
  static QString role(ports::StaffRole role);
  static QString right(till::Right right);
  // Of a row: role, single rights beside it, badge, lock.
  static QString detail(const till::StaffRow& row);
};

}  // namespace kahui::models
