// The payloads of sale_event.hpp in their line. Internal to this room; throws Malformed where a line cannot be read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/base/json_writer.hpp"
#include "core/journal/payment_event.hpp"
#include "core/journal/sale_event.hpp"

namespace kahui::journal {

// The change that a drawer begins with, in fen. The key stands in stored lines and cannot be renamed.
inline constexpr const char* kOpeningFloatKey = "float";

void writePayload(base::JsonWriter& json, const SaleCompleted& sale);
void writePayload(base::JsonWriter& json, const SaleReturned& sale);
void writePayload(base::JsonWriter& json, const PointsRedeemed& points);
void writePayload(base::JsonWriter& json, const PointsExpired& points);
void writePayload(base::JsonWriter& json, const PointsConfirmed& points);
void writePayload(base::JsonWriter& json, const CouponIssued& coupon);
void writePayload(base::JsonWriter& json, const CouponUsed& coupon);
void writePayload(base::JsonWriter& json, const CouponChanged& coupon);
void writePayload(base::JsonWriter& json, const TierChanged& tier);
void writePayload(base::JsonWriter& json, const JobStep& step);
void writePayload(base::JsonWriter& json, const RulesApplied& rules);
void writePayload(base::JsonWriter& json, const PaymentBegun& payment);
void writePayload(base::JsonWriter& json, const PaymentEnded& payment);
void writePayload(base::JsonWriter& json, const StoredMoved& moved);
void writePayload(base::JsonWriter& json, const CountMoved& moved);

void writeTerms(base::JsonWriter& json, const CouponTerms& terms);  // the keys alone
void writeLots(base::JsonWriter& json, std::string_view key, const std::vector<LotPart>& lots);

CouponTerms readTerms(const nlohmann::json& terms);
std::vector<LotPart> readLots(const nlohmann::json& object, const char* key);
SaleCompleted readSale(const nlohmann::json& payload);
SaleReturned readSaleReturned(const nlohmann::json& payload);
PointsRedeemed readPointsRedeemed(const nlohmann::json& payload);
PointsExpired readPointsExpired(const nlohmann::json& payload);
PointsConfirmed readPointsConfirmed(const nlohmann::json& payload);
CouponIssued readCouponIssued(const nlohmann::json& payload);
CouponUsed readCouponUsed(const nlohmann::json& payload);
CouponChanged readCouponChanged(const nlohmann::json& payload);
TierChanged readTierChanged(const nlohmann::json& payload);
JobStep readJobStep(const nlohmann::json& payload);
RulesApplied readRulesApplied(const nlohmann::json& payload);
PaymentBegun readPaymentBegun(const nlohmann::json& payload);
PaymentEnded readPaymentEnded(const nlohmann::json& payload);
StoredMoved readStoredMoved(const nlohmann::json& payload);
CountMoved readCountMoved(const nlohmann::json& payload);

}  // namespace kahui::journal
