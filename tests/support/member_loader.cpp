#include "tests/support/member_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/store/sqlite_error.hpp"

namespace kahui::test {

namespace {

constexpr std::int64_t kPhones = 1'000'000'000;
constexpr std::int64_t kSpread = 618'033'989;  // odd and prime to 10^9: a permutation of it

std::int64_t numberOf(std::int64_t n) { return member::MemberNo::fromBody(100'000'000 + n).value(); }

template <class Key>
std::vector<std::int64_t> orderBy(std::int64_t count, const std::vector<Key>& keys) {
  std::vector<std::int64_t> order(static_cast<std::size_t>(count));
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) {
    return keys[static_cast<std::size_t>(a)].key < keys[static_cast<std::size_t>(b)].key;
  });
  return order;
}

void loadRows(store::SqliteStore& store, std::int64_t count, base::SeededRandom& random) {
  // Points that fit the tier, so that a member's first bill does not move it.
  struct Standing {
    const char* tier;
    std::uint64_t least, spread;
  };
  static constexpr Standing kStandings[] = {
      {"ORD", 0, 60}, {"ORD", 0, 60}, {"ORD", 0, 60}, {"SLV", 100, 150}, {"GLD", 300, 600}};
  for (std::int64_t n = 1; n <= count; ++n) {
    member::Profile profile{"王小芳", phoneOf(n), std::nullopt, {loadedCard(n)}};
    const base::Id id = base::Id::make(1'700'000'000'000 + n, random);
    store::Salt salt{};
    random.fill(salt);
    const base::Bytes sealed = store.sealer().seal(id, salt, profile, random);
    auto insert = store.connection().statement(
        "INSERT INTO member VALUES(?1, ?2, 0, ?3, 20000, ?4, 0, 0, ?4, ?4, 0, ?4, NULL, 0, 20000, NULL, ?5, ?6)");
    insert.bind(1, numberOf(n));
    insert.bind(2, id.raw().data(), 16);
    const Standing& standing = kStandings[random.below(std::size(kStandings))];
    insert.bind(3, standing.tier);
    insert.bind(4, static_cast<std::int64_t>(standing.least + random.below(standing.spread)));
    insert.bind(5, salt.data(), static_cast<int>(salt.size()));
    insert.bind(6, sealed.data(), static_cast<int>(sealed.size()));
    insert.exec();
  }
}

// In key order, so that the trees fill from left to right.
void loadKeys(store::SqliteStore& store, std::int64_t count) {
  std::vector<store::LookupKey> cards(static_cast<std::size_t>(count));
  std::vector<store::LookupKey> phones(static_cast<std::size_t>(count));
  std::vector<store::LookupKey> tails(static_cast<std::size_t>(count) * 2);
  for (std::int64_t n = 1; n <= count; ++n) {
    const auto at = static_cast<std::size_t>(n - 1);
    const std::string phone = phoneOf(n);
    cards[at] = store.sealer().cardKey(loadedCard(n));
    phones[at] = store.sealer().phoneKey(phone);
    tails[at * 2].key = store.sealer().tailKey(phone.substr(phone.size() - 4));
    tails[at * 2 + 1].key = store.sealer().tailKey(phone.substr(phone.size() - 6));
  }
  for (const std::int64_t i : orderBy(count, cards)) {
    auto insert = store.connection().statement("INSERT INTO card VALUES(?, ?, ?, 0, 0)");
    insert.bind(1, cards[static_cast<std::size_t>(i)].key);
    insert.bind(2, cards[static_cast<std::size_t>(i)].tail);
    insert.bind(3, numberOf(i + 1));
    insert.exec();
  }
  for (const std::int64_t i : orderBy(count, phones)) {
    auto insert = store.connection().statement("INSERT INTO phone VALUES(?, ?, ?)");
    insert.bind(1, phones[static_cast<std::size_t>(i)].key);
    insert.bind(2, phones[static_cast<std::size_t>(i)].tail);
    insert.bind(3, numberOf(i + 1));
    insert.exec();
  }
  for (const std::int64_t i : orderBy(count * 2, tails)) {
    auto insert = store.connection().statement("INSERT OR IGNORE INTO phone_tail VALUES(?, ?)");
    insert.bind(1, tails[static_cast<std::size_t>(i)].key);
    insert.bind(2, numberOf(i / 2 + 1));
    insert.exec();
  }
}

}  // namespace

std::string phoneOf(std::int64_t number) { return fmt::format("13{:09}", number * kSpread % kPhones); }

member::Credential loadedCard(std::int64_t number) {
  return {member::CredentialKind::Uid, fmt::format("04{:010X}80", number)};
}

base::Status loadMembers(StoreFixture& fixture, std::int64_t count) {
  auto store = fixture.open();
  return store::guarded([&]() -> base::Status {
    auto& database = store->connection().database();
    database.exec("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; BEGIN");
    loadRows(*store, count, *fixture.random);
    loadKeys(*store, count);
    database.exec("COMMIT");
    return store->connection().checkpoint();
  });
}

base::Result<BalanceWriter> BalanceWriter::open(const std::filesystem::path& folder,
                                                std::shared_ptr<store::WriterGate> gate) {
  auto connection = store::Connection::open(store::databasePath(folder), store::Connection::Mode::Write);
  if (!connection) return tl::unexpected(connection.error());
  // Records of headquarters can be fetched again, so their writer need not wait for the disk; a sale's commit still
  // does.
  connection->database().exec("PRAGMA synchronous=NORMAL");
  return BalanceWriter(std::move(*connection), std::move(gate));
}

base::Status BalanceWriter::change(std::int64_t first, int rows) {
  const auto pass = m_gate->enter(store::WriterGate::Priority::Background);
  return store::guarded([&]() -> base::Status {
    m_connection.statement("BEGIN IMMEDIATE").exec();
    for (std::int64_t n = first; n < first + rows; ++n) {
      auto update = m_connection.statement(
          "UPDATE member SET noncash=noncash+1, hq_noncash=hq_noncash+1, lifetime=lifetime+1, "
          "hq_lifetime=hq_lifetime+1 WHERE no=?");
      update.bind(1, numberOf(n));
      update.exec();
    }
    m_connection.statement("COMMIT").exec();
    return {};
  });
}

}  // namespace kahui::test
