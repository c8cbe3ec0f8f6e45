// What a transaction read and wrote of members and terminals, so that a page of events asks once and not once an event.
// It holds only what this transaction sees: rows that others change meanwhile undo it (database.hpp), as before.
// Internal to this room. Thread rule: as SqlTransaction.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/ports/hq_store.hpp"

namespace kahui::hqdb {

struct PageMemory {
  struct Span {
    std::uint64_t first, last;
  };

  std::unordered_map<std::string, std::optional<ports::HqTerminal>> terminals;
  std::map<std::pair<std::string, std::int64_t>, std::optional<std::string>> numbers;  // terminal, member number
  std::unordered_map<std::string, std::optional<ports::HqMember>> members;
  std::unordered_map<std::string, std::vector<std::string>> stores;                  // sorted
  std::map<std::pair<std::string, std::string>, base::BusinessDate> visits;          // written here
  std::set<std::pair<std::string, std::string>> marks;                               // written here
  std::map<std::tuple<std::string, base::BusinessDate, std::uint32_t>, Span> spans;  // written here
  std::string expected_terminal;
  std::unordered_set<std::string> expected, seen;  // events that the page is about, and those that are known

  // A transaction over very many members does not hold them all.
  void bound() {
    constexpr std::size_t kMost = 20'000;
    if (members.size() > kMost) members.clear();
    if (numbers.size() > kMost) numbers.clear();
    if (stores.size() > kMost) stores.clear();
  }
};

}  // namespace kahui::hqdb
