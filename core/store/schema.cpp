#include "core/store/schema.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "core/store/sqlite_error.hpp"

namespace kahui::store {

namespace {

// Version 1. Dates are days since 1970-01-01, amounts fen, quantities thousandths; keys are halves of keyed hashes (see
// sealer.hpp). A table that a sale touches has no second index: each one would cost a page of every sale
// (performance.md, section 1).
constexpr const char* kVersion1 = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- entry counts all events of this file; incarnation n holds first_entry, first_entry+1 … as seq 1, 2 …
CREATE TABLE incarnation(inc INTEGER PRIMARY KEY, first_entry INTEGER NOT NULL, statement TEXT NOT NULL, hash BLOB NOT NULL);
CREATE TABLE journal(entry INTEGER PRIMARY KEY, line TEXT NOT NULL, hash BLOB NOT NULL);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER incarnation_no_update BEFORE UPDATE ON incarnation BEGIN SELECT RAISE(ABORT, 'incarnations are append-only'); END;
CREATE TRIGGER incarnation_no_delete BEFORE DELETE ON incarnation BEGIN SELECT RAISE(ABORT, 'incarnations are append-only'); END;

CREATE TABLE product(
  sku TEXT PRIMARY KEY, barcode TEXT, name TEXT NOT NULL, spec TEXT NOT NULL, category TEXT NOT NULL, brand TEXT NOT NULL,
  unit TEXT NOT NULL, pinyin TEXT NOT NULL, price INTEGER NOT NULL, promo_price INTEGER, member_price INTEGER,
  min_rate INTEGER NOT NULL, pay_pct INTEGER, flags INTEGER NOT NULL) WITHOUT ROWID;
CREATE UNIQUE INDEX product_barcode ON product(barcode) WHERE barcode IS NOT NULL;
CREATE TABLE category(code TEXT PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE rule_pack(version TEXT PRIMARY KEY, valid_from TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE staff(
  code TEXT PRIMARY KEY, name TEXT NOT NULL, role INTEGER NOT NULL, pin_hash TEXT NOT NULL, wrong_pins INTEGER NOT NULL DEFAULT 0,
  locked_until_ms INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

-- hq_… is what headquarters confirmed last; the other balances are that plus this till's own movements since.
CREATE TABLE member(
  no INTEGER PRIMARY KEY, id BLOB NOT NULL, status INTEGER NOT NULL, tier TEXT NOT NULL, tier_since INTEGER NOT NULL,
  noncash INTEGER NOT NULL, cashable INTEGER NOT NULL, frozen INTEGER NOT NULL, lifetime INTEGER NOT NULL,
  hq_noncash INTEGER NOT NULL, hq_cashable INTEGER NOT NULL, hq_lifetime INTEGER NOT NULL,
  demoted_from TEXT, since_demotion INTEGER NOT NULL, joined INTEGER NOT NULL, last_purchase INTEGER,
  salt BLOB NOT NULL, sealed BLOB NOT NULL);
CREATE TABLE card(key INTEGER PRIMARY KEY, tail INTEGER NOT NULL, member INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL);
CREATE TABLE phone(key INTEGER PRIMARY KEY, tail INTEGER NOT NULL, member INTEGER NOT NULL);
CREATE TABLE phone_tail(key INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY(key, member)) WITHOUT ROWID;

-- A credit is a lot: `left` counts down, NULL on debits. Clustered by member, so a member's history is one range.
CREATE TABLE points_move(
  member INTEGER NOT NULL, entry INTEGER NOT NULL, n INTEGER NOT NULL, account INTEGER NOT NULL, class INTEGER NOT NULL,
  points INTEGER NOT NULL, lifetime INTEGER NOT NULL, left INTEGER, expires INTEGER, PRIMARY KEY(member, entry, n)) WITHOUT ROWID;

-- no = incarnation << 40 | receipt number: the key is the receipt.
CREATE TABLE sale(
  no INTEGER PRIMARY KEY, entry INTEGER NOT NULL, day INTEGER NOT NULL, at_ms INTEGER NOT NULL, shift INTEGER NOT NULL,
  member INTEGER, gross INTEGER NOT NULL, total INTEGER NOT NULL, earned INTEGER NOT NULL, used INTEGER NOT NULL);
CREATE TABLE sale_ref(key INTEGER PRIMARY KEY, tail INTEGER NOT NULL, entry INTEGER NOT NULL);
-- after_sale: the last sale before the shift, so that its own sales are a range.
CREATE TABLE shift(
  id INTEGER PRIMARY KEY, operator TEXT NOT NULL, day INTEGER NOT NULL, opened_ms INTEGER NOT NULL, opening_float INTEGER NOT NULL,
  after_sale INTEGER NOT NULL, closed_ms INTEGER);
CREATE TABLE day_total(
  day INTEGER PRIMARY KEY, bills INTEGER NOT NULL, member_bills INTEGER NOT NULL, pieces INTEGER NOT NULL, gross INTEGER NOT NULL,
  net INTEGER NOT NULL, member_net INTEGER NOT NULL, rounding INTEGER NOT NULL, earned INTEGER NOT NULL, redeemed INTEGER NOT NULL,
  opening INTEGER NOT NULL, new_members INTEGER NOT NULL);

INSERT INTO meta VALUES('min_compatible', '1');
)sql";

// Version 2: returns, coupons, limited promotions, jobs. `of` is the receipt that a return belongs to.
constexpr const char* kVersion2 = R"sql(
ALTER TABLE sale ADD COLUMN of INTEGER;
CREATE INDEX sale_of ON sale(of) WHERE of IS NOT NULL;

-- status: 0 issued, 1 used, 2 voided; terms as the journal writes them.
CREATE TABLE coupon(
  serial TEXT PRIMARY KEY, member INTEGER NOT NULL, status INTEGER NOT NULL, terms TEXT NOT NULL, expires INTEGER,
  unlimited INTEGER NOT NULL, origin TEXT NOT NULL, key TEXT NOT NULL, entry INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX coupon_member ON coupon(member, origin, key);
CREATE TABLE promotion_use(
  member INTEGER NOT NULL, promotion TEXT NOT NULL, day INTEGER NOT NULL, day_uses INTEGER NOT NULL, uses INTEGER NOT NULL,
  PRIMARY KEY(member, promotion)) WITHOUT ROWID;
CREATE TABLE job(name TEXT PRIMARY KEY, key TEXT NOT NULL, upto INTEGER NOT NULL, done INTEGER NOT NULL) WITHOUT ROWID;
-- Beside day_total, for what most sales have nothing of.
CREATE TABLE day_more(
  day INTEGER PRIMARY KEY, return_bills INTEGER NOT NULL, refunds INTEGER NOT NULL, reversed INTEGER NOT NULL,
  restored INTEGER NOT NULL, expired INTEGER NOT NULL, coupons_issued INTEGER NOT NULL, coupons_used INTEGER NOT NULL);
UPDATE meta SET value='2' WHERE key='min_compatible';
)sql";

// Version 3: day totals are folded between sales; days_upto is the last entry that they hold.
constexpr const char* kVersion3 = R"sql(
INSERT INTO meta VALUES('days_upto', (SELECT ifnull(max(entry), 0) FROM journal));
UPDATE meta SET value='3' WHERE key='min_compatible';
)sql";

// Version 4: headquarters. An incarnation's chain is its journal lines up to `cut` (NULL: all of them), then the
// fetched ones; entry of a fetched line is -(incarnation << 40 | seq). branch: journal entries first_entry …
// last_entry are events from from_entry on, appended again. A coupon that came down has entry 0.
constexpr const char* kVersion4 = R"sql(
CREATE TABLE sync_chain(
  inc INTEGER PRIMARY KEY, acked INTEGER NOT NULL, purgeable INTEGER NOT NULL, cut INTEGER, start BLOB);
CREATE TABLE fetched(
  entry INTEGER PRIMARY KEY, line TEXT NOT NULL, hash BLOB NOT NULL, applied INTEGER NOT NULL, after_entry INTEGER NOT NULL);
CREATE TRIGGER fetched_no_update BEFORE UPDATE ON fetched BEGIN SELECT RAISE(ABORT, 'what was fetched back is append-only'); END;
CREATE TRIGGER fetched_no_delete BEFORE DELETE ON fetched BEGIN SELECT RAISE(ABORT, 'what was fetched back is append-only'); END;
CREATE TABLE branch(first_entry INTEGER PRIMARY KEY, last_entry INTEGER NOT NULL, from_entry INTEGER NOT NULL);
CREATE TABLE hq_contact(
  id INTEGER PRIMARY KEY CHECK(id=1), epoch INTEGER NOT NULL, at_ms INTEGER NOT NULL, offset_ms INTEGER NOT NULL,
  verdict TEXT NOT NULL, alarm TEXT NOT NULL);
CREATE TABLE feed_cursor(scope TEXT PRIMARY KEY, epoch INTEGER NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE member_hq(
  no INTEGER PRIMARY KEY, noncash INTEGER NOT NULL, cashable INTEGER NOT NULL, lifetime INTEGER NOT NULL,
  as_of_ms INTEGER NOT NULL, seen_inc INTEGER NOT NULL, seen_seq INTEGER NOT NULL);
CREATE TABLE blocked_card(hash TEXT PRIMARY KEY, status INTEGER NOT NULL) WITHOUT ROWID;
UPDATE meta SET value='4' WHERE key='min_compatible';
)sql";

// Version 5: members' PINs, of this till: the hash is made with its device's secret, as that of the staff. `day` is
// that of the last wrong try.
constexpr const char* kVersion5 = R"sql(
CREATE TABLE member_pin(
  member INTEGER PRIMARY KEY, hash TEXT NOT NULL, wrong INTEGER NOT NULL DEFAULT 0, day INTEGER NOT NULL DEFAULT 0);
)sql";

// Version 6: what of the cards must outlive the process (ports::CardMemory); not folded from the journal. Keys as in
// table card. ending: 0 done, 1 not done, 2 in doubt.
constexpr const char* kVersion6 = R"sql(
CREATE TABLE card_counter(key INTEGER PRIMARY KEY, tail INTEGER NOT NULL, highest INTEGER NOT NULL);
CREATE TABLE code_used(slot INTEGER NOT NULL, key INTEGER NOT NULL, tail INTEGER NOT NULL, PRIMARY KEY(slot, key, tail)) WITHOUT ROWID;
CREATE TABLE purse_intent(
  n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, key INTEGER NOT NULL, tail INTEGER NOT NULL, move INTEGER NOT NULL,
  amount INTEGER NOT NULL, till INTEGER NOT NULL, till_sequence INTEGER NOT NULL, sequence_before INTEGER NOT NULL,
  value_before INTEGER NOT NULL, begun_ms INTEGER NOT NULL, ending INTEGER);
CREATE INDEX purse_card ON purse_intent(key, ending, sequence_before);
UPDATE meta SET value='6' WHERE key='min_compatible';
)sql";

// Version 7: the cashier's day. rights: what a person has beside or without the role, "+open_drawer -return_goods".
// first_entry, last_entry: the journal's range of a shift (NULL: opened or closed by an earlier program). left_fen:
// stays in the drawer. held_bill: note sealed, goods as JSON; a row goes when the bill is recalled or cancelled.
// copies: how often a receipt was printed again.
constexpr const char* kVersion7 = R"sql(
ALTER TABLE staff ADD COLUMN rights TEXT NOT NULL DEFAULT '';
ALTER TABLE shift ADD COLUMN first_entry INTEGER;
ALTER TABLE shift ADD COLUMN last_entry INTEGER;
ALTER TABLE shift ADD COLUMN left_fen INTEGER;
CREATE TABLE held_bill(
  id BLOB PRIMARY KEY, at_ms INTEGER NOT NULL, operator TEXT NOT NULL, member INTEGER NOT NULL, total INTEGER NOT NULL,
  lines TEXT NOT NULL, note BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE receipt_copy(no INTEGER PRIMARY KEY, copies INTEGER NOT NULL);
CREATE TABLE voided_sale(no INTEGER PRIMARY KEY);
UPDATE meta SET value='7' WHERE key='min_compatible';
)sql";

// Version 8: stored value, count cards, payments by code. value_move is the running history of
// both: card '' is the stored value, else table count_card. status of a payment: store::PaymentStatus; sale: the entry
// of the bill that it stands in.
constexpr const char* kVersion8 = R"sql(
ALTER TABLE product ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product ADD COLUMN valid_days INTEGER NOT NULL DEFAULT 0;
CREATE TABLE stored_account(member INTEGER PRIMARY KEY, principal INTEGER NOT NULL, bonus INTEGER NOT NULL);
CREATE TABLE count_card(
  id TEXT PRIMARY KEY, member INTEGER NOT NULL, sku TEXT NOT NULL, name TEXT NOT NULL, sold INTEGER NOT NULL,
  left INTEGER NOT NULL, expires INTEGER) WITHOUT ROWID;
CREATE INDEX count_card_member ON count_card(member);
CREATE TABLE value_move(
  member INTEGER NOT NULL, entry INTEGER NOT NULL, n INTEGER NOT NULL, card TEXT NOT NULL, day INTEGER NOT NULL,
  why TEXT NOT NULL, principal INTEGER NOT NULL, bonus INTEGER NOT NULL, count INTEGER NOT NULL,
  balance_after INTEGER NOT NULL, left_after INTEGER NOT NULL, PRIMARY KEY(member, entry, n)) WITHOUT ROWID;
CREATE TABLE payment(
  id TEXT PRIMARY KEY, refund INTEGER NOT NULL, provider TEXT NOT NULL, amount INTEGER NOT NULL, code TEXT NOT NULL,
  operator TEXT NOT NULL, of TEXT NOT NULL, bill TEXT NOT NULL, content TEXT NOT NULL, begun_ms INTEGER NOT NULL,
  status INTEGER NOT NULL, sale INTEGER) WITHOUT ROWID;
CREATE INDEX payment_open ON payment(begun_ms) WHERE status<2 AND sale IS NULL;
UPDATE meta SET value='8' WHERE key='min_compatible';
)sql";

