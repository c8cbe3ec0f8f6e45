// The window of the tests: one of everything that keys can do something to, with the tap in front of it.
#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTextEdit>
#include <QVBoxLayout>
#include <QWindow>
#include <memory>
#include <string>
#include <vector>

#include "app/wedge/xcb_key_tap.hpp"
#include "tests/support/catch.hpp"
#include "tests/wedge/display.hpp"

namespace kahui::test {

inline const std::string kStripe = "%N9001000018^WANG/LI^?;9001000018=9912101?";
inline const std::string kTrack2 = ";9001000018=9912101?";
inline const std::string kBank = ";6222020200112233445=2512101?";
inline const std::string kGoods = "6921168509256";

struct Window {
  QWidget widget;
  QLineEdit* line = new QLineEdit;
  QSpinBox* spin = new QSpinBox;
  QComboBox* combo = new QComboBox;
  QTableWidget* table = new QTableWidget(4, 2);
  QPushButton* button = new QPushButton(QStringLiteral("Pay"));
  QTextEdit* text = new QTextEdit;
  VirtualKeyboard keyboard;
  std::vector<std::string> scans;
  int clicks = 0;
  std::unique_ptr<wedge::XcbKeyTap> tap;

  explicit Window(bool tapped = true) {
    auto* layout = new QVBoxLayout(&widget);
    combo->addItems({QStringLiteral("6 packs"), QStringLiteral("9 packs")});
    spin->setMaximum(1'000'000'000);
    button->setAutoDefault(true);
    for (QWidget* part : std::initializer_list<QWidget*>{line, spin, combo, table, button, text})
      layout->addWidget(part);
    QObject::connect(button, &QPushButton::clicked, &widget, [this] { ++clicks; });
    if (tapped)
      tap = std::make_unique<wedge::XcbKeyTap>(
          [this](std::string_view frame, std::int64_t) { scans.emplace_back(frame); });
    widget.show();
    REQUIRE(serveUntil([this] { return widget.windowHandle()->isExposed(); }));
    keyboard.focus(widget.winId());
    REQUIRE(serveUntil([this] { return widget.isActiveWindow(); }));
    line->setFocus();
  }
};

inline Keys scanned(const std::string& text, std::int64_t gap_us = 4000) {
  return Keys().scan(text, gap_us).type('\r', gap_us, gap_us / 2);
}

}  // namespace kahui::test
