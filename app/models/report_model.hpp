// The manager's reports for the screen. Each is made away from the window and from the till's engine: on a thread with
// a store of its own, opened for reading. Only the newest question is answered. GUI thread.
#pragma once

#include <QObject>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "app/models/messages.hpp"
#include "app/models/section_model.hpp"
#include "core/base/clock.hpp"
#include "core/programme/care_plan.hpp"
#include "core/report/document.hpp"

namespace kahui::models {

enum class ReportPage { Today, Goods, Members, Lists, Trust, Month, Log, Campaigns, Sheets };
enum class ReportSpan { Week, Month, Quarter, Year };
enum class ReportFile { Pdf, Xlsx, Csv };

struct PlanVm {  // targets of a month and the care plan, to be edited
  struct Target {
    std::string figure;       // of report::targetFigures()
    std::int64_t target = 0;  // 0: none is set
    std::int64_t actual = 0;
  };
  base::BusinessDate month;  // its first day
  std::vector<Target> targets;
  std::string json;  // as the store has it; empty: none was set
  programme::CarePlan plan;
};

struct FigureVm {
  QString key, title, value, detail;
  int trend = 0;
  bool alert = false;
};

struct LatestVm {  // an act about a member (S000-82)
  QString when, what, who;
};
inline constexpr std::size_t kLatest = 5;

struct EntryVm {  // of the list at the left: a table, or a list of members
  QString title;
  int count = 0;
};

struct BarVm {
  QString label, text, beside_text;
  std::int64_t value = 0, beside = 0;  // >= 0
  int rank = -1;                       // of a tier, for its colour
  bool now = false;                    // the hour that it is
  bool operator==(const BarVm&) const = default;
};
struct ChartVm {
  QString title, name, beside_name;  // beside_name empty: nothing stands beside
  bool upright = false;              // hours: bars stand; else they lie
  bool money = false;
  bool ranked = false;  // bars are tiers; one without a rank is the guests
  std::vector<BarVm> bars;
  bool operator==(const ChartVm&) const = default;
};

class ReportModel : public QObject {
  Q_OBJECT

 public:
  using OpenSource = std::function<base::Result<std::unique_ptr<ports::ReportSource>>()>;
  using WriteFile =
      std::function<base::Status(const report::Document&, report::Language, ReportFile, const std::string&)>;
  enum class Threads { Own, None };  // None: questions are answered at once, for tests

  ReportModel(OpenSource open, WriteFile write, std::shared_ptr<const base::Clock> clock, Formatter formatter,
              Threads threads = Threads::Own);
  ~ReportModel() override;

  static bool mayRead(const till::Snapshot& snapshot);

  void setFormatter(Formatter formatter);
  void show(ReportPage page);
  void move(int steps);  // days on Today and Lists, else whole spans
  void backToNow();
  void setSpan(ReportSpan span);
  void choose(int entry);
  void setConsentOnly(bool only);
  void nextTier();                // of a list: all, then one after the other
  void nextTag();                 // of a list: any, then one after the other of the care plan
  void setHalfYear(bool only);    // of a list: who bought within half a year
  void setLeastBills(int bills);  // of a list: at least so many bills in a year; 0: any
  void showCampaign(const std::string& code);
  void nextCampaign();
  void setFind(const QString& text);  // goods: code, name or category; lists: least yuan in a year; log: any text
  void refresh();                     // the same question again, unless one is under way
  void reload() { ask(); }            // the same question again, whatever is under way
  void askPlan(int months);           // of the month so many after this one, <= 0 before; planTaken() follows
  NoticeVm exportTo(ReportFile file, const QString& folder);  // exported() follows

