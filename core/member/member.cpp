#include "core/member/member.hpp"

#include "core/base/check_digit.hpp"
#include "core/base/result.hpp"

namespace kahui::member {

std::optional<MemberNo> MemberNo::parse(std::string_view digits) {
  if (digits.size() < 6 || digits.size() > 18 || digits.front() == '0' || !base::validLuhn(digits)) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return MemberNo(value);
}

MemberNo MemberNo::fromBody(std::int64_t body) {
  const auto digit = base::luhnCheckDigit(std::to_string(body));
  KAHUI_ASSERT(digit && body > 0);
  return MemberNo(body * 10 + (*digit - '0'));
}

std::string MemberNo::masked() const {
  std::string digits = text();
  if (digits.size() > 4) digits.replace(0, digits.size() - 4, digits.size() - 4, '*');
  return digits;
}

std::string_view name(MemberStatus status) {
  switch (status) {
    case MemberStatus::Active: return "ACTIVE";
    case MemberStatus::Frozen: return "FROZEN";
    case MemberStatus::Lost: return "LOST";
    case MemberStatus::Cancelled: return "CANCELLED";
    case MemberStatus::Pending: return "PENDING";
    case MemberStatus::Refused: return "REFUSED";
  }
  return "";
}

std::string_view name(CardStatus status) {
  switch (status) {
    case CardStatus::Active: return "ACTIVE";
    case CardStatus::Lost: return "LOST";
    case CardStatus::Replaced: return "REPLACED";
    case CardStatus::Cancelled: return "CANCELLED";
    case CardStatus::Blocked: return "BLOCKED";
  }
  return "";
}

std::string_view name(CredentialKind kind) {
  switch (kind) {
    case CredentialKind::Uid: return "uid";
    case CredentialKind::Track2: return "track2";
    case CredentialKind::Code: return "code";
  }
  return "";
}

std::string_view name(PointsClass points_class) {
  return points_class == PointsClass::NonCash ? "NONCASH" : "CASHABLE";
}

namespace {

template <class Enum>
std::optional<Enum> parseName(std::string_view text, std::initializer_list<Enum> all) {
  for (const Enum value : all) {
    if (name(value) == text) return value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<MemberStatus> parseMemberStatus(std::string_view text) {
  return parseName(text, {MemberStatus::Active, MemberStatus::Frozen, MemberStatus::Lost, MemberStatus::Cancelled,
                          MemberStatus::Pending, MemberStatus::Refused});
}

std::optional<CardStatus> parseCardStatus(std::string_view text) {
  return parseName(
      text, {CardStatus::Active, CardStatus::Lost, CardStatus::Replaced, CardStatus::Cancelled, CardStatus::Blocked});
}

std::optional<CredentialKind> parseCredentialKind(std::string_view text) {
  return parseName(text, {CredentialKind::Uid, CredentialKind::Track2, CredentialKind::Code});
}

std::string_view name(DateKind kind) {
  switch (kind) {
    case DateKind::Wedding: return "wedding";
    case DateKind::Child: return "child";
  }
  return {};
}

std::optional<DateKind> parseDateKind(std::string_view text) {
  return parseName(text, {DateKind::Wedding, DateKind::Child});
}

}  // namespace kahui::member
