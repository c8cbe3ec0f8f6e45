#include "drivers/card/desfire/purse_desk.hpp"

#include <charconv>

#include "drivers/card/card_key.hpp"

namespace kahui::card {
namespace {

using ports::PaymentAnswer;
using ports::PaymentOrder;
using ports::PaymentOutcome;

PaymentAnswer unknown(const char* reason, bool waiting = false) {
  return {PaymentOutcome::Unknown, waiting, {}, reason};
}
PaymentAnswer unpaid(std::string reason) { return {PaymentOutcome::Unpaid, false, {}, std::move(reason)}; }
PaymentAnswer paid(std::string reason = {}) { return {PaymentOutcome::Paid, false, {}, std::move(reason)}; }

struct Asked {
  std::string uid;
  std::int32_t points = 0;
};

std::optional<Asked> parse(std::string_view code) {
  const auto colon = code.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  Asked asked{.uid = std::string(code.substr(0, colon))};
  const std::string_view digits = code.substr(colon + 1);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), asked.points);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || asked.points <= 0) return std::nullopt;
  return asked;
}

// The till's own count: the second in which the payment began (its id is a UUID version 7), so it rises over restarts.
std::uint32_t sequenceOf(const base::Id& id) {
  std::uint64_t utc_ms = 0;
  for (std::size_t at = 0; at < 6; ++at) utc_ms = utc_ms << 8 | id.raw()[at];
  return static_cast<std::uint32_t>(utc_ms / 1000);
}

// Why it is no use to lay the card down again; empty: it may be tried again.
std::string refusalOf(PurseTrouble trouble) {
  switch (trouble) {
    case PurseTrouble::TooLittle: return kPurseTooLittle;
    case PurseTrouble::RolledBack: return kPurseRolledBack;
    case PurseTrouble::LimitReached: return kPurseFull;
    case PurseTrouble::None:
    case PurseTrouble::OtherCard:
    case PurseTrouble::LogFailed:
    case PurseTrouble::CardFailed: break;
  }
  return {};
}

}  // namespace

std::uint32_t tillNumber(std::string_view store_no, std::string_view position) {
  std::uint32_t till = 0;
  for (const std::string_view part : {store_no, position})
    for (const char c : part)
      if (c >= '0' && c <= '9') till = till * 10 + static_cast<std::uint32_t>(c - '0');
  return till;
}

// Of a payment that waits for no card.
PaymentAnswer PurseDesk::fate(const base::Id& payment) const {
  const auto found = m_log->find(payment, {});
  if (!found) return unknown("LOG");
  if (!*found || (*found)->end == PurseEnd::NotDone) return unpaid(kPurseNotTaken);
  if ((*found)->end == PurseEnd::Done) return paid();
  return unknown(kPurseInDoubt);
}

base::Points PurseDesk::loadCap() const {
  const bool able = m_keys->purse && m_keys->purse->credit_key;
  return base::Points(able ? m_keys->purse->cap : 0);
}

PaymentAnswer PurseDesk::pay(const PaymentOrder& order, std::string_view code) {
  const auto id = base::Id::parse(order.payment);
  const auto asked = parse(code);
  if (!id || !asked) return unpaid("BAD_ORDER");
  const std::lock_guard lock(m_mutex);
  const auto known = m_log->find(*id, {});
  if (!known) return unpaid("LOG");
  if (*known) return fate(*id);
  const bool loads = order.provider == ports::kCardLoad;
  if (loads && loadCap() <= base::Points{}) return unpaid(kPurseNoCreditKey);
  Job job;
  job.order = {.transaction = *id, .uid = asked->uid, .move = PurseMove::Debit, .amount = asked->points};
  if (loads) job.order.move = PurseMove::Credit;
  job.order.till = m_till;
  job.order.till_sequence = sequenceOf(*id);
  job.order.worth = order.amount;
  m_jobs.emplace(*id, std::move(job));
  return unknown(kPurseWaits, true);
}

PaymentAnswer PurseDesk::query(const PaymentOrder& order) {
  const auto id = base::Id::parse(order.payment);
  if (!id) return unpaid("BAD_ORDER");
  const std::lock_guard lock(m_mutex);
  const auto job = m_jobs.find(*id);
  if (job == m_jobs.end()) return fate(*id);
  if (!job->second.refused.empty()) {
    const PaymentAnswer answer = unpaid(job->second.refused);
    m_jobs.erase(job);
    return answer;
  }
  return unknown(kPurseWaits, true);
}

PaymentAnswer PurseDesk::reverse(const PaymentOrder& order) {
  const auto id = base::Id::parse(order.payment);
  if (!id) return unpaid("BAD_ORDER");
  const std::lock_guard lock(m_mutex);
  const auto job = m_jobs.find(*id);
  if (job != m_jobs.end() && job->second.moving) return unknown(kPurseWaits);
  if (job != m_jobs.end()) m_jobs.erase(job);
  return fate(*id);
}

