#include "drivers/magstripe/us_keys.hpp"

#include <linux/input-event-codes.h>

#include <array>
#include <string_view>

namespace kahui::magstripe {
namespace {

// Keys whose codes follow each other.
struct Row {
  std::uint32_t first;
  std::string_view plain, shifted;
};

constexpr std::array kRows = {
    Row{KEY_1, "1234567890-=", "!@#$%^&*()_+"},
    Row{KEY_Q, "qwertyuiop[]", "QWERTYUIOP{}"},
    Row{KEY_A, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
    Row{KEY_BACKSLASH, "\\zxcvbnm,./", "|ZXCVBNM<>?"},
    Row{KEY_SPACE, " ", " "},
    Row{KEY_KPASTERISK, "*", "*"},
    Row{KEY_KP7, "789-456+1230.", "789-456+1230."},
    Row{KEY_KPSLASH, "/", "/"},
    Row{KEY_KPEQUAL, "=", "="},
};

}  // namespace

std::optional<char> usCharacter(std::uint32_t code, bool shift) {
  if (code == KEY_ENTER || code == KEY_KPENTER) return '\r';
  for (const Row& row : kRows)
    if (code >= row.first && code - row.first < row.plain.size())
      return (shift ? row.shifted : row.plain)[code - row.first];
  return std::nullopt;
}

bool isShiftKey(std::uint32_t code) { return code == KEY_LEFTSHIFT || code == KEY_RIGHTSHIFT; }

bool isLockKey(std::uint32_t code) { return code == KEY_CAPSLOCK || code == KEY_NUMLOCK; }

}  // namespace kahui::magstripe
