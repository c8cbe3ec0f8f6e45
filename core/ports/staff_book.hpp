// People of a store, as the store keeps them: roles and rights, PINs, badges. A part of Store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/check_digit.hpp"
#include "core/base/result.hpp"
#include "core/member/member.hpp"

namespace kahui::ports {

enum class StaffRole { Cashier, Leader, Manager };
// As the journal and the command line name them, in the order of StaffRole.
inline constexpr const char* kRoleNames[] = {"cashier", "leader", "manager"};

struct Staff {
  std::string code;
  std::string name;
  StaffRole role{};
  std::string pin_hash;                          // Argon2id over an HMAC with a device secret; made by the store
  int wrong_pins = 0;                            // in a row
  std::int64_t locked_until_ms = 0;              // UTC; 0: not locked
  std::vector<std::string> granted{}, denied{};  // single rights beside the role, by till::name(Right)
};

// The form that every PIN has: 4 to 12 digits.
[[nodiscard]] inline bool usablePin(std::string_view pin) {
  constexpr std::size_t kShortest = 4, kLongest = 12;
  return pin.size() >= kShortest && pin.size() <= kLongest && base::allDigits(pin);
}

class StaffBook {
 public:
  virtual ~StaffBook() = default;
  virtual base::Result<std::optional<Staff>> staffByCode(std::string_view code) = 0;
  // All of them, by code.
  virtual base::Result<std::vector<Staff>> staffList() = 0;
  // Counts wrong PINs and locks after too many; the counter is durable. WrongPin (detail: tries left), PinLocked
  // (detail: seconds).
  virtual base::Status verifyPin(const Staff& staff, std::string_view pin, std::int64_t now_ms) = 0;
  // Somebody new, or somebody changed: name, role and rights as given, the PIN only where one is given (4 to 12
  // digits, else BadInput). `note` goes into the journal in the same act, signed by `by`.
  virtual base::Status changeStaff(const Staff& staff, const std::optional<std::string>& pin, const std::string& by,
                                   const std::string& note) = 0;
  // The card that signs somebody in; nullopt: it is nobody's badge.
  virtual base::Result<std::optional<Staff>> staffByBadge(const member::Credential& card) = 0;
  virtual base::Result<bool> hasBadge(std::string_view code) = 0;
  // One badge a person; nullopt takes it away. CardTaken: it is a member's card, or somebody else's badge. A note in
  // the journal in the same act, which does not hold the card.
  virtual base::Status setBadge(const std::string& code, const std::optional<member::Credential>& card,
                                const std::string& by) = 0;
};

}  // namespace kahui::ports
