// Terms of paid membership (S003-04, S003-77) and signing in once a day (S003-61), over all tills.
#pragma once

#include "core/hq/project_event.hpp"

namespace kahui::hq {

// The last day that is paid for, also by whoever was merged into this member; nullopt: never paid.
std::optional<base::BusinessDate> termOf(ports::HqTransaction& tx, const std::string& member);

// As the till reckoned it where it knew the term; else its months follow on what is known here, in the order of
// posting.
void applyTerm(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
               const journal::MembershipMoved& moved);

// After the points are posted: those of a second till are taken back at once (flag signin_twice).
void judgeSignIn(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                 const journal::PointsGranted& granted);

}  // namespace kahui::hq
