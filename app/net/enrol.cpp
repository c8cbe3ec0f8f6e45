#include "app/net/enrol.hpp"

#include <sys/time.h>

#include <algorithm>

#include "app/net/http_transport.hpp"
#include "app/net/openssl.hpp"
#include "core/base/sha256.hpp"
#include "core/sync/limits.hpp"
#include "core/sync/messages.hpp"

namespace kahui::net {

namespace {

bool hasFingerprint(X509* certificate, const sync::EnrolCode& code) {
  unsigned char* der = nullptr;
  const int length = i2d_X509(certificate, &der);
  if (length <= 0) return false;
  const base::Sha256 hash = base::sha256({base::ByteView(der, static_cast<std::size_t>(length))});
  OPENSSL_free(der);
  return std::equal(code.fingerprint.begin(), code.fingerprint.end(), hash.begin());
}

}  // namespace

base::Result<NewKey> makeKey(const std::string& terminal) {
  const Key key(EVP_EC_gen("P-256"));
  const Request request(X509_REQ_new());
  if (!key || !request) return base::fail(base::ErrorCode::PeerFailed, lastError());
  X509_NAME* name = X509_REQ_get_subject_name(request.get());
  const bool made =
      X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(terminal.data()),
                                 static_cast<int>(terminal.size()), -1, 0) == 1 &&
      X509_REQ_set_pubkey(request.get(), key.get()) == 1 && X509_REQ_sign(request.get(), key.get(), EVP_sha256()) > 0;
  const Bio key_text(BIO_new(BIO_s_mem()));
  const Bio csr_text(BIO_new(BIO_s_mem()));
  if (!made || PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
      PEM_write_bio_X509_REQ(csr_text.get(), request.get()) != 1)
    return base::fail(base::ErrorCode::PeerFailed, lastError());
  return NewKey{textOf(key_text.get()), textOf(csr_text.get())};
}

// Nothing is believed on this connection: it only shows certificates, and the right one is known by the code.
base::Result<std::string> fetchCa(const std::string& url, const sync::EnrolCode& code) {
  const auto address = parseUrl(url);
  if (!address) return tl::unexpected(address.error());
  const Context context(SSL_CTX_new(TLS_client_method()));
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  const Bio connection(BIO_new_ssl_connect(context.get()));
  SSL* tls = nullptr;
  BIO_ctrl(connection.get(), BIO_C_GET_SSL, 0, &tls);  // the macros of OpenSSL cast in the old style
  const bool v6 = address->host.find(':') != std::string::npos;
  const std::string where = (v6 ? "[" + address->host + "]" : address->host) + ":" + std::to_string(address->port);
  BIO_ctrl(connection.get(), BIO_C_SET_CONNECT, 0, const_cast<char*>(where.c_str()));
  std::string role(sync::kServerName);
  SSL_ctrl(tls, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, role.data());
  if (BIO_do_connect_retry(connection.get(), 10, 0) != 1)
    return base::fail(base::ErrorCode::ServiceDown, where + ": " + lastError());
  if (BIO_do_handshake(connection.get()) != 1)
    return base::fail(base::ErrorCode::ServiceDown, where + ": " + lastError());
  const STACK_OF(X509)* shown = SSL_get_peer_cert_chain(tls);
  for (int i = 0; i < sk_X509_num(shown); ++i) {
    X509* certificate = sk_X509_value(shown, i);
    if (hasFingerprint(certificate, code)) return writeCertificate(certificate);
  }
  return base::fail(base::ErrorCode::PeerUntrusted, where + " is not the headquarters that made this code");
}

base::Result<sync::EnrolAnswer> enrol(const std::string& url, const std::string& ca,
                                      const sync::EnrolRequest& request) {
  const auto transport = HttpTransport::open(url, {ca, {}, {}});
  if (!transport) return tl::unexpected(transport.error());
  ports::SyncRequest http;
  http.method = "POST";
  http.path = "/v1/enrol";
  http.content_type = "application/json";
  http.body = sync::encode(request);
  http.most_bytes = sync::kMostMessage_bytes;
  const auto answer = (*transport)->exchange(http, nullptr);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->status != 200) {
    const auto refusal = sync::parseRefusal(answer->body);
    return base::fail(base::ErrorCode::PeerRefused,
                      refusal ? refusal->error : "status " + std::to_string(answer->status));
  }
  const auto enrolled = sync::parseEnrolAnswer(answer->body);
  if (!enrolled) return base::fail(base::ErrorCode::PeerFailed, enrolled.error().detail);
  if (enrolled->terminal != request.terminal || enrolled->incarnation != request.incarnation)
    return base::fail(base::ErrorCode::PeerFailed, "headquarters gave another name than this till's journal bears");
  return enrolled;
}

std::int64_t certificateEnd(const std::string& certificate) { return endOf(readCertificate(certificate).get()); }

bool fits(const std::string& certificate, const std::string& key, const std::string& authorities) {
  const Certificate own = readCertificate(certificate);
  const Key secret = readKey(key);
  if (!own || !secret || X509_check_private_key(own.get(), secret.get()) != 1) return false;
  const auto list = readCertificates(authorities);
  return std::any_of(list.begin(), list.end(),
                     [&](const Certificate& ca) { return X509_verify(own.get(), X509_get0_pubkey(ca.get())) == 1; });
}

}  // namespace kahui::net
