#include "drivers/card/apdu.hpp"

namespace kahui::card {

base::Bytes encode(const Command& command) {
  KAHUI_ASSERT(command.data.size() <= 255);
  base::Bytes bytes{command.cla, command.ins, command.p1, command.p2};
  if (!command.data.empty()) {
    bytes.push_back(static_cast<std::uint8_t>(command.data.size()));
    bytes.insert(bytes.end(), command.data.begin(), command.data.end());
  }
  if (command.expected) {
    KAHUI_ASSERT(*command.expected >= 1 && *command.expected <= 256);
    bytes.push_back(static_cast<std::uint8_t>(*command.expected & 0xFF));
  }
  return bytes;
}

std::optional<int> StatusWord::rightLength() const {
  if ((value & 0xFF00) != 0x6C00) return std::nullopt;
  const int length = value & 0xFF;
  return length == 0 ? 256 : length;
}

std::optional<Response> parseResponse(base::ByteView bytes) {
  if (bytes.size() < 2) return std::nullopt;
  const std::size_t split = bytes.size() - 2;
  return Response{bytes.first(split), {static_cast<std::uint16_t>(bytes[split] << 8 | bytes[split + 1])}};
}

Command getUid(int expected) { return {.cla = 0xFF, .ins = 0xCA, .expected = expected}; }

UidAnswer readUidAnswer(base::ByteView bytes) {
  const auto refused = [](ports::RefuseReason reason) {
    return UidAnswer{.kind = UidAnswer::Kind::Refused, .reason = reason};
  };
  const auto response = parseResponse(bytes);
  if (!response) return refused(ports::RefuseReason::Torn);
  if (const auto length = response->status.rightLength())
    return {.kind = UidAnswer::Kind::AskAgain, .expected = *length};
  if (!response->status.isDone()) return refused(ports::RefuseReason::Unreadable);
  if (response->data.size() < 4) return refused(ports::RefuseReason::Torn);
  const base::Bytes uid(response->data.begin(), response->data.end());
  auto credential = credentialOfUid(uid);
  if (credential) return {.kind = UidAnswer::Kind::Credential, .credential = *std::move(credential), .uid = uid};
  auto answer = refused(credential.error());
  if (credential.error() == ports::RefuseReason::RandomUid) answer.uid = uid;
  return answer;
}

}  // namespace kahui::card
