#include "core/hq/duplicates.hpp"

#include <algorithm>
#include <map>

namespace kahui::hq {

namespace {

constexpr int kDuplicatesPage = 1000;

struct Seen {
  base::BusinessDate joined;
  std::string id;
  std::int64_t no = 0;
  bool operator<(const Seen& other) const { return std::tie(joined, id) < std::tie(other.joined, other.id); }
};

std::string birthdayKey(const member::Profile& profile) {
  if (profile.name.empty() || !profile.birthday) return {};
  const auto& day = *profile.birthday;
  return profile.name + "|" + std::to_string(static_cast<int>(day.calendar)) + "|" + std::to_string(day.month) + "|" +
         std::to_string(day.day) + (day.leap_month ? "|leap" : "");
}

using Groups = std::map<std::string, std::vector<Seen>>;

void addPairs(Groups& groups, const char* why, std::vector<DuplicatePair>& pairs) {
  for (auto& [key, members] : groups) {
    std::sort(members.begin(), members.end());
    for (std::size_t i = 1; i < members.size(); ++i) {
      const Seen &first = members.front(), &second = members[i];
      const bool known = std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
        return pair.first == first.id && pair.second == second.id;
      });
      if (!known) pairs.push_back({first.id, second.id, first.no, second.no, why});
    }
  }
}

}  // namespace

base::Result<std::vector<DuplicatePair>> findDuplicates(ports::HqStore& store, const Identity& identity,
                                                        std::size_t limit) {
  Groups by_phone, by_birthday;
  KAHUI_TRY(store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    by_phone.clear();
    by_birthday.clear();
    std::string after;
    for (;;) {
      const auto page = tx.membersAfter(after, kDuplicatesPage);
      for (const auto& member : page) {
        after = member.id;
        const auto id = base::Id::parse(member.id);
        if (!id || !member.chain_sealed || member.sealed.empty() || member.status == "CANCELLED") continue;
        const auto profile = sync::openProfile(identity.feed_key, *id, member.sealed);
        if (!profile) continue;
        const Seen seen{member.joined, member.id, member.no};
        if (!profile->phone.empty()) by_phone[profile->phone].push_back(seen);
        if (auto key = birthdayKey(*profile); !key.empty()) by_birthday[std::move(key)].push_back(seen);
      }
      if (std::ssize(page) < kDuplicatesPage) return {};
    }
  }));
  std::vector<DuplicatePair> pairs;
  addPairs(by_phone, "PHONE", pairs);
  addPairs(by_birthday, "NAME_BIRTHDAY", pairs);
  std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (pairs.size() > limit) pairs.resize(limit);
  return pairs;
}

}  // namespace kahui::hq
