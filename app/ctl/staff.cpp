// kahuictl staff: who works in a store, their role and single rights, their PIN (requirement S000-27, S000-84). Signed
// by who may manage staff, and noted in the journal in the same act; everybody may change the own PIN.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/ctl/command.hpp"
#include "app/local/data_folder.hpp"
#include "app/local/demo_clock.hpp"
#include "core/till/rights.hpp"
#include "core/till/staff_note.hpp"
#include "drivers/card/uid.hpp"

namespace kahui::ctl {

namespace {

using base::ErrorCode;

struct StaffArguments {
  std::string folder, code, name, uid, role, new_pin_file, operator_code, pin_file;
  std::vector<std::string> grant, deny, by_role;
  bool json = false;
  bool remove = false;
};

using ports::kRoleNames;

const char* roleName(ports::StaffRole role) { return kRoleNames[static_cast<int>(role)]; }

base::Result<std::string> pinFrom(const std::string& file) {
  const auto text = local::readFile(file);
  if (!text) return tl::unexpected(text.error());
  return text->substr(0, text->find_last_not_of("\r\n") + 1);
}

std::string joined(const std::vector<std::string>& names, char sign) {
  std::string text;
  for (const auto& name : names) text += fmt::format(" {}{}", sign, name);
  return text;
}

int list(const StaffArguments& arguments) {
  const auto store = openForReading(arguments.folder);
  if (!store) return report(store.error(), arguments.json);
  const auto staff = (*store)->staffList();
  if (!staff) return report(staff.error(), arguments.json);
  for (const ports::Staff& one : *staff) {
    if (!arguments.json) {
      std::cout << fmt::format("{:<8} {:<8} {}{}{}\n", one.code, roleName(one.role), one.name, joined(one.granted, '+'),
                               joined(one.denied, '-'));
      continue;
    }
    nlohmann::ordered_json rights = nlohmann::ordered_json::array();
    for (const till::Right right : till::allRights())
      if (till::mayDo(one, right)) rights.push_back(std::string(till::name(right)));
    std::cout << nlohmann::ordered_json{{"code", one.code},
                                        {"name", one.name},
                                        {"role", roleName(one.role)},
                                        {"granted", one.granted},
                                        {"denied", one.denied},
                                        {"rights", rights},
                                        {"has_pin", !one.pin_hash.empty()}}
                     .dump()
              << "\n";
  }
  return kDone;
}

// The first person of a store signs for nobody: a manager, made on a store without staff. `only_pin`: the act changes
// nothing but the own PIN.
base::Result<std::string> signer(store::SqliteStore& store, const StaffArguments& arguments, bool first,
                                 bool only_pin) {
  if (first && arguments.operator_code.empty()) return std::string("setup");
  const auto pin = pinFrom(arguments.pin_file);
  if (!pin) return tl::unexpected(pin.error());
  const auto staff = store.staffByCode(arguments.operator_code);
  if (!staff) return tl::unexpected(staff.error());
  if (!*staff) return base::fail(ErrorCode::UnknownOperator, arguments.operator_code);
  const auto clock = local::openClock(store.info().zone, store.info().demo);
  KAHUI_TRY(store.verifyPin(**staff, *pin, clock->now().utc_ms));
  const bool own = only_pin && arguments.operator_code == arguments.code;
  if (!own && !till::mayDo(**staff, till::Right::ManageStaff)) return base::fail(ErrorCode::NoRight, "manage_staff");
  return (*staff)->code;
}

// A right stands on one list, or on none where the role decides.
base::Status applyRights(ports::Staff& staff, const StaffArguments& arguments) {
  for (const auto* names : {&arguments.grant, &arguments.deny, &arguments.by_role}) {
    for (const std::string& name : *names) {
      if (!till::rightByName(name)) return base::fail(ErrorCode::BadInput, "no right is named " + name);
      std::erase(staff.granted, name);
      std::erase(staff.denied, name);
      if (names == &arguments.grant) staff.granted.push_back(name);
      if (names == &arguments.deny) staff.denied.push_back(name);
    }
  }
  return {};
}

base::Status change(const StaffArguments& arguments, bool adds) {
  const auto store = openForWriting(arguments.folder);
  if (!store) return tl::unexpected(store.error());
  const auto everybody = (*store)->staffList();
  if (!everybody) return tl::unexpected(everybody.error());
  const auto known = std::find_if(everybody->begin(), everybody->end(),
                                  [&](const ports::Staff& one) { return one.code == arguments.code; });
  if (adds && known != everybody->end()) return base::fail(ErrorCode::BadInput, arguments.code + ": is there already");
  if (!adds && known == everybody->end()) return base::fail(ErrorCode::UnknownOperator, arguments.code);
  ports::Staff staff = adds ? ports::Staff{} : *known;
  const bool first = adds && everybody->empty();
  staff.code = arguments.code;
  if (!arguments.name.empty()) staff.name = arguments.name;
  if (!arguments.role.empty())
    staff.role = static_cast<ports::StaffRole>(std::find(std::begin(kRoleNames), std::end(kRoleNames), arguments.role) -
                                               kRoleNames);
  if (first && staff.role != ports::StaffRole::Manager)
    return base::fail(ErrorCode::BadInput, "the first person of a store is a manager");
  KAHUI_TRY(applyRights(staff, arguments));
  std::optional<std::string> pin;
  if (!arguments.new_pin_file.empty()) {
    auto read = pinFrom(arguments.new_pin_file);
    if (!read) return tl::unexpected(read.error());
    pin = std::move(*read);
  }
  const bool only_pin = pin && arguments.name.empty() && arguments.role.empty() && arguments.grant.empty() &&
                        arguments.deny.empty() && arguments.by_role.empty();
  const auto by = signer(**store, arguments, first, only_pin);
  if (!by) return tl::unexpected(by.error());
  return (*store)->changeStaff(staff, pin, *by, till::staffNote(adds ? "add" : "set", staff, pin.has_value()));
}

base::Status badge(const StaffArguments& arguments) {
  const auto store = openForWriting(arguments.folder);
  if (!store) return tl::unexpected(store.error());
  const auto known = (*store)->staffByCode(arguments.code);
  if (!known) return tl::unexpected(known.error());
  if (!*known) return base::fail(ErrorCode::UnknownOperator, arguments.code);
  const auto by = signer(**store, arguments, false, false);
  if (!by) return tl::unexpected(by.error());
  if (arguments.uid.empty()) return (*store)->setBadge(arguments.code, std::nullopt, *by);
  const auto uid = base::fromHex(arguments.uid);
  if (!uid)
    return base::fail(ErrorCode::BadInput, "--uid: hexadecimal digits, as 'kahuictl readers --watch' shows them");
  auto card = card::credentialOfUid(*uid);
  if (!card) return base::fail(ErrorCode::CardRandomUid);
  return (*store)->setBadge(arguments.code, member::Credential{member::CredentialKind::Uid, *std::move(card)}, *by);
}

void addBadge(CLI::App& group, int& exit_code) {
  auto arguments = std::make_shared<StaffArguments>();
  CLI::App* command = group.add_subcommand("badge", "The card that signs somebody in");
  command->add_option("--store", arguments->folder, "Folder of the store")->required();
  command->add_option("--code", arguments->code, "Staff code")->required();
  auto* uid = command->add_option("--uid", arguments->uid, "Number of the card");
  auto* remove = command->add_flag("--remove", arguments->remove, "Take the badge away")->excludes(uid);
  command->add_option("--operator", arguments->operator_code, "Who signs: may manage staff")->required();
  command->add_option("--pin-file", arguments->pin_file, "File with the signer's PIN")->required();
  command->callback([=, &exit_code] {
    if (uid->count() + remove->count() != 1) throw CLI::RequiredError("--uid or --remove");
    const auto done = badge(*arguments);
    exit_code = done ? kDone : report(done.error());
  });
}

void addChange(CLI::App& group, int& exit_code, bool adds) {
  auto arguments = std::make_shared<StaffArguments>();
  CLI::App* command =
      adds ? group.add_subcommand("add", "Somebody new") : group.add_subcommand("set", "Change somebody");
  command->add_option("--store", arguments->folder, "Folder of the store")->required();
  command->add_option("--code", arguments->code, "Staff code")->required();
  auto* name = command->add_option("--name", arguments->name, "Name");
  auto* role = command->add_option("--role", arguments->role, "cashier, leader or manager")
                   ->check(CLI::IsMember({"cashier", "leader", "manager"}));
  auto* pin = command->add_option("--new-pin-file", arguments->new_pin_file, "File with the new PIN, 4 to 12 digits");
  command->add_option("--grant", arguments->grant, "A right beside the role, as staff list --json names it");
  command->add_option("--deny", arguments->deny, "A right of the role that this person has not");
  command->add_option("--by-role", arguments->by_role, "A right that the role decides again");
  command->add_option("--operator", arguments->operator_code, "Who signs: may manage staff, or changes the own PIN");
  command->add_option("--pin-file", arguments->pin_file, "File with the signer's PIN");
  if (adds) {
    name->required();
    role->required();
    pin->required();
  }
  command->callback([arguments, adds, &exit_code] {
    const auto done = change(*arguments, adds);
    exit_code = done ? kDone : report(done.error());
    if (done) std::cout << (adds ? "added " : "changed ") << arguments->code << "\n";
  });
}

}  // namespace

void addStaffCommands(CLI::App& app, int& exit_code) {
  CLI::App* group = app.add_subcommand("staff", "Who works in a store, and what each may do");
  group->require_subcommand(1);
  auto arguments = std::make_shared<StaffArguments>();
  CLI::App* all = group->add_subcommand("list", "Everybody, with role and single rights");
  all->add_option("--store", arguments->folder, "Folder of the store")->required();
  all->add_flag("--json", arguments->json, "One JSON object a line");
  all->callback([arguments, &exit_code] { exit_code = list(*arguments); });
  addChange(*group, exit_code, true);
  addChange(*group, exit_code, false);
  addBadge(*group, exit_code);
}

}  // namespace kahui::ctl
