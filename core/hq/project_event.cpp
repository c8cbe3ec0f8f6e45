#include "core/hq/project_event.hpp"

#include "core/hq/calendar.hpp"
#include "core/hq/channel_bills.hpp"
#include "core/hq/erasure.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/hand_tiers.hpp"
#include "core/hq/held_bills.hpp"
#include "core/hq/lease.hpp"
#include "core/hq/points_claims.hpp"
#include "core/hq/project_partners.hpp"
#include "core/hq/project_rewards.hpp"
#include "core/hq/project_terms.hpp"
#include "core/hq/project_tiers.hpp"
#include "core/hq/project_value.hpp"
#include "core/hq/rights.hpp"
#include "core/hq/sale_sums.hpp"
#include "core/hq/standing.hpp"
#include "core/journal/codec.hpp"
#include "core/journal/projection.hpp"

namespace kahui::hq {

namespace {

using base::Money;
using base::Points;
using ports::HqEventKey;

constexpr int kOldest_days = 400;

std::string cardKeyOf(const HqEventKey& key, const std::string& card) { return key.terminal + "/" + card; }

// One event's payload into its tables; points come after, for all types alike.
struct Apply {
  const Projection& to;
  const HqEventKey& key;
  const journal::Event& event;

  [[nodiscard]] ports::HqSale factOf(const char* type) const {
    ports::HqSale fact;
    fact.key = key;
    fact.event = event.id;
    fact.type = type;
    fact.store = event.store_no;
    fact.position = event.position;
    if (const auto terminal = to.tx.terminal(key.terminal)) {
      fact.store = terminal->store;
      fact.position = terminal->position;
    }
    fact.day = event.business_date;
    fact.at_ms = event.at.utc_ms;
    fact.rules = event.rules_version;
    return fact;
  }

  void payments(const std::vector<journal::SoldTender>& tenders, int sign) const {
    std::vector<ports::HqPayment> rows;
    for (const auto& tender : tenders) rows.push_back({tender.type, Money(sign * tender.amount.value())});
    to.tx.putPayments(key, event.business_date, rows);
  }

  void operator()(const journal::SaleCompleted& sale) const {
    ports::HqSale fact = factOf("sale");
    fact.receipt_no = sale.receipt_no;
    fact.operator_code = sale.operator_code;
    fact.gross = sale.gross;
    fact.total = sale.total;
    if (sale.member) {
      fact.member = resolveMember(to, key, event, sale.member->no, sale.member->id);
      fact.earned = sale.member->earned;
      fact.used = sale.member->used;
      for (const auto& line : sale.lines) fact.by_points += line.points;
    }
    fact.channel = sale.channel;
    fact.pickup = sale.pickup;
    to.tx.putSale(fact);
    std::vector<ports::HqLine> lines;
    for (const auto& line : sale.lines) lines.push_back({line.sku, line.quantity, line.gross, line.final});
    to.tx.putLines(key, event.business_date, lines);
    payments(sale.tenders, 1);
    if (fact.member.empty()) return;
    if (sale.channel.empty())
      to.tx.putVisit(fact.member, fact.store, event.business_date);
    else
      noteChannelBill(to, key, event, fact);
    auto member = to.tx.member(fact.member);
    if (!member) return;
    if (!member->last_purchase || *member->last_purchase < event.business_date)
      member->last_purchase = event.business_date;
    to.tx.putMember(*member);
    if (sale.member->bill_tier.empty() || sale.member->used <= Points{}) return;
    for (const auto& card : to.tx.cards(fact.member))
      if (card.status != "ACTIVE")
        to.tx.putFlag({key, "blocked_card_redeemed", fact.member, card.status + ", " + liable(card.key)});
  }

  // Who bears it (protocol.md, "Authority"): the store if its till had the block when it sold. What a till said in the
  // hello before it sent the event it had since its session before, so while it sold.
  [[nodiscard]] std::string liable(const std::string& card) const {
    const auto block = to.tx.lastChange(kBlockedFeed, card);
    if (!block) return "headquarters: the block was on no till's list yet";
    const auto record = sync::parseBlockedCard(block->item);
    if (record && record->since_ms > event.at.utc_ms) return "nobody: sold before the block";
    const auto stood = to.tx.cursorBy(key.terminal, kBlockedFeed, to.received_ms);
    return stood && stood->position >= block->pos ? "store: its till had the block"
                                                  : "headquarters: the till had not heard of the block";
  }

