// Store over one SQLite file. Thread rule of the port: one object, one thread. Writers of the same process share a
// WriterGate.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "core/base/clock.hpp"
#include "core/base/sha256.hpp"
#include "core/ports/card_memory.hpp"
#include "core/ports/store.hpp"
#include "core/ports/sync_store.hpp"
#include "core/store/connection.hpp"
#include "core/store/folder.hpp"
#include "core/store/product_cache.hpp"
#include "core/store/rows.hpp"
#include "core/store/sealer.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/transaction.hpp"
#include "core/store/writer_gate.hpp"

namespace kahui::store {

using ports::RulePackText;

struct NewStore {
  ports::StoreInfo info;  // store_id and terminal empty: drawn from `random`
  RulePackText rule_pack;
  std::optional<StoreKey> key{};  // none: drawn from `random`
};

// Of table payment.
enum class PaymentStatus { Begun, Paid, Unpaid, Reversed, Refunded };
PaymentStatus paymentStatus(const std::string& outcome);  // of journal::PaymentEnded; Begun for one that is not known

class CardMemory;

class SqliteStore final : public ports::Store, public ports::SyncStore {
 public:
  struct Options {
    bool read_only = false;
    std::string program = "kahui";               // named in the lock
    std::string vfs;                             // fault tests
    std::shared_ptr<WriterGate> gate;            // null: one of its own
    std::shared_ptr<base::RandomSource> random;  // null: the system's
    std::shared_ptr<base::Clock> clock;          // null: the system's; used for events of the store itself
  };

  // StoreExists if the folder holds one. Provisions the file before the first sale (reliability.md, decision 2).
  static base::Status create(const std::filesystem::path& folder, const NewStore& store, base::RandomSource& random,
                             const std::string& vfs = {});
  static base::Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& folder, Options options);
  ~SqliteStore() override;

