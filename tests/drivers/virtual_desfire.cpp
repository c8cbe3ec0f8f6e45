#include "tests/drivers/virtual_desfire.hpp"

#include <algorithm>

namespace kahui::test {
namespace {

Bytes rounded(Bytes bytes) {
  while (bytes.size() % 16 != 0) bytes.push_back(0);
  return bytes;
}

Bytes part(const Bytes& bytes, std::size_t from, std::size_t count) {
  const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(from);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

Secure modeOf(int option) { return (option & 3) == 3 ? Secure::Full : (option & 3) == 1 ? Secure::Mac : Secure::Plain; }

}  // namespace

VirtualDesfire::VirtualDesfire(bool with_application) : has_application(with_application) {
  version = {0x04, 0x01, 0x01, 0x12, 0x00, 0x18, 0x05};
  keys[0] = Block16{};
  for (int i = 0; i < 5; ++i) application.keys[i] = Block16{};
}

void VirtualDesfire::addValueFile(int number, int mode, std::int32_t lower, std::int32_t upper, std::int32_t value) {
  application.settings[number] = Bytes{0x02, static_cast<std::uint8_t>(mode), 0x12, 0x00} +
                                 littleEndian(static_cast<std::uint32_t>(lower), 4) +
                                 littleEndian(static_cast<std::uint32_t>(upper), 4) + Bytes(5, 0);
  application.values[number] = value;
  m_open = application;
}

void VirtualDesfire::addRecordFile(int number, int mode, std::uint32_t size, std::uint32_t capacity) {
  application.settings[number] = Bytes{0x04, static_cast<std::uint8_t>(mode), 0x12, 0x00} + littleEndian(size, 3) +
                                 littleEndian(capacity, 3) + Bytes(3, 0);
  application.records[number] = {};
  m_open = application;
}

void VirtualDesfire::leaveField() {
  endSession();
  m_open = application;
  m_log.clear();
  m_selected = false;
  m_on_card_level = true;
  keys = {{0, card_key}};
}

std::optional<VirtualNative::Shape> VirtualDesfire::shapeOf(std::uint8_t ins, const Bytes& body) {
  const bool known = !body.empty() && m_open.settings.contains(body[0]);
  const Secure mode = known ? modeOf(m_open.settings[body[0]][1]) : Secure::Plain;
  const Secure bare = mode == Secure::Full ? Secure::Mac : mode;  // where one direction has nothing to encrypt
  switch (ins) {
    case 0x5A: return Shape{3};
    case 0xCA: return Shape{5};
    case 0x51: return knows_card_uid ? std::optional(Shape{0, Secure::Mac, Secure::Full}) : std::nullopt;
    case 0xF5: return Shape{1, Secure::Mac, Secure::Mac};
    case 0xC4: return Shape{1, Secure::Full, Secure::Mac, true};
    case 0x6C: return Shape{1, bare, mode};
    case 0xDC:
    case 0x0C:
    case 0x1C: return Shape{1, mode, bare, true};
    case 0xBB:
    case 0xBD: return Shape{7, bare, mode};
    case 0x3B:
    case 0x3D: return Shape{7, mode, bare, true};
    case 0xC7: return Shape{body.size() % 8, Secure::Mac, Secure::Mac};
    case 0xA7: return Shape{0, Secure::Mac, Secure::Mac};
    case 0xCD:
    case 0xCB: return Shape{7, Secure::Mac, Secure::Mac};
    case 0xCC: return Shape{17, Secure::Mac, Secure::Mac};
    case 0xC0:
    case 0xC1: return Shape{10, Secure::Mac, Secure::Mac};
    default: return std::nullopt;
  }
}

VirtualNative::Answer VirtualDesfire::select(const Bytes& wanted) {
  endSession();
  m_open = application;
  m_log.clear();
  m_on_card_level = wanted == Bytes(3, 0);
  m_selected = has_application && wanted == aid;
  keys = m_selected ? application.keys : std::map<int, Block16>{{0, card_key}};
  if (!m_selected && !m_on_card_level) return {0xA0};
  return {};
}

void VirtualDesfire::note(const Bytes& head, const Bytes& data) {
  m_log = m_log + rounded(head);
  m_log = m_log + rounded(data);
}

VirtualNative::Answer VirtualDesfire::moveValue(std::uint8_t ins, int file, std::int64_t amount) {
  if (!m_open.values.contains(file)) return {0xF0};
  const Bytes& settings = m_open.settings[file];
  const auto lower = static_cast<std::int32_t>(fromLittleEndian(ByteView(settings).subspan(4, 4)));
  const auto upper = static_cast<std::int32_t>(fromLittleEndian(ByteView(settings).subspan(8, 4)));
  const std::int64_t after = m_open.values[file] + (ins == 0xDC ? -amount : amount);
  if (after < lower || after > upper) return {0xBE};
  m_open.values[file] = static_cast<std::int32_t>(after);
  return {};
}

VirtualNative::Answer VirtualDesfire::readRecords(const Bytes& header) {
  if (!m_open.records.contains(header[0])) return {0xF0};
  const auto& records = application.records[header[0]];  // committed ones only
  const std::size_t skip = fromLittleEndian(ByteView(header).subspan(1, 3));
  const std::size_t count = fromLittleEndian(ByteView(header).subspan(4, 3));
  if (skip + std::max<std::size_t>(count, 1) > records.size()) return {0xBE};
  const std::size_t end = records.size() - skip;
  Bytes out;
  for (std::size_t i = count == 0 ? 0 : end - count; i < end; ++i) out = out + records[i];
  note(Bytes{0xBB} + header, out);
  return {0, out};
}

VirtualNative::Answer VirtualDesfire::commit(const Bytes& header) {
  if (m_open.signs && m_open.tmc >= m_open.tmc_limit) return {0xBE};
  Bytes proof_data;
  if (m_open.signs) {
    ++m_open.tmc;
    const Bytes vector = Bytes{0x5A, 0x00, 0x01, 0x00, 0x80} + littleEndian(m_open.tmc, 4) + uid;
    const Block16 value = cardCmac(cardCmac(m_open.tmac_key, vector), m_log);
    proof_data = littleEndian(m_open.tmc, 4);
    for (std::size_t i = 1; i < 16; i += 2) proof_data.push_back(value[i]);
  }
  for (auto& [number, records] : m_open.records) {
    const std::size_t capacity = fromLittleEndian(ByteView(m_open.settings[number]).subspan(7, 3));
    while (records.size() >= capacity) records.erase(records.begin());
    Bytes& settings = m_open.settings[number];
    settings = part(settings, 0, 10) + littleEndian(static_cast<std::uint32_t>(records.size()), 3);
  }
  application = m_open;
  m_log.clear();
  ++commits;
  const bool wanted = header == Bytes{0x01};
  if (wanted && !m_open.signs) return {0x9E};
  return {0, wanted ? proof_data : Bytes{}};
}

VirtualNative::Answer VirtualDesfire::create(std::uint8_t ins, const Bytes& header) {
  if (!m_selected || proof() == Proof::None || provedKey() != 0) return {0xAE};
  const int number = header[0];
  if (application.settings.contains(number)) return {0xDE};
  const Bytes head = part(header, 1, 3);
  const Bytes rest = part(header, 4, header.size() - 4);
  Application& app = application;
  switch (ins) {
    case 0xCD:
    case 0xCB:
      app.settings[number] = Bytes{static_cast<std::uint8_t>(ins == 0xCB ? 1 : 0)} + head + rest;
      app.data[number] = Bytes(fromLittleEndian(rest));
      break;
    case 0xCC:
      app.settings[number] = Bytes{0x02} + head + rest;
      app.values[number] = static_cast<std::int32_t>(fromLittleEndian(ByteView(rest).subspan(8, 4)));
      break;
    default:
      app.settings[number] = Bytes{static_cast<std::uint8_t>(ins == 0xC0 ? 4 : 3)} + head + rest + Bytes(3, 0);
      app.records[number] = {};
  }
  m_open = application;
  return {};
}

VirtualNative::Answer VirtualDesfire::handle(std::uint8_t ins, const Bytes& header, const Bytes& data) {
  if (ins == 0x5A) return select(header);
  if (ins == 0xCA) {
    if (!m_on_card_level || has_application) return {static_cast<std::uint8_t>(has_application ? 0xDE : 0x9D)};
    aid = part(header, 0, 3);
    application = Application{};
    for (int i = 0; i < (header[4] & 0x0F); ++i) application.keys[i] = Block16{};
    has_application = true;
    return {};
  }
  if (!m_selected) return {0x9D};
  if (ins == 0xF5) {
    const auto found = application.settings.find(header[0]);
    return found == application.settings.end() ? Answer{0xF0} : Answer{0, found->second};
  }
  if (proof() == Proof::None) return {0xAE};
  const int file = header.empty() ? 0 : header[0];
  switch (ins) {
    case 0x51: return {0, uid};
    case 0xC4: {
      if (provedKey() != 0) return {0x9D};
      const Answer answer = changeKey(header, data);
      application.keys = keys;
      m_open.keys = keys;
      return answer;
    }
    case 0x6C:
      if (!m_open.values.contains(file)) return {0xF0};
      note(Bytes{0x6C} + header + littleEndian(static_cast<std::uint32_t>(application.values[file]), 4), {});
      return {0, littleEndian(static_cast<std::uint32_t>(application.values[file]), 4)};
    case 0xDC:
    case 0x0C:
    case 0x1C: {
      note(Bytes{ins} + header + data, {});
      return moveValue(ins, file, static_cast<std::int32_t>(fromLittleEndian(data)));
    }
    case 0xBB: return readRecords(header);
    case 0x3B:
      if (!m_open.records.contains(file)) return {0xF0};
      if (data.size() != fromLittleEndian(ByteView(m_open.settings[file]).subspan(4, 3))) return {0xBE};
      note(Bytes{0x3B} + header, data);
      m_open.records[file].push_back(data);
      return {};
    case 0xBD: {
      if (!m_open.data.contains(file)) return {0xF0};
      const std::size_t from = fromLittleEndian(ByteView(header).subspan(1, 3));
      const std::size_t size = fromLittleEndian(ByteView(header).subspan(4, 3));
      if (from + size > application.data[file].size()) return {0xBE};
      return {0, part(application.data[file], from, size)};
    }
    case 0x3D: {
      if (!m_open.data.contains(file)) return {0xF0};
      const std::size_t from = fromLittleEndian(ByteView(header).subspan(1, 3));
      if (from + data.size() > m_open.data[file].size()) return {0xBE};
      std::copy(data.begin(), data.end(), m_open.data[file].begin() + static_cast<std::ptrdiff_t>(from));
      if (m_open.settings[file][0] == 0) application.data[file] = m_open.data[file];
      return {};
    }
    case 0xC7: return commit(header);
    case 0xA7:
      m_open = application;
      m_log.clear();
      return {};
    default: return create(ins, header);
  }
}

}  // namespace kahui::test
