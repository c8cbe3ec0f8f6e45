// Points on a card that may leave at any moment (faults 36 to 40 of the card notes, as far as they are the card's).
#include <map>

#include "drivers/card/desfire/ev1.hpp"
#include "drivers/card/desfire/purse.hpp"
#include "drivers/card/desfire/transaction_mac.hpp"
#include "drivers/card/ev2.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using test::Faulty;
using test::VirtualDesfire;

constexpr Aid kAid{0xF5, 0x42, 0x30};
const char* const kUid = "04A1B2C3D4E5F6";

struct Killed {};

// Remembers as the disk would; dies at a chosen step.
class MemoryLog final : public IntentLog {
 public:
  base::Status begin(const PurseIntent& intent) override {
    if (die_before_begin) throw Killed{};
    if (fails) return base::fail(base::ErrorCode::StoreFull);
    open.emplace(intent.order.transaction, intent);
    if (die_after_begin) throw Killed{};
    return {};
  }
  base::Result<std::vector<PurseIntent>> openOf(const std::string& uid) override {
    std::vector<PurseIntent> found;
    for (const auto& [id, intent] : open)
      if (intent.order.uid == uid) found.push_back(intent);
    return found;
  }
  base::Result<std::uint32_t> knownSequence(const std::string&) override { return known; }
  base::Status end(const base::Id& transaction, PurseEnd how) override {
    if (die_before_end) throw Killed{};
    ends[transaction] = how;
    if (how != PurseEnd::InDoubt) open.erase(transaction);
    return {};
  }

  bool fails = false;
  std::uint32_t known = 0;
  bool die_before_begin = false;
  bool die_after_begin = false;
  bool die_before_end = false;
  std::map<base::Id, PurseIntent> open{};  // without an end, or in doubt
  std::map<base::Id, PurseEnd> ends{};
};

struct Shop {
  VirtualDesfire card{};
  base::SeededRandom random{11};
  PurseLayout layout{.record_key = SecretKey{Block{5, 5, 5}}};
  std::int64_t now = 1;

  explicit Shop(bool ev2 = true, std::int32_t value = 1000) {
    card.addValueFile(1, 3, 0, 5000, value);
    card.addRecordFile(2, 3, kPurseRecordSize, 6);
    card.speaks_ev2 = ev2;
  }
  std::unique_ptr<Channel> openOn(card::Session& session) {
    if (!selectApplication(session, kAid)) return nullptr;
    if (card.speaks_ev2) {
      auto channel = authenticateEv2First(session, 0, SecretKey{}, random);
      return channel ? std::make_unique<Ev2Channel>(*std::move(channel)) : nullptr;
    }
    auto channel = authenticateAes(session, 0, SecretKey{}, random);
    return channel ? std::make_unique<Ev1Channel>(*std::move(channel)) : nullptr;
  }
  PurseOrder order(std::int32_t amount, PurseMove move = PurseMove::Debit) {
    return {.transaction = base::Id::make(now++, random),
            .uid = kUid,
            .move = move,
            .amount = amount,
            .till = 7,
            .till_sequence = static_cast<std::uint32_t>(now)};
  }
  PurseEnd resolved(const PurseIntent& intent) {
    card.leaveField();
    const auto channel = openOn(card);
    REQUIRE(channel);
    return resolvePurse(*channel, layout, intent);
  }
  std::int32_t value() { return card.application.values[1]; }
};

TEST_CASE("purse: a debit moves value and record together") {
  for (const bool ev2 : {false, true}) {
    Shop shop(ev2);
    MemoryLog log;
    auto channel = shop.openOn(shop.card);
    const auto first = shop.order(300);
    const auto outcome = movePurse(*channel, shop.layout, first, log);
    CHECK(outcome.end == PurseEnd::Done);
    CHECK(outcome.value_before == 1000);
    CHECK(shop.value() == 700);
    CHECK(log.open.empty());
    CHECK(movePurse(*channel, shop.layout, shop.order(50, PurseMove::Credit), log).end == PurseEnd::Done);
    const auto state = readPurse(*channel, shop.layout);
    REQUIRE(state);
    CHECK(state->value == 750);
    CHECK(state->sequence == 2);
    CHECK(state->records.front() ==
          PurseRecord{PurseMove::Debit, 1, first.transaction, 300, 700, 7, first.till_sequence});
  }
}

