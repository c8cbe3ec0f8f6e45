#include "app/hqdb/schema.hpp"

#include <fmt/format.h>

namespace kahui::hqdb {

namespace {

// Version 1. One text for both engines: BIGINT and BYTEA are names that SQLite takes as they are (it stores what it is
// given). Every key holds the terminal or the member, so that the tables can be spread over several machines
// (protocol.md, "Portability"). Tables with {days} are partitioned by month in PostgreSQL.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE enrol_code(digest TEXT PRIMARY KEY, store TEXT NOT NULL, position TEXT NOT NULL, expires_ms BIGINT NOT NULL,
  used_ms BIGINT NOT NULL);
CREATE TABLE terminal(
  id TEXT PRIMARY KEY, store TEXT NOT NULL, position TEXT NOT NULL, state BIGINT NOT NULL, certificate TEXT NOT NULL, boot_id TEXT NOT NULL,
  app TEXT NOT NULL, enrolled_ms BIGINT NOT NULL, contact_ms BIGINT NOT NULL, head_seq BIGINT NOT NULL, unsent BIGINT NOT NULL,
  oldest_unsent_ms BIGINT NOT NULL, offset_ms BIGINT NOT NULL);
CREATE TABLE incarnation(
  terminal TEXT NOT NULL, inc BIGINT NOT NULL, start BYTEA NOT NULL, acked BIGINT NOT NULL, acked_hash BYTEA NOT NULL,
  purgeable BIGINT NOT NULL, PRIMARY KEY(terminal, inc));
-- Apart from incarnation: ingest and projector then never wait for each other's row.
CREATE TABLE projected(terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY(terminal, inc));
CREATE TABLE inbox(
  terminal TEXT NOT NULL, inc BIGINT NOT NULL, first BIGINT NOT NULL, last BIGINT NOT NULL, received_ms BIGINT NOT NULL,
  lines BYTEA NOT NULL, hashes BYTEA NOT NULL, PRIMARY KEY(terminal, inc, last));
CREATE TABLE lease(name TEXT PRIMARY KEY, owner TEXT NOT NULL, token BIGINT NOT NULL, until_ms BIGINT NOT NULL);

CREATE TABLE event_seen(terminal TEXT NOT NULL, event TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY(terminal, event));
CREATE TABLE day_span(
  terminal TEXT NOT NULL, day BIGINT NOT NULL, inc BIGINT NOT NULL, first BIGINT NOT NULL, last BIGINT NOT NULL,
  PRIMARY KEY(terminal, day, inc));
CREATE INDEX day_span_day ON day_span(day);
CREATE TABLE fact_sale(
  day BIGINT NOT NULL, terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, event TEXT NOT NULL, type TEXT NOT NULL,
  store TEXT NOT NULL, position TEXT NOT NULL, at_ms BIGINT NOT NULL, receipt TEXT NOT NULL, cause TEXT NOT NULL, operator TEXT NOT NULL,
  gross BIGINT NOT NULL, total BIGINT NOT NULL, member TEXT NOT NULL, earned BIGINT NOT NULL, used BIGINT NOT NULL, rules TEXT NOT NULL,
  PRIMARY KEY(day, terminal, inc, seq)){days};
CREATE INDEX fact_sale_terminal ON fact_sale(terminal, inc, seq);
CREATE TABLE fact_line(
  day BIGINT NOT NULL, terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, n BIGINT NOT NULL, sku TEXT NOT NULL,
  quantity BIGINT NOT NULL, gross BIGINT NOT NULL, final BIGINT NOT NULL, PRIMARY KEY(day, terminal, inc, seq, n)){days};
CREATE TABLE fact_pay(
  day BIGINT NOT NULL, terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, n BIGINT NOT NULL, type TEXT NOT NULL,
  amount BIGINT NOT NULL, PRIMARY KEY(day, terminal, inc, seq, n)){days};
CREATE TABLE fact_shift(
  terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, day BIGINT NOT NULL, shift BIGINT NOT NULL, closed BIGINT NOT NULL,
  operator TEXT NOT NULL, bills BIGINT NOT NULL, amount BIGINT NOT NULL, PRIMARY KEY(terminal, inc, seq));
CREATE INDEX fact_shift_day ON fact_shift(terminal, day);
CREATE TABLE ledger(
  member TEXT NOT NULL, terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, n BIGINT NOT NULL, account TEXT NOT NULL,
  cashable BIGINT NOT NULL, points BIGINT NOT NULL, lifetime BIGINT NOT NULL, day BIGINT NOT NULL, expires BIGINT, sale TEXT NOT NULL,
  PRIMARY KEY(member, terminal, inc, seq, n));
CREATE INDEX ledger_event ON ledger(terminal, inc, seq, n);
CREATE TABLE quarantine(
  terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, parked BIGINT NOT NULL, event TEXT NOT NULL, type TEXT NOT NULL,
  reason TEXT NOT NULL, day BIGINT, since_ms BIGINT NOT NULL, released BIGINT NOT NULL, PRIMARY KEY(terminal, inc, seq));
CREATE TABLE flag(
  terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, kind TEXT NOT NULL, member TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY(terminal, inc, seq, kind, member));

CREATE TABLE member(
  id TEXT PRIMARY KEY, no BIGINT NOT NULL, home TEXT NOT NULL, status TEXT NOT NULL, tier TEXT NOT NULL, tier_since BIGINT NOT NULL,
  noncash BIGINT NOT NULL, cashable BIGINT NOT NULL, lifetime BIGINT NOT NULL, demoted_from TEXT NOT NULL, since_demotion BIGINT NOT NULL,
  joined BIGINT NOT NULL, last_purchase BIGINT, source TEXT NOT NULL, sealed TEXT NOT NULL, merged_into TEXT NOT NULL);
-- Tills number their members themselves: a number means somebody only together with the terminal; '' is headquarters.
CREATE TABLE member_no(terminal TEXT NOT NULL, no BIGINT NOT NULL, member TEXT NOT NULL, PRIMARY KEY(terminal, no));
CREATE TABLE member_store(member TEXT NOT NULL, store TEXT NOT NULL, day BIGINT NOT NULL, PRIMARY KEY(member, store));
CREATE TABLE card(key TEXT NOT NULL, member TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, PRIMARY KEY(key, member));
CREATE INDEX card_member ON card(member);
CREATE TABLE coupon(
  serial TEXT PRIMARY KEY, member TEXT NOT NULL, status TEXT NOT NULL, terms TEXT NOT NULL, expires BIGINT, unlimited BIGINT NOT NULL,
  origin TEXT NOT NULL, origin_key TEXT NOT NULL, used_by TEXT NOT NULL);
CREATE TABLE claim(kind TEXT NOT NULL, key TEXT NOT NULL, member TEXT NOT NULL, PRIMARY KEY(kind, key));
CREATE TABLE rule_pack(version TEXT PRIMARY KEY, valid_from TEXT NOT NULL, json TEXT NOT NULL, published_ms BIGINT NOT NULL);

CREATE TABLE pending_change(feed TEXT NOT NULL, key TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY(feed, key));
CREATE TABLE feed_head(feed TEXT PRIMARY KEY, last BIGINT NOT NULL);
CREATE TABLE change_feed(feed TEXT NOT NULL, pos BIGINT NOT NULL, key TEXT NOT NULL, item TEXT NOT NULL, PRIMARY KEY(feed, pos));
CREATE INDEX change_feed_key ON change_feed(feed, key, pos);
INSERT INTO meta VALUES('schema', '1');
)sql";

