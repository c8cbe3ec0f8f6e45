// The till's side of its certificate's life (core/sync/renewal.hpp).
#pragma once

#include <optional>
#include <string>

#include "app/local/hq_identity.hpp"
#include "core/ports/sync_transport.hpp"

namespace kahui::local {

// What to say when the certificate's last day is over by this machine's clock; nullopt: it is good.
std::optional<std::string> certificateEnded(const HqIdentity& identity);

// A new key and certificate over the open connection, kept in the place of the old ones when they fit together and are
// signed by an authority that the answer names. The old ones stay until then.
base::Status renewCertificate(const std::string& store_id, const HqIdentity& identity, ports::SyncTransport& transport);

}  // namespace kahui::local
