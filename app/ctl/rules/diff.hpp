// `kahuictl rules diff`: what differs between two rule packs after every default is written out.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/programme/rule_pack.hpp"

namespace kahui::ctl {

// A parameter by its path: "points.value_fen"; tiers and promotions by their code and id, "promotions[P7].rate_bp",
// member days by their place. null = it is not there on that side. For "tiers" itself: their order.
struct PackChange {
  std::string path;
  nlohmann::json before;
  nlohmann::json after;
};

std::vector<PackChange> diffPacks(const programme::RulePack& before, const programme::RulePack& after);

// {"equal","changes":[{"path","old","new"}]}.
nlohmann::ordered_json diffJson(const std::vector<PackChange>& changes);
std::string diffText(const std::vector<PackChange>& changes);  // whole lines: "path: old -> new"

}  // namespace kahui::ctl
