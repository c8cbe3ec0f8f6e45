#include "core/store/member_bills.hpp"

#include <cstdint>
#include <string>

namespace kahui::store {

bool foldMemberBills(Connection& connection) {
  constexpr std::int64_t kLeast = 256, kMost = 512;  // sales; below the least a look-up reads them in no time
  std::int64_t upto = 0, last = 0, sales = 0;
  {
    auto mark = connection.statement("SELECT CAST(value AS INTEGER) FROM meta WHERE key='bills_upto'");
    if (mark.executeStep()) upto = mark.getColumn(0).getInt64();
    auto since =
        connection.statement("SELECT count(*), max(no) FROM (SELECT no FROM sale WHERE no>? ORDER BY no LIMIT ?)");
    since.bind(1, upto);
    since.bind(2, kMost);
    if (!since.executeStep()) return false;
    sales = since.getColumn(0).getInt64();
    last = since.getColumn(1).getInt64();
  }
  if (sales < kLeast) return false;
  // By member, so that a page is touched once.
  auto fold = connection.statement(
      "INSERT OR IGNORE INTO member_bill SELECT member, no FROM sale WHERE no>? AND no<=? AND member IS NOT NULL "
      "ORDER BY member, no");
  fold.bind(1, upto);
  fold.bind(2, last);
  fold.exec();
  auto mark = connection.statement("UPDATE meta SET value=? WHERE key='bills_upto'");
  mark.bind(1, std::to_string(last));
  mark.exec();
  return sales == kMost;
}

}  // namespace kahui::store
