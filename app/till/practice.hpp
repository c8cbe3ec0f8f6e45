// The training of a till: which store it runs on, and what of the counter it may use.
#pragma once

#include <filesystem>

#include "core/base/result.hpp"

namespace kahui {

// Inside the store's own folder.
std::filesystem::path practiceFolder(const std::filesystem::path& store);

// Brings the store for practice up to the shop's (core/store/practice.hpp), with its cards for the simulated reader,
// the shop's scanners and printer, and no drawer. Beside the running till.
base::Status readyPractice(const std::filesystem::path& store);

}  // namespace kahui
