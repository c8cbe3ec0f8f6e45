#include "drivers/card/member_code.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>

#include "core/base/check_digit.hpp"
#include "drivers/card/member_number.hpp"

namespace kahui::card {
namespace {

using ports::RefuseReason;

constexpr std::string_view kPrefix = "KHM1";
constexpr std::string_view kKeyLabel = "kahui member code 1:";
constexpr std::string_view kProofCharacters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kSlotDigits = 8;
constexpr std::size_t kProof = 10;
constexpr int kProofBits = 5;
constexpr std::int64_t kMaxSlot = 99'999'999;

using Mac = std::array<std::uint8_t, 32>;

Mac hmac(const CodeKey& key, std::string_view text) {
  Mac mac{};
  unsigned length = 0;
  const base::ByteView bytes = base::asBytes(text);
  const auto* done =
      HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes.data(), bytes.size(), mac.data(), &length);
  KAHUI_ASSERT(done != nullptr && length == mac.size());
  return mac;
}

std::string proofOf(const CodeKey& member_key, std::string_view signed_text) {
  const Mac mac = hmac(member_key, signed_text);
  std::string proof;
  unsigned bits = 0;
  int count = 0;
  for (auto byte = mac.begin(); proof.size() < kProof;) {
    if (count < kProofBits) {
      bits = (bits << 8U) | *byte++;
      count += 8;
    }
    count -= kProofBits;
    proof.push_back(kProofCharacters.at((bits >> static_cast<unsigned>(count)) & 31U));
  }
  return proof;
}

std::string slotText(std::int64_t slot) {
  KAHUI_ASSERT(slot >= 0 && slot <= kMaxSlot);
  const std::string digits = std::to_string(slot);
  return std::string(kSlotDigits - digits.size(), '0') + digits;
}

std::int64_t slotOf(std::string_view digits) {
  std::int64_t slot = 0;
  for (const char c : digits) slot = slot * 10 + (c - '0');
  return slot;
}

int valueOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
}

struct LiveParts {
  std::string_view signed_text, number, slot, proof;
};

// nullopt if the text has another form.
std::optional<LiveParts> splitLive(std::string_view text, const MemberNumberFormat& format) {
  if (format.length < 2 || !text.starts_with(kPrefix)) return std::nullopt;
  const std::size_t length = static_cast<std::size_t>(format.length);
  const std::size_t signed_length = kPrefix.size() + length + kSlotDigits;
  if (text.size() != signed_length + kProof + 1) return std::nullopt;
  const LiveParts parts{text.substr(0, signed_length), text.substr(kPrefix.size(), length),
                        text.substr(kPrefix.size() + length, kSlotDigits), text.substr(signed_length, kProof)};
  return base::allDigits(parts.slot) ? std::optional(parts) : std::nullopt;
}

tl::expected<std::string, RefuseReason> judgeNumber(std::string_view text, const MemberNumberFormat& format) {
  switch (matchMemberNumber(text, format)) {
    case NumberMatch::Ours: return std::string(text);
    case NumberMatch::WrongCheckDigit: return tl::unexpected(RefuseReason::Unreadable);
    case NumberMatch::NotOurs: break;
  }
  return tl::unexpected(RefuseReason::NotOurs);
}

// In constant time: a till that answers sooner the more is right would help to guess.
bool proves(const CodeKey& shop_key, const LiveParts& parts) {
  CodeKey member_key = memberCodeKey(shop_key, parts.number);
  const std::string proof = proofOf(member_key, parts.signed_text);
  OPENSSL_cleanse(member_key.data(), member_key.size());
  return CRYPTO_memcmp(proof.data(), parts.proof.data(), kProof) == 0;
}

}  // namespace

CodeKey memberCodeKey(const CodeKey& shop_key, std::string_view number) {
  return hmac(shop_key, std::string(kKeyLabel) + std::string(number));
}

std::string makeMemberCode(const CodeKey& member_key, std::string_view number, std::int64_t slot) {
  std::string code = std::string(kPrefix) + std::string(number) + slotText(slot);
  code += proofOf(member_key, code);
  const auto check = checkCharacter(code);
  KAHUI_ASSERT(check.has_value());
  return code + *check;
}

std::optional<char> checkCharacter(std::string_view text) {
  constexpr int kModulus = 36;
  int product = kModulus;
  for (const char c : text) {
    const int value = valueOf(c);
    if (value < 0) return std::nullopt;
    int sum = (product + value) % kModulus;
    if (sum == 0) sum = kModulus;
    product = sum * 2 % (kModulus + 1);
  }
  const int check = (kModulus + 1 - product) % kModulus;
  return static_cast<char>(check < 10 ? '0' + check : 'A' + check - 10);
}

tl::expected<MemberCode, RefuseReason> MemberCodes::judge(std::string_view text, const ShopKeys& keys,
                                                          std::int64_t now_s) {
  const auto parts = splitLive(text, keys.numbers);
  if (!parts) {
    auto number = judgeNumber(text, keys.numbers);
    if (!number) return tl::unexpected(number.error());
    return MemberCode{*std::move(number), false};
  }
  if (checkCharacter(text.substr(0, text.size() - 1)) != text.back()) return tl::unexpected(RefuseReason::Unreadable);
  auto number = judgeNumber(parts->number, keys.numbers);
  if (!number) return tl::unexpected(number.error());
  if (!keys.code) return tl::unexpected(RefuseReason::NotOurs);
  // The proof before the time: who has no key learns nothing of this till's clock.
  if (!proves(*keys.code, *parts)) return tl::unexpected(RefuseReason::BadMac);
  const std::int64_t slot = slotOf(parts->slot);
  const std::int64_t slot_now = now_s / kCodeSlot_s;
  if (slot < slot_now - kCodeSkew_slots || slot > slot_now + kCodeSkew_slots)
    return tl::unexpected(RefuseReason::Expired);
  if (!m_used->isFirstUse(*number, slot, slot_now - kCodeSkew_slots)) return tl::unexpected(RefuseReason::Replay);
  return MemberCode{*std::move(number), true};
}

bool MemoryUsedCodes::isFirstUse(std::string_view number, std::int64_t slot, std::int64_t oldest_slot) {
  const std::lock_guard lock(m_mutex);
  std::erase_if(m_used, [=](const Used& used) { return used.slot < oldest_slot; });
  const bool used = std::any_of(m_used.begin(), m_used.end(),
                                [=](const Used& one) { return one.number == number && one.slot == slot; });
  if (used || m_used.size() >= kMaxUsed) return false;
  m_used.push_back({std::string(number), slot});
  return true;
}

}  // namespace kahui::card
