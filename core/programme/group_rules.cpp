#include "core/programme/group_rules.hpp"

#include <algorithm>

namespace kahui::programme {

namespace {

base::LocalTime midnightOf(base::BusinessDate day) {
  return base::LocalTime(std::chrono::local_days(day.sysDays().time_since_epoch()));
}

}  // namespace

Window Group::window() const {
  Window window;
  if (from) window.from = midnightOf(*from);
  if (to) window.to = midnightOf(to->plusDays(1));
  return window;
}

const GroupPrice* Group::priceOf(std::string_view sku, std::string_view category) const {
  const auto find = [&](std::string GroupPrice::*field, std::string_view wanted) {
    return std::find_if(prices.begin(), prices.end(),
                        [&](const GroupPrice& one) { return !(one.*field).empty() && one.*field == wanted; });
  };
  if (const auto found = find(&GroupPrice::sku, sku); found != prices.end()) return &*found;
  const auto found = find(&GroupPrice::category, category);
  return found == prices.end() ? nullptr : &*found;
}

Window PackCampaign::window() const {
  Window window;
  window.from = midnightOf(from);
  window.to = midnightOf(to.plusDays(1));
  return window;
}

CampaignStage stageOf(const PackCampaign& campaign, base::BusinessDate day) {
  if (day > campaign.to) return CampaignStage::Over;
  if (campaign.state == CampaignState::Draft) return CampaignStage::Draft;
  return day < campaign.from ? CampaignStage::Approved : CampaignStage::Live;
}

std::string_view name(CampaignStage stage) {
  switch (stage) {
    case CampaignStage::Draft: return "DRAFT";
    case CampaignStage::Approved: return "APPROVED";
    case CampaignStage::Live: return "LIVE";
    case CampaignStage::Over: return "OVER";
  }
  return {};
}

std::optional<CampaignWarning> warningOf(const PackCampaign& campaign, base::BusinessDate day) {
  const CampaignWarning warning{campaign.state == CampaignState::Draft, !campaign.prepared,
                                static_cast<int>(campaign.from.days() - day.days())};
  const bool due = day <= campaign.to && warning.days <= kCampaignWarning_days;
  if (!due || (!warning.not_approved && !warning.not_prepared)) return std::nullopt;
  return warning;
}

}  // namespace kahui::programme
