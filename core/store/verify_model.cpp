#include "core/store/verify_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/journal/value_why.hpp"
#include "core/store/incarnation.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

std::vector<std::string> saleFaults(const journal::SaleCompleted& sale) {
  std::vector<std::string> faults;
  base::Money finals{};
  base::Money gross{};
  base::Money rounding{};
  for (const journal::SoldLine& line : sale.lines) {
    const base::Money cuts = line.multi + line.promo + line.bill + line.coupon + line.points + line.round;
    if (line.after_price - cuts != line.final) faults.push_back("a line's cuts do not lead to its final amount");
    if (line.final < base::Money{}) faults.push_back("a line is below zero");
    finals += line.final;
    gross += line.gross;
    rounding += line.round;
  }
  base::Money paid{};
  base::Money change{};
  for (const journal::SoldTender& tender : sale.tenders) {
    paid += tender.amount;
    if (tender.given) change += *tender.given - tender.amount;
  }
  if (finals != sale.total) faults.push_back("lines do not sum to the total");
  if (gross != sale.gross) faults.push_back("lines do not sum to the gross");
  if (rounding != sale.rounding) faults.push_back("lines do not sum to the rounding");
  if (paid != sale.total) faults.push_back("tenders do not sum to the total");
  if (change != sale.change) faults.push_back("cash given does not explain the change");
  return faults;
}

std::vector<std::string> returnFaults(const journal::SaleReturned& back) {
  std::vector<std::string> faults;
  base::Money value{};
  for (const journal::ReturnedLine& line : back.lines) value += line.value;
  base::Money paid{};
  for (const journal::SoldTender& tender : back.tenders) paid += tender.amount;
  if (value != back.value) faults.push_back("returned lines do not sum to the value of the goods");
  if (paid != back.refund) faults.push_back("tenders do not sum to the refund");
  base::Money gifts{};  // what was held back for gifts that came after all
  for (const journal::KeptGift& gift : back.kept_gifts) gifts -= std::min(gift.held, base::Money{});
  if (back.refund > back.value + gifts) faults.push_back("more was paid back than the goods were worth");
  return faults;
}

}  // namespace

struct Model::Fold {
  Model& model;
  const journal::Event& event;
  std::int64_t entry;
  std::vector<std::string>& faults;

  void operator()(const journal::SaleCompleted& sale) const {
    faults = saleFaults(sale);
    model.enter(event, entry, sale.receipt_no, sale.ref,
                {entry, event.business_date.days(), sale.member ? sale.member->no : 0, sale.total.value(),
                 sale.member ? sale.member->earned.value() : 0},
                faults);
    for (const auto& tender : sale.tenders)
      if (!tender.payment.empty()) settle(tender);
    if (!sale.member || sale.member->bill_tier.empty()) return;
    ModelMember& member = model.members[sale.member->no];
    member.tier = sale.member->tier_after;
    member.demoted_from = sale.member->demoted_from_after;
    member.since_demotion = sale.member->since_demotion_after.value();
  }

  void operator()(const journal::SaleReturned& back) const {
    faults = returnFaults(back);
    const std::int64_t reversed =
        back.member ? back.member->earned_reversed.value() + back.member->benefits_reversed.value() : 0;
    model.enter(event, entry, back.receipt_no, back.ref,
                {entry, event.business_date.days(), back.member ? back.member->no : 0, -back.refund.value(), -reversed},
                faults);
    if (back.sale_receipt_no.empty()) return;  // without a receipt: there is no sale to hold it against
    const std::int64_t of = receiptKey(back.sale_receipt_no).value_or(0);
    const auto sale = model.sales.find(of);
    if (sale == model.sales.end()) {
      faults.push_back("a return of a sale that there is not: " + back.sale_receipt_no);
    } else if ((model.refunded[of] += back.refund.value()) > sale->second.total) {
      faults.push_back("more was paid back than the sale took: " + back.sale_receipt_no);
    }
    if (back.member && back.member->tier_after != back.member->tier_before)
      model.members[back.member->no].tier = back.member->tier_after;
  }

