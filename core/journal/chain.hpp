// The hash chain over the stored bytes (protocol.md, "Event model"): H(0) = SHA-256 of the incarnation's statement,
// H(n) = SHA-256(H(n-1) || the exact bytes of line n). The newline that ends a line in a batch is not part of it.
#pragma once

#include <string>
#include <string_view>

#include "core/base/sha256.hpp"

namespace kahui::journal {

// The statement that opens an incarnation: one JSON line naming terminal, incarnation, reason and the head it follows.
std::string incarnationStatement(std::string_view terminal, std::uint32_t incarnation, std::string_view reason,
                                 const base::Sha256* previous_head);

// A place in an incarnation's chain: H(seq).
struct ChainMark {
  std::uint64_t seq = 0;
  base::Sha256 hash{};
  bool operator==(const ChainMark&) const = default;
};

base::Sha256 chainStart(std::string_view statement);
base::Sha256 chainNext(const base::Sha256& previous, std::string_view line);

}  // namespace kahui::journal
