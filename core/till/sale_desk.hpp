// Everything a sale needs from the store, without a window and without a queue: what the engine's commands and
// `kahuictl sell` share. Belongs to the engine thread.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/clock.hpp"
#include "core/base/random.hpp"
#include "core/ports/store.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/sale/evaluate_sale.hpp"
#include "core/sale/receipt.hpp"
#include "core/sale/sale_document.hpp"
#include "core/till/basket.hpp"
#include "core/till/sell_request.hpp"

namespace kahui::till {

struct CompletedSale {
  journal::Event event;  // as stored, but for the numbers of the envelope
  sale::Receipt receipt;
};

class SaleDesk {
 public:
  static base::Result<SaleDesk> open(ports::Store& store, const base::Clock& clock, base::RandomSource& random);

  // Barcode first, then sku. UnknownProduct.
  base::Result<catalog::Product> product(std::string_view code);

  // UnknownCard, CardBlocked, CardLost, CardReplaced, CardCancelled, MemberFrozen.
  base::Result<AttachedMember> memberByCard(const member::Credential& credential, ports::Trust trust);
  // A full telephone number or a member number. BadPhone, UnknownMember, MemberFrozen.
  base::Result<AttachedMember> memberByText(std::string_view text);

  // Errors as of sale::evaluateSale; EmptyBasket.
  base::Result<sale::SaleResult> price(std::span<const BasketLine> lines, const std::optional<AttachedMember>& member,
                                       const std::vector<pricing::Tender>& tenders) const;

  // Durable when it returns a value; nothing of it is stored when it returns an error.
  base::Result<CompletedSale> complete(std::span<const BasketLine> lines, const std::optional<AttachedMember>& member,
                                       const std::vector<pricing::Tender>& tenders, const ports::Staff& staff,
                                       const std::string& ref = {}, const std::string& ref_digest = {});

  SellAnswer sell(const SellRequest& request);

  base::Result<ports::Staff> staff(std::string_view code);  // UnknownOperator
  // Opens a shift where none is open, and a new one where the open one is of an earlier business day.
  base::Result<ports::Shift> shiftFor(const ports::Staff& staff);

  // Again, marked as a copy. UnknownReceipt.
  base::Result<sale::Receipt> receipt(std::string_view receipt_no);
  base::Result<sale::Receipt> lastReceipt();

  [[nodiscard]] const programme::RulePack& rules() const { return m_rules; }
  [[nodiscard]] base::BusinessDate businessDate() const;  // of the open shift, else of the clock
  // What lifts this member to the tier above, without a bill.
  [[nodiscard]] std::optional<loyalty::NextTier> nextTierOf(const member::Member& member) const;
  [[nodiscard]] bool isBirthday(const member::Member& member) const;

 private:
  SaleDesk(ports::Store& store, const base::Clock& clock, base::RandomSource& random, programme::RulePack rules);
  [[nodiscard]] pricing::SaleInput inputOf(std::span<const BasketLine> lines,
                                           const std::optional<AttachedMember>& member,
                                           const std::vector<pricing::Tender>& tenders, base::LocalTime now) const;
  base::Result<AttachedMember> usable(std::optional<member::Member> member, std::string credential, ports::Trust trust);
  base::Result<AttachedMember> memberOf(const SellCard& card);
  base::Result<sale::Receipt> reprint(const base::Result<std::optional<ports::StoredSale>>& stored);
  // What a request names: member and products.
  base::Status gather(const SellRequest& request, std::optional<AttachedMember>& member, Basket& basket);
  SellAnswer answerOf(const journal::Event& event);
  base::Status appendShift(const base::WallTime& at, base::BusinessDate day, journal::Payload payload);

  ports::Store* m_store;
  const base::Clock* m_clock;
  base::RandomSource* m_random;
  programme::RulePack m_rules;
  std::optional<ports::Shift> m_shift;
};

}  // namespace kahui::till
