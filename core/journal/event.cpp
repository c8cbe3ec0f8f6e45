#include "core/journal/event.hpp"

namespace kahui::journal {

std::string_view typeName(const Payload& payload) {
  struct Name {
    std::string_view operator()(const SaleCompleted&) const { return "sale.completed"; }
    std::string_view operator()(const SaleReturned&) const { return "sale.returned"; }
    std::string_view operator()(const PointsRedeemed&) const { return "points.redeemed"; }
    std::string_view operator()(const PointsExpired&) const { return "points.expired"; }
    std::string_view operator()(const CouponIssued&) const { return "coupon.issued"; }
    std::string_view operator()(const CouponUsed&) const { return "coupon.used"; }
    std::string_view operator()(const CouponChanged&) const { return "coupon.changed"; }
    std::string_view operator()(const TierChanged&) const { return "tier.changed"; }
    std::string_view operator()(const JobStep&) const { return "job.step"; }
    std::string_view operator()(const RulesApplied&) const { return "config.applied"; }
    std::string_view operator()(const MemberRegistered&) const { return "member.registered"; }
    std::string_view operator()(const CardStatusChanged&) const { return "card.blocked"; }
    std::string_view operator()(const CardBound&) const { return "card.issued"; }
    std::string_view operator()(const CardReplaced&) const { return "card.replaced"; }
    std::string_view operator()(const ShiftOpened&) const { return "shift.opened"; }
    std::string_view operator()(const ShiftClosed&) const { return "shift.closed"; }
    std::string_view operator()(const TillIncarnated&) const { return "till.incarnated"; }
    std::string_view operator()(const LogNote&) const { return "log.note"; }
    std::string_view operator()(const PointsConfirmed&) const { return "points.confirmed"; }
    std::string_view operator()(const EraseDone&) const { return "erase.done"; }
    std::string_view operator()(const FloatSet&) const { return "opening_float.set"; }
    std::string_view operator()(const CashMoved&) const { return "cash.moved"; }
    std::string_view operator()(const DrawerOpened&) const { return "drawer.opened"; }
    std::string_view operator()(const BillHeld&) const { return "bill.held"; }
    std::string_view operator()(const HeldBillEnded&) const { return "bill.ended"; }
    std::string_view operator()(const ReceiptReprinted&) const { return "receipt.reprinted"; }
    std::string_view operator()(const PaymentBegun&) const { return "payment.begun"; }
    std::string_view operator()(const PaymentEnded&) const { return "payment.ended"; }
    std::string_view operator()(const StoredMoved&) const { return "stored.moved"; }
    std::string_view operator()(const CountMoved&) const { return "count.moved"; }
    std::string_view operator()(const MemberCorrected&) const { return "member.corrected"; }
    std::string_view operator()(const MemberRevealed&) const { return "member.revealed"; }
    std::string_view operator()(const PointsGranted&) const { return "points.granted"; }
    std::string_view operator()(const PointsClaimed&) const { return "points.claimed"; }
    std::string_view operator()(const ClaimReversed&) const { return "points.claim_reversed"; }
    std::string_view operator()(const PointsTransferred&) const { return "points.transferred"; }
    std::string_view operator()(const PointsCashed&) const { return "points.cashed"; }
    std::string_view operator()(const PointsExchanged&) const { return "points.exchanged"; }
    std::string_view operator()(const ExchangeCancelled&) const { return "points.exchange_cancelled"; }
    std::string_view operator()(const PointsFrozen&) const { return "points.frozen"; }
    std::string_view operator()(const PointsVoided&) const { return "points.voided"; }
    std::string_view operator()(const RightsPlaced&) const { return "rights.placed"; }
    std::string_view operator()(const AnnouncementRead&) const { return "announcement.read"; }
    std::string_view operator()(const TasksOpened&) const { return "task.opened"; }
    std::string_view operator()(const TaskChanged&) const { return "task.changed"; }
    std::string_view operator()(const BenefitUsed&) const { return "benefit.used"; }
    std::string_view operator()(const CarePlanSet&) const { return "care_plan.set"; }
    std::string_view operator()(const TargetSet&) const { return "target.set"; }
    std::string_view operator()(const PointsLoaded&) const { return "points.loaded"; }
    std::string_view operator()(const MemberTagged&) const { return "member.tagged"; }
    std::string_view operator()(const EventPlanned&) const { return "event.planned"; }
    std::string_view operator()(const GuestsMarked&) const { return "event.guests"; }
    std::string_view operator()(const LeadRecorded&) const { return "lead.recorded"; }
    std::string_view operator()(const DrawHeld&) const { return "draw.held"; }
    std::string_view operator()(const CampaignSet&) const { return "campaign.set"; }
    std::string_view operator()(const PhoneChecked&) const { return "member.phone_checked"; }
    std::string_view operator()(const ClockJumped&) const { return "clock.jumped"; }
    std::string_view operator()(const PointsRewarded&) const { return "points.rewarded"; }
    std::string_view operator()(const MembershipMoved&) const { return "membership.moved"; }
    std::string_view operator()(const MemberJudged&) const { return "member.judged"; }
    std::string_view operator()(const MemberGrouped&) const { return "member.grouped"; }
    std::string_view operator()(const CommentMade&) const { return "comment.made"; }
    std::string_view operator()(const TalkOpened&) const { return "talk.opened"; }
    std::string_view operator()(const TierBought&) const { return "tier.bought"; }
    std::string_view operator()(const TierByHand&) const { return "tier.by_hand"; }
  };
  return std::visit(Name{}, payload);
}

}  // namespace kahui::journal
