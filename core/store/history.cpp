#include "core/store/history.hpp"

#include "core/journal/codec.hpp"

namespace kahui::store {

base::Status forEachEvent(SqliteStore& store, const DayRange& range, const EachEvent& each) {
  return guarded([&]() -> base::Status {
    // Each event once: without what was appended again, with what was fetched back.
    auto rows = store.connection().statement(
        "SELECT entry, 0, line FROM journal j WHERE NOT EXISTS(SELECT 1 FROM branch b "
        "WHERE j.entry BETWEEN b.first_entry AND b.last_entry) "
        "UNION ALL SELECT after_entry, -entry, line FROM fetched WHERE applied=1 ORDER BY 1, 2");
    while (rows.executeStep()) {
      const std::string line = rows.getColumn(2).getString();
      const auto event = journal::decode(line);
      if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
      if (range.holds(event->business_date)) KAHUI_TRY(each(*event, line));
    }
    return {};
  });
}

}  // namespace kahui::store
