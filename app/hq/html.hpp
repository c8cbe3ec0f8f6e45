// The web page's text. Everything that comes from outside goes through escaped().
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.hpp"
#include "core/hq/recon.hpp"

namespace kahui::hqserver {

struct Overview {
  base::WallTime now;
  bool demo = false;
  std::vector<ports::HqTerminal> terminals;
  std::vector<ports::HqStoreDay> sales;  // of today
  std::vector<ports::HqQuarantine> quarantine;
  std::vector<std::pair<base::BusinessDate, hq::ReconRow>> recon;
};

std::string escaped(std::string_view text);
std::string htmlHead(std::string_view title);
std::string overviewHtml(const Overview& view);

}  // namespace kahui::hqserver
