// More, J: the open bill is delivered; who gets it and where (S002-23).
#pragma once

#include "app/widgets/code_edit.hpp"
#include "app/widgets/side_panel.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class DeliveryPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit DeliveryPanel(Look look, QWidget* parent = nullptr);

  void open(const std::optional<till::DeliveryView>& delivery);
  [[nodiscard]] CodeEdit* entry() const { return m_note; }

 signals:
  void chosen(const QString& note);  // empty: taken along

 protected:
  void retranslate() override;

 private:
  void deliver();

  QString m_class;  // S003-55: how the goods of this bill go; empty: the shop does not tell them apart
  TextLabel* m_hint;
  CodeEdit* m_note;
  ActionButton* m_leave;
  ActionButton* m_deliver;
};

}  // namespace kahui::widgets
