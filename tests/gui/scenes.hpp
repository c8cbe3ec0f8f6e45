// The named states of the window in which looks are judged.
#pragma once

#include <functional>
#include <vector>

#include "tests/gui/bench.hpp"

namespace kahui::test {

struct Scene {
  const char* name;
  std::function<void(Bench&)> play;
};

struct View {
  models::Language language;
  widgets::Scheme scheme;
  QSize size;

  [[nodiscard]] QString name() const;  // zh_CN-light-1366
};

std::vector<Scene> shiftScenes();   // the cashier's day (shift_scenes.cpp)
std::vector<Scene> staffScenes();   // staff_scenes.cpp
std::vector<Scene> chainScenes();   // what headquarters says (chain_scenes.cpp)
std::vector<Scene> memberScenes();  // member_scenes.cpp
std::vector<Scene> memberFormScenes();
std::vector<Scene> memberRiseScenes();
std::vector<Scene> taskScenes();    // task_scenes.cpp
std::vector<Scene> clubScenes();    // club_scenes.cpp
std::vector<Scene> deviceScenes();  // settings_scenes.cpp
std::vector<Scene> settingsScenes();
void fillBasket(Bench& bench);
void fillMemberBasket(Bench& bench);
const std::vector<Scene>& scenes();
void play(Bench& bench, const char* scene);  // throws when there is no such scene
base::LocalTime at(const char* text);        // 2026-03-05T18:20:00
std::vector<View> allViews();                // 3 sizes x 2 languages x 2 themes
std::vector<View> fewViews();

}  // namespace kahui::test
