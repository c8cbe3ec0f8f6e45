#include "core/report/tier_words.hpp"

#include <utility>

namespace kahui::report {

std::string englishTier(const std::string& name, const std::string& otherwise) {
  constexpr std::pair<const char*, const char*> kWords[] = {
      {"普通", "Ordinary"}, {"青铜", "Bronze"},   {"铜卡", "Bronze"},  {"白银", "Silver"}, {"银卡", "Silver"},
      {"白金", "Platinum"}, {"铂金", "Platinum"}, {"黑金", "Black"},   {"黄金", "Gold"},   {"金卡", "Gold"},
      {"钻石", "Diamond"},  {"至尊", "Supreme"},  {"高级", "Advanced"}};
  for (const auto& [chinese, english] : kWords)
    if (name.find(chinese) != std::string::npos) return english;
  return name == "会员" ? "Member" : otherwise;
}

}  // namespace kahui::report
