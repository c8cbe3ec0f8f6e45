// Where concrete classes meet: store, clock, readers, till, and the socket for kahuictl.
#pragma once

#include <memory>

#include "app/local/socket.hpp"
#include "app/local/till_sync.hpp"
#include "app/till/options.hpp"
#include "app/till/sim_demo_reader.hpp"
#include "core/base/clock.hpp"
#include "core/till/till.hpp"
#include "drivers/host/reader_desk.hpp"
#include "drivers/magstripe/typed_reader.hpp"

namespace kahui {

// Destroyed from the last to the first: nobody may ask a till that has gone.
struct OpenTill {
  std::shared_ptr<base::Clock> clock;
  std::shared_ptr<host::ReaderDesk> desk;                // its readers run in the till
  std::shared_ptr<magstripe::TypedReader> typed_reader;  // what a wedge types into the window goes here
  std::unique_ptr<till::Till> till;
  bool staffed = true;  // false: nobody can sign in, a first run was broken off
  sale::ReceiptLanguage receipt_language = sale::ReceiptLanguage::Chinese;
  std::unique_ptr<SimDemoReader> demo_reader;  // null: not a demo store
  std::unique_ptr<local::TillSync> sync;       // null: not enrolled
  std::unique_ptr<local::LocalServer> server;  // null before serve(), and where no socket can be had
};

// The till is open but not started. Errors: those of the store; BadInput for a device, and for a store that is not the
// demo that the options ask for.
base::Result<OpenTill> openTill(const Options& options);

// Orders of kahuictl, after Till::start(). A till that cannot take them sells all the same.
void serve(OpenTill& open, const std::string& store_folder);

}  // namespace kahui
