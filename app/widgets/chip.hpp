// A small round mark with an optional icon or dot: tier, birthday, reader, demo.
#pragma once

#include <QWidget>
#include <functional>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

class Chip : public QWidget {
  Q_OBJECT

 public:
  using Colors = std::function<Tokens::Pair(const Theme&)>;

  Chip(Look look, Colors colors, QWidget* parent = nullptr);

  void setText(const QString& text);
  void setIcon(const QString& icon);
  void setDot(QColor Tokens::*dot);  // nullptr: none
  void setColors(Colors colors);
  [[nodiscard]] const QString& text() const { return m_text; }

  Q_INVOKABLE bool textFits() const { return m_text.isEmpty() || width() >= sizeHint().width(); }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] int lead() const;

  Look m_look;
  Colors m_colors;
  QString m_text;
  QString m_icon;
  QColor Tokens::*m_dot = nullptr;
};

}  // namespace kahui::widgets
