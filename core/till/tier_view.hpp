// What lifts a member, as the screens say it.
#pragma once

#include <optional>
#include <string>

#include "core/base/numbers.hpp"

namespace kahui::till {

struct NextTier {
  std::string code;
  std::string name;
  std::optional<base::Money> missing_purchase{};  // by one purchase at once, this bill counted; > 0
  std::optional<base::Points> missing_points{};   // lifetime points, this bill counted; > 0
  std::optional<int> missing_months{};            // as a member, > 0; before them nothing lifts
  std::optional<int> missing_bills{};             // within the pack's months (S000-23), this bill counted; > 0
  std::optional<base::Money> missing_spent{};     // likewise
  std::optional<int> missing_referrals{};         // S000-75
  bool all = false;                               // all of it is needed; else any one thing lifts
};

struct RiseOffer {  // S003-61: a tier for points
  std::string code, name;
  base::Points points{};
};

}  // namespace kahui::till