  void operator()(const journal::CouponIssued& issued) const {
    for (const auto& part : issued.parts) {
      if (!model.coupons.emplace(part.serial, ModelCoupon{0, issued.unlimited}).second)
        faults.push_back("a coupon was issued twice");
    }
  }

  void operator()(const journal::CouponUsed& used) const {
    const auto coupon = model.coupons.find(used.serial);
    if (coupon == model.coupons.end()) return faults.push_back("a coupon was used that was never issued");
    if (coupon->second.status != 0) faults.push_back("a coupon was used that was not good any more");
    if (!coupon->second.unlimited) coupon->second.status = 1;
  }

  void operator()(const journal::CouponChanged& changed) const {
    model.coupons[changed.serial].status = changed.status == "ISSUED" ? 0 : 2;
  }

  void operator()(const journal::TierChanged& change) const {
    for (const auto& part : change.parts) {
      ModelMember& member = model.members[part.member];
      member.tier = part.tier;
      member.demoted_from = part.demoted_from;
      member.since_demotion = 0;
    }
  }

  void operator()(const journal::MemberRegistered& joined) const {
    model.members[joined.no].tier = joined.tier;
    if (joined.pending) model.members[joined.no].waits = "PENDING";
    for (const journal::IssuedCard& card : joined.cards) enterCard(joined.no, card);
    if (const auto lead = model.leads.find(joined.phone_key); lead != model.leads.end() && lead->second.joined == 0)
      lead->second.joined = joined.no;
  }

  void operator()(const journal::CardStatusChanged& card) const {
    model.card_status_by_key[tailOf(card.key)] = card.status;
  }

  void operator()(const journal::CardBound& bound) const { enterCard(bound.member, bound.card); }

  void operator()(const journal::CardReplaced& replaced) const {
    (*this)(replaced.fresh);
    model.card_status_by_key[tailOf(replaced.old_key)] = member::name(member::CardStatus::Replaced);
  }

  // The cards went with what they belonged to.
  void operator()(const journal::EraseDone& erased) const {
    if (erased.member != 0) model.tags.erase(erased.member);
    model.phone_checks.erase(erased.member);
    for (auto card = model.card_member_by_key.begin(); card != model.card_member_by_key.end();) {
      if (erased.member == 0 || card->second != erased.member) {
        ++card;
        continue;
      }
      model.card_status_by_key.erase(card->first);
      card = model.card_member_by_key.erase(card);
    }
  }

  void operator()(const journal::MemberJudged& judged) const {
    std::string& waits = model.members[judged.member].waits;
    if (judged.approved)
      waits.clear();
    else if (!waits.empty())
      waits = "REFUSED";
  }

  void operator()(const journal::TierByHand& hand) const {
    ModelMember& member = model.members[hand.member];
    if (hand.ended && member.hand.empty()) faults.push_back("a tier by hand ended that was never given");
    member.tier = hand.tier;
    member.demoted_from = hand.demoted_from;
    member.since_demotion = hand.since_demotion.value();
    member.hand = hand.ended ? std::string()
                             : hand.tier + " " + (hand.until ? std::to_string(hand.until->days()) : std::string());
  }
  void operator()(const journal::MemberGrouped& grouped) const { model.members[grouped.member].group = grouped.group; }

  void operator()(const journal::PointsFrozen& frozen) const {
    std::int64_t& held = model.members[frozen.member].frozen;
    held = std::max<std::int64_t>(0, held + (frozen.release ? -frozen.points.value() : frozen.points.value()));
  }

  void operator()(const journal::PointsVoided& voided) const {
    std::int64_t& held = model.members[voided.member].frozen;
    for (const auto& lot : voided.lots) held = std::max<std::int64_t>(0, held - lot.points.value());
  }

  void operator()(const journal::PointsClaimed& claimed) const {
    if (claimed.away) {
      const std::string sale = event.cause ? event.cause->hex() : std::string();
      if (!model.claims_away.emplace(sale, ModelClaim{claimed.member, claimed.points.value(), 0}).second)
        faults.push_back("points of another till's receipt were claimed twice: " + claimed.receipt_no);
      return;
    }
    const std::int64_t of = receiptKey(claimed.receipt_no).value_or(0);
    const auto sale = model.sales.find(of);
    if (sale == model.sales.end() || sale->second.member != 0)
      faults.push_back("points were claimed for what is no guest's sale: " + claimed.receipt_no);
    if (!model.claims.emplace(of, ModelClaim{claimed.member, claimed.points.value(), 0}).second)
      faults.push_back("points of a receipt were claimed twice: " + claimed.receipt_no);
  }

