// Settings of selling as a screen shows them.
#pragma once

#include "core/catalog/scale_label.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::till {

struct LabelTrial {
  std::string code;
  catalog::LabelReading reading;
  std::string product_name;   // empty: no such item
  base::Quantity quantity{};  // with an item: as it would be sold
  base::Money amount{};       // retail
};

struct SettingsView {
  catalog::LabelRules labels;
  programme::BillRound round{};
  bool rules_at_hq = false;
  base::Money low_value{};  // S000-83: a balance at or below it is hinted at
  std::optional<LabelTrial> trial{};
};

}  // namespace kahui::till
