// The windows of these tests are real and offscreen; each test makes its own on this one application.
#include <QApplication>

#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.hpp"

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QApplication::setCursorFlashTime(0);
  return Catch::Session().run(argc, argv);
}
