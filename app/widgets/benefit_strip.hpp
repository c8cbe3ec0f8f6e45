// Between total and payment: the gift or exchange that the bill has reached, to be taken by one touch; else what is
// missing to the nearest benefit.
#pragma once

#include <QStackedWidget>

#include "app/models/promotion_text.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class BenefitStrip : public QWidget {
  Q_OBJECT

 public:
  explicit BenefitStrip(Look look, QWidget* parent = nullptr);

  void show(const till::Snapshot& snapshot);                              // hides itself when there is nothing to say
  [[nodiscard]] const std::string& offer() const { return m_promotion; }  // empty: none is open

 signals:
  void taken(const std::string& promotion);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Look m_look;
  std::string m_promotion;
  ActionButton* m_take;
  TextLabel* m_hint;
};

}  // namespace kahui::widgets
