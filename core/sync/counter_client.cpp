#include "core/sync/counter_client.hpp"

#include "core/sync/client.hpp"
#include "core/sync/counter.hpp"
#include "core/sync/limits.hpp"

namespace kahui::sync {

base::Result<std::string> CounterClient::post(const char* act, const std::string& body) {
  return ask("POST", std::string("/v1/auth/") + act, body, kMostHeader_bytes);
}

base::Result<std::string> CounterClient::ask(const char* method, const std::string& path, const std::string& body,
                                             std::size_t most_bytes) {
  ports::SyncRequest request;
  request.method = method;
  request.path = path;
  if (!body.empty()) request.content_type = "application/json";
  request.body = body;
  request.most_bytes = most_bytes;
  auto answer = m_transport.exchange(request, nullptr);
  if (!answer) return tl::unexpected(answer.error());
  // Also of an older headquarters, which does not know the address: nobody could be asked.
  if (answer->status != 200)
    return base::fail(base::ErrorCode::ServiceDown, "status " + std::to_string(answer->status));
  return std::move(answer->body);
}

base::Result<ports::HqDecision> CounterClient::redeem(const base::Id& attempt, const base::Id& member,
                                                      base::Points points) {
  const auto body = post("redeem", encode(AuthRequest{attempt.hex(), member.hex(), points}));
  if (!body) return tl::unexpected(body.error());
  const auto answer = parseAuthAnswer(*body);
  if (!answer || answer->id != attempt.hex()) return base::fail(base::ErrorCode::ServiceDown, "another answer");
  return ports::HqDecision{answer->granted(), answer->state != "UNKNOWN", answer->available};
}

base::Status CounterClient::confirm(const base::Id& attempt, const base::Id& member) {
  const auto body = post("confirm", encode(AuthRequest{attempt.hex(), member.hex(), {}}));
  return body ? base::Status{} : tl::unexpected(body.error());
}

base::Status CounterClient::cancel(const base::Id& attempt, const base::Id& member) {
  const auto body = post("cancel", encode(AuthRequest{attempt.hex(), member.hex(), {}}));
  return body ? base::Status{} : tl::unexpected(body.error());
}

base::Result<ports::HqDecision> CounterClient::holdCoupon(const base::Id& attempt, const std::string& serial) {
  const auto body = post("coupon", encode(CouponAuth{attempt.hex(), serial}));
  if (!body) return tl::unexpected(body.error());
  const auto answer = parseAuthAnswer(*body);
  if (!answer || answer->id != attempt.hex()) return base::fail(base::ErrorCode::ServiceDown, "another answer");
  return ports::HqDecision{answer->granted(), answer->state != "UNKNOWN", {}};
}

base::Status CounterClient::freeCoupon(const base::Id& attempt, const std::string& serial) {
  const auto body = post("coupon-free", encode(CouponAuth{attempt.hex(), serial}));
  return body ? base::Status{} : tl::unexpected(body.error());
}

base::Result<std::optional<ports::FeedMember>> CounterClient::byCard(const member::Credential& card) {
  return find("card=" + cardHash(m_keys.card_key, card));
}

base::Result<std::optional<ports::FeedMember>> CounterClient::byPhone(std::string_view normalized_phone) {
  return find("phone=" + phoneHash(m_keys.card_key, normalized_phone));
}

base::Result<std::optional<ports::FeedMember>> CounterClient::byNo(member::MemberNo no) {
  return find("no=" + std::to_string(no.value()));
}

base::Result<std::optional<ports::FeedMember>> CounterClient::find(const std::string& query) {
  ports::SyncRequest request;
  request.method = "GET";
  request.path = "/v1/members?" + query;
  request.most_bytes = kMostLine_bytes;
  const auto answer = m_transport.exchange(request, nullptr);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->status == 404) return std::optional<ports::FeedMember>();
  if (answer->status != 200)
    return base::fail(base::ErrorCode::ServiceDown, "status " + std::to_string(answer->status));
  const auto item = parseChangeItem(answer->body);
  if (!item) return base::fail(base::ErrorCode::ServiceDown, item.error().detail);
  auto record = feedItemOf("members", *item, m_keys.terminal, m_keys.feed_key);
  if (!record) return base::fail(base::ErrorCode::ServiceDown, record.error().detail);
  return std::move(record->member);
}

}  // namespace kahui::sync
