// The operators' page in a browser (issue 5, item 8): headquarters and its tills are set up here, browser.py looks.
#include <cstdlib>

#include "core/base/clock.hpp"
#include "core/journal/codec.hpp"
#include "tests/hq/enrolled_till.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

// An event of a type that nobody knows yet, named so that a page that does not escape runs it.
std::string unknownEvent(TillLog& log) {
  std::string line = *journal::encode(log.event(saleOf(100)));
  const std::string known = R"("type":"sale.completed")";
  const std::size_t at = line.find(known);
  REQUIRE(at != std::string::npos);
  return line.replace(at, known.size(), R"("type":"<script>document.title='owned'</script>")");
}

}  // namespace

TEST_CASE("the operators read tills, sales and what is set aside in a browser, and release with the password") {
  HqProcess hq;
  EnrolledTill first(hq, "till-one", "1"), second(hq, "till-two", "2");
  first.log.add(saleOf(8'800, std::pair<std::int64_t, base::Id>{1, first.log.last_id}, 88));
  auto poison = saleOf(100);
  poison.lines.front().final = base::Money(-5);
  first.log.add(poison);
  const std::string event = first.log.last_id.hex();
  first.log.addLine(unknownEvent(first.log));
  REQUIRE(first.send(1, first.log.head()).status == 200);
  // The second till holds back what it has of today; its yesterday was never closed.
  second.log.setTime((base::SystemClock().now().local().date().plusDays(-1).iso() + "T10:00:00").c_str());
  second.log.add(journal::ShiftOpened{1, "1001", base::Money{}});
  second.log.add(saleOf(5'000));
  second.log.add(saleOf(100));
  const std::uint64_t sent = second.log.head() - 1;
  REQUIRE(second.send(1, sent).status == 200);
  sync::Hello hello;
  hello.terminal = "till-two";
  hello.boot = "boot";
  hello.app = "9.8.7";
  hello.demo = true;
  hello.now_ms = base::SystemClock().now().utc_ms;
  hello.incarnations = {{1, {second.log.head(), second.log.hash(second.log.head())}, sent}};
  REQUIRE(second.client.post("/v1/hello", sync::encode(hello)).status == 200);
  REQUIRE(hq.waitFor("kahui_quarantined_events", 1));
  REQUIRE(hq.waitFor("kahui_events_projected_total", static_cast<std::int64_t>(first.log.head() + sent)));

  const char* const kept = std::getenv("KAHUI_PICTURES");
  const TempFolder folder;
  ChildProcess browser({"python3", KAHUI_SOURCE_DIR "/tests/hq/browser.py", hq.adminUrl(), hq.password(), event,
                        kept != nullptr ? kept : folder.path().string()});
  std::string said;
  while (const auto line = browser.line(std::chrono::seconds(120))) said += *line + '\n';
  said += browser.errors();
  INFO(said);
  CHECK(browser.wait(std::chrono::seconds(30)) == 0);
  CHECK(hq.metric("kahui_quarantined_events") == 0);
}

}  // namespace kahui::test
