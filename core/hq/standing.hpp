// Applications of members (requirements S001-104): who waits, approved or refused by headquarters or at a till. An
// approval stands whatever else was said and in whatever order it comes in; of refusals the last one's reason holds.
#pragma once

#include <string>
#include <vector>

#include "core/hq/project_event.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hq {

struct Judgement {
  std::string member;  // number here or at a till, or id
  bool approved = false;
  std::string reason;  // of a refusal needed, in words
  std::string by;      // who decided
};

// The member's id. BadInput: there is no such member, no reason or name; RuleRejected NOT_PENDING: he does not wait (a
// refused one may still be approved).
base::Result<std::string> judgeMember(ports::HqStore& store, const Judgement& wanted);

struct Applicant {
  std::string id;
  std::int64_t no = 0;
  std::string home, status;  // PENDING, REFUSED
  base::BusinessDate joined;
  std::string reason;
};
base::Result<std::vector<Applicant>> applicants(ports::HqStore& store);  // by id
std::string applicantsJson(const std::vector<Applicant>& list);          // one line

// The event of a till.
void applyJudged(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                 const journal::MemberJudged& judged);
// Who registered as an application: PENDING, or what was said of him before his registration came in.
void takeStanding(ports::HqTransaction& tx, ports::HqMember& member);

}  // namespace kahui::hq
