// The two-slot record of an NTAG21x beside what the till's own file knows of that card: a copy or a card of an earlier
// day is told with the card, kept over a restart, and trusted for nothing more than its number.
#include "core/journal/draft.hpp"
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
constexpr const char* kCredential = "04E10CDA993C80";  // as a reader tells it
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

// The card is a member's with so many points.
member::MemberNo joinWith(HintTill& till, std::int64_t points) {
  std::vector<ports::MemberToJoin> members{test::member(1, "GLD")};
  members[0].profile.cards = {{member::CredentialKind::Uid, kCredential}};
  members[0].card_status = {member::CardStatus::Active};
  members[0].opening = base::Points(points);
  std::vector<ports::Store::JoinError> errors;
  REQUIRE(
      till.store->joinMembers(members, till.fixture.clock->now(), till.fixture.clock->now().local().date(), errors));
  REQUIRE(errors.empty());
  return (*till.store->memberByCard({member::CredentialKind::Uid, kCredential}))->member.no;
}

void grant(HintTill& till, member::MemberNo no, std::int64_t points) {
  REQUIRE(till.store->append(
      journal::makeDraft(till.fixture.clock->now(), till.fixture.clock->now().local().date(), "", *till.fixture.random,
                         journal::PointsGranted{no.value(), base::Points(points), {}, "JOIN_GIFT", "9001"})));
}

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

std::optional<HintRecord> newest(Tag& card) {
  const auto slots = readHint(card.tag, card.secrets, test::hex(kUid));
  return slots ? slots->newest : std::nullopt;
}

TEST_CASE("hint: a member's card gets what the account holds, into the older slot, and only when it changed") {
  HintTill till;
  const auto no = joinWith(till, 120);
  Tag card(till);
  CHECK(till.sees(card.tag).doubt == CardDoubt::None);
  CHECK(newest(card) == HintRecord{1, 120});
  const auto pages = card.tag.pages;
  CHECK(till.sees(card.tag).doubt == CardDoubt::None);
  CHECK(card.tag.pages == pages);  // nothing changed
  grant(till, no, 30);
  CHECK(till.sees(card.tag).trust == Trust::Genuine);
  CHECK(newest(card) == HintRecord{2, 150});
  // The record before it is still whole: it stands in the other slot.
  CHECK(decodeHint(card.secrets, test::hex(kUid), base::ByteView(card.tag.pages).subspan(4 * kHintPage, 16)) ==
        HintRecord{1, 120});
  Tag earlier = card;
  grant(till, no, 1);
  CHECK(till.sees(card.tag).doubt == CardDoubt::None);
  CHECK(newest(card) == HintRecord{3, 151});
  // A copy of an earlier day is told, and gets nothing.
  CHECK(till.sees(earlier.tag).doubt == CardDoubt::RolledBack);
  CHECK(newest(earlier) == HintRecord{2, 150});
}

TEST_CASE("hint: torn at each exchange the older record stays, and the next sighting writes anew") {
  HintTill till;
  const auto no = joinWith(till, 100);
  Tag card(till);
  int torn = 0;
  bool whole = false;
  for (int at = 1; !whole; ++at) {
    INFO(at);
    const auto before = newest(card);
    grant(till, no, 1);
    card.tag.exchanges_left = at;
    static_cast<void>(till.readers->identify(card.tag, test::hex(kUid)));
    whole = card.tag.exchanges_left > 0;
    card.tag.exchanges_left = -1;
    const auto after = newest(card);
    const bool untouched = after == before;
    const bool written = after && after->sequence == (before ? before->sequence : 0) + 1;
    CHECK((untouched || written));
    torn += untouched && !whole ? 1 : 0;
    CHECK(till.sees(card.tag).doubt == CardDoubt::None);
    const auto balance = static_cast<std::uint32_t>((*till.store->memberByNo(no))->points().value());
    CHECK(newest(card)->balance == balance);
    REQUIRE(at < 40);
  }
  CHECK(torn > 6);  // each of the four pages among them
}

TEST_CASE("hint: another's content, a card of nobody and a blocked one are not written") {
  HintTill till;
  Tag card(till);
  till.sees(card.tag);
  CHECK_FALSE(newest(card));  // nobody's
  joinWith(till, 120);
  Tag foreign(till);
  foreign.tag.pages[4 * kHintPage] = 0x03;
  const auto pages = foreign.tag.pages;
  till.sees(foreign.tag);
  CHECK(foreign.tag.pages == pages);
  Tag blocked(till);
  const auto hit = *till.store->memberByCard({member::CredentialKind::Uid, kCredential});
  REQUIRE(till.store->append(
      journal::makeDraft(till.fixture.clock->now(), till.fixture.clock->now().local().date(), "", *till.fixture.random,
                         journal::PointsFrozen{hit->member.no.value(), false, true, {}, "FRAUD", {}, "9001", {}})));
  till.sees(blocked.tag);
  CHECK_FALSE(newest(blocked));
}

}  // namespace
