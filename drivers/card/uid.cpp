#include "drivers/card/uid.hpp"

namespace kahui::card {

bool isUidLength(std::size_t length) { return length == 4 || length == 7 || length == 10; }

bool isRandomUid(base::ByteView uid) { return uid.size() == 4 && uid[0] == 0x08; }

tl::expected<std::string, ports::RefuseReason> credentialOfUid(base::ByteView uid) {
  if (!isUidLength(uid.size())) return tl::unexpected(ports::RefuseReason::Unreadable);
  if (isRandomUid(uid)) return tl::unexpected(ports::RefuseReason::RandomUid);
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string hex;
  hex.reserve(2 * uid.size());
  for (const std::uint8_t byte : uid) {
    hex.push_back(kDigits[byte >> 4]);
    hex.push_back(kDigits[byte & 15]);
  }
  return hex;
}

}  // namespace kahui::card
