// The till's one store. Thread rule: one object belongs to one thread (the engine's); other threads have objects of
// their own. Every append is one durable transaction: journal, projections, numbers. Errors: StoreFull, StoreIo,
// StoreCorrupt, StoreLocked as they come; after an error nothing of the act is stored.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.hpp"
#include "core/catalog/product.hpp"
#include "core/journal/event.hpp"
#include "core/journal/projection.hpp"
#include "core/member/member.hpp"
#include "core/ports/card_reader.hpp"
#include "core/ports/club_book.hpp"
#include "core/ports/held_bill.hpp"
#include "core/ports/member_books.hpp"
#include "core/ports/reward_book.hpp"
#include "core/ports/staff_book.hpp"
#include "core/ports/talk_book.hpp"
#include "core/ports/task_book.hpp"
#include "core/ports/tender_store.hpp"

namespace kahui::ports {

struct StoreInfo {
  std::string store_id;  // 32 hex digits, names the key on this device
  std::string store_no;  // "0001"
  std::string store_name;
  std::string position;  // register, "03"
  std::string terminal;  // identity in the journal; given anew by headquarters at enrolment
  std::string zone;      // tz database name
  std::string language;  // of the receipt: zh_CN or en
  std::uint32_t incarnation = 1;
  bool demo = false;
  bool enrolled = false;  // with a headquarters, which then judges what needs the sight of all stores
  bool training = false;  // a demo store made of a real one, for practice (core/store/practice.hpp)
};

struct RulePackText {
  std::string json;
  std::string version;
  std::string valid_from;  // local time, ISO
};

struct Shift {
  std::int64_t id = 0;
  std::string operator_code;
  base::BusinessDate business_date;
  base::Money opening_float{};
  std::int64_t bills = 0;
  base::Money total{};
  std::int64_t opened_ms = 0;  // UTC
};

struct ClosedShift {
  std::int64_t id = 0;
  base::BusinessDate business_date;
  std::optional<base::Money> left{};  // in the drawer; nullopt: nobody counted
};

// Points of all members over a shift (the member Z). All but `adjusted` >= 0:
// opening + earned + restored - reversed - redeemed - expired + adjusted = closing, where `closing` is read from the
// members' accounts while the shift is open.
struct PointsBook {
  base::Points opening{}, earned{}, reversed{}, redeemed{}, restored{}, expired{}, adjusted{}, closing{};
  bool operator==(const PointsBook&) const = default;
};

// A sale or return as a list shows it.
struct SaleBrief {
  std::string receipt_no;
  std::int64_t at_ms = 0;
  std::int64_t shift = 0;
  base::Money total{};  // below 0: given back
  bool is_return = false;
  bool voided = false;  // X9
  std::int64_t copies = 0;
};

struct CardHit {
  member::CardStatus status{};
  member::CredentialKind kind{};
  member::Member member;
};

// S000-38: once a telephone number. Points or a coupon.
struct JoinGift {
  base::Points points{};
  std::optional<base::BusinessDate> expires{};
  std::optional<journal::CouponTerms> coupon{};
  std::string serial{};
  std::string rules_version{};
};

struct MemberToJoin {
  member::MemberNo no;  // 0: the store draws the next number of its range
  std::string tier;
  member::Profile profile;
  std::vector<member::CardStatus> card_status;  // beside profile.cards
  std::string consent;
  std::string source;
  base::Points opening{};
  base::Points lifetime{};
  std::optional<base::BusinessDate> opening_expires{};
  base::BusinessDate joined;
  // Of a joining at a till; see journal::MemberRegistered.
  std::string operator_code{};
  std::string via{};
  bool marketing = false;
  bool company = false;
  std::int64_t referrer = 0;
  base::Id referrer_id{};
  std::string form{};
  std::optional<JoinGift> gift{};
  bool pending = false;          // S001-104: without a gift, which an approval gives
  std::string group{}, proof{};  // S001-40
  std::string receipt{};         // of a guest, by which he joins (S001-11)
  std::string approver{};
};

// A card for a member who is there; the old one, where there is one, becomes REPLACED in the same act.
struct CardToBind {
  member::MemberNo member;
  member::Credential card;
  std::optional<member::Credential> replaces{};
  std::string operator_code;
  std::string reason{};  // of replacing
  // S001-71, in the same act; `rules_version` is the pack that says so.
  std::optional<journal::PointsRewarded> reward{};
  std::string rules_version{};
};

struct CardChange {
  member::Credential card;
  member::CardStatus status{};
  std::string reason;
  std::string operator_code{};
};

struct Appended {
  std::uint64_t seq = 0;
  std::string receipt_no;  // sales and returns
};

struct StoredSale {
  journal::Event event;    // payload is a SaleCompleted or a SaleReturned
  std::int64_t entry = 0;  // of the journal: names the lots of points that it made
};

enum class CouponStatus { Issued, Used, Voided };  // C1; whether it has expired is a matter of the day

struct StoredCoupon {
  std::string serial;
  member::MemberNo member;  // 0: of whoever shows it
  CouponStatus status{};
  journal::CouponTerms terms;
  std::optional<base::BusinessDate> expires{};  // last good day
  bool unlimited = false;
  std::string origin;
};

// A member's points, honestly: what headquarters confirmed, and what this till did since (protocol.md, Authority).
struct ConfirmedBalance {
  base::Points confirmed{};
  std::int64_t as_of_ms = 0;  // headquarters' time
  base::Points unsettled{};   // own events that are not in it
  bool operator==(const ConfirmedBalance&) const = default;
};

// What this till may give a member without the line, and what it gave (journal/rights_event.hpp).
struct OfflineBook {
  base::Points rights{};    // placed here and not spent
  base::Points open{};      // goodwill to this member that headquarters' balance does not hold yet
  base::Points open_all{};  // to all members
  base::Points today{};     // spent on the day beyond rights
  bool hold = false;        // headquarters: more is out than there is
  bool barred = false;      // headquarters: no goodwill
  bool behind = false;      // this till was restored, and headquarters has taken nothing of it since
};

struct FeedMember;  // sync_store.hpp

// What headquarters tells the stores.
struct StoredAnnouncement {
  std::string key;
  std::string title, text;
  base::BusinessDate from;
  std::optional<base::BusinessDate> until{};  // last day
  std::int64_t at_ms = 0;                     // published, headquarters' time
  bool read = false;                          // by who asks
  bool members = false;                       // S000-87: for members' eyes, too
};

// What a job at the start of a business day has done (journal::JobStep).
struct JobState {
  std::string key;
  std::int64_t upto = 0;
  bool done = false;
};

// A member as the jobs see one: nothing personal.
struct MemberBrief {
  member::MemberNo no;
  base::Id id;
  member::MemberStatus status{};
  std::string tier;
  base::BusinessDate tier_since;
  std::string demoted_from;
  bool by_hand = false;  // S001-96
};

struct EndedLot {
  member::MemberNo member;
  journal::LotPart lot;
};

using FoundProduct = std::shared_ptr<const catalog::Product>;  // null: there is none

struct RulesInForce {
  std::string json;   // as programme::parseRulePack reads it
  std::string until;  // when another pack follows, local time, ISO; empty: none is waiting
};

class Store : public TenderStore,
              public MemberBooks,
              public StaffBook,
              public TaskBook,
              public ClubBook,
              public TalkBook,
              public RewardBook {
 public:
  [[nodiscard]] virtual const StoreInfo& info() const = 0;

  // When the last event happened by the clock of then, UTC; 0: none yet.
  virtual base::Result<std::int64_t> lastEventMs() = 0;

  // Several look-ups as one: the file's locks are taken once. `work` only reads, and its error is the answer. May be
  // nested.
  virtual base::Status readTogether(const std::function<base::Status()>& work) = 0;

  // Catalogue. A search matches part of a name, a prefix of pinyin initials, barcode or sku; best first; limit 1 ..
  // 200.
  virtual base::Result<FoundProduct> productByBarcode(std::string_view barcode) = 0;
  virtual base::Result<FoundProduct> productBySku(std::string_view sku) = 0;
  virtual base::Result<std::vector<catalog::Product>> searchProducts(std::string_view query, int limit) = 0;
  virtual base::Result<std::string> categoryName(std::string_view code) = 0;

  // Prices of headquarters whose time has come go into the catalogue, at most 500 products in one act. When there is
  // more to do: local time, ISO, in the past if it is due already; empty: nothing is waiting.
  virtual base::Result<std::string> applyPrices() = 0;

  // Members. Look-ups go over keyed hashes; personal fields are opened for the row that is returned.
  virtual base::Result<std::optional<CardHit>> memberByCard(const member::Credential& credential) = 0;
  virtual base::Result<std::optional<member::Member>> memberByPhone(std::string_view normalized_phone) = 0;
  virtual base::Result<std::optional<member::Member>> memberByNo(member::MemberNo no) = 0;
  // Somebody whom headquarters knows and this till did not, as if he had come down with the feed.
  virtual base::Status keepMember(const FeedMember& member) = 0;
  // The last 4 or 6 digits of a telephone number; at most `limit` members.
  virtual base::Result<std::vector<member::Member>> membersByPhoneTail(std::string_view digits, int limit) = 0;

  // nullopt: headquarters has never said anything about this member.
  virtual base::Result<std::optional<ConfirmedBalance>> confirmedBalance(member::MemberNo no) = 0;
  // Points that the member paid with at this till on a business day.
  virtual base::Result<base::Points> pointsSpentOn(member::MemberNo no, base::BusinessDate day) = 0;

  virtual base::Result<OfflineBook> offlineBook(member::MemberNo no, base::BusinessDate day) = 0;

  // Those that hold on `day`, the newest first, at most 100.
  virtual base::Result<std::vector<StoredAnnouncement>> announcements(base::BusinessDate day,
                                                                      std::string_view operator_code) = 0;

  // The member's lots that hold points, oldest first.
  virtual base::Result<std::vector<journal::LotPart>> pointsLots(member::MemberNo no) = 0;

  virtual base::Result<std::optional<StoredCoupon>> couponBySerial(std::string_view serial) = 0;
  // Issued and good on `day`; earliest end first.
  virtual base::Result<std::vector<StoredCoupon>> couponsOf(member::MemberNo no, base::BusinessDate day) = 0;
  // How often the member had the promotions that are limited per member; `now` is 0.
  virtual base::Result<std::vector<journal::UsedPromotion>> promotionUses(member::MemberNo no,
                                                                          base::BusinessDate day) = 0;

  virtual base::Result<RulesInForce> rulePack() = 0;
  // An earlier one, by its version; nullopt: this store never had it.
  virtual base::Result<std::optional<std::string>> rulePackOf(std::string_view version) = 0;

  // For the jobs at the start of a business day, in order of member number, at most `limit` after member `after`.
  virtual base::Result<std::optional<JobState>> job(std::string_view name) = 0;
  virtual base::Result<std::vector<MemberBrief>> membersAfter(member::MemberNo after, int limit) = 0;
  virtual base::Result<std::vector<EndedLot>> lotsEnded(base::BusinessDate last_day, int limit) = 0;
  // Coupons of an origin and key that a member has had, whatever became of them.
  virtual base::Result<int> couponsIssued(member::MemberNo no, std::string_view origin, std::string_view key) = 0;
  // Net purchases of a calendar year by member number, refunds deducted from the year of their sale; fills `spent`.
  virtual base::Status spentInYear(int year, std::unordered_map<std::int64_t, base::Money>& spent) = 0;

  // Members' PINs (I4). RuleRejected: MEMBER_PIN_LOCKED after five wrong tries on one day; WrongPin (detail: tries
  // left), kept over restarts. setMemberPin() is noted in the journal, without the PIN.
  virtual base::Result<bool> hasMemberPin(member::MemberNo no) = 0;
  virtual base::Status verifyMemberPin(member::MemberNo no, std::string_view pin, base::BusinessDate day) = 0;
  virtual base::Status setMemberPin(member::MemberNo no, std::string_view pin, const Staff& by) = 0;

  virtual base::Result<std::optional<Shift>> openShift() = 0;
  virtual base::Result<std::int64_t> nextShiftId() = 0;

  // The last shift that was closed.
  virtual base::Result<std::optional<ClosedShift>> lastClosedShift() = 0;
  // The journal while the shift was open, first to last; events of other things that came between are among them.
  virtual base::Status shiftEvents(std::int64_t shift, const std::function<void(const journal::Event&)>& each) = 0;
  virtual base::Result<PointsBook> shiftPoints(std::int64_t shift) = 0;

  // Bills that wait: each act with its event in one transaction. endHeldBill(): UnknownReceipt if it is not there.
  virtual base::Status holdBill(const HeldBill& bill, journal::Draft draft) = 0;
  virtual base::Result<std::vector<HeldBill>> heldBills() = 0;  // oldest first
  // `owed`: headquarters still shows the bill to the other tills and has to hear that it is gone (owedBills()).
  virtual base::Status endHeldBill(const base::Id& id, journal::Draft draft, bool owed = false) = 0;
  virtual base::Status markOffered(const base::Id& id) = 0;  // headquarters may show it to the other tills from now on
  virtual base::Result<std::vector<base::Id>> owedBills() = 0;
  virtual base::Status owedTold(const base::Id& id) = 0;
  // A bill of another till, under an id of its own here; `origin` is what it was called there. RuleRejected:
  // BILL_TAKEN, it was taken over here before.
  virtual base::Status takeOverBill(const HeldBill& bill, const base::Id& origin, journal::Draft draft) = 0;
  virtual base::Result<bool> tookOver(const base::Id& origin) = 0;

  // Sales and returns of a business day of this till, the newest first.
  virtual base::Result<std::vector<SaleBrief>> salesOfDay(base::BusinessDate day, int limit) = 0;
  virtual base::Result<std::optional<SaleBrief>> saleBrief(std::string_view receipt_no) = 0;
  // The least that was paid for a piece (a kilogram) on a business day from `since` on; gifts do not count.
  virtual base::Result<std::optional<base::Money>> lowestPaid(std::string_view sku, base::BusinessDate since) = 0;

  virtual base::Result<std::optional<StoredSale>> saleByRef(std::string_view ref) = 0;
  virtual base::Result<std::optional<StoredSale>> saleByReceipt(std::string_view receipt_no) = 0;
  virtual base::Result<std::optional<StoredSale>> lastSale() = 0;
  // The returns of a sale, first to last.
  virtual base::Result<std::vector<StoredSale>> returnsOf(std::string_view sale_receipt_no) = 0;

  virtual base::Result<journal::DayTotals> dayTotals(base::BusinessDate day) = 0;

  // One act, one transaction, one fdatasync: all of the drafts or none. Receipt numbers are drawn and stand in the
  // drafts' payloads afterwards; after an error the drafts are used up.
  virtual base::Result<std::vector<Appended>> appendAll(std::span<journal::Draft> drafts) = 0;
  base::Result<Appended> append(journal::Draft draft) {
    auto appended = appendAll({&draft, 1});
    return appended ? base::Result<Appended>(std::move(appended->front())) : tl::unexpected(appended.error());
  }

  // Seals the profiles, draws numbers, appends a member.registered each; one transaction for all.
  // `row_errors` gets an entry (row index, error) for each member that was left out, for example a telephone number
  // already in use.
  struct JoinError {
    std::size_t row = 0;
    base::Error error;
  };
  virtual base::Result<std::vector<member::MemberNo>> joinMembers(std::span<const MemberToJoin> members,
                                                                  base::WallTime at, base::BusinessDate day,
                                                                  std::vector<JoinError>& row_errors) = 0;

  // UnknownMember; CardTaken if any member has or had the card; UnknownCard if the old one is not this member's.
  virtual base::Status bindCard(const CardToBind& wanted, base::WallTime at, base::BusinessDate day) = 0;
  // What bindCard() would append, for an act that holds more (S000-13); the same errors.
  virtual base::Result<std::vector<journal::Payload>> cardBinding(const CardToBind& wanted) = 0;
  virtual base::Status changeCard(const CardChange& wanted, base::WallTime at, base::BusinessDate day) = 0;

  // A rule pack of a till that is its own headquarters; from `valid_from` on. StoreExists: the version is known.
  virtual base::Status applyRulePack(const RulePackText& pack, const base::WallTime& at, base::BusinessDate day) = 0;
  // What somebody set at this till, by name; empty: never set. A note of who did goes into the same act.
  virtual base::Result<std::string> setting(std::string_view name) = 0;
  virtual base::Status putSetting(std::string_view name, std::string_view value, journal::Draft note) = 0;

  // Between sales: checkpoint, high-water file. Never called while a sale waits.
  virtual base::Status maintain() = 0;
};

}  // namespace kahui::ports
