// Headquarters' store over either engine. Thread rule: as HqStore.
#pragma once

#include "app/hqdb/database.hpp"
#include "app/hqdb/page_memory.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hqdb {

class SqlTransaction final : public ports::HqTransaction {
 public:
  explicit SqlTransaction(Database& database) : m_database(database) {}

  std::optional<std::string> meta(std::string_view key) override;
  void setMeta(std::string_view key, std::string_view value) override;

  void putCode(const ports::HqCode& code) override;
  std::optional<ports::HqCode> code(std::string_view digest) override;
  void putTerminal(const ports::HqTerminal& terminal) override;
  std::optional<ports::HqTerminal> terminal(std::string_view id) override;
  std::optional<ports::HqTerminal> lockTerminal(std::string_view id) override;
  std::vector<ports::HqTerminal> terminals() override;

  std::optional<ports::HqIncarnation> incarnation(std::string_view terminal, std::uint32_t inc) override;
  std::vector<ports::HqIncarnation> incarnations(std::string_view terminal) override;
  void putIncarnation(const ports::HqIncarnation& incarnation) override;
  void putInbox(const ports::HqInboxBatch& batch) override;
  std::vector<ports::HqInboxBatch> inboxFrom(std::string_view terminal, std::uint32_t inc, std::uint64_t seq,
                                             int limit) override;
  std::optional<base::Sha256> hashAt(std::string_view terminal, std::uint32_t inc, std::uint64_t seq) override;

  std::optional<std::int64_t> takeLease(std::string_view name, std::string_view owner, std::int64_t now_ms,
                                        std::int64_t until_ms) override;
  bool holdsLease(std::string_view name, std::int64_t token) override;
  std::vector<ports::HqBacklog> backlog(int limit) override;
  void setProjected(std::string_view terminal, std::uint32_t inc, std::uint64_t seq) override;
  void expectPage(std::string_view terminal, const std::vector<base::Id>& events,
                  const std::vector<std::int64_t>& member_nos) override;
  bool firstSight(std::string_view terminal, const base::Id& event, std::uint32_t inc, std::uint64_t seq) override;
  void putDaySpan(std::string_view terminal, base::BusinessDate day, std::uint32_t inc, std::uint64_t seq) override;
  void putSale(const ports::HqSale& sale) override;
  void putLines(const ports::HqEventKey& key, base::BusinessDate day, const std::vector<ports::HqLine>& lines) override;
  void putPayments(const ports::HqEventKey& key, base::BusinessDate day,
                   const std::vector<ports::HqPayment>& payments) override;
  void putShift(const ports::HqShift& shift) override;
  void putPosting(const ports::HqPosting& posting) override;
  void putQuarantine(const ports::HqQuarantine& row) override;
  std::vector<ports::HqQuarantine> quarantine() override;
  void removeQuarantine(const ports::HqEventKey& key) override;
  void putFlag(const ports::HqFlag& flag) override;
  std::vector<ports::HqFlag> flags() override;
  void forgetFacts() override;

  std::optional<std::string> memberIdOf(std::string_view terminal, std::int64_t no) override;
  void linkMemberNo(std::string_view terminal, std::int64_t no, std::string_view member) override;
  std::optional<std::string> memberIdByNo(std::int64_t no) override;
  std::optional<ports::HqMember> member(std::string_view id) override;
  void putMember(const ports::HqMember& member) override;
  void addToMember(std::string_view id, base::Points noncash, base::Points cashable, base::Points lifetime) override;
  void putVisit(std::string_view member, std::string_view store, base::BusinessDate day) override;
  void welcomeStore(std::string_view store, std::string_view feed) override;
  std::vector<std::string> storesOf(std::string_view member) override;
  std::vector<ports::HqEventKey> lastPostings(std::string_view member) override;
  void putCard(const ports::HqCard& card) override;
  std::vector<ports::HqCard> cards(std::string_view member) override;
  std::vector<ports::HqCard> cardsByKey(std::string_view key) override;
  std::optional<ports::HqCoupon> coupon(std::string_view serial) override;
  void putCoupon(const ports::HqCoupon& coupon) override;
  bool claim(std::string_view kind, std::string_view key, std::string_view member) override;

