#include "drivers/card/native.hpp"

#include <algorithm>

namespace kahui::card {
namespace {

using Kind = CardFault::Kind;

constexpr std::size_t kMaxAnswer = 258;
// A frame of DESFire's own chaining holds 60 bytes with the command byte; the wrapping is taken off as well.
constexpr std::size_t kMaxFrame = 54;
constexpr std::size_t kMaxCommand = 255;
constexpr int kMaxFrames = 64;
constexpr std::uint8_t kReadSigOk = 0x90;
constexpr std::uint8_t kGetVersion = 0x60;
constexpr std::uint8_t kReadSig = 0x3C;

// Only the writing commands of the first generation go in several frames; all others are one APDU, whatever ISO 14443-4
// makes of it below.
std::size_t frameSize(std::uint8_t ins) {
  constexpr std::uint8_t kWriteRecord = 0x3B;
  constexpr std::uint8_t kWriteData = 0x3D;
  return ins == kWriteData || ins == kWriteRecord ? kMaxFrame : kMaxCommand;
}

CardResult<IsoAnswer> exchangeOnce(Session& session, const Command& command) {
  auto bytes = session.exchange(encode(command));
  if (!bytes) return cardFault(bytes.error() == LinkError::NotSent ? Kind::NotSent : Kind::Unknown);
  if (bytes->size() > kMaxAnswer) return cardFault(Kind::Malformed);
  const auto response = parseResponse(*bytes);
  if (!response) return cardFault(Kind::Unknown);
  return IsoAnswer{{response->data.begin(), response->data.end()}, response->status};
}

}  // namespace

ports::RefuseReason reasonOf(const CardFault& fault) {
  switch (fault.kind) {
    case Kind::NotSent:
    case Kind::Unknown: return ports::RefuseReason::Torn;
    case Kind::BadMac: return ports::RefuseReason::BadMac;
    case Kind::Refused:
    case Kind::Malformed: return ports::RefuseReason::Unreadable;
  }
  return ports::RefuseReason::Unreadable;
}

CardResult<IsoAnswer> exchangeIso(Session& session, const Command& command) {
  auto answer = exchangeOnce(session, command);
  if (!answer) return answer;
  const auto length = answer->status.rightLength();
  if (!length || !command.expected || command.expected == length) return answer;
  Command again = command;
  again.expected = length;
  return exchangeOnce(session, again);
}

CardResult<base::Bytes> askIso(Session& session, const Command& command) {
  auto answer = exchangeIso(session, command);
  if (!answer) return tl::unexpected(answer.error());
  if (!answer->status.isDone()) return cardFault(Kind::Refused, answer->status.value);
  return std::move(answer->data);
}

CardResult<NativeFrame> sendFrame(Session& session, std::uint8_t ins, base::ByteView data) {
  auto answer = exchangeIso(session, {.cla = 0x90, .ins = ins, .data = {data.begin(), data.end()}, .expected = 256});
  if (!answer) return tl::unexpected(answer.error());
  const std::uint16_t status = answer->status.value;
  const int code = status & 0xFF;
  if (status >> 8 != 0x91 || (code != kNativeDone && code != kReadSigOk && code != kMoreFrames))
    return cardFault(Kind::Refused, status);
  return NativeFrame{std::move(answer->data), code == kMoreFrames};
}

CardResult<base::Bytes> sendNative(Session& session, std::uint8_t ins, base::ByteView data) {
  const std::size_t frame_size = frameSize(ins);
  KAHUI_ASSERT(frame_size == kMaxFrame || data.size() <= frame_size);
  std::size_t sent = std::min(data.size(), frame_size);
  auto frame = sendFrame(session, ins, data.first(sent));
  base::Bytes answer;
  for (int frames = 1; frame; ++frames) {
    answer.insert(answer.end(), frame->data.begin(), frame->data.end());
    if (!frame->more) {
      // A card that is done before it has all the data has done something else.
      if (sent < data.size()) return cardFault(Kind::Malformed);
      return answer;
    }
    if (frames == kMaxFrames) return cardFault(Kind::Malformed);
    const base::ByteView next = data.subspan(sent, std::min(data.size() - sent, frame_size));
    sent += next.size();
    frame = sendFrame(session, kMoreFrames, next);
  }
  return tl::unexpected(frame.error());
}

CardResult<Version> readVersion(Session& session) {
  const auto bytes = sendNative(session, kGetVersion, {});
  if (!bytes) return tl::unexpected(bytes.error());
  if (bytes->size() < 7) return cardFault(Kind::Malformed);
  const base::Bytes& part = *bytes;
  const bool with_uid = part.size() >= 21;
  const base::Bytes uid = with_uid ? base::Bytes(part.begin() + 14, part.begin() + 21) : base::Bytes{};
  return Version{part[0], part[1], part[2], part[3], part[4], uid};
}

CardResult<base::Bytes> readMakerSignature(Session& session) {
  const std::uint8_t address = 0;
  auto signature = sendNative(session, kReadSig, {&address, 1});
  if (signature && signature->size() != 56) return cardFault(Kind::Malformed);
  return signature;
}

}  // namespace kahui::card
