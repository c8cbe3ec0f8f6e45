#include "tests/drivers/virtual_native.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace kahui::test {
namespace {

Bytes toBytes(const Block16& block) { return {block.begin(), block.end()}; }

Block16 toBlock(ByteView bytes) {
  Block16 block{};
  std::copy_n(bytes.begin(), 16, block.begin());
  return block;
}

Block16 shifted(const Block16& in) {
  Block16 out{};
  unsigned carry = 0;
  for (int i = 15; i >= 0; --i) {
    const unsigned value = static_cast<unsigned>(in[static_cast<std::size_t>(i)]) << 1U | carry;
    out[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value);
    carry = value >> 8;
  }
  if (carry != 0) out[15] = static_cast<std::uint8_t>(out[15] ^ 0x87);
  return out;
}

Bytes roundedUp(Bytes bytes) {
  while (bytes.size() % 16 != 0) bytes.push_back(0);
  return bytes;
}

Bytes oddBytes(const Block16& block) {
  Bytes out;
  for (std::size_t i = 1; i < 16; i += 2) out.push_back(block[i]);
  return out;
}

Bytes rotated(Bytes bytes) {
  bytes.push_back(bytes.front());
  bytes.erase(bytes.begin());
  return bytes;
}

}  // namespace

Bytes operator+(const Bytes& left, const Bytes& right) {
  Bytes out = left;
  out.insert(out.end(), right.begin(), right.end());
  return out;
}

Bytes littleEndian(std::uint32_t value, int bytes) {
  Bytes out;
  for (int i = 0; i < bytes; ++i, value >>= 8) out.push_back(static_cast<std::uint8_t>(value & 0xFF));
  return out;
}

std::uint32_t fromLittleEndian(ByteView bytes) {
  std::uint32_t value = 0;
  std::uint32_t weight = 1;
  for (const std::uint8_t byte : bytes) {
    value += byte * weight;
    weight *= 256;
  }
  return value;
}

Block16 cardBlock(const Block16& key, const Block16& block, bool encrypt) {
  EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
  Block16 out{};
  int size = 0;
  EVP_CipherInit_ex(context, EVP_aes_128_ecb(), nullptr, key.data(), nullptr, encrypt ? 1 : 0);
  EVP_CIPHER_CTX_set_padding(context, 0);
  EVP_CipherUpdate(context, out.data(), &size, block.data(), 16);
  EVP_CIPHER_CTX_free(context);
  if (size != 16) throw std::runtime_error("AES");
  return out;
}

Bytes cardCbc(const Block16& key, Block16& iv, const Bytes& text, bool encrypt) {
  Bytes out;
  for (std::size_t at = 0; at + 16 <= text.size(); at += 16) {
    Block16 block = toBlock(ByteView(text).subspan(at));
    const Block16 cipher_in = block;
    if (encrypt)
      for (std::size_t i = 0; i < 16; ++i) block[i] ^= iv[i];
    block = cardBlock(key, block, encrypt);
    if (!encrypt)
      for (std::size_t i = 0; i < 16; ++i) block[i] ^= iv[i];
    iv = encrypt ? block : cipher_in;
    out.insert(out.end(), block.begin(), block.end());
  }
  return out;
}

Block16 cardCmac(const Block16& key, const Bytes& message, const Block16& iv) {
  Block16 mask = shifted(cardBlock(key, Block16{}, true));
  Bytes text = message;
  if (text.empty() || text.size() % 16 != 0) {
    mask = shifted(mask);
    text.push_back(0x80);
    text = roundedUp(text);
  }
  for (std::size_t i = 0; i < 16; ++i) text[text.size() - 16 + i] ^= mask[i];
  Block16 chain = iv;
  cardCbc(key, chain, text, true);
  return chain;
}

std::uint32_t cardCrc(const Bytes& message) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const std::uint8_t byte : message)
    for (int bit = 0; bit < 8; ++bit) {
      const bool one = ((crc ^ static_cast<std::uint32_t>(byte >> bit)) & 1U) != 0;
      crc >>= 1;
      if (one) crc ^= 0xEDB88320U;
    }
  return crc;
}

tl::expected<Bytes, card::LinkError> VirtualNative::exchange(ByteView command) {
  ++commands;
  if (command.size() < 4) return Bytes{0x67, 0x00};
  if (command[0] == 0x00) {
    endSession();
    return iso(command).value_or(Bytes{0x6A, 0x82});
  }
  if (command[0] != 0x90) return Bytes{0x6E, 0x00};
  Bytes body;
  if (command.size() > 5) {
    const std::size_t size = command[4];
    if (command.size() != 5 + size + 1) return Bytes{0x67, 0x00};
    body.assign(command.begin() + 5, command.end() - 1);
  }
  return native(command[1], body);
}

