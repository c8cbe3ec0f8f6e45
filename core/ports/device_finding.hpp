// What keeps a reader from working, as the reader doctor finds it. Words for people, and what to do next, are made by
// the applications: one line a code.
#pragma once

#include <string>
#include <string_view>

namespace kahui::ports {

enum class FindingCode {
  Well,                 // nothing stands in the way
  ServiceNotInstalled,  // no pcscd on this machine
  ServiceNotRunning,    // installed, and nobody answers at its socket
  ServiceRefused,       // this user may not connect to its socket
  ServiceSilent,        // it takes the connection and does not answer
  NoReader,             // the service runs and has no reader to offer
  ReaderFault,          // the reader is there and does not answer
  HeldByProgram,        // another program has the reader or the line for itself
  KernelModule,         // a driver of the kernel holds NFC readers
  DeviceMissing,        // no such device file
  NoPermission,         // the device file is there and this user may not use it
  NotADevice,           // there is something under that name that is no serial line and no input device
  HelperMissing,        // kahui-nfc is not beside the program
};

struct Finding {
  std::string device;  // the SPEC that it is about
  FindingCode code{};
  // HeldByProgram: the programs with their process ids, none if they cannot be seen; KernelModule: the modules;
  // NoPermission: the group that may; NoReader, ReaderFault, Well: the reader where there is one. Else the file.
  std::string what{};
  bool operator==(const Finding&) const = default;
};

// Stable lower_snake name, part of the public interface of kahuictl.
std::string_view name(FindingCode code);

}  // namespace kahui::ports
