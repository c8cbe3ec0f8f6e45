// A dictionary of a few syllables; each candidate stands for one syllable.
#pragma once

#include <map>
#include <string>

#include "app/models/han_input.hpp"

namespace kahui::test {

class FakeHan final : public models::HanInput {
 public:
  std::vector<models::HanCandidate> candidates(const QString& letters) override {
    static const std::map<std::string, std::vector<const char*>> kSyllables{
        {"wang", {"网", "王", "忘", "往", "旺", "望", "汪"}}, {"xiao", {"小", "晓"}}, {"ming", {"明", "铭"}}};
    std::vector<models::HanCandidate> found;
    for (const auto& [syllable, signs] : kSyllables)
      if (letters.startsWith(QString::fromStdString(syllable)))
        for (const char* sign : signs) found.push_back({QString::fromUtf8(sign), static_cast<int>(syllable.size())});
    return found;
  }
};

}  // namespace kahui::test
