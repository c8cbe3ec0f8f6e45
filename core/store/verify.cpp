#include "core/store/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/journal/chain.hpp"
#include "core/journal/codec.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/trade_tables.hpp"
#include "core/store/verify_model.hpp"
#include "core/store/verify_work.hpp"

namespace kahui::store {

namespace {

constexpr std::size_t kMostProblems = 200;

class Verifier {
 public:
  explicit Verifier(SqliteStore& store) : m_store(store), m_connection(store.connection()) {}

  VerifyReport run() {
    // One read transaction: a till may go on selling beside it.
    m_connection.statement("BEGIN").exec();
    checkFile();
    checkJournal();
    checkReceipts();
    checkSales();
    checkMembers();
    checkCards();
    checkDays();
    checkTrade();
    checkShiftsAndRefs();
    checkPoints();
    checkCoupons();
    checkStored();
    checkPayments();
    checkDesk();
    checkRights();
    verifyWork(m_store, m_model,
               [this](std::string what, std::string where) { problem(std::move(what), std::move(where)); });
    m_connection.statement("COMMIT").exec();
    return std::move(m_report);
  }

 private:
  void problem(std::string what, std::string where) {
    if (m_report.problems.size() < kMostProblems) m_report.problems.push_back({std::move(what), std::move(where)});
  }

  void checkFile() {
    auto query = m_connection.statement("PRAGMA integrity_check(20)");
    while (query.executeStep()) {
      const std::string text = query.getColumn(0).getString();
      if (text != "ok") problem("the database file is damaged: " + text, "file");
    }
  }

  void checkJournal() {
    auto incarnations =
        m_connection.statement("SELECT inc, first_entry, statement, hash FROM incarnation ORDER BY inc");
    struct Start {
      std::uint32_t number;
      std::int64_t first_entry;
      base::Sha256 hash;
    };
    std::vector<Start> starts;
    while (incarnations.executeStep()) {
      const base::Sha256 hash = journal::chainStart(incarnations.getColumn(2).getString());
      if (base::toHex(hash) != base::toHex(base::asBytes(incarnations.getColumn(3).getString()))) {
        problem("the statement of an incarnation was changed",
                fmt::format("incarnation {}", incarnations.getColumn(0).getUInt()));
      }
      starts.push_back({incarnations.getColumn(0).getUInt(), incarnations.getColumn(1).getInt64(), hash});
    }
    if (starts.empty()) return problem("no incarnation", "file");

    loadBranches();
    loadCoupons();
    checkFetched(starts[0].first_entry - 1);
    std::size_t current = 0;
    base::Sha256 hash = starts[0].hash;
    std::int64_t expected_entry = starts[0].first_entry;
    auto rows = m_connection.statement("SELECT entry, line, hash FROM journal ORDER BY entry");
    while (rows.executeStep()) {
      const std::int64_t entry = rows.getColumn(0).getInt64();
      if (entry != expected_entry) problem("entries are missing before this one", fmt::format("entry {}", entry));
      expected_entry = entry + 1;
      while (current + 1 < starts.size() && entry >= starts[current + 1].first_entry) hash = starts[++current].hash;
      const std::string line = rows.getColumn(1).getString();
      hash = journal::chainNext(hash, line);
      if (base::toHex(hash) != base::toHex(base::asBytes(rows.getColumn(2).getString()))) {
        problem("the hash chain breaks", fmt::format("entry {}", entry));
        const std::string stored = rows.getColumn(2).getString();  // go on from what is stored, to name each break once
        if (stored.size() == hash.size()) std::copy(stored.begin(), stored.end(), hash.begin());
      }
      checkEvent(line, entry, starts[current].number,
                 static_cast<std::uint64_t>(entry - starts[current].first_entry + 1));
      checkFetched(entry);
      ++m_report.entries;
    }
  }

