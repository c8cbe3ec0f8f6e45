// Headquarters' certificate authority, as enrolment sees it. Implementations may be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace kahui::ports {

struct IssuedCertificate {
  std::string pem;
  std::string sha256;           // of its DER, hex
  std::string issuer{};         // SHA-256 of the authority's certificate that signed it, hex
  std::int64_t expires_ms = 0;  // UTC
};

class HqIssuer {
 public:
  virtual ~HqIssuer() = default;
  // A certificate for the key of the request (PEM), with the terminal's id as its name. BadInput: no request, a bad
  // signature, a key that is not EC P-256.
  virtual base::Result<IssuedCertificate> issue(std::string_view request, std::string_view terminal) = 0;
  // What tills trust: the authority's certificate, and the next one while it is being changed.
  [[nodiscard]] virtual const std::string& caPem() const = 0;
  // The authority that signs now, and whether another one stands beside it that certificates still come from.
  [[nodiscard]] virtual std::string newestCa() const { return {}; }
  [[nodiscard]] virtual bool rotating() const { return false; }
};

}  // namespace kahui::ports
