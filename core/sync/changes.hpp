// What comes down: pages of the change feed and snapshots (protocol.md, "Batch and endpoints").
//   GET /v1/changes?scope=S&cursor=EPOCH.POSITION&limit=N -> 200 ChangePage as JSON (zstd-compressed if the request
//       says Accept-Encoding: zstd, then with Content-Encoding: zstd) · 304 nothing after the cursor · 410 Refusal
//       "gone": another epoch, pruned, or beyond the end; the till loads the snapshot · cursor 0.0: from the start
//   GET /v1/snapshots/S/latest -> 200 SnapshotManifest · 404 none yet
//   GET /v1/snapshots/ID/FILE  -> the file, immutable, with ETag, Range and If-Range
// A snapshot's file is one zstd frame of NDJSON: a ChangeItem a line, no tombstones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/sha256.hpp"
#include "core/sync/value_record.hpp"

namespace kahui::sync {

// Scopes that this version applies, in the order in which a till asks for them: erasure first, so that nothing erased
// is looked up again (protocol.md, Privacy). A scope that headquarters does not serve is answered with 404.
inline constexpr std::string_view kScopes[] = {"erase",   "cards-blocked", "points-rules", "price",
                                               "members", "coupons",       "news"};
bool knownScope(std::string_view scope);

// One full record or a tombstone. `position` rises within an epoch without holes over the scope's feed; a key's later
// item replaces its earlier one whole. `data` is the record's JSON text, empty for a tombstone.
struct ChangeItem {
  std::int64_t position = 0;
  std::string key;           // 1 .. 128 bytes, unique in its scope
  std::int64_t version = 0;  // of the record, rises
  std::string data;
  bool operator==(const ChangeItem&) const = default;
};

struct ChangePage {
  std::int64_t epoch = 1;
  std::int64_t next = 0;  // position to ask from next time: that of the last item
  bool more = false;
  std::vector<ChangeItem> items;  // at most kChangesLimit, in order of position
  bool operator==(const ChangePage&) const = default;
};

std::string encode(const ChangePage& page);
base::Result<ChangePage> parseChangePage(std::string_view text);
std::string encode(const ChangeItem& item);  // {"pos","key","v","d":{…}} or {"pos","key","v","del":true}
base::Result<ChangeItem> parseChangeItem(std::string_view text);

struct SnapshotFile {
  std::string name;  // [A-Za-z0-9._-], 1 .. 64
  std::int64_t size = 0;
  base::Sha256 sha256{};
  bool operator==(const SnapshotFile&) const = default;
};

struct SnapshotManifest {
  std::string id;  // [A-Za-z0-9._-], 1 .. 64; names the content: other content, other id
  std::string scope;
  std::int64_t epoch = 1;
  std::int64_t position = 0;  // the feed goes on after it
  std::vector<SnapshotFile> files;
  bool operator==(const SnapshotManifest&) const = default;
};

std::string encode(const SnapshotManifest& manifest);
base::Result<SnapshotManifest> parseManifest(std::string_view text);

// Records: the minimal set of keys of `d`. All keys that are not marked optional are written.
// ---------------------------------------------------------------------------------------------------------------------

// points-rules; key = version of the pack. The pack stays text, so that its hash can be compared.
struct RulesRecord {
  std::string valid_from;  // "from": local time of the store, ISO
  base::Sha256 sha256{};   // "sha256": of the text
  std::string json;        // "json": as programme::parseRulePack reads it
  bool operator==(const RulesRecord&) const = default;
};

// members; key = member id, 32 hex digits. Balances are what headquarters has posted; "seen" tells, for each terminal
// that ever moved this member's points or value, the last of its events that is in them, so that a till can add what is
// not.
struct SeenEvent {
  std::string terminal;
  std::uint32_t incarnation = 1;
  std::uint64_t seq = 0;
  bool operator==(const SeenEvent&) const = default;
};

// As headquarters counted with the member's last bill (S000-23, S000-75): {"b","s","r","l"}, what is 0 missing.
struct BoughtRecord {
  int bills = 0;
  std::int64_t spent = 0;  // fen
  int referrals = 0;
  std::int64_t largest = 0;  // bill ever, fen
  bool operator==(const BoughtRecord&) const = default;
};

// S001-96: a tier given by hand.
struct HandTierRecord {
  std::string tier;    // "t"
  std::string until;   // "ex", optional: last day, ISO
  std::string reason;  // "why"
  bool operator==(const HandTierRecord&) const = default;
};

// S001-86: a bill of another channel than the stores; of a member the last ones.
struct ChannelBillRecord {
  std::string receipt_no;   // "rn": channel and number of the order
  std::string channel;      // "cn"
  std::string pickup;       // "pk", optional
  std::int64_t at_ms = 0;   // "at"
  int utc_offset_min = 0;   // "tz"
  std::string day;          // "bd": ISO date
  std::int64_t total = 0;   // "t": fen
  std::int64_t earned = 0;  // "e"
  int lines = 0;            // "n"
  bool operator==(const ChannelBillRecord&) const = default;
};

struct MemberRecord {
  std::int64_t no = 0;              // "no": member number, with its check digit
  std::string tier;                 // "tier"
  std::string tier_since;           // "since": ISO date
  std::string status;               // "st": ACTIVE, FROZEN, LOST, CANCELLED, PENDING, REFUSED
  std::string demoted_from;         // "df", optional: T5
  std::int64_t since_demotion = 0;  // "sd", optional: T6, fen
  std::int64_t noncash = 0;         // "nc": points by class
  std::int64_t cashable = 0;        // "ca"
  std::int64_t lifetime = 0;        // "lt"
  std::int64_t as_of_ms = 0;        // "asof": when headquarters posted last
  std::string joined;               // "jd": ISO date
  std::string into;                 // "into", optional: id of the member that this one was merged into
  std::string sealed;               // "sealed", optional: profile, base64, see sealProfile()
  std::vector<SeenEvent> seen;      // "seen": [{"t","inc","seq"}]
  // Offline redemption (core/loyalty/rights.hpp): more is out than there is; no goodwill any more.
  bool hold = false;                       // "hd", optional
  bool barred = false;                     // "ng", optional
  std::optional<ValueRecord> value{};      // "sv", optional: the chain has never seen any
  std::string group{};                     // "gr", optional: S001-40
  std::string reason{};                    // "rr", optional: of a refusal (S001-104)
  std::string paid_until{};                // "pu", optional: last day of a paid membership, ISO; never paid
  std::optional<BoughtRecord> bought{};    // "bg", optional: headquarters' pack does not count purchases
  std::optional<HandTierRecord> hand{};    // "th", optional: the tier is the rules'
  std::string terms{};                     // "tv", optional: version of the text that was agreed to last (S000-10)
  std::int64_t terms_ms = 0;               // "ta", with it: when
  std::vector<ChannelBillRecord> bills{};  // "ob", optional
  bool operator==(const MemberRecord&) const = default;
};

// cards-blocked; key = chain hash of the card (cardHash()), or "T/KEY": terminal and its own keyed hash of a card that
// only it has seen. A tombstone makes the card good again.
struct BlockedCardRecord {
  std::string status;         // "st": BLOCKED, LOST, REPLACED, CANCELLED
  std::int64_t since_ms = 0;  // "since"
  bool operator==(const BlockedCardRecord&) const = default;
};

// coupons; key = serial.
struct CouponRecord {
  std::int64_t member = 0;  // "no": 0: of whoever shows it
  std::string status;       // "st": ISSUED, USED, VOIDED
  std::string terms;        // "tm": an object, as journal::encodeTerms writes it
  std::string expires;      // "ex", optional: last good day, ISO
  bool unlimited = false;   // "nl"
  std::string origin;       // "why"
  std::string origin_key;   // "k"
  bool operator==(const CouponRecord&) const = default;
};

// price; key = sku, '@' and valid_from. A whole price of one product: what is missing has no such price.
struct PriceRecord {
  std::string sku;                           // "k"
  std::string valid_from;                    // "from": local time of the store, ISO
  std::int64_t price = 0;                    // "p": fen a piece or kg
  std::optional<std::int64_t> promo_price;   // "pp", optional
  std::optional<std::int64_t> member_price;  // "mp", optional
  // "mf", "gf", optional: from when members, and everybody, may buy, ISO dates; empty: at once. Missing: as it was.
  std::optional<std::string> members_from{}, guests_from{};
  bool operator==(const PriceRecord&) const = default;
};

// erase; key = member id. The till destroys the profile, its look-up keys and the salt, and answers erase.done.
struct EraseRecord {
  std::int64_t no = 0;     // "no"
  std::int64_t at_ms = 0;  // "at"
  bool operator==(const EraseRecord&) const = default;
};

std::string encode(const RulesRecord& record);
std::string encode(const MemberRecord& record);
std::string encode(const BlockedCardRecord& record);
std::string encode(const CouponRecord& record);
std::string encode(const PriceRecord& record);
std::string encode(const EraseRecord& record);
base::Result<RulesRecord> parseRules(std::string_view data);
base::Result<MemberRecord> parseMember(std::string_view data);
base::Result<BlockedCardRecord> parseBlockedCard(std::string_view data);
base::Result<CouponRecord> parseCoupon(std::string_view data);
base::Result<PriceRecord> parsePrice(std::string_view data);
base::Result<EraseRecord> parseErase(std::string_view data);

}  // namespace kahui::sync
