// What the club asks of the store: tags and what a member buys most, events with their guests, friends who were named,
// draws. Part of ports::Store, with its thread rule and errors.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "core/journal/event.hpp"
#include "core/member/member.hpp"

namespace kahui::ports {

struct StoredEvent {
  std::string id, name, place;
  base::LocalTime at;
  int seats = 0;
  bool cancelled = false;
  int invited = 0, coming = 0, present = 0;  // guests in each state
  bool members = false;                      // S000-87: members may see it

  [[nodiscard]] int free() const { return seats - coming - present; }
};

struct StoredGuest {
  member::MemberNo member;
  journal::GuestState state{};
};

struct MemberProfiling {
  bool agreed = false;
  std::vector<std::string> tags;  // codes, ascending
};

struct BoughtCategory {
  std::string code, name_zh, name_en;
  base::Money net{};  // less what came back
};

struct BoughtBrand {
  std::string brand;
  base::Money net{};          // less what came back
  base::Quantity quantity{};  // likewise
  int bills = 0;              // with it
};

struct BoughtMost {  // the most first
  std::vector<BoughtCategory> categories;
  std::vector<BoughtBrand> brands;
};

struct StoredLead {
  std::int64_t referrer = 0;
  base::BusinessDate until;
  std::int64_t joined = 0;  // the member that the friend became; 0: not yet
};

struct StoredDraw {
  std::int64_t winner = 0, entries = 0;
};

class ClubBook {
 public:
  virtual ~ClubBook() = default;

  virtual base::Result<MemberProfiling> profiling(member::MemberNo no) = 0;
  // By what was paid for them since a day (S001-18), at most so many of each.
  virtual base::Result<BoughtMost> boughtMost(member::MemberNo no, base::BusinessDate from, std::size_t most) = 0;

  virtual base::Result<std::vector<StoredEvent>> clubEvents() = 0;  // the latest first, at most 200
  virtual base::Result<std::optional<StoredEvent>> clubEvent(std::string_view id) = 0;
  virtual base::Result<std::vector<StoredGuest>> clubGuests(std::string_view event) = 0;
  virtual base::Result<std::optional<journal::GuestState>> guestState(std::string_view event, member::MemberNo no) = 0;

  // Uses of a benefit whose periods are days, from one of them on; of one that has stock, all members together.
  virtual base::Result<std::int64_t> benefitUsedSince(member::MemberNo no, std::string_view benefit,
                                                      base::BusinessDate from) = 0;
  virtual base::Result<std::int64_t> benefitTotal(std::string_view benefit) = 0;
  virtual base::Result<std::vector<std::pair<std::int64_t, std::int64_t>>> benefitUsers(std::string_view benefit,
                                                                                        std::string_view period) = 0;
  virtual base::Result<std::optional<StoredDraw>> drawHeld(std::string_view draw, std::string_view period) = 0;

  virtual std::string leadKey(std::string_view phone) = 0;  // normalised telephone number; journal::LeadRecorded
  virtual base::Result<std::optional<StoredLead>> lead(std::string_view key) = 0;
};

}  // namespace kahui::ports
