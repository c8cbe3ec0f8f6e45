#include "app/ctl/command.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/local/data_folder.hpp"
#include "app/local/demo_clock.hpp"
#include "app/local/error_text.hpp"

namespace kahui::ctl {

int exitCodeOf(base::ErrorCode code) {
  using base::ErrorCode;
  switch (code) {
    case ErrorCode::BadInput:
    case ErrorCode::OutOfRange:
    case ErrorCode::UnknownKey: return kWrongUse;
    case ErrorCode::StoreMissing:
    case ErrorCode::StoreExists:
    case ErrorCode::StoreLocked:
    case ErrorCode::StoreNewer:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreFull:
    case ErrorCode::StoreIo:
    case ErrorCode::StoreKey:
    case ErrorCode::RulesMissing:
    case ErrorCode::ServiceDown:
    case ErrorCode::PeerFailed:
    case ErrorCode::PeerUntrusted:
    case ErrorCode::NotEnrolled: return kUnusable;
    case ErrorCode::UnknownProduct:
    case ErrorCode::ProductNotForSale:
    case ErrorCode::UnknownCard:
    case ErrorCode::UnknownMember:
    case ErrorCode::CardBlocked:
    case ErrorCode::CardLost:
    case ErrorCode::CardReplaced:
    case ErrorCode::CardCancelled:
    case ErrorCode::PhoneTaken:
    case ErrorCode::CardTaken:
    case ErrorCode::CardRandomUid:
    case ErrorCode::MemberFrozen:
    case ErrorCode::MemberPending:
    case ErrorCode::MemberRefused:
    case ErrorCode::BadPhone:
    case ErrorCode::AmbiguousMember:
    case ErrorCode::UnknownOperator:
    case ErrorCode::WrongPin:
    case ErrorCode::PinLocked:
    case ErrorCode::NotSignedIn:
    case ErrorCode::NoRight:
    case ErrorCode::EmptyBasket:
    case ErrorCode::BasketFull:
    case ErrorCode::UnknownLine:
    case ErrorCode::ShortCash:
    case ErrorCode::WrongTender:
    case ErrorCode::RuleRejected:
    case ErrorCode::UnknownCoupon:
    case ErrorCode::CouponNotUsable:
    case ErrorCode::RefConflict:
    case ErrorCode::UnknownReceipt:
    case ErrorCode::WrongState:
    case ErrorCode::DeviceGone:
    case ErrorCode::DeviceBusy:
    case ErrorCode::DeviceFault:
    case ErrorCode::PeerRefused: return kNo;
  }
  return kNo;
}

int report(const base::Error& error, bool json) {
  const std::string text = local::errorText(error);
  if (json) {
    const nlohmann::ordered_json out = {
        {"error", {{"code", std::string(base::codeName(error.code))}, {"message", text}}}};
    std::fprintf(stderr, "%s\n", out.dump().c_str());
  } else {
    std::fprintf(stderr, "kahuictl: %s\n", text.c_str());
  }
  return exitCodeOf(error.code);
}

base::Result<ports::Staff> managerOf(store::SqliteStore& store, const std::string& code, const std::string& pin) {
  const auto staff = store.staffByCode(code);
  if (!staff) return tl::unexpected(staff.error());
  if (!*staff) return base::fail(base::ErrorCode::UnknownOperator, code);
  const auto clock = local::openClock(store.info().zone, store.info().demo);
  KAHUI_TRY(store.verifyPin(**staff, pin, clock->now().utc_ms));
  if ((*staff)->role != ports::StaffRole::Manager) return base::fail(base::ErrorCode::NoRight, "a manager is needed");
  return **staff;
}

base::Result<programme::RulePack> readPack(const std::string& file, std::string* text) {
  auto read = local::readFile(file);
  if (!read) return tl::unexpected(read.error());
  auto pack = programme::parseRulePack(std::string_view(*read));
  if (!pack) return base::fail(pack.error().code, file + ": " + pack.error().detail);
  if (text != nullptr) *text = std::move(*read);
  return pack;
}

base::Result<store::DayRange> dayRange(const std::string& from, const std::string& to) {
  store::DayRange range;
  const auto read = [](const std::string& text, std::optional<base::BusinessDate>& out) {
    if (text.empty()) return true;
    out = base::BusinessDate::parse(text);
    return out.has_value();
  };
  if (!read(from, range.from) || !read(to, range.to))
    return base::fail(base::ErrorCode::BadInput, "--from, --to: a date YYYY-MM-DD is expected");
  return range;
}

base::Result<std::unique_ptr<store::SqliteStore>> openForReading(const std::string& folder) {
  store::SqliteStore::Options options;
  options.read_only = true;
  options.program = "kahuictl";
  return store::SqliteStore::open(folder, std::move(options));
}

base::Result<std::unique_ptr<store::SqliteStore>> openForWriting(const std::string& folder) {
  store::SqliteStore::Options options;
  options.program = "kahuictl";
  return store::SqliteStore::open(folder, std::move(options));
}

}  // namespace kahui::ctl
