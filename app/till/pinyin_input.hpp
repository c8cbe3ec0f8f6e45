// Characters for pinyin from Debian's libgooglepinyin and its dictionary. GUI thread.
#pragma once

#include <memory>
#include <string>

#include "app/models/han_input.hpp"

namespace kahui {

class PinyinInput final : public models::HanInput {
 public:
  static std::string systemDictionary();  // where the library's package keeps it
  // Null: there is no dictionary that can be read. The library works for one at a time.
  static std::unique_ptr<PinyinInput> open(const std::string& dictionary = systemDictionary());
  ~PinyinInput() override;

  std::vector<models::HanCandidate> candidates(const QString& letters) override;

 private:
  PinyinInput() = default;
  std::vector<models::HanCandidate> search(const std::string& spelt);
};

}  // namespace kahui
