#include "app/till/pinyin_input.hpp"

#include <pinyinime.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace kahui {
namespace {

constexpr std::size_t kMostCandidates = 120;
constexpr std::size_t kLongestCandidate = 16;
// The library would learn what people choose. Where its file cannot be, it learns nothing, in memory neither.
constexpr const char* kNoUserDictionary = "/dev/null/none";

constexpr int kLongestSyllable = 6;

bool g_open = false;  // the library holds one state for the whole program

}  // namespace

std::string PinyinInput::systemDictionary() { return KAHUI_PINYIN_DICTIONARY; }

std::unique_ptr<PinyinInput> PinyinInput::open(const std::string& dictionary) {
  std::error_code failed;
  // The library asks no more of a file than to be there.
  if (g_open || !std::filesystem::is_regular_file(dictionary, failed)) return nullptr;
  if (!ime_pinyin::im_open_decoder(dictionary.c_str(), kNoUserDictionary)) return nullptr;
  // Whole syllables alone: the initials of many words ("zzzz…") overrun the library's tables, and end the program.
  ime_pinyin::im_enable_shm_as_szm(false);
  ime_pinyin::im_enable_ym_as_szm(false);
  g_open = true;
  return std::unique_ptr<PinyinInput>(new PinyinInput);
}

PinyinInput::~PinyinInput() {
  ime_pinyin::im_close_decoder();
  g_open = false;
}

std::vector<models::HanCandidate> PinyinInput::candidates(const QString& letters) {
  std::string spelt = letters.left(models::kMostPinyin).toStdString();
  // What a syllable that has only begun will be is not known; those before it are.
  for (int open = 0; open < kLongestSyllable && !spelt.empty(); ++open, spelt.pop_back())
    if (auto found = search(spelt); !found.empty()) return found;
  return {};
}

std::vector<models::HanCandidate> PinyinInput::search(const std::string& spelt) {
  std::vector<models::HanCandidate> found;
  ime_pinyin::im_reset_search();
  const std::size_t count = std::min(ime_pinyin::im_search(spelt.data(), spelt.size()), kMostCandidates);
  const ime_pinyin::uint16* starts = nullptr;
  const std::size_t syllables = ime_pinyin::im_get_spl_start_pos(starts);
  for (std::size_t at = 0; at < count; ++at) {
    std::array<ime_pinyin::char16, kLongestCandidate + 1> text{};
    if (ime_pinyin::im_get_candidate(at, text.data(), kLongestCandidate) == nullptr) continue;
    const auto end = std::find(text.begin(), text.end(), 0);
    const auto signs = static_cast<std::size_t>(end - text.begin());
    if (signs == 0) continue;
    // A character a syllable; one that spans more than were told apart takes all of it.
    const int taken = signs <= syllables ? starts[signs] : static_cast<int>(spelt.size());
    found.push_back(
        {QString::fromUtf16(reinterpret_cast<const char16_t*>(text.data()), static_cast<qsizetype>(signs)), taken});
  }
  return found;
}

}  // namespace kahui
