// The engine thread of a till: takes commands one by one, keeps the state of the open bill and publishes a snapshot
// after each.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_set>

#include "core/sale/payment_code.hpp"
#include "core/till/club_desk.hpp"
#include "core/till/held_asker.hpp"
#include "core/till/member_desk.hpp"
#include "core/till/open_bill_text.hpp"
#include "core/till/payment_desk.hpp"
#include "core/till/rights.hpp"
#include "core/till/sale_desk.hpp"
#include "core/till/task_desk.hpp"
#include "core/till/tendering.hpp"
#include "core/till/till.hpp"

namespace kahui::till {

class Till::Engine {
 public:
  Engine(Ports ports, SaleDesk desk);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  void start();
  void stop();
  void submit(Command command);
  void runAndWait(const std::function<void()>& work);
  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;
  void onChange(std::function<void()> listener) { m_listener = std::move(listener); }
  void refundsBegun() { lookAtOpenPayments(false); }  // a return was made without a window; engine thread
  void followRules();  // takes the pack whose time has come, while no bill is open; engine thread
  [[nodiscard]] SaleDesk& desk() { return m_desk; }
  [[nodiscard]] ports::Store& store() { return *m_ports.store; }
  [[nodiscard]] base::WallTime now() const { return m_ports.clock->now(); }
  [[nodiscard]] MemberDesk memberDesk();
  [[nodiscard]] TaskDesk taskDesk();
  [[nodiscard]] ClubDesk clubDesk();
  // The PIN is right: from now on this operator may also act over the command line. The copy of the PIN is wiped.
  base::Status authorize(const std::string& operator_code, std::string pin);
  [[nodiscard]] bool mayAct(const std::string& operator_code) const;

 private:
  using Task = std::function<void()>;

  void loop();
  void push(Task task);
  void publish();
  Snapshot draw();
  void drawBill(Snapshot& snapshot);
  void drawBenefits(Snapshot& snapshot);
  void drawReturn(Snapshot& snapshot);
  [[nodiscard]] std::vector<HintView> hintsOf(const pricing::PricedBill& bill) const;
  [[nodiscard]] ExplainView explain(int line) const;
  [[nodiscard]] PromotionView promotionView(pricing::PromotionRef ref) const;
  MemberPanel drawMember(const AttachedMember& member) const;

