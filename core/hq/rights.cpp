#include "core/hq/rights.hpp"

#include <algorithm>
#include <map>

#include "core/base/json_writer.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/lease.hpp"

namespace kahui::hq {

namespace {

using base::Points;
using ports::HqTransaction;

constexpr std::string_view kRightsLease = "rights";
constexpr int kRightsMembersAtOnce = 100;

loyalty::PlacedRights ruleOf(const ports::HqRights& row) { return {row.granted, row.used, row.returned, row.lost}; }

// The lead terminal of each store: the active one at the lowest position.
std::map<std::string, std::string> leadTerminals(HqTransaction& tx) {
  std::map<std::string, std::pair<int, std::string>> best;
  for (const auto& terminal : tx.terminals()) {
    if (terminal.state != ports::HqTerminalState::Active) continue;
    const std::pair<int, std::string> one{std::atoi(terminal.position.c_str()), terminal.id};
    const auto [known, fresh] = best.try_emplace(terminal.store, one);
    if (!fresh && one < known->second) known->second = one;
  }
  std::map<std::string, std::string> leads;
  for (const auto& [store, lead] : best) leads[store] = lead.second;
  return leads;
}

struct Placing {
  HqTransaction& tx;
  const programme::OfflineRules& rules;
  std::int64_t epoch;
  std::int64_t now_ms;
  std::map<std::string, std::string> leads;

  // Percent of the balance that each terminal is to hold.
  [[nodiscard]] std::map<std::string, int> sharesOf(const ports::HqMember& member) const {
    std::map<std::string, int> shares;
    if (member.status != "ACTIVE" || member.home.empty()) return shares;
    if (const auto home = leads.find(member.home); home != leads.end()) shares[home->second] = rules.rights_home_pct;
    for (const std::string& store : tx.storesOf(member.id)) {
      const auto second = leads.find(store);
      if (store == member.home || second == leads.end()) continue;
      shares[second->second] = rules.rights_second_pct;
      break;
    }
    return shares;
  }

  void give(const std::string& member, const std::string& terminal, Points points) const {
    ports::HqGrant grant{terminal, epoch, tx.lastGrant(terminal, epoch) + 1, member, points, false};
    tx.putGrant(grant);
    ports::HqRights by{member, terminal, {}, {}, {}, {}, false};
    (points > Points{} ? by.granted : by.asked) = points > Points{} ? points : -points;
    tx.addRights(by);
  }

  void look(const std::string& id) const {
    tx.lockCredit(id);
    const auto member = tx.member(id);
    if (!member) return;
    loyalty::CreditState state = creditOf(tx, *member, now_ms);
    judge(*member, state);
    auto shares = sharesOf(*member);
    const auto rows = tx.rightsOf(id);
    for (const auto& row : rows) shares.try_emplace(row.terminal, 0);
    // What is wanted back comes first; it frees nothing before it is answered.
    for (const auto& [terminal, percent] : shares) {
      const auto row =
          std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.terminal == terminal; });
      const bool there = row != rows.end();
      const Points held = there ? ruleOf(*row).held() : Points{};
      const Points by = loyalty::placement(state, held, there ? row->asked : Points{}, percent, rules.rights_step);
      if (by == Points{} || (there && row->lost)) continue;
      give(id, terminal, by);
      if (by > Points{}) state.placed += by;
    }
  }

  void judge(const ports::HqMember& member, const loyalty::CreditState& state) const {
    const auto before = tx.deficits(member.id);
    const bool below = loyalty::onHold(state);
    if (below == before.below) return;
    tx.putDeficits(member.id, {before.count, below});
    markMember(tx, member.id);
  }
};

// The answer to one grant; each grant is answered once.
void answerGrant(const Projection& to, ports::HqGrant grant, Points taken) {
  if (grant.answered) return;
  grant.answered = true;
  to.tx.putGrant(grant);
  ports::HqRights by{survivorOf(to.tx, grant.member), grant.terminal, {}, {}, {}, {}, false};
  if (grant.points > Points{}) {
    by.returned = std::max(Points{}, grant.points - taken);
  } else {
    by.returned = -taken;
    by.asked = grant.points;
  }
  to.tx.addRights(by);
  to.tx.mark(kRightsFeed, by.member);
}

}  // namespace

loyalty::CreditState creditOf(HqTransaction& tx, const ports::HqMember& member, std::int64_t now_ms) {
  loyalty::CreditState state;
  state.balance = member.noncash + member.cashable;
  for (const auto& row : tx.rightsOf(member.id)) state.placed += ruleOf(row).held();
  state.reserved = tx.reserved(member.id, now_ms - kReservation_ms);
  return state;
}

