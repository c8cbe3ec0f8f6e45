// What an application may ask of the till. Commands are values, queued to the engine thread in the order of submit().
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/base/numbers.hpp"
#include "core/ports/card_reader.hpp"
#include "core/till/card_command.hpp"
#include "core/till/card_load_command.hpp"
#include "core/till/club_command.hpp"
#include "core/till/extras_command.hpp"
#include "core/till/form_command.hpp"
#include "core/till/held_command.hpp"
#include "core/till/member_command.hpp"
#include "core/till/news_command.hpp"
#include "core/till/settings_command.hpp"
#include "core/till/shift_command.hpp"
#include "core/till/staff_command.hpp"
#include "core/till/talk_command.hpp"
#include "core/till/task_command.hpp"
#include "core/till/tender_command.hpp"

namespace kahui::till {

struct SignIn {
  std::string operator_code;
  std::string pin;  // wiped by the engine after use
};
struct SignOut {};  // keeps the open basket for the next operator

// Text from the scan line or a scanner: a barcode, a sku, a full telephone number, a member number; "3*" before it is a
// quantity, "3*" alone sets the quantity of the selected line.
struct Enter {
  std::string text;
};
struct AddProduct {
  std::string sku;
  base::Quantity quantity = base::kOnePiece;
};
struct SelectLine {
  int line = 0;  // index into Snapshot::lines
};
struct SetQuantity {
  int line = 0;
  base::Quantity quantity{};  // > 0, whole pieces unless the product is sold by weight
};
struct VoidLine {
  int line = 0;
};
struct Undo {};        // takes back the last change of the basket, up to the first
struct CancelSale {};  // empties the basket; can be undone until the next change
struct SearchProducts {
  std::string query;  // part of a name, pinyin initials, barcode or sku; empty closes the search
};
struct FindMember {
  std::string text;  // full telephone number or member number
};
struct DetachMember {};

struct PayPoints {  // P8; replaces what was asked before
  enum class How { None, Max, Amount, WholeYuan };
  How how = How::None;
  base::Points points{};        // Amount only, > 0
  std::string member_pin = {};  // where it was asked for; wiped by the engine
};
struct ToggleCoupon {
  std::string serial;  // of Snapshot::coupons, or one that the customer shows
};
// P6. Both empty: none. Beyond the operator's rights an approver signs with code and PIN; the engine wipes the PIN.
struct DiscountBill {
  std::optional<base::Rate> rate;
  std::optional<base::Money> minus;
  std::string approver;
  std::string approver_pin;
};
struct TakeOffer {
  std::string promotion;  // of Snapshot::offers
};
struct Explain {
  int line = -1;  // index into Snapshot::lines; -1 closes
};

struct BeginReturn {
  std::string receipt_no;
};
struct SetReturnQuantity {
  int line = 0;
  base::Quantity quantity{};  // 0 .. what has not come back yet
};
struct ReturnAll {};      // everything that has not come back yet
struct TakeGiftsBack {};  // of the gifts that are to be brought back all that are here, with what is chosen (A4)
struct ConfirmReturn {};
struct CancelReturn {};
struct Card {
  ports::ReaderEvent event;
};
// Where the till stands with headquarters; from whoever goes there, each minute and after each session.
struct HqNews {
  std::uint64_t unsent = 0;
  std::int64_t oldest_ms = 0;   // of the unsent, UTC; 0: none
  std::int64_t contact_ms = 0;  // the last answer, UTC; 0: never
  bool alarm = false;           // a person must look at it
  std::int64_t offset_ms = 0;   // headquarters' clock less this till's, at the last answer
};
struct BeginTender {};  // cash; shows what is due after rounding
struct CancelTender {};
struct PayCash {
  base::Money given{};
};
struct NextSale {};  // leaves the receipt; scanning the next item does it too
struct ShowLastReceipt {};
struct DismissNotice {};

using Command = std::variant<
    SignIn, SignOut, Enter, AddProduct, SelectLine, SetQuantity, VoidLine, Undo, CancelSale, SearchProducts, FindMember,
    DetachMember, PayPoints, ToggleCoupon, DiscountBill, TakeOffer, Explain, BeginReturn, SetReturnQuantity, ReturnAll,
    ConfirmReturn, CancelReturn, Card, HqNews, BeginTender, CancelTender, PayCash, NextSale, ShowLastReceipt,
    DismissNotice, SetFloat, MoveCash, OpenDrawer, ReadShift, CountDrawer, CloseShift, LeaveShift, HoldBill, ListHeld,
    RecallBill, DropHeldBill, ListReceipts, LeaveDesk, Reprint, ReopenBill, PlanBlindReturn, ConfirmBlindReturn,
    SetLinePrice, ChooseTender, SplitTender, TakeTender, PayByCode, FinishTender, ReversePayment, AskPayment,
    SetPaymentAside, AskOpenPayment, ReverseOpenPayment, ResumePayment, PaymentNews, TopUp, PlanTopUp, CloseStored,
    UseCount, ShowValueHistory, OpenMemberDesk, CloseMemberDesk, FindMembers, ShowMember, TakeMember, JoinMember,
    ActOnMember, ActOnCard, DropDeskCard, HideRevealed, CloseVoucher, OpenStaffDesk, CloseStaffDesk, PutStaff,
    ChangeOwnPin, AwaitBadge, DropBadge, WriteCard, StopWriting, PayByPurse, GiveBackPayment, AskRight,
    ReadAnnouncement, ListTasks, ActOnTasks, LeaveTasks, PrintShift, ShowReceipt, SetLabelRules, TryLabel, SetRounding,
    SetLowValue, LoadCard, StopLoading, TakeBill, ShowClub, ActOnClub, LeaveClub, DeliverBill, ShowTalk, LeaveTalk,
    StopAsking, RedeemGift, TakeGiftsBack, PrintForms>;

}  // namespace kahui::till
