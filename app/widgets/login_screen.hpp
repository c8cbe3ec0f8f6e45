// Sign-in: staff code and PIN by keyboard or touch. Also what a locked till shows; the bill waits behind it.
#pragma once

#include <QTimer>

#include "app/models/till_model.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/notice_bar.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/text_label.hpp"
#include "core/base/clock.hpp"

namespace kahui::widgets {

// The dark half: which till this is, and the time.
class LoginBand : public QWidget {
  Q_OBJECT

 public:
  LoginBand(Look look, const base::Clock& clock, QWidget* parent = nullptr);
  void show(const till::Snapshot& snapshot);

  Q_INVOKABLE bool textFits() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Look m_look;
  const base::Clock& m_clock;
  till::StoreView m_store;
  base::BusinessDate m_date;
  QTimer m_timer;
};

class LoginScreen : public QWidget {
  Q_OBJECT

 public:
  LoginScreen(Look look, models::TillModel& till, const base::Clock& clock, QWidget* parent = nullptr);

  void show(const till::Snapshot& snapshot);
  void open(const QString& operator_code);  // empties the PIN; the code is kept when the till was only locked
  [[nodiscard]] CodeEdit* entry() const;
  [[nodiscard]] NoticeBar* notice() const { return m_notice; }

 signals:
  void languageAsked();
  void colorsAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeSheet();
  void signIn();
  void retranslate();

  Look m_look;
  models::TillModel& m_till;
  bool m_training = false;
  LoginBand* m_band;
  ActionButton* m_language;
  ActionButton* m_colors;
  TextLabel* m_title = nullptr;
  TextLabel* m_code_title = nullptr;
  TextLabel* m_pin_title = nullptr;
  CodeEdit* m_code = nullptr;
  CodeEdit* m_pin = nullptr;
  NumberPad* m_pad = nullptr;
  ActionButton* m_sign_in = nullptr;
  TextLabel* m_demo_hint = nullptr;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
