// Incarnations, and the two ways back after a restore: lines that were fetched back from headquarters, and a branch of
// the till's own that is appended again (protocol.md, "Rollback and forks").
#include <algorithm>
#include <unordered_set>

#include "core/journal/chain.hpp"
#include "core/journal/codec.hpp"
#include "core/journal/draft.hpp"
#include "core/store/incarnation.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

void insertIncarnation(Connection& connection, std::uint32_t number, std::int64_t first_entry,
                       const std::string& statement) {
  const base::Sha256 hash = journal::chainStart(statement);
  auto insert = connection.statement("INSERT INTO incarnation VALUES(?, ?, ?, ?)");
  insert.bind(1, number);
  insert.bind(2, first_entry);
  insert.bind(3, statement);
  insert.bind(4, hash.data(), static_cast<int>(hash.size()));
  insert.exec();
}

namespace {

// The event's id stands at the same place of every line: {"ev":1,"id":"…
constexpr const char* kAllIds =
    "SELECT substr(line, 15, 32) FROM journal UNION ALL SELECT substr(line, 15, 32) FROM fetched";

}  // namespace

// Inside a transaction; the caller puts m_info and m_head back if it fails.
base::Status SqliteStore::openIncarnation(std::uint32_t number, const std::string& reason, std::uint64_t lost_from) {
  const std::string statement = journal::incarnationStatement(m_info.terminal, number, reason, &m_head.hash);
  insertIncarnation(m_connection, number, m_head.entry + 1, statement);
  m_info.incarnation = number;
  m_head.seq = 0;
  m_head.receipt = 0;
  m_head.hash = journal::chainStart(statement);
  return appendNow(journal::TillIncarnated{reason, lost_from});
}

base::Status SqliteStore::appendNow(journal::Payload payload, std::string rules_version) {
  const base::WallTime at = m_options.clock->now();
  journal::Draft draft =
      journal::makeDraft(at, at.local().date(), std::move(rules_version), *m_options.random, std::move(payload));
  const auto appended = appendInside(draft);
  return appended ? base::Status{} : tl::unexpected(appended.error());
}

