// A rule's refusal is an answer, `{"rejected": reason}`; anything else is a problem with the case.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "core/programme/json_object.hpp"

namespace kahui::ctl {

std::optional<nlohmann::json> refusalOf(const base::Error& error, programme::JsonProblem& problem);

}  // namespace kahui::ctl
