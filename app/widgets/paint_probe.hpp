// The performance gate: an application that logs, for each input, how long it took until the window had been painted,
// and every gap in the event loop. Lines of the log: "painted KIND µs" and "gap µs".
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

namespace kahui::widgets {

class PaintProbe : public QApplication {
  Q_OBJECT

 public:
  PaintProbe(int& argc, char** argv) : QApplication(argc, argv) {}

  // Opens the log; false: it cannot be written. Without this call notify() is the application's own.
  bool start(const QString& path);
  void stop();
  // An input from elsewhere than the keyboard or the pointer, for example a snapshot of the engine.
  void mark(const char* kind);

  bool notify(QObject* receiver, QEvent* event) override;

 private:
  void painted();

  QFile m_log;
  QElapsedTimer m_input;
  const char* m_kind = nullptr;
  QElapsedTimer m_beat;
  QTimer m_heart;
};

}  // namespace kahui::widgets
