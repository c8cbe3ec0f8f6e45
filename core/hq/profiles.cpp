#include "core/hq/profiles.hpp"

#include <algorithm>

#include "core/hq/erasure.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/lease.hpp"
#include "core/hq/project_event.hpp"

namespace kahui::hq {

namespace {

// A year that only one of them tells is no difference.
bool sameDay(member::Birthday a, const member::Birthday& b) {
  a.year = b.year;
  return a == b;
}

using base::Points;
using ports::HqMember;
using ports::HqTransaction;

constexpr int kProfilesAtOnce = 100;
constexpr const char* kProfilesLease = "profiles";

bool isEmpty(const member::Profile& profile) {
  return profile.name.empty() && profile.phone.empty() && profile.cards.empty();
}

bool holds(const member::Profile& profile, const member::Credential& card) {
  return std::find(profile.cards.begin(), profile.cards.end(), card) != profile.cards.end();
}

// What may be one person: nothing that both say differs.
bool mayBeOne(const member::Profile& a, const member::Profile& b) {
  const bool names = a.name.empty() || b.name.empty() || a.name == b.name;
  const bool birthdays = !a.birthday || !b.birthday || sameDay(*a.birthday, *b.birthday);
  return names && birthdays;
}

class Desk {
 public:
  Desk(HqTransaction& tx, const Identity& identity, base::RandomSource& random)
      : m_tx(tx), m_identity(identity), m_random(random) {}

  void take(const ports::HqProfileBox& box) {
    m_tx.profileDone(box.member);
    auto member = m_tx.member(box.member);
    if (!member) return;
    if (erasedAt(m_tx, box.member)) return m_tx.dropIdentity(box.member);
    const auto profile = sync::openBox(m_identity.keys.front().x25519, m_identity.box_secret, box.box);
    if (!profile) return flag("profile_unreadable", box.member, profile.error().detail);
    if (isEmpty(*profile)) return;
    put(std::move(*member), *profile);
  }

  base::Status merge(HqMember survivor, HqMember other) {
    for (const HqMember* one : {&survivor, &other})
      if (!one->merged_into.empty() || erasedAt(m_tx, one->id))
        return base::fail(base::ErrorCode::BadInput, "member " + one->id + " is merged or erased already");
    if (survivor.id == other.id) return base::fail(base::ErrorCode::BadInput, "these two are one member already");
    member::Profile whole = profileOf(survivor);
    const member::Profile added = profileOf(other);
    for (const auto& card : added.cards)
      if (!holds(whole, card)) whole.cards.push_back(card);
    if (whole.name.empty()) whole.name = added.name;
    if (whole.phone.empty()) whole.phone = added.phone;
    if (!whole.birthday) whole.birthday = added.birthday;
    if (whole.dates.empty()) whole.dates = added.dates;
    m_tx.addToMember(survivor.id, other.noncash, other.cashable, other.lifetime);
    m_tx.addToMember(other.id, Points{} - other.noncash, Points{} - other.cashable, Points{} - other.lifetime);
    for (auto card : m_tx.cards(other.id)) {
      card.member = survivor.id;
      m_tx.putCard(card);
    }
    m_tx.moveRights(other.id, survivor.id);
    moveValue(other.id, survivor.id);
    for (const std::string& store : m_tx.storesOf(other.id)) m_tx.putVisit(survivor.id, store, other.joined);
    other.merged_into = survivor.id;
    other.status = "CANCELLED";
    m_tx.putMember(other);
    seal(survivor, whole);
    flag("merged", survivor.id, other.id);
    markWith(other.id);
    markMember(m_tx, survivor.id);
    return {};
  }

  base::Status unmerge(HqMember other) {
    auto survivor = m_tx.member(survivorOf(m_tx, other.id));  // what was his lies with the last of them
    if (!survivor || other.merged_into.empty())
      return base::fail(base::ErrorCode::BadInput, "member " + other.id + " is not merged");
    const std::string next = other.merged_into;
    member::Profile less = profileOf(*survivor);
    const member::Profile own = profileOf(other);
    std::erase_if(less.cards, [&](const auto& card) { return holds(own, card); });
    // Those who were merged into him before go with him.
    std::vector<std::string> own_ids = m_tx.mergedInto(other.id);
    own_ids.push_back(other.id);
    Points noncash, cashable, lifetime;
    for (const std::string& one : own_ids)
      for (const auto& posting : m_tx.postingsOf(one)) {
        (posting.cashable ? cashable : noncash) += posting.points;
        lifetime += posting.lifetime;
      }
    m_tx.addToMember(other.id, noncash, cashable, lifetime);
    m_tx.addToMember(survivor->id, Points{} - noncash, Points{} - cashable, Points{} - lifetime);
    for (const auto& card : m_tx.cards(other.id))
      for (std::string at = next;; at = m_tx.member(at)->merged_into) {
        m_tx.dropCard(card.key, at);
        if (at == survivor->id) break;
      }
    for (const std::string& one : own_ids) giveValueBack(survivor->id, one, other.id);
    m_tx.setMeta(unmergedKey(other.id), survivor->id);
    other.merged_into.clear();
    other.status = "ACTIVE";
    m_tx.putMember(other);
    for (std::string at = next; at != survivor->id; at = m_tx.member(at)->merged_into) {
      auto between = *m_tx.member(at);
      member::Profile smaller = profileOf(between);
      std::erase_if(smaller.cards, [&](const auto& card) { return holds(own, card); });
      seal(between, smaller);
      markMember(m_tx, at);
    }
    seal(*survivor, less);
    flag("unmerged", survivor->id, other.id);
    markMember(m_tx, survivor->id);
    markWith(other.id);
    return {};
  }

