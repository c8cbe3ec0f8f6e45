// What stands on this till's counter beside readers (counter.json beside the store): printer, drawer, displays. Belongs
// to the user of the till alone and is replaced as a whole, like devices.json.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.hpp"

namespace kahui::local {

struct CounterSettings {
  std::string printer;     // SPEC of drivers/printer/transport.hpp; empty: none
  bool wide_paper = true;  // 80 mm, else 58
  bool full_font = false;  // the printer's font has the four-byte characters too
  bool cut = true;
  std::string logo;          // picture file above each receipt; empty: none
  std::string invoice_link;  // of the code below each receipt, the bill's number is put behind it; empty: no code
  bool drawer = true;        // behind the printer
  int drawer_pin = 2;        // 2, 5
  std::string display;       // SPEC of the line display, 2400 baud where none is named; empty: none
  bool customer_window = false;
  bool customer_types = false;   // on that window, which takes touches
  std::string header, footer;    // lines above and below each receipt
  bool claim_code = true;        // on a guest's receipt
  std::string receipt_language;  // zh_CN, en; empty: the store's
  std::string language;          // of the screens, likewise; empty: zh_CN
  std::string join_link;         // of the code on the customer's window; empty: none
  bool operator==(const CounterSettings&) const = default;
};

// The defaults where there is no such file. Errors: BadInput or UnknownKey; the detail names file and place.
base::Result<CounterSettings> readCounter(const std::filesystem::path& store_folder);
base::Status writeCounter(const std::filesystem::path& store_folder, const CounterSettings& settings);

}  // namespace kahui::local
