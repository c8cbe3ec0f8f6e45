// What tills of a chain ask headquarters about each other's bills: short questions, answered within about a second or
// not at all. Thread rule: one object, one thread; ClaimDesk is part of HqDesk and has that one's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/ports/held_bill.hpp"
#include "core/ports/sync_store.hpp"

namespace kahui::ports {

// A held bill of another till of the store. `bill.member` is the number there; `member` is who it is, null: nobody.
struct HeldParcel {
  HeldBill bill;
  base::Id member;
  std::string holder;    // terminal
  std::string position;  // its register
};

// Which of this till's bills another one took over.
struct HeldTaken {
  base::Id bill;
  std::string position;  // register of the one that has it
  std::int64_t at_ms = 0;
};

struct HeldList {
  std::vector<HeldParcel> others;  // oldest first
  std::vector<HeldTaken> taken;
};

enum class HeldState {
  Granted,  // it is this till's now; asked again it is granted again, until its event has come
  Taken,    // another till has it
  Gone,     // its holder took it up again, or cancelled it
  Unknown,  // headquarters never heard of it
};

struct HeldAnswer {
  HeldState state{};
  std::string position{};  // Taken: by whom, and when
  std::int64_t at_ms = 0;
};

// All: ServiceDown when there is no answer; then it is not known whether headquarters took the request.
class HeldBoard {
 public:
  virtual ~HeldBoard() = default;

  // The same bill again changes nothing. OutOfRange: too large for the wire.
  virtual base::Status offer(const HeldBill& bill, const base::Id& member) = 0;
  virtual base::Result<HeldList> list() = 0;
  virtual base::Result<HeldAnswer> take(const HeldParcel& parcel) = 0;
  // The holder has it back, or it is cancelled.
  virtual base::Result<HeldAnswer> withdraw(const base::Id& bill) = 0;
  // Whose bill it is, for a till that does not know them; nullopt: headquarters knows nobody of this number.
  virtual base::Result<std::optional<FeedMember>> ownerOf(member::MemberNo no) = 0;
};

// Points of a guest's receipt, once in the chain (a forgotten card).
enum class ClaimState {
  // Nobody else of the chain may claim it until its event comes, the till reports without it, or 72 hours are over.
  Granted,
  Done,  // somebody has it
  Returned,
  Member,   // it was a member's sale
  Unknown,  // no such code, or headquarters has not heard of the bill yet
  Waiting,  // another till was allowed to and has not said what became of it
};

struct ClaimAnswer {
  ClaimState state{};
  std::string line{};      // Granted: the sale's line in the journal of the till that sold
  std::int64_t at_ms = 0;  // Waiting: when the receipt is free at the latest, UTC
};

class ClaimDesk {
 public:
  virtual ~ClaimDesk() = default;

  // What stands on the receipt: names till and receipt, and proves itself to whoever has the chain's keys.
  [[nodiscard]] virtual std::string code(const std::string& receipt_no) const = 0;
  // `days`: how old the receipt may be, 1 .. 366. ServiceDown when there is no answer. The same till again: granted
  // again, until its event has come.
  virtual base::Result<ClaimAnswer> claim(const base::Id& attempt, const std::string& code, int days) = 0;
};

}  // namespace kahui::ports
