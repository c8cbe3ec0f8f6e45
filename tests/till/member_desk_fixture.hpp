// The member desk on a store of its own, and how its answers are read.
#pragma once

#include <string>

#include "core/journal/draft.hpp"
#include "core/store/history.hpp"
#include "core/till/member_desk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/desk_fixture.hpp"

namespace kahui::test {

inline constexpr const char* kFreshPhone = "13900001111";
inline constexpr const char* kFreshUid = "04AABBCCDDEE01";

struct MemberDeskFixture : DeskFixture {
  base::SeededRandom random{7};
  using DeskFixture::DeskFixture;

  till::MemberDesk at() {
    return {store(), desk(), random, base::WallTime{desk().today().days() * 86'400'000LL + 2 * 3'600'000, 480}};
  }
  till::Signers signer(const char* code, const char* approver = nullptr) {
    till::Signers signers{*desk().staff(code)};
    if (approver != nullptr) signers.approver = *desk().staff(approver);
    return signers;
  }
  till::JoinAnswer join(till::JoinRequest request, const char* by = "1001") { return at().join(request, signer(by)); }
  till::MemberAnswer act(till::MemberRequest request, const char* by = "9001", const char* approver = nullptr) {
    return at().act(request, signer(by, approver));
  }
  till::MemberRequest on(int member, till::MemberAct act, base::Points points = {}) {
    till::MemberRequest request;
    request.act = act;
    request.member_no = no(member).text();
    request.points = points;
    return request;
  }
  void givePin(int member, const char* pin = "4711") {
    REQUIRE(store().setMemberPin(no(member), pin, *desk().staff("9001")));
  }
};

inline till::JoinRequest joining(const char* phone = kFreshPhone) {
  till::JoinRequest request;
  request.phone = phone;
  request.adult = true;
  request.consent = true;
  return request;
}

inline std::string reasonOf(const base::Error& error) {
  return error.code == base::ErrorCode::RuleRejected ? error.detail : std::string(base::codeName(error.code));
}
template <class Answer>
std::string reasonOf(const Answer& answer) {
  return answer ? std::string("done") : reasonOf(answer.error());
}

}  // namespace kahui::test
