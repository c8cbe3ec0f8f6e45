// The records of headquarters' storage. Ids of events and members as lower-case hex where they are keys.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/numbers.hpp"
#include "core/base/result.hpp"
#include "core/base/sha256.hpp"

namespace kahui::ports {

struct HqCode {  // an enrolment code; only its digest is kept
  std::string digest;
  std::string store, position;
  std::int64_t expires_ms = 0;
  std::int64_t used_ms = 0;  // 0: not yet
};

enum class HqTerminalState { Active, Retired, Quarantined };

struct HqTerminal {
  std::string id;
  std::string store, position;
  HqTerminalState state{};
  std::string certificate;  // SHA-256 of the one that was issued, hex
  std::string boot_id;      // of the running copy that said hello last
  std::string app;
  std::int64_t enrolled_ms = 0;
  std::int64_t contact_ms = 0;
  std::int64_t head_seq = 0;  // of the last incarnation, as the till said
  std::int64_t unsent = 0;
  std::int64_t oldest_unsent_ms = 0;
  std::int64_t offset_ms = 0;  // till's clock less headquarters'
  // How far its log went when it said so last: the newest incarnation, all earlier ones having been sent whole.
  std::int64_t hello_ms = 0;  // 0: never
  std::uint32_t hello_inc = 0;
  std::uint64_t hello_seq = 0;
};

struct HqIncarnation {
  std::string terminal;
  std::uint32_t inc = 0;
  base::Sha256 start{};  // H(0)
  std::uint64_t acked = 0;
  base::Sha256 acked_hash{};
  std::uint64_t projected = 0;
  std::uint64_t purgeable = 0;
};

struct HqInboxBatch {
  std::string terminal;
  std::uint32_t inc = 0;
  std::uint64_t first = 0, last = 0;
  std::int64_t received_ms = 0;
  std::string lines;   // as they were sent, each with its newline, compressed
  base::Bytes hashes;  // 32 bytes an event
};

struct HqBacklog {
  std::string terminal;
  std::uint32_t inc = 0;
  std::uint64_t projected = 0, acked = 0;
};

struct HqEventKey {
  std::string terminal;
  std::uint32_t inc = 0;
  std::uint64_t seq = 0;
};

struct HqSale {
  HqEventKey key;
  base::Id event;
  std::string type;  // sale, return
  std::string store, position;
  base::BusinessDate day;
  std::int64_t at_ms = 0;
  std::string receipt_no;
  std::string cause;  // the sale that a return belongs to
  std::string operator_code;
  base::Money gross{}, total{};  // returns below 0
  std::string member;            // id; empty: none
  base::Points earned{}, used{};
  std::string rules;
  base::Money by_points{};  // of a sale: what the points paid
  // S001-86: empty: a till's bill; of a return as of its sale.
  std::string channel{}, pickup{};
};

struct HqLine {
  std::string sku;
  base::Quantity quantity{};
  base::Money gross{}, final{};
};

struct HqPayment {
  std::string type;
  base::Money amount{};
};

struct HqShift {
  HqEventKey key;
  std::int64_t shift = 0;
  base::BusinessDate day;
  bool closed = false;  // else opened
  std::string operator_code;
  std::int64_t bills = 0;  // of a closing
  base::Money amount{};    // the change a drawer begins with, or the closing's total
};

// Points are two-sided: the member's account and the one named here. The key is the event and the number of the
// posting.
struct HqPosting {
  HqEventKey key;
  int n = 0;
  std::string member;
  std::string account;  // PROGRAMME, OPENING, REDEEMED, EXPIRED, ADJUSTMENT
  bool cashable = false;
  base::Points points{};  // from the member's side
  base::Points lifetime{};
  base::BusinessDate day;
  std::optional<base::BusinessDate> expires{};
  std::string sale;  // event id of the sale it belongs to; empty: none
};

struct HqQuarantine {
  HqEventKey key;
  bool parked = false;  // not understood yet; else it breaks a rule
  std::string event, type;
  std::string reason;
  std::optional<base::BusinessDate> day{};
  std::int64_t since_ms = 0;
  bool released = false;  // a person said that it may go in as it is
};

struct HqFlag {
  HqEventKey key;
  std::string kind;  // overdraft, coupon_twice, earn_differs, card_blocked, …
  std::string member;
  std::string detail;
};

struct HqMember {
  std::string id;
  std::int64_t no = 0;
  std::string home;    // store
  std::string status;  // ACTIVE …, PENDING and REFUSED of an application
  std::string tier;
  base::BusinessDate tier_since;
  base::Points noncash{}, cashable{}, lifetime{};
  std::string demoted_from;
  base::Money since_demotion{};
  base::BusinessDate joined;
  std::optional<base::BusinessDate> last_purchase{};
  std::string source;
  std::string sealed;  // profile, unreadable without its key
  std::string merged_into;
  bool chain_sealed = false;  // with the chain's key: every till can open it; else with that of one till
  std::string group{};        // S001-40: code of the rule pack
  std::string judged{};       // S001-104: why an application was refused
};

struct HqCard {
  std::string key;  // keyed hash of the credential
  std::string member;
  std::string kind, status;
};

struct HqCoupon {
  std::string serial;
  std::string member;
  std::string status;  // ISSUED, USED, VOIDED
  std::string terms;   // as the journal writes them
  std::optional<base::BusinessDate> expires{};
  bool unlimited = false;
  std::string origin, origin_key;
  std::string used_by;  // terminal/incarnation/seq of the use that stands
};

struct HqPack {
  std::string version;
  std::string valid_from;  // local time, ISO
  std::string json;
  std::int64_t published_ms = 0;
};

struct HqPrice {
  std::string sku;
  std::string valid_from;  // local time, ISO
  base::Money price{};
  std::optional<base::Money> promo_price{}, member_price{};
  // S001-23: from when members, and everybody, may buy; `dated` false: the list said nothing of it.
  bool dated = false;
  std::optional<base::BusinessDate> members_from{}, guests_from{};
};

struct HqProfileBox {  // a profile as a till sent it
  std::string member, terminal, box;
};

struct HqMark {
  std::string feed, key;
};

struct HqChange {
  std::int64_t pos = 0;
  std::string key;
  std::string item;  // JSON
};

struct HqFeedBounds {
  std::int64_t first = 1;  // the oldest position that is still there; last + 1: there is none
  std::int64_t last = 0;
};

struct HqDaySpan {
  std::string terminal;
  std::uint32_t inc = 0;
  std::uint64_t first = 0, last = 0;
};

struct HqDaySums {
  std::int64_t bills = 0;  // sales and returns
  base::Money total{};
  base::Points earned{}, used{};
  std::int64_t quarantined = 0;
  bool operator==(const HqDaySums&) const = default;
};

struct HqStoreDay {  // sales less returns
  std::string store;
  std::int64_t bills = 0, member_bills = 0;
  base::Money total{}, member_total{};
  std::string channel{};  // S001-86; empty: the stores' tills
};

}  // namespace kahui::ports
