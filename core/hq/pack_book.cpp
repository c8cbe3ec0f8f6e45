#include "core/hq/pack_book.hpp"

#include "core/hq/feeds.hpp"

namespace kahui::hq {

void PackBook::refresh(ports::HqTransaction& tx) {
  m_order.clear();
  for (const ports::HqPack& pack : tx.packs()) {
    auto& slot = m_parsed[pack.version];
    if (!slot) {
      auto parsed = programme::parseRulePack(std::string_view(pack.json));
      if (!parsed) continue;  // published by a newer headquarters; what it says cannot be checked here
      slot = std::make_unique<programme::RulePack>(std::move(*parsed));
    }
    m_order.push_back({pack.valid_from, slot.get()});
  }
}

const programme::RulePack* PackBook::inForce(const std::string& local_time) const {
  const programme::RulePack* found = nullptr;
  for (const Entry& entry : m_order)
    if (entry.valid_from <= local_time) found = entry.pack;
  return found;
}

const programme::RulePack* PackBook::ofVersion(const std::string& version) const {
  const auto found = m_parsed.find(version);
  return found == m_parsed.end() ? nullptr : found->second.get();
}

base::Status publishPack(ports::HqStore& store, const std::string& json, const std::string& now_local,
                         std::int64_t now_ms) {
  const auto pack = programme::parseRulePack(std::string_view(json));
  if (!pack) return tl::unexpected(pack.error());
  if (pack->version.empty()) return base::fail(base::ErrorCode::BadInput, "version: is missing");
  return store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    for (const ports::HqPack& known : tx.packs()) {
      if (known.version != pack->version) continue;
      if (known.json == json) return {};
      return base::fail(base::ErrorCode::BadInput,
                        "version: " + known.version + " is published with another content; give it a new one");
    }
    tx.putPack({pack->version, pack->valid_from ? pack->valid_from->iso() : now_local, json, now_ms});
    tx.mark(kRulesFeed, pack->version);
    return {};
  });
}

}  // namespace kahui::hq
