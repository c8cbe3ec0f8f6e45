#include "app/hq/server.hpp"

#include <utility>  // before asio: Boost 1.74 with GCC 12 (protocol.md)

#include <algorithm>
#include <charconv>

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include "app/net/openssl.hpp"
#include "core/base/random.hpp"
#include "core/base/sha256.hpp"
#include "core/sync/limits.hpp"

namespace kahui::hqserver {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

constexpr auto kHandshake = std::chrono::seconds(15);
constexpr auto kWholeAnswer = std::chrono::seconds(60);
constexpr auto kIdleConnection = std::chrono::seconds(180);
constexpr std::uint32_t kMostHeader_bytes = 8192;
constexpr std::size_t kMostMessage_bytes = sync::kMostMessage_bytes;

struct Shared {
  Workers& workers;
  hq::Metrics& metrics;
  AdminPages pages;
  std::size_t most_bytes_in_flight;
  std::chrono::seconds slowest_request;  // a slow sender has so long from its header
  base::SystemRandom random;
};

struct Peer {
  std::string terminal, certificate;
  std::int64_t certificate_expires_ms = 0;
};

// The name and digest in a certificate that the handshake has verified.
Peer peerOf(SSL* ssl) {
  Peer peer;
  X509* const certificate = SSL_get0_peer_certificate(ssl);
  if (certificate == nullptr || SSL_get_verify_result(ssl) != X509_V_OK) return peer;
  std::array<char, 256> name{};
  const int size = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(),
                                             static_cast<int>(name.size()));
  if (size > 0) peer.terminal.assign(name.data(), static_cast<std::size_t>(size));
  base::Sha256 digest{};
  unsigned length = 0;
  if (X509_digest(certificate, EVP_sha256(), digest.data(), &length) == 1) peer.certificate = base::toHex(digest);
  peer.certificate_expires_ms = net::endOf(certificate);
  return peer;
}

bool isHeavy(std::string_view path) {
  return path.starts_with("/v1/batches") || path.starts_with("/v1/log") || path.starts_with("/v1/snapshots/") ||
         path.starts_with("/v1/blobs/");
}

// One connection. Lives as long as something of it is pending; all of it on the strand of its stream.
template <class Stream>
class Session final : public std::enable_shared_from_this<Session<Stream>> {
  static constexpr bool kTls = std::is_same_v<Stream, TlsStream>;

 public:
  Session(Stream stream, Shared& shared) : m_stream(std::move(stream)), m_shared(shared) {
    ++m_shared.metrics.connections;
  }
  ~Session() {
    release();
    --m_shared.metrics.connections;
  }

  void start() {
    beast::error_code error;
    beast::get_lowest_layer(m_stream).socket().set_option(tcp::no_delay(true), error);
    const auto peer = beast::get_lowest_layer(m_stream).socket().remote_endpoint(error);
    m_local = !error && peer.address().is_loopback();
    if constexpr (kTls) {
      beast::get_lowest_layer(m_stream).expires_after(kHandshake);
      m_stream.async_handshake(asio::ssl::stream_base::server,
                               [self = this->shared_from_this()](beast::error_code failed) {
                                 if (failed) {
                                   ++self->m_shared.metrics.handshakes_failed;
                                   return;
                                 }
                                 self->m_peer = peerOf(self->m_stream.native_handle());
                                 self->readHeader();
                               });
    } else {
      readHeader();
    }
  }

 private:
  void readHeader() {
    release();
    m_parser.emplace();
    m_parser->header_limit(kMostHeader_bytes);
    m_parser->body_limit(sync::kMostCompressed_bytes);
    beast::get_lowest_layer(m_stream).expires_after(kIdleConnection);
    http::async_read_header(
        m_stream, m_buffer, *m_parser, [self = this->shared_from_this()](beast::error_code error, std::size_t) {
          if (error == http::error::body_limit)
            return self->reject({413, {"too_large", "the body is larger than headquarters takes", 0, {}, {}}, 0});
          if (error == http::error::header_limit)
            return self->reject({431, {"too_large", "the header is too long", 0, {}, {}}, 0});
          if (error) return self->close();
          self->admit();
        });
  }

