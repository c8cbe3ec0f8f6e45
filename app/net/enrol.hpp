// What enrolment needs of TLS and certificates (core/sync/enrolment.hpp says how it goes).
#pragma once

#include <string>

#include "core/sync/enrolment.hpp"

namespace kahui::net {

struct NewKey {
  std::string key;  // PEM, P-256
  std::string csr;  // PEM, CN = terminal
};

base::Result<NewKey> makeKey(const std::string& terminal);

// The CA certificate that the peer shows and whose fingerprint the code carries, as PEM. ServiceDown: nobody answers.
// PeerUntrusted: it shows none with that fingerprint.
base::Result<std::string> fetchCa(const std::string& url, const sync::EnrolCode& code);

// The whole of it: one request to POST /v1/enrol. PeerRefused with headquarters' word.
base::Result<sync::EnrolAnswer> enrol(const std::string& url, const std::string& ca, const sync::EnrolRequest& request);

// Last moment of a certificate (PEM), UTC milliseconds; 0: it cannot be read.
std::int64_t certificateEnd(const std::string& certificate);

// Whether the certificate is of this key and signed by one of the authorities.
bool fits(const std::string& certificate, const std::string& key, const std::string& authorities);

}  // namespace kahui::net
