// What synchronisation needs of the till's store: its chains, what is acknowledged, what came down. Thread rule of the
// Store: one object, one thread, so a running till lends its own between two commands. Each change is one durable
// transaction; after an error nothing of it is stored.
//
// An incarnation's chain is the journal's lines of it; where the till was restored and headquarters holds more, the
// lines that were fetched back follow on. Where both differ, headquarters' version is the chain, and the till's own
// branch was appended again, with the same event ids, to a later incarnation.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/journal/chain.hpp"
#include "core/journal/rights_event.hpp"
#include "core/journal/sale_event.hpp"
#include "core/member/member.hpp"
#include "core/ports/store.hpp"

namespace kahui::ports {

struct HeldChain {
  std::uint32_t incarnation = 1;
  journal::ChainMark head;
  std::uint64_t acked = 0;  // 0 .. head.seq
  std::uint64_t purgeable = 0;
  bool operator==(const HeldChain&) const = default;
};

struct OutboxLines {
  base::Sha256 prev_hash{};  // H(first-1)
  std::vector<std::string> lines;
  base::Sha256 head_hash{};  // H of the last line
};

// What is left to send.
struct Unsent {
  std::uint64_t count = 0;
  std::int64_t oldest_ms = 0;  // its wall clock, UTC; 0: nothing is left
};

struct FeedCursor {
  std::string scope;
  std::int64_t epoch = 0;
  std::int64_t position = 0;
  bool operator==(const FeedCursor&) const = default;
};

// The last word of headquarters, for the screen and for sync-status.
struct HqContact {
  std::int64_t epoch = 0;      // 0: never
  std::int64_t at_ms = 0;      // this till's clock, UTC
  std::int64_t offset_ms = 0;  // headquarters' clock less this till's
  std::string verdict;         // of the last hello; empty: never
  std::string alarm;           // what a person must look at; empty: nothing
  bool operator==(const HqContact&) const = default;
};

// One record of the feed as the store keeps it. Exactly one of the optionals is set, none for a tombstone.
struct FeedRules {
  std::string version, valid_from, json;
};

// Stored value and count cards as headquarters has posted them; below 0: a debt.
struct FeedCount {
  std::string card, sku, name;
  int left = 0;
  std::optional<base::BusinessDate> expires{};  // last good day
};
struct FeedValue {
  base::Money principal{}, bonus{};
  std::vector<FeedCount> counts;
};

// S001-96
struct FeedHandTier {
  std::string tier;
  std::optional<base::BusinessDate> until{};
  std::string reason;
};

// S001-86: a bill of another channel than the stores.
struct FeedChannelBill {
  std::string receipt_no, channel, pickup;
  base::WallTime at;
  base::BusinessDate day;
  base::Money total{};
  base::Points earned{};
  int lines = 0;
};

struct FeedMember {
  base::Id id;
  member::MemberNo no;
  std::string tier;
  base::BusinessDate tier_since;
  member::MemberStatus status{};
  std::string demoted_from{};  // T5, empty: not demoted
  base::Money since_demotion{};
  base::Points noncash{}, cashable{}, lifetime{};
  std::int64_t as_of_ms = 0;
  base::BusinessDate joined;
  std::optional<base::Id> into{};            // merged: this one is that member now
  std::optional<member::Profile> profile{};  // missing: the till keeps what it has
  // The last of this till's own events that are in the balances; seq 0: none.
  std::uint32_t seen_incarnation = 1;
  std::uint64_t seen_seq = 0;
  // Offline redemption: more is out than there is; no goodwill any more (core/loyalty/rights.hpp).
  bool hold = false, barred = false;
  std::optional<FeedValue> value{};                // missing: the chain knows of none
  std::string group{};                             // S001-40
  std::string reason{};                            // of a refusal (S001-104)
  std::optional<base::BusinessDate> paid_until{};  // of a paid membership; missing: never paid
  std::optional<BoughtSoFar> bought{};             // missing: headquarters does not count
  std::optional<FeedHandTier> hand{};              // missing: the tier is the rules'
  std::string terms{};                             // version of the text agreed to last in the chain (S000-10)
  std::int64_t terms_ms = 0;
  std::vector<FeedChannelBill> bills{};  // the last ones
};

struct FeedAnnouncement {
  std::string title, text;
  base::BusinessDate from;
  std::optional<base::BusinessDate> until{};
  std::int64_t at_ms = 0;
  bool members = false;  // S000-87: else for the staff alone
};

// Points of a member placed with this till, or wanted back where below 0.
struct Grant {
  std::int64_t no = 0;
  base::Id member;
  base::Points points{};
};

struct FeedCoupon {
  member::MemberNo member;  // 0: of whoever shows it
  CouponStatus status{};
  journal::CouponTerms terms;
  std::optional<base::BusinessDate> expires{};
  bool unlimited = false;
  std::string origin, origin_key;
};

struct FeedPrice {
  std::string sku;
  std::string valid_from;  // local time, ISO
  base::Money price{};
  std::optional<base::Money> promo_price{}, member_price{};
  // S001-23: from when members, and everybody, may buy; `dated` false: what the till knows stays.
  bool dated = false;
  std::optional<base::BusinessDate> members_from{}, guests_from{};
};

struct FeedItem {
  std::string key;
  std::optional<FeedRules> rules{};
  std::optional<FeedMember> member{};
  std::optional<FeedCoupon> coupon{};
  std::optional<FeedPrice> price{};
  std::optional<member::CardStatus> blocked{};  // key: chain hash, or this till's own key of the card
  bool own_card = false;                        // key is this till's own
  std::optional<FeedAnnouncement> announcement{};
  bool erase = false;  // key is the member's id
};

struct FeedPage {
  FeedCursor next;        // where the feed goes on; an empty scope: these were asked for one by one, nothing moves
  bool snapshot = false;  // the scope's whole content: what is not in it is gone
  std::vector<FeedItem> items;
};

class SyncStore {
 public:
  virtual ~SyncStore() = default;

