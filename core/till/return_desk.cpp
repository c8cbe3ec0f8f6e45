// Goods that come back by receipt (rulebook section 9): the bill is priced again as it was, earlier returns are done
// over, and the new one is settled on top.
#include <fmt/format.h>

#include <algorithm>

#include "core/base/sha256.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/sale/sale_record.hpp"
#include "core/till/sale_desk.hpp"
#include "core/till/take_points.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Points;

namespace {

std::string digestOf(const ReturnRequest& request) {
  std::string text = fmt::format("return|{}|{}|{}", request.operator_code, request.approver, request.receipt_no);
  for (const sale::ReturnLine& line : request.lines) text += fmt::format("|{}:{}", line.line, line.quantity.value());
  return base::toHex(base::sha256({base::asBytes(text)})).substr(0, 32);
}

const journal::SoldBenefit* benefitOf(const journal::SaleCompleted& sale, std::string_view kind) {
  if (!sale.member) return nullptr;
  for (const auto& benefit : sale.member->benefits)
    if (benefit.kind == kind) return &benefit;
  return nullptr;
}

std::string fateText(const std::optional<sale::Fate>& fate) {
  return fate ? std::string(sale::fateName(*fate)) : std::string();
}

}  // namespace

std::vector<journal::LotPart> takeFrom(std::vector<journal::LotPart> lots, std::int64_t entry, Points points,
                                       bool cashable) {
  const std::string own = fmt::format("{:012}.", entry);
  std::stable_sort(lots.begin(), lots.end(), [&](const journal::LotPart& a, const journal::LotPart& b) {
    if (a.lot.starts_with(own) != b.lot.starts_with(own)) return a.lot.starts_with(own);
    return a.expires != b.expires && a.expires && (!b.expires || *a.expires < *b.expires);
  });
  std::vector<journal::LotPart> taken;
  for (journal::LotPart& lot : lots) {
    if (lot.cashable != cashable || points == Points{}) continue;
    lot.points = std::min(lot.points, points);
    points -= lot.points;
    taken.push_back(lot);
  }
  if (points > Points{}) taken.push_back({"", cashable, points, std::nullopt});
  return taken;
}

base::Result<std::shared_ptr<const programme::RulePack>> SaleDesk::rulesOf(const std::string& version) {
  if (version == m_rules->version) return m_rules;
  if (const auto known = m_old_rules.find(version); known != m_old_rules.end()) return known->second;
  const auto text = m_store->rulePackOf(version);
  if (!text) return tl::unexpected(text.error());
  if (!*text) return base::fail(ErrorCode::RulesMissing, version);
  auto rules = programme::parseRulePack(std::string_view(**text));
  if (!rules) return base::fail(ErrorCode::StoreCorrupt, "rule pack: " + rules.error().detail);
  return m_old_rules.emplace(version, std::make_shared<const programme::RulePack>(std::move(*rules))).first->second;
}

base::Result<bool> SaleDesk::couponSpent(const std::string& serial) {
  const auto found = m_store->couponBySerial(serial);
  if (!found) return tl::unexpected(found.error());
  return *found && (*found)->status == ports::CouponStatus::Used;
}

base::Result<PastSale> SaleDesk::pastSale(const std::string& receipt_no) {
  auto stored = m_store->saleByReceipt(receipt_no);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return base::fail(ErrorCode::UnknownReceipt, receipt_no);
  return pastSaleOf(std::move(**stored));
}

base::Result<PastSale> SaleDesk::pastSaleOf(ports::StoredSale stored) {
  if (!std::holds_alternative<journal::SaleCompleted>(stored.event.payload))
    return base::fail(ErrorCode::WrongState, "this is the receipt of a return");
  auto rules = rulesOf(stored.event.rules_version);
  if (!rules) return tl::unexpected(rules.error());
  auto record = sale::recordOf(stored.event, **rules);
  if (!record) return tl::unexpected(record.error());
  return PastSale{std::move(stored), std::move(*rules), std::move(*record)};
}

