// What a bill may have beside goods.
#pragma once

#include <string>

namespace kahui::till {

// The bill is delivered (S002-23): the fee becomes a line of it. Empty: it is taken along after all.
struct DeliverBill {
  std::string note;  // name, telephone, address, as typed; wiped by the engine once it is sealed or dropped
};

}  // namespace kahui::till
