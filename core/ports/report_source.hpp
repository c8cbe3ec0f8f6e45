// What reports read of a store: sums folded from the journal plus what is not folded yet, members as figures, goods,
// the events of a few days. Reads only; an object has a connection of its own, so that a till never waits for a report,
// and belongs to one thread. Errors: StoreIo, StoreCorrupt, StoreKey.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "core/journal/projection.hpp"
#include "core/journal/trade_rows.hpp"
#include "core/member/member.hpp"
#include "core/ports/store.hpp"

namespace kahui::ports {

struct DaySpan {  // business dates, both included
  base::BusinessDate from;
  base::BusinessDate to;
  [[nodiscard]] bool holds(std::int32_t day) const { return from.days() <= day && day <= to.days(); }
  [[nodiscard]] int days() const { return to.days() - from.days() + 1; }
};

// A key may stand in several rows: their sums add up.
template <class Key, class Sums>
using Rows = std::vector<std::pair<Key, Sums>>;

struct TradeBook {
  Rows<journal::HourKey, journal::HourSums> hours;
  Rows<journal::ItemKey, journal::ItemSums> items;
  Rows<journal::ItemHourKey, journal::ItemSums> item_hours;  // of the whole months that the span touches
  Rows<journal::VisitKey, journal::VisitSums> visits;
  Rows<journal::FactKey, journal::FactSums> facts;
  std::vector<std::pair<std::int32_t, journal::DayTotals>> totals;
};

enum TradePart : unsigned { kHours = 1, kItems = 2, kItemHours = 4, kVisits = 8, kFacts = 16, kTotals = 32 };

// A member without anything personal.
struct ReportMember {
  std::int64_t no = 0;
  member::MemberStatus status{};
  std::string tier;
  base::BusinessDate tier_since;
  base::BusinessDate joined;
  std::optional<base::BusinessDate> last_purchase{};
  base::Points noncash{}, cashable{}, frozen{}, lifetime{};
  std::string demoted_from;
  std::string source;               // how the member came; empty: from headquarters
  bool consent = false;             // may be written to or called (L4), as TaskBook::mayAddress() says
  std::vector<std::string> tags{};  // of those who agreed to a profile
};

struct ReportBirthday {
  std::int64_t no = 0;
  member::Birthday birthday;
  std::optional<member::DateKind> occasion{};  // none: the member's own
};

struct MaskedPerson {  // as screens and exports show one
  std::int64_t no = 0;
  std::string name;   // M2
  std::string phone;  // M1
};

struct LotSum {  // points that members hold
  bool cashable = false;
  std::optional<base::BusinessDate> expires{};
  base::Points points{};
};

struct EndingPoints {
  std::int64_t member = 0;
  base::BusinessDate expires;
  base::Points points{};
};

struct ReportProduct {
  std::string sku, name, unit, category, category_zh, category_en;
  base::Money price{};
  std::optional<base::Money> cost{};
};

struct BenefitUse {  // S003-39: of a period of its limit: 2026, 2026-03
  std::string benefit, period;
  std::int64_t members = 0, used = 0;
};

struct StoredSum {           // S000-26: what members have paid in and not spent, as this store knows
  std::int64_t members = 0;  // with something left
  base::Money principal{}, bonus{};
};

struct JoinedBy {
  std::string operator_code;
  std::int64_t n = 0;
  std::string operator_name{};  // empty: not known
};

class ReportSource {
 public:
  virtual ~ReportSource() = default;

  [[nodiscard]] virtual const StoreInfo& info() const = 0;
  virtual base::Result<std::string> rules() = 0;  // the pack in force, JSON
  // The day of the open shift; nullopt: none is open.
  virtual base::Result<std::optional<Shift>> openShift() = 0;
  virtual base::Result<std::optional<Shift>> shift(std::int64_t id) = 0;

  virtual base::Result<TradeBook> trade(const DaySpan& span, unsigned parts) = 0;
  virtual base::Result<std::vector<ReportMember>> members() = 0;
  virtual base::Result<std::vector<ReportBirthday>> birthdays() = 0;
  virtual base::Result<std::vector<MaskedPerson>> people(std::span<const std::int64_t> members) = 0;
  virtual base::Result<std::vector<LotSum>> liability() = 0;
  // Lots that end on `until` or before, per member and day.
  virtual base::Result<std::vector<EndingPoints>> pointsEnding(base::BusinessDate until) = 0;
  // What members got back in a calendar year for bills of earlier years (T5 takes that off the year of the bill).
  virtual base::Status earlierRefunds(int year, std::unordered_map<std::int64_t, base::Money>& refunds) = 0;
  virtual base::Result<std::vector<ReportProduct>> products() = 0;
  virtual base::Result<std::unordered_map<std::string, std::string>> staffNames() = 0;  // by code
  // Sales, returns and what lies between them; of few days, since each line is read.
  virtual base::Result<std::vector<journal::Event>> events(const DaySpan& span) = 0;
  // All events of a span but those of plain sales, which the everyday is made of: for the activity log.
  virtual base::Result<std::vector<journal::Event>> unusualEvents(const DaySpan& span) = 0;
  virtual base::Result<std::vector<StoredTarget>> targets(std::string_view month) = 0;  // 2026-03
  virtual base::Result<std::vector<journal::CampaignSet>> campaigns() = 0;              // newest first
  // What campaigns are paid with: points given, bills at more than the ordinary rate, coupons used or taken back.
  virtual base::Result<std::vector<journal::Event>> rewardEvents(const DaySpan& span) = 0;
  virtual base::Result<std::vector<std::string>> batchCoupons(std::span<const std::string> batches) = 0;  // serials
  // CONFIRMED or DEAD by member; who is not in it was not checked (S001-09).
  virtual base::Result<std::unordered_map<std::int64_t, std::string>> phoneStates() = 0;
  virtual base::Result<std::vector<BenefitUse>> benefitUses() = 0;  // by benefit, newest period first
  virtual base::Result<StoredSum> storedSum() = 0;
  // Of members who joined here within the span and are known still, most first.
  virtual base::Result<std::vector<JoinedBy>> joinedBy(const DaySpan& span) = 0;
  // The newest events about members beside bills, newest first (S000-82).
  virtual base::Result<std::vector<journal::Event>> lastMemberEvents(std::size_t most) = 0;
  virtual base::Result<std::string> carePlan() = 0;  // JSON, see programme::parseCarePlan(); empty: none was set
};

}  // namespace kahui::ports
