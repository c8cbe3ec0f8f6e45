#include "core/hq/members.hpp"

#include <set>

#include "core/hq/erasure.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/lease.hpp"

namespace kahui::hq {

namespace {

using base::Points;
using ports::HqTransaction;

// Numbers that headquarters gives itself: below those of the tills (terminals.cpp).
std::int64_t nextNumber(HqTransaction& tx) {
  constexpr std::int64_t kFirst = 500'000'000;
  const std::int64_t next = std::stoll(tx.meta("member_next").value_or("0"));
  tx.setMeta("member_next", std::to_string(next + 1));
  return member::MemberNo::fromBody(kFirst + next).value();
}

const char* problemOf(HqTransaction& tx, const Identity& identity, const ports::MemberToJoin& wanted,
                      const std::string& id) {
  if (wanted.no.value() != 0 && tx.memberIdByNo(wanted.no.value())) return "member_no: another member has it";
  for (const auto& card : wanted.profile.cards)
    if (!tx.cardsByKey(sync::cardHash(identity.card_key, card)).empty()) return "card: another member has it";
  if (!wanted.profile.phone.empty() && !tx.claim("phone", sync::phoneHash(identity.card_key, wanted.profile.phone), id))
    return "phone: another member has it";
  return nullptr;
}

void join(HqTransaction& tx, const Identity& identity, const Joining& joining, const ports::MemberToJoin& wanted,
          const base::Id& id, base::RandomSource& random) {
  ports::HqMember row;
  row.id = id.hex();
  row.no = wanted.no.value() != 0 ? wanted.no.value() : nextNumber(tx);
  row.home = joining.home;
  row.status = "ACTIVE";
  row.tier = wanted.tier;
  row.joined = wanted.joined;
  row.tier_since = wanted.joined;
  row.source = kOwnSource;
  row.chain_sealed = true;
  row.sealed = sync::sealProfile(identity.feed_key, id, wanted.profile, random);
  tx.putMember(row);
  tx.linkMemberNo("", row.no, row.id);
  std::size_t n = 0;
  for (const auto& card : wanted.profile.cards) {
    const auto status = n < wanted.card_status.size() ? wanted.card_status[n] : member::CardStatus::Active;
    tx.putCard({sync::cardHash(identity.card_key, card), row.id, std::string(member::name(card.kind)),
                std::string(member::name(status))});
    ++n;
  }
  if (wanted.opening != Points{} || wanted.lifetime != Points{}) {
    tx.putPosting({{"", 0, nextOwnPosting(tx)},
                   0,
                   row.id,
                   "OPENING",
                   false,
                   wanted.opening,
                   wanted.lifetime,
                   joining.day,
                   wanted.opening_expires,
                   ""});
    tx.addToMember(row.id, wanted.opening, Points{}, wanted.lifetime);
  }
  std::set<std::string> stores{joining.home};
  if (joining.home.empty()) {
    stores.clear();
    for (const auto& terminal : tx.terminals()) stores.insert(terminal.store);
  }
  for (const std::string& store : stores) tx.putVisit(row.id, store, joining.day);
  markMember(tx, row.id);
}

}  // namespace

base::Result<std::vector<JoinProblem>> joinMembers(ports::HqStore& store, const Identity& identity,
                                                   const Joining& joining, std::span<const ports::MemberToJoin> members,
                                                   base::RandomSource& random) {
  std::vector<JoinProblem> problems;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    problems.clear();
    for (std::size_t i = 0; i < members.size(); ++i) {
      const base::Id id = base::Id::make(joining.now_ms, random);
      if (const char* problem = problemOf(tx, identity, members[i], id.hex()); problem != nullptr) {
        problems.push_back({i, problem});
        continue;
      }
      join(tx, identity, joining, members[i], id, random);
    }
    return {};
  }));
  return problems;
}

base::Result<int> setCardsOfMember(ports::HqStore& store, const std::string& member, const std::string& status) {
  int changed = 0;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    changed = 0;
    const auto id = findMember(tx, member);
    if (!id) return tl::unexpected(id.error());
    for (auto card : tx.cards(*id)) {
      if (card.status == status) continue;
      card.status = status;
      tx.putCard(card);
      tx.mark(kBlockedFeed, card.key);
      ++changed;
    }
    return {};
  }));
  return changed;
}

base::Status setCard(ports::HqStore& store, const Identity& identity, const member::Credential& credential,
                     const std::string& status) {
  const std::string key = sync::cardHash(identity.card_key, credential);
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    auto known = tx.cardsByKey(key);
    if (known.empty()) known.push_back({key, "", std::string(member::name(credential.kind)), ""});
    for (auto& card : known) {
      card.status = status;
      tx.putCard(card);
    }
    tx.mark(kBlockedFeed, key);
    return {};
  });
}

}  // namespace kahui::hq
