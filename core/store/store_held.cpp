// Bills that wait, and what of them other tills of the store know (tables held_bill, held_owed, held_taken).
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

void bindId(SQLite::Statement& statement, int at, const base::Id& id) {
  statement.bind(at, id.raw().data(), static_cast<int>(id.raw().size()));
}

std::optional<base::Id> idIn(const SQLite::Column& column) {
  const std::string raw = column.getString();
  return base::Id::parse(base::toHex(base::asBytes(raw)));
}

}  // namespace

// Inside a transaction. The note is sealed as a profile is, under the bill's own id; the row is gone with the bill.
void SqliteStore::putHeldBill(const ports::HeldBill& bill) {
  member::Profile note;
  note.name = bill.note;
  note.phone = bill.delivery;  // personal, too
  const base::Bytes sealed = m_sealer.seal(bill.id, Salt{}, note, *m_options.random);
  auto insert = m_connection.statement(
      "INSERT INTO held_bill(id, at_ms, operator, member, total, lines, note, offered) VALUES(?, ?, ?, ?, ?, ?, ?, 0)");
  bindId(insert, 1, bill.id);
  insert.bind(2, bill.at_ms);
  insert.bind(3, bill.operator_code);
  insert.bind(4, bill.member.value());
  insert.bind(5, bill.total.value());
  insert.bind(6, ports::heldContent(bill));
  insert.bind(7, sealed.data(), static_cast<int>(sealed.size()));
  insert.exec();
}

base::Status SqliteStore::holdBill(const ports::HeldBill& bill, journal::Draft draft) {
  return transaction([&]() -> base::Status {
    const auto appended = appendInside(draft);
    if (!appended) return tl::unexpected(appended.error());
    putHeldBill(bill);
    return {};
  });
}

base::Result<bool> SqliteStore::tookOver(const base::Id& origin) {
  return guarded([&]() -> base::Result<bool> {
    auto known = m_connection.statement("SELECT 1 FROM held_taken WHERE origin=?");
    bindId(known, 1, origin);
    return known.executeStep();
  });
}

base::Status SqliteStore::takeOverBill(const ports::HeldBill& bill, const base::Id& origin, journal::Draft draft) {
  const auto before = tookOver(origin);
  if (!before) return tl::unexpected(before.error());
  if (*before) return base::fail(base::ErrorCode::RuleRejected, "BILL_TAKEN");
  return transaction([&]() -> base::Status {
    const auto appended = appendInside(draft);
    if (!appended) return tl::unexpected(appended.error());
    putHeldBill(bill);
    auto taken = m_connection.statement("INSERT INTO held_taken VALUES(?)");
    bindId(taken, 1, origin);
    taken.exec();
    return {};
  });
}

base::Result<std::vector<ports::HeldBill>> SqliteStore::heldBills() {
  return guarded([&]() -> base::Result<std::vector<ports::HeldBill>> {
    auto rows = m_connection.statement(
        "SELECT id, at_ms, operator, member, total, lines, note, offered FROM held_bill ORDER BY at_ms, id");
    std::vector<ports::HeldBill> bills;
    while (rows.executeStep()) {
      const std::string sealed = rows.getColumn(6).getString();
      ports::HeldBill bill;
      const auto id = idIn(rows.getColumn(0));
      if (!id || !ports::readHeldContent(rows.getColumn(5).getString(), bill))
        return base::fail(base::ErrorCode::StoreCorrupt, "a held bill cannot be read");
      bill.id = *id;
      bill.at_ms = rows.getColumn(1).getInt64();
      bill.operator_code = rows.getColumn(2).getString();
      bill.member = member::MemberNo(rows.getColumn(3).getInt64());
      bill.total = base::Money(rows.getColumn(4).getInt64());
      bill.offered = rows.getColumn(7).getInt() != 0;
      const auto note = m_sealer.open(bill.id, Salt{}, base::asBytes(sealed));
      if (!note) return tl::unexpected(note.error());
      bill.note = note->name;
      bill.delivery = note->phone;
      bills.push_back(std::move(bill));
    }
    return bills;
  });
}

base::Status SqliteStore::endHeldBill(const base::Id& id, journal::Draft draft, bool owed) {
  return transaction([&]() -> base::Status {
    auto known = m_connection.statement("SELECT 1 FROM held_bill WHERE id=?");
    bindId(known, 1, id);
    if (!known.executeStep()) return base::fail(base::ErrorCode::UnknownReceipt, "held bill");
    auto remove = m_connection.statement("DELETE FROM held_bill WHERE id=?");
    bindId(remove, 1, id);
    remove.exec();
    if (owed) {
      auto owe = m_connection.statement("INSERT OR IGNORE INTO held_owed VALUES(?)");
      bindId(owe, 1, id);
      owe.exec();
    }
    const auto appended = appendInside(draft);
    return appended ? base::Status{} : tl::unexpected(appended.error());
  });
}

base::Status SqliteStore::markOffered(const base::Id& id) {
  return transaction([&]() -> base::Status {
    auto update = m_connection.statement("UPDATE held_bill SET offered=1 WHERE id=?");
    bindId(update, 1, id);
    update.exec();
    return {};
  });
}

base::Result<std::vector<base::Id>> SqliteStore::owedBills() {
  return guarded([&]() -> base::Result<std::vector<base::Id>> {
    auto rows = m_connection.statement("SELECT id FROM held_owed ORDER BY id");
    std::vector<base::Id> owed;
    while (rows.executeStep())
      if (const auto id = idIn(rows.getColumn(0))) owed.push_back(*id);
    return owed;
  });
}

base::Status SqliteStore::owedTold(const base::Id& id) {
  return transaction([&]() -> base::Status {
    auto remove = m_connection.statement("DELETE FROM held_owed WHERE id=?");
    bindId(remove, 1, id);
    remove.exec();
    return {};
  });
}

}  // namespace kahui::store
