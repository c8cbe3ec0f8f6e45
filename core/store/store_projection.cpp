// What an event does to the tables beside the journal, inside the event's own transaction. Day totals come later
// (store_days.cpp).
#include <algorithm>

#include "core/journal/codec.hpp"
#include "core/journal/value_why.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

void bindOptional(Prepared& statement, int index, const std::optional<base::BusinessDate>& date) {
  if (date) {
    statement.bind(index, date->days());
  } else {
    statement.bind(index);
  }
}

void bindText(Prepared& statement, int index, const std::string& text) {
  if (text.empty()) {
    statement.bind(index);
  } else {
    statement.bindNoCopy(index, text);
  }
}

struct Balances {
  std::int64_t noncash = 0, cashable = 0, lifetime = 0;
};

// Adds to a member's balances, and puts down what a sale made of the member.
void moveBalances(Connection& connection, std::int64_t member, const Balances& by, const journal::SoldMember* sold,
                  base::BusinessDate day) {
  auto update =
      sold == nullptr
          ? connection.statement(
                "UPDATE member SET noncash=noncash+?1, cashable=cashable+?2, lifetime=lifetime+?3 WHERE no=?4")
          : connection.statement(
                "UPDATE member SET noncash=noncash+?1, cashable=cashable+?2, lifetime=lifetime+?3, "
                "tier_since=CASE WHEN tier=?5 THEN tier_since ELSE ?6 END, tier=?5, last_purchase=?6, demoted_from=?7, "
                "since_demotion=?8 WHERE no=?4");
  update.bind(1, by.noncash);
  update.bind(2, by.cashable);
  update.bind(3, by.lifetime);
  update.bind(4, member);
  if (sold != nullptr) {
    update.bindNoCopy(5, sold->tier_after);
    update.bind(6, day.days());
    bindText(update, 7, sold->demoted_from_after);
    update.bind(8, sold->since_demotion_after.value());
  }
  update.exec();
}

Balances balancesOf(Connection& connection, std::int64_t member) {
  auto query = connection.statement("SELECT noncash, cashable FROM member WHERE no=?");
  query.bind(1, member);
  if (!query.executeStep()) return {};
  return {query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), 0};
}

// entry.n, as journal::LotPart names a lot.
std::pair<std::int64_t, std::int64_t> lotKey(const std::string& lot) {
  const auto dot = lot.find('.');
  if (dot == std::string::npos) throw SQLite::Exception("a lot without its number: " + lot);
  return {std::stoll(lot), std::stoll(lot.substr(dot + 1))};
}

}  // namespace

PaymentStatus paymentStatus(const std::string& outcome) {
  if (outcome == "PAID") return PaymentStatus::Paid;
  if (outcome == "UNPAID") return PaymentStatus::Unpaid;
  if (outcome == "REVERSED") return PaymentStatus::Reversed;
  if (outcome == "REFUNDED" || outcome == "LOADED") return PaymentStatus::Refunded;
  return PaymentStatus::Begun;
}

struct SqliteStore::Project {
  SqliteStore& store;
  const journal::Event& event;

  Connection& connection() const { return store.m_connection; }

  void operator()(const journal::SaleCompleted& sale) const {
    SaleRow row{sale.shift, 0, sale.gross, sale.total, {}, {}, sale.ref};
    if (sale.member) {
      row.member = sale.member->no;
      row.earned = sale.member->earned;
      row.used = sale.member->used;
      for (const auto& use : sale.member->promotions) countPromotion(sale.member->no, use);
    }
    for (const auto& tender : sale.tenders)
      if (!tender.payment.empty()) settlePayment(tender.payment);
    store.insertSale(event, 0, row);
  }

  void operator()(const journal::SaleReturned& back) const {
    SaleRow row{back.shift, 0, base::Money{} - back.value, base::Money{} - back.refund, {}, {}, back.ref};
    if (back.member) {
      row.member = back.member->no;
      row.earned = base::Points{} - back.member->earned_reversed - back.member->benefits_reversed;
      for (const auto& lot : back.member->restored) row.used -= lot.points;
      if (back.member->tier_after != back.member->tier_before) setTier(row.member, back.member->tier_after);
    }
    if (back.voids) {
      auto voided = connection().statement("INSERT OR IGNORE INTO voided_sale VALUES(?)");
      voided.bind(1, receiptKey(back.sale_receipt_no).value_or(0));
      voided.exec();
    }
    store.insertSale(event, receiptKey(back.sale_receipt_no).value_or(0), row);
  }

