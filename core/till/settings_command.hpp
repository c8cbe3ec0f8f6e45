// Settings of selling: labels of scales, rounding. Each asks Right::ManageSettings; a PIN is wiped by the engine.
#pragma once

#include "core/catalog/scale_label.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/till/approval.hpp"

namespace kahui::till {

// NoRight, BadInput as of catalog::checkLabelRules().
struct SetLabelRules {
  catalog::LabelRules rules;
  Approval approval{};
};
// What a label would mean by these rules, in Snapshot::settings; sells nothing. An empty code: nothing is tried.
struct TryLabel {
  std::string code;
  catalog::LabelRules rules;
};
// 抹零 (P10): a new version of the rule pack that differs in nothing else, from the next bill on. NoRight;
// RuleRejected: OPEN_BILL, RULES_AT_HQ where the rules are headquarters'.
struct SetRounding {
  programme::RoundMode mode{};
  programme::RoundApply apply{};
  Approval approval{};
};

// S000-83: who comes with no more than this is offered a top-up. 0 to 100,000 yuan. NoRight, OutOfRange.
struct SetLowValue {
  base::Money limit{};
  Approval approval{};
};

}  // namespace kahui::till