 private:
  // And those who were merged into him: they are somebody else from now on, too.
  void markWith(const std::string& id) {
    markMember(m_tx, id);
    for (const std::string& one : m_tx.mergedInto(id)) markMember(m_tx, one);
  }

  // The moves stay under the member who made them, as postings do.
  void moveValue(const std::string& from, const std::string& to) {
    if (const auto account = m_tx.stored(from)) {
      m_tx.addToStored(to, account->principal, account->bonus);
      m_tx.addToStored(from, base::Money{} - account->principal, base::Money{} - account->bonus);
    }
    for (auto card : m_tx.countCards(from)) {
      card.member = to;
      m_tx.putCountCard(card);
    }
  }

  void giveValueBack(const std::string& from, const std::string& moved_by, const std::string& to) {
    base::Money principal, bonus;
    for (const auto& move : m_tx.valueMoves(moved_by)) {
      principal += move.principal;
      bonus += move.bonus;
      auto card = move.card.empty() ? std::nullopt : m_tx.countCard(move.card);
      if (!card) continue;
      card->member = to;
      m_tx.putCountCard(*card);
    }
    if (principal == base::Money{} && bonus == base::Money{}) return;
    m_tx.addToStored(to, principal, bonus);
    m_tx.addToStored(from, base::Money{} - principal, base::Money{} - bonus);
  }

  // Nothing that headquarters could open: an empty one.
  member::Profile profileOf(const HqMember& member) const {
    if (!member.chain_sealed) return {};
    const auto id = base::Id::parse(member.id);
    auto profile = id ? sync::openProfile(m_identity.feed_key, *id, member.sealed)
                      : base::Result<member::Profile>(base::fail(base::ErrorCode::BadInput));
    return profile ? std::move(*profile) : member::Profile{};
  }

  void seal(HqMember& member, const member::Profile& profile) {
    const auto id = base::Id::parse(member.id);
    if (!id) return;
    member.sealed = sync::sealProfile(m_identity.feed_key, *id, profile, m_random);
    member.chain_sealed = true;
    m_tx.putMember(member);
    for (const auto& card : profile.cards) {
      const std::string key = sync::cardHash(m_identity.card_key, card);
      const auto known = m_tx.cardsByKey(key);
      const bool there =
          std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.member == member.id; });
      if (!there) m_tx.putCard({key, member.id, std::string(member::name(card.kind)), "ACTIVE"});
    }
  }

  // A telephone belongs to one member (I1): who had it first keeps it.
  void put(HqMember member, member::Profile profile) {
    if (!member.merged_into.empty()) return;  // what is new is the survivor's, and comes under his id
    const std::string phone =
        profile.phone.empty() ? std::string() : sync::phoneHash(m_identity.card_key, profile.phone);
    if (phone.empty() || m_tx.claim("phone", phone, member.id)) {
      seal(member, profile);
      return markMember(m_tx, member.id);
    }
    const auto first = m_tx.member(survivorOf(m_tx, m_tx.claimOf("phone", phone).value_or("")));
    if (first && first->merged_into.empty() && !erasedAt(m_tx, first->id) && mayBeOne(profileOf(*first), profile)) {
      seal(member, profile);
      if (merge(*first, member)) return;
    }
    profile.phone.clear();  // not confirmed to be his
    seal(member, profile);
    flag("phone_twice", member.id, first ? first->id : std::string());
    markMember(m_tx, member.id);
  }

  void flag(const char* kind, const std::string& member, const std::string& detail) {
    m_tx.putFlag({{"", 0, nextOwnPosting(m_tx)}, kind, member, detail});
  }

  HqTransaction& m_tx;
  const Identity& m_identity;
  base::RandomSource& m_random;
};

base::Result<HqMember> memberFor(HqTransaction& tx, const std::string& text) {
  const auto id = findMember(tx, text);
  if (!id) return tl::unexpected(id.error());
  auto member = tx.member(*id);
  if (!member) return base::fail(base::ErrorCode::BadInput, "no member has the id " + *id);
  return std::move(*member);
}

}  // namespace

base::Status keepProfiles(ports::HqStore& store, std::string_view terminal,
                          const std::vector<sync::ProfileBox>& boxes) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    for (const auto& one : boxes) tx.putProfileBox({one.member, std::string(terminal), one.box});
    return {};
  });
}

base::Result<int> takeProfiles(ports::HqStore& store, const Identity& identity, std::string_view owner,
                               std::int64_t now_ms, base::RandomSource& random) {
  const auto token = takeLease(store, kProfilesLease, owner, now_ms);
  if (!token) return tl::unexpected(token.error());
  if (!*token) return 0;
  int taken = 0;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    taken = 0;
    if (!tx.holdsLease(kProfilesLease, **token)) return {};
    Desk desk(tx, identity, random);
    for (const auto& box : tx.waitingProfiles(kProfilesAtOnce)) {
      desk.take(box);
      ++taken;
    }
    return {};
  }));
  return taken;
}

base::Status mergeMembers(ports::HqStore& store, const Identity& identity, const std::string& survivor,
                          const std::string& other, base::RandomSource& random) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    auto one = memberFor(tx, survivor), two = memberFor(tx, other);
    if (!one) return tl::unexpected(one.error());
    if (!two) return tl::unexpected(two.error());
    return Desk(tx, identity, random).merge(*std::move(one), *std::move(two));
  });
}

base::Status unmergeMember(ports::HqStore& store, const Identity& identity, const std::string& other,
                           base::RandomSource& random) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    auto member = memberFor(tx, other);
    return member ? Desk(tx, identity, random).unmerge(*std::move(member)) : tl::unexpected(member.error());
  });
}

}  // namespace kahui::hq
