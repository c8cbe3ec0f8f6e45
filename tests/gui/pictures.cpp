// Pictures of every screen for people to look at: KAHUI_PICTURES=DIR kahui-test-gui "[pictures]". Also a test that each
// can be drawn.
#include <QDir>
#include <QPixmap>

#include "tests/gui/bench.hpp"
#include "tests/gui/scenes.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;

namespace {

// Something stands out from the ground along the diagonal.
bool isDrawn(const QImage& image) {
  const int steps = image.height();
  for (int step = 0; step < steps; ++step)
    if (image.pixelColor(step * image.width() / steps, step) != image.pixelColor(0, 0)) return true;
  return false;
}

}  // namespace

TEST_CASE("every screen can be drawn and is not empty", "[pictures]") {
  const QString folder = qEnvironmentVariable("KAHUI_PICTURES");
  const bool wanted = !folder.isEmpty();
  const QStringList only = qEnvironmentVariable("KAHUI_PICTURES_ONLY").split(QLatin1Char(','), Qt::SkipEmptyParts);
  for (const test::View& view : wanted ? test::allViews() : test::fewViews()) {
    for (const test::Scene& scene : test::scenes()) {
      if (!only.isEmpty() && !only.contains(QString::fromLatin1(scene.name))) continue;
      test::Bench bench(view.language, view.scheme, view.size);
      scene.play(bench);
      const QImage image = bench.window.grab().toImage();
      INFO(scene.name);
      CHECK(image.size() == view.size);
      CHECK(isDrawn(image));
      if (wanted)
        REQUIRE(image.save(QDir(folder).filePath(QString::fromLatin1(scene.name) + QLatin1Char('-') + view.name() +
                                                 QStringLiteral(".png"))));
    }
  }
}
