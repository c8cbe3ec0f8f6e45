// The sockets of headquarters: HTTPS with mutual TLS for tills, and, if asked, plain HTTP on an address of its own for
// operators (/live, /ready, /metrics, the web page). Asynchronous: thousands of idle tills cost memory, not threads
// (protocol.md).
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "app/hq/authority.hpp"
#include "app/hq/workers.hpp"

namespace kahui::hqserver {

struct ServerOptions {
  std::string listen;  // ADDR:PORT; port 0: any
  std::string admin;   // empty: none
  std::size_t most_bytes_in_flight = std::size_t{128} << 20;
  std::chrono::seconds slowest_request{60};  // for all of a request's body to come
};

// Pages for operators. `local`: asked over the admin address or from the machine itself.
using AdminPages = std::function<hq::Response(const hq::Request&)>;

class Server {
 public:
  // BadInput: an address that cannot be read; PeerFailed: it is taken.
  static base::Result<std::unique_ptr<Server>> open(const ServerOptions& options, const Authority& authority,
                                                    Workers& workers, hq::Metrics& metrics, AdminPages pages);
  virtual ~Server() = default;
  [[nodiscard]] virtual std::string address() const = 0;  // ADDR:PORT as bound
  [[nodiscard]] virtual std::string adminAddress() const = 0;
  virtual void run() = 0;  // until SIGTERM or SIGINT
};

}  // namespace kahui::hqserver
