// Acts on a member who is there.
#include <algorithm>
#include <cstring>

#include "core/journal/draft.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/loyalty/earning.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/loyalty/points_services.hpp"
#include "core/member/phone.hpp"
#include "core/pricing/lots.hpp"
#include "core/sale/claimed_points.hpp"
#include "core/sale/sale_record.hpp"
#include "core/till/member_desk.hpp"
#include "core/till/member_view.hpp"
#include "core/till/refuse.hpp"
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

struct MemberDesk::Case {
  MemberDesk& desk;
  const MemberRequest& request;
  const Signers& signers;
  AttachedMember attached;
  MemberDone done;

  [[nodiscard]] const member::Member& member() const { return attached.member; }
  [[nodiscard]] ports::Store& store() const { return desk.m_store; }
  [[nodiscard]] const programme::RulePack& rules() const { return desk.m_sales.rules(); }
  [[nodiscard]] base::BusinessDate today() const { return desk.m_sales.today(); }
  [[nodiscard]] pricing::MemberView view() const { return memberView(attached); }

  [[nodiscard]] journal::Draft draft(journal::Payload payload) const {
    return journal::makeDraft(desk.m_at, desk.m_sales.businessDate(), rules().version, desk.m_random,
                              std::move(payload));
  }
  Status append(journal::Payload payload) {
    const auto appended = store().append(draft(std::move(payload)));
    return appended ? Status{} : tl::unexpected(appended.error());
  }

  // N10, N11: always asked for, and there must be one.
  Status checkPin() { return store().verifyMemberPin(member().no, request.member_pin, desk.m_sales.businessDate()); }

  // I4: as at the till, beyond what the grade of a number alone may do.
  Status checkPinFor(Points points) {
    if (points <= rules().grades.claim.without_pin.points) return {};
    if (!attached.has_pin) return rules().grades.pin_required ? refuse("NO_MEMBER_PIN") : Status{};
    if (request.member_pin.empty()) return refuse("MEMBER_PIN_NEEDED");
    return checkPin();
  }

  // Of lots in the order of N6; `points` are there.
  [[nodiscard]] std::vector<journal::LotPart> spend(Points points) const {
    auto lots = pricing::usableLots(view().lots, today());
    return partsOf(pricing::spendLots(lots, points, rules().points.spend_order));
  }

