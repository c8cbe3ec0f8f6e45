#include "app/local/core_dumps.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace kahui::local {

void forbidCoreDumps() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__
  prctl(PR_SET_DUMPABLE, 0);
#endif
}

}  // namespace kahui::local
