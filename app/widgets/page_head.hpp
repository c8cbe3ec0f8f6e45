// The head of a page: what it is, and the way back.
#pragma once

#include "app/widgets/action_button.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class PageHead : public QWidget {
  Q_OBJECT

 public:
  // `name`: of the back button, without the class.
  PageHead(Look look, const QString& name, QWidget* parent = nullptr);

  void setTitle(const QString& title) { m_title->setText(title); }

 signals:
  void backAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  TextLabel* m_title;
  ActionButton* m_back;
};

}  // namespace kahui::widgets
