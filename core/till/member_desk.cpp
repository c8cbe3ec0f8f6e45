// Joining and finding.
#include "core/till/member_desk.hpp"

#include <algorithm>

#include "core/base/check_digit.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/member/name.hpp"
#include "core/member/phone.hpp"
#include "core/member/tax_number.hpp"
#include "core/till/card_desk.hpp"
#include "core/till/number_lookup.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Status;

namespace {

constexpr std::size_t kTailDigits = 4;
constexpr int kMemberDeskMostHits = 20;
constexpr std::size_t kMemberDeskLongestText = 200;  // bytes; the sealed profile takes 255
constexpr int kAdult_years = 18;

bool reachesAge(base::BusinessDate born, base::BusinessDate day) {
  const auto year = [](base::BusinessDate date) { return static_cast<int>(date.year()); };
  const int years = year(day) - year(born);
  const bool had_birthday = std::pair(day.month(), day.day()) >= std::pair(born.month(), born.day());
  return years > kAdult_years || (years == kAdult_years && had_birthday);
}

bool knownVia(const std::string& via) {
  return via == "till" || via == "phone" || via == "web" || via == "referral" || via == "event";
}

}  // namespace

Status checkCompany(bool company, const std::string& tax_no, const std::string& contact) {
  if (!company && !(tax_no.empty() && contact.empty())) return base::fail(ErrorCode::RuleRejected, "NOT_COMPANY");
  if (!tax_no.empty() && !member::parseTaxNumber(tax_no)) return base::fail(ErrorCode::RuleRejected, "TAX_NUMBER");
  if (contact.size() > kMemberDeskLongestText) return base::fail(ErrorCode::OutOfRange, "contact");
  return {};
}

std::string maskCredential(const member::Credential& card) {
  const std::size_t shown = std::min<std::size_t>(4, card.value.size());
  return "****" + card.value.substr(card.value.size() - shown);
}

std::optional<Right> rightFor(MemberAct act) {
  switch (act) {
    case MemberAct::Correct: return Right::CorrectMember;
    case MemberAct::SetPin: return std::nullopt;  // the old PIN is as good as a leader
    case MemberAct::Reveal: return Right::RevealMember;
    case MemberAct::Freeze:
    case MemberAct::Unfreeze:
    case MemberAct::Void:
    case MemberAct::Grant:
    case MemberAct::Transfer: return Right::AdjustPoints;
    case MemberAct::CashOut: return Right::CashOutPoints;
    case MemberAct::Exchange:
    case MemberAct::Quarter:
    case MemberAct::AgreeTerms:
    case MemberAct::Rise:
    case MemberAct::Claim: return std::nullopt;
    case MemberAct::CancelExchange: return Right::CorrectMember;
    case MemberAct::Erase: return Right::EraseMember;
    case MemberAct::Approve:
    case MemberAct::SetTier:
    case MemberAct::EndTier:
    case MemberAct::Refuse: return Right::JudgeMember;
    case MemberAct::SetGroup: return Right::CorrectMember;
  }
  return Right::EraseMember;
}

MemberHit MemberDesk::hitOf(const member::Member& member) const {
  MemberHit hit;
  hit.member_no = member.no.text();
  hit.masked_name = member::maskName(member.profile.name);
  hit.masked_phone = member.profile.phone.empty() ? std::string() : member::maskPhone(member.profile.phone);
  const auto rank = m_sales.rules().rankOf(member.tier);
  hit.tier_name = rank ? m_sales.rules().tier(*rank).name : member.tier;
  hit.status = member.status;
  const auto phone = m_store.phoneState(member.no);
  hit.phone_dead = phone && *phone == journal::kPhoneDead;
  return hit;
}

base::Result<std::optional<member::Member>> MemberDesk::phoneOrNumber(std::string_view text) {
  if (const auto phone = member::normalizePhone(text)) return m_store.memberByPhone(*phone);
  const auto no = member::MemberNo::parse(text);
  if (!no) return base::fail(ErrorCode::BadPhone);
  return memberNumbered(m_store, *no);
}

base::Result<member::Member> MemberDesk::memberOf(std::string_view text) {
  auto found = phoneOrNumber(text);
  if (!found) return tl::unexpected(found.error());
  if (!*found) {
    const auto brought = m_sales.bring(text);
    if (!brought) return tl::unexpected(brought.error());
    if (*brought) found = phoneOrNumber(text);
    if (!found) return tl::unexpected(found.error());
  }
  if (!*found) return base::fail(ErrorCode::UnknownMember);
  return **std::move(found);
}

base::Result<std::vector<MemberHit>> MemberDesk::find(std::string_view text) {
  std::vector<MemberHit> hits;
  if (text.size() == kTailDigits && base::allDigits(text)) {
    const auto members = m_store.membersByPhoneTail(text, kMemberDeskMostHits);
    if (!members) return tl::unexpected(members.error());
    for (const member::Member& member : *members) hits.push_back(hitOf(member));
    if (hits.empty()) return base::fail(ErrorCode::UnknownMember);
    return hits;
  }
  const auto member = memberOf(text);
  if (!member) return tl::unexpected(member.error());
  hits.push_back(hitOf(*member));
  return hits;
}

