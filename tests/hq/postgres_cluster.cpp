#include "tests/hq/postgres_cluster.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <vector>

#include "core/base/fd.hpp"

namespace kahui::test {

namespace {

constexpr const char* kPrograms = "/usr/lib/postgresql/15/bin/";

int freePort() {
  const base::Fd socket(::socket(AF_INET, SOCK_STREAM, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* const raw = reinterpret_cast<sockaddr*>(&address);
  if (::bind(socket.get(), raw, size) != 0 || ::getsockname(socket.get(), raw, &size) != 0)
    throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

// PostgreSQL refuses root.
pid_t spawn(const std::vector<std::string>& command, const std::string& log) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid != 0) return pid;
  if (::getuid() == 0) {
    const passwd* const user = ::getpwnam("postgres");
    if (user == nullptr || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0) ::_exit(126);
  }
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  ::dup2(out, 1);
  ::dup2(out, 2);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

bool PostgresCluster::available() { return ::access((std::string(kPrograms) + "postgres").c_str(), X_OK) == 0; }

PostgresCluster::PostgresCluster() {
  if (::getuid() == 0) {
    const passwd* const user = ::getpwnam("postgres");
    if (user == nullptr || ::chown(m_folder.path().c_str(), user->pw_uid, user->pw_gid) != 0)
      throw std::runtime_error("no user postgres");
  }
  const std::string data = (m_folder.path() / "data").string();
  const pid_t made = spawn({std::string(kPrograms) + "initdb", "-D", data, "-U", "kahui", "-A", "trust", "-E", "UTF8",
                            "--locale=C", "--no-sync"},
                           (m_folder.path() / "initdb.log").string());
  int status = 0;
  ::waitpid(made, &status, 0);
  if (status != 0) throw std::runtime_error("initdb failed");
  m_port = freePort();
  start();
}

void PostgresCluster::start() {
  m_pid = spawn({std::string(kPrograms) + "postgres", "-D", (m_folder.path() / "data").string(), "-p",
                 std::to_string(m_port), "-k", m_folder.path().string(), "-c", "listen_addresses=127.0.0.1", "-c",
                 "max_connections=60", "-c", "shared_buffers=64MB"},
                (m_folder.path() / "postgres.log").string());
  const std::string url = "postgresql://kahui@127.0.0.1:" + std::to_string(m_port) + "/postgres";
  for (int i = 0; i < 300; ++i) {
    if (PQping(url.c_str()) == PQPING_OK) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  throw std::runtime_error("postgres does not start");
}

void PostgresCluster::kill() {
  ::kill(m_pid, SIGQUIT);  // at once and without a checkpoint: the next start recovers from the log
  ::waitpid(m_pid, nullptr, 0);
  m_pid = -1;
}

PostgresCluster::~PostgresCluster() {
  if (m_pid <= 0) return;
  ::kill(m_pid, SIGQUIT);
  ::waitpid(m_pid, nullptr, 0);
}

std::string PostgresCluster::freshDatabase() {
  const std::string base = "postgresql://kahui@127.0.0.1:" + std::to_string(m_port) + "/";
  const std::string name = "hq" + std::to_string(++m_databases);
  PGconn* const connection = PQconnectdb((base + "postgres").c_str());
  PGresult* const result = PQexec(connection, ("CREATE DATABASE " + name).c_str());
  const bool made = PQresultStatus(result) == PGRES_COMMAND_OK;
  PQclear(result);
  PQfinish(connection);
  if (!made) throw std::runtime_error("no database could be made");
  return base + name;
}

}  // namespace kahui::test