  void operator()(const journal::SaleReturned& back) const {
    ports::HqSale fact = factOf("return");
    fact.receipt_no = back.receipt_no;
    fact.operator_code = back.operator_code;
    fact.gross = Money{} - back.value;
    fact.total = Money{} - back.refund;
    if (event.cause) fact.cause = event.cause->hex();
    if (back.member) {
      fact.member = resolveMember(to, key, event, back.member->no, std::nullopt);
      fact.earned = Points{} - back.member->earned_reversed - back.member->benefits_reversed;
      for (const auto& lot : back.member->restored) fact.used -= lot.points;
      to.tx.putVisit(fact.member, fact.store, event.business_date);
    }
    to.tx.putSale(fact);
    std::vector<ports::HqLine> lines;
    for (const auto& line : back.lines)
      lines.push_back({line.sku, -line.quantity, Money{} - line.value, Money{} - line.value});
    to.tx.putLines(key, event.business_date, lines);
    payments(back.tenders, -1);
    if (back.member) lowerTier(fact.member, *back.member);
  }

  // X7, unless the tier has moved on meanwhile.
  void lowerTier(const std::string& id, const journal::ReturnedMember& said) const {
    if (said.tier_after.empty() || said.tier_after == said.tier_before) return;
    auto member = to.tx.member(id);
    if (!member || member->tier != said.tier_before) return;
    member->tier = said.tier_after;
    member->tier_since = event.business_date;
    to.tx.putMember(*member);
    markMember(to.tx, id);
  }

  void operator()(const journal::MemberRegistered& joined) const {
    const std::string id = joined.id.hex();
    to.tx.linkMemberNo(key.terminal, joined.no, id);
    const std::string home = factOf("").store;
    auto member = to.tx.member(id);
    if (!member) {
      member.emplace();
      member->id = id;
    }
    if (member->status.empty() || member->status == "SUSPENSE") {
      member->no = joined.no;
      member->home = home;
      member->status = "ACTIVE";
      if (joined.pending) takeStanding(to.tx, *member);
      member->tier = joined.tier;
      member->tier_since = joined.joined;
      member->joined = joined.joined;
      member->source = joined.source == kOwnSource ? std::string("till") : joined.source;
      member->sealed = joined.sealed;
      to.tx.putMember(*member);
    }
    to.tx.putVisit(id, home, event.business_date);
    if (!joined.operator_code.empty() && !joined.consent.empty()) to.tx.putTerms(id, joined.consent, event.at.utc_ms);
    noteReferrer(to, key, event, joined);
    for (const auto& card : joined.cards) {
      to.tx.putCard({cardKeyOf(key, card.key), id, card.kind, card.status});
      if (card.status != "ACTIVE") to.tx.mark(kBlockedFeed, cardKeyOf(key, card.key));
    }
    // Two stores may take the same telephone while the line is down: the first posted has it (protocol.md,
    // "Authority").
    if (!joined.phone_key.empty() && !to.tx.claim("phone", joined.phone_key, id))
      to.tx.putFlag({key, "phone_taken", id, joined.phone_key});
    markMember(to.tx, id);
  }

  void changeCard(std::int64_t no, const std::string& card, const std::string& status) const {
    const std::string member = resolveMember(to, key, event, no, std::nullopt);
    std::string kind;
    for (const auto& known : to.tx.cardsByKey(cardKeyOf(key, card))) kind = known.kind;
    to.tx.putCard({cardKeyOf(key, card), member, kind, status});
    to.tx.mark(kBlockedFeed, cardKeyOf(key, card));
  }

  void operator()(const journal::CardStatusChanged& card) const { changeCard(card.member, card.key, card.status); }

  void operator()(const journal::CardBound& bound) const {
    const std::string id = resolveMember(to, key, event, bound.member, std::nullopt);
    to.tx.putCard({cardKeyOf(key, bound.card.key), id, bound.card.kind, bound.card.status});
    // What headquarters sealed opens on all tills, what this till sealed only there.
    if (auto member = to.tx.member(id); member && !member->chain_sealed) {
      member->sealed = bound.sealed;
      to.tx.putMember(*member);
    }
    markMember(to.tx, id);
  }

  // The telephone number's first holder has it, here too.
  void operator()(const journal::MemberCorrected& corrected) const {
    const std::string id = resolveMember(to, key, event, corrected.member, std::nullopt);
    if (!corrected.phone_key.empty() && !to.tx.claim("phone", corrected.phone_key, id))
      to.tx.putFlag({key, "phone_taken", id, corrected.phone_key});
    for (const auto& change : corrected.changes)
      if (change.field == journal::kTermsField) {  // S000-10: no other till asks again
        to.tx.putTerms(id, change.after, event.at.utc_ms);
        markMember(to.tx, id);
      }
    // What headquarters sealed waits for the profile that comes beside the log.
    auto member = to.tx.member(id);
    if (!member || member->chain_sealed || corrected.sealed.empty()) return;
    member->sealed = corrected.sealed;
    to.tx.putMember(*member);
    markMember(to.tx, id);
  }

