#include "core/hq/renewal.hpp"

#include <algorithm>

#include "core/hq/ingest.hpp"

namespace kahui::hq {

namespace {

using ports::HqTransaction;

std::optional<ports::HqCertificate> find(HqTransaction& tx, const std::string& terminal, const std::string& digest) {
  for (auto& one : tx.certificates(terminal))
    if (one.digest == digest) return std::move(one);
  return std::nullopt;
}

}  // namespace

bool certificateInForce(HqTransaction& tx, const std::string& terminal, const std::string& certificate) {
  auto known = tx.terminal(terminal);
  if (!known || certificate.empty()) return false;
  if (known->certificate == certificate) return true;
  const auto shown = find(tx, terminal, certificate);
  if (!shown) return false;
  const auto before = find(tx, terminal, known->certificate);
  if (before && before->issued_ms > shown->issued_ms) return false;
  known = tx.lockTerminal(terminal);
  known->certificate = certificate;
  tx.putTerminal(*known);
  tx.dropCertificates(terminal, shown->issued_ms);
  return true;
}

bool ofOldAuthority(HqTransaction& tx, const std::string& terminal, const std::string& certificate,
                    const ports::HqIssuer& issuer) {
  const auto own = find(tx, terminal, certificate);
  return !own || own->issuer != issuer.newestCa();
}

Answer<sync::RenewAnswer> renew(ports::HqStore& store, ports::HqIssuer& issuer, const std::string& terminal,
                                const sync::RenewRequest& request, std::int64_t now_ms) {
  Answer<sync::RenewAnswer> answer = tl::unexpected(Refused{});
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    if (auto may = maySend(tx.lockTerminal(terminal)); !may) {
      answer = tl::unexpected(may.error());
      return {};
    }
    const auto issued = issuer.issue(request.csr, terminal);
    if (!issued) {
      answer = refuse(422, "broken", issued.error().detail);
      return {};
    }
    tx.putCertificate({terminal, issued->sha256, issued->issuer, now_ms, issued->expires_ms});
    answer = sync::RenewAnswer{issued->pem, issuer.caPem()};
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  return answer;
}

std::vector<std::string> notRenewed(HqTransaction& tx, const ports::HqIssuer& issuer) {
  std::vector<std::string> names;
  for (const auto& terminal : tx.terminals()) {
    if (terminal.state != ports::HqTerminalState::Active) continue;
    const auto own = find(tx, terminal.id, terminal.certificate);
    if (!own || own->issuer != issuer.newestCa()) names.push_back(terminal.id);
  }
  return names;
}

}  // namespace kahui::hq
