// Questions about bills of other tills.
#include "core/sync/claim_code.hpp"
#include "core/sync/counter_client.hpp"
#include "core/sync/limits.hpp"
#include "core/sync/shop.hpp"

namespace kahui::sync {

using base::ErrorCode;

base::Status CounterClient::offer(const ports::HeldBill& bill, const base::Id& member) {
  const HeldOffer offered{bill.id.hex(), bill.at_ms, sealHeld(m_keys.feed_key, bill, member, m_random)};
  if (offered.box.size() > kMostHeldBox_bytes) return base::fail(ErrorCode::OutOfRange, "held bill");
  const auto body = ask("POST", "/v1/held", encode(offered), kMostHeader_bytes);
  if (!body) return tl::unexpected(body.error());
  const auto reply = parseHeldReply(*body);
  return reply && reply->id == offered.id ? base::Status{} : base::fail(ErrorCode::ServiceDown, "another answer");
}

base::Result<ports::HeldList> CounterClient::list() {
  const auto body = ask("GET", "/v1/held", {}, kMostMessage_bytes);
  if (!body) return tl::unexpected(body.error());
  const auto page = parseHeldPage(*body);
  if (!page) return base::fail(ErrorCode::ServiceDown, page.error().detail);
  ports::HeldList list;
  for (const HeldItem& item : page->items)  // what a newer till sealed in another way is not for this one
    if (auto parcel = openHeld(m_keys.feed_key, item)) list.others.push_back(std::move(*parcel));
  for (const HeldReply& reply : page->taken)
    if (const auto id = base::Id::parse(reply.id)) list.taken.push_back({*id, reply.position, reply.at_ms});
  return list;
}

base::Result<ports::HeldAnswer> CounterClient::askHeld(const char* act, const base::Id& bill,
                                                       const std::string& holder) {
  const auto body = ask("POST", std::string("/v1/held/") + act, encode(HeldAsk{bill.hex(), holder}), kMostHeader_bytes);
  if (!body) return tl::unexpected(body.error());
  const auto reply = parseHeldReply(*body);
  if (!reply || reply->id != bill.hex()) return base::fail(ErrorCode::ServiceDown, "another answer");
  ports::HeldAnswer answer{ports::HeldState::Unknown, reply->position, reply->at_ms};
  if (reply->state == "GRANTED") answer.state = ports::HeldState::Granted;
  if (reply->state == "TAKEN") answer.state = ports::HeldState::Taken;
  if (reply->state == "GONE") answer.state = ports::HeldState::Gone;
  return answer;
}

base::Result<ports::HeldAnswer> CounterClient::take(const ports::HeldParcel& parcel) {
  return askHeld("take", parcel.bill.id, parcel.holder);
}

base::Result<ports::HeldAnswer> CounterClient::withdraw(const base::Id& bill) { return askHeld("withdraw", bill, {}); }

std::string CounterClient::code(const std::string& receipt_no) const {
  return claimCode(m_keys.card_key, m_keys.terminal, receipt_no);
}

base::Result<ports::ClaimAnswer> CounterClient::claim(const base::Id& attempt, const std::string& code, int days) {
  const auto body = ask("POST", "/v1/auth/claim", encode(ClaimAsk{attempt.hex(), code, days}), kMostMessage_bytes);
  if (!body) return tl::unexpected(body.error());
  auto reply = parseClaimReply(*body);
  if (!reply || reply->id != attempt.hex()) return base::fail(ErrorCode::ServiceDown, "another answer");
  ports::ClaimAnswer answer{ports::ClaimState::Unknown, {}};
  if (reply->state == "GRANTED") answer = {ports::ClaimState::Granted, std::move(reply->line)};
  if (reply->state == "DONE") answer.state = ports::ClaimState::Done;
  if (reply->state == "RETURNED") answer.state = ports::ClaimState::Returned;
  if (reply->state == "WAITS") answer = {ports::ClaimState::Waiting, {}, reply->at_ms};
  if (reply->state == "MEMBER") answer.state = ports::ClaimState::Member;
  return answer;
}

}  // namespace kahui::sync
