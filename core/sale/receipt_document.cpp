// Receipts out of the journal's documents.
#include "core/member/member.hpp"
#include "core/sale/sale_document.hpp"
#include "core/sale/sale_record.hpp"

namespace kahui::sale {

namespace {

std::string tierName(const std::string& code, const programme::RulePack& pack) {
  const auto rank = pack.rankOf(code);
  return rank ? pack.tier(*rank).name : code;
}

// What sale and return have in common.
template <class Document>
Receipt headOf(const journal::Event& event, const Document& document, const ReceiptFacts& facts) {
  Receipt receipt;
  receipt.sale_id = event.id;
  receipt.receipt_no = document.receipt_no;
  receipt.store_name = facts.store_name;
  receipt.position = event.position;
  receipt.operator_name = document.operator_name;
  receipt.at = event.at.local();
  receipt.business_date = event.business_date;
  receipt.demo = facts.demo;
  receipt.training = facts.training;
  receipt.copy = facts.copy;
  receipt.copies = facts.copies;
  for (const journal::SoldTender& tender : document.tenders)
    receipt.tenders.push_back({tender.type, tender.amount, tender.given, tender.reference});
  return receipt;
}

ReceiptMember memberOf(const journal::SoldMember& sold, const programme::RulePack& pack, const ReceiptFacts& facts) {
  ReceiptMember member;
  member.member_no = member::MemberNo(sold.no).masked();
  member.masked_name = facts.masked_name;
  member.tier_name = tierName(sold.bill_tier, pack);
  member.earned = sold.earned;
  member.used = sold.used;
  member.balance = sold.balance_after;
  member.classes = {{false, sold.balance_after - sold.cashable_after}, {true, sold.cashable_after}};
  for (const auto& one : sold.ending) {
    ReceiptPoints& cls = member.classes[one.cashable ? 1 : 0];
    cls.ending = one.points;
    cls.first_end = one.first;
  }
  for (const auto& benefit : sold.benefits)
    member.benefits.push_back({benefit.kind, benefit.face, benefit.points, benefit.serial});
  if (sold.rebate > base::Points{}) member.benefits.push_back({std::string(journal::kRebate), {}, sold.rebate, {}});
  if (sold.referral) {
    const journal::SoldReferral& referral = *sold.referral;
    if (referral.gift_points > base::Points{} || !referral.gift_serial.empty())
      member.benefits.push_back(
          {std::string(journal::kRefereeGift), referral.gift_face, referral.gift_points, referral.gift_serial});
    if (referral.points > base::Points{}) member.referrer = member::MemberNo(referral.to).masked();
    member.referral = referral.points;
  }
  if (!sold.next_tier.empty()) member.next_tier_name = tierName(sold.next_tier, pack);
  member.missing_purchase = sold.next_purchase;
  member.missing_points = sold.next_points;
  member.missing_bills = sold.next_bills;
  member.missing_referrals = sold.next_referrals;
  member.missing_spent = sold.next_spent;
  member.missing_all = sold.next_all;
  member.stored_after = sold.stored_after;
  if (sold.tier_after != sold.bill_tier) member.new_tier_name = tierName(sold.tier_after, pack);
  return member;
}

Receipt saleReceipt(const journal::Event& event, const journal::SaleCompleted& document,
                    const programme::RulePack& pack, const ReceiptFacts& facts) {
  Receipt receipt = headOf(event, document, facts);
  receipt.gross = document.gross;
  receipt.rounding = document.rounding;
  receipt.total = document.total;
  receipt.change = document.change;
  for (const journal::SoldLine& line : document.lines) {
    (line.terms.gift.empty() ? receipt.savings.price : receipt.savings.gifts) += line.gross - line.after_price;
    receipt.savings.multi += line.multi;
    receipt.savings.promotion += line.promo;
    receipt.savings.bill += line.bill;
    receipt.savings.coupon += line.coupon;
    receipt.savings.points += line.points;
    receipt.lines.push_back({line.name, line.barcode, line.unit, line.quantity, line.unit_price, line.gross, line.final,
                             line.layer, line.count_change, line.count_left, giftPointsOf(line)});
  }
  if (document.member && !document.member->bill_tier.empty()) receipt.member = memberOf(*document.member, pack, facts);
  return receipt;
}

Receipt returnReceipt(const journal::Event& event, const journal::SaleReturned& document,
                      const programme::RulePack& pack, const ReceiptFacts& facts) {
  Receipt receipt = headOf(event, document, facts);
  receipt.kind = ReceiptKind::Return;
  receipt.sale_receipt_no = document.sale_receipt_no;
  receipt.gross = document.value;
  receipt.total = document.refund;
  for (const journal::ReturnedLine& line : document.lines) {
    ReceiptLine row;
    row.name = line.name;
    row.unit = line.unit;
    row.quantity = line.quantity;
    row.gross = line.value;
    row.final = line.value;
    receipt.lines.push_back(std::move(row));
  }
  for (const journal::KeptGift& gift : document.kept_gifts)
    receipt.kept_gifts.push_back({gift.name, gift.quantity, gift.held});
  if (!document.member) return receipt;
  ReceiptMember member;
  member.member_no = member::MemberNo(document.member->no).masked();
  member.masked_name = facts.masked_name;
  member.earned = document.member->earned_reversed + document.member->benefits_reversed - document.member->charged;
  for (const auto& lot : document.member->restored) member.used += lot.points;
  member.balance = document.member->balance_after;
  member.stored_after = document.member->stored_after;
  if (document.member->tier_after != document.member->tier_before)
    member.new_tier_name = tierName(document.member->tier_after, pack);
  receipt.member = std::move(member);
  return receipt;
}

// It draws no receipt number: its own is its place in the journal.
Receipt storedSlip(const journal::Event& event, const journal::StoredMoved& moved, const ReceiptFacts& facts) {
  Receipt slip;
  const bool top_up = moved.why == "TOP_UP";
  slip.kind = top_up ? ReceiptKind::TopUp : ReceiptKind::StoredClosed;
  slip.sale_id = event.id;
  slip.receipt_no = event.store_no + "-" + event.position + "-V" + std::to_string(event.seq);
  slip.store_name = facts.store_name;
  slip.position = event.position;
  slip.operator_name = moved.operator_name;
  slip.at = event.at.local();
  slip.business_date = event.business_date;
  slip.demo = facts.demo;
  slip.training = facts.training;
  slip.copy = facts.copy;
  for (const journal::SoldTender& tender : moved.tenders) {
    slip.tenders.push_back({tender.type, tender.amount, tender.given, tender.reference});
    slip.total += tender.amount;
  }
  slip.gross = slip.total;
  const auto amount = [&](base::Money change) { return top_up ? change : base::Money{} - change; };
  slip.stored = ReceiptStored{amount(moved.principal), amount(moved.bonus), moved.principal_after + moved.bonus_after,
                              moved.rule};
  ReceiptMember member;
  member.member_no = member::MemberNo(moved.member).masked();
  member.masked_name = facts.masked_name;
  slip.member = std::move(member);
  return slip;
}

}  // namespace

std::int64_t memberOf(const journal::Event& event) {
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr)
    return sale->member ? sale->member->no : 0;
  if (const auto* moved = std::get_if<journal::StoredMoved>(&event.payload); moved != nullptr) return moved->member;
  const auto& back = std::get<journal::SaleReturned>(event.payload);
  return back.member ? back.member->no : 0;
}

Receipt receiptOf(const journal::Event& event, const programme::RulePack& pack, const ReceiptFacts& facts) {
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr)
    return saleReceipt(event, *sale, pack, facts);
  if (const auto* moved = std::get_if<journal::StoredMoved>(&event.payload); moved != nullptr)
    return storedSlip(event, *moved, facts);
  return returnReceipt(event, std::get<journal::SaleReturned>(event.payload), pack, facts);
}

}  // namespace kahui::sale
