// The engine thread of a till: takes commands one by one, keeps the state of the open bill and publishes a snapshot
// after each.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "core/till/member_desk.hpp"
#include "core/till/rights.hpp"
#include "core/till/sale_desk.hpp"
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
  void followRules();  // takes the pack whose time has come, while no bill is open; engine thread
  [[nodiscard]] SaleDesk& desk() { return m_desk; }
  [[nodiscard]] ports::Store& store() { return *m_ports.store; }
  [[nodiscard]] base::WallTime now() const { return m_ports.clock->now(); }
  [[nodiscard]] MemberDesk memberDesk();
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
  void handle(const ConfirmReturn& command);
  void handle(const CancelReturn& command);
  void handle(const Card& command);
  void handle(const HqNews& command);
  void handle(const BeginTender& command);
  void handle(const CancelTender& command);
  void handle(const PayCash& command);
  void handle(const NextSale& command);
  void handle(const ShowLastReceipt& command);
  void handle(const DismissNotice& command);

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
  MemberDeskView& deskView();
  base::Result<Signers> signersOf(Approval approval);
  bool showMember(member::MemberNo no);  // says what is in the way
  void refreshMember();
  void cardAtDesk(const member::Credential& card);

  void onReader(const ports::ReaderChanged& event);
  void onCard(const ports::CardRead& event);
  void add(const ports::FoundProduct& product, base::Quantity quantity);
  void attach(base::Result<AttachedMember> member);
  void enterCode(const std::string& code, base::Quantity quantity);
  bool readyForBasket();  // signed in and selling; leaves a shown receipt; says what is in the way
  void repriced();        // after each change of the basket
  base::Result<sale::SaleResult> priceWith(const BillWish& wish, std::span<const pricing::Tender> tenders = {});
  base::Status verify(const std::string& operator_code, std::string pin);  // for this one act
  // Who signs beside the operator, by code; empty: the operator's own right is enough. NoRight, WrongPin, PinLocked.
  base::Result<std::string> permit(Right right, Approval approval);
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
  int m_explained = -1;
  struct Returning {
    std::string receipt_no;
    std::vector<base::Quantity> chosen;  // a line of the sale
    Settlement settlement;
    std::string masked_name;
  };
  std::optional<Returning> m_returning;
  std::optional<TenderView> m_tender;
  std::optional<sale::Receipt> m_receipt;
  base::Money m_change{};
  std::optional<SearchView> m_search;
  std::vector<ReaderView> m_readers;
  std::optional<HqView> m_hq;
  std::optional<MemberDeskView> m_member_desk;
  std::optional<member::Credential> m_desk_card;  // waits to be given to a member
  std::optional<Notice> m_notice;
  std::uint64_t m_notice_serial = 0;
  std::uint64_t m_revision = 0;
};

}  // namespace kahui::till
