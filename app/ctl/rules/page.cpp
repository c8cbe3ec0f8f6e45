#include "app/ctl/rules/page.hpp"

#include "core/programme/json_object.hpp"
#include "core/programme/zhe.hpp"

namespace kahui::ctl {

namespace {

// number / unit with as many decimals as it needs; unit is a power of ten.
std::string decimal(std::int64_t number, std::int64_t unit) {
  std::string text = grouped(number / unit);
  if (number % unit == 0) return text;
  auto rest = std::to_string(unit + number % unit).substr(1);
  rest.erase(rest.find_last_not_of('0') + 1);
  return text + "." + rest;
}

std::string joined(const std::vector<std::string>& items, const char* between) {
  return fmt::format("{}", fmt::join(items, between));
}

}  // namespace

std::string grouped(std::int64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t end = text.size(); end > 3 && text[end - 4] != '-'; end -= 3) text.insert(end - 3, ",");
  return text;
}

std::string Page::list(const std::vector<std::string>& items) const { return joined(items, pick("、", ", ")); }

std::string Page::sentence(const std::vector<std::string>& parts) const { return joined(parts, pick("；", "; ")); }

std::string Page::money(base::Money amount) const {
  std::string text = grouped(amount.value() / 100);
  if (amount.value() % 100 != 0) text += fmt::format(".{:02}", amount.value() % 100);
  return say("{}元", "¥{}", text);
}

std::string Page::rate(base::Rate rate) const {
  if (m_language == Language::Chinese) return programme::zheText(rate);
  if (rate == base::kFullRate) return "full price";
  return rate == base::Rate(0) ? "free" : decimal(rate.value(), 100) + "% of the price";
}

std::string Page::pieces(base::Quantity quantity) const { return decimal(quantity.value(), base::kOnePiece.value()); }

std::string Page::times(int percent) const { return say("{}倍", "{}x", decimal(percent, 100)); }

std::string Page::window(const programme::Window& window) const {
  static constexpr const char* kDays[][2] = {{"一", "Mon"}, {"二", "Tue"}, {"三", "Wed"}, {"四", "Thu"},
                                             {"五", "Fri"}, {"六", "Sat"}, {"日", "Sun"}};
  std::vector<std::string> parts;
  if (window.from) parts.push_back(say("{}起", "from {}", window.from->minuteText()));
  if (window.to) parts.push_back(say("{}止", "until {}", window.to->minuteText()));
  if (const programme::Window always; window.weekdays != always.weekdays) {
    std::vector<std::string> days;
    for (unsigned day = 0; day < 7; ++day)
      if ((window.weekdays >> day & 1U) != 0) days.emplace_back(pick(kDays[day][0], kDays[day][1]));
    parts.push_back(days.empty() ? pick("任何一天都不", "on no day") : say("每周{}", "every {}", list(days)));
  }
  if (window.lunar != 0) parts.push_back(say("农历{}", "lunar {}", programme::lunarDayText(window.lunar)));
  if (window.from_s != 0 || window.to_s != 86400)
    parts.push_back(programme::hourMinuteText(window.from_s) + "–" + programme::hourMinuteText(window.to_s));
  return joined(parts, pick("，", ", "));
}

}  // namespace kahui::ctl
