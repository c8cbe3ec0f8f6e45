#include "drivers/printer/escpos_printer.hpp"

#include "drivers/printer/customer_display.hpp"

namespace kahui::printer {

using ports::PrinterState;

namespace {

constexpr int kAnswer_ms = 300;
constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kEot = 0x04;
constexpr unsigned kFixed = 0x93;       // of every answer: bits 0, 1, 4 and 7
constexpr unsigned kFixedValue = 0x12;  // 0xx1xx10
constexpr unsigned kCoverOpen = 0x04;
constexpr unsigned kStoppedForPaper = 0x20;
constexpr unsigned kNearEnd = 0x0C;
constexpr unsigned kPaperEnd = 0x60;

}  // namespace

PrinterState printerState(std::optional<std::uint8_t> offline, std::optional<std::uint8_t> paper) {
  const auto sane = [](const std::optional<std::uint8_t>& answer) {
    return answer && (*answer & kFixed) == kFixedValue;
  };
  if (sane(offline) && (*offline & kCoverOpen) != 0) return PrinterState::CoverOpen;
  if (sane(offline) && (*offline & kStoppedForPaper) != 0) return PrinterState::PaperEnd;
  if (sane(paper) && (*paper & kPaperEnd) != 0) return PrinterState::PaperEnd;
  if (sane(paper) && (*paper & kNearEnd) != 0) return PrinterState::PaperNearEnd;
  return PrinterState::Ready;
}

PrinterState EscPosPrinter::state() {
  if (!m_transport.open()) return PrinterState::Offline;
  const std::uint8_t offline[] = {kDle, kEot, 2};
  const std::uint8_t paper[] = {kDle, kEot, 4};
  const auto first = m_transport.ask(offline, kAnswer_ms);
  const auto second = first ? m_transport.ask(paper, kAnswer_ms) : std::nullopt;
  if (!m_transport.isOpen()) return PrinterState::Offline;
  return printerState(first, second);
}

base::Status LineDisplay::show(ports::DisplayWhat what, base::Money amount) {
  const auto lamp = [what] {
    switch (what) {
      case ports::DisplayWhat::Price: return Lamp::Price;
      case ports::DisplayWhat::Total: return Lamp::Total;
      case ports::DisplayWhat::Received: return Lamp::Received;
      case ports::DisplayWhat::Change: return Lamp::Change;
    }
    return Lamp::Total;
  }();
  const auto bytes = displayAmount(lamp, amount);
  if (!bytes) return base::fail(base::ErrorCode::OutOfRange, "more digits than the display has");
  return m_transport.write(*bytes);
}

base::Status LineDisplay::clear() { return m_transport.write(clearDisplay()); }

}  // namespace kahui::printer
