// The till's readers and scanners as a list, and what a person does with them: add, remove, claim, test, release,
// have them examined. GUI thread; the desk's changes arrive as one queued call each.
#pragma once

#include <QAbstractListModel>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "app/models/device_text.hpp"
#include "core/base/clock.hpp"
#include "core/ports/device_desk.hpp"

namespace kahui::models {

// What a person can add; a demo's reader is there by itself.
enum class DeviceKind { SmartCard, Serial, Wedge, Nfc };

class DevicesModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role {
    DetailRole = Qt::UserRole,  // kind and state
    ToneRole,                   // a Tone as int
  };
  // How the doctor's seconds are spent away from the window; a test has them spent at once.
  using Run = std::function<void(std::function<void()> work)>;

  DevicesModel(ports::DeviceDesk& desk, const base::Clock& clock, Formatter formatter, Run run = {});
  ~DevicesModel() override;

  void setFormatter(Formatter formatter);
  [[nodiscard]] DeviceVm device(int row) const;

  NoticeVm add(DeviceKind kind, const QString& name, const QString& baud);
  NoticeVm remove(int row);
  NoticeVm claim(int row);
  NoticeVm release(int row);
  NoticeVm test(int row);  // or gives the test up
  void endTests();         // the screen is left
  void examine();          // examined() follows
  [[nodiscard]] bool isExamining() const { return m_examining; }
  [[nodiscard]] std::vector<NoteVm> findings() const;  // of the last examination
  [[nodiscard]] std::vector<NoteVm> history() const;   // the newest first

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 signals:
  void changed();
  void examined();

 private:
  struct Link;

  void take();
  NoticeVm act(int row, ports::DeskAnswer (ports::DeviceDesk::*step)(const std::string&), const QString& done);
  [[nodiscard]] int zone_min() const { return m_clock.now().offset_min; }

  ports::DeviceDesk& m_desk;
  const base::Clock& m_clock;
  Formatter m_formatter;
  Run m_run;
  std::thread m_thread;
  std::shared_ptr<Link> m_link;
  std::vector<ports::DeviceView> m_devices;
  std::vector<ports::Finding> m_findings;
  bool m_examining = false;
};

}  // namespace kahui::models
