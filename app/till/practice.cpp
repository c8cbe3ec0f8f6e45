#include "app/till/practice.hpp"

#include <nlohmann/json.hpp>

#include "app/local/counter_files.hpp"
#include "app/local/device_files.hpp"
#include "app/till/sim_demo_reader.hpp"
#include "core/store/practice.hpp"

namespace kahui {

std::filesystem::path practiceFolder(const std::filesystem::path& store) { return store / "training"; }

base::Status readyPractice(const std::filesystem::path& store) {
  base::SystemRandom random;
  const std::filesystem::path folder = practiceFolder(store);
  const auto members = store::preparePractice(store, folder, random);
  if (!members) return tl::unexpected(members.error());
  nlohmann::ordered_json cards = nlohmann::ordered_json::array();
  for (const store::PracticeMember& one : *members)
    cards.push_back({{"kind", "tier"}, {"tier", one.tier}, {"uid", one.uid}});
  KAHUI_TRY(local::writePrivateFile(folder / SimDemoReader::kCardsFile, cards.dump(1)));
  if (auto counter = local::readCounter(store); counter) {
    counter->drawer = false;
    KAHUI_TRY(local::writeCounter(folder, *counter));
  }
  if (const auto devices = local::readDevices(store); devices && *devices)
    KAHUI_TRY(local::writeDevices(folder, **devices));
  return {};
}

}  // namespace kahui
