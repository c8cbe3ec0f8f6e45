// What headquarters says of stored value and count cards, as differences to the till's own figures.
#include <map>

#include "core/journal/value_why.hpp"
#include "core/store/places.hpp"

namespace kahui::store {

base::Status SqliteStore::confirmCount(std::int64_t no, ports::FeedCount card, int change) {
  if (change == 0) return {};
  int left = change;
  {
    auto before = m_connection.statement("SELECT left, sku, name, expires FROM count_card WHERE id=?");
    before.bindNoCopy(1, card.card);
    if (before.executeStep()) {
      left += before.getColumn(0).getInt();
      card.sku = before.getColumn(1).getString();
      card.name = before.getColumn(2).getString();
      if (!before.getColumn(3).isNull()) card.expires = base::BusinessDate::fromDays(before.getColumn(3).getInt());
    }
  }
  return appendNow(journal::CountMoved{no, std::move(card.card), journal::kValueConfirmed, std::move(card.sku),
                                       std::move(card.name), change, left, card.expires});
}

// Stored value and count cards likewise: each difference is an event (why CONFIRMED) that headquarters passes over.
base::Status SqliteStore::confirmValue(const ports::FeedMember& item, const Places& places) {
  const HighWater seen{item.seen_incarnation, item.seen_seq};
  struct Own {
    std::int64_t principal = 0, bonus = 0, count = 0;  // what headquarters' figures would be to agree with this till
  };
  std::map<std::string, Own> own;  // by card; empty: stored value
  auto moves =
      m_connection.statement("SELECT entry, card, principal, bonus, count, why FROM value_move WHERE member=?");
  moves.bind(1, item.no.value());
  while (moves.executeStep()) {
    const bool said = moves.getColumn(5).getString() == journal::kValueConfirmed;
    if (!said && places.of(moves.getColumn(0).getInt64()) > seen) continue;  // stays on top of what is said
    Own& one = own[moves.getColumn(1).getString()];
    one.principal += moves.getColumn(2).getInt64();
    one.bonus += moves.getColumn(3).getInt64();
    one.count += moves.getColumn(4).getInt64();
  }
  const ports::FeedValue& value = *item.value;
  const std::int64_t no = item.no.value();
  const base::Money principal = value.principal - base::Money(own[""].principal);
  const base::Money bonus = value.bonus - base::Money(own[""].bonus);
  if (principal != base::Money{} || bonus != base::Money{}) {
    journal::StoredMoved moved;
    moved.member = no;
    moved.why = journal::kValueConfirmed;
    moved.principal = principal;
    moved.bonus = bonus;
    auto before = m_connection.statement("SELECT principal, bonus FROM stored_account WHERE member=?");
    before.bind(1, no);
    const bool has = before.executeStep();
    moved.principal_after = principal + base::Money(has ? before.getColumn(0).getInt64() : 0);
    moved.bonus_after = bonus + base::Money(has ? before.getColumn(1).getInt64() : 0);
    KAHUI_TRY(appendNow(std::move(moved)));
  }
  for (const ports::FeedCount& count : value.counts) {
    const auto known = own.extract(count.card);
    KAHUI_TRY(confirmCount(no, count, count.left - static_cast<int>(known ? known.mapped().count : 0)));
  }
  // Of a card that it does not name, headquarters knows no use that is left.
  for (const auto& [card, one] : own)
    if (!card.empty()) KAHUI_TRY(confirmCount(no, {card, {}, {}, 0, {}}, static_cast<int>(-one.count)));
  auto put = m_connection.statement("INSERT OR REPLACE INTO value_hq VALUES(?, ?, ?, ?, ?, ?)");
  int column = 0;
  for (const std::int64_t one : {no, value.principal.value(), value.bonus.value(), item.as_of_ms,
                                 std::int64_t{item.seen_incarnation}, static_cast<std::int64_t>(item.seen_seq)})
    put.bind(++column, one);
  put.exec();
  return {};
}

}  // namespace kahui::store
