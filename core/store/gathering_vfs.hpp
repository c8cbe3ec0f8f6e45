// A SQLite VFS that writes the log of a transaction in one piece. SQLite writes each page of it in two calls, a header
// and the page: a sale of five pages is ten calls into the system, which together cost as much as the rest of the sale.
// Here they are kept until the page that ends the transaction (only then may other connections look at them), or until
// the log is read, synced, cut or closed.
#pragma once

#include <string>

namespace kahui::store {

// The name of the gathering VFS over another one; empty: over the system's. Registers it at its first use. Any thread.
std::string gatheringVfs(const std::string& below);

}  // namespace kahui::store