  void handle(SignIn& command);
  void handle(const SignOut& command);
  void handle(const Enter& command);
  void handle(const AddProduct& command);
  void handle(const SelectLine& command);
  void handle(const SetQuantity& command);
  void handle(const VoidLine& command);
  void handle(const Undo& command);
  void handle(const CancelSale& command);
  void handle(const SearchProducts& command);
  void handle(const FindMember& command);
  void handle(const DetachMember& command);
  void handle(PayPoints& command);
  void handle(const ToggleCoupon& command);
  void handle(DiscountBill& command);
  void handle(const TakeOffer& command);
  void handle(const Explain& command);
  void handle(const BeginReturn& command);
  void handle(const SetReturnQuantity& command);
  void handle(const ReturnAll& command);
  void handle(const TakeGiftsBack& command);
  void handle(const ConfirmReturn& command);
  void handle(const CancelReturn& command);
  void handle(const Card& command);
  void handle(const HqNews& command);
  void watchClock();
  void clockBy(const HqNews& news);
  [[nodiscard]] std::optional<ClockView> clockView() const;
  void handle(const BeginTender& command);
  void handle(const CancelTender& command);
  void handle(const PayCash& command);
  void handle(const NextSale& command);
  void handle(const ShowLastReceipt& command);
  void handle(const DismissNotice& command);
  // engine_shift.cpp
  void handle(const SetFloat& command);
  void handle(MoveCash& command);
  void handle(OpenDrawer& command);
  void handle(ReadShift& command);
  void handle(CountDrawer& command);
  void handle(CloseShift& command);
  void handle(const LeaveShift& command);
  void drawShift(Snapshot& snapshot);
  base::Status nothingWaits();  // no open bill, no held one
  void showSheet(std::optional<base::Money> counted);
  // engine_desk.cpp
  void handle(const HoldBill& command);
  void handle(const ListHeld& command);
  void handle(const RecallBill& command);
  void handle(const DropHeldBill& command);
  void handle(const ListReceipts& command);
  void handle(const LeaveDesk& command);
  void handle(const Reprint& command);
  void handle(ReopenBill& command);
  void handle(const PlanBlindReturn& command);
  void handle(ConfirmBlindReturn& command);
  void handle(SetLinePrice& command);
  base::Result<std::vector<ports::HeldBill>> heldBills();
  [[nodiscard]] base::Status mayReopen(const std::string& receipt_no);
  // engine_held.cpp: the bill that `lines` and `member` were, without uses of a count card that is used up;
  // UnknownProduct.
  base::Result<Basket> basketOf(const std::vector<ports::HeldLine>& lines, member::MemberNo member,
                                const ports::HeldWish& wish);
  void takeUp(const ports::HeldBill& bill, bool alone, std::vector<std::string> lost);
  // engine_held_away.cpp
  enum class ShopDue { Nothing, Offer, Follow };
  enum class HeldAct { Recall, Drop };
  struct HeldWait {
    base::Id bill;
    std::uint64_t serial = 0;
    std::string operator_code;
  };
  struct FollowRound;
  void handle(const TakeBill& command);
  void handle(const StopAsking&) { m_held_wait.reset(); }
  void askShop(HeldAsker::Question question);
  void askDue();  // begins to ask headquarters what is due
  void followHeld(ShopDue due);
  void followed(const FollowRound& round);
  base::Status passOn(const ports::HeldBill& bill, const std::string& position, std::int64_t at_ms);
  void giveUp(HeldAct act, const ports::HeldBill& bill);  // asks where others were told of it
  // Headquarters' word: `alone` where it did not answer, or does not know the bill.
  void givenUp(HeldAct act, const ports::HeldBill& bill, bool alone);
  void withdrawn(HeldAct act, const base::Id& bill, std::uint64_t serial,
                 const base::Result<ports::HeldAnswer>& answer);
  struct Taken {
    base::Result<ports::HeldAnswer> answer;
    base::Result<std::optional<ports::FeedMember>> owner;  // where this till does not know them
  };
  void takenOver(const ports::HeldParcel& taken, std::uint64_t serial, const Taken& heard);
  [[nodiscard]] bool knowsOwner(const ports::HeldParcel& parcel);
  void dropHeld(const ports::HeldBill& bill, bool alone);  // engine_desk.cpp
  std::uint64_t waitFor(const base::Id& bill);
  bool stillWaits(std::uint64_t serial);  // for this answer, and whoever asked is there
  [[nodiscard]] HeldBillView heldView(const ports::HeldBill& bill);
  void drawAway(Snapshot& snapshot);
  [[nodiscard]] ports::HeldWish heldWish() const;                     // of the open bill
  std::vector<std::string> restoreWish(const ports::HeldBill& held);  // on the open bill; what could not be kept

  // The tender step (engine_tenders.cpp).
  void handle(const ChooseTender& command);
  void handle(const SplitTender& command);
  void handle(TakeTender& command);
  void handle(const FinishTender& command);
  [[nodiscard]] base::Money takenSum() const;
  [[nodiscard]] OpenBill billWith(std::span<const pricing::Tender> tenders) const;
  base::Status retender();  // m_tender as it is now
  bool redrawTender();      // the same; says what is wrong
  base::Status takeTender(const TakeTender& command, const std::string& pin);
  base::Status mayPayStored(std::vector<pricing::Tender> tenders, const std::string& pin);
  bool finishTender(std::vector<pricing::Tender> tenders, std::vector<journal::Payload> also);
  void leaveTender();

  // Payments by code (engine_payments.cpp).
  void handle(PayByCode& command);
  void handle(const ReversePayment& command);
  void handle(const AskPayment& command);
  void handle(const SetPaymentAside& command);
  void handle(const AskOpenPayment& command);
  void handle(const ReverseOpenPayment& command);
  void handle(const ResumePayment& command);
  void handle(const PaymentNews& news);
  void openPayments();
  void lookAtOpenPayments(bool again);
  void lookAtOpenPaymentsQuietly();
  [[nodiscard]] std::string keptBill() const;
  base::Status payByCode(const std::string& code);
  base::Status beginPaying(const std::string& provider, const std::string& masked, const std::string& secret,
                           base::Money amount);
  base::Status beginPayment(const std::string& provider, const std::string& masked, const std::string& secret,
                            base::Money amount);
  void paid(const PaymentNews& news);
  void unpaid(const PaymentNews& news);
  void settleOpen(const PaymentNews& news);
  void askOpen(const std::string& payment, PaymentStep step);
  base::Status resume(const std::string& payment);
  base::Status restoreBasket(const KeptBill& kept);

  // Stored value and count cards (engine_value.cpp).
  void handle(TopUp& command);
  void handle(const PlanTopUp& command);
  void handle(CloseStored& command);
  void handle(const UseCount& command);
  void handle(const ShowValueHistory& command);
  [[nodiscard]] bool usesFit(const SetQuantity& command) const;  // of a count card, if the line uses one
  void reloadValue();
  void showSlip(base::Result<journal::Event> done, NoticeCode code);
  void drawTenders(Snapshot& snapshot) const;

