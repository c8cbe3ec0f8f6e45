// From the SPEC strings of contracts.md ("Readers") to running readers: the one place that knows every driver.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"
#include "drivers/card/identifier.hpp"
#include "drivers/card/shop_keys.hpp"
#include "drivers/host/reader_host.hpp"
#include "drivers/magstripe/judge.hpp"

namespace kahui::host {

// `pcsc`: every reader of the PC/SC service; `pcsc:NAME`: those whose name begins with NAME;
// `nfc:pn532_uart:PATH[:BAUD]`: a PN532 on a serial line, through libnfc; `serial:PATH[,BAUD]`: a
// stripe reader or scanner on a serial line, 9600 baud unless named, 8N1; `evdev:PATH`: one that types, grabbed at
// /dev/input; `sim:FILE`: a scripted reader.
struct ReaderSpec {
  ports::ReaderKind kind{};
  std::string argument;  // without the baud
  int baud = 0;          // Serial only
  bool operator==(const ReaderSpec&) const = default;
};

// Errors: BadInput; detail names the spec and the forms that there are.
base::Result<ReaderSpec> parseSpec(std::string_view text);

// What all readers of one program hold cards against. Without `keys` no stripe, no code and no secured card is ours;
// what is missing of the others remembers in memory, on the machine's clock.
struct Evidence {
  std::shared_ptr<const card::ShopKeys> keys{};
  std::shared_ptr<card::Identifier> cards{};
  std::shared_ptr<magstripe::Judge> judge{};  // of stripes and codes
};

// What all readers of one till share, so that a proof or a code shown to one is used up at the others.
class ReaderMaker {
 public:
  explicit ReaderMaker(Evidence evidence = {});

  // Not started. Errors: BadInput or UnknownKey from a spec or a script.
  [[nodiscard]] base::Result<std::vector<ReaderSource>> make(const std::vector<std::string>& specs) const;

 private:
  std::shared_ptr<card::Identifier> m_identifier;
  std::shared_ptr<magstripe::Judge> m_judge;
};

// One service for all `specs` and for `more` (the demo panel's reader, the window's keyboard). Nothing is opened before
// start(), so a reader or a service that is absent is an event and no error.
// Errors: BadInput or UnknownKey from a spec or a script.
base::Result<std::unique_ptr<ports::CardReaderService>> openReaders(const std::vector<std::string>& specs,
                                                                    std::vector<ReaderSource> more = {},
                                                                    Evidence evidence = {});

// The readers behind `specs` as they are now, without reading a card. Errors: those of openReaders(); ServiceDown if a
// spec needs the PC/SC service and it cannot be had (detail says why).
base::Result<std::vector<ports::ReaderChanged>> listReaders(const std::vector<std::string>& specs);

}  // namespace kahui::host
