#include "core/hq/recon.hpp"

#include <algorithm>
#include <map>

#include "core/base/json_writer.hpp"
#include "core/hq/channel_bills.hpp"
#include "core/hq/terminals.hpp"
#include "core/journal/codec.hpp"
#include "core/sync/batch.hpp"

namespace kahui::hq {

namespace {

using base::Money;
using base::Points;
using ports::HqTransaction;

void add(ports::HqDaySums& sums, const journal::Event& event) {
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload)) {
    ++sums.bills;
    sums.total += sale->total;
    if (sale->member) {
      sums.earned += sale->member->earned;
      sums.used += sale->member->used;
    }
  }
  if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload)) {
    ++sums.bills;
    sums.total -= back->refund;
    if (back->member) {
      sums.earned -= back->member->earned_reversed + back->member->benefits_reversed;
      for (const auto& lot : back->member->restored) sums.used -= lot.points;
    }
  }
}

// The raw events of the day in one incarnation, and whether the chain over their batches is whole.
base::Status readRaw(HqTransaction& tx, const ports::HqDaySpan& span, base::BusinessDate day, ReconRow& row) {
  const auto known = tx.incarnation(span.terminal, span.inc);
  for (std::uint64_t next = span.first; next <= span.last;) {
    const auto batches = tx.inboxFrom(span.terminal, span.inc, next, 1);
    if (batches.empty() || !known)
      return base::fail(base::ErrorCode::StoreCorrupt, "inbox: acknowledged events are missing");
    const auto& batch = batches.front();
    const auto lines = linesOf(batch);
    if (!lines) return tl::unexpected(lines.error());
    const std::vector<std::string_view> views(lines->begin(), lines->end());
    const base::Sha256 before =
        batch.first == 1 ? known->start : tx.hashAt(span.terminal, span.inc, batch.first - 1).value_or(base::Sha256{});
    base::Bytes hashes;
    for (const auto& hash : sync::chainHashes(before, views)) hashes.insert(hashes.end(), hash.begin(), hash.end());
    if (hashes != batch.hashes)
      row.reasons.push_back("the chain is broken in the batch from " + std::to_string(batch.first));
    for (const std::string& line : *lines)
      if (const auto event = journal::decode(line); event && event->business_date == day) add(row.raw, *event);
    next = batch.last + 1;
  }
  row.first = span.first;
  row.last = span.last;
  return {};
}

void compareFacts(ReconRow& row) {
  const auto differ = [&](const char* what, std::int64_t raw, std::int64_t facts) {
    if (raw != facts)
      row.reasons.push_back(std::string(what) + ": events " + std::to_string(raw) + ", facts " + std::to_string(facts));
  };
  differ("bills", row.raw.bills, row.facts.bills);
  differ("total", row.raw.total.value(), row.facts.total.value());
  differ("points earned", row.raw.earned.value(), row.facts.earned.value());
  differ("points used", row.raw.used.value(), row.facts.used.value());
}

// A released event is among the facts and the raw events alike; a closing that the till counted wrongly is named.
bool compareClosing(HqTransaction& tx, base::BusinessDate day, ReconRow& row) {
  std::map<std::int64_t, bool> closed;
  for (const auto& shift : tx.shifts(row.terminal, day)) {
    closed[shift.shift] = closed[shift.shift] || shift.closed;
    if (!shift.closed) continue;
    row.closed_bills += shift.bills;
    row.closed_total += shift.amount;
  }
  const bool all = std::all_of(closed.begin(), closed.end(), [](const auto& one) { return one.second; });
  if (!all || closed.empty()) return false;
  if (row.closed_bills != row.facts.bills)
    row.reasons.push_back("bills: closing " + std::to_string(row.closed_bills) + ", facts " +
                          std::to_string(row.facts.bills));
  if (row.closed_total != row.facts.total)
    row.reasons.push_back("total: closing " + std::to_string(row.closed_total.value()) + ", facts " +
                          std::to_string(row.facts.total.value()));
  return true;
}

// More is known of than the facts hold: the till said so, or the projector has not come to it.
bool waits(HqTransaction& tx, const ports::HqTerminal& terminal) {
  if (terminal.unsent > 0) return true;
  const auto incarnations = tx.incarnations(terminal.id);
  return std::any_of(incarnations.begin(), incarnations.end(),
                     [](const auto& one) { return one.projected < one.acked; });
}

void nameHeld(const std::vector<ports::HqQuarantine>& held, base::BusinessDate day, ReconRow& row) {
  for (const auto& one : held)
    if (one.key.terminal == row.terminal && one.day == day && !one.released)
      row.reasons.push_back((one.parked ? "parked " : "quarantined ") + one.event + ": " + one.reason);
}

void decide(HqTransaction& tx, const ports::HqTerminal& terminal, base::BusinessDate day, base::BusinessDate today,
            ReconRow& row) {
  compareFacts(row);
  const bool closed = compareClosing(tx, day, row) || isChannel(terminal.id);  // which has no drawer
  const auto flags = tx.flags();
  const bool forked = std::any_of(flags.begin(), flags.end(), [&](const auto& flag) {
    return flag.kind == "fork" && flag.key.terminal == terminal.id;
  });
  if (terminal.state == ports::HqTerminalState::Quarantined || forked) {
    row.state = ReconState::Forked;
  } else if (!row.reasons.empty()) {
    row.state = waits(tx, terminal) ? ReconState::WaitEvents : ReconState::Mismatch;
  } else if (closed) {
    row.state = ReconState::Match;
  } else if (day >= today) {
    row.state = ReconState::Open;
  } else {
    row.state = waits(tx, terminal) ? ReconState::WaitEvents : ReconState::NoZ;
    row.reasons.emplace_back("a shift of this day was not closed");
  }
  row.holds = row.state == ReconState::Match;
}