  // Port
  // -------------------------------------------------------------------------------------------------------------------------
  const ports::StoreInfo& info() const override { return m_info; }
  base::Result<std::int64_t> lastEventMs() override { return m_head.at_ms; }
  base::Status readTogether(const std::function<base::Status()>& work) override;
  base::Result<ports::FoundProduct> productByBarcode(std::string_view barcode) override;
  base::Result<ports::FoundProduct> productBySku(std::string_view sku) override;
  base::Result<std::vector<catalog::Product>> searchProducts(std::string_view query, int limit) override;
  base::Result<std::string> categoryName(std::string_view code) override;
  base::Result<std::string> applyPrices() override;
  base::Result<std::optional<ports::CardHit>> memberByCard(const member::Credential& credential) override;
  base::Result<std::optional<member::Member>> memberByPhone(std::string_view phone) override;
  base::Result<std::optional<member::Member>> memberByNo(member::MemberNo no) override;
  base::Result<std::vector<member::Member>> membersByPhoneTail(std::string_view digits, int limit) override;
  base::Result<std::vector<journal::LotPart>> pointsLots(member::MemberNo no) override;
  base::Result<std::optional<ports::StoredCoupon>> couponBySerial(std::string_view serial) override;
  base::Result<std::vector<ports::StoredCoupon>> couponsOf(member::MemberNo no, base::BusinessDate day) override;
  base::Result<std::vector<journal::UsedPromotion>> promotionUses(member::MemberNo no, base::BusinessDate day) override;
  base::Result<ports::RulesInForce> rulePack() override;
  base::Result<std::optional<std::string>> rulePackOf(std::string_view version) override;
  base::Result<std::optional<ports::JobState>> job(std::string_view name) override;
  base::Result<std::vector<ports::MemberBrief>> membersAfter(member::MemberNo after, int limit) override;
  base::Result<std::optional<ports::HandTier>> handTier(member::MemberNo no) override;
  base::Result<std::vector<member::MemberNo>> handTiersEnded(base::BusinessDate today, int limit) override;
  base::Result<member::MemberNo> survivorOf(member::MemberNo no) override;
  base::Result<std::optional<std::pair<std::string, std::string>>> referralLift(member::MemberNo no) override;
  base::Result<bool> joinedBy(std::string_view receipt_no) override;
  base::Result<std::vector<ports::EndedLot>> lotsEnded(base::BusinessDate last_day, int limit) override;
  base::Result<int> couponsIssued(member::MemberNo no, std::string_view origin, std::string_view key) override;
  base::Result<std::optional<ports::StoredAccount>> storedAccount(member::MemberNo no, base::BusinessDate day) override;
  base::Result<std::vector<ports::OwnedCount>> countCards(member::MemberNo no) override;
  base::Result<std::optional<ports::OwnedCount>> countCard(std::string_view card) override;
  base::Result<std::vector<ports::ValueRow>> valueHistory(member::MemberNo no, int limit) override;
  base::Result<std::vector<ports::OpenPayment>> openPayments() override;
  base::Result<std::optional<ports::OpenPayment>> openPayment(std::string_view payment) override;
  base::Status spentInYear(int year, std::unordered_map<std::int64_t, base::Money>& spent) override;
  base::Result<std::optional<ports::Staff>> staffByCode(std::string_view code) override;
  base::Status verifyPin(const ports::Staff& staff, std::string_view pin, std::int64_t now_ms) override;
  base::Result<std::vector<ports::Staff>> staffList() override;
  base::Status changeStaff(const ports::Staff& staff, const std::optional<std::string>& pin, const std::string& by,
                           const std::string& note) override;
  base::Result<std::optional<ports::Staff>> staffByBadge(const member::Credential& card) override;
  base::Result<bool> hasBadge(std::string_view code) override;
  base::Status setBadge(const std::string& code, const std::optional<member::Credential>& card,
                        const std::string& by) override;
  base::Result<bool> hasMemberPin(member::MemberNo no) override;
  base::Status verifyMemberPin(member::MemberNo no, std::string_view pin, base::BusinessDate day) override;
  base::Status setMemberPin(member::MemberNo no, std::string_view pin, const ports::Staff& by) override;
  base::Result<std::optional<ports::Shift>> openShift() override;
  base::Result<std::int64_t> nextShiftId() override;
  base::Result<std::optional<ports::ClosedShift>> lastClosedShift() override;
  base::Status shiftEvents(std::int64_t shift, const std::function<void(const journal::Event&)>& each) override;
  base::Result<ports::PointsBook> shiftPoints(std::int64_t shift) override;
  base::Status holdBill(const ports::HeldBill& bill, journal::Draft draft) override;
  base::Result<std::vector<ports::HeldBill>> heldBills() override;
  base::Status endHeldBill(const base::Id& id, journal::Draft draft, bool owed = false) override;
  base::Status markOffered(const base::Id& id) override;
  base::Result<std::vector<base::Id>> owedBills() override;
  base::Status owedTold(const base::Id& id) override;
  base::Status takeOverBill(const ports::HeldBill& bill, const base::Id& origin, journal::Draft draft) override;
  base::Result<bool> tookOver(const base::Id& origin) override;
  base::Result<std::vector<ports::SaleBrief>> salesOfDay(base::BusinessDate day, int limit) override;
  base::Result<std::optional<ports::SaleBrief>> saleBrief(std::string_view receipt_no) override;
  base::Result<std::optional<base::Money>> lowestPaid(std::string_view sku, base::BusinessDate since) override;
  base::Result<std::optional<ports::StoredSale>> saleByRef(std::string_view ref) override;
  base::Result<std::optional<ports::StoredSale>> saleByReceipt(std::string_view receipt_no) override;
  base::Result<std::optional<ports::StoredSale>> lastSale() override;
  base::Result<std::vector<ports::StoredSale>> returnsOf(std::string_view sale_receipt_no) override;
  base::Result<journal::DayTotals> dayTotals(base::BusinessDate day) override;
  base::Result<std::vector<ports::Appended>> appendAll(std::span<journal::Draft> drafts) override;
  base::Result<std::vector<member::MemberNo>> joinMembers(std::span<const ports::MemberToJoin> members,
                                                          base::WallTime at, base::BusinessDate day,
                                                          std::vector<JoinError>& row_errors) override;
  base::Status bindCard(const ports::CardToBind& wanted, base::WallTime at, base::BusinessDate day) override;
  base::Result<std::vector<journal::Payload>> cardBinding(const ports::CardToBind& wanted) override;
  base::Status changeCard(const ports::CardChange& wanted, base::WallTime at, base::BusinessDate day) override;
  base::Result<ports::MemberFile> memberFile(member::MemberNo no) override;
  base::Result<std::vector<ports::PointsMove>> pointsHistory(member::MemberNo no, int limit) override;
  base::Result<std::vector<ports::MemberSale>> salesOf(member::MemberNo no, base::BusinessDate from,
                                                       int limit) override;
  base::Result<std::vector<journal::Event>> memberChanges(member::MemberNo no, int limit) override;
  base::Status correctMember(const ports::MemberCorrection& wanted, base::WallTime at, base::BusinessDate day) override;
  base::Status eraseMember(member::MemberNo no, const std::string& operator_code, base::WallTime at,
                           base::BusinessDate day) override;
  base::Status judgeMember(const ports::MemberJudgement& judged, const ports::JoinGift* gift, base::WallTime at,
                           base::BusinessDate day) override;
  base::Result<ports::MemberStanding> memberStanding(member::MemberNo no) override;
  base::Result<std::vector<member::MemberNo>> joinGiftsDue(int limit) override;
  base::Status giveJoinGift(member::MemberNo no, const ports::JoinGift* gift, const std::string& operator_code,
                            base::WallTime at, base::BusinessDate day) override;
  std::string claimCode(std::string_view receipt_no) override;
  base::Result<std::optional<std::string>> receiptOfClaim(std::string_view code) override;
  base::Result<std::optional<ports::StoredClaim>> claimOf(std::string_view receipt_no) override;
  base::Result<bool> claimedAway(const base::Id& sale) override;
  base::Result<std::vector<ports::StoredExchange>> exchangesSince(member::MemberNo no,
                                                                  base::BusinessDate from) override;
  base::Result<std::vector<ports::StoredTask>> tasks(const ports::TaskFilter& filter) override;
  base::Result<std::optional<ports::StoredTask>> task(std::string_view id) override;
  base::Result<ports::TaskCounts> taskCounts(base::LocalTime now, std::int64_t now_ms) override;
  base::Status appendTasks(std::span<journal::Draft> drafts, std::span<const SetText> texts) override;
  base::Result<bool> mayAddress(member::MemberNo no) override;
  base::Result<std::int64_t> benefitUsed(member::MemberNo no, std::string_view benefit,
                                         std::string_view period) override;
  base::Result<ports::BigBills> bigBills(std::int64_t after, base::BusinessDate from, base::BusinessDate to,
                                         base::Money least, int limit) override;
  base::Status appendComment(journal::Draft draft, std::string_view text) override;
  base::Result<std::vector<ports::StoredComment>> comments(std::string_view about, std::string_view key) override;
  base::Result<std::vector<ports::TalkState>> talks() override;
  base::Result<int> waitingComments() override;
  base::Result<std::string> carePlan() override;
  base::Result<std::vector<ports::GivenReward>> rewardsBy(member::MemberNo no) override;
  base::Result<ports::ReferralSum> referralsOf(member::MemberNo referrer) override;
  base::Result<ports::BoughtSoFar> boughtSoFar(member::MemberNo no, std::optional<base::BusinessDate> from) override;
  base::Result<base::Money> netBetween(member::MemberNo no, std::int64_t from_ms, std::int64_t to_ms) override;
  base::Result<std::optional<base::BusinessDate>> membershipUntil(member::MemberNo no) override;
  base::Result<std::string> deliveryNote(const base::Id& sale) override;
  base::Status appendDelivered(std::span<journal::Draft> drafts, const std::string& note) override;
  base::Status appendPaymentOf(journal::Draft draft, const base::Id& bill, std::int64_t member,
                               const std::string& note) override;
  base::Result<std::vector<ports::StoredTarget>> targets(std::string_view month) override;
  base::Result<ports::MemberProfiling> profiling(member::MemberNo no) override;
  base::Result<ports::BoughtMost> boughtMost(member::MemberNo no, base::BusinessDate from, std::size_t most) override;
  base::Result<std::vector<ports::StoredEvent>> clubEvents() override;
  base::Result<std::optional<ports::StoredEvent>> clubEvent(std::string_view id) override;
  base::Result<std::vector<ports::StoredGuest>> clubGuests(std::string_view event) override;
  base::Result<std::optional<journal::GuestState>> guestState(std::string_view event, member::MemberNo no) override;
  base::Result<std::int64_t> benefitUsedSince(member::MemberNo no, std::string_view benefit,
                                              base::BusinessDate from) override;
  base::Result<std::int64_t> benefitTotal(std::string_view benefit) override;
  base::Result<std::vector<std::pair<std::int64_t, std::int64_t>>> benefitUsers(std::string_view benefit,
                                                                                std::string_view period) override;
  base::Result<std::optional<ports::StoredDraw>> drawHeld(std::string_view draw, std::string_view period) override;
  std::string leadKey(std::string_view phone) override;
  base::Result<std::optional<ports::StoredLead>> lead(std::string_view key) override;
  base::Result<std::vector<journal::CampaignSet>> campaigns() override;
  base::Result<std::string> phoneState(member::MemberNo no) override;
  base::Status maintain() override;
  // What maintain() does when the log has grown: moves it into the file, and folds the day totals.
  base::Status checkpoint();

