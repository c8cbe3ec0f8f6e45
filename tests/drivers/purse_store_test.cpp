// Points on a card and a till's own file: killed at each step, two tills with one card, a copy of the card, a card of
// an earlier day (faults 36 to 38 of the card notes).
#include "core/store/card_memory.hpp"
#include "drivers/card/card_key.hpp"
#include "drivers/card/identifier.hpp"
#include "tests/drivers/dying_card.hpp"
#include "tests/support/store_fixture.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using test::VirtualDesfire;

const char* const kUid = "04A1B2C3D4E5F6";

ShopKeys shopKeys() {
  ShopKeys keys{.desfire = AesKey{7, 7, 7}, .aid = {0xF5, 0x42, 0x30}};
  keys.purse = PurseKeys{.record_key = AesKey{5, 5, 5}};
  return keys;
}

VirtualDesfire issuedCard(std::int32_t value = 1000) {
  VirtualDesfire card;
  card.addValueFile(1, 3, 0, 5000, value);
  card.addRecordFile(2, 3, kPurseRecordSize, 9);
  const auto key = cardKey(shopKeys(), *shopKeys().desfire, card.uid);
  std::copy(key->view().begin(), key->view().end(), card.application.keys[0].begin());
  return card;
}

struct OneTill {
  explicit OneTill(std::uint64_t seed = 17) : random(seed) {}
  test::StoreFixture fixture{};
  std::unique_ptr<store::SqliteStore> store = fixture.open();
  std::shared_ptr<store::CardMemory> memory = *store->openCardMemory();
  base::SeededRandom random;
  std::int64_t now = 1;

  void restart() {
    memory.reset();
    store.reset();
    open();
  }
  void open() {
    store = fixture.open();
    memory = *store->openCardMemory();
  }
  PurseOrder order(std::int32_t amount, PurseMove move = PurseMove::Debit) {
    return {base::Id::make(now++, random), kUid, move, amount, 7, static_cast<std::uint32_t>(now)};
  }
  PurseOutcome move(card::Session& session, const PurseOrder& order, IntentLog& log) {
    const auto uid = *base::fromHex(kUid);
    const auto channel = openPurse(session, uid, shopKeys(), random);
    if (!channel) return {.trouble = PurseTrouble::CardFailed, .fault = channel.error()};
    return movePurse(**channel, purseLayout(shopKeys()), order, log);
  }
  PurseOutcome move(card::Session& session, const PurseOrder& order) { return move(session, order, *memory); }
  // The card is laid on a reader of this till.
  bool sees(test::VirtualNative& card) {
    Identifier identifier(std::make_shared<const ShopKeys>(shopKeys()), memory, memory);
    const auto identity = identifier.identify(card, card.uid);
    return identity && identity->trust == ports::Trust::Authenticated;
  }
  [[nodiscard]] std::size_t doubts() const { return store->purseDoubts()->size(); }
  // -1: the file knows nothing of it.
  int endingOf(const PurseOrder& order) {
    auto query =
        store->connection().statement("SELECT ifnull(max(ifnull(ending, 9)), -1) FROM purse_intent WHERE id=?");
    query.bind(1, order.transaction.raw().data(), 16);
    return query.executeStep() ? query.getColumn(0).getInt() : -1;
  }
};

constexpr int kDone = 0;
constexpr int kNotDone = 1;
constexpr int kInDoubt = 2;

// Dies before or after its own work.
class DeadlyLog final : public IntentLog {
 public:
  DeadlyLog(IntentLog& log, int step) : m_log(log), m_step(step) {}
  base::Status begin(const PurseIntent& intent) override {
    die(0);
    auto done = m_log.begin(intent);
    die(1);
    return done;
  }
  base::Status end(const base::Id& transaction, PurseEnd how) override {
    die(2);
    auto done = m_log.end(transaction, how);
    die(3);
    return done;
  }
  base::Result<std::vector<PurseIntent>> openOf(const std::string& uid) override { return m_log.openOf(uid); }
  base::Result<std::uint32_t> knownSequence(const std::string& uid) override { return m_log.knownSequence(uid); }

 private:
  void die(int step) const {
    if (step == m_step) ::kill(::getpid(), SIGKILL);
  }
  IntentLog& m_log;
  const int m_step;
};

struct Death {
  int exchange = -1;
  bool after = false;
  int log_step = -1;
};

// A debit of 300 in a process of its own that dies as told; true if it lived.
bool debitInChild(OneTill& till, VirtualDesfire& card, const PurseOrder& order, const Death& death) {
  till.memory.reset();
  till.store.reset();
  const bool lived = test::inChild(card, [&](int socket) {
    till.open();
    test::Wire wire(socket, death.exchange, death.after);
    DeadlyLog log(*till.memory, death.log_step);
    if (till.move(wire, order, log).end != PurseEnd::Done) ::_exit(1);
  });
  till.open();
  return lived;
}

void checkTruth(OneTill& till, VirtualDesfire& card, const PurseOrder& order) {
  const bool moved = card.application.values[1] == 700;
  CHECK((moved || card.application.values[1] == 1000));
  const int before = till.endingOf(order);
  CHECK((before == -1 || before == kInDoubt || before == (moved ? kDone : kNotDone)));
  if (before == -1) CHECK_FALSE(moved);
  CHECK(till.doubts() == (before == kInDoubt ? 1 : 0));
  REQUIRE(till.sees(card));
  CHECK(till.endingOf(order) == (before == -1 ? -1 : moved ? kDone : kNotDone));
  CHECK(till.doubts() == 0);
  card.leaveField();
}

