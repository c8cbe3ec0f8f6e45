#include "app/widgets/paint_probe.hpp"

#include <QEvent>

namespace kahui::widgets {
namespace {

constexpr int kBeat_ms = 4;
constexpr qint64 kGap_us = 16'000;  // a frame at 60 Hz
constexpr qint64 kUsInNs = 1'000;

}  // namespace

bool PaintProbe::start(const QString& path) {
  m_log.setFileName(path);
  if (!m_log.open(QIODevice::WriteOnly | QIODevice::Append)) return false;
  m_heart.setTimerType(Qt::PreciseTimer);
  m_heart.setInterval(kBeat_ms);
  m_beat.start();
  connect(&m_heart, &QTimer::timeout, this, [this] {
    const qint64 gap_us = m_beat.nsecsElapsed() / kUsInNs - kBeat_ms * 1000;
    m_beat.restart();
    if (gap_us > kGap_us) m_log.write(QByteArrayLiteral("gap ") + QByteArray::number(gap_us) + '\n');
  });
  m_heart.start();
  return true;
}

void PaintProbe::stop() {
  m_heart.stop();
  m_heart.disconnect(this);
  m_log.close();
  m_kind = nullptr;
}

void PaintProbe::mark(const char* kind) {
  if (!m_log.isOpen() || m_kind != nullptr) return;
  m_kind = kind;
  m_input.start();
}

bool PaintProbe::notify(QObject* receiver, QEvent* event) {
  if (!m_log.isOpen()) return QApplication::notify(receiver, event);
  const QEvent::Type type = event->type();
  if (type == QEvent::KeyPress) mark("key");
  if (type == QEvent::MouseButtonRelease || type == QEvent::TouchEnd) mark("touch");
  const bool taken = QApplication::notify(receiver, event);
  // After an UpdateRequest has been handled, the window is painted and flushed.
  if (type == QEvent::UpdateRequest) painted();
  return taken;
}

void PaintProbe::painted() {
  if (m_kind == nullptr) return;
  m_log.write(QByteArrayLiteral("painted ") + m_kind + ' ' + QByteArray::number(m_input.nsecsElapsed() / kUsInNs) +
              '\n');
  m_log.flush();
  m_kind = nullptr;
}

}  // namespace kahui::widgets
