// The club (会员活动): events and draws; the guests of one event and its door, where cards check in; what is known of
// one member: consent, interests, days to remember, benefits.
#pragma once

#include <QStackedWidget>
#include <functional>

#include "app/models/till_model.hpp"
#include "app/widgets/approval_form.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/club_form.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/two_line_list.hpp"

namespace kahui::widgets {

class ClubScreen : public Page {
  Q_OBJECT

 public:
  ClubScreen(Look look, models::TillModel& till, QWidget* parent = nullptr);

  void open() override;
  void leave() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  bool back() override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }
  // The members of a list are to be invited: an event is chosen for them. Before open().
  void invite(std::vector<member::MemberNo> members, std::string source);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum class View { Events, Guests, Member };
  enum class Form { None, New, Change, Date, Friend };
  // A row of the member's view.
  struct Fact {
    enum class Kind { Consent, Tag, Date, Benefit } kind{};
    std::size_t at = 0;
  };

  QWidget* makeActs();
  ActionButton* addButton(QLayout& layout, const char* name, Qt::Key key, std::function<void()> press);
  [[nodiscard]] View view() const;
  [[nodiscard]] const ports::StoredEvent* event() const;  // the opened one, or the chosen row's
  [[nodiscard]] const till::DrawView* draw() const;       // the chosen row's
  [[nodiscard]] const till::GuestView* guest() const;
  [[nodiscard]] const Fact* fact() const;
  [[nodiscard]] std::optional<member::MemberNo> chosen() const;  // of the member's view, or the chosen guest
  void submit(till::ClubRequest request);
  void act(till::ClubAct act);
  void enter();
  void enterFact();
  void useBenefit(const till::BenefitView& benefit);
  void find();
  void fillIn(Form form);
  void save();
  bool readEvent(till::ClubRequest& request);
  void toActs();
  void fillEvents();
  void fillGuests();
  void fillMember();
  void showCurrent();
  void showButtons();
  void refuse(int at, const QString& what, const QString& next);
  void retranslate();

  Look m_look;
  models::TillModel& m_till;
  std::optional<till::ClubView> m_view;
  std::vector<Fact> m_facts;
  std::vector<member::MemberNo> m_selection;  // waits for an event
  std::string m_source;
  std::optional<till::ClubRequest> m_asked;  // waits for its answer, or for a signature
  bool m_sure = false;                       // asked once, and waits for the second press
  Form m_filling = Form::None;
  member::DateKind m_date{};
  std::uint64_t m_notice_serial = 0;
  PageHead* m_head;
  TextLabel* m_words;
  CodeEdit* m_find;
  TwoLineList* m_list;
  QStackedWidget* m_steps;
  TextLabel* m_title = nullptr;
  TextLabel* m_detail = nullptr;
  ActionButton *m_enter = nullptr, *m_new = nullptr, *m_change = nullptr, *m_off = nullptr, *m_draw = nullptr,
               *m_invite = nullptr, *m_door = nullptr, *m_book = nullptr, *m_decline = nullptr, *m_friend = nullptr;
  std::vector<std::pair<Qt::Key, ActionButton*>> m_keys;
  ClubForm* m_form;
  ApprovalForm* m_sign;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
