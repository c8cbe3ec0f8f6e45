// The next card at a reader, waited for by a command; how a reader's no is said.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "drivers/host/open_readers.hpp"

namespace kahui::ctl {

using CardEvent = std::variant<ports::CardRead, ports::CardRefused>;

class CardAtReader {
 public:
  // Errors: those of host::openReaders().
  static base::Result<std::unique_ptr<CardAtReader>> open(const std::string& device,
                                                          std::shared_ptr<const card::ShopKeys> keys,
                                                          std::shared_ptr<card::Identifier> identifier = {});
  ~CardAtReader();
  CardAtReader(const CardAtReader&) = delete;
  CardAtReader& operator=(const CardAtReader&) = delete;

  // nullopt: none until then. A reader that is not there is said on standard error; it may still come.
  std::optional<CardEvent> next(std::chrono::steady_clock::time_point until);

 private:
  CardAtReader() = default;
  void take(const ports::ReaderEvent& event);

  std::unique_ptr<ports::CardReaderService> m_service;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<CardEvent> m_events;
};

// "the card … ; what to do".
std::string refusalText(ports::RefuseReason reason);

}  // namespace kahui::ctl
