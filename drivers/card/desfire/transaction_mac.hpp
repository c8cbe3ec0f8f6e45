// The signature that DESFire EV2, EV3 and Light put under each committed transaction (AN12343 section 9): made with a
// key that headquarters has and the till lacks, so that a till can neither invent, repeat nor hide one.
#pragma once

#include <array>
#include <cstdint>

#include "drivers/card/crypto/cmac.hpp"

namespace kahui::card {

struct TransactionMacKeys {
  SecretKey mac{};
  SecretKey enc{};
};

// `counter_before`: TMC before the transaction, below 2^32 - 1; `uid` 7 bytes.
[[nodiscard]] TransactionMacKeys transactionMacKeys(base::ByteView key, std::uint32_t counter_before,
                                                    base::ByteView uid);

// What the card signs: each command that it did within the transaction, readings too, filled up to whole blocks.
class TransactionLog {
 public:
  // GetValue, Credit, Debit, LimitedCredit; for GetValue the value that was read.
  void addValue(std::uint8_t ins, int file, std::int32_t value);
  // ReadData, WriteData, ReadRecords, WriteRecord: header (offset and length as sent) and data.
  void addData(std::uint8_t ins, int file, base::ByteView range, base::ByteView data);

  [[nodiscard]] base::ByteView bytes() const { return m_bytes; }

 private:
  void fill();

  base::Bytes m_bytes;
};

[[nodiscard]] ShortMac transactionMacValue(const TransactionMacKeys& keys, const TransactionLog& log);

}  // namespace kahui::card
