// A member as the store keeps one, and a card as evidence of one (rulebook section 2).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/numbers.hpp"
#include "core/member/birthday.hpp"

namespace kahui::member {

// Rulebook I1: numeric with a Luhn check digit. Held as a number, shown as text.
class MemberNo {
 public:
  constexpr MemberNo() = default;
  constexpr explicit MemberNo(std::int64_t value) : m_value(value) {}
  static std::optional<MemberNo> parse(std::string_view digits);  // 6 .. 18 digits, right check digit
  static MemberNo fromBody(std::int64_t body);  // appends the check digit; body > 0, at most 17 digits

  [[nodiscard]] constexpr std::int64_t value() const { return m_value; }
  [[nodiscard]] std::string text() const { return std::to_string(m_value); }
  [[nodiscard]] std::string masked() const;  // all but the last four digits
  constexpr auto operator<=>(const MemberNo&) const = default;

 private:
  std::int64_t m_value = 0;
};

// I3. Pending, Refused: an application, where the programme judges them (S001-104); stored as numbers.
enum class MemberStatus { Active, Frozen, Lost, Cancelled, Pending, Refused };
enum class CardStatus { Active, Lost, Replaced, Cancelled, Blocked };  // I2
enum class CredentialKind { Uid, Track2, Code };                       // what the card shows

// A member's bills on one day from which on somebody asks whose card it is (pains.md, "Anti-abuse at the till").
inline constexpr int kBusyCardBills = 5;

enum class PointsClass { NonCash, Cashable };  // N5

std::string_view name(MemberStatus status);  // ACTIVE …
std::string_view name(CardStatus status);
std::string_view name(CredentialKind kind);  // uid, track2, code
std::string_view name(PointsClass points_class);
std::optional<MemberStatus> parseMemberStatus(std::string_view text);
std::optional<CardStatus> parseCardStatus(std::string_view text);
std::optional<CredentialKind> parseCredentialKind(std::string_view text);

struct Credential {
  CredentialKind kind{};
  std::string value;  // UID as upper-case hex; member number of stripe or code as digits
  bool operator==(const Credential&) const = default;
};

// Days that a member keeps beside the birthday (S003-02).
enum class DateKind { Wedding, Child };
std::string_view name(DateKind kind);  // wedding, child
std::optional<DateKind> parseDateKind(std::string_view text);
inline constexpr std::size_t kMostDates = 2;

struct KeptDate {
  DateKind kind{};
  Birthday date;
  bool operator==(const KeptDate&) const = default;
};

// What identifies a person: sealed in the store, never in a log, masked on screens.
struct Profile {
  std::string name;
  std::string phone;  // normalised, may be empty
  std::optional<Birthday> birthday{};
  std::vector<Credential> cards;
  std::vector<KeptDate> dates{};  // at most kMostDates
  std::string tax_no{};           // S001-102, of a company: as tax_number.hpp gives it
  std::string contact{};          // of a company: who speaks for it
  bool operator==(const Profile&) const = default;
};

struct Member {
  MemberNo no;
  base::Id id;
  MemberStatus status = MemberStatus::Active;
  std::string tier;  // code of the rule pack
  base::BusinessDate tier_since;
  base::Points noncash{};  // may be below 0: a debt (N6)
  base::Points cashable{};
  base::Points frozen{};
  base::Points lifetime{};       // T3
  std::string demoted_from;      // T5, empty: not demoted
  base::Money since_demotion{};  // T6
  base::BusinessDate joined;
  std::optional<base::BusinessDate> last_purchase{};
  Profile profile;
  std::string group{};  // S001-40: code of the rule pack, empty: none
  // S001-96: the tier was given by hand, and its last day; none: until somebody ends it.
  bool tier_by_hand = false;
  std::optional<base::BusinessDate> tier_until{};

  [[nodiscard]] base::Points points() const { return noncash + cashable; }
};

}  // namespace kahui::member