// Version 9: the member desk. member_change: journal entries that changed or showed a member's data. join_gift: look-up
// keys of telephone numbers that had the gift; they outlive the member, so that it is given once. claim: receipts whose
// points were claimed later; receipt as in table sale.
constexpr const char* kVersion9 = R"sql(
CREATE TABLE member_file(
  member INTEGER PRIMARY KEY, via TEXT NOT NULL, marketing INTEGER NOT NULL, company INTEGER NOT NULL,
  referrer INTEGER NOT NULL, form TEXT NOT NULL, consent TEXT NOT NULL, consent_ms INTEGER NOT NULL,
  operator TEXT NOT NULL, birthday_changed INTEGER);
CREATE TABLE member_change(member INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(member, entry)) WITHOUT ROWID;
CREATE TABLE join_gift(key INTEGER PRIMARY KEY, tail INTEGER NOT NULL);
CREATE TABLE claim(
  receipt INTEGER PRIMARY KEY, member INTEGER NOT NULL, entry INTEGER NOT NULL, points INTEGER NOT NULL,
  reversed INTEGER NOT NULL);
CREATE TABLE exchange(
  member INTEGER NOT NULL, entry INTEGER NOT NULL, id BLOB NOT NULL, day INTEGER NOT NULL, cancelled INTEGER NOT NULL,
  PRIMARY KEY(member, entry)) WITHOUT ROWID;