  void operator()(const journal::CouponIssued& coupon) const {
    const std::string terms = journal::encodeTerms(coupon.terms);
    for (const auto& part : coupon.parts) {
      auto insert = connection().statement("INSERT INTO coupon VALUES(?, ?, 0, ?, ?, ?, ?, ?, ?)");
      insert.bindNoCopy(1, part.serial);
      insert.bind(2, part.member);
      insert.bindNoCopy(3, terms);
      bindOptional(insert, 4, coupon.expires);
      insert.bind(5, coupon.unlimited ? 1 : 0);
      insert.bindNoCopy(6, coupon.origin);
      insert.bindNoCopy(7, coupon.key);
      insert.bind(8, store.m_place.entry);
      insert.exec();
      if (coupon.origin == journal::kJoinGift) store.joinGiftGiven(part.member);
    }
  }

  void operator()(const journal::CouponUsed& coupon) const {
    auto update = connection().statement("UPDATE coupon SET status=1 WHERE serial=? AND unlimited=0");
    update.bindNoCopy(1, coupon.serial);
    update.exec();
  }

  void operator()(const journal::CouponChanged& coupon) const {
    auto update = connection().statement("UPDATE coupon SET status=?2, expires=ifnull(?3, expires) WHERE serial=?1");
    update.bindNoCopy(1, coupon.serial);
    update.bind(
        2, static_cast<int>(coupon.status == "ISSUED" ? ports::CouponStatus::Issued : ports::CouponStatus::Voided));
    bindOptional(update, 3, coupon.expires);
    update.exec();
  }

  void operator()(const journal::TierChanged& change) const {
    store.noteReferralLift(change);
    for (const auto& part : change.parts) {
      auto update = connection().statement(
          "UPDATE member SET tier_since=CASE WHEN tier=?2 THEN tier_since ELSE ?4 END, tier=?2, demoted_from=?3, "
          "since_demotion=0 WHERE no=?1");
      update.bind(1, part.member);
      update.bindNoCopy(2, part.tier);
      bindText(update, 3, part.demoted_from);
      update.bind(4, event.business_date.days());
      update.exec();
    }
  }

  void operator()(const journal::JobStep& step) const {
    auto put = connection().statement("INSERT OR REPLACE INTO job VALUES(?, ?, ?, ?)");
    put.bindNoCopy(1, step.job);
    put.bindNoCopy(2, step.key);
    put.bind(3, step.upto);
    put.bind(4, step.done ? 1 : 0);
    put.exec();
  }

  void operator()(const journal::MemberRegistered& member) const {
    store.applyMember(member, event);
    store.applyLeadJoined(member);
    store.applyJoinReceipt(member);
    // As the fold will put it again: whether somebody may be addressed is asked at once (mayAddress).
    auto join = connection().statement("INSERT OR REPLACE INTO member_join VALUES(?, ?, ?, ?)");
    join.bind(1, member.no);
    join.bind(2, member.joined.days());
    join.bindNoCopy(3, member.source);
    join.bindNoCopy(4, member.consent);
    join.exec();
  }

  void operator()(const journal::CardStatusChanged& card) const {
    store.setCardStatus(card.key, card.status);
    store.noteChange(card.member);
  }

  void operator()(const journal::CardBound& bound) const {
    store.applyBound(bound);
    store.noteChange(bound.member);
  }

  void operator()(const journal::CardReplaced& replaced) const {
    (*this)(replaced.fresh);
    store.setCardStatus(replaced.old_key, std::string(member::name(member::CardStatus::Replaced)));
  }

  void operator()(const journal::ShiftOpened& opened) const {
    auto insert = connection().statement(
        "INSERT INTO shift(id, operator, day, opened_ms, opening_float, after_sale, first_entry) "
        "VALUES(?, ?, ?, ?, ?, (SELECT ifnull(max(no), 0) FROM sale), ?)");
    insert.bind(1, opened.shift);
    insert.bindNoCopy(2, opened.operator_code);
    insert.bind(3, event.business_date.days());
    insert.bind(4, event.at.utc_ms);
    insert.bind(5, opened.opening_float.value());
    insert.bind(6, store.m_place.entry);
    insert.exec();
  }

  void operator()(const journal::ShiftClosed& closed) const {
    auto update = connection().statement("UPDATE shift SET closed_ms=?, last_entry=?, left_fen=? WHERE id=?");
    update.bind(1, event.at.utc_ms);
    update.bind(2, store.m_place.entry);
    if (closed.count) {
      update.bind(3, closed.count->left.value());
    } else {
      update.bind(3);
    }
    update.bind(4, closed.shift);
    update.exec();
  }

