// Every control is reached by Tab, and where the focus is can be seen: in each scene.
#include <QAbstractItemView>
#include <set>

#include "tests/gui/bench.hpp"
#include "tests/gui/scenes.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;

namespace {

constexpr int kMostPresses = 160;

bool isControl(const QWidget& widget) {
  return qobject_cast<const QAbstractButton*>(&widget) != nullptr ||
         qobject_cast<const widgets::CodeEdit*>(&widget) != nullptr;
}

std::set<const QWidget*> controlsOf(const test::Bench& bench) {
  std::set<const QWidget*> all;
  for (const auto* widget : bench.window.findChildren<QWidget*>()) {
    if (isControl(*widget) && widget->isVisible() && widget->isEnabled() &&
        !widget->objectName().startsWith(QStringLiteral("qt_")))
      all.insert(widget);
  }
  return all;
}

// As far as Tab leads, until it comes back to where it was.
std::set<const QWidget*> reached(test::Bench& bench) {
  std::set<const QWidget*> seen;
  const QWidget* first = nullptr;
  for (int presses = 0; presses < kMostPresses; ++presses) {
    bench.key(Qt::Key_Tab);
    const QWidget* now = bench.window.focusWidget();
    if (now == nullptr) continue;
    if (first == now) break;
    if (first == nullptr) first = now;
    seen.insert(now);
  }
  return seen;
}

bool focusIsSeen(QWidget& widget) {
  widget.setFocus(Qt::TabFocusReason);
  const QImage with = widget.grab().toImage();
  widget.clearFocus();
  return with != widget.grab().toImage();
}

}  // namespace

TEST_CASE("each control of each scene is reached by Tab") {
  for (const test::Scene& scene : test::scenes()) {
    test::Bench bench(models::Language::English, widgets::Scheme::Light, {1366, 768});
    scene.play(bench);
    const auto seen = reached(bench);
    for (const QWidget* control : controlsOf(bench)) {
      INFO(scene.name << ": " << control->objectName().toStdString());
      CHECK(seen.contains(control));
    }
  }
}

TEST_CASE("where the focus is can be seen on every kind of control, in both themes") {
  for (const auto scheme : {widgets::Scheme::Light, widgets::Scheme::Dark}) {
    for (const test::Scene& scene : test::scenes()) {
      test::Bench bench(models::Language::English, scheme, {1366, 768});
      scene.play(bench);
      for (auto* widget : bench.window.findChildren<QWidget*>()) {
        if (!isControl(*widget) || !widget->isVisible() || !widget->isEnabled() ||
            widget->objectName().startsWith(QStringLiteral("qt_")))
          continue;
        INFO(scene.name << ": " << widget->objectName().toStdString());
        CHECK(focusIsSeen(*widget));
      }
    }
  }
}