UPDATE meta SET value='9' WHERE key='min_compatible';
)sql";

// Version 10: what reports are made of, folded from the journal between sales as the day totals are (trade_tables.hpp);
// trade_upto is the last entry that they hold, 0: none, not even of what was fetched back. Keys begin with what time
// brings forward, so that a fold touches few pages. A product may have a cost price.
constexpr const char* kVersion10 = R"sql(
CREATE TABLE trade_hour(
  day INTEGER NOT NULL, hour INTEGER NOT NULL, tier TEXT NOT NULL, bills INTEGER NOT NULL, sold INTEGER NOT NULL,
  returns INTEGER NOT NULL, refunded INTEGER NOT NULL, pieces INTEGER NOT NULL, PRIMARY KEY(day, hour, tier)) WITHOUT ROWID;
CREATE TABLE trade_item(
  day INTEGER NOT NULL, sku TEXT NOT NULL, member INTEGER NOT NULL, quantity INTEGER NOT NULL, net INTEGER NOT NULL,
  lines INTEGER NOT NULL, promoted INTEGER NOT NULL, PRIMARY KEY(day, sku, member)) WITHOUT ROWID;
CREATE TABLE trade_item_hour(
  month INTEGER NOT NULL, hour INTEGER NOT NULL, sku TEXT NOT NULL, member INTEGER NOT NULL, quantity INTEGER NOT NULL,
  net INTEGER NOT NULL, lines INTEGER NOT NULL, promoted INTEGER NOT NULL,
  PRIMARY KEY(month, hour, sku, member)) WITHOUT ROWID;
