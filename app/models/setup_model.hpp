// The first run of a till: what a person typed, checked and done step by step; what takes time is done away from the
// window. GUI thread.
#pragma once

#include <QObject>
#include <functional>
#include <optional>
#include <thread>

#include "app/models/messages.hpp"
#include "app/models/setup_desk.hpp"

namespace kahui::models {

enum class SetupStep { Store, Manager, Headquarters, Data };

class SetupModel : public QObject {
  Q_OBJECT

 public:
  enum class Threads { Own, None };  // None: done at once, for tests

  SetupModel(SetupDesk& desk, Formatter formatter, Threads threads = Threads::Own);
  ~SetupModel() override;

  void setFormatter(Formatter formatter) { m_formatter = formatter; }
  [[nodiscard]] SetupStep step() const { return m_step; }
  [[nodiscard]] bool busy() const { return m_busy; }
  [[nodiscard]] const std::vector<SetupPreset>& presets() const { return m_presets; }
  [[nodiscard]] const std::optional<SetupRows>& rows() const { return m_rows; }  // of the last file
  [[nodiscard]] bool rowsTaken() const { return m_rows_taken; }                  // they went in; else only looked at

  // What answers with a notice was not right and nothing was begun; otherwise said() follows.
  std::optional<NoticeVm> store(const SetupWish& wish);
  std::optional<NoticeVm> manager(const SetupManager& manager, const std::string& pin_again);
  std::optional<NoticeVm> enrol(const std::string& url, const std::string& code);
  std::optional<NoticeVm> take(SetupFile what, const std::string& file, bool dry_run);
  void skip();  // Headquarters; of Data: ended()
  void back();  // from the manager to the store, while it is not made
  [[nodiscard]] bool mayGoBack() const { return m_step == SetupStep::Manager && !m_made; }

  static QString presetTitle(const std::string& name);
  static QString reason(const std::string& text);  // of a bad row

 signals:
  void changed();                             // step, busy or rows
  void said(const models::NoticeVm& notice);  // how it ended
  void ended();                               // the store is ready

 private:
  struct Outcome {
    std::optional<base::Error> error{};
    std::optional<SetupRows> rows{};
    QString news{};
    std::optional<SetupStep> next{};
    bool made = false;
  };
  void run(std::function<Outcome()> job);
  void take(const Outcome& outcome);

  SetupDesk& m_desk;
  Formatter m_formatter;
  Threads m_threads;
  std::vector<SetupPreset> m_presets;
  SetupStep m_step = SetupStep::Store;
  SetupWish m_wish;
  bool m_made = false;  // there is a store, perhaps without its manager
  bool m_busy = false;
  std::optional<SetupRows> m_rows;
  bool m_rows_taken = false;
  std::jthread m_thread;
};

}  // namespace kahui::models
