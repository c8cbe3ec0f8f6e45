// What the first run of a till does to files and network, behind the screens' seam. Each call may take seconds: it is
// made on a thread of SetupModel, one at a time.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.hpp"

namespace kahui::models {

struct SetupPreset {
  std::string name;
  std::vector<std::string> tiers;  // lowest first
};

struct SetupWish {
  std::string store_no, store_name, position;
  std::string language;  // of the receipt
  std::string preset;
};

struct SetupManager {
  std::string code, name, pin;
};

struct SetupRows {
  std::size_t rows = 0;
  std::size_t good = 0;
  struct Bad {
    std::size_t line = 0;
    std::string reason;  // English, "column: what is expected"
  };
  std::vector<Bad> bad;
};

enum class SetupFile { Products, Members };

class SetupDesk {
 public:
  virtual ~SetupDesk() = default;
  [[nodiscard]] virtual std::vector<SetupPreset> presets() const = 0;
  [[nodiscard]] virtual bool hasStore() const = 0;  // a first run that was broken off goes on with the manager
  virtual base::Status makeStore(const SetupWish& wish) = 0;
  virtual base::Status addManager(const SetupManager& manager) = 0;
  // The answer: store number and register that headquarters gave.
  virtual base::Result<std::pair<std::string, std::string>> enrol(const std::string& url, const std::string& code) = 0;
  virtual base::Result<SetupRows> import(SetupFile what, const std::string& file, bool dry_run) = 0;
};

}  // namespace kahui::models