  // N12: an account that is frozen at one till is frozen at all.
  void operator()(const journal::PointsFrozen& frozen) const {
    const std::string id = resolveMember(to, key, event, frozen.member, std::nullopt);
    to.tx.putFlag({key, frozen.release ? "unfrozen" : "frozen", id, frozen.reason});
    auto member = to.tx.member(id);
    if (!frozen.account || !member || (member->status != "ACTIVE" && member->status != "FROZEN")) return;
    member->status = frozen.release ? "ACTIVE" : "FROZEN";
    to.tx.putMember(*member);
    markMember(to.tx, id);
  }

  void operator()(const journal::MemberJudged& judged) const { applyJudged(to, key, event, judged); }

  void operator()(const journal::MemberGrouped& grouped) const {
    const std::string id = resolveMember(to, key, event, grouped.member, grouped.id);
    auto member = to.tx.member(id);
    if (!member) return;
    member->group = grouped.group;
    to.tx.putMember(*member);
    markMember(to.tx, id);
  }

  void operator()(const journal::CardReplaced& replaced) const {
    (*this)(replaced.fresh);
    changeCard(replaced.fresh.member, replaced.old_key, "REPLACED");
  }

  void operator()(const journal::CouponIssued& issued) const {
    for (const auto& part : issued.parts) {
      ports::HqCoupon coupon = to.tx.coupon(part.serial).value_or(ports::HqCoupon{});
      coupon.serial = part.serial;
      coupon.member = part.member == 0 ? std::string() : resolveMember(to, key, event, part.member, std::nullopt);
      if (coupon.status.empty()) coupon.status = "ISSUED";  // else its use came first, from another till
      coupon.terms = journal::encodeTerms(issued.terms);
      coupon.expires = issued.expires;
      coupon.unlimited = issued.unlimited;
      coupon.origin = issued.origin;
      coupon.origin_key = issued.key;
      put(coupon);
    }
  }

  // First posted wins; the second keeps its sale and is flagged.
  void operator()(const journal::CouponUsed& used) const {
    ports::HqCoupon coupon = to.tx.coupon(used.serial).value_or(ports::HqCoupon{});
    if (coupon.serial.empty()) {
      coupon.serial = used.serial;
      coupon.terms = "{}";
      to.tx.putFlag({key, "coupon_unknown", coupon.member, used.serial});
    }
    if (coupon.unlimited) return;
    if (coupon.status == "USED") {
      to.tx.putFlag({key, "coupon_twice", coupon.member, used.serial + " was used at " + coupon.used_by});
      return;
    }
    notePartnerSaving(to, key, event, used);
    coupon.status = "USED";
    coupon.used_by = key.terminal + "/" + std::to_string(key.inc) + "/" + std::to_string(key.seq);
    put(coupon);
  }

  void operator()(const journal::CouponChanged& changed) const {
    auto coupon = to.tx.coupon(changed.serial);
    if (!coupon) return to.tx.putFlag({key, "coupon_unknown", {}, changed.serial});
    coupon->status = changed.status;
    if (changed.expires) coupon->expires = changed.expires;
    if (changed.status == "ISSUED") coupon->used_by.clear();
    put(*coupon);
  }

  void operator()(const journal::TierChanged& change) const {
    if (change.why == kRetention) return;  // headquarters judges it itself, with the purchases of all stores
    for (const auto& part : change.parts) {
      const std::string id = resolveMember(to, key, event, part.member, std::nullopt);
      if (change.why == journal::kByReferrals) {
        riseTo(to, event, id, part.tier);
        continue;
      }
      auto member = to.tx.member(id);
      if (!member) continue;
      if (member->tier != part.tier) member->tier_since = event.business_date;
      member->tier = part.tier;
      member->demoted_from = part.demoted_from;
      member->since_demotion = Money{};
      to.tx.putMember(*member);
      markMember(to.tx, id);
    }
  }

  void operator()(const journal::ShiftOpened& opened) const {
    to.tx.putShift({key, opened.shift, event.business_date, false, opened.operator_code, 0, opened.opening_float});
  }
  void operator()(const journal::ShiftClosed& closed) const {
    to.tx.putShift({key, closed.shift, event.business_date, true, closed.operator_code, closed.bills, closed.total});
  }
  void operator()(const journal::TillIncarnated& till) const { to.tx.putFlag({key, "incarnated", {}, till.reason}); }

