#include "tests/support/desk_fixture.hpp"

#include <stdexcept>

namespace kahui::test {

DeskFixture::DeskFixture(const std::string& over) : m_fixture({}, over) {
  m_store = m_fixture.open();
  auto apples = product(2, base::Money(1998));
  apples.weighed = true;
  auto tobacco = product(3, base::Money(7000));
  tobacco.no_member_discount = true;
  const std::vector products{product(1, base::Money(10000)), apples, tobacco};
  std::vector<ports::MemberToJoin> members{member(kRegular, "ORD"), member(kGold, "GLD"), member(kBlack, "BLK")};
  members[1].opening = base::Points(120);
  members[1].lifetime = base::Points(320);
  members[1].opening_expires = base::BusinessDate::of(2026, 12, 31);
  members[2].lifetime = base::Points(4000);
  std::vector<ports::Store::JoinError> errors;
  const base::WallTime now = m_fixture.clock->now();
  const bool done = m_store->putProducts(products) &&
                    m_store->putStaff({"1001", "李", ports::StaffRole::Cashier, {}}, "") &&
                    m_store->putStaff({"2001", "王", ports::StaffRole::Leader, {}}, "") &&
                    m_store->putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "") &&
                    m_store->joinMembers(members, now, now.local().date(), errors) && errors.empty();
  if (!done) throw std::runtime_error("the fixture could not be filled");
  reopen();
}

void DeskFixture::reopen() {
  m_desk.reset();
  m_store.reset();
  m_store = m_fixture.open();
  auto desk = till::SaleDesk::open(*m_store, *m_fixture.clock, *m_fixture.random);
  if (!desk) throw std::runtime_error(desk.error().detail);
  m_desk.emplace(std::move(*desk));
}

void DeskFixture::finishJobs() {
  for (;;) {
    const auto more = m_desk->jobStep();
    if (!more) throw std::runtime_error(more.error().detail);
    if (!*more) return;
  }
}

member::Member DeskFixture::memberNow(int number) {
  const auto hit = m_store->memberByCard(cardOf(number));
  if (!hit || !*hit) throw std::runtime_error("no such member");
  return (*hit)->member;
}

member::MemberNo DeskFixture::no(int number) { return memberNow(number).no; }

std::vector<std::string> DeskFixture::problems() {
  const auto report = store::verify(*m_store);
  if (!report) throw std::runtime_error(report.error().detail);
  std::vector<std::string> texts;
  for (const auto& problem : report->problems) texts.push_back(problem.what + " at " + problem.where);
  return texts;
}

till::SellAnswer DeskFixture::sell(std::vector<till::SellLine> lines, std::optional<int> member,
                                   till::SellRequest rest) {
  if (rest.operator_code.empty()) rest.operator_code = "1001";
  if (member) rest.card = till::SellCard{till::SellCard::Kind::Uid, cardOf(*member).value};
  rest.lines = std::move(lines);
  return m_desk->sell(rest);
}

till::ReturnAnswer DeskFixture::giveBack(const std::string& receipt_no, std::vector<sale::ReturnLine> lines) {
  till::ReturnRequest request;
  request.operator_code = "1001";
  request.receipt_no = receipt_no;
  request.lines = std::move(lines);
  return m_desk->giveBack(request);
}

till::SellLine goods(const char* sku, std::int64_t milli) {
  till::SellLine line;
  line.sku = sku;
  line.quantity = base::Quantity(milli);
  return line;
}

}  // namespace kahui::test
