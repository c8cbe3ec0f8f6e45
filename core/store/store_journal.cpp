#include <fmt/format.h>

#include "core/journal/chain.hpp"
#include "core/journal/codec.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

void bindOptional(SQLite::Statement& statement, int index, const std::optional<base::BusinessDate>& date) {
  if (date) {
    statement.bind(index, date->days());
  } else {
    statement.bind(index);
  }
}

// The receipt number carries the incarnation, so that a restored till cannot print a used one.
std::string receiptText(const ports::StoreInfo& info, std::int64_t number) {
  return fmt::format("{}-{}-{}-{:06}", info.store_no, info.position, info.incarnation, number);
}

}  // namespace

base::Result<ports::Appended> SqliteStore::append(const journal::Draft& draft) {
  base::Result<ports::Appended> appended;
  KAHUI_TRY(transaction([&]() -> base::Status {
    appended = appendInside(draft);
    return appended ? base::Status{} : tl::unexpected(appended.error());
  }));
  if (m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return appended;
}

base::Result<ports::Appended> SqliteStore::appendInside(const journal::Draft& draft) {
  journal::Event event;
  event.id = draft.id;
  event.terminal = m_info.terminal;
  event.incarnation = m_info.incarnation;
  event.seq = m_head.seq + 1;
  event.store_no = m_info.store_no;
  event.position = m_info.position;
  event.business_date = draft.business_date;
  event.at = draft.at;
  event.hlc = std::max(m_head.hlc + 1, draft.at.utc_ms << 16);
  event.rules_version = draft.rules_version;
  event.cause = draft.cause;
  event.payload = draft.payload;
  ports::Appended appended{event.seq, {}};
  if (auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr) {
    ++m_head.receipt;
    sale->receipt_no = receiptText(m_info, m_head.receipt);
    appended.receipt_no = sale->receipt_no;
  }

  const auto line = journal::encode(event);
  if (!line) return tl::unexpected(line.error());
  m_head.hash = journal::chainNext(m_head.hash, *line);
  m_head.hlc = event.hlc;
  m_head.seq = event.seq;
  ++m_head.entry;
  auto insert = m_connection.statement("INSERT INTO journal VALUES(?, ?, ?)");
  insert.bind(1, m_head.entry);
  insert.bindNoCopy(2, *line);
  insert.bindNoCopy(3, m_head.hash.data(), static_cast<int>(m_head.hash.size()));
  insert.exec();
  applyProjections(event);
  return appended;
}

void SqliteStore::applyProjections(const journal::Event& event) {
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr) {
    applySale(*sale, event);
  } else if (const auto* member = std::get_if<journal::MemberRegistered>(&event.payload); member != nullptr) {
    applyMember(*member, event);
  } else if (const auto* card = std::get_if<journal::CardStatusChanged>(&event.payload); card != nullptr) {
    auto update = m_connection.statement("UPDATE card SET status=? WHERE key=?");
    update.bind(1, static_cast<int>(member::parseCardStatus(card->status).value_or(member::CardStatus::Blocked)));
    update.bind(2, LookupKey::parse(card->key).value_or(LookupKey{}).key);
    update.exec();
  } else if (const auto* opened = std::get_if<journal::ShiftOpened>(&event.payload); opened != nullptr) {
    auto insert =
        m_connection.statement("INSERT INTO shift VALUES(?, ?, ?, ?, ?, (SELECT ifnull(max(no), 0) FROM sale), NULL)");
    insert.bind(1, opened->shift);
    insert.bind(2, opened->operator_code);
    insert.bind(3, event.business_date.days());
    insert.bind(4, event.at.utc_ms);
    insert.bind(5, opened->opening_float.value());
    insert.exec();
  } else if (const auto* closed = std::get_if<journal::ShiftClosed>(&event.payload); closed != nullptr) {
    auto update = m_connection.statement("UPDATE shift SET closed_ms=? WHERE id=?");
    update.bind(1, event.at.utc_ms);
    update.bind(2, closed->shift);
    update.exec();
  }
  applyPoints(event);
  applyDay(event);
}

