// The questions of ports/hq_desk.hpp over a transport.
#pragma once

#include <memory>

#include "core/base/random.hpp"
#include "core/ports/hq_desk.hpp"
#include "core/ports/sync_transport.hpp"
#include "core/sync/chain_keys.hpp"

namespace kahui::sync {

struct CounterKeys {
  std::string terminal;
  ChainKey feed_key{}, card_key{};
};

// One thread, that of the transport.
class CounterClient final : public ports::HqDesk, public ports::HeldBoard, public ports::ClaimDesk {
 public:
  CounterClient(ports::SyncTransport& transport, CounterKeys keys) : m_transport(transport), m_keys(std::move(keys)) {}

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
  [[nodiscard]] std::string code(const std::string& receipt_no) const override;
  base::Result<ports::ClaimAnswer> claim(const base::Id& attempt, const std::string& code, int days) override;

 private:
  // Where the answer is another than 200: ServiceDown.
  base::Result<std::string> ask(const char* method, const std::string& path, const std::string& body,
                                std::size_t most_bytes);
  base::Result<ports::HeldAnswer> askHeld(const char* act, const base::Id& bill, const std::string& holder);
  base::Result<std::optional<ports::FeedMember>> find(const std::string& query);
  base::Result<std::string> post(const char* act, const std::string& body);

  ports::SyncTransport& m_transport;
  const CounterKeys m_keys;
  base::SystemRandom m_random;
};

}  // namespace kahui::sync
