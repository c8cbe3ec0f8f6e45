// The newest acts about members, five lines (S000-82).
#pragma once

#include "app/models/report_model.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class LatestCard : public Card {
  Q_OBJECT

 public:
  explicit LatestCard(Look look, QWidget* parent = nullptr);

  void show(const std::vector<models::LatestVm>& rows);
  void setTitle(const QString& title);
  [[nodiscard]] QStringList lines() const;  // that are shown

 private:
  TextLabel* m_title;
  std::vector<TextLabel*> m_what, m_who;
};

}  // namespace kahui::widgets
