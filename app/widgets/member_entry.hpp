// F2: a member by telephone, its last four digits with a choice, or member number; F2 again is the member desk. A
// tapped card does the same at any time, and closes this panel.
#pragma once

#include "app/widgets/code_edit.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/side_panel.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class MemberEntry : public SidePanel {
  Q_OBJECT

 public:
  explicit MemberEntry(Look look, QWidget* parent = nullptr);

  void open(bool has_member);
  void show(const std::optional<till::MemberDeskView>& desk);  // who may be meant
  [[nodiscard]] CodeEdit* entry() const { return m_entry; }

 signals:
  void findAsked(const QString& number);
  void detachAsked();
  void memberChosen(const QString& member_no);
  void deskAsked();

 protected:
  void retranslate() override;

 private:
  void find();

  TextLabel* m_hint;
  CodeEdit* m_entry;
  NumberPad* m_pad;
  ActionButton* m_find;
  ActionButton* m_detach;
  ActionButton* m_desk;
  std::vector<ActionButton*> m_choices;
  std::vector<till::MemberHit> m_hits;
};

}  // namespace kahui::widgets
