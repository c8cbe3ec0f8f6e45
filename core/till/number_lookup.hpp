// A member by his number, old cards and papers included.
#pragma once

#include <optional>

#include "core/ports/store.hpp"

namespace kahui::till {

// The number of a member whom headquarters made one with another finds that one.
inline base::Result<std::optional<member::Member>> memberNumbered(ports::Store& store, member::MemberNo no) {
  auto found = store.memberByNo(no);
  if (!found || !*found || (*found)->status != member::MemberStatus::Cancelled) return found;
  const auto survivor = store.survivorOf(no);
  if (!survivor) return tl::unexpected(survivor.error());
  return *survivor == no ? found : store.memberByNo(*survivor);
}

}  // namespace kahui::till
