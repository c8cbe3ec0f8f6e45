#include "core/journal/shift_codec.hpp"

#include "core/journal/json_reader.hpp"
#include "core/journal/sale_codec.hpp"

namespace kahui::journal {

namespace {

using base::JsonWriter;
using nlohmann::json;

}  // namespace

void writePayload(JsonWriter& out, const FloatSet& set) {
  out.field("sh", set.shift);
  out.field("op", set.operator_code);
  out.field(kOpeningFloatKey, set.amount.value());
}

FloatSet readFloatSet(const json& p) { return {number(p, "sh"), text(p, "op"), money(p, kOpeningFloatKey)}; }

void writePayload(JsonWriter& out, const CashMoved& moved) {
  out.field("sh", moved.shift);
  out.field("k", moved.kind);
  out.field("a", moved.amount.value());
  out.field("why", moved.reason);
  out.field("op", moved.operator_code);
  out.fieldIfAny("ap", moved.approver);
}

CashMoved readCashMoved(const json& p) {
  return {number(p, "sh"), text(p, "k"), money(p, "a"), text(p, "why"), text(p, "op"), text(p, "ap", "")};
}

void writePayload(JsonWriter& out, const DrawerOpened& opened) {
  out.field("sh", opened.shift);
  out.field("why", opened.reason);
  out.field("op", opened.operator_code);
  out.fieldIfAny("ap", opened.approver);
}

DrawerOpened readDrawerOpened(const json& p) {
  return {number(p, "sh"), text(p, "why"), text(p, "op"), text(p, "ap", "")};
}

void writeCount(JsonWriter& out, const ShiftCount& count) {
  out.field("cnt", count.counted.value());
  out.field("exp", count.expected.value());
  out.field("left", count.left.value());
  out.fieldIfAny("rs", count.reason);
  out.field("po", count.points_open.value());
  out.field("pc", count.points_close.value());
}

std::optional<ShiftCount> readCount(const json& p) {
  if (!p.contains("cnt")) return std::nullopt;
  return ShiftCount{money(p, "cnt"),   money(p, "exp"), money(p, "left"),
                    text(p, "rs", ""), points(p, "po"), points(p, "pc")};
}

void writePayload(JsonWriter& out, const BillHeld& held) {
  out.field("id", held.bill.hex());
  out.field("sh", held.shift);
  out.field("op", held.operator_code);
  out.field("n", held.lines);
  out.field("total", held.total.value());
  out.fieldIfAny("from", held.from);
  out.fieldIfAny("ht", held.holder);
  if (held.origin) out.field("or", held.origin->hex());
}

BillHeld readBillHeld(const json& p) {
  BillHeld held{identity(p, "id"), number(p, "sh"), text(p, "op"), number(p, "n"), money(p, "total")};
  held.from = text(p, "from", "");
  held.holder = text(p, "ht", "");
  if (p.contains("or")) held.origin = identity(p, "or");
  return held;
}

void writePayload(JsonWriter& out, const HeldBillEnded& ended) {
  out.field("id", ended.bill.hex());
  out.field("sh", ended.shift);
  out.field("op", ended.operator_code);
  if (ended.recalled) out.field("rc", std::int64_t{1});
  out.fieldIfAny("to", ended.taker);
  if (ended.alone) out.field("al", std::int64_t{1});
}

HeldBillEnded readHeldBillEnded(const json& p) {
  return {identity(p, "id"), number(p, "sh"), text(p, "op"), flag(p, "rc"), text(p, "to", ""), flag(p, "al")};
}

void writePayload(JsonWriter& out, const ReceiptReprinted& copy) {
  out.field("rn", copy.receipt_no);
  out.field("n", copy.copy);
  out.field("op", copy.operator_code);
}

ReceiptReprinted readReceiptReprinted(const json& p) { return {text(p, "rn"), number(p, "n"), text(p, "op")}; }

}  // namespace kahui::journal
