// Points that headquarters places with this till, after the balances that they are part of.
#include "core/sync/client.hpp"
#include "core/sync/counter.hpp"
#include "core/sync/limits.hpp"

namespace kahui::sync {

namespace {

constexpr int kClientGrantsMostPages = 1000;  // of one session

}  // namespace

base::Status Client::feedDone() {
  m_phase = Phase::Grants;
  return {};
}

base::Result<Client::Todo> Client::grants() {
  const auto mark = m_store.grantMark();
  if (!mark) return tl::unexpected(mark.error());
  m_granted = *mark;
  ports::SyncRequest request;
  request.method = "GET";
  request.path = "/v1/grants?epoch=" + std::to_string(mark->epoch) + "&after=" + std::to_string(mark->no);
  request.most_bytes = kMostMessage_bytes;
  return Todo{Todo::Kind::Send, std::move(request)};
}

// A headquarters that places nothing answers 404. A page that brings nothing forward is not asked for again.
base::Status Client::takeGrants(const ports::SyncResponse& answer) {
  if (answer.status == 404) return finish();
  const auto page = answer.status == 200 ? parseGrants(answer.body)
                                         : base::Result<GrantsPage>(base::fail(base::ErrorCode::PeerFailed));
  if (!page) {
    m_outcome.alarm = "grants cannot be used: status " + std::to_string(answer.status) + " " + page.error().detail;
    return finish();
  }
  std::vector<ports::Grant> given;
  for (const GrantRecord& item : page->items) {
    const auto id = base::Id::parse(item.member);
    if (!id) return stop(Stop::Alarm, "a grant names nobody");
    given.push_back({item.no, *id, item.points});
  }
  if (given.empty()) return finish();
  KAHUI_TRY(m_store.applyGrants(page->epoch, given));
  const auto mark = m_store.grantMark();
  if (!mark) return tl::unexpected(mark.error());
  const bool forward = *mark != m_granted;
  if (forward) m_outcome.changes += given.size();
  return forward && page->more && ++m_grant_pages < kClientGrantsMostPages ? base::Status{} : finish();
}

}  // namespace kahui::sync