TEST_CASE("purse: what cannot be is refused before the card is touched") {
  Shop shop;
  MemoryLog log;
  auto channel = shop.openOn(shop.card);
  CHECK(movePurse(*channel, shop.layout, shop.order(1001), log).trouble == PurseTrouble::TooLittle);
  auto other = shop.order(1);
  other.uid = "04A1B2C3D4E5F7";
  CHECK(movePurse(*channel, shop.layout, other, log).trouble == PurseTrouble::OtherCard);
  log.fails = true;
  CHECK(movePurse(*channel, shop.layout, shop.order(1), log).trouble == PurseTrouble::LogFailed);
  log.fails = false;
  CHECK(log.open.empty());
  const auto full = movePurse(*channel, shop.layout, shop.order(4001, PurseMove::Credit), log);
  CHECK(full.end == PurseEnd::NotDone);
  CHECK(full.trouble == PurseTrouble::LimitReached);
  CHECK(shop.value() == 1000);
  CHECK(log.open.empty());
}

// However the debit ends: what the till believes is what the card holds, at once or at the next sighting.
void checkTruth(Shop& shop, MemoryLog& log, const PurseOrder& order, PurseEnd end) {
  const bool moved = shop.value() == 700;
  CHECK((moved || shop.value() == 1000));
  switch (end) {
    case PurseEnd::Done: CHECK(moved); break;
    case PurseEnd::NotDone: CHECK_FALSE(moved); break;
    case PurseEnd::InDoubt: {
      REQUIRE(log.open.contains(order.transaction));
      CHECK(shop.resolved(log.open.at(order.transaction)) == (moved ? PurseEnd::Done : PurseEnd::NotDone));
      CHECK(shop.resolved(log.open.at(order.transaction)) == (moved ? PurseEnd::Done : PurseEnd::NotDone));
      break;
    }
  }
  if (end != PurseEnd::InDoubt) CHECK(log.open.empty());
}

TEST_CASE("purse: torn or spoilt at every exchange, the till never believes what is not so") {
  for (const bool ev2 : {false, true}) {
    int exchanges = 0;
    {
      Shop shop(ev2);
      Faulty whole(shop.card, -1, Faulty::Kind::None);
      MemoryLog log;
      auto channel = shop.openOn(whole);
      REQUIRE(movePurse(*channel, shop.layout, shop.order(300), log).end == PurseEnd::Done);
      exchanges = whole.exchanges();
    }
    int doubts = 0;
    for (const auto kind :
         {Faulty::Kind::Empty, Faulty::Kind::OneByte, Faulty::Kind::LinkUnknown, Faulty::Kind::NotSent,
          Faulty::Kind::FlipLast, Faulty::Kind::Truncate, Faulty::Kind::Short, Faulty::Kind::Repeat}) {
      for (int at = 3; at < exchanges; ++at) {
        INFO("ev2 " << ev2 << " kind " << static_cast<int>(kind) << " at " << at);
        Shop shop(ev2);
        Faulty session(shop.card, at, kind);
        MemoryLog log;
        auto channel = shop.openOn(session);
        REQUIRE(channel);
        const auto order = shop.order(300);
        const auto outcome = movePurse(*channel, shop.layout, order, log);
        CHECK((outcome.end == PurseEnd::Done) == !session.struck());
        shop.card.leaveField();
        checkTruth(shop, log, order, outcome.end);
        if (outcome.end == PurseEnd::InDoubt) {
          ++doubts;
          CHECK(at == exchanges - 1);
        }
      }
    }
    CHECK(doubts == 7);  // the commit, with every fault but NotSent
  }
}

TEST_CASE("purse: a till killed at each step finds the truth after its start") {
  for (int step = 0; step < 3; ++step) {
    INFO(step);
    Shop shop;
    MemoryLog log;
    log.die_before_begin = step == 0;
    log.die_after_begin = step == 1;
    log.die_before_end = step == 2;
    auto channel = shop.openOn(shop.card);
    const auto order = shop.order(300);
    CHECK_THROWS_AS(movePurse(*channel, shop.layout, order, log), Killed);
    shop.card.leaveField();
    CHECK(log.open.contains(order.transaction) == (step > 0));
    for (const auto& [id, intent] : log.open)
      CHECK(shop.resolved(intent) == (shop.value() == 700 ? PurseEnd::Done : PurseEnd::NotDone));
  }
}

