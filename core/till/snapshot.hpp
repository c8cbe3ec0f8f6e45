// All that a screen knows: an immutable picture of the till after a command. Made by the engine thread, shared, never
// changed. Texts in it come from data (product and member names); every other word is made by app/models from the
// codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/numbers.hpp"
#include "core/loyalty/rights.hpp"
#include "core/ports/card_reader.hpp"
#include "core/ports/store.hpp"
#include "core/pricing/priced_bill.hpp"
#include "core/sale/receipt.hpp"
#include "core/till/clock_view.hpp"
#include "core/till/club_view.hpp"
#include "core/till/extras_view.hpp"
#include "core/till/form_command.hpp"
#include "core/till/held_view.hpp"
#include "core/till/member_desk_view.hpp"
#include "core/till/news_view.hpp"
#include "core/till/return_view.hpp"
#include "core/till/settings_view.hpp"
#include "core/till/shift_view.hpp"
#include "core/till/staff_view.hpp"
#include "core/till/talk_view.hpp"
#include "core/till/task_view.hpp"
#include "core/till/tender_view.hpp"
#include "core/till/tier_view.hpp"

namespace kahui::till {

enum class Phase { SignedOut, Selling, Tendering, Receipt, Returning };

struct StoreView {
  std::string store_no;
  std::string store_name;
  std::string position;  // register number within the store
  bool demo = false;
  bool training = false;  // nothing counts
};

enum class Role { Cashier, Leader, Manager };

struct OperatorView {
  std::string code;
  std::string name;
  Role role{};
  std::uint32_t rights = 0;  // rightsOf()
};

// Which rule gave the line its price (rulebook P2, P4).
enum class PriceLayer { Retail, Promo, MemberPrice, MemberDay, Tier, RateCoupon, Override, Stack, Group };

// A promotion as words are made from it: 满300减40, 第二件半价 … Which fields mean something depends on the kind.
struct PromotionView {
  std::string id;
  programme::PromotionKind kind{};
  base::Money threshold{};
  base::Quantity threshold_qty{};
  base::Money minus{};
  base::Money price{};
  base::Rate rate = base::kFullRate;
  bool repeat = false;
  int n = 0, m = 0;
  std::string sku;
  int mult_pct = 100;
};

struct LineView {
  std::int64_t line_id = 0;  // stays with the line while the basket lives
  std::string sku;
  std::string barcode;
  std::string name;
  std::string spec;  // pack size, may be empty
  std::string unit;  // 盒, kg …
  base::Money unit_price{};
  base::Quantity quantity{};
  base::Money gross{};
  base::Money saving{};        // gross - final, >= 0
  base::Money final{};         // what the customer pays for the line
  base::Points gift_points{};  // S003-94: and so many points
  PriceLayer layer = PriceLayer::Retail;
  bool weighed = false;
  bool no_member_discount = false;
  std::optional<PromotionView> promotion{};  // that gave the price or the multi-buy cut
};

struct MemberPanel {
  std::string member_no;
  std::string masked_name;   // 王** (M2); may be empty
  std::string masked_phone;  // 138****5678 (M1)
  std::string tier_code;
  std::string tier_name;
  std::optional<base::BusinessDate> tier_until{};  // S001-96: last day of a tier by hand
  int tier_rank = 0;                               // 0 = lowest
  base::Rate tier_rate = base::kFullRate;
  base::Points points{};  // balance before this bill
  base::Points earns{};   // by this bill
  bool birthday = false;  // today
  ports::Trust trust = ports::Trust::Claim;
  std::optional<NextTier> next_tier{};
  std::optional<base::Money> entry{};   // S000-29: one bill of so much, and the benefits begin with the next one
  std::optional<base::Money> stored{};  // principal and bonus; none: never had any
  base::Money stored_bonus{};           // of it
  bool low_value = false;               // stored value, or points on the card, at or below the till's limit (S000-83)
  std::vector<ports::OwnedCount> counts{};  // count cards with uses left
  bool phone_dead = false;                  // a call found no such number (S001-09)
  bool terms_due = false;                   // is to be asked for the new text (S000-10)
  programme::Words badge{}, greeting{};     // of the tier (S000-31); empty: none
  bool own_lane = false;                    // S003-35
};

struct Totals {
  base::Money gross{};
  base::Money saving{};  // gross - due before rounding
  base::Money due{};
  int lines = 0;
  int pieces = 0;  // weighed lines count as one
};

// What is missing to the next benefit of the bill: at most three, the nearest first.
struct HintView {
  PromotionView promotion;
  std::optional<base::Money> missing{};
  std::optional<base::Quantity> missing_pieces{};
};

struct OfferView {  // A4, A5: the cashier takes it or leaves it
  PromotionView promotion;
  std::string product_name;
  int times = 0;
};

// One rule that was tried on a line or, with `whole_bill`, on the bill, and what came of it.
struct WhyView {
  bool whole_bill = false;
  pricing::Step step{};
  pricing::Reason reason{};
  PriceLayer layer = PriceLayer::Retail;  // Step::Layer
  std::optional<PromotionView> promotion{};
  std::string coupon;        // serial
  std::int64_t amount = 0;   // Step::Layer: the price it would give; else the saving; fen
  std::int64_t missing = 0;  // fen or thousandths
};

struct ExplainView {
  int line = 0;
  std::vector<WhyView> tried;
};

struct PointsView {           // of the member, for this bill
  base::Points available{};   // may be spent at all
  base::Points usable{};      // at most on this bill (P8)
  base::Points whole_yuan{};  // so many that what is left to pay ends in whole yuan
  base::Points used{};
  base::Money paid{};  // what the used ones are worth
  base::Money one{};   // what a point pays
  // What headquarters confirmed and what this till did since; none: it has never spoken of this member.
  std::optional<ports::ConfirmedBalance> confirmed{};
  base::LocalTime confirmed_at{};
  std::optional<loyalty::OfflineLimit> offline{};  // without the line: what may be paid now, and what bounds it
  bool asks_hq = false;                            // headquarters decides when points are chosen

