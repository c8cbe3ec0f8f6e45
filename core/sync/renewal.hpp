// A terminal's certificate is renewed over the connection that the present one opens (POST /v1/renew); both are good
// until the new one is used, so a lost answer costs nothing. The answer carries the authorities that the till is to
// trust from now on: more than one while headquarters changes its own.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace kahui::sync {

struct RenewRequest {
  std::string csr;  // PEM, of a new key; CN = terminal
  bool operator==(const RenewRequest&) const = default;
};

struct RenewAnswer {
  std::string certificate;  // PEM
  std::string ca;           // PEM, one or more
  bool operator==(const RenewAnswer&) const = default;
};

std::string encode(const RenewRequest& request);
base::Result<RenewRequest> parseRenewRequest(std::string_view text);
std::string encode(const RenewAnswer& answer);
base::Result<RenewAnswer> parseRenewAnswer(std::string_view text);

}  // namespace kahui::sync
