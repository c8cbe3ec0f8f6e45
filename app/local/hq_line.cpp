#include "app/local/hq_line.hpp"

#include "app/local/hq_identity.hpp"

namespace kahui::local {

namespace {

constexpr net::Patience kCounter{std::chrono::milliseconds(400), std::chrono::milliseconds(400)};

}  // namespace

template <class Ask>
auto HqLine::ask(Ask&& question) -> decltype(question(std::declval<sync::CounterClient&>())) {
  if (!m_client) {
    const auto identity = readIdentity(m_store_id);
    if (!identity) return base::fail(base::ErrorCode::ServiceDown, identity.error().detail);
    auto transport =
        net::HttpTransport::open(identity->url, {identity->ca, identity->certificate, identity->key}, kCounter);
    if (!transport) return base::fail(base::ErrorCode::ServiceDown, transport.error().detail);
    m_transport = std::move(*transport);
    m_client = std::make_unique<sync::CounterClient>(
        *m_transport, sync::CounterKeys{identity->terminal, identity->feed_key, identity->card_key});
  }
  auto answer = question(*m_client);
  if (!answer) {  // also after a certificate was changed: the file is read again
    m_client.reset();
    m_transport.reset();
  }
  return answer;
}

base::Result<ports::HqDecision> HqLine::redeem(const base::Id& attempt, const base::Id& member, base::Points points) {
  return ask([&](sync::CounterClient& hq) { return hq.redeem(attempt, member, points); });
}

base::Status HqLine::confirm(const base::Id& attempt, const base::Id& member) {
  return ask([&](sync::CounterClient& hq) { return hq.confirm(attempt, member); });
}

base::Status HqLine::cancel(const base::Id& attempt, const base::Id& member) {
  return ask([&](sync::CounterClient& hq) { return hq.cancel(attempt, member); });
}

base::Result<std::optional<ports::FeedMember>> HqLine::byCard(const member::Credential& card) {
  return ask([&](sync::CounterClient& hq) { return hq.byCard(card); });
}

base::Result<std::optional<ports::FeedMember>> HqLine::byPhone(std::string_view normalized_phone) {
  return ask([&](sync::CounterClient& hq) { return hq.byPhone(normalized_phone); });
}

base::Result<std::optional<ports::FeedMember>> HqLine::byNo(member::MemberNo no) {
  return ask([&](sync::CounterClient& hq) { return hq.byNo(no); });
}

}  // namespace kahui::local
