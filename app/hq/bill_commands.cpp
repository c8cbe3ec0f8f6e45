// kahui-hq bills import (S001-86).
#include <iostream>

#include "app/hq/command.hpp"
#include "app/hq/files.hpp"
#include "core/hq/channel_bills.hpp"

namespace kahui::hqserver {

namespace {

int importBills(const DataOptions& options, const std::string& file, const std::string& channel) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto text = readFile(file);
  if (!text) return report(text.error());
  base::SystemRandom random;
  const auto done = hq::importChannelBills(*data->store, channel, *text, clockOf(*data)->now(), random);
  if (!done) return report(done.error());
  for (const hq::BadBill& bad : done->bad) std::cout << "line " << bad.line << ": " << bad.reason << '\n';
  std::cout << done->imported << " of " << done->rows << " bills went in, " << done->repeated << " were there, "
            << done->bad.size() << " bad; the server posts their points within seconds\n";
  return done->bad.empty() ? kDone : kNo;
}

}  // namespace

void addBillCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  auto orders = std::make_shared<std::string>(), channel = std::make_shared<std::string>();
  CLI::App* bills = app.add_subcommand("bills", "Bills of other channels than the stores");
  bills->require_subcommand(1);
  CLI::App* command = bills->add_subcommand("import", "Take finished orders of a site or app; an order goes in once");
  command
      ->add_option("FILE", *orders,
                   "A JSON object a line: order, at, member?, pickup?, lines [sku, name?, qty_milli, amount_fen], paid "
                   "[type, amount_fen]")
      ->required();
  command->add_option("--channel", *channel, "Its code: site, app, …")->required();
  command->callback([&options, orders, channel, &exit_code] { exit_code = importBills(options, *orders, *channel); });
}

}  // namespace kahui::hqserver
