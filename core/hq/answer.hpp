// What headquarters answers: a value, or a refusal with its HTTP status (protocol.md, "Batch and endpoints").
#pragma once

#include "core/sync/messages.hpp"

namespace kahui::hq {

struct Refused {
  int status = 0;
  sync::Refusal body;
  int retry_after_s = 0;  // of 429, 503 and 507
};

template <class T>
using Answer = tl::expected<T, Refused>;

inline tl::unexpected<Refused> refuse(int status, std::string error, std::string message = {}) {
  return tl::unexpected(Refused{status, {std::move(error), std::move(message), 0, {}, {}}});
}

// The storage failed: the peer tries again later. What was asked may or may not stand, so nothing is answered as done.
Refused unavailable(const base::Error& error);

}  // namespace kahui::hq
