#include "drivers/host/doctor.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace kahui::host {
namespace {

using ports::Finding;
using ports::FindingCode;
using ports::ReaderAdvice;
using ports::ReaderKind;
using ports::ReaderState;

// They take an ACR122U or a PN533 for the kernel's own NFC stack; libnfc and pcscd are then told that it is busy.
constexpr std::array<std::string_view, 3> kNfcModules = {"pn533_usb", "pn533", "nfc"};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string joined(const std::vector<Holder>& holders) {
  std::vector<std::string> names;
  for (const Holder& holder : holders) names.push_back(holder.program + " (" + std::to_string(holder.pid) + ")");
  return joined(names);
}

// "pn532_uart:PATH[:BAUD]"
std::string pathIn(const ReaderSpec& spec) {
  if (spec.kind != ReaderKind::Nfc) return spec.argument;
  const std::size_t first = spec.argument.find(':') + 1;
  return spec.argument.substr(first, spec.argument.find(':', first) - first);
}

class Examination {
 public:
  Examination(const DoctorProbes& probes, std::vector<Finding>& findings) : m_probes(probes), m_findings(findings) {}

  void examine(const std::string& device, const ReaderSpec& spec) {
    m_device = device;
    switch (spec.kind) {
      case ReaderKind::Pcsc: examineService(spec.argument); break;
      case ReaderKind::Nfc: examineNfc(spec); break;
      case ReaderKind::Serial:
      case ReaderKind::Wedge: examineFile(spec); break;
      case ReaderKind::Sim: add(FindingCode::Well); break;
    }
  }

 private:
  void add(FindingCode code, std::string what = {}) { m_findings.push_back({m_device, code, std::move(what)}); }

  bool addModules() {
    std::vector<std::string> found;
    const std::vector<std::string> loaded = m_probes.modules();
    for (const std::string_view module : kNfcModules)
      if (std::find(loaded.begin(), loaded.end(), module) != loaded.end()) found.emplace_back(module);
    if (found.empty()) return false;
    add(FindingCode::KernelModule, joined(found));
    return true;
  }

  void examineService(const std::string& prefix) {
    if (!m_service) m_service = m_probes.service();
    switch (m_service->state) {
      case ServiceLook::State::Absent:
        add(m_probes.service_installed() ? FindingCode::ServiceNotRunning : FindingCode::ServiceNotInstalled);
        return;
      case ServiceLook::State::Refused: add(FindingCode::ServiceRefused); return;
      case ServiceLook::State::Silent: add(FindingCode::ServiceSilent); return;
      case ServiceLook::State::Answers: break;
    }
    bool any = false;
    for (const ports::ReaderChanged& reader : m_service->readers) {
      if (!reader.reader.starts_with(prefix) || reader.state == ReaderState::Gone) continue;
      any = true;
      addReader(reader);
    }
    if (any) return;
    add(FindingCode::NoReader, prefix);
    addModules();
  }

  void addReader(const ports::ReaderChanged& reader) {
    switch (reader.state) {
      case ReaderState::Ready: add(FindingCode::Well, reader.reader); break;
      case ReaderState::Busy: add(FindingCode::HeldByProgram, joined(others(m_probes.service_users()))); break;
      case ReaderState::Error:
      case ReaderState::Gone: add(FindingCode::ReaderFault, reader.reader); break;
    }
  }

  void examineNfc(const ReaderSpec& spec) {
    if (m_probes.access(m_probes.helper, X_OK) != 0) add(FindingCode::HelperMissing, m_probes.helper);
    addModules();
    examineFile(spec);
  }

  void examineFile(const ReaderSpec& spec) {
    const std::string path = pathIn(spec);
    const int error = m_probes.access(path, spec.kind == ReaderKind::Nfc ? R_OK | W_OK : R_OK);
    if (error == EACCES || error == EPERM) return add(FindingCode::NoPermission, m_probes.group(path));
    if (error != 0) return add(FindingCode::DeviceMissing, path);
    const std::vector<Holder> holders = m_probes.holders(path);
    const std::vector<Holder> foreign = others(holders);
    if (!foreign.empty()) return add(FindingCode::HeldByProgram, joined(foreign));
    if (!holders.empty()) return add(FindingCode::Well);  // this program has it
    const auto opened = m_probes.open(spec);
    if (!opened || opened->state == ReaderState::Ready) return add(FindingCode::Well);
    if (opened->state == ReaderState::Busy) return add(FindingCode::HeldByProgram);
    if (opened->state == ReaderState::Gone) return add(FindingCode::DeviceMissing, path);
    if (opened->advice == ReaderAdvice::AllowAccess) return add(FindingCode::NoPermission, m_probes.group(path));
    add(FindingCode::NotADevice, path);
  }

  // kahui-nfc is a child of the program that holds the reader.
  [[nodiscard]] std::vector<Holder> others(std::vector<Holder> holders) const {
    std::erase_if(holders,
                  [&](const Holder& one) { return one.pid == m_probes.own_pid || one.parent == m_probes.own_pid; });
    return holders;
  }

  const DoctorProbes& m_probes;
  std::vector<Finding>& m_findings;
  std::string m_device;
  std::optional<ServiceLook> m_service;  // asked once: a silent one takes seconds
};

}  // namespace

std::vector<Finding> examine(const std::vector<std::string>& specs, const DoctorProbes& probes) {
  std::vector<Finding> findings;
  Examination examination(probes, findings);
  for (const std::string& text : specs)
    if (const auto spec = parseSpec(text)) examination.examine(text, *spec);
  return findings;
}

}  // namespace kahui::host
