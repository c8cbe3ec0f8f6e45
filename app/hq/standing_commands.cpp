// kahui-hq members pending, approve, refuse, tier.
#include <iostream>

#include "app/hq/command.hpp"
#include "core/hq/hand_tiers.hpp"
#include "core/hq/standing.hpp"

namespace kahui::hqserver {

namespace {

int judge(const DataOptions& options, const hq::Judgement& wanted) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto id = hq::judgeMember(*data->store, wanted);
  if (!id) return report(id.error());
  std::cout << "member " << *id << (wanted.approved ? " is approved" : " is refused")
            << "; its store's tills hear of it with their next session\n";
  return kDone;
}

int listApplicants(const DataOptions& options, bool json) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto list = hq::applicants(*data->store);
  if (!list) return report(list.error());
  if (json) {
    std::cout << hq::applicantsJson(*list) << '\n';
    return kDone;
  }
  for (const hq::Applicant& one : *list)
    std::cout << one.no << ' ' << one.id << ' ' << one.status << ", joined " << one.joined.iso() << " in store "
              << one.home << (one.reason.empty() ? "" : ": ") << one.reason << '\n';
  return kDone;
}

int giveTier(const DataOptions& options, hq::HandTierWish wish, const std::string& until) {
  if (!until.empty()) {
    wish.until = base::BusinessDate::parse(until);
    if (!wish.until) return report({base::ErrorCode::BadInput, "--until: a date YYYY-MM-DD is expected"});
  }
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto id = hq::giveHandTier(*data->store, wish, clockOf(*data)->now());
  if (!id) return report(id.error());
  std::cout << "member " << *id
            << (wish.tier.empty() ? " has the tier of the rules again" : " is " + wish.tier + " by hand")
            << (wish.until ? " until " + wish.until->iso() : std::string())
            << "; tills hear of it with their next session\n";
  return kDone;
}

void addTierCommand(CLI::App& members, DataOptions& options, int& exit_code) {
  auto wish = std::make_shared<hq::HandTierWish>();
  auto until = std::make_shared<std::string>();
  CLI::App* command = members.add_subcommand("tier", "Give a tier by hand, above the one by the rules, or end it");
  command->add_option("MEMBER", wish->member, "Number or id")->required();
  auto* tier = command->add_option("--tier", wish->tier, "Code of the tier");
  auto* day = command->add_option("--until", *until, "Last day, YYYY-MM-DD; without it until --end");
  auto end = std::make_shared<bool>(false);
  command->add_flag("--end", *end, "The rules decide again")->excludes(tier)->excludes(day);
  command->add_option("--reason", wish->reason, "Why, in words");
  command->add_option("--by", wish->by, "Name of who decides")->required();
  command->callback([&options, wish, until, end, &exit_code] {
    if (wish->tier.empty() && !*end) {
      exit_code = report({base::ErrorCode::BadInput, "--tier CODE or --end is expected"});
      return;
    }
    exit_code = giveTier(options, *wish, *until);
  });
}

}  // namespace

void addStandingCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  CLI::App* members = app.get_subcommand("members");
  addTierCommand(*members, options, exit_code);
  auto json = std::make_shared<bool>(false);
  CLI::App* command = members->add_subcommand("pending", "Who waits for approval, and who was refused");
  command->add_flag("--json", *json, "One JSON line");
  command->callback([&options, json, &exit_code] { exit_code = listApplicants(options, *json); });
  for (const bool approved : {true, false}) {
    auto wanted = std::make_shared<hq::Judgement>();
    wanted->approved = approved;
    command = approved ? members->add_subcommand("approve", "Make a member of an applicant, a refused one too")
                       : members->add_subcommand("refuse", "Refuse an applicant");
    command->add_option("MEMBER", wanted->member, "Number or id")->required();
    command->add_option("--by", wanted->by, "Name of who decides")->required();
    auto* reason = command->add_option("--reason", wanted->reason, "Why, in words");
    if (!approved) reason->required();
    command->callback([&options, wanted, &exit_code] { exit_code = judge(options, *wanted); });
  }
}

}  // namespace kahui::hqserver
