#include "core/till/sale_desk.hpp"

#include <algorithm>

#include "core/journal/draft.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/loyalty/earning.hpp"
#include "core/loyalty/offline.hpp"
#include "core/member/name.hpp"
#include "core/member/phone.hpp"
#include "core/till/grade_rights.hpp"
#include "core/till/member_view.hpp"
#include "core/till/number_lookup.hpp"
#include "core/till/rights.hpp"

namespace kahui::till {

using base::ErrorCode;

namespace {

base::Status cardUsable(member::CardStatus status) {
  switch (status) {
    case member::CardStatus::Active: return {};
    case member::CardStatus::Lost: return base::fail(ErrorCode::CardLost);
    case member::CardStatus::Replaced: return base::fail(ErrorCode::CardReplaced);
    case member::CardStatus::Cancelled: return base::fail(ErrorCode::CardCancelled);
    case member::CardStatus::Blocked: return base::fail(ErrorCode::CardBlocked);
  }
  return base::fail(ErrorCode::CardBlocked);
}

bool movesValue(const OpenBill& bill) {
  return std::any_of(bill.tenders.begin(), bill.tenders.end(),
                     [](const pricing::Tender& tender) { return tender.type == kStoredTender; }) ||
         std::any_of(bill.lines.begin(), bill.lines.end(),
                     [](const BasketLine& line) { return !line.count_card.empty(); });
}

}  // namespace

base::Result<SaleDesk> SaleDesk::open(ports::Store& store, const base::Clock& clock, base::RandomSource& random) {
  SaleDesk desk(store, clock, random);
  KAHUI_TRY(desk.takeRules());
  KAHUI_TRY(desk.lookForNews());
  if (const auto followed = desk.followRules(); !followed) return tl::unexpected(followed.error());
  const auto shift = store.openShift();
  if (!shift) return tl::unexpected(shift.error());
  desk.m_shift = *shift;
  return desk;
}

SaleDesk::SaleDesk(ports::Store& store, const base::Clock& clock, base::RandomSource& random)
    : m_store(&store), m_clock(&clock), m_random(&random), m_jobs(store, random) {}

base::Status SaleDesk::takeRules() {
  const auto in_force = m_store->rulePack();
  if (!in_force) return tl::unexpected(in_force.error());
  auto rules = programme::parseRulePack(std::string_view(in_force->json));
  if (!rules) return base::fail(ErrorCode::StoreCorrupt, "rule pack: " + rules.error().detail);
  if (m_rules) m_old_rules.emplace(m_rules->version, m_rules);
  m_rules = std::make_shared<const programme::RulePack>(std::move(*rules));
  m_bill = {};
  m_rules_until = in_force->until;
  m_rules_json = in_force->json;
  const auto promotions = m_rules->promotions->all();
  m_limits_members = std::any_of(promotions.begin(), promotions.end(),
                                 [](const auto& one) { return one.per_member || one.per_member_day; });
  return {};
}

base::Result<bool> SaleDesk::followRules() {
  const std::string now = timeNow().local().iso();
  while (!m_prices_from.empty() && m_prices_from <= now) {
    auto next = m_store->applyPrices();
    if (!next) return tl::unexpected(next.error());
    m_prices_from = *std::move(next);
  }
  if (m_rules_until.empty() || now < m_rules_until) return false;
  KAHUI_TRY(takeRules());
  return true;
}

base::Status SaleDesk::lookForNews() {
  const auto in_force = m_store->rulePack();
  if (!in_force) return tl::unexpected(in_force.error());
  // The pack in force has another text: its time came with it.
  m_rules_until = in_force->json == m_rules_json ? in_force->until : timeNow().local().iso();
  m_prices_from = timeNow().local().iso();
  return {};
}

base::Result<ports::FoundProduct> SaleDesk::product(std::string_view code) {
  auto found = m_store->productByBarcode(code);
  if (found && !*found) found = m_store->productBySku(code);
  if (!found || *found) return found;
  return base::fail(ErrorCode::UnknownProduct, std::string(code));
}

base::Result<AttachedMember> SaleDesk::usable(std::optional<member::Member> member, std::string credential,
                                              ports::Trust trust) {
  if (!member) return base::fail(ErrorCode::UnknownMember);
  if (member->status == member::MemberStatus::Pending) return base::fail(ErrorCode::MemberPending);
  if (member->status == member::MemberStatus::Refused) {
    const auto standing = m_store->memberStanding(member->no);
    if (!standing) return tl::unexpected(standing.error());
    return base::fail(ErrorCode::MemberRefused, standing->reason);
  }
  if (member->status != member::MemberStatus::Active)
    return base::fail(ErrorCode::MemberFrozen, std::string(name(member->status)));
  if (!gradeRules(m_rules->grades, trust).benefits) return base::fail(ErrorCode::RuleRejected, "CARD_NOT_PROVEN");
  const auto phone = m_store->phoneState(member->no);
  if (!phone) return tl::unexpected(phone.error());
  AttachedMember attached{std::move(*member), std::move(credential), trust};
  attached.phone_dead = *phone == journal::kPhoneDead;
  const auto file = m_store->memberFile(attached.member.no);
  if (!file) return tl::unexpected(file.error());
  attached.terms_due = termsDue(*file, *m_rules);
  return attached;
}

base::Result<AttachedMember> SaleDesk::memberByCard(const member::Credential& credential, ports::Trust trust) {
  auto here = memberHere(credential, trust);
  if (here || here.error().code != ErrorCode::UnknownCard) return here;
  const bool bears_number = credential.kind != member::CredentialKind::Uid;
  const auto no = bears_number ? member::MemberNo::parse(credential.value) : std::nullopt;
  auto brought = bringByCard(credential);
  if (brought && !*brought && no) brought = bringByNo(*no);
  if (!brought) return tl::unexpected(brought.error());
  return *brought ? memberHere(credential, trust) : here;
}

base::Result<AttachedMember> SaleDesk::memberHere(const member::Credential& credential, ports::Trust trust) {
  auto hit = m_store->memberByCard(credential);
  if (!hit) return tl::unexpected(hit.error());
  if (!*hit) return memberByNumber(credential, trust);
  KAHUI_TRY(cardUsable((*hit)->status));
  return usable(std::move((*hit)->member), std::string(name(credential.kind)), trust);
}

// A stripe and a code bear the member's number, so they need no card of their own in the store. One that has a card
// there is judged by it: it may be lost or blocked.
base::Result<AttachedMember> SaleDesk::memberByNumber(const member::Credential& credential, ports::Trust trust) {
  const bool bears_number = credential.kind != member::CredentialKind::Uid;
  const auto no = bears_number ? member::MemberNo::parse(credential.value) : std::nullopt;
  if (!no) return base::fail(ErrorCode::UnknownCard);
  auto found = memberNumbered(*m_store, *no);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return base::fail(ErrorCode::UnknownCard);
  return usable(std::move(*found), std::string(name(credential.kind)), trust);
}

base::Result<AttachedMember> SaleDesk::memberByText(std::string_view text) {
  if (const auto phone = member::normalizePhone(text)) {
    auto found = m_store->memberByPhone(*phone);
    if (found && !*found) {
      const auto brought = bringByPhone(*phone);
      if (!brought) return tl::unexpected(brought.error());
      if (*brought) found = m_store->memberByPhone(*phone);
    }
    if (!found) return tl::unexpected(found.error());
    return usable(std::move(*found), "phone", ports::Trust::Claim);
  }
  const auto no = member::MemberNo::parse(text);
  if (!no) return base::fail(ErrorCode::BadPhone);
  auto found = memberNumbered(*m_store, *no);
  if (found && !*found) {
    const auto brought = bringByNo(*no);
    if (!brought) return tl::unexpected(brought.error());
    if (*brought) found = memberNumbered(*m_store, *no);
  }
  if (!found) return tl::unexpected(found.error());
  return usable(std::move(*found), "number", ports::Trust::Claim);
}

base::Result<sale::SaleResult> SaleDesk::price(const OpenBill& bill) {
  if (bill.lines.empty()) return base::fail(ErrorCode::EmptyBasket);
  return sale::evaluateSale(inputOf(bill, timeOf(bill).local()), *m_rules, m_bill);
}

base::Status SaleDesk::mayDiscount(const OpenBill& bill, const sale::SaleResult& priced,
                                   const ports::Staff& staff) const {
  return mayDiscount(inputOf(bill, timeOf(bill).local()), priced, staff, bill.wish.approver);
}

base::Status SaleDesk::mayDiscount(const pricing::SaleInput& input, const sale::SaleResult& priced,
                                   const ports::Staff& staff, const std::string& approver) const {
  ports::StaffRole role = staff.role;
  bool may_override = mayDo(staff, Right::OverridePrice);
  if (!approver.empty()) {
    const auto found = m_store->staffByCode(approver);
    if (!found) return tl::unexpected(found.error());
    if (*found) role = std::max(role, (*found)->role);
    if (*found) may_override = may_override || mayDo(**found, Right::OverridePrice);
  }
  for (const pricing::LineInput& line : input.basket)
    if (!may_override && line.override_price) return base::fail(ErrorCode::NoRight, "override_price");
  return till::mayDiscount(role, input, priced, *m_rules);
}

base::Status SaleDesk::mayPay(const OpenBill& bill, const sale::SaleResult& priced) {
  if (!bill.member) return {};
  const programme::PayLimits asked{priced.points_used, priced.stored_principal_used + priced.stored_bonus_used};
  const MemberPin pin = bill.wish.pin_shown    ? MemberPin::Shown
                        : bill.member->has_pin ? MemberPin::NotShown
                                               : MemberPin::None;
  if (asked.stored > base::Money{}) KAHUI_TRY(allowStored(*bill.member, asked.stored));
  KAHUI_TRY(mayPayWith(asked, m_rules->grades, bill.member->trust, pin, m_offline));
  return allowPoints(bill.member->member, priced.points_used);
}

base::Status SaleDesk::verifyMemberPin(const AttachedMember& member, std::string_view pin) {
  return m_store->verifyMemberPin(member.member.no, pin, businessDate());
}

base::Status SaleDesk::mayComplete(const OpenBill& asked, const ports::Staff& staff) {
  std::optional<AttachedMember> fresh = asked.member;
  if (fresh && movesValue(asked)) KAHUI_TRY(freshValue(*fresh));
  const OpenBill bill{asked.lines, fresh, asked.wish, asked.tenders, asked.at};
  const pricing::SaleInput input = inputOf(bill, timeOf(bill).local());
  const auto result = sale::evaluateSale(input, *m_rules);
  if (!result) return tl::unexpected(result.error());
  KAHUI_TRY(mayBuy(bill));
  KAHUI_TRY(countsFit(bill));
  KAHUI_TRY(giftsFit(bill));
  KAHUI_TRY(mayDiscount(input, *result, staff, bill.wish.approver));
  KAHUI_TRY(allowCoupons(bill.wish));
  return mayPay(bill, *result);
}

base::Result<journal::Event> SaleDesk::complete(const OpenBill& asked, const ports::Staff& staff,
                                                const std::string& ref, const std::string& ref_digest,
                                                std::vector<journal::Payload> also) {
  if (asked.lines.empty()) return base::fail(ErrorCode::EmptyBasket);
  std::optional<AttachedMember> fresh = asked.member;
  if (fresh && movesValue(asked)) KAHUI_TRY(freshValue(*fresh));  // another hand may have spent of it meanwhile
  const OpenBill bill{asked.lines, fresh, asked.wish, asked.tenders, asked.at};
  const base::WallTime at = timeOf(bill);
  pricing::SaleInput input = inputOf(bill, at.local());
  KAHUI_TRY(addReferrer(bill, input));
  const auto result = sale::evaluateSale(input, *m_rules);
  if (!result) return tl::unexpected(result.error());
  KAHUI_TRY(mayBuy(bill));
  KAHUI_TRY(countsFit(bill));
  KAHUI_TRY(giftsFit(bill));
  KAHUI_TRY(mayDiscount(input, *result, staff, bill.wish.approver));
  KAHUI_TRY(allowCoupons(bill.wish));
  KAHUI_TRY(mayPay(bill, *result));
  const auto shift = shiftFor(staff);
  if (!shift) return tl::unexpected(shift.error());

  std::vector<std::shared_ptr<const catalog::Product>> products;
  products.reserve(bill.lines.size());
  for (const BasketLine& line : bill.lines) products.push_back(line.product);
  const member::Member* member = bill.member ? &bill.member->member : nullptr;
  const sale::SaleHeader header{ref,
                                ref_digest,
                                shift->id,
                                staff.code,
                                staff.name,
                                bill.member ? bill.member->credential : std::string(),
                                bill.wish.approver};
  auto document = sale::saleDocument(*result, input, *m_rules, products, member, header);
  // How it goes stands in the line of the fee and before the address, as it was promised.
  std::string delivery = bill.wish.delivery;
  if (const auto* how = delivery.empty() ? nullptr : deliveryClass(bill); how != nullptr) {
    delivery = words(*how) + " · " + delivery;
    for (std::size_t i = 0; i < bill.lines.size(); ++i)
      if (bill.lines[i].delivery) document.lines[i].name += " · " + words(*how);
  }
  addValue(bill, *result, at, document, also);
  KAHUI_TRY(addRewards(*result, input, at, document, also));
  KAHUI_TRY(addTerms(bill, shift->business_date, also));
  std::vector<journal::Draft> drafts{draftOf(at, shift->business_date, std::move(document))};
  addCompanions(drafts, *result, member != nullptr ? member->points() : base::Points{});
  const base::Id id = drafts.front().id;
  for (journal::Payload& payload : also) {
    drafts.push_back(draftOf(at, shift->business_date, std::move(payload)));
    drafts.back().cause = id;
    auto* reward = std::get_if<journal::PointsRewarded>(&drafts.back().payload);
    if (reward != nullptr && reward->why == journal::kRefereeGift) reward->key = id.hex();
  }
  if (delivery.empty()) {
    if (const auto appended = m_store->appendAll(drafts); !appended) return tl::unexpected(appended.error());
  } else {
    KAHUI_TRY(m_store->appendDelivered(drafts, delivery));
  }
  m_float_open = false;
  m_spend.reset();
  m_coupons_held.clear();
  return eventOf(std::move(drafts.front()));
}

base::Status SaleDesk::note(journal::Payload payload) {
  const auto appended = m_store->append(draftOf(timeNow(), businessDate(), std::move(payload)));
  return appended ? base::Status{} : tl::unexpected(appended.error());
}

base::Status SaleDesk::noteOfDelivery(journal::PaymentBegun begun, std::int64_t member, const std::string& address) {
  const auto bill = base::Id::parse(begun.bill);
  if (!bill) return base::fail(ErrorCode::BadInput, "bill");
  return m_store->appendPaymentOf(draftOf(timeNow(), businessDate(), std::move(begun)), *bill, member, address);
}

journal::Event SaleDesk::eventOf(journal::Draft draft) const {
  journal::Event event;
  event.id = draft.id;
  event.position = m_store->info().position;
  event.store_no = m_store->info().store_no;
  event.business_date = draft.business_date;
  event.at = draft.at;
  event.rules_version = std::move(draft.rules_version);
  event.payload = std::move(draft.payload);
  return event;
}

// Spent points and used coupons are events of their own, from which the balances are posted (protocol.md); coupons that
// the bill gives are issued with it.
void SaleDesk::addCompanions(std::vector<journal::Draft>& drafts, const sale::SaleResult& result,
                             base::Points balance_before) const {
  const base::Id id = drafts.front().id;
  const base::WallTime at = drafts.front().at;
  const base::BusinessDate day = drafts.front().business_date;
  auto& document = std::get<journal::SaleCompleted>(drafts.front().payload);
  const std::int64_t member = document.member ? document.member->no : 0;
  const auto add = [&](journal::Payload payload) {
    drafts.push_back(draftOf(at, day, std::move(payload)));
    drafts.back().cause = id;
  };
  std::vector<journal::CouponIssued> issued;
  if (document.member) {
    for (journal::SoldBenefit& benefit : document.member->benefits) {
      if (benefit.face == base::Money{}) continue;
      benefit.serial = loyalty::couponSerial(*m_random);
      journal::CouponTerms terms;
      terms.type = "CASH";
      terms.face = benefit.face;
      issued.push_back({benefit.kind, at.local().date().iso(), terms, std::nullopt, false, {{benefit.serial, member}}});
    }
  }
  if (auto due = promotionCoupons(result, document, at.local().date()); !due.parts.empty())
    issued.push_back(std::move(due));
  const std::vector<journal::LotPart> spent =
      document.member ? document.member->spent : std::vector<journal::LotPart>{};
  std::vector<journal::CouponUsed> used;
  for (std::size_t i = 0; i < document.coupons.size(); ++i)
    used.push_back({document.coupons[i].serial, member, result.coupon_savings[i]});
  if (!spent.empty()) {
    journal::PointsRedeemed redeemed{member, spent, balance_before};
    fillSpend(redeemed);
    add(std::move(redeemed));
  }
  for (auto& coupon : used) add(std::move(coupon));
  for (auto& coupon : issued) add(std::move(coupon));
}

// C2: a promotion brings the new tier's number of coupons at once, less those of the month so far. A count that cannot
// be read leaves them to the next month: the sale does not wait for it.
journal::CouponIssued SaleDesk::promotionCoupons(const sale::SaleResult& result, const journal::SaleCompleted& document,
                                                 base::BusinessDate day) const {
  if (!document.member || !result.tier_after || document.member->tier_rule.empty()) return {};
  const member::MemberNo member(document.member->no);
  const auto already = m_store->couponsIssued(member, kMonthlyCoupons, monthKey(day));
  if (!already) return {};
  return monthlyCouponsFor(*result.tier_after, *already, member, document.member->id, day, *m_rules);
}

journal::Draft SaleDesk::draftOf(const base::WallTime& at, base::BusinessDate day, journal::Payload payload) const {
  return journal::makeDraft(at, day, m_rules->version, *m_random, std::move(payload));
}

base::Result<ports::Staff> SaleDesk::staff(std::string_view code) {
  auto found = m_store->staffByCode(code);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return base::fail(ErrorCode::UnknownOperator, std::string(code));
  return std::move(**found);
}

base::BusinessDate SaleDesk::businessDate() const {
  return m_shift ? m_shift->business_date : businessDayOf(timeNow());
}

base::BusinessDate SaleDesk::businessDayOf(const base::WallTime& at) const {
  return at.local().plusSeconds(-m_rules->business_day_start_s).date();
}

bool SaleDesk::hasCurrentShift() const { return m_shift && m_shift->business_date >= businessDayOf(timeNow()); }

// A clock set back never moves the business date back: the open shift keeps its own (reliability.md, T7).
base::Result<ports::Shift> SaleDesk::shiftFor(const ports::Staff& staff) {
  if (hasCurrentShift()) return *m_shift;
  const auto confirmed = clockConfirmed(staff);
  if (!confirmed) return tl::unexpected(confirmed.error());
  const base::WallTime at = timeNow();
  base::BusinessDate today = businessDayOf(at);
  if (m_shift) {
    const auto totals = m_store->openShift();
    if (!totals) return tl::unexpected(totals.error());
    const ports::Shift old = totals->value_or(*m_shift);
    KAHUI_TRY(appendShift(at, old.business_date,
                          journal::ShiftClosed{old.id, old.operator_code, "rollover", old.bills, old.total, {}}));
    m_shift.reset();
  }
  const auto last = m_store->lastClosedShift();
  if (!last) return tl::unexpected(last.error());
  // Days that a wrong clock began, far ahead, do not bind the one that was confirmed; others are never gone back
  // behind. A clock from before this program was made is an empty battery, whoever confirms it.
  constexpr int kFarAhead_days = 31;
  const auto oldest = base::BusinessDate::of(2024, 1, 1);
  const bool far_ahead = *last && today > oldest && (*last)->business_date > today.plusDays(kFarAhead_days);
  if (*last && !(*confirmed && far_ahead)) today = std::max(today, (*last)->business_date);
  const auto id = m_store->nextShiftId();
  if (!id) return tl::unexpected(id.error());
  KAHUI_TRY(appendShift(at, today, journal::ShiftOpened{*id, staff.code, base::Money{}}));
  ports::Shift shift;
  shift.id = *id;
  shift.operator_code = staff.code;
  shift.business_date = today;
  shift.opened_ms = at.utc_ms;
  m_shift = shift;
  m_float_open = true;
  m_jobs_done = false;
  for (;;) {
    const auto more = m_jobs.step(*m_rules, at, today, true);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
  }
  return shift;
}

base::Result<bool> SaleDesk::jobStep() {
  if (!m_shift || m_jobs_done) return false;
  auto more = m_jobs.step(*m_rules, timeNow(), m_shift->business_date, false);
  m_jobs_done = more && !*more;
  return more;
}

base::Status SaleDesk::appendShift(const base::WallTime& at, base::BusinessDate day, journal::Payload payload) {
  const auto appended = m_store->append(draftOf(at, day, std::move(payload)));
  return appended ? base::Status{} : tl::unexpected(appended.error());
}

base::Result<sale::Receipt> SaleDesk::receipt(std::string_view receipt_no) {
  return reprint(m_store->saleByReceipt(receipt_no));
}

base::Result<sale::Receipt> SaleDesk::lastReceipt() { return reprint(m_store->lastSale()); }

base::Result<sale::Receipt> SaleDesk::reprint(const base::Result<std::optional<ports::StoredSale>>& stored) {
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return base::fail(ErrorCode::UnknownReceipt);
  return receiptOf((*stored)->event, true);
}

base::Result<sale::Receipt> SaleDesk::printAgain(const std::string& receipt_no, const ports::Staff& staff) {
  const auto stored = receipt_no.empty() ? m_store->lastSale() : m_store->saleByReceipt(receipt_no);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return base::fail(ErrorCode::UnknownReceipt, receipt_no);
  auto receipt = receiptOf((*stored)->event, true);
  if (!receipt) return receipt;
  const auto brief = m_store->saleBrief(receipt->receipt_no);
  if (!brief) return tl::unexpected(brief.error());
  const std::int64_t copy = *brief ? (*brief)->copies + 1 : 1;
  KAHUI_TRY(act(journal::ReceiptReprinted{receipt->receipt_no, copy, staff.code}));
  receipt->copies = static_cast<int>(copy);
  return receipt;
}

base::Result<sale::Receipt> SaleDesk::receiptOf(const journal::Event& event, bool copy, int copies) {
  std::string masked;
  if (const std::int64_t no = sale::memberOf(event); no != 0) {
    const auto member = m_store->memberByNo(member::MemberNo(no));
    if (!member) return tl::unexpected(member.error());
    if (*member) masked = member::maskName((*member)->profile.name);
  }
  sale::Receipt receipt = sale::receiptOf(
      event, *m_rules,
      {m_store->info().store_name, masked, m_store->info().demo, m_store->info().training, copy, copies});
  const auto* sold = std::get_if<journal::SaleCompleted>(&event.payload);
  if (sold != nullptr && m_rules->delivery) {
    auto note = m_store->deliveryNote(event.id);
    if (!note) return tl::unexpected(note.error());
    receipt.delivery = *std::move(note);
  }
  if (sold == nullptr || sold->member || m_rules->desk.claim_days == 0) return receipt;
  // In a chain any till may ask for it.
  receipt.claim_code = claimCodeOf(sold->receipt_no);
  if (receipt.claim_code.empty()) receipt.claim_code = m_store->claimCode(sold->receipt_no);
  receipt.claim_until = event.at.local().date().plusDays(m_rules->desk.claim_days);
  return receipt;
}

bool SaleDesk::isBirthday(const member::Member& member) const {
  return member.profile.birthday && member::isBirthday(timeNow().local().date(), *member.profile.birthday,
                                                       loyalty::leapDay(m_rules->birthday.feb29));
}

}  // namespace kahui::till
