// The endpoints of headquarters without a socket: a request in, a response out (protocol.md, "Batch and endpoints").
// The server around it counts bytes and connections; what a request means stands here. Thread rule: one object belongs
// to one thread; they share Metrics.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.hpp"
#include "core/hq/answer.hpp"
#include "core/hq/metrics.hpp"
#include "core/hq/terminals.hpp"

namespace kahui::hq {

struct Request {
  std::string method;                          // GET, POST, PUT, HEAD
  std::string target;                          // as on the request line
  std::map<std::string, std::string> headers;  // names in lower case; only those that endpoints read
  std::string body;
  std::string terminal;                     // of a certificate that the CA issued; empty: none was shown
  std::string certificate;                  // its SHA-256, hex
  std::int64_t certificate_expires_ms = 0;  // UTC; 0: not known
};

struct Response {
  int status = 200;
  std::string content_type;
  std::string body;
  std::map<std::string, std::string> headers;
};

// Snapshot files by id and name; nullopt: there is none. Given by the application, which keeps them.
using SnapshotFiles = std::function<std::optional<std::string>(const std::string& id, const std::string& file)>;

class Service {
 public:
  struct Parts {
    ports::HqStore& store;
    ports::HqIssuer& issuer;
    const Identity& identity;
    const base::Clock& clock;
    Metrics& metrics;
    SnapshotFiles snapshots;
  };
  explicit Service(Parts parts) : m_parts(std::move(parts)) {}

  Response handle(const Request& request);

 private:
  struct Call;
  Response enrol(const Call& call);
  Response renew(const Call& call);
  Response hello(const Call& call);
  Response batches(const Call& call);
  Response profiles(const Call& call);
  Response ack(const Call& call);
  Response log(const Call& call);
  Response changes(const Call& call);
  Response snapshot(const Call& call);
  Response recon(const Call& call);
  Response blob(const Call& call);
  Response grants(const Call& call);
  Response auth(const Call& call);
  Response couponAuth(const Call& call, bool hold);
  Response held(const Call& call);
  Response heldAct(const Call& call, bool take);
  Response claim(const Call& call);
  Response member(const Call& call);
  Response route(const Call& call);
  Response routeTerminal(const Call& call);
  std::string feedFor(const Call& call, const std::string& scope);

  Parts m_parts;
};

// The response of a refusal. `spread` shifts Retry-After, so that refused tills do not come back together.
Response refusal(const Refused& refused, std::uint32_t spread = 0);

// Path segments and query of a target; nullopt if it cannot be read.
struct Target {
  std::string path;
  std::map<std::string, std::string> query;
  static std::optional<Target> parse(std::string_view text);
  [[nodiscard]] std::optional<std::int64_t> number(const std::string& key) const;  // from 0
};

}  // namespace kahui::hq
