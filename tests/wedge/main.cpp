#include "tests/wedge/display.hpp"

#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.hpp"

int main(int argc, char** argv) {
  const kahui::test::Display display;
  qputenv("QT_QPA_PLATFORM", "xcb");
  const QApplication application(argc, argv);
  kahui::test::currentDisplay() = &display;
  return Catch::Session().run(argc, argv);
}
