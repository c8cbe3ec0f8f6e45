// What came to a staged member's record with version 28 (store_stage.cpp). Internal to the store.
#pragma once

#include <nlohmann/json.hpp>

#include "core/ports/sync_store.hpp"

namespace kahui::store {

inline std::optional<base::BusinessDate> stagedDay(const nlohmann::json& at) {
  return at.is_null() ? std::nullopt : std::optional(base::BusinessDate::fromDays(at.get<std::int32_t>()));
}

inline nlohmann::json channelBillsOf(const ports::FeedMember& m) {
  auto bills = nlohmann::json::array();
  for (const auto& bill : m.bills)
    bills.push_back(
        nlohmann::json::array({bill.receipt_no, bill.channel, bill.pickup, bill.at.utc_ms, bill.at.offset_min,
                               bill.day.days(), bill.total.value(), bill.earned.value(), bill.lines}));
  return bills;
}

// Of what a program before version 28 laid aside nothing is there.
inline void readLater(const nlohmann::json& at, ports::FeedMember& m) {
  if (at.size() < 24) return;
  if (!at[21].is_null())
    m.hand = ports::FeedHandTier{at[21][0].get<std::string>(), stagedDay(at[21][1]), at[21][2].get<std::string>()};
  m.terms = at[22][0].get<std::string>();
  m.terms_ms = at[22][1].get<std::int64_t>();
  for (const nlohmann::json& one : at[23])
    m.bills.push_back({one[0].get<std::string>(), one[1].get<std::string>(), one[2].get<std::string>(),
                       base::WallTime{one[3].get<std::int64_t>(), one[4].get<int>()},
                       base::BusinessDate::fromDays(one[5].get<std::int32_t>()),
                       base::Money(one[6].get<std::int64_t>()), base::Points(one[7].get<std::int64_t>()),
                       one[8].get<int>()});
}

}  // namespace kahui::store