  void putPack(const ports::HqPack& pack) override;
  std::vector<ports::HqPack> packs() override;

  void mark(std::string_view feed, std::string_view key) override;
  std::vector<ports::HqMark> takeMarks(int limit) override;
  std::optional<std::string> claimOf(std::string_view kind, std::string_view key) override;
  void dropCard(std::string_view key, std::string_view member) override;
  void putProfileBox(const ports::HqProfileBox& box) override;
  std::vector<ports::HqProfileBox> waitingProfiles(int limit) override;
  void profileDone(std::string_view member) override;
  void dropIdentity(std::string_view member) override;
  void putPrice(const ports::HqPrice& price) override;
  std::optional<ports::HqPrice> price(std::string_view sku, std::string_view valid_from) override;
  std::vector<std::string> takeMarksOf(std::string_view feed, int limit) override;
  std::vector<std::string> membersWithEndedLots(base::BusinessDate from, base::BusinessDate before,
                                                std::string_view after, int limit) override;
  std::vector<ports::HqPosting> postingsOf(std::string_view member) override;
  std::vector<std::pair<std::string, base::Money>> spent(base::BusinessDate first, base::BusinessDate last,
                                                         std::string_view after, std::string_view upto) override;
  std::int64_t appendChange(std::string_view feed, std::string_view key, std::string_view item) override;
  ports::HqFeedBounds feedBounds(std::string_view feed) override;
  std::vector<ports::HqChange> changesAfter(std::string_view feed, std::int64_t after, int limit) override;
  std::vector<ports::HqChange> latestChanges(std::string_view feed, std::string_view after_key, int limit) override;

  std::vector<ports::HqDaySpan> daySpans(base::BusinessDate day) override;
  ports::HqDaySums factSums(std::string_view terminal, base::BusinessDate day) override;
  std::vector<ports::HqStoreDay> storeDays(base::BusinessDate day) override;
  std::vector<ports::HqShift> shifts(std::string_view terminal, base::BusinessDate day) override;
  std::vector<ports::HqSale> salesAfter(const ports::HqEventKey& after, int limit) override;
  std::vector<ports::HqPosting> postingsAfter(const ports::HqPosting& after, int limit) override;
  std::vector<ports::HqMember> membersAfter(std::string_view after, int limit) override;

  // sql_operations.cpp
  void putBody(const ports::HqBody& body) override;
  std::optional<ports::HqBody> body(std::string_view terminal, const base::Sha256& digest) override;
  void dropBodies(std::int64_t received_before_ms) override;
  void putDayLock(const ports::HqDayLock& lock) override;
  std::optional<ports::HqDayLock> dayLock(std::string_view terminal, base::BusinessDate day) override;
  std::vector<ports::HqDayLock> dayLocks(base::BusinessDate first, base::BusinessDate last) override;
  void putAdjustment(const ports::HqAdjustment& adjustment) override;
  std::vector<ports::HqAdjustment> adjustments() override;
  std::vector<base::BusinessDate> daysWithEvents(base::BusinessDate first, base::BusinessDate last) override;
  std::optional<std::uint64_t> firstUnsettled(std::string_view terminal, std::uint32_t inc) override;
  std::uint64_t receivedUntil(std::string_view terminal, std::uint32_t inc, std::int64_t received_ms) override;
  void putOrder(const ports::HqOrder& order) override;
  std::vector<ports::HqOrder> orders(std::string_view terminal, bool open_only) override;
  void putCursor(const ports::HqCursor& cursor) override;
  void logCursor(const ports::HqCursor& cursor, std::int64_t at_ms) override;
  std::optional<ports::HqCursor> cursorBy(std::string_view terminal, std::string_view feed,
                                          std::int64_t at_ms) override;
  std::optional<ports::HqChange> lastChange(std::string_view feed, std::string_view key) override;
  std::vector<ports::HqCursor> cursorsOf(std::string_view feed) override;
  std::vector<ports::HqCursor> cursorsOfTerminal(std::string_view terminal) override;
  std::int64_t pruneFeed(std::string_view feed, std::int64_t floor) override;
  std::int64_t feedFloor(std::string_view feed) override;
  void putCertificate(const ports::HqCertificate& certificate) override;
  std::vector<ports::HqCertificate> certificates(std::string_view terminal) override;
  void dropCertificates(std::string_view terminal, std::int64_t issued_before_ms) override;

