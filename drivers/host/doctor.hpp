// The reader doctor: why a reader that the settings name does not work. Plain reasoning over probes, so that each
// trouble can be made in a test without root and without hardware. Touches no card.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"
#include "core/ports/device_finding.hpp"
#include "drivers/host/open_readers.hpp"
#include "drivers/host/processes.hpp"

namespace kahui::host {

// How the PC/SC service meets us.
struct ServiceLook {
  enum class State { Absent, Refused, Silent, Answers };
  State state = State::Absent;
  std::vector<ports::ReaderChanged> readers{};  // Answers
};

struct DoctorProbes {
  std::function<bool()> service_installed;
  std::function<ServiceLook()> service;                          // within some seconds, whatever hangs
  std::function<std::vector<Holder>()> service_users;            // programs that have pcsc-lite loaded
  std::function<int(const std::string& path, int mode)> access;  // 0 or errno
  std::function<std::vector<Holder>(const std::string& path)> holders;
  std::function<std::string(const std::string& path)> group;
  std::function<std::vector<std::string>()> modules;  // loaded into the kernel
  std::function<std::optional<ports::ReaderChanged>(const ReaderSpec& spec)>
      open;              // opened like the driver, then let go
  std::string helper{};  // path of kahui-nfc
  int own_pid = 0;       // what this process holds is no trouble

  static DoctorProbes real();
};

// At least one finding a spec, in their order; a reader that works is Well. A spec that is none is left out: the
// settings hold none.
std::vector<ports::Finding> examine(const std::vector<std::string>& specs, const DoctorProbes& probes);

}  // namespace kahui::host
