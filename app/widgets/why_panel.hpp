// Why the chosen line costs what it costs: every rule that was tried on it, first those that hold.
#pragma once

#include <QListView>

#include "app/models/why_model.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class WhyPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit WhyPanel(Look look, QWidget* parent = nullptr);

  void show(const till::Snapshot& snapshot);
  void scroll(int rows);

 protected:
  void retranslate() override;

 private:
  void fill();

  till::LineView m_line;
  till::ExplainView m_explain;
  std::vector<till::CouponView> m_coupons;
  base::BusinessDate m_today;
  models::WhyModel m_model;
  TextLabel* m_name;
  TextLabel* m_price;
  QListView* m_list;
};

}  // namespace kahui::widgets
