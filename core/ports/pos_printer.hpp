// The receipt printer (terms after UnifiedPOS: claimed and enabled while the till uses it, released for other
// programs). All calls come from one thread, the printer's own; each may block some seconds.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

namespace kahui::ports {

// What the printer tells of itself. A way that cannot answer (a file, a CUPS queue) is Ready until a write fails.
enum class PrinterState { Released, Ready, PaperNearEnd, PaperEnd, CoverOpen, Offline };

class PosPrinter {
 public:
  virtual ~PosPrinter() = default;
  virtual base::Status claim() = 0;  // opens the way to it. DeviceGone, DeviceBusy, DeviceFault
  virtual void release() = 0;
  virtual PrinterState state() = 0;                      // asks it
  virtual base::Status print(base::ByteView bytes) = 0;  // all of them, or an error. DeviceGone, DeviceFault
};

}  // namespace kahui::ports
