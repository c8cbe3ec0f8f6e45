#include "drivers/card/ntag/sun.hpp"

#include <algorithm>
#include <array>

#include "drivers/card/crypto/cmac.hpp"
#include "drivers/card/crypto/lrp.hpp"

namespace kahui::card {
namespace {

using ports::RefuseReason;

constexpr std::size_t kUidSize = 7;
constexpr std::size_t kMacText = 16;
constexpr std::size_t kAesPicc = 16;
constexpr std::size_t kLrpPicc = 24;

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

// The proof is made with the bytes that the counter has in the card: least significant first.
base::Bytes counterBytes(std::optional<std::uint32_t> counter) {
  base::Bytes out;
  if (counter) appendLe24(out, *counter);
  return out;
}

struct Parameter {
  std::string_view name;
  std::string_view value;
  std::size_t start = 0;  // of the value in the text
};

// name=value pieces between ? & # and the end.
std::vector<Parameter> parametersOf(std::string_view text) {
  constexpr std::size_t kMaxParameters = 32;
  std::vector<Parameter> found;
  std::size_t at = 0;
  while (at < text.size() && found.size() < kMaxParameters) {
    const std::size_t end = std::min(text.find_first_of("?&#", at), text.size());
    const std::string_view piece = text.substr(at, end - at);
    const std::size_t equals = piece.find('=');
    if (equals != std::string_view::npos)
      found.push_back({piece.substr(0, equals), piece.substr(equals + 1), at + equals + 1});
    at = end + 1;
  }
  return found;
}

template <std::size_t N>
std::optional<Parameter> named(const std::vector<Parameter>& all, const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names)
    for (const Parameter& parameter : all)
      if (parameter.name == name) return parameter;
  return std::nullopt;
}

// Hex of the wanted number of bytes; none otherwise.
std::optional<base::Bytes> hexOf(std::string_view text, std::size_t bytes) {
  if (text.size() != 2 * bytes) return std::nullopt;
  return base::fromHex(text);
}

// Six digits, most significant first.
std::optional<std::uint32_t> counterOf(std::string_view text) {
  const auto bytes = hexOf(text, 3);
  if (!bytes) return std::nullopt;
  return static_cast<std::uint32_t>((*bytes)[0] << 16 | (*bytes)[1] << 8 | (*bytes)[2]);
}

bool takePicc(SunMessage& message, std::string_view text) {
  auto bytes = hexOf(text, kAesPicc);
  if (!bytes) bytes = hexOf(text, kLrpPicc);
  if (bytes) message.picc_data = *std::move(bytes);
  return bytes.has_value();
}

// Which of these the card was told is in its settings, which a phone's reading does not show.
void guessMacInputs(SunMessage& message, std::string_view text, const std::optional<Parameter>& enc,
                    std::size_t first_start, std::size_t mac_start) {
  if (enc && enc->start < mac_start) {
    const std::string value = upper(enc->value);
    const std::size_t end = enc->start + enc->value.size();
    message.mac_inputs.push_back({value + std::string(text.substr(end, mac_start - end)), true});
    message.mac_inputs.push_back({value, true});
  }
  message.mac_inputs.push_back({"", false});
  const bool file_inside = enc && enc->start < mac_start;
  if (first_start < mac_start)
    message.mac_inputs.push_back({std::string(text.substr(first_start, mac_start - first_start)), file_inside});
  message.mac_inputs.push_back({std::string(text.substr(0, mac_start)), file_inside});
}

struct Identity {
  base::Bytes uid{};
  std::optional<std::uint32_t> counter{};
};

// Tag byte (80 UID, 40 counter, low half its length), UID, counter, random bytes (data sheet, 9.3.6).
std::optional<Identity> readPicc(base::ByteView plain) {
  const int tag = plain[0];
  if ((tag & 0x80) == 0 || (tag & 0x0F) != static_cast<int>(kUidSize)) return std::nullopt;
  Identity identity{.uid = {plain.begin() + 1, plain.begin() + 1 + kUidSize}};
  if ((tag & 0x40) != 0) identity.counter = le24(plain.subspan(1 + kUidSize, 3));
  return identity;
}

std::optional<Identity> openPicc(const SunMessage& message, const SdmKeys& keys) {
  const base::ByteView data = message.picc_data;
  if (data.empty()) return Identity{message.uid, message.counter};
  if (data.size() == kAesPicc) return readPicc(aesCbcDecrypt(keys.meta_key, Block{}, data));
  base::Bytes counter(data.begin(), data.begin() + 8);
  return readPicc(Lrp(keys.meta_key, 0).decrypt(counter, data.subspan(8)));
}

// The session's two operations, whichever primitive the card was set to.
class SunSession {
 public:
  SunSession(const AesKey& file_key, const Identity& identity, bool lrp) : m_identity(identity), m_lrp(lrp) {
    const base::Bytes counter = counterBytes(identity.counter);
    if (lrp) {
      const base::Bytes head{0x00, 0x01, 0x00, 0x80};
      m_master = SecretKey(Lrp(file_key, 0).cmac(lrpVector(joined({head, identity.uid, counter}))));
      return;
    }
    m_enc = SecretKey(cmac(file_key, aesVector({0xC3, 0x3C, 0x00, 0x01, 0x00, 0x80}, counter)));
    m_mac = SecretKey(cmac(file_key, aesVector({0x3C, 0xC3, 0x00, 0x01, 0x00, 0x80}, counter)));
  }