// A day that was settled is late when the raw events are more than they were then. Facts that differ from the events
// are a mismatch all the same: nothing came, something is wrong here.
void compareLock(HqTransaction& tx, base::BusinessDate day, ReconRow& row) {
  row.lock = tx.dayLock(row.terminal, day);
  if (!row.lock || row.state == ReconState::Open) return;
  ports::HqDaySums then = row.lock->sums;
  then.quarantined = row.raw.quarantined;
  if (row.raw == then) {
    if (row.lock->signed_off && row.state != ReconState::Match) row.state = ReconState::SignedOff;
    return;
  }
  ports::HqDaySums facts = row.facts;
  facts.quarantined = row.raw.quarantined;
  if (row.state == ReconState::Forked || facts != row.raw) return;
  row.state = ReconState::Late;
  row.reasons.push_back("since the day was settled came: bills " + std::to_string(row.raw.bills - then.bills) +
                        ", total " + std::to_string((row.raw.total - then.total).value()));
}

void sumsJson(base::JsonWriter& json, const char* key, const ports::HqDaySums& sums) {
  json.beginObject(key);
  json.field("bills", sums.bills);
  json.field("total", sums.total.value());
  json.field("points_earned", sums.earned.value());
  json.field("points_used", sums.used.value());
  json.endObject();
}

}  // namespace

std::string_view reconStateName(ReconState state) {
  switch (state) {
    case ReconState::Open: return "OPEN";
    case ReconState::NoZ: return "NO_Z";
    case ReconState::WaitEvents: return "WAIT_EVENTS";
    case ReconState::Match: return "MATCH";
    case ReconState::Mismatch: return "MISMATCH";
    case ReconState::Late: return "LATE";
    case ReconState::Forked: return "FORKED";
    case ReconState::SignedOff: return "SIGNED_OFF";
  }
  return "";
}

bool settled(ReconState state) { return state == ReconState::Match || state == ReconState::SignedOff; }

base::Result<std::vector<ReconRow>> reconcile(ports::HqStore& store, base::BusinessDate day, base::BusinessDate today) {
  std::vector<ReconRow> rows;
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    rows.clear();
    const auto held = tx.quarantine();
    std::map<std::string, std::vector<ports::HqDaySpan>> spans;
    for (auto& span : tx.daySpans(day)) spans[span.terminal].push_back(span);
    for (const auto& one : held)
      if (one.day == day && !one.released) spans.try_emplace(one.key.terminal);
    for (const auto& [id, own] : spans) {
      const auto terminal = tx.terminal(id);
      if (!terminal) continue;
      ReconRow row;
      row.terminal = id;
      row.store = terminal->store;
      row.position = terminal->position;
      row.facts = tx.factSums(id, day);
      for (const auto& span : own) KAHUI_TRY(readRaw(tx, span, day, row));
      nameHeld(held, day, row);
      decide(tx, *terminal, day, today, row);
      compareLock(tx, day, row);
      rows.push_back(std::move(row));
    }
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::tie(a.store, a.position, a.terminal) < std::tie(b.store, b.position, b.terminal);
  });
  return rows;
}

bool allMatch(const std::vector<ReconRow>& rows) {
  return std::all_of(rows.begin(), rows.end(), [](const auto& row) { return settled(row.state); });
}

std::string reconJson(base::BusinessDate day, const std::vector<ReconRow>& rows) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.field("business_date", day.iso());
  json.flag("match", allMatch(rows));
  Money total;
  std::int64_t left_out = 0;
  for (const auto& row : rows) settled(row.state) ? void(total += row.facts.total) : void(++left_out);
  json.field("matched_total", total.value());
  json.field("not_matched", left_out);
  json.beginArray("terminals");
  for (const auto& row : rows) {
    json.beginObject();
    json.field("terminal", row.terminal);
    json.field("store", row.store);
    json.field("position", row.position);
    json.field("state", reconStateName(row.state));
    json.field("first_seq", static_cast<std::int64_t>(row.first));
    json.field("last_seq", static_cast<std::int64_t>(row.last));
    sumsJson(json, "facts", row.facts);
    sumsJson(json, "events", row.raw);
    json.beginObject("closing");
    json.field("bills", row.closed_bills);
    json.field("total", row.closed_total.value());
    json.endObject();
    json.field("quarantined", row.facts.quarantined);
    if (row.lock && row.lock->signed_off) {
      json.beginObject("signed_off");
      json.field("who", row.lock->who);
      json.field("reason", row.lock->reason);
      json.field("at_ms", row.lock->locked_ms);
      json.endObject();
    }
    json.beginArray("reasons");
    for (const auto& reason : row.reasons) json.element(reason);
    json.endArray();
    json.endObject();
  }
  json.endArray();
  json.endObject();
  return text;
}

}  // namespace kahui::hq
