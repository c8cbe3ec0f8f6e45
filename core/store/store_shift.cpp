// The cashier's day beside its events: what a shift's range of the journal holds, bills that wait, lists of receipts.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/journal/codec.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

using nlohmann::json;

namespace {

constexpr std::int64_t kNoEnd = std::int64_t{1} << 62;

// A row's key as its receipt number reads.
std::string receiptOf(const ports::StoreInfo& info, std::int64_t key) {
  constexpr std::int64_t kSerials = (std::int64_t{1} << 40) - 1;
  return fmt::format("{}-{}-{}-{:06}", info.store_no, info.position, key >> 40, key & kSerials);
}

}  // namespace

base::Result<std::optional<ports::ClosedShift>> SqliteStore::lastClosedShift() {
  return guarded([&]() -> base::Result<std::optional<ports::ClosedShift>> {
    auto query = m_connection.statement(
        "SELECT id, day, left_fen FROM shift WHERE closed_ms IS NOT NULL ORDER BY id DESC LIMIT 1");
    if (!query.executeStep()) return std::optional<ports::ClosedShift>();
    ports::ClosedShift shift{
        query.getColumn(0).getInt64(), base::BusinessDate::fromDays(query.getColumn(1).getInt()), {}};
    if (!query.getColumn(2).isNull()) shift.left = base::Money(query.getColumn(2).getInt64());
    return std::optional(shift);
  });
}

// A shift that an earlier program opened has no first entry: it begins behind the last sale before it.
SqliteStore::ShiftRange SqliteStore::rangeOf(std::int64_t shift) {
  auto query = m_connection.statement(
      "SELECT ifnull(first_entry, ifnull((SELECT entry+1 FROM sale WHERE no=after_sale), 1)), last_entry, closed_ms "
      "FROM shift WHERE id=?");
  query.bind(1, shift);
  if (!query.executeStep()) return {};
  ShiftRange range{query.getColumn(0).getInt64(), kNoEnd, query.getColumn(2).isNull()};
  if (!query.getColumn(1).isNull()) range.last = query.getColumn(1).getInt64();
  return range;
}

base::Status SqliteStore::shiftEvents(std::int64_t shift, const std::function<void(const journal::Event&)>& each) {
  return guarded([&]() -> base::Status {
    const ShiftRange range = rangeOf(shift);
    auto rows = m_connection.statement(
        "SELECT line FROM journal j WHERE entry BETWEEN ? AND ? AND NOT EXISTS(SELECT 1 FROM branch b WHERE j.entry "
        "BETWEEN b.first_entry AND b.last_entry) ORDER BY entry");
    rows.bind(1, range.first);
    rows.bind(2, range.last);
    while (rows.executeStep()) {
      const auto event = journal::decode(rows.getColumn(0).getString());
      if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
      each(*event);
    }
    return {};
  });
}

base::Result<ports::PointsBook> SqliteStore::shiftPoints(std::int64_t shift) {
  return guarded([&]() -> base::Result<ports::PointsBook> {
    const ShiftRange range = rangeOf(shift);
    auto totals = m_connection.statement(
        "SELECT ifnull(sum(hq_noncash+hq_cashable), 0), ifnull(sum(noncash+cashable), 0) FROM member");
    if (!totals.executeStep()) return ports::PointsBook{};
    const base::Points confirmed(totals.getColumn(0).getInt64());
    ports::PointsBook book;
    book.opening = confirmed;
    base::Points own_moves;
    auto rows = m_connection.statement(
        "SELECT entry>=?1, account, points<0, sum(points) FROM points_move WHERE entry<=?2 GROUP BY 1, 2, 3");
    rows.bind(1, range.first);
    rows.bind(2, range.last);
    while (rows.executeStep()) {
      const base::Points points(rows.getColumn(3).getInt64());
      if (rows.getColumn(0).getInt() == 0) {
        book.opening += points;
        continue;
      }
      own_moves += points;
      const bool debit = rows.getColumn(2).getInt() != 0;
      switch (static_cast<journal::PointsAccount>(rows.getColumn(1).getInt())) {
        case journal::PointsAccount::Programme:
        case journal::PointsAccount::Granted:
          debit ? void(book.reversed -= points) : void(book.earned += points);
          break;
        case journal::PointsAccount::Redeemed:
        case journal::PointsAccount::Cashed:
        case journal::PointsAccount::Exchanged:
        case journal::PointsAccount::OnCard:
          debit ? void(book.redeemed -= points) : void(book.restored += points);
          break;
        case journal::PointsAccount::Expired: book.expired -= points; break;
        case journal::PointsAccount::Opening:
        case journal::PointsAccount::Adjustment:
        case journal::PointsAccount::Transferred:
        case journal::PointsAccount::Voided:
        case journal::PointsAccount::Headquarters: book.adjusted += points; break;
      }
    }
    book.closing = range.open ? base::Points(totals.getColumn(1).getInt64()) : book.opening + own_moves;
    return book;
  });
}

