// Printer, drawer and line display of this till, from its settings to the worker's thread. GUI thread.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "app/local/counter_files.hpp"
#include "app/models/counter_desk.hpp"
#include "drivers/printer/counter_worker.hpp"
#include "drivers/printer/escpos_printer.hpp"
#include "drivers/printer/print_job.hpp"

namespace kahui {

class Counter final : public models::CounterDesk {
 public:
  Counter(std::filesystem::path store_folder, local::CounterSettings settings, sale::ReceiptLanguage language);
  ~Counter() override;

  [[nodiscard]] models::CounterView view() const override;
  models::CounterAnswer setPrinter(const std::string& spec, bool wide_paper) override;
  models::CounterAnswer setDrawer(bool there, int pin) override;
  models::CounterAnswer setDisplay(const std::string& spec) override;
  models::CounterAnswer setCustomerWindow(bool shown) override;
  models::CounterAnswer setCustomerTypes(bool may) override;
  models::CounterAnswer setReceipt(const models::ReceiptSettings& settings) override;
  models::CounterAnswer setLanguage(const std::string& language) override;
  void releasePrinter(bool released) override;
  models::CounterAnswer testPrinter() override;
  models::CounterAnswer testDisplay() override;
  models::CounterAnswer print(const sale::Receipt& receipt) override;
  models::CounterAnswer printShift(const report::ShiftSlip& slip, int copy) override;
  models::CounterAnswer printForm(const report::JoinForm& form) override;
  models::CounterAnswer printText(const std::string& text) override;
  [[nodiscard]] int columns() const override;
  void openDrawer() override { m_worker->openDrawer(); }
  void show(ports::DisplayWhat what, base::Money amount) override { m_worker->show(what, amount); }
  void clearDisplay() override { m_worker->clearDisplay(); }
  void throwAway() override { m_worker->throwAway(); }
  void tryNow() override { m_worker->tryNow(); }
  void onChange(std::function<void()> listener) override;
  [[nodiscard]] const local::CounterSettings& settings() const { return m_settings; }

 private:
  models::CounterAnswer save();
  void claimPrinter();
  void claimDisplay();
  void tell();
  [[nodiscard]] sale::ReceiptLanguage language() const;  // of the paper
  [[nodiscard]] printer::PrintJob sheet(std::string text) const;

  std::filesystem::path m_store_folder;
  local::CounterSettings m_settings;
  sale::ReceiptLanguage m_language;
  bool m_released = false;
  std::mutex m_mutex;  // guards the listener
  std::function<void()> m_listener;
  std::unique_ptr<printer::CounterWorker> m_worker;  // last: its thread calls tell()
};

}  // namespace kahui
