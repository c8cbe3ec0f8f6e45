#include "core/programme/zhe.hpp"

#include "core/base/result.hpp"

namespace kahui::programme {

std::string zheText(base::Rate rate) {
  KAHUI_ASSERT(rate >= base::Rate(0) && rate <= base::kFullRate);
  if (rate == base::kFullRate) return "不打折";
  if (rate == base::Rate(0)) return "免费";
  std::string text = std::to_string(rate.value() / 1000);
  auto thousandths = std::to_string(1000 + rate.value() % 1000).substr(1);
  thousandths.erase(thousandths.find_last_not_of('0') + 1);
  if (!thousandths.empty()) text += "." + thousandths;
  return text + "折";
}

}  // namespace kahui::programme
