// F2: a member by telephone or member number. A tapped card does the same at any time, and closes this panel.
#pragma once

#include "app/widgets/code_edit.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class MemberEntry : public SidePanel {
  Q_OBJECT

 public:
  explicit MemberEntry(Look look, QWidget* parent = nullptr);

  void open(bool has_member);
  [[nodiscard]] CodeEdit* entry() const { return m_entry; }

 signals:
  void findAsked(const QString& number);
  void detachAsked();

 protected:
  void retranslate() override;

 private:
  void find();

  TextLabel* m_hint;
  CodeEdit* m_entry;
  NumberPad* m_pad;
  ActionButton* m_find;
  ActionButton* m_detach;
};

}  // namespace kahui::widgets