  // Port of synchronisation
  // -------------------------------------------------------------------------------------------------------------------
  const ports::StoreInfo& syncInfo() const override { return m_info; }
  base::Result<std::vector<member::Member>> profilesToSend(int limit) override;
  base::Status profilesSent(const std::vector<member::MemberNo>& members) override;
  base::Result<std::vector<ports::HeldChain>> chains() override;
  base::Result<std::optional<base::Sha256>> hashAt(std::uint32_t incarnation, std::uint64_t seq) override;
  base::Result<ports::OutboxLines> linesAfter(std::uint32_t incarnation, std::uint64_t after, std::size_t most_events,
                                              std::size_t most_bytes) override;
  base::Result<ports::Unsent> unsent() override;
  base::Status setAcked(std::uint32_t incarnation, const journal::ChainMark& acked, std::uint64_t purgeable,
                        bool headquarters_restored) override;
  base::Status beginIncarnation(const std::string& reason, std::uint32_t above, std::uint64_t lost_from) override;
  base::Status moveBranch(std::uint32_t incarnation, std::uint64_t common) override;
  base::Status keepFetched(std::uint32_t incarnation, std::uint64_t first, const base::Sha256& prev_hash,
                           const std::vector<std::string>& lines) override;
  base::Result<ports::HqContact> contact() override;
  base::Status setContact(const ports::HqContact& contact) override;
  base::Result<std::vector<ports::FeedCursor>> cursors() override;
  base::Status applyFeed(const ports::FeedPage& page) override;
  base::Status stageFeed(const ports::FeedPage& page, bool first) override;
  base::Status switchFeed(const ports::FeedCursor& cursor) override;
  base::Result<bool> settleFeed() override;
  base::Status keepMember(const ports::FeedMember& member) override;
  base::Result<std::optional<ports::ConfirmedBalance>> confirmedBalance(member::MemberNo no) override;
  base::Result<base::Points> pointsSpentOn(member::MemberNo no, base::BusinessDate day) override;
  base::Result<ports::OfflineBook> offlineBook(member::MemberNo no, base::BusinessDate day) override;
  base::Result<std::vector<ports::StoredAnnouncement>> announcements(base::BusinessDate day,
                                                                     std::string_view operator_code) override;
  base::Result<journal::GrantMark> grantMark() override;
  base::Status applyGrants(std::int64_t epoch, const std::vector<ports::Grant>& grants) override;
  // What of the cards outlives the process, for the threads of the readers: a connection of its own to the same file,
  // behind the same gate. Moves of points that a crash left without an end are in doubt from here on. The store must
  // be open for writing and outlive it.
  base::Result<std::shared_ptr<CardMemory>> openCardMemory();