TEST_CASE("purse: a till killed at each step of the log finds the truth when it sees the card again") {
  for (int step = 0; step < 4; ++step) {
    INFO(step);
    OneTill till;
    auto card = issuedCard();
    const auto order = till.order(300);
    CHECK_FALSE(debitInChild(till, card, order, {.log_step = step}));
    CHECK(till.endingOf(order) == (step == 0 ? -1 : step == 3 ? kDone : kInDoubt));
    checkTruth(till, card, order);
  }
}

TEST_CASE("purse: a till killed before and after each command of the debit") {
  int died = 0;
  int doubts = 0;
  for (int at = 0; at < 60; ++at) {
    for (const bool after : {false, true}) {
      INFO(at << " after " << after);
      OneTill till;
      auto card = issuedCard();
      const auto order = till.order(300);
      const bool lived = debitInChild(till, card, order, {.exchange = at, .after = after});
      if (lived) {
        CHECK(till.endingOf(order) == kDone);
        at = 60;
        break;
      }
      ++died;
      doubts += till.doubts() == 1 ? 1 : 0;
      checkTruth(till, card, order);
      // And then the sale goes on: a new order, where the first was not done.
      if (card.application.values[1] == 1000) CHECK(till.move(card, till.order(300)).end == PurseEnd::Done);
      CHECK(card.application.values[1] == 700);
    }
  }
  CHECK(died >= 20);
  CHECK(doubts > 4);
}

TEST_CASE("purse: two tills and one card, in doubt at the first, met by the second") {
  for (const bool reached : {false, true}) {
    INFO(reached);
    OneTill first(1);
    OneTill second(2);
    auto card = issuedCard();
    const auto order = first.order(300);
    REQUIRE(debitInChild(first, card, order, {.exchange = -1, .log_step = reached ? 2 : 1}) == false);
    CHECK(first.doubts() == 1);
    REQUIRE(second.sees(card));  // it knows of no doubt
    CHECK(second.move(card, second.order(100)).end == PurseEnd::Done);
    card.leaveField();
    REQUIRE(first.sees(card));
    // Not reached, and another till between: nobody can tell from the card alone.
    CHECK(first.endingOf(order) == (reached ? kDone : kInDoubt));
    first.restart();
    CHECK(first.doubts() == (reached ? 0 : 1));
    CHECK(card.application.values[1] == (reached ? 600 : 900));
    // Both together never spend more than there was.
    CHECK(second.move(card, second.order(1000)).trouble == PurseTrouble::TooLittle);
  }
}

TEST_CASE("purse: a copy of the card settles nothing and spends nothing") {
  OneTill till;
  auto card = issuedCard();
  const auto order = till.order(300);
  REQUIRE_FALSE(debitInChild(till, card, order, {.log_step = 2}));
  auto clone = issuedCard();
  clone.application.keys[0] = {0x11};  // everything but the key
  CHECK_FALSE(till.sees(clone));
  CHECK(till.endingOf(order) == kInDoubt);
  CHECK(till.move(clone, till.order(100)).end == PurseEnd::NotDone);
  clone.leaveField();
  auto other = issuedCard();
  other.uid[6] ^= 1;
  const auto key = cardKey(shopKeys(), *shopKeys().desfire, other.uid);
  std::copy(key->view().begin(), key->view().end(), other.application.keys[0].begin());
  CHECK(till.sees(other));  // another card of the shop
  CHECK(till.endingOf(order) == kInDoubt);
  CHECK(till.move(other, till.order(100)).end == PurseEnd::NotDone);
  CHECK(till.sees(card));
  CHECK(till.endingOf(order) == kDone);
}

TEST_CASE("purse: a card of an earlier day is known by the till that debited it, also after a restart") {
  OneTill till;
  auto card = issuedCard();
  auto earlier = card;
  REQUIRE(till.move(card, till.order(300)).end == PurseEnd::Done);
  card.leaveField();
  till.restart();
  CHECK(till.move(earlier, till.order(300)).trouble == PurseTrouble::RolledBack);
  CHECK(earlier.application.values[1] == 1000);
  earlier.leaveField();

  const auto order = till.order(100);
  REQUIRE_FALSE(debitInChild(till, card, order, {.log_step = 2}));
  REQUIRE(till.sees(earlier));
  CHECK(till.endingOf(order) == kInDoubt);  // not its business to say
  REQUIRE(till.sees(card));
  CHECK(till.endingOf(order) == kDone);
  card.leaveField();
  CHECK(till.move(card, till.order(50, PurseMove::Debit)).end == PurseEnd::Done);
}

TEST_CASE("purse: tills whose clocks differ agree by the card's own sequence") {
  OneTill late(1);
  OneTill early(2);
  late.fixture.clock->set(*base::LocalTime::parse("2027-01-01T00:00:00"));
  early.fixture.clock->set(*base::LocalTime::parse("2026-01-01T00:00:00"));
  auto card = issuedCard();
  REQUIRE(late.move(card, late.order(300)).end == PurseEnd::Done);
  card.leaveField();
  const auto order = early.order(100);
  REQUIRE_FALSE(debitInChild(early, card, order, {.log_step = 2}));
  REQUIRE(late.sees(card));
  REQUIRE(early.sees(card));
  CHECK(early.endingOf(order) == kDone);
  CHECK(card.application.values[1] == 600);
}

}  // namespace
