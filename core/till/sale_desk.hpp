// Everything a sale needs from the store, without a window and without a queue: what the engine's commands and
// `kahuictl sell` share. Belongs to the engine thread.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/clock.hpp"
#include "core/base/random.hpp"
#include "core/loyalty/rights.hpp"
#include "core/ports/hq_desk.hpp"
#include "core/ports/store.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/report/shift_slip.hpp"
#include "core/sale/evaluate_return.hpp"
#include "core/sale/receipt.hpp"
#include "core/sale/sale_document.hpp"
#include "core/sale/sale_record.hpp"
#include "core/till/basket.hpp"
#include "core/till/card_desk.hpp"
#include "core/till/day_jobs.hpp"
#include "core/till/extras_view.hpp"
#include "core/till/return_view.hpp"
#include "core/till/sell_request.hpp"
#include "core/till/tier_view.hpp"

namespace kahui::till {

// A bill as it stands on the screen or in a request.
struct OpenBill {
  std::span<const BasketLine> lines;
  const std::optional<AttachedMember>& member;
  const BillWish& wish;
  std::span<const pricing::Tender> tenders{};
  // When its settling began, where that is not now: what was paid already was paid for the prices of then.
  std::optional<base::WallTime> at{};
};

inline constexpr std::string_view kStoredTender = "STORED";

// Goods that come back, before and after it is settled: the settlement sheet.
struct Settlement {
  journal::Event sale;
  std::vector<base::Quantity> returned;  // a line of the sale, by earlier returns
  sale::Refund refund;
  journal::SaleReturned document;  // what is stored when it is confirmed
  std::vector<journal::CouponChanged> coupons;
};

// A stored sale with what it was priced from and by.
struct PastSale {
  ports::StoredSale stored;
  std::shared_ptr<const programme::RulePack> rules;
  sale::SaleRecord record;
};

class SaleDesk {
 public:
  static base::Result<SaleDesk> open(ports::Store& store, const base::Clock& clock, base::RandomSource& random);

  // Barcode first, then sku. UnknownProduct.
  base::Result<ports::FoundProduct> product(std::string_view code);

  // UnknownCard, CardBlocked, CardLost, CardReplaced, CardCancelled, MemberFrozen, MemberPending, MemberRefused.
  base::Result<AttachedMember> memberByCard(const member::Credential& credential, ports::Trust trust);
  // A full telephone number or a member number. BadPhone, UnknownMember, MemberFrozen, MemberPending, MemberRefused.
  base::Result<AttachedMember> memberByText(std::string_view text);
  // What the rules must know of the member beside the member's own row: all of it for a screen, where anything may be
  // asked for next; for a request, what it asks for.
  base::Status loadBenefits(AttachedMember& member);
  base::Status loadBenefits(AttachedMember& member, const SellRequest& request);
  // The month's coupons of a member whom the job has not reached yet, written now; whether there are more than before.
  base::Result<bool> issueCoupons(AttachedMember& member);
  // UnknownCoupon, CouponNotUsable.
  base::Result<ports::StoredCoupon> coupon(std::string_view serial, const std::optional<AttachedMember>& member);

  // The open bill as it is now; what its lines have in common with the bill priced before is not judged again.
  // Errors as of sale::evaluateSale; EmptyBasket.
  base::Result<sale::SaleResult> price(const OpenBill& bill);
  // Whether this member of staff may lower the bill by hand as far as it is. NoRight.
  base::Status mayDiscount(const OpenBill& bill, const sale::SaleResult& priced, const ports::Staff& staff) const;

