// The cashier's home. Left: entry line, basket, notices. Right: member, total, payment, or what takes their place for a
// while.
#pragma once

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QStackedWidget>

#include "app/models/key_map.hpp"
#include "app/models/till_model.hpp"
#include "app/widgets/basket_view.hpp"
#include "app/widgets/benefit_strip.hpp"
#include "app/widgets/blind_return_panel.hpp"
#include "app/widgets/coupon_panel.hpp"
#include "app/widgets/delivery_panel.hpp"
#include "app/widgets/demo_panel.hpp"
#include "app/widgets/discount_panel.hpp"
#include "app/widgets/float_panel.hpp"
#include "app/widgets/function_bar.hpp"
#include "app/widgets/gift_panel.hpp"
#include "app/widgets/held_panel.hpp"
#include "app/widgets/hold_panel.hpp"
#include "app/widgets/member_card.hpp"
#include "app/widgets/member_entry.hpp"
#include "app/widgets/more_panel.hpp"
#include "app/widgets/notice_bar.hpp"
#include "app/widgets/points_panel.hpp"
#include "app/widgets/quantity_entry.hpp"
#include "app/widgets/receipt_panel.hpp"
#include "app/widgets/receipt_paper.hpp"
#include "app/widgets/receipts_panel.hpp"
#include "app/widgets/return_entry.hpp"
#include "app/widgets/return_panel.hpp"
#include "app/widgets/return_table.hpp"
#include "app/widgets/search_panel.hpp"
#include "app/widgets/tender_panel.hpp"
#include "app/widgets/top_bar.hpp"
#include "app/widgets/totals_card.hpp"
#include "app/widgets/why_panel.hpp"

namespace kahui::widgets {

class CheckoutScreen : public QWidget {
  Q_OBJECT

 public:
  CheckoutScreen(Look look, models::TillModel& till, const base::Clock& clock, models::DemoReader* demo,
                 QWidget* parent = nullptr);

  void show(const till::Snapshot& snapshot);
  void perform(models::Action action);  // not Help
  void back();                          // Esc: one step, never loses the bill
  void toggleCoupon(int place);         // Alt+1 … Alt+9
  bool takeLetter(int key);             // the letters drawn on the buttons of the open panel
  void closePanels();                   // what covers the bill; a scan must arrive there
  void showDemoPanel(bool shown);
  void openReceipts();                    // More, P
  void openBlindReturn();                 // More, N
  void openDelivery();                    // More, J
  void openGifts();                       // Alt+X; More, Z
  [[nodiscard]] CodeEdit* entry() const;  // where typed signs and scans belong now
  [[nodiscard]] NoticeBar* notice() const { return m_notice; }
  [[nodiscard]] models::NoticeVm worded(const till::Notice& notice) const;  // as it reads at this step

 signals:
  void chosen(MorePanel::Choice choice);
  void joinAsked();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  enum class Panel {
    None,
    Member,
    Quantity,
    Search,
    More,
    Points,
    Coupons,
    Discount,
    Why,
    ReturnEntry,
    Float,
    Hold,
    Held,
    Receipts,
    BlindReturn,
    Delivery,
    Gifts,
  };

  QWidget* makeBill();
  QWidget* makeRight();
  [[nodiscard]] std::vector<SidePanel*> sidePanels() const;
  void connectPanels();
  void connectBenefits();
  void connectReturns();
  void connectDesk();  // checkout_desk.cpp
  void open(Panel panel);
  void arrange();
  [[nodiscard]] QWidget* rightPage(bool receipt) const;
  void showPanels(const till::Snapshot& snapshot);
  void takeAnswer(const till::Snapshot& snapshot);
  void closeAnswered(const till::Notice& notice);
  void followWhy(const till::Snapshot& snapshot);
  void enableActions();
  void performSelling(models::Action action);
  void openQuantity();
  void openBenefit(Panel panel);
  void openReturn();
  void chooseTender(till::TenderKind kind);
  void connectTender();
  void askFloat();  // once after somebody signed in
  void openHold();
  void openHeld();
  void leaveDesk(Panel next);
  bool deskKey(int key);
  [[nodiscard]] bool deskEntered(const QString& typed);  // an Enter that the open list takes
  void closeDesk(till::NoticeCode code);
  [[nodiscard]] SignedPanel* signedPanel() const;  // open, and may need a signature; null: none is
  void explain(int line);
  void setQuantity(std::int64_t line_id, base::Quantity quantity);
  void enter(const QString& text);
  bool scanKey(int key);
  bool receiptKey(int key);
  bool panelKey(int key);
  bool returnKey(int key);
  void enterReturn(const QString& typed);
  void placeDemoPanel();
  void retranslate();
  void say(const models::NoticeVm& notice) { m_notice->show(notice); }

  Look m_look;
  models::TillModel& m_till;
  Panel m_panel = Panel::None;
  till::Phase m_phase = till::Phase::SignedOut;
  QElapsedTimer m_since_receipt;
  std::uint64_t m_answered = 0;  // serial of the notice that the open panel has seen
  int m_explained = -1;          // the line that was asked about
  bool m_why_shown = false;      // and answered
  bool m_float_asked = false;    // of who is signed in
  bool m_words_entered = false;  // the entry line sent words, the answer will be a search

  TopBar* m_top;
  QStackedWidget* m_left;
  QWidget* m_bill = nullptr;
  CodeEdit* m_scan = nullptr;
  QStackedWidget* m_body = nullptr;
  QWidget* m_basket_card = nullptr;
  BasketView* m_basket = nullptr;
  TextLabel* m_count = nullptr;
  ReceiptPaper* m_paper = nullptr;
  QWidget* m_return_card = nullptr;
  ReturnTable* m_return_table = nullptr;
  SearchPanel* m_search;
  NoticeBar* m_notice;
  QStackedWidget* m_right;
  QWidget* m_standard = nullptr;
  MemberCard* m_member = nullptr;
  TotalsCard* m_totals = nullptr;
  BenefitStrip* m_strip = nullptr;
  ActionButton* m_cash = nullptr;
  MemberEntry* m_member_entry;
  QuantityEntry* m_quantity;
  MorePanel* m_more;
  PointsPanel* m_points;
  CouponPanel* m_coupons;
  DiscountPanel* m_discount;
  WhyPanel* m_why;
  ReturnEntry* m_return_entry;
  FloatPanel* m_float;
  HoldPanel* m_hold;
  HeldPanel* m_held;
  ReceiptsPanel* m_receipts;
  BlindReturnPanel* m_blind;
  DeliveryPanel* m_delivery;
  GiftPanel* m_gifts;
  ReturnPanel* m_return;
  TenderPanel* m_tender;
  ReceiptPanel* m_receipt;
  FunctionBar* m_functions;
  DemoPanel* m_demo = nullptr;
};

}  // namespace kahui::widgets
