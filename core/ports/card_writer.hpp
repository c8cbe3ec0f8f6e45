// Writing a blank chip as a card of the shop, at whichever reader it is laid down (cards.md section 4, "Issuing"). The
// readers' own threads do the exchange; whoever asked is told and never waits. A card counts for nobody before it was
// read back and proved itself: that is Done, and nothing else is.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"

namespace kahui::ports {

// In this order; a chip may have nothing to do in some of them.
enum class CardWriteStep { Opening, Keys, Content, OwnKey, ReadBack };
inline constexpr int kCardWriteSteps = 5;

enum class CardWriteEnd {
  Done,         // written, read back, proved
  Unfinished,   // it left, or fell silent; the same card is laid down again and goes on where it stopped
  OtherCard,    // not the one that was begun; untouched
  NotAllowed,   // by `why`; untouched
  NotWritable,  // no chip that can be written; untouched
  KeysMissing,  // the shop's keys lack `why`; untouched
  Failed,       // another shop's, or not as it should be: it must not be given out
};

struct CardWriteNews {
  std::string uid{};  // upper-case hex, empty: not known
  CardClass card_class = CardClass::Uid;
  CardWriteStep step{};               // the one that begins now, or the last one that began
  std::optional<CardWriteEnd> end{};  // of this laying-down; none: it goes on
  std::optional<base::Error> why{};
};

class CardWriter {
 public:
  virtual ~CardWriter() = default;
  // The keys of at least one kind of chip are here. Any thread.
  [[nodiscard]] virtual bool canWrite() const = 0;

  // Whether the card of this UID may be written: asked once for each laying-down before anything is sent that changes
  // it, on a reader's thread; may take its time, and may be called after end().
  using Ask = std::function<base::Status(const std::string& uid)>;
  // On a reader's thread; before the reader tells of the card itself. May come once more after end().
  using Sink = std::function<void(const CardWriteNews&)>;

  // From now on cards that are laid down are written instead of told, until end(). Neither call waits for a card.
  virtual void begin(Ask ask, Sink sink) = 0;
  virtual void end() = 0;
};

}  // namespace kahui::ports
