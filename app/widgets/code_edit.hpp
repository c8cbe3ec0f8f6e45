// An entry line of a till. Fields of codes and figures keep the input method out (a scan would come out as Han
// characters); Ctrl+Z is left to the till, because a line edit claims it even when it has nothing to take back.
#pragma once

#include <QLineEdit>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

class CodeEdit : public QLineEdit {
  Q_OBJECT

 public:
  enum class Ime { Refused, Allowed };

  CodeEdit(Look look, const QString& name, Ime ime, QWidget* parent = nullptr);

  void setIconName(const QString& icon);
  QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

 signals:
  void entered(const QString& text);  // Enter, once a press; never by auto-repeat

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  Look m_look;
  Ime m_ime;
  QString m_icon;
};

}  // namespace kahui::widgets
