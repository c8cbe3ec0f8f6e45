// Headquarters' storage (protocol.md): one interface, an adapter for each engine, one test suite for both. Amounts in
// fen, points whole, times in milliseconds UTC, dates as business dates. Thread rule: one HqStore belongs to one
// thread; several work on one database.
//
// Inside a transaction a failure of the engine leaves `work` by an exception of the adapter that nobody catches:
// transaction() rolls back, runs `work` again if the engine asks for that (serialization), and turns the rest into an
// Error. So `work` changes nothing but the database and its own results, and starts these anew each time.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/hq_blobs.hpp"
#include "core/ports/hq_counter.hpp"
#include "core/ports/hq_operations.hpp"
#include "core/ports/hq_partners.hpp"
#include "core/ports/hq_records.hpp"
#include "core/ports/hq_rewards.hpp"
#include "core/ports/hq_value.hpp"

namespace kahui::ports {

class HqTransaction : public HqOperations,
                      public HqValue,
                      public HqCounter,
                      public HqBlobs,
                      public HqPartners,
                      public HqRewards {
 public:
  virtual std::optional<std::string> meta(std::string_view key) = 0;
  virtual void setMeta(std::string_view key, std::string_view value) = 0;

  // enrolment
  virtual void putCode(const HqCode& code) = 0;
  virtual std::optional<HqCode> code(std::string_view digest) = 0;  // nobody else uses it meanwhile
  virtual void putTerminal(const HqTerminal& terminal) = 0;
  virtual std::optional<HqTerminal> terminal(std::string_view id) = 0;
  virtual std::optional<HqTerminal> lockTerminal(
      std::string_view id) = 0;  // nobody else's batch of it goes on meanwhile
  virtual std::vector<HqTerminal> terminals() = 0;

  // ingest
  virtual std::optional<HqIncarnation> incarnation(std::string_view terminal, std::uint32_t inc) = 0;
  virtual std::vector<HqIncarnation> incarnations(std::string_view terminal) = 0;
  virtual void putIncarnation(const HqIncarnation& incarnation) = 0;
  virtual void putInbox(const HqInboxBatch& batch) = 0;
  // Batches that hold an event from `seq` on, in order.
  virtual std::vector<HqInboxBatch> inboxFrom(std::string_view terminal, std::uint32_t inc, std::uint64_t seq,
                                              int limit) = 0;
  virtual std::optional<base::Sha256> hashAt(std::string_view terminal, std::uint32_t inc, std::uint64_t seq) = 0;

  // projectors. A lease's token rises with each new holder: what an old holder writes late is refused.
  virtual std::optional<std::int64_t> takeLease(std::string_view name, std::string_view owner, std::int64_t now_ms,
                                                std::int64_t until_ms) = 0;
  virtual bool holdsLease(std::string_view name, std::int64_t token) = 0;
  virtual std::vector<HqBacklog> backlog(int limit) = 0;
  virtual void setProjected(std::string_view terminal, std::uint32_t inc, std::uint64_t seq) = 0;
  // What a page of a terminal's events is about, told before them: an engine behind a network reads it at once. It
  // changes no answer.
  virtual void expectPage(std::string_view terminal, const std::vector<base::Id>& events,
                          const std::vector<std::int64_t>& member_nos) = 0;
  virtual bool firstSight(std::string_view terminal, const base::Id& event, std::uint32_t inc, std::uint64_t seq) = 0;
  virtual void putDaySpan(std::string_view terminal, base::BusinessDate day, std::uint32_t inc, std::uint64_t seq) = 0;
  virtual void putSale(const HqSale& sale) = 0;
  virtual void putLines(const HqEventKey& key, base::BusinessDate day, const std::vector<HqLine>& lines) = 0;
  virtual void putPayments(const HqEventKey& key, base::BusinessDate day, const std::vector<HqPayment>& payments) = 0;
  virtual void putShift(const HqShift& shift) = 0;
  virtual void putPosting(const HqPosting& posting) = 0;
  virtual void putQuarantine(const HqQuarantine& row) = 0;
  virtual std::vector<HqQuarantine> quarantine() = 0;
  virtual void removeQuarantine(const HqEventKey& key) = 0;
  virtual void putFlag(const HqFlag& flag) = 0;  // what somebody should look at; nothing hangs on it
  virtual std::vector<HqFlag> flags() = 0;
  virtual void forgetFacts() = 0;  // everything that is projected, so that it can be folded again from the inbox

  // members, cards, coupons
  virtual std::optional<std::string> memberIdOf(std::string_view terminal, std::int64_t no) = 0;
  virtual void linkMemberNo(std::string_view terminal, std::int64_t no, std::string_view member) = 0;
  virtual std::optional<std::string> memberIdByNo(std::int64_t no) = 0;  // of a number that headquarters gave
  virtual std::optional<HqMember> member(std::string_view id) = 0;
  virtual void putMember(const HqMember& member) = 0;
  virtual void addToMember(std::string_view id, base::Points noncash, base::Points cashable, base::Points lifetime) = 0;
  virtual void putVisit(std::string_view member, std::string_view store, base::BusinessDate day) = 0;
  // A new store gets every member that has no home, with its marks.
  virtual void welcomeStore(std::string_view store, std::string_view feed) = 0;
  virtual std::vector<std::string> storesOf(std::string_view member) = 0;
  virtual std::vector<HqEventKey> lastPostings(
      std::string_view member) = 0;  // of each terminal that moved this member's points
  virtual void putCard(const HqCard& card) = 0;
  virtual std::vector<HqCard> cards(std::string_view member) = 0;
  virtual std::vector<HqCard> cardsByKey(std::string_view key) = 0;
  virtual std::optional<std::string> claimOf(std::string_view kind, std::string_view key) = 0;  // who has it
  virtual void dropCard(std::string_view key, std::string_view member) = 0;
  // Profiles beside the log; the newest of a member counts. Waiting: its member is known, and it was not looked at.
  virtual void putProfileBox(const HqProfileBox& box) = 0;
  virtual std::vector<HqProfileBox> waitingProfiles(int limit) = 0;
  virtual void profileDone(std::string_view member) = 0;
  // Forgets who the member is: telephone, cards, and what of the profile went into the feeds.
  virtual void dropIdentity(std::string_view member) = 0;
  virtual std::optional<HqCoupon> coupon(std::string_view serial) = 0;
  virtual void putCoupon(const HqCoupon& coupon) = 0;
  // Members who had a lot of points whose last day is in [from, before), by id.
  virtual std::vector<std::string> membersWithEndedLots(base::BusinessDate from, base::BusinessDate before,
                                                        std::string_view after, int limit) = 0;
  virtual std::vector<HqPosting> postingsOf(std::string_view member) = 0;  // by day, then by key
  // Net purchases in a span of days of the members with an id in (after, upto]; refunds are deducted from the day of
  // their sale.
  virtual std::vector<std::pair<std::string, base::Money>> spent(base::BusinessDate first, base::BusinessDate last,
                                                                 std::string_view after, std::string_view upto) = 0;
  virtual bool claim(std::string_view kind, std::string_view key,
                     std::string_view member) = 0;  // false: another has it

  // rules
  virtual void putPack(const HqPack& pack) = 0;
  virtual std::vector<HqPack> packs() = 0;  // by valid_from, then by publication

  // prices, by product and time; the same again replaces
  virtual void putPrice(const HqPrice& price) = 0;
  virtual std::optional<HqPrice> price(std::string_view sku, std::string_view valid_from) = 0;

  // change feeds. A mark says that a record changed; one sequencer makes of marks positions without holes.
  virtual void mark(std::string_view feed, std::string_view key) = 0;
  virtual std::vector<HqMark> takeMarks(
      int limit) = 0;  // of all feeds but `calendar` and `rights`, which are no till's
  virtual std::vector<std::string> takeMarksOf(std::string_view feed, int limit) = 0;  // their keys
  virtual std::int64_t appendChange(std::string_view feed, std::string_view key, std::string_view item) = 0;
  virtual HqFeedBounds feedBounds(std::string_view feed) = 0;
  virtual std::vector<HqChange> changesAfter(std::string_view feed, std::int64_t after, int limit) = 0;
  virtual std::vector<HqChange> latestChanges(std::string_view feed, std::string_view after_key,
                                              int limit) = 0;  // the last of each key

  // reconciliation and export
  virtual std::vector<HqDaySpan> daySpans(base::BusinessDate day) = 0;
  virtual HqDaySums factSums(std::string_view terminal, base::BusinessDate day) = 0;
  virtual std::vector<HqStoreDay> storeDays(base::BusinessDate day) = 0;
  virtual std::vector<HqShift> shifts(std::string_view terminal, base::BusinessDate day) = 0;
  // Sales of a terminal since a day whose receipt's number ends so.
  virtual std::vector<HqSale> salesNumbered(std::string_view terminal, base::BusinessDate since,
                                            std::string_view receipt_tail) = 0;
  virtual std::vector<HqEventKey> returnsOf(std::string_view sale) = 0;            // by the sale's event id
  virtual std::vector<HqSale> salesAfter(const HqEventKey& after, int limit) = 0;  // by terminal, incarnation, sequence
  virtual std::vector<HqPosting> postingsAfter(const HqPosting& after, int limit) = 0;
  virtual std::vector<HqMember> membersAfter(std::string_view after, int limit) = 0;
};

class HqStore {
 public:
  virtual ~HqStore() = default;

  // All of `work` or nothing, durable when it answers; the error of `work` undoes it. Errors of the engine: StoreFull,
  // StoreLocked, StoreCorrupt, StoreIo. After StoreIo it is not known whether the transaction stands: nothing may be
  // answered as done.
  virtual base::Status transaction(const std::function<base::Status(HqTransaction&)>& work) = 0;

  // Makes room for facts of these days; called ahead of them.
  virtual base::Status prepareDays(base::BusinessDate first, base::BusinessDate last) = 0;
};

}  // namespace kahui::ports
