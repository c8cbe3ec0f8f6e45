// The settlement sheet of a return: everything it will do, before it is done. Money leaves the till, so it takes two
// presses, a moment apart.
#pragma once

#include <QElapsedTimer>
#include <QGridLayout>

#include "app/models/return_text.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class ReturnPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit ReturnPanel(Look look, QWidget* parent = nullptr);

  void show(const till::ReturnView& view);  // what changed must be confirmed anew
  void press();                             // Enter, or the button
  void takeGifts();                         // G, or the button
  bool disarm();                            // true: a first press was taken back
  void answered();                          // the till has spoken: another try may be made

 signals:
  void allAsked();
  void giftsAsked();  // of the gifts that are to be brought back, those that are here
  void nothingChosen();
  void armed(const QString& amount);  // the first press
  void confirmed();                   // the second one

 protected:
  void retranslate() override;

 private:
  void fill();
  [[nodiscard]] bool missesGifts() const;
  void setFact(std::size_t at, const models::ReturnFact* fact);

  till::ReturnView m_view;
  bool m_armed = false;
  bool m_waiting = false;
  QElapsedTimer m_since_armed;
  TextLabel* m_receipt;
  TextLabel* m_sold;
  QGridLayout* m_grid;
  struct Fact {
    TextLabel* name;
    TextLabel* figure;
  };
  std::vector<Fact> m_facts;
  TextLabel* m_hint;
  TextLabel* m_refund_title;
  TextLabel* m_refund;
  ActionButton* m_gifts;
  ActionButton* m_all;
  ActionButton* m_confirm;
};

}  // namespace kahui::widgets