base::Status SqliteStore::beginIncarnation(const std::string& reason, std::uint32_t above, std::uint64_t lost_from) {
  const std::uint32_t before = m_info.incarnation;
  const base::Status begun = transaction(
      [&]() -> base::Status { return openIncarnation(std::max(above, m_info.incarnation) + 1, reason, lost_from); });
  if (!begun) m_info.incarnation = before;
  if (begun && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return begun;
}

base::Status SqliteStore::copyLines(const Chain& chain, std::uint64_t after) {
  const std::int64_t first_copy = m_head.entry + 1;
  const std::uint64_t all = chain.own + chain.cut_off;
  for (std::uint64_t seq = after + 1; seq <= all; ++seq) {
    auto query = m_connection.statement("SELECT line FROM journal WHERE entry=?");
    query.bind(1, chain.first_entry - 1 + static_cast<std::int64_t>(seq));
    if (!query.executeStep()) return base::fail(base::ErrorCode::StoreCorrupt, "a line of a branch is missing");
    auto event = journal::decode(query.getColumn(0).getString());
    if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
    event->incarnation = m_info.incarnation;
    event->seq = m_head.seq + 1;
    const auto line = journal::encode(*event);
    if (!line) return tl::unexpected(line.error());
    insertLine(*event, *line);
  }
  auto branch = m_connection.statement("INSERT INTO branch VALUES(?, ?, ?)");
  branch.bind(1, first_copy);
  branch.bind(2, m_head.entry);
  branch.bind(3, chain.first_entry + static_cast<std::int64_t>(after));
  branch.exec();
  return {};
}

base::Status SqliteStore::moveBranch(std::uint32_t incarnation, std::uint64_t common) {
  const auto found = readChain(incarnation);
  if (!found) return tl::unexpected(found.error());
  if (!*found || common >= (*found)->head()) return base::fail(base::ErrorCode::WrongState, "there is no such branch");
  Chain chain = **found;
  // What was fetched back once is headquarters' own word; it cannot be a branch against it.
  if (common >= chain.own) return base::fail(base::ErrorCode::WrongState, "headquarters contradicts what it gave back");
  const std::uint32_t before = m_info.incarnation;
  const base::Status moved = transaction([&]() -> base::Status {
    if (incarnation == m_info.incarnation) {
      KAHUI_TRY(openIncarnation(incarnation + 1, "forked", common + 1));
    }
    chain.cut_off = 0;  // lines that were cut off before are appended again already
    KAHUI_TRY(copyLines(chain, common));
    chain.cut_off = chain.own - common;
    chain.own = common;
    chain.acked = std::min(chain.acked, common);
    putChain(chain);
    return {};
  });
  if (!moved) m_info.incarnation = before;
  if (moved && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return moved;
}

base::Status SqliteStore::keepFetched(std::uint32_t incarnation, std::uint64_t first, const base::Sha256& prev_hash,
                                      const std::vector<std::string>& lines) {
  auto found = readChain(incarnation);
  if (!found) return tl::unexpected(found.error());
  if (incarnation == m_info.incarnation)
    return base::fail(base::ErrorCode::WrongState, "sales still go to the incarnation that is fetched back");
  Chain chain = *found ? **found : Chain{};
  chain.incarnation = incarnation;
  // A chain of which nothing is this till's own starts as headquarters says.
  if (chain.head() == 0) chain.start = prev_hash;
  const auto head = hashIn(chain, chain.head());
  if (!head) return tl::unexpected(head.error());
  if (first != chain.head() + 1 || **head != prev_hash)
    return base::fail(base::ErrorCode::WrongState, "what was fetched does not follow on");
  return transaction([&]() -> base::Status {
    std::unordered_set<std::string> ids;
    for (auto rows = m_connection.statement(kAllIds); rows.executeStep();) ids.insert(rows.getColumn(0).getString());
    base::Sha256 hash = prev_hash;
    std::uint64_t seq = first;
    for (const std::string& line : lines) {
      hash = journal::chainNext(hash, line);
      const bool known = line.size() < 46 || !ids.insert(line.substr(14, 32)).second;
      KAHUI_TRY(keepLine(chain, seq++, line, hash, known));
    }
    chain.fetched += lines.size();
    chain.acked = chain.head();
    putChain(chain);
    return {};
  });
}

// An event that stands in the journal already, or that this version cannot read, is kept for the chain alone.
base::Status SqliteStore::keepLine(const Chain& chain, std::uint64_t seq, const std::string& line,
                                   const base::Sha256& hash, bool known) {
  const std::int64_t entry = -((std::int64_t{chain.incarnation} << 40) | static_cast<std::int64_t>(seq));
  const auto event = journal::decode(line);
  bool applied = false;
  if (event && !known) {
    m_connection.statement("SAVEPOINT fetched").exec();
    applied = bookFetched(*event, entry);
    if (!applied) m_connection.statement("ROLLBACK TO fetched").exec();
    m_connection.statement("RELEASE fetched").exec();
  }
  auto insert = m_connection.statement("INSERT INTO fetched VALUES(?, ?, ?, ?, ?)");
  insert.bind(1, entry);
  insert.bindNoCopy(2, line);
  insert.bind(3, hash.data(), static_cast<int>(hash.size()));
  insert.bind(4, applied ? 1 : 0);
  insert.bind(5, m_head.entry);
  insert.exec();
  return {};
}

// false: it meets what the till did meanwhile (the same number for another member); headquarters holds both.
bool SqliteStore::bookFetched(const journal::Event& event, std::int64_t entry) try {
  const std::string* receipt = nullptr;
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr)
    receipt = &sale->receipt_no;
  if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload); back != nullptr)
    receipt = &back->receipt_no;
  m_place = {entry, receipt == nullptr ? 0 : receiptKey(*receipt).value_or(0)};
  if (m_place.receipt != 0) {
    // A number that the branch has printed again: the other sale keeps its key, this one takes the mirrored one.
    auto taken = m_connection.statement("SELECT 1 FROM sale WHERE no=?");
    taken.bind(1, m_place.receipt);
    if (taken.executeStep()) m_place.receipt = -m_place.receipt;
  }
  journal::Event booked = event;
  if (auto* joined = std::get_if<journal::MemberRegistered>(&booked.payload); joined != nullptr) {
    // The salt was in the lost file alone: what identified the person comes back from headquarters, if at all.
    m_options.random->fill(m_next_salt);
    joined->sealed = base::toBase64(m_sealer.seal(joined->id, m_next_salt, {}, *m_options.random));
  }
  if (isOfItsTime(booked.payload)) return true;
  applyProjections(booked, spreadOverLots(journal::pointsPostings(booked)));
  addToDay(event);
  return true;
} catch (const SQLite::Exception&) {
  return false;
}

bool isOfItsTime(const journal::Payload& payload) {
  return std::holds_alternative<journal::ShiftOpened>(payload) ||
         std::holds_alternative<journal::ShiftClosed>(payload) || std::holds_alternative<journal::JobStep>(payload) ||
         std::holds_alternative<journal::FloatSet>(payload) || std::holds_alternative<journal::CashMoved>(payload) ||
         std::holds_alternative<journal::DrawerOpened>(payload) || std::holds_alternative<journal::BillHeld>(payload) ||
         std::holds_alternative<journal::HeldBillEnded>(payload);
}

// The lots that a fetched event names are counted in the lost file; here its debits take the oldest ones.
SqliteStore::Postings SqliteStore::spreadOverLots(const Postings& postings) {
  Postings spread;
  std::unordered_map<std::int64_t, std::vector<journal::LotPart>> lots;
  for (journal::PointsPosting posting : postings) {
    posting.lot.clear();
    auto& of_member = lots[posting.member];
    if (posting.points < base::Points{} && of_member.empty())
      of_member = pointsLots(member::MemberNo(posting.member)).value_or(std::vector<journal::LotPart>{});
    for (journal::LotPart& lot : of_member) {
      const base::Points part = std::min(lot.points, base::Points{} - posting.points);
      if (lot.cashable != posting.cashable || part <= base::Points{}) continue;
      journal::PointsPosting one = posting;
      one.points = base::Points{} - part;
      one.lot = lot.lot;
      spread.push_back(one);
      lot.points -= part;
      posting.points += part;
      posting.lifetime = {};
    }
    if (posting.points != base::Points{} || posting.lifetime != base::Points{}) spread.push_back(posting);
  }
  return spread;
}

}  // namespace kahui::store
