// kahui-hq campaigns list, approve, prepared.
#include <iostream>

#include "app/hq/command.hpp"
#include "core/hq/campaigns.hpp"

namespace kahui::hqserver {

namespace {

// Exit 1 if there is something to warn of, so that a script hears of it.
int listCampaigns(const DataOptions& options, bool json) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto rows = hq::campaigns(*data->store, clockOf(*data)->now().local());
  if (!rows) return report(rows.error());
  bool warned = false;
  for (const hq::CampaignRow& row : *rows) {
    warned = warned || row.warning.has_value();
    if (json) continue;
    std::cout << row.campaign.id << ' ' << row.campaign.from.iso() << " to " << row.campaign.to.iso() << ' '
              << programme::name(row.stage) << (row.campaign.prepared ? ", prepared" : ", not prepared");
    if (!row.campaign.approved_by.empty()) std::cout << ", approved by " << row.campaign.approved_by;
    std::cout << (row.campaign.name.empty() ? "" : ": ") << row.campaign.name << '\n';
    if (!row.warning) continue;
    std::cout << "  warning: ";
    if (row.warning->days > 0)
      std::cout << "begins in " << row.warning->days << " days and is ";
    else
      std::cout << "has begun by its dates and is ";
    std::cout << (row.warning->not_approved ? "not approved" : "")
              << (row.warning->not_approved && row.warning->not_prepared ? ", " : "")
              << (row.warning->not_prepared ? "not prepared" : "") << '\n';
  }
  if (json) std::cout << hq::campaignsJson(*rows) << '\n';
  return warned ? kNo : kDone;
}

int change(const DataOptions& options, const programme::CampaignChange& wanted) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const base::WallTime now = clockOf(*data)->now();
  const auto packs = hq::changeCampaign(*data->store, wanted, now.local(), now.utc_ms);
  if (!packs) return report(packs.error());
  std::cout << "campaign " << wanted.id << (wanted.approve ? " is approved" : " is prepared") << "; " << *packs
            << " rule pack(s) have a new version\n";
  return kDone;
}

}  // namespace

void addCampaignCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  CLI::App* group = app.add_subcommand("campaigns", "Campaigns of the rules: drafts, approval, preparation");
  group->require_subcommand(1);
  auto json = std::make_shared<bool>(false);
  CLI::App* command =
      group->add_subcommand("list", "All of them; exit 1 if one begins within 7 days and is not approved or prepared");
  command->add_flag("--json", *json, "One JSON line");
  command->callback([&options, json, &exit_code] { exit_code = listCampaigns(options, *json); });
  auto approved = std::make_shared<programme::CampaignChange>();
  approved->approve = true;
  command = group->add_subcommand("approve", "Let a draft become live by its dates");
  command->add_option("CAMPAIGN", approved->id, "Its id in the rules")->required();
  command->add_option("--by", approved->by, "Name of who approves")->required();
  command->callback([&options, approved, &exit_code] { exit_code = change(options, *approved); });
  auto prepared = std::make_shared<programme::CampaignChange>();
  prepared->prepared = true;
  command = group->add_subcommand("prepared", "Goods, papers and people are ready");
  command->add_option("CAMPAIGN", prepared->id, "Its id in the rules")->required();
  command->callback([&options, prepared, &exit_code] { exit_code = change(options, *prepared); });
}

}  // namespace kahui::hqserver
