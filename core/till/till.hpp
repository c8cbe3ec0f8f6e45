// The one way into a till. Owns the engine thread; every command runs there, one after the other, and ends in a new
// snapshot.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "core/base/clock.hpp"
#include "core/base/random.hpp"
#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"
#include "core/ports/card_writer.hpp"
#include "core/ports/hq_desk.hpp"
#include "core/ports/payment_provider.hpp"
#include "core/ports/store.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/till/card_request.hpp"
#include "core/till/command.hpp"
#include "core/till/sell_request.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::till {

class Till {
 public:
  struct Ports {
    std::unique_ptr<ports::Store> store;
    std::shared_ptr<base::Clock> clock;
    std::shared_ptr<base::RandomSource> random;
    std::unique_ptr<ports::CardReaderService> readers;  // may be null: no readers
    // The day's jobs wait for so much quiet, so that no card waits behind one of their steps.
    std::chrono::milliseconds quiet_before_jobs{0};
    std::shared_ptr<ports::CardWriter> cards;          // may be null: the till writes no cards
    std::shared_ptr<ports::CardPurse> purse;           // points on cards; may be null
    std::shared_ptr<ports::PaymentProvider> payments;  // may be null: no payment by code
    PaymentTimes payment_times{};
    std::shared_ptr<ports::HqDesk> hq;  // may be null: headquarters is not asked while somebody waits
    // The store's other tills; may be null, or beside `hq`. Asked on a thread of the till's own: a line of its own.
    std::shared_ptr<ports::HeldBoard> shop;
  };

  static base::Result<std::unique_ptr<Till>> open(Ports ports);
  ~Till();
  Till(const Till&) = delete;
  Till& operator=(const Till&) = delete;

  // Starts the engine thread and the readers. After onChange(), before the first submit().
  void start();

  // Any thread. Never blocks on disk or device. Commands beyond the bounded queue (1,024) wait for room.
  void submit(Command command);

  // Any thread; never null.
  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;

  // Called on the engine thread after each new snapshot; must not block. Set before start().
  void onChange(std::function<void()> listener);

  // A sale without a window, through the same completion as PayCash. Any thread but the engine's; returns when durable.
  [[nodiscard]] SellAnswer sell(const SellRequest& request);

  // Goods that come back, likewise.
  [[nodiscard]] ReturnAnswer giveBack(const ReturnRequest& request);

  // A member's card issued, replaced, blocked, likewise; errors of card_desk.hpp, NotSignedIn.
  [[nodiscard]] CardAnswer changeCard(const CardRequest& request);

  // The member desk, likewise; errors of member_desk.hpp, NotSignedIn.
  [[nodiscard]] JoinAnswer join(const JoinRequest& request);
  [[nodiscard]] MemberAnswer actOnMember(const MemberRequest& request);
  [[nodiscard]] base::Result<std::vector<MemberHit>> findMembers(const std::string& operator_code,
                                                                 const std::string& text);
  [[nodiscard]] base::Result<MemberPageView> memberPage(const std::string& operator_code, const std::string& member_no);

  // S003-99: blank application forms, each with a number of its own. OutOfRange, NoRight.
  [[nodiscard]] base::Result<std::vector<report::JoinForm>> printForms(const FormRequest& request);

  // The manager's work, likewise; errors of task_desk.hpp, NotSignedIn.
  [[nodiscard]] TaskAnswer actOnTasks(const TaskRequest& request);
  [[nodiscard]] base::Result<TaskDeskView> tasks(const std::string& operator_code, const ports::TaskFilter& filter);
  // What is talked about; the comments of one of it, if it is named.
  [[nodiscard]] base::Result<TalkView> talk(const std::string& operator_code, const std::string& about,
                                            const std::string& key);

  // The club, likewise; errors of club_desk.hpp, NotSignedIn.
  [[nodiscard]] ClubAnswer actOnClub(const ClubRequest& request);
  [[nodiscard]] base::Result<ClubView> club(const std::string& operator_code, const ShowClub& wish);

  // An operator of kahuictl signs in; needed before sell() on a store that is not a demo. WrongPin, PinLocked,
  // UnknownOperator.
  [[nodiscard]] base::Status authorize(const std::string& operator_code, const std::string& pin);

  // The rule pack in force; the same from open() on.
  [[nodiscard]] const programme::RulePack& rules() const;

  // Runs work that needs the store on the engine thread, between commands (exports beside the till, hand-over from
  // kahuictl).
  void runOnEngine(const std::function<void(ports::Store&)>& work);

 private:
  class Engine;
  template <class Answer, class Work>
  Answer atDesk(const std::string& operator_code, const std::string& approver, Work work);
  explicit Till(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> m_engine;
};

}  // namespace kahui::till
