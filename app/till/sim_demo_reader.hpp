// The demo panel's cards on the simulated reader: one member of each tier and a blocked card, as `kahuictl demo` left
// them in the store's folder, a card that nobody owns, and a phone that draws a new number at each tap.
#pragma once

#include <filesystem>
#include <memory>

#include "app/models/demo_reader.hpp"
#include "core/programme/rule_pack.hpp"
#include "drivers/sim/sim_reader.hpp"

namespace kahui {

class SimDemoReader final : public models::DemoReader {
 public:
  static constexpr const char* kCardsFile = "demo-cards.json";  // in the store's folder

  SimDemoReader(std::shared_ptr<sim::SimReader> reader, const std::filesystem::path& store_folder,
                const programme::RulePack& rules);

  [[nodiscard]] std::vector<models::DemoCard> cards() const override { return m_cards; }
  void tap(const models::DemoCard& card) override;
  void remove() override { m_reader->remove(); }
  void unplug() override { m_reader->unplug(); }
  void replug() override { m_reader->replug(); }

 private:
  std::shared_ptr<sim::SimReader> m_reader;
  std::vector<models::DemoCard> m_cards;
};

}  // namespace kahui