base::Result<int> RightsDesk::step() {
  const base::WallTime now = m_clock.now();
  const auto token = takeLease(m_store, kRightsLease, m_owner, now.utc_ms);
  if (!token) return tl::unexpected(token.error());
  if (!*token) return 0;
  int taken = 0;
  KAHUI_TRY(m_store.transaction([&](HqTransaction& tx) -> base::Status {
    taken = 0;
    if (!tx.holdsLease(kRightsLease, **token)) return {};
    m_packs.refresh(tx);
    const auto* pack = m_packs.inForce(now.local().iso());
    if (pack == nullptr) return {};
    const auto members = tx.takeMarksOf(kRightsFeed, kRightsMembersAtOnce);
    if (members.empty()) return {};
    const Placing placing{tx, pack->offline, m_epoch, now.utc_ms, leadTerminals(tx)};
    for (const std::string& member : members) placing.look(member);
    taken = static_cast<int>(members.size());
    return {};
  }));
  return taken;
}

void applyRedeemed(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                   const journal::PointsRedeemed& redeemed) {
  if (redeemed.attempt.empty() && redeemed.rights == Points{}) return;
  const std::string id = resolveMember(to, key, event, redeemed.member, std::nullopt);
  if (redeemed.rights != Points{}) to.tx.addRights({id, key.terminal, {}, redeemed.rights, {}, {}, false});
  if (redeemed.attempt.empty()) return;
  Points points;
  for (const auto& lot : redeemed.lots) points += lot.points;
  auto known = to.tx.reservation(id, redeemed.attempt);
  if (known && (known->state == "REFUSED" || known->state == "CANCELLED") && redeemed.online)
    to.tx.putFlag({key, "redeemed_refused", id, redeemed.attempt});
  // One that was never asked for is kept, too: a request that arrives late must not reserve anything.
  to.tx.putReservation({redeemed.attempt, id, key.terminal, points, known ? known->made_ms : to.now_ms, "POSTED", {}});
}

void applyRightsPlaced(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                       const journal::RightsPlaced& placed) {
  for (std::size_t i = 0; i < placed.parts.size(); ++i) {
    const auto& part = placed.parts[i];
    const std::int64_t no = placed.first + static_cast<std::int64_t>(i);
    auto grant = to.tx.grant(key.terminal, placed.epoch, no);
    if (!grant) {
      // Headquarters was restored to a time before it: what the till holds counts.
      if (part.member == 0) continue;
      grant = ports::HqGrant{key.terminal, placed.epoch, no, resolveMember(to, key, event, part.member, std::nullopt),
                             part.points,  false};
      to.tx.putFlag({key, "grant_unknown", grant->member, std::to_string(part.points.value())});
      ports::HqRights by{grant->member, key.terminal, {}, {}, {}, {}, false};
      (part.points > Points{} ? by.granted : by.asked) = part.points > Points{} ? part.points : -part.points;
      to.tx.addRights(by);
    }
    answerGrant(to, *std::move(grant), part.points);
  }
}

void judgeGoodwill(const Projection& to, const ports::HqEventKey& key, const std::string& id) {
  const auto member = to.tx.member(id);
  if (!member) return;
  const auto row = to.tx.deficits(id);
  const auto before = loyalty::Deficits{row.count, row.below};
  const auto state = creditOf(to.tx, *member, to.now_ms);
  const auto after = loyalty::judged(before, state);
  if (after == before) return;
  to.tx.putDeficits(id, {after.count, after.below});
  if (after.count > before.count) to.tx.putFlag({key, "deficit", id, std::to_string(-state.available().value())});
  markMember(to.tx, id);
}

Answer<sync::GrantsPage> grantsAfter(ports::HqStore& store, std::string_view terminal, std::int64_t own_epoch,
                                     const journal::GrantMark& mark) {
  sync::GrantsPage page;
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    page = {own_epoch, {}, false};
    const std::int64_t after = mark.epoch == own_epoch ? mark.no : 0;
    for (const auto& grant : tx.grantsAfter(terminal, own_epoch, after, sync::kGrantsLimit + 1))
      page.items.push_back({grant.no, grant.member, grant.points});
    page.more = std::ssize(page.items) > sync::kGrantsLimit;
    if (page.more) page.items.pop_back();
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  return page;
}