  // Whether the member may pay with as much as the priced bill takes, by what the card proved. Errors: mayPayWith().
  // Points of a till in a chain also by what headquarters says, or without it by allowPoints().
  [[nodiscard]] base::Status mayPay(const OpenBill& bill, const sale::SaleResult& priced);
  // Whether headquarters cannot be asked; a till without one is never offline.
  void setOffline(bool offline) { m_offline = offline; }
  // Who answers while somebody waits (points_desk.cpp); nullptr: nobody. Outlives the desk.
  void askAt(ports::HqDesk* hq) { m_hq = hq; }
  // What the member may pay with now, without headquarters; nullopt: it can be asked.
  [[nodiscard]] base::Result<std::optional<loyalty::OfflineLimit>> offlinePoints(const member::Member& member) const;
  [[nodiscard]] bool asksHq() const { return m_hq != nullptr && !m_offline; }
  // Asks headquarters for the points, at most about a second, or allows them by rights and goodwill; kept until
  // complete() or releasePoints(). RuleRejected: HQ_REFUSED, and as of loyalty::spendOffline().
  base::Status allowPoints(const member::Member& member, base::Points points);
  void releasePoints();  // and coupons that headquarters holds for the bill
  // Points that leave for a card go online only: headquarters' word and the attempt that it allowed, or none where the
  // store is its own. RuleRejected: NEEDS_ONLINE, HQ_REFUSED.
  base::Result<std::optional<base::Id>> askForCard(const member::Member& member, base::Points points);
  void giveUpForCard(const member::Member& member, const base::Id& attempt);
  // Looks for somebody at headquarters and puts him into the store; false: it knows nobody. RuleRejected:
  // MEMBER_NEEDS_LINE.
  base::Result<bool> bringByCard(const member::Credential& card);
  base::Result<bool> bringByPhone(const std::string& phone);
  base::Result<bool> bringByNo(member::MemberNo no);
  base::Result<bool> bring(std::string_view phone_or_number);
  // Whether headquarters is asked now. Who gets no answer says hqWasSilent().
  [[nodiscard]] bool mayAskHq() const;
  void hqWasSilent();
  [[nodiscard]] ports::ClaimDesk* claimDesk() const { return m_hq != nullptr ? m_hq->claims() : nullptr; }
  // A claim code of the chain: of one of this till's own receipts, by its number; nullopt: of another till, or of none.
  [[nodiscard]] std::optional<std::string> ownReceiptOf(std::string_view claim_code) const;
  [[nodiscard]] bool isClaimCode(std::string_view claim_code) const;            // has the chain's form
  [[nodiscard]] std::string claimCodeOf(const std::string& receipt_no) const {  // empty: not in a chain
    return claimDesk() != nullptr ? claimDesk()->code(receipt_no) : std::string();
  }
  // Headquarters allows it once in the chain. RuleRejected: CLAIM_NEEDS_LINE.
  base::Result<ports::ClaimAnswer> askForClaim(const base::Id& attempt, const std::string& claim_code);
  // A sale by its line in the journal of the till that sold. BadInput; RulesMissing: this store never had its pack.
  base::Result<PastSale> pastSaleIn(const std::string& line);
  [[nodiscard]] base::Result<std::optional<ports::ConfirmedBalance>> confirmedBalance(member::MemberNo no) const {
    return m_store->confirmedBalance(no);
  }
  [[nodiscard]] bool isOffline() const { return m_offline; }
  // The member's PIN. WrongPin; RuleRejected: MEMBER_PIN_LOCKED, NO_MEMBER_PIN.
  base::Status verifyMemberPin(const AttachedMember& member, std::string_view pin);

  // Durable when it returns a value; nothing of it is stored when it returns an error. NoRight for a discount beyond
  // the rights of `staff` and of the wish's approver; RuleRejected as of mayPay().
  // `also` goes with it in the same act.
  base::Result<journal::Event> complete(const OpenBill& bill, const ports::Staff& staff, const std::string& ref = {},
                                        const std::string& ref_digest = {}, std::vector<journal::Payload> also = {});
  // What complete() would refuse, before money is taken that comes back only with trouble.
  base::Status mayComplete(const OpenBill& bill, const ports::Staff& staff);

