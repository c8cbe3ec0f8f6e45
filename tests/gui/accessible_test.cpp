// What a screen reader is told: in each scene and both languages each control has a role and a name.
#include <QAccessible>
#include <QAccessibleInterface>
#include <set>

#include "tests/gui/bench.hpp"
#include "tests/gui/scenes.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;

namespace {

struct Told {
  int controls = 0;
  std::set<std::string> nameless;  // role and object
};

bool isControl(const QAccessibleInterface& one) {
  static const std::set<QAccessible::Role> kControls{
      QAccessible::PushButton,   QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::ComboBox,
      QAccessible::EditableText, QAccessible::SpinBox,  QAccessible::Slider,      QAccessible::List,
      QAccessible::Table,        QAccessible::Tree};
  if (kControls.contains(one.role())) return true;
  return one.state().focusable && one.role() != QAccessible::Client && one.role() != QAccessible::Window;
}

void walk(QAccessibleInterface* one, Told& told) {
  if (one == nullptr || !one->isValid() || one->state().invisible) return;
  const QObject* object = one->object();
  const bool inner = object == nullptr || object->objectName().startsWith(QStringLiteral("qt_"));
  if (!inner && isControl(*one)) {
    ++told.controls;
    if (one->role() == QAccessible::NoRole || one->text(QAccessible::Name).trimmed().isEmpty())
      told.nameless.insert(std::to_string(one->role()) + " " + object->objectName().toStdString() + " " +
                           object->metaObject()->className());
  }
  // Rows are data, and read by the list's own model.
  const bool rows = one->role() == QAccessible::List || one->role() == QAccessible::Table;
  for (int child = 0; !rows && child < one->childCount(); ++child) walk(one->child(child), told);
}

}  // namespace

TEST_CASE("each control of each scene has a role and a name for who cannot see it") {
  QAccessible::setActive(true);
  for (const auto language : {models::Language::Chinese, models::Language::English}) {
    for (const test::Scene& scene : test::scenes()) {
      test::Bench bench(language, widgets::Scheme::Light, {1366, 768});
      scene.play(bench);
      bench.settle();
      Told told;
      walk(QAccessible::queryAccessibleInterface(&bench.window), told);
      INFO(scene.name << " " << models::nameOf(language).toStdString());
      CHECK(told.controls > 0);
      for (const std::string& who : told.nameless) FAIL_CHECK(who);
    }
  }
}
