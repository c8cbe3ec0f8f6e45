// Digits by touch, typed into an entry line as if by the keyboard.
#pragma once

#include <QLineEdit>
#include <QPointer>
#include <QWidget>
#include <vector>

#include "app/widgets/action_button.hpp"

namespace kahui::widgets {

class NumberPad : public QWidget {
  Q_OBJECT

 public:
  enum class Extra { Clear, Point, Dash };  // the key left of 0

  NumberPad(Look look, const QString& name, Extra extra, QWidget* parent = nullptr);

  void setTarget(QLineEdit* target) { m_target = target; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  ActionButton* addKey(Look look, const QString& name, const QString& sign, int row, int column);
  void type(const QString& sign);
  void retranslate();

  QString m_name;
  QPointer<QLineEdit> m_target;
  std::vector<ActionButton*> m_digits;
  ActionButton* m_extra = nullptr;
  ActionButton* m_backspace = nullptr;
  Extra m_kind;
};

}  // namespace kahui::widgets
