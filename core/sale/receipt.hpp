// The receipt as a document (rulebook section 3, "Receipt lines shown"): figures and data texts in order. It is rebuilt
// from the journal at any time; paper, screen and text are renderings of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/numbers.hpp"

namespace kahui::sale {

struct ReceiptLine {
  std::string name;
  std::string barcode;
  std::string unit;
  base::Quantity quantity{};
  base::Money unit_price{};
  base::Money gross{};
  base::Money final{};
  std::string layer;           // RETAIL, PROMO, MEMBER_PRICE, TIER … (P2)
  int count_change = 0;        // V5: > 0 sold as a count card, < 0 a use of one
  int count_left = 0;          // after it
  base::Points gift_points{};  // S003-94: taken for the line beside `final`
};

// What made the bill cheaper than its gross (section 3, in its order).
struct ReceiptSavings {
  base::Money price{};  // P2: tier, member price, promotion price, rate coupon
  base::Money multi{};
  base::Money promotion{};
  base::Money bill{};
  base::Money coupon{};
  base::Money points{};
  base::Money gifts{};  // of lines that points were taken for (S003-94)

  [[nodiscard]] base::Money sum() const { return price + multi + promotion + bill + coupon + points + gifts; }
};

struct ReceiptBenefit {
  std::string kind;  // GIFT_COUPON, RETURN_COUPON, RETURN_POINTS, REFEREE_GIFT, REBATE
  base::Money face{};
  base::Points points{};
  std::string serial;
};

struct ReceiptTender {
  std::string type;  // CASH …
  base::Money amount{};
  std::optional<base::Money> given{};
  std::string reference{};  // of a slip or voucher; empty: none
};

struct ReceiptPoints {  // S000-48: of one class
  bool cashable = false;
  base::Points balance{};
  base::Points ending{};  // of it, within journal::kEnding_days of the sale
  std::optional<base::BusinessDate> first_end{};
};

struct ReceiptMember {
  std::string member_no;  // masked but the last four digits
  std::string masked_name;
  std::string tier_name;
  base::Points earned{};
  base::Points used{};
  base::Points balance{};                // after the sale, as far as this till knows (provisional)
  std::vector<ReceiptPoints> classes{};  // of sales; none: not known
  std::string next_tier_name;            // empty: highest tier
  std::optional<base::Money> missing_purchase{};
  std::optional<base::Points> missing_points{};
  std::optional<int> missing_bills{}, missing_referrals{};
  std::optional<base::Money> missing_spent{};
  bool missing_all = false;   // all of it is needed; else any one thing lifts
  std::string new_tier_name;  // empty: the bill did not move the tier
  std::vector<ReceiptBenefit> benefits;
  std::string referrer{};  // F1: masked number of who brought the member, where the bill gave him points
  base::Points referral{};
  std::optional<base::Money> stored_after{};  // where stored value was moved
};

// V3, V4: a slip of its own, no sale. Of a closing the amounts are what was taken away.
struct ReceiptStored {
  base::Money principal{}, bonus{};
  base::Money balance{};  // after it
  std::string rule;       // V3
};

// A4, of a return: a gift that is still to come back, or that came back after its price had been held back.
struct ReceiptGift {
  std::string name;
  base::Quantity quantity{};  // still out
  base::Money held{};         // of the refund; < 0: paid again
};

enum class ReceiptKind { Sale, Return, TopUp, StoredClosed };

// Of a return the amounts are what was given back, not below 0: `earned` is taken back, `used` is restored.
struct Receipt {
  ReceiptKind kind = ReceiptKind::Sale;
  base::Id sale_id;
  std::string receipt_no;       // store-register-incarnation-number (protocol.md, rollback)
  std::string sale_receipt_no;  // returns only
  std::string store_name;
  std::string position;
  std::string operator_name;
  base::LocalTime at;
  base::BusinessDate business_date;
  std::vector<ReceiptLine> lines;
  std::vector<ReceiptGift> kept_gifts{};
  base::Money gross{};
  ReceiptSavings savings;
  base::Money rounding{};  // dropped fen and jiao
  base::Money total{};     // due
  base::Money change{};
  std::vector<ReceiptTender> tenders;
  std::optional<ReceiptMember> member;
  std::optional<ReceiptStored> stored{};  // TopUp, StoredClosed
  bool demo = false;
  bool training = false;
  bool copy = false;  // a reprint
  int copies = 0;     // which one; 0: shown again, not printed
  // Of a guest: a member who forgot the card claims the points with it, until then. Empty: none.
  std::string claim_code;
  std::string delivery{};  // where it goes (S002-23); empty: it was taken along
  std::optional<base::BusinessDate> claim_until{};
};

enum class ReceiptLanguage { Chinese, English };

// Plain text for paper and terminal: `columns` wide (32 on 58 mm, 48 on 80 mm; a Han character is 2, M7), lines ended
// by '\n'.
std::string renderText(const Receipt& receipt, ReceiptLanguage language, int columns);

}  // namespace kahui::sale
