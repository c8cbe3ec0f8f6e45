#include "app/till/customer_view.hpp"

#include <QGuiApplication>

namespace kahui {

CustomerView::CustomerView(widgets::Look look, models::TillModel& till, models::CustomerEntry& entry, QString join)
    : m_look(look), m_till(till), m_entry(entry), m_join(std::move(join)) {
  // Qt would move the window to the screen that is left, over the till.
  connect(qApp, &QGuiApplication::screenRemoved, this, [this](QScreen* gone) {
    if (m_window && m_window->screen() == gone) m_window.reset();
  });
  connect(qApp, &QGuiApplication::screenAdded, this, [this] {
    m_window.reset();
    arrange();
  });
}

void CustomerView::show(bool wanted) {
  m_wanted = wanted;
  arrange();
}

void CustomerView::arrange() {
  if (!m_wanted) return m_window.reset();
  if (m_window) return;
  const auto screens = QGuiApplication::screens();
  if (screens.size() < 2 && m_had_second) return;
  m_window = std::make_unique<widgets::CustomerWindow>(m_look, m_till, m_join, &m_entry);
  if (screens.size() < 2) return m_window->show();
  m_had_second = true;
  m_window->setGeometry(screens[1]->geometry());
  m_window->showFullScreen();
}

}  // namespace kahui
