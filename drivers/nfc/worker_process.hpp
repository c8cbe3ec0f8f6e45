// The process that runs libnfc, seen from the till: started, spoken to, watched, ended.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>

#include "core/base/fd.hpp"
#include "drivers/nfc/frames.hpp"

namespace kahui::nfc {

class WorkerProcess {
 public:
  WorkerProcess() = default;
  ~WorkerProcess() { end(); }
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // False if the program cannot be run.
  bool start(const std::string& program, const std::string& connstring);
  // Kills it, if it runs, and takes its end. Never waits for the library.
  void end();

  // False if it cannot take it: it has ended, or it hangs.
  bool send(const Frame& frame);

  enum class Wait { Frame, Timeout, Stopped, Asked, Ended };
  // The next frame, or why there is none: the time is over, `stop` or `asked` (-1: none) is readable, the process has
  // ended or sends nonsense.
  Wait receive(Frame& out, std::chrono::milliseconds limit, int stop, int asked = -1);

 private:
  pid_t m_pid = -1;
  base::Fd m_socket;
  FrameReader m_reader;
};

}  // namespace kahui::nfc
