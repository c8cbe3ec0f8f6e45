// Settings: the readers and scanners of this till. Left the list and what adds to it; right the chosen one, and below
// it what the doctor found or what the readers' history is.
#pragma once

#include <QListView>

#include "app/models/devices_model.hpp"
#include "app/widgets/device_card.hpp"
#include "app/widgets/device_form.hpp"
#include "app/widgets/note_list.hpp"
#include "app/widgets/page.hpp"

namespace kahui::widgets {

class DevicesScreen : public Page {
  Q_OBJECT

 public:
  DevicesScreen(Look look, models::DevicesModel& devices, QWidget* parent = nullptr);

  void open() override;
  void leave() override;
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
  void showNotes(Notes notes);
  void examine();
  void say(const models::NoticeVm& notice);
  void retranslate();

  Look m_look;
  models::DevicesModel& m_devices;
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
