// kahui-nfc: one libnfc device in a process of its own, started and watched by the programs that read cards. Not for
// the command line: it speaks the frames of drivers/nfc on its standard input and output.
#include <unistd.h>

#include "app/local/core_dumps.hpp"
#include "drivers/nfc/worker/worker.hpp"

int main(int argc, char** argv) {
  kahui::local::forbidCoreDumps();
  if (argc != 2 || ::isatty(STDIN_FILENO) != 0) return 2;
  return kahui::nfc::runWorker(argv[1], STDIN_FILENO, STDOUT_FILENO);
}