  // People of the store (engine_staff.cpp).
  void handle(const OpenStaffDesk& command);
  void handle(const CloseStaffDesk& command);
  void handle(PutStaff& command);
  void handle(ChangeOwnPin& command);
  void handle(const AwaitBadge& command);
  void handle(const DropBadge& command);
  base::Status putStaff(const PutStaff& command);
  base::Status keepsManager(const ports::Staff& changed);
  void staffDone(StaffDone done, const std::string& who);
  bool showStaff();                                    // false: a notice says why
  bool takeBadge(const member::Credential& card);      // true: the staff page had it
  bool signInByBadge(const member::Credential& card);  // true: it is a badge
  void enter(const ports::Staff& staff);               // who was recognised is signed in

  // The member desk (engine_member.cpp).
  void handle(const OpenMemberDesk& command);
  void handle(const CloseMemberDesk& command);
  void handle(const FindMembers& command);
  void handle(const ShowMember& command);
  void handle(const TakeMember& command);
  void handle(JoinMember& command);
  void handle(ActOnMember& command);
  void handle(ActOnCard& command);
  void handle(const DropDeskCard& command);
  void handle(const HideRevealed& command);
  void handle(const CloseVoucher& command);
  void handle(const PrintForms& command);  // engine_forms.cpp
  bool takeForm(const std::string& scanned);
  // Goods of the points catalogue (engine_gifts.cpp).
  void handle(RedeemGift& command);
  base::Status redeem(RedeemGift& command);
  base::Status changeQuantity(const SetQuantity& command);
  [[nodiscard]] base::Status mayChargeCard(member::MemberNo no) const;
  void chargeCard(member::MemberNo no);
  bool mayDropFee(int line);  // -1: of any line; says what is in the way
  base::Status takeGifts(Basket changed, std::string& pin);
  // Beside goods (engine_extras.cpp).
  void handle(DeliverBill& command);
  [[nodiscard]] base::Money deliveryFee() const;
  void warnOfGoods();
  void drawExtras(Snapshot& snapshot) const;
  void handle(const ReadAnnouncement& command);  // engine_news.cpp
  void lookForAnnouncements();
  void lookForEvents();
  // The manager's work (engine_tasks.cpp).
  void handle(const ListTasks& command);
  void handle(ActOnTasks& command);
  void handle(const LeaveTasks& command);
  void handle(const ShowTalk& command);
  void handle(const LeaveTalk& command);
  void handle(PrintShift& command);
  void handle(const ShowReceipt& command);
  void showTasks(const ports::TaskFilter& filter);
  void showTalk(const std::string& about, const std::string& key);
  void printSlip(report::ShiftSlip slip, int copy);
  // The club (engine_club.cpp).
  void handle(const ShowClub& command);
  void handle(ActOnClub& command);
  void handle(const LeaveClub& command);
  bool showClub(const ShowClub& wish);
  bool clubTakes(const std::string& member);  // a member's number or telephone; true: the club's page had it
  void clubDone(const ClubDone& done);
  bool cardAtClub(const member::Credential& card);  // true: the club's page had it
  void greet(const member::Credential& card);       // S003-61
  MemberDeskView& deskView();
  base::Result<Signers> signersOf(Approval approval);
  bool showMember(member::MemberNo no);  // says what is in the way
  void refreshMember();
  void cardAtDesk(const member::Credential& card);

  // Points on cards (engine_purse.cpp).
  void handle(const PayByPurse& command);
  void handle(GiveBackPayment& command);
  [[nodiscard]] std::optional<PurseView> purseView() const;
  base::Status payByPurse();
  bool purseSeen(const ports::CardRead& event);  // true: the event is dealt with
  void askOpenPurses();
  void lookAtCards() const {  // as they lie, for what was asked for since they came
    if (m_ports.readers) m_ports.readers->lookAgain();
  }
  void renewHint();
  bool toldByRenewal(const ports::ReaderEvent& event);
  void lookForOwed(const ports::OpenPayment& owed);
  base::Status giveBack(const ports::OpenPayment& one, const std::string& reason,
                        std::vector<journal::Payload> also = {});
  base::Result<ports::OpenPayment> giveBackByHand(GiveBackPayment& command);
  void reversePurse();

