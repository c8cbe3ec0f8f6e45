#include "drivers/card/ntag/ntag424.hpp"

#include <algorithm>

#include "drivers/card/crypto/cmac.hpp"

namespace kahui::card {
namespace {

using Kind = CardFault::Kind;

constexpr std::uint8_t kChangeFileSettings = 0x5F;
constexpr std::uint8_t kGetFileSettings = 0xF5;
constexpr std::uint8_t kReadData = 0xAD;
constexpr std::uint8_t kWriteData = 0x8D;
constexpr std::uint8_t kGetKeyVersion = 0x64;
constexpr std::uint8_t kChangeKey = 0xC4;
constexpr std::uint8_t kGetFileCounters = 0xF6;

constexpr std::uint8_t kSdmOn = 0x40;
constexpr std::uint8_t kMirrorsUid = 0x80;
constexpr std::uint8_t kMirrorsCounter = 0x40;
constexpr std::uint8_t kLimitsCounter = 0x20;
constexpr std::uint8_t kEncryptsData = 0x10;
constexpr std::uint8_t kAscii = 0x01;
constexpr int kFree = 0xE;
constexpr int kNever = 0xF;
constexpr std::size_t kMaxFile = 1024;
constexpr std::size_t kMaxWrite = 224;

CommMode modeOf(int option) {
  const int bits = option & 3;
  return bits == 3 ? CommMode::Full : bits == 1 ? CommMode::Mac : CommMode::Plain;
}

// Takes numbers from the front of an answer; remembers if there were too few bytes.
class Taker {
 public:
  explicit Taker(base::ByteView bytes) : m_bytes(bytes) {}
  std::uint32_t take(std::size_t count) {
    if (m_bytes.size() < count) {
      m_short = true;
      m_bytes = {};
      return 0;
    }
    std::uint32_t value = 0;
    for (std::size_t i = count; i > 0; --i) value = value << 8 | m_bytes[i - 1];
    m_bytes = m_bytes.subspan(count);
    return value;
  }
  [[nodiscard]] bool isShort() const { return m_short; }

