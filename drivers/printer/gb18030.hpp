// Text for a receipt printer: GB18030 bytes (rulebook M7; GB 18030-2005). Nothing is lost silently: what cannot be
// printed is replaced by a mark that the eye finds, and counted.
#pragma once

#include <string_view>

#include "core/base/bytes.hpp"

namespace kahui::printer {

enum class Font {
  Gbk,      // the characters of one and two bytes, which every Chinese printer draws
  Gb18030,  // those of four bytes too
};

struct PrinterText {
  base::Bytes bytes;
  int replaced = 0;  // characters that stand as a mark
};

// Line feeds stay, a tab becomes a space, other control characters (C0, DEL, C1) are taken out, so that no name of a
// product or member can give the printer a command (reliability.md T8). Private-use characters and malformed UTF-8 are
// replaced like those that the font lacks: by 〓 where the layout counts two columns, else by ?. ¥ keeps its one
// column.
PrinterText printerText(std::string_view utf8, Font font = Font::Gbk);

}  // namespace kahui::printer
