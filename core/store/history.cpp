#include "core/store/history.hpp"

#include "core/journal/codec.hpp"

namespace kahui::store {

base::Status forEachEvent(SqliteStore& store, const DayRange& range, const EachEvent& each) {
  return guarded([&]() -> base::Status {
    auto rows = store.connection().statement("SELECT line FROM journal ORDER BY entry");
    while (rows.executeStep()) {
      const std::string line = rows.getColumn(0).getString();
      const auto event = journal::decode(line);
      if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
      if (range.holds(event->business_date)) KAHUI_TRY(each(*event, line));
    }
    return {};
  });
}

}  // namespace kahui::store