void VirtualNative::endSession() {
  if (m_proof != Proof::None) sessionEnds();
  m_proof = Proof::None;
  m_opening = 0;
  m_gathering = 0;
  m_waiting.clear();
}

Bytes VirtualNative::sent(Bytes data, std::uint8_t status) {
  if (status != 0 && status != 0xAF && status != 0x90) endSession();
  constexpr std::size_t kFrame = 48;
  m_waiting.clear();
  if (data.size() > kFrame && status == 0) {
    m_waiting.assign(data.begin() + kFrame, data.end());
    data.resize(kFrame);
    status = 0xAF;
  }
  return data + Bytes{0x91, status};
}

Bytes VirtualNative::native(std::uint8_t ins, const Bytes& body) {
  if (ins == 0xAF) {
    if (m_opening != 0) return finish(body);
    if (m_gathering != 0) {
      m_gathered = m_gathered + body;
      return whole(m_gathering, m_gathered);
    }
    if (!m_waiting.empty()) return sent(Bytes(m_waiting), 0);
    return sent({}, 0x1C);
  }
  m_opening = 0;
  m_gathering = 0;
  m_waiting.clear();
  if (ins == 0x71 || ins == 0x77 || ins == 0xAA) return begin(ins, body);
  if (ins == 0x60 && m_proof == Proof::None) {
    if (!knows_version) return {0x6D, 0x00};
    return sent(version + version + uid + Bytes(7, 0), 0);
  }
  if (ins == 0x3C && m_proof == Proof::None)
    return signature.empty() ? sent({}, 0x1C) : sent(Bytes(signature), signature.size() > 48 ? 0x00 : 0x90);
  return whole(ins, body);
}

Block16 VirtualNative::randomBlock() {
  Block16 seed{};
  seed[0] = static_cast<std::uint8_t>(next_random);
  seed[1] = static_cast<std::uint8_t>(next_random++ >> 8);
  return cardBlock(Block16{1, 2, 3}, seed, true);
}

Bytes VirtualNative::begin(std::uint8_t ins, const Bytes& body) {
  if ((ins == 0xAA && !speaks_aes) || (ins != 0xAA && !speaks_ev2)) return sent({}, 0x1C);
  if (ins == 0x77 && m_proof != Proof::Ev2) return sent({}, 0xAE);
  if (body.size() != (ins == 0x71 ? 2U : 1U)) return sent({}, 0x7E);
  if (!keys.contains(body[0])) return sent({}, 0x40);
  if (ins != 0x77) endSession();
  m_opening = ins;
  m_key_number = body[0];
  m_rnd_b = randomBlock();
  Block16 iv{};
  const Bytes cipher = cardCbc(keys[m_key_number], iv, toBytes(m_rnd_b), true);
  m_last_cipher = iv;
  return cipher + Bytes{0x91, 0xAF};
}

Bytes VirtualNative::finish(const Bytes& body) {
  const std::uint8_t opening = m_opening;
  m_opening = 0;
  if (body.size() != 32) return sent({}, 0x7E);
  const Block16 key = keys[m_key_number];
  Block16 iv = opening == 0xAA ? m_last_cipher : Block16{};
  const Bytes text = cardCbc(key, iv, body, false);
  const Bytes rnd_a(text.begin(), text.begin() + 16);
  const Bytes rnd_b = toBytes(m_rnd_b);
  if (Bytes(text.begin() + 16, text.end()) != rotated(rnd_b)) {
    ++failed_keys;
    return sent({}, 0xAE);
  }
  if (opening == 0xAA) {
    const Bytes answer = cardCbc(key, iv, rotated(rnd_a), true);
    for (std::size_t i = 0; i < 4; ++i) {
      m_mac[i] = rnd_a[i];
      m_mac[4 + i] = rnd_b[i];
      m_mac[8 + i] = rnd_a[12 + i];
      m_mac[12 + i] = rnd_b[12 + i];
    }
    m_iv = {};
    m_proof = Proof::Aes;
    return answer + Bytes{0x91, 0x00};
  }
  // Numbered from the right, as the data sheet does: index 15 is the first byte.
  const auto a = [&](int i) { return rnd_a[static_cast<std::size_t>(15 - i)]; };
  const auto b = [&](int i) { return rnd_b[static_cast<std::size_t>(15 - i)]; };
  Bytes vector{0x00, 0x01, 0x00, 0x80, a(15), a(14)};
  for (int i = 0; i < 6; ++i) vector.push_back(static_cast<std::uint8_t>(a(13 - i) ^ b(15 - i)));
  for (int i = 9; i >= 0; --i) vector.push_back(b(i));
  for (int i = 7; i >= 0; --i) vector.push_back(a(i));
  m_enc = cardCmac(key, Bytes{0xA5, 0x5A} + vector);
  m_mac = cardCmac(key, Bytes{0x5A, 0xA5} + vector);
  Bytes answer = rotated(rnd_a);
  if (opening == 0x71) {
    const Block16 drawn = randomBlock();
    m_transaction.assign(drawn.begin(), drawn.begin() + 4);
    m_counter = 0;
    answer = m_transaction + answer + Bytes(12, 0);
  }
  m_proof = Proof::Ev2;
  Block16 zero{};
  return cardCbc(key, zero, answer, true) + Bytes{0x91, 0x00};
}