  // sql_value.cpp
  void putValueMove(const ports::HqValueMove& move) override;
  std::vector<ports::HqValueMove> valueMoves(std::string_view member) override;
  std::vector<ports::HqEventKey> lastValueMoves(std::string_view member) override;
  void addToStored(std::string_view member, base::Money principal, base::Money bonus) override;
  std::optional<ports::HqStoredAccount> stored(std::string_view member) override;
  void putCountCard(const ports::HqCountCard& card) override;
  std::optional<ports::HqCountCard> countCard(std::string_view card) override;
  std::vector<ports::HqCountCard> countCards(std::string_view member) override;
  void forgetValue() override;
  void putReferrer(std::string_view member, std::string_view referrer) override;
  std::optional<std::string> referrerOf(std::string_view member) override;
  std::vector<std::string> refereesOf(std::string_view referrer) override;
  void putReward(const ports::HqReward& reward) override;
  std::optional<ports::HqReward> reward(std::string_view subject, std::string_view why, std::string_view key) override;
  std::vector<ports::HqReward> rewards(std::string_view subject, std::string_view why) override;
  void forgetRewards() override;
  std::vector<std::string> mergedInto(std::string_view survivor) override;
  std::optional<base::BusinessDate> term(std::string_view member) override;
  void putTerm(std::string_view member, base::BusinessDate until, const ports::HqEventKey& by) override;
  std::vector<ports::HqEventKey> lastTermMoves(std::string_view member) override;
  std::vector<ports::HqPointsSum> pointsBetween(base::BusinessDate from, base::BusinessDate to) override;
  void putHandTier(const ports::HqHandTier& hand) override;
  std::optional<ports::HqHandTier> handTier(std::string_view member) override;
  std::vector<std::string> handTiersEnded(base::BusinessDate from, base::BusinessDate before, std::string_view after,
                                          int limit) override;
  std::optional<std::string> onlyMemberNumbered(std::int64_t no) override;
  void putTerms(std::string_view member, std::string_view version, std::int64_t at_ms) override;
  std::optional<std::pair<std::string, std::int64_t>> acceptedTerms(std::string_view member) override;
  void putChannelBill(const ports::HqChannelBill& bill) override;
  std::vector<ports::HqChannelBill> channelBills(std::string_view member, int limit) override;
  bool signIn(std::string_view member, base::BusinessDate day, const ports::HqEventKey& by) override;
  std::vector<ports::HqPaidBill> paidBills(std::string_view member, base::BusinessDate from,
                                           base::BusinessDate to) override;
  base::Money largestBill(std::string_view member) override;
  int referralsBy(std::string_view referrer) override;
  void putBought(std::string_view member, const ports::HqBought& bought) override;
  std::optional<ports::HqBought> bought(std::string_view member) override;
  std::vector<ports::HqRights> rightsOf(std::string_view member) override;
  void addRights(const ports::HqRights& by) override;
  std::vector<ports::HqRights> rightsAt(std::string_view terminal) override;
  void loseRights(std::string_view terminal) override;
  std::vector<ports::HqRights> lostRights() override;
  void moveRights(std::string_view member, std::string_view to) override;
  std::int64_t lastGrant(std::string_view terminal, std::int64_t epoch) override;
  void putGrant(const ports::HqGrant& grant) override;
  std::optional<ports::HqGrant> grant(std::string_view terminal, std::int64_t epoch, std::int64_t no) override;
  std::vector<ports::HqGrant> grantsAfter(std::string_view terminal, std::int64_t epoch, std::int64_t no,
                                          int limit) override;
  void lockCredit(std::string_view member) override;
  ports::HqDeficits deficits(std::string_view member) override;
  void putDeficits(std::string_view member, const ports::HqDeficits& deficits) override;
  std::optional<ports::HqReservation> reservation(std::string_view member, std::string_view id) override;
  void putReservation(const ports::HqReservation& reservation) override;
  base::Points reserved(std::string_view member, std::int64_t since_ms) override;
  std::optional<ports::HqCouponHold> couponHold(std::string_view serial) override;
  void putCouponHold(const ports::HqCouponHold& hold) override;
  void dropCouponHold(std::string_view serial, std::string_view attempt) override;
  std::optional<ports::HqHeldBill> heldBill(std::string_view terminal, std::string_view bill) override;
  void putHeldBill(const ports::HqHeldBill& bill) override;
  std::vector<ports::HqHeldBill> heldBills(std::string_view store, std::int64_t since_ms) override;
  void dropHeldBills(std::string_view store, std::int64_t before_ms) override;
  std::optional<ports::HqPointsClaim> pointsClaim(std::string_view sale) override;
  void putPointsClaim(const ports::HqPointsClaim& claim) override;
  std::vector<ports::HqSale> salesNumbered(std::string_view terminal, base::BusinessDate since,
                                           std::string_view receipt_tail) override;
  std::vector<ports::HqEventKey> returnsOf(std::string_view sale) override;
  void putAnnouncement(const ports::HqAnnouncement& announcement) override;
  std::vector<ports::HqAnnouncement> announcements() override;
  void putReadMark(const ports::HqReadMark& mark) override;
  std::vector<ports::HqReadMark> readMarks() override;

