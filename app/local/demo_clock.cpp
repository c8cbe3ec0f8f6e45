#include "app/local/demo_clock.hpp"

#include <cstdlib>

namespace kahui::local {

std::shared_ptr<base::Clock> openClock(const std::string& zone, bool demo) {
  const char* fixed = demo ? std::getenv("KAHUI_NOW") : nullptr;
  if (fixed != nullptr) {
    if (const auto time = base::LocalTime::parse(std::string_view(fixed).substr(0, 19)); time)
      return std::make_shared<base::ManualClock>(*time);
  }
  return std::make_shared<base::SystemClock>(zone);
}

}  // namespace kahui::local
