// The keys of this screen as buttons, in the order of the keyboard.
#pragma once

#include <QWidget>
#include <vector>

#include "app/models/key_map.hpp"
#include "app/widgets/action_button.hpp"

namespace kahui::widgets {

class FunctionBar : public QWidget {
  Q_OBJECT

 public:
  explicit FunctionBar(Look look, QWidget* parent = nullptr);
  void setActionEnabled(models::Action action, bool enabled);

 signals:
  void asked(models::Action action);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  struct Entry {
    models::Action action;
    ActionButton* button;
  };
  std::vector<Entry> m_entries;
};

}  // namespace kahui::widgets
