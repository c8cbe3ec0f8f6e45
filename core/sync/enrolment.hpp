// How a till becomes a terminal of a chain (protocol.md, POST /v1/enrol). The code is one word that a person carries
// from headquarters to the till: base32 of a secret, the fingerprint of headquarters' CA and a check sum, so that the
// till trusts nobody else and a slip of the pen is found before anything is sent.
//
// TLS of enrolment: the till presents no certificate; headquarters sends leaf and CA, and the till goes on only if a
// certificate of that chain has the fingerprint and the leaf is verified by it. On every connection headquarters' leaf
// has the name kServerName (SAN DNS) and extended key usage serverAuth; a terminal's certificate has clientAuth alone,
// CN = terminal id.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.hpp"
#include "core/base/result.hpp"
#include "core/sync/chain_keys.hpp"

namespace kahui::sync {

inline constexpr std::string_view kServerName = "kahui-hq";

struct EnrolCode {
  std::array<std::uint8_t, 10> secret{};       // headquarters keeps its SHA-256 only
  std::array<std::uint8_t, 16> fingerprint{};  // first half of the SHA-256 of the CA certificate's DER
  bool operator==(const EnrolCode&) const = default;
};

// Eight groups of six, Crockford's base32: "0K3F7A-…". Read without regard to case and dashes; O is 0, I and L are 1.
std::string encode(const EnrolCode& code);
base::Result<EnrolCode> parseEnrolCode(std::string_view word);

// What names a store and a register may have: digits and letters, 1 .. 8; a register is 1 .. 99, since it is part of
// receipt numbers. Headquarters refuses others when it makes the code.
bool validStoreNo(std::string_view store_no);
bool validPosition(std::string_view position);

// A till asks to keep the name that its journal's lines already bear, and with it its history: `terminal` and the
// incarnation it is in. Headquarters grants it unless another terminal has it, which it answers with 409
// terminal_taken. A demo store is refused with 403 demo_refused by a headquarters that was not started as one.
struct EnrolRequest {
  std::string secret_hex;  // "code"
  std::string terminal;    // "t"
  std::uint32_t incarnation = 1;
  std::string csr;  // PEM; CN = terminal
  std::string app;
  bool demo = false;
  bool operator==(const EnrolRequest&) const = default;
};

struct HqKey {
  std::string id;
  std::array<std::uint8_t, 32> x25519{};  // sealed boxes to headquarters (libsodium)
  bool operator==(const HqKey&) const = default;
};

struct EnrolAnswer {
  std::string terminal;
  std::string store_no;
  std::string store_name;  // optional
  std::string position;
  std::uint32_t incarnation = 1;  // as asked
  std::string certificate;        // PEM
  std::string ca;                 // PEM, one or more
  std::vector<HqKey> hq_keys;
  ChainKey feed_key{};
  ChainKey card_key{};
  std::int64_t member_from = 0;  // body of the first member number that this till may give; 0: its own range
  std::int64_t hq_epoch = 1;
  std::int64_t hq_ms = 0;
  bool demo = false;
  bool operator==(const EnrolAnswer&) const = default;
};

std::string encode(const EnrolRequest& request);
base::Result<EnrolRequest> parseEnrolRequest(std::string_view text);
std::string encode(const EnrolAnswer& answer);
base::Result<EnrolAnswer> parseEnrolAnswer(std::string_view text);

}  // namespace kahui::sync