CREATE TABLE trade_visit(
  day INTEGER NOT NULL, member INTEGER NOT NULL, bills INTEGER NOT NULL, sold INTEGER NOT NULL, returns INTEGER NOT NULL,
  refunded INTEGER NOT NULL, saving INTEGER NOT NULL, PRIMARY KEY(day, member)) WITHOUT ROWID;
CREATE TABLE trade_fact(
  day INTEGER NOT NULL, kind INTEGER NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY(day, kind, key)) WITHOUT ROWID;
CREATE TABLE member_join(member INTEGER PRIMARY KEY, day INTEGER NOT NULL, source TEXT NOT NULL, consent TEXT NOT NULL);
INSERT INTO meta VALUES('trade_upto', '0');
ALTER TABLE product ADD COLUMN cost INTEGER;
)sql";

// Version 11: prices of headquarters that wait for their time (local, ISO); applied ones are gone.
constexpr const char* kVersion11 = R"sql(
CREATE TABLE price_due(
  valid_from TEXT NOT NULL, sku TEXT NOT NULL, price INTEGER NOT NULL, promo_price INTEGER, member_price INTEGER,
  PRIMARY KEY(valid_from, sku)) WITHOUT ROWID;
-- members whose profile headquarters has not got yet
CREATE TABLE profile_out(no INTEGER PRIMARY KEY);
INSERT INTO profile_out SELECT no FROM member
  WHERE EXISTS(SELECT 1 FROM meta WHERE key='member_from') AND no NOT IN (SELECT no FROM member_hq);
)sql";

