// A store's till becomes a terminal of a headquarters: certificate, keys, its name and numbers there.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.hpp"

namespace kahui::local {

struct Enrolled {
  std::string terminal;
  std::string store_no;
  std::string store_name;
  std::string position;
};

// Opens the store for writing, asks headquarters, waits for the network. `code`: the word of `kahui-hq enrol-code`,
// good once. Errors: BadInput, ServiceDown, PeerUntrusted, PeerRefused, and the store's own.
base::Result<Enrolled> enrol(const std::filesystem::path& folder, const std::string& url, const std::string& code);

}  // namespace kahui::local
