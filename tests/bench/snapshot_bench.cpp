// What goes down to a new till: the snapshot of a chain's members, made at headquarters and applied in a real store,
// beside writing the same bytes raw and syncing them once. BENCH_SNAPSHOT_MEMBERS makes it small.
#include <fcntl.h>
#include <unistd.h>

#include "core/base/fd.hpp"
#include "core/hq/orders.hpp"
#include "tests/bench/figures.hpp"
#include "tests/hq/chain_fixture.hpp"

namespace kahui::bench {

namespace {

double seconds(double began_us) { return (now_us() - began_us) / 1e6; }

int run() {
  const auto count = static_cast<int>(fromEnvironment("BENCH_SNAPSHOT_MEMBERS", 60'000));
  test::HqChain chain("2025-12-10T09:00:00");
  test::ChainTill old(chain, 1, 1);
  constexpr int kAtOnce = 1000;
  double began = now_us();
  for (int at = 0; at < count; at += kAtOnce) {
    std::vector<ports::MemberToJoin> some;
    for (int i = at + 1; i <= std::min(count, at + kAtOnce); ++i) some.push_back(test::member(i, "ORD"));
    chain.join(some);
  }
  std::printf("%d members joined at headquarters in %.1f s\n", count, seconds(began));
  began = now_us();
  chain.work();
  std::printf("their changes put in order in %.1f s\n", seconds(began));
  began = now_us();
  chain.makeSnapshots();
  const double made = seconds(began);
  std::string bytes;
  for (const auto& [name, file] : chain.snapshot_files)
    if (name.starts_with("members.")) bytes = file;
  std::printf("snapshot made in %.2f s: %zu bytes, %.1f a member\n", made, bytes.size(),
              static_cast<double>(bytes.size()) / count);
  began = now_us();
  const base::Fd file(::open((chain.folder.path() / "raw").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600));
  if (::write(file.get(), bytes.data(), bytes.size()) < 0 || ::fdatasync(file.get()) != 0) return 1;
  const double raw = seconds(began);
  if (!hq::pruneFeeds(*chain.hq.store, chain.identity.epoch, chain.hq.clock.now().utc_ms)) return 1;
  test::ChainTill fresh(chain, 1, 2);
  began = now_us();
  fresh.sync();
  const double applied = seconds(began);
  if (chain.snapshots_served == 0) return 1;
  std::printf("loaded and applied by a new till in %.1f s, %.0f members/s; its bytes raw with one sync %.3f s\n",
              applied, count / applied, raw);
  static_cast<void>(fresh.memberNow(count));  // throws if the last one did not arrive
  return 0;
}

}  // namespace

}  // namespace kahui::bench

int main() { return kahui::bench::run(); }
