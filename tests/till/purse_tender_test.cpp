// Points on the member's card pay a bill: torn at each exchange, killed at each, a copy, an earlier day, a return, a
// manager's word. The card and the bill agree in the end, or the till says that it does not know.
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <set>
#include <thread>

#include "core/base/fd.hpp"
#include "core/store/card_memory.hpp"
#include "drivers/card/card_key.hpp"
#include "drivers/card/issuing_identifier.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/support/catch.hpp"
#include "tests/till/till_fixture.hpp"

namespace {

using namespace kahui;
using card::AesKey;
using test::Faulty;
using test::VirtualDesfire;
using till::Phase;

const member::Credential kCard{member::CredentialKind::Uid, "04A1B2C3D4E5F6"};
constexpr AesKey kCredit{9, 9, 9};
constexpr std::int32_t kPoints = 1000;  // of 1.00 each

card::ShopKeys shopKeys() {
  card::ShopKeys keys{.desfire = AesKey{7, 7, 7}, .aid = {0xF5, 0x42, 0x30}};
  keys.purse = card::PurseKeys{.record_key = AesKey{5, 5, 5}, .credit_key = kCredit};
  return keys;
}

VirtualDesfire issuedCard() {
  VirtualDesfire made;
  made.addValueFile(1, 3, 0, 5000, kPoints);
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
    const std::vector products{test::product(1, base::Money(10000))};
    std::vector<ports::Store::JoinError> errors;
    std::vector<ports::MemberToJoin> members{test::member(test::kGoldCard, "GLD")};
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
    auto played = std::make_unique<test::PlayedReader>();
    reader = played.get();
    ports.readers = std::move(played);
    ports.purse = purse;
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

  test::StoreFixture store;
  std::shared_ptr<const card::ShopKeys> keys;
  std::shared_ptr<card::PurseDesk> purse;
  std::shared_ptr<card::IssuingIdentifier> cards;
  std::unique_ptr<till::Till> till;
  test::PlayedReader* reader = nullptr;
  std::uint64_t generation = 0;
};

bool running(const till::Snapshot& now, till::PaymentView::Stage stage) {
  return now.tender && now.tender->payment && now.tender->payment->stage == stage;
}
bool sold(const till::Snapshot& now) { return now.phase == Phase::Receipt; }

std::string told(const till::Snapshot& now) {
  std::string text = "phase " + std::to_string(static_cast<int>(now.phase));
  if (now.notice) text += " notice " + std::to_string(static_cast<int>(now.notice->code));
  if (now.notice && now.notice->error) text += " " + now.notice->error->detail;
  if (now.tender) text += " rest " + std::to_string(now.tender->rest.value());
  return text;
}

std::int32_t valueOf(VirtualDesfire& one) { return one.application.values[1]; }

// The payment waits for the card.
void askForPoints(PurseTill& fixture) {
  fixture.after(till::PayByPurse{});
  REQUIRE(fixture.until([](const auto& at) { return running(at, till::PaymentView::Stage::Waiting); }));
}

// The card is laid down until nothing is open any more.
bool settledByLaying(PurseTill& fixture, VirtualDesfire& one) {
  return fixture.until([&](const auto& at) {
    if (at.tenders->open.empty()) return true;
    fixture.lay(one);
    return false;
  });
}

// Whole points of the due amount; the rest is paid in cash.
void payRest(PurseTill& fixture) {
  const auto now = fixture.look();
  if (now->phase == Phase::Tendering) fixture.after(till::PayCash{now->tender->due});
}

TEST_CASE("points on the card pay a bill, and the shift counts them", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  auto now = fixture.bill(one);
  REQUIRE(now->tender);
  REQUIRE(now->tender->purse);
  CHECK(now->tender->purse->points == base::Points(kPoints));
  CHECK(now->tender->purse->worth == base::Money(kPoints * 100));
  const std::int64_t points = now->tender->next.value() / 100;
  askForPoints(fixture);
  CHECK(valueOf(one) == kPoints);
  CHECK(fixture.look()->tender->payment->code == "****E5F6");
  REQUIRE(fixture.lay(one));
  REQUIRE(fixture.until([](const auto& at) { return !at.tender || !at.tender->payment; }));
  payRest(fixture);
  REQUIRE(fixture.until(sold));
  CHECK(valueOf(one) == kPoints - points);
  const auto receipt = fixture.look()->receipt;
  REQUIRE(receipt);
  CHECK(receipt->tenders.front().type == "CARDPURSE");
  CHECK(receipt->tenders.front().amount == base::Money(points * 100));
  CHECK(fixture.open_payments().empty());
  fixture.after(till::NextSale{});
  now = fixture.after(till::ReadShift{});
  REQUIRE(now->shift);
  REQUIRE(now->shift->sheet);
  bool counted = false;
  for (const auto& tender : now->shift->sheet->sheet.figures.tenders) counted = counted || tender.type == "CARDPURSE";
  CHECK(counted);
}

TEST_CASE("no card, no keys, no points: the tender is not offered", "[purse]") {
  PurseTill fixture;
  fixture.after(till::AddProduct{"S1"});
  auto now = fixture.after(till::BeginTender{});
  CHECK_FALSE(now->tender->purse);
  CHECK(fixture.after(till::PayByPurse{})->notice->error->detail == "NO_CARD_PURSE");
  // The member's card at the tender step makes it possible; another person's does not.
  fixture.after(till::CancelTender{});
  auto one = issuedCard();
  fixture.lay(one);
  fixture.after(till::BeginTender{});
  CHECK(fixture.look()->tender->purse);
  fixture.after(till::CancelTender{});
  fixture.after(till::CancelSale{});
  one.application.values[1] = 0;
  now = fixture.bill(one);
  CHECK(fixture.after(till::PayByPurse{})->notice->error->detail == "CARD_TOO_LITTLE");
}

TEST_CASE("a card that is never laid down is not waited for for ever, and Esc ends it", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  fixture.bill(one);
  askForPoints(fixture);
  fixture.after(till::CancelTender{});
  REQUIRE(fixture.until([](const auto& at) { return at.tender && !at.tender->payment; }));
  CHECK(fixture.open_payments().empty());
  fixture.lay(one);
  CHECK(valueOf(one) == kPoints);  // nobody asks for it any more
}

TEST_CASE("torn at each exchange the card pays once or not at all, and the till knows", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  one.application.values[1] = 5000;
  int doubts = 0, paid = 0;
  for (int at = 0;; ++at) {
    bool reached = false;
    for (const auto kind : {Faulty::Kind::NotSent, Faulty::Kind::LinkUnknown}) {
      INFO("at " << at << " kind " << static_cast<int>(kind));
      if (valueOf(one) < 200) {
        one.application.values[1] += 4000;
        one.leaveField();
      }
      REQUIRE(fixture.bill(one)->tender->purse);
      const std::int32_t before = valueOf(one);
      const auto points = static_cast<std::int32_t>(fixture.look()->tender->next.value() / 100);
      askForPoints(fixture);
      Faulty torn(one, at, kind);
      fixture.lay(torn, one.uid);
      one.leaveField();
      reached = reached || torn.exchanges() <= at;
      CHECK((valueOf(one) == before || valueOf(one) == before - points));
      const bool moved = valueOf(one) == before - points;
      // It lies there again: now it is known, or it is done.
      for (int again = 0; again < 3 && fixture.look()->phase == Phase::Tendering; ++again) {
        if (running(*fixture.look(), till::PaymentView::Stage::Waiting) && !moved) ++doubts;
        fixture.lay(one);
        fixture.until([](const auto& now) { return !now.tender || !now.tender->payment; });
        if (fixture.look()->tender && fixture.look()->tender->taken.empty()) askForPoints(fixture);
      }
      payRest(fixture);
      if (!fixture.until(sold)) FAIL(told(*fixture.look()));
      CHECK(valueOf(one) == before - points);
      CHECK(fixture.look()->receipt->tenders.front().type == "CARDPURSE");
      CHECK(fixture.open_payments().empty());
      ++paid;
    }
    if (reached) break;
    REQUIRE(at < 200);
  }
  CHECK(paid > 40);
  CHECK(doubts > 10);
}

// What the till did before it died stays done on the parent's card.
class Wire final : public card::Session {
 public:
  Wire(int socket, int dies_at, bool after) : m_socket(socket), m_dies_at(dies_at), m_after(after) {}
  tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView command) override {
    const bool last = m_count++ == m_dies_at;
    if (last && !m_after) ::kill(::getpid(), SIGKILL);
    if (::send(m_socket, command.data(), command.size(), 0) < 0) return tl::unexpected(card::LinkError::NotSent);
    base::Bytes answer(4096);
    const ssize_t size = ::recv(m_socket, answer.data(), answer.size(), 0);
    if (last) ::kill(::getpid(), SIGKILL);
    if (size < 2) return tl::unexpected(card::LinkError::Unknown);
    answer.resize(static_cast<std::size_t>(size));
    return answer;
  }

