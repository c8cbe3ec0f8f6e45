// From the till's snapshots to the counter: what is printed when, when the drawer opens, what the customer's display
// shows. The act is on disk before anything of it reaches the counter, and no sale waits for it.
#pragma once

#include <QObject>
#include <memory>

#include "app/models/counter_desk.hpp"
#include "app/models/messages.hpp"
#include "app/models/till_model.hpp"

namespace kahui::models {

class CounterModel : public QObject {
  Q_OBJECT

 public:
  CounterModel(TillModel& till, CounterDesk& desk, QObject* parent = nullptr);
  ~CounterModel() override;

  [[nodiscard]] const CounterView& view() const { return m_view; }
  [[nodiscard]] CounterDesk& desk() { return m_desk; }
  [[nodiscard]] bool hasPrinter() const { return !m_view.printer.empty(); }
  void setFormatter(Formatter formatter) { m_formatter = formatter; }  // of vouchers
  // Lines of a report in short, or of a voucher; noticed() says how it went.
  void printLines(const std::vector<std::string>& lines);
  static QString state(const CounterView& view);
  static NoticeVm answer(CounterAnswer answer, const QString& done);
  static NoticeVm trouble(const CounterView& view);  // what is empty: all is well

 signals:
  void changed();
  void noticed(const models::NoticeVm& notice);  // the printer needs a hand, or is well again

 private:
  struct Link;
  void follow();                               // the till
  void take();                                 // the counter
  void printSlips(const till::Snapshot& now);  // of shifts, and vouchers of the member desk
  void showFigures(const till::Snapshot& now);
  void openFor(const till::Notice& notice);  // what is done at the drawer without a bill

  TillModel& m_till;
  CounterDesk& m_desk;
  std::shared_ptr<Link> m_link;
  CounterView m_view;
  Formatter m_formatter{Language::Chinese};
  std::string m_printed;  // receipt number and copy
  std::uint64_t m_notice_serial = 0;
  std::uint64_t m_slip_serial = 0;  // of the last slip of a shift
  std::uint64_t m_form_serial = 0;  // of the last blank forms
  base::Id m_voucher;               // the last
  till::Phase m_phase = till::Phase::SignedOut;
  std::size_t m_lines = 0;
  base::Money m_due{};
};

}  // namespace kahui::models