  void putBlob(const ports::HqBlob& blob) override;
  std::optional<ports::HqBlob> blob(std::string_view terminal, std::string_view id) override;
  std::vector<ports::HqBlob> blobs() override;
  void addBlobPart(std::string_view terminal, std::string_view id, std::int64_t first,
                   const std::string& bytes) override;
  std::string blobBytes(std::string_view terminal, std::string_view id) override;
  void dropBlob(std::string_view terminal, std::string_view id) override;
  void addSnapshotPart(std::string_view feed, std::string_view id, std::int64_t first, const std::string& bytes,
                       std::int64_t made_ms) override;
  bool snapshotKept(std::string_view id) override;
  std::string snapshotBytes(std::string_view id) override;
  std::vector<std::string> snapshotsKept(std::string_view feed) override;
  void dropSnapshot(std::string_view feed, std::string_view id) override;

  bool addPrintedCard(const ports::HqPrintedCard& card) override;
  std::vector<ports::HqPrintedCard> printedCards(std::string_view key) override;
  void spoilCard(std::string_view key, std::int64_t at_ms, std::string_view reason) override;
  std::vector<ports::HqCardStock> cardStock() override;
  void putPartner(const ports::HqPartner& partner) override;
  std::vector<ports::HqPartner> partners() override;
  void putConsent(const ports::HqPartnerConsent& consent) override;
  void dropConsent(std::string_view partner, std::string_view member) override;
  std::vector<ports::HqPartnerConsent> consents(std::string_view partner) override;
  void putPartnerCoupon(std::string_view partner, std::string_view serial) override;
  std::vector<std::string> partnerCoupons(std::string_view partner) override;
  void putPartnerSaving(const ports::HqPartnerSaving& saving) override;
  std::vector<ports::HqPartnerSaving> partnerSavingsOf(std::string_view sale) override;
  std::vector<ports::HqPartnerSaving> partnerSavings(std::string_view partner, base::BusinessDate from,
                                                     base::BusinessDate to) override;

 private:
  void expectMembers(std::string_view terminal, std::string_view numbers);  // with commas between
  std::optional<ports::HqMember>& remembered(const std::string& id);
  void write(const ports::HqMember& member);

  Database& m_database;
  PageMemory m_memory;
};

class SqlHqStore final : public ports::HqStore {
 public:
  // Opens and brings the tables up to date.
  static base::Result<std::unique_ptr<SqlHqStore>> open(DatabaseSource& source);

  base::Status transaction(const std::function<base::Status(ports::HqTransaction&)>& work) override;
  base::Status prepareDays(base::BusinessDate first, base::BusinessDate last) override;

  // For tests that look behind the port, or spoil what stands there.
  [[nodiscard]] Database& database() { return *m_database; }

 private:
  explicit SqlHqStore(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
  std::unique_ptr<Database> m_database;
};

}  // namespace kahui::hqdb
