// SyncTransport over HTTPS with mutual TLS. One object, one thread; exchange() blocks for at most the time-outs of
// connecting and of each silence.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "core/ports/sync_transport.hpp"

namespace kahui::net {

struct Credentials {
  std::string ca;           // PEM; the only authorities that count, one or more
  std::string certificate;  // PEM; empty: none is shown (enrolment)
  std::string key;          // PEM
};

// "https://host:port"; BadInput otherwise. IPv6 in brackets.
struct Address {
  std::string host;
  int port = 443;
};
base::Result<Address> parseUrl(const std::string& url);

// How long to wait at most: for a connection, and for each silence.
struct Patience {
  std::chrono::milliseconds connect{5'000};
  std::chrono::milliseconds silence{30'000};
};

class HttpTransport final : public ports::SyncTransport {
 public:
  // BadInput: an address or a PEM text that cannot be read. ServiceDown: the host's name is not known.
  static base::Result<std::unique_ptr<HttpTransport>> open(const std::string& url, const Credentials& credentials,
                                                           const Patience& patience = {});
  ~HttpTransport() override;

  base::Result<ports::SyncResponse> exchange(const ports::SyncRequest& request, ports::SyncResponse* partial) override;

  // Any thread: breaks off the request under way, if there is one, and refuses those to come.
  void cancel();

 private:
  struct Impl;
  explicit HttpTransport(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace kahui::net