// What is on the screen, and what a guest's receipt of today says that was paid.
base::Result<std::string> MemberDesk::checkPurchase(const JoinRequest& request) {
  const base::Money asked = m_sales.rules().desk.join_purchase;
  base::Money bought = request.open_bill;
  std::string used;
  if (bought >= asked) return used;
  if (!request.receipt.empty()) {
    auto number = m_store.receiptOfClaim(request.receipt);
    if (!number) return tl::unexpected(number.error());
    if (!*number) *number = m_sales.ownReceiptOf(request.receipt);
    const std::string receipt = number->value_or(request.receipt);
    const auto stored = m_store.saleByReceipt(receipt);
    if (!stored) return tl::unexpected(stored.error());
    if (!*stored) return base::fail(ErrorCode::UnknownReceipt, request.receipt);
    const auto* sale = std::get_if<journal::SaleCompleted>(&(*stored)->event.payload);
    const auto returns = m_store.returnsOf(receipt);
    if (!returns) return tl::unexpected(returns.error());
    const auto claimed = m_store.claimOf(receipt);
    if (!claimed) return tl::unexpected(claimed.error());
    const bool good = sale != nullptr && !sale->member && returns->empty() && !*claimed &&
                      (*stored)->event.business_date == m_sales.businessDate();
    if (!good) return base::fail(ErrorCode::RuleRejected, "JOIN_RECEIPT");
    const auto spent = m_store.joinedBy(receipt);
    if (!spent) return tl::unexpected(spent.error());
    if (*spent) return base::fail(ErrorCode::RuleRejected, "JOIN_RECEIPT_USED");
    bought += sale->total;
    used = receipt;
  }
  if (bought >= asked) return used;
  return base::fail(ErrorCode::RuleRejected, "JOIN_PURCHASE " + std::to_string((asked - bought).value()));
}

Status MemberDesk::checkJoin(const JoinRequest& request, const Signers& signers, ports::MemberToJoin& joining) {
  if (!signers.may(Right::JoinMember)) return base::fail(ErrorCode::NoRight, "join_member");
  const auto phone = member::normalizePhone(request.phone);
  if (!phone) return base::fail(ErrorCode::BadPhone);
  const auto holder = m_store.memberByPhone(*phone);
  if (!holder) return tl::unexpected(holder.error());
  if (*holder) return base::fail(ErrorCode::PhoneTaken, hitOf(**holder).masked_name);
  if (!request.consent) return base::fail(ErrorCode::RuleRejected, "NO_CONSENT");
  if (!request.company && !request.adult) return base::fail(ErrorCode::RuleRejected, "NOT_ADULT");
  if (!request.company && request.born && !reachesAge(*request.born, m_sales.today()))
    return base::fail(ErrorCode::RuleRejected, "NOT_ADULT");
  auto receipt = checkPurchase(request);
  if (!receipt) return tl::unexpected(receipt.error());
  joining.receipt = *std::move(receipt);
  if (request.company && request.name.empty()) return base::fail(ErrorCode::BadInput, "a company has a name");
  if (request.name.size() > kMemberDeskLongestText || request.form.size() > kMemberDeskLongestText)
    return base::fail(ErrorCode::OutOfRange, "at most 200 bytes");
  KAHUI_TRY(checkCompany(request.company, request.tax_no, request.contact));
  if (!request.tax_no.empty()) joining.profile.tax_no = *member::parseTaxNumber(request.tax_no);
  joining.profile.contact = request.contact;
  if (request.birthday && !member::plausible(*request.birthday))
    return base::fail(ErrorCode::BadInput, "there is no such birthday");
  joining.profile.phone = *phone;
  joining.profile.name = request.name;
  joining.profile.birthday = request.birthday;
  if (!request.birthday && request.born)
    joining.profile.birthday =
        member::Birthday{member::BirthdayCalendar::Solar, request.born->month(), request.born->day(), false};
  if (request.born && joining.profile.birthday) joining.profile.birthday->year = request.born->year();
  if (request.card) {
    member::Credential card = *request.card;
    KAHUI_TRY(normaliseCard(card));
    const auto taken = m_store.memberByCard(card);
    if (!taken) return tl::unexpected(taken.error());
    if (*taken) return base::fail(ErrorCode::CardTaken, hitOf((*taken)->member).masked_name);
    joining.profile.cards.push_back(std::move(card));
  }
  joining.via = request.via.empty() ? (request.referrer.empty() ? "till" : "referral") : request.via;
  if (!knownVia(joining.via)) return base::fail(ErrorCode::BadInput, "via: till, phone, web, referral or event");
  if (request.referrer.empty()) {
    const auto named = leadReferrer(*phone);
    if (!named) return tl::unexpected(named.error());
    joining.referrer = *named;
    if (*named != 0 && request.via.empty()) joining.via = "referral";
    return {};
  }
  const auto referrer = memberOf(request.referrer);
  const bool known =
      referrer || (referrer.error().code != ErrorCode::UnknownMember && referrer.error().code != ErrorCode::BadPhone);
  if (!referrer && known) return tl::unexpected(referrer.error());
  if (!referrer || referrer->status != member::MemberStatus::Active || referrer->profile.phone == *phone)
    return base::fail(ErrorCode::RuleRejected, "REFERRER");
  joining.referrer = referrer->no.value();
  joining.referrer_id = referrer->id;
  return {};
}

