// The member desk by keys: letters of its buttons, and the way back.
#include "app/widgets/member_desk_screen.hpp"

namespace kahui::widgets {

bool MemberDeskScreen::takeKey(int key) {
  if (forms()) return m_form->takeScanKey(key);
  for (const Task& task : m_tasks) {
    if (task.key != key || !task.button->isVisible() || !task.button->isEnabled()) continue;
    task.button->click();
    return true;
  }
  if (key == Qt::Key_B && page() != nullptr) {
    m_take->click();
    return true;
  }
  const int tab = key - Qt::Key_1;
  if (page() == nullptr || tab < 0 || tab >= static_cast<int>(m_tabs.size())) return false;
  choose(m_tabs[static_cast<std::size_t>(tab)].first);
  return true;
}

bool MemberDeskScreen::back() {
  if (loads() && m_load->running()) {
    m_till.submit(till::StopLoading{});
    return true;
  }
  if (forms()) {
    if (m_view && m_view->writing) m_till.submit(till::StopWriting{});
    end();
    return true;
  }
  if (page() == nullptr) return false;
  m_till.submit(till::ShowMember{});
  m_find->setFocus();
  return true;
}

}  // namespace kahui::widgets
