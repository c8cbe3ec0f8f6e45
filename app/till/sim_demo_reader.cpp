#include "app/till/sim_demo_reader.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/bytes.hpp"

namespace kahui {
namespace {

constexpr const char* kNobodysUid = "04DEC0DE000080";
// ISO/IEC 14443-3: a four-byte UID that begins with 08 is drawn anew at each activation.
const base::Bytes kPhoneUid{0x08, 0x5A, 0x3C, 0x71};

}  // namespace

SimDemoReader::SimDemoReader(std::shared_ptr<sim::SimReader> reader, const std::filesystem::path& store_folder,
                             const programme::RulePack& rules)
    : m_reader(std::move(reader)) {
  std::ifstream file(store_folder / kCardsFile);
  // A store without the list still has the cards that need none.
  const auto listed = nlohmann::json::parse(file, nullptr, false);
  if (listed.is_array()) {
    for (const auto& entry : listed) {
      if (!entry.is_object()) continue;
      models::DemoCard card;
      card.kind = entry.value("kind", "") == "blocked" ? models::DemoCardKind::Blocked : models::DemoCardKind::Member;
      card.uid = entry.value("uid", "");
      if (const auto rank = rules.rankOf(entry.value("tier", "")); rank) {
        card.tier_rank = *rank;
        card.tier_name = rules.tier(*rank).name;
      }
      m_cards.push_back(card);
    }
  }
  m_cards.push_back({models::DemoCardKind::Unknown, kNobodysUid, {}, 0});
  m_cards.push_back({models::DemoCardKind::RandomUid, {}, {}, 0});
}

void SimDemoReader::tap(const models::DemoCard& card) {
  const auto uid = card.kind == models::DemoCardKind::RandomUid ? std::optional(kPhoneUid) : base::fromHex(card.uid);
  if (uid) m_reader->tap(*uid);
}

}  // namespace kahui
