#include <set>

#include "core/base/text.hpp"
#include "core/member/birthday.hpp"
#include "core/member/phone.hpp"
#include "core/member/tax_number.hpp"
#include "core/store/csv_table.hpp"
#include "core/store/import.hpp"

namespace kahui::store {

namespace {

const std::vector<std::string> kImportMembersColumns{"member_no", "name",     "phone",  "birthday",  "tier",
                                                     "points",    "lifetime", "card",   "card_kind", "joined",
                                                     "company",   "tax_no",   "contact"};

// "03-12", lunar "L08-15", lunar in a leap month "L+06-15"; each may have the year of birth before it: "1985-03-12".
std::optional<member::Birthday> parseBirthday(std::string_view text) {
  member::Birthday birthday;
  if (text.starts_with('L')) {
    birthday.calendar = member::BirthdayCalendar::Lunar;
    text.remove_prefix(1);
    birthday.leap_month = text.starts_with('+');
    if (birthday.leap_month) text.remove_prefix(1);
  }
  constexpr std::size_t kYear = 5;  // 1985-
  if (text.size() == 2 * kYear && text[kYear - 1] == '-') {
    const auto year = wholeNumber(text.substr(0, kYear - 1), 1900, 2100);
    if (!year) return std::nullopt;
    birthday.year = static_cast<int>(*year);
    text.remove_prefix(kYear);
  }
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = wholeNumber(text.substr(0, 2), 1, 12);
  const auto day = wholeNumber(text.substr(3), 1, 31);
  if (!month || !day) return std::nullopt;
  birthday.month = static_cast<unsigned>(*month);
  birthday.day = static_cast<unsigned>(*day);
  return member::plausible(birthday) ? std::optional(birthday) : std::nullopt;
}

// S001-102: `company` is 1, true or yes; a tax number says it, too.
base::Status readCompany(std::string_view company, std::string_view tax_no, std::string_view contact,
                         ports::MemberToJoin& member) {
  const auto bad = [](const char* reason) { return base::fail(base::ErrorCode::BadInput, reason); };
  const bool said = company == "1" || company == "true" || company == "yes";
  if (!said && !company.empty() && company != "0" && company != "false" && company != "no")
    return bad("company: 1 or 0 is expected");
  member.company = said || !tax_no.empty();
  if (!member.company && !contact.empty()) return bad("contact: companies alone have one");
  if (member.company && member.profile.name.empty()) return bad("name: a company has one");
  if (!tax_no.empty()) {
    const auto number = member::parseTaxNumber(tax_no);
    if (!number) return bad("tax_no: 18 characters with a right check character, or the older 15, are expected");
    member.profile.tax_no = *number;
  }
  if (contact.size() > 100 || !base::isCleanUtf8(contact)) return bad("contact: at most 100 bytes of UTF-8");
  member.profile.contact = contact;
  return {};
}

base::Result<ports::MemberToJoin> readMember(const CsvTable& table, const base::CsvRow& row,
                                             const MemberImport& options) {
  const auto bad = [](const char* reason) { return base::fail(base::ErrorCode::BadInput, reason); };
  const auto cell = [&](const char* column) { return table.cell(row, column); };
  ports::MemberToJoin member;
  member.source = "import";
  member.consent = "imported";
  member.tier = cell("tier").empty() ? options.tiers.front() : std::string(cell("tier"));
  if (std::find(options.tiers.begin(), options.tiers.end(), member.tier) == options.tiers.end())
    return bad("tier: not a tier of the rule pack");
  member.profile.name = cell("name");
  if (member.profile.name.size() > 100 || !base::isCleanUtf8(member.profile.name))
    return bad("name: at most 100 bytes of UTF-8");
  if (const auto phone = cell("phone"); !phone.empty()) {
    const auto normalized = member::normalizePhone(phone);
    if (!normalized) return bad("phone: 11 digits beginning with 13 to 19 are expected");
    member.profile.phone = *normalized;
  }
  if (const auto card = cell("card"); !card.empty()) {
    const auto kind = member::parseCredentialKind(cell("card_kind").empty() ? "uid" : cell("card_kind"));
    if (!kind) return bad("card_kind: uid, track2 or code is expected");
    if (card.size() > 64 || !base::isCleanUtf8(card)) return bad("card: at most 64 characters");
    member.profile.cards.push_back({*kind, std::string(card)});
  }
  if (member.profile.phone.empty() && member.profile.cards.empty()) return bad("phone or card: one of them is needed");
  if (const auto birthday = cell("birthday"); !birthday.empty()) {
    member.profile.birthday = parseBirthday(birthday);
    if (!member.profile.birthday) return bad("birthday: MM-DD or, lunar, LMM-DD is expected");
  }
  KAHUI_TRY(readCompany(cell("company"), cell("tax_no"), cell("contact"), member));
  const auto points = wholeNumber(cell("points").empty() ? "0" : cell("points"), 0, base::kMaxPoints.value());
  const auto lifetime = wholeNumber(cell("lifetime").empty() ? "0" : cell("lifetime"), 0, base::kMaxPoints.value());
  if (!points || !lifetime) return bad("points, lifetime: whole numbers from 0 are expected");
  member.opening = base::Points(*points);
  member.lifetime = base::Points(*lifetime);
  member.opening_expires = options.points_expire;
  const auto joined = base::BusinessDate::parse(cell("joined"));
  if (!cell("joined").empty() && (!joined || *joined > options.day))
    return bad("joined: a date YYYY-MM-DD, not in the future, is expected");
  member.joined = joined.value_or(options.day);
  if (const auto no = cell("member_no"); !no.empty()) {
    const auto number = member::MemberNo::parse(no);
    if (!number) return bad("member_no: 6 to 18 digits with a Luhn check digit are expected");
    member.no = *number;
  }
  return member;
}

// What the file itself gives twice; what the store holds already is found at joining.
class Seen {
 public:
  const char* clash(const ports::MemberToJoin& member) {
    if (member.no.value() != 0 && !m_numbers.insert(member.no.value()).second) return "member_no: twice in this file";
    if (!member.profile.phone.empty() && !m_phones.insert(member.profile.phone).second)
      return "phone: twice in this file";
    for (const member::Credential& card : member.profile.cards) {
      if (!m_cards.insert(std::string(name(card.kind)) + card.value).second) return "card: twice in this file";
    }
    return nullptr;
  }

