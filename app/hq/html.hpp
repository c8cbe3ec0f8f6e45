// The web page's text, in English and Chinese. Everything that comes from outside goes through escaped(). The
// database keeps reasons in English; the Chinese page says them in Chinese.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.hpp"
#include "core/hq/recon.hpp"

namespace kahui::hqserver {

enum class Language { English, Chinese };

// What was asked for by name ("en", "zh") wins; then the first known one of a browser's list; then English.
Language languageOf(std::string_view wanted, std::string_view accepted);

struct Overview {
  Language language = Language::English;
  base::WallTime now;
  bool demo = false;
  std::vector<ports::HqTerminal> terminals;
  std::vector<ports::HqStoreDay> sales;  // of today
  std::vector<ports::HqQuarantine> quarantine;
  std::vector<std::pair<base::BusinessDate, hq::ReconRow>> recon;
};

std::string escaped(std::string_view text);
std::string overviewHtml(const Overview& view);
// A page of one sentence with the way back; `detail` is a reason, as the database keeps them.
std::string messageHtml(Language language, std::string_view english, std::string_view chinese,
                        std::string_view detail = {});

}  // namespace kahui::hqserver
