// The manager's day and any longer period, from the journal's events (rulebook D1, D3; requirements S000-66, S001-87,
// S002-11, S002-12). Sums only; the caller brings the events of the period, in any order. Money in fen, quantities in
// thousandths.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/journal/event.hpp"
#include "core/journal/projection.hpp"
#include "core/ports/report_source.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/report/figures.hpp"

namespace kahui::report {

struct Trade {  // of an hour, a tier, a tender
  std::int64_t bills = 0;
  base::Money net{};  // refunds taken off, in the hour or tier in which they were paid back
  std::int64_t member_bills = 0;
  base::Money member_net{};
};

struct ItemTrade {
  std::string name;
  base::Quantity members{}, guests{};  // refunds taken off
  base::Money member_net{}, guest_net{};
};

struct ManualDiscounts {  // P4, P6 by hand; of one operator
  std::int64_t bills = 0;
  base::Money saving{};
};

struct TenderTrade {
  base::Money taken{};
  base::Money given_back{};  // >= 0
};

struct PeriodFigures {
  DayFigures day;             // D1 over the whole period
  journal::DayTotals totals;  // the same sums that the store keeps, and what D1 counts beside bills
  std::int64_t upgrades = 0;
  base::Money stored_in{};             // topped up, its gift too, or given back by returns
  base::Money stored_out{};            // paid with, or paid out
  std::int64_t repeat_buyers = 0;      // members with two or more bills
  std::int64_t repeat_buyers_bp = 0;   // of the members who bought (D3)
  std::array<Trade, 24> hours{};       // of the settlement, local time
  std::map<std::string, Trade> tiers;  // of the bill; guests under ""
  std::map<std::string, TenderTrade> tenders;
  std::map<std::string, ManualDiscounts> manual;  // by operator code
  std::map<std::string, ItemTrade> items;         // by sku
};

PeriodFigures periodFigures(std::span<const journal::Event> events, const programme::RulePack& pack);

// The same from the folded sums; names of goods are left empty.
PeriodFigures periodFigures(const ports::TradeBook& book, const programme::RulePack& pack);

// The best sold by amount, for members or for guests; those with nothing sold are left out.
std::vector<std::pair<std::string, ItemTrade>> topItems(const PeriodFigures& figures, bool members, std::size_t most);

}  // namespace kahui::report