// Version 12: what a move of points on a card paid of a bill, so that a part that comes back is the same share of it;
// the newest record that was seen on an NTAG21x, and how often it showed another one of the same sequence or an older.
constexpr const char* kVersion12 = R"sql(
ALTER TABLE purse_intent ADD COLUMN fen INTEGER NOT NULL DEFAULT 0;
CREATE TABLE card_hint(
  key INTEGER NOT NULL, tail INTEGER NOT NULL, sequence INTEGER NOT NULL, balance INTEGER NOT NULL,
  forks INTEGER NOT NULL, rollbacks INTEGER NOT NULL, seen_ms INTEGER NOT NULL, PRIMARY KEY(key, tail)) WITHOUT ROWID;
)sql";

// Version 13: the manager's work. A task's row is folded from the journal; title and result are what a
// person typed, sealed under the task's id, and stand nowhere else. due: seconds of the store's local time. Costs of
// goods at their sale begin with this version: no earlier line has one.
constexpr const char* kVersion13 = R"sql(
CREATE TABLE task(
  id BLOB PRIMARY KEY, kind TEXT NOT NULL, plan TEXT NOT NULL, step TEXT NOT NULL, source TEXT NOT NULL,
  member INTEGER NOT NULL, opened_ms INTEGER NOT NULL, opened_by TEXT NOT NULL, due INTEGER NOT NULL,
  state INTEGER NOT NULL, score INTEGER NOT NULL, changed_ms INTEGER NOT NULL, changed_by TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX task_due ON task(due) WHERE state<3;
CREATE INDEX task_member ON task(member) WHERE member<>0;
CREATE TABLE task_text(id BLOB PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE benefit_use(
  member INTEGER NOT NULL, benefit TEXT NOT NULL, period TEXT NOT NULL, used INTEGER NOT NULL,
  PRIMARY KEY(member, benefit, period)) WITHOUT ROWID;
CREATE TABLE care_plan(id INTEGER PRIMARY KEY CHECK(id=1), json TEXT NOT NULL);
CREATE TABLE target(month TEXT NOT NULL, figure TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY(month, figure)) WITHOUT ROWID;
ALTER TABLE trade_item ADD COLUMN costed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE trade_item ADD COLUMN cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE trade_item_hour ADD COLUMN costed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE trade_item_hour ADD COLUMN cost INTEGER NOT NULL DEFAULT 0;
UPDATE meta SET value='13' WHERE key='min_compatible';
)sql";

// Version 14: the card that signs somebody in; only its look-up hash.
constexpr const char* kVersion14 = R"sql(
CREATE TABLE badge(staff TEXT PRIMARY KEY, key INTEGER NOT NULL, tail INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX badge_key ON badge(key);
)sql";

// Version 15, offline redemption and announcements: points placed with this till, and what redemptions took of them and
// beyond; `settled`: headquarters' balance holds it. All but announcements is folded from the journal.
constexpr const char* kVersion15 = R"sql(
CREATE TABLE rights(member INTEGER PRIMARY KEY, points INTEGER NOT NULL);
CREATE TABLE rights_mark(id INTEGER PRIMARY KEY CHECK(id=1), epoch INTEGER NOT NULL, no INTEGER NOT NULL);
CREATE TABLE offline_spend(
  member INTEGER NOT NULL, entry INTEGER NOT NULL, day INTEGER NOT NULL, rights INTEGER NOT NULL, goodwill INTEGER NOT NULL,
  settled INTEGER NOT NULL, PRIMARY KEY(member, entry)) WITHOUT ROWID;
CREATE INDEX offline_open ON offline_spend(settled) WHERE settled=0;
ALTER TABLE member_hq ADD COLUMN hold INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member_hq ADD COLUMN barred INTEGER NOT NULL DEFAULT 0;
CREATE TABLE announcement(
  key TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER,
  at_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE announcement_read(
  key TEXT NOT NULL, operator TEXT NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY(key, operator)) WITHOUT ROWID;
-- A member's own cards and numbers, each time headquarters sends his profile.
CREATE INDEX card_member ON card(member);
CREATE INDEX phone_member ON phone(member);
CREATE INDEX phone_tail_member ON phone_tail(member);
UPDATE meta SET value='15' WHERE key='min_compatible';
)sql";

// Version 16: days of trade_visit that are over, a row each (visit_packs.hpp); days of before are packed one by one.
constexpr const char* kVersion16 = R"sql(
CREATE TABLE visit_pack(day INTEGER PRIMARY KEY, visits BLOB NOT NULL);
UPDATE meta SET value='16' WHERE key='min_compatible';
)sql";

