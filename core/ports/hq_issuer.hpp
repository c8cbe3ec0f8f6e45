// Headquarters' certificate authority, as enrolment sees it. Implementations may be called from any thread.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace kahui::ports {

struct IssuedCertificate {
  std::string pem;
  std::string sha256;  // of its DER, hex
};

class HqIssuer {
 public:
  virtual ~HqIssuer() = default;
  // A certificate for the key of the request (PEM), with the terminal's id as its name. BadInput: no request, a bad
  // signature, a key that is not EC P-256.
  virtual base::Result<IssuedCertificate> issue(std::string_view request, std::string_view terminal) = 0;
  [[nodiscard]] virtual const std::string& caPem() const = 0;
};

}  // namespace kahui::ports
