// What is left after a store was made: devices, people, a test slip, practice, the first sale. Each leads to the place
// where it is done and tried; the page can be left and opened again.
#pragma once

#include "app/models/counter_model.hpp"
#include "app/models/devices_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/more_panel.hpp"
#include "app/widgets/page.hpp"

namespace kahui::widgets {

class FirstDayScreen : public Page {
  Q_OBJECT

 public:
  FirstDayScreen(Look look, models::CounterModel& counter, models::DevicesModel& devices, QWidget* parent = nullptr);

  void open() override;
  bool takeKey(int key) override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 signals:
  void chosen(MorePanel::Choice place);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum class Step { Printer, TestSlip, Readers, Staff, Training, FirstSale };
  struct Tile {
    Step step;
    Qt::Key key;
    ActionButton* button;
  };

  void addTile(QLayout& layout, Step step, Qt::Key key, const char* name, const char* icon);
  void take(Step step);
  [[nodiscard]] QString title(Step step) const;
  [[nodiscard]] QString detail(Step step) const;
  void retranslate();

  Look m_look;
  models::CounterModel& m_counter;
  models::DevicesModel& m_devices;
  std::vector<Tile> m_tiles;
  PageHead* m_head;
  TextLabel* m_words;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
