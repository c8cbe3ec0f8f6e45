// The named screens of --screenshot, reached as a person would reach them: through the till's own commands on a demo
// store.
#pragma once

#include <string>
#include <vector>

#include "app/models/demo_reader.hpp"
#include "app/widgets/main_window.hpp"

namespace kahui {

std::vector<std::string> screenNames();

// `name` is one of screenNames(). False: the till did not get there within its time.
bool showScreen(const std::string& name, widgets::MainWindow& window, models::TillModel& till,
                models::DemoReader& reader);

}  // namespace kahui
