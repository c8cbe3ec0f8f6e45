// What stands on the counter, behind the screens' seam: printer, drawer, displays. GUI thread; nothing waits.
#pragma once

#include <functional>
#include <string>

#include "core/ports/customer_display.hpp"
#include "core/ports/pos_printer.hpp"
#include "core/report/join_form.hpp"
#include "core/report/shift_slip.hpp"
#include "core/sale/receipt_frame.hpp"

namespace kahui::models {

struct ReceiptSettings {
  bool wide_paper = true;  // 80 mm, else 58
  std::string language;    // zh_CN, en; empty: the store's
  sale::ReceiptFrame frame{};
  std::string logo;          // picture file; empty: none
  std::string invoice_link;  // of the QR code below, the bill's number is put behind it; empty: no code
  bool operator==(const ReceiptSettings&) const = default;
};

struct CounterView {
  std::string printer;  // SPEC; empty: none
  bool wide_paper = true;
  ports::PrinterState printer_state = ports::PrinterState::Released;
  bool printer_released = false;  // by a person, for other programs
  std::size_t waiting = 0;        // sheets
  bool drawer = true;
  int drawer_pin = 2;
  std::string display;  // SPEC; empty: none
  bool display_failed = false;
  bool customer_window = false;
  bool customer_types = false;  // on that window, which takes touches
  ReceiptSettings receipt{};
  std::string language;  // of the screens at the next start; empty: Chinese
  bool operator==(const CounterView&) const = default;
};

enum class CounterAnswer { Done, BadSpec, NotSaved, NoPrinter, NoPicture };

class CounterDesk {
 public:
  virtual ~CounterDesk() = default;
  [[nodiscard]] virtual CounterView view() const = 0;
  virtual CounterAnswer setPrinter(const std::string& spec, bool wide_paper) = 0;  // and claims it; empty: none
  virtual CounterAnswer setDrawer(bool there, int pin) = 0;
  virtual CounterAnswer setDisplay(const std::string& spec) = 0;
  virtual CounterAnswer setCustomerWindow(bool shown) = 0;
  virtual CounterAnswer setCustomerTypes(bool may) = 0;
  // NoPicture: the logo cannot be read. From the next receipt on.
  virtual CounterAnswer setReceipt(const ReceiptSettings& settings) = 0;
  virtual CounterAnswer setLanguage(const std::string& language) = 0;
  virtual void releasePrinter(bool released) = 0;
  virtual CounterAnswer testPrinter() = 0;  // a slip that shows font, width and cut
  virtual CounterAnswer testDisplay() = 0;
  virtual CounterAnswer print(const sale::Receipt& receipt) = 0;
  virtual CounterAnswer printShift(const report::ShiftSlip& slip, int copy) = 0;  // copy > 0: marked so
  virtual CounterAnswer printForm(const report::JoinForm& form) = 0;              // S003-99, with its number as a code
  virtual CounterAnswer printText(const std::string& text) = 0;                   // lines of at most columns()
  [[nodiscard]] virtual int columns() const = 0;                                  // of the paper
  virtual void openDrawer() = 0;
  virtual void show(ports::DisplayWhat what, base::Money amount) = 0;
  virtual void clearDisplay() = 0;
  virtual void throwAway() = 0;  // sheets that wait
  virtual void tryNow() = 0;
  // Called from any thread when view() answers otherwise; one listener, none: forget it.
  virtual void onChange(std::function<void()> listener) = 0;
};

}  // namespace kahui::models
