#include "core/hq/held_bills.hpp"

namespace kahui::hq {

namespace {

using ports::HqEventKey;
using ports::HqHeldBill;
using ports::HqTransaction;

constexpr const char* kOffered = "OFFERED";
constexpr const char* kTaken = "TAKEN";
constexpr const char* kGone = "GONE";
constexpr const char* kGranted = "GRANTED";
constexpr const char* kUnknown = "UNKNOWN";

std::optional<ports::HqTerminal> activeTerminal(HqTransaction& tx, std::string_view id) {
  auto terminal = tx.terminal(id);
  if (terminal && terminal->state != ports::HqTerminalState::Active) terminal.reset();
  return terminal;
}

sync::HeldReply taken(const HqHeldBill& row) { return {row.bill, kTaken, row.taker_position, row.changed_ms}; }

bool asked(const HqHeldBill& row, std::string_view taker) {
  return row.state == kTaken && row.taker == taker && row.taken_seq == 0;
}

template <class Decide>
Answer<sync::HeldReply> decided(ports::HqStore& store, const std::string& bill, Decide&& decide) {
  sync::HeldReply reply;
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    reply = {bill, kUnknown, {}, 0};
    decide(tx, reply);
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  return reply;
}

void flagTwice(const Projection& to, const HqHeldBill& row) {
  to.tx.putFlag({{row.taker, row.taken_inc, row.taken_seq},
                 "held_twice",
                 {},
                 "bill " + row.bill + " was taken up again at " + row.terminal + " without asking, and taken over at " +
                     row.taker});
}

}  // namespace

Answer<sync::HeldReply> offerHeld(ports::HqStore& store, std::string_view terminal, const sync::HeldOffer& offer,
                                  std::int64_t now_ms) {
  return decided(store, offer.id, [&](HqTransaction& tx, sync::HeldReply& reply) {
    const auto holder = activeTerminal(tx, terminal);
    if (!holder) return;
    const auto known = tx.heldBill(terminal, offer.id);
    if (known && known->state == kTaken) {
      reply = taken(*known);
      return;
    }
    reply.state = known ? known->state : kOffered;
    if (known) return;
    tx.dropHeldBills(holder->store, now_ms - kHeldKept_ms);
    HqHeldBill row{std::string(terminal),
                   offer.id,
                   holder->store,
                   holder->position,
                   offer.box,
                   offer.at_ms,
                   kOffered,
                   {},
                   {},
                   now_ms};
    tx.putHeldBill(row);
  });
}

Answer<sync::HeldPage> heldPage(ports::HqStore& store, std::string_view terminal, std::int64_t now_ms) {
  sync::HeldPage page;
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    page = {};
    const auto own = activeTerminal(tx, terminal);
    if (!own) return {};
    std::size_t bytes = 0;
    for (const HqHeldBill& row : tx.heldBills(own->store, now_ms - kHeldKept_ms)) {
      if (row.terminal == terminal) {
        if (row.state == kTaken) page.taken.push_back(taken(row));
        continue;
      }
      const bool free = row.state == kOffered || asked(row, terminal);
      if (!free || row.box.empty() || bytes + row.box.size() > sync::kMostHeldPage_bytes) continue;
      bytes += row.box.size();
      page.items.push_back({row.bill, row.terminal, row.position, row.made_ms, row.box});
    }
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  return page;
}

Answer<sync::HeldReply> takeHeld(ports::HqStore& store, std::string_view terminal, const sync::HeldAsk& ask,
                                 std::int64_t now_ms) {
  return decided(store, ask.id, [&](HqTransaction& tx, sync::HeldReply& reply) {
    const auto own = activeTerminal(tx, terminal);
    auto row = tx.heldBill(ask.holder, ask.id);
    if (!own || !row || row->store != own->store || row->terminal == terminal) return;
    if (row->state == kOffered || asked(*row, terminal)) {
      row->state = kTaken;
      row->taker = terminal;
      row->taker_position = own->position;
      row->changed_ms = now_ms;
      tx.putHeldBill(*row);
      reply.state = kGranted;
      return;
    }
    reply = row->state == kTaken ? taken(*row) : sync::HeldReply{ask.id, kGone, {}, row->changed_ms};
  });
}

Answer<sync::HeldReply> withdrawHeld(ports::HqStore& store, std::string_view terminal, const sync::HeldAsk& ask,
                                     std::int64_t now_ms) {
  return decided(store, ask.id, [&](HqTransaction& tx, sync::HeldReply& reply) {
    auto row = tx.heldBill(terminal, ask.id);
    if (!row) return;
    if (row->state == kTaken) {
      reply = taken(*row);
      return;
    }
    row->state = kGone;
    row->box.clear();
    row->changed_ms = now_ms;
    tx.putHeldBill(*row);
    reply.state = kGranted;
  });
}

void applyHeld(const Projection& to, const HqEventKey& key, const journal::BillHeld& held) {
  if (held.holder.empty() || !held.origin) return;
  const auto own = to.tx.terminal(key.terminal);
  auto row = to.tx.heldBill(held.holder, held.origin->hex());
  if (!row) {
    row.emplace();
    row->terminal = held.holder;
    row->bill = held.origin->hex();
    row->made_ms = to.now_ms;
    if (own) row->store = own->store;
  }
  row->state = kTaken;
  row->taker = key.terminal;
  row->taker_position = own ? own->position : std::string();
  if (row->changed_ms == 0) row->changed_ms = to.now_ms;
  row->box.clear();
  row->taken_inc = key.inc;
  row->taken_seq = key.seq;
  to.tx.putHeldBill(*row);
  if (row->alone) flagTwice(to, *row);
}

void applyHeldEnded(const Projection& to, const HqEventKey& key, const journal::HeldBillEnded& ended) {
  if (!ended.taker.empty()) return;
  auto row = to.tx.heldBill(key.terminal, ended.bill.hex());
  if (!row && !ended.alone) return;  // it was never offered
  if (!row) {
    row.emplace();
    row->terminal = key.terminal;
    row->bill = ended.bill.hex();
    row->made_ms = row->changed_ms = to.now_ms;
    if (const auto own = to.tx.terminal(key.terminal)) row->store = own->store;
    row->state = kGone;
  }
  if (row->state == kOffered) row->state = kGone;
  if (row->state == kGone) row->box.clear();
  row->alone = row->alone || ended.alone;
  to.tx.putHeldBill(*row);
  if (row->alone && row->taken_seq != 0) flagTwice(to, *row);
}

}  // namespace kahui::hq