  // Limits before anything is read of the body: who may send, how much there is room for.
  void admit() {
    const auto& message = m_parser->get();
    const std::string target(message.target());
    const std::size_t most = target.starts_with("/v1/batches") ? sync::kMostCompressed_bytes : kMostMessage_bytes;
    const std::uint64_t declared =
        m_parser->content_length() ? *m_parser->content_length() : (m_parser->chunked() ? most : 0);
    if (declared > most)
      return reject({413, {"too_large", "the body is larger than headquarters takes", 0, {}, {}}, 0});
    if (isHeavy(target) && kTls && m_peer.terminal.empty())
      return reject({401, {"no_certificate", "enrol this till first", 0, {}, {}}, 0});
    if (isHeavy(target) && m_shared.metrics.bytes_in_flight.load() + static_cast<std::int64_t>(declared) >
                               static_cast<std::int64_t>(m_shared.most_bytes_in_flight))
      return reject(busy());
    m_held = static_cast<std::int64_t>(declared);
    m_shared.metrics.bytes_in_flight += m_held;
    m_parser->body_limit(most);
    beast::get_lowest_layer(m_stream).expires_after(m_shared.slowest_request);
    if (beast::iequals(message[http::field::expect], "100-continue")) return sendContinue();
    readBody();
  }

  void sendContinue() {
    m_continue.emplace(http::status::continue_, 11);
    http::async_write(m_stream, *m_continue, [self = this->shared_from_this()](beast::error_code error, std::size_t) {
      if (error) return self->close();
      self->readBody();
    });
  }

  void readBody() {
    http::async_read(
        m_stream, m_buffer, *m_parser, [self = this->shared_from_this()](beast::error_code error, std::size_t) {
          if (error == http::error::body_limit)
            return self->reject({413, {"too_large", "the body is larger than headquarters takes", 0, {}, {}}, 0});
          if (error == beast::error::timeout) ++self->m_shared.metrics.refused_slow;
          if (error) return self->close();
          self->dispatch();
        });
  }

  void dispatch() {
    auto message = m_parser->release();
    m_keep_alive = message.keep_alive();
    hq::Request request;
    request.method = std::string(message.method_string());
    request.target = std::string(message.target());
    request.body = std::move(message.body());
    request.terminal = m_peer.terminal;
    request.certificate = m_peer.certificate;
    request.certificate_expires_ms = m_peer.certificate_expires_ms;
    for (const auto field : {http::field::range, http::field::if_range, http::field::accept_encoding,
                             http::field::accept_language, http::field::authorization, http::field::content_type}) {
      if (const auto value = message[field]; !value.empty()) {
        std::string name(http::to_string(field));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        request.headers[name] = std::string(value);
      }
    }
    const bool admin = !request.target.starts_with("/v1/");
    if (admin && kTls && !m_local) return reject({404, {"not_found", {}, 0, {}, {}}, 0});
    if (!admin && !kTls) return reject({404, {"not_found", "tills speak to the other address", 0, {}, {}}, 0});
    const auto answer = [self = this->shared_from_this()](hq::Response response) {
      asio::post(self->m_stream.get_executor(),
                 [self, response = std::move(response)]() mutable { self->respond(std::move(response)); });
    };
    if (admin) return respond(m_shared.pages(request));
    const Lane lane = isHeavy(request.target) ? Lane::Heavy : Lane::Light;
    beast::get_lowest_layer(m_stream).expires_never();  // the database has deadlines of its own
    if (!m_shared.workers.submit(lane, std::move(request), answer)) reject(busy());
  }