  // Stored value and count cards (value_desk.cpp). topUp: RuleRejected: CARD_LIMIT, NEEDS_ONLINE; OutOfRange.
  base::Result<journal::StoredMoved> planTopUp(const AttachedMember& member, base::Money pay);
  base::Result<journal::Event> topUp(const AttachedMember& member, base::Money pay, const pricing::Tender& tender,
                                     const ports::Staff& staff, const std::string& approver);
  // Pays the principal out in cash. RuleRejected: NEEDS_ONLINE, NO_STORED_VALUE.
  base::Result<journal::Event> closeStored(const AttachedMember& member, const ports::Staff& staff,
                                           const std::string& approver);
  // Beside goods (extras_desk.cpp). Whether everything on the bill may be sold to who buys it today. RuleRejected:
  // BIRTHDAY_ONLY, MEMBERS_FIRST, NOT_ON_SALE_YET.
  [[nodiscard]] base::Status mayBuy(const OpenBill& bill) const;
  [[nodiscard]] base::Status mayBuy(const catalog::Product& product, const std::optional<AttachedMember>& member,
                                    base::BusinessDate day) const;
  // S000-64; nullopt: the bill is a member's, or too small.
  [[nodiscard]] std::optional<JoinOffer> joinOffer(const OpenBill& bill, base::Money total) const;
  [[nodiscard]] ports::FoundProduct deliveryProduct() const;
  // S003-55: how the goods of this bill go; null: the shop does not tell deliveries apart.
  [[nodiscard]] const programme::DeliveryClass* deliveryClass(const OpenBill& bill) const;
  [[nodiscard]] std::string words(const programme::DeliveryClass& how) const;  // in the receipt's language
  // S000-13. What a card costs now.
  [[nodiscard]] base::Money cardFee() const { return m_rules->card_fee.at(timeNow().local()); }
  [[nodiscard]] ports::FoundProduct cardFeeProduct(base::Money fee) const;
  // A bill of the fee alone, with the events of the card that it is for: one act. The receipt's number.
  base::Result<std::string> sellCard(member::MemberNo no, const ports::Staff& staff,
                                     const std::vector<pricing::Tender>& tenders, std::vector<journal::Payload> card);
  // By sku, fees too; `amount` is what the line of a fee said. UnknownProduct.
  base::Result<ports::FoundProduct> goods(const std::string& sku, const std::optional<base::Money>& amount);

  // The points catalogue on a bill (gift_desk.cpp; S003-94). The goods of a code: UnknownProduct.
  base::Result<ports::FoundProduct> giftProduct(std::string_view code);
  [[nodiscard]] bool isGift(std::string_view code) const;  // of the catalogue, and had as a line of a bill
  // Whether the member may have what the bill takes from the catalogue (N9). RuleRejected as of loyalty::checkExchange.
  [[nodiscard]] base::Status giftsFit(const OpenBill& bill);
  // How often the member took something from the catalogue since the month's first, at the desk or with a bill.
  [[nodiscard]] base::Result<int> exchangesOfMonth(member::MemberNo no);
  // What the member's tier may have as lines; `used`: points that the bill takes so far.
  [[nodiscard]] std::vector<GiftView> giftsFor(const AttachedMember& member, base::Points used) const;
  [[nodiscard]] loyalty::Term termOf(const AttachedMember& member) const;

  base::Status loadValue(AttachedMember& member);
  // What may be paid of it while headquarters cannot be asked (O2); nullopt: it can be, or there is none to ask.
  [[nodiscard]] std::optional<base::Money> offlineValue(const ports::StoredAccount& account) const;
  // Whether the uses on the bill are there, and count cards are sold to a member. RuleRejected: COUNT_USED_UP,
  // CARD_EXPIRED, COUNT_CARD_NEEDS_MEMBER.
  [[nodiscard]] base::Status countsFit(const OpenBill& bill) const;

