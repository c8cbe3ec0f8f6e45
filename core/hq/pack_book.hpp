// The rule packs of headquarters, parsed once, and which is in force when.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/ports/hq_store.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::hq {

// One thread. Packs are never changed once published, so what was parsed stays good.
class PackBook {
 public:
  void refresh(ports::HqTransaction& tx);
  // In force at a local time of the store (ISO); nullptr: none is.
  [[nodiscard]] const programme::RulePack* inForce(const std::string& local_time) const;
  [[nodiscard]] const programme::RulePack* ofVersion(const std::string& version) const;  // nullptr: there is none

 private:
  struct Entry {
    std::string valid_from;
    const programme::RulePack* pack;
  };
  std::map<std::string, std::unique_ptr<programme::RulePack>> m_parsed;
  std::vector<Entry> m_order;
};

// BadInput: no rule pack, no version, or the version is known with another content. The same pack again changes
// nothing.
base::Status publishPack(ports::HqStore& store, const std::string& json, const std::string& now_local,
                         std::int64_t now_ms);

}  // namespace kahui::hq
