#include "app/net/http_transport.hpp"

#include <arpa/inet.h>
#include <httplib.h>
#include <netdb.h>

#include <atomic>
#include <charconv>

#include "app/net/openssl.hpp"
#include "core/sync/enrolment.hpp"

namespace kahui::net {

namespace {

// The first numeric address of the host. The name that the certificate is held to is the role's, so the host's own is
// looked up here.
base::Result<std::string> resolve(const Address& address) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (const int error = getaddrinfo(address.host.c_str(), nullptr, &hints, &found); error != 0)
    return base::fail(base::ErrorCode::ServiceDown, address.host + ": " + gai_strerror(error));
  char text[NI_MAXHOST] = "";
  const int error = getnameinfo(found->ai_addr, found->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
  freeaddrinfo(found);
  if (error != 0) return base::fail(base::ErrorCode::ServiceDown, address.host + ": " + gai_strerror(error));
  return std::string(text);
}

base::ErrorCode codeOf(httplib::Error error) {
  return error == httplib::Error::SSLServerVerification ? base::ErrorCode::PeerUntrusted : base::ErrorCode::ServiceDown;
}

// A whole number from 0; anything else is not there.
std::optional<std::int64_t> numberIn(const httplib::Response& response, const char* header) {
  const std::string text = response.get_header_value(header);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

base::Result<Address> parseUrl(const std::string& url) {
  const auto bad = [&] {
    return base::fail(base::ErrorCode::BadInput, url + ": an address like https://host:port is expected");
  };
  constexpr std::string_view scheme = "https://";
  if (!url.starts_with(scheme)) return bad();
  std::string rest = url.substr(scheme.size());
  if (rest.ends_with('/')) rest.pop_back();
  Address address;
  const auto bracket = rest.starts_with('[') ? rest.find(']') : std::string::npos;
  const auto colon = bracket == std::string::npos ? rest.find(':') : rest.find(':', bracket);
  if (colon != std::string::npos) {
    const std::string port = rest.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (error != std::errc() || end != port.data() + port.size() || address.port < 1 || address.port > 65535)
      return bad();
  }
  address.host = bracket == std::string::npos ? rest.substr(0, colon) : rest.substr(1, bracket - 1);
  if (address.host.empty() || address.host.find_first_of("/?#@ ") != std::string::npos) return bad();
  return address;
}

struct HttpTransport::Impl {
  std::atomic<bool> cancelled = false;
  std::unique_ptr<httplib::SSLClient> client;
};

HttpTransport::HttpTransport(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
HttpTransport::~HttpTransport() = default;

base::Result<std::unique_ptr<HttpTransport>> HttpTransport::open(const std::string& url, const Credentials& credentials,
                                                                 const Patience& patience) {
  const auto address = parseUrl(url);
  if (!address) return tl::unexpected(address.error());
  const auto numeric = resolve(*address);
  if (!numeric) return tl::unexpected(numeric.error());
  const std::string role(sync::kServerName);
  auto impl = std::make_unique<Impl>();
  if (credentials.certificate.empty()) {
    impl->client = std::make_unique<httplib::SSLClient>(role, address->port);
  } else {
    const Certificate certificate = readCertificate(credentials.certificate);
    const Key key = readKey(credentials.key);
    if (!certificate || !key) return base::fail(base::ErrorCode::BadInput, "the till's certificate cannot be read");
    impl->client = std::make_unique<httplib::SSLClient>(role, address->port, certificate.get(), key.get());
  }
  const auto authorities = readCertificates(credentials.ca);
  if (authorities.empty() || !impl->client->is_valid())
    return base::fail(base::ErrorCode::BadInput, "headquarters' certificate cannot be read");
  X509_STORE* trusted = X509_STORE_new();  // the client takes it over
  for (const Certificate& ca : authorities) X509_STORE_add_cert(trusted, ca.get());
  impl->client->set_ca_cert_store(trusted);
  impl->client->enable_server_certificate_verification(true);
  SSL_CTX_set_min_proto_version(impl->client->ssl_context(), TLS1_2_VERSION);
  impl->client->set_hostname_addr_map({{role, *numeric}});
  impl->client->set_tcp_nodelay(true);
  impl->client->set_keep_alive(true);
  impl->client->set_decompress(false);
  impl->client->set_connection_timeout(patience.connect);
  impl->client->set_read_timeout(patience.silence);
  impl->client->set_write_timeout(patience.silence);
  return std::unique_ptr<HttpTransport>(new HttpTransport(std::move(impl)));
}

void HttpTransport::cancel() {
  m_impl->cancelled = true;
  m_impl->client->stop();
}

base::Result<ports::SyncResponse> HttpTransport::exchange(const ports::SyncRequest& request,
                                                          ports::SyncResponse* partial) {
  if (m_impl->cancelled) return base::fail(base::ErrorCode::ServiceDown, "cancelled");
  httplib::Request http;
  http.method = request.method;
  http.path = request.path;
  http.body = request.body;
  if (!request.content_type.empty()) http.set_header("Content-Type", request.content_type);
  http.set_header("Accept-Encoding", request.zstd_answer ? "zstd" : "identity");
  if (request.range_from > 0) {
    http.set_header("Range", "bytes=" + std::to_string(request.range_from) + "-");
    if (!request.etag.empty()) http.set_header("If-Range", request.etag);
  }
  ports::SyncResponse out;
  bool too_long = false;
  http.response_handler = [&](const httplib::Response& response) {
    out.status = response.status;
    out.etag = response.get_header_value("ETag");
    out.zstd = response.get_header_value("Content-Encoding") == "zstd";
    out.retry_after_s = numberIn(response, "Retry-After");
    out.upload_offset = numberIn(response, "Upload-Offset");
    return true;
  };
  http.content_receiver = [&](const char* data, std::size_t length, std::uint64_t, std::uint64_t) {
    too_long = out.body.size() + length > request.most_bytes;
    if (!too_long) out.body.append(data, length);
    return !too_long;
  };
  httplib::Response response;
  httplib::Error error = httplib::Error::Success;
  if (m_impl->client->send(http, response, error)) {
    if (out.status == 0) {  // a HEAD's answer comes here alone
      out.status = response.status;
      out.retry_after_s = numberIn(response, "Retry-After");
      out.upload_offset = numberIn(response, "Upload-Offset");
    }
    return out;
  }
  if (too_long)
    return base::fail(base::ErrorCode::PeerFailed,
                      "an answer of more than " + std::to_string(request.most_bytes) + " bytes");
  if (partial != nullptr) *partial = std::move(out);
  return base::fail(codeOf(error), httplib::to_string(error));
}

}  // namespace kahui::net
