// A member by card, by telephone and by the last six digits, opened and ready to show, among very many; bytes a member.
// BENCH_SIZES: numbers of members, by default 1000000; 10000000 takes some minutes and 3 GB.
#include <sstream>

#include "tests/bench/figures.hpp"
#include "tests/support/member_loader.hpp"

using namespace kahui;

namespace {

void measure(std::int64_t count) {
  test::StoreFixture fixture;
  const auto empty = std::filesystem::file_size(store::databasePath(fixture.path()));
  const double start = bench::now_us();
  KAHUI_ASSERT(test::loadMembers(fixture, count));
  const double built_s = (bench::now_us() - start) / 1e6;
  const auto bytes = std::filesystem::file_size(store::databasePath(fixture.path())) - empty;
  std::printf("== %lld members: built in %.0f s, %.1f bytes a member (personal fields sealed)\n",
              static_cast<long long>(count), built_s, static_cast<double>(bytes) / static_cast<double>(count));

  auto store = fixture.open();
  base::SeededRandom random(5);
  const auto draw = [&] { return 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(count))); };
  for (int i = 0; i < 100'000; ++i) KAHUI_ASSERT(store->memberByCard(test::loadedCard(draw())));
  std::vector<double> by_card, by_phone, by_tail;
  for (int i = 0; i < 50'000; ++i) {
    const auto card = test::loadedCard(draw());
    double at = bench::now_us();
    const auto hit = store->memberByCard(card);
    by_card.push_back(bench::now_us() - at);
    KAHUI_ASSERT(hit && *hit && (*hit)->member.profile.cards[0] == card);

    const std::string phone = test::phoneOf(draw());
    at = bench::now_us();
    const auto found = store->memberByPhone(phone);
    by_phone.push_back(bench::now_us() - at);
    KAHUI_ASSERT(found && *found);

    at = bench::now_us();
    const auto some = store->membersByPhoneTail(phone.substr(5), 20);
    by_tail.push_back(bench::now_us() - at);
    KAHUI_ASSERT(some && !some->empty());
  }
  bench::row("member by card, profile opened", by_card);
  bench::row("member by telephone, profile opened", by_phone);
  bench::row("last six digits, up to 20 members opened", by_tail);
}

}  // namespace

int main() {
  const char* sizes = std::getenv("BENCH_SIZES");
  std::istringstream list(sizes != nullptr ? sizes : "1000000");
  for (std::int64_t count = 0; list >> count;) measure(count);
  return 0;
}
