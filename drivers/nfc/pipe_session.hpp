// A card behind the process that runs libnfc, as a session like that of a PC/SC reader: cards that speak ISO/IEC
// 14443-4 get their commands as they are; what a PC/SC reader does itself (PC/SC part 3, section 3.2.2) and the raw
// commands of an ACR122 (its interface manual, "Direct Transmit") are done here with the card's own commands.
#pragma once

#include "drivers/card/session.hpp"
#include "drivers/nfc/worker_process.hpp"

namespace kahui::nfc {

class PipeSession final : public card::Session {
 public:
  // `limit` is that of the whole session. Readable `stop` ends it.
  PipeSession(WorkerProcess& process, FoundCard found, std::chrono::milliseconds limit, int stop);

  tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView command) override;

  // The process has ended, hangs or must be ended: it serves no other card.
  [[nodiscard]] bool lost() const { return m_lost; }
  // The card left meanwhile, and the process has said so.
  [[nodiscard]] bool left() const { return m_left; }

 private:
  tl::expected<base::Bytes, card::LinkError> ask(FrameKind kind, base::ByteView body);
  tl::expected<base::Bytes, card::LinkError> readerCommand(base::ByteView command);

  WorkerProcess& m_process;
  const FoundCard m_found;
  const std::chrono::steady_clock::time_point m_deadline;
  const int m_stop;
  bool m_lost = false;
  bool m_left = false;
};

}  // namespace kahui::nfc