  void operator()(const journal::EraseDone& erased) const {
    to.tx.putFlag({key, "erase_done", erased.id.hex(), {}});
    if (erased.member != 0) eraseEverywhere(to.tx, erased.id.hex(), to.now_ms);
  }

  // Points alone, or nothing that headquarters keeps beside the inbox.
  void operator()(const journal::PointsRedeemed& redeemed) const { applyRedeemed(to, key, event, redeemed); }
  void operator()(const journal::RightsPlaced& placed) const { applyRightsPlaced(to, key, event, placed); }
  void operator()(const journal::AnnouncementRead& read) const {
    to.tx.putReadMark({read.key, key.terminal, read.operator_code, event.at.utc_ms});
  }
  void operator()(const journal::PointsExpired&) const {}
  void operator()(const journal::PointsConfirmed&) const {}
  void operator()(const journal::JobStep&) const {}
  void operator()(const journal::RulesApplied&) const {}
  void operator()(const journal::LogNote&) const {}
  void operator()(const journal::ClockJumped& jumped) const {
    to.tx.putFlag({key, "clock_jumped", "", jumped.against + " " + std::to_string(jumped.by_ms)});
  }
  void operator()(const journal::FloatSet&) const {}
  void operator()(const journal::CashMoved&) const {}
  void operator()(const journal::DrawerOpened&) const {}
  void operator()(const journal::BillHeld& held) const { applyHeld(to, key, held); }
  void operator()(const journal::HeldBillEnded& ended) const { applyHeldEnded(to, key, ended); }
  void operator()(const journal::ReceiptReprinted&) const {}
  // How a bill was paid stands in the bill.
  void operator()(const journal::PaymentBegun&) const {}
  void operator()(const journal::PaymentEnded&) const {}
  void operator()(const journal::StoredMoved& moved) const { projectStored(to, key, event, moved); }
  void operator()(const journal::CountMoved& moved) const { projectCount(to, key, event, moved); }
  void operator()(const journal::MemberRevealed&) const {}
  void operator()(const journal::PointsGranted&) const {}
  void operator()(const journal::PointsRewarded& rewarded) const { noteReward(to, key, event, rewarded); }
  void operator()(const journal::MembershipMoved& moved) const { applyTerm(to, key, event, moved); }
  void operator()(const journal::TierByHand& hand) const { applyHandTier(to, key, event, hand); }
  void operator()(const journal::TierBought& bought) const {
    riseTo(to, event, resolveMember(to, key, event, bought.member, std::nullopt), bought.tier);
  }
  void operator()(const journal::PointsClaimed&) const {}
  void operator()(const journal::ClaimReversed&) const {}
  void operator()(const journal::PointsTransferred&) const {}
  void operator()(const journal::PointsCashed&) const {}
  void operator()(const journal::PointsExchanged&) const {}
  void operator()(const journal::ExchangeCancelled&) const {}
  void operator()(const journal::PointsVoided&) const {}
  // What headquarters allowed is spent, as at a sale.
  void operator()(const journal::PointsLoaded& loaded) const {
    if (loaded.back || loaded.attempt.empty()) return;
    journal::PointsRedeemed spent{loaded.member, loaded.lots, {}};
    spent.attempt = loaded.attempt;
    spent.online = true;
    applyRedeemed(to, key, event, spent);
  }
  // Tasks, benefits and targets are a store's own work.
  void operator()(const journal::TasksOpened&) const {}
  void operator()(const journal::TaskChanged&) const {}
  void operator()(const journal::BenefitUsed&) const {}
  void operator()(const journal::CarePlanSet&) const {}
  void operator()(const journal::TargetSet&) const {}
  // So is the club: interests leave the store with nobody, an event has its door there.
  void operator()(const journal::MemberTagged&) const {}
  void operator()(const journal::EventPlanned&) const {}
  void operator()(const journal::GuestsMarked&) const {}
  void operator()(const journal::LeadRecorded&) const {}
  void operator()(const journal::DrawHeld&) const {}
  void operator()(const journal::CommentMade&) const {}
  void operator()(const journal::TalkOpened&) const {}
  // Campaigns of a store's manager and calls to its members are its own, too.
  void operator()(const journal::CampaignSet&) const {}
  void operator()(const journal::PhoneChecked&) const {}

