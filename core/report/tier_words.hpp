// A pack names its tiers in one language, Chinese as a rule. Those that the trade knows have an English word.
#pragma once

#include <string>

namespace kahui::report {

// `otherwise` where the trade has no word for the name.
[[nodiscard]] std::string englishTier(const std::string& name, const std::string& otherwise);

}  // namespace kahui::report
