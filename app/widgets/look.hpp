// What every screen needs to draw itself: colours and language. Outlives all widgets.
#pragma once

#include "app/models/language.hpp"
#include "app/widgets/theme.hpp"

namespace kahui::widgets {

struct Look {
  Theme& theme;
  models::UiLanguage& language;

  [[nodiscard]] const Tokens& tokens() const { return theme.tokens(); }
  [[nodiscard]] models::Formatter formatter() const { return language.formatter(); }
};

}  // namespace kahui::widgets
