// Reports over one store (ports::ReportSource). Its store is best opened for reading; one object, one thread.
#pragma once

#include <memory>

#include "core/ports/report_source.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

class ReportReader final : public ports::ReportSource {
 public:
  explicit ReportReader(std::unique_ptr<SqliteStore> store) : m_store(std::move(store)) {}
  static base::Result<std::unique_ptr<ReportReader>> open(const std::filesystem::path& folder);

  [[nodiscard]] const ports::StoreInfo& info() const override { return m_store->info(); }
  base::Result<std::string> rules() override;
  base::Result<std::optional<ports::Shift>> openShift() override { return m_store->openShift(); }
  base::Result<std::optional<ports::Shift>> shift(std::int64_t id) override;
  base::Result<ports::TradeBook> trade(const ports::DaySpan& span, unsigned parts) override;
  base::Result<std::vector<ports::ReportMember>> members() override;
  base::Result<std::vector<ports::ReportBirthday>> birthdays() override;
  base::Result<std::vector<ports::MaskedPerson>> people(std::span<const std::int64_t> members) override;
  base::Result<std::vector<ports::LotSum>> liability() override;
  base::Result<std::vector<ports::EndingPoints>> pointsEnding(base::BusinessDate until) override;
  base::Status earlierRefunds(int year, std::unordered_map<std::int64_t, base::Money>& refunds) override;
  base::Result<std::vector<ports::ReportProduct>> products() override;
  base::Result<std::unordered_map<std::string, std::string>> staffNames() override;
  base::Result<std::vector<journal::Event>> events(const ports::DaySpan& span) override;
  base::Result<std::vector<journal::Event>> unusualEvents(const ports::DaySpan& span) override;
  base::Result<std::vector<ports::StoredTarget>> targets(std::string_view month) override {
    return m_store->targets(month);
  }
  base::Result<std::string> carePlan() override { return m_store->carePlan(); }
  base::Result<std::vector<journal::CampaignSet>> campaigns() override { return m_store->campaigns(); }
  base::Result<std::vector<journal::Event>> rewardEvents(const ports::DaySpan& span) override;
  base::Result<std::vector<std::string>> batchCoupons(std::span<const std::string> batches) override;
  base::Result<std::unordered_map<std::int64_t, std::string>> phoneStates() override;
  base::Result<std::vector<ports::BenefitUse>> benefitUses() override;
  base::Result<ports::StoredSum> storedSum() override;
  base::Result<std::vector<ports::JoinedBy>> joinedBy(const ports::DaySpan& span) override;
  base::Result<std::vector<journal::Event>> lastMemberEvents(std::size_t most) override;
  [[nodiscard]] SqliteStore& store() { return *m_store; }

 private:
  // The events that the tables do not hold yet, kept from one question to the next.
  struct Tail {
    std::int64_t after = -1;  // what the tables held
    std::int64_t upto = 0;
    journal::TradeRows rows;
    std::map<std::int32_t, journal::DayTotals> totals;
  };
  // The newest events about members, as of an entry of the journal.
  struct Latest {
    std::int64_t upto = 0;
    std::vector<journal::Event> events;  // newest first
  };
  base::Status readTail();
  base::Result<std::vector<journal::Event>> eventsOf(const ports::DaySpan& span, const char* sql);  // a literal
  void readHours(const ports::DaySpan& span, ports::TradeBook& book);
  void readItems(const ports::DaySpan& span, ports::TradeBook& book);
  void readItemHours(const ports::DaySpan& span, ports::TradeBook& book);
  base::Status readVisits(const ports::DaySpan& span, ports::TradeBook& book);
  void readFacts(const ports::DaySpan& span, ports::TradeBook& book);
  void readTotals(const ports::DaySpan& span, ports::TradeBook& book);

  std::unique_ptr<SqliteStore> m_store;
  Tail m_tail;
  Latest m_latest;
};

}  // namespace kahui::store