// X5: whether the coupons that the bill gave have been spent.
base::Status SaleDesk::askBenefits(const journal::SaleCompleted& document, std::string& return_coupon,
                                   sale::ReturnRequest& request) {
  const auto* gift = benefitOf(document, "GIFT_COUPON");
  if (gift != nullptr) {
    const auto spent = couponSpent(gift->serial);
    if (!spent) return tl::unexpected(spent.error());
    request.gift_used = *spent;
  }
  const auto* back = benefitOf(document, "RETURN_COUPON");
  if (back == nullptr) return {};
  if (return_coupon.empty()) return_coupon = back->serial;
  const auto spent = couponSpent(return_coupon);
  if (!spent) return tl::unexpected(spent.error());
  request.return_coupon_used = *spent;
  return {};
}

base::Result<Settlement> SaleDesk::settle(const std::string& receipt_no, const std::vector<sale::ReturnLine>& lines) {
  auto past = pastSale(receipt_no);
  if (!past) return tl::unexpected(past.error());
  const auto& document = std::get<journal::SaleCompleted>(past->stored.event.payload);
  std::optional<AttachedMember> member;
  if (document.member) {
    auto found = m_store->memberByNo(member::MemberNo(document.member->no));
    if (!found) return tl::unexpected(found.error());
    if (*found) {
      member = AttachedMember{std::move(**found), {}};
      KAHUI_TRY(loadLots(*member));
    }
  }
  const auto returns = m_store->returnsOf(receipt_no);
  if (!returns) return tl::unexpected(returns.error());

  const auto& [input, sold] = past->record;
  const Points balance = member ? member->member.noncash : Points{};
  sale::ReturnState state = sale::startReturns(input, sold, balance);
  std::string return_coupon;
  std::optional<int> tier_left = sold.tier_after;
  for (const ports::StoredSale& earlier : *returns) {
    const auto done = sale::returnGoods(input, sold, *past->rules, state, sale::requestOf(earlier.event));
    if (!done) return base::fail(ErrorCode::StoreCorrupt, "an earlier return does not fit its sale: " + receipt_no);
    if (done->tier_after) tier_left = done->tier_after;
    const auto& serial = std::get<journal::SaleReturned>(earlier.event.payload).return_coupon_serial;
    if (!serial.empty()) return_coupon = serial;
  }
  state.noncash_balance = balance;

  Settlement settlement;
  settlement.returned = state.returned;
  sale::ReturnRequest request;
  request.at = timeNow().local();
  request.lines = lines;
  KAHUI_TRY(askBenefits(document, return_coupon, request));
  const Points earned_before = state.earned_left;
  auto refund = sale::returnGoods(input, sold, *past->rules, state, request);
  if (!refund) return tl::unexpected(refund.error());
  settlement.refund = std::move(*refund);
  fillReturn(settlement, *past, request, earned_before - state.earned_left, return_coupon, member, tier_left);
  settlement.sale = std::move(past->stored.event);
  return settlement;
}

