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
  [[nodiscard]] const std::string& caPem() const override { return m_tills_trust; }
  [[nodiscard]] std::string newestCa() const override;
  [[nodiscard]] bool rotating() const override { return m_next_certificate != nullptr || m_old_left; }
  // Whose certificates headquarters takes: the authority's, the next one's, the one before.
  [[nodiscard]] const std::string& clientCaPem() const { return m_clients_trust; }

  // The change of the authority, in steps, each of which a restart of the server follows:
  //   begin   a new one stands beside it (ca-next.*): it signs tills, and they learn to trust it. StoreExists: begun.
  //   finish  it becomes the one (ca.*) that headquarters shows; certificates of the old one (ca-old.crt) still count.
  //           StoreMissing: not begun.
  //   drop    they do no more.
  static base::Status begin(const std::filesystem::path& folder);
  static base::Status finish(const std::filesystem::path& folder);
  // finish() was broken off between its two files: it must be run again before anything else.
  static bool brokenOff(const std::filesystem::path& folder);
  static base::Status drop(const std::filesystem::path& folder);
  [[nodiscard]] std::array<std::uint8_t, 16> fingerprint() const;

  // With a key of its own, for sync::kServerName, localhost and `host` (a name or an address; may be empty).
  base::Result<ServerCertificate> serverCertificate(const std::string& host) const;

 private:
  Authority() = default;

  base::Status readNext(const std::filesystem::path& folder);

  net::Key m_key, m_next_key;
  net::Certificate m_certificate, m_next_certificate;  // the latter may be null
  bool m_old_left = false;
  std::string m_ca_pem;  // of m_certificate
  std::string m_tills_trust, m_clients_trust;
};

}  // namespace kahui::hqserver