// Version 2: the calendar looks for points that ended, and for the sale of a refund; prices with their time.
constexpr const char* kVersion2 = R"sql(
CREATE INDEX ledger_expires ON ledger(expires, member);
CREATE INDEX fact_sale_cause ON fact_sale(cause);
CREATE TABLE price(
  sku TEXT NOT NULL, valid_from TEXT NOT NULL, price BIGINT NOT NULL, promo_price BIGINT, member_price BIGINT,
  PRIMARY KEY(sku, valid_from));
CREATE TABLE profile_box(member TEXT PRIMARY KEY, terminal TEXT NOT NULL, box TEXT NOT NULL, done BIGINT NOT NULL);
ALTER TABLE member ADD COLUMN chain_sealed BIGINT NOT NULL DEFAULT 0;
UPDATE member SET chain_sealed = 1 WHERE source = 'hq';
UPDATE meta SET value = '2' WHERE key = 'schema';
)sql";

// Version 3: what the counter asks (core/ports/hq_counter.hpp).
constexpr const char* kVersion3 = R"sql(
CREATE TABLE rights(
  member TEXT NOT NULL, terminal TEXT NOT NULL, granted BIGINT NOT NULL, used BIGINT NOT NULL, returned BIGINT NOT NULL,
  asked BIGINT NOT NULL, lost BIGINT NOT NULL, PRIMARY KEY(member, terminal));
