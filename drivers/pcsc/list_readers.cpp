#include <condition_variable>
#include <mutex>
#include <thread>

#include "drivers/pcsc/board.hpp"
#include "drivers/pcsc/pcsc_readers.hpp"

namespace kahui::pcsc {
namespace {

constexpr std::chrono::seconds kPatience{3};

struct Answer {
  std::mutex mutex;
  std::condition_variable given;
  std::optional<LONG> code;
  std::vector<ports::ReaderChanged> readers;
};

LONG look(const Options& options, const FunctionsPtr& functions, std::vector<ports::ReaderChanged>& found) {
  Context context(functions);
  LONG code = context.establish();
  if (code != SCARD_S_SUCCESS) return code;
  std::vector<std::string> names;
  code = context.listReaders(names);
  if (code != SCARD_S_SUCCESS) return code;
  // The board decides which readers count and what their state means; the cards that lie there are none of its business
  // here.
  Board board(options.names, options.retry, [&found](ports::ReaderEvent event) {
    if (auto* reader = std::get_if<ports::ReaderChanged>(&event)) found.push_back(std::move(*reader));
  });
  board.listed(names);
  std::vector<WatchedReader> readers = board.watched();
  if (readers.empty()) return code;
  code = waitForChange(*functions, context.handle(), 0, readers, false);
  if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT) return code;
  board.observed(readers, std::chrono::steady_clock::now());
  return SCARD_S_SUCCESS;
}

}  // namespace

base::Result<std::vector<ports::ReaderChanged>> listReaders(const Options& options, FunctionsPtr functions) {
  const auto answer = std::make_shared<Answer>();
  // A daemon that hangs must not hang the caller: the thread is then left to it.
  std::thread([answer, options, functions = std::move(functions)] {
    std::vector<ports::ReaderChanged> readers;
    const LONG code = look(options, functions, readers);
    const std::lock_guard lock(answer->mutex);
    answer->code = code;
    answer->readers = std::move(readers);
    answer->given.notify_all();
  }).detach();
  std::unique_lock lock(answer->mutex);
  if (!answer->given.wait_for(lock, kPatience, [&] { return answer->code.has_value(); }))
    return base::fail(base::ErrorCode::ServiceDown, "pcscd does not answer");
  if (*answer->code == SCARD_S_SUCCESS) return std::move(answer->readers);
  const bool refused = serviceAdvice(*answer->code) == ports::ReaderAdvice::AllowAccess;
  return base::fail(base::ErrorCode::ServiceDown, refused ? "pcscd refuses access" : "pcscd is not running");
}

}  // namespace kahui::pcsc
