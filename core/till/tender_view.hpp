// What the screens see of tenders beside cash, stored value, count cards and payments whose end is not known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/ports/tender_store.hpp"
#include "core/till/tender_command.hpp"

namespace kahui::till {

struct TakenView {
  std::string type;  // BANKCARD, STORED, VOUCHER, WECHAT …
  base::Money amount{};
  std::string reference;
  bool electronic = false;  // paid by a code: it must be reversed, not only taken off
};

struct PaymentView {  // under way
  enum class Stage { Asking, Waiting, Reversing, Unknown };
  std::string provider;
  base::Money amount{};
  std::string code;  // masked
  Stage stage{};
};

struct PurseView {  // on the member's card
  base::Points points{};
  base::Money worth{};
};

struct TenderDeskView {
  std::vector<ports::OpenPayment> open;  // not the one under way at the tender step
  bool can_pay_by_code = false;
  int offset_min = 0;  // of the store's zone, for the times in `open`
  struct Plan {        // of a top-up
    base::Money pay{}, bonus{}, after{};
    std::string rule;
  };
  std::optional<Plan> plan{};
  struct Honest {  // where the stored value on the screen comes from
    ports::ConfirmedValue said;
    base::LocalTime at;
    std::optional<base::Money> offline{};  // what may be paid of it without headquarters; none: it can be asked
  };
  std::optional<Honest> honest{};
  std::optional<std::vector<ports::ValueRow>> history{};
};

}  // namespace kahui::till