 private:
  const int m_socket, m_dies_at;
  const bool m_after;
  int m_count = 0;
};

// Pays a bill in a process of its own that dies at the n-th exchange of the paying card; true if it lived.
bool payInChild(PurseTill& fixture, VirtualDesfire& one, int dies_at, bool after) {
  fixture.close();
  int sockets[2] = {-1, -1};
  REQUIRE(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, sockets) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(sockets[0]);
    // Chance of its own: the parent's does not move on by what a child draws.
    fixture.store.random = std::make_shared<base::SeededRandom>(static_cast<std::uint64_t>(1000 + 2 * dies_at + after));
    fixture.open(fixture.store.open());
    Wire telling(sockets[1], -1, false);
    fixture.after(till::AddProduct{"S1"});
    fixture.lay(telling, one.uid);
    fixture.after(till::BeginTender{});
    fixture.after(till::PayByPurse{});
    if (!fixture.until([](const auto& at) { return running(at, till::PaymentView::Stage::Waiting); })) {
      std::fprintf(stderr, "%s\n", told(*fixture.look()).c_str());
      ::_exit(3);
    }
    Wire paying(sockets[1], dies_at, after);
    fixture.lay(paying, one.uid);
    ::_exit(0);
  }
  ::close(sockets[1]);
  const base::Fd served(sockets[0]);
  base::Bytes command(4096);
  for (;;) {
    const ssize_t size = ::recv(served.get(), command.data(), command.size(), 0);
    if (size <= 0) break;
    const auto answer = one.exchange(base::ByteView(command).first(static_cast<std::size_t>(size)));
    if (answer && ::send(served.get(), answer->data(), answer->size(), MSG_NOSIGNAL) < 0) break;
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  one.leaveField();
  REQUIRE_FALSE((WIFEXITED(status) && WEXITSTATUS(status) == 3));
  return WIFEXITED(status);
}

