#include "tests/till/till_fixture.hpp"

#include <stdexcept>

namespace kahui::test {

namespace {

void fill(store::SqliteStore& store, const base::Clock& clock) {
  auto milk = product(1, base::Money(10000));
  milk.name = "纯牛奶";
  milk.pinyin = "cnn";
  auto apples = product(2, base::Money(1998));
  apples.name = "红富士苹果";
  apples.weighed = true;
  apples.unit = "kg";
  auto tobacco = product(3, base::Money(7000));
  tobacco.no_member_discount = true;
  const std::vector products{milk, apples, tobacco};
  std::vector<ports::MemberToJoin> members{member(kSilverCard, "SLV"), member(kGoldCard, "GLD"),
                                           member(kBlockedCard, "GLD")};
  members[1].opening = base::Points(120);
  members[1].lifetime = base::Points(320);
  members[2].card_status = {member::CardStatus::Blocked};
  std::vector<ports::Store::JoinError> errors;
  const bool done = store.putProducts(products) &&
                    store.putStaff({"1001", "李", ports::StaffRole::Cashier, {}}, "123456") &&
                    store.joinMembers(members, clock.now(), clock.now().local().date(), errors) && errors.empty();
  if (!done) throw std::runtime_error("the fixture could not be filled");
}

}  // namespace

TillFixture::TillFixture(const std::string& vfs, const std::function<void(store::SqliteStore&)>& prepare,
                         const std::function<void(till::Till::Ports&)>& more)
    : store(vfs) {
  store::SqliteStore::Options options;
  options.vfs = vfs;
  auto opened = store.open(options);
  fill(*opened, *store.clock);
  if (prepare) prepare(*opened);
  till::Till::Ports ports;
  ports.store = std::move(opened);
  ports.clock = store.clock;
  ports.random = store.random;
  auto played = std::make_unique<PlayedReader>();
  reader = played.get();
  ports.readers = std::move(played);
  if (more) more(ports);
  auto made = till::Till::open(std::move(ports));
  if (!made) throw std::runtime_error(made.error().detail);
  till = std::move(*made);
  till->start();
}

std::shared_ptr<const till::Snapshot> TillFixture::look() {
  till->runOnEngine([](ports::Store&) {});
  return till->snapshot();
}

std::shared_ptr<const till::Snapshot> TillFixture::after(till::Command command) {
  till->submit(std::move(command));
  return look();
}

std::shared_ptr<const till::Snapshot> TillFixture::signedIn() { return after(till::SignIn{"1001", "123456"}); }

std::optional<base::ErrorCode> errorOf(const till::Snapshot& snapshot) {
  if (!snapshot.notice || !snapshot.notice->error) return std::nullopt;
  return snapshot.notice->error->code;
}

std::optional<till::NoticeCode> noticeOf(const till::Snapshot& snapshot) {
  return snapshot.notice ? std::optional(snapshot.notice->code) : std::nullopt;
}

}  // namespace kahui::test
