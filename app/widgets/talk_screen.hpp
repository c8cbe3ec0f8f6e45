// What is said about announcements, events and feedback: the list, and beside it the chosen one with its comments
// (requirements S000-81, S000-90). Nothing is loaded anew: the pane follows the row.
#pragma once

#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/text_label.hpp"
#include "app/widgets/two_line_list.hpp"

namespace kahui::widgets {

class TalkScreen : public Page {
  Q_OBJECT

 public:
  TalkScreen(Look look, models::TillModel& till, QWidget* parent = nullptr);

  void open() override;
  void leave() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  bool back() override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum class Mode { None, Shop, Customer, Answer };

  QWidget* makePane();
  ActionButton* addButton(QLayout& layout, const char* name, Qt::Key key, void (TalkScreen::*press)());
  [[nodiscard]] const till::TalkItem* current() const;
  [[nodiscard]] const till::CommentView* waiting() const;  // the chosen comment if it waits, else the first that does
  [[nodiscard]] static QString aboutName(const till::TalkItem& item);
  void choose();  // the row's item is asked for
  void fill();
  void begin(Mode mode);
  void sayForShop() { begin(Mode::Shop); }
  void sayForCustomer() { begin(Mode::Customer); }
  void answer() { begin(Mode::Answer); }
  void turnOpen();
  void send();
  void enable();
  void retranslate();

  Look m_look;
  models::TillModel& m_till;
  till::TalkView m_view;
  Mode m_mode = Mode::None;
  std::optional<std::size_t> m_sent;  // comments when the entry was sent: once there is one more it is done
  PageHead* m_head;
  TextLabel* m_words;
  TwoLineList* m_list;
  TextLabel *m_title, *m_detail, *m_text;
  TwoLineList* m_comments;
  CodeEdit *m_member, *m_entry;
  ActionButton *m_shop = nullptr, *m_customer = nullptr, *m_answer = nullptr, *m_open = nullptr, *m_send;
  std::vector<std::pair<Qt::Key, ActionButton*>> m_keys;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