  void operator()(const journal::FloatSet& set) const {
    auto update = connection().statement("UPDATE shift SET opening_float=? WHERE id=?");
    update.bind(1, set.amount.value());
    update.bind(2, set.shift);
    update.exec();
  }

  void operator()(const journal::ReceiptReprinted& copy) const {
    auto put = connection().statement("INSERT OR REPLACE INTO receipt_copy VALUES(?, ?)");
    put.bind(1, receiptKey(copy.receipt_no).value_or(0));
    put.bind(2, copy.copy);
    put.exec();
  }

  // Nothing beside points and, later, day totals. The goods of a held bill are put down by holdBill().
  void operator()(const journal::CashMoved&) const {}
  void operator()(const journal::DrawerOpened&) const {}
  void operator()(const journal::BillHeld&) const {}
  void operator()(const journal::HeldBillEnded&) const {}
  void operator()(const journal::MemberCorrected& corrected) const { store.applyCorrection(corrected, event); }
  void operator()(const journal::MemberRevealed& revealed) const { store.noteChange(revealed.member); }
  void operator()(const journal::PointsFrozen& frozen) const { store.applyFreeze(frozen); }
  void operator()(const journal::PointsVoided& voided) const { store.applyVoid(voided); }
  void operator()(const journal::PointsClaimed& claimed) const { store.applyClaim(claimed, event); }
  void operator()(const journal::ClaimReversed& reversed) const { store.applyClaimReversed(reversed); }
  void operator()(const journal::PointsExchanged& exchanged) const { store.applyExchange(exchanged, event); }
  void operator()(const journal::ExchangeCancelled& cancelled) const { store.applyExchangeCancelled(cancelled, event); }

  void operator()(const journal::TasksOpened& opened) const { store.applyTasks(opened, event); }
  void operator()(const journal::TaskChanged& changed) const { store.applyTask(changed, event); }
  void operator()(const journal::BenefitUsed& used) const { store.applyBenefit(used); }
  void operator()(const journal::CarePlanSet& set) const { store.applyCarePlan(set); }
  void operator()(const journal::TargetSet& set) const { store.applyTarget(set); }
  void operator()(const journal::MemberTagged& tagged) const { store.applyTagged(tagged, event); }
  void operator()(const journal::EventPlanned& planned) const { store.applyPlanned(planned); }
  void operator()(const journal::GuestsMarked& marked) const { store.applyGuests(marked, event); }
  void operator()(const journal::LeadRecorded& lead) const { store.applyLead(lead); }
  void operator()(const journal::DrawHeld& held) const { store.applyDraw(held, event); }
  void operator()(const journal::CommentMade& comment) const { store.applyComment(comment, event); }
  void operator()(const journal::TalkOpened& opened) const { store.applyTalk(opened); }
  void operator()(const journal::CampaignSet& set) const { store.applyCampaign(set); }
  void operator()(const journal::PhoneChecked& checked) const { store.applyPhoneChecked(checked); }

  void operator()(const journal::MemberJudged& judged) const { store.applyJudged(judged); }
  void operator()(const journal::MemberGrouped& grouped) const { store.applyGrouped(grouped); }
  void operator()(const journal::PointsGranted& granted) const {
    if (granted.why == journal::kJoinGift) store.joinGiftGiven(granted.member);
  }

  // Nothing beside points and, later, day totals.
  void operator()(const journal::PointsRewarded& rewarded) const { store.applyReward(rewarded); }
  void operator()(const journal::MembershipMoved& moved) const { store.applyMembership(moved); }
  void operator()(const journal::TierByHand& hand) const { store.applyHandTier(hand, event.business_date); }
  void operator()(const journal::TierBought& bought) const { store.applyTierBought(bought, event.business_date); }
  void operator()(const journal::PointsTransferred&) const {}
  void operator()(const journal::PointsLoaded&) const {}
  void operator()(const journal::PointsCashed&) const {}
  void operator()(const journal::PointsRedeemed& redeemed) const { store.applyRedeemed(redeemed, event); }
  void operator()(const journal::RightsPlaced& placed) const { store.applyRightsPlaced(placed); }
  void operator()(const journal::AnnouncementRead& read) const { store.applyAnnouncementRead(read, event); }
  void operator()(const journal::PointsExpired&) const {}
  void operator()(const journal::RulesApplied&) const {}
  void operator()(const journal::TillIncarnated&) const {}
  void operator()(const journal::LogNote&) const {}
  void operator()(const journal::ClockJumped&) const {}
  void operator()(const journal::PointsConfirmed&) const {}
  // store_feed.cpp has done the rest: a journal holds nothing to erase.
  void operator()(const journal::EraseDone& erased) const { store.forgetPhoneCheck(erased.member); }