 private:
  std::set<std::int64_t> m_numbers;
  std::set<std::string> m_phones;
  std::set<std::string> m_cards;
};

}  // namespace

base::Result<MemberRows> readMembers(std::string_view csv, const MemberImport& options) {
  const auto table = CsvTable::parse(csv, kImportMembersColumns, {});
  if (!table) return tl::unexpected(table.error());
  MemberRows rows;
  Seen seen;
  for (const base::CsvRow& row : table->rows()) {
    ++rows.report.rows;
    auto member = readMember(*table, row, options);
    if (member) {
      if (const char* clash = seen.clash(*member); clash != nullptr)
        member = base::fail(base::ErrorCode::BadInput, clash);
    }
    if (!member) {
      rows.report.bad.push_back({row.line, member.error().detail});
      continue;
    }
    rows.good.push_back(std::move(*member));
    rows.lines.push_back(row.line);
  }
  return rows;
}

base::Result<ImportReport> importMembers(SqliteStore& store, std::string_view csv, const MemberImport& options) {
  auto rows = readMembers(csv, options);
  if (!rows) return tl::unexpected(rows.error());
  auto& [good, lines, report] = *rows;
  constexpr std::size_t kBatch = 500;
  for (std::size_t at = 0; at < good.size(); at += kBatch) {
    const auto batch = std::span(good).subspan(at, std::min(kBatch, good.size() - at));
    std::vector<ports::Store::JoinError> errors;
    const auto joined =
        options.dry_run ? store.checkMembers(batch, errors) : store.joinMembers(batch, options.at, options.day, errors);
    if (!joined) return tl::unexpected(joined.error());
    for (const auto& error : errors) report.bad.push_back({lines[at + error.row], error.error.detail});
    report.imported += batch.size() - errors.size();
  }
  std::sort(report.bad.begin(), report.bad.end(), [](const BadRow& a, const BadRow& b) { return a.line < b.line; });
  return report;
}

}  // namespace kahui::store
