// A DESFire with one application of this shop: value and record files that become real with the commit, data files,
// a transaction MAC. EV1, or EV2, as the switches of VirtualNative say.
#pragma once

#include "tests/drivers/virtual_native.hpp"

namespace kahui::test {

class VirtualDesfire final : public VirtualNative {
 public:
  explicit VirtualDesfire(bool with_application = true);

  struct Application {
    std::map<int, Block16> keys{};
    std::map<int, Bytes> settings{};  // as GetFileSettings sends them
    std::map<int, Bytes> data{};
    std::map<int, std::int32_t> values{};
    std::map<int, std::vector<Bytes>> records{};  // oldest first
    Block16 tmac_key{};
    bool signs = false;
    std::uint32_t tmc = 0;
    std::uint32_t tmc_limit = 0xFFFFFFFF;
  };
  Bytes aid{0xF5, 0x42, 0x30};
  Application application{};
  bool has_application = true;
  Block16 card_key{};  // of the card itself
  int commits = 0;

  void addValueFile(int number, int mode, std::int32_t lower, std::int32_t upper, std::int32_t value);
  void addRecordFile(int number, int mode, std::uint32_t size, std::uint32_t capacity);
  // Out of the field: what was not committed never was.
  void leaveField();

 protected:
  std::optional<Shape> shapeOf(std::uint8_t ins, const Bytes& body) override;
  Answer handle(std::uint8_t ins, const Bytes& header, const Bytes& data) override;
  std::optional<Bytes> iso(ByteView) override { return std::nullopt; }
  void sessionEnds() override { m_open = application; }

 private:
  Answer select(const Bytes& aid);
  Answer create(std::uint8_t ins, const Bytes& header);
  Answer moveValue(std::uint8_t ins, int file, std::int64_t amount);
  Answer readRecords(const Bytes& header);
  Answer commit(const Bytes& header);
  void note(const Bytes& head, const Bytes& data);

  Application m_open{};  // with what is not yet committed
  Bytes m_log{};         // what the transaction MAC is made over
  bool m_selected = false;
  bool m_on_card_level = true;
};

}  // namespace kahui::test
