// A desk without an engine on a store of its own: what a rule makes of requests, on disk.
#pragma once

#include <optional>
#include <string>

#include "core/store/verify.hpp"
#include "core/till/sale_desk.hpp"
#include "tests/support/store_fixture.hpp"

namespace kahui::test {

inline constexpr int kRegular = 2;  // numbers of members; see member() of the store fixture
inline constexpr int kGold = 3;
inline constexpr int kBlack = 4;

class DeskFixture {
 public:
  // `over` overrides parameters of the five-tier preset. Goods: S1 at 100.00, S2 at 19.98 a kg, S3 at 70.00 without
  // member discount. Members: kRegular ORD, kGold GLD with 120 points, kBlack BLK.
  explicit DeskFixture(const std::string& over = "{}");

  void reopen();  // as after a crash or the next morning
  void setTime(const char* local) { m_fixture.clock->set(*base::LocalTime::parse(local)); }
  void finishJobs();
  [[nodiscard]] till::SaleDesk& desk() { return *m_desk; }
  [[nodiscard]] store::SqliteStore& store() { return *m_store; }
  [[nodiscard]] member::MemberNo no(int number);
  [[nodiscard]] member::Member memberNow(int number);
  [[nodiscard]] std::vector<std::string> problems();  // of verify; empty: all holds

  till::SellAnswer sell(std::vector<till::SellLine> lines, std::optional<int> member = {}, till::SellRequest rest = {});
  till::ReturnAnswer giveBack(const std::string& receipt_no, std::vector<sale::ReturnLine> lines);

 private:
  StoreFixture m_fixture;
  std::unique_ptr<store::SqliteStore> m_store;
  std::optional<till::SaleDesk> m_desk;
};

till::SellLine goods(const char* sku, std::int64_t milli = 1000);

}  // namespace kahui::test
