// Settings: the readers and scanners of this till. Left the list and what adds to it; right the chosen one, and below
// it what the doctor found or what the readers' history is.
#pragma once

#include <QStackedWidget>
#include <functional>

#include <QListView>

#include "app/models/devices_model.hpp"
#include "app/models/till_model.hpp"
#include "app/widgets/approval_form.hpp"
#include "app/widgets/device_card.hpp"
#include "app/widgets/device_form.hpp"
#include "app/widgets/note_list.hpp"
#include "app/widgets/page.hpp"

namespace kahui::widgets {

class DevicesScreen : public Page {
  Q_OBJECT

 public:
  DevicesScreen(Look look, models::TillModel& till, models::DevicesModel& devices, QWidget* parent = nullptr);

  void open() override;
  void leave() override;
  void show(const till::Snapshot& snapshot) override;
  bool back() override;
  bool takeKey(int key) override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }
  [[nodiscard]] bool isExamining() const { return m_devices.isExamining(); }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum class Notes { Findings, History };

  QWidget* makeList();
  QWidget* makeNotes();
  void connectParts();
  [[nodiscard]] int current() const;
  void take();
  // What changes the till's settings is done once the right is given, by somebody else's signature if need be.
  void withRight(const QString& wanted, std::function<void()> act);
  void endAsking();
  void showNotes(Notes notes);
  void examine();
  void say(const models::NoticeVm& notice);
  void retranslate();

  Look m_look;
  models::TillModel& m_till;
  models::DevicesModel& m_devices;
  std::function<void()> m_waiting;  // for the right
  QString m_wanted;
  std::uint64_t m_answered = 0;
  QStackedWidget* m_right = nullptr;  // device and notes, or the signature
  ApprovalForm* m_approval;
  Notes m_shown = Notes::Findings;
  PageHead* m_head = nullptr;
  QListView* m_list = nullptr;
  DeviceForm* m_form;
  DeviceCard* m_card;
  ActionButton* m_examine = nullptr;
  ActionButton* m_history = nullptr;
  TextLabel* m_hint = nullptr;
  NoteList* m_notes = nullptr;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