// Version 17: a snapshot of headquarters is laid aside in pages and comes into force with its cursor in one transaction
// (store_stage.cpp); feed_stage holds what is not moved to its place yet. value_hq: what headquarters said last of
// stored value and count cards.
constexpr const char* kVersion17 = R"sql(
CREATE TABLE feed_stage(
  scope TEXT NOT NULL, n INTEGER NOT NULL, key TEXT NOT NULL, member INTEGER NOT NULL, item BLOB NOT NULL,
  PRIMARY KEY(scope, n)) WITHOUT ROWID;
CREATE INDEX feed_stage_key ON feed_stage(key);
CREATE INDEX feed_stage_member ON feed_stage(member) WHERE member<>0;
-- Telephone numbers, their endings and cards of members that wait, as tables phone, phone_tail and card name them.
CREATE TABLE feed_stage_find(key INTEGER NOT NULL, tail INTEGER NOT NULL, member INTEGER NOT NULL);
CREATE INDEX feed_stage_find_key ON feed_stage_find(key);
CREATE TABLE feed_force(scope TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE value_hq(
  member INTEGER PRIMARY KEY, principal INTEGER NOT NULL, bonus INTEGER NOT NULL, as_of_ms INTEGER NOT NULL,
  seen_inc INTEGER NOT NULL, seen_seq INTEGER NOT NULL);
UPDATE meta SET value='17' WHERE key='min_compatible';
)sql";

// Version 18: moves of stored value are among the facts; what reports are made of is folded anew from the journal.
constexpr const char* kVersion18 = R"sql(
DELETE FROM trade_hour;
DELETE FROM trade_item;
DELETE FROM trade_item_hour;
DELETE FROM trade_visit;
DELETE FROM trade_fact;
DELETE FROM visit_pack;
UPDATE meta SET value='0' WHERE key='trade_upto';
UPDATE meta SET value='18' WHERE key='min_compatible';
)sql";

// Version 19: bills that other tills of the store may take up. held_owed: headquarters has to hear that they are gone;
// held_taken: bills of other tills that came here. claim_away: points of other tills' receipts, by the sale's id.
constexpr const char* kVersion19 = R"sql(
ALTER TABLE held_bill ADD COLUMN offered INTEGER NOT NULL DEFAULT 0;
CREATE TABLE held_owed(id BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE held_taken(origin BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE claim_away(sale TEXT PRIMARY KEY, member INTEGER NOT NULL, entry INTEGER NOT NULL, points INTEGER NOT NULL);
UPDATE meta SET value='19' WHERE key='min_compatible';
)sql";

// Version 20: what rewards came to (referral, the gift of who was referred, rebates), by whose bills earned them; terms
// of paid membership; where bills go, sealed; goods for birthdays alone (a flag) and for members first (days).
constexpr const char* kVersion20 = R"sql(
CREATE TABLE reward(
  subject INTEGER NOT NULL, why TEXT NOT NULL, key TEXT NOT NULL, member INTEGER NOT NULL, points INTEGER NOT NULL,
  PRIMARY KEY(subject, why, key)) WITHOUT ROWID;
CREATE INDEX reward_member ON reward(member, why);
CREATE TABLE membership(member INTEGER PRIMARY KEY, until INTEGER);
CREATE TABLE delivery(sale BLOB PRIMARY KEY, member INTEGER NOT NULL, sealed BLOB NOT NULL) WITHOUT ROWID;
ALTER TABLE product ADD COLUMN members_from INTEGER;
ALTER TABLE product ADD COLUMN guests_from INTEGER;
UPDATE meta SET value='20' WHERE key='min_compatible';
)sql";