PaymentAnswer PurseDesk::refund(const PaymentOrder& order, const std::string& of) {
  const auto id = base::Id::parse(order.payment);
  const auto payment = base::Id::parse(of);
  if (!id || !payment) return unpaid("BAD_ORDER");
  const std::lock_guard lock(m_mutex);
  if (const auto done = fate(*id); done.outcome == PaymentOutcome::Paid) return paid();
  const auto taken = fate(*payment);
  if (taken.outcome == PaymentOutcome::Unpaid && !m_jobs.contains(*payment)) {
    m_jobs.erase(*id);
    return paid(kPurseNotTaken);
  }
  const bool credits = order.provider != ports::kCardLoad;
  if (credits && (!m_keys->purse || !m_keys->purse->credit_key)) return unpaid(kPurseNoCreditKey);
  const auto known = m_jobs.find(*id);
  if (known != m_jobs.end() && !known->second.refused.empty())
    return unpaid(std::exchange(known->second.refused, {}));  // the next card may have room for it
  Job job;
  job.order = {.transaction = *id, .uid = {}, .move = credits ? PurseMove::Credit : PurseMove::Debit, .amount = 0};
  job.order.till = m_till;
  job.order.worth = order.amount;
  job.of = *payment;
  job.fen = order.amount.value();
  if (known == m_jobs.end()) m_jobs.emplace(*id, std::move(job));
  return unknown(kPurseWaits, true);
}

std::optional<PurseDesk::Claimed> PurseDesk::claim(const base::Id& id, const std::string& uid) {
  const std::lock_guard lock(m_mutex);
  const auto found = m_jobs.find(id);
  if (found == m_jobs.end() || found->second.moving || !found->second.refused.empty()) return std::nullopt;
  Job& job = found->second;
  PurseOrder order = job.order;
  if (job.of.isNull()) {
    if (order.uid != uid) return std::nullopt;
  } else {
    const auto of = m_log->find(job.of, uid);
    // Only to the card that paid, and only what it did pay; likewise off the card that got it.
    if (!of || !*of || (*of)->end != PurseEnd::Done) return std::nullopt;
    const PurseOrder& moved = (*of)->intent.order;
    if (moved.move == order.move || moved.worth <= base::Money{} || job.fen > moved.worth.value()) return std::nullopt;
    order.uid = uid;
    order.amount = static_cast<std::int32_t>(job.fen * moved.amount / moved.worth.value());
    order.till_sequence = sequenceOf(id);
    if (order.amount <= 0) return std::nullopt;
  }
  job.moving = true;
  return Claimed{order, job.of.isNull() && order.move == PurseMove::Credit};
}

void PurseDesk::moved(const base::Id& id, const PurseOutcome& outcome) {
  const std::lock_guard lock(m_mutex);
  const auto found = m_jobs.find(id);
  if (found == m_jobs.end()) return;
  Job& job = found->second;
  job.moving = false;
  if (outcome.end == PurseEnd::NotDone) {
    job.refused = refusalOf(outcome.trouble);  // else the card may be laid down again
  } else if (job.of.isNull() || outcome.end == PurseEnd::Done) {
    m_jobs.erase(found);  // the log says the rest
  }
}

PurseOutcome PurseDesk::move(Session& session, const PurseOrder& order, bool loads, base::RandomSource& random) {
  const auto uid = base::fromHex(order.uid);
  if (!uid) return {.trouble = PurseTrouble::OtherCard};
  // A credit that was in doubt and is settled as done is not given again.
  if (const auto known = m_log->find(order.transaction, order.uid); known && *known) {
    if ((*known)->end == PurseEnd::Done) return {.end = PurseEnd::Done};
    if ((*known)->end != PurseEnd::NotDone) return {.end = PurseEnd::InDoubt};
  }
  const auto channel = order.move == PurseMove::Debit ? openPurse(session, *uid, *m_keys, random)
                                                      : openPurseToCredit(session, *m_keys, random);
  if (!channel) return {.trouble = PurseTrouble::CardFailed, .fault = channel.error()};
  PurseLayout layout = purseLayout(*m_keys);
  if (loads) layout.most = m_keys->purse->cap;  // what a card gets back it held before
  return movePurse(**channel, layout, order, *m_log);
}

std::optional<std::int32_t> PurseDesk::serve(Session& session, const std::string& uid, base::RandomSource& random) {
  std::vector<base::Id> ids;
  {
    const std::lock_guard lock(m_mutex);
    for (const auto& [id, job] : m_jobs) ids.push_back(id);
  }
  for (const base::Id& id : ids)
    if (const auto one = claim(id, uid)) moved(id, move(session, one->order, one->loads, random));
  const auto bytes = base::fromHex(uid);
  const auto known = m_log->knownSequence(uid);
  if (!bytes || !known) return std::nullopt;
  const auto channel = openPurse(session, *bytes, *m_keys, random);
  if (!channel) return std::nullopt;
  const auto state = readPurse(**channel, purseLayout(*m_keys));
  if (!state || state->sequence < *known) return std::nullopt;
  return state->value;
}

}  // namespace kahui::card
