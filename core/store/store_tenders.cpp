// Stored value, count cards and payments by code.
#include "core/store/blob.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

#define KAHUI_COUNT_CARD "SELECT id, sku, name, sold, left, expires FROM count_card "

ports::OwnedCount readCount(SQLite::Statement& row) {
  return {row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
          row.getColumn(3).getInt(),    row.getColumn(4).getInt(),    dateOf(row.getColumn(5))};
}

// What is open: a payment that may have happened and stands in no bill, a refund that is not known to have happened.
#define KAHUI_OPEN_PAYMENT                                                                                 \
  "SELECT id, refund, provider, amount, code, operator, of, bill, content, begun_ms, status FROM payment " \
  "WHERE status<2 AND sale IS NULL "

ports::OpenPayment readPayment(SQLite::Statement& row) {
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  ports::OpenPayment payment;
  payment.payment = text(0);
  payment.refund = row.getColumn(1).getInt() != 0;
  payment.provider = text(2);
  payment.amount = base::Money(row.getColumn(3).getInt64());
  payment.code = text(4);
  payment.operator_code = text(5);
  payment.of = text(6);
  payment.bill = text(7);
  payment.content = text(8);
  payment.begun_ms = row.getColumn(9).getInt64();
  payment.paid = row.getColumn(10).getInt() == static_cast<int>(PaymentStatus::Paid);
  return payment;
}

}  // namespace

base::Result<std::optional<ports::StoredAccount>> SqliteStore::storedAccount(member::MemberNo no,
                                                                             base::BusinessDate day) {
  KAHUI_TRY(settleMember(no.value()));
  return guarded([&]() -> base::Result<std::optional<ports::StoredAccount>> {
    auto query = m_connection.statement("SELECT principal, bonus FROM stored_account WHERE member=?");
    query.bind(1, no.value());
    if (!query.executeStep()) return std::optional<ports::StoredAccount>();
    ports::StoredAccount account{base::Money(query.getColumn(0).getInt64()),
                                 base::Money(query.getColumn(1).getInt64())};
    auto spent = m_connection.statement(
        "SELECT ifnull(-sum(principal+bonus), 0) FROM value_move WHERE member=? AND card='' AND day=? AND why='PAY'");
    spent.bind(1, no.value());
    spent.bind(2, day.days());
    if (spent.executeStep()) account.spent_on_day = base::Money(spent.getColumn(0).getInt64());
    auto said = m_connection.statement("SELECT principal+bonus, as_of_ms FROM value_hq WHERE member=?");
    said.bind(1, no.value());
    if (said.executeStep()) {
      const base::Money confirmed(said.getColumn(0).getInt64());
      account.hq = {confirmed, account.principal + account.bonus - confirmed, said.getColumn(1).getInt64()};
    }
    return std::optional(account);
  });
}

base::Result<std::vector<ports::OwnedCount>> SqliteStore::countCards(member::MemberNo no) {
  KAHUI_TRY(settleMember(no.value()));
  return guarded([&]() -> base::Result<std::vector<ports::OwnedCount>> {
    auto query =
        m_connection.statement(KAHUI_COUNT_CARD "WHERE member=? AND left>0 ORDER BY expires IS NULL, expires, id");
    query.bind(1, no.value());
    std::vector<ports::OwnedCount> cards;
    while (query.executeStep()) cards.push_back(readCount(query));
    return cards;
  });
}

base::Result<std::optional<ports::OwnedCount>> SqliteStore::countCard(std::string_view card) {
  return guarded([&]() -> base::Result<std::optional<ports::OwnedCount>> {
    auto query = m_connection.statement(KAHUI_COUNT_CARD "WHERE id=?");
    query.bind(1, std::string(card));
    if (!query.executeStep()) return std::optional<ports::OwnedCount>();
    return std::optional(readCount(query));
  });
}

base::Result<std::vector<ports::ValueRow>> SqliteStore::valueHistory(member::MemberNo no, int limit) {
  return guarded([&]() -> base::Result<std::vector<ports::ValueRow>> {
    auto query = m_connection.statement(
        "SELECT v.card, ifnull(c.name, ''), v.why, v.day, v.principal, v.bonus, v.count, v.balance_after, v.left_after "
        "FROM value_move v LEFT JOIN count_card c ON c.id=v.card WHERE v.member=? ORDER BY v.entry DESC, v.n DESC "
        "LIMIT ?");
    query.bind(1, no.value());
    query.bind(2, limit);
    std::vector<ports::ValueRow> rows;
    while (query.executeStep()) {
      const auto at = [&](int column) { return query.getColumn(column); };
      rows.push_back({at(0).getString(), at(1).getString(), at(2).getString(),
                      base::BusinessDate::fromDays(at(3).getInt()), base::Money(at(4).getInt64()),
                      base::Money(at(5).getInt64()), at(6).getInt(), base::Money(at(7).getInt64()), at(8).getInt()});
    }
    return rows;
  });
}

base::Result<std::vector<ports::OpenPayment>> SqliteStore::openPayments() {
  return guarded([&]() -> base::Result<std::vector<ports::OpenPayment>> {
    auto query = m_connection.statement(KAHUI_OPEN_PAYMENT "ORDER BY begun_ms, id");
    std::vector<ports::OpenPayment> open;
    while (query.executeStep()) open.push_back(readPayment(query));
    return open;
  });
}

base::Result<std::optional<ports::OpenPayment>> SqliteStore::openPayment(std::string_view payment) {
  return guarded([&]() -> base::Result<std::optional<ports::OpenPayment>> {
    auto query = m_connection.statement(KAHUI_OPEN_PAYMENT "AND id=?");
    query.bind(1, std::string(payment));
    if (!query.executeStep()) return std::optional<ports::OpenPayment>();
    return std::optional(readPayment(query));
  });
}

}  // namespace kahui::store
