#include "tests/till/tender_fixture.hpp"

#include <stdexcept>

namespace kahui::test {

namespace {

void fill(store::SqliteStore& store, const base::Clock& clock) {
  auto milk = product(1, base::Money(10000));
  auto apples = product(2, base::Money(1998));
  apples.weighed = true;
  auto lesson = product(4, base::Money(90000));
  lesson.name = "瑜伽课十次卡";
  lesson.uses = 10;
  lesson.valid_days = 90;
  const std::vector products{milk, apples, product(3, base::Money(7000)), lesson};
  std::vector<ports::MemberToJoin> members{member(kSilverCard, "SLV"), member(kGoldCard, "GLD")};
  std::vector<ports::Store::JoinError> errors;
  const bool done = store.putProducts(products) &&
                    store.putStaff({"1001", "李", ports::StaffRole::Cashier, {}}, "123456") &&
                    store.putStaff({"9001", "王", ports::StaffRole::Manager, {}}, "123456") &&
                    store.joinMembers(members, clock.now(), clock.now().local().date(), errors) && errors.empty();
  if (!done) throw std::runtime_error("the fixture could not be filled");
}

}  // namespace

TenderFixture::TenderFixture(std::shared_ptr<sim::SimPayments> with, const std::string& over)
    : store({}, over), service(std::move(with)) {
  open();
}

void TenderFixture::open() {
  auto opened = store.open();
  if (!std::exchange(m_filled, true)) fill(*opened, *store.clock);
  till::Till::Ports ports;
  ports.store = std::move(opened);
  ports.clock = store.clock;
  ports.random = store.random;
  ports.payments = service;
  ports.payment_times = {20, 120, 3};
  auto played = std::make_unique<PlayedReader>();
  reader = played.get();
  ports.readers = std::move(played);
  auto made = till::Till::open(std::move(ports));
  if (!made) throw std::runtime_error(made.error().detail);
  till = std::move(*made);
  till->start();
}

void TenderFixture::restart() {
  till.reset();
  open();
}

void TenderFixture::signIn() { after(till::SignIn{"1001", "123456"}); }

std::shared_ptr<const till::Snapshot> TenderFixture::look() {
  till->runOnEngine([](ports::Store&) {});
  return till->snapshot();
}

std::shared_ptr<const till::Snapshot> TenderFixture::after(till::Command command) {
  till->submit(std::move(command));
  return look();
}

std::shared_ptr<const till::Snapshot> TenderFixture::until(const std::function<bool(const till::Snapshot&)>& so) {
  auto now = look();
  for (int i = 0; i < 500 && !so(*now); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    now = look();
  }
  return now;
}

void TenderFixture::onStore(const std::function<void(store::SqliteStore&)>& work) {
  till->runOnEngine([&](ports::Store& port) { work(dynamic_cast<store::SqliteStore&>(port)); });
}

std::vector<std::string> TenderFixture::problems() {
  std::vector<std::string> found;
  onStore([&](store::SqliteStore& open) {
    const auto report = store::verify(open);
    if (!report) found.push_back(report.error().detail);
    if (report)
      for (const auto& problem : report->problems) found.push_back(problem.what + ": " + problem.where);
  });
  return found;
}

std::string TenderFixture::journalText() {
  std::string text;
  onStore([&](store::SqliteStore& open) {
    auto rows = open.connection().statement("SELECT line FROM journal ORDER BY entry");
    while (rows.executeStep()) text += rows.getColumn(0).getString() + "\n";
  });
  return text;
}

}  // namespace kahui::test