  void checkEvent(const std::string& line, std::int64_t entry, std::uint32_t incarnation, std::uint64_t seq) {
    const std::string where = fmt::format("entry {}", entry);
    const auto event = journal::decode(line);
    if (!event) return problem("a journal line cannot be read: " + event.error().detail, where);
    if (event->incarnation != incarnation || event->seq != seq)
      problem("an event carries another number than its place", where);
    const bool copy = std::any_of(m_copies.begin(), m_copies.end(),
                                  [&](const auto& range) { return range.first <= entry && entry <= range.second; });
    if (copy) return;  // appended again: its effects were booked with the first
    for (const std::string& fault : m_model.apply(*event, entry)) problem(fault, where);
  }

  // Coupons that came down were issued elsewhere.
  void loadCoupons() {
    auto rows = m_connection.statement("SELECT serial, unlimited FROM coupon WHERE entry=0");
    while (rows.executeStep())
      m_model.coupons.emplace(rows.getColumn(0).getString(), ModelCoupon{0, rows.getColumn(1).getInt() != 0});
  }

  void loadBranches() {
    auto rows = m_connection.statement("SELECT first_entry, last_entry FROM branch");
    while (rows.executeStep()) m_copies.emplace_back(rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64());
  }

  // What was fetched back while the journal stood at this entry.
  void checkFetched(std::int64_t after_entry) {
    auto rows = m_connection.statement(
        "SELECT entry, line, hash, applied FROM fetched WHERE after_entry=? ORDER BY entry DESC");
    rows.bind(1, after_entry);
    while (rows.executeStep()) {
      const std::int64_t entry = rows.getColumn(0).getInt64();
      const auto number = static_cast<std::uint32_t>(-entry >> 40);
      const auto seq = static_cast<std::uint64_t>(-entry & ((std::int64_t{1} << 40) - 1));
      const std::string where = fmt::format("fetched {}-{}", number, seq);
      const std::string line = rows.getColumn(1).getString();
      const auto before = m_store.hashAt(number, seq - 1);
      if (!before || !*before ||
          base::toHex(journal::chainNext(**before, line)) != base::toHex(base::asBytes(rows.getColumn(2).getString())))
        problem("the hash chain breaks", where);
      if (rows.getColumn(3).getInt() == 0) continue;
      const auto event = journal::decode(line);
      if (!event) return problem("a fetched line cannot be read: " + event.error().detail, where);
      for (const std::string& fault : m_model.applyFetched(*event, entry)) problem(fault, where);
    }
  }

  void checkReceipts() {
    std::int64_t previous = 0;
    for (const auto& [no, sale] : m_model.sales) {
      if (no < 0) continue;
      const bool new_incarnation = (no >> 40) != (previous >> 40);
      const std::int64_t expected = new_incarnation ? ((no >> 40) << 40) + 1 : previous + 1;
      if (no != expected)
        problem("a receipt number is missing before this one",
                fmt::format("receipt {}-{}", no >> 40, no & ((1LL << 40) - 1)));
      previous = no;
    }
  }

  void checkSales() {
    auto rows = m_connection.statement("SELECT no, entry, day, ifnull(member, 0), total, earned FROM sale ORDER BY no");
    while (rows.executeStep()) {
      const auto at = [&](int column) { return rows.getColumn(column).getInt64(); };
      const auto expected = m_model.sales.find(at(0));
      const ModelSale row{at(1), at(2), at(3), at(4), at(5)};
      if (expected == m_model.sales.end() || expected->second != row)
        problem("a sale differs from its journal line", fmt::format("sale {}", at(0)));
      ++m_report.sales;
    }
    if (m_report.sales != static_cast<std::int64_t>(m_model.sales.size()))
      problem("sales are missing beside the journal", "sale");
  }

