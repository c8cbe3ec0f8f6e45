// Optional parameters of headquarters: groups of members with a price of their own, campaigns that somebody approves.
// Rates in basis points, money in fen, days both included.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/programme/window.hpp"

namespace kahui::programme {

// S001-40, optional: "groups": [{"code": "PKU", "name": "北大", "name_en": "PKU", "from": "2026-09-01", "to":
// "2027-06-30", "rate_bp": 8800, "prices": [{"sku": "TEA", "price_fen": 900}, {"category": "10", "rate_bp": 8000}]}].
// Of a line the price of its sku holds, else that of its category, else the group's rate; it is one more candidate of
// P2, so that the best of all holds.
struct GroupPrice {
  std::string sku, category;  // one of both
  std::optional<base::Money> price;
  std::optional<base::Rate> rate;  // one of both
};
struct Group {
  std::string code;
  std::string name, name_en;  // the second may be empty
  std::optional<base::BusinessDate> from, to;
  std::optional<base::Rate> rate;
  std::vector<GroupPrice> prices;

  [[nodiscard]] Window window() const;
  [[nodiscard]] bool holds(base::BusinessDate day) const { return (!from || *from <= day) && (!to || day <= *to); }
  // What holds for goods; null: only `rate`.
  [[nodiscard]] const GroupPrice* priceOf(std::string_view sku, std::string_view category) const;
};

// S001-38, optional: "campaigns": [{"id": "spring", "name": "…", "from": "2027-03-01", "to": "2027-03-31",
// "promotions": ["p1"], "state": "DRAFT", "prepared": false, "approved_by": ""}]. Its promotions never apply while it
// is a draft, and once approved on its days alone, beside what they say of time themselves.
enum class CampaignState { Draft, Approved };
struct PackCampaign {
  std::string id, name;
  base::BusinessDate from, to;
  std::vector<std::string> promotions;  // ids of the pack
  CampaignState state = CampaignState::Draft;
  bool prepared = false;  // goods, papers and people are ready
  std::string approved_by;

  [[nodiscard]] Window window() const;
};

// What a day makes of it: LIVE on its days once approved, OVER after them.
enum class CampaignStage { Draft, Approved, Live, Over };
[[nodiscard]] CampaignStage stageOf(const PackCampaign& campaign, base::BusinessDate day);
[[nodiscard]] std::string_view name(CampaignStage stage);  // DRAFT, APPROVED, LIVE, OVER

// S001-38: so many days before it begins somebody is warned of what is not approved or not prepared.
inline constexpr int kCampaignWarning_days = 7;
struct CampaignWarning {
  bool not_approved = false, not_prepared = false;
  int days = 0;  // until it begins; < 0: it should have begun
};
// nullopt: there is nothing to warn of.
[[nodiscard]] std::optional<CampaignWarning> warningOf(const PackCampaign& campaign, base::BusinessDate day);

}  // namespace kahui::programme
