// A device that the till does not know yet: its kind, its name and, for a serial line, its speed.
#pragma once

#include "app/models/devices_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class DeviceForm : public Card {
  Q_OBJECT

 public:
  explicit DeviceForm(Look look, QWidget* parent = nullptr);

  void begin();  // the cursor into the name
  void clear();

 signals:
  void addAsked(models::DeviceKind kind, const QString& name, const QString& baud);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void choose(models::DeviceKind kind);
  void ask();
  void retranslate();

  struct Kind {
    models::DeviceKind kind;
    ActionButton* button;
  };
  models::DeviceKind m_kind = models::DeviceKind::SmartCard;
  std::vector<Kind> m_kinds;
  TextLabel* m_title;
  CodeEdit* m_name;
  CodeEdit* m_baud;
  TextLabel* m_hint;
  ActionButton* m_add;
};

}  // namespace kahui::widgets
