// Payloads of the member desk: what is corrected, shown, given and taken there (rulebook N8 to N12, I7, L3). Points
// whole, money in fen. Values of a person stand in them sealed or masked only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/journal/sale_event.hpp"

namespace kahui::journal {

inline constexpr std::string_view kTermsField = "terms";  // before, after: versions of the text (S000-10)

struct MemberCorrected {
  struct Change {
    std::string field;          // name, phone, birthday, company, tax_no, contact, marketing, terms
    std::string before, after;  // masked; a birthday as its kind and nothing else
    bool operator==(const Change&) const = default;
  };
  std::int64_t member = 0;
  std::vector<Change> changes;
  std::string operator_code, approver;
  std::string sealed;                           // the profile as it is now, base64; empty: it stayed
  std::string phone_key, tail4_key, tail6_key;  // of a new telephone number, else empty
  std::optional<bool> marketing{};              // L4
  std::optional<bool> company{};                // S001-102
  bool operator==(const MemberCorrected&) const = default;
};

struct MemberRevealed {  // S001-111: somebody saw it in clear
  std::int64_t member = 0;
  std::string operator_code, approver;
  bool operator==(const MemberRevealed&) const = default;
};

inline constexpr std::string_view kJoinGift = "JOIN_GIFT";  // of points and of a coupon

struct PointsGranted {  // S000-38
  std::int64_t member = 0;
  base::Points points{};  // > 0, NONCASH, no lifetime points
  std::optional<base::BusinessDate> expires{};
  std::string why;  // JOIN_GIFT, SURVEY, SIGNIN; ACTIVITY: by hand
  std::string operator_code;
  std::string text{}, approver{};  // ACTIVITY: for what, in words; who signed beside
  bool operator==(const PointsGranted&) const = default;
};

struct PointsClaimed {  // a forgotten card: the envelope's cause is the sale's id
  std::int64_t member = 0;
  std::string receipt_no;
  base::Points points{};  // earned as on the day of the sale; lifetime points too
  std::string tier;       // that they were earned at
  int multiplier_pct = 100;
  std::optional<base::BusinessDate> expires{};
  std::string operator_code;
  std::string attempt{};  // that headquarters allowed; empty: it was not asked
  bool away = false;      // the bill is another till's
  bool operator==(const PointsClaimed&) const = default;
};

struct ClaimReversed {  // goods of a claimed bill came back
  std::int64_t member = 0;
  std::string receipt_no;
  base::Points points{};  // > 0, leaves the lifetime points too
  std::vector<LotPart> lots;
  bool operator==(const ClaimReversed&) const = default;
};

struct PointsTransferred {  // N11
  std::int64_t from = 0, to = 0;
  std::vector<LotPart> lots;  // of the sender; the receiver's keep the ends
  bool keeps_class = false;   // else they become NONCASH
  std::string operator_code, approver;
  bool operator==(const PointsTransferred&) const = default;
};

struct PointsCashed {  // N10
  std::int64_t member = 0;
  base::Points points{};
  base::Money paid{};  // out of the drawer
  std::vector<LotPart> lots;
  std::int64_t shift = 0;
  std::string operator_code, approver;
  bool operator==(const PointsCashed&) const = default;
};

struct PointsExchanged {  // N8, N9
  struct Item {
    std::string code, name;
    int quantity = 1;
    base::Points points{};  // a piece
    bool operator==(const Item&) const = default;
  };
  std::int64_t member = 0;
  std::string kind;         // CATALOGUE; QUARTER: coupons, issued beside it
  std::vector<Item> items;  // CATALOGUE
  std::vector<LotPart> lots;
  std::string operator_code;
  bool operator==(const PointsExchanged&) const = default;
};

struct ExchangeCancelled {  // N9; the envelope's cause is the exchange's id
  std::int64_t member = 0;
  std::vector<LotPart> lots;  // come back with the ends they had
  std::string operator_code, approver;
  bool operator==(const ExchangeCancelled&) const = default;
};

struct PointsFrozen {  // N12
  std::int64_t member = 0;
  bool release = false;
  bool account = false;   // the whole account; else `points`
  base::Points points{};  // >= 0
  std::string reason, text;
  std::string operator_code, approver;
  bool operator==(const PointsFrozen&) const = default;
};

struct PointsVoided {  // N12: frozen points that are gone for good
  std::int64_t member = 0;
  std::vector<LotPart> lots;
  std::string reason, text;
  std::string operator_code, approver;
  bool operator==(const PointsVoided&) const = default;
};

}  // namespace kahui::journal