  // An event of its own, on the open business day: the begin and the end of a payment by code.
  base::Status note(journal::Payload payload);
  // Likewise the begin of a payment of a bill that is to be delivered; the address stays until the bill is through.
  base::Status noteOfDelivery(journal::PaymentBegun begun, std::int64_t member, const std::string& address);

  SellAnswer sell(const SellRequest& request);

  // A sale priced again as it was. UnknownReceipt, RulesMissing, WrongState for the receipt of a return.
  base::Result<PastSale> pastSale(const std::string& receipt_no);

  // What a return would settle; stores nothing. UnknownReceipt, UnknownLine, RulesMissing, RuleRejected
  // (RETURN_EXCEEDS_SOLD), WrongState for a receipt that is itself a return.
  base::Result<Settlement> settle(const std::string& receipt_no, const std::vector<sale::ReturnLine>& lines);
  // Settles it and stores it, durable when it returns a value. RuleRejected: NEEDS_ONLINE where something goes back to
  // stored value and headquarters cannot be asked (O1).
  base::Result<journal::Event> takeBack(Settlement settlement, const ports::Staff& staff, const std::string& approver,
                                        const std::string& ref = {}, const std::string& ref_digest = {});
  // What else goes back with it, in the amounts that takeBack() books (return_also.cpp), and the member's points
  // afterwards. A till in a chain leaves rewards to headquarters, so they are not in it.
  struct AlsoBack {
    std::vector<ReturnAlso> rows;
    std::optional<base::Points> balance_after{};
  };
  [[nodiscard]] base::Result<AlsoBack> alsoBack(const Settlement& settlement) const;
  ReturnAnswer giveBack(const ReturnRequest& request);
  // X9: the goods of a bill come back without a receipt, each at the lowest price of the last 30 days, in cash; a
  // member gives back what they would earn. takeBack() stores it. EmptyBasket.
  base::Result<Settlement> settleBlind(const OpenBill& bill);

  base::Result<ports::Staff> staff(std::string_view code);  // UnknownOperator
  // Opens a shift where none is open, and a new one where the open one is of an earlier business day. RuleRejected:
  // CLOCK_BEHIND, CLOCK_AHEAD: the clock cannot be right; a person with Right::ManageSettings who asks again confirms
  // it.
  base::Result<ports::Shift> shiftFor(const ports::Staff& staff);
  // How far the clock is ahead of where it should be, as far as anybody knows (clock_desk.cpp); and whether it is
  // wrong by more than that. A clock that is wrong by a day or more is corrected by
  // that: neither prices, days nor ends of points follow it (reliability.md, I19).
  void clockAhead(std::int64_t ahead_ms) { m_clock_ahead_ms = ahead_ms; }
  [[nodiscard]] bool clockIsWrong(std::int64_t by_ms) const;
  [[nodiscard]] base::WallTime timeNow() const;
  [[nodiscard]] bool hasCurrentShift() const;                                         // shiftFor() would open none
  [[nodiscard]] const std::optional<ports::Shift>& shift() const { return m_shift; }  // totals as of its opening

  // The open shift (shift_desk.cpp). Whether nobody has said yet what is in the drawer, and nothing moved it.
  base::Result<bool> asksFloat();
  [[nodiscard]] base::Money proposedFloat() const;                       // what the last shift left
  base::Status setFloat(base::Money amount, const ports::Staff& staff);  // WrongState where asksFloat() is false
  base::Status moveCash(journal::CashMoved moved);                       // `shift` is filled in
  base::Status openDrawer(journal::DrawerOpened opened);
  // X, or Z against what was counted.
  base::Result<report::ShiftSlip> slip(const ports::Staff& staff, std::optional<base::Money> counted);
  // Of a shift that was closed, as it was then. WrongState: it is open, or there is none.
  base::Result<report::ShiftSlip> closedSlip(std::int64_t shift);
  base::Status closeShift(const report::ShiftSlip& slip, const ports::Staff& staff);  // counted

