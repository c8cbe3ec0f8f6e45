// The first run: the window that makes a store, before there is a till to open.
#pragma once

#include <string>

#include "app/models/setup_desk.hpp"
#include "app/till/open_till.hpp"
#include "app/widgets/look.hpp"

namespace kahui {

// On the folder of the store. Each call opens and closes it.
class SetupFiles final : public models::SetupDesk {
 public:
  explicit SetupFiles(std::string folder) : m_folder(std::move(folder)) {}

  [[nodiscard]] std::vector<models::SetupPreset> presets() const override;
  [[nodiscard]] bool hasStore() const override;
  base::Status makeStore(const models::SetupWish& wish) override;
  base::Status addManager(const models::SetupManager& manager) override;
  base::Result<std::pair<std::string, std::string>> enrol(const std::string& url, const std::string& code) override;
  base::Result<models::SetupRows> import(models::SetupFile what, const std::string& file, bool dry_run) override;

 private:
  std::string m_folder;
};

// Whether the folder holds no store yet, or one that nobody can sign in to.
bool needsSetup(const base::Result<OpenTill>& opened);

// Shows the window until it ends. False: it was closed before the store was ready.
bool runSetup(const std::string& folder, widgets::Look look);

}  // namespace kahui
