// Payments from the points on a card, and points onto it, as a provider of payments: what is asked for waits until the
// card is laid down, and moves in that same laying-down, after the card proved itself (cards.md section 5). Nothing is
// asked twice of a card: the log of intents says what became of it, also after a crash.
//
// Unknown means that the card left between the commit and its answer; the next sighting of it settles that, by
// settleDoubts(), before anything new moves.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/ports/card_purse.hpp"
#include "drivers/card/desfire/purse_sighting.hpp"

namespace kahui::card {

// Words of PaymentAnswer::reason.
inline constexpr const char* kPurseWaits = "CARD_WAITED_FOR";
inline constexpr const char* kPurseTooLittle = "CARD_TOO_LITTLE";
inline constexpr const char* kPurseRolledBack = "CARD_ROLLED_BACK";
inline constexpr const char* kPurseFull = "CARD_FULL";
inline constexpr const char* kPurseNoCreditKey = "NO_CREDIT_KEY";
inline constexpr const char* kPurseInDoubt = "CARD_IN_DOUBT";
inline constexpr const char* kPurseNotTaken = "NOT_TAKEN";

// As the records on cards name a till: the digits of store and register.
[[nodiscard]] std::uint32_t tillNumber(std::string_view store_no, std::string_view position);

// Any thread. No call waits for a card.
class PurseDesk final : public ports::CardPurse {
 public:
  PurseDesk(std::shared_ptr<const ShopKeys> keys, std::shared_ptr<ports::CardMemory> log, std::uint32_t till)
      : m_keys(std::move(keys)), m_log(std::move(log)), m_till(till) {}

  [[nodiscard]] base::Points loadCap() const override;

  // `code`: "UID:points" of the card that is to pay, or to get them (ports::kCardLoad).
  ports::PaymentAnswer pay(const ports::PaymentOrder& order, std::string_view code) override;
  ports::PaymentAnswer query(const ports::PaymentOrder& order) override;
  // Of a payment whose card has not come, or that did not happen. What was taken from a card goes back to it as a
  // refund, and as nothing else: answers Paid.
  ports::PaymentAnswer reverse(const ports::PaymentOrder& order) override;
  // Waits for the card of payment `of`. Paid also where that was never taken: the points are on the card. Of points
  // that the card got, it is the card that gives them back.
  ports::PaymentAnswer refund(const ports::PaymentOrder& order, const std::string& of) override;

  // A card of the shop that proved itself, in its laying-down, after settleDoubts(); on the reader's thread. Answers
  // the points that it holds now; nothing: they could not be read, or the card is a copy of an earlier day.
  std::optional<std::int32_t> serve(Session& session, const std::string& uid, base::RandomSource& random);

 private:
  struct Job {
    PurseOrder order{};
    base::Id of{};          // a refund's payment; null: a payment
    std::int64_t fen = 0;   // of this refund
    bool moving = false;    // at a reader
    std::string refused{};  // for good
  };

  struct Claimed {
    PurseOrder order;
    bool loads = false;  // points that come from an account: up to the shop's limit
  };

  [[nodiscard]] ports::PaymentAnswer fate(const base::Id& payment) const;
  // The job is this card's, with its order filled in; it is then moving.
  std::optional<Claimed> claim(const base::Id& id, const std::string& uid);
  void moved(const base::Id& id, const PurseOutcome& outcome);
  PurseOutcome move(Session& session, const PurseOrder& order, bool loads, base::RandomSource& random);

  const std::shared_ptr<const ShopKeys> m_keys;
  const std::shared_ptr<ports::CardMemory> m_log;
  const std::uint32_t m_till;
  mutable std::mutex m_mutex;
  std::map<base::Id, Job> m_jobs;
};

}  // namespace kahui::card
