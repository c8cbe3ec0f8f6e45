// A counter whose printer the test plays.
#pragma once

#include <vector>

#include "app/models/counter_desk.hpp"

namespace kahui::test {

class FakeCounter final : public models::CounterDesk {
 public:
  [[nodiscard]] models::CounterView view() const override { return now; }
  models::CounterAnswer setPrinter(const std::string& spec, bool wide_paper) override {
    if (!spec.empty() && spec.find(':') == std::string::npos) return models::CounterAnswer::BadSpec;
    return edit([&] {
      now.printer = spec;
      now.wide_paper = wide_paper;
    });
  }
  models::CounterAnswer setDrawer(bool there, int pin) override {
    return edit([&] {
      now.drawer = there;
      now.drawer_pin = pin;
    });
  }
  models::CounterAnswer setDisplay(const std::string& spec) override {
    return edit([&] { now.display = spec; });
  }
  models::CounterAnswer setCustomerWindow(bool wanted) override {
    return edit([&] { now.customer_window = wanted; });
  }
  models::CounterAnswer setCustomerTypes(bool may) override {
    return edit([&] { now.customer_types = may; });
  }
  models::CounterAnswer setReceipt(const models::ReceiptSettings& settings) override {
    if (settings.logo == "missing.png") return models::CounterAnswer::NoPicture;
    return edit([&] {
      now.receipt = settings;
      now.wide_paper = settings.wide_paper;
    });
  }
  models::CounterAnswer setLanguage(const std::string& language) override {
    return edit([&] { now.language = language; });
  }
  void releasePrinter(bool released) override {
    edit([&] { now.printer_released = released; });
  }
  models::CounterAnswer testPrinter() override {
    ++tests;
    return models::CounterAnswer::Done;
  }
  models::CounterAnswer testDisplay() override { return models::CounterAnswer::Done; }
  models::CounterAnswer print(const sale::Receipt& receipt) override {
    if (now.printer.empty()) return models::CounterAnswer::NoPrinter;
    printed.push_back(receipt);
    return models::CounterAnswer::Done;
  }
  models::CounterAnswer printShift(const report::ShiftSlip& slip, int copy) override {
    if (now.printer.empty()) return models::CounterAnswer::NoPrinter;
    slips.emplace_back(slip, copy);
    return models::CounterAnswer::Done;
  }
  models::CounterAnswer printForm(const report::JoinForm& form) override {
    if (now.printer.empty()) return models::CounterAnswer::NoPrinter;
    forms.push_back(form);
    return models::CounterAnswer::Done;
  }
  models::CounterAnswer printText(const std::string& text) override {
    if (now.printer.empty()) return models::CounterAnswer::NoPrinter;
    texts.push_back(text);
    return models::CounterAnswer::Done;
  }
  [[nodiscard]] int columns() const override { return now.wide_paper ? 48 : 32; }
  void openDrawer() override { ++kicks; }
  void show(ports::DisplayWhat what, base::Money amount) override { shown.emplace_back(what, amount); }
  void clearDisplay() override { shown.clear(); }
  void throwAway() override {
    edit([&] { now.waiting = 0; });
  }
  void tryNow() override {}
  void onChange(std::function<void()> listener) override { m_listener = std::move(listener); }

  template <class Change>
  models::CounterAnswer edit(Change&& change) {
    change();
    if (m_listener) m_listener();
    return models::CounterAnswer::Done;
  }

  models::CounterView now;
  std::vector<sale::Receipt> printed;
  std::vector<std::pair<report::ShiftSlip, int>> slips;
  std::vector<report::JoinForm> forms;
  std::vector<std::string> texts;
  std::vector<std::pair<ports::DisplayWhat, base::Money>> shown;
  int kicks = 0;
  int tests = 0;

 private:
  std::function<void()> m_listener;
};

}  // namespace kahui::test
