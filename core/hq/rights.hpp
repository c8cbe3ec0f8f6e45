// Offline redemption, headquarters' side (reliability.md; the decisions stand in loyalty/rights.hpp): points placed
// with tills as numbered grants, online redemption as reservations, deficits. A till declared dead keeps its rights on
// view as exposure; no clock takes rights back.
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.hpp"
#include "core/hq/answer.hpp"
#include "core/hq/pack_book.hpp"
#include "core/hq/project_event.hpp"
#include "core/hq/terminals.hpp"
#include "core/loyalty/rights.hpp"
#include "core/ports/hq_store.hpp"
#include "core/sync/counter.hpp"

namespace kahui::hq {

inline constexpr std::int64_t kReservation_ms = std::int64_t{72} * 3'600'000;

loyalty::CreditState creditOf(ports::HqTransaction& tx, const ports::HqMember& member, std::int64_t now_ms);

// Places rights of members that were marked (kRightsFeed), and judges whether they are below nothing. Runs under the
// lease "rights". One thread.
class RightsDesk {
 public:
  RightsDesk(ports::HqStore& store, const base::Clock& clock, std::string owner, std::int64_t epoch)
      : m_store(store), m_clock(clock), m_owner(std::move(owner)), m_epoch(epoch) {}

  // One bounded transaction; how many members it looked at, 0: none waits.
  base::Result<int> step();

 private:
  ports::HqStore& m_store;
  const base::Clock& m_clock;
  const std::string m_owner;
  const std::int64_t m_epoch;
  PackBook m_packs;
};

// What a till did, from its log. Before the event's points are posted.
void applyRedeemed(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                   const journal::PointsRedeemed& redeemed);
void applyRightsPlaced(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                       const journal::RightsPlaced& placed);
// After they are posted: a fall below nothing is a deficit of a goodwill that headquarters could not stop.
void judgeGoodwill(const Projection& to, const ports::HqEventKey& key, const std::string& member);

Answer<sync::GrantsPage> grantsAfter(ports::HqStore& store, std::string_view terminal, std::int64_t own_epoch,
                                     const journal::GrantMark& mark);

enum class AuthAct { Redeem, Confirm, Cancel };
Answer<sync::AuthAnswer> authorise(ports::HqStore& store, std::string_view terminal, AuthAct act,
                                   const sync::AuthRequest& request, std::int64_t now_ms);

// An administrator's word that a till will not come back: its rights become exposure, the points are free again.
// BadInput: no such terminal.
base::Status declareDead(ports::HqStore& store, const std::string& terminal);

// Debt that will not be earned back: posted against GOODWILL_LOSS. How many points; BadInput: there is no debt.
base::Result<base::Points> writeOff(ports::HqStore& store, const std::string& member, const base::WallTime& now);

struct Exposure {
  std::string terminal, member;
  base::Points points{};
};
struct Debt {
  std::string member;
  base::Points points{};  // below nothing by so many
  int deficits = 0;
};
struct RightsReport {
  std::int64_t members = 0;  // with rights at tills
  base::Points placed{};
  std::vector<Exposure> exposures;
  std::vector<Debt> debts;
};
base::Result<RightsReport> rightsReport(ports::HqStore& store, std::int64_t now_ms);
std::string rightsJson(const RightsReport& report);

}  // namespace kahui::hq
