// Cards that were made (S003-103): each is in stock until a member gets it or it is spoiled, so that printed = in stock
// + issued + spoiled at any time. Numbers are kept as the chain's keyed hashes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/hq/terminals.hpp"

namespace kahui::hq {

// How many of them were not known. BadInput: the batch has no name, or one longer than 40 characters.
base::Result<int> addPrinted(ports::HqStore& store, const Identity& identity, const std::string& batch,
                             std::span<const member::Credential> cards, std::int64_t now_ms);
// BadInput: it was never printed, or without a reason; WrongState: a member has it.
base::Status spoilPrinted(ports::HqStore& store, const Identity& identity, const member::Credential& card,
                          const std::string& reason, std::int64_t now_ms);
base::Result<std::vector<ports::HqCardStock>> cardStock(ports::HqStore& store);  // by batch

}  // namespace kahui::hq
