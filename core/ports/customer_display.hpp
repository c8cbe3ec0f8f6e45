// The line display towards the customer (rulebook M8). Thread as ports::PosPrinter.
#pragma once

#include "core/base/numbers.hpp"
#include "core/base/result.hpp"

namespace kahui::ports {

enum class DisplayWhat { Price, Total, Received, Change };

class CustomerDisplay {
 public:
  virtual ~CustomerDisplay() = default;
  virtual base::Status claim() = 0;  // DeviceGone, DeviceBusy, DeviceFault
  virtual void release() = 0;
  virtual base::Status show(DisplayWhat what, base::Money amount) = 0;  // OutOfRange: more digits than it has
  virtual base::Status clear() = 0;
};

}  // namespace kahui::ports
