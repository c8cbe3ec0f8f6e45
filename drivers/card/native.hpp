// The native commands of DESFire and NTAG 424 DNA, wrapped in ISO/IEC 7816-4: 90 INS 00 00 [Lc data] 00, answered with
// 91 SS (AN12196 section 3.2; AN12343 section 4). SS = AF asks for, or offers, another frame.
#pragma once

#include "drivers/card/apdu.hpp"
#include "drivers/card/fault.hpp"

namespace kahui::card {

// Second byte of a native status.
inline constexpr std::uint8_t kNativeDone = 0x00;
inline constexpr std::uint8_t kMoreFrames = 0xAF;
inline constexpr std::uint16_t kAuthenticationError = 0x91AE;
inline constexpr std::uint16_t kIllegalCommand = 0x911C;
inline constexpr std::uint16_t kNoSuchKey = 0x9140;
inline constexpr std::uint16_t kApplicationNotFound = 0x91A0;
inline constexpr std::uint16_t kBoundaryError = 0x91BE;
inline constexpr std::uint16_t kDuplicate = 0x91DE;

// One ISO command and its answer: the link's faults as CardFault, 6Cxx asked once more, over 258 bytes Malformed. Any
// status word is a value here.
struct IsoAnswer {
  base::Bytes data{};
  StatusWord status{};
};
[[nodiscard]] CardResult<IsoAnswer> exchangeIso(Session& session, const Command& command);
// Refused for a status that is not 9000 (or 6282).
[[nodiscard]] CardResult<base::Bytes> askIso(Session& session, const Command& command);

// One frame. Refused for any status but 9100, 9190 (NTAG 424's Read_Sig) and 91AF.
struct NativeFrame {
  base::Bytes data{};
  bool more = false;
};
[[nodiscard]] CardResult<NativeFrame> sendFrame(Session& session, std::uint8_t ins, base::ByteView data);

// A whole command: WriteData and WriteRecord of DESFire go in several frames where they must, all others hold at most
// 255 bytes; answers of several frames are put together. Malformed if the card goes on beyond 64 frames.
[[nodiscard]] CardResult<base::Bytes> sendNative(Session& session, std::uint8_t ins, base::ByteView data);

// GetVersion: what the chip says that it is (AN12196 section 5.2, AN12343 section 5).
struct Version {
  std::uint8_t vendor = 0;  // 04 is NXP
  std::uint8_t type = 0;    // 01 DESFire, 08 DESFire Light, 04 NTAG; the high half tells the form of delivery
  std::uint8_t subtype = 0;
  std::uint8_t major = 0;
  std::uint8_t minor = 0;
  base::Bytes uid{};  // 7 bytes; zeros where the card shows a random one

  [[nodiscard]] bool isDesfire() const { return (type & 0x0F) == 0x01 || (type & 0x0F) == 0x08; }
  [[nodiscard]] bool isNtag() const { return (type & 0x0F) == 0x04; }
};
[[nodiscard]] CardResult<Version> readVersion(Session& session);

// Read_Sig, 56 bytes in plain, for isOriginal().
[[nodiscard]] CardResult<base::Bytes> readMakerSignature(Session& session);

}  // namespace kahui::card