  void operator()(const journal::PaymentBegun& payment) const {
    auto insert =
        connection().statement("INSERT INTO payment VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, NULL)");
    insert.bindNoCopy(1, payment.payment);
    insert.bind(2, payment.refund ? 1 : 0);
    insert.bindNoCopy(3, payment.provider);
    insert.bind(4, payment.amount.value());
    insert.bindNoCopy(5, payment.code);
    insert.bindNoCopy(6, payment.operator_code);
    insert.bindNoCopy(7, payment.of);
    insert.bindNoCopy(8, payment.bill);
    insert.bindNoCopy(9, payment.content);
    insert.bind(10, event.at.utc_ms);
    insert.exec();
  }

  void operator()(const journal::PaymentEnded& payment) const {
    auto update = connection().statement("UPDATE payment SET status=?2 WHERE id=?1");
    update.bindNoCopy(1, payment.payment);
    update.bind(2, static_cast<int>(paymentStatus(payment.outcome)));
    update.exec();
    store.dropDeliveryOf(payment.payment);
  }

  // What the bill held stands in the bill now.
  void settlePayment(const std::string& payment) const {
    auto update = connection().statement("UPDATE payment SET sale=?2, content='' WHERE id=?1");
    update.bindNoCopy(1, payment);
    update.bind(2, store.m_place.entry);
    update.exec();
    store.dropDeliveryOf(payment);
  }

  void operator()(const journal::StoredMoved& moved) const {
    auto upsert = connection().statement(
        "INSERT INTO stored_account VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET principal=principal+?2, "
        "bonus=bonus+?3");
    upsert.bind(1, moved.member);
    upsert.bind(2, moved.principal.value());
    upsert.bind(3, moved.bonus.value());
    upsert.exec();
    addHistory(moved.member, {}, moved.why, moved.principal, moved.bonus, 0);
  }

  void operator()(const journal::CountMoved& moved) const {
    auto upsert = connection().statement(
        "INSERT INTO count_card VALUES(?1, ?2, ?3, ?4, ?5, ?5, ?6) ON CONFLICT DO UPDATE SET left=left+?5, "
        "member=CASE ?7 WHEN 1 THEN ?2 ELSE member END");
    upsert.bindNoCopy(1, moved.card);
    upsert.bind(2, moved.member);
    upsert.bindNoCopy(3, moved.sku);
    upsert.bindNoCopy(4, moved.name);
    upsert.bind(5, moved.change);
    bindOptional(upsert, 6, moved.expires);
    // Headquarters made one member of two, or two of one: the card is whose it says that it is.
    upsert.bind(7, moved.why == journal::kValueConfirmed && moved.change > 0 ? 1 : 0);
    upsert.exec();
    addHistory(moved.member, moved.card, moved.why, {}, {}, moved.change);
  }

  // After the account or the card has moved: the row says what it holds now.
  void addHistory(std::int64_t member, const std::string& card, const std::string& why, base::Money principal,
                  base::Money bonus, int count) const {
    auto insert = connection().statement(
        "INSERT INTO value_move VALUES(?1, ?2, (SELECT count(*) FROM value_move WHERE member=?1 AND entry=?2), ?3, ?4, "
        "?5, ?6, ?7, ?8, CASE ?3 WHEN '' THEN (SELECT principal+bonus FROM stored_account WHERE member=?1) ELSE 0 END, "
        "CASE ?3 WHEN '' THEN 0 ELSE (SELECT left FROM count_card WHERE id=?3) END)");
    insert.bind(1, member);
    insert.bind(2, store.m_place.entry);
    insert.bindNoCopy(3, card);
    insert.bind(4, event.business_date.days());
    insert.bindNoCopy(5, why);
    insert.bind(6, principal.value());
    insert.bind(7, bonus.value());
    insert.bind(8, count);
    insert.exec();
  }

  void setTier(std::int64_t member, const std::string& tier) const {
    auto update = connection().statement(
        "UPDATE member SET tier_since=CASE WHEN tier=?2 THEN tier_since ELSE ?3 END, tier=?2 WHERE no=?1");
    update.bind(1, member);
    update.bindNoCopy(2, tier);
    update.bind(3, event.business_date.days());
    update.exec();
  }

