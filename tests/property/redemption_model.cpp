#include "tests/property/redemption_model.hpp"

#include <algorithm>

namespace kahui::test {

using base::Points;

namespace {

constexpr std::int64_t kLease = 50;  // of mutant M1

programme::OfflineRules rules() {
  programme::OfflineRules rules;
  rules.goodwill = Points(RedemptionModel::kGoodwill);
  rules.goodwill_till = Points(1000);
  rules.points_per_day = Points(1'000'000);
  rules.rights_step = Points(5);
  return rules;
}

int number(Points points) { return static_cast<int>(points.value()); }

}  // namespace

RedemptionModel::RedemptionModel(std::uint64_t seed, Mutant mutant, int balance)
    : m_random(seed), m_mutant(mutant), m_opening(balance) {
  for (int member = 0; member < kMembers; ++member) {
    m_accounts[member].balance = balance;
    for (Till& till : m_tills) till.known[member].balance = balance;
  }
}

loyalty::CreditState RedemptionModel::credit(int member) const {
  loyalty::CreditState state;
  state.balance = Points(m_accounts[member].balance);
  for (const auto& placed : m_accounts[member].placed) state.placed += placed.held();
  for (const auto& [id, one] : m_reservations)
    if (one.member == member && one.state == "GRANTED") state.reserved += Points(one.points);
  return state;
}

loyalty::OfflineMember RedemptionModel::offline(const Till& till, int member) const {
  int balance = till.known[member].balance, open = 0;
  for (const auto& [incarnation, entries] : till.log)
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].member != member || Place{incarnation, i + 1} <= till.seen[member]) continue;
      balance += entries[i].points;
      open += entries[i].goodwill;
    }
  const Record& record = till.known[member];
  return {Points(till.rights[member]), Points(balance), Points(open), {}, 0, record.hold, record.barred};
}

loyalty::OfflineTill RedemptionModel::offlineTill(const Till& till) {
  loyalty::OfflineTill out{{}, till.behind};
  for (const auto& [incarnation, entries] : till.log)
    for (std::size_t i = 0; i < entries.size(); ++i)
      if (Place{incarnation, i + 1} > till.seen[entries[i].member]) out.open += Points(entries[i].goodwill);
  return out;
}

void RedemptionModel::effect(Till& till, const Entry& entry) {
  if (entry.grant) {
    till.rights[entry.member] += entry.rights;
    if (std::pair(till.mark.epoch, till.mark.no) < std::pair(entry.grant->epoch, entry.grant->no))
      till.mark = *entry.grant;
  } else {
    till.rights[entry.member] -= entry.rights;
  }
}

void RedemptionModel::append(Till& till, Entry entry) {
  entry.id = m_next++;
  effect(till, entry);
  till.log[till.incarnation].push_back(std::move(entry));
}

bool RedemptionModel::spendOffline(int at, int member, int points) {
  Till& till = m_tills[at];
  const auto spend = loyalty::spendOffline(Points(points), offline(till, member), offlineTill(till), rules());
  if (!spend) return false;
  append(till, {0, member, -points, number(spend->rights), number(spend->goodwill), m_next++, {}});
  return true;
}

bool RedemptionModel::spendOnline(int at, int member, int points, bool lose_answer) {
  Till& till = m_tills[at];
  const auto terms = offline(till, member);
  const int rights = std::min(points, number(loyalty::offlineLimit(terms, offlineTill(till), rules()).rights));
  std::uint64_t attempt = m_next++;
  const bool granted = loyalty::covers(credit(member), Points(points - rights));
  m_reservations[attempt] = {member, points - rights, granted ? "GRANTED" : "REFUSED"};
  if (!lose_answer) {
    if (granted) append(till, {0, member, -points, rights, 0, attempt, {}});
    return granted;
  }
  if (m_mutant == Mutant::OtherIdInFallback) attempt = m_next++;
  const auto spend = loyalty::spendOffline(Points(points), terms, offlineTill(till), rules());
  if (spend) append(till, {0, member, -points, number(spend->rights), number(spend->goodwill), attempt, {}});
  if (!spend && granted) m_reservations[attempt].state = "CANCELLED";
  return spend.has_value();
}

void RedemptionModel::earn(int at, int member, int points) { append(m_tills[at], {0, member, points, 0, 0, 0, {}}); }

void RedemptionModel::place(int member) {
  Account& account = m_accounts[member];
  for (int at = 0; at < kTills; ++at) {
    const int percent = at == member ? 50 : at == (member + 1) % kTills ? 20 : 0;
    const Points by = loyalty::placement(credit(member), account.placed[at].held(), Points(account.asked[at]), percent,
                                         rules().rights_step);
    if (by == Points{}) continue;
    m_grants[at].push_back({std::ssize(m_grants[at]) + 1, member, number(by)});
    if (by > Points{})
      account.placed[at].granted += by;
    else
      account.asked[at] -= number(by);
  }
}

