// A bill that waits (rulebook section 14, 挂单), and its text for the till's own file and for the way to another till.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.hpp"
#include "core/base/numbers.hpp"
#include "core/member/member.hpp"
#include "core/ports/card_reader.hpp"

namespace kahui::ports {

// A bill that waits (挂单). What it costs is computed again when it comes back.
struct HeldLine {
  std::string sku;
  base::Quantity quantity{};
  std::optional<base::Money> override_price{};
  std::optional<base::Money> amount{};
  std::string offer{};
  std::string count_card{};
  std::string gift{};  // code in the points catalogue (S003-94)
};
struct HeldWish {  // what was asked for on top of the goods; the member's PIN is not kept
  base::Points points{};
  bool points_max = false;
  std::vector<std::string> coupons{};  // serials
  std::optional<base::Rate> rate{};    // off the whole bill, or
  std::optional<base::Money> minus{};
  std::string approver{};    // who signed for what was lowered by hand
  std::string credential{};  // how the member was known, and what the card proved
  Trust trust = Trust::Claim;
  bool operator==(const HeldWish&) const = default;
};
struct HeldBill {
  base::Id id;
  std::int64_t at_ms = 0;  // UTC
  std::string operator_code;
  std::string note;         // may name a person: sealed in the file, in no event
  member::MemberNo member;  // 0: none
  base::Money total{};      // as it was held
  std::vector<HeldLine> lines;
  HeldWish wish{};
  std::string delivery{};  // where it goes (S002-23); personal, kept as the note is
  bool offered = false;    // headquarters may show it to the store's other tills
};

// Goods and wish as JSON; the rest of the bill stands beside it.
std::string heldContent(const HeldBill& bill);
// False: it cannot be read.
bool readHeldContent(std::string_view text, HeldBill& bill);

}  // namespace kahui::ports
