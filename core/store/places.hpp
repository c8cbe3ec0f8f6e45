// Where a journal entry stands in the chains, for what headquarters says of them.
#pragma once

#include <utility>
#include <vector>

#include "core/store/sqlite_store.hpp"

namespace kahui::store {

// The place of a journal entry in the chains, as headquarters names it; a branch that was appended again has its later
// place.
class SqliteStore::Places {
 public:
  explicit Places(Connection& connection) {
    auto starts = connection.statement("SELECT first_entry, inc FROM incarnation ORDER BY first_entry");
    while (starts.executeStep()) m_starts.emplace_back(starts.getColumn(0).getInt64(), starts.getColumn(1).getUInt());
    auto branches = connection.statement("SELECT first_entry, last_entry, from_entry FROM branch ORDER BY first_entry");
    while (branches.executeStep())
      m_branches.push_back(
          {branches.getColumn(0).getInt64(), branches.getColumn(1).getInt64(), branches.getColumn(2).getInt64()});
  }

  [[nodiscard]] HighWater of(std::int64_t entry) const {
    constexpr std::int64_t kSequences = std::int64_t{1} << 40;
    if (entry < 0)
      return {static_cast<std::uint32_t>(-entry >> 40), static_cast<std::uint64_t>(-entry & (kSequences - 1))};
    for (const Branch& branch : m_branches) {
      const std::int64_t into = entry - branch.from;
      if (into >= 0 && into <= branch.last - branch.first) entry = branch.first + into;
    }
    HighWater place;
    for (const auto& [first, incarnation] : m_starts)
      if (first <= entry) place = {incarnation, static_cast<std::uint64_t>(entry - first + 1)};
    return place;
  }

 private:
  struct Branch {
    std::int64_t first, last, from;
  };
  std::vector<std::pair<std::int64_t, std::uint32_t>> m_starts;
  std::vector<Branch> m_branches;
};

}  // namespace kahui::store
