// What all readers of a till share to tell cards: the shop's keys, the counters seen, chance. From any thread.
#pragma once

#include <memory>
#include <mutex>

#include "drivers/card/desfire/purse_sighting.hpp"
#include "drivers/card/identify.hpp"

namespace kahui::card {

// The event of a card that was told.
inline ports::CardRead cardRead(ports::Presentation at, Identity identity, std::int64_t elapsed_us) {
  return {.at = std::move(at),
          .card_class = identity.card_class,
          .credential = std::move(identity.credential),
          .trust = identity.trust,
          .counter = identity.counter,
          .elapsed_us = elapsed_us,
          .purse = identity.purse,
          .doubt = identity.doubt};
}

class Identifier {
 public:
  // Without keys a card is what it shows or its maker signed. `book`: kept beyond this process, or a MemoryCounterBook;
  // it is asked by one thread at a time. `log`: moves of points in doubt, about which a proved card is asked; may be
  // null; from any thread.
  explicit Identifier(std::shared_ptr<const ShopKeys> keys = {},
                      std::shared_ptr<CounterBook> book = std::make_shared<MemoryCounterBook>(),
                      std::shared_ptr<IntentLog> log = {})
      : m_keys(keys ? std::move(keys) : std::make_shared<const ShopKeys>()),
        m_book(std::move(book)),
        m_log(std::move(log)) {}

  virtual ~Identifier() = default;
  Identifier(const Identifier&) = delete;
  Identifier& operator=(const Identifier&) = delete;

  // As card::identify(). A reader that got Torn may ask again about the same laying-down.
  [[nodiscard]] virtual tl::expected<Identity, ports::RefuseReason> identify(Session& session, base::ByteView uid) {
    Locked book(*m_book, m_mutex);
    base::SystemRandom random;
    auto identity = card::identify(session, uid, *m_keys, book, random);
    const bool proved = identity && identity->trust == ports::Trust::Authenticated;
    if (proved && identity->card_class == ports::CardClass::Desfire && m_keys->purse && m_log)
      identity->purse = atPurse(session, identity->credential, random);
    if (identity && identity->card_class == ports::CardClass::Ntag21x && m_keys->ntag21x) {
      identity->doubt = atHint(session, identity->credential);
      // A copy is told by nothing else: what its silicon signs is not worth more.
      if (identity->doubt != ports::CardDoubt::None) identity->trust = ports::Trust::Claim;
    }
    return identity;
  }

 protected:
  // A card of the shop that proved itself and has a purse. Answers the points on it, where they were asked for.
  virtual std::optional<std::int32_t> atPurse(Session& session, const std::string& uid, base::RandomSource& random) {
    settleDoubts(session, uid, *m_keys, *m_log, random);
    return std::nullopt;
  }
  // An NTAG21x may have a record of the shop. Here nobody remembers others.
  virtual ports::CardDoubt atHint(Session&, const std::string&) { return ports::CardDoubt::None; }
  [[nodiscard]] const ShopKeys& keys() const { return *m_keys; }
  [[nodiscard]] const std::shared_ptr<const ShopKeys>& sharedKeys() const { return m_keys; }

 private:
  class Locked final : public CounterBook {
   public:
    Locked(CounterBook& book, std::mutex& mutex) : m_book(book), m_mutex(mutex) {}
    bool rises(const std::string& uid, std::uint32_t counter) override {
      const std::lock_guard lock(m_mutex);
      return m_book.rises(uid, counter);
    }

   private:
    CounterBook& m_book;
    std::mutex& m_mutex;
  };

  const std::shared_ptr<const ShopKeys> m_keys;
  const std::shared_ptr<CounterBook> m_book;
  const std::shared_ptr<IntentLog> m_log;
  std::mutex m_mutex;  // of the book
};

}  // namespace kahui::card
