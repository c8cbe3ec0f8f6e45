#include "app/widgets/page.hpp"

namespace kahui::widgets {

void Page::leave() {}

void Page::show(const till::Snapshot&) {}

bool Page::back() { return false; }

}  // namespace kahui::widgets
