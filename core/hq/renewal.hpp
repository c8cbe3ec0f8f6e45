// Terminals' certificates over the years: renewed well before their end, and when headquarters changes its authority.
#pragma once

#include <string>

#include "core/hq/answer.hpp"
#include "core/ports/hq_issuer.hpp"
#include "core/ports/hq_store.hpp"
#include "core/sync/renewal.hpp"

namespace kahui::hq {

inline constexpr std::int64_t kRenewBefore_ms = std::int64_t{180} * 86'400'000;

// Whether the certificate that a terminal showed is one of its own that is in force. A newer one than before takes over
// here, and those issued before it are good no more.
bool certificateInForce(ports::HqTransaction& tx, const std::string& terminal, const std::string& certificate);

// A certificate is to be renewed that is near its end, or of an authority that is going. 0: the end is not known.
constexpr bool nearEnd(std::int64_t expires_ms, std::int64_t now_ms) {
  return expires_ms != 0 && expires_ms - now_ms < kRenewBefore_ms;
}
bool ofOldAuthority(ports::HqTransaction& tx, const std::string& terminal, const std::string& certificate,
                    const ports::HqIssuer& issuer);

// Another certificate beside the one in force. 403 unless the terminal may send; 422 for a request that is none.
Answer<sync::RenewAnswer> renew(ports::HqStore& store, ports::HqIssuer& issuer, const std::string& terminal,
                                const sync::RenewRequest& request, std::int64_t now_ms);

// Active terminals whose certificate in force is not of the newest authority: they would not know headquarters after
// a change.
std::vector<std::string> notRenewed(ports::HqTransaction& tx, const ports::HqIssuer& issuer);

}  // namespace kahui::hq
