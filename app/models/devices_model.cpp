#include "app/models/devices_model.hpp"

#include <QMetaObject>
#include <algorithm>
#include <atomic>
#include <mutex>

namespace kahui::models {

// Shared with the desk's listener and the doctor's thread: they may speak while the model goes away.
struct DevicesModel::Link {
  std::mutex mutex;
  DevicesModel* model = nullptr;
  std::atomic<bool> waiting = false;

  template <class Call>
  void post(Call call) {
    const std::lock_guard lock(mutex);
    if (model != nullptr) QMetaObject::invokeMethod(model, std::move(call), Qt::QueuedConnection);
  }
};

DevicesModel::DevicesModel(ports::DeviceDesk& desk, const base::Clock& clock, Formatter formatter, Run run)
    : m_desk(desk),
      m_clock(clock),
      m_formatter(formatter),
      m_run(std::move(run)),
      m_link(std::make_shared<Link>()),
      m_devices(desk.devices()) {
  m_link->model = this;
  if (!m_run)
    m_run = [this](std::function<void()> work) {
      if (m_thread.joinable()) m_thread.join();
      m_thread = std::thread(std::move(work));
    };
  desk.onChange([link = m_link, this] {
    if (!link->waiting.exchange(true)) link->post([this] { take(); });
  });
}

DevicesModel::~DevicesModel() {
  m_desk.onChange({});
  {
    const std::lock_guard lock(m_link->mutex);
    m_link->model = nullptr;
  }
  if (m_thread.joinable()) m_thread.join();
}

void DevicesModel::take() {
  m_link->waiting = false;  // before the look: a change after it must ask again
  const std::vector<ports::DeviceView> now = m_desk.devices();
  const bool same = std::equal(now.begin(), now.end(), m_devices.begin(), m_devices.end(),
                               [](const auto& a, const auto& b) { return a.spec == b.spec; });
  if (!same) beginResetModel();
  m_devices = now;
  if (!same) endResetModel();
  if (same && !m_devices.empty()) emit dataChanged(index(0), index(rowCount() - 1));
  emit changed();
}

void DevicesModel::setFormatter(Formatter formatter) {
  m_formatter = formatter;
  if (!m_devices.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

DeviceVm DevicesModel::device(int row) const {
  if (row < 0 || row >= rowCount()) return {};
  return DeviceText::device(m_devices[static_cast<std::size_t>(row)], zone_min(), m_formatter);
}

NoticeVm DevicesModel::add(DeviceKind kind, const QString& name, const QString& baud) {
  const QString typed = name.trimmed();
  QString spec;
  switch (kind) {
    case DeviceKind::SmartCard:
      spec = typed.isEmpty() ? QStringLiteral("pcsc") : QStringLiteral("pcsc:") + typed;
      break;
    case DeviceKind::Serial:
      spec = QStringLiteral("serial:") + typed;
      if (!baud.trimmed().isEmpty()) spec += QLatin1Char(',') + baud.trimmed();
      break;
    case DeviceKind::Wedge: spec = QStringLiteral("evdev:") + typed; break;
    case DeviceKind::Nfc: spec = QStringLiteral("nfc:pn532_uart:") + typed; break;
  }
  const auto answer = m_desk.add(spec.toStdString());
  take();
  return DeviceText::answer(answer, tr("Added. Test it before the next customer."));
}

NoticeVm DevicesModel::act(int row, ports::DeskAnswer (ports::DeviceDesk::*step)(const std::string&),
                           const QString& done) {
  const bool known = row >= 0 && row < rowCount();
  const auto answer =
      known ? (m_desk.*step)(m_devices[static_cast<std::size_t>(row)].spec) : ports::DeskAnswer::UnknownDevice;
  take();
  return DeviceText::answer(answer, done);
}

NoticeVm DevicesModel::remove(int row) { return act(row, &ports::DeviceDesk::remove, tr("Removed from this till.")); }

NoticeVm DevicesModel::claim(int row) { return act(row, &ports::DeviceDesk::claim, tr("This till uses it now.")); }

NoticeVm DevicesModel::release(int row) {
  return act(row, &ports::DeviceDesk::release, tr("Left to other programs until it is claimed again."));
}

NoticeVm DevicesModel::test(int row) {
  if (device(row).testing) return act(row, &ports::DeviceDesk::endCheck, tr("Test ended. The reader serves the sale."));
  return act(row, &ports::DeviceDesk::checkHealth, tr("The test waits for one card or code."));
}

void DevicesModel::endTests() {
  for (const ports::DeviceView& view : m_desk.devices())
    if (view.life == ports::DeviceLife::Testing) m_desk.endCheck(view.spec);
}

void DevicesModel::examine() {
  if (m_examining) return;
  m_examining = true;
  m_run([link = m_link, &desk = m_desk, this] {
    link->post([this, found = desk.examine()] {
      m_findings = found;
      m_examining = false;
      emit examined();
    });
  });
}

std::vector<NoteVm> DevicesModel::findings() const {
  std::vector<NoteVm> notes;
  for (const ports::Finding& finding : m_findings) notes.push_back(DeviceText::finding(finding));
  return notes;
}

std::vector<NoteVm> DevicesModel::history() const {
  std::vector<NoteVm> notes;
  for (const ports::HealthEntry& entry : m_desk.health())
    notes.push_back(DeviceText::health(entry, zone_min(), m_formatter));
  return notes;
}

int DevicesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_devices.size());
}

QVariant DevicesModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const DeviceVm vm = device(index.row());
  switch (role) {
    case Qt::DisplayRole: return vm.name;
    case Qt::AccessibleTextRole: return vm.name + QStringLiteral(". ") + vm.kind + QStringLiteral(". ") + vm.state;
    case DetailRole: return vm.state + QStringLiteral(" · ") + vm.kind;
    case ToneRole: return static_cast<int>(vm.tone);
    default: return {};
  }
}

}  // namespace kahui::models
