// Erasure of a member (rulebook L3; protocol.md, "Privacy"): profile, telephone and cards go, what was bought and the
// points stay under an id that means nobody. The order travels in the feed `erase`; each till answers with erase.done.
#pragma once

#include <string>
#include <vector>

#include "core/ports/hq_store.hpp"

namespace kahui::hq {

// The id of a member by number, here or at a till, or by id. BadInput: there is none.
base::Result<std::string> findMember(ports::HqTransaction& tx, const std::string& member);

// At once and for good; the second time it changes nothing. The member's id, for what is kept outside the database.
base::Result<std::string> eraseMember(ports::HqStore& store, const std::string& member, std::int64_t now_ms);

// Asked for at a till, which has done it already: the order for all the others.
void eraseEverywhere(ports::HqTransaction& tx, const std::string& id, std::int64_t now_ms);

// After a restore of the database: ids that were erased since. Those that it does not know are left.
base::Status eraseAgain(ports::HqStore& store, const std::vector<std::string>& ids, std::int64_t now_ms);
// After everything was folded anew from events.
void eraseAgain(ports::HqTransaction& tx);

struct Erasure {
  std::string member;  // id
  std::int64_t at_ms = 0;
  std::vector<std::string> answered, late;  // terminals; retired ones are not waited for
};
base::Result<std::vector<Erasure>> erasures(ports::HqStore& store);
std::string erasuresJson(const std::vector<Erasure>& erasures);  // one line

// When a member was erased; nullopt: never.
std::optional<std::int64_t> erasedAt(ports::HqTransaction& tx, const std::string& member);

}  // namespace kahui::hq
