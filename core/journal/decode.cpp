#include "core/journal/campaign_codec.hpp"
#include "core/journal/clock_codec.hpp"
#include "core/journal/club_codec.hpp"
#include "core/journal/codec.hpp"
#include "core/journal/json_reader.hpp"
#include "core/journal/load_codec.hpp"
#include "core/journal/member_codec.hpp"
#include "core/journal/reward_codec.hpp"
#include "core/journal/rights_codec.hpp"
#include "core/journal/sale_codec.hpp"
#include "core/journal/shift_codec.hpp"
#include "core/journal/standing_codec.hpp"
#include "core/journal/talk_codec.hpp"
#include "core/journal/task_codec.hpp"

namespace kahui::journal {

namespace {

using nlohmann::json;

IssuedCard readCard(const json& card) { return {text(card, "kind"), text(card, "key"), text(card, "st")}; }

MemberRegistered readMemberRegistered(const json& p) {
  MemberRegistered member;
  member.no = number(p, "no");
  member.id = identity(p, "id");
  member.tier = text(p, "tier");
  member.phone_key = text(p, "ph", "");
  member.tail4_key = text(p, "p4", "");
  member.tail6_key = text(p, "p6", "");
  member.sealed = text(p, "sealed");
  member.consent = text(p, "consent", "");
  member.source = text(p, "src");
  member.joined = date(p, "jd");
  member.opening = base::Points(number(p, "pts"));
  member.lifetime = base::Points(number(p, "lt"));
  member.opening_expires = optionalDate(p, "ex");
  for (const json& card : array(p, "cards")) member.cards.push_back(readCard(card));
  member.operator_code = text(p, "op", "");
  member.via = text(p, "via", "");
  member.marketing = flag(p, "mk");
  member.company = flag(p, "co");
  member.referrer = number(p, "rf", 0);
  if (p.contains("rfi")) member.referrer_id = identity(p, "rfi");
  member.form = text(p, "form", "");
  member.pending = flag(p, "pd");
  member.receipt = text(p, "jr", "");
  return member;
}

CardBound readBound(const json& p) { return {number(p, "no"), readCard(p), text(p, "op"), text(p, "sealed")}; }

Payload readPayload(const std::string& type, const json& p) {
  if (type == "sale.completed") return readSale(p);
  if (type == "sale.returned") return readSaleReturned(p);
  if (type == "points.redeemed") return readPointsRedeemed(p);
  if (type == "points.expired") return readPointsExpired(p);
  if (type == "coupon.issued") return readCouponIssued(p);
  if (type == "coupon.used") return readCouponUsed(p);
  if (type == "coupon.changed") return readCouponChanged(p);
  if (type == "tier.changed") return readTierChanged(p);
  if (type == "job.step") return readJobStep(p);
  if (type == "config.applied") return readRulesApplied(p);
  if (type == "member.registered") return readMemberRegistered(p);
  if (type == "card.blocked")
    return CardStatusChanged{number(p, "no"), text(p, "key"), text(p, "st"), text(p, "why"), text(p, "op", "")};
  if (type == "card.issued") return readBound(p);
  if (type == "card.replaced") return CardReplaced{readBound(p), text(p, "old"), text(p, "why")};
  if (type == "shift.opened")
    return ShiftOpened{number(p, "sh"), text(p, "op"), base::Money(number(p, kOpeningFloatKey))};
  if (type == "shift.closed") {
    return ShiftClosed{
        number(p, "sh"), text(p, "op"), text(p, "why"), number(p, "bills"), base::Money(number(p, "total")),
        readCount(p)};
  }
  if (type == "till.incarnated") return TillIncarnated{text(p, "why"), static_cast<std::uint64_t>(number(p, "from"))};
  if (type == "points.confirmed") return readPointsConfirmed(p);
  if (type == "opening_float.set") return readFloatSet(p);
  if (type == "cash.moved") return readCashMoved(p);
  if (type == "drawer.opened") return readDrawerOpened(p);
  if (type == "bill.held") return readBillHeld(p);
  if (type == "bill.ended") return readHeldBillEnded(p);
  if (type == "receipt.reprinted") return readReceiptReprinted(p);
  if (type == "erase.done") return EraseDone{number(p, "no"), identity(p, "id")};
  if (type == "log.note") return LogNote{text(p, "by"), text(p, "what")};
  if (type == "payment.begun") return readPaymentBegun(p);
  if (type == "payment.ended") return readPaymentEnded(p);
  if (type == "stored.moved") return readStoredMoved(p);
  if (type == "count.moved") return readCountMoved(p);
  if (type == "points.loaded") return readPointsLoaded(p);
  if (type == "clock.jumped") return readClockJumped(p);
  if (type == "points.rewarded") return readPointsRewarded(p);
  if (type == "membership.moved") return readMembershipMoved(p);
  if (type == "tier.bought") return readTierBought(p);
  if (type == "rights.placed") return readRightsPlaced(p);
  if (type == "announcement.read") return AnnouncementRead{text(p, "k"), text(p, "op")};
  if (auto event = readMemberEvent(type, p)) return *std::move(event);
  if (auto event = readTaskEvent(type, p)) return *std::move(event);
  if (auto event = readClubEvent(type, p)) return *std::move(event);
  if (auto event = readCampaignEvent(type, p)) return *std::move(event);
  if (auto event = readStandingEvent(type, p)) return *std::move(event);
  if (auto event = readTalkEvent(type, p)) return *std::move(event);
  throw Malformed{"unknown event type " + type};
}

}  // namespace

base::Result<Event> decode(std::string_view line) {
  const json object = json::parse(line, nullptr, false);
  if (!object.is_object()) return base::fail(base::ErrorCode::BadInput, "journal line is not a JSON object");
  try {
    Event event;
    event.id = identity(object, "id");
    event.terminal = text(object, "t");
    event.incarnation = static_cast<std::uint32_t>(number(object, "inc"));
    event.seq = static_cast<std::uint64_t>(number(object, "seq"));
    event.store_no = text(object, "st");
    event.position = text(object, "pos");
    event.business_date = date(object, "bd");
    event.at = {number(object, "ts"), static_cast<int>(number(object, "tz"))};
    event.hlc = number(object, "hlc");
    if (const auto off = object.find("off"); off != object.end() && !off->is_null())
      event.offset_ms = number(object, "off");
    event.rules_version = text(at(object, "cfg"), "rules");
    if (object.contains("cause")) event.cause = identity(object, "cause");
    event.payload = readPayload(text(object, "type"), at(object, "p"));
    return event;
  } catch (const Malformed& malformed) {
    return base::fail(base::ErrorCode::BadInput, malformed.what);
  } catch (const json::exception& error) {
    return base::fail(base::ErrorCode::BadInput, error.what());
  }
}

base::Result<CouponTerms> decodeTerms(std::string_view text) {
  try {
    return readTerms(json::parse(text));
  } catch (const Malformed& malformed) {
    return base::fail(base::ErrorCode::BadInput, malformed.what);
  } catch (const json::exception& error) {
    return base::fail(base::ErrorCode::BadInput, error.what());
  }
}

}  // namespace kahui::journal