std::size_t VirtualNative::expectedSize(std::uint8_t ins, const Shape& shape, const Bytes& body) const {
  const bool writes = ins == 0x8D || ins == 0x3D || ins == 0x3B;
  if (!writes || body.size() < 7) return 0;
  const std::size_t length = fromLittleEndian(ByteView(body).subspan(4, 3));
  if (m_proof == Proof::None || shape.command == Secure::Plain) return 7 + length;
  if (shape.command == Secure::Mac) return 7 + length + 8;
  if (m_proof == Proof::Ev2) return 7 + (length / 16 + 1) * 16 + 8;
  return 7 + (length + 4 + 15) / 16 * 16;
}

Block16 VirtualNative::ivOf(std::uint8_t first, std::uint8_t second, int counter) const {
  const Bytes text = Bytes{first, second} + m_transaction + littleEndian(static_cast<std::uint32_t>(counter), 2);
  return cardBlock(m_enc, toBlock(roundedUp(text)), true);
}

// Header and data in clear, or none if the proof is wrong.
std::optional<Bytes> VirtualNative::openData(std::uint8_t ins, const Shape& shape, const Bytes& body) {
  if (m_proof == Proof::None) return body;
  const Bytes header(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(std::min(shape.header, body.size())));
  if (m_proof == Proof::Ev2) {
    if (shape.command == Secure::Plain) return body;
    if (body.size() < shape.header + 8) return std::nullopt;
    const Bytes message(body.begin(), body.end() - 8);
    const Bytes head = Bytes{ins} + littleEndian(static_cast<std::uint32_t>(m_counter), 2) + m_transaction;
    if (oddBytes(cardCmac(m_mac, head + message)) != Bytes(body.end() - 8, body.end())) return std::nullopt;
    if (shape.command == Secure::Mac || message.size() == header.size()) return message;
    Block16 iv = ivOf(0xA5, 0x5A, m_counter);
    Bytes text =
        cardCbc(m_enc, iv, Bytes(message.begin() + static_cast<std::ptrdiff_t>(shape.header), message.end()), false);
    while (!text.empty() && text.back() == 0) text.pop_back();
    if (text.empty() || text.back() != 0x80) return std::nullopt;
    text.pop_back();
    return header + text;
  }
  if (shape.command == Secure::Full && shape.carries_data) {
    const Bytes text =
        cardCbc(m_mac, m_iv, Bytes(body.begin() + static_cast<std::ptrdiff_t>(header.size()), body.end()), false);
    return header + text;  // checksum and padding are the command's own
  }
  const bool bears_proof = shape.command == Secure::Mac && shape.carries_data;
  if (bears_proof && body.size() < 8) return std::nullopt;
  const Bytes message(body.begin(), body.end() - (bears_proof ? 8 : 0));
  m_iv = cardCmac(m_mac, Bytes{ins} + message, m_iv);
  if (bears_proof && !std::equal(body.end() - 8, body.end(), m_iv.begin())) return std::nullopt;
  return message;
}

Bytes VirtualNative::closeAnswer(const Shape& shape, const Bytes& data) {
  if (m_proof == Proof::None) return data;
  if (m_proof == Proof::Aes) {
    if (shape.answer == Secure::Full && !data.empty()) {
      const Bytes text = roundedUp(data + littleEndian(cardCrc(data + Bytes{0x00}), 4));
      return cardCbc(m_mac, m_iv, text, true);
    }
    m_iv = cardCmac(m_mac, data + Bytes{0x00}, m_iv);
    return data + Bytes(m_iv.begin(), m_iv.begin() + 8);
  }
  ++m_counter;
  if (shape.command == Secure::Plain && shape.answer == Secure::Plain) return data;
  Bytes message = data;
  if (shape.answer == Secure::Full && !data.empty()) {
    Block16 iv = ivOf(0x5A, 0xA5, m_counter);
    message = cardCbc(m_enc, iv, roundedUp(data + Bytes{0x80}), true);
  }
  const Bytes head = Bytes{0x00} + littleEndian(static_cast<std::uint32_t>(m_counter), 2) + m_transaction;
  return message + oddBytes(cardCmac(m_mac, head + message));
}

