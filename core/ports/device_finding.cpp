#include "core/ports/device_finding.hpp"

namespace kahui::ports {

std::string_view name(FindingCode code) {
  switch (code) {
    case FindingCode::Well: return "well";
    case FindingCode::ServiceNotInstalled: return "service_not_installed";
    case FindingCode::ServiceNotRunning: return "service_not_running";
    case FindingCode::ServiceRefused: return "service_refused";
    case FindingCode::ServiceSilent: return "service_silent";
    case FindingCode::NoReader: return "no_reader";
    case FindingCode::ReaderFault: return "reader_fault";
    case FindingCode::HeldByProgram: return "held_by_program";
    case FindingCode::KernelModule: return "kernel_module";
    case FindingCode::DeviceMissing: return "device_missing";
    case FindingCode::NoPermission: return "no_permission";
    case FindingCode::NotADevice: return "not_a_device";
    case FindingCode::HelperMissing: return "helper_missing";
  }
  return "";
}

}  // namespace kahui::ports
