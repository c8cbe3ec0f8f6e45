// What screens know of the club.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ports/club_book.hpp"
#include "core/till/member_desk_view.hpp"
#include "core/till/task_view.hpp"

namespace kahui::till {

struct GuestView {
  std::string member_no;
  std::string masked_name;
  std::string tier_name;
  journal::GuestState state{};
};

struct TagView {
  std::string code;
  programme::CareText name;
  bool on = false;
};

struct DrawView {
  std::string code;
  programme::CareText name;
  base::Money prize{};
  std::int64_t entries = 0;
  std::string winner;  // masked; empty: not drawn yet
};

struct ClubMemberView {
  MemberHit head;
  bool agreed = false;  // to a profile of interests
  std::vector<TagView> tags;
  std::vector<programme::CareText> favourites;  // categories bought most in 12 months; only with consent
  std::vector<ports::BoughtBrand> brands;       // S001-18: likewise
  std::vector<member::DateKind> dates;          // that are known
  std::vector<BenefitView> benefits;
};

struct ClubView {
  std::vector<ports::StoredEvent> events;  // the latest first
  std::string event;                       // the chosen one's id; empty: none
  std::vector<GuestView> guests;           // of it
  bool door = false;                       // cards check in
  std::vector<DrawView> draws;
  std::optional<ClubMemberView> member{};
};

}  // namespace kahui::till
