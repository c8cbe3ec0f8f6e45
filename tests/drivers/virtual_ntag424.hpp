// An NTAG 424 DNA: three files, five keys, SUN messages.
#pragma once

#include "tests/drivers/virtual_native.hpp"

namespace kahui::test {

class VirtualNtag424 final : public VirtualNative {
 public:
  VirtualNtag424();

  struct File {
    Bytes content{};
    Bytes settings{};  // as GetFileSettings sends them behind type: option, rights, size, SDM
    Secure mode = Secure::Plain;
  };
  std::map<int, File> files{};
  // Mirrors a whole message of its own into the NDEF file at each reading of it outside a session; otherwise it does
  // what the file's settings say.
  bool mirrors = false;
  Block16 meta_key{};
  Block16 file_key{};
  std::uint32_t read_counter = 0;
  bool shows_settings = true;
  bool reads_iso = true;  // READ BINARY
  const char* names[2] = {"picc_data=", "cmac="};
  bool is_selected = false;

  // The present message, as it would be read.
  [[nodiscard]] std::string sunText() const;

 protected:
  std::optional<Shape> shapeOf(std::uint8_t ins, const Bytes& body) override;
  Answer handle(std::uint8_t ins, const Bytes& header, const Bytes& data) override;
  std::optional<Bytes> iso(ByteView command) override;

 private:
  Answer readFile(const Bytes& header);
  Answer writeFile(const Bytes& header, const Bytes& data);
  void mirror();
  void mirrorAsSet();
  [[nodiscard]] Bytes piccData(const Block16& meta) const;
  [[nodiscard]] Bytes sunProof(const Block16& file, const Bytes& input) const;

  int m_iso_file = 0;
};

}  // namespace kahui::test
