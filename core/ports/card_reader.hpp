// Cards as the till sees them, whatever the way in. Device terms after UnifiedPOS (MSR, SmartCardRW); events after
// contracts.md, "Readers".
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace kahui::ports {

enum class ReaderKind { Pcsc, Nfc, Serial, Wedge, Sim };
enum class ReaderState { Ready, Gone, Busy, Error };

// What a person can do about a reader that is not ready. The applications turn it into words.
enum class ReaderAdvice {
  None,               // with Gone: a person released the reader, it is not missed
  PlugReaderIn,       // no reader is connected
  StartService,       // pcscd does not run
  CloseOtherProgram,  // another program holds the reader
  AllowAccess,        // the user may not talk to the service
  ReplugReader,       // the reader does not answer
};

enum class CardClass { Magstripe, Uid, Ntag21x, UltralightEv1, Ntag424, Desfire, Code };

// What the card proved (cards.md section 4): Claim can be copied by anybody.
enum class Trust { Claim, Genuine, Authenticated };

// What a card's own record says beside what this till knows (cards.md section 5): a copy, or a card of an earlier day.
enum class CardDoubt { None, RolledBack, Forked };

enum class RefuseReason {
  BankCard,
  RandomUid,     // another number at each tap
  Torn,          // it left, or stopped answering, half-way
  Unreadable,    // answers outside the standard, or a stripe that is not whole
  BadMac,        // an answer or a message whose proof is wrong
  Replay,        // a proof that was seen before, or a counter that does not rise
  FactoryKey,    // still opens with the factory's keys
  WrongKey,      // neither this shop's keys nor the factory's open it
  BadSignature,  // the chip is not its maker's
  NotOurs,       // whole and well, but not a member card of this shop
  Expired,       // a code whose time is over
};

// One laying-down of one card. The generation is never used again by this process, so a card swapped between two looks
// is another one.
struct Presentation {
  std::string reader;
  std::uint64_t generation = 0;
  bool operator==(const Presentation&) const = default;
};

struct ReaderChanged {
  std::string reader;
  ReaderKind kind{};
  ReaderState state{};
  ReaderAdvice advice = ReaderAdvice::None;
  bool operator==(const ReaderChanged&) const = default;
};

struct CardRead {
  Presentation at;
  CardClass card_class{};
  std::string credential{};  // UID as upper-case hex, member number from stripe or code. Never a track or a PAN.
  Trust trust = Trust::Claim;
  std::optional<std::uint32_t> counter{};  // read or transaction counter, where the card has one
  std::int64_t elapsed_us = 0;             // from the reader's wake-up to this event
  bool repeated = false;  // the same credential within 1 s of its removal: for a person still one laying-down
  std::optional<std::int32_t> purse{};  // points on the card, after what was moved in this laying-down
  CardDoubt doubt = CardDoubt::None;
  bool operator==(const CardRead&) const = default;
};

struct CardRemoved {
  Presentation at;
  bool operator==(const CardRemoved&) const = default;
};

struct CardRefused {
  std::string reader;
  RefuseReason reason{};
  bool operator==(const CardRefused&) const = default;
};

// A scanner read something that is neither a member card nor a bank's number: goods, a receipt, a coupon.
struct CodeScanned {
  std::string reader;
  std::string text;
  bool operator==(const CodeScanned&) const = default;
};

using ReaderEvent = std::variant<ReaderChanged, CardRead, CardRemoved, CardRefused, CodeScanned>;

// A number that this process has not given out before; from any thread.
std::uint64_t newGeneration();

// Called from a reader's own thread, never from two threads at once; must not block and must not call back into the
// service.
using ReaderEventSink = std::function<void(ReaderEvent)>;

// All readers of this machine as one stream of events. start() once; stop() ends every thread of its own and is called
// by the destructor; after stop() returned no event comes any more. Every laying-down gives exactly one CardRead or one
// CardRefused; a CardRead is followed by its CardRemoved before the next card of that reader and before the reader's
// Gone.
class CardReaderService {
 public:
  virtual ~CardReaderService() = default;
  virtual void start(ReaderEventSink sink) = 0;
  virtual void stop() = 0;
  // A card that lies there is told again, as another laying-down: its CardRemoved, then its CardRead or CardRefused, so
  // that what was asked for after it came happens to it as it lies. A driver's own call may wait for its threads, the
  // host's returns at once. Nothing where no card can lie, before start() and after stop().
  virtual void lookAgain() {}
};

// Names of contracts.md, for JSON and logs.
std::string_view name(ReaderKind kind);
std::string_view name(ReaderState state);
std::string_view name(ReaderAdvice advice);
std::string_view name(CardClass card_class);
std::string_view name(Trust trust);
std::string_view name(RefuseReason reason);

}  // namespace kahui::ports
