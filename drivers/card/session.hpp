// One card that lies on one reader, as something that answers commands. The drivers of PC/SC and libnfc implement it;
// so do the virtual cards of the tests.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

namespace kahui::card {

// What became of a command that brought no answer. Unknown: the card may have done it, so what changes something must
// not simply be sent again.
enum class LinkError { NotSent, Unknown };

// Bound to one laying-down: once the card has left, every exchange is NotSent, also when another card lies there. One
// thread. An exchange may block; the driver that made the session watches over its time.
class Session {
 public:
  virtual ~Session() = default;
  // The answer with its status word, at least two bytes.
  virtual tl::expected<base::Bytes, LinkError> exchange(base::ByteView command) = 0;
};

}  // namespace kahui::card