void SqliteStore::applySale(const journal::SaleCompleted& sale, const journal::Event& event) {
  auto insert = m_connection.statement("INSERT INTO sale VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, (std::int64_t{m_info.incarnation} << 40) | m_head.receipt);
  insert.bind(2, m_head.entry);
  insert.bind(3, event.business_date.days());
  insert.bind(4, event.at.utc_ms);
  insert.bind(5, sale.shift);
  if (sale.member) {
    insert.bind(6, sale.member->no);
  } else {
    insert.bind(6);
  }
  insert.bind(7, sale.gross.value());
  insert.bind(8, sale.total.value());
  insert.bind(9, sale.member ? sale.member->earned.value() : 0);
  insert.bind(10, sale.member ? sale.member->used.value() : 0);
  insert.exec();

  if (!sale.ref.empty()) {
    const LookupKey key = m_sealer.refKey(sale.ref);
    auto ref = m_connection.statement("INSERT INTO sale_ref VALUES(?, ?, ?)");
    ref.bind(1, key.key);
    ref.bind(2, key.tail);
    ref.bind(3, m_head.entry);
    ref.exec();
  }
  if (sale.member && !sale.member->bill_tier.empty()) {
    auto update = m_connection.statement(
        "UPDATE member SET tier_since=CASE WHEN tier=?1 THEN tier_since ELSE ?2 END, tier=?1, last_purchase=?2 WHERE "
        "no=?3");
    update.bindNoCopy(1, sale.member->tier_after);
    update.bind(2, event.business_date.days());
    update.bind(3, sale.member->no);
    update.exec();
  }
}

void SqliteStore::applyPoints(const journal::Event& event) {
  int n = 0;
  for (const journal::PointsPosting& posting : journal::pointsPostings(event)) {
    auto insert = m_connection.statement("INSERT INTO points_move VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, posting.member);
    insert.bind(2, m_head.entry);
    insert.bind(3, n++);
    insert.bind(4, static_cast<int>(posting.account));
    insert.bind(5, posting.cashable ? 1 : 0);
    insert.bind(6, posting.points.value());
    insert.bind(7, posting.lifetime.value());
    if (posting.points.value() > 0) {
      insert.bind(8, posting.points.value());
    } else {
      insert.bind(8);
    }
    bindOptional(insert, 9, posting.expires);
    insert.exec();

    auto update = m_connection.statement(
        "UPDATE member SET noncash=noncash+?, cashable=cashable+?, lifetime=lifetime+? WHERE no=?");
    update.bind(1, posting.cashable ? 0 : posting.points.value());
    update.bind(2, posting.cashable ? posting.points.value() : 0);
    update.bind(3, posting.lifetime.value());
    update.bind(4, posting.member);
    update.exec();
  }
}

void SqliteStore::applyDay(const journal::Event& event) {
  const journal::DayTotals day = journal::dayTotals(event);
  if (day.isZero()) return;
  auto upsert = m_connection.statement(
      "INSERT INTO day_total VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT(day) DO UPDATE SET "
      "bills=bills+?2, "
      "member_bills=member_bills+?3, pieces=pieces+?4, gross=gross+?5, net=net+?6, member_net=member_net+?7, "
      "rounding=rounding+?8, "
      "earned=earned+?9, redeemed=redeemed+?10, opening=opening+?11, new_members=new_members+?12");
  const std::int64_t values[] = {event.business_date.days(), day.bills,
                                 day.member_bills,           day.pieces,
                                 day.gross.value(),          day.net.value(),
                                 day.member_net.value(),     day.rounding.value(),
                                 day.earned.value(),         day.redeemed.value(),
                                 day.opening.value(),        day.new_members};
  int index = 0;
  for (const std::int64_t value : values) upsert.bind(++index, value);
  upsert.exec();
}

base::Result<std::optional<ports::StoredSale>> SqliteStore::saleAt(SQLite::Statement& query) {
  if (!query.executeStep()) return std::optional<ports::StoredSale>();
  auto event = journal::decode(query.getColumn(0).getString());
  if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
  return std::optional(ports::StoredSale{std::move(*event)});
}

base::Result<std::optional<ports::StoredSale>> SqliteStore::saleByRef(std::string_view ref) {
  return guarded([&]() {
    const LookupKey key = m_sealer.refKey(ref);
    auto query = m_connection.statement(
        "SELECT j.line FROM sale_ref r JOIN journal j ON j.entry=r.entry WHERE r.key=? AND r.tail=?");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    return saleAt(query);
  });
}

base::Result<std::optional<ports::StoredSale>> SqliteStore::saleByReceipt(std::string_view receipt_no) {
  const auto dash = receipt_no.rfind('-');
  const auto before = dash == std::string_view::npos ? dash : receipt_no.rfind('-', dash - 1);
  if (before == std::string_view::npos) return std::optional<ports::StoredSale>();
  const auto number = [](std::string_view digits) -> std::int64_t {
    std::int64_t value = 0;
    for (const char c : digits)
      value = c < '0' || c > '9' || value > (std::int64_t{1} << 39) / 10 ? -1 : value * 10 + (c - '0');
    return digits.empty() ? -1 : value;
  };
  const std::int64_t incarnation = number(receipt_no.substr(before + 1, dash - before - 1));
  const std::int64_t serial = number(receipt_no.substr(dash + 1));
  if (incarnation < 1 || serial < 1 || incarnation > (1 << 20)) return std::optional<ports::StoredSale>();
  return guarded([&]() {
    auto query = m_connection.statement("SELECT j.line FROM sale s JOIN journal j ON j.entry=s.entry WHERE s.no=?");
    query.bind(1, (incarnation << 40) | serial);
    auto sale = saleAt(query);
    if (sale && *sale && std::get<journal::SaleCompleted>((*sale)->event.payload).receipt_no != receipt_no)
      *sale = std::nullopt;
    return sale;
  });
}

base::Result<std::optional<ports::StoredSale>> SqliteStore::lastSale() {
  return guarded([&]() {
    auto query = m_connection.statement(
        "SELECT j.line FROM sale s JOIN journal j ON j.entry=s.entry ORDER BY s.no DESC LIMIT 1");
    return saleAt(query);
  });
}

base::Result<journal::DayTotals> SqliteStore::dayTotals(base::BusinessDate day) {
  return guarded([&]() -> base::Result<journal::DayTotals> {
    auto query = m_connection.statement(
        "SELECT bills, member_bills, pieces, gross, net, member_net, rounding, earned, redeemed, opening, new_members "
        "FROM day_total WHERE day=?");
    query.bind(1, day.days());
    journal::DayTotals totals;
    if (!query.executeStep()) return totals;
    const auto at = [&](int column) { return query.getColumn(column).getInt64(); };
    totals.bills = at(0);
    totals.member_bills = at(1);
    totals.pieces = at(2);
    totals.gross = base::Money(at(3));
    totals.net = base::Money(at(4));
    totals.member_net = base::Money(at(5));
    totals.rounding = base::Money(at(6));
    totals.earned = base::Points(at(7));
    totals.redeemed = base::Points(at(8));
    totals.opening = base::Points(at(9));
    totals.new_members = at(10);
    return totals;
  });
}

}  // namespace kahui::store