// Version 21, the club: folded from the journal. member_tag holds tags of members who agreed to a profile
// (member_profiling). `at`: seconds of the store's local time; state of a guest: journal::GuestState. lead: friends
// whom a member named, by keyed hash of the telephone number; joined: the member that the friend became, 0: not yet.
constexpr const char* kVersion21 = R"sql(
CREATE TABLE member_profiling(member INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL);
CREATE TABLE member_tag(member INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY(member, tag)) WITHOUT ROWID;
CREATE TABLE club_event(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, place TEXT NOT NULL, at INTEGER NOT NULL, seats INTEGER NOT NULL,
  cancelled INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE club_guest(
  event TEXT NOT NULL, member INTEGER NOT NULL, state INTEGER NOT NULL, changed_ms INTEGER NOT NULL,
  PRIMARY KEY(event, member)) WITHOUT ROWID;
CREATE TABLE lead(key TEXT PRIMARY KEY, referrer INTEGER NOT NULL, until INTEGER NOT NULL, joined INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE draw_result(
  draw TEXT NOT NULL, period TEXT NOT NULL, winner INTEGER NOT NULL, entries INTEGER NOT NULL, at_ms INTEGER NOT NULL,
  PRIMARY KEY(draw, period)) WITHOUT ROWID;
UPDATE meta SET value='21' WHERE key='min_compatible';
)sql";

// Version 22, campaigns with their cost, and what calls to members' telephones showed (store_campaigns.cpp). Joins are
// counted by the way they came, so that what reports are made of is folded anew.
constexpr const char* kVersion22 = R"sql(
DELETE FROM trade_hour;
DELETE FROM trade_item;
DELETE FROM trade_item_hour;
DELETE FROM trade_visit;
DELETE FROM trade_fact;
DELETE FROM visit_pack;
UPDATE meta SET value='0' WHERE key='trade_upto';
CREATE TABLE campaign(
  code TEXT PRIMARY KEY, name TEXT NOT NULL, from_day INTEGER NOT NULL, to_day INTEGER NOT NULL, batches TEXT NOT NULL,
  promotions TEXT NOT NULL, cards INTEGER NOT NULL, gifts INTEGER NOT NULL, online INTEGER NOT NULL, offline INTEGER NOT NULL,
  operator TEXT NOT NULL, removed INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE phone_check(member INTEGER PRIMARY KEY, state TEXT NOT NULL);
UPDATE meta SET value='22' WHERE key='min_compatible';
)sql";

// Version 23: applications and what came of them, groups of members, what members may
// see of announcements and events (store_standing.cpp). `gift`: he joined here, and the gift of joining is not given.
constexpr const char* kVersion23 = R"sql(
CREATE TABLE member_standing(member INTEGER PRIMARY KEY, reason TEXT NOT NULL, gift INTEGER NOT NULL);
CREATE INDEX member_standing_gift ON member_standing(member) WHERE gift=1;
CREATE TABLE member_group(member INTEGER PRIMARY KEY, code TEXT NOT NULL);
ALTER TABLE announcement ADD COLUMN members INTEGER NOT NULL DEFAULT 0;
ALTER TABLE club_event ADD COLUMN members INTEGER NOT NULL DEFAULT 0;
UPDATE meta SET value='23' WHERE key='min_compatible';
)sql";

// Version 24, customer work. member_bill: bills by member (member_bills.hpp). comment: what was said about an
// announcement, an event or a task, folded from the journal; the words lie sealed in task_text. talk: where members
// may.
constexpr const char* kVersion24 = R"sql(
CREATE TABLE member_bill(member INTEGER NOT NULL, no INTEGER NOT NULL, PRIMARY KEY(member, no)) WITHOUT ROWID;
INSERT INTO member_bill SELECT member, no FROM sale WHERE member IS NOT NULL ORDER BY member, no;
INSERT INTO meta VALUES('bills_upto', (SELECT ifnull(max(no), 0) FROM sale));
CREATE TABLE comment(
  id BLOB PRIMARY KEY, about TEXT NOT NULL, key TEXT NOT NULL, member INTEGER NOT NULL, operator TEXT NOT NULL,
  at_ms INTEGER NOT NULL, answers BLOB, answered INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX comment_about ON comment(about, key, at_ms);
CREATE INDEX comment_waits ON comment(answered) WHERE answered=0 AND member<>0;
CREATE TABLE talk(about TEXT NOT NULL, key TEXT NOT NULL, open INTEGER NOT NULL, PRIMARY KEY(about, key)) WITHOUT ROWID;
UPDATE meta SET value='24' WHERE key='min_compatible';
)sql";