  void put(const ports::HqCoupon& coupon) const {
    to.tx.putCoupon(coupon);
    for (const std::string& store : to.tx.storesOf(coupon.member)) to.tx.mark(couponsFeed(store), coupon.serial);
  }
};

}  // namespace

std::string survivorOf(ports::HqTransaction& tx, const std::string& id) {
  std::string last = id;
  for (auto member = tx.member(last); member && !member->merged_into.empty(); member = tx.member(last))
    last = member->merged_into;
  return last;
}

std::string ruleBroken(const journal::Event& event, base::BusinessDate today) {
  if (event.business_date < today.plusDays(-kOldest_days) || event.business_date > today.plusDays(1))
    return "business date " + event.business_date.iso() + " is too far from today";
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload)) return saleBroken(*sale);
  if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload)) return returnBroken(*back);
  return {};
}

namespace {

// The till booked it under the old number: it must hear that it came to the other one.
std::string ownerOf(ports::HqTransaction& tx, const std::string& id) {
  std::string survivor = survivorOf(tx, id);
  if (survivor != id) markMember(tx, id);
  return survivor;
}

}  // namespace

std::string resolveMember(const Projection& to, const HqEventKey& key, const journal::Event& event, std::int64_t no,
                          const std::optional<base::Id>& id) {
  if (const auto known = to.tx.memberIdOf(key.terminal, no)) return ownerOf(to.tx, *known);
  const bool named = id && !id->isNull();
  if (named && to.tx.member(id->hex())) {
    to.tx.linkMemberNo(key.terminal, no, id->hex());
    return ownerOf(to.tx, id->hex());
  }
  if (const auto own = to.tx.memberIdByNo(no)) return ownerOf(to.tx, *own);
  // An event that names him by his number alone, of a till that knows him from the feed.
  if (const auto only = named ? std::nullopt : to.tx.onlyMemberNumbered(no)) {
    to.tx.linkMemberNo(key.terminal, no, *only);
    return ownerOf(to.tx, *only);
  }
  ports::HqMember suspense;
  suspense.id = named
                    ? id->hex()
                    : base::toHex(base::sha256({base::asBytes(key.terminal + "/" + std::to_string(no))})).substr(0, 32);
  suspense.no = no;
  suspense.status = "SUSPENSE";
  suspense.joined = event.business_date;
  suspense.tier_since = event.business_date;
  suspense.source = "unknown";
  to.tx.putMember(suspense);
  to.tx.linkMemberNo(key.terminal, no, suspense.id);
  to.tx.putFlag({key, "member_unknown", suspense.id, std::to_string(no)});
  return suspense.id;
}

namespace {

void countAgain(const Projection& to, const HqEventKey& key, const journal::Event& event) {
  const programme::RulePack* pack = to.packs.inForce(event.at.local().iso());
  if (pack == nullptr || !pack->countsPurchases()) return;
  std::int64_t no = 0;
  std::optional<base::Id> id;
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr && sale->member) {
    no = sale->member->no;
    id = sale->member->id;
  } else if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload); back != nullptr && back->member) {
    no = back->member->no;
  }
  if (no != 0) countBought(to, resolveMember(to, key, event, no, id), *pack);
}

}  // namespace

void applyEvent(const Projection& to, const HqEventKey& key, const journal::Event& event) {
  std::visit(Apply{to, key, event}, event.payload);
  postPoints(to, key, event);
  if (const auto* granted = std::get_if<journal::PointsGranted>(&event.payload); granted != nullptr)
    judgeSignIn(to, key, event, *granted);
  if (const auto* claimed = std::get_if<journal::PointsClaimed>(&event.payload); claimed != nullptr)
    applyClaimed(to, key, event, *claimed);
  if (std::holds_alternative<journal::SaleReturned>(event.payload)) {
    applyReturned(to, key, event);
    takePartnerSaving(to, key, event);
  }
  if (const auto* redeemed = std::get_if<journal::PointsRedeemed>(&event.payload);
      redeemed != nullptr && redeemed->goodwill > Points{})
    judgeGoodwill(to, key, resolveMember(to, key, event, redeemed->member, std::nullopt));
  if (const auto* joined = std::get_if<journal::MemberRegistered>(&event.payload))
    settleReferrals(to, key, event, *joined);
  if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload)) rewardReturn(to, key, event, *back);
  countAgain(to, key, event);
  const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload);
  if (sale == nullptr || !sale->member || sale->member->bill_tier.empty()) return;
  const std::string id = resolveMember(to, key, event, sale->member->no, sale->member->id);
  const auto before = to.tx.member(id);
  recheckSale(to, key, event, id);
  if (before) rewardSale(to, key, event, id, before->tier);
}

}  // namespace kahui::hq
