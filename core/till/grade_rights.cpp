#include "core/till/grade_rights.hpp"

namespace kahui::till {

namespace {

bool within(const programme::PayLimits& asked, const programme::PayLimits& limits) {
  return asked.points <= limits.points && asked.stored <= limits.stored;
}

}  // namespace

const programme::GradeRules& gradeRules(const programme::Grades& grades, ports::Trust trust) {
  switch (trust) {
    case ports::Trust::Claim: return grades.claim;
    case ports::Trust::Genuine: return grades.genuine;
    case ports::Trust::Authenticated: return grades.authenticated;
  }
  return grades.claim;
}

base::Status mayPayWith(const programme::PayLimits& asked, const programme::Grades& grades, ports::Trust trust,
                        MemberPin pin, bool offline) {
  const auto& rules = gradeRules(grades, trust);
  if (offline && !within(asked, rules.offline)) return base::fail(base::ErrorCode::RuleRejected, "GRADE_OFFLINE_LIMIT");
  if (within(asked, rules.without_pin)) return {};
  switch (pin) {
    case MemberPin::Shown: return {};
    case MemberPin::NotShown: return base::fail(base::ErrorCode::RuleRejected, "MEMBER_PIN_NEEDED");
    case MemberPin::None:
      if (grades.pin_required) return base::fail(base::ErrorCode::RuleRejected, "NO_MEMBER_PIN");
      break;
  }
  return {};
}

}  // namespace kahui::till
