// The activity log (操作日志): who did what when. Taken from the journal as it stands, which nobody can edit or delete;
// pure over the events that the caller brings (requirements MGR; rulebook section 14, "Rights / log").
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/journal/event.hpp"

namespace kahui::report {

enum class ActivityKind {
  Price,     // prices and discounts by hand (P4, P6)
  Return,    // goods back, bills opened again (X9)
  Drawer,    // opened without a sale, cash moved, shifts counted
  Reveal,    // personal data seen in clear
  Member,    // data corrected, cards, erased
  Points,    // frozen, void, paid out, transferred, exchanged
  Value,     // stored value and count cards by hand
  Pin,       // PINs, staff and their rights
  Refused,   // what somebody tried without the right
  Copy,      // receipts and slips printed again
  Work,      // tasks, benefits, targets, coupon batches
  Settings,  // rules, prices of headquarters, the till itself
};
inline constexpr std::size_t kActivityKinds = 12;
[[nodiscard]] std::string_view activityName(ActivityKind kind);  // price, return …
[[nodiscard]] std::optional<ActivityKind> parseActivityKind(std::string_view name);

struct Activity {
  ActivityKind kind{};
  base::WallTime at;
  base::BusinessDate day;
  std::string type;  // of the event
  std::string operator_code, approver;
  std::int64_t member = 0;
  std::string receipt_no;
  std::optional<base::Money> amount{};
  // What was done: one of kActs, of which document_words has words in both languages.
  std::string act;
  std::string detail;  // of the act: somebody's words, a number, a code that has words, too (detailWord())
};

// nullopt: an everyday event, or one that says again what another one says (the points of a bill).
[[nodiscard]] std::optional<Activity> activityOf(const journal::Event& event);

struct ActivityFilter {
  std::optional<ActivityKind> kind{};
  std::string staff;  // operator or approver
  std::int64_t member = 0;
  std::string receipt;  // or a part of its number
  std::string text;     // in any of code, member number, receipt, note, or in the words of either language
};
// Newest first. `sizes` gets how many of each kind there are besides the kind asked for.
[[nodiscard]] std::vector<Activity> activities(std::span<const journal::Event> events, const ActivityFilter& filter,
                                               std::array<std::size_t, kActivityKinds>* sizes = nullptr);

}  // namespace kahui::report