#define KAHUI_BRIEF                                                         \
  "SELECT s.no, s.at_ms, s.shift, s.total, s.gross<0 OR s.of IS NOT NULL, " \
  "EXISTS(SELECT 1 FROM voided_sale v WHERE v.no=s.no), "                   \
  "ifnull((SELECT c.copies FROM receipt_copy c WHERE c.no=s.no), 0) FROM sale s "

ports::SaleBrief SqliteStore::briefOf(SQLite::Statement& row) const {
  ports::SaleBrief brief;
  brief.receipt_no = receiptOf(m_info, row.getColumn(0).getInt64());
  brief.at_ms = row.getColumn(1).getInt64();
  brief.shift = row.getColumn(2).getInt64();
  brief.total = base::Money(row.getColumn(3).getInt64());
  brief.is_return = row.getColumn(4).getInt() != 0;
  brief.voided = row.getColumn(5).getInt() != 0;
  brief.copies = row.getColumn(6).getInt64();
  return brief;
}

// Table `sale` has no index of days: the day's shifts say where it begins.
base::Result<std::vector<ports::SaleBrief>> SqliteStore::salesOfDay(base::BusinessDate day, int limit) {
  return guarded([&]() -> base::Result<std::vector<ports::SaleBrief>> {
    auto rows = m_connection.statement(KAHUI_BRIEF
                                       "WHERE s.no>(SELECT ifnull(min(h.after_sale), 0) FROM shift h WHERE h.day=?1) "
                                       "AND s.day=?1 ORDER BY s.no DESC LIMIT ?2");
    rows.bind(1, day.days());
    rows.bind(2, limit);
    std::vector<ports::SaleBrief> list;
    while (rows.executeStep()) list.push_back(briefOf(rows));
    return list;
  });
}

base::Result<std::optional<ports::SaleBrief>> SqliteStore::saleBrief(std::string_view receipt_no) {
  const auto key = receiptKey(receipt_no);
  if (!key) return std::optional<ports::SaleBrief>();
  return guarded([&]() -> base::Result<std::optional<ports::SaleBrief>> {
    auto row = m_connection.statement(KAHUI_BRIEF "WHERE s.no=?");
    row.bind(1, *key);
    if (!row.executeStep()) return std::optional<ports::SaleBrief>();
    auto brief = briefOf(row);
    return brief.receipt_no == receipt_no ? std::optional(std::move(brief)) : std::nullopt;
  });
}

base::Result<std::optional<base::Money>> SqliteStore::lowestPaid(std::string_view sku, base::BusinessDate since) {
  return guarded([&]() -> base::Result<std::optional<base::Money>> {
    // The text is looked for before a line is taken apart: most bills do not have the item.
    std::string needle = json(std::string(sku)).dump();
    needle.insert(0, "\"k\":");
    auto rows = m_connection.statement(
        "SELECT j.line FROM sale s JOIN journal j ON j.entry=s.entry WHERE "
        "s.no>(SELECT ifnull(min(h.after_sale), 0) FROM shift h WHERE h.day>=?1) AND s.day>=?1 AND s.of IS NULL AND "
        "s.gross>=0 AND instr(j.line, ?2)>0");
    rows.bind(1, since.days());
    rows.bind(2, needle);
    std::optional<base::Money> lowest;
    while (rows.executeStep()) {
      const auto event = journal::decode(rows.getColumn(0).getString());
      if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
      const auto* sale = std::get_if<journal::SaleCompleted>(&event->payload);
      if (sale == nullptr) continue;
      for (const auto& line : sale->lines) {
        if (line.sku != sku || !line.terms.offer.empty() || line.quantity <= base::Quantity{}) continue;
        const base::Money paid(base::mulDivFloor(line.final.value(), base::kOnePiece.value(), line.quantity.value()));
        if (!lowest || paid < *lowest) lowest = paid;
      }
    }
    return lowest;
  });
}

}  // namespace kahui::store
