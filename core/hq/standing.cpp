#include "core/hq/standing.hpp"

#include "core/base/json_writer.hpp"
#include "core/base/text.hpp"
#include "core/hq/erasure.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/lease.hpp"

namespace kahui::hq {

namespace {

using base::ErrorCode;
using ports::HqTransaction;

constexpr const char* kApproved = "application_approved";
constexpr const char* kRefused = "application_refused";
constexpr std::size_t kLongestReason = 200, kLongestBy = 60;
constexpr int kStandingPage = 1000;

bool waits(const ports::HqMember& member) { return member.status == "PENDING" || member.status == "REFUSED"; }

void change(HqTransaction& tx, const std::string& id, bool approved, const std::string& reason) {
  auto member = tx.member(id);
  if (!member || !waits(*member)) return;
  member->status = approved ? "ACTIVE" : "REFUSED";
  member->judged = approved ? std::string() : reason;
  tx.putMember(*member);
  markMember(tx, id);
}

}  // namespace

base::Result<std::string> judgeMember(ports::HqStore& store, const Judgement& wanted) {
  if (wanted.by.empty() || wanted.by.size() > kLongestBy || !base::isCleanUtf8(wanted.by))
    return base::fail(ErrorCode::BadInput, "--by: the name of who decides is expected, at most 60 bytes");
  if (!wanted.approved && wanted.reason.empty())
    return base::fail(ErrorCode::BadInput, "--reason: the applicant asks why; write it in words");
  if (wanted.reason.size() > kLongestReason || !base::isCleanUtf8(wanted.reason))
    return base::fail(ErrorCode::BadInput, "--reason: at most 200 bytes of UTF-8 are expected");
  std::string id;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    const auto found = findMember(tx, wanted.member);
    if (!found) return tl::unexpected(found.error());
    id = *found;
    const auto member = tx.member(id);
    if (!member || !waits(*member) || (!wanted.approved && member->status != "PENDING"))
      return base::fail(ErrorCode::RuleRejected, "NOT_PENDING");
    const std::string said = wanted.reason.empty() ? wanted.by : wanted.by + ": " + wanted.reason;
    tx.putFlag({{"", 0, nextOwnPosting(tx)}, wanted.approved ? kApproved : kRefused, id, said});
    change(tx, id, wanted.approved, wanted.reason);
    return {};
  }));
  return id;
}

base::Result<std::vector<Applicant>> applicants(ports::HqStore& store) {
  std::vector<Applicant> list;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    list.clear();
    std::string after;
    for (;;) {
      const auto page = tx.membersAfter(after, kStandingPage);
      for (const auto& member : page)
        if (waits(member))
          list.push_back({member.id, member.no, member.home, member.status, member.joined, member.judged});
      if (std::ssize(page) < kStandingPage) return {};
      after = page.back().id;
    }
  }));
  return list;
}

std::string applicantsJson(const std::vector<Applicant>& list) {
  return base::jsonObject([&](base::JsonWriter& json) {
    json.beginArray("members");
    for (const Applicant& one : list) {
      json.beginObject();
      json.field("id", one.id);
      json.field("no", one.no);
      json.field("store", one.home);
      json.field("status", one.status);
      json.field("joined", one.joined.iso());
      json.fieldIfAny("reason", one.reason);
      json.endObject();
    }
    json.endArray();
  });
}

void applyJudged(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                 const journal::MemberJudged& judged) {
  const std::string id = resolveMember(to, key, event, judged.member, judged.id);
  to.tx.putFlag({key, judged.approved ? kApproved : kRefused, id, judged.operator_code + ": " + judged.reason});
  change(to.tx, id, judged.approved, judged.reason);
}

void takeStanding(HqTransaction& tx, ports::HqMember& member) {
  member.status = "PENDING";
  for (const auto& flag : tx.flags()) {
    if (flag.member != member.id) continue;
    if (flag.kind == kApproved) {
      member.status = "ACTIVE";
      member.judged.clear();
      return;
    }
    if (flag.kind != kRefused) continue;
    member.status = "REFUSED";
    const auto colon = flag.detail.find(": ");  // after who said it
    member.judged = colon == std::string::npos ? std::string() : flag.detail.substr(colon + 2);
  }
}

}  // namespace kahui::hq
