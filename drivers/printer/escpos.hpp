// What a receipt printer and the drawer behind it are sent (ESC/POS). Pure functions; no device is opened here.
#pragma once

#include <string_view>

#include "core/base/bytes.hpp"
#include "drivers/printer/gb18030.hpp"

namespace kahui::printer {

// A whole receipt of lines that fit the paper: reset, Chinese characters on (FS &), the text, `feed_lines` (0 .. 255)
// so that the last line clears the cutter (ESC d), and a cut that leaves one point (GS V 66 0).
PrinterText receiptBytes(std::string_view utf8, Font font = Font::Gbk, int feed_lines = 3);

// Drawer (ESC p m t1 t2): the solenoid's pulse and the pause before the next one, in steps of 2 ms.
enum class DrawerPin : std::uint8_t { Pin2 = 0, Pin5 = 1 };
struct DrawerPulse {
  DrawerPin pin = DrawerPin::Pin2;
  int on_ms = 50;    // 2 .. 510
  int off_ms = 500;  // 2 .. 510
};
base::Bytes drawerKick(const DrawerPulse& pulse = {});

}  // namespace kahui::printer
