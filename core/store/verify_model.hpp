// The verifier's naive model: what the journal says, folded in memory with the same projection as the store's but
// without its SQL.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "core/journal/event.hpp"
#include "core/journal/projection.hpp"
#include "core/journal/trade_rows.hpp"

namespace kahui::store {

struct ModelMember {
  std::string tier;
  std::int64_t noncash = 0;
  std::int64_t cashable = 0;
  std::int64_t lifetime = 0;
  std::string demoted_from;
  std::int64_t since_demotion = 0;
  std::int64_t frozen = 0;
  std::string waits{};  // PENDING, REFUSED: an application that is not approved (S001-104)
  std::string group{};
  std::string hand{};  // S001-96: tier and last day
  bool operator==(const ModelMember&) const = default;
};

struct ModelSale {
  std::int64_t entry = 0;
  std::int64_t day = 0;
  std::int64_t member = 0;  // 0: guest
  std::int64_t total = 0;
  std::int64_t earned = 0;
  bool operator==(const ModelSale&) const = default;
};

struct ModelClaim {
  std::int64_t member = 0;
  std::int64_t points = 0;
  std::int64_t reversed = 0;
  bool operator==(const ModelClaim&) const = default;
};

struct ModelCoupon {
  int status = 0;  // as ports::CouponStatus
  bool unlimited = false;
};

struct ModelPayment {
  std::int64_t amount = 0;
  int status = 0;  // store::PaymentStatus
  bool in_bill = false;
  bool refund = false;
};

struct ModelTask {
  std::int64_t member = 0, due = 0;
  int state = 0, score = 0;
  bool operator==(const ModelTask&) const = default;
};

struct ModelLead {
  std::int64_t referrer = 0, until = 0, joined = 0;
  bool operator==(const ModelLead&) const = default;
};

struct ModelStored {
  std::int64_t principal = 0, bonus = 0;
  bool operator==(const ModelStored&) const = default;
};

struct Model {
  std::unordered_map<std::int64_t, ModelMember> members;
  std::map<std::int32_t, journal::DayTotals> days;
  journal::TradeRows trade;
  std::map<std::int64_t, ModelSale> sales;  // by incarnation << 40 | receipt
  std::map<std::int64_t, bool> shifts;      // open?
  std::unordered_map<std::int64_t, std::string> card_status_by_key;
  std::unordered_map<std::int64_t, std::int64_t> card_member_by_key;
  std::map<std::int64_t, ModelClaim> claims;        // by the sale's key
  std::map<std::string, ModelClaim> claims_away;    // of other tills' receipts, by the sale's id
  std::unordered_map<std::string, bool> exchanges;  // by id; taken back?
  std::unordered_map<std::string, ModelCoupon> coupons;
  std::map<std::int64_t, std::int64_t> refunded;  // by the sale's key
  std::int64_t refs = 0;
  std::unordered_map<std::string, ModelPayment> payments;
  std::unordered_map<std::string, std::int64_t> loads;    // points out of an account for a card, by payment; 0: back
  std::unordered_map<std::int64_t, ModelStored> stored;   // by member
  std::unordered_map<std::string, std::int64_t> counts;   // uses left, by count card
  std::unordered_map<std::int64_t, std::int64_t> rights;  // placed here, by member
  std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> spends;  // rights and goodwill, by entry

  std::unordered_map<std::string, ModelTask> tasks;                                     // by id
  std::map<std::tuple<std::int64_t, std::string, std::string>, std::int64_t> benefits;  // member, code, period
  std::map<std::pair<std::string, std::string>, std::int64_t> targets;                  // month, figure
  std::string care_plan;
  std::map<std::int64_t, std::vector<std::string>> tags;              // of members who agreed to a profile
  std::map<std::string, journal::EventPlanned> events;                // by id
  std::map<std::pair<std::string, std::int64_t>, int> guests;         // event, member; journal::GuestState
  std::map<std::string, ModelLead> leads;                             // by keyed hash
  std::map<std::pair<std::string, std::string>, std::int64_t> draws;  // draw, period; the winner
  std::map<std::string, journal::CampaignSet> campaigns;              // by code
  std::unordered_map<std::int64_t, std::string> phone_checks;         // by member
  std::map<std::string, std::pair<std::int64_t, bool>> comments;      // by id: member, answered
  std::map<std::pair<std::string, std::string>, bool> talks;          // about, key; open
  std::map<std::tuple<std::int64_t, std::string, std::string>, std::int64_t> rewards;  // subject, why, key
  std::unordered_map<std::int64_t, std::optional<std::int32_t>> memberships;           // last day, by member

  // What is wrong inside the event itself (sums that do not meet); empty: nothing.
  std::vector<std::string> apply(const journal::Event& event, std::int64_t entry);
  // An event that was lost here and fetched back.
  std::vector<std::string> applyFetched(const journal::Event& event, std::int64_t entry);

 private:
  struct Fold;
  void enter(const journal::Event& event, std::int64_t entry, const std::string& receipt_no, const std::string& ref,
             const ModelSale& sale, std::vector<std::string>& faults);
};

}  // namespace kahui::store
