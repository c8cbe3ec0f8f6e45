// The windows of these tests are real and offscreen; each test makes its own on this one application.
#include "app/widgets/paint_probe.hpp"

#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.hpp"

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  kahui::widgets::PaintProbe application(argc, argv);
  QApplication::setCursorFlashTime(0);
  return Catch::Session().run(argc, argv);
}