 private:
  base::ByteView m_bytes;
  bool m_short = false;
};

SdmSettings takeSdm(Taker& from) {
  SdmSettings sdm;
  const std::uint32_t options = from.take(1);
  const std::uint32_t rights = from.take(2);
  sdm.uid = (options & kMirrorsUid) != 0;
  sdm.counter = (options & kMirrorsCounter) != 0;
  sdm.ascii = (options & kAscii) != 0;
  sdm.meta_read = static_cast<int>(rights >> 12 & 15);
  sdm.file_read = static_cast<int>(rights >> 8 & 15);
  sdm.counter_return = static_cast<int>(rights & 15);
  if (sdm.meta_read == kFree && sdm.uid) sdm.uid_offset = from.take(3);
  if (sdm.meta_read == kFree && sdm.counter) sdm.counter_offset = from.take(3);
  if (sdm.meta_read < kNtag424Keys) sdm.picc_offset = from.take(3);
  if (sdm.file_read != kNever) {
    sdm.mac_input_offset = from.take(3);
    if ((options & kEncryptsData) != 0) {
      const std::uint32_t offset = from.take(3);
      sdm.encrypted = {offset, from.take(3)};
    }
    sdm.mac_offset = from.take(3);
  }
  if ((options & kLimitsCounter) != 0) sdm.counter_limit = from.take(3);
  return sdm;
}

void appendSdm(base::Bytes& out, const SdmSettings& sdm) {
  int options = sdm.ascii ? kAscii : 0;
  if (sdm.uid) options |= kMirrorsUid;
  if (sdm.counter) options |= kMirrorsCounter;
  if (sdm.counter_limit) options |= kLimitsCounter;
  if (sdm.encrypted) options |= kEncryptsData;
  out.push_back(byteOf(options));
  out.push_back(byteOf(0xF0 | sdm.counter_return));
  out.push_back(byteOf(sdm.meta_read << 4 | sdm.file_read));
  if (sdm.uid_offset) appendLe24(out, *sdm.uid_offset);
  if (sdm.counter_offset) appendLe24(out, *sdm.counter_offset);
  if (sdm.picc_offset) appendLe24(out, *sdm.picc_offset);
  if (sdm.file_read != kNever) {
    appendLe24(out, sdm.mac_input_offset);
    if (sdm.encrypted) {
      appendLe24(out, sdm.encrypted->offset);
      appendLe24(out, sdm.encrypted->length);
    }
    appendLe24(out, sdm.mac_offset);
  }
  if (sdm.counter_limit) appendLe24(out, *sdm.counter_limit);
}

Command readBinary(std::size_t offset, int expected) {
  return {.ins = 0xB0,
          .p1 = byteOf(static_cast<int>(offset >> 8)),
          .p2 = byteOf(static_cast<int>(offset & 0xFF)),
          .expected = expected};
}

base::Bytes rangeHeader(int file, std::uint32_t offset, std::uint32_t length) {
  base::Bytes header{byteOf(file)};
  appendLe24(header, offset);
  appendLe24(header, length);
  return header;
}

CardResult<void> without(const CardResult<base::Bytes>& answer) {
  if (!answer) return tl::unexpected(answer.error());
  if (!answer->empty()) return cardFault(Kind::Malformed);
  return {};
}

}  // namespace

CardResult<void> selectNdefApplication(Session& session) {
  const auto answer =
      askIso(session, {.ins = 0xA4, .p1 = 4, .data = {0xD2, 0x76, 0x00, 0x00, 0x85, 0x01, 0x01}, .expected = 256});
  if (!answer) return tl::unexpected(answer.error());
  return {};
}

CardResult<base::Bytes> readNdefFile(Session& session) {
  const auto selected = askIso(session, {.ins = 0xA4, .p2 = 0x0C, .data = {0xE1, 0x04}});
  if (!selected) return tl::unexpected(selected.error());
  auto file = askIso(session, readBinary(0, 256));
  // 6700, 6282 and their like: a card that will not be asked for more than it has.
  if (!file && file.error().kind == Kind::Refused) file = askIso(session, readBinary(0, 2));
  if (!file) return file;
  if (file->size() < 2) return cardFault(Kind::Malformed);
  const std::size_t wanted = 2 + static_cast<std::size_t>((*file)[0] << 8 | (*file)[1]);
  if (wanted > kMaxFile) return cardFault(Kind::Malformed);
  while (file->size() < wanted) {
    const auto piece = static_cast<int>(std::min<std::size_t>(wanted - file->size(), 128));
    const auto more = askIso(session, readBinary(file->size(), piece));
    if (!more) return more;
    if (more->empty()) return cardFault(Kind::Malformed);
    file->insert(file->end(), more->begin(), more->end());
  }
  return file;
}

tl::expected<FileSettings, CardFault> parseFileSettings(base::ByteView answer) {
  Taker from(answer);
  const std::uint32_t type = from.take(1);
  const auto option = static_cast<int>(from.take(1));
  FileSettings settings;
  settings.mode = modeOf(option);
  settings.rights = static_cast<std::uint16_t>(from.take(2));
  settings.size = from.take(3);
  if ((option & kSdmOn) != 0) settings.sdm = takeSdm(from);
  if (type != 0 || from.isShort()) return cardFault(Kind::Malformed);
  return settings;
}

base::Bytes encodeFileSettings(const FileSettings& settings) {
  const int option = modeBits(settings.mode) | (settings.sdm ? kSdmOn : 0);
  base::Bytes out{byteOf(option), byteOf(settings.rights & 0xFF), byteOf(settings.rights >> 8)};
  if (settings.sdm) appendSdm(out, *settings.sdm);
  return out;
}

CardResult<FileSettings> readFileSettings(Channel& channel, int file, CommMode mode) {
  const auto answer = channel.run({.ins = kGetFileSettings, .header = {byteOf(file)}, .mode = mode});
  if (!answer) return tl::unexpected(answer.error());
  return parseFileSettings(*answer);
}

CardResult<void> changeFileSettings(Channel& channel, int file, const FileSettings& settings) {
  return without(channel.run({.ins = kChangeFileSettings,
                              .header = {byteOf(file)},
                              .data = encodeFileSettings(settings),
                              .mode = CommMode::Full}));
}

CardResult<base::Bytes> readData(Channel& channel, int file, std::uint32_t offset, std::uint32_t length,
                                 CommMode mode) {
  KAHUI_ASSERT(length <= kMaxFile);
  auto data =
      channel.run({.ins = kReadData, .header = rangeHeader(file, offset, length), .mode = mode, .answer_size = length});
  if (data && length != 0 && data->size() != length) return cardFault(Kind::Malformed);
  return data;
}

CardResult<void> writeData(Channel& channel, int file, std::uint32_t offset, base::ByteView data, CommMode mode) {
  KAHUI_ASSERT(!data.empty() && data.size() <= kMaxWrite);
  return without(channel.run({.ins = kWriteData,
                              .header = rangeHeader(file, offset, static_cast<std::uint32_t>(data.size())),
                              .data = {data.begin(), data.end()},
                              .mode = mode}));
}

CardResult<std::uint8_t> readKeyVersion(Channel& channel, int key_number) {
  const auto answer =
      channel.run({.ins = kGetKeyVersion, .header = {byteOf(key_number)}, .mode = CommMode::Mac, .answer_size = 1});
  if (!answer) return tl::unexpected(answer.error());
  if (answer->size() != 1) return cardFault(Kind::Malformed);
  return answer->front();
}

CardResult<void> changeOwnKey(Channel& channel, int key_number, const SecretKey& key, std::uint8_t version) {
  NativeCommand command{.ins = kChangeKey,
                        .header = {byteOf(key_number)},
                        .data = joined({key.view(), {&version, 1}}),
                        .mode = CommMode::Full,
                        .ends_session = true};
  const auto answer = channel.run(command);
  wipe(command.data);
  return without(answer);
}

CardResult<void> changeOtherKey(Channel& channel, int key_number, const SecretKey& old_key, const SecretKey& key,
                                std::uint8_t version) {
  NativeCommand command{.ins = kChangeKey,
                        .header = {byteOf(key_number)},
                        .data = joined({key.view(), {&version, 1}, crc32(key.view())}),
                        .mode = CommMode::Full};
  for (std::size_t i = 0; i < kAesBlock; ++i) command.data[i] ^= old_key.view()[i];
  const auto answer = channel.run(command);
  wipe(command.data);
  return without(answer);
}

CardResult<std::uint32_t> readSdmCounter(Channel& channel, int file) {
  const auto answer =
      channel.run({.ins = kGetFileCounters, .header = {byteOf(file)}, .mode = CommMode::Full, .answer_size = 5});
  if (!answer) return tl::unexpected(answer.error());
  if (answer->size() < 3) return cardFault(Kind::Malformed);
  return le24(*answer);
}

}  // namespace kahui::card