  [[nodiscard]] ShortMac proof(base::ByteView input) const {
    return truncated(m_lrp ? Lrp(m_master.view(), 0).cmac(input) : cmac(m_mac.view(), input));
  }
  [[nodiscard]] base::Bytes open(base::ByteView cipher) const {
    base::Bytes counter = counterBytes(m_identity.counter.value_or(0));
    if (m_lrp) {
      counter.resize(6);
      return Lrp(m_master.view(), 1).decrypt(counter, cipher);
    }
    counter.resize(kAesBlock);
    return aesCbcDecrypt(m_enc.view(), aesEncryptBlock(m_enc.view(), counter), cipher);
  }

 private:
  [[nodiscard]] base::Bytes aesVector(base::Bytes head, const base::Bytes& counter) const {
    base::Bytes vector = joined({head, m_identity.uid, counter});
    vector.resize((vector.size() + kAesBlock - 1) / kAesBlock * kAesBlock);
    return vector;
  }
  // Ends with 1E E1 at the end of a block.
  static base::Bytes lrpVector(base::Bytes vector) {
    vector.resize((vector.size() + 2 + kAesBlock - 1) / kAesBlock * kAesBlock);
    vector[vector.size() - 2] = 0x1E;
    vector[vector.size() - 1] = 0xE1;
    return vector;
  }

  const Identity m_identity;
  const bool m_lrp;
  SecretKey m_master{};
  SecretKey m_enc{};
  SecretKey m_mac{};
};

}  // namespace

std::optional<SunMessage> findSun(std::string_view text) {
  constexpr std::array<std::string_view, 4> kPiccNames{"picc_data", "picc", "e", "p"};
  constexpr std::array<std::string_view, 4> kMacNames{"cmac", "mac", "c", "m"};
  constexpr std::array<std::string_view, 1> kUidNames{"uid"};
  constexpr std::array<std::string_view, 1> kCounterNames{"ctr"};
  constexpr std::array<std::string_view, 1> kFileNames{"enc"};
  const auto all = parametersOf(text);
  const auto mac = named(all, kMacNames);
  if (!mac) return std::nullopt;
  SunMessage message;
  auto mac_bytes = hexOf(mac->value, 8);
  if (!mac_bytes) return std::nullopt;
  message.mac = *std::move(mac_bytes);
  std::size_t first_start = 0;
  if (const auto picc = named(all, kPiccNames); picc && takePicc(message, picc->value)) {
    first_start = picc->start;
  } else if (const auto uid = named(all, kUidNames)) {
    auto bytes = hexOf(uid->value, kUidSize);
    if (!bytes) return std::nullopt;
    message.uid = *std::move(bytes);
    first_start = uid->start;
    if (const auto counter = named(all, kCounterNames)) {
      message.counter = counterOf(counter->value);
      if (!message.counter) return std::nullopt;
    }
  } else {
    return std::nullopt;
  }
  auto enc = named(all, kFileNames);
  if (enc) {
    auto bytes = base::fromHex(enc->value);
    if (bytes && !bytes->empty() && bytes->size() % kAesBlock == 0)
      message.file_data = *std::move(bytes);
    else
      enc.reset();
  }
  guessMacInputs(message, text, enc, first_start, mac->start);
  return message;
}

