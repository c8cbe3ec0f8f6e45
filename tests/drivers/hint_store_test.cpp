// The two-slot record of an NTAG21x beside what the till's own file knows of that card: a copy or a card of an earlier
// day is told with the card, kept over a restart, and trusted for nothing more than its number.
#include "core/store/card_memory.hpp"
#include "drivers/card/card_key.hpp"
#include "drivers/card/issuing_identifier.hpp"
#include "drivers/card/ntag/type2.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/drivers/virtual_type2.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_fixture.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using ports::CardDoubt;
using ports::Trust;

constexpr const char* kUid = "04e10cda993c80";
constexpr const char* kSignature = "8b76052ee42f5567beb53238b3e3f9950707c0dcc956b5c5efcfdb709b2d82b3";

struct HintTill {
  HintTill() { open(); }
  void open() {
    readers.reset();
    memory.reset();
    store.reset();
    store = fixture.open();
    memory = *store->openCardMemory();
    readers = std::make_shared<IssuingIdentifier>(keys, memory, memory);
    readers->setMemory(memory);
  }
  Identity sees(test::VirtualType2& tag) {
    const auto identity = readers->identify(tag, test::hex(kUid));
    REQUIRE(identity);
    return *identity;
  }

  test::StoreFixture fixture{};
  std::shared_ptr<const ShopKeys> keys = std::make_shared<ShopKeys>(ShopKeys{.ntag21x = AesKey{3, 3, 3}});
  std::unique_ptr<store::SqliteStore> store{};
  std::shared_ptr<store::CardMemory> memory{};
  std::shared_ptr<IssuingIdentifier> readers{};
};

struct Tag {
  explicit Tag(const HintTill& till)
      : secrets(type2Secrets(*cardKey(*till.keys, *till.keys->ntag21x, test::hex(kUid)))) {
    tag.signature = test::hex(kSignature);
  }
  void write(const HintRecord& record) {
    const auto slots = readHint(tag, secrets, test::hex(kUid));
    REQUIRE(slots);
    REQUIRE(writeHint(tag, secrets, test::hex(kUid), *slots, record));
  }
  test::VirtualType2 tag{};
  Type2Secrets secrets;
};

TEST_CASE("hint: a record that goes on is no doubt, and a card without one neither") {
  HintTill till;
  Tag card(till);
  CHECK(till.sees(card.tag).doubt == CardDoubt::None);
  for (std::uint32_t sequence = 1; sequence < 5; ++sequence) {
    card.write({sequence, 100 * sequence});
    const auto seen = till.sees(card.tag);
    CHECK(seen.doubt == CardDoubt::None);
    CHECK(seen.trust == Trust::Genuine);
    CHECK(till.sees(card.tag).doubt == CardDoubt::None);  // the same again
  }
}

TEST_CASE("hint: a card of an earlier day is told, also after a restart, and is no more than its number") {
  HintTill till;
  Tag card(till);
  card.write({4, 400});
  const Tag earlier = card;
  card.write({5, 300});
  CHECK(till.sees(card.tag).doubt == CardDoubt::None);
  till.open();
  Tag copy = earlier;
  const auto seen = till.sees(copy.tag);
  CHECK(seen.doubt == CardDoubt::RolledBack);
  CHECK(seen.trust == Trust::Claim);
  CHECK(till.sees(card.tag).doubt == CardDoubt::None);  // the newest stands
  CHECK(cardRead({"one", 1}, seen, 0).doubt == CardDoubt::RolledBack);
}

TEST_CASE("hint: two cards that went their own ways from one record are a fork, and it is kept") {
  HintTill till;
  Tag card(till);
  card.write({4, 400});
  Tag clone = card;
  card.write({5, 300});
  clone.write({5, 390});
  CHECK(till.sees(card.tag).doubt == CardDoubt::None);
  CHECK(till.sees(clone.tag).doubt == CardDoubt::Forked);
  till.open();
  // Which of both is the member's nobody can tell any more.
  CHECK(till.sees(card.tag).doubt == CardDoubt::Forked);
  card.write({6, 200});
  CHECK(till.sees(card.tag).doubt == CardDoubt::Forked);
  CHECK(till.sees(card.tag).trust == Trust::Claim);
}

TEST_CASE("hint: a record of another shop or torn is none, and without keys nobody reads it") {
  HintTill till;
  Tag card(till);
  card.write({5, 300});
  CHECK(till.sees(card.tag).doubt == CardDoubt::None);
  card.tag.pages[4 * kHintPage + 4] ^= 1;
  CHECK(till.sees(card.tag).doubt == CardDoubt::None);
  IssuingIdentifier without;
  without.setMemory(till.memory);
  CHECK(without.identify(card.tag, test::hex(kUid))->doubt == CardDoubt::None);
}

}  // namespace