  void checkMembers() {
    auto rows = m_connection.statement(
        "SELECT no, tier, noncash-hq_noncash, cashable-hq_cashable, lifetime-hq_lifetime, noncash+cashable, "
        "(SELECT count(*) FROM member_hq h WHERE h.no=m.no), ifnull(demoted_from, ''), since_demotion, frozen, status, "
        "ifnull((SELECT code "
        "FROM member_group g WHERE g.member=m.no), ''), ifnull((SELECT h.tier || ' ' || ifnull(h.until, '') FROM "
        "tier_hand h WHERE h.member=m.no), '') FROM member m");
    std::int64_t known = 0;
    while (rows.executeStep()) {
      const std::int64_t no = rows.getColumn(0).getInt64();
      ModelMember row{rows.getColumn(1).getString(),  rows.getColumn(2).getInt64(),
                      rows.getColumn(3).getInt64(),   rows.getColumn(4).getInt64(),
                      rows.getColumn(7).getString(),  rows.getColumn(8).getInt64(),
                      rows.getColumn(9).getInt64(),   {},
                      rows.getColumn(11).getString(), rows.getColumn(12).getString()};
      const auto status = static_cast<member::MemberStatus>(rows.getColumn(10).getInt());
      if (status == member::MemberStatus::Pending || status == member::MemberStatus::Refused)
        row.waits = member::name(status);
      m_report.points_outstanding += base::Points(rows.getColumn(5).getInt64());
      ++m_report.members;
      const auto found = m_model.members.find(no);
      ModelMember expected = found == m_model.members.end() ? ModelMember{} : found->second;
      if (found != m_model.members.end()) ++known;
      if (expected.tier.empty() || rows.getColumn(6).getInt64() != 0) {  // given by headquarters
        expected.tier = row.tier;
        expected.demoted_from = row.demoted_from;
        expected.since_demotion = row.since_demotion;
        expected.waits = row.waits;
        expected.group = row.group;
      }
      if (status == member::MemberStatus::Cancelled) {  // erased
        expected.waits = row.waits;
        expected.group = row.group;
        expected.hand = row.hand;
      }
      if (expected != row) problem("a member's balance or tier differs from the journal", fmt::format("member {}", no));
    }
    if (known != static_cast<std::int64_t>(m_model.members.size()))
      problem("members of the journal are missing", "member");
  }

  void checkCards() {
    auto rows = m_connection.statement("SELECT tail, status FROM card");
    std::size_t known = 0;
    while (rows.executeStep()) {
      const auto expected = m_model.card_status_by_key.find(rows.getColumn(0).getInt64());
      if (expected != m_model.card_status_by_key.end()) ++known;
      const auto status = static_cast<member::CardStatus>(rows.getColumn(1).getInt());
      if (expected != m_model.card_status_by_key.end() && expected->second != member::name(status)) {
        problem("a card's state differs from the journal", fmt::format("card {:x}", rows.getColumn(0).getInt64()));
      }
    }
    if (known != m_model.card_status_by_key.size()) problem("cards of the journal are missing", "card");
  }

  void checkDays() {
    {
      auto rows = m_connection.statement("SELECT day FROM day_total");
      while (rows.executeStep()) m_model.days.try_emplace(rows.getColumn(0).getInt());
    }
    for (const auto& [days, expected] : m_model.days) {
      const auto day = base::BusinessDate::fromDays(days);
      const auto totals = m_store.dayTotals(day);
      if (!totals || *totals != expected) problem("a day's totals differ from the journal", day.iso());
    }
  }

  void checkTrade() {
    journal::TradeRows rows;
    if (!readTrade(m_connection, rows)) return problem("what reports are made of cannot be read", "visit_pack");
    const std::int64_t upto = tradeUpto(m_connection);
    if (upto == 0 && !addFetched(m_connection, rows)) return problem("fetched lines cannot be read", "fetched");
    const auto read = readEvents(m_connection, upto, std::numeric_limits<std::int64_t>::max(),
                                 [&](std::int64_t, const journal::Event& event) { rows.add(event); });
    if (!read) return;  // the journal's own check has named the line
    const auto compare = [this](const auto& folded, const auto& expected, const char* table) {
      if (folded != expected) problem("what reports are made of differs from the journal", table);
    };
    compare(rows.hours, m_model.trade.hours, "trade_hour");
    compare(rows.items, m_model.trade.items, "trade_item");
    compare(rows.item_hours, m_model.trade.item_hours, "trade_item_hour");
    compare(rows.visits, m_model.trade.visits, "trade_visit");
    compare(rows.facts, m_model.trade.facts, "trade_fact");
    compare(rows.joins, m_model.trade.joins, "member_join");
  }

