// `kahuictl rules check`: whether a rule pack is one, and all that is wrong with it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/programme/json_object.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::ctl {

struct PackVerdict {
  std::optional<programme::RulePack> pack;                // if nothing is wrong
  std::vector<programme::JsonProblem::Entry> problems{};  // by path, with the allowed range
};

PackVerdict checkPack(std::string_view text);

// {"ok","name","version","tiers","promotions"} or {"ok":false,"problems":[{"path","code","what"}]}.
nlohmann::ordered_json verdictJson(const PackVerdict& verdict);
std::string verdictText(const PackVerdict& verdict);  // whole lines

}  // namespace kahui::ctl
