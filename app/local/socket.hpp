// The way from kahuictl to a running till of the same user: a UNIX stream socket, lines of JSON both ways. The first
// line of a connection is the order, an object with the key "do"; what follows depends on it. The till answers a line
// for a line.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "core/base/result.hpp"

namespace kahui::local {

// In the store folder; where that name is too long for a socket, in the user's run-time folder under a hash of it.
std::filesystem::path socketPath(const std::filesystem::path& store_folder);

// Reads and writes whole lines on a descriptor that it owns. A line is at most 1 MiB.
class LineChannel {
 public:
  explicit LineChannel(int descriptor) : m_descriptor(descriptor) {}
  LineChannel(LineChannel&& other) noexcept;
  LineChannel& operator=(LineChannel&&) = delete;
  ~LineChannel();

  std::optional<std::string> readLine();  // nullopt: the other side is gone or broke the rules
  bool writeLine(const std::string& line);
  void shutDown();

 private:
  int m_descriptor;
  std::string m_buffer;
};

// ServiceDown if nobody listens.
base::Result<LineChannel> connectTo(const std::filesystem::path& store_folder);

// One accepting thread and one thread a connection, at most 16; more are turned away. Only processes of the same user
// are let in.
class LocalServer {
 public:
  using Serve =
      std::function<void(LineChannel&)>;  // called on the connection's thread; returns when it is done with it

  static base::Result<std::unique_ptr<LocalServer>> start(const std::filesystem::path& store_folder, Serve serve);
  ~LocalServer();

 private:
  LocalServer(int listener, std::filesystem::path path, Serve serve);
  struct Connection {
    LineChannel channel;
    std::atomic<bool> done = false;
    std::jthread thread{};
  };

  void run(const std::stop_token& stop);
  void accept();

  int m_listener;
  int m_wake[2] = {-1, -1};
  std::filesystem::path m_path;
  Serve m_serve;
  std::list<Connection> m_connections;  // of the accepting thread
  std::jthread m_thread;
};

}  // namespace kahui::local