CREATE INDEX rights_terminal ON rights(terminal);
CREATE TABLE rights_grant(
  terminal TEXT NOT NULL, epoch BIGINT NOT NULL, no BIGINT NOT NULL, member TEXT NOT NULL, points BIGINT NOT NULL,
  answered BIGINT NOT NULL, PRIMARY KEY(terminal, epoch, no));
CREATE TABLE credit(member TEXT PRIMARY KEY, deficits BIGINT NOT NULL, below BIGINT NOT NULL, decided BIGINT NOT NULL);
CREATE TABLE reservation(
  member TEXT NOT NULL, id TEXT NOT NULL, terminal TEXT NOT NULL, points BIGINT NOT NULL, made_ms BIGINT NOT NULL,
  state TEXT NOT NULL, available BIGINT NOT NULL, PRIMARY KEY(member, id));
CREATE TABLE announcement(
  key TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, store TEXT NOT NULL, from_day BIGINT NOT NULL,
  until_day BIGINT, at_ms BIGINT NOT NULL, withdrawn BIGINT NOT NULL);
CREATE TABLE announcement_read(
  key TEXT NOT NULL, terminal TEXT NOT NULL, operator TEXT NOT NULL, at_ms BIGINT NOT NULL,
  PRIMARY KEY(key, terminal, operator));
UPDATE meta SET value = '3' WHERE key = 'schema';
)sql";

// Version 4: what headquarters needs to run for years. Bodies of stored batches by digest; days that are settled; what
// tills are told and where they stand; how far a feed was pruned; certificates in force; stored value and count cards.
constexpr const char* kVersion4 = R"sql(
CREATE TABLE batch_body(
  terminal TEXT NOT NULL, digest BYTEA NOT NULL, inc BIGINT NOT NULL, n BIGINT NOT NULL, received_ms BIGINT NOT NULL,
  PRIMARY KEY(terminal, digest));
CREATE TABLE day_lock(
  terminal TEXT NOT NULL, day BIGINT NOT NULL, signed BIGINT NOT NULL, bills BIGINT NOT NULL, total BIGINT NOT NULL, earned BIGINT NOT NULL,
  used BIGINT NOT NULL, locked_ms BIGINT NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY(terminal, day));
CREATE TABLE day_adjustment(
  terminal TEXT NOT NULL, day BIGINT NOT NULL, n BIGINT NOT NULL, open_day BIGINT NOT NULL, bills BIGINT NOT NULL, total BIGINT NOT NULL,
  earned BIGINT NOT NULL, used BIGINT NOT NULL, at_ms BIGINT NOT NULL, PRIMARY KEY(terminal, day, n));
CREATE TABLE till_order(
  terminal TEXT NOT NULL, id TEXT NOT NULL, what TEXT NOT NULL, scope TEXT NOT NULL, why TEXT NOT NULL, since_ms BIGINT NOT NULL,
  done_ms BIGINT NOT NULL, PRIMARY KEY(terminal, id));
CREATE TABLE till_cursor(
  terminal TEXT NOT NULL, feed TEXT NOT NULL, epoch BIGINT NOT NULL, pos BIGINT NOT NULL, PRIMARY KEY(terminal, feed));
-- When a till said of a feed for the first time that it stands there; kept of blocked cards alone.
CREATE TABLE cursor_log(
  terminal TEXT NOT NULL, feed TEXT NOT NULL, at_ms BIGINT NOT NULL, epoch BIGINT NOT NULL, pos BIGINT NOT NULL,
  PRIMARY KEY(terminal, feed, at_ms));