  // A draft of now, on the business date.
  [[nodiscard]] journal::Draft draftNow(journal::Payload payload) const {
    return draftOf(timeNow(), businessDate(), std::move(payload));
  }
  // An event of the open shift.
  base::Status act(journal::Payload payload);

  // One bounded step of the jobs of the open business day (day_jobs.hpp); false when nothing is left to do.
  base::Result<bool> jobStep();

  // Again, marked as a copy. UnknownReceipt.
  base::Result<sale::Receipt> receipt(std::string_view receipt_no);
  base::Result<sale::Receipt> lastReceipt();
  // Of a sale or return that was just made, or again as a copy.
  base::Result<sale::Receipt> receiptOf(const journal::Event& event, bool copy = false, int copies = 0);
  // Printed again: counted in the journal, and marked. UnknownReceipt. An empty number is the last one.
  base::Result<sale::Receipt> printAgain(const std::string& receipt_no, const ports::Staff& staff);

  // Takes the pack and the prices whose time has come; true: the rules are others now. Only between bills, so that a
  // bill is shown and stored by one pack. StoreCorrupt.
  base::Result<bool> followRules();
  // 抹零 (P10), for a till that is its own headquarters: a new version of the pack, in force at once; between bills.
  base::Status setRounding(const programme::BillRound& round);
  // Headquarters may have sent packs or prices: followRules() asks the store again.
  base::Status lookForNews();
  // Stays readable after another pack was taken.
  [[nodiscard]] const programme::RulePack& rules() const { return *m_rules; }
  // The pack of a version. RulesMissing.
  base::Result<std::shared_ptr<const programme::RulePack>> rulesOf(const std::string& version);
  [[nodiscard]] base::BusinessDate businessDate() const;  // of the open shift, else of the clock
  [[nodiscard]] base::BusinessDate today() const { return timeNow().local().date(); }
  // Ways up (tier_desk.cpp). What lifts this member to the tier above: with the bill as it is priced, or without one.
  [[nodiscard]] std::optional<NextTier> nextTier(const AttachedMember& member, const sale::SaleResult* priced) const;
  // S000-29: the bill that a member must pay once before benefits begin; nullopt: it was paid, or none is asked for.
  [[nodiscard]] std::optional<base::Money> entryOf(const AttachedMember& member) const;
  [[nodiscard]] std::vector<RiseOffer> risesOf(const member::Member& member) const;  // S003-61
  base::Status loadBought(AttachedMember& member);
  [[nodiscard]] CardReward cardReward() const;  // S001-71, by the pack in force
  [[nodiscard]] bool isBirthday(const member::Member& member) const;

