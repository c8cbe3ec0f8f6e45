// A button painted from the tokens: icon, words, a second line, and the key that does the same. At least 44 px each
// way.
#pragma once

#include <QAbstractButton>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

class ActionButton : public QAbstractButton {
  Q_OBJECT

 public:
  enum class Kind {
    Primary,   // the next step, filled
    Plain,     // another step, strong edge
    Function,  // key above, words below
    Digit,     // one sign in the middle
    Tile,      // icon, words and a second line, left
    Quiet,     // no edge; icon or words
  };

  // `name` is the object name without the class.
  ActionButton(Look look, Kind kind, const QString& name, QWidget* parent = nullptr);

  void setIconName(const QString& icon);
  void setCap(const QString& cap);                    // key cap, empty: none
  void setDetail(const QString& detail);              // second line of a tile
  void setElided(bool elided) { m_elided = elided; }  // words from data: cut with an ellipsis rather than overrun
  void setInk(QColor Tokens::*ink);                   // words and icon in another token's colour
  void setTint(std::optional<Tokens::Pair> tint);     // ground and ink of a tile, for example a tier's

  Q_INVOKABLE bool textFits() const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  [[nodiscard]] int height_px() const;
  [[nodiscard]] int size_px() const;
  [[nodiscard]] int iconSize_px() const;
  [[nodiscard]] int padding_px() const;
  [[nodiscard]] int capWidth() const;
  [[nodiscard]] int textRoom() const;    // width left for words
  [[nodiscard]] QFont textFont() const;  // shrunk a little where a language needs it
  [[nodiscard]] QColor ink() const;
  void paintGround(QPainter& painter) const;
  void paintCap(QPainter& painter, const QRect& box) const;
  void paintFunction(QPainter& painter) const;
  void paintRow(QPainter& painter) const;

  Look m_look;
  Kind m_kind;
  QString m_icon;
  QString m_cap;
  QString m_detail;
  bool m_elided = false;
  QColor Tokens::*m_ink = nullptr;
  std::optional<Tokens::Pair> m_tint;
};

// One with the letter drawn on it that does the same. `name` as of ActionButton.
ActionButton* lettered(Look look, ActionButton::Kind kind, const char* name, const char* letter);

}  // namespace kahui::widgets
