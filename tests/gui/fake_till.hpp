// A till of a few rules, scripted for the screens: prices are a tier's rate, half up; the store cannot fail unless it
// is told to. It answers on the caller's thread, so a test needs no waiting beyond the event loop.
#pragma once

#include <map>
#include <vector>

#include "app/models/demo_reader.hpp"
#include "app/models/till_gateway.hpp"

namespace kahui::test {

struct FakeMember {
  till::MemberPanel panel;
  std::string phone;
  std::string uid;
  std::vector<till::CouponView> coupons{};
};

class FakeTill : public models::TillGateway {
 public:
  FakeTill();

  till::Role role = till::Role::Cashier;  // of whoever signs in
  bool refuses_rights = false;            // AskRight without a signature

  void submit(till::Command command) override;
  [[nodiscard]] std::shared_ptr<const till::Snapshot> snapshot() const override { return m_shown; }
  void onChange(std::function<void()> listener) override { m_listener = std::move(listener); }

  // For tests: change what is shown, as the engine would, and tell the listener.
  void edit(const std::function<void(till::Snapshot&)>& change);
  void failNext(base::Error error) { m_fail_next = std::move(error); }  // the next payment
  void tapCard(const std::string& uid);

  [[nodiscard]] const std::vector<till::ProductView>& products() const { return m_products; }
  [[nodiscard]] const std::vector<FakeMember>& members() const { return m_members; }

  std::vector<till::Command> asked;  // what this stand-in only writes down: shift, held bills, receipts
  int payments = 0;                  // PayCash commands received
  int refunds = 0;                   // ConfirmReturn commands received

 private:
  void handle(const till::SignIn& command);
  void handle(const till::SignOut& command);
  void handle(const till::Enter& command);
  void handle(const till::AddProduct& command);
  void handle(const till::SelectLine& command);
  void handle(const till::SetQuantity& command);
  void handle(const till::VoidLine& command);
  void handle(const till::Undo& command);
  void handle(const till::CancelSale& command);
  void handle(const till::SearchProducts& command);
  void handle(const till::FindMember& command);
  void handle(const till::DetachMember& command);
  void handle(const till::PayPoints& command);
  void handle(const till::ToggleCoupon& command);
  void handle(const till::DiscountBill& command);
  void handle(const till::TakeOffer& command);
  void handle(const till::Explain& command);
  void handle(const till::BeginReturn& command);
  void handle(const till::SetReturnQuantity& command);
  void handle(const till::ReturnAll& command);
  void handle(const till::ConfirmReturn& command);
  void handle(const till::CancelReturn& command);
  void handle(const till::Card& command);
  void handle(const till::HqNews&) {}
  void handle(const till::BeginTender& command);
  void handle(const till::CancelTender& command);
  void handle(const till::PayCash& command);
  void handle(const till::NextSale& command);
  void handle(const till::ShowLastReceipt& command);
  void handle(const till::DismissNotice& command);
  void handle(const till::ChooseTender& command);
  void handle(const till::SplitTender& command);
  void handle(const till::TakeTender& command);
  void handle(const till::PayByCode& command);
  void handle(const till::OpenMemberDesk& command);
  void handle(const till::CloseMemberDesk& command);
  void handle(const till::FindMembers& command);
  void handle(const till::TakeMember& command);
  void handle(const till::AskRight& command);
  template <class Other>
  void handle(const Other& command) {
    asked.emplace_back(command);
  }

  void add(const till::ProductView& product, base::Quantity quantity);
  void attach(const FakeMember& member);
  void reprice();
  void repriceLines();
  void applyBenefits();  // after the lines: coupon, discount, points, hints, offers
  void forgetBenefits();
  void settle();    // the sheet of the open return
  void remember();  // for Undo
  void say(till::NoticeKind kind, till::NoticeCode code, std::vector<std::string> args = {}, bool can_undo = false);
  void fail(base::ErrorCode code, std::string detail = {});
  [[nodiscard]] sale::Receipt makeReceipt(base::Money given) const;
  void publish();

  till::Snapshot m_now;
  std::shared_ptr<const till::Snapshot> m_shown;
  std::function<void()> m_listener;
  std::vector<till::ProductView> m_products;
  std::map<std::string, bool> m_no_discount;  // by sku
  std::vector<FakeMember> m_members;
  std::vector<till::CouponView> m_wallet;  // of the member
  till::PayPoints m_points{};
  std::optional<till::DiscountView> m_discount;
  std::optional<sale::Receipt> m_returned;  // the receipt of the open return
  std::vector<base::Quantity> m_back;       // came back of the last receipt, a line
  struct Kept {
    std::vector<till::LineView> lines;
    int selected_line;
  };
  std::vector<Kept> m_undo;
  std::optional<sale::Receipt> m_last_receipt;
  std::optional<base::Error> m_fail_next;
  std::int64_t m_next_line_id = 1;
  std::uint64_t m_serial = 0;
  int m_receipts = 417;
};

class FakeReader : public models::DemoReader {
 public:
  explicit FakeReader(FakeTill& till) : m_till(till) {}
  [[nodiscard]] std::vector<models::DemoCard> cards() const override;
  void tap(const models::DemoCard& card) override;
  void remove() override;
  void unplug() override;
  void replug() override;

 private:
  FakeTill& m_till;
};

}  // namespace kahui::test