  [[nodiscard]] base::Money worth(base::Points points) const { return base::Money(points.value() * one.value()); }
};

struct CouponView {
  std::string serial;
  bool rate_coupon = false;
  base::Money face{};
  base::Rate rate = base::kFullRate;
  base::Money min{};
  std::optional<base::BusinessDate> expires{};
  bool scoped = false;  // only for some goods
  bool chosen = false;
  std::vector<std::string> tiers{};  // names of the tiers that it is for; empty: everybody
};

struct DiscountView {  // P6
  std::optional<base::Rate> rate{};
  std::optional<base::Money> minus{};
  base::Money saving{};
};

struct ReturnLineView {
  std::string name;
  std::string unit;
  base::Quantity sold{};
  base::Quantity returned{};  // by earlier returns
  base::Quantity quantity{};  // chosen now
  base::Money value{};        // of the chosen
};

// The settlement sheet: everything a return does, before it is done (section 9).
struct ReturnView {
  std::string receipt_no;
  base::LocalTime sold_at;
  std::string masked_name;  // of the member; empty: a guest
  std::vector<ReturnLineView> lines;
  base::Money value{};
  base::Money refund{};
  std::vector<sale::ReceiptTender> tenders;
  base::Points reversed{};  // earned or given, taken back
  base::Points charged{};   // of them, paid in money (X6)
  base::Points restored{};  // spent, given back
  std::optional<base::Points> balance_after{};
  std::string coupon, gift, return_coupon;  // fates: KEPT, RETURNED, VOIDED, DEDUCTED; empty: there is none
  std::string tier_after_name;              // empty: the tier stays
  std::vector<ReturnAlso> also{};
};

struct TenderView {
  base::Money due{};                       // cash, after rounding down (P10)
  base::Money rounding{};                  // dropped, >= 0
  std::vector<base::Money> quick_amounts;  // ascending, the exact amount first
  TenderKind kind = TenderKind::Cash;
  base::Money total{};  // of the bill, nothing rounded
  base::Money rest{};   // of it, after what was taken; not rounded
  base::Money next{};   // what the next tender takes if nothing else is said: the rest, or what was split off
  std::vector<TakenView> taken{};
  std::optional<PaymentView> payment{};  // under way: nothing else can be taken meanwhile
  std::optional<base::Money> stored{};   // the member's, that is not in `taken`
  std::optional<PurseView> purse{};      // the member's card proved itself and has points on it
  bool pin_needed = false;               // the last try to take stored value asked for it
};

struct ProductView {
  std::string sku;
  std::string barcode;
  std::string name;
  std::string spec;
  std::string unit;
  std::string category;
  base::Money price{};
  std::optional<base::Money> promo_price{};
  std::optional<base::Money> member_price{};
};

struct SearchView {
  std::string query;
  std::vector<ProductView> hits;  // at most 50, best first
  bool more = false;
};

struct ReaderView {
  std::string name;
  ports::ReaderKind kind{};
  ports::ReaderState state{};
  ports::ReaderAdvice advice = ports::ReaderAdvice::None;
};

struct HqView {
  bool offline = false;  // no answer for five minutes: the limits without the line hold
  bool alarm = false;    // a person must look at it
  std::uint64_t unsent = 0;
  std::int64_t oldest_min = 0;  // age of the oldest unsent, in minutes
  bool operator==(const HqView&) const = default;
};

enum class NoticeKind { Good, Info, Warning, Error };

enum class NoticeCode {
  SignedIn,         // args: operator name
  ItemAdded,        // args: product name
  QuantityChanged,  // args: product name, quantity
  LineVoided,       // args: product name; can be undone
  SaleCancelled,    // can be undone
  UndoDone,
  MemberAttached,  // args: masked name; with low value also LOW and the balance in fen
  MemberDetached,
  SaleDone,        // args: receipt no
  PointsUsed,      // args: points
  CouponTaken,     // args: serial
  CouponLeft,      // args: serial
  CouponDropped,   // the bill changed and it does not fit any more; args: reason name
  DiscountGiven,   // args: saving in fen
  DiscountTaken,   // off again
  OfferTaken,      // args: product name; of the points catalogue (S003-94) also points and money in fen, of the line
  ReturnDone,      // args: receipt no
  ReaderReady,     // args: reader
  ReaderLost,      // args: reader, advice name
  CardRefused,     // args: reason name
  CardIgnored,     // a card was shown while it cannot be used (signed out, tendering, receipt)
  Failed,          // Snapshot::Notice::error says what
  FloatSet,        // args: fen
  CashMoved,       // args: IN, OUT or DROP; fen
  DrawerOpened,    // args: reason
  DrawerCounted,   // the difference is shown
  ShiftClosed,     // args: number of the shift
  BillHeld,        // args: note
  BillRecalled,    // args: note; what could not be kept: MEMBER COUNT OFFER PRICE COUPON DISCOUNT POINTS FEWER_POINTS
                   // GIFT DELIVERY
  BillDropped,     // args: note
  Reprinted,       // args: receipt no, which copy
  BillReopened,    // args: receipt no of what was opened again
  PriceChanged,    // args: product name
  TenderTaken,     // args: type, fen
  TenderLeft,      // taken off again; args: type, fen
  PaymentUnpaid,   // by code; args: provider, fen, the provider's word
  PaymentUnknown,  // args: provider, fen
  PaymentSettled,  // an open one: args: provider, fen, PAID, UNPAID, REVERSED, REFUNDED
  PaymentAside,    // its bill waits among the open payments
  PurseOwed,       // points go back to a card when it is seen again; args: fen
  PaymentsOpen,    // args: how many payments by code are not settled
  TopUpDone,       // args: number of the slip
  StoredClosed,    // args: number of the slip
  CountUsed,       // args: product name, uses left
  MemberJoined,    // args: masked name or number, points of the gift, coupons of the gift; PENDING: waits (S001-104)
  MemberDeskDone,  // args: MemberAct as a number, points
  MemberCardDone,  // args: the card's state by name
  DeskCardWaits,   // args: masked card
  StaffDone,       // args: StaffDone by name (staff_view.hpp), code or name of the person
  RightGiven,      // AskRight; args: the right's name
  CardSuspect,     // args: FORKED, ROLLED_BACK
  CardNotWritten,  // args: OTHER_CARD, NOT_WRITABLE, KEYS_MISSING, REFUSED, UNFINISHED; masked card, or what is missing
  TasksDone,       // args: TaskAct as a number, how many, how many were passed over, what is left of a benefit
  ShiftPrinted,    // args: number of the shift
  SettingsSaved,
  CardLoaded,       // args: points, masked card
  CardNotLoaded,    // the account has them again; args: points, masked card, the purse's word
  CardLoadUnknown,  // the same; the card's next sighting tells
  BillTakenOver,    // a bill of this till; args: note, register, local time (ISO)
  BillTwice,        // taken up here without the line, and there too; args: register, local time (ISO)
  DeliverySet,      // args: fee in fen; none: the goods are taken along
  CardFeeAdded,     // S000-13, args: fee in fen; 0: cards are free today
  CardOwes,         // points that came back into the account are taken off the card when it is seen again; args: fen
  ClubDone,         // args: ClubAct as a number, how many, how many were passed over, what is left, who, a day
  SignedInToday,    // S003-61, the day's first card; args: points, masked name
};

struct Notice {
  NoticeKind kind{};
  NoticeCode code{};
  std::vector<std::string> args{};
  std::optional<base::Error> error{};
  bool can_undo = false;
  std::uint64_t serial = 0;  // rises with each notice, so that the same one twice is seen as new
};

struct Snapshot {
  std::uint64_t revision = 0;
  Phase phase = Phase::SignedOut;
  StoreView store;
  base::BusinessDate business_date;
  std::optional<OperatorView> op;
  std::vector<LineView> lines;
  int selected_line = -1;  // -1: none
  std::optional<MemberPanel> member;
  std::optional<PointsView> points;  // a member with lines on the bill
  std::vector<CouponView> coupons;
  std::optional<DiscountView> discount;
  std::vector<OfferView> offers;
  std::vector<HintView> hints;
  std::optional<ExplainView> explain;
  std::optional<ReturnView> returning;  // Phase::Returning
  Totals totals;
  std::optional<TenderView> tender;
  std::optional<sale::Receipt> receipt;  // Phase::Receipt, or the last one on request
  base::Money change{};                  // Phase::Receipt
  std::optional<SearchView> search;
  std::vector<ReaderView> readers;
  std::optional<HqView> hq;  // none: the till is on its own
  std::optional<ShiftView> shift;
  std::optional<DeskView> desk;
  std::optional<TenderDeskView> tenders;
  std::optional<Notice> notice;
  bool can_undo = false;
  std::optional<MemberDeskView> member_desk;
  std::optional<StaffDeskView> staff_desk;
  std::optional<NewsView> news;  // none: no headquarters
  std::vector<MemberText> for_members;
  std::optional<TaskDeskView> task_desk;
  std::optional<ShiftPrint> shift_print;
  std::optional<SettingsView> settings;
  std::optional<HeldAwayView> held_away;  // while the held bills are shown; none: the till is on its own
  bool asking_shop = false;               // a question about held bills is under way; nothing waits for it
  std::optional<ClubView> club;
  std::optional<TalkView> talk;
  std::optional<ClockView> clock;  // it is wrong
  std::optional<ExtrasView> extras;
  std::optional<FormPrint> form_print;
};

}  // namespace kahui::till
