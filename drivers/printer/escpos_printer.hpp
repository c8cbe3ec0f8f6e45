// A receipt printer, the drawer behind it, and the line display, over a Transport.
#pragma once

#include "core/ports/cash_drawer.hpp"
#include "core/ports/customer_display.hpp"
#include "core/ports/pos_printer.hpp"
#include "drivers/printer/escpos.hpp"
#include "drivers/printer/transport.hpp"

namespace kahui::printer {

class EscPosPrinter final : public ports::PosPrinter, public ports::CashDrawer {
 public:
  EscPosPrinter(Way way, DrawerPulse pulse) : m_transport(std::move(way)), m_pulse(pulse) {}

  base::Status claim() override { return m_transport.open(); }
  void release() override { m_transport.close(); }
  ports::PrinterState state() override;
  base::Status print(base::ByteView bytes) override { return m_transport.write(bytes); }
  base::Status openDrawer() override { return m_transport.write(drawerKick(m_pulse)); }

 private:
  Transport m_transport;
  DrawerPulse m_pulse;
};

// What the two answers to DLE EOT 2 and DLE EOT 4 mean; one that was not given says nothing bad.
ports::PrinterState printerState(std::optional<std::uint8_t> offline, std::optional<std::uint8_t> paper);

class LineDisplay final : public ports::CustomerDisplay {
 public:
  explicit LineDisplay(Way way) : m_transport(std::move(way)) {}

  base::Status claim() override { return m_transport.open(); }
  void release() override { m_transport.close(); }
  base::Status show(ports::DisplayWhat what, base::Money amount) override;
  base::Status clear() override;

 private:
  Transport m_transport;
};

}  // namespace kahui::printer
