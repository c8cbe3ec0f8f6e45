// What headquarters keeps to run for years, a part of HqTransaction: batches by their bodies, settled days, orders to
// tills and where they stand, pruned feeds, certificates. Thread rule and errors as hq_store.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sha256.hpp"
#include "core/ports/hq_records.hpp"

namespace kahui::ports {

struct HqBody {  // of a batch that is stored whole, as it came over the wire
  std::string terminal;
  base::Sha256 digest{};
  std::uint32_t inc = 0;
  std::uint64_t n = 0;  // events
  std::int64_t received_ms = 0;
};

// A business day of one terminal that is settled, with the figures that it had then. Money in fen.
struct HqDayLock {
  std::string terminal;
  base::BusinessDate day;
  bool signed_off = false;  // by a person, although it did not match
  HqDaySums sums{};         // quarantined is not kept
  std::int64_t locked_ms = 0;
  std::string who, reason;  // of a sign-off
};

// What came after a day was settled: belongs to `day`, is booked on `open_day`.
struct HqAdjustment {
  std::string terminal;
  base::BusinessDate day, open_day;
  int n = 0;  // from 1, of the terminal and day
  HqDaySums sums{};
  std::int64_t at_ms = 0;
};

struct HqOrder {  // to a till, until it says that it is done
  std::string terminal, id, what, scope, why;
  std::int64_t since_ms = 0;
  std::int64_t done_ms = 0;  // 0: not yet
};

struct HqCursor {
  std::string terminal, feed;
  std::int64_t epoch = 0, position = 0;
};

struct HqCertificate {
  std::string terminal, digest;  // SHA-256, hex
  std::string issuer;            // digest of the CA that signed it, hex
  std::int64_t issued_ms = 0, expires_ms = 0;
};

class HqOperations {
 public:
  virtual ~HqOperations() = default;

  virtual void putBody(const HqBody& body) = 0;
  virtual std::optional<HqBody> body(std::string_view terminal, const base::Sha256& digest) = 0;
  virtual void dropBodies(std::int64_t received_before_ms) = 0;

  virtual void putDayLock(const HqDayLock& lock) = 0;
  virtual std::optional<HqDayLock> dayLock(std::string_view terminal, base::BusinessDate day) = 0;
  virtual std::vector<HqDayLock> dayLocks(base::BusinessDate first, base::BusinessDate last) = 0;
  virtual void putAdjustment(const HqAdjustment& adjustment) = 0;  // `n` is given here
  virtual std::vector<HqAdjustment> adjustments() = 0;             // by terminal, day, n
  // Days that have facts or raw events, in [first, last].
  virtual std::vector<base::BusinessDate> daysWithEvents(base::BusinessDate first, base::BusinessDate last) = 0;
  // The first sequence of an incarnation that belongs to a day which is not settled; nullopt: there is none.
  virtual std::optional<std::uint64_t> firstUnsettled(std::string_view terminal, std::uint32_t inc) = 0;
  // The last sequence that had been received by then; 0: none.
  virtual std::uint64_t receivedUntil(std::string_view terminal, std::uint32_t inc, std::int64_t received_ms) = 0;

  virtual void putOrder(const HqOrder& order) = 0;
  virtual std::vector<HqOrder> orders(std::string_view terminal, bool open_only) = 0;
  virtual void putCursor(const HqCursor& cursor) = 0;
  virtual void logCursor(const HqCursor& cursor, std::int64_t at_ms) = 0;
  // Where the till had said that it stands, by that time; nullopt: nowhere.
  virtual std::optional<HqCursor> cursorBy(std::string_view terminal, std::string_view feed, std::int64_t at_ms) = 0;
  virtual std::optional<HqChange> lastChange(std::string_view feed, std::string_view key) = 0;
  virtual std::vector<HqCursor> cursorsOf(std::string_view feed) = 0;
  virtual std::vector<HqCursor> cursorsOfTerminal(std::string_view terminal) = 0;
  // Forgets what was changed again at or below `floor`, and tombstones there; each key's last record stays. From now on
  // the feed begins after it. How many rows went.
  virtual std::int64_t pruneFeed(std::string_view feed, std::int64_t floor) = 0;
  virtual std::int64_t feedFloor(std::string_view feed) = 0;

  virtual void putCertificate(const HqCertificate& certificate) = 0;
  virtual std::vector<HqCertificate> certificates(std::string_view terminal) = 0;  // by time of issue
  virtual void dropCertificates(std::string_view terminal, std::int64_t issued_before_ms) = 0;
};

}  // namespace kahui::ports
