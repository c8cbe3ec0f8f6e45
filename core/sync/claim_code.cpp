#include "core/sync/claim_code.hpp"

#include <charconv>

#include <fmt/format.h>

#include "core/base/check_digit.hpp"
#include "core/base/text.hpp"

namespace kahui::sync {

namespace {

constexpr std::size_t kTag = 5, kIncarnation = 2, kReceipt = 8, kSignature = 8;
constexpr std::size_t kClaimCodeDigits = kTag + kIncarnation + kReceipt + kSignature + 1;

// As many digits of a keyed hash; its first 60 bits, so that no digit is favoured.
std::string digitsOf(const ChainKey& key, const std::string& domain, std::string_view text, std::size_t count) {
  const std::string hash = keyedHash(key, domain, text);
  std::uint64_t number = 0;
  std::from_chars(hash.data(), hash.data() + 15, number, 16);
  std::uint64_t most = 1;
  for (std::size_t i = 0; i < count; ++i) most *= 10;
  return fmt::format("{:0{}}", number % most, count);
}

std::optional<std::uint64_t> numberOf(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string claimTag(const ChainKey& card_key, std::string_view terminal) {
  return digitsOf(card_key, "till", terminal, kTag);
}

std::string claimCode(const ChainKey& card_key, std::string_view terminal, std::string_view receipt_no) {
  const std::size_t last = receipt_no.rfind('-');
  const std::size_t before = last == std::string_view::npos || last == 0 ? last : receipt_no.rfind('-', last - 1);
  if (before == std::string_view::npos) return {};
  const auto incarnation = numberOf(receipt_no.substr(before + 1, last - before - 1));
  const auto number = numberOf(receipt_no.substr(last + 1));
  if (!incarnation || !number || *incarnation > 99 || *number >= 100'000'000) return {};
  std::string named(terminal);
  named += '|';
  named += receipt_no;
  std::string code = claimTag(card_key, terminal) + fmt::format("{:02}{:08}", *incarnation, *number) +
                     digitsOf(card_key, "claim", named, kSignature);
  code.push_back(*base::luhnCheckDigit(code));
  return code;
}

std::optional<ClaimName> parseClaimCode(std::string_view code) {
  if (code.size() != kClaimCodeDigits || !base::allDigits(code) || !base::validLuhn(code)) return std::nullopt;
  const auto incarnation = numberOf(code.substr(kTag, kIncarnation));
  const auto number = numberOf(code.substr(kTag + kIncarnation, kReceipt));
  if (!incarnation || !number) return std::nullopt;
  return ClaimName{std::string(code.substr(0, kTag)), fmt::format("-{}-{:06}", *incarnation, *number)};
}

}  // namespace kahui::sync
