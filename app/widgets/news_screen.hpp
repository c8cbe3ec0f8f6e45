// Announcements of headquarters: the list, and the chosen one whole. One is read when who is signed in says so.
#pragma once

#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/text_label.hpp"
#include "app/widgets/two_line_list.hpp"

namespace kahui::widgets {

class NewsScreen : public Page {
  Q_OBJECT

 public:
  NewsScreen(Look look, models::TillModel& till, QWidget* parent = nullptr);

  void open() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] const till::AnnouncementView* current() const;
  void read();
  void enable();
  void retranslate();
  QWidget* makeText();

  Look m_look;
  models::TillModel& m_till;
  till::NewsView m_news;
  PageHead* m_head;
  TextLabel* m_words;
  TwoLineList* m_list;
  TextLabel* m_title;
  TextLabel* m_span;
  TextLabel* m_text;
  ActionButton* m_read;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
