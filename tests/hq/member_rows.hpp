// Members for a headquarters of a test, by its own import.
#pragma once

#include <fstream>

#include "tests/hq/hq_process.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

// `count` members with a telephone and a card each; `file` is written for the import.
inline void importMembers(const HqProcess& hq, const std::string& file, int count) {
  std::ofstream csv(file);
  csv << "name,phone,card\n";
  for (int i = 0; i < count; ++i)
    csv << "王小芳," << 13'700'000'000 + i << ",04" << std::hex << std::uppercase << 0xA00000000000 + i << std::dec
        << '\n';
  csv.close();
  REQUIRE(hq.command({"members", "import", file}).exit_code == 0);
}

}  // namespace kahui::test