base::Result<std::int64_t> MemberDesk::leadReferrer(const std::string& phone) {
  const auto lead = m_store.lead(m_store.leadKey(phone));
  if (!lead) return tl::unexpected(lead.error());
  if (!*lead || (*lead)->joined != 0 || (*lead)->until < m_sales.today()) return 0;
  const auto referrer = m_store.memberByNo(member::MemberNo((*lead)->referrer));
  if (!referrer) return tl::unexpected(referrer.error());
  return *referrer && (*referrer)->status == member::MemberStatus::Active ? (*lead)->referrer : 0;
}

std::optional<ports::JoinGift> MemberDesk::joinGift() {
  const auto& rules = m_sales.rules();
  if (!rules.join_gift || !rules.join_gift->given(m_at.local())) return std::nullopt;
  const auto& gift = *rules.join_gift;
  ports::JoinGift given;
  given.rules_version = rules.version;
  given.points = gift.points;
  if (gift.valid_days > 0) given.expires = m_sales.today().plusDays(gift.valid_days);
  if (gift.points > base::Points{} && gift.valid_days == 0)
    given.expires = loyalty::expiryDate(rules.points.expiry_noncash, m_sales.today());
  if (gift.face > base::Money{}) {
    journal::CouponTerms terms;
    terms.type = "CASH";
    terms.face = gift.face;
    terms.min = gift.min;
    given.coupon = terms;
    given.serial = loyalty::couponSerial(m_random);
  }
  return given;
}

Status MemberDesk::checkGroup(const std::string& code, const std::string& proof, const Signers& signers) const {
  if (!signers.may(Right::CorrectMember)) return base::fail(ErrorCode::NoRight, "member_group");
  if (proof.size() > kMemberDeskLongestText) return base::fail(ErrorCode::OutOfRange, "proof");
  if (code.empty()) return {};
  const auto* group = m_sales.rules().group(code);
  if (group == nullptr) return base::fail(ErrorCode::RuleRejected, "UNKNOWN_GROUP");
  if (group->to && *group->to < m_sales.today()) return base::fail(ErrorCode::RuleRejected, "GROUP_OVER");
  return proof.empty() ? base::fail(ErrorCode::RuleRejected, "GROUP_PROOF") : Status{};
}

base::Result<bool> MemberDesk::giveGiftsDue(int limit) {
  const auto due = m_store.joinGiftsDue(limit);
  if (!due) return tl::unexpected(due.error());
  for (const member::MemberNo no : *due) {
    const auto gift = joinGift();
    KAHUI_TRY(m_store.giveJoinGift(no, gift ? &*gift : nullptr, "hq", m_at, m_sales.businessDate()));
  }
  return !due->empty();
}

JoinAnswer MemberDesk::join(const JoinRequest& request, const Signers& signers) {
  ports::MemberToJoin joining;
  KAHUI_TRY(checkJoin(request, signers, joining));
  const auto& rules = m_sales.rules();
  joining.tier = rules.tiers.front().code;
  joining.consent = rules.desk.consent;
  joining.source = "till";
  joining.operator_code = signers.by.code;
  joining.marketing = request.marketing;
  joining.company = request.company;
  joining.form = request.form;
  joining.pending = rules.desk.approve_joins;
  if (!joining.pending) joining.gift = joinGift();
  if (!request.group.empty()) {
    KAHUI_TRY(checkGroup(request.group, request.proof, signers));
    joining.group = request.group;
    joining.proof = request.proof;
    joining.approver = signers.approverCode();
  }
  std::vector<ports::Store::JoinError> errors;
  const auto numbers = m_store.joinMembers({&joining, 1}, m_at, m_sales.businessDate(), errors);
  if (!numbers) return tl::unexpected(numbers.error());
  if (!errors.empty()) return tl::unexpected(errors.front().error);
  JoinDone done;
  done.member_no = numbers->front();
  const auto member = m_store.memberByNo(done.member_no);
  if (!member) return tl::unexpected(member.error());
  if (!*member) return base::fail(ErrorCode::UnknownMember);
  done.masked_name = hitOf(**member).masked_name;
  done.masked_phone = hitOf(**member).masked_phone;
  done.gift = (*member)->points();
  done.pending = (*member)->status == member::MemberStatus::Pending;
  const auto coupons = m_store.couponsOf(done.member_no, m_sales.today());
  if (coupons && !coupons->empty()) done.gift_coupon = coupons->front().serial;
  return done;
}

}  // namespace kahui::till