CREATE TABLE feed_floor(feed TEXT PRIMARY KEY, pos BIGINT NOT NULL);
CREATE TABLE till_certificate(
  terminal TEXT NOT NULL, digest TEXT NOT NULL, issuer TEXT NOT NULL, issued_ms BIGINT NOT NULL, expires_ms BIGINT NOT NULL,
  PRIMARY KEY(terminal, digest));
CREATE TABLE stored_move(
  member TEXT NOT NULL, terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, card TEXT NOT NULL, why TEXT NOT NULL,
  principal BIGINT NOT NULL, bonus BIGINT NOT NULL, uses BIGINT NOT NULL, day BIGINT NOT NULL, PRIMARY KEY(member, terminal, inc, seq, card));
CREATE TABLE stored_account(member TEXT PRIMARY KEY, principal BIGINT NOT NULL, bonus BIGINT NOT NULL);
CREATE TABLE count_card(
  card TEXT PRIMARY KEY, member TEXT NOT NULL, sku TEXT NOT NULL, name TEXT NOT NULL, sold BIGINT NOT NULL, uses BIGINT NOT NULL, expires BIGINT);
CREATE INDEX count_card_member ON count_card(member);
UPDATE meta SET value = '4' WHERE key = 'schema';
)sql";

// Version 5: coupons that are on a bill somewhere.
constexpr const char* kVersion5 = R"sql(
CREATE TABLE coupon_hold(serial TEXT PRIMARY KEY, attempt TEXT NOT NULL, terminal TEXT NOT NULL, made_ms BIGINT NOT NULL);
UPDATE meta SET value = '5' WHERE key = 'schema';
)sql";

// Version 6: held bills that tills of a store offer each other; points of guests' receipts that were claimed.
constexpr const char* kVersion6 = R"sql(
CREATE TABLE held_bill(
  terminal TEXT NOT NULL, bill TEXT NOT NULL, store TEXT NOT NULL, position TEXT NOT NULL, box TEXT NOT NULL, made_ms BIGINT NOT NULL,
  state TEXT NOT NULL, taker TEXT NOT NULL, taker_position TEXT NOT NULL, changed_ms BIGINT NOT NULL, alone BIGINT NOT NULL,
  taken_inc BIGINT NOT NULL, taken_seq BIGINT NOT NULL, PRIMARY KEY(terminal, bill));
CREATE INDEX held_bill_store ON held_bill(store, changed_ms);
CREATE TABLE points_claim(
  seller TEXT NOT NULL, sale TEXT NOT NULL, sale_inc BIGINT NOT NULL, sale_seq BIGINT NOT NULL, attempt TEXT NOT NULL, terminal TEXT NOT NULL, made_ms BIGINT NOT NULL, member TEXT NOT NULL,
  points BIGINT NOT NULL, reversed BIGINT NOT NULL, tier TEXT NOT NULL, multiplier BIGINT NOT NULL, PRIMARY KEY(seller, sale));
CREATE INDEX points_claim_sale ON points_claim(sale);
UPDATE meta SET value = '6' WHERE key = 'schema';
)sql";

// Version 7: files for support and snapshots, in parts; cards that were made; partners, and what the points of a sale
// paid. Sales of before say 0: 'kahui-hq rebuild' folds them anew.
constexpr const char* kVersion7 = R"sql(
CREATE TABLE blob(
  terminal TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, size BIGINT NOT NULL, received BIGINT NOT NULL,
  sha256 BYTEA NOT NULL, started_ms BIGINT NOT NULL, done_ms BIGINT NOT NULL, PRIMARY KEY(terminal, id));
CREATE TABLE blob_part(
  terminal TEXT NOT NULL, id TEXT NOT NULL, first BIGINT NOT NULL, bytes BYTEA NOT NULL, PRIMARY KEY(terminal, id, first));
CREATE TABLE snapshot_part(
  feed TEXT NOT NULL, id TEXT NOT NULL, first BIGINT NOT NULL, bytes BYTEA NOT NULL, made_ms BIGINT NOT NULL, PRIMARY KEY(feed, id, first));
