// What lies in the memory of a till must not lie on its disk.
#pragma once

namespace kahui::local {

// No core file of this process and no look into its memory by other programs of the same user, from here on: a crash
// would otherwise leave members' names, and a card that was being read at that moment. Both a limit and a flag, because
// the limit does not hold where the kernel pipes core dumps to a program (core(5): core_pattern beginning with |).
// Builds with AddressSanitizer keep the flag: its leak check has to look into the process.
void forbidCoreDumps();

}  // namespace kahui::local
