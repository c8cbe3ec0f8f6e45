// The process that runs libnfc. The library ends its process on a bad byte from chip or card (status byte >= 80: abort;
// an ATS of length 0: a fault of memory), so it has one of its own, which the till starts again.
#pragma once

#include <string>

namespace kahui::nfc {

// Serves the one device that `connstring` names (pn532_uart:PATH[:BAUD]), frames on file descriptors `in` and `out`,
// until `in` is closed or the device fails. Never looks for other devices: that would write to every serial line.
// Answers the process's exit status.
int runWorker(const std::string& connstring, int in, int out);

}  // namespace kahui::nfc