  MemberVoucher voucher(const base::Id& id, Points points) const {
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

  Status correct() {
    ports::MemberCorrection wanted{member().no,     request.name,      request.phone,   request.birthday,
                                   request.company, request.marketing, signers.by.code, signers.approverCode()};
    if (wanted.phone) {
      wanted.phone = member::normalizePhone(*wanted.phone);
      if (!wanted.phone) return base::fail(ErrorCode::BadPhone);
    }
    if (wanted.name && wanted.name->size() > kMemberActsLongestText) return base::fail(ErrorCode::OutOfRange, "name");
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

  Status agreeTerms() {
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

  Status setPin() {
    if (attached.has_pin && !request.member_pin.empty()) {
      KAHUI_TRY(checkPin());
    } else if (!signers.may(Right::CorrectMember)) {
      return base::fail(ErrorCode::NoRight, "member_pin");
    }
    return store().setMemberPin(member().no, request.new_pin, signers.approver ? *signers.approver : signers.by);
  }

  Status reveal() {
    KAHUI_TRY(append(journal::MemberRevealed{member().no.value(), signers.by.code, signers.approverCode()}));
    done.clear_name = member().profile.name;
    done.clear_phone = member().profile.phone;
    return {};
  }

  Status freeze(bool release) {
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
    return append(journal::PointsFrozen{member().no.value(), release, account, done.points, request.reason,
                                        request.text, signers.by.code, signers.approverCode()});
  }

  [[nodiscard]] bool applies() const {  // S001-104
    return member().status == member::MemberStatus::Pending || member().status == member::MemberStatus::Refused;
  }

  Status judge(bool approved) {
    if (request.text.size() > kMemberActsLongestText) return base::fail(ErrorCode::OutOfRange, "text");
    if (!approved && request.text.empty()) return refuse("BAD_REASON");
    const auto gift = approved ? desk.joinGift() : std::nullopt;
    return store().judgeMember({member().no, approved, request.text, signers.by.code, signers.approverCode()},
                               gift ? &*gift : nullptr, desk.m_at, desk.m_sales.businessDate());
  }

  Status setGroup() {
    KAHUI_TRY(desk.checkGroup(request.group, request.text, signers));
    if (request.group == member().group) return refuse("NOTHING_TO_DO");
    return append(journal::MemberGrouped{member().no.value(), member().id, request.group, request.text, signers.by.code,
                                         signers.approverCode()});
  }

  Status voidFrozen() {
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

  // S003-11, I7: points for what is no purchase. NONCASH, no lifetime points.
  Status grant() {
    if (request.points <= Points{} || request.points > kMostGranted) return base::fail(ErrorCode::OutOfRange, "points");
    if (request.text.empty()) return refuse("BAD_REASON");
    if (request.text.size() > kMemberActsLongestText) return base::fail(ErrorCode::OutOfRange, "text");
    if (member().status != member::MemberStatus::Active) return refuse("FROZEN");
    done.points = request.points;
    return append(journal::PointsGranted{member().no.value(), request.points,
                                         loyalty::expiryDate(rules().points.expiry_noncash, today()), "ACTIVITY",
                                         signers.by.code, request.text, signers.approverCode()});
  }

  Status cashOut() {
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

  Status transfer() {
    const auto to = desk.memberOf(request.to);
    if (!to) return tl::unexpected(to.error());
    if (to->no == member().no) return refuse("SAME_MEMBER");
    if (to->status != member::MemberStatus::Active) return base::fail(ErrorCode::MemberFrozen, to->no.masked());
    const auto moved = loyalty::transfer(view(), request.points, desk.m_sales.isOffline(), today(), rules());
    if (!moved) return tl::unexpected(moved.error());
    KAHUI_TRY(checkPin());
    done.points = request.points;
    return append(journal::PointsTransferred{member().no.value(), to->no.value(), spend(request.points),
                                             rules().transfer.to_class == programme::TransferClass::Keep,
                                             signers.by.code, signers.approverCode()});
  }

  // S000-08: entries of draws that the gifts are, or that come back with them (`sign` -1).
  Status addEntries(const std::vector<journal::PointsExchanged::Item>& items, int sign,
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

  base::Result<std::vector<ports::StoredExchange>> exchangesOfMonth() {
    return store().exchangesSince(member().no, base::BusinessDate::of(today().year(), today().month(), 1));
  }

  Status exchange() {
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

  Status cancelExchange() {
    const auto month = exchangesOfMonth();
    if (!month) return tl::unexpected(month.error());
    const auto found = std::find_if(month->rbegin(), month->rend(), [&](const auto& one) {
      return one.what.kind == "CATALOGUE" && !one.cancelled &&
             (request.exchange.empty() || one.id.hex() == request.exchange);
    });
    if (found == month->rend()) return refuse("NO_EXCHANGE");
    done.points = sumOf(found->what.lots);
    auto one = draft(
        journal::ExchangeCancelled{member().no.value(), found->what.lots, signers.by.code, signers.approverCode()});
    one.cause = found->id;
    std::vector<journal::Draft> drafts{std::move(one)};
    KAHUI_TRY(addEntries(found->what.items, -1, drafts));
    const auto appended = store().appendAll(drafts);
    return appended ? Status{} : tl::unexpected(appended.error());
  }

  Status quarter() {
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

  // S003-61: works from the next bill, as a tier that a purchase reached does.
  Status rise() {
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
    const auto already = store().couponsIssued(member().no, kMonthlyCoupons, monthKey(today()));
    if (!already) return tl::unexpected(already.error());
    auto coupons = monthlyCouponsFor(*wanted, *already, member().no, member().id, today(), rules());  // C2
    if (!coupons.parts.empty()) {
      drafts.push_back(draft(std::move(coupons)));
      drafts.back().cause = drafts.front().id;
    }
    if (const auto appended = store().appendAll(drafts); !appended) return tl::unexpected(appended.error());
    done.voucher = std::move(paper);
    return {};
  }

  // A bill whose points are claimed: of this till or, through headquarters, of another one.
  struct Claimed {
    PastSale past;
    base::Id attempt{};  // that headquarters allowed; null: it was not asked
    bool away = false;
  };

  [[nodiscard]] Status claimable(const ports::ClaimAnswer& answer) const {
    switch (answer.state) {
      case ports::ClaimState::Granted: return {};
      case ports::ClaimState::Done: return refuse("CLAIM_DONE");
      case ports::ClaimState::Returned: return refuse("CLAIM_RETURNED");
      case ports::ClaimState::Member: return refuse("CLAIM_MEMBER_SALE");
      case ports::ClaimState::Unknown: return refuse("CLAIM_UNKNOWN");
      case ports::ClaimState::Waiting:
        return refuse(("CLAIM_WAITS " + base::WallTime{answer.at_ms, desk.m_at.offset_min}.local().iso()).c_str());
    }
    return {};
  }

  base::Result<Claimed> findClaimed() {
    auto receipt = store().receiptOfClaim(request.code);
    if (!receipt) return tl::unexpected(receipt.error());
    if (!*receipt) *receipt = desk.m_sales.ownReceiptOf(request.code);
    if (*receipt) {
      auto past = desk.m_sales.pastSale(**receipt);
      if (!past) return tl::unexpected(past.error());
      return Claimed{*std::move(past)};
    }
    if (!desk.m_sales.isClaimCode(request.code)) return tl::unexpected(refuse("CLAIM_CODE").error());
    const base::Id attempt = base::Id::make(desk.m_at.utc_ms, desk.m_random);
    const auto answer = desk.m_sales.askForClaim(attempt, request.code);
    if (!answer) return tl::unexpected(answer.error());
    if (const auto good = claimable(*answer); !good) return tl::unexpected(good.error());
    auto past = desk.m_sales.pastSaleIn(answer->line);
    if (!past) return tl::unexpected(past.error());
    return Claimed{*std::move(past), attempt, true};
  }

  Status unclaimed(const Claimed& one, const std::string& receipt_no) {
    if (one.away) {
      const auto before = store().claimedAway(one.past.stored.event.id);
      if (!before) return tl::unexpected(before.error());
      return *before ? refuse("CLAIM_DONE") : Status{};
    }
    const auto before = store().claimOf(receipt_no);
    if (!before) return tl::unexpected(before.error());
    if (*before) return refuse("CLAIM_DONE");
    const auto returns = store().returnsOf(receipt_no);
    if (!returns) return tl::unexpected(returns.error());
    return returns->empty() ? Status{} : refuse("CLAIM_RETURNED");
  }

  // Another till may have been faster with a bill of this one. What headquarters has not heard of yet no other till can
  // have claimed; without the line the first one posted counts.
  Status askForOwn(Claimed& one, const std::string& receipt_no) {
    const std::string code = desk.m_sales.claimCodeOf(receipt_no);
    if (code.empty()) return {};
    const base::Id attempt = base::Id::make(desk.m_at.utc_ms, desk.m_random);
    const auto answer = desk.m_sales.askForClaim(attempt, code);
    if (!answer || answer->state == ports::ClaimState::Unknown) return {};
    KAHUI_TRY(claimable(*answer));
    one.attempt = attempt;
    return {};
  }

  // A forgotten card: what the bill would have earned, by the rules of its day and the member's tier now.
  Status claim() {
    if (applies()) return refuse("NOT_APPROVED");
    if (member().status != member::MemberStatus::Active) return refuse("FROZEN");
    auto one = findClaimed();
    if (!one) return tl::unexpected(one.error());
    const journal::Event& event = one->past.stored.event;
    const auto& sold = std::get<journal::SaleCompleted>(event.payload);
    if (sold.member) return refuse("CLAIM_MEMBER_SALE");
    const base::BusinessDate bought = event.at.local().date();
    const programme::RulePack& pack = *one->past.rules;
    if (today() > bought.plusDays(pack.desk.claim_days)) return refuse("CLAIM_TOO_LATE");
    KAHUI_TRY(unclaimed(*one, sold.receipt_no));
    const int rank = pack.rankOf(member().tier).value_or(0);
    pricing::SaleInput input = one->past.record.input;
    input.member = view();
    const int multiplier = loyalty::multiplierPct(input, pack, rank);
    done.points = sale::claimedPoints(one->past.record, pack, {}, rank, multiplier);
    if (done.points <= Points{}) return refuse("CLAIM_NOTHING");
    if (!one->away) KAHUI_TRY(askForOwn(*one, sold.receipt_no));
    auto entry = draft(journal::PointsClaimed{member().no.value(), sold.receipt_no, done.points, pack.tier(rank).code,
                                              multiplier, loyalty::expiryDate(pack.points.expiry_noncash, bought),
                                              signers.by.code,
                                              one->attempt.isNull() ? std::string() : one->attempt.hex(), one->away});
    entry.cause = event.id;
    const auto appended = store().append(std::move(entry));
    return appended ? Status{} : tl::unexpected(appended.error());
  }

  Status erase() { return store().eraseMember(member().no, signers.by.code, desk.m_at, desk.m_sales.businessDate()); }

  Status run() {
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
    }
    return base::fail(ErrorCode::BadInput);
  }
};

MemberAnswer MemberDesk::act(const MemberRequest& request, const Signers& signers) {
  const bool only_marketing = request.act == MemberAct::Correct && request.marketing && !request.name &&
                              !request.phone && !request.birthday && !request.company;
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