void SaleDesk::fillReturn(Settlement& settlement, const PastSale& past, const sale::ReturnRequest& request,
                          Points earned_reversed, const std::string& return_coupon,
                          const std::optional<AttachedMember>& member, const std::optional<int>& tier_left) const {
  const auto& sale = std::get<journal::SaleCompleted>(past.stored.event.payload);
  const sale::Refund& refund = settlement.refund;
  journal::SaleReturned& document = settlement.document;
  document.sale_receipt_no = sale.receipt_no;
  std::vector<base::Quantity> before = settlement.returned;
  for (const sale::ReturnLine& line : request.lines) {
    const auto& sold = sale.lines[line.line];
    const auto part = [&](base::Quantity quantity) {
      return base::mulDivFloor(sold.final.value(), quantity.value(), sold.quantity.value());
    };
    base::Quantity& so_far = before[line.line];
    document.lines.push_back({static_cast<int>(line.line), sold.sku, sold.name, sold.unit, line.quantity,
                              base::Money(part(so_far + line.quantity) - part(so_far))});
    so_far += line.quantity;
  }
  document.value = refund.value_of_goods;
  document.refund = refund.refund;
  for (const auto& tender : refund.tenders)
    document.tenders.push_back({tender.type, tender.amount, std::nullopt, tender.reference, tender.payment});
  document.gift_used = request.gift_used;
  document.return_coupon_used = request.return_coupon_used;
  document.coupon = fateText(refund.coupon);
  document.gift = fateText(refund.gift);
  document.return_coupon = fateText(refund.return_coupon);
  if (refund.coupon == sale::Fate::Returned) {
    for (const auto& coupon : sale.coupons)
      settlement.coupons.push_back({coupon.serial, "ISSUED", refund.coupon_expires});
  }
  if (refund.gift == sale::Fate::Voided)
    settlement.coupons.push_back({benefitOf(sale, "GIFT_COUPON")->serial, "VOIDED", std::nullopt});
  if (refund.return_coupon == sale::Fate::Voided) settlement.coupons.push_back({return_coupon, "VOIDED", std::nullopt});
  for (const sale::KeptGift& gift : refund.kept_gifts)
    document.kept_gifts.push_back({static_cast<int>(gift.line), sale.lines[gift.line].name, gift.quantity, gift.held});
  if (!member) return;

  journal::ReturnedMember back;
  back.no = member->member.no.value();
  back.earned_reversed = earned_reversed;
  back.benefits_reversed = refund.points_reversed - earned_reversed;
  back.charged = refund.points_charged;
  const Points taken = refund.points_reversed - refund.points_charged;
  back.taken = takeFrom(member->lots, past.stored.entry, taken);
  back.noncash_after = refund.noncash_balance_after;
  back.balance_after = member->member.points() - taken;
  for (const auto& spend : refund.points_returned) {
    back.restored.push_back(sale::lotPartOf(spend));
    back.balance_after += spend.points;
  }
  // X7. A tier that a later bill or headquarters gave is not this bill's to take.
  back.tier_before = back.tier_after = member->member.tier;
  const auto tier_now = past.rules->rankOf(member->member.tier);
  if (refund.tier_after && tier_now == tier_left && refund.tier_after != tier_now)
    back.tier_after = past.rules->tier(*refund.tier_after).code;
  document.member = std::move(back);
}

base::Result<journal::Event> SaleDesk::takeBack(Settlement settlement, const ports::Staff& staff,
                                                const std::string& approver, const std::string& ref,
                                                const std::string& ref_digest) {
  if (settlement.document.lines.empty()) return base::fail(ErrorCode::EmptyBasket);
  auto claim = claimBack(settlement.document.sale_receipt_no, settlement.returned, settlement.document);
  if (!claim) return tl::unexpected(claim.error());
  const base::WallTime at = timeNow();
  const auto shift = shiftFor(staff);
  if (!shift) return tl::unexpected(shift.error());
  journal::SaleReturned& document = settlement.document;
  document.ref = ref;
  document.ref_digest = ref_digest;
  document.shift = shift->id;
  document.operator_code = staff.code;
  document.operator_name = staff.name;
  document.approver = approver;
  std::vector<journal::CouponIssued> issued;
  if (settlement.refund.return_coupon == sale::Fate::Voided && settlement.refund.return_coupon_face > base::Money{}) {
    document.return_coupon_serial = loyalty::couponSerial(*m_random);
    journal::CouponTerms terms;
    terms.type = "CASH";
    terms.face = settlement.refund.return_coupon_face;
    issued.push_back({"RETURN_COUPON",
                      at.local().date().iso(),
                      terms,
                      std::nullopt,
                      false,
                      {{document.return_coupon_serial, document.member ? document.member->no : 0}}});
  }

  std::vector<journal::Payload> also;
  KAHUI_TRY(addValueBack(settlement, also));
  KAHUI_TRY(addRewardsBack(settlement, also));
  KAHUI_TRY(addTermsBack(settlement, also));
  std::vector<journal::Draft> drafts{draftOf(at, shift->business_date, std::move(document))};
  if (!settlement.sale.id.isNull()) {
    drafts.front().cause = settlement.sale.id;
    drafts.front().rules_version = settlement.sale.rules_version;
  }
  const base::Id id = drafts.front().id;
  const auto add = [&](journal::Payload payload) {
    drafts.push_back(draftOf(at, shift->business_date, std::move(payload)));
    drafts.back().cause = id;
  };
  for (auto& coupon : settlement.coupons) add(std::move(coupon));
  for (auto& coupon : issued) add(std::move(coupon));
  for (auto& payload : also) add(std::move(payload));
  if (*claim) add(**std::move(claim));
  if (const auto appended = m_store->appendAll(drafts); !appended) return tl::unexpected(appended.error());
  m_float_open = false;
  return eventOf(std::move(drafts.front()));
}

