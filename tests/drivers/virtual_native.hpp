// The card's side of NTAG 424 DNA and DESFire, written from the documents and not from the driver: own CBC and CMAC
// over single AES blocks, own session keys, so that a mistake shared by both sides cannot hide. Strict: what a real
// chip refuses is refused.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "drivers/card/session.hpp"

namespace kahui::test {

using base::Bytes;
using base::ByteView;
using Block16 = std::array<std::uint8_t, 16>;

Block16 cardBlock(const Block16& key, const Block16& block, bool encrypt);
Bytes cardCbc(const Block16& key, Block16& iv, const Bytes& text, bool encrypt);  // leaves the next start value in iv
Block16 cardCmac(const Block16& key, const Bytes& message, const Block16& iv = {});
std::uint32_t cardCrc(const Bytes& message);
Bytes operator+(const Bytes& left, const Bytes& right);
Bytes littleEndian(std::uint32_t value, int bytes);
std::uint32_t fromLittleEndian(ByteView bytes);

enum class Secure { Plain, Mac, Full };

class VirtualNative : public card::Session {
 public:
  tl::expected<Bytes, card::LinkError> exchange(ByteView command) override;

  Bytes uid{0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6};
  std::map<int, Block16> keys{};
  std::map<int, std::uint8_t> key_versions{};
  bool speaks_ev2 = true;
  bool speaks_aes = true;
  bool knows_version = true;
  bool knows_card_uid = true;
  bool lies_in_proofs = false;  // every proof after the authentication is wrong
  int commands = 0;
  int failed_keys = 0;
  Bytes signature{};  // 56 bytes, or none
  Bytes version{0x04, 0x04, 0x02, 0x30, 0x00, 0x11, 0x05};

 protected:
  struct Shape {
    std::size_t header = 0;
    Secure command = Secure::Plain;
    Secure answer = Secure::Plain;
    bool carries_data = false;
  };
  struct Answer {
    std::uint8_t status = 0;
    Bytes data{};
    bool closes = false;  // goes out bare and ends the session
  };
  enum class Proof { None, Aes, Ev2 };

  // What the command looks like; none: unknown command.
  virtual std::optional<Shape> shapeOf(std::uint8_t ins, const Bytes& body) = 0;
  virtual Answer handle(std::uint8_t ins, const Bytes& header, const Bytes& data) = 0;
  virtual std::optional<Bytes> iso(ByteView command) = 0;  // class 00
  virtual void sessionEnds() {}
  [[nodiscard]] Proof proof() const { return m_proof; }
  [[nodiscard]] int provedKey() const { return m_key_number; }
  void endSession();
  // ChangeKey, the same in all of them.
  Answer changeKey(const Bytes& header, const Bytes& data);

  int next_random = 1;

 private:
  Bytes native(std::uint8_t ins, const Bytes& body);
  Bytes begin(std::uint8_t ins, const Bytes& body);
  Bytes finish(const Bytes& body);
  Bytes whole(std::uint8_t ins, const Bytes& body);
  Bytes sent(Bytes data, std::uint8_t status);
  std::optional<Bytes> openData(std::uint8_t ins, const Shape& shape, const Bytes& body);
  Bytes closeAnswer(const Shape& shape, const Bytes& data);
  std::size_t expectedSize(std::uint8_t ins, const Shape& shape, const Bytes& body) const;
  Block16 ivOf(std::uint8_t first, std::uint8_t second, int counter) const;
  Block16 randomBlock();

  Proof m_proof = Proof::None;
  int m_key_number = -1;
  std::uint8_t m_opening = 0;
  Block16 m_rnd_b{};
  Block16 m_last_cipher{};
  Bytes m_transaction{};
  Block16 m_enc{};
  Block16 m_mac{};
  Block16 m_iv{};
  int m_counter = 0;
  std::uint8_t m_gathering = 0;
  Bytes m_gathered{};
  Bytes m_waiting{};
};

// Lets the card under it do its work and then does something to the answer, at the n-th exchange (from 0).
class Faulty final : public card::Session {
 public:
  enum class Kind { None, FlipLast, FlipFirst, Truncate, Short, Empty, OneByte, LinkUnknown, NotSent, Repeat };
  Faulty(card::Session& card, int at, Kind kind) : m_card(card), m_at(at), m_kind(kind) {}
  tl::expected<Bytes, card::LinkError> exchange(ByteView command) override;
  [[nodiscard]] int exchanges() const { return m_exchanges; }
  // False if that answer had nothing to spoil: two bytes of status.
  [[nodiscard]] bool struck() const { return m_struck; }

 private:
  card::Session& m_card;
  const int m_at;
  const Kind m_kind;
  int m_exchanges = 0;
  bool m_gone = false;
  bool m_struck = false;
  Bytes m_before{0x91, 0x00};
};

}  // namespace kahui::test
