// A TCP proxy between a till and headquarters that is as bad as a line can be: slow, with stalls as lost packets make
// them, and cut off at random bytes in either direction. It sees TLS as bytes. Threads of its own, ended with it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

namespace kahui::test {

struct BadLine {
  std::int64_t bytes_per_s = 0;  // 0: as fast as it goes
  int stall_percent = 0;         // of the pieces that pass: each of them waits for a retransmission
  int stall_ms = 200;
  int cut_percent = 0;                   // of connections
  std::int64_t cut_most_bytes = 60'000;  // a cut comes before so many, counted both ways
};

class BadProxy {
 public:
  BadProxy(int target_port, const BadLine& line, unsigned seed);
  ~BadProxy();
  BadProxy(const BadProxy&) = delete;
  BadProxy& operator=(const BadProxy&) = delete;

  void setTarget(int port) { m_target = port; }
  void setLine(const BadLine& line);
  // The next connection that brings more than so many bytes down is cut there, once. 0: none.
  void cutDownloadAt(std::int64_t bytes) { m_cut_down = bytes; }

  // After the next cut connections go there.
  void afterCutTo(int port) { m_after_cut = port; }

  [[nodiscard]] int port() const { return m_port; }
  [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(m_port); }
  [[nodiscard]] int connections() const { return m_connections; }
  [[nodiscard]] int cuts() const { return m_cuts; }
  [[nodiscard]] std::int64_t up_bytes() const { return m_up; }
  [[nodiscard]] std::int64_t down_bytes() const { return m_down; }

 private:
  struct Impl;
  void accept();
  void serve(int client, unsigned seed);

  std::atomic<int> m_target;
  int m_port = 0, m_listener = -1;
  std::atomic<bool> m_stopped = false;
  std::atomic<int> m_connections = 0, m_cuts = 0, m_live = 0;
  std::atomic<std::int64_t> m_up = 0, m_down = 0, m_cut_down = 0;
  std::atomic<int> m_after_cut = 0;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace kahui::test