  void checkShiftsAndRefs() {
    auto shifts = m_connection.statement("SELECT id, closed_ms IS NULL FROM shift");
    std::size_t count = 0;
    while (shifts.executeStep()) {
      ++count;
      const auto expected = m_model.shifts.find(shifts.getColumn(0).getInt64());
      if (expected == m_model.shifts.end() || expected->second != (shifts.getColumn(1).getInt() == 1)) {
        problem("a shift differs from the journal", fmt::format("shift {}", shifts.getColumn(0).getInt64()));
      }
    }
    if (count != m_model.shifts.size()) problem("shifts are missing beside the journal", "shift");
    if (m_connection.database().execAndGet("SELECT count(*) FROM sale_ref").getInt64() != m_model.refs) {
      problem("callers' references differ from the journal", "sale_ref");
    }
  }

  // Two sides: what all members hold of their own movements is what the other accounts gave, and the lots of a class
  // hold what is positive of it.
  void checkPoints() {
    auto members = m_connection.statement(
        "SELECT p.member, p.class, sum(p.points), sum(ifnull(p.left, 0)), min(ifnull(p.left, 0)), "
        "CASE p.class WHEN 0 THEN m.noncash-m.hq_noncash ELSE m.cashable-m.hq_cashable END FROM points_move p "
        "LEFT JOIN member m ON m.no=p.member GROUP BY p.member, p.class");
    while (members.executeStep()) {
      const std::int64_t moved = members.getColumn(2).getInt64();
      const std::int64_t left = members.getColumn(3).getInt64();
      const std::string where = fmt::format("member {}", members.getColumn(0).getInt64());
      if (members.getColumn(5).isNull() || moved != members.getColumn(5).getInt64())
        problem("points movements do not sum to the balance", where);
      if (members.getColumn(4).getInt64() < 0 || left != std::max<std::int64_t>(moved, 0))
        problem("points lots do not sum to the balance", where);
    }
  }

  void checkCoupons() {
    auto rows = m_connection.statement("SELECT serial, status FROM coupon WHERE entry<>0");
    std::size_t count = 0;
    const auto from_headquarters = static_cast<std::size_t>(
        m_connection.database().execAndGet("SELECT count(*) FROM coupon WHERE entry=0").getInt64());
    while (rows.executeStep()) {
      ++count;
      const auto expected = m_model.coupons.find(rows.getColumn(0).getString());
      if (expected == m_model.coupons.end() || expected->second.status != rows.getColumn(1).getInt())
        problem("a coupon differs from the journal", fmt::format("coupon row {}", count));
    }
    if (count != m_model.coupons.size() - from_headquarters)
      problem("coupons are missing beside the journal", "coupon");
  }

  void checkStored() {
    std::size_t count = 0;
    auto accounts = m_connection.statement(
        "SELECT a.member, a.principal, a.bonus, (SELECT ifnull(sum(v.principal+v.bonus), 0) FROM value_move v WHERE "
        "v.member=a.member AND v.card='') FROM stored_account a");
    while (accounts.executeStep()) {
      ++count;
      const auto at = [&](int column) { return accounts.getColumn(column).getInt64(); };
      const auto expected = m_model.stored.find(at(0));
      if (expected == m_model.stored.end() || expected->second != ModelStored{at(1), at(2)} || at(3) != at(1) + at(2))
        problem("a stored value differs from the journal", fmt::format("member {}", at(0)));
    }
    if (count != m_model.stored.size()) problem("stored values are missing beside the journal", "stored_account");
    count = 0;
    auto cards = m_connection.statement("SELECT id, left FROM count_card");
    while (cards.executeStep()) {
      ++count;
      const auto expected = m_model.counts.find(cards.getColumn(0).getString());
      if (expected == m_model.counts.end() || expected->second != cards.getColumn(1).getInt64())
        problem("a count card differs from the journal", cards.getColumn(0).getString());
    }
    if (count != m_model.counts.size()) problem("count cards are missing beside the journal", "count_card");
  }