void RedemptionModel::push(int at) {
  const Till& till = m_tills[at];
  for (const auto& [incarnation, entries] : till.log) {
    if (incarnation < till.acked.first) continue;
    const std::size_t from = incarnation == till.acked.first ? till.acked.second : 0;
    Message message{at, {}, incarnation, from, {}};
    message.entries.assign(entries.begin() + static_cast<std::ptrdiff_t>(std::min(from, entries.size())),
                           entries.end());
    m_wire.push_back(std::move(message));
  }
}

// One entry in headquarters' books.
void RedemptionModel::post(int at, const Entry& entry) {
  Account& account = m_accounts[entry.member];
  if (entry.grant) {
    if (!m_answered[at].insert(entry.grant->no).second) return;
    const Grant& grant = m_grants[at][static_cast<std::size_t>(entry.grant->no - 1)];
    if (grant.points > 0) return;
    account.asked[at] += grant.points;
    account.placed[at].returned -= Points(entry.rights);
    return;
  }
  account.balance += entry.points;
  account.placed[at].used += Points(entry.rights);
  if (entry.attempt != 0) m_reservations[entry.attempt] = {entry.member, 0, "POSTED"};
  if (entry.goodwill > 0) account.deficits = loyalty::judged(account.deficits, credit(entry.member));
  if (entry.points > 0 && !loyalty::onHold(credit(entry.member))) account.deficits.below = false;
}

void RedemptionModel::take(const Message& message) {
  const int at = message.till;
  m_heard[at] = m_now;
  auto& held = m_held[at][message.incarnation];
  for (std::size_t i = 0; i < message.entries.size(); ++i) {
    const std::size_t place = message.first + i;
    if (place > held.size()) break;  // a gap: it comes again
    const bool there = place < held.size();
    if (there && m_mutant != Mutant::NoDedup) continue;
    if (!there) held.push_back(message.entries[i]);
    post(at, message.entries[i]);
  }
  Answer answer;
  answer.no = m_next++;
  answer.acked = {message.incarnation, held.size()};
  answer.held = m_held[at];
  for (int member = 0; member < kMembers; ++member) {
    const Account& account = m_accounts[member];
    answer.members[member] = {account.balance, loyalty::onHold(credit(member)), account.deficits.barred()};
  }
  for (const Grant& grant : m_grants[at])
    if (!m_answered[at].contains(grant.no)) answer.grants.push_back(grant);
  m_wire.push_back({at, std::move(answer), 0, 0, {}});
}

void RedemptionModel::takeAnswer(int at, const Answer& answer) {
  Till& till = m_tills[at];
  if (answer.no <= till.answer && m_mutant != Mutant::UnnumberedGrants) return;
  till.answer = std::max(till.answer, answer.no);
  // What was lost here comes back before anything else is believed.
  for (const auto& [incarnation, entries] : answer.held) {
    if (incarnation > till.incarnation || m_mutant == Mutant::RestoreUnnoticed) continue;
    auto& own = till.log[incarnation];
    for (std::size_t i = own.size(); i < entries.size(); ++i) {
      effect(till, entries[i]);
      own.push_back(entries[i]);
    }
  }
  till.acked = std::max(till.acked, answer.acked);
  if (answer.acked.first == till.incarnation) till.behind = false;
  for (int member = 0; member < kMembers; ++member) {
    till.known[member] = answer.members[member];
    if (m_mutant == Mutant::RearmWithoutHold) till.known[member].hold = till.known[member].barred = false;
    till.seen[member] = answer.acked;
  }
  for (const Grant& grant : answer.grants) {
    const journal::GrantMark given{1, grant.no};
    if (m_mutant != Mutant::UnnumberedGrants && journal::grantOrder(till.mark, given) != journal::GrantOrder::Next)
      continue;
    const Points taken = journal::answered(Points(grant.points), Points(till.rights[grant.member]));
    append(till, {0, grant.member, 0, number(taken), 0, 0, given});
  }
}

void RedemptionModel::reclaim() {
  for (int at = 0; at < kTills; ++at) {
    if (m_now - m_heard[at] < kLease) continue;
    for (Account& account : m_accounts) account.placed[at].returned += account.placed[at].held();
  }
}

