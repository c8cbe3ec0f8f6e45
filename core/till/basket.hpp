// The open bill before it is paid: lines, the member beside it, and every state it had, so that each change can be
// taken back.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/catalog/product.hpp"
#include "core/member/member.hpp"
#include "core/ports/card_reader.hpp"
#include "core/ports/store.hpp"
#include "core/pricing/sale_input.hpp"

namespace kahui::till {

struct BasketLine {
  std::int64_t id = 0;
  std::shared_ptr<const catalog::Product> product{};  // shared by all states of the basket
  base::Quantity quantity{};
  std::optional<base::Money> override_price{};  // P4, a piece
  std::optional<base::Money> amount{};          // of a scale label (P1)
  std::string offer{};                          // id of the promotion that it was taken from (A4, A5)
  std::string count_card{};                     // V5: a use of it, at price 0
  std::string gift{};     // code in the points catalogue (S003-94); what it costs, the rules say at the bill's time
  bool delivery = false;  // the fee (S002-23); what it is, the bill says
  bool card_fee = false;  // S000-13; `amount` is the fee
  pricing::Basket::Line input{};  // the same for the rules; made anew by every change of the line
};

inline constexpr std::string_view kDeliverySku = "DELIVERY";  // of the fees' lines
inline constexpr std::string_view kCardFeeSku = "CARD-FEE";

struct CardPurse {
  std::string uid;  // upper-case hex
  std::int32_t points = 0;
};

struct AttachedMember {
  member::Member member;
  std::string credential;  // uid, track2, code, phone, number
  ports::Trust trust = ports::Trust::Claim;
  std::vector<journal::LotPart> lots{};              // what points are spent from
  std::vector<journal::UsedPromotion> promotions{};  // of those limited per member
  std::vector<ports::StoredCoupon> coupons{};        // good today
  int gifts_today = 0;                               // C3
  bool has_pin = false;                              // I4
  std::optional<ports::StoredAccount> stored{};
  std::vector<ports::OwnedCount> counts{};         // with uses left
  std::optional<CardPurse> purse{};                // as the card said when it was last seen
  bool phone_dead = false;                         // S001-09
  bool terms_due = false;                          // S000-10: agreed to an earlier text than the pack's
  std::optional<base::BusinessDate> paid_until{};  // of a paid membership
  std::optional<ports::BoughtSoFar> bought{};      // where the pack counts purchases
};

// What is asked for on top of the goods.
struct BillWish {
  base::Points points{};
  bool points_max = false;
  std::vector<ports::StoredCoupon> coupons{};
  pricing::BillDiscount discount{};  // P6
  std::string approver{};            // staff code of who allowed a discount beyond the operator's rights
  bool pin_shown = false;            // the member's, for this bill (I4)
  std::string delivery{};            // where the bill goes (S002-23); empty: nowhere

  [[nodiscard]] bool wantsPoints() const { return points_max || points > base::Points{}; }
};

class Basket {
 public:
  // Adds to the line of the same product if that is the last one, else a new line. BasketFull, OutOfRange.
  base::Status add(const ports::FoundProduct& product, base::Quantity quantity);
  // Always a line of its own: a request's line numbers must stay what they are. `line` says the rest of it; its id is
  // given here.
  base::Status append(const ports::FoundProduct& product, base::Quantity quantity, BasketLine line = {});
  base::Status setQuantity(int line, base::Quantity quantity);                         // UnknownLine, OutOfRange
  base::Status voidLine(int line);                                                     // UnknownLine
  base::Status setPrice(int line, std::optional<base::Money> a_piece, BillWish wish);  // P4; UnknownLine
  void select(int line);
  void attach(std::optional<AttachedMember> member);
  void wish(BillWish wish);
  // The fee's line and where the bill goes, in the place of what was said before; an empty note takes both away.
  base::Status deliver(const ports::FoundProduct& fee, const std::string& note);
  void setCoupons(std::vector<ports::StoredCoupon> coupons);  // of the member who is there; nothing to take back
  // Of the member who is there, likewise.
  void setPurse(CardPurse purse);
  void setValue(std::optional<ports::StoredAccount> stored, std::vector<ports::OwnedCount> counts);
  // The bill changed and a coupon or an offer does not fit it any more: goes without a step of its own to take back.
  void dropCoupons();
  void proven() { m_now.wish.pin_shown = true; }  // the member's PIN, with the step before
  void dropOffers();
  void dropGifts();  // of the points catalogue, likewise
  void clear();      // can be undone
  bool undo();
  void reset();        // a new bill; nothing can be undone
  void forgetSteps();  // what is there now is the beginning: nothing can be undone

  [[nodiscard]] const std::vector<BasketLine>& lines() const { return m_now.lines; }
  [[nodiscard]] const std::optional<AttachedMember>& member() const { return m_now.member; }
  [[nodiscard]] const BillWish& wish() const { return m_now.wish; }
  [[nodiscard]] int selected() const { return m_now.selected; }
  [[nodiscard]] bool canUndo() const { return !m_before.empty(); }
  [[nodiscard]] bool isUntouched() const { return m_now.lines.empty() && !m_now.member; }

 private:
  struct State {
    std::vector<BasketLine> lines;
    std::optional<AttachedMember> member;
    BillWish wish;
    int selected = -1;
  };
  void remember();
  [[nodiscard]] bool has(int line) const { return line >= 0 && static_cast<std::size_t>(line) < m_now.lines.size(); }

  State m_now;
  std::vector<State> m_before;
  std::int64_t m_next_id = 1;
};

}  // namespace kahui::till