  // Points from the account onto the card (engine_card_load.cpp).
  struct DeskPurse {
    std::string uid;
    member::MemberNo member;
    base::Points points{};
  };
  struct Loading {
    ports::PaymentOrder order;
    base::Points points{};
    PaymentView::Stage stage{};
    bool seen = false;  // the reader told of the card since
  };
  void handle(LoadCard& command);
  void handle(const StopLoading& command);
  bool purseAtDesk(const ports::CardRead& event);
  [[nodiscard]] bool canLoad() const;
  [[nodiscard]] std::optional<CardLoadView> loadView() const;
  base::Status mayLoad(const AttachedMember& member, const LoadCard& command);
  base::Status beginLoading(LoadCard& command);
  base::Status storeLoad(const AttachedMember& attached, base::Points points, const std::string& approver,
                         const std::optional<base::Id>& attempt);
  bool loadNews(const PaymentNews& news);
  void settleLoad(const ports::OpenPayment& one, const PaymentNews& news);
  void showMoved(member::MemberNo no);
  [[nodiscard]] base::Result<std::vector<journal::Payload>> loadBack(const ports::OpenPayment& one,
                                                                     const std::string& approver,
                                                                     const std::string& reason) const;

  // Cards that the till writes (engine_cards.cpp).
  class CardGate;
  struct Writing {
    std::uint64_t job = 0;
    member::MemberNo member;
    std::optional<member::Credential> old;
    ports::Staff signer;
    std::string operator_code;
    CardWritingView view;
  };
  void handle(WriteCard& command);
  void handle(const StopWriting& command);
  void handle(AskRight& command);
  std::shared_ptr<CardGate> makeCardGate();
  void closeCardGate();
  base::Status beginWriting(WriteCard command);
  [[nodiscard]] base::Status mayWrite(std::uint64_t job, const std::string& uid);
  void cardWritten(std::uint64_t job, const ports::CardWriteNews& news);
  void giveWritten(const member::Credential& card);
  void endWriting();
  void followWriting();
  bool toldByWriting(const ports::ReaderEvent& event);

  void onReader(const ports::ReaderChanged& event);
  void onCard(const ports::CardRead& event);
  void add(const ports::FoundProduct& product, base::Quantity quantity);
  void attach(base::Result<AttachedMember> member);
  void enterCode(const std::string& code, base::Quantity quantity);
  // Labels and rounding (engine_settings.cpp).
  struct LabelSale {
    ports::FoundProduct product;
    base::Quantity quantity;
    std::optional<base::Money> amount;
  };
  void handle(SetLabelRules& command);
  void handle(const TryLabel& command);
  void handle(SetRounding& command);
  void handle(SetLowValue& command);
  base::Status keepSetting(std::string_view name, const std::string& value, const std::string& signer);
  int billsToday(
      member::MemberNo no);  // at this till, up to kBusyCardBills; a card that was lent is seen at the counter
  [[nodiscard]] std::optional<base::Money> lowValueOf(const AttachedMember& member) const;  // S000-83
  void readSettings();
  [[nodiscard]] SettingsView settingsView() const;
  std::optional<LabelSale> labelSale(const std::string& code, const catalog::ScaleLabel& label);  // none: no such item
  bool enterLabel(const std::string& code);  // of a scale (M6); false: it is none
  bool readyForBasket();                     // signed in and selling; leaves a shown receipt; says what is in the way
  void repriced();                           // after each change of the basket
  base::Result<sale::SaleResult> priceWith(const BillWish& wish, std::span<const pricing::Tender> tenders = {});
  base::Status verify(const std::string& operator_code, std::string pin);  // for this one act
  // Who signs beside the operator, by code; empty: the operator's own right is enough. NoRight, WrongPin, PinLocked.
  base::Result<std::string> permit(Right right, Approval approval);
  tl::unexpected<base::Error> refused(Right right, const std::string& who);
  bool issueDue();  // coupons of a member who just came; whether there is something new to show
  base::Status mayPay(BillWish& wish, const sale::SaleResult& priced, std::string& pin);
  bool tryWish(BillWish wish);         // takes it if the bill can be priced with it, else says why not
  void take(sale::SaleResult priced);  // of the basket as it is
  void planOffers();                   // what the bill offers, with the goods' names
  void planPoints();                   // what of the member's points this bill can take
  bool resettle(const std::vector<base::Quantity>& chosen);
  void leaveReceipt();
  void showReceipt(base::Result<sale::Receipt> receipt, NoticeCode code);

  void notify(NoticeKind kind, NoticeCode code, std::vector<std::string> args = {}, bool can_undo = false);
  void failed(const base::Error& error);

  Ports m_ports;
  SaleDesk m_desk;
  std::function<void()> m_listener;