CREATE INDEX snapshot_part_id ON snapshot_part(id);
CREATE TABLE card_print(
  key TEXT PRIMARY KEY, batch TEXT NOT NULL, printed_ms BIGINT NOT NULL, spoiled_ms BIGINT NOT NULL, reason TEXT NOT NULL,
  issued BIGINT NOT NULL DEFAULT 0);
CREATE TABLE partner(code TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE partner_store(store TEXT PRIMARY KEY, partner TEXT NOT NULL);
CREATE TABLE partner_consent(
  member TEXT NOT NULL, partner TEXT NOT NULL, since_ms BIGINT NOT NULL, PRIMARY KEY(member, partner));
CREATE TABLE partner_coupon(serial TEXT PRIMARY KEY, partner TEXT NOT NULL);
ALTER TABLE fact_sale ADD COLUMN by_points BIGINT NOT NULL DEFAULT 0;
UPDATE meta SET value = '7' WHERE key = 'schema';
)sql";

// Version 8: who brought whom, and what rewards came to.
constexpr const char* kVersion8 = R"sql(
CREATE TABLE referrer(member TEXT PRIMARY KEY, referrer TEXT NOT NULL);
CREATE INDEX referrer_of ON referrer(referrer);
CREATE TABLE reward(
  subject TEXT NOT NULL, why TEXT NOT NULL, key TEXT NOT NULL, member TEXT NOT NULL, points BIGINT NOT NULL, net BIGINT NOT NULL,
  at_time TEXT NOT NULL, PRIMARY KEY(subject, why, key));
UPDATE meta SET value = '8' WHERE key = 'schema';
)sql";

// Version 9: groups of members and why an application was refused; what members may
// see of announcements; what partners' coupons saved, and lost again with goods that came back. Coupons of before have
// no rows there: 'kahui-hq rebuild' folds them anew.
constexpr const char* kVersion9 = R"sql(
ALTER TABLE member ADD COLUMN group_code TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN judged TEXT NOT NULL DEFAULT '';
ALTER TABLE announcement ADD COLUMN members BIGINT NOT NULL DEFAULT 0;
CREATE TABLE partner_saving(
  serial TEXT NOT NULL, terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, sale TEXT NOT NULL, day BIGINT NOT NULL,
  amount BIGINT NOT NULL, PRIMARY KEY(serial, terminal, inc, seq));
CREATE INDEX partner_saving_sale ON partner_saving(sale);
UPDATE meta SET value = '9' WHERE key = 'schema';
)sql";

// Version 10: how far a till's log goes, as its last hello said; terms of paid membership and the events that moved
// them; who signed in on which day; whom merged members have become. Terms and days of before come with 'kahui-hq
// rebuild'.
constexpr const char* kVersion10 = R"sql(
ALTER TABLE terminal ADD COLUMN hello_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE terminal ADD COLUMN hello_inc BIGINT NOT NULL DEFAULT 0;
ALTER TABLE terminal ADD COLUMN hello_seq BIGINT NOT NULL DEFAULT 0;
CREATE TABLE member_term(member TEXT PRIMARY KEY, until BIGINT NOT NULL);
CREATE TABLE term_move(
  terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, member TEXT NOT NULL, PRIMARY KEY(terminal, inc, seq));
CREATE INDEX term_move_member ON term_move(member);
CREATE TABLE sign_in(
  member TEXT NOT NULL, day BIGINT NOT NULL, terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY(member, day));
CREATE INDEX member_merged ON member(merged_into) WHERE merged_into <> '';
UPDATE meta SET value = '10' WHERE key = 'schema';
)sql";

// Version 11: bills of a member are counted, and whom he brought; `bought` is what tills are told.
constexpr const char* kVersion11 = R"sql(
CREATE INDEX fact_sale_member ON fact_sale(member, day);
CREATE INDEX reward_member ON reward(member, why);
CREATE TABLE bought(
  member TEXT PRIMARY KEY, bills BIGINT NOT NULL, spent BIGINT NOT NULL, referrals BIGINT NOT NULL, largest BIGINT NOT NULL);
)sql";

// Version 12: tiers by hand; terms that were agreed to; bills of other channels; from when goods may be bought. Terms
// of before come with 'kahui-hq rebuild'.
constexpr const char* kVersion12 = R"sql(
CREATE TABLE tier_hand(
  member TEXT PRIMARY KEY, tier TEXT NOT NULL, until BIGINT, reason TEXT NOT NULL, who TEXT NOT NULL, at_ms BIGINT NOT NULL,
  terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL);
