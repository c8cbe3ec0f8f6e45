// Who the bill is for. Without a member it says how to get one.
#pragma once

#include <QLabel>
#include <QStackedWidget>

#include "app/models/presenters.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/chip.hpp"
#include "app/widgets/coupon_list.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

// The coloured upper part: looks like the card in the customer's hand.
class MemberBand : public QWidget {
  Q_OBJECT

 public:
  explicit MemberBand(Look look, QWidget* parent = nullptr);
  // `marks`: birthday and trust as icons beside the name, where the card has no room for words.
  void show(const models::MemberVm& vm, bool marks);

  Q_INVOKABLE bool textFits() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QStringList marks() const;  // icons
  void paintSigns(QPainter& painter, const Tokens::Pair& tier) const;

  Look m_look;
  models::MemberVm m_vm;
  bool m_marks = false;
};

class MemberCard : public Card {
  Q_OBJECT

 public:
  explicit MemberCard(Look look, QWidget* parent = nullptr);
  void show(const till::Snapshot& snapshot);

 signals:
  void detachAsked();
  void pointsAsked();
  void topUpAsked();
  void couponToggled(int place);
  void allCouponsAsked();
  void findAsked();
  void joinAsked();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeEmpty();
  QWidget* makeFull();
  QLayout* makeFigures(QWidget* page);
  QLayout* makeChips(QWidget* page);
  QLayout* makeNext(QWidget* page);
  void retranslate();
  void fill();
  void fillEmpty();

  std::optional<till::MemberPanel> m_panel;
  std::optional<till::PointsView> m_spend;
  till::ExtrasView m_extras;
  till::Snapshot m_wallet;  // the coupons and their day
  QStackedWidget* m_pages;
  TextLabel* m_empty_title = nullptr;
  TextLabel* m_empty_text = nullptr;
  ActionButton* m_find = nullptr;
  ActionButton* m_join = nullptr;  // where joining would give something now (S000-64)
  MemberBand* m_band = nullptr;
  ActionButton* m_detach = nullptr;
  TextLabel* m_points_title = nullptr;
  TextLabel* m_points = nullptr;
  TextLabel* m_earns_title = nullptr;
  TextLabel* m_earns = nullptr;
  ActionButton* m_pay_points = nullptr;
  CouponList* m_coupons = nullptr;
  Chip* m_birthday = nullptr;
  Chip* m_trust = nullptr;
  Chip* m_value = nullptr;
  ActionButton* m_top_up = nullptr;  // in its place where little is left (S000-83)
  QWidget* m_next_box = nullptr;
  TextLabel* m_next = nullptr;
};

}  // namespace kahui::widgets
