// A tier's name in the language that is spoken: packs name their tiers in one.
#pragma once

#include "app/models/formatter.hpp"
#include "core/report/tier_words.hpp"

namespace kahui::models {

inline QString tierText(const std::string& name, Formatter formatter) {
  return text(formatter.language() == Language::Chinese ? name : report::englishTier(name, name));
}

}  // namespace kahui::models
