// The first run of a till, before there is a store: the shop, its first manager, headquarters, goods and members. What
// stands on the counter is set up in the till itself afterwards (FirstDayScreen), where each device can be tried.
#pragma once

#include <QStackedWidget>
#include <functional>
#include <vector>

#include "app/models/setup_model.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/chip.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/note_list.hpp"
#include "app/widgets/notice_bar.hpp"
#include "app/widgets/pick_list.hpp"
#include "app/widgets/text_label.hpp"

class QGridLayout;

namespace kahui::widgets {

class SetupWindow : public QWidget {
  Q_OBJECT

 public:
  SetupWindow(Look look, models::SetupModel& setup);

 signals:
  void finished();  // the till may be opened on the store
  void closed();

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  using Words = std::function<QString()>;

  QWidget* makeHead();
  QWidget* makeStore();
  QWidget* makeManager();
  QWidget* makeHeadquarters();
  QWidget* makeData();
  QWidget* makeFoot();
  QGridLayout* sheet(Card* card, Words title, Words hint);
  CodeEdit* field(QGridLayout* grid, const QString& name, CodeEdit::Ime ime, int longest, Words title);
  ActionButton* button(ActionButton::Kind kind, const QString& name, Words words);
  TextLabel* label(int size_px, TextLabel::Weight weight, TextLabel::Ink ink, Words words);
  void next();
  void chooseFile();
  void take(models::SetupFile what, bool dry_run);
  void speak(const std::optional<models::NoticeVm>& notice);
  void follow();  // the model
  void showRows();
  void focusFirst();
  void retranslate();

  Look m_look;
  models::SetupModel& m_setup;
  std::vector<std::function<void()>> m_words;  // set again with each language
  std::vector<Chip*> m_marks;                  // of the steps
  QStackedWidget* m_steps;
  NoticeBar* m_notice;
  CodeEdit *m_name = nullptr, *m_store_no = nullptr, *m_position = nullptr;
  PickList* m_presets = nullptr;
  CodeEdit *m_code = nullptr, *m_person = nullptr, *m_pin = nullptr, *m_pin_again = nullptr;
  CodeEdit *m_url = nullptr, *m_enrol_code = nullptr;
  CodeEdit* m_file = nullptr;
  ActionButton *m_check = nullptr, *m_goods = nullptr, *m_members = nullptr;
  NoteList* m_rows = nullptr;
  ActionButton *m_language = nullptr, *m_skip = nullptr, *m_next = nullptr;
  models::SetupStep m_shown = models::SetupStep::Store;
};

}  // namespace kahui::widgets
