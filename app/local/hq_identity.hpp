// What a till got at its enrolment, in one file beside the store's key (core/store/folder.hpp): STORE_ID.hq, mode 0600,
// outside the store's folder, so that a copy of the store can neither speak for the till nor read the chain's names.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/member/member.hpp"
#include "core/sync/enrolment.hpp"

namespace kahui::local {

struct HqIdentity {
  std::string url;
  std::string key;          // PEM
  std::string certificate;  // PEM
  std::string ca;           // PEM
  std::string terminal;
  std::vector<sync::HqKey> hq_keys;
  sync::ChainKey feed_key{};
  sync::ChainKey card_key{};
};

// NotEnrolled: there is none. StoreKey: it cannot be read.
base::Result<HqIdentity> readIdentity(const std::string& store_id);
base::Status writeIdentity(const std::string& store_id, const HqIdentity& identity);

// For SqliteStore::Options; empty if the till is not enrolled.
std::function<std::string(const member::Credential&)> cardHashOf(const std::string& store_id);

}  // namespace kahui::local
