// The events of a till (protocol.md, "Event model"). An event is the envelope plus one payload; its line is the JSON of
// both, made once and never made again. Amounts in fen, quantities in thousandths, points whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/numbers.hpp"
#include "core/journal/campaign_event.hpp"
#include "core/journal/clock_event.hpp"
#include "core/journal/club_event.hpp"
#include "core/journal/load_event.hpp"
#include "core/journal/member_event.hpp"
#include "core/journal/payment_event.hpp"
#include "core/journal/reward_event.hpp"
#include "core/journal/rights_event.hpp"
#include "core/journal/sale_event.hpp"
#include "core/journal/shift_event.hpp"
#include "core/journal/standing_event.hpp"
#include "core/journal/talk_event.hpp"
#include "core/journal/task_event.hpp"

namespace kahui::journal {

// members and cards
// -------------------------------------------------------------------------------------------------------------

struct IssuedCard {
  std::string kind;    // uid, track2, code
  std::string key;     // keyed hash of the credential, 32 hex digits; the credential itself is sealed
  std::string status;  // ACTIVE …
  bool operator==(const IssuedCard&) const = default;
};

struct MemberRegistered {
  std::int64_t no = 0;
  base::Id id;
  std::string tier;
  std::string phone_key;             // keyed hash, 32 hex digits, empty: no telephone
  std::string tail4_key, tail6_key;  // keyed hashes of the last digits, 8 hex digits, empty: no telephone
  std::string sealed;                // profile, base64
  std::string consent;               // version of the text agreed to (I5)
  std::string source;                // till, import, demo
  base::BusinessDate joined;         // the day of the event, or an earlier one that was taken over
  base::Points opening{};            // balance taken over from an earlier system, >= 0
  base::Points lifetime{};
  std::optional<base::BusinessDate> opening_expires{};
  std::vector<IssuedCard> cards;
  // Of a joining at a till (I5); `source` is the channel, the envelope has the time.
  std::string operator_code{};  // empty: imported or made
  std::string via{};            // till, phone, web, referral, event (S000-02)
  bool marketing = false;       // agreed to messages
  bool company = false;
  std::int64_t referrer = 0;  // F1
  base::Id referrer_id{};     // the same for headquarters, where numbers are the tills' own; null: not known
  std::string form{};         // number of a signed paper
  bool pending = false;       // an application that somebody judges (S001-104)
  std::string receipt{};      // of a guest, by which this member joined (S001-11)
  bool operator==(const MemberRegistered&) const = default;
};

struct CardStatusChanged {  // card.blocked and its kin
  std::int64_t member = 0;
  std::string key;
  std::string status;
  std::string reason;
  std::string operator_code{};  // empty: nobody signed for it
  bool operator==(const CardStatusChanged&) const = default;
};

// A card for a member who is there already.
struct CardBound {
  std::int64_t member = 0;
  IssuedCard card;
  std::string operator_code;
  std::string sealed;  // the profile with this card in it, base64
  bool operator==(const CardBound&) const = default;
};

struct CardReplaced {  // the old one becomes REPLACED; member, points and dates stay (I2)
  CardBound fresh;
  std::string old_key;
  std::string reason;
  bool operator==(const CardReplaced&) const = default;
};

// shift and till
// ----------------------------------------------------------------------------------------------------------------

struct ShiftOpened {
  std::int64_t shift = 0;  // rises by one
  std::string operator_code;
  base::Money opening_float{};
  bool operator==(const ShiftOpened&) const = default;
};

struct ShiftClosed {
  std::int64_t shift = 0;
  std::string operator_code;
  std::string reason;  // rollover: the business day ended; counted: a person closed it
  std::int64_t bills = 0;
  base::Money total{};
  std::optional<ShiftCount> count{};
  bool operator==(const ShiftClosed&) const = default;
};

struct TillIncarnated {         // first event of each incarnation after the first
  std::string reason;           // behind_high_water, rolled_back, forked
  std::uint64_t lost_from = 0;  // first sequence number of the old incarnation that is missing here
  bool operator==(const TillIncarnated&) const = default;
};

struct EraseDone {  // the proof that a member's personal data are gone here (protocol.md, Privacy)
  std::int64_t member = 0;
  base::Id id;
  bool operator==(const EraseDone&) const = default;
};

struct LogNote {  // a privileged act that moves nothing (reliability.md, I22)
  std::string actor;
  std::string what;
  bool operator==(const LogNote&) const = default;
};

using Payload =
    std::variant<SaleCompleted, SaleReturned, PointsRedeemed, PointsExpired, CouponIssued, CouponUsed, CouponChanged,
                 TierChanged, JobStep, RulesApplied, MemberRegistered, CardStatusChanged, CardBound, CardReplaced,
                 ShiftOpened, ShiftClosed, TillIncarnated, LogNote, PointsConfirmed, EraseDone, FloatSet, CashMoved,
                 DrawerOpened, BillHeld, HeldBillEnded, ReceiptReprinted, PaymentBegun, PaymentEnded, StoredMoved,
                 CountMoved, MemberCorrected, MemberRevealed, PointsGranted, PointsClaimed, ClaimReversed,
                 PointsTransferred, PointsCashed, PointsExchanged, ExchangeCancelled, PointsFrozen, PointsVoided,
                 RightsPlaced, AnnouncementRead, TasksOpened, TaskChanged, BenefitUsed, CarePlanSet, TargetSet,
                 PointsLoaded, MemberTagged, EventPlanned, GuestsMarked, LeadRecorded, DrawHeld, CampaignSet,
                 PhoneChecked, ClockJumped, PointsRewarded, MembershipMoved, MemberJudged, MemberGrouped, CommentMade,
                 TalkOpened, TierBought, TierByHand>;

// What a use case hands to the store; the rest of the envelope is the store's.
struct Draft {
  base::Id id;
  base::BusinessDate business_date;
  base::WallTime at;
  std::string rules_version;
  std::optional<base::Id> cause{};
  Payload payload;
};

struct Event {
  base::Id id;
  std::string terminal;
  std::uint32_t incarnation = 0;
  std::uint64_t seq = 0;
  std::string store_no;
  std::string position;
  base::BusinessDate business_date;
  base::WallTime at;
  std::int64_t hlc = 0;                     // 48 bit milliseconds, 16 bit counter
  std::optional<std::int64_t> offset_ms{};  // headquarters' clock less the till's, as known then; none: never known
  std::string rules_version;
  std::optional<base::Id> cause{};
  Payload payload;
};

std::string_view typeName(const Payload& payload);

}  // namespace kahui::journal
