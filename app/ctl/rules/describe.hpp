// `kahuictl rules show`: a rule pack in the words of a store manager.
#pragma once

#include <string>

#include "core/programme/rule_pack.hpp"

namespace kahui::ctl {

enum class Language { Chinese, English };

std::string describePack(const programme::RulePack& pack, Language language);

}  // namespace kahui::ctl