  void countPromotion(std::int64_t member, const journal::UsedPromotion& use) const {
    if (use.now == 0) return;
    auto upsert = connection().statement(
        "INSERT INTO promotion_use VALUES(?1, ?2, ?3, ?4, ?4) ON CONFLICT DO UPDATE SET "
        "day_uses=CASE WHEN day=?3 THEN day_uses ELSE 0 END+?4, day=?3, uses=uses+?4");
    upsert.bind(1, member);
    upsert.bindNoCopy(2, use.promotion);
    upsert.bind(3, event.business_date.days());
    upsert.bind(4, use.now);
    upsert.exec();
  }
};

void SqliteStore::applyProjections(const journal::Event& event, const Postings& postings) {
  std::visit(Project{*this, event}, event.payload);
  applyPoints(event, postings);
}

void SqliteStore::insertSale(const journal::Event& event, std::int64_t of, const SaleRow& row) {
  auto insert = m_connection.statement("INSERT INTO sale VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, m_place.receipt);
  insert.bind(2, m_place.entry);
  insert.bind(3, event.business_date.days());
  insert.bind(4, event.at.utc_ms);
  insert.bind(5, row.shift);
  if (row.member != 0) {
    insert.bind(6, row.member);
  } else {
    insert.bind(6);
  }
  insert.bind(7, row.gross.value());
  insert.bind(8, row.total.value());
  insert.bind(9, row.earned.value());
  insert.bind(10, row.used.value());
  if (of != 0) {
    insert.bind(11, of);
  } else {
    insert.bind(11);
  }
  insert.exec();
  if (m_place.entry < 0 && row.member != 0) {  // fetched back: its number is not the last
    auto bill = m_connection.statement("INSERT OR IGNORE INTO member_bill VALUES(?, ?)");
    bill.bind(1, row.member);
    bill.bind(2, m_place.receipt);
    bill.exec();
  }
  if (row.ref.empty()) return;
  const LookupKey key = m_sealer.refKey(row.ref);
  auto ref = m_connection.statement("INSERT INTO sale_ref VALUES(?, ?, ?)");
  ref.bind(1, key.key);
  ref.bind(2, key.tail);
  ref.bind(3, m_place.entry);
  ref.exec();
}

// Postings of one member stand together. A credit opens a lot, less what a debt of its class swallows (N6); a debit
// shrinks the lot that it names.
void SqliteStore::applyPoints(const journal::Event& event, const Postings& postings) {
  const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload);
  const journal::SoldMember* sold =
      sale != nullptr && sale->member && !sale->member->bill_tier.empty() ? &*sale->member : nullptr;
  if (sold != nullptr && postings.empty()) moveBalances(m_connection, sold->no, {}, sold, event.business_date);
  std::int64_t n = 0;
  for (auto first = postings.begin(); first != postings.end();) {
    const auto last =
        std::find_if(first, postings.end(), [&](const auto& posting) { return posting.member != first->member; });
    Balances by;
    for (auto posting = first; posting != last; ++posting) {
      (posting->cashable ? by.cashable : by.noncash) += posting->points.value();
      by.lifetime += posting->lifetime.value();
    }
    const Balances before = balancesOf(m_connection, first->member);
    moveBalances(m_connection, first->member, by, sold, event.business_date);
    std::int64_t running[] = {before.noncash, before.cashable};
    for (; first != last; ++first) {
      const std::int64_t points = first->points.value();
      std::int64_t& balance = running[first->cashable ? 1 : 0];
      balance += points;
      auto insert = m_connection.statement("INSERT INTO points_move VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
      insert.bind(1, first->member);
      insert.bind(2, m_place.entry);
      insert.bind(3, n++);
      insert.bind(4, static_cast<int>(first->account));
      insert.bind(5, first->cashable ? 1 : 0);
      insert.bind(6, points);
      insert.bind(7, first->lifetime.value());
      if (points > 0) {
        insert.bind(8, std::clamp<std::int64_t>(balance, 0, points));
      } else {
        insert.bind(8);
      }
      bindOptional(insert, 9, first->expires);
      insert.exec();
      if (first->lot.empty()) continue;
      const auto [entry, number] = lotKey(first->lot);
      auto shrink = m_connection.statement("UPDATE points_move SET left=left+? WHERE member=? AND entry=? AND n=?");
      shrink.bind(1, points);
      shrink.bind(2, first->member);
      shrink.bind(3, entry);
      shrink.bind(4, number);
      shrink.exec();
    }
  }
}

}  // namespace kahui::store
