// How a bill is paid beside cash, stored value and count cards (rulebook P10, M4, V1 to V5).
#pragma once

#include <optional>
#include <string>

#include "core/base/numbers.hpp"
#include "core/ports/card_purse.hpp"
#include "core/till/payment_run.hpp"
#include "core/till/rights.hpp"

namespace kahui::till {

inline constexpr std::string_view kPurseTender = "CARDPURSE";  // points on the member's card

inline bool ofCard(std::string_view provider) {  // whoever it is asked of lies on a reader
  return provider == kPurseTender || provider == ports::kCardLoad;
}

enum class TenderKind { Cash, BankCard, Stored, Voucher, Split };

struct ChooseTender {  // begins the tender step where it has not begun
  TenderKind kind{};
};
struct SplitTender {  // so much is paid with whatever comes next; 0: all that is left
  base::Money amount{};
};
// Takes a part of the bill, or what is left of it: then the bill is done. WrongTender, RuleRejected.
struct TakeTender {
  TenderKind kind{};                    // BankCard, Stored, Voucher
  std::optional<base::Money> amount{};  // none: all that is left, of stored value as much as there is
  std::string reference{};              // BankCard, Voucher: 4 .. 12 letters or digits of the slip or the voucher
  std::string member_pin{};             // Stored, where it was asked for; wiped by the engine
};
struct PayByCode {  // the customer's code, scanned or typed at the tender step; wiped by the engine
  std::string code;
};
struct PayByPurse {};       // from the points on the member's card: as much as there is, up to what comes next
struct FinishTender {};     // what was taken pays the bill already, but it could not be stored
struct ReversePayment {};   // of the tender step: the payment under way, or the last one that was taken
struct AskPayment {};       // again, whether it was paid
struct SetPaymentAside {};  // the bill waits among the open payments; the next customer's turn
// From the list of open payments.
struct AskOpenPayment {
  std::string payment;
};
struct ReverseOpenPayment {
  std::string payment;
};
struct ResumePayment {  // its bill comes back to the tender step, with what was paid
  std::string payment;
};
// Of points on a card, which nobody knows the end of, or that no bill wants: the bill is let go, and the card gets back
// what was taken when it is seen again. A manager's act.
struct GiveBackPayment {
  std::string payment;
  std::string reason{};
  Approval approval{};
};
struct PaymentNews {  // from the payments' thread
  std::string payment;
  PaymentStage stage{};
  ports::PaymentOutcome outcome = ports::PaymentOutcome::Unknown;  // Ended
  bool reversed = false;
  std::string transaction{}, reason{};
};

struct TopUp {  // V3, of the member on the bill
  base::Money pay{};
  TenderKind kind = TenderKind::Cash;  // Cash, BankCard
  std::string reference{};             // BankCard
  Approval approval{};
};
struct PlanTopUp {  // what it would give; 0: closes the plan
  base::Money pay{};
};
struct CloseStored {  // V4
  Approval approval{};
};
struct UseCount {    // V5: one use, as a line at price 0
  std::string card;  // of MemberPanel::counts
};
struct ShowValueHistory {
  bool shown = true;
};

}  // namespace kahui::till