std::optional<SunMessage> findSun(base::ByteView file, const SdmSettings& settings) {
  if (settings.file_read >= kNtag424Keys || !settings.ascii) return std::nullopt;
  const std::string_view text{reinterpret_cast<const char*>(file.data()), file.size()};
  const auto piece = [&](std::size_t offset, std::size_t size) {
    return offset <= text.size() && size <= text.size() - offset ? text.substr(offset, size) : std::string_view{};
  };
  SunMessage message;
  auto mac = hexOf(piece(settings.mac_offset, kMacText), 8);
  if (!mac || settings.mac_input_offset > settings.mac_offset) return std::nullopt;
  message.mac = *std::move(mac);
  if (settings.picc_offset) {
    // An LRP card's is longer; what stands behind an AES one is not hex.
    const std::size_t offset = *settings.picc_offset;
    if (!takePicc(message, piece(offset, 2 * kLrpPicc)) && !takePicc(message, piece(offset, 2 * kAesPicc)))
      return std::nullopt;
  } else {
    if (!settings.uid_offset) return std::nullopt;
    auto uid = hexOf(piece(*settings.uid_offset, 2 * kUidSize), kUidSize);
    if (!uid) return std::nullopt;
    message.uid = *std::move(uid);
    if (settings.counter_offset) {
      message.counter = counterOf(piece(*settings.counter_offset, 6));
      if (!message.counter) return std::nullopt;
    }
  }
  const std::string_view input = piece(settings.mac_input_offset, settings.mac_offset - settings.mac_input_offset);
  bool covers = false;
  if (settings.encrypted) {
    auto data = base::fromHex(piece(settings.encrypted->offset, settings.encrypted->length));
    if (!data || data->empty() || data->size() % kAesBlock != 0) return std::nullopt;
    message.file_data = *std::move(data);
    covers = settings.encrypted->offset >= settings.mac_input_offset &&
             settings.encrypted->offset + settings.encrypted->length <= settings.mac_offset;
  }
  message.mac_inputs.push_back({std::string(input), covers});
  return message;
}

tl::expected<SunProof, RefuseReason> verifySun(const SunMessage& message, const SdmKeys& keys) {
  const std::size_t picc = message.picc_data.size();
  const bool lengths = (picc == 0 ? message.uid.size() == kUidSize : picc == kAesPicc || picc == kLrpPicc) &&
                       message.file_data.size() % kAesBlock == 0 && (!message.counter || *message.counter < 1U << 24);
  if (!lengths) return tl::unexpected(RefuseReason::Unreadable);
  const auto identity = openPicc(message, keys);
  if (!identity) return tl::unexpected(RefuseReason::BadMac);
  // In clear nothing tells which primitive made the proof.
  for (const bool lrp : {false, true}) {
    if (picc != 0 && lrp != (picc == kLrpPicc)) continue;
    const SunSession session(keys.file_key, *identity, lrp);
    for (const SunMessage::MacInput& input : message.mac_inputs) {
      if (!sameBytes(session.proof(base::asBytes(input.text)), message.mac)) continue;
      SunProof proof{.uid = identity->uid, .counter = identity->counter, .lrp = lrp};
      if (input.covers_file) proof.file_data = session.open(message.file_data);
      return proof;
    }
  }
  return tl::unexpected(RefuseReason::BadMac);
}

}  // namespace kahui::card
