// Bytes for the printer, the drawer and the display, one by one.
#include "drivers/printer/customer_display.hpp"
#include "drivers/printer/escpos.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui::printer;
using kahui::base::Bytes;
using kahui::base::Money;
using kahui::base::toHex;

std::string hex(std::string_view utf8, Font font = Font::Gbk) { return toHex(printerText(utf8, font).bytes); }

int replaced(std::string_view utf8, Font font = Font::Gbk) { return printerText(utf8, font).replaced; }

std::string shown(Lamp lamp, std::int64_t fen) {
  const auto bytes = displayAmount(lamp, Money(fen));
  return bytes ? toHex(*bytes) : "";
}

TEST_CASE("printer: ASCII, Hanzi and full-width signs") {
  CHECK(hex("A1 ~\n") == "4131207e0a");
  CHECK(hex("会员价") == "bbe1d4b1bcdb");
  CHECK(hex("（。￥）") == "a3a8a1a3a3a4a3a9");
  CHECK(hex("镕€") == "e946a2e3");  // GBK beyond GB 2312, a two-byte code of GB 18030
  CHECK(replaced("会员价 A") == 0);
}

TEST_CASE("printer: what the font lacks is marked in its own columns and counted") {
  CHECK(hex("𠮷") == "a1fe");
  CHECK(hex("𠮷", Font::Gb18030) == "9534b235");
  CHECK(hex("㐂", Font::Gb18030) == "8139ef31");
  CHECK(replaced("𠮷田") == 1);
  CHECK(replaced("𠮷田", Font::Gb18030) == 0);
  CHECK(hex("ñ") == "3f");
  CHECK(hex("a\U0001F600b") == "61a1fe62");
  CHECK(hex("\ue000\uf8ff", Font::Gb18030) == "a1fea1fe");  // private use: no printer draws it
  CHECK(hex("\u202e") == "a1fe");                           // a reversed reading order cannot hide
  CHECK(replaced("\u202e\u200b") == 2);
}

TEST_CASE("printer: the narrow yen sign keeps its column") {
  CHECK(hex("¥9") == "1b52085c1b520039");
  CHECK(hex("\\") == "5c");
}

TEST_CASE("printer: no text is a command") {
  CHECK(hex("a\x1b@\x1d"
            "V\x10\x04\x01z\x7f\r") == "6140567a");
  CHECK(hex("a\tb") == "612062");
  CHECK(hex(std::string_view("a\0b", 3)) == "6162");
  CHECK(hex("a\u0085\u009b") == "61");
  for (int c = 0; c < 0x20; ++c) {
    if (c == '\n' || c == '\t') continue;
    const char text[] = {'x', static_cast<char>(c), 'y'};
    CHECK(hex(std::string_view(text, 3)) == "7879");
  }
}

TEST_CASE("printer: malformed UTF-8 is marked, never passed on") {
  CHECK(hex("a\xff"
            "b") == "613f62");
  CHECK(hex("\xe4\xbc") == "3f");            // cut off
  CHECK(hex("\xc0\x9b") == "3f");            // overlong ESC
  CHECK(hex("\xe0\x80\x9b") == "a1fe");      // overlong ESC in three bytes
  CHECK(hex("\xed\xa0\x80") == "a1fe");      // a surrogate
  CHECK(hex("\x80\x9b") == "3f3f");          // continuation bytes alone
  CHECK(hex("\xf4\x90\x80\x80") == "a1fe");  // above U+10FFFF
  for (int a = 0x80; a < 0x100; ++a)
    for (int b = 0; b < 0x100; ++b) {
      const char text[] = {static_cast<char>(a), static_cast<char>(b)};
      const auto out = printerText(std::string_view(text, 2), Font::Gb18030);
      for (std::size_t i = 0; i < out.bytes.size(); ++i)
        CHECK((out.bytes[i] >= 0x20 || out.bytes[i] == '\n' || out.bytes.size() == 7));  // 7: the yen sign
    }
}

TEST_CASE("printer: a whole receipt") {
  CHECK(toHex(receiptBytes("合计\n").bytes) ==
        "1b401c26"
        "bacfbcc6"
        "0a"
        "1b6403"
        "1d564200");
  CHECK(toHex(receiptBytes("", Font::Gbk, 0).bytes) ==
        "1b401c26"
        "1b6400"
        "1d564200");
  CHECK(receiptBytes("𠮷").replaced == 1);
}

TEST_CASE("printer: the drawer's pulse") {
  CHECK(toHex(drawerKick()) == "1b700019fa");
  CHECK(toHex(drawerKick({.pin = DrawerPin::Pin5, .on_ms = 100, .off_ms = 510})) == "1b700132ff");
}

TEST_CASE("printer: the customer display") {
  CHECK(shown(Lamp::Price, 1250) ==
        "1b7331"
        "1b5141"
        "31322e3530"
        "0d");
  CHECK(shown(Lamp::Total, 5) ==
        "1b7332"
        "1b5141"
        "302e3035"
        "0d");
  CHECK(shown(Lamp::Received, 0) ==
        "1b7333"
        "1b5141"
        "302e3030"
        "0d");
  CHECK(shown(Lamp::Change, -990) ==
        "1b7334"
        "1b5141"
        "2d392e3930"
        "0d");
  CHECK(shown(Lamp::Total, 99'999'999) ==
        "1b7332"
        "1b5141"
        "3939393939392e3939"
        "0d");
  CHECK(shown(Lamp::Total, 100'000'000).empty());
  CHECK(shown(Lamp::Total, -9'999'999).size() == 32);
  CHECK(shown(Lamp::Total, -10'000'000).empty());
  CHECK(toHex(clearDisplay()) == "0c");
}

}  // namespace
