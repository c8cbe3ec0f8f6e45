// Acts on a member who is there.
#include <algorithm>
#include <cstring>

#include "core/journal/draft.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/loyalty/earning.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/loyalty/points_services.hpp"
#include "core/member/phone.hpp"
#include "core/member/tax_number.hpp"
#include "core/pricing/lots.hpp"
#include "core/sale/sale_record.hpp"
#include "core/till/day_jobs.hpp"
#include "core/till/hand_tier.hpp"
#include "core/till/member_case.hpp"
#include "core/till/task_desk.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Points;
using base::Status;

namespace {

constexpr std::size_t kMemberActsLongestText = 200;
constexpr Points kMostGranted{100'000};  // by one act
constexpr int kBirthday_days = 365;      // I7

std::vector<journal::LotPart> partsOf(const std::vector<pricing::LotSpend>& spent) {
  std::vector<journal::LotPart> parts;
  for (const auto& spend : spent) parts.push_back(sale::lotPartOf(spend));
  return parts;
}

Points sumOf(const std::vector<journal::LotPart>& lots) {
  Points sum;
  for (const auto& lot : lots) sum += lot.points;
  return sum;
}

}  // namespace

journal::Draft MemberDesk::Case::draft(journal::Payload payload) const {
  return journal::makeDraft(desk.m_at, desk.m_sales.businessDate(), rules().version, desk.m_random, std::move(payload));
}

Status MemberDesk::Case::append(journal::Payload payload) {
  const auto appended = store().append(draft(std::move(payload)));
  return appended ? Status{} : tl::unexpected(appended.error());
}

Status MemberDesk::Case::checkPinFor(Points points) {
  if (points <= rules().grades.claim.without_pin.points) return {};
  if (!attached.has_pin) return rules().grades.pin_required ? refuse("NO_MEMBER_PIN") : Status{};
  if (request.member_pin.empty()) return refuse("MEMBER_PIN_NEEDED");
  return checkPin();
}

std::vector<journal::LotPart> MemberDesk::Case::spend(Points points) const {
  auto lots = pricing::usableLots(view().lots, today());
  return partsOf(pricing::spendLots(lots, points, rules().points.spend_order));
}

MemberVoucher MemberDesk::Case::voucher(const base::Id& id, Points points) const {
  const MemberHit hit = desk.hitOf(member());
  return {request.act,
          id,
          desk.m_at.local(),
          member().no.masked(),
          hit.masked_name,
          signers.by.code,
          signers.approverCode(),
          points,
          {},
          {},
          {},
          std::nullopt};
}

Status MemberDesk::Case::correct() {
  ports::MemberCorrection wanted{member().no,     request.name,      request.phone,   request.birthday,
                                 request.company, request.marketing, signers.by.code, signers.approverCode()};
  if (wanted.phone) {
    wanted.phone = member::normalizePhone(*wanted.phone);
    if (!wanted.phone) return base::fail(ErrorCode::BadPhone);
  }
  if (wanted.name && wanted.name->size() > kMemberActsLongestText) return base::fail(ErrorCode::OutOfRange, "name");
  KAHUI_TRY(correctCompany(wanted));
  if (wanted.birthday && !member::plausible(*wanted.birthday))
    return base::fail(ErrorCode::BadInput, "there is no such birthday");
  if (wanted.birthday && member().profile.birthday && *wanted.birthday != *member().profile.birthday) {
    const auto file = store().memberFile(member().no);
    if (!file) return tl::unexpected(file.error());
    if (file->birthday_changed && today() < file->birthday_changed->plusDays(kBirthday_days))
      return refuse("BIRTHDAY_TOO_SOON");
  }
  return store().correctMember(wanted, desk.m_at, desk.m_sales.businessDate());
}

// S001-102. Who is no company any more loses what companies alone have.
Status MemberDesk::Case::correctCompany(ports::MemberCorrection& wanted) {
  const auto& profile = member().profile;
  if (request.company == false) {
    if (!profile.tax_no.empty()) wanted.tax_no.emplace();
    if (!profile.contact.empty()) wanted.contact.emplace();
  }
  if (!request.tax_no && !request.contact) return {};
  const auto file = store().memberFile(member().no);
  if (!file) return tl::unexpected(file.error());
  // What another till was told travels with the profile alone.
  const bool company = request.company.value_or(file->company || !profile.tax_no.empty() || !profile.contact.empty());
  KAHUI_TRY(checkCompany(company, request.tax_no.value_or(""), request.contact.value_or("")));
  wanted.contact = request.contact ? request.contact : wanted.contact;
  if (request.tax_no) wanted.tax_no = request.tax_no->empty() ? "" : *member::parseTaxNumber(*request.tax_no);
  return {};
}

Status MemberDesk::Case::agreeTerms() {
  const auto file = store().memberFile(member().no);
  if (!file) return tl::unexpected(file.error());
  if (file->consent == rules().desk.consent) return refuse("NOTHING_TO_DO");
  ports::MemberCorrection wanted;
  wanted.no = member().no;
  wanted.operator_code = signers.by.code;
  wanted.approver = signers.approverCode();
  wanted.terms = rules().desk.consent;
  return store().correctMember(wanted, desk.m_at, desk.m_sales.businessDate());
}

Status MemberDesk::Case::setPin() {
  if (attached.has_pin && !request.member_pin.empty()) {
    KAHUI_TRY(checkPin());
  } else if (!signers.may(Right::CorrectMember)) {
    return base::fail(ErrorCode::NoRight, "member_pin");
  }
  return store().setMemberPin(member().no, request.new_pin, signers.approver ? *signers.approver : signers.by);
}

Status MemberDesk::Case::reveal() {
  KAHUI_TRY(append(journal::MemberRevealed{member().no.value(), signers.by.code, signers.approverCode()}));
  done.clear_name = member().profile.name;
  done.clear_phone = member().profile.phone;
  done.clear_tax_no = member().profile.tax_no;
  done.clear_contact = member().profile.contact;
  return {};
}

Status MemberDesk::Case::freeze(bool release) {
  if (request.points < Points{}) return base::fail(ErrorCode::OutOfRange, "points");
  const bool account = request.points == Points{};
  if (!release && !loyalty::freezeReasonKnown(request.reason, request.text)) return refuse("BAD_REASON");
  if (request.text.size() > kMemberActsLongestText) return base::fail(ErrorCode::OutOfRange, "text");
  if (account && applies()) return refuse("NOT_APPROVED");
  if (account && (member().status == member::MemberStatus::Frozen) != release) return refuse("NOTHING_TO_DO");
  loyalty::Account held{member().points(), member().frozen};
  release ? loyalty::unfreeze(held, request.points) : loyalty::freeze(held, request.points);
  if (!account && held.frozen == member().frozen) return refuse("NOTHING_TO_DO");
  done.points = release ? member().frozen - held.frozen : held.frozen - member().frozen;
  return append(journal::PointsFrozen{member().no.value(), release, account, done.points, request.reason, request.text,
                                      signers.by.code, signers.approverCode()});
}

Status MemberDesk::Case::judge(bool approved) {
  if (request.text.size() > kMemberActsLongestText) return base::fail(ErrorCode::OutOfRange, "text");
  if (!approved && request.text.empty()) return refuse("BAD_REASON");
  const auto gift = approved ? desk.joinGift() : std::nullopt;
  return store().judgeMember({member().no, approved, request.text, signers.by.code, signers.approverCode()},
                             gift ? &*gift : nullptr, desk.m_at, desk.m_sales.businessDate());
}

Status MemberDesk::Case::setGroup() {
  KAHUI_TRY(desk.checkGroup(request.group, request.text, signers));
  if (request.group == member().group) return refuse("NOTHING_TO_DO");
  return append(journal::MemberGrouped{member().no.value(), member().id, request.group, request.text, signers.by.code,
                                       signers.approverCode()});
}

// C2: the month's coupons of the tier that the first draft gives.
Status MemberDesk::Case::addMonthOf(int rank, std::vector<journal::Draft>& drafts) {
  const auto already = store().couponsIssued(member().no, kMonthlyCoupons, monthKey(today()));
  if (!already) return tl::unexpected(already.error());
  auto coupons = monthlyCouponsFor(rank, *already, member().no, member().id, today(), rules());  // C2
  if (!coupons.parts.empty()) {
    drafts.push_back(draft(std::move(coupons)));
    drafts.back().cause = drafts.front().id;
  }
  return {};
}

// S001-96. Down only to what was given before: below the tier by the rules a next bill would lift again.
Status MemberDesk::Case::setTier() {
  if (request.text.empty()) return refuse("BAD_REASON");
  if (request.text.size() > kMemberActsLongestText) return base::fail(ErrorCode::OutOfRange, "text");
  if (member().status != member::MemberStatus::Active) return refuse("FROZEN");
  if (request.until && *request.until < today()) return refuse("TIER_DAY_PAST");
  const auto wanted = rules().rankOf(request.tier);
  if (!wanted) return refuse("TIER_NOT_OFFERED");
  const auto hand = store().handTier(member().no);
  if (!hand) return tl::unexpected(hand.error());
  const auto least = rules().rankOf(*hand ? (*hand)->base : member().tier);
  const bool again = *hand && (*hand)->tier == request.tier;
  if (least && *wanted <= *least) return refuse("TIER_REACHED");
  if (again && (*hand)->until == request.until) return refuse("NOTHING_TO_DO");
  std::vector<journal::Draft> drafts{draft(journal::TierByHand{member().no.value(),
                                                               member().id,
                                                               false,
                                                               member().tier,
                                                               request.tier,
                                                               request.text,
                                                               request.until,
                                                               {},
                                                               {},
                                                               {},
                                                               signers.by.code,
                                                               signers.approverCode()})};
  KAHUI_TRY(addMonthOf(*wanted, drafts));
  const auto appended = store().appendAll(drafts);
  return appended ? Status{} : tl::unexpected(appended.error());
}

Status MemberDesk::Case::endTier() {
  if (!member().tier_by_hand) return refuse("NO_TIER_BY_HAND");
  YearSpending spending;
  auto end = endOfHandTier(store(), member().no, rules(), today(), spending);
  if (!end) return tl::unexpected(end.error());
  end->reason = request.text;
  end->operator_code = signers.by.code;
  end->approver = signers.approverCode();
  return append(*std::move(end));
}

Status MemberDesk::Case::voidFrozen() {
  if (request.points <= Points{}) return base::fail(ErrorCode::OutOfRange, "points");
  if (!loyalty::freezeReasonKnown(request.reason, request.text)) return refuse("BAD_REASON");
  loyalty::Account held{member().points(), member().frozen};
  loyalty::voidFrozen(held, request.points);
  done.points = member().frozen - held.frozen;
  if (done.points == Points{}) return refuse("NOTHING_TO_DO");
  std::vector<pricing::PointsLot> lots;
  Points there;
  for (const auto& lot : view().lots) {
    if (lot.points <= Points{}) continue;
    lots.push_back(lot);
    there += lot.points;
  }
  auto gone = partsOf(pricing::spendLots(lots, std::min(there, done.points), rules().points.spend_order));
  if (there < done.points) gone.push_back({"", false, done.points - there, std::nullopt});
  return append(journal::PointsVoided{member().no.value(), std::move(gone), request.reason, request.text,
                                      signers.by.code, signers.approverCode()});
}

Status MemberDesk::Case::grant() {
  if (request.points <= Points{} || request.points > kMostGranted) return base::fail(ErrorCode::OutOfRange, "points");
  if (request.text.empty()) return refuse("BAD_REASON");
  if (request.text.size() > kMemberActsLongestText) return base::fail(ErrorCode::OutOfRange, "text");
  if (member().status != member::MemberStatus::Active) return refuse("FROZEN");
  done.points = request.points;
  return append(journal::PointsGranted{member().no.value(), request.points,
                                       loyalty::expiryDate(rules().points.expiry_noncash, today()), "ACTIVITY",
                                       signers.by.code, request.text, signers.approverCode()});
}

Status MemberDesk::Case::cashOut() {
  const auto paid = loyalty::cashOut(view(), request.points, desk.m_sales.isOffline(), today(), rules());
  if (!paid) return tl::unexpected(paid.error());
  if (paid->needs_manager && !signers.isManager()) return base::fail(ErrorCode::NoRight, "cash_out_manager");
  KAHUI_TRY(checkPin());
  const auto shift = desk.m_sales.shiftFor(signers.by);
  if (!shift) return tl::unexpected(shift.error());
  auto one = draft(journal::PointsCashed{member().no.value(), request.points, paid->cash, partsOf(paid->spent),
                                         shift->id, signers.by.code, signers.approverCode()});
  const base::Id id = one.id;
  if (const auto appended = store().append(std::move(one)); !appended) return tl::unexpected(appended.error());
  done.points = request.points;
  done.voucher = voucher(id, request.points);
  done.voucher->paid = paid->cash;
  return {};
}

Status MemberDesk::Case::transfer() {
  const auto to = desk.memberOf(request.to);
  if (!to) return tl::unexpected(to.error());
  if (to->no == member().no) return refuse("SAME_MEMBER");
  if (to->status != member::MemberStatus::Active) return base::fail(ErrorCode::MemberFrozen, to->no.masked());
  const auto moved = loyalty::transfer(view(), request.points, desk.m_sales.isOffline(), today(), rules());
  if (!moved) return tl::unexpected(moved.error());
  KAHUI_TRY(checkPin());
  done.points = request.points;
  return append(journal::PointsTransferred{member().no.value(), to->no.value(), spend(request.points),
                                           rules().transfer.to_class == programme::TransferClass::Keep, signers.by.code,
                                           signers.approverCode()});
}

Status MemberDesk::Case::addEntries(const std::vector<journal::PointsExchanged::Item>& items, int sign,
                                    std::vector<journal::Draft>& drafts) const {
  TaskDesk tasks(store(), desk.m_sales, desk.m_random, desk.m_at);
  for (const auto& item : items) {
    const auto* gift = rules().gift(item.code);
    if (gift == nullptr || gift->draw.empty()) continue;
    auto entries = tasks.drawEntries(gift->draw, member(), sign * item.quantity, signers);
    if (!entries) return tl::unexpected(entries.error());
    for (auto& entry : *entries) {
      entry.cause = drafts.front().id;
      drafts.push_back(std::move(entry));
    }
  }
  return {};
}

base::Result<std::vector<ports::StoredExchange>> MemberDesk::Case::exchangesOfMonth() {
  return store().exchangesSince(member().no, base::BusinessDate::of(today().year(), today().month(), 1));
}

Status MemberDesk::Case::exchange() {
  std::vector<loyalty::CatalogueItem> items;
  journal::PointsExchanged what{member().no.value(), "CATALOGUE", {}, {}, signers.by.code};
  for (const WantedGift& wanted : request.gifts) {
    const auto* gift = rules().gift(wanted.code);
    if (gift == nullptr || wanted.quantity < 1 || wanted.quantity > 999)
      return base::fail(ErrorCode::BadInput, "gift " + wanted.code);
    const programme::GiftPrice price = gift->priceAt(desk.m_at.local());
    if (price.money > base::Money{}) return refuse("GIFT_ON_BILL");
    const auto same =
        std::find_if(what.items.begin(), what.items.end(), [&](const auto& one) { return one.code == gift->code; });
    if (same != what.items.end()) return base::fail(ErrorCode::BadInput, "gift " + wanted.code + " stands twice");
    items.push_back({gift->group, wanted.quantity, price.points});
    what.items.push_back({gift->code, gift->name, wanted.quantity, price.points});
  }
  if (items.empty()) return base::fail(ErrorCode::BadInput, "no gift is named");
  const auto used = desk.m_sales.exchangesOfMonth(member().no);
  if (!used) return tl::unexpected(used.error());
  KAHUI_TRY(loyalty::checkExchange(view(), items, *used, desk.m_sales.isOffline(), today(), rules()));
  done.points = loyalty::priceOf(items);
  KAHUI_TRY(checkPinFor(done.points));
  what.lots = spend(done.points);
  std::vector<std::string> lines;
  for (const auto& item : what.items) lines.push_back(item.name + " × " + std::to_string(item.quantity));
  const auto taken = what.items;
  std::vector<journal::Draft> drafts{draft(std::move(what))};
  KAHUI_TRY(addEntries(taken, 1, drafts));
  const base::Id id = drafts.front().id;
  if (const auto appended = store().appendAll(drafts); !appended) return tl::unexpected(appended.error());
  done.voucher = voucher(id, done.points);
  done.voucher->lines = std::move(lines);
  return {};
}

Status MemberDesk::Case::cancelExchange() {
  const auto month = exchangesOfMonth();
  if (!month) return tl::unexpected(month.error());
  const auto found = std::find_if(month->rbegin(), month->rend(), [&](const auto& one) {
    return one.what.kind == "CATALOGUE" && !one.cancelled &&
           (request.exchange.empty() || one.id.hex() == request.exchange);
  });
  if (found == month->rend()) return refuse("NO_EXCHANGE");
  done.points = sumOf(found->what.lots);
  auto one =
      draft(journal::ExchangeCancelled{member().no.value(), found->what.lots, signers.by.code, signers.approverCode()});
  one.cause = found->id;
  std::vector<journal::Draft> drafts{std::move(one)};
  KAHUI_TRY(addEntries(found->what.items, -1, drafts));
  const auto appended = store().appendAll(drafts);
  return appended ? Status{} : tl::unexpected(appended.error());
}

Status MemberDesk::Case::quarter() {
  if (desk.m_sales.isOffline()) return refuse("NEEDS_ONLINE");
  if (member().status != member::MemberStatus::Active) return refuse("FROZEN");
  const auto coupons = loyalty::quarterExchange(today(), request.points, rules());
  if (!coupons) return tl::unexpected(coupons.error());
  if (request.points > pricing::availableOf(pricing::usableLots(view().lots, today()), member().frozen))
    return refuse("POINTS_INSUFFICIENT");
  KAHUI_TRY(checkPinFor(request.points));
  done.points = request.points;
  std::vector<journal::Draft> drafts{
      draft(journal::PointsExchanged{member().no.value(), "QUARTER", {}, spend(request.points), signers.by.code})};
  journal::CouponIssued issued{"QUARTER", today().iso(), {}, coupons->expires, false, {}};
  issued.terms.type = "CASH";
  issued.terms.face = coupons->face;
  MemberVoucher paper = voucher(drafts.front().id, request.points);
  paper.until = coupons->expires;
  for (int i = 0; i < coupons->count; ++i) {
    paper.coupons.push_back(loyalty::couponSerial(desk.m_random));
    issued.parts.push_back({paper.coupons.back(), member().no.value()});
  }
  drafts.push_back(draft(std::move(issued)));
  drafts.back().cause = drafts.front().id;
  if (const auto appended = store().appendAll(drafts); !appended) return tl::unexpected(appended.error());
  done.voucher = std::move(paper);
  return {};
}

Status MemberDesk::Case::rise() {
  if (desk.m_sales.isOffline()) return refuse("NEEDS_ONLINE");
  if (member().status != member::MemberStatus::Active) return refuse("FROZEN");
  const auto rank = rules().rankOf(member().tier), wanted = rules().rankOf(request.tier);
  if (!rank || !wanted || !rules().tier(*wanted).rise_points) return refuse("TIER_NOT_OFFERED");
  if (*wanted <= *rank) return refuse("TIER_REACHED");
  const Points price = *rules().tier(*wanted).rise_points;
  if (request.points != Points{} && request.points != price)
    return base::fail(ErrorCode::WrongState, "the tier costs " + std::to_string(price.value()) + " points");
  if (price > pricing::availableOf(pricing::usableLots(view().lots, today()), member().frozen))
    return refuse("POINTS_INSUFFICIENT");
  KAHUI_TRY(checkPinFor(price));
  done.points = price;
  std::vector<journal::Draft> drafts{
      draft(journal::TierBought{member().no.value(), member().tier, request.tier, spend(price), signers.by.code})};
  MemberVoucher paper = voucher(drafts.front().id, price);
  paper.lines = {rules().tier(*wanted).name};
  KAHUI_TRY(addMonthOf(*wanted, drafts));
  if (const auto appended = store().appendAll(drafts); !appended) return tl::unexpected(appended.error());
  done.voucher = std::move(paper);
  return {};
}

Status MemberDesk::Case::run() {
  switch (request.act) {
    case MemberAct::Correct: return correct();
    case MemberAct::SetPin: return setPin();
    case MemberAct::Reveal: return reveal();
    case MemberAct::Freeze: return freeze(false);
    case MemberAct::Unfreeze: return freeze(true);
    case MemberAct::Void: return voidFrozen();
    case MemberAct::CashOut: return cashOut();
    case MemberAct::Transfer: return transfer();
    case MemberAct::Exchange: return exchange();
    case MemberAct::CancelExchange: return cancelExchange();
    case MemberAct::Quarter: return quarter();
    case MemberAct::Claim: return claim();
    case MemberAct::Rise: return rise();
    case MemberAct::Erase: return erase();
    case MemberAct::AgreeTerms: return agreeTerms();
    case MemberAct::Approve: return judge(true);
    case MemberAct::Refuse: return judge(false);
    case MemberAct::SetGroup: return setGroup();
    case MemberAct::Grant: return grant();
    case MemberAct::SetTier: return setTier();
    case MemberAct::EndTier: return endTier();
  }
  return base::fail(ErrorCode::BadInput);
}

MemberAnswer MemberDesk::act(const MemberRequest& request, const Signers& signers) {
  const bool only_marketing = request.act == MemberAct::Correct && request.marketing && !request.name &&
                              !request.phone && !request.birthday && !request.company && !request.tax_no &&
                              !request.contact;
  const auto right = only_marketing ? Right::JoinMember : rightFor(request.act);  // L4: at once, whoever is asked
  if (right && !signers.may(*right)) return base::fail(ErrorCode::NoRight, "member_desk");
  const auto no = member::MemberNo::parse(request.member_no);
  if (!no) return base::fail(ErrorCode::BadInput, "member: a member number is expected");
  auto found = m_store.memberByNo(*no);
  if (!found) return tl::unexpected(found.error());
  if (!*found || (*found)->status == member::MemberStatus::Cancelled)
    return base::fail(ErrorCode::UnknownMember, no->masked());
  Case one{*this, request, signers, AttachedMember{**std::move(found), {}}, {}};
  auto lots = m_store.pointsLots(*no);
  if (!lots) return tl::unexpected(lots.error());
  one.attached.lots = *std::move(lots);
  const auto has_pin = m_store.hasMemberPin(*no);
  if (!has_pin) return tl::unexpected(has_pin.error());
  one.attached.has_pin = *has_pin;
  one.done.act = request.act;
  one.done.member_no = *no;
  KAHUI_TRY(one.run());
  const auto after = m_store.memberByNo(*no);
  if (!after) return tl::unexpected(after.error());
  if (*after) {
    one.done.balance = (*after)->points();
    one.done.frozen = (*after)->frozen;
  }
  return std::move(one.done);
}

}  // namespace kahui::till