 private:
  SaleDesk(ports::Store& store, const base::Clock& clock, base::RandomSource& random);
  base::Status takeRules();  // those in force now
  // approver: staff code of who signed for the discount; the higher of the two roles counts.
  base::Status mayDiscount(const pricing::SaleInput& input, const sale::SaleResult& priced, const ports::Staff& staff,
                           const std::string& approver) const;
  [[nodiscard]] base::BusinessDate businessDayOf(const base::WallTime& at) const;
  [[nodiscard]] base::WallTime timeOf(const OpenBill& bill) const { return bill.at ? *bill.at : timeNow(); }
  [[nodiscard]] pricing::SaleInput inputOf(const OpenBill& bill, base::LocalTime now) const;
  base::Result<bool> clockConfirmed(const ports::Staff& staff);  // just now, by this person
  base::Result<report::ShiftSlip> slipOf(std::int64_t shift, std::optional<base::Money> counted);
  struct OfflineTerms {
    loyalty::OfflineMember member;
    loyalty::OfflineTill till;
  };
  [[nodiscard]] base::Result<OfflineTerms> offlineTerms(const member::Member& member) const;
  base::Result<PastSale> pastSaleOf(ports::StoredSale stored);
  void fillSpend(journal::PointsRedeemed& redeemed) const;
  template <class Ask>
  base::Result<bool> fetchMember(Ask&& ask);
  base::Result<AttachedMember> memberHere(const member::Credential& credential, ports::Trust trust);
  base::Result<AttachedMember> memberByNumber(const member::Credential& credential, ports::Trust trust);
  base::Result<AttachedMember> usable(std::optional<member::Member> member, std::string credential, ports::Trust trust);
  base::Result<AttachedMember> memberOf(const SellCard& card);
  base::Result<sale::Receipt> reprint(const base::Result<std::optional<ports::StoredSale>>& stored);
  // What a request names: member, products, coupons.
  base::Status gather(const SellRequest& request, std::optional<AttachedMember>& member, Basket& basket);
  SellAnswer answerOf(const journal::Event& event);
  [[nodiscard]] journal::Event eventOf(journal::Draft draft) const;
  [[nodiscard]] journal::Draft draftOf(const base::WallTime& at, base::BusinessDate day,
                                       journal::Payload payload) const;
  base::Status appendShift(const base::WallTime& at, base::BusinessDate day, journal::Payload payload);
  // What goes with a sale in one act: spent points, used and issued coupons.
  void addCompanions(std::vector<journal::Draft>& drafts, const sale::SaleResult& result,
                     base::Points balance_before) const;
  [[nodiscard]] journal::CouponIssued promotionCoupons(const sale::SaleResult& result,
                                                       const journal::SaleCompleted& document,
                                                       base::BusinessDate day) const;
  void addValue(const OpenBill& bill, const sale::SaleResult& result, const base::WallTime& at,
                journal::SaleCompleted& document, std::vector<journal::Payload>& also) const;
  base::Status addValueBack(Settlement& settlement, std::vector<journal::Payload>& also);
  // Rewards beside the bill's own points (reward_desk.cpp): given by this till where it is its own headquarters.
  base::Status addReferrer(const OpenBill& bill, pricing::SaleInput& input) const;
  base::Status addRewards(const sale::SaleResult& result, const pricing::SaleInput& input, const base::WallTime& at,
                          journal::SaleCompleted& document, std::vector<journal::Payload>& also) const;
  base::Status addRewardsBack(Settlement& settlement, std::vector<journal::Payload>& also) const;
  [[nodiscard]] bool chainTakesRewards(const Settlement& settlement) const;
  // S000-75: a referrer whose count is reached rises in the same act.
  base::Status liftReferrer(member::MemberNo no, bool counts, base::Points lifetime,
                            std::vector<journal::Payload>& also) const;
  void tellBought(const AttachedMember& attached, pricing::MemberView& view) const;
  base::Status giveReferee(const base::WallTime& at, journal::SaleCompleted& document,
                           std::vector<journal::Payload>& also) const;
  // `lifetime`: what the points that were taken back take off.
  base::Status lowerReferrer(const member::Member& referrer, base::Points lifetime,
                             std::vector<journal::Payload>& also) const;
  base::Status takeReferral(const journal::SaleReturned& document, const std::vector<ports::GivenReward>& rewards,
                            std::vector<journal::Payload>& also) const;
  base::Status takeRebates(Settlement& settlement, const std::vector<ports::GivenReward>& rewards,
                           std::vector<journal::LotPart>& lots, std::vector<journal::Payload>& also) const;
  base::Status giveRebates(const base::WallTime& at, journal::SaleCompleted& document,
                           std::vector<journal::Payload>& also) const;
  // Terms of a paid membership (extras_desk.cpp).
  base::Status addTerms(const OpenBill& bill, base::BusinessDate day, std::vector<journal::Payload>& also) const;
  base::Status addTermsBack(const Settlement& settlement, std::vector<journal::Payload>& also) const;
  // A line as this member has it: an upgrade, a renewal.
  [[nodiscard]] pricing::Basket::Line lineFor(const BasketLine& line, const std::optional<AttachedMember>& member,
                                              base::LocalTime now) const;
  [[nodiscard]] pricing::Basket::Line giftLine(const BasketLine& line, base::LocalTime now) const;
  void addDelivery(const OpenBill& bill, pricing::SaleInput& input) const;
  base::Status askBenefits(const journal::SaleCompleted& document, std::string& return_coupon,
                           sale::ReturnRequest& request);
  // The claimed points of a guest's bill that go back with its goods (member_claim.cpp).
  base::Result<std::optional<journal::ClaimReversed>> claimBack(const std::string& receipt_no,
                                                                std::vector<base::Quantity> returned,
                                                                const journal::SaleReturned& document);
  // `tier_left`: what the bill and its earlier returns left.
  void fillReturn(Settlement& settlement, const PastSale& past, const sale::ReturnRequest& request,
                  base::Points earned_reversed, const std::string& return_coupon,
                  const std::optional<AttachedMember>& member, const std::optional<int>& tier_left) const;
  base::Result<base::Money> lowestPrice(const catalog::Product& product) const;
  base::Status loadLots(AttachedMember& member);
  base::Status loadCounts(AttachedMember& member);
  // Stored value in a chain (value_line.cpp). Whether headquarters' figures of this moment are in the store.
  // `merged`: whom headquarters made of the member, where that is another one.
  base::Result<bool> askForValue(const member::Member& member, member::MemberNo* merged = nullptr);
  base::Status freshValue(AttachedMember& member);
  base::Status allowStored(const AttachedMember& member, base::Money amount);
  // Coupons in a chain (coupon_line.cpp): headquarters lets each be on one bill at a time, while it can be asked.
  base::Status allowCoupons(const BillWish& wish);
  void freeCoupons(const std::vector<std::string>& but_not);
  void forgetSpend();
  base::Status needsLine(const member::Member& member);
  base::Status valueForRefund(member::MemberNo no, base::Money back, AttachedMember& member);
  base::Result<bool> couponSpent(const std::string& serial);

