// Where am I, who am I, what is connected, what time is it. Where the line is too short, signs lose their words before
// the store loses its name: what is well first, what somebody must act on last. A sign without words still says them
// to a screen reader and as a tip.
#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "app/models/presenters.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/chip.hpp"
#include "app/widgets/text_label.hpp"
#include "core/base/clock.hpp"

namespace kahui::widgets {

class TopBar : public QWidget {
  Q_OBJECT

 public:
  TopBar(Look look, const base::Clock& clock, bool demo_reader, QWidget* parent = nullptr);
  void show(const till::Snapshot& snapshot);
  QSize minimumSizeHint() const override;  // of all signs without words: a wide window can be made narrow again

 signals:
  void demoPanelAsked();
  void paymentsAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class Fold { Nothing, Readers, Well, Payments, All };  // whose words are left out

  void tick();
  void fold();
  void showSigns();
  [[nodiscard]] bool hasRoom() const;  // for the names
  void retranslate();
  void showReaders();
  void showHq();
  void showPayments();

  Look m_look;
  const base::Clock& m_clock;
  till::StoreView m_store;
  std::optional<till::OperatorView> m_operator;
  std::vector<till::ReaderView> m_readers;
  std::optional<till::HqView> m_hq;
  std::optional<till::ClockView> m_wrong_clock;
  int m_open_payments = 0;
  Fold m_fold = Fold::Nothing;
  TextLabel* m_name;
  TextLabel* m_place;
  Chip* m_demo;
  Chip* m_hq_chip;
  ActionButton* m_payments;  // there only while some are open
  QWidget* m_reader_box;
  std::vector<Chip*> m_chips;
  ActionButton* m_demo_panel = nullptr;
  TextLabel* m_time;
  QTimer m_timer;
};

}  // namespace kahui::widgets
