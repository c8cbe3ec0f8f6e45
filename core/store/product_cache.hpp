// Products that were sold lately, by barcode and by sku, so that goods which sell all day are not read from the file
// each time. Two generations: when the young one is full the old one goes, and what is asked for moves up again.
// Belongs to one thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/catalog/product.hpp"

namespace kahui::store {

class ProductCache {
 public:
  using Entry = std::shared_ptr<const catalog::Product>;

  [[nodiscard]] Entry find(std::string_view code) {
    if (const auto young = m_young.find(code); young != m_young.end()) return young->second;
    const auto old = m_old.find(code);
    if (old == m_old.end()) return nullptr;
    Entry entry = std::move(old->second);
    m_old.erase(old);
    put(code, entry);
    return entry;
  }

  void put(std::string_view code, Entry product) {
    if (m_young.size() >= kGeneration) m_old = std::exchange(m_young, {});
    m_young.insert_or_assign(std::string(code), std::move(product));
  }

  void clear() {
    m_young.clear();
    m_old.clear();
  }

 private:
  static constexpr std::size_t kGeneration = 4096;  // some 1.5 MB

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view code) const { return std::hash<std::string_view>()(code); }
  };
  using Generation = std::unordered_map<std::string, Entry, Hash, std::equal_to<>>;

  Generation m_young;
  Generation m_old;
};

}  // namespace kahui::store