CREATE INDEX tier_hand_until ON tier_hand(until);
CREATE INDEX member_number ON member(no);
CREATE TABLE member_terms(member TEXT PRIMARY KEY, version TEXT NOT NULL, at_ms BIGINT NOT NULL);
CREATE TABLE channel_bill(
  member TEXT NOT NULL, terminal TEXT NOT NULL, inc BIGINT NOT NULL, seq BIGINT NOT NULL, channel TEXT NOT NULL, number TEXT NOT NULL,
  receipt TEXT NOT NULL, pickup TEXT NOT NULL, at_ms BIGINT NOT NULL, tz BIGINT NOT NULL, day BIGINT NOT NULL, total BIGINT NOT NULL,
  earned BIGINT NOT NULL, lines BIGINT NOT NULL, PRIMARY KEY(member, terminal, inc, seq));
ALTER TABLE fact_sale ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE fact_sale ADD COLUMN pickup TEXT NOT NULL DEFAULT '';
ALTER TABLE price ADD COLUMN dated BIGINT NOT NULL DEFAULT 0;
ALTER TABLE price ADD COLUMN members_from BIGINT;
ALTER TABLE price ADD COLUMN guests_from BIGINT;
)sql";

constexpr const char* kMigrations[] = {kVersion1, kVersion2, kVersion3, kVersion4,  kVersion5,  kVersion6,
                                       kVersion7, kVersion8, kVersion9, kVersion10, kVersion11, kVersion12};
static_assert(std::size(kMigrations) == kSchemaVersion);

constexpr const char* kPartitioned[] = {"fact_sale", "fact_line", "fact_pay"};

std::string adapted(std::string sql, Engine engine) {
  constexpr std::string_view kDays = "{days}";
  for (std::size_t at = sql.find(kDays); at != std::string::npos; at = sql.find(kDays, at))
    sql.replace(at, kDays.size(), engine == Engine::Postgres ? " PARTITION BY RANGE(day)" : "");
  return sql;
}

int foundVersion(Database& database) {
  const char* exists = database.engine() == Engine::Postgres
                           ? "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'meta'"
                           : "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'";
  if (database.run(exists, {}).front().number(0) == 0) return 0;
  const Rows rows = database.run("SELECT value FROM meta WHERE key = 'schema'", {});
  return rows.empty() ? 0 : std::stoi(rows.front().text(0));
}

}  // namespace

base::Status migrate(Database& database) {
  database.begin();
  try {
    const int found = foundVersion(database);
    if (found > kSchemaVersion) {
      database.rollBack();
      return base::fail(base::ErrorCode::StoreNewer,
                        fmt::format("database schema {}, program schema {}", found, kSchemaVersion));
    }
    for (int version = found; version < kSchemaVersion; ++version)
      database.script(adapted(kMigrations[version], database.engine()) +
                      fmt::format("UPDATE meta SET value = '{}' WHERE key = 'schema';\n", version + 1));
    database.commit();
  } catch (const Failure& failure) {
    database.rollBack();
    return tl::unexpected(failure.error);
  }
  return {};
}

void preparePartitions(Database& database, base::BusinessDate first, base::BusinessDate last) {
  if (database.engine() == Engine::Sqlite) return;
  std::string sql;
  const auto monthOf = [](base::BusinessDate day) {
    return std::chrono::year_month(day.ymd().year(), day.ymd().month());
  };
  for (auto month = monthOf(first); month <= monthOf(last); month += std::chrono::months(1)) {
    const auto begin = base::BusinessDate(std::chrono::sys_days(month / 1));
    const auto end = base::BusinessDate(std::chrono::sys_days((month + std::chrono::months(1)) / 1));
    for (const char* table : kPartitioned)
      sql += fmt::format("CREATE TABLE IF NOT EXISTS {0}_{1}{2:02} PARTITION OF {0} FOR VALUES FROM ({3}) TO ({4});\n",
                         table, begin.year(), begin.month(), begin.days(), end.days());
  }
  database.script(sql);
}

}  // namespace kahui::hqdb