// Version 25, terms that travel: the own journal entry that moved a term last; 0: it was
// headquarters' word, or came before anybody asked.
constexpr const char* kVersion25 = R"sql(
ALTER TABLE membership ADD COLUMN entry INTEGER NOT NULL DEFAULT 0;
UPDATE meta SET value='25' WHERE key='min_compatible';
)sql";

// Version 26: bills of a member, by day, are counted (S000-23); bought_hq: what headquarters said last of the chain's.
constexpr const char* kVersion26 = R"sql(
CREATE INDEX sale_member ON sale(member, day) WHERE member IS NOT NULL;
CREATE TABLE bought_hq(
  member INTEGER PRIMARY KEY, bills INTEGER NOT NULL, spent INTEGER NOT NULL, referrals INTEGER NOT NULL,
  largest INTEGER NOT NULL);
UPDATE meta SET value='26' WHERE key='min_compatible';
)sql";

// Version 27: one way to a member's bills. The index cost a page of each sale,
// table member_bill costs a twentieth of one, between sales. An older program goes on without it, more slowly.
constexpr const char* kVersion27 = "DROP INDEX IF EXISTS sale_member;";

// Version 28: tiers by hand and what the rules go on from when they end (S001-96); bills of other channels (S001-86)
// and sale dates of goods, as headquarters said; numbers of merged members;
// tiers that referrals lifted to (S000-75); receipts by which somebody joined (S001-11).
constexpr const char* kVersion28 = R"sql(
CREATE TABLE tier_hand(
  member INTEGER PRIMARY KEY, tier TEXT NOT NULL, until INTEGER, base TEXT NOT NULL, base_since INTEGER NOT NULL,
  base_from TEXT NOT NULL, base_demotion INTEGER NOT NULL, since INTEGER NOT NULL, entry INTEGER NOT NULL,
  given INTEGER NOT NULL);
CREATE INDEX tier_hand_until ON tier_hand(until) WHERE until IS NOT NULL;
CREATE TABLE channel_bill(
  member INTEGER NOT NULL, receipt TEXT NOT NULL, channel TEXT NOT NULL, pickup TEXT NOT NULL, at_ms INTEGER NOT NULL,
  tz INTEGER NOT NULL, day INTEGER NOT NULL, total INTEGER NOT NULL, earned INTEGER NOT NULL, lines INTEGER NOT NULL,
  PRIMARY KEY(member, receipt)) WITHOUT ROWID;
ALTER TABLE price_due ADD COLUMN dated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE price_due ADD COLUMN members_from INTEGER;
ALTER TABLE price_due ADD COLUMN guests_from INTEGER;
CREATE TABLE referral_lift(member INTEGER PRIMARY KEY, tier TEXT NOT NULL, before TEXT NOT NULL);
CREATE TABLE merged_no(no INTEGER PRIMARY KEY, survivor BLOB NOT NULL);
CREATE TABLE join_receipt(receipt TEXT PRIMARY KEY, member INTEGER NOT NULL) WITHOUT ROWID;
UPDATE meta SET value='28' WHERE key='min_compatible';
)sql";

constexpr const char* kMigrations[] = {kVersion1,  kVersion2,  kVersion3,  kVersion4,  kVersion5,  kVersion6,
                                       kVersion7,  kVersion8,  kVersion9,  kVersion10, kVersion11, kVersion12,
                                       kVersion13, kVersion14, kVersion15, kVersion16, kVersion17, kVersion18,
                                       kVersion19, kVersion20, kVersion21, kVersion22, kVersion23, kVersion24,
                                       kVersion25, kVersion26, kVersion27, kVersion28};
static_assert(std::size(kMigrations) == kSchemaVersion);

int minCompatible(SQLite::Database& database) {
  SQLite::Statement query(database, "SELECT CAST(value AS INTEGER) FROM meta WHERE key='min_compatible'");
  return query.executeStep() ? query.getColumn(0).getInt() : 0;
}

}  // namespace

base::Status migrate(SQLite::Database& database) {
  return guarded([&]() -> base::Status {
    const int found = database.execAndGet("PRAGMA user_version").getInt();
    if (found > kSchemaVersion && minCompatible(database) > kSchemaVersion) {
      return base::fail(base::ErrorCode::StoreNewer,
                        fmt::format("file schema {}, program schema {}", found, kSchemaVersion));
    }
    for (int version = found; version < kSchemaVersion; ++version) {
      SQLite::Transaction transaction(database);
      database.exec(kMigrations[version]);
      database.exec(fmt::format("PRAGMA user_version={}", version + 1));
      transaction.commit();
    }
    return {};
  });
}

}  // namespace kahui::store
