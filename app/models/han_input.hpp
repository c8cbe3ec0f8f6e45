// Han characters for letters of pinyin: the seam behind which a dictionary stands. Nothing that is typed is learnt,
// because the next customer would be offered the name of the last.
#pragma once

#include <QString>
#include <vector>

namespace kahui::models {

struct HanCandidate {
  QString text;
  int letters = 0;  // how many of the letters, from the first, it stands for
};

class HanInput {
 public:
  virtual ~HanInput() = default;
  // The likeliest first; none: nothing is spelt so. `letters`: a to z, at most kMostPinyin.
  virtual std::vector<HanCandidate> candidates(const QString& letters) = 0;
};

inline constexpr int kMostPinyin = 18;

}  // namespace kahui::models