TEST_CASE("killed at each exchange the till finds its payment, and the card tells what became of it", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  int doubts = 0, finished = 0;
  std::set<std::string> receipts;
  bool lived = false;
  for (int at = 0; !lived; at += 3) {
    for (const bool after : {false, true}) {
      INFO("at " << at << " after " << after);
      one.application.values[1] = kPoints;
      one.leaveField();
      lived = payInChild(fixture, one, at, after) || lived;
      fixture.open(fixture.store.open());
      const bool moved = valueOf(one) < kPoints;
      fixture.until([](const auto& now) { return now.tenders->open.empty() || now.tenders->open.front().paid; });
      if (!fixture.open_payments().empty() && !fixture.open_payments().front().paid) {
        ++doubts;
        fixture.lay(one);
        fixture.until([](const auto& now) { return now.tenders->open.empty() || now.tenders->open.front().paid; });
        fixture.after(till::CancelSale{});
        fixture.after(till::DetachMember{});
        fixture.restart();
        fixture.until([](const auto& now) { return now.tenders->open.empty() || now.tenders->open.front().paid; });
      }
      const auto open = fixture.open_payments();
      if (moved && open.empty()) {  // it died after the bill was done
        const auto receipt = fixture.after(till::ShowLastReceipt{})->receipt;
        REQUIRE(receipt);
        CHECK(receipt->tenders.front().type == "CARDPURSE");
        CHECK(receipts.insert(receipt->receipt_no).second);
        continue;
      }
      REQUIRE(open.size() == (moved ? 1U : 0U));
      if (!moved) continue;
      CHECK(open.front().provider == "CARDPURSE");
      fixture.after(till::ResumePayment{open.front().payment});
      payRest(fixture);
      REQUIRE(fixture.until(sold));
      CHECK(fixture.open_payments().empty());
      CHECK(receipts.insert(fixture.look()->receipt->receipt_no).second);
      ++finished;
    }
    REQUIRE(at < 200);
  }
  CHECK(finished > 1);
  CHECK(doubts > 1);
}

