// kahui-hq: headquarters' service and its commands (contracts.md, "Sync").
#include <cstdio>
#include <iostream>

#include "app/hq/command.hpp"
#include "app/hq/pages.hpp"
#include "app/hq/server.hpp"
#include "app/local/core_dumps.hpp"

namespace kahui::hqserver {

int serve(const DataOptions& options, const ServeOptions& serving) {
  auto data = openData(options);
  if (!data) return report(data.error());
  hq::Metrics metrics;
  const std::shared_ptr<const base::Clock> clock = clockOf(*data);
  if (const auto erased = eraseRemembered(*data, clock->now().utc_ms); !erased) return report(erased.error());
  auto pages = Pages::open(*data, clock, metrics);
  if (!pages) return report(pages.error());
  auto workers = Workers::start(*data, clock, metrics, serving.workers);
  if (!workers) return report(workers.error());
  auto server = Server::open(
      {serving.listen, serving.admin, serving.most_in_flight, std::chrono::seconds(serving.slowest_request_s)},
      *data->authority, **workers, metrics, [&](const hq::Request& request) { return (*pages)->handle(request); });
  if (!server) return report(server.error());
  std::cout << "kahui-hq: serving on " << (*server)->address();
  if (!serving.admin.empty()) std::cout << ", operators on " << (*server)->adminAddress();
  std::cout << std::endl;
  (*server)->run();
  workers->reset();  // their last answers still find the server
  return kDone;
}

}  // namespace kahui::hqserver

int main(int argc, char** argv) {
  using namespace kahui::hqserver;
  kahui::local::forbidCoreDumps();
  CLI::App app("Headquarters of a chain of Kahui tills");
  DataOptions data;
  ServeOptions serving;
  int exit_code = kDone;
  addDataOptions(app, data);
  app.add_option("--listen", serving.listen, "Serve tills on ADDR:PORT");
  app.add_option("--admin", serving.admin, "Serve operators (plain HTTP: /live, /ready, /metrics) on ADDR:PORT");
  app.add_option("--workers", serving.workers, "Threads that take batches")->check(CLI::Range(1, 64));
  app.add_option("--most-in-flight", serving.most_in_flight,
                 "Bytes of batches taken at a time; beyond it tills come later");
  app.add_option("--slowest-request", serving.slowest_request_s,
                 "Seconds in which a request has to be there; a slower sender is cut off")
      ->check(CLI::Range(1, 600));
  app.fallthrough();
  addSetupCommands(app, data, exit_code);
  addWorkCommands(app, data, exit_code);
  addStandingCommands(app, data, exit_code);
  addBillCommands(app, data, exit_code);
  addCampaignCommands(app, data, exit_code);
  addCounterCommands(app, data, exit_code);
  addReportCommands(app, data, exit_code);
  addOperationCommands(app, data, exit_code);
  addSupportCommands(app, data, exit_code);
  app.require_subcommand(0, 1);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wish) {
    return app.exit(wish);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "kahui-hq: %s; see 'kahui-hq --help'\n", error.what());
    return kWrongUse;
  }
  if (!app.get_subcommands().empty()) return exit_code;
  if (serving.listen.empty()) {
    std::fprintf(stderr, "kahui-hq: neither a command nor --listen is given; see 'kahui-hq --help'\n");
    return kWrongUse;
  }
  return serve(data, serving);
}
