#include "app/till/setup.hpp"

#include <QEventLoop>
#include <QGuiApplication>
#include <QScreen>
#include <algorithm>

#include "app/local/enrolment.hpp"
#include "app/local/import_file.hpp"
#include "app/local/new_store.hpp"
#include "app/widgets/setup_window.hpp"

namespace kahui {

namespace {

constexpr const char* kUsualPreset = "five-tiers";

}  // namespace

std::vector<models::SetupPreset> SetupFiles::presets() const {
  std::vector<models::SetupPreset> found;
  for (local::Preset& preset : local::presets()) found.push_back({std::move(preset.name), std::move(preset.tiers)});
  // The one that most shops of the first users have stands first, and is what Enter takes.
  std::stable_partition(found.begin(), found.end(), [](const auto& one) { return one.name == kUsualPreset; });
  return found;
}

bool SetupFiles::hasStore() const {
  const auto state = local::stateOf(m_folder);
  return state && *state != local::StoreState::None;
}

base::Status SetupFiles::makeStore(const models::SetupWish& wish) {
  local::NewStoreWish fresh;
  fresh.store_no = wish.store_no;
  fresh.name = wish.store_name;
  fresh.position = wish.position;
  fresh.language = wish.language;
  fresh.preset = wish.preset;
  base::SystemRandom random;
  return local::makeStore(m_folder, fresh, random);
}

base::Status SetupFiles::addManager(const models::SetupManager& manager) {
  return local::addFirstManager(m_folder, {manager.code, manager.name, manager.pin});
}

base::Result<std::pair<std::string, std::string>> SetupFiles::enrol(const std::string& url, const std::string& code) {
  auto done = local::enrol(m_folder, url, code);
  if (!done) return tl::unexpected(std::move(done).error());
  return std::pair(std::move(done->store_no), std::move(done->position));
}

base::Result<models::SetupRows> SetupFiles::import(models::SetupFile what, const std::string& file, bool dry_run) {
  const bool members = what == models::SetupFile::Members;
  auto done =
      local::importFile(m_folder, file, members ? local::ImportKind::Members : local::ImportKind::Products, dry_run);
  if (!done) return tl::unexpected(std::move(done).error());
  models::SetupRows rows{done->rows, done->imported, {}};
  for (store::BadRow& bad : done->bad) rows.bad.push_back({bad.line, std::move(bad.reason)});
  return rows;
}

bool needsSetup(const base::Result<OpenTill>& opened) {
  return opened ? !opened->staffed : opened.error().code == base::ErrorCode::StoreMissing;
}

bool runSetup(const std::string& folder, widgets::Look look) {
  SetupFiles files(folder);
  models::SetupModel model(files, look.formatter());
  widgets::SetupWindow window(look, model);
  window.setAttribute(Qt::WA_QuitOnClose, false);
  bool ready = false;
  QEventLoop loop;
  QObject::connect(&window, &widgets::SetupWindow::finished, &loop, [&] {
    ready = true;
    loop.quit();
  });
  QObject::connect(&window, &widgets::SetupWindow::closed, &loop, &QEventLoop::quit);
  window.setGeometry(QGuiApplication::primaryScreen()->availableGeometry());
  window.showMaximized();
  loop.exec();
  return ready;
}

}  // namespace kahui
