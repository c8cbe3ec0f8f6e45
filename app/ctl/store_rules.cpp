// kahuictl rules apply and rehearse: a rule pack and the store it is for.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "app/ctl/command.hpp"
#include "app/local/demo_clock.hpp"
#include "core/base/money_text.hpp"
#include "core/sale/rehearsal.hpp"

namespace kahui::ctl {

namespace {

constexpr std::size_t kMostLosers = 20;

// apply
// ---------------------------------------------------------------------------------------------------------------------

struct ApplyArguments {
  std::string folder, file, operator_code, pin;
};

int apply(const ApplyArguments& arguments) {
  store::RulePackText text;
  const auto pack = readPack(arguments.file, &text.json);
  if (!pack) return report(pack.error());
  if (pack->version.empty()) return report({base::ErrorCode::BadInput, arguments.file + ": version: is missing"});
  auto store = openForWriting(arguments.folder);
  if (!store) return report(store.error());
  if (!(*store)->info().demo || !arguments.operator_code.empty()) {
    const auto manager = managerOf(**store, arguments.operator_code, arguments.pin);
    if (!manager) return report(manager.error());
  }
  const auto clock = local::openClock((*store)->info().zone, (*store)->info().demo);
  const base::WallTime now = clock->now();
  text.version = pack->version;
  text.valid_from = pack->valid_from.value_or(now.local()).iso();
  const auto applied = (*store)->applyRulePack(text, now, now.local().date());
  if (!applied) return report(applied.error());
  std::cout << fmt::format("rule pack {} applies from {}\n", text.version, text.valid_from);
  return kDone;
}

// rehearse
// ---------------------------------------------------------------------------------------------------------------------

struct RehearseArguments {
  std::string folder, file, from, to;
  bool json = false;
};

nlohmann::ordered_json sideJson(const sale::RehearsalSide& side) {
  nlohmann::ordered_json moves = nlohmann::ordered_json::object();
  for (const auto& [move, count] : side.tier_moves) moves[move] = count;
  return {{"paid_fen", side.paid.value()},         {"discount_fen", side.discount.value()},
          {"points_earned", side.earned.value()},  {"points_used", side.used.value()},
          {"benefits_fen", side.benefits.value()}, {"tier_moves", moves}};
}

void printJson(const sale::Rehearsal& rehearsal, const std::string& version) {
  nlohmann::ordered_json losers = nlohmann::ordered_json::array();
  for (const auto& member : rehearsal.losers(kMostLosers)) {
    losers.push_back({{"member_no", std::to_string(member.no)},
                      {"paid_more_fen", member.paid_more.value()},
                      {"points_less", member.earned_less.value()},
                      {"loss_fen", member.loss.value()}});
  }
  const nlohmann::ordered_json out = {{"pack_version", version},
                                      {"bills", rehearsal.bills()},
                                      {"refused", rehearsal.refused()},
                                      {"before", sideJson(rehearsal.before())},
                                      {"after", sideJson(rehearsal.after())},
                                      {"losers", losers}};
  std::cout << out.dump() << '\n';
}

void printText(const sale::Rehearsal& rehearsal, const std::string& version) {
  const auto& [before, after] = std::pair(rehearsal.before(), rehearsal.after());
  std::cout << fmt::format("{} bills under pack {}; {} with a coupon, points or discount it would refuse\n",
                           rehearsal.bills(), version, rehearsal.refused());
  const auto row = [](const char* name, const std::string& was, const std::string& would, const std::string& change) {
    std::cout << fmt::format("{:<16}{:>16}{:>16}{:>16}\n", name, was, would, change);
  };
  row("", "was", "would be", "change");
  row("paid", base::yuanText(before.paid), base::yuanText(after.paid), base::yuanText(after.paid - before.paid));
  row("discount", base::yuanText(before.discount), base::yuanText(after.discount),
      base::yuanText(after.discount - before.discount));
  row("points earned", std::to_string(before.earned.value()), std::to_string(after.earned.value()),
      std::to_string((after.earned - before.earned).value()));
  row("benefits", base::yuanText(before.benefits), base::yuanText(after.benefits),
      base::yuanText(after.benefits - before.benefits));
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> moves;
  for (const auto& [move, count] : before.tier_moves) moves[move].first = count;
  for (const auto& [move, count] : after.tier_moves) moves[move].second = count;
  for (const auto& [move, counts] : moves)
    row(move.c_str(), std::to_string(counts.first), std::to_string(counts.second),
        std::to_string(counts.second - counts.first));
  for (const auto& member : rehearsal.losers(kMostLosers))
    std::cout << fmt::format("member {} loses {} (pays {} more, {} points fewer)\n",
                             member::MemberNo(member.no).masked(), base::yuanText(member.loss),
                             base::yuanText(member.paid_more), member.earned_less.value());
}

int rehearse(const RehearseArguments& arguments) {
  const auto range = dayRange(arguments.from, arguments.to);
  if (!range) return report(range.error(), arguments.json);
  const auto pack = readPack(arguments.file);
  if (!pack) return report(pack.error(), arguments.json);
  const auto store = openForReading(arguments.folder);
  if (!store) return report(store.error(), arguments.json);
  sale::Rehearsal rehearsal(*pack);
  const auto done =
      store::forEachEvent(**store, *range, [&](const journal::Event& event, const std::string&) -> base::Status {
        return std::holds_alternative<journal::SaleCompleted>(event.payload) ? rehearsal.add(event) : base::Status{};
      });
  if (!done) return report(done.error(), arguments.json);
  if (arguments.json)
    printJson(rehearsal, pack->version);
  else
    printText(rehearsal, pack->version);
  return kDone;
}

}  // namespace

void addStoreRules(CLI::App& rules, int& exit_code) {
  auto applied = std::make_shared<ApplyArguments>();
  CLI::App* command = rules.add_subcommand("apply", "Give a store a rule pack; it applies from the pack's valid_from");
  command->add_option("--store", applied->folder, "Folder of the store")->required();
  command->add_option("FILE", applied->file, "The rule pack")->required();
  auto* code = command->add_option("--operator", applied->operator_code, "Manager; needed on a store that is no demo");
  command->add_option("--pin", applied->pin, "The manager's PIN")->needs(code);
  command->callback([applied, &exit_code] { exit_code = apply(*applied); });

  auto tried = std::make_shared<RehearseArguments>();
  command =
      rules.add_subcommand("rehearse", "What a rule pack would have cost on the store's own sales; writes nothing");
  command->add_option("--store", tried->folder, "Folder of the store")->required();
  command->add_option("--pack", tried->file, "The rule pack")->required();
  command->add_option("--from", tried->from, "First business date");
  command->add_option("--to", tried->to, "Last business date");
  command->add_flag("--json", tried->json, "One JSON object");
  command->callback([tried, &exit_code] { exit_code = rehearse(*tried); });
}

}  // namespace kahui::ctl
