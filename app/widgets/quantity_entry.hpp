// F4: how many of the chosen line.
#pragma once

#include "app/models/formatter.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/side_panel.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class QuantityEntry : public SidePanel {
  Q_OBJECT

 public:
  explicit QuantityEntry(Look look, QWidget* parent = nullptr);

  void open(const till::LineView& line);
  void open(const till::ReturnLineView& line, int row);  // how much of it comes back; `row` answers as its line_id
  [[nodiscard]] CodeEdit* entry() const { return m_entry; }
  [[nodiscard]] std::int64_t lineId() const { return m_line.line_id; }

 signals:
  void chosen(std::int64_t line_id, base::Quantity quantity);
  void unreadable();
  void scanned();  // what came in is longer than any quantity: an item was scanned into this field

 protected:
  void retranslate() override;

 private:
  void choose();

  till::LineView m_line;
  bool m_returning = false;
  TextLabel* m_name;
  TextLabel* m_now;
  CodeEdit* m_entry;
  NumberPad* m_pad;
  ActionButton* m_choose;
};

}  // namespace kahui::widgets
