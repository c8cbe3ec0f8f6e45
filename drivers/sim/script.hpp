// What a scripted reader does, step by step. File form (`sim:FILE`): one JSON object a line, blank lines are skipped:
//   {"event":"ready"}                               the reader is plugged in (it is so from the start unless this is
//   its first step)
//   {"event":"gone"}                                it is pulled out; a card on it is removed first
//   {"event":"card","uid":"04A1B2C3D4E5F6"}         a card is put down; one that lies there is removed first
//   {"event":"removed"}                             the card is taken away
//   {"event":"refused","reason":"torn"}             a card that cannot be used; reasons are the names of
//   ports::RefuseReason
// Every line may have "delay_ms" (0 ... 3600000, after the step before it) and "reader" (default: the file's name
// without its ending). Unknown keys and events are refused by name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"

namespace kahui::sim {

enum class Act { Plug, Unplug, Tap, Remove, Refuse };

struct Step {
  std::string reader;
  Act act{};
  std::int64_t delay_ms = 0;
  base::Bytes uid{};             // Tap
  ports::RefuseReason reason{};  // Refuse
};

// Errors: BadInput or UnknownKey; detail is "line N: …".
base::Result<std::vector<Step>> parseScript(std::string_view text, const std::string& default_reader);

// Errors: those of parseScript, BadInput if the file cannot be read or is larger than 4 MiB.
base::Result<std::vector<Step>> loadScript(const std::string& path);

}  // namespace kahui::sim
