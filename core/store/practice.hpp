// A store for practice: a demo store beside a shop's own, with its goods, rules and people, and invented members. What
// is done there is in no book of the shop.
#pragma once

#include <filesystem>

#include "core/base/clock.hpp"
#include "core/base/random.hpp"
#include "core/base/result.hpp"

namespace kahui::store {

// Members of practice: one of each tier of the rules in force, lowest first, with this card.
struct PracticeMember {
  std::string tier;  // code
  std::string uid;   // hex
};

// Makes the store in `practice` where there is none, and brings goods, categories, rules and people up to what `shop`
// has now: everybody signs in there as always. The shop's store is only read, beside whoever writes it.
base::Result<std::vector<PracticeMember>> preparePractice(const std::filesystem::path& shop,
                                                          const std::filesystem::path& practice,
                                                          base::RandomSource& random);

}  // namespace kahui::store