// A payment that the card made and whose answer nobody saw.
void leaveInDoubt(PurseTill& fixture, VirtualDesfire& one, bool reached) {
  fixture.bill(one);
  askForPoints(fixture);
  struct Cut final : card::Session {
    card::Session& under;
    bool reaches;
    bool gone = false;
    Cut(card::Session& session, bool whether) : under(session), reaches(whether) {}
    tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView command) override {
      if (gone) return tl::unexpected(card::LinkError::NotSent);
      if (command.size() > 1 && command[1] == 0xC7) {
        gone = true;
        if (reaches) static_cast<void>(under.exchange(command));
        return tl::unexpected(card::LinkError::Unknown);
      }
      return under.exchange(command);
    }
  };
  Cut cut(one, reached);
  fixture.lay(cut, one.uid);
  one.leaveField();
}

TEST_CASE("a doubt is in the list, and a manager lets the bill go: the card gets back what it gave", "[purse]") {
  for (const bool reached : {false, true}) {
    INFO(reached);
    PurseTill fixture;
    auto one = issuedCard();
    leaveInDoubt(fixture, one, reached);
    CHECK((valueOf(one) < kPoints) == reached);
    // The customer has gone: the till gives up, and the bill waits in the list.
    fixture.after(till::ReversePayment{});
    REQUIRE(fixture.until([](const auto& at) { return running(at, till::PaymentView::Stage::Unknown); }));
    fixture.after(till::SetPaymentAside{});
    auto open = fixture.open_payments();
    REQUIRE(open.size() == 1);
    CHECK_FALSE(open[0].paid);
    const std::string payment = open[0].payment;
    fixture.after(till::GiveBackPayment{payment, "", {"9001", "123456"}});
    CHECK(fixture.look()->notice->error->detail == "BAD_REASON");
    fixture.after(till::GiveBackPayment{payment, "客人已离店", {}});
    CHECK(test::errorOf(*fixture.look()) == base::ErrorCode::NoRight);
    fixture.after(till::GiveBackPayment{payment, "客人已离店", {"9001", "123456"}});
    CHECK(test::noticeOf(*fixture.look()) == till::NoticeCode::PurseOwed);
    open = fixture.open_payments();
    REQUIRE(open.size() == 1);
    CHECK(open[0].refund);
    fixture.restart();  // what is owed is owed after a restart
    REQUIRE(settledByLaying(fixture, one));
    CHECK(valueOf(one) == kPoints);
    fixture.lay(one);
    CHECK(valueOf(one) == kPoints);  // once
  }
}

TEST_CASE("goods that come back give the points back to the card, torn or not", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  fixture.bill(one);
  askForPoints(fixture);
  fixture.lay(one);
  fixture.until([](const auto& at) { return !at.tender || !at.tender->payment; });
  payRest(fixture);
  REQUIRE(fixture.until(sold));
  const std::string receipt = fixture.look()->receipt->receipt_no;
  CHECK(valueOf(one) < kPoints);
  fixture.after(till::NextSale{});
  fixture.after(till::BeginReturn{receipt});
  fixture.after(till::ReturnAll{});
  fixture.after(till::ConfirmReturn{});
  REQUIRE(fixture.until([](const auto& at) { return at.tenders->open.size() == 1; }));
  CHECK(fixture.open_payments()[0].refund);
  REQUIRE(fixture.until([](const auto& at) { return at.notice && at.notice->code == till::NoticeCode::PurseOwed; }));
  fixture.after(till::NextSale{});
  for (int at = 0; at < 30 && valueOf(one) < kPoints; at += 5) {
    Faulty torn(one, at, Faulty::Kind::LinkUnknown);
    fixture.lay(torn, one.uid);
    one.leaveField();
  }
  REQUIRE(settledByLaying(fixture, one));
  CHECK(valueOf(one) == kPoints);
  fixture.lay(one);
  CHECK(valueOf(one) == kPoints);
}

TEST_CASE("a card of an earlier day pays nothing, and a copy without the key is no card of the shop", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  auto earlier = one;
  fixture.bill(one);
  askForPoints(fixture);
  fixture.lay(one);
  fixture.until([](const auto& at) { return !at.tender || !at.tender->payment; });
  payRest(fixture);
  REQUIRE(fixture.until(sold));
  const auto now = fixture.bill(earlier);
  CHECK_FALSE(now->tender->purse);
  CHECK(valueOf(earlier) == kPoints);
  fixture.after(till::CancelTender{});
  fixture.after(till::CancelSale{});
  auto clone = issuedCard();
  clone.application.keys[0] = {0x11};
  CHECK_FALSE(fixture.lay(clone));
}

}  // namespace