Bytes VirtualNative::whole(std::uint8_t ins, const Bytes& body) {
  const auto shape = shapeOf(ins, body);
  if (!shape) return sent({}, 0x1C);
  if (body.size() < expectedSize(ins, *shape, body)) {
    if (ins == 0x8D) return sent({}, 0x7E);  // comes whole or not at all
    m_gathering = ins;
    m_gathered = body;
    return {0x91, 0xAF};
  }
  m_gathering = 0;
  const auto opened = openData(ins, *shape, body);
  if (!opened || opened->size() < shape->header) return sent({}, 0x1E);
  const auto split = opened->begin() + static_cast<std::ptrdiff_t>(shape->header);
  Bytes data(split, opened->end());
  const Bytes header(opened->begin(), split);
  if (m_proof == Proof::Aes && shape->command == Secure::Full && shape->carries_data && ins != 0xC4) {
    const std::size_t size = ins == 0x3D || ins == 0x3B ? fromLittleEndian(ByteView(header).subspan(4, 3)) : 4;
    if (data.size() < size + 4) return sent({}, 0x1E);
    const Bytes crc(data.begin() + static_cast<std::ptrdiff_t>(size),
                    data.begin() + static_cast<std::ptrdiff_t>(size) + 4);
    data.resize(size);
    if (crc != littleEndian(cardCrc(Bytes{ins} + header + data), 4)) return sent({}, 0x1E);
  }
  Answer answer = handle(ins, header, data);
  if (answer.status != 0) return sent({}, answer.status);
  if (answer.closes) {
    endSession();
    return {0x91, 0x00};
  }
  Bytes out = closeAnswer(*shape, answer.data);
  if (lies_in_proofs && m_proof != Proof::None && !out.empty()) out.back() ^= 1;
  return sent(std::move(out), 0);
}

VirtualNative::Answer VirtualNative::changeKey(const Bytes& header, const Bytes& data) {
  const int number = header[0] & 0x3F;
  if (m_proof == Proof::None || !keys.contains(number)) return {0x9D};
  if (data.size() < 17) return {0x7E};
  const bool own = number == m_key_number;
  Block16 key = toBlock(data);
  if (!own)
    for (std::size_t i = 0; i < 16; ++i) key[i] ^= keys[number][i];
  Bytes checks;
  if (m_proof == Proof::Aes) {
    const Bytes sent_data(data.begin(), data.begin() + 17);
    checks = littleEndian(cardCrc(Bytes{0xC4} + header + sent_data), 4);
  }
  if (!own) checks = checks + littleEndian(cardCrc(toBytes(key)), 4);
  if (data.size() < 17 + checks.size() || !std::equal(checks.begin(), checks.end(), data.begin() + 17)) return {0x1E};
  keys[number] = key;
  key_versions[number] = data[16];
  return {0, {}, own};
}

tl::expected<Bytes, card::LinkError> Faulty::exchange(ByteView command) {
  if (m_gone) return tl::unexpected(card::LinkError::NotSent);
  const bool now = m_exchanges++ == m_at;
  if (now && m_kind == Kind::NotSent) {
    m_gone = m_struck = true;
    return tl::unexpected(card::LinkError::NotSent);
  }
  auto answer = m_card.exchange(command);
  if (!answer) return answer;
  const Bytes right = *answer;
  if (now) {
    const std::size_t size = answer->size();
    switch (m_kind) {
      case Kind::None:
      case Kind::NotSent: break;
      case Kind::FlipLast:
        if (size > 2) (*answer)[size - 3] ^= 0x01;
        break;
      case Kind::FlipFirst:
        if (size > 2) (*answer)[0] ^= 0x80;
        break;
      case Kind::Truncate: answer = Bytes(right.end() - 2, right.end()); break;
      case Kind::Short:
        if (size > 2) answer->erase(answer->end() - 3);
        break;
      case Kind::Empty: answer->clear(); break;
      case Kind::OneByte: answer->resize(1); break;
      case Kind::LinkUnknown: m_gone = m_struck = true; return tl::unexpected(card::LinkError::Unknown);
      case Kind::Repeat: answer = m_before; break;
    }
  }
  if (now) m_struck = *answer != right;
  m_before = right;
  return answer;
}

}  // namespace kahui::test