  // Sized by what waits, so that a storm spreads itself.
  hq::Refused busy() {
    constexpr int kLeast_s = 2, kMost_s = 120;
    constexpr std::size_t kBatchesEachSecond = 50;
    const auto waiting =
        static_cast<int>(std::min<std::size_t>(m_shared.workers.waiting() / kBatchesEachSecond, kMost_s));
    return {429, {"busy", "try again later", 0, {}, {}}, kLeast_s + waiting};
  }

  void reject(const hq::Refused& refused) {
    m_shared.metrics.refused(refused.status, refused.body.error);
    std::array<std::uint8_t, 4> drawn{};
    m_shared.random.fill(drawn);
    m_keep_alive = false;
    m_drain = true;
    respond(hq::refusal(refused, static_cast<std::uint32_t>(drawn[0] << 16U | drawn[1] << 8U | drawn[2])));
  }

  void respond(hq::Response response) {
    m_response.emplace(static_cast<http::status>(response.status), 11);
    m_response->set(http::field::server, "kahui-hq");
    if (!response.content_type.empty()) m_response->set(http::field::content_type, response.content_type);
    for (const auto& [name, value] : response.headers) m_response->set(name, value);
    m_response->keep_alive(m_keep_alive);
    m_response->body() = std::move(response.body);
    m_response->prepare_payload();
    beast::get_lowest_layer(m_stream).expires_after(kWholeAnswer);
    http::async_write(m_stream, *m_response, [self = this->shared_from_this()](beast::error_code error, std::size_t) {
      if (error) return self->close();
      if (self->m_drain) return self->drain();
      if (!self->m_keep_alive) return self->close();
      self->readHeader();
    });
  }

  // A peer that is still sending would lose the answer with the connection: what comes is thrown away for a moment.
  void drain() {
    constexpr std::size_t kMostDrained_bytes = std::size_t{32} << 20;
    constexpr auto kMostDraining = std::chrono::seconds(5);
    if (m_waste.empty()) {
      m_waste.resize(16384);
      beast::get_lowest_layer(m_stream).expires_after(kMostDraining);
    }
    m_stream.async_read_some(asio::buffer(m_waste),
                             [self = this->shared_from_this()](beast::error_code error, std::size_t size) {
                               self->m_drained += size;
                               if (error || self->m_drained > kMostDrained_bytes) return self->close();
                               self->drain();
                             });
  }

  void close() {
    release();
    beast::error_code ignored;
    if constexpr (kTls) {
      if (!m_drain) beast::get_lowest_layer(m_stream).expires_after(std::chrono::seconds(5));
      m_stream.async_shutdown([self = this->shared_from_this()](beast::error_code) {});
    } else {
      m_stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    }
  }

  void release() { m_shared.metrics.bytes_in_flight -= std::exchange(m_held, 0); }

  Stream m_stream;
  Shared& m_shared;
  beast::flat_buffer m_buffer;
  std::optional<http::request_parser<http::string_body>> m_parser;
  std::optional<http::response<http::string_body>> m_response;
  std::optional<http::response<http::empty_body>> m_continue;
  Peer m_peer;
  std::int64_t m_held = 0;
  bool m_local = false;
  bool m_keep_alive = true;
  bool m_drain = false;
  std::size_t m_drained = 0;
  std::vector<char> m_waste;
};

std::optional<tcp::endpoint> endpointOf(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  std::string host = text.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  beast::error_code error;
  const auto address = asio::ip::make_address(host, error);
  unsigned port = 0;
  const char* const end = text.data() + text.size();
  const auto [tail, bad] = std::from_chars(text.data() + colon + 1, end, port);
  if (error || bad != std::errc() || tail != end || port > 65535) return std::nullopt;
  return tcp::endpoint(address, static_cast<unsigned short>(port));
}

std::string textOf(const tcp::endpoint& endpoint) {
  const std::string host = endpoint.address().to_string();
  return (endpoint.address().is_v6() ? "[" + host + "]" : host) + ":" + std::to_string(endpoint.port());
}

class BeastServer final : public Server {
 public:
  BeastServer(const ServerOptions& options, Workers& workers, hq::Metrics& metrics, AdminPages pages)
      : m_shared{workers, metrics, std::move(pages), options.most_bytes_in_flight, options.slowest_request, {}} {}

