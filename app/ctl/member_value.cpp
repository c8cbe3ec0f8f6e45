// kahuictl member value: the running history of a member's stored value and count cards (requirements S000-88). It only
// reads, and names nobody.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/ctl/command.hpp"

namespace kahui::ctl {

namespace {

using nlohmann::ordered_json;

struct ValueArguments {
  std::string store, member;
  int limit = 100;
  bool json = false;
};

ordered_json valueJson(const ports::ValueRow& row) {
  ordered_json out{{"day", row.day.iso()}, {"why", row.why}};
  if (row.card.empty()) {
    out.update({{"principal_fen", row.principal.value()},
                {"bonus_fen", row.bonus.value()},
                {"balance_fen", row.balance_after.value()}});
  } else {
    out.update({{"card", row.card}, {"name", row.name}, {"count", row.count}, {"left", row.left_after}});
  }
  return out;
}

int showValue(const ValueArguments& arguments) {
  const auto no = member::MemberNo::parse(arguments.member);
  if (!no)
    return report({base::ErrorCode::BadInput, "--member " + arguments.member + ": no member number"}, arguments.json);
  const auto store = openForReading(arguments.store);
  if (!store) return report(store.error(), arguments.json);
  const auto known = (*store)->memberByNo(*no);
  if (!known) return report(known.error(), arguments.json);
  if (!*known) return report({base::ErrorCode::UnknownMember, no->text()}, arguments.json);
  const auto rows = (*store)->valueHistory(*no, arguments.limit);
  if (!rows) return report(rows.error(), arguments.json);
  if (arguments.json) {
    ordered_json out{{"member", no->text()}, {"rows", ordered_json::array()}};
    for (const auto& row : *rows) out["rows"].push_back(valueJson(row));
    std::printf("%s\n", out.dump().c_str());
    return kDone;
  }
  constexpr std::int64_t kFen = 100;
  for (const auto& row : *rows) {
    const std::int64_t moved = (row.principal + row.bonus).value(), left = row.balance_after.value();
    if (row.card.empty())
      std::printf("%s  %-10s %10lld fen  balance %lld.%02lld\n", row.day.iso().c_str(), row.why.c_str(),
                  static_cast<long long>(moved), static_cast<long long>(left / kFen),
                  static_cast<long long>(std::abs(left % kFen)));
    else
      std::printf("%s  %-10s %10d uses  left %d  %s\n", row.day.iso().c_str(), row.why.c_str(), row.count,
                  row.left_after, row.name.c_str());
  }
  return kDone;
}

}  // namespace

void addMemberValue(CLI::App& group, int& exit_code) {
  auto arguments = std::make_shared<ValueArguments>();
  CLI::App* command = group.add_subcommand("value", "Stored value and count cards, move by move, the newest first");
  command->add_option("--store", arguments->store, "Folder of the store")->required();
  command->add_option("--member", arguments->member, "Member number")->required();
  command->add_option("--limit", arguments->limit, "So many moves; 100 unless named")->check(CLI::Range(1, 100'000));
  command->add_flag("--json", arguments->json, "Answer as JSON");
  command->callback([arguments, &exit_code] { exit_code = showValue(*arguments); });
}

}  // namespace kahui::ctl