namespace {

sync::AuthAnswer answerOf(const ports::HqReservation& reservation, std::int64_t now_ms) {
  const bool late = reservation.state == "GRANTED" && reservation.made_ms < now_ms - kReservation_ms;
  return {reservation.id, late ? "EXPIRED" : reservation.state, reservation.available};
}

sync::AuthAnswer decide(HqTransaction& tx, std::string_view terminal, AuthAct act, const sync::AuthRequest& request,
                        std::int64_t now_ms) {
  const std::string id = survivorOf(tx, request.member);
  tx.lockCredit(id);
  auto known = tx.reservation(id, request.id);
  const bool open = known && (known->state == "GRANTED" || known->state == "CONFIRMED");
  switch (act) {
    case AuthAct::Redeem: {
      if (known) return answerOf(*known, now_ms);
      const auto member = tx.member(id);
      const auto state = member ? creditOf(tx, *member, now_ms) : loyalty::CreditState{};
      const bool granted =
          member && member->status == "ACTIVE" && request.points > Points{} && loyalty::covers(state, request.points);
      known = ports::HqReservation{request.id,
                                   id,
                                   std::string(terminal),
                                   request.points,
                                   now_ms,
                                   granted ? "GRANTED" : "REFUSED",
                                   std::max(Points{}, state.available())};
      tx.putReservation(*known);
      break;
    }
    case AuthAct::Confirm:
      if (!known) return {request.id, "UNKNOWN", {}};
      if (known->state == "GRANTED") {
        known->state = "CONFIRMED";
        tx.putReservation(*known);
      }
      break;
    case AuthAct::Cancel:
      if (!known) known = ports::HqReservation{request.id, id, std::string(terminal), {}, now_ms, {}, {}};
      // Also of one that is not here yet: a request that arrives late reserves nothing.
      if (open || known->state.empty()) {
        known->state = "CANCELLED";
        tx.putReservation(*known);
        tx.mark(kRightsFeed, id);
      }
      break;
  }
  return answerOf(*known, now_ms);
}

}  // namespace

Answer<sync::AuthAnswer> authorise(ports::HqStore& store, std::string_view terminal, AuthAct act,
                                   const sync::AuthRequest& request, std::int64_t now_ms) {
  if (request.member.empty()) return refuse(422, "broken", "m: is missing");
  sync::AuthAnswer answer;
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    answer = decide(tx, terminal, act, request, now_ms);
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  return answer;
}

base::Status declareDead(ports::HqStore& store, const std::string& terminal) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    auto known = tx.lockTerminal(terminal);
    if (!known) return base::fail(base::ErrorCode::BadInput, "no terminal is called " + terminal);
    known->state = ports::HqTerminalState::Retired;
    tx.putTerminal(*known);
    tx.loseRights(terminal);
    for (const auto& row : tx.rightsAt(terminal)) tx.mark(kRightsFeed, row.member);
    return {};
  });
}

base::Result<Points> writeOff(ports::HqStore& store, const std::string& text, const base::WallTime& now) {
  Points debt;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    auto member = tx.member(text);
    if (!member) {
      const auto no = member::MemberNo::parse(text);
      const auto id = no ? tx.memberIdByNo(no->value()) : std::nullopt;
      member = id ? tx.member(*id) : std::nullopt;
    }
    if (!member) return base::fail(base::ErrorCode::BadInput, "no member is called " + text);
    debt = Points{} - (member->noncash + member->cashable);
    if (debt <= Points{}) return base::fail(base::ErrorCode::BadInput, "this member owes nothing");
    ports::HqPosting posting;
    posting.key = {"", 0, nextOwnPosting(tx)};
    posting.member = member->id;
    posting.account = "GOODWILL_LOSS";
    posting.points = debt;
    posting.day = now.local().date();
    tx.putPosting(posting);
    tx.addToMember(member->id, debt, Points{}, Points{});
    markMember(tx, member->id);
    return {};
  }));
  return debt;
}

base::Result<RightsReport> rightsReport(ports::HqStore& store, std::int64_t now_ms) {
  RightsReport report;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    report = {};
    constexpr int kPage = 1000;
    std::string after;
    for (auto page = tx.membersAfter(after, kPage); !page.empty(); page = tx.membersAfter(after, kPage)) {
      after = page.back().id;
      for (const auto& member : page) {
        const auto state = creditOf(tx, member, now_ms);
        if (state.placed > Points{}) ++report.members;
        report.placed += state.placed;
        if (loyalty::onHold(state))
          report.debts.push_back({member.id, -state.available(), tx.deficits(member.id).count});
      }
    }
    for (const auto& row : tx.lostRights())
      if (const Points points = ruleOf(row).exposed(); points > Points{})
        report.exposures.push_back({row.terminal, row.member, points});
    return {};
  }));
  return report;
}

std::string rightsJson(const RightsReport& report) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.field("members", report.members);
  json.field("placed", report.placed.value());
  json.beginArray("exposures");
  for (const Exposure& one : report.exposures) {
    json.beginObject();
    json.field("terminal", one.terminal);
    json.field("member", one.member);
    json.field("points", one.points.value());
    json.endObject();
  }
  json.endArray();
  json.beginArray("debts");
  for (const Debt& one : report.debts) {
    json.beginObject();
    json.field("member", one.member);
    json.field("points", one.points.value());
    json.field("deficits", std::int64_t{one.deficits});
    json.endObject();
  }
  json.endArray();
  json.endObject();
  return text;
}

}  // namespace kahui::hq