  void operator()(const journal::ClaimReversed& reversed) const {
    const auto claim = model.claims.find(receiptKey(reversed.receipt_no).value_or(0));
    if (claim == model.claims.end()) return faults.push_back("a claim was reversed that was never made");
    claim->second.reversed += reversed.points.value();
    if (claim->second.reversed > claim->second.points)
      faults.push_back("more was reversed than was claimed: " + reversed.receipt_no);
  }

  void operator()(const journal::PointsRewarded& rewarded) const {
    const std::int64_t subject = rewarded.of != 0 ? rewarded.of : rewarded.member;
    std::int64_t& sum = model.rewards[{subject, rewarded.why, rewarded.key}];
    sum += rewarded.points.value();
    if (sum < 0 && entry > 0) faults.push_back("more of a reward was taken back than was given");
    std::int64_t lots = 0;
    for (const auto& lot : rewarded.lots) lots += lot.points.value();
    if (rewarded.points < base::Points{} && lots != -rewarded.points.value())
      faults.push_back("the lots of a reward do not sum to what was taken back");
    if (rewarded.why == journal::kCardReward && rewarded.points > base::Points{} && sum != rewarded.points.value())
      faults.push_back("a change of card was rewarded twice");
    if (rewarded.why != journal::kRefereeGift || rewarded.points < base::Points{}) return;
    int gifts = 0;
    for (auto one = model.rewards.lower_bound({subject, rewarded.why, {}}); one != model.rewards.end(); ++one) {
      if (std::get<0>(one->first) != subject || std::get<1>(one->first) != rewarded.why) break;
      gifts += one->second > 0 ? 1 : 0;
    }
    if (gifts > 1) faults.push_back("the gift of who was referred was given twice");
  }

  void operator()(const journal::TierBought& bought) const {
    ModelMember& member = model.members[bought.member];
    if (entry > 0 && bought.lots.empty()) faults.push_back("a tier was sold for no points");
    member.tier = bought.tier;
    member.demoted_from.clear();
    member.since_demotion = 0;
  }

  void operator()(const journal::MembershipMoved& moved) const {
    std::optional<std::int32_t>& until = model.memberships[moved.member];
    const auto days = [](const std::optional<base::BusinessDate>& day) {
      return day ? std::optional(day->days()) : std::nullopt;
    };
    if (entry > 0 && until != days(moved.before)) faults.push_back("a term does not follow on the one before");
    until = days(moved.until);
  }

  void operator()(const journal::PointsExchanged&) const { model.exchanges.emplace(event.id.hex(), false); }

  void operator()(const journal::ExchangeCancelled&) const {
    const auto exchange = model.exchanges.find(event.cause ? event.cause->hex() : std::string());
    if (exchange == model.exchanges.end()) return faults.push_back("an exchange was cancelled that was never made");
    if (std::exchange(exchange->second, true)) faults.push_back("an exchange was cancelled twice");
  }

  // Points are in the account or on their way to the card, and come back once.
  void operator()(const journal::PointsLoaded& loaded) const {
    std::int64_t points = 0;
    for (const auto& lot : loaded.lots) points += lot.points.value();
    const auto payment = model.payments.find(loaded.payment);
    if (payment == model.payments.end() && entry > 0)
      faults.push_back("points went to a card by a payment that was never begun");
    if (!loaded.back) {
      if (!model.loads.emplace(loaded.payment, points).second) faults.push_back("points went to a card twice");
      return;
    }
    const auto load = model.loads.find(loaded.payment);
    if (load == model.loads.end()) return faults.push_back("points came back that never went to a card");
    if (std::exchange(load->second, 0) != points) faults.push_back("other points came back than went to a card");
  }

