// A PostgreSQL cluster of a test's own: in a temporary folder, on a free loopback port, as a user other than root,
// stopped by its pid.
#pragma once

#include <sys/types.h>

#include <string>

#include "tests/support/temp_folder.hpp"

namespace kahui::test {

class PostgresCluster {
 public:
  PostgresCluster();  // throws what is wrong
  ~PostgresCluster();
  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;

  std::string freshDatabase();  // URL of an empty one
  void kill();                  // as the power does
  void start();
  static bool available();

 private:
  TempFolder m_folder;
  int m_port = 0;
  pid_t m_pid = -1;
  int m_databases = 0;
};

}  // namespace kahui::test
