// The care plan's schedule to hang on the wall of the work room (requirement S003-120): what is to be done when, with
// a box for each point of a step.
#include <fmt/format.h>

#include <cstdlib>

#include "core/report/document_words.hpp"

namespace kahui::report {

using programme::CareStep;
using programme::CareTemplate;

namespace {

constexpr const char* kBox = "\u25A1";

std::string count(const Say& say, int number, const char* zh, const char* one, const char* many) {
  if (say.language == Language::Chinese) return fmt::format("{} {}", number, zh);
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string whenText(const Say& say, const CareStep& step) {
  const bool signing = step.from == CareStep::From::Signed;
  const std::string base = signing ? say("签约", "signing") : say("首次服务", "first use");
  std::string words;
  if (step.hours && step.months == 0 && step.days == 0) {
    words = base + say("后 ", " + ") + count(say, *step.hours, "小时内", "hour", "hours");
  } else if (step.months == 0 && step.days == 0) {
    words = base + say("当天", ", the day");
  } else {
    const bool before = step.months < 0 || (step.months == 0 && step.days < 0);
    words = base + (before ? say("前 ", " − ") : say("后 ", " + "));
    if (step.months != 0) words += count(say, std::abs(step.months), "个月", "month", "months");
    if (step.months != 0 && step.days != 0) words += " ";
    if (step.days != 0) words += count(say, std::abs(step.days), "天", "day", "days");
  }
  if (step.weekly) words += say("，每周", ", weekly");
  return words;
}

std::vector<std::string> pointsOf(const std::string& how) {
  static const std::string kMarks[] = {"；", "。", "; ", ";", ". "};
  std::vector<std::string> points;
  std::string one;
  for (std::size_t at = 0; at < how.size();) {
    std::size_t taken = 0;
    for (const std::string& mark : kMarks)
      if (how.compare(at, mark.size(), mark) == 0) taken = std::max(taken, mark.size());
    if (taken == 0) {
      one += how[at++];
      continue;
    }
    if (!one.empty()) points.push_back(std::move(one));
    one.clear();
    at += taken;
  }
  if (!one.empty()) points.push_back(std::move(one));
  if (!points.empty() && points.back().ends_with('.')) points.back().pop_back();
  return points;
}

Section schedule(const Say& say, const CareTemplate& plan) {
  const auto words = [&](const programme::CareText& text) {
    return say.language == Language::Chinese ? text.zh : text.en;
  };
  Section section{plan.id, words(plan.title), {}, {}, {}, -1, -1, {}};
  section.columns = {{"done", say("完成", "Done"), Kind::Text},
                     {"no", say("步", "Step"), Kind::Text},
                     {"what", say("事项", "What"), Kind::Text},
                     {"when", say("时间", "When"), Kind::Text},
                     {"by", say("日期、经手人", "Date, by"), Kind::Text}};
  const std::string line = "______________";
  int number = 0;
  for (const CareStep& step : plan.steps) {
    section.rows.push_back({Cell::of(kBox), Cell::of(std::to_string(++number)), Cell::of(words(step.title)),
                            Cell::of(whenText(say, step)), Cell::of(line)});
    for (const std::string& point : pointsOf(words(step.how)))
      section.rows.push_back({Cell::of(kBox), Cell::of(std::string()), Cell::of("  " + point), Cell::of(std::string()),
                              Cell::of(std::string())});
  }
  return section;
}

}  // namespace

Document checkListDocument(const Head& head, const programme::CarePlan& plan) {
  const Say say{head.language};
  Document out{"checklist", head.info.store_name, say("迎新流程检查表", "Onboarding check list"), {}, {}, {}};
  out.subtitle = say("会员号：________________", "Member: ________________");
  for (const CareTemplate& one : plan.templates) out.sections.push_back(schedule(say, one));
  return out;
}

}  // namespace kahui::report
