#include "core/hq/project_terms.hpp"

#include <algorithm>

#include "core/hq/feeds.hpp"
#include "core/loyalty/membership.hpp"

namespace kahui::hq {

namespace {

using base::Points;
using ports::HqEventKey;

constexpr int kSignInPosting = 100'002;  // after every other posting of the event
constexpr std::string_view kSignIn = "SIGN_IN";

}  // namespace

std::optional<base::BusinessDate> termOf(ports::HqTransaction& tx, const std::string& member) {
  std::optional<base::BusinessDate> until = tx.term(member);
  for (const std::string& other : tx.mergedInto(member)) until = std::max(until, tx.term(other));
  return until;
}

void applyTerm(const Projection& to, const HqEventKey& key, const journal::Event& event,
               const journal::MembershipMoved& moved) {
  if (moved.sku.empty()) return;  // what headquarters said itself, as the till wrote it down
  const std::string id = resolveMember(to, key, event, moved.member, std::nullopt);
  const auto known = termOf(to.tx, id);
  std::optional<base::BusinessDate> until = moved.until;
  if (known != moved.before && !moved.returned) until = loyalty::renewedUntil(known, event.business_date, moved.months);
  if (known && known != moved.before && moved.returned) until = loyalty::shortenedUntil(*known, moved.months);
  if (!until) return;
  to.tx.putTerm(id, *until, key);
  markMember(to.tx, id);
}

void judgeSignIn(const Projection& to, const HqEventKey& key, const journal::Event& event,
                 const journal::PointsGranted& granted) {
  if (granted.why != kSignIn) return;
  const std::string id = resolveMember(to, key, event, granted.member, std::nullopt);
  if (to.tx.signIn(id, event.business_date, key)) return;
  ports::HqPosting posting;
  posting.key = key;
  posting.n = kSignInPosting;
  posting.member = id;
  posting.account = "GRANTED";
  posting.points = Points{} - granted.points;
  posting.day = event.business_date;
  to.tx.putPosting(posting);
  to.tx.addToMember(id, posting.points, Points{}, Points{});
  to.tx.putFlag({key, "signin_twice", id, event.business_date.iso()});
  markMember(to.tx, id);
}

}  // namespace kahui::hq