  void enterCard(std::int64_t member, const journal::IssuedCard& card) const {
    model.card_member_by_key[tailOf(card.key)] = member;
    if (!model.card_status_by_key.emplace(tailOf(card.key), card.status).second)
      faults.push_back("a card was issued twice");
  }
  static std::int64_t tailOf(const std::string& key) { return LookupKey::parse(key).value_or(LookupKey{}).tail; }

  void settle(const journal::SoldTender& tender) const {
    const auto known = model.payments.find(tender.payment);
    if (known == model.payments.end()) return faults.push_back("a bill names a payment that was never begun");
    if (known->second.in_bill) faults.push_back("a payment stands in two bills");
    if (known->second.amount != tender.amount.value())
      faults.push_back("a payment stands in a bill with another amount");
    if (known->second.status > static_cast<int>(PaymentStatus::Paid))
      faults.push_back("a bill was paid with a payment that did not happen");
    known->second.in_bill = true;
  }

  void operator()(const journal::PaymentBegun& begun) const {
    if (!model.payments.emplace(begun.payment, ModelPayment{begun.amount.value(), 0, false, begun.refund}).second)
      faults.push_back("a payment was begun twice");
  }

  void operator()(const journal::PaymentEnded& ended) const {
    const auto known = model.payments.find(ended.payment);
    if (known == model.payments.end()) return faults.push_back("a payment ended that was never begun");
    const PaymentStatus status = paymentStatus(ended.outcome);
    if (known->second.in_bill && status != PaymentStatus::Paid)
      faults.push_back("a payment of a bill was taken back: " + ended.payment);
    if (known->second.status > static_cast<int>(PaymentStatus::Paid)) faults.push_back("a payment ended twice");
    known->second.status = static_cast<int>(status);
  }

  void operator()(const journal::StoredMoved& moved) const {
    ModelStored& account = model.stored[moved.member];
    account.principal += moved.principal.value();
    account.bonus += moved.bonus.value();
    const bool fetched = entry < 0;  // it was made on a file that had other movements before it
    if (!fetched && (account.principal != moved.principal_after.value() || account.bonus != moved.bonus_after.value()))
      faults.push_back("a stored value says another balance than its movements");
    // Below zero is what headquarters found that several tills spent while away: a debt. No till goes there by itself.
    const bool less = moved.principal < base::Money{} || moved.bonus < base::Money{};
    const bool below = (moved.principal < base::Money{} && account.principal < 0) ||
                       (moved.bonus < base::Money{} && account.bonus < 0);
    if (less && below && !fetched && moved.why != journal::kValueConfirmed)
      faults.push_back("a stored value is below zero");
  }

  void operator()(const journal::CountMoved& moved) const {
    std::int64_t& left = model.counts[moved.card];
    left += moved.change;
    if (entry > 0 && left != moved.left) faults.push_back("a count card says another count than its uses");
    if (left < 0 && moved.change < 0 && entry > 0 && moved.why != journal::kValueConfirmed)
      faults.push_back("a count card was used more often than it was sold for");
  }

  void operator()(const journal::PointsRedeemed& redeemed) const {
    if (redeemed.rights == base::Points{} && redeemed.goodwill == base::Points{}) return;
    model.rights[redeemed.member] -= redeemed.rights.value();
    model.spends[entry] = {redeemed.rights.value(), redeemed.goodwill.value()};
  }
  void operator()(const journal::RightsPlaced& placed) const {
    for (const auto& part : placed.parts)
      if (part.member != 0) model.rights[part.member] += part.points.value();
  }

  void operator()(const journal::TasksOpened& opened) const {
    for (const auto& part : opened.parts)
      model.tasks.emplace(part.task.hex(), ModelTask{part.member, part.due.seconds(), 0, 0});
  }

  void operator()(const journal::TaskChanged& changed) const {
    const auto known = model.tasks.find(changed.task.hex());
    if (known == model.tasks.end()) return faults.push_back("a task changed that was never opened");
    known->second.state = static_cast<int>(changed.state);
    if (changed.due) known->second.due = changed.due->seconds();
    if (changed.score != 0) known->second.score = changed.score;
  }

  void operator()(const journal::BenefitUsed& used) const {
    std::int64_t& sum = model.benefits[{used.member, used.benefit, used.period}];
    sum += used.quantity;
    if (sum < 0) faults.push_back("more of a benefit was taken back than was used");
  }

