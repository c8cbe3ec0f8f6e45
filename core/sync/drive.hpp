// Runs a session over a transport until it ends, waits included.
#pragma once

#include <functional>

#include "core/sync/client.hpp"

namespace kahui::sync {

// Waits for so many milliseconds; false: give up now. `failures` have followed on each other.
using Wait = std::function<bool(std::int64_t wait_ms, int failures)>;

// An error is the store's own, or, when `wait` gave up, the last failure of the transport.
base::Status drive(Client& client, ports::SyncTransport& transport, const Wait& wait);

}  // namespace kahui::sync