  // Members whose profile was made or changed here and headquarters has not got yet; and that it has.
  virtual base::Result<std::vector<member::Member>> profilesToSend(int limit) = 0;
  virtual base::Status profilesSent(const std::vector<member::MemberNo>& members) = 0;

  [[nodiscard]] virtual const StoreInfo& syncInfo() const = 0;

  // Ascending by incarnation; the last one is the one that sales go to.
  virtual base::Result<std::vector<HeldChain>> chains() = 0;
  // nullopt: the chain does not reach there. H(0) is the hash of the statement.
  virtual base::Result<std::optional<base::Sha256>> hashAt(std::uint32_t incarnation, std::uint64_t seq) = 0;
  // At most `most_events` lines of at most `most_bytes` (the first one always) after `after`; empty at the head.
  virtual base::Result<OutboxLines> linesAfter(std::uint32_t incarnation, std::uint64_t after, std::size_t most_events,
                                               std::size_t most_bytes) = 0;
  virtual base::Result<Unsent> unsent() = 0;

  // WrongState unless the till's own hash at `acked.seq` is the one that is acknowledged (reliability.md, I16). Never
  // lowers, unless `headquarters_restored`.
  virtual base::Status setAcked(std::uint32_t incarnation, const journal::ChainMark& acked, std::uint64_t purgeable,
                                bool headquarters_restored) = 0;

  // Sales go to a new incarnation from here on, above both the present one and `above`.
  virtual base::Status beginIncarnation(const std::string& reason, std::uint32_t above, std::uint64_t lost_from) = 0;
  // The till's lines of `incarnation` after `common` are a branch that headquarters does not have: in one transaction
  // they are appended again, ids unchanged and without effect on balances, to a new incarnation, and the chain of
  // `incarnation` ends at `common`.
  virtual base::Status moveBranch(std::uint32_t incarnation, std::uint64_t common) = 0;
  // Lines that headquarters holds and this till lost; they follow on the chain, and their effects are booked once.
  // WrongState unless they do follow on. `prev_hash` starts the chain of an incarnation that is not known here.
  virtual base::Status keepFetched(std::uint32_t incarnation, std::uint64_t first, const base::Sha256& prev_hash,
                                   const std::vector<std::string>& lines) = 0;

  virtual base::Result<HqContact> contact() = 0;
  virtual base::Status setContact(const HqContact& contact) = 0;

  virtual base::Result<std::vector<FeedCursor>> cursors() = 0;
  // The page's records and the cursor in one transaction.
  virtual base::Status applyFeed(const FeedPage& page) = 0;
  // A snapshot of members, coupons or prices that is larger than a page: its pages are laid aside, `first` begins anew;
  // switchFeed() brings them into force together with the cursor, in one short transaction. From then on whoever is
  // looked up is as the snapshot says; settleFeed() moves a page of the others to its place and says whether more wait.
  virtual base::Status stageFeed(const FeedPage& page, bool first) = 0;
  virtual base::Status switchFeed(const FeedCursor& cursor) = 0;
  virtual base::Result<bool> settleFeed() = 0;

  // The last grant that was answered, and the next ones: answered in order in one act with their event; what was
  // answered already is passed over, and nothing after a gap is taken. `epoch` is headquarters'.
  virtual base::Result<journal::GrantMark> grantMark() = 0;
  virtual base::Status applyGrants(std::int64_t epoch, const std::vector<Grant>& grants) = 0;
};

}  // namespace kahui::ports