  // All moves of points without an end, oldest first; one that is under way at this moment is among them.
  base::Result<std::vector<PurseDoubt>> purseDoubts();

  // Administration (kahuictl, first run)
  // ----------------------------------------------------------------------------------------------
  base::Status putProducts(std::span<const catalog::Product> products);  // inserts or replaces by sku; one transaction
  base::Status putCategories(std::span<const Category> categories);
  // What joinMembers() would say, without storing anything.
  base::Result<std::vector<member::MemberNo>> checkMembers(std::span<const ports::MemberToJoin> members,
                                                           std::vector<JoinError>& row_errors);
  // A rule pack that applies from its valid_from on; the journal names its version and hash. `pack.json` must be valid.
  base::Status applyRulePack(const RulePackText& pack, const base::WallTime& at, base::BusinessDate day) override;
  base::Result<std::string> setting(std::string_view name) override;
  base::Status putSetting(std::string_view name, std::string_view value, journal::Draft note) override;
  // Names a card as headquarters does (core/sync, cardHash); empty: the store is not enrolled.
  void nameCards(std::function<std::string(const member::Credential&)> card_hash) {
    m_card_hash = std::move(card_hash);
  }
  // The name that headquarters gave this register, and from where its new member numbers count; a note in the journal.
  base::Status adopt(const ports::StoreInfo& given, std::int64_t member_from);
  // Writes that a member of staff saw personal data in clear.
  base::Status logReveal(const ports::Staff& staff, const std::string& what);
  // Without a PIN nobody signs in under this code, it can only be named.
  base::Status putStaff(const ports::Staff& staff, std::string_view pin);
  // For reports: the folded days of a span; throws SQLite::Exception. Every member, opened one at a time.
  std::vector<std::pair<std::int32_t, journal::DayTotals>> foldedTotals(base::BusinessDate from, base::BusinessDate to);
  base::Status eachMember(const std::function<void(const member::Member&)>& each);
  // For reports: members of a snapshot that is in force and not all in its place, by number, as they are by it. In the
  // reader's transaction; throws SQLite::Exception.
  base::Result<std::map<std::int64_t, ports::FeedMember>> membersInForce();
  [[nodiscard]] Connection& connection() { return m_connection; }
  [[nodiscard]] const Sealer& sealer() const { return m_sealer; }
  [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

 private:
  struct Head {
    std::int64_t entry = 0;  // of the last event
    std::uint64_t seq = 0;
    std::int64_t hlc = 0;
    std::int64_t at_ms = 0;    // of the last event
    std::int64_t receipt = 0;  // last receipt number of this incarnation
    base::Sha256 hash{};
  };

  SqliteStore(std::filesystem::path folder, Options options, Connection connection, const StoreKey& key);
  static base::Status migrateForReading(const std::filesystem::path& folder, const Options& options);
  base::Status loadInfo();
  base::Status loadHead();
  base::Status checkHighWater();

  // Where a chain's lines lie (store_sync.cpp).
  struct Chain {
    std::uint32_t incarnation = 1;
    std::int64_t first_entry = 0;  // 0: only fetched
    std::uint64_t own = 0;         // journal lines that belong to it, from seq 1
    std::uint64_t cut_off = 0;     // journal lines of the incarnation that do not
    std::uint64_t fetched = 0;     // lines that follow on those
    std::uint64_t acked = 0;
    std::uint64_t purgeable = 0;
    base::Sha256 start{};
    [[nodiscard]] std::uint64_t head() const { return own + fetched; }
    // Of the line with this sequence number; positive: journal, negative: fetched.
    [[nodiscard]] std::int64_t entryOf(std::uint64_t seq) const;
  };
  base::Result<std::vector<Chain>> readChains();
  base::Result<std::optional<Chain>> readChain(std::uint32_t incarnation);
  base::Result<std::optional<base::Sha256>> hashIn(const Chain& chain, std::uint64_t seq);
  void putChain(const Chain& chain);

  // Incarnations and branches (store_branches.cpp).
  using Postings = std::vector<journal::PointsPosting>;
  base::Status openIncarnation(std::uint32_t number, const std::string& reason, std::uint64_t lost_from);
  base::Status appendNow(journal::Payload payload, std::string rules_version = {});
  base::Status copyLines(const Chain& chain, std::uint64_t after);
  base::Status keepLine(const Chain& chain, std::uint64_t seq, const std::string& line, const base::Sha256& hash,
                        bool known);
  bool bookFetched(const journal::Event& event, std::int64_t entry);
  Postings spreadOverLots(const Postings& postings);

  // What came down (store_feed.cpp).
  class Places;
  struct OwnMoves;
  base::Status applyItems(const ports::FeedPage& page);
  void putCursor(const ports::FeedCursor& cursor);
  base::Status applyRules(const ports::FeedRules& rules);
  base::Status applyMember(const ports::FeedMember& item, const Places& places, journal::PointsConfirmed& confirmed);
  base::Status putMember(const ports::FeedMember& item);
  base::Status setProfile(std::int64_t no, const base::Id& id, const member::Profile& profile);
  void dropProfile(std::int64_t no);
  // noncash, cashable, lifetime that headquarters had not seen
  base::Result<std::array<std::int64_t, 3>> unsettledMoves(const Places& places, const ports::FeedMember& member);
  base::Result<OwnMoves> ownMoves(const Places& places, std::int64_t no, std::uint32_t seen_incarnation,
                                  std::uint64_t seen_seq);
  base::Status confirm(const ports::FeedMember& item, const Places& places, journal::PointsConfirmed& confirmed);
  base::Status applyCard(const ports::FeedItem& item);
  base::Status applyCoupon(const std::string& serial, const ports::FeedCoupon& coupon);
  base::Status applyErase(const std::string& key);
  base::Status applyMerged(const ports::FeedMember& item);
  void settleSpends(const ports::FeedMember& item, const Places& places);
  void applyAnnouncement(const ports::FeedItem& item);
  base::Status confirmValue(const ports::FeedMember& item, const Places& places);
  base::Status confirmCount(std::int64_t no, ports::FeedCount card, int change);
  // What is in force and not moved to its place yet (store_stage.cpp).
  base::Status loadStage();
  [[nodiscard]] bool waits(std::string_view scope) const { return !m_in_force.empty() && m_in_force.contains(scope); }
  base::Status settleAll();
  base::Status settlePage(const std::string& scope);
  base::Status dropStaged(const std::string& scope);
  base::Status settleRow(const std::string& scope, std::int64_t n);
  base::Status settleRows(const std::string& scope, const std::vector<std::int64_t>& rows);
  base::Status settleMember(std::int64_t no);  // nothing waits: nothing to do; so the others
  base::Status settleCoupon(std::string_view serial);
  base::Status settleFound(const LookupKey& key, bool whole);
  base::Status settleOwners(const ports::FeedMember& member);
  base::Result<base::Bytes> encodeStaged(const ports::FeedItem& item);
  base::Result<ports::FeedItem> decodeStaged(const std::string& key, base::ByteView bytes);
  std::int64_t ownerOf(const LookupKey& key, bool phone);
  template <class Work>
  base::Status within(Work&& work);  // in the transaction that is open, or in one of its own
  // Rights and announcements (store_rights.cpp).
  void applyRedeemed(const journal::PointsRedeemed& redeemed, const journal::Event& event);
  void applyRightsPlaced(const journal::RightsPlaced& placed);
  void applyAnnouncementRead(const journal::AnnouncementRead& read, const journal::Event& event);
  void addRights(std::int64_t member, base::Points points);
  std::int64_t rightsOf(std::int64_t member);
  void noteProfile(std::int64_t no);  // it is to go up to headquarters
  base::Status keepPrice(const ports::FeedPrice& price);

  template <class Work>
  base::Status transaction(Work&& work);
  base::Result<ports::Appended> appendInside(journal::Draft& draft);
  // What an event does to the tables (store_projection.cpp).
  struct Project;
  void insertLine(const journal::Event& event, const std::string& line);
  void applyProjections(const journal::Event& event, const Postings& postings);
  void insertSale(const journal::Event& event, std::int64_t of, const SaleRow& row);
  void applyMember(const journal::MemberRegistered& member, const journal::Event& event);
  void applyPoints(const journal::Event& event, const Postings& postings);
  // A member's profile under his salt, as the journal has it.
  base::Result<std::string> sealedProfile(const base::Id& id, std::int64_t no, const member::Profile& profile);
  void applySealed(std::int64_t member, const std::string& sealed);
  // The member desk's events (store_member_desk.cpp).
  void noteChange(std::int64_t member);
  void applyJoining(const journal::MemberRegistered& joined, const journal::Event& event);
  void applyCorrection(const journal::MemberCorrected& corrected, const journal::Event& event);
  void applyFreeze(const journal::PointsFrozen& frozen);
  void applyVoid(const journal::PointsVoided& voided);
  void putHeldBill(const ports::HeldBill& bill);
  void applyClaim(const journal::PointsClaimed& claimed, const journal::Event& event);
  void applyClaimReversed(const journal::ClaimReversed& reversed);
  void applyExchange(const journal::PointsExchanged& exchanged, const journal::Event& event);
  void applyExchangeCancelled(const journal::ExchangeCancelled& cancelled, const journal::Event& event);
  // The manager's work (store_tasks.cpp).
  base::Result<ports::StoredTask> readTask(SQLite::Statement& row);
  void applyTasks(const journal::TasksOpened& opened, const journal::Event& event);
  void applyTask(const journal::TaskChanged& changed, const journal::Event& event);
  void applyBenefit(const journal::BenefitUsed& used);
  void putDelivery(const base::Id& under, std::int64_t member, const std::string& note);
  void dropDeliveryOf(const std::string& payment);
  void applyCarePlan(const journal::CarePlanSet& set);
  void applyTarget(const journal::TargetSet& set);
  void putText(const base::Id& id, const ports::TaskText& text);
  base::Result<std::string> textOf(const base::Id& id);
  // store_talk.cpp
  void applyComment(const journal::CommentMade& comment, const journal::Event& event);
  void applyTalk(const journal::TalkOpened& opened);
  // The club (store_club.cpp).
  void dropTags(std::int64_t member);
  void applyTagged(const journal::MemberTagged& tagged, const journal::Event& event);
  void applyPlanned(const journal::EventPlanned& planned);
  void applyGuests(const journal::GuestsMarked& marked, const journal::Event& event);
  void applyLead(const journal::LeadRecorded& lead);
  void applyLeadJoined(const journal::MemberRegistered& joined);
  void applyDraw(const journal::DrawHeld& held, const journal::Event& event);
  // store_campaigns.cpp
  void applyCampaign(const journal::CampaignSet& set);
  void applyPhoneChecked(const journal::PhoneChecked& checked);
  void forgetPhoneCheck(std::int64_t member);
  // Rewards and terms (store_rewards.cpp).
  void applyReward(const journal::PointsRewarded& rewarded);
  void applyMembership(const journal::MembershipMoved& moved);
  void applyTierBought(const journal::TierBought& bought, base::BusinessDate day);
  // A member's standing (store_standing.cpp).
  base::Status confirmTerm(const ports::FeedMember& item, const Places& places);
  base::Status giveJoinGift(const journal::Draft& cause, std::int64_t no, const std::string& phone_key,
                            const ports::JoinGift& gift, const std::string& operator_code);
  base::Status joinGroup(const journal::Draft& joining, std::int64_t no, const ports::MemberToJoin& wanted);
  std::string phoneKeyOf(const member::Profile& profile);
  bool joinedHere(std::int64_t no);  // as an application, and its gift is not given yet
  void noteApplication(std::int64_t no);
  void putReason(std::int64_t no, const std::string& reason);
  void joinGiftGiven(std::int64_t no);
  void applyJudged(const journal::MemberJudged& judged);
  void applyGrouped(const journal::MemberGrouped& grouped);
  void putGroup(std::int64_t no, const std::string& group);
  base::Status forgetMember(std::int64_t no, const base::Id& id);
  // store_hand_tier.cpp
  void applyHandTier(const journal::TierByHand& hand, base::BusinessDate day);
  void applyJoinReceipt(const journal::MemberRegistered& joined);
  void noteReferralLift(const journal::TierChanged& change);  // before the tier is changed
  base::Result<bool> confirmHandTier(const ports::FeedMember& item, const Places& places);
  void confirmAccepted(const ports::FeedMember& item);
  void keepMerged(const ports::FeedMember& item);
  void keepChannelBills(const ports::FeedMember& item);
  void addChannelBills(member::MemberNo no, base::BusinessDate from, int limit, std::vector<ports::MemberSale>& sales);
  void applyBound(const journal::CardBound& bound);
  void insertCard(std::int64_t member, const journal::IssuedCard& card);
  void setCardStatus(const std::string& key, const std::string& status);
  using Days = std::map<base::BusinessDate, journal::DayTotals>;
  base::Result<Days> unfoldedDays();
  base::Status foldDays();
  base::Status foldSome(bool& done);
  void addToDay(const journal::Event& event);  // of one that is fetched back
  void setCoupon(std::string_view serial, ports::CouponStatus status);
  void putPhone(std::int64_t no, const LookupKey& phone, std::array<std::int64_t, 2> tails);
  void putCard(std::int64_t no, const LookupKey& key, member::CredentialKind kind, member::CardStatus status);
  member::CardStatus blockedAtHeadquarters(const member::Credential& credential);
  std::int64_t memberBase();
  base::Status memberIsFree(const ports::MemberToJoin& member);
  base::Result<journal::Draft> memberDraft(const ports::MemberToJoin& member, base::WallTime at,
                                           base::BusinessDate day);
  base::Status joinRows(std::span<const ports::MemberToJoin> members, base::WallTime at, base::BusinessDate day,
                        std::vector<JoinError>& row_errors, std::vector<member::MemberNo>& numbers);
  base::Result<member::Member> readMember(SQLite::Statement& row);
  base::Result<std::optional<ports::StoredSale>> saleAt(SQLite::Statement& query);
  static base::Result<ports::StoredCoupon> readCoupon(SQLite::Statement& row);
  struct ShiftRange {  // of journal entries, both included
    std::int64_t first = 0, last = 0;
    bool open = false;
  };
  ShiftRange rangeOf(std::int64_t shift);
  [[nodiscard]] ports::SaleBrief briefOf(SQLite::Statement& row) const;

  std::filesystem::path m_folder;
  Options m_options;
  std::optional<FolderLock> m_lock;
  std::optional<HighWaterFile> m_high_water;
  Connection m_connection;
  Sealer m_sealer;
  ports::StoreInfo m_info;
  ProductCache m_by_barcode;
  ProductCache m_by_sku;
  Head m_head;
  std::optional<std::int64_t> m_hq_offset_ms;  // headquarters' clock less this till's; none: it never answered
  // Of the event whose effects are being booked.
  struct Place {
    std::int64_t entry = 0;
    std::int64_t receipt = 0;  // key of table sale
  } m_place;
  std::function<std::string(const member::Credential&)> m_card_hash;
  std::set<std::string, std::less<>> m_in_force;  // scopes of a snapshot that is not all in its place
  bool m_settling = false;
  Salt m_next_salt{};  // of the member being joined: goes beside the profile, never into the journal
};

// Runs `work` (returns Status) as one transaction of the first priority; on any failure nothing of it remains, in the
// file or in m_head.
template <class Work>
base::Status SqliteStore::transaction(Work&& work) {
  const Head before = m_head;
  const base::Status done = oneTransaction(*m_options.gate, m_connection, std::forward<Work>(work));
  if (!done) m_head = before;
  return done;
}

}  // namespace kahui::store
