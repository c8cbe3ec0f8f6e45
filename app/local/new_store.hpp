// A shop's own store, made once: from a preset of rules, with its first manager. Shared by kahuictl and the first run
// of the till.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/random.hpp"
#include "core/base/result.hpp"

namespace kahui::local {

struct NewStoreWish {
  std::string store_no;  // letters and digits, 1 to 8
  std::string name;      // stands on each receipt; 1 to 60 bytes of UTF-8
  std::string position;  // of the register in its store; letters and digits, 1 to 4
  std::string zone = "Asia/Shanghai";
  std::string language = "zh_CN";  // of the receipt; zh_CN, en
  std::string preset = "five-tiers";
  std::string pack_file{};  // a rule pack of one's own, before the preset
};

struct FirstManager {
  std::string code;  // letters and digits, 1 to 16
  std::string name;
  std::string pin;  // 4 to 12 digits
};

struct Preset {
  std::string name;                // of the file
  std::vector<std::string> tiers;  // names, lowest first
};

// Of resources/presets, by name; those that cannot be read are left out.
std::vector<Preset> presets();

// StoreExists; BadInput names the field that is not right, and then nothing was made.
base::Status makeStore(const std::filesystem::path& folder, const NewStoreWish& wish, base::RandomSource& random);

// On a store without staff; a note in the journal. BadInput names the field; NoRight: there is somebody, who has to
// sign.
base::Status addFirstManager(const std::filesystem::path& folder, const FirstManager& manager);

enum class StoreState {
  None,     // no store here
  NoStaff,  // made, but nobody can sign in: the first run was broken off
  Ready,
};
base::Result<StoreState> stateOf(const std::filesystem::path& folder);

}  // namespace kahui::local
