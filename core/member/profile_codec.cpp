#include "core/member/profile_codec.hpp"

namespace kahui::member {

namespace {

constexpr std::size_t kMaxField = 255;
constexpr int kPage = 100;  // a year of birth is two bytes: 19, 85

void put(std::string& out, char tag, std::string_view value) {
  if (value.empty()) return;
  KAHUI_ASSERT(value.size() <= kMaxField);
  out.push_back(tag);
  out.push_back(static_cast<char>(value.size()));
  out += value;
}

constexpr std::size_t kPacked = 3;  // bytes of a day to remember
constexpr std::size_t kYear = 2;    // of a year of birth, where it was told

std::string pack(const Birthday& birthday) {
  const bool lunar = birthday.calendar == BirthdayCalendar::Lunar;
  std::string packed{static_cast<char>((lunar ? 1 : 0) + (birthday.leap_month ? 2 : 0)),
                     static_cast<char>(birthday.month), static_cast<char>(birthday.day)};
  if (birthday.year != 0) {
    packed.push_back(static_cast<char>(birthday.year / kPage));
    packed.push_back(static_cast<char>(birthday.year % kPage));
  }
  return packed;
}

Birthday unpack(std::string_view value) {
  Birthday day{(value[0] & 1) != 0 ? BirthdayCalendar::Lunar : BirthdayCalendar::Solar,
               static_cast<unsigned char>(value[1]), static_cast<unsigned char>(value[2]), (value[0] & 2) != 0};
  if (value.size() == kPacked + kYear)
    day.year = static_cast<unsigned char>(value[3]) * kPage + static_cast<unsigned char>(value[4]);
  return day;
}

char cardTag(CredentialKind kind) {
  switch (kind) {
    case CredentialKind::Uid: return 'U';
    case CredentialKind::Track2: return 'T';
    case CredentialKind::Code: return 'C';
  }
  return 'U';
}

}  // namespace

std::string encodeProfile(const Profile& profile) {
  std::string out;
  put(out, 'n', profile.name);
  put(out, 'p', profile.phone);
  if (profile.birthday) put(out, 'b', pack(*profile.birthday));
  for (const KeptDate& kept : profile.dates)
    put(out, 'd', pack(kept.date).substr(0, kPacked) + static_cast<char>(kept.kind));
  for (const Credential& card : profile.cards) put(out, cardTag(card.kind), card.value);
  put(out, 'x', profile.tax_no);
  put(out, 'k', profile.contact);
  return out;
}

base::Result<Profile> decodeProfile(std::string_view plain) {
  Profile profile;
  const auto corrupt = [] { return base::fail(base::ErrorCode::StoreCorrupt, "sealed profile has a bad form"); };
  for (std::size_t at = 0; at < plain.size();) {
    if (at + 2 > plain.size()) return corrupt();
    const char tag = plain[at];
    const auto length = static_cast<std::size_t>(static_cast<unsigned char>(plain[at + 1]));
    if (at + 2 + length > plain.size()) return corrupt();
    const std::string_view value = plain.substr(at + 2, length);
    at += 2 + length;
    switch (tag) {
      case 'n': profile.name = value; break;
      case 'p': profile.phone = value; break;
      case 'x': profile.tax_no = value; break;
      case 'k': profile.contact = value; break;
      case 'b':
        if (length != kPacked && length != kPacked + kYear) return corrupt();
        profile.birthday = unpack(value);
        break;
      case 'd':
        if (length != kPacked + 1 || value.back() > static_cast<char>(DateKind::Child)) return corrupt();
        profile.dates.push_back({static_cast<DateKind>(value.back()), unpack(value.substr(0, kPacked))});
        break;
      case 'U': profile.cards.push_back({CredentialKind::Uid, std::string(value)}); break;
      case 'T': profile.cards.push_back({CredentialKind::Track2, std::string(value)}); break;
      case 'C': profile.cards.push_back({CredentialKind::Code, std::string(value)}); break;
      default: return corrupt();
    }
  }
  return profile;
}

}  // namespace kahui::member
