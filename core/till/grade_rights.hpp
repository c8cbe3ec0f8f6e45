// What a member may pay with by what his card proved (rulebook I4; the pack's grades).
#pragma once

#include "core/ports/card_reader.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::till {

enum class MemberPin { None, NotShown, Shown };  // has none; has one; gave it for this bill

const programme::GradeRules& gradeRules(const programme::Grades& grades, ports::Trust trust);

// `asked`: of one bill. RuleRejected: MEMBER_PIN_NEEDED; NO_MEMBER_PIN where the pack wants one and there is none;
// GRADE_OFFLINE_LIMIT without the line to headquarters.
base::Status mayPayWith(const programme::PayLimits& asked, const programme::Grades& grades, ports::Trust trust,
                        MemberPin pin, bool offline);

}  // namespace kahui::till