base::Result<base::Money> SaleDesk::lowestPrice(const catalog::Product& product) const {
  constexpr int kLookBack_days = 30;  // X9
  base::Money lowest = product.price;
  for (const auto& price : {product.promo_price, product.member_price})
    if (price) lowest = std::min(lowest, *price);
  const auto paid = m_store->lowestPaid(product.sku, today().plusDays(-kLookBack_days));
  if (!paid) return tl::unexpected(paid.error());
  return *paid ? std::min(lowest, **paid) : lowest;
}

base::Result<Settlement> SaleDesk::settleBlind(const OpenBill& bill) {
  if (bill.lines.empty()) return base::fail(ErrorCode::EmptyBasket);
  Settlement settlement;
  journal::SaleReturned& document = settlement.document;
  Basket again;
  for (const BasketLine& line : bill.lines) {
    const auto price = lowestPrice(*line.product);
    if (!price) return tl::unexpected(price.error());
    const base::Money value =
        line.amount.value_or(base::Money(base::mulDivFloor(price->value(), line.quantity.value(), 1000)));
    document.lines.push_back({static_cast<int>(document.lines.size()), line.product->sku, line.product->name,
                              line.product->unit, line.quantity, value});
    document.value += value;
    BasketLine same;
    same.amount = line.amount;
    if (!line.amount) same.override_price = *price;
    KAHUI_TRY(again.append(line.product, line.quantity, std::move(same)));
  }
  document.refund = document.value;
  document.tenders.push_back({"CASH", document.refund, std::nullopt});
  if (!bill.member) return settlement;

  const BillWish nothing;
  const auto priced = sale::evaluateSale(inputOf({again.lines(), bill.member, nothing}, timeNow().local()), *m_rules);
  if (!priced) return tl::unexpected(priced.error());
  const member::Member& member = bill.member->member;
  journal::ReturnedMember back;
  back.no = member.no.value();
  back.earned_reversed = priced->points_earned;
  if (back.earned_reversed > Points{}) back.taken = takeFrom(bill.member->lots, 0, back.earned_reversed);
  back.noncash_after = member.noncash - back.earned_reversed;
  back.balance_after = member.points() - back.earned_reversed;
  back.tier_before = back.tier_after = member.tier;
  document.member = std::move(back);
  return settlement;
}

ReturnAnswer SaleDesk::giveBack(const ReturnRequest& request) {
  const auto answer = [](const journal::Event& event) {
    const auto& document = std::get<journal::SaleReturned>(event.payload);
    ReturnDone done;
    done.return_id = event.id;
    done.receipt_no = document.receipt_no;
    done.sale_receipt_no = document.sale_receipt_no;
    if (document.member) done.member_no = member::MemberNo(document.member->no).text();
    done.document = document;
    return done;
  };
  const std::string digest = request.ref.empty() ? std::string() : digestOf(request);
  if (!request.ref.empty()) {
    const auto known = m_store->saleByRef(request.ref);
    if (!known) return tl::unexpected(known.error());
    if (*known) {
      const auto* document = std::get_if<journal::SaleReturned>(&(*known)->event.payload);
      if (document == nullptr || document->ref_digest != digest) return base::fail(ErrorCode::RefConflict);
      auto done = answer((*known)->event);
      done.repeated = true;
      return done;
    }
  }
  const auto clerk = staff(request.operator_code);
  if (!clerk) return tl::unexpected(clerk.error());
  if (!request.approver.empty()) {
    const auto approver = staff(request.approver);
    if (!approver) return tl::unexpected(approver.error());
    if (approver->role == ports::StaffRole::Cashier) return base::fail(ErrorCode::NoRight, "approver");
  }
  if (request.lines.empty()) return base::fail(ErrorCode::EmptyBasket);
  auto settlement = settle(request.receipt_no, request.lines);
  if (!settlement) return tl::unexpected(settlement.error());
  const auto done = takeBack(std::move(*settlement), *clerk, request.approver, request.ref, digest);
  if (!done) return tl::unexpected(done.error());
  return answer(*done);
}

}  // namespace kahui::till
