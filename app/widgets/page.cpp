#include "app/widgets/page.hpp"

namespace kahui::widgets {

void Page::leave() {}

void Page::show(const till::Snapshot&) {}

bool Page::back() { return false; }

PageHead* Page::makeHead(Look look, const QString& name) {
  auto* head = new PageHead(look, name, this);
  connect(head, &PageHead::backAsked, this, [this] {
    if (!back()) emit backAsked();
  });
  return head;
}

}  // namespace kahui::widgets
