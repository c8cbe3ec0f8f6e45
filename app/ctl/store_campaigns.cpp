// kahuictl rules campaigns, approve and prepared: campaigns of a store's rule pack (requirements S001-38).
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/ctl/command.hpp"
#include "app/local/demo_clock.hpp"
#include "core/programme/campaign_edit.hpp"

namespace kahui::ctl {

namespace {

using programme::PackCampaign;

base::Result<programme::RulePack> packInForce(store::SqliteStore& store, std::string* text = nullptr) {
  const auto in_force = store.rulePack();
  if (!in_force) return tl::unexpected(in_force.error());
  if (text != nullptr) *text = in_force->json;
  return programme::parseRulePack(std::string_view(in_force->json));
}

nlohmann::ordered_json rowJson(const PackCampaign& one, base::BusinessDate day) {
  nlohmann::ordered_json row{{"id", one.id},
                             {"name", one.name},
                             {"from", one.from.iso()},
                             {"to", one.to.iso()},
                             {"stage", programme::name(programme::stageOf(one, day))},
                             {"prepared", one.prepared},
                             {"approved_by", one.approved_by}};
  if (const auto warning = programme::warningOf(one, day)) {
    row["days"] = warning->days;
    row["not_approved"] = warning->not_approved;
    row["not_prepared"] = warning->not_prepared;
  }
  return row;
}

void printRow(const PackCampaign& one, base::BusinessDate day) {
  std::cout << one.id << ' ' << one.from.iso() << " to " << one.to.iso() << ' '
            << programme::name(programme::stageOf(one, day)) << (one.prepared ? ", prepared" : ", not prepared")
            << (one.name.empty() ? "" : ": ") << one.name << '\n';
  const auto warning = programme::warningOf(one, day);
  if (!warning) return;
  std::cout << "  warning: "
            << (warning->days > 0 ? "begins in " + std::to_string(warning->days) + " days"
                                  : std::string("has begun by its dates"))
            << (warning->not_approved ? ", not approved" : "") << (warning->not_prepared ? ", not prepared" : "")
            << '\n';
}

// Exit 1 if there is something to warn of.
int list(const std::string& folder, bool json) {
  auto store = openForReading(folder);
  if (!store) return report(store.error(), json);
  const auto pack = packInForce(**store);
  if (!pack) return report(pack.error(), json);
  const auto clock = local::openClock((*store)->info().zone, (*store)->info().demo);
  const base::BusinessDate day = clock->now().local().date();
  bool warned = false;
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const PackCampaign& one : pack->campaigns) {
    warned = warned || programme::warningOf(one, day).has_value();
    if (json)
      rows.push_back(rowJson(one, day));
    else
      printRow(one, day);
  }
  if (json) std::cout << nlohmann::ordered_json{{"campaigns", rows}}.dump() << '\n';
  return warned ? kNo : kDone;
}

struct ChangeArguments {
  std::string folder, operator_code, pin;
  programme::CampaignChange change;
};

int change(ChangeArguments arguments) {
  auto store = openForWriting(arguments.folder);
  if (!store) return report(store.error());
  if ((*store)->info().enrolled)
    return report({base::ErrorCode::WrongState, "headquarters has the rules: 'kahui-hq campaigns' approves"});
  const auto manager = managerOf(**store, arguments.operator_code, arguments.pin);
  if (!manager) return report(manager.error());
  arguments.change.by = manager->name.empty() ? manager->code : manager->name;
  std::string text;
  const auto pack = packInForce(**store, &text);
  if (!pack) return report(pack.error());
  const auto clock = local::openClock((*store)->info().zone, (*store)->info().demo);
  const base::WallTime now = clock->now();
  const auto changed = programme::changeCampaign(text, arguments.change, now.local());
  if (!changed) return report(changed.error());
  const auto applied =
      (*store)->applyRulePack({changed->version, changed->valid_from, changed->json}, now, now.local().date());
  if (!applied) return report(applied.error());
  std::cout << "campaign " << arguments.change.id << (arguments.change.approve ? " is approved by " : " is prepared, ")
            << arguments.change.by << "; rule pack " << changed->version << '\n';
  return kDone;
}

}  // namespace

void addStoreCampaigns(CLI::App& rules, int& exit_code) {
  auto folder = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  CLI::App* command = rules.add_subcommand(
      "campaigns", "Campaigns of a store's rules; exit 1 if one begins within 7 days, not approved or not prepared");
  command->add_option("--store", *folder, "Folder of the store")->required();
  command->add_flag("--json", *json, "One JSON object");
  command->callback([folder, json, &exit_code] { exit_code = list(*folder, *json); });
  for (const bool approves : {true, false}) {
    auto arguments = std::make_shared<ChangeArguments>();
    (approves ? arguments->change.approve : arguments->change.prepared) = true;
    command = approves ? rules.add_subcommand("approve", "Let a campaign that is a draft become live by its dates")
                       : rules.add_subcommand("prepared", "Goods, papers and people for a campaign are ready");
    command->add_option("--store", arguments->folder, "Folder of the store")->required();
    command->add_option("--campaign", arguments->change.id, "Its id in the rules")->required();
    command->add_option("--operator", arguments->operator_code, "Manager who says so; the name is kept")->required();
    command->add_option("--pin", arguments->pin, "The manager's PIN");
    command->callback([arguments, &exit_code] { exit_code = change(*arguments); });
  }
}

}  // namespace kahui::ctl
