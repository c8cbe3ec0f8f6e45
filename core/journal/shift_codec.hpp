// The payloads of shift_event.hpp in their line. Internal to this room; throws Malformed where a line cannot be read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "core/base/json_writer.hpp"
#include "core/journal/shift_event.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const FloatSet& set);
void writePayload(base::JsonWriter& json, const CashMoved& moved);
void writePayload(base::JsonWriter& json, const DrawerOpened& opened);
void writePayload(base::JsonWriter& json, const BillHeld& held);
void writePayload(base::JsonWriter& json, const HeldBillEnded& ended);
void writePayload(base::JsonWriter& json, const ReceiptReprinted& copy);

void writeCount(base::JsonWriter& json, const ShiftCount& count);  // the keys alone
std::optional<ShiftCount> readCount(const nlohmann::json& payload);

FloatSet readFloatSet(const nlohmann::json& payload);
CashMoved readCashMoved(const nlohmann::json& payload);
DrawerOpened readDrawerOpened(const nlohmann::json& payload);
BillHeld readBillHeld(const nlohmann::json& payload);
HeldBillEnded readHeldBillEnded(const nlohmann::json& payload);
ReceiptReprinted readReceiptReprinted(const nlohmann::json& payload);

}  // namespace kahui::journal
