#include "core/hq/day_lock.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/hq/recon.hpp"

namespace kahui::hq {

namespace {

using ports::HqTransaction;

bool sameFigures(ports::HqDaySums a, ports::HqDaySums b) {
  a.quarantined = b.quarantined = 0;
  return a == b;
}

// The row's raw events are the day's figures from now on; what they are more than before is an adjustment.
void settle(HqTransaction& tx, const ReconRow& row, ports::HqDayLock lock, base::BusinessDate today) {
  lock.terminal = row.terminal;
  lock.sums = row.raw;
  if (row.lock && !sameFigures(row.lock->sums, row.raw)) {
    const auto& then = row.lock->sums;
    tx.putAdjustment({row.terminal,
                      lock.day,
                      today,
                      0,
                      {row.raw.bills - then.bills, row.raw.total - then.total, row.raw.earned - then.earned,
                       row.raw.used - then.used, 0},
                      lock.locked_ms});
  }
  tx.putDayLock(lock);
}

}  // namespace

base::Result<std::vector<base::BusinessDate>> openDays(ports::HqStore& store, base::BusinessDate first,
                                                       base::BusinessDate last) {
  std::vector<base::BusinessDate> days;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    days.clear();
    for (const base::BusinessDate day : tx.daysWithEvents(first, last)) {
      const auto spans = tx.daySpans(day);
      const bool open = std::any_of(spans.begin(), spans.end(), [&](const auto& span) {
        const auto lock = tx.dayLock(span.terminal, day);
        return !lock || !sameFigures(lock->sums, tx.factSums(span.terminal, day));
      });
      if (open) days.push_back(day);
    }
    return {};
  }));
  return days;
}

base::Result<int> settleDays(ports::HqStore& store, base::BusinessDate today, std::int64_t now_ms) {
  int count = 0;
  const auto days = openDays(store, today.plusDays(-kSettleBack_days), today.plusDays(-1));
  if (!days) return tl::unexpected(days.error());
  for (const base::BusinessDate day : *days) {
    const auto rows = reconcile(store, day, today);
    if (!rows) return tl::unexpected(rows.error());
    for (const ReconRow& row : *rows) {
      const bool fresh = row.state == ReconState::Match && (!row.lock || row.lock->signed_off);
      const bool again = row.state == ReconState::Late && row.holds;
      if (!fresh && !again) continue;
      KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
        settle(tx, row, {row.terminal, day, false, {}, now_ms, {}, {}}, today);
        return {};
      }));
      ++count;
    }
  }
  return count;
}

base::Status signOff(ports::HqStore& store, const SignOff& wanted, base::BusinessDate today, std::int64_t now_ms) {
  constexpr std::size_t kMostName = 64, kLeastReason = 4, kMostReason = 400;
  if (wanted.who.empty() || wanted.who.size() > kMostName || !base::isCleanUtf8(wanted.who))
    return base::fail(base::ErrorCode::BadInput, "name: who signs, 1 to 64 bytes");
  if (wanted.reason.size() < kLeastReason || wanted.reason.size() > kMostReason || !base::isCleanUtf8(wanted.reason))
    return base::fail(base::ErrorCode::BadInput, "reason: 4 to 400 bytes");
  const auto rows = reconcile(store, wanted.day, today);
  if (!rows) return tl::unexpected(rows.error());
  const auto row =
      std::find_if(rows->begin(), rows->end(), [&](const auto& one) { return one.terminal == wanted.terminal; });
  if (row == rows->end()) return base::fail(base::ErrorCode::BadInput, "this till has no such business day");
  if (settled(row->state) || row->state == ReconState::Open)
    return base::fail(base::ErrorCode::WrongState, std::string(reconStateName(row->state)));
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    settle(tx, *row, {row->terminal, wanted.day, true, {}, now_ms, wanted.who, wanted.reason}, today);
    // Each sign-off stays readable, also after a later one.
    tx.putFlag({{"", 0, static_cast<std::uint64_t>(wanted.day.days())},
                "signed_off " + std::to_string(now_ms),
                row->terminal,
                wanted.who + ": " + wanted.reason});
    return {};
  });
}

}  // namespace kahui::hq
