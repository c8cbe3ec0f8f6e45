// Headquarters' storage of what the counter asks: rights placed with tills, reservations, deficits, held bills, claims,
// announcements.
// Part of HqTransaction; its rules hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"

namespace kahui::ports {

// Of one member with one terminal (core/loyalty/rights.hpp). All sums, >= 0.
struct HqRights {
  std::string member, terminal;
  base::Points granted{}, used{}, returned{};
  base::Points asked{};  // wanted back and not answered
  bool lost = false;     // the terminal was declared dead
};

struct HqGrant {
  std::string terminal;
  std::int64_t epoch = 1, no = 0;
  std::string member;
  base::Points points{};  // below 0: wanted back
  bool answered = false;
};

struct HqDeficits {  // of a member
  int count = 0;
  bool below = false;
};

struct HqReservation {
  std::string id;  // of the attempt
  std::string member, terminal;
  base::Points points{};
  std::int64_t made_ms = 0;
  std::string state;         // GRANTED, REFUSED, CANCELLED, CONFIRMED, POSTED
  base::Points available{};  // when it was answered
};

struct HqAnnouncement {
  std::string key, title, text;
  std::string store;  // empty: all
  base::BusinessDate from;
  std::optional<base::BusinessDate> until{};
  std::int64_t at_ms = 0;
  bool withdrawn = false;
  bool members = false;  // S000-87: may be shown to members; else for the staff alone
};

struct HqReadMark {
  std::string key, terminal, operator_code;
  std::int64_t at_ms = 0;
};

// A coupon that a till has on a bill: nobody else may use it meanwhile.
struct HqCouponHold {
  std::string serial, attempt, terminal;
  std::int64_t made_ms = 0;
};

// A held bill that its till offers to the others of the store. `box` is for them alone.
struct HqHeldBill {
  std::string terminal, bill;  // who holds it
  std::string store, position;
  std::string box;
  std::int64_t made_ms = 0;
  std::string state;  // OFFERED, TAKEN, GONE
  std::string taker;  // terminal
  std::string taker_position;
  std::int64_t changed_ms = 0;
  bool alone = false;           // its holder took it up again without asking
  std::uint32_t taken_inc = 0;  // the taker's event; 0: it has not come
  std::uint64_t taken_seq = 0;
};

// Points of a guest's sale that somebody claims, or has.
struct HqPointsClaim {
  std::string seller, sale;    // terminal, event id
  std::uint32_t sale_inc = 0;  // where the sale stands in the seller's log; 0: headquarters was not asked
  std::uint64_t sale_seq = 0;
  std::string attempt{};   // that was allowed; empty: the seller's own, unasked
  std::string terminal{};  // who claims
  std::int64_t made_ms = 0;
  std::string member{};         // of the event
  base::Points points{};        // of the event; 0: it has not come
  base::Points reversed{};      // by headquarters, since goods came back
  std::string tier{};           // that they were earned at
  std::int64_t multiplier = 0;  // %
};

class HqCounter {
 public:
  virtual ~HqCounter() = default;

  virtual std::vector<HqRights> rightsOf(std::string_view member) = 0;
  // Adds to the sums; the row is made where it is missing.
  virtual void addRights(const HqRights& by) = 0;
  virtual std::vector<HqRights> rightsAt(std::string_view terminal) = 0;
  virtual void loseRights(std::string_view terminal) = 0;  // declared dead
  virtual std::vector<HqRights> lostRights() = 0;
  virtual void moveRights(std::string_view member, std::string_view to) = 0;  // merged

  virtual std::int64_t lastGrant(std::string_view terminal, std::int64_t epoch) = 0;  // 0: none
  virtual void putGrant(const HqGrant& grant) = 0;                                    // new, or answered
  virtual std::optional<HqGrant> grant(std::string_view terminal, std::int64_t epoch, std::int64_t no) = 0;
  virtual std::vector<HqGrant> grantsAfter(std::string_view terminal, std::int64_t epoch, std::int64_t no,
                                           int limit) = 0;

  // No two transactions decide on the same member's points at once: the later one is repeated.
  virtual void lockCredit(std::string_view member) = 0;
  virtual HqDeficits deficits(std::string_view member) = 0;
  virtual void putDeficits(std::string_view member, const HqDeficits& deficits) = 0;

  virtual std::optional<HqReservation> reservation(std::string_view member, std::string_view id) = 0;
  virtual void putReservation(const HqReservation& reservation) = 0;
  // Of those that still hold points: CONFIRMED, and GRANTED since `since_ms`.
  virtual base::Points reserved(std::string_view member, std::int64_t since_ms) = 0;

  virtual std::optional<HqCouponHold> couponHold(std::string_view serial) = 0;
  virtual void putCouponHold(const HqCouponHold& hold) = 0;  // in place of the one before
  virtual void dropCouponHold(std::string_view serial, std::string_view attempt) = 0;

  virtual std::optional<HqHeldBill> heldBill(std::string_view terminal, std::string_view bill) = 0;
  virtual void putHeldBill(const HqHeldBill& bill) = 0;  // new, or changed
  // Of a store, changed since; the oldest first.
  virtual std::vector<HqHeldBill> heldBills(std::string_view store, std::int64_t since_ms) = 0;
  virtual void dropHeldBills(std::string_view store, std::int64_t before_ms) = 0;  // changed before

  virtual std::optional<HqPointsClaim> pointsClaim(std::string_view sale) = 0;
  virtual void putPointsClaim(const HqPointsClaim& claim) = 0;  // in place of the one before

  virtual void putAnnouncement(const HqAnnouncement& announcement) = 0;
  virtual std::vector<HqAnnouncement> announcements() = 0;  // by key
  virtual void putReadMark(const HqReadMark& mark) = 0;     // the first one stays
  virtual std::vector<HqReadMark> readMarks() = 0;          // by key, terminal, operator
};

}  // namespace kahui::ports
