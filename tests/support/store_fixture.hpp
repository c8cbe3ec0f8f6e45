// A store of a test: in a temporary folder with its own key folder, a clock that stands still and seeded chance.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/clock.hpp"
#include "core/base/random.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/support/temp_folder.hpp"

namespace kahui::test {

struct StoreFixture {
  TempFolder folder;
  std::shared_ptr<base::ManualClock> clock;
  std::shared_ptr<base::SeededRandom> random;

  // An empty store with the five-tier preset; `over` is JSON that overrides parameters of the pack.
  explicit StoreFixture(const std::string& vfs = {}, const std::string& over = "{}");
  [[nodiscard]] std::filesystem::path path() const { return folder.path() / "store"; }
  [[nodiscard]] std::unique_ptr<store::SqliteStore> open(
      store::SqliteStore::Options options = {});  // throws what is wrong
};

// A sale of one line without a member.
journal::Draft saleDraft(const base::Clock& clock, base::RandomSource& random, const std::string& ref = {});

// Products, members and staff by number: enough for a sale with a member.
catalog::Product product(int number, base::Money price);
ports::MemberToJoin member(int number, const std::string& tier);
member::Credential cardOf(int number);

}  // namespace kahui::test