  mutable std::mutex m_mutex;
  std::condition_variable m_filled;
  std::condition_variable m_drained;
  std::deque<Task> m_tasks;
  bool m_stopping = false;
  std::shared_ptr<const Snapshot> m_snapshot;
  std::thread m_thread;

  // State of the engine thread.
  Phase m_phase = Phase::SignedOut;
  std::optional<ports::Staff> m_staff;
  std::vector<std::string> m_authorized;  // operators whose PIN this process has seen
  Basket m_basket;
  bool m_member_came = false;
  std::optional<sale::SaleResult> m_priced;
  std::string m_dropped;  // why a coupon or an offer left the changed bill; the next notice says it
  std::optional<PointsView> m_points;
  std::vector<OfferView> m_offers;
  std::optional<JoinOffer> m_join_offer;
  int m_explained = -1;
  struct Returning {
    std::string receipt_no;
    std::vector<base::Quantity> chosen;  // a line of the sale
    Settlement settlement;
    SaleDesk::AlsoBack also;
    std::string masked_name;
  };
  std::optional<Returning> m_returning;
  std::optional<Tendering> m_tendering;  // Phase::Tendering
  std::optional<TenderView> m_tender;    // drawn from it
  std::unique_ptr<PaymentDesk> m_payments;
  std::vector<ports::OpenPayment> m_open_payments;
  std::unordered_set<std::string> m_asked_refunds;  // by this process
  std::unordered_set<std::string> m_looked_for;     // refunds to cards that lay there, by this process
  std::optional<TenderDeskView::Plan> m_top_up_plan;
  std::optional<std::vector<ports::ValueRow>> m_value_history;
  std::optional<sale::Receipt> m_receipt;
  base::Money m_change{};
  std::optional<SearchView> m_search;
  std::vector<ReaderView> m_readers;
  std::optional<HqView> m_hq;
  struct ClockSeen {
    std::int64_t wall_ms = 0;
    std::chrono::steady_clock::time_point steady;
  };
  std::optional<ClockSeen> m_clock_seen;
  std::int64_t m_clock_ahead_ms = 0;    // engine_clock.cpp
  std::int64_t m_clock_contact_ms = 0;  // of the session that said it last
  std::optional<report::ShiftSlip> m_sheet;
  std::optional<DeskView> m_list;
  int m_held = 0;                      // bills that wait
  std::unique_ptr<HeldAsker> m_asker;  // while the engine runs, in a chain
  ShopDue m_shop_due = ShopDue::Nothing;
  bool m_following = false;  // a round is under way
  int m_shop_asks = 0;       // questions under way
  std::uint64_t m_held_asks = 0;
  std::optional<HeldWait> m_held_wait;
  std::unordered_set<std::string> m_offered;  // that headquarters has, by this process
  std::vector<ports::HeldParcel> m_away;
  HeldAwayView::State m_away_state = HeldAwayView::State::Asking;
  std::optional<MemberDeskView> m_member_desk;
  std::optional<StaffDeskView> m_staff_desk;
  std::optional<NewsView> m_news;
  std::vector<MemberText> m_for_members;
  std::optional<TaskDeskView> m_task_desk;
  std::optional<ClubView> m_club;
  std::optional<TalkView> m_talk;
  base::Points m_greeted{};                 // points that the card that was just read gave; said once it is attached
  std::optional<ShiftPrint> m_shift_print;  // the last; a printer takes each serial once
  std::uint64_t m_print_serial = 0;
  std::optional<FormPrint> m_form_print;          // likewise
  std::optional<member::Credential> m_desk_card;  // waits to be given to a member
  std::shared_ptr<CardGate> m_card_gate;
  std::optional<Writing> m_writing;
  std::uint64_t m_write_jobs = 0;
  bool m_refusal_told = false;  // the reader's own word follows
  std::string m_paying_card;    // UID of the card that was asked to pay, until its reader tells of it
  std::string m_just_written;   // UID of the card whose reader tells of it next
  catalog::LabelRules m_labels;
  base::Money m_low_value{};
  std::optional<LabelTrial> m_label_trial;
  std::optional<std::pair<ports::Presentation, std::string>> m_hint_card;  // an NTAG21x that lies there, and its UID
  std::string m_renewing;  // UID of the card whose reader tells of it once more after the bill
  std::optional<DeskPurse> m_desk_purse;
  std::optional<Loading> m_loading;
  std::string m_loading_card;  // its UID, until its reader tells of it
  std::optional<Notice> m_notice;
  std::uint64_t m_notice_serial = 0;
  std::uint64_t m_revision = 0;
};

}  // namespace kahui::till
