// S10: many tills at once against a small admission limit.
#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "core/sync/compression.hpp"
#include "core/sync/messages.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/hq/hq_process.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

constexpr int kTills = 40;

struct StormTill {
  TillLog log;
  HqClient client;
  std::string body;
  StormTill(HqProcess& hq, int number) : log("storm" + std::to_string(number)), client(hq) {
    const auto answer = client.enrol(hq.enrolCode("0001", std::to_string(number)), log.terminal());
    if (answer.status != 200) throw std::runtime_error(answer.body);
    log.setTime(HqProcess::nowLocal().c_str());
    for (int i = 0; i < 200; ++i) log.add(saleOf(100 + i));
    body = sync::compress(log.batch(1, log.head()));
  }
};

}  // namespace

TEST_CASE("S10 tills that storm a small headquarters come back at different times, and all finish", "[both]") {
  const HqEngine engine;
  // Room for two batches at a time.
  HqProcess hq(HqProcess::Kind::Demo, {"--most-in-flight", "25000", "--workers", "1"},
               engine.isPostgres() ? engine.url() : std::string());
  std::vector<std::unique_ptr<StormTill>> tills;
  for (int i = 1; i <= kTills; ++i) tills.push_back(std::make_unique<StormTill>(hq, i));
  REQUIRE(tills.front()->body.size() < 25'000);
  REQUIRE(tills.front()->body.size() > 5'000);
  std::mutex mutex;
  std::multiset<std::string> waits;
  std::atomic<int> stored = 0, failed = 0;
  std::vector<std::thread> threads;
  for (const auto& till : tills) {
    threads.emplace_back([&, raw = till.get()] {
      for (int attempt = 0; attempt < 60; ++attempt) {
        const auto answer = raw->client.post("/v1/batches", raw->body, "application/zstd");
        if (answer.status == 200) {
          ++stored;
          return;
        }
        if (answer.status != 429 && answer.status != 503) break;
        {
          const std::lock_guard lock(mutex);
          waits.insert(answer.retry_after);
        }
        std::this_thread::sleep_for(std::chrono::seconds(std::stoi(answer.retry_after)));
      }
      ++failed;
    });
  }
  // Beside the storm a till that only asks is answered.
  std::vector<double> answers_ms;
  StormTill calm(hq, 90);
  while (stored + failed < kTills) {
    const auto began = std::chrono::steady_clock::now();
    CHECK(calm.client.get("/v1/ack?inc=1").status == 200);
    answers_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(failed == 0);
  CHECK(stored == kTills);
  CHECK(hq.metric("kahui_events_stored_total") == kTills * 200);
  // They were turned away, and not all sent back for the same second.
  CHECK(waits.size() >= 5);
  CHECK(std::set<std::string>(waits.begin(), waits.end()).size() >= 2);
  std::sort(answers_ms.begin(), answers_ms.end());
  INFO("median " << answers_ms[answers_ms.size() / 2] << " ms of " << answers_ms.size());
  CHECK(answers_ms[answers_ms.size() / 2] < 800);
}

}  // namespace kahui::test
