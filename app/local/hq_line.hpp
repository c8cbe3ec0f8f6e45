// The running till's short questions to headquarters (ports/hq_desk.hpp), over a connection of its own, so that none
// waits behind a batch. Opened at the first question and again after a failure. One thread.
#pragma once

#include <memory>
#include <string>

#include "app/net/http_transport.hpp"
#include "core/sync/counter_client.hpp"

namespace kahui::local {

class HqLine final : public ports::HqDesk {
 public:
  explicit HqLine(std::string store_id) : m_store_id(std::move(store_id)) {}

  base::Result<ports::HqDecision> redeem(const base::Id& attempt, const base::Id& member, base::Points points) override;
  base::Status confirm(const base::Id& attempt, const base::Id& member) override;
  base::Status cancel(const base::Id& attempt, const base::Id& member) override;
  base::Result<std::optional<ports::FeedMember>> byCard(const member::Credential& card) override;
  base::Result<std::optional<ports::FeedMember>> byPhone(std::string_view normalized_phone) override;
  base::Result<std::optional<ports::FeedMember>> byNo(member::MemberNo no) override;

 private:
  template <class Ask>
  auto ask(Ask&& question) -> decltype(question(std::declval<sync::CounterClient&>()));

  const std::string m_store_id;
  std::unique_ptr<net::HttpTransport> m_transport;
  std::unique_ptr<sync::CounterClient> m_client;
};

}  // namespace kahui::local
