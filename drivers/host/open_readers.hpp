// From the SPEC strings of contracts.md ("Readers") to running readers: the one place that knows every driver.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"
#include "drivers/card/shop_keys.hpp"
#include "drivers/host/reader_host.hpp"

namespace kahui::card {
class Identifier;
}
namespace kahui::magstripe {
class Judge;
}

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

// What all readers of one till share, so that a proof or a code shown to one is used up at the others.
class ReaderMaker {
 public:
  // As openReaders().
  explicit ReaderMaker(std::shared_ptr<const card::ShopKeys> keys = {}, std::shared_ptr<const base::Clock> clock = {});

  // Not started. Errors: BadInput or UnknownKey from a spec or a script.
  [[nodiscard]] base::Result<std::vector<ReaderSource>> make(const std::vector<std::string>& specs) const;

 private:
  std::shared_ptr<card::Identifier> m_identifier;
  std::shared_ptr<magstripe::Judge> m_judge;
};

// One service for all `specs` and for `more` (the demo panel's reader). Nothing is opened before start(), so a reader
// or a service that is absent is an event and no error. Without `keys` no stripe, no code and no secured card is ours;
// without a `clock`, which live codes are held against, it is the machine's.
// Errors: BadInput or UnknownKey from a spec or a script.
base::Result<std::unique_ptr<ports::CardReaderService>> openReaders(const std::vector<std::string>& specs,
                                                                    std::vector<ReaderSource> more = {},
                                                                    std::shared_ptr<const card::ShopKeys> keys = {},
                                                                    std::shared_ptr<const base::Clock> clock = {});

// The readers behind `specs` as they are now, without reading a card. Errors: those of openReaders(); ServiceDown if a
// spec needs the PC/SC service and it cannot be had (detail says why).
base::Result<std::vector<ports::ReaderChanged>> listReaders(const std::vector<std::string>& specs);

}  // namespace kahui::host
