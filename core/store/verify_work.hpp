// The part of verify() about what is no trade: tasks, rewards, terms, the club, campaigns. Internal to this room.
#pragma once

#include <functional>
#include <string>

#include "core/store/sqlite_store.hpp"
#include "core/store/verify_model.hpp"

namespace kahui::store {

using TellProblem = std::function<void(std::string what, std::string where)>;

// Tells `problem` of each row that is not what the journal makes of it.
void verifyWork(SqliteStore& store, const Model& model, const TellProblem& problem);

}  // namespace kahui::store
