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

json textOf(const ports::HeldWish& wish) {
  json out{{"by", wish.credential}, {"tr", static_cast<int>(wish.trust)}};
  if (wish.points != base::Points{}) out["u"] = wish.points.value();
  if (wish.points_max) out["um"] = 1;
  if (!wish.coupons.empty()) out["cp"] = wish.coupons;
  if (wish.rate) out["dr"] = wish.rate->value();
  if (wish.minus) out["dm"] = wish.minus->value();
  if (!wish.approver.empty()) out["ap"] = wish.approver;
  return out;
}

std::string contentText(const ports::HeldBill& bill) {
  json list = json::array();
  for (const auto& line : bill.lines) {
    json one{{"k", line.sku}, {"q", line.quantity.value()}};
    if (line.override_price) one["ov"] = line.override_price->value();
    if (line.amount) one["am"] = line.amount->value();
    if (!line.offer.empty()) one["of"] = line.offer;
    if (!line.count_card.empty()) one["cc"] = line.count_card;
    list.push_back(std::move(one));
  }
  return json{{"l", std::move(list)}, {"w", textOf(bill.wish)}}.dump();
}

std::optional<base::Money> moneyIn(const json& one, const char* key) {
  return one.contains(key) ? std::optional(base::Money(one[key].get<std::int64_t>())) : std::nullopt;
}

ports::HeldWish wishIn(const json& out) {
  ports::HeldWish wish;
  wish.points = base::Points(out.value("u", std::int64_t{0}));
  wish.points_max = out.contains("um");
  wish.coupons = out.value("cp", std::vector<std::string>());
  if (out.contains("dr")) wish.rate = base::Rate(out["dr"].get<std::int64_t>());
  wish.minus = moneyIn(out, "dm");
  wish.approver = out.value("ap", std::string());
  wish.credential = out.value("by", std::string());
  wish.trust = static_cast<ports::Trust>(out.value("tr", 0));
  return wish;
}

// An earlier program wrote the list of lines alone.
bool readContent(const std::string& text, ports::HeldBill& bill) {
  try {
    const json content = json::parse(text);
    for (const auto& one : content.is_array() ? content : content.at("l"))
      bill.lines.push_back({one.value("k", std::string()), base::Quantity(one.value("q", std::int64_t{0})),
                            moneyIn(one, "ov"), moneyIn(one, "am"), one.value("of", std::string()),
                            one.value("cc", std::string())});
    if (content.is_object()) bill.wish = wishIn(content.at("w"));
    return true;
  } catch (const json::exception&) {
    return false;
  }
}

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

base::Status SqliteStore::holdBill(const ports::HeldBill& bill, journal::Draft draft) {
  // Sealed as a profile is, under the bill's own id; the row is gone with the bill.
  member::Profile note;
  note.name = bill.note;
  const base::Bytes sealed = m_sealer.seal(bill.id, Salt{}, note, *m_options.random);
  const std::string lines = contentText(bill);
  return transaction([&]() -> base::Status {
    const auto appended = appendInside(draft);
    if (!appended) return tl::unexpected(appended.error());
    auto insert = m_connection.statement("INSERT INTO held_bill VALUES(?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, bill.id.raw().data(), static_cast<int>(bill.id.raw().size()));
    insert.bind(2, bill.at_ms);
    insert.bind(3, bill.operator_code);
    insert.bind(4, bill.member.value());
    insert.bind(5, bill.total.value());
    insert.bind(6, lines);
    insert.bind(7, sealed.data(), static_cast<int>(sealed.size()));
    insert.exec();
    return {};
  });
}

base::Result<std::vector<ports::HeldBill>> SqliteStore::heldBills() {
  return guarded([&]() -> base::Result<std::vector<ports::HeldBill>> {
    auto rows = m_connection.statement(
        "SELECT id, at_ms, operator, member, total, lines, note FROM held_bill ORDER BY at_ms, id");
    std::vector<ports::HeldBill> bills;
    while (rows.executeStep()) {
      const std::string raw = rows.getColumn(0).getString();
      const std::string sealed = rows.getColumn(6).getString();
      ports::HeldBill bill;
      const auto id = base::Id::parse(base::toHex(base::asBytes(raw)));
      if (!id || !readContent(rows.getColumn(5).getString(), bill))
        return base::fail(base::ErrorCode::StoreCorrupt, "a held bill cannot be read");
      bill.id = *id;
      bill.at_ms = rows.getColumn(1).getInt64();
      bill.operator_code = rows.getColumn(2).getString();
      bill.member = member::MemberNo(rows.getColumn(3).getInt64());
      bill.total = base::Money(rows.getColumn(4).getInt64());
      const auto note = m_sealer.open(bill.id, Salt{}, base::asBytes(sealed));
      if (!note) return tl::unexpected(note.error());
      bill.note = note->name;
      bills.push_back(std::move(bill));
    }
    return bills;
  });
}

base::Status SqliteStore::endHeldBill(const base::Id& id, journal::Draft draft) {
  return transaction([&]() -> base::Status {
    auto known = m_connection.statement("SELECT 1 FROM held_bill WHERE id=?");
    known.bind(1, id.raw().data(), static_cast<int>(id.raw().size()));
    if (!known.executeStep()) return base::fail(base::ErrorCode::UnknownReceipt, "held bill");
    auto remove = m_connection.statement("DELETE FROM held_bill WHERE id=?");
    remove.bind(1, id.raw().data(), static_cast<int>(id.raw().size()));
    remove.exec();
    const auto appended = appendInside(draft);
    return appended ? base::Status{} : tl::unexpected(appended.error());
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
