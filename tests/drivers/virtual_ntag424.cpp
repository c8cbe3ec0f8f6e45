#include "tests/drivers/virtual_ntag424.hpp"

#include <algorithm>

namespace kahui::test {
namespace {

std::string upperHex(const Bytes& bytes) {
  std::string text = base::toHex(bytes);
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

Bytes ndefOf(const std::string& url) {
  Bytes file{0x00, static_cast<std::uint8_t>(url.size() + 5), 0xD1,
             0x01, static_cast<std::uint8_t>(url.size() + 1), 'U',
             0x04};
  file.insert(file.end(), url.begin(), url.end());
  file.resize(256);
  return file;
}

Secure modeOf(int option) { return (option & 3) == 3 ? Secure::Full : (option & 3) == 1 ? Secure::Mac : Secure::Plain; }

}  // namespace

VirtualNtag424::VirtualNtag424() {
  for (int i = 0; i < 5; ++i) keys[i] = Block16{};
  files[1] = {Bytes(32), {0x00, 0x00, 0xE0, 0x20, 0x00, 0x00}, Secure::Plain};
  files[2] = {Bytes(256), {0x00, 0xE0, 0xEE, 0x00, 0x01, 0x00}, Secure::Plain};
  files[3] = {Bytes(128), {0x03, 0x30, 0x23, 0x80, 0x00, 0x00}, Secure::Full};
}

Bytes VirtualNtag424::piccData(const Block16& meta) const {
  Block16 iv{};
  return cardCbc(meta, iv, Bytes{0xC7} + uid + littleEndian(read_counter, 3) + Bytes{9, 8, 7, 6, 5}, true);
}

Bytes VirtualNtag424::sunProof(const Block16& file, const Bytes& input) const {
  const Bytes vector = Bytes{0x3C, 0xC3, 0x00, 0x01, 0x00, 0x80} + uid + littleEndian(read_counter, 3);
  const Block16 whole = cardCmac(cardCmac(file, vector), input);
  Bytes mac;
  for (std::size_t i = 1; i < 16; i += 2) mac.push_back(whole[i]);
  return mac;
}

std::string VirtualNtag424::sunText() const {
  return "shop.example/t?" + (names[0] + upperHex(piccData(meta_key))) + "&" + names[1] +
         upperHex(sunProof(file_key, {}));
}

// UID and counter encrypted, no file data: all that this shop's cards use.
void VirtualNtag424::mirrorAsSet() {
  const Bytes& set = files[2].settings;
  if ((set[0] & 0x40) == 0 || set.size() < 18) return;
  ++read_counter;
  const auto number = [&](std::size_t at) { return fromLittleEndian(ByteView(set).subspan(at, 3)); };
  Bytes& content = files[2].content;
  const auto put = [&](std::size_t offset, const std::string& text) {
    std::copy(text.begin(), text.end(), content.begin() + static_cast<std::ptrdiff_t>(offset));
  };
  put(number(9), upperHex(piccData(keys[set[8] >> 4])));
  const std::size_t from = number(12);
  const std::size_t mac = number(15);
  const Bytes input(content.begin() + static_cast<std::ptrdiff_t>(from),
                    content.begin() + static_cast<std::ptrdiff_t>(mac));
  put(mac, upperHex(sunProof(keys[set[8] & 15], input)));
}

void VirtualNtag424::mirror() {
  if (proof() != Proof::None) return;
  if (!mirrors) return mirrorAsSet();
  ++read_counter;
  files[2].content = ndefOf(sunText());
}

std::optional<Bytes> VirtualNtag424::iso(ByteView command) {
  const Bytes bytes(command.begin(), command.end());
  const Bytes body = bytes.size() > 5 ? Bytes(bytes.begin() + 5, bytes.end()) : Bytes{};
  if (command[1] == 0xA4) {
    is_selected = false;
    if (command[2] == 4 && base::toHex(body).starts_with("d2760000850101")) {
      is_selected = true;
      return Bytes{0x90, 0x00};
    }
    is_selected = command[2] == 0;
    if (command[2] == 0 && base::toHex(body).starts_with("e104")) {
      m_iso_file = 2;
      mirror();
      return Bytes{0x90, 0x00};
    }
    return std::nullopt;
  }
  if (!reads_iso || command[1] != 0xB0 || m_iso_file == 0) return Bytes{0x69, 0x86};
  const Bytes& content = files[m_iso_file].content;
  const std::size_t offset = static_cast<std::size_t>(command[2] << 8 | command[3]);
  const std::size_t wanted = bytes.size() > 4 && bytes[4] != 0 ? bytes[4] : 256;
  if (offset >= content.size()) return Bytes{0x6A, 0x82};
  const std::size_t size = std::min(wanted, content.size() - offset);
  return Bytes(content.begin() + static_cast<std::ptrdiff_t>(offset),
               content.begin() + static_cast<std::ptrdiff_t>(offset + size)) +
         Bytes{0x90, 0x00};
}

std::optional<VirtualNative::Shape> VirtualNtag424::shapeOf(std::uint8_t ins, const Bytes& body) {
  if (!is_selected) return std::nullopt;
  const Secure mode = body.empty() || !files.contains(body[0]) ? Secure::Plain : files[body[0]].mode;
  switch (ins) {
    case 0x51: return knows_card_uid ? std::optional(Shape{0, Secure::Mac, Secure::Full}) : std::nullopt;
    case 0xF5: return shows_settings ? std::optional(Shape{1, Secure::Mac, Secure::Mac}) : std::nullopt;
    case 0x64: return Shape{1, Secure::Mac, Secure::Mac};
    case 0xF6: return Shape{1, Secure::Mac, Secure::Full};
    case 0x5F: return Shape{1, Secure::Full, Secure::Mac, true};
    case 0xC4: return Shape{1, Secure::Full, Secure::Mac, true};
    case 0xAD: return Shape{7, mode == Secure::Full ? Secure::Mac : mode, mode};
    case 0x8D: return Shape{7, mode, mode == Secure::Full ? Secure::Mac : mode, true};
    default: return std::nullopt;
  }
}

VirtualNative::Answer VirtualNtag424::readFile(const Bytes& header) {
  if (!files.contains(header[0])) return {0xF0};
  if (header[0] == 2) mirror();
  const Bytes& content = files[header[0]].content;
  const std::size_t offset = fromLittleEndian(ByteView(header).subspan(1, 3));
  const std::size_t length = fromLittleEndian(ByteView(header).subspan(4, 3));
  if (offset + length > content.size()) return {0xBE};
  const auto from = content.begin() + static_cast<std::ptrdiff_t>(offset);
  return {0, Bytes(from, length == 0 ? content.end() : from + static_cast<std::ptrdiff_t>(length))};
}

VirtualNative::Answer VirtualNtag424::writeFile(const Bytes& header, const Bytes& data) {
  if (!files.contains(header[0])) return {0xF0};
  Bytes& content = files[header[0]].content;
  const std::size_t offset = fromLittleEndian(ByteView(header).subspan(1, 3));
  if (data.size() != fromLittleEndian(ByteView(header).subspan(4, 3))) return {0x7E};
  if (offset + data.size() > content.size()) return {0xBE};
  std::copy(data.begin(), data.end(), content.begin() + static_cast<std::ptrdiff_t>(offset));
  return {};
}

VirtualNative::Answer VirtualNtag424::handle(std::uint8_t ins, const Bytes& header, const Bytes& data) {
  const bool proved = proof() != Proof::None;
  switch (ins) {
    case 0x51: return proved ? Answer{0, uid} : Answer{0x9D};
    case 0xF5: {
      if (!files.contains(header[0])) return {0xF0};
      return {0, Bytes{0x00} + files[header[0]].settings};
    }
    case 0x64: return {0, {key_versions[header[0]]}};
    case 0xF6: return proved ? Answer{0, littleEndian(read_counter, 3) + Bytes{0, 0}} : Answer{0x9D};
    case 0x5F: {
      if (!proved || provedKey() != 0 || data.size() < 3) return {0x9D};
      File& file = files[header[0]];
      const Bytes size(file.settings.begin() + 3, file.settings.begin() + 6);
      file.settings = Bytes(data.begin(), data.begin() + 3) + size + Bytes(data.begin() + 3, data.end());
      file.mode = modeOf(data[0]);
      return {};
    }
    case 0xC4: return provedKey() == 0 ? changeKey(header, data) : Answer{0x9D};
    case 0xAD: return readFile(header);
    case 0x8D: return writeFile(header, data);
    default: return {0x1C};
  }
}

}  // namespace kahui::test
