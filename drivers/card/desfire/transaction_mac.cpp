#include "drivers/card/desfire/transaction_mac.hpp"

#include "drivers/card/channel.hpp"

namespace kahui::card {

TransactionMacKeys transactionMacKeys(base::ByteView key, std::uint32_t counter_before, base::ByteView uid) {
  KAHUI_ASSERT(counter_before < 0xFFFFFFFF && uid.size() == 7);
  base::Bytes tail{0x00, 0x01, 0x00, 0x80};
  appendLe32(tail, counter_before + 1);
  const base::Bytes mac{0x5A};
  const base::Bytes enc{0xA5};
  return {SecretKey(cmac(key, joined({mac, tail, uid}))), SecretKey(cmac(key, joined({enc, tail, uid})))};
}

void TransactionLog::fill() { m_bytes.resize((m_bytes.size() + kAesBlock - 1) / kAesBlock * kAesBlock); }

void TransactionLog::addValue(std::uint8_t ins, int file, std::int32_t value) {
  m_bytes.push_back(ins);
  m_bytes.push_back(static_cast<std::uint8_t>(file));
  appendLe32(m_bytes, static_cast<std::uint32_t>(value));
  fill();
}

void TransactionLog::addData(std::uint8_t ins, int file, base::ByteView range, base::ByteView data) {
  m_bytes.push_back(ins);
  m_bytes.push_back(static_cast<std::uint8_t>(file));
  m_bytes.insert(m_bytes.end(), range.begin(), range.end());
  fill();
  m_bytes.insert(m_bytes.end(), data.begin(), data.end());
  fill();
}

ShortMac transactionMacValue(const TransactionMacKeys& keys, const TransactionLog& log) {
  return truncated(cmac(keys.mac.view(), log.bytes()));
}

}  // namespace kahui::card
