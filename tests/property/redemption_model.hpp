// A chain that redeems points with and without the line, in memory: tills, headquarters, and a network that loses,
// doubles, delays and reorders. The decisions are the product's own (loyalty/rights.hpp, journal/rights_event.hpp);
// the model adds what stores and wires do with them. Mutants each leave one guard out (reliability.md, M1 to M5).
#pragma once

#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/journal/rights_event.hpp"
#include "core/loyalty/rights.hpp"

namespace kahui::test {

enum class Mutant {
  None,
  ReclaimByLease,     // M1: a silent till's rights are taken back by the clock
  NoDedup,            // M2: what comes twice counts twice
  RearmWithoutHold,   // M3: goodwill is armed again although more is out than there is
  UnnumberedGrants,   // M4: a grant counts whenever it comes
  RestoreUnnoticed,   // M5: a restored till goes on in numbers that headquarters holds with other content
  OtherIdInFallback,  // a lost answer falls back under another id
};

class RedemptionModel {
 public:
  static constexpr int kTills = 4, kMembers = 3;
  static constexpr int kGoodwill = 20;
  static constexpr int kBound = kTills * kGoodwill;

  RedemptionModel(std::uint64_t seed, Mutant mutant, int balance = 100);

  // One act of somebody; false: it was refused.
  bool spendOffline(int till, int member, int points);
  bool spendOnline(int till, int member, int points, bool lose_answer = false);
  void earn(int till, int member, int points);
  void place(int member);       // headquarters plans grants; the home till is till `member`
  void push(int till);          // what is not acknowledged goes into the network
  void deliver(bool faulty);    // one message, any of them; faulty: it may get lost or come twice
  void deliverTwice(int till);  // all that is on its way, each twice
  void remember(int till);      // a backup is taken
  void restore(int till);       // and put back
  void idle(int ticks) { m_now += ticks; }
  void random();  // any of these
  void heal();    // no faults any more, until nothing moves

  [[nodiscard]] int available(int member) const;
  [[nodiscard]] int rightsOf(int till, int member) const;
  [[nodiscard]] int spendable(int till, int member) const;
  // Empty, or the first promise that does not hold. `at_rest`: all tills have synced.
  [[nodiscard]] std::string broken(bool at_rest) const;

 private:
  struct Entry {
    std::uint64_t id = 0;
    int member = 0;
    int points = 0;  // to the balance
    int rights = 0, goodwill = 0;
    std::uint64_t attempt = 0;
    std::optional<journal::GrantMark> grant{};  // then `rights` were taken, below 0: given back
  };
  struct Grant {
    std::int64_t no = 0;
    int member = 0, points = 0;
  };
  struct Record {
    int balance = 0;
    bool hold = false, barred = false;
  };
  using Place = std::pair<int, std::size_t>;  // incarnation, entries of it
  struct Answer {
    std::uint64_t no = 0;
    Place acked;
    Record members[kMembers]{};
    std::vector<Grant> grants;
    std::map<int, std::vector<Entry>> held;  // whole chains: a till takes what it lost
  };
  struct Message {
    int till = 0;
    std::optional<Answer> answer{};  // else a push
    int incarnation = 0;
    std::size_t first = 0;
    std::vector<Entry> entries{};
  };
  struct Till {
    std::map<int, std::vector<Entry>> log{{1, {}}};
    int incarnation = 1;
    Place acked{1, 0};
    bool behind = false;
    int rights[kMembers]{};
    Record known[kMembers]{};
    Place seen[kMembers]{};
    journal::GrantMark mark;
    std::uint64_t answer = 0;
  };
  struct Account {
    int balance = 0;
    loyalty::PlacedRights placed[kTills]{};
    int asked[kTills]{};
    std::int64_t heard[kTills]{};
    loyalty::Deficits deficits;
  };
  struct Reservation {
    int member = 0, points = 0;
    std::string state;
  };

  [[nodiscard]] loyalty::CreditState credit(int member) const;
  [[nodiscard]] loyalty::OfflineMember offline(const Till& till, int member) const;
  [[nodiscard]] static loyalty::OfflineTill offlineTill(const Till& till);
  void append(Till& till, Entry entry);
  static void effect(Till& till, const Entry& entry);
  void post(int till, const Entry& entry);
  void take(const Message& message);
  void takeAnswer(int till, const Answer& answer);
  void reclaim();
  int roll(int below) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(below)); }

  std::mt19937_64 m_random;
  const Mutant m_mutant;
  const int m_opening;
  Till m_tills[kTills]{};
  std::optional<Till> m_backups[kTills]{};
  Account m_accounts[kMembers]{};
  std::map<int, std::vector<Entry>> m_held[kTills]{};  // at headquarters
  std::vector<Grant> m_grants[kTills]{};
  std::set<std::int64_t> m_answered[kTills]{};
  std::map<std::uint64_t, Reservation> m_reservations;
  std::int64_t m_heard[kTills]{};
  std::vector<Message> m_wire;
  std::uint64_t m_next = 1;
  std::int64_t m_now = 0;
  bool m_restored = false;
};

}  // namespace kahui::test
