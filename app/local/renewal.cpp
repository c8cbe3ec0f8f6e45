#include "app/local/renewal.hpp"

#include <chrono>

#include "app/net/enrol.hpp"
#include "core/base/date.hpp"
#include "core/sync/limits.hpp"
#include "core/sync/renewal.hpp"

namespace kahui::local {

std::optional<std::string> certificateEnded(const HqIdentity& identity) {
  // TLS goes by the machine's own clock, so this does, too.
  const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const std::int64_t end_ms = net::certificateEnd(identity.certificate);
  if (end_ms == 0 || now.time_since_epoch().count() <= end_ms) return std::nullopt;
  const auto day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(end_ms)));
  return "this till's certificate ended on " + base::BusinessDate(day).iso() +
         "; ask headquarters for a code and run 'kahuictl enrol' again, or set the machine's clock right";
}

base::Status renewCertificate(const std::string& store_id, const HqIdentity& identity,
                              ports::SyncTransport& transport) {
  const auto key = net::makeKey(identity.terminal);
  if (!key) return tl::unexpected(key.error());
  ports::SyncRequest request;
  request.method = "POST";
  request.path = "/v1/renew";
  request.content_type = "application/json";
  request.body = sync::encode(sync::RenewRequest{key->csr});
  request.most_bytes = sync::kMostMessage_bytes;
  const auto answer = transport.exchange(request, nullptr);
  if (!answer) return tl::unexpected(answer.error());
  const auto renewed = answer->status == 200
                           ? sync::parseRenewAnswer(answer->body)
                           : base::Result<sync::RenewAnswer>(
                                 base::fail(base::ErrorCode::PeerRefused, "status " + std::to_string(answer->status)));
  if (!renewed) return tl::unexpected(renewed.error());
  if (!net::fits(renewed->certificate, key->key, renewed->ca))
    return base::fail(base::ErrorCode::PeerFailed, "a certificate of another key or authority");
  HqIdentity fresh = identity;
  fresh.key = key->key;
  fresh.certificate = renewed->certificate;
  fresh.ca = renewed->ca;
  return writeIdentity(store_id, fresh);
}

}  // namespace kahui::local
