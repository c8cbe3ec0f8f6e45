// The questions of ports/hq_desk.hpp over a transport.
#pragma once

#include <memory>

#include "core/ports/hq_desk.hpp"
#include "core/ports/sync_transport.hpp"
#include "core/sync/chain_keys.hpp"

namespace kahui::sync {

struct CounterKeys {
  std::string terminal;
  ChainKey feed_key{}, card_key{};
};

// One thread, that of the transport.
class CounterClient final : public ports::HqDesk {
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

 private:
  base::Result<std::optional<ports::FeedMember>> find(const std::string& query);
  base::Result<std::string> post(const char* act, const std::string& body);

  ports::SyncTransport& m_transport;
  const CounterKeys m_keys;
};

}  // namespace kahui::sync
