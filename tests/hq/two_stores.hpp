// Two tills of two stores at one headquarters, in memory of their own.
#pragma once

#include "core/hq/export.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

inline base::Id idOf(std::uint8_t byte) {
  base::Id::Raw raw{};
  raw.fill(byte);
  return base::Id(raw);
}

// The second store knows the member as well.
struct TwoStores : HqFixture {
  TillLog one{"t1"}, two{"t2"};
  base::Id member = idOf(7);
  TwoStores() {
    know("t1", "0001", "01");
    know("t2", "0002", "01");
  }
  void sendAll() {
    for (const TillLog* log : {&one, &two})
      if (log->head() > 0) REQUIRE(send(*log, 1, log->head()));
    project();
  }
  std::int64_t balance() {
    std::int64_t points = 0;
    in([&](ports::HqTransaction& tx) {
      points = (tx.member(member.hex())->noncash + tx.member(member.hex())->cashable).value();
    });
    return points;
  }
  std::vector<std::string> flags() {
    std::vector<std::string> kinds;
    in([&](ports::HqTransaction& tx) {
      kinds.clear();
      for (const auto& flag : tx.flags()) kinds.push_back(flag.kind);
    });
    return kinds;
  }
  std::vector<std::string> exported(hq::ExportWhat what) {
    std::vector<std::string> lines;
    REQUIRE(hq::exportLines(*store, what, [&](const std::string& line) { lines.push_back(line); }));
    return lines;
  }
};

}  // namespace kahui::test
