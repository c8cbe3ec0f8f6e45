#include "core/journal/projection.hpp"

namespace kahui::journal {

DayTotals& DayTotals::operator+=(const DayTotals& other) {
  bills += other.bills;
  member_bills += other.member_bills;
  pieces += other.pieces;
  gross += other.gross;
  net += other.net;
  member_net += other.member_net;
  rounding += other.rounding;
  earned += other.earned;
  redeemed += other.redeemed;
  opening += other.opening;
  new_members += other.new_members;
  return_bills += other.return_bills;
  refunds += other.refunds;
  reversed += other.reversed;
  restored += other.restored;
  expired += other.expired;
  coupons_issued += other.coupons_issued;
  coupons_used += other.coupons_used;
  return *this;
}

bool DayTotals::hasMore() const {
  return return_bills != 0 || refunds != base::Money{} || reversed != base::Points{} || restored != base::Points{} ||
         expired != base::Points{} || coupons_issued != 0 || coupons_used != 0;
}

namespace {

using Postings = std::vector<PointsPosting>;

base::Points sum(const std::vector<LotPart>& lots) {
  base::Points total;
  for (const LotPart& lot : lots) total += lot.points;
  return total;
}

struct Post {
  Postings operator()(const SaleCompleted& sale) const {
    Postings postings;
    if (!sale.member) return postings;
    const SoldMember& member = *sale.member;
    if (member.earned != base::Points{}) {
      postings.push_back(
          {member.no, PointsAccount::Programme, false, member.earned, member.earned, member.lot_expires});
    }
    for (const SoldBenefit& benefit : member.benefits) {
      if (benefit.points != base::Points{})
        postings.push_back({member.no, PointsAccount::Programme, false, benefit.points, {}, member.lot_expires});
    }
    return postings;
  }

  // What is taken comes before what is given back: points that are missing become a debt, and the restored ones fill it
  // first (N6).
  Postings operator()(const SaleReturned& sale) const {
    Postings postings;
    if (!sale.member) return postings;
    const ReturnedMember& member = *sale.member;
    const base::Points none;
    for (const LotPart& lot : member.taken)
      postings.push_back({member.no, PointsAccount::Programme, lot.cashable, none - lot.points, {}, {}, lot.lot});
    if (postings.empty() && member.earned_reversed != none)  // paid for in money (X6)
      postings.push_back({member.no, PointsAccount::Programme, false, none, none, {}});
    if (!postings.empty()) postings.front().lifetime = none - member.earned_reversed;
    for (const LotPart& lot : member.restored)
      postings.push_back({member.no, PointsAccount::Redeemed, lot.cashable, lot.points, {}, lot.expires});
    return postings;
  }

  Postings operator()(const PointsRedeemed& redeemed) const {
    Postings postings;
    for (const LotPart& lot : redeemed.lots) {
      postings.push_back(
          {redeemed.member, PointsAccount::Redeemed, lot.cashable, base::Points{} - lot.points, {}, {}, lot.lot});
    }
    return postings;
  }

  Postings operator()(const PointsExpired& expired) const {
    Postings postings;
    for (const auto& [member, lot] : expired.parts) {
      postings.push_back({member, PointsAccount::Expired, lot.cashable, base::Points{} - lot.points, {}, {}, lot.lot});
    }
    return postings;
  }

  Postings operator()(const PointsConfirmed& confirmed) const {
    Postings postings;
    for (const auto& [member, lot, lifetime] : confirmed.parts)
      postings.push_back({member, PointsAccount::Headquarters, lot.cashable, lot.points, lifetime, {}, lot.lot});
    return postings;
  }

  static Postings debits(std::int64_t member, PointsAccount account, const std::vector<LotPart>& lots) {
    Postings postings;
    for (const LotPart& lot : lots)
      postings.push_back({member, account, lot.cashable, base::Points{} - lot.points, {}, {}, lot.lot});
    return postings;
  }

  Postings operator()(const PointsGranted& granted) const {
    return {{granted.member, PointsAccount::Granted, false, granted.points, {}, granted.expires}};
  }

  // What is taken back of lifetime points goes with the first part, or alone where nothing is left to take.
  Postings operator()(const PointsRewarded& rewarded) const {
    if (rewarded.points > base::Points{})
      return {{rewarded.member, PointsAccount::Granted, rewarded.cashable, rewarded.points, rewarded.lifetime,
               rewarded.expires}};
    Postings postings = debits(rewarded.member, PointsAccount::Granted, rewarded.lots);
    if (!postings.empty()) postings.front().lifetime = rewarded.lifetime;
    return postings;
  }

  Postings operator()(const PointsClaimed& claimed) const {
    return {{claimed.member, PointsAccount::Programme, false, claimed.points, claimed.points, claimed.expires}};
  }

  Postings operator()(const ClaimReversed& reversed) const {
    Postings postings = debits(reversed.member, PointsAccount::Programme, reversed.lots);
    if (!postings.empty()) postings.front().lifetime = base::Points{} - reversed.points;
    return postings;
  }

