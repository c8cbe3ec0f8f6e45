// The swipes and scans that a wedge types into the till's own window, as a ports::CardReaderService: whoever tells them
// from a person's typing (KeyFilter) hands them in.
//
// It has no thread and says nothing of a device, for there is none to look at: events come from the thread that calls
// take(), between start() and stop().
#pragma once

#include <memory>
#include <mutex>

#include "drivers/magstripe/judge.hpp"

namespace kahui::magstripe {

class TypedReader final : public ports::CardReaderService {
 public:
  static constexpr const char* kName = "keyboard";

  explicit TypedReader(std::shared_ptr<Judge> judge);

  void start(ports::ReaderEventSink sink) override;
  void stop() override;

  // `frame` as of Judge::judge(). `elapsed_us`: since its first key. Nothing happens while stopped.
  void take(std::string_view frame, std::int64_t elapsed_us);

 private:
  const std::shared_ptr<Judge> m_judge;
  std::mutex m_mutex;
  ports::ReaderEventSink m_sink;
};

}  // namespace kahui::magstripe
