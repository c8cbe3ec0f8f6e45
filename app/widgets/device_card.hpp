// One reader or scanner: how it is, what it saw last, and what can be done with it.
#pragma once

#include "app/models/devices_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class DeviceCard : public Card {
  Q_OBJECT

 public:
  explicit DeviceCard(Look look, QWidget* parent = nullptr);

  void show(const std::optional<models::DeviceVm>& device);  // none: the list is empty

 signals:
  void claimAsked();
  void testAsked();
  void releaseAsked();
  void removeAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  [[nodiscard]] TextLabel* line(const QString& name, int size_px, TextLabel::Ink ink);

  TextLabel* m_name;
  TextLabel* m_kind;
  TextLabel* m_state;
  TextLabel* m_posture;
  TextLabel* m_last;
  TextLabel* m_test;
  ActionButton* m_claim;
  ActionButton* m_test_button;
  ActionButton* m_release;
  ActionButton* m_remove;
  std::optional<models::DeviceVm> m_device;
};

}  // namespace kahui::widgets