  ports::Store* m_store;
  const base::Clock* m_clock;
  base::RandomSource* m_random;
  std::shared_ptr<const programme::RulePack> m_rules;
  sale::SaleMemory m_bill;        // of the bill on the screen, priced by m_rules
  std::string m_rules_json;       // of m_rules
  std::string m_rules_until;      // local time, ISO; empty: no other pack is waiting
  std::string m_prices_from;      // likewise, for prices that wait
  bool m_limits_members = false;  // some promotion is limited per member
  std::unordered_map<std::string, std::shared_ptr<const programme::RulePack>> m_old_rules;
  std::optional<ports::Shift> m_shift;
  std::optional<bool> m_float_open;  // of asksFloat(), once known
  DayJobs m_jobs;
  bool m_jobs_done = false;
  bool m_offline = false;
  std::int64_t m_clock_ahead_ms = 0;
  bool m_clock_told = false;  // that the clock cannot be right
  ports::HqDesk* m_hq = nullptr;
  std::chrono::steady_clock::time_point m_hq_quiet_until{};
  struct PointsSpend {  // of the open bill: what was allowed, and how
    member::MemberNo member;
    base::Id id;  // the member's
    base::Points points{}, rights{}, goodwill{};
    base::Id attempt;
    bool online = false;
    bool asked = false;  // headquarters may have reserved them
  };
  std::optional<PointsSpend> m_spend;
  struct CouponHeld {
    std::string serial;
    base::Id attempt;
  };
  std::vector<CouponHeld> m_coupons_held;
  struct ValueAsked {
    member::MemberNo member;
    std::chrono::steady_clock::time_point at;
  };
  std::optional<ValueAsked> m_value_asked;
};

}  // namespace kahui::till