  void operator()(const journal::CarePlanSet& set) const { model.care_plan = set.json; }
  void operator()(const journal::TargetSet& set) const { model.targets[{set.month, set.figure}] = set.value; }
  void operator()(const journal::CampaignSet& set) const { model.campaigns[set.code] = set; }
  void operator()(const journal::PhoneChecked& checked) const {
    model.phone_checks.erase(checked.member);
    if (!checked.state.empty()) model.phone_checks[checked.member] = checked.state;
  }
  void operator()(const journal::MemberCorrected& corrected) const {
    if (!corrected.phone_key.empty()) model.phone_checks.erase(corrected.member);
  }

  void operator()(const journal::MemberTagged& tagged) const {
    model.tags.erase(tagged.member);
    if (tagged.agreed) model.tags[tagged.member] = tagged.tags;
    if (!tagged.agreed && !tagged.tags.empty()) faults.push_back("tags without the member's consent");
  }
  void operator()(const journal::EventPlanned& planned) const { model.events[planned.event] = planned; }
  void operator()(const journal::GuestsMarked& marked) const {
    if (entry > 0 && !model.events.contains(marked.event))
      faults.push_back("guests of an event that was never planned");
    for (const std::int64_t member : marked.members)
      model.guests[{marked.event, member}] = static_cast<int>(marked.state);
  }
  void operator()(const journal::CommentMade& comment) const {
    if (!model.comments.emplace(comment.comment.hex(), std::pair(comment.member, false)).second) return;
    if (comment.answers == base::Id{}) return;
    const auto answered = model.comments.find(comment.answers.hex());
    if (answered == model.comments.end()) {
      if (entry > 0) faults.push_back("an answer to a comment that was never made");
    } else {
      answered->second.second = true;
    }
  }
  void operator()(const journal::TalkOpened& talk) const { model.talks[{talk.about, talk.key}] = talk.open; }
  void operator()(const journal::LeadRecorded& lead) const {
    model.leads[lead.phone_key] = {lead.referrer, lead.until.days(), 0};
  }
  void operator()(const journal::DrawHeld& held) const {
    if (!model.draws.emplace(std::pair(held.draw, held.period), held.winner).second)
      faults.push_back("a draw was held twice");
  }

  void operator()(const journal::ShiftOpened& opened) const { model.shifts[opened.shift] = true; }
  void operator()(const journal::ShiftClosed& closed) const { model.shifts[closed.shift] = false; }

  template <class Other>
  void operator()(const Other&) const {}
};

void Model::enter(const journal::Event& event, std::int64_t entry, const std::string& receipt_no,
                  const std::string& ref, const ModelSale& sale, std::vector<std::string>& faults) {
  const auto key = receiptKey(receipt_no);
  if (!key || (*key >> 40) != event.incarnation)
    return faults.push_back(fmt::format("entry {} has no receipt number of its incarnation", entry));
  // A number that a branch printed again: the fetched sale has the mirrored key.
  const bool again = sale.entry < 0 && sales.contains(*key);
  if (!sales.emplace(again ? -*key : *key, sale).second) faults.push_back("receipt number used twice: " + receipt_no);
  if (!ref.empty()) ++refs;
}

std::vector<std::string> Model::applyFetched(const journal::Event& event, std::int64_t entry) {
  return isOfItsTime(event.payload) ? std::vector<std::string>{} : apply(event, entry);
}

std::vector<std::string> Model::apply(const journal::Event& event, std::int64_t entry) {
  std::vector<std::string> faults;
  std::visit(Fold{*this, event, entry, faults}, event.payload);
  for (const journal::PointsPosting& posting : journal::pointsPostings(event)) {
    ModelMember& member = members[posting.member];
    (posting.cashable ? member.cashable : member.noncash) += posting.points.value();
    member.lifetime += posting.lifetime.value();
  }
  const journal::DayTotals totals = journal::dayTotals(event);
  if (totals != journal::DayTotals{}) days[event.business_date.days()] += totals;
  trade.add(event);
  return faults;
}

}  // namespace kahui::store
