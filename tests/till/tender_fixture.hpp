// A till whose store can be opened again as after kill -9, with a payment service that the test plays.
#pragma once

#include <thread>

#include "core/store/verify.hpp"
#include "drivers/sim/sim_payments.hpp"
#include "tests/till/till_fixture.hpp"

namespace kahui::test {

// Codes by the simulator's script: the last digit says what happens.
inline std::string weChat(char script) { return std::string("13456789012345678").substr(0, 17) + script; }
inline std::string alipay(char script) { return std::string("28123456789012345") + script; }

struct TenderFixture {
  explicit TenderFixture(std::shared_ptr<sim::SimPayments> service = std::make_shared<sim::SimPayments>(),
                         const std::string& over = "{}");

  std::shared_ptr<const till::Snapshot> after(till::Command command);
  std::shared_ptr<const till::Snapshot> look();
  // Looks again until it is so, for at most five seconds; the payments' thread takes its time.
  std::shared_ptr<const till::Snapshot> until(const std::function<bool(const till::Snapshot&)>& so);
  void signIn();
  // The till goes away without a word and comes back on the same store; the service stays what it is.
  void restart();
  [[nodiscard]] std::vector<std::string> problems();
  void onStore(const std::function<void(store::SqliteStore&)>& work);
  [[nodiscard]] std::string journalText();

  StoreFixture store;
  std::shared_ptr<sim::SimPayments> service;
  std::unique_ptr<till::Till> till;
  PlayedReader* reader = nullptr;

 private:
  void open();
  bool m_filled = false;
};

}  // namespace kahui::test
