// NTAG 424 DNA (NXP data sheet NT4H2421Gx; AN12196): one application with five AES keys and three standard files.
#pragma once

#include <optional>

#include "drivers/card/channel.hpp"
#include "drivers/card/crypto/aes.hpp"

namespace kahui::card {

inline constexpr int kNdefFile = 2;    // E104, 256 bytes; mirrors the SUN message
inline constexpr int kRecordFile = 3;  // E105, 128 bytes
inline constexpr int kNtag424Keys = 5;

// ISO SELECT of D2760000850101, the name of both NTAG's application and of any NFC Forum type 4 tag.
[[nodiscard]] CardResult<void> selectNdefApplication(Session& session);

// The whole NDEF file as ISO 7816-4 reads it: E104 selected, then READ BINARY. At most 1024 bytes; two bytes of length
// and as many bytes of message are wanted. One READ BINARY where the card allows it, so that the read counter in the
// mirrored message counts once.
[[nodiscard]] CardResult<base::Bytes> readNdefFile(Session& session);

// Secure dynamic messaging of a file. Offsets count bytes from the start of the file (data sheet, 9.1.3 and table 69).
struct SdmSettings {
  bool uid = false;
  bool counter = false;
  std::optional<std::uint32_t> counter_limit{};
  bool ascii = true;
  int meta_read = 0xF;       // key 0 ... 4 encrypts UID and counter, E shows them in clear, F neither
  int file_read = 0xF;       // key 0 ... 4 makes the proof, F none
  int counter_return = 0xF;  // who may ask for the counter
  std::optional<std::uint32_t> uid_offset{};
  std::optional<std::uint32_t> counter_offset{};
  std::optional<std::uint32_t> picc_offset{};
  std::uint32_t mac_input_offset = 0;
  struct Encrypted {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;  // of the text: twice the bytes
    bool operator==(const Encrypted&) const = default;
  };
  std::optional<Encrypted> encrypted{};
  std::uint32_t mac_offset = 0;

  bool operator==(const SdmSettings&) const = default;
};

struct FileSettings {
  CommMode mode = CommMode::Plain;
  // Four half bytes: read, write, read and write, change; a key 0 ... 4, E free, F never.
  std::uint16_t rights = 0xEEEE;
  std::uint32_t size = 0;  // given by the card; ignored when changing
  std::optional<SdmSettings> sdm{};

  bool operator==(const FileSettings&) const = default;
};

// Malformed for a file of another type.
[[nodiscard]] tl::expected<FileSettings, CardFault> parseFileSettings(base::ByteView answer);
// As ChangeFileSettings wants them: without type and size.
[[nodiscard]] base::Bytes encodeFileSettings(const FileSettings& settings);

// `mode` is Plain on an open channel and Mac on a proved one.
[[nodiscard]] CardResult<FileSettings> readFileSettings(Channel& channel, int file, CommMode mode);
[[nodiscard]] CardResult<void> changeFileSettings(Channel& channel, int file, const FileSettings& settings);

// ReadData, length 1 ... 1024, 0 reads to the end; WriteData, at most 224 bytes, so that proof and padding fit one
// APDU.
[[nodiscard]] CardResult<base::Bytes> readData(Channel& channel, int file, std::uint32_t offset, std::uint32_t length,
                                               CommMode mode);
[[nodiscard]] CardResult<void> writeData(Channel& channel, int file, std::uint32_t offset, base::ByteView data,
                                         CommMode mode);

[[nodiscard]] CardResult<std::uint8_t> readKeyVersion(Channel& channel, int key_number);
// The key of the session itself (it ends the session) or another one, whose old value the card wants to be told.
[[nodiscard]] CardResult<void> changeOwnKey(Channel& channel, int key_number, const SecretKey& key,
                                            std::uint8_t version);
[[nodiscard]] CardResult<void> changeOtherKey(Channel& channel, int key_number, const SecretKey& old_key,
                                              const SecretKey& key, std::uint8_t version);

// GetFileCounters: the read counter of the SUN message, on a proved channel.
[[nodiscard]] CardResult<std::uint32_t> readSdmCounter(Channel& channel, int file);

}  // namespace kahui::card