TEST_CASE("purse: killed in the midst of the card's commands") {
  class Deadly final : public card::Session {
   public:
    Deadly(card::Session& card, int at, bool after) : m_card(card), m_at(at), m_after(after) {}
    tl::expected<base::Bytes, LinkError> exchange(base::ByteView command) override {
      const bool now = m_count++ == m_at;
      if (now && !m_after) throw Killed{};
      auto answer = m_card.exchange(command);
      if (now) throw Killed{};
      return answer;
    }

   private:
    card::Session& m_card;
    const int m_at;
    const bool m_after;
    int m_count = 0;
  };
  int died = 0;
  for (int at = 3; at < 40; ++at) {
    for (const bool after : {false, true}) {
      INFO(at << " after " << after);
      Shop shop;
      Deadly session(shop.card, at, after);
      MemoryLog log;
      const auto order = shop.order(300);
      try {
        auto channel = shop.openOn(session);
        const auto outcome = movePurse(*channel, shop.layout, order, log);
        CHECK(outcome.end == PurseEnd::Done);
      } catch (const Killed&) {
        ++died;
        shop.card.leaveField();
        for (const auto& [id, intent] : log.open)
          CHECK(shop.resolved(intent) == (shop.value() == 700 ? PurseEnd::Done : PurseEnd::NotDone));
        if (log.open.empty()) CHECK(shop.value() == 1000);
      }
    }
  }
  CHECK(died > 8);
}

TEST_CASE("purse: in doubt, another card is laid down, then another till comes between") {
  for (const bool reached : {false, true}) {
    Shop shop;
    const auto order = shop.order(300);
    const PurseIntent intent{order, 0, 1000};
    MemoryLog log;
    if (reached) {
      auto channel = shop.openOn(shop.card);
      REQUIRE(movePurse(*channel, shop.layout, order, log).end == PurseEnd::Done);
    }
    Shop other;
    other.card.uid[6] ^= 1;
    CHECK(other.resolved(intent) == PurseEnd::InDoubt);

    shop.card.leaveField();
    auto second_till = shop.openOn(shop.card);
    REQUIRE(movePurse(*second_till, shop.layout, shop.order(100), log).end == PurseEnd::Done);
    CHECK(shop.resolved(intent) == (reached ? PurseEnd::Done : PurseEnd::InDoubt));
    // The same value as before is not the same state.
    auto third_till = shop.openOn(shop.card);
    REQUIRE(movePurse(*third_till, shop.layout, shop.order(100, PurseMove::Credit), log).end == PurseEnd::Done);
    CHECK(shop.value() == (reached ? 700 : 1000));
    CHECK(shop.resolved(intent) == (reached ? PurseEnd::Done : PurseEnd::InDoubt));
  }
}

TEST_CASE("purse: two offline tills cannot spend the same points") {
  Shop shop(true, 500);
  MemoryLog first;
  MemoryLog second;
  CHECK(movePurse(*shop.openOn(shop.card), shop.layout, shop.order(400), first).end == PurseEnd::Done);
  shop.card.leaveField();
  CHECK(movePurse(*shop.openOn(shop.card), shop.layout, shop.order(400), second).trouble == PurseTrouble::TooLittle);
  CHECK(shop.value() == 100);
}

TEST_CASE("purse: the card's own limit of offline transactions") {
  Shop shop;
  shop.card.application.signs = true;
  shop.card.application.tmc_limit = 1;
  shop.layout.signs = true;
  MemoryLog log;
  const auto done = movePurse(*shop.openOn(shop.card), shop.layout, shop.order(100), log);
  CHECK(done.end == PurseEnd::Done);
  REQUIRE(done.proof);
  CHECK(done.proof->counter == 1);
  const auto order = shop.order(100);
  const auto limited = movePurse(*shop.openOn(shop.card), shop.layout, order, log);
  CHECK(limited.trouble == PurseTrouble::LimitReached);
  // The card's no bears no proof; looking again settles it.
  CHECK(limited.end == PurseEnd::InDoubt);
  CHECK(shop.resolved(log.open.at(order.transaction)) == PurseEnd::NotDone);
}

TEST_CASE("purse: records prove themselves") {
  const std::optional<SecretKey> key{SecretKey{Block{5, 5, 5}}};
  const PurseRecord record{PurseMove::Credit, 9, base::Id{}, 12, 34, 56, 78};
  const auto bytes = encodePurseRecord(record, key);
  REQUIRE(bytes.size() == kPurseRecordSize);
  CHECK(decodePurseRecord(bytes, key) == record);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto changed = bytes;
    changed[i] ^= 0x10;
    CHECK_FALSE(decodePurseRecord(changed, key));
  }
  CHECK_FALSE(decodePurseRecord(base::ByteView(bytes).first(47), key));
  CHECK(decodePurseRecord(encodePurseRecord(record, std::nullopt), std::nullopt) == record);
}

}  // namespace
