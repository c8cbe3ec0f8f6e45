// Headquarters' own certificate authority (OpenSSL): EC P-256, the key in a 0600 file of the data folder. It signs the
// server's certificate and one for each terminal; a till trusts it because the enrolment code carries its fingerprint.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>

#include "app/net/openssl.hpp"
#include "core/ports/hq_issuer.hpp"

namespace kahui::hqserver {

struct ServerCertificate {
  std::string chain_pem;  // leaf and CA
  std::string key_pem;
};

class Authority final : public ports::HqIssuer {
 public:
  // Makes ca.crt and ca.key in the folder. StoreExists if there is one already.
  static base::Status create(const std::filesystem::path& folder);
  // StoreMissing, StoreKey: not there, or not readable.
  static base::Result<std::unique_ptr<Authority>> open(const std::filesystem::path& folder);

  base::Result<ports::IssuedCertificate> issue(std::string_view request, std::string_view terminal) override;
  [[nodiscard]] const std::string& caPem() const override { return m_ca_pem; }
  [[nodiscard]] std::array<std::uint8_t, 16> fingerprint() const;

  // With a key of its own, for sync::kServerName, localhost and `host` (a name or an address; may be empty).
  base::Result<ServerCertificate> serverCertificate(const std::string& host) const;

 private:
  Authority() = default;

  net::Key m_key;
  net::Certificate m_certificate;
  std::string m_ca_pem;
};

}  // namespace kahui::hqserver