  [[nodiscard]] ReportPage page() const { return m_ask.page; }
  [[nodiscard]] ReportSpan span() const { return m_ask.span; }
  [[nodiscard]] bool consentOnly() const { return m_ask.consent; }
  [[nodiscard]] bool halfYear() const { return m_ask.half_year; }
  [[nodiscard]] const QString& find() const { return m_ask.find; }
  [[nodiscard]] int leastBills() const { return m_ask.least_bills; }
  // Of a list's row: CONFIRMED, DEAD; empty: the number was not checked.
  [[nodiscard]] std::string phoneState(int row) const;
  // That is shown; null: there is none. `campaignAt`: of a row of the table of all, empty: it is no campaign's.
  [[nodiscard]] const journal::CampaignSet* campaign() const;
  [[nodiscard]] std::string campaignAt(int row) const;
  [[nodiscard]] std::vector<LatestVm> latest() const;  // of today's page
  // All members of the list that is shown, beyond the rows on the screen; and what the list is called in the journal.
  [[nodiscard]] std::vector<member::MemberNo> selection() const;
  [[nodiscard]] std::string selectionName() const;
  [[nodiscard]] base::BusinessDate day() const { return m_answer ? m_answer->day : base::BusinessDate(); }
  [[nodiscard]] std::vector<std::string> slip(int columns) const;  // the report in short, for the receipt printer
  [[nodiscard]] bool isToday() const { return m_ask.offset == 0; }
  [[nodiscard]] QString tier() const;  // that a list is of; empty: all
  [[nodiscard]] QString tag() const;   // likewise
  [[nodiscard]] bool hasTags() const { return m_answer && !m_answer->tags.empty(); }
  [[nodiscard]] bool isBusy() const { return m_busy; }
  [[nodiscard]] bool hasAnswer() const { return m_answer.has_value(); }
  [[nodiscard]] QString subtitle() const;
  [[nodiscard]] std::vector<FigureVm> figures() const;
  [[nodiscard]] std::vector<EntryVm> entries() const;
  [[nodiscard]] int entry() const;
  [[nodiscard]] QString note() const;
  [[nodiscard]] SectionModel& table() { return m_table; }
  [[nodiscard]] ChartVm chart() const;                       // of the chosen table; no bars: it has none
  [[nodiscard]] ChartVm chartOf(const char* section) const;  // of another
  [[nodiscard]] QString alert() const;                       // one line that asks for something; empty: all is well
  [[nodiscard]] std::optional<NoticeVm> trouble() const;     // the last question could not be answered
  [[nodiscard]] const std::optional<PlanVm>& plan() const { return m_plan; }

 signals:
  void changed();
  void exported(const models::NoticeVm& notice);
  void planTaken();

 private:
  struct Ask {
    ReportPage page = ReportPage::Today;
    ReportSpan span = ReportSpan::Month;
    int offset = 0;  // days or spans back, <= 0
    report::ListKind list = report::ListKind::Birthdays7;
    bool consent = false;
    int tier = -1;  // rank
    int tag = -1;   // of the care plan
    bool half_year = false;
    int least_bills = 0;
    std::string campaign{};   // code; empty: the newest
    bool check_list = false;  // of the sheets: the check list, else the rules
    QString find{};
    std::optional<report::ActivityKind> kind{};  // of the log
    report::Language language{};
  };
  struct Answer {
    Ask ask;
    report::Document document;
    std::array<std::size_t, report::kLists> list_sizes{};
    std::vector<std::string> tiers;  // codes by rank
    std::vector<std::string> tier_names;
    std::vector<programme::CareTag> tags;
    std::array<std::size_t, report::kActivityKinds> log_sizes{};
    std::vector<std::int64_t> selected;  // of a list: all of it
    base::BusinessDate day;              // that a list is of, or today
    std::vector<journal::CampaignSet> campaigns;
    std::string campaign;                  // code of the one shown
    std::vector<report::Document> sheets;  // rules and check list, as they are printed
    std::vector<std::string> warnings;     // of the rules' campaigns
    int hour = -1;                         // that it is, on the day shown; -1: another day
  };
  class Maker;

  void ask();
  void work(std::function<void()> task, bool newest);
  void run();
  void took(base::Result<Answer> answer);
  void tookPlan(base::Result<PlanVm> plan);
  [[nodiscard]] const report::Section* section(int entry) const;
  [[nodiscard]] ChartVm chartOf(const report::Section& section) const;

  OpenSource m_open;
  WriteFile m_write;
  std::shared_ptr<const base::Clock> m_clock;
  Formatter m_formatter;
  Ask m_ask;
  int m_entry = 0;
  bool m_busy = false;
  std::optional<Answer> m_answer;
  std::optional<PlanVm> m_plan;
  std::optional<base::Error> m_error;
  SectionModel m_table;

  std::unique_ptr<Maker> m_maker;  // the worker's alone
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<std::function<void()>> m_tasks;  // at most one question and the files asked for
  std::function<void()> m_question;
  bool m_stop = false;
  bool m_threaded;
  std::thread m_thread;
};

}  // namespace kahui::models
