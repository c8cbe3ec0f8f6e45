// The running till's short questions to headquarters (ports/hq_desk.hpp), over a connection of its own, so that none
// waits behind a batch. Opened at the first question and again after a failure. Asked on a thread of this object,
// waited for only so long: a name server that is silent holds no bill up. One thread asks.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/sync/counter_client.hpp"

namespace kahui::local {

class HqLine final : public ports::HqDesk, public ports::HeldBoard, public ports::ClaimDesk {
 public:
  explicit HqLine(std::string store_id);
  ~HqLine() override;
  HqLine(const HqLine&) = delete;
  HqLine& operator=(const HqLine&) = delete;

  // ServiceDown also where the answer did not come in time; it may still have been heard there.
  base::Result<ports::HqDecision> redeem(const base::Id& attempt, const base::Id& member, base::Points points) override;
  base::Status confirm(const base::Id& attempt, const base::Id& member) override;
  base::Status cancel(const base::Id& attempt, const base::Id& member) override;
  base::Result<ports::HqDecision> holdCoupon(const base::Id& attempt, const std::string& serial) override;
  base::Status freeCoupon(const base::Id& attempt, const std::string& serial) override;
  base::Result<std::optional<ports::FeedMember>> byCard(const member::Credential& card) override;
  base::Result<std::optional<ports::FeedMember>> byPhone(std::string_view normalized_phone) override;
  base::Result<std::optional<ports::FeedMember>> byNo(member::MemberNo no) override;

  base::Status offer(const ports::HeldBill& bill, const base::Id& member) override;
  base::Result<ports::HeldList> list() override;
  base::Result<ports::HeldAnswer> take(const ports::HeldParcel& parcel) override;
  base::Result<ports::HeldAnswer> withdraw(const base::Id& bill) override;
  base::Result<std::optional<ports::FeedMember>> ownerOf(member::MemberNo no) override { return byNo(no); }

  ports::ClaimDesk* claims() override { return this; }
  [[nodiscard]] std::string code(const std::string& receipt_no) const override;  // without asking anybody
  base::Result<ports::ClaimAnswer> claim(const base::Id& attempt, const std::string& code, int days) override;

 private:
  class Worker;
  // What `question` holds must be its own: it may outlive the call.
  template <class Answer>
  Answer ask(std::function<Answer(sync::CounterClient&)> question);

  std::string m_terminal;
  sync::ChainKey m_card_key{};
  std::shared_ptr<Worker> m_worker;  // its thread holds it too, and is left where it hangs
};

}  // namespace kahui::local
