#include "drivers/card/desfire/desfire.hpp"

#include <algorithm>

#include "drivers/card/crypto/cmac.hpp"

namespace kahui::card {
namespace {

using Kind = CardFault::Kind;

constexpr std::uint8_t kSelectApplication = 0x5A;
constexpr std::uint8_t kGetFileSettings = 0xF5;
constexpr std::uint8_t kGetValue = 0x6C;
constexpr std::uint8_t kCredit = 0x0C;
constexpr std::uint8_t kDebit = 0xDC;
constexpr std::uint8_t kLimitedCredit = 0x1C;
constexpr std::uint8_t kWriteRecord = 0x3B;
constexpr std::uint8_t kReadRecords = 0xBB;
constexpr std::uint8_t kReadData = 0xBD;
constexpr std::uint8_t kWriteData = 0x3D;
constexpr std::uint8_t kCommit = 0xC7;
constexpr std::uint8_t kAbort = 0xA7;
constexpr std::uint8_t kCreateApplication = 0xCA;
constexpr std::uint8_t kCreateStandardFile = 0xCD;
constexpr std::uint8_t kCreateBackupFile = 0xCB;
constexpr std::uint8_t kCreateValueFile = 0xCC;
constexpr std::uint8_t kCreateLinearFile = 0xC1;
constexpr std::uint8_t kCreateCyclicFile = 0xC0;
constexpr std::uint8_t kCreateTransactionMacFile = 0xCE;
constexpr std::uint8_t kChangeKey = 0xC4;
constexpr std::uint8_t kAesKeys = 0x80;
constexpr std::size_t kMaxRead = 8192;

CardResult<void> without(const CardResult<base::Bytes>& answer) {
  if (!answer) return tl::unexpected(answer.error());
  if (!answer->empty()) return cardFault(Kind::Malformed);
  return {};
}

CardResult<void> moveValue(Channel& channel, std::uint8_t ins, int file, std::int32_t amount, CommMode mode) {
  KAHUI_ASSERT(amount >= 0);
  base::Bytes data;
  appendLe32(data, static_cast<std::uint32_t>(amount));
  return without(channel.run({.ins = ins, .header = {byteOf(file)}, .data = std::move(data), .mode = mode}));
}

base::Bytes rangeHeader(int file, std::uint32_t first, std::uint32_t second) {
  base::Bytes header{byteOf(file)};
  appendLe24(header, first);
  appendLe24(header, second);
  return header;
}

std::int32_t signed32(base::ByteView bytes) { return static_cast<std::int32_t>(le32(bytes)); }

struct CreateCommand {
  std::uint8_t ins = 0;
  base::Bytes tail{};
};

CreateCommand createCommandOf(const DesfireFile& what) {
  CreateCommand command;
  if (const auto* data = std::get_if<DataFile>(&what.content)) {
    command.ins = data->backup ? kCreateBackupFile : kCreateStandardFile;
    appendLe24(command.tail, data->size);
  } else if (const auto* value = std::get_if<ValueFile>(&what.content)) {
    command.ins = kCreateValueFile;
    for (const std::int32_t number : {value->lower, value->upper, value->initial})
      appendLe32(command.tail, static_cast<std::uint32_t>(number));
    command.tail.push_back(value->limited_credit ? 1 : 0);
  } else if (const auto* record = std::get_if<RecordFile>(&what.content)) {
    command.ins = record->cyclic ? kCreateCyclicFile : kCreateLinearFile;
    appendLe24(command.tail, record->record_size);
    appendLe24(command.tail, record->capacity);
  }
  KAHUI_ASSERT(command.ins != 0);
  return command;
}

}  // namespace

CardResult<void> selectApplication(Session& session, const Aid& aid) {
  return without(sendNative(session, kSelectApplication, aid));
}

tl::expected<DesfireFile, CardFault> parseDesfireFile(base::ByteView answer) {
  if (answer.size() < 4) return cardFault(Kind::Malformed);
  DesfireFile file;
  const int bits = answer[1] & 3;
  file.mode = bits == 3 ? CommMode::Full : bits == 1 ? CommMode::Mac : CommMode::Plain;
  file.rights = static_cast<std::uint16_t>(answer[2] | answer[3] << 8);
  const base::ByteView rest = answer.subspan(4);
  const std::uint8_t type = answer[0];
  if (type <= 1) {
    if (rest.size() < 3) return cardFault(Kind::Malformed);
    file.content = DataFile{le24(rest), type == 1};
  } else if (type == 2) {
    if (rest.size() < 13) return cardFault(Kind::Malformed);
    file.content = ValueFile{signed32(rest), signed32(rest.subspan(4)), signed32(rest.subspan(8)), (rest[12] & 1) != 0};
  } else if (type == 3 || type == 4) {
    if (rest.size() < 9) return cardFault(Kind::Malformed);
    file.content = RecordFile{le24(rest), le24(rest.subspan(3)), le24(rest.subspan(6)), type == 4};
  } else {
    file.content = OtherFile{type};
  }
  return file;
}

CardResult<DesfireFile> readDesfireFile(Channel& channel, int file, CommMode mode) {
  const auto answer = channel.run({.ins = kGetFileSettings, .header = {byteOf(file)}, .mode = mode});
  if (!answer) return tl::unexpected(answer.error());
  return parseDesfireFile(*answer);
}

CardResult<std::int32_t> getValue(Channel& channel, int file, CommMode mode) {
  const auto answer = channel.run({.ins = kGetValue, .header = {byteOf(file)}, .mode = mode, .answer_size = 4});
  if (!answer) return tl::unexpected(answer.error());
  if (answer->size() != 4) return cardFault(Kind::Malformed);
  return signed32(*answer);
}

CardResult<void> debit(Channel& channel, int file, std::int32_t amount, CommMode mode) {
  return moveValue(channel, kDebit, file, amount, mode);
}
CardResult<void> credit(Channel& channel, int file, std::int32_t amount, CommMode mode) {
  return moveValue(channel, kCredit, file, amount, mode);
}
CardResult<void> limitedCredit(Channel& channel, int file, std::int32_t amount, CommMode mode) {
  return moveValue(channel, kLimitedCredit, file, amount, mode);
}

CardResult<void> writeRecord(Channel& channel, int file, base::ByteView record, CommMode mode) {
  return without(channel.run({.ins = kWriteRecord,
                              .header = rangeHeader(file, 0, static_cast<std::uint32_t>(record.size())),
                              .data = {record.begin(), record.end()},
                              .mode = mode}));
}

CardResult<std::vector<base::Bytes>> readRecords(Channel& channel, int file, std::uint32_t skip, std::uint32_t count,
                                                 std::uint32_t record_size, CommMode mode) {
  KAHUI_ASSERT(count > 0 && record_size > 0 && count <= kMaxRead / record_size);
  const std::size_t size = std::size_t{count} * record_size;
  const auto answer =
      channel.run({.ins = kReadRecords, .header = rangeHeader(file, skip, count), .mode = mode, .answer_size = size});
  if (!answer) return tl::unexpected(answer.error());
  if (answer->size() != size) return cardFault(Kind::Malformed);
  std::vector<base::Bytes> records;
  for (auto at = answer->begin(); at != answer->end(); at += record_size) records.emplace_back(at, at + record_size);
  return records;
}

CardResult<base::Bytes> readFile(Channel& channel, int file, std::uint32_t offset, std::uint32_t length,
                                 CommMode mode) {
  KAHUI_ASSERT(length > 0 && length <= kMaxRead);
  auto data =
      channel.run({.ins = kReadData, .header = rangeHeader(file, offset, length), .mode = mode, .answer_size = length});
  if (data && data->size() != length) return cardFault(Kind::Malformed);
  return data;
}

CardResult<void> writeFile(Channel& channel, int file, std::uint32_t offset, base::ByteView data, CommMode mode) {
  KAHUI_ASSERT(!data.empty() && data.size() <= kMaxRead);
  return without(channel.run({.ins = kWriteData,
                              .header = rangeHeader(file, offset, static_cast<std::uint32_t>(data.size())),
                              .data = {data.begin(), data.end()},
                              .mode = mode}));
}

CardResult<std::optional<TransactionProof>> commitTransaction(Channel& channel, bool want_proof) {
  NativeCommand command{.ins = kCommit, .mode = CommMode::Mac};
  if (want_proof) command.header = {0x01};
  const auto answer = channel.run(command);
  if (!answer) return tl::unexpected(answer.error());
  if (!want_proof) {
    if (!answer->empty()) return cardFault(Kind::Malformed);
    return std::optional<TransactionProof>{};
  }
  if (answer->size() != 12) return cardFault(Kind::Malformed);
  TransactionProof proof{.counter = le32(*answer)};
  std::copy_n(answer->begin() + 4, proof.value.size(), proof.value.begin());
  return std::optional(proof);
}

CardResult<void> abortTransaction(Channel& channel) {
  return without(channel.run({.ins = kAbort, .mode = CommMode::Mac}));
}

CardResult<void> createApplication(Channel& channel, const Aid& aid, std::uint8_t settings, int keys) {
  KAHUI_ASSERT(keys >= 1 && keys <= 14);
  const base::Bytes tail{settings, byteOf(kAesKeys | keys)};
  return without(channel.run({.ins = kCreateApplication, .header = joined({aid, tail})}));
}

CardResult<void> createFile(Channel& channel, int file, const DesfireFile& what) {
  const CreateCommand command = createCommandOf(what);
  const base::Bytes head{byteOf(file), modeBits(what.mode), byteOf(what.rights & 0xFF), byteOf(what.rights >> 8)};
  return without(channel.run({.ins = command.ins, .header = joined({head, command.tail}), .mode = CommMode::Mac}));
}

CardResult<void> createTransactionMacFile(Channel& channel, int file, std::uint16_t rights, const SecretKey& key,
                                          std::uint8_t version) {
  constexpr std::uint8_t kAesOption = 0x02;
  NativeCommand command{.ins = kCreateTransactionMacFile,
                        .header = {byteOf(file), 0, byteOf(rights & 0xFF), byteOf(rights >> 8), kAesOption},
                        .data = joined({key.view(), {&version, 1}}),
                        .mode = CommMode::Full};
  const auto answer = channel.run(command);
  wipe(command.data);
  return without(answer);
}

CardResult<void> changeSessionKey(Channel& channel, ChangeKeyForm form, int key_number, const SecretKey& key,
                                  std::uint8_t version) {
  NativeCommand command{.ins = kChangeKey,
                        .header = {byteOf(key_number)},
                        .data = joined({key.view(), {&version, 1}}),
                        .mode = CommMode::Full,
                        .ends_session = true};
  if (form == ChangeKeyForm::Ev1) {
    const auto crc = crc32(joined({{&kChangeKey, 1}, command.header, command.data}));
    command.data.insert(command.data.end(), crc.begin(), crc.end());
  }
  const auto answer = channel.run(command);
  wipe(command.data);
  return without(answer);
}

CardResult<void> changeApplicationKey(Channel& channel, ChangeKeyForm form, int key_number, const SecretKey& old_key,
                                      const SecretKey& key, std::uint8_t version) {
  NativeCommand command{.ins = kChangeKey,
                        .header = {byteOf(key_number)},
                        .data = joined({key.view(), {&version, 1}}),
                        .mode = CommMode::Full};
  for (std::size_t i = 0; i < kAesBlock; ++i) command.data[i] ^= old_key.view()[i];
  if (form == ChangeKeyForm::Ev1) {
    const auto crc = crc32(joined({{&kChangeKey, 1}, command.header, command.data}));
    command.data.insert(command.data.end(), crc.begin(), crc.end());
  }
  const auto crc = crc32(key.view());
  command.data.insert(command.data.end(), crc.begin(), crc.end());
  const auto answer = channel.run(command);
  wipe(command.data);
  return without(answer);
}

}  // namespace kahui::card
