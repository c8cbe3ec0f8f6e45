// What a campaign brought and cost (requirements S001-62, S001-63, S003-38, S003-101): joins and members' sales during
// it, beside two times of the same length before and after. Pure. Money in fen.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/journal/campaign_event.hpp"
#include "core/ports/report_source.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::report {

struct CampaignPeriod {
  ports::DaySpan span;
  int days_left = 0;  // that are still to come; days of the span: it has not begun
  std::int64_t joins = 0;
  std::int64_t bills = 0;   // of members
  std::int64_t buyers = 0;  // members with a bill
  base::Money net{};        // of members, refunds taken off
  base::Money guest_net{};
  base::Money ticket{};  // what members' bills came to on average, floor; refunds are not taken off
};

struct CampaignFigures {
  journal::CampaignSet set;
  CampaignPeriod before, during, after;
  std::int64_t newcomers = 0;  // joined during it and bought
  base::Money newcomers_net{};
  base::Money discount{};  // what its promotions took off, during it (P5, A1, A2)
  base::Points points{};   // given during it above the ordinary rate, by its promotions (A6), and as gifts
  base::Money points_cost{};
  std::int64_t coupons = 0;  // of its batches, used until the time after it ends
  base::Money coupons_cost{};

  [[nodiscard]] base::Money rewards() const { return points_cost + coupons_cost; }  // S001-63
  [[nodiscard]] base::Money cost() const { return discount + rewards() + set.costs.sum(); }
  [[nodiscard]] base::Money extraNet() const { return during.net - before.net; }
};

// Before, during and after: three spans of equal length.
struct CampaignSpans {
  ports::DaySpan before, during, after;
};
CampaignSpans campaignSpans(const journal::CampaignSet& set);

// Points that a member's bill earned above the ordinary rate by a member day; a birthday's are nobody's campaign, those
// of A6 are their promotion's.
base::Points extraPoints(const journal::SaleCompleted& sale);

// `book`: hours, visits and facts of the three spans; `events`: ports::ReportSource::rewardEvents() of during and
// after; `serials`: coupons of the campaign's batches.
CampaignFigures campaignFigures(const journal::CampaignSet& set, const ports::TradeBook& book,
                                const std::vector<journal::Event>& events,
                                const std::unordered_set<std::string>& serials,
                                const std::vector<ports::ReportMember>& members, base::BusinessDate day,
                                const programme::RulePack& pack);

}  // namespace kahui::report
