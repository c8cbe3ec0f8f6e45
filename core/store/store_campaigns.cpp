// Campaigns, and what calls to members' telephones showed: both folded from the journal.
#include <nlohmann/json.hpp>

#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

std::string listText(const std::vector<std::string>& list) { return nlohmann::json(list).dump(); }

std::vector<std::string> textsOf(const std::string& json) {
  const auto read = nlohmann::json::parse(json, nullptr, false);
  return read.is_array() ? read.get<std::vector<std::string>>() : std::vector<std::string>();
}

}  // namespace

base::Result<std::vector<journal::CampaignSet>> SqliteStore::campaigns() {
  return guarded([&]() -> base::Result<std::vector<journal::CampaignSet>> {
    auto row = m_connection.statement(
        "SELECT code, name, from_day, to_day, batches, promotions, cards, gifts, online, offline, operator FROM "
        "campaign "
        "WHERE removed=0 ORDER BY from_day DESC, code");
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    const auto money = [&](int column) { return base::Money(row.getColumn(column).getInt64()); };
    std::vector<journal::CampaignSet> list;
    while (row.executeStep()) {
      journal::CampaignSet& one = list.emplace_back();
      one.code = text(0);
      one.name = text(1);
      one.from = base::BusinessDate::fromDays(row.getColumn(2).getInt());
      one.to = base::BusinessDate::fromDays(row.getColumn(3).getInt());
      one.batches = textsOf(text(4));
      one.promotions = textsOf(text(5));
      one.costs = {money(6), money(7), money(8), money(9)};
      one.operator_code = text(10);
    }
    return list;
  });
}

base::Result<std::string> SqliteStore::phoneState(member::MemberNo no) {
  return guarded([&]() -> base::Result<std::string> {
    auto row = m_connection.statement("SELECT state FROM phone_check WHERE member=?");
    row.bind(1, no.value());
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
  });
}

void SqliteStore::applyCampaign(const journal::CampaignSet& set) {
  auto put = m_connection.statement("INSERT OR REPLACE INTO campaign VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  put.bind(1, set.code);
  put.bind(2, set.name);
  put.bind(3, set.from.days());
  put.bind(4, set.to.days());
  put.bind(5, listText(set.batches));
  put.bind(6, listText(set.promotions));
  put.bind(7, set.costs.cards.value());
  put.bind(8, set.costs.gifts.value());
  put.bind(9, set.costs.online.value());
  put.bind(10, set.costs.offline.value());
  put.bind(11, set.operator_code);
  put.bind(12, set.removed ? 1 : 0);
  put.exec();
}

void SqliteStore::applyPhoneChecked(const journal::PhoneChecked& checked) {
  auto put = m_connection.statement(checked.state.empty() ? "DELETE FROM phone_check WHERE member=?1"
                                                          : "INSERT OR REPLACE INTO phone_check VALUES(?1, ?2)");
  put.bind(1, checked.member);
  if (!checked.state.empty()) put.bind(2, checked.state);
  put.exec();
}

// A new number was not called yet, and whoever is erased has none.
void SqliteStore::forgetPhoneCheck(std::int64_t member) {
  auto drop = m_connection.statement("DELETE FROM phone_check WHERE member=?");
  drop.bind(1, member);
  drop.exec();
}

}  // namespace kahui::store
