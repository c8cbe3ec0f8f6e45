// A till with a reader that the test plays and a member's DESFire with points on it.
#pragma once

#include <chrono>
#include <thread>

#include "core/store/card_memory.hpp"
#include "drivers/card/card_key.hpp"
#include "drivers/card/issuing_identifier.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/support/catch.hpp"
#include "tests/till/till_fixture.hpp"

namespace kahui::test {

inline const member::Credential kCard{member::CredentialKind::Uid, "04A1B2C3D4E5F6"};
inline constexpr card::AesKey kCredit{9, 9, 9};
inline constexpr std::int32_t kCap = 5000;
inline constexpr std::int32_t kPoints = 1000;  // of 1.00 each

inline card::ShopKeys shopKeys() {
  card::ShopKeys keys{.desfire = card::AesKey{7, 7, 7}, .aid = {0xF5, 0x42, 0x30}};
  keys.purse = card::PurseKeys{.record_key = card::AesKey{5, 5, 5}, .credit_key = kCredit, .cap = kCap};
  return keys;
}

inline VirtualDesfire issuedCard() {
  VirtualDesfire made;
  made.addValueFile(1, 3, 0, kCap, kPoints);
  made.addRecordFile(2, 3, card::kPurseRecordSize, 9);
  const auto key = card::cardKey(shopKeys(), *shopKeys().desfire, made.uid);
  std::copy(key->view().begin(), key->view().end(), made.application.keys[0].begin());
  std::copy(kCredit.begin(), kCredit.end(), made.application.keys[2].begin());
  return made;
}

// A till with a reader that the test plays; it may end and begin again on the same store.
struct PurseTill {
  explicit PurseTill(const card::ShopKeys& shop = shopKeys()) : keys(std::make_shared<card::ShopKeys>(shop)) {
    auto filled = store.open();
    const std::vector products{product(1, base::Money(10000))};
    std::vector<ports::Store::JoinError> errors;
    std::vector<ports::MemberToJoin> members{member(kGoldCard, "GLD")};
    members[0].profile.cards = {kCard};
    members[0].card_status = {member::CardStatus::Active};
    REQUIRE(filled->putProducts(products));
    REQUIRE(filled->putStaff({"1001", "李", ports::StaffRole::Cashier, {}}, "123456"));
    REQUIRE(filled->putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "123456"));
    REQUIRE(filled->joinMembers(members, store.clock->now(), store.clock->now().local().date(), errors));
    REQUIRE(errors.empty());
    open(std::move(filled));
  }
  void open(std::unique_ptr<store::SqliteStore> opened) {
    const auto memory = *opened->openCardMemory();
    purse = std::make_shared<card::PurseDesk>(keys, memory, 7);
    cards = std::make_shared<card::IssuingIdentifier>(keys, memory, memory);
    cards->setPurse(purse);
    till::Till::Ports ports;
    ports.store = std::move(opened);
    ports.clock = store.clock;
    ports.random = store.random;
    auto played = std::make_unique<PlayedReader>();
    reader = played.get();
    ports.readers = std::move(played);
    ports.purse = purse;
    ports.hq = hq;
    ports.payment_times = {.poll_ms = 20, .reverse_after_ms = 600'000, .reversals = 2};
    till = std::move(*till::Till::open(std::move(ports)));
    till->start();
    after(till::SignIn{"1001", "123456"});
  }
  void close() {
    till.reset();
    cards.reset();
    purse.reset();
  }
  void restart() {
    close();
    open(store.open());
  }

  std::shared_ptr<const till::Snapshot> look() {
    till->runOnEngine([](ports::Store&) {});
    return till->snapshot();
  }
  std::shared_ptr<const till::Snapshot> after(till::Command command) {
    till->submit(std::move(command));
    return look();
  }
  template <class Pred>
  bool until(Pred pred) {
    for (int tries = 0; tries < 2000; ++tries) {
      if (pred(*look())) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return false;
  }
  bool lay(card::Session& session, base::ByteView uid) {
    const auto identity = cards->identify(session, uid);
    if (identity) {
      reader->play(card::cardRead({"played", ++generation}, *identity, 0));
      reader->play(ports::CardRemoved{{"played", generation}});
    } else {
      reader->play(ports::CardRefused{"played", identity.error()});
    }
    return identity.has_value();
  }
  bool lay(VirtualDesfire& one) {
    const bool told = lay(one, one.uid);
    one.leaveField();
    return told;
  }
  // A bill of S1 for the member of the card, at the tender step.
  std::shared_ptr<const till::Snapshot> bill(VirtualDesfire& one) {
    after(till::NextSale{});
    after(till::AddProduct{"S1"});
    lay(one);
    return after(till::BeginTender{});
  }
  [[nodiscard]] std::vector<ports::OpenPayment> open_payments() { return look()->tenders->open; }

  StoreFixture store;
  std::shared_ptr<const card::ShopKeys> keys;
  std::shared_ptr<card::PurseDesk> purse;
  std::shared_ptr<card::IssuingIdentifier> cards;
  std::shared_ptr<ports::HqDesk> hq;  // from the next open() on; null: the store is its own
  std::unique_ptr<till::Till> till;
  PlayedReader* reader = nullptr;
  std::uint64_t generation = 0;
};

inline bool running(const till::Snapshot& now, till::PaymentView::Stage stage) {
  return now.tender && now.tender->payment && now.tender->payment->stage == stage;
}
inline bool sold(const till::Snapshot& now) { return now.phase == till::Phase::Receipt; }

inline std::string told(const till::Snapshot& now) {
  std::string text = "phase " + std::to_string(static_cast<int>(now.phase));
  if (now.notice) text += " notice " + std::to_string(static_cast<int>(now.notice->code));
  if (now.notice && now.notice->error) text += " " + now.notice->error->detail;
  if (now.tender) text += " rest " + std::to_string(now.tender->rest.value());
  return text;
}

inline std::int32_t valueOf(VirtualDesfire& one) { return one.application.values[1]; }

// The payment waits for the card.
inline void askForPoints(PurseTill& fixture) {
  fixture.after(till::PayByPurse{});
  REQUIRE(fixture.until([](const auto& at) { return running(at, till::PaymentView::Stage::Waiting); }));
}

// The card is laid down until nothing is open any more.
inline bool settledByLaying(PurseTill& fixture, VirtualDesfire& one) {
  return fixture.until([&](const auto& at) {
    if (at.tenders->open.empty()) return true;
    fixture.lay(one);
    return false;
  });
}

// Whole points of the due amount; the rest is paid in cash.
inline void payRest(PurseTill& fixture) {
  const auto now = fixture.look();
  if (now->phase == till::Phase::Tendering) fixture.after(till::PayCash{now->tender->due});
}

}  // namespace kahui::test