  base::Status listen(const ServerOptions& options, const Authority& authority) {
    KAHUI_TRY(bind(m_acceptor, options.listen, "--listen"));
    if (!options.admin.empty()) KAHUI_TRY(bind(m_admin, options.admin, "--admin"));
    const auto certificate = authority.serverCertificate(m_acceptor.local_endpoint().address().to_string());
    if (!certificate) return tl::unexpected(certificate.error());
    try {
      m_tls.use_certificate_chain(asio::buffer(certificate->chain_pem));
      m_tls.use_private_key(asio::buffer(certificate->key_pem), asio::ssl::context::pem);
      m_tls.add_certificate_authority(asio::buffer(authority.clientCaPem()));
    } catch (const boost::system::system_error& error) {
      return base::fail(base::ErrorCode::StoreKey, error.what());
    }
    // A certificate is asked for and verified; without one only enrolment is open (Service::handle).
    m_tls.set_verify_mode(asio::ssl::verify_peer);
    SSL_CTX_set_min_proto_version(m_tls.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_mode(m_tls.native_handle(), SSL_MODE_RELEASE_BUFFERS);
    static constexpr std::array<unsigned char, 8> kSession{'k', 'a', 'h', 'u', 'i', '-', 'h', 'q'};
    SSL_CTX_set_session_id_context(m_tls.native_handle(), kSession.data(), kSession.size());
    return {};
  }

  [[nodiscard]] std::string address() const override { return textOf(m_acceptor.local_endpoint()); }
  [[nodiscard]] std::string adminAddress() const override {
    return m_admin.is_open() ? textOf(m_admin.local_endpoint()) : std::string();
  }

  void run() override {
    accept<TlsStream>(m_acceptor);
    if (m_admin.is_open()) accept<beast::tcp_stream>(m_admin);
    m_signals.async_wait([this](beast::error_code error, int) {
      if (!error) m_io.stop();
    });
    std::thread second([this] { m_io.run(); });
    m_io.run();
    second.join();
  }

 private:
  base::Status bind(tcp::acceptor& acceptor, const std::string& text, const char* option) {
    const auto endpoint = endpointOf(text);
    if (!endpoint) return base::fail(base::ErrorCode::BadInput, std::string(option) + ": ADDR:PORT is expected");
    beast::error_code error;
    acceptor.open(endpoint->protocol(), error);
    if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor.bind(*endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
      return base::fail(base::ErrorCode::PeerFailed, std::string(option) + " " + text + ": " + error.message());
    return {};
  }

  template <class Stream>
  void accept(tcp::acceptor& acceptor) {
    acceptor.async_accept(asio::make_strand(m_io), [this, &acceptor](beast::error_code error, tcp::socket socket) {
      if (!error) {
        if constexpr (std::is_same_v<Stream, TlsStream>) {
          std::make_shared<Session<Stream>>(Stream(std::move(socket), m_tls), m_shared)->start();
        } else {
          std::make_shared<Session<Stream>>(Stream(std::move(socket)), m_shared)->start();
        }
      }
      if (error != asio::error::operation_aborted) accept<Stream>(acceptor);
    });
  }

  Shared m_shared;
  asio::io_context m_io{2};
  asio::ssl::context m_tls{asio::ssl::context::tls_server};
  tcp::acceptor m_acceptor{m_io}, m_admin{m_io};
  asio::signal_set m_signals{m_io, SIGTERM, SIGINT};
};

}  // namespace

base::Result<std::unique_ptr<Server>> Server::open(const ServerOptions& options, const Authority& authority,
                                                   Workers& workers, hq::Metrics& metrics, AdminPages pages) {
  auto server = std::make_unique<BeastServer>(options, workers, metrics, std::move(pages));
  KAHUI_TRY(server->listen(options, authority));
  return server;
}

}  // namespace kahui::hqserver
