// DESFire EV1, EV2, EV3 and Light: applications with files of several kinds, whose changes become real together in one
// CommitTransaction (AN12343; AN10833; libfreefare).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "drivers/card/channel.hpp"
#include "drivers/card/crypto/aes.hpp"

namespace kahui::card {

using Aid = std::array<std::uint8_t, 3>;  // least significant byte first, as sent; 000000 is the card itself

// Refused with 91A0 where the card has no such application. Ends every session.
[[nodiscard]] CardResult<void> selectApplication(Session& session, const Aid& aid);

struct ValueFile {
  std::int32_t lower = 0;
  std::int32_t upper = 0;
  std::int32_t initial = 0;  // in an answer: how much LimitedCredit may give back
  bool limited_credit = false;
  bool operator==(const ValueFile&) const = default;
};
struct DataFile {
  std::uint32_t size = 0;
  bool backup = false;
  bool operator==(const DataFile&) const = default;
};
struct RecordFile {
  std::uint32_t record_size = 0;
  std::uint32_t capacity = 0;  // one record more than can be read, if cyclic
  std::uint32_t present = 0;   // in an answer
  bool cyclic = true;
  bool operator==(const RecordFile&) const = default;
};
struct OtherFile {
  std::uint8_t type = 0;
  bool operator==(const OtherFile&) const = default;
};

struct DesfireFile {
  CommMode mode = CommMode::Plain;
  std::uint16_t rights = 0xEEEE;  // read, write, read and write, change; key 0 ... 13, E free, F never
  std::variant<DataFile, ValueFile, RecordFile, OtherFile> content{};
  bool operator==(const DesfireFile&) const = default;
};

[[nodiscard]] tl::expected<DesfireFile, CardFault> parseDesfireFile(base::ByteView answer);
// `mode` is Plain on an open channel and Mac on a proved one.
[[nodiscard]] CardResult<DesfireFile> readDesfireFile(Channel& channel, int file, CommMode mode);

// What is on the card since the last commit. Value in the file's own unit (points), -2^31 ... 2^31 - 1.
[[nodiscard]] CardResult<std::int32_t> getValue(Channel& channel, int file, CommMode mode);

// These four take effect with the commit only. Refused with 91BE beyond a limit of the file. amount 0 ... 2^31 - 1.
[[nodiscard]] CardResult<void> debit(Channel& channel, int file, std::int32_t amount, CommMode mode);
[[nodiscard]] CardResult<void> credit(Channel& channel, int file, std::int32_t amount, CommMode mode);
[[nodiscard]] CardResult<void> limitedCredit(Channel& channel, int file, std::int32_t amount, CommMode mode);
[[nodiscard]] CardResult<void> writeRecord(Channel& channel, int file, base::ByteView record, CommMode mode);

// `count` records of `record_size` bytes up to the newest minus `skip`; the oldest of them first.
[[nodiscard]] CardResult<std::vector<base::Bytes>> readRecords(Channel& channel, int file, std::uint32_t skip,
                                                               std::uint32_t count, std::uint32_t record_size,
                                                               CommMode mode);

// length 1 ... 8192. A backup file's write waits for the commit, a standard file's does not.
[[nodiscard]] CardResult<base::Bytes> readFile(Channel& channel, int file, std::uint32_t offset, std::uint32_t length,
                                               CommMode mode);
[[nodiscard]] CardResult<void> writeFile(Channel& channel, int file, std::uint32_t offset, base::ByteView data,
                                         CommMode mode);

// What a card with a transaction MAC file signs at the commit.
struct TransactionProof {
  std::uint32_t counter = 0;  // TMC, after this transaction
  std::array<std::uint8_t, 8> value{};
};
// With `want_proof` (EV2 and later) the answer brings it; otherwise none.
[[nodiscard]] CardResult<std::optional<TransactionProof>> commitTransaction(Channel& channel, bool want_proof);
[[nodiscard]] CardResult<void> abortTransaction(Channel& channel);

// For issuing. `keys` 1 ... 14, all AES and zero at first; `settings` as in the data sheet (0F: everything may be
// changed with key 0).
[[nodiscard]] CardResult<void> createApplication(Channel& channel, const Aid& aid, std::uint8_t settings, int keys);
// Not OtherFile.
[[nodiscard]] CardResult<void> createFile(Channel& channel, int file, const DesfireFile& what);
// A file whose key signs transactions; `key` stays with headquarters.
[[nodiscard]] CardResult<void> createTransactionMacFile(Channel& channel, int file, std::uint16_t rights,
                                                        const SecretKey& key, std::uint8_t version);

// ChangeKey has two forms: that of EV1 carries two checksums, that of EV2 one.
enum class ChangeKeyForm { Ev1, Ev2 };
[[nodiscard]] CardResult<void> changeSessionKey(Channel& channel, ChangeKeyForm form, int key_number,
                                                const SecretKey& key, std::uint8_t version);
[[nodiscard]] CardResult<void> changeApplicationKey(Channel& channel, ChangeKeyForm form, int key_number,
                                                    const SecretKey& old_key, const SecretKey& key,
                                                    std::uint8_t version);

}  // namespace kahui::card
