// Nothing cut off, nothing too small to touch, nothing unnamed: every scene, both languages, both themes, three sizes.
#include <QApplication>
#include <QTableView>

#include "app/widgets/top_bar.hpp"
#include "tests/gui/bench.hpp"
#include "tests/gui/scenes.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;

namespace {

// WCAG 2.2: relative luminance and contrast. Tenths, so that 45 is 4.5 : 1.
qreal channel(qreal value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

qreal luminance(const QColor& color) {
  return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

int contrastTenths(const QColor& a, const QColor& b) {
  const auto [dark, bright] = std::minmax({luminance(a), luminance(b)});
  return static_cast<int>((bright + 0.05) / (dark + 0.05) * 10);
}

std::string nameOf(const QWidget& widget) {
  return std::string(widget.metaObject()->className()) + " " + widget.objectName().toStdString();
}

void checkButtons(test::Bench& bench) {
  for (const auto* button : bench.window.findChildren<QAbstractButton*>()) {
    if (!button->isVisible()) continue;
    INFO(nameOf(*button));
    CHECK(button->width() >= widgets::kTouch_px);
    CHECK(button->height() >= widgets::kTouch_px);
    const QRect place(button->mapTo(&bench.window, QPoint(0, 0)), button->size());
    CHECK(bench.window.rect().contains(place));
    CHECK_FALSE(button->accessibleName().isEmpty());
  }
}

void checkText(test::Bench& bench) {
  for (auto* widget : bench.window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->metaObject()->indexOfMethod("textFits()") < 0) continue;
    bool fits = false;
    REQUIRE(QMetaObject::invokeMethod(widget, "textFits", Q_RETURN_ARG(bool, fits)));
    const auto* label = qobject_cast<const widgets::TextLabel*>(widget);
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    INFO(nameOf(*widget) << " " << widget->accessibleName().toStdString());
    INFO((label != nullptr ? label->text() : button != nullptr ? button->text() : QString()).toStdString());
    INFO(widget->width() << "x" << widget->height());
    CHECK(fits);
  }
}

// Interactive widgets are found by name in tests and by assistive technology: name ends in the class.
void checkNames(test::Bench& bench) {
  for (const auto* widget : bench.window.findChildren<QWidget*>()) {
    if (widget->inherits("QTableCornerButton")) continue;  // Qt's own, never shown
    const bool interactive =
        qobject_cast<const QAbstractButton*>(widget) != nullptr ||
        qobject_cast<const widgets::CodeEdit*>(widget) != nullptr ||
        (qobject_cast<const QAbstractItemView*>(widget) != nullptr && widget->objectName() != QString());
    if (!interactive || widget->objectName().startsWith(QStringLiteral("qt_"))) continue;
    const QString type = QString::fromLatin1(widget->metaObject()->className()).section(QStringLiteral("::"), -1);
    INFO(nameOf(*widget));
    CHECK(widget->objectName().endsWith(type));
    if (widget->isVisible()) CHECK_FALSE(widget->accessibleName().isEmpty());
  }
}

void checkAmounts(test::Bench& bench) {
  for (const char* name :
       {"grossTextLabel", "savingTextLabel", "dueTextLabel", "tenderDueTextLabel", "tenderChangeTextLabel",
        "changeTextLabel", "memberPointsTextLabel", "memberEarnsTextLabel", "clockTextLabel"}) {
    const auto& label = bench.find<widgets::TextLabel>(name);
    INFO(name);
    if (label.isVisible()) CHECK_FALSE(label.text().isEmpty());
  }
}

void checkScenes(models::Language language) {
  for (const test::View& view : test::allViews()) {
    if (view.language != language) continue;
    for (const test::Scene& scene : test::scenes()) {
      test::Bench bench(view.language, view.scheme, view.size);
      scene.play(bench);
      INFO(scene.name << " " << view.name().toStdString());
      CHECK(bench.window.size() == view.size);
      checkButtons(bench);
      checkText(bench);
      checkNames(bench);
      checkAmounts(bench);
    }
  }
}

}  // namespace

// Two cases, so that they run side by side.
TEST_CASE("each scene fits, can be touched and is named in Chinese") { checkScenes(models::Language::Chinese); }

TEST_CASE("each scene fits, can be touched and is named in English") { checkScenes(models::Language::English); }

TEST_CASE("the top bar keeps the store's name when every sign is shown: signs lose their words first") {
  models::UiLanguage spoken(GENERATE(models::Language::Chinese, models::Language::English));
  widgets::Theme theme(widgets::Scheme::Light);
  const base::ManualClock clock(*base::LocalTime::parse("2026-03-05T14:31:00"));
  QWidget window;  // a bar of its own would not become smaller than its layout asks for
  window.resize(1920, 100);
  auto& bar = *new widgets::TopBar(widgets::Look{theme, spoken}, clock, true, &window);
  till::Snapshot now;
  now.store = {"0001", "惠民生活超市解放路店", "03", true, false};
  now.op = till::OperatorView{"1001", "欧阳小芳", till::Role::Manager, 0};
  now.readers = {{"one", ports::ReaderKind::Pcsc, ports::ReaderState::Ready, ports::ReaderAdvice::None},
                 {"two", ports::ReaderKind::Pcsc, ports::ReaderState::Gone, ports::ReaderAdvice::None}};
  now.hq = till::HqView{true, false, 1234, 75};
  now.tenders.emplace().open.resize(3);
  bar.show(now);
  window.show();
  bool words_left = false;
  for (const int width : {1920, 1366, 1024}) {
    bar.resize(width, 52);
    QApplication::processEvents();
    INFO(width);
    REQUIRE(bar.width() == width);
    const auto labels = bar.findChildren<widgets::TextLabel*>();
    for (const auto* label : labels) {
      INFO(label->text().toStdString() << " " << label->width());
      const bool clock_label = label->objectName() == QStringLiteral("clockTextLabel");
      CHECK((clock_label ? label->textFits() : label->width() >= std::min(label->sizeHint().width(), 150)));
      CHECK(label->geometry().right() < width);
    }
    for (const auto* chip : bar.findChildren<widgets::Chip*>()) {
      if (chip->isHidden()) continue;
      CHECK(chip->textFits());
      CHECK_FALSE(chip->accessibleName().isEmpty());
      words_left = words_left || (width == 1920 && !chip->text().isEmpty());
    }
    for (const auto* button : bar.findChildren<QAbstractButton*>())
      if (!button->isHidden()) CHECK(button->width() >= widgets::kTouch_px);
  }
  CHECK(words_left);
  CHECK(bar.minimumSizeHint().width() <= 1024);
}

TEST_CASE("each pair of text and ground has its contrast") {
  for (const auto* tokens : {&widgets::lightTokens(), &widgets::darkTokens()}) {
    for (const auto& pair : widgets::contrastPairs(*tokens)) {
      INFO(pair.name << " " << pair.text.name().toStdString() << " on " << pair.back.name().toStdString());
      CHECK(contrastTenths(pair.text, pair.back) >= pair.least_tenths);
    }
  }
}

TEST_CASE("the contrast measure is the one of WCAG") {
  CHECK(contrastTenths(Qt::black, Qt::white) == 210);
  CHECK(contrastTenths(Qt::white, Qt::white) == 10);
  CHECK(contrastTenths(QColor(0x77, 0x77, 0x77), Qt::white) == 44);
}

TEST_CASE("a label that is too narrow says so") {
  models::UiLanguage language(models::Language::English);
  widgets::Theme theme(widgets::Scheme::Light);
  widgets::TextLabel label({theme, language}, 20, widgets::TextLabel::Weight::Bold, &widgets::Tokens::text);
  label.setText(QStringLiteral("12,345.67"));
  label.resize(label.sizeHint());
  CHECK(label.textFits());
  label.resize(label.width() / 2, label.height());
  CHECK_FALSE(label.textFits());
  widgets::ActionButton button({theme, language}, widgets::ActionButton::Kind::Plain, QStringLiteral("x"));
  button.setText(QStringLiteral("A long word on it"));
  button.resize(button.sizeHint());
  CHECK(button.textFits());
  button.resize(widgets::kTouch_px, widgets::kTouch_px);
  CHECK_FALSE(button.textFits());
}

TEST_CASE("a tight line cuts no letter that hangs below it") {
  test::Bench bench;
  const auto ink = [&](int height_px) {
    widgets::TextLabel label({bench.theme, bench.language}, 22, widgets::TextLabel::Weight::Bold,
                             &widgets::Tokens::text);
    label.setShrinking(15);
    label.setText(QStringLiteral("Log gj"));
    label.resize(200, height_px > 0 ? height_px : label.sizeHint().height());
    QImage image(label.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    label.render(&image, QPoint(), QRegion(), QWidget::RenderFlags());
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    return dark;
  };
  CHECK(ink(0) > 100);
  CHECK(ink(0) == ink(80));
}

TEST_CASE("digits are all of one width, so that columns of money stand straight") {
  const QFontMetrics metrics(widgets::typeface(18, true));
  for (char digit = '1'; digit <= '9'; ++digit) {
    CHECK(metrics.horizontalAdvance(QLatin1Char(digit)) == metrics.horizontalAdvance(QLatin1Char('0')));
  }
}
