// A campaign of a rule pack is approved, or its preparation is noted: the same pack with nothing else changed, as its
// next version (requirements S001-38).
#pragma once

#include <string>
#include <string_view>

#include "core/base/date.hpp"
#include "core/base/result.hpp"

namespace kahui::programme {

struct CampaignChange {
  std::string id;
  bool approve = false;   // by `by`, whose name is kept
  bool prepared = false;  // goods, papers and people are ready
  std::string by;
};

struct ChangedPack {
  std::string version, valid_from, json;
};

// In force from `now`, or from the pack's own time if that is later. BadInput: the pack has no such campaign, `by` is
// missing where it approves, or nothing would change.
base::Result<ChangedPack> changeCampaign(std::string_view json, const CampaignChange& change, base::LocalTime now);

}  // namespace kahui::programme
