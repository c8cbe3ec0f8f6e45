// The characters that a keyboard wedge means by its keys. It types as if the layout were US; read by key code, the
// layout of the machine, its Caps Lock and its Num Lock do not matter (ui.md section 2).
#pragma once

#include <cstdint>
#include <optional>

namespace kahui::magstripe {

// `code`: Linux input event code (linux/input-event-codes.h); an X11 key code is 8 more. '\r' for both Enter keys.
// nullopt for keys that type nothing.
[[nodiscard]] std::optional<char> usCharacter(std::uint32_t code, bool shift);

[[nodiscard]] bool isShiftKey(std::uint32_t code);
[[nodiscard]] bool isLockKey(std::uint32_t code);  // Caps Lock, Num Lock

}  // namespace kahui::magstripe