void RedemptionModel::deliver(bool faulty) {
  ++m_now;
  if (m_mutant == Mutant::ReclaimByLease) reclaim();
  if (m_wire.empty()) return;
  const auto which = m_wire.begin() + roll(static_cast<int>(m_wire.size()));
  const Message message = *which;
  const int fate = faulty ? roll(4) : 3;
  if (fate != 1) m_wire.erase(which);  // 1: it comes again later
  if (fate == 0) return;               // lost
  if (message.answer)
    takeAnswer(message.till, *message.answer);
  else
    take(message);
}

void RedemptionModel::deliverTwice(int at) {
  for (int round = 0; round < 2; ++round) {  // pushes, then their answers
    std::vector<Message> wire;
    std::swap(wire, m_wire);
    for (const Message& message : wire) {
      if (message.till != at) continue;
      for (int time = 0; time < 2; ++time) message.answer ? takeAnswer(at, *message.answer) : take(message);
    }
  }
}

void RedemptionModel::remember(int at) { m_backups[at] = m_tills[at]; }

// The file outside the database says that the till was further, so it goes on under another incarnation.
void RedemptionModel::restore(int at) {
  if (!m_backups[at]) return;
  m_restored = true;
  const int reached = m_tills[at].incarnation;
  m_tills[at] = *m_backups[at];
  if (m_mutant == Mutant::RestoreUnnoticed) return;
  m_tills[at].incarnation = reached + 1;
  m_tills[at].log[reached + 1] = {};
  m_tills[at].behind = true;
}

void RedemptionModel::random() {
  const int at = roll(kTills), member = roll(kMembers), points = 1 + roll(30);
  switch (roll(12)) {
    case 0:
    case 1: spendOffline(at, member, points); break;
    case 2: spendOnline(at, member, points, roll(4) == 0); break;
    case 3:
      if (roll(3) == 0) earn(at, member, points);
      break;
    case 4: place(member); break;
    case 5:
      if (roll(8) == 0) remember(at);
      break;
    case 6:
      if (roll(12) == 0) restore(at);
      break;
    case 7:
    case 8: push(at); break;
    default: deliver(true); break;
  }
}

void RedemptionModel::heal() {
  for (int round = 0; round < 6; ++round) {
    for (int at = 0; at < kTills; ++at) {
      m_tills[at].acked = {1, 0};  // a till asks where headquarters stands before it sends
      if (const auto& held = m_held[at]; !held.empty() && m_mutant != Mutant::NoDedup)
        m_tills[at].acked = {1, std::min(held.begin()->second.size(), m_tills[at].log[1].size())};
      push(at);
    }
    for (int most = 100'000; !m_wire.empty() && most > 0; --most) deliver(false);
  }
}

int RedemptionModel::available(int member) const { return number(credit(member).available()); }

int RedemptionModel::rightsOf(int at, int member) const { return m_tills[at].rights[member]; }

int RedemptionModel::spendable(int at, int member) const {
  const Till& till = m_tills[at];
  return number(loyalty::offlineLimit(offline(till, member), offlineTill(till), rules()).points());
}

std::string RedemptionModel::broken(bool at_rest) const {
  int fold[kMembers];
  std::fill(std::begin(fold), std::end(fold), m_opening);
  std::set<std::uint64_t> counted;
  const auto count = [&](const std::map<int, std::vector<Entry>>& log) {
    for (const auto& [incarnation, entries] : log)
      for (const Entry& entry : entries)
        if (counted.insert(entry.id).second) fold[entry.member] += entry.points;
  };
  for (int at = 0; at < kTills; ++at) count(m_held[at]);
  if (at_rest)
    for (int at = 0; at < kTills; ++at) count(m_tills[at].log);
  for (int member = 0; member < kMembers; ++member) {
    const Account& account = m_accounts[member];
    if (account.balance != fold[member])
      return "the books of member " + std::to_string(member) + " say " + std::to_string(account.balance) +
             ", the logs " + std::to_string(fold[member]);
    if (available(member) < -kBound)
      return "member " + std::to_string(member) + " is over by " + std::to_string(-available(member));
    for (int at = 0; at < kTills; ++at) {
      const auto& placed = account.placed[at];
      const Points known = placed.granted - placed.used - placed.returned;
      if (at_rest && !m_restored && Points(m_tills[at].rights[member]) > known)
        return "till " + std::to_string(at) + " holds rights that headquarters has not placed";
    }
    if (at_rest && !m_restored)  // else the entry may be lost with the till; a reservation ends by itself
      for (const auto& [id, one] : m_reservations)
        if (one.member == member && one.state == "GRANTED" && one.points > 0)
          return "a reservation of an attempt that is over holds points";
  }
  return {};
}

}  // namespace kahui::test
