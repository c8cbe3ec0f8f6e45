// What the member desk asks of the store beside what a sale does: a member's file, history, corrections, exchanges and
// claims. Part of ports::Store, with its thread rule and errors.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/journal/event.hpp"
#include "core/member/member.hpp"

namespace kahui::ports {

// How and on what terms a member joined (I5, S000-02), and what changed of it.
struct MemberFile {
  std::string via;  // till, phone, web, referral, event; empty: not known here
  bool marketing = false;
  bool company = false;
  std::int64_t referrer = 0;
  std::string form;     // number of a signed paper
  std::string consent;  // version of the text
  std::int64_t consent_ms = 0;
  std::string operator_code;
  std::optional<base::BusinessDate> birthday_changed{};  // I7
};

struct PointsMove {
  base::WallTime at;
  std::string type;        // of the event: sale.completed, points.cashed …
  std::string receipt_no;  // of a sale, a return, a claim
  bool cashable = false;
  base::Points points{};
  std::optional<base::BusinessDate> expires{};
  std::string why{};  // of points.rewarded
};

struct MemberSale {
  std::string receipt_no;
  base::LocalTime at;
  base::BusinessDate day;
  base::Money total{};  // < 0: a return
  base::Points earned{}, used{};
  int lines = 0;
  std::string channel{}, pickup{};  // S001-86: of another channel than the stores, as headquarters said
};

// S001-96: a tier that was given by hand, and what the rules go on from when it ends.
struct HandTier {
  struct Bill {  // of the member since then, oldest first
    base::BusinessDate day;
    base::Money measure{};  // T2, of what is left
  };
  member::MemberNo member;
  std::string tier;
  std::optional<base::BusinessDate> until{};  // last day
  std::string base;                           // tier by the rules on the day when it was given
  base::BusinessDate base_since;
  std::string demoted_from{};  // T5
  base::Money since_demotion{};
  base::BusinessDate since;  // day when it was given
  std::vector<Bill> bills;
};

struct MemberCorrection {
  member::MemberNo no;
  std::optional<std::string> name{};
  std::optional<std::string> phone{};  // normalised
  std::optional<member::Birthday> birthday{};
  std::optional<bool> company{};
  std::optional<bool> marketing{};
  std::string operator_code, approver;
  std::optional<std::vector<member::KeptDate>> dates{};  // all of them
  std::string terms{};                                   // version of the text that was agreed to now (S000-10)
  std::optional<std::string> tax_no{}, contact{};        // of a company
};

struct StoredClaim {
  journal::PointsClaimed what;
  base::Points reversed{};
  std::int64_t entry = 0;  // of the journal: names the lot that it made
};

struct StoredExchange {
  base::Id id;
  base::BusinessDate day;
  journal::PointsExchanged what;
  bool cancelled = false;
};

struct JoinGift;  // store.hpp

struct MemberJudgement {  // S001-104
  member::MemberNo no;
  bool approved = false;
  std::string reason;
  std::string operator_code, approver;
};

// Of a member who joined as an application.
struct MemberStanding {
  std::string reason;     // of a refusal
  bool gift_due = false;  // approved elsewhere, and he joined at this till, which owes the gift of joining
};

class MemberBooks {
 public:
  virtual ~MemberBooks() = default;

  // Defaults where nothing is known (imported members).
  virtual base::Result<MemberFile> memberFile(member::MemberNo no) = 0;
  // All newest first.
  virtual base::Result<std::vector<PointsMove>> pointsHistory(member::MemberNo no, int limit) = 0;
  virtual base::Result<std::vector<MemberSale>> salesOf(member::MemberNo no, base::BusinessDate from, int limit) = 0;
  virtual base::Result<std::vector<journal::Event>> memberChanges(member::MemberNo no, int limit) = 0;

  // Seals the profile anew. UnknownMember, PhoneTaken (detail: the masked holder), BadInput: nothing changes.
  virtual base::Status correctMember(const MemberCorrection& wanted, base::WallTime at, base::BusinessDate day) = 0;
  // L3: salt and sealed profile are destroyed, no search finds the person, sums stay. UnknownMember.
  virtual base::Status eraseMember(member::MemberNo no, const std::string& operator_code, base::WallTime at,
                                   base::BusinessDate day) = 0;

  // S001-104. An approval gives the gift in the same act if he joined here. UnknownMember; RuleRejected: NOT_PENDING.
  virtual base::Status judgeMember(const MemberJudgement& judged, const JoinGift* gift, base::WallTime at,
                                   base::BusinessDate day) = 0;
  virtual base::Result<MemberStanding> memberStanding(member::MemberNo no) = 0;
  // Members who joined here and were approved by headquarters or at another till; giveJoinGift() settles one, with null
  // where the programme has no gift.
  virtual base::Result<std::vector<member::MemberNo>> joinGiftsDue(int limit) = 0;
  virtual base::Status giveJoinGift(member::MemberNo no, const JoinGift* gift, const std::string& operator_code,
                                    base::WallTime at, base::BusinessDate day) = 0;

  // S001-96. nullopt: no tier by hand.
  virtual base::Result<std::optional<HandTier>> handTier(member::MemberNo no) = 0;
  // Whose last day lies before `today`, by number.
  virtual base::Result<std::vector<member::MemberNo>> handTiersEnded(base::BusinessDate today, int limit) = 0;
  // S000-75: the tier that referrals lifted the member to, and the one before; nullopt: none that still stands.
  virtual base::Result<std::optional<std::pair<std::string, std::string>>> referralLift(member::MemberNo no) = 0;
  // Whom the number stands for now: headquarters made one of several members. Itself, where nobody was merged.
  virtual base::Result<member::MemberNo> survivorOf(member::MemberNo no) = 0;
  // S001-11: whether a member joined by this receipt already.
  virtual base::Result<bool> joinedBy(std::string_view receipt_no) = 0;

  // 19 digits that only this store can make for a receipt of its own, the last a check digit; empty: it has no room.
  virtual std::string claimCode(std::string_view receipt_no) = 0;
  // The receipt that a code stands for. nullopt: it is wrong, or of another store.
  virtual base::Result<std::optional<std::string>> receiptOfClaim(std::string_view code) = 0;
  virtual base::Result<std::optional<StoredClaim>> claimOf(std::string_view receipt_no) = 0;
  // Whether this till gave points for another till's bill, by the sale's event id.
  virtual base::Result<bool> claimedAway(const base::Id& sale) = 0;

  // N9: since a day, oldest first.
  virtual base::Result<std::vector<StoredExchange>> exchangesSince(member::MemberNo no, base::BusinessDate from) = 0;
};

}  // namespace kahui::ports
