// Between total and payment: the gift or exchange that the bill has reached, to be taken by one touch, one of several
// at a time; else what is missing to the nearest benefit.
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
  [[nodiscard]] const std::string& offer() const { return m_promotion; }  // the one that shows; empty: none is open
  void turn();                                                            // shows the next of them

 signals:
  void taken(const std::string& promotion);
  void turned();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] std::size_t place() const;  // in m_offers of the one that shows
  void showOffer(std::size_t place);

  Look m_look;
  std::vector<models::OfferVm> m_offers;
  std::string m_promotion;
  ActionButton* m_take;
  ActionButton* m_other;
  TextLabel* m_hint;
};

}  // namespace kahui::widgets
