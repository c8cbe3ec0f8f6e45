// kahui-hq announce, announcements, rights.
#include <iostream>

#include "app/hq/command.hpp"
#include "core/hq/announcements.hpp"
#include "core/hq/rights.hpp"

namespace kahui::hqserver {

namespace {

struct Announcing {
  std::string key, title, text, store, from, until, withdraw;
  bool members = false;
};

int announceOne(const DataOptions& options, const Announcing& wanted) {
  auto data = openData(options);
  if (!data) return report(data.error());
  if (!wanted.withdraw.empty()) {
    const auto gone = hq::withdraw(*data->store, wanted.withdraw);
    if (!gone) return report(gone.error());
    std::cout << "withdrawn " << wanted.withdraw << '\n';
    return kDone;
  }
  const base::WallTime now = clockOf(*data)->now();
  ports::HqAnnouncement announcement{wanted.key, wanted.title, wanted.text, wanted.store, now.local().date()};
  const auto dayOf = [](const std::string& text, const char* option) -> base::Result<base::BusinessDate> {
    const auto day = base::BusinessDate::parse(text);
    if (!day) return base::fail(base::ErrorCode::BadInput, std::string(option) + ": a date YYYY-MM-DD is expected");
    return *day;
  };
  announcement.members = wanted.members;
  if (!wanted.from.empty()) {
    const auto from = dayOf(wanted.from, "--from");
    if (!from) return report(from.error());
    announcement.from = *from;
  }
  if (!wanted.until.empty()) {
    const auto until = dayOf(wanted.until, "--until");
    if (!until) return report(until.error());
    announcement.until = *until;
  }
  const auto key = hq::announce(*data->store, std::move(announcement), now.utc_ms);
  if (!key) return report(key.error());
  std::cout << "announced " << *key << '\n';
  return kDone;
}

int listAnnouncements(const DataOptions& options, bool json) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto list = hq::announcementReads(*data->store);
  if (!list) return report(list.error());
  if (json) {
    std::cout << hq::announcementsJson(*list) << '\n';
    return kDone;
  }
  for (const auto& [one, reads] : *list)
    std::cout << one.key << ' ' << one.from.iso() << (one.until ? " to " + one.until->iso() : std::string())
              << (one.withdrawn ? " withdrawn" : "") << (one.members ? " for members" : " for staff") << ", read by "
              << reads.size() << ": " << one.title << '\n';
  return kDone;
}

int showRights(const DataOptions& options, bool json) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto found = hq::rightsReport(*data->store, clockOf(*data)->now().utc_ms);
  if (!found) return report(found.error());
  if (json) {
    std::cout << hq::rightsJson(*found) << '\n';
    return kDone;
  }
  std::cout << found->placed.value() << " points of " << found->members << " members are placed with tills\n";
  for (const auto& one : found->exposures)
    std::cout << "exposure: " << one.terminal << " may still spend " << one.points.value() << " of " << one.member
              << '\n';
  for (const auto& one : found->debts)
    std::cout << "debt: " << one.member << " is over by " << one.points.value() << ", deficits: " << one.deficits
              << '\n';
  return kDone;
}

int declareDead(const DataOptions& options, const std::string& terminal) {
  auto data = openData(options);
  if (!data) return report(data.error());
  if (const auto done = hq::declareDead(*data->store, terminal); !done) return report(done.error());
  std::cout << terminal << " is retired; what was placed with it is exposure, see 'kahui-hq rights show'\n";
  return kDone;
}

int writeOff(const DataOptions& options, const std::string& member) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto points = hq::writeOff(*data->store, member, clockOf(*data)->now());
  if (!points) return report(points.error());
  std::cout << points->value() << " points are written off\n";
  return kDone;
}

}  // namespace

void addCounterCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  auto wanted = std::make_shared<Announcing>();
  CLI::App* command =
      app.add_subcommand("announce", "Tell the stores something; tills show it and send back who read it");
  command->add_option("--title", wanted->title, "At most 80 characters");
  command->add_option("--text", wanted->text, "At most 4000 characters");
  command->add_option("--store", wanted->store, "One store; default: all");
  command->add_option("--from", wanted->from, "First day, YYYY-MM-DD; default: today");
  command->add_option("--until", wanted->until, "Last day; default: until it is withdrawn");
  command->add_option("--key", wanted->key, "Name of an announcement that gets another text");
  command->add_flag("--members", wanted->members,
                    "For members' eyes, too: shown on the screen towards the customer; without it for the staff alone");
  command->add_option("--withdraw", wanted->withdraw, "Take the announcement with this name away");
  command->callback([&options, wanted, &exit_code] { exit_code = announceOne(options, *wanted); });

  auto json = std::make_shared<bool>(false);
  command = app.add_subcommand("announcements", "What was announced, and who read it");
  command->add_flag("--json", *json, "One JSON line");
  command->callback([&options, json, &exit_code] { exit_code = listAnnouncements(options, *json); });

  auto name = std::make_shared<std::string>();
  CLI::App* rights = app.add_subcommand("rights", "Points placed with tills for redemption without the line");
  rights->require_subcommand(1);
  command = rights->add_subcommand("show", "How much is placed; exposure of dead tills, members below nothing");
  command->add_flag("--json", *json, "One JSON line");
  command->callback([&options, json, &exit_code] { exit_code = showRights(options, *json); });
  command = rights->add_subcommand("declare-dead", "A till will not come back: its rights become exposure");
  command->add_option("TERMINAL", *name, "Its id, as 'kahui-hq terminals' shows it")->required();
  command->callback([&options, name, &exit_code] { exit_code = declareDead(options, *name); });
  command = rights->add_subcommand("write-off", "A member's debt will not be earned back: it becomes goodwill loss");
  command->add_option("MEMBER", *name, "Number or id")->required();
  command->callback([&options, name, &exit_code] { exit_code = writeOff(options, *name); });
}

}  // namespace kahui::hqserver
