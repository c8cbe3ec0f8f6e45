#include "core/hq/erasure.hpp"

#include <algorithm>

#include "core/base/json_writer.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/lease.hpp"
#include "core/hq/snapshots.hpp"
#include "core/member/member.hpp"

namespace kahui::hq {

namespace {

using ports::HqTransaction;

constexpr const char* kErased = "erased";
constexpr const char* kErasedHere = "erase_done";  // of project_event.cpp

void destroy(HqTransaction& tx, const std::string& id) {
  auto member = tx.member(id);
  if (!member) return;
  member->sealed.clear();
  member->status = "CANCELLED";
  tx.putMember(*member);
  tx.dropIdentity(id);
  for (const auto& partner : tx.partners()) tx.dropConsent(partner.code, id);
  for (const std::string& store : tx.storesOf(id)) withdrawSnapshot(tx, membersFeed(store));
  markMember(tx, id);
  tx.mark(kEraseFeed, id);
}

void eraseIn(HqTransaction& tx, const std::string& id, std::int64_t now_ms) {
  if (!erasedAt(tx, id)) tx.putFlag({{"", 0, nextOwnPosting(tx)}, kErased, id, std::to_string(now_ms)});
  destroy(tx, id);
}

}  // namespace

void eraseEverywhere(HqTransaction& tx, const std::string& id, std::int64_t now_ms) {
  if (!erasedAt(tx, id)) eraseIn(tx, id, now_ms);
}

base::Result<std::string> findMember(HqTransaction& tx, const std::string& member) {
  if (tx.member(member)) return member;
  const auto number = member::MemberNo::parse(member);
  std::optional<std::string> id = number ? tx.memberIdByNo(number->value()) : std::nullopt;
  if (number && !id)
    for (const auto& terminal : tx.terminals())
      if (!id) id = tx.memberIdOf(terminal.id, number->value());
  if (!id) return base::fail(base::ErrorCode::BadInput, "no member has the number or id " + member);
  return *id;
}

std::optional<std::int64_t> erasedAt(HqTransaction& tx, const std::string& member) {
  for (const auto& flag : tx.flags())
    if (flag.kind == kErased && flag.member == member) return std::stoll(flag.detail);
  return std::nullopt;
}

base::Result<std::string> eraseMember(ports::HqStore& store, const std::string& member, std::int64_t now_ms) {
  std::string id;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    const auto found = findMember(tx, member);
    if (!found) return tl::unexpected(found.error());
    id = *found;
    eraseIn(tx, id, now_ms);
    return {};
  }));
  return id;
}

base::Status eraseAgain(ports::HqStore& store, const std::vector<std::string>& ids, std::int64_t now_ms) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    for (const std::string& id : ids)
      if (tx.member(id) && !erasedAt(tx, id)) eraseIn(tx, id, now_ms);
    return {};
  });
}

void eraseAgain(HqTransaction& tx) {
  for (const auto& flag : tx.flags())
    if (flag.kind == kErased) destroy(tx, flag.member);
}

base::Result<std::vector<Erasure>> erasures(ports::HqStore& store) {
  std::vector<Erasure> found;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    found.clear();
    const auto flags = tx.flags();
    for (const auto& flag : flags)
      if (flag.kind == kErased) found.push_back({flag.member, std::stoll(flag.detail), {}, {}});
    for (Erasure& erasure : found) {
      for (const auto& terminal : tx.terminals()) {
        if (terminal.state == ports::HqTerminalState::Retired) continue;
        const bool done = std::any_of(flags.begin(), flags.end(), [&](const auto& flag) {
          return flag.kind == kErasedHere && flag.member == erasure.member && flag.key.terminal == terminal.id;
        });
        (done ? erasure.answered : erasure.late).push_back(terminal.id);
      }
    }
    return {};
  }));
  return found;
}

std::string erasuresJson(const std::vector<Erasure>& erasures) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.beginArray("erasures");
  for (const Erasure& erasure : erasures) {
    json.beginObject();
    json.field("member", erasure.member);
    json.field("at_ms", erasure.at_ms);
    for (const auto& [key, terminals] : {std::pair{"answered", &erasure.answered}, std::pair{"late", &erasure.late}}) {
      json.beginArray(key);
      for (const std::string& terminal : *terminals) json.element(terminal);
      json.endArray();
    }
    json.endObject();
  }
  json.endArray();
  json.endObject();
  return text;
}

}  // namespace kahui::hq
