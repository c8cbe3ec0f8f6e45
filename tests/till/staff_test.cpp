// The staff page: people, rights, PINs; a badge as the second way in. Each change is in the journal, and the shop keeps
// somebody who may let others in.
#include "tests/support/catch.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using base::ErrorCode;
using test::errorOf;
using test::noticeOf;
using till::Phase;
using till::StaffDone;

namespace {

const member::Credential kBadge{member::CredentialKind::Uid, "04AABBCCDDEE80"};

struct Manager : test::TillFixture {
  Manager()
      : TillFixture({}, [](store::SqliteStore& filled) {
          REQUIRE(filled.putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "123456"));
        }) {
    after(till::SignIn{"9001", "123456"});
    after(till::OpenStaffDesk{});
  }
  std::shared_ptr<const till::Snapshot> add(const std::string& code, const std::string& pin) {
    return after(till::PutStaff{true, code, "新人", ports::StaffRole::Cashier, {"open_drawer"}, {}, pin});
  }
  std::string reason() { return look()->notice->error ? look()->notice->error->detail : std::string(); }
};

// The staff page's own notice.
std::optional<StaffDone> doneIn(const till::Snapshot& now) {
  if (noticeOf(now) != till::NoticeCode::StaffDone) return std::nullopt;
  for (const auto done :
       {StaffDone::Saved, StaffDone::PinChanged, StaffDone::BadgeWaits, StaffDone::BadgeGiven, StaffDone::BadgeDropped})
    if (now.notice->args.front() == till::name(done)) return done;
  return std::nullopt;
}

const till::StaffRow* row(const till::Snapshot& now, const std::string& code) {
  for (const auto& one : now.staff_desk->people)
    if (one.code == code) return &one;
  return nullptr;
}

}  // namespace

TEST_CASE("staff: a manager lets somebody in, who then signs in with the right that was given") {
  Manager shop;
  REQUIRE(shop.look()->staff_desk);
  CHECK(shop.look()->staff_desk->manages);
  const auto saved = shop.add("1077", "4321");
  CHECK(doneIn(*saved) == StaffDone::Saved);
  REQUIRE(row(*saved, "1077") != nullptr);
  CHECK(row(*saved, "1077")->granted == std::vector<std::string>{"open_drawer"});
  shop.after(till::SignOut{});
  const auto in = shop.after(till::SignIn{"1077", "4321"});
  REQUIRE(in->op);
  const auto rights = till::allRights();
  for (std::size_t i = 0; i < rights.size(); ++i)
    if (rights[i] == till::Right::OpenDrawer) CHECK((in->op->rights >> i & 1U) == 1);
}

TEST_CASE("staff: what cannot be taken says why, and changes nothing") {
  Manager shop;
  shop.add("9001", "4321");
  CHECK(shop.reason() == "STAFF_TAKEN");
  shop.add("10 77", "4321");
  CHECK(shop.reason() == "STAFF_CODE");
  shop.add("1077", "12");
  CHECK(shop.reason() == "STAFF_PIN");
  shop.add("1077", "");
  CHECK(shop.reason() == "STAFF_PIN");
  shop.after(till::PutStaff{false, "9001", "店长", ports::StaffRole::Cashier, {}, {}, {}});
  CHECK(shop.reason() == "LAST_MANAGER");
  shop.after(till::PutStaff{false, "9001", "店长", ports::StaffRole::Manager, {}, {"manage_staff"}, {}});
  CHECK(shop.reason() == "LAST_MANAGER");
  CHECK(row(*shop.after(till::OpenStaffDesk{}), "1077") == nullptr);
}

TEST_CASE("staff: a cashier sees the own line alone, manages nobody, and changes the own PIN with the old one") {
  test::TillFixture shop;
  shop.signedIn();
  const auto page = shop.after(till::OpenStaffDesk{});
  REQUIRE(page->staff_desk);
  CHECK_FALSE(page->staff_desk->manages);
  REQUIRE(page->staff_desk->people.size() == 1);
  const std::string self = page->op->code;
  CHECK(page->staff_desk->people[0].code == self);
  CHECK(errorOf(*shop.after(till::PutStaff{true, "1077", "x", ports::StaffRole::Manager, {}, {}, "4321"})) ==
        ErrorCode::NoRight);
  CHECK(errorOf(*shop.after(till::AwaitBadge{self})) == ErrorCode::NoRight);
  CHECK(errorOf(*shop.after(till::ChangeOwnPin{"000000", "8642"})) == ErrorCode::WrongPin);
  CHECK(doneIn(*shop.after(till::ChangeOwnPin{"123456", "8642"})) == StaffDone::PinChanged);
  shop.after(till::SignOut{});
  CHECK(errorOf(*shop.after(till::SignIn{self, "123456"})) == ErrorCode::WrongPin);
  CHECK(shop.after(till::SignIn{self, "8642"})->phase == Phase::Selling);
}

TEST_CASE("badge: the next card becomes it, and signs in where a code and a PIN would") {
  Manager shop;
  shop.add("1077", "4321");
  CHECK(doneIn(*shop.after(till::AwaitBadge{"1077"})) == StaffDone::BadgeWaits);
  shop.reader->tap(kBadge);
  const auto given = shop.look();
  CHECK(doneIn(*given) == StaffDone::BadgeGiven);
  CHECK(row(*given, "1077")->has_badge);
  shop.after(till::SignOut{});
  shop.reader->tap(kBadge);
  const auto in = shop.look();
  REQUIRE(in->op);
  CHECK(in->op->code == "1077");
  CHECK(in->phase == Phase::Selling);
}

TEST_CASE("badge: a member's card is none, nor one that is somebody else's, and one that is taken away opens nothing") {
  Manager shop;
  shop.add("1077", "4321");
  shop.after(till::AwaitBadge{"1077"});
  shop.reader->tap(test::cardOf(test::kGoldCard));
  CHECK(errorOf(*shop.look()) == ErrorCode::CardTaken);
  shop.after(till::AwaitBadge{"1077"});
  shop.reader->tap(kBadge);
  shop.after(till::AwaitBadge{"9001"});
  shop.reader->tap(kBadge);
  CHECK(errorOf(*shop.look()) == ErrorCode::CardTaken);
  CHECK(doneIn(*shop.after(till::DropBadge{"1077"})) == StaffDone::BadgeDropped);
  shop.after(till::SignOut{});
  shop.reader->tap(kBadge);
  CHECK(shop.look()->phase == Phase::SignedOut);
}

TEST_CASE("badge: on the staff page a card that nobody waits for goes to no bill") {
  Manager shop;
  shop.reader->tap(test::cardOf(test::kGoldCard));
  CHECK_FALSE(shop.look()->member);
  shop.after(till::CloseStaffDesk{});
  shop.reader->tap(test::cardOf(test::kGoldCard));
  CHECK(shop.look()->member);
}
