#include "drivers/card/stripe/bank_card.hpp"

#include <algorithm>
#include <array>

#include "core/base/check_digit.hpp"

namespace kahui::card {
namespace {

struct IssuerRange {
  int first, last;  // of the leading digits, both as long as `digits`
  int digits;
  std::size_t shortest, longest;
  bool luhn;
};

constexpr std::array kRanges = {
    IssuerRange{4, 4, 1, 13, 19, true},           // Visa (13, 16, 19)
    IssuerRange{51, 55, 2, 16, 16, true},         // Mastercard
    IssuerRange{2221, 2720, 4, 16, 16, true},     // Mastercard
    IssuerRange{34, 34, 2, 15, 15, true},         // American Express
    IssuerRange{37, 37, 2, 15, 15, true},         // American Express
    IssuerRange{62, 62, 2, 16, 19, false},        // UnionPay
    IssuerRange{9558, 9558, 4, 16, 19, false},    // ICBC debit
    IssuerRange{95599, 95599, 5, 16, 19, false},  // ABC debit
    IssuerRange{3528, 3589, 4, 16, 19, true},     // JCB
    IssuerRange{300, 305, 3, 14, 19, true},       // Diners Club
    IssuerRange{36, 36, 2, 14, 19, true},         // Diners Club
    IssuerRange{38, 39, 2, 14, 19, true},         // Diners Club
    IssuerRange{6011, 6011, 4, 16, 19, true},     // Discover
    IssuerRange{644, 649, 3, 16, 19, true},       // Discover
    IssuerRange{65, 65, 2, 16, 19, true},         // Discover
    IssuerRange{50, 50, 2, 12, 19, true},         // Maestro
    IssuerRange{56, 69, 2, 12, 19, true},         // Maestro
};

constexpr std::size_t kShortest = 12;
constexpr std::size_t kLongest = 19;

const IssuerRange* rangeOf(std::string_view number) {
  if (number.size() < kShortest || number.size() > kLongest || !base::allDigits(number)) return nullptr;
  const auto found = std::find_if(kRanges.begin(), kRanges.end(), [&](const IssuerRange& range) {
    int head = 0;
    for (const char c : number.substr(0, static_cast<std::size_t>(range.digits))) head = head * 10 + (c - '0');
    return head >= range.first && head <= range.last && number.size() >= range.shortest &&
           number.size() <= range.longest;
  });
  return found == kRanges.end() ? nullptr : &*found;
}

std::string_view leadingDigits(std::string_view text) {
  const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// `data` from where a number would begin. Of a damaged track the length of the number is worth nothing.
bool beginsLikeBank(std::string_view data, bool good) {
  const std::string_view number = leadingDigits(data);
  if (number.size() < kShortest || number.size() > kLongest) return false;
  if (!good) return isIssuerNumber(number);
  return isBankNumber(number) || isBankTail(data.substr(number.size()));
}

}  // namespace

bool isIssuerNumber(std::string_view digits) { return rangeOf(digits) != nullptr; }

bool isBankNumber(std::string_view digits) {
  const IssuerRange* range = rangeOf(digits);
  return range != nullptr && (!range->luhn || base::validLuhn(digits));
}

bool isBankTail(std::string_view data) {
  constexpr std::size_t kExpiryAndService = 7;
  if (!data.starts_with('=')) return false;
  const std::string_view digits = leadingDigits(data.substr(1));
  if (digits.size() < kExpiryAndService) return false;
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  return month >= 1 && month <= 12;
}

bool looksLikeBankCard(int track_no, const Track& track) {
  const std::string_view data = track.data.view();
  const bool good = track.state == TrackState::Good;
  if (data.size() < 2) return false;
  if (track_no == 1) {
    const bool format_letter = data[0] >= 'A' && data[0] <= 'Z';
    if (data[0] == 'B' && data[1] >= '0' && data[1] <= '9') return true;
    return beginsLikeBank(data.substr(format_letter ? 1 : 0), good);
  }
  return beginsLikeBank(data, good) || (track_no == 3 && beginsLikeBank(data.substr(2), good));
}

}  // namespace kahui::card