  void checkPayments() {
    std::size_t count = 0;
    auto rows = m_connection.statement("SELECT id, amount, status, sale IS NOT NULL FROM payment");
    while (rows.executeStep()) {
      ++count;
      const auto expected = m_model.payments.find(rows.getColumn(0).getString());
      const bool same = expected != m_model.payments.end() && expected->second.amount == rows.getColumn(1).getInt64() &&
                        expected->second.status == rows.getColumn(2).getInt() &&
                        expected->second.in_bill == (rows.getColumn(3).getInt() != 0);
      if (!same) problem("a payment differs from the journal", rows.getColumn(0).getString());
    }
    if (count != m_model.payments.size()) problem("payments are missing beside the journal", "payment");
  }

  // Claims and exchanges of the member desk.
  void checkDesk() {
    auto claims = m_connection.statement("SELECT receipt, member, points, reversed FROM claim");
    std::size_t count = 0;
    while (claims.executeStep()) {
      const auto at = [&](int column) { return claims.getColumn(column).getInt64(); };
      ++count;
      const auto expected = m_model.claims.find(at(0));
      if (expected == m_model.claims.end() || expected->second != ModelClaim{at(1), at(2), at(3)})
        problem("a claim differs from the journal", fmt::format("claim {}", at(0)));
    }
    if (count != m_model.claims.size()) problem("claims are missing beside the journal", "claim");
    auto away = m_connection.statement("SELECT sale, member, points FROM claim_away");
    count = 0;
    while (away.executeStep()) {
      ++count;
      const auto expected = m_model.claims_away.find(away.getColumn(0).getString());
      if (expected == m_model.claims_away.end() ||
          expected->second != ModelClaim{away.getColumn(1).getInt64(), away.getColumn(2).getInt64(), 0})
        problem("a claim of another till's receipt differs from the journal", away.getColumn(0).getString());
    }
    if (count != m_model.claims_away.size()) problem("claims are missing beside the journal", "claim_away");
    auto exchanges = m_connection.statement("SELECT id, cancelled FROM exchange");
    count = 0;
    while (exchanges.executeStep()) {
      ++count;
      const auto expected = m_model.exchanges.find(base::toHex(base::asBytes(exchanges.getColumn(0).getString())));
      if (expected == m_model.exchanges.end() || expected->second != (exchanges.getColumn(1).getInt() != 0))
        problem("an exchange differs from the journal", fmt::format("exchange row {}", count));
    }
    if (count != m_model.exchanges.size()) problem("exchanges are missing beside the journal", "exchange");
  }

  // What headquarters placed here, and what redemptions took of it.
  void checkRights() {
    std::size_t count = 0;
    auto rows = m_connection.statement("SELECT member, points FROM rights WHERE points<>0");
    while (rows.executeStep()) {
      ++count;
      const auto expected = m_model.rights.find(rows.getColumn(0).getInt64());
      if (expected == m_model.rights.end() || expected->second != rows.getColumn(1).getInt64())
        problem("rights differ from the journal", fmt::format("member {}", rows.getColumn(0).getInt64()));
    }
    const auto held =
        std::count_if(m_model.rights.begin(), m_model.rights.end(), [](const auto& one) { return one.second != 0; });
    if (count != static_cast<std::size_t>(held)) problem("rights are missing beside the journal", "rights");
    auto spends = m_connection.statement("SELECT entry, rights, goodwill FROM offline_spend");
    count = 0;
    while (spends.executeStep()) {
      ++count;
      const auto expected = m_model.spends.find(spends.getColumn(0).getInt64());
      if (expected == m_model.spends.end() ||
          expected->second != std::pair(spends.getColumn(1).getInt64(), spends.getColumn(2).getInt64()))
        problem("a redemption without the line differs from the journal",
                fmt::format("entry {}", spends.getColumn(0).getInt64()));
    }
    if (count != m_model.spends.size()) problem("redemptions are missing beside the journal", "offline_spend");
  }

  SqliteStore& m_store;
  Connection& m_connection;
  Model m_model;
  std::vector<std::pair<std::int64_t, std::int64_t>> m_copies;
  VerifyReport m_report;
};

}  // namespace

base::Result<VerifyReport> verify(SqliteStore& store) {
  return guarded([&]() -> base::Result<VerifyReport> { return Verifier(store).run(); });
}

}  // namespace kahui::store
