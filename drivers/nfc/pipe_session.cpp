#include "drivers/nfc/pipe_session.hpp"

#include <algorithm>

namespace kahui::nfc {

using base::Bytes;
using base::ByteView;
using card::LinkError;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr std::uint8_t kReaderClass = 0xFF;  // commands that a reader keeps for itself

Bytes status(std::uint8_t sw1, std::uint8_t sw2) { return {sw1, sw2}; }
Bytes done(Bytes data) {
  data.insert(data.end(), {0x90, 0x00});
  return data;
}
Bytes notSupported() { return status(0x6A, 0x81); }
Bytes failed() { return status(0x63, 0x00); }

}  // namespace

PipeSession::PipeSession(WorkerProcess& process, FoundCard found, milliseconds limit, int stop)
    : m_process(process), m_found(std::move(found)), m_deadline(steady_clock::now() + limit), m_stop(stop) {}

tl::expected<Bytes, LinkError> PipeSession::exchange(ByteView command) {
  if (m_lost || m_left) return tl::unexpected(LinkError::NotSent);
  if (command.size() < 4 || command.size() > kMaxBody) return notSupported();
  if (command[0] == kReaderClass) return readerCommand(command);
  // A card without ISO/IEC 14443-4 has no way to take it.
  if (!m_found.speaksApdu()) return notSupported();
  auto answer = ask(FrameKind::Apdu, command);
  if (answer && answer->size() < 2) return tl::unexpected(LinkError::Unknown);
  return answer;
}

tl::expected<Bytes, LinkError> PipeSession::readerCommand(ByteView command) {
  const std::uint8_t instruction = command[1];
  if (instruction == 0xCA && command[2] == 0 && command[3] == 0) return done(m_found.uid);  // GET DATA: UID
  if (instruction == 0xB0) {  // READ BINARY: four pages from `p2`
    const Bytes read{0x30, command[3]};
    const auto pages = ask(FrameKind::Raw, read);
    if (!pages) return m_lost || m_left ? pages : tl::expected<Bytes, LinkError>(failed());
    return pages->size() == 16 ? done(*pages) : failed();
  }
  if (instruction == 0xD6 && command.size() == 9) {  // UPDATE BINARY: one page of four bytes
    Bytes write{0xA2, command[3]};
    write.insert(write.end(), command.begin() + 5, command.end());
    const auto written = ask(FrameKind::Raw, write);
    if (!written) return written;
    return done({});
  }
  // Direct transmit of the PN532's InCommunicateThru: D4 42 and the card's own command.
  if (instruction == 0x00 && command.size() > 7 && command[5] == 0xD4 && command[6] == 0x42) {
    const auto answer = ask(FrameKind::Raw, command.subspan(7));
    if (!answer && (m_lost || m_left)) return answer;
    Bytes frame{0xD5, 0x43, static_cast<std::uint8_t>(answer ? 0x00 : 0x01)};
    if (answer) frame.insert(frame.end(), answer->begin(), answer->end());
    return done(std::move(frame));
  }
  return notSupported();
}

// One command, one answer. Whatever goes wrong after it was sent leaves open what the card did.
tl::expected<Bytes, LinkError> PipeSession::ask(FrameKind kind, ByteView body) {
  const auto lose = [&](LinkError error) {
    m_lost = true;
    return tl::unexpected(error);
  };
  if (!m_process.send({kind, Bytes(body.begin(), body.end())})) return lose(LinkError::NotSent);
  for (;;) {
    const auto left = std::chrono::duration_cast<milliseconds>(m_deadline - steady_clock::now());
    Frame frame;
    if (left <= milliseconds(0) || m_process.receive(frame, left, m_stop) != WorkerProcess::Wait::Frame)
      return lose(LinkError::Unknown);
    switch (frame.kind) {
      case FrameKind::Answer: return std::move(frame.body);
      case FrameKind::NoAnswer: {
        const bool sent = frame.body != Bytes{static_cast<std::uint8_t>(NoAnswerCode::NotSent)};
        return tl::unexpected(sent ? LinkError::Unknown : LinkError::NotSent);
      }
      case FrameKind::Left: m_left = true; return tl::unexpected(LinkError::Unknown);
      case FrameKind::Ready: break;
      case FrameKind::Fault:
      case FrameKind::Card:
      case FrameKind::Apdu:
      case FrameKind::Raw:
      case FrameKind::Watch:
      case FrameKind::Again: return lose(LinkError::Unknown);
    }
  }
}

}  // namespace kahui::nfc
