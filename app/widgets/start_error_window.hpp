// What a till shows that cannot start: what is wrong, what to do, and nothing else.
#pragma once

#include <QWidget>

#include "app/models/messages.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/look.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class StartErrorWindow : public QWidget {
  Q_OBJECT

 public:
  StartErrorWindow(Look look, const models::Message& message, const QString& detail);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Look m_look;
  ActionButton* m_close;
};

}  // namespace kahui::widgets