  Postings operator()(const PointsTransferred& moved) const {
    Postings postings = debits(moved.from, PointsAccount::Transferred, moved.lots);
    for (const LotPart& lot : moved.lots)
      postings.push_back(
          {moved.to, PointsAccount::Transferred, lot.cashable && moved.keeps_class, lot.points, {}, lot.expires});
    return postings;
  }

  Postings operator()(const PointsCashed& cashed) const {
    return debits(cashed.member, PointsAccount::Cashed, cashed.lots);
  }

  Postings operator()(const PointsExchanged& exchanged) const {
    return debits(exchanged.member, PointsAccount::Exchanged, exchanged.lots);
  }

  Postings operator()(const TierBought& bought) const {
    return debits(bought.member, PointsAccount::Exchanged, bought.lots);
  }

  Postings operator()(const ExchangeCancelled& cancelled) const {
    Postings postings;
    for (const LotPart& lot : cancelled.lots)
      postings.push_back({cancelled.member, PointsAccount::Exchanged, lot.cashable, lot.points, {}, lot.expires});
    return postings;
  }

  Postings operator()(const PointsVoided& voided) const {
    return debits(voided.member, PointsAccount::Voided, voided.lots);
  }

  Postings operator()(const PointsLoaded& loaded) const {
    if (!loaded.back) return debits(loaded.member, PointsAccount::OnCard, loaded.lots);
    Postings postings;
    for (const LotPart& lot : loaded.lots)
      postings.push_back({loaded.member, PointsAccount::OnCard, lot.cashable, lot.points, {}, lot.expires});
    return postings;
  }

  Postings operator()(const MemberRegistered& joined) const {
    if (joined.opening == base::Points{} && joined.lifetime == base::Points{}) return {};
    return {{joined.no, PointsAccount::Opening, false, joined.opening, joined.lifetime, joined.opening_expires}};
  }

  template <class Other>
  Postings operator()(const Other&) const {
    return {};
  }
};

struct Count {
  DayTotals& totals;
  base::BusinessDate day;

  void operator()(const SaleCompleted& sale) const {
    totals.bills = 1;
    for (const SoldLine& line : sale.lines) {
      const bool whole = line.quantity.value() % base::kOnePiece.value() == 0;
      totals.pieces += whole ? line.quantity.value() / base::kOnePiece.value() : 1;
    }
    totals.gross = sale.gross;
    totals.net = sale.total;
    totals.rounding = sale.rounding;
    if (!sale.member || sale.member->bill_tier.empty()) return;
    totals.member_bills = 1;
    totals.member_net = sale.total;
    totals.earned = sale.member->earned;
    for (const SoldBenefit& benefit : sale.member->benefits) totals.earned += benefit.points;
    totals.redeemed = sale.member->used;
  }

  void operator()(const SaleReturned& sale) const {
    totals.return_bills = 1;
    totals.refunds = sale.refund;
    totals.net = base::Money{} - sale.refund;
    if (!sale.member) return;
    totals.member_net = totals.net;
    totals.reversed = sale.member->earned_reversed + sale.member->benefits_reversed;
    totals.restored = sum(sale.member->restored);
  }

  void operator()(const PointsExpired& expired) const {
    for (const auto& part : expired.parts) totals.expired += part.lot.points;
  }

  void operator()(const PointsGranted& granted) const { totals.earned = granted.points; }
  void operator()(const PointsRewarded& rewarded) const {
    if (rewarded.points > base::Points{})
      totals.earned = rewarded.points;
    else
      totals.reversed = base::Points{} - rewarded.points;
  }
  void operator()(const PointsClaimed& claimed) const { totals.earned = claimed.points; }
  void operator()(const ClaimReversed& reversed) const { totals.reversed = reversed.points; }
  void operator()(const PointsCashed& cashed) const { totals.redeemed = cashed.points; }
  void operator()(const PointsExchanged& exchanged) const { totals.redeemed = sum(exchanged.lots); }
  void operator()(const TierBought& bought) const { totals.redeemed = sum(bought.lots); }
  void operator()(const ExchangeCancelled& cancelled) const { totals.restored = sum(cancelled.lots); }

  void operator()(const PointsLoaded& loaded) const {
    (loaded.back ? totals.restored : totals.redeemed) = sum(loaded.lots);
  }

  void operator()(const CouponIssued& coupon) const { totals.coupons_issued = std::ssize(coupon.parts); }
  void operator()(const CouponUsed&) const { totals.coupons_used = 1; }

  void operator()(const MemberRegistered& joined) const {
    totals.new_members = joined.joined == day ? 1 : 0;
    totals.opening = joined.opening;
  }

  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

std::vector<PointsPosting> pointsPostings(const Event& event) { return std::visit(Post{}, event.payload); }

DayTotals dayTotals(const Event& event) {
  DayTotals totals;
  std::visit(Count{totals, event.business_date}, event.payload);
  return totals;
}

}  // namespace kahui::journal
