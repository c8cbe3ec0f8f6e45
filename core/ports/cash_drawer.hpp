// The cash drawer. Thread as ports::PosPrinter.
#pragma once

#include "core/base/result.hpp"

namespace kahui::ports {

class CashDrawer {
 public:
  virtual ~CashDrawer() = default;
  virtual base::Status openDrawer() = 0;  // DeviceGone, DeviceFault
};

}  // namespace kahui::ports
