#include "app/widgets/page.hpp"

#include <QVBoxLayout>

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

void Page::arrange(PageHead* head, QWidget* words, QLayout* body, NoticeBar* notice) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin_px, kMargin_px, kMargin_px, kMargin_px);
  layout->setSpacing(kGap_px);
  layout->addWidget(head);
  if (words != nullptr) layout->addWidget(words);
  layout->addLayout(body, 1);
  layout->addWidget(notice);
}

}  // namespace kahui::widgets
