// Asks a source for what a report needs and makes the report. One object, one thread: the source's. Errors are the
// source's; BadInput for a rule pack that cannot be read.
#pragma once

#include "core/programme/care_plan.hpp"
#include "core/report/activity.hpp"
#include "core/report/campaigns.hpp"
#include "core/report/exceptions.hpp"
#include "core/report/goods.hpp"
#include "core/report/lists.hpp"
#include "core/report/members.hpp"
#include "core/report/targets.hpp"
#include "core/report/today.hpp"

namespace kahui::report {

struct MemberLine {  // a row of a list with the person, masked
  ListRow row;
  ports::MaskedPerson person;
};

class Desk {
 public:
  explicit Desk(ports::ReportSource& source) : m_source(source) {}

  [[nodiscard]] const ports::StoreInfo& info() const { return m_source.info(); }
  base::Result<programme::RulePack> pack();
  base::Result<Today> today(base::BusinessDate day);
  base::Result<PeriodFigures> period(const ports::DaySpan& span);
  base::Result<PeriodFigures> shift(std::int64_t id);  // UnknownSale… WrongState: there is no such shift
  // `filter`: goods whose sku, name or category (code or name) has it; empty: all.
  base::Result<Goods> goods(const ports::DaySpan& span, const std::string& filter = {});
  base::Result<std::vector<TargetRow>> targets(const PeriodFigures& figures, base::BusinessDate month);
  base::Result<std::vector<ports::StoredTarget>> storedTargets(base::BusinessDate month);
  base::Result<std::string> carePlan() { return m_source.carePlan(); }
  base::Result<std::vector<Activity>> log(const ports::DaySpan& span, const ActivityFilter& filter,
                                          std::array<std::size_t, kActivityKinds>* sizes = nullptr);
  base::Result<Members> members(const ports::DaySpan& span, base::BusinessDate day);
  base::Result<std::vector<ListRow>> list(ListKind kind, base::BusinessDate day);
  // The same, and how many rows each list has.
  base::Result<std::vector<ListRow>> list(ListKind kind, base::BusinessDate day,
                                          std::array<std::size_t, kLists>& sizes);
  base::Result<std::vector<MemberLine>> withPeople(const std::vector<ListRow>& rows, std::size_t most);
  base::Result<std::vector<journal::CampaignSet>> campaigns() { return m_source.campaigns(); }
  // WrongState: there is no such campaign; empty: the one that began last, else the next.
  base::Result<CampaignFigures> campaign(const std::string& code, base::BusinessDate day);
  base::Result<programme::CarePlan> care();  // WrongState: none was set
  // The newest acts about members with the persons, masked: at most `most`, newest first.
  struct Latest {
    Activity act;
    ports::MaskedPerson person;
  };
  base::Result<std::vector<Latest>> latest(std::size_t most);
  base::Result<std::vector<Exception>> exceptions(const ports::DaySpan& span);

 private:
  template <class Use>
  base::Status withLists(base::BusinessDate day, const Use& use);
  base::Status nameItems(PeriodFigures& figures);

  ports::ReportSource& m_source;
};

// The calendar month of a day.
ports::DaySpan monthOf(base::BusinessDate day);

}  // namespace kahui::report
