#include "drivers/card/issuing_identifier.hpp"

#include "drivers/card/card_key.hpp"
#include "drivers/card/ntag/type2.hpp"

namespace kahui::card {
namespace {

using ports::CardWriteEnd;
using ports::CardWriteStep;
using Kind = PersonaliseReport::Kind;

CardWriteStep stepOf(IssueStep step) {
  switch (step) {
    case IssueStep::Plan:
    case IssueStep::Open:
    case IssueStep::Create: return CardWriteStep::Opening;
    case IssueStep::Keys: return CardWriteStep::Keys;
    case IssueStep::Content:
    case IssueStep::Settings: return CardWriteStep::Content;
    case IssueStep::OwnKey: return CardWriteStep::OwnKey;
    case IssueStep::ReadBack: return CardWriteStep::ReadBack;
  }
  return CardWriteStep::Opening;
}

CardWriteEnd endOf(Kind kind) {
  switch (kind) {
    case Kind::Done: return CardWriteEnd::Done;
    case Kind::Unfinished: return CardWriteEnd::Unfinished;
    case Kind::OtherCard: return CardWriteEnd::OtherCard;
    case Kind::NotAllowed: return CardWriteEnd::NotAllowed;
    case Kind::NotWritable: return CardWriteEnd::NotWritable;
    case Kind::KeysMissing: return CardWriteEnd::KeysMissing;
    case Kind::Failed: return CardWriteEnd::Failed;
  }
  return CardWriteEnd::Failed;
}

}  // namespace

bool IssuingIdentifier::canWrite() const { return keys().ntag424 || keys().desfire; }

void IssuingIdentifier::begin(Ask ask, Sink sink) {
  auto job = std::make_shared<Job>();
  job->sink = std::move(sink);
  // The job owns the writer, and the writer's thread holds the job.
  const auto begins = [at = job.get()](IssueStep step) {
    const CardWriteStep next = stepOf(step);
    if (at->now.step == next && next != CardWriteStep::Opening) return;
    at->now.step = next;
    at->sink(at->now);
  };
  const auto asked = [at = job.get(), ask = std::move(ask)](const std::string& uid) {
    at->now.uid = uid;
    return ask(uid);
  };
  job->writer = std::make_shared<Personaliser>(sharedKeys(), asked, begins);
  const std::lock_guard lock(m_jobs);
  m_job = std::move(job);
}

void IssuingIdentifier::end() {
  const std::lock_guard lock(m_jobs);
  m_job.reset();
}

std::optional<std::int32_t> IssuingIdentifier::atPurse(Session& session, const std::string& uid,
                                                       base::RandomSource& random) {
  static_cast<void>(Identifier::atPurse(session, uid, random));
  return m_purse ? m_purse->serve(session, uid, random) : std::nullopt;
}

ports::CardDoubt IssuingIdentifier::atHint(Session& session, const std::string& uid) {
  const auto bytes = base::fromHex(uid);
  const auto key = bytes ? cardKey(keys(), *keys().ntag21x, *bytes) : std::nullopt;
  if (!m_memory || !key) return ports::CardDoubt::None;
  const Type2Secrets secrets = type2Secrets(*key);
  const auto slots = readHint(session, secrets, *bytes);
  if (!slots || slots->foreign) return ports::CardDoubt::None;
  auto doubt = ports::CardDoubt::None;
  if (slots->newest)
    doubt = m_memory->noteHint(uid, slots->newest->sequence, slots->newest->balance).value_or(ports::CardDoubt::None);
  if (doubt == ports::CardDoubt::None) renewHint(session, secrets, uid, *slots);
  return doubt;
}

// What the account holds now, into the older slot. A card that leaves meanwhile keeps the other one; what was written
// and not put down is a record that goes on, at the next sighting.
void IssuingIdentifier::renewHint(Session& session, const Type2Secrets& secrets, const std::string& uid,
                                  const HintSlots& slots) {
  const auto account = m_memory->accountOf(uid);
  const auto bytes = base::fromHex(uid);
  if (!account || !*account || !bytes) return;
  if (slots.newest && (slots.newest->balance == **account || slots.newest->sequence == UINT32_MAX)) return;
  const HintRecord record{slots.newest ? slots.newest->sequence + 1 : 1, **account};
  auto written = writeHint(session, secrets, *bytes, slots, record);
  // A chip that keeps casual writers out: with its password, once.
  if (!written && written.error().kind == CardFault::Kind::Refused && authenticateType2(session, secrets))
    written = writeHint(session, secrets, *bytes, slots, record);
  if (written) static_cast<void>(m_memory->noteHint(uid, record.sequence, record.balance));
}

tl::expected<Identity, ports::RefuseReason> IssuingIdentifier::identify(Session& session, base::ByteView uid) {
  std::shared_ptr<Job> job;
  {
    const std::lock_guard lock(m_jobs);
    job = m_job;
  }
  if (!job) return Identifier::identify(session, uid);
  const std::unique_lock one(job->writing, std::try_to_lock);
  if (!one) return tl::unexpected(ports::RefuseReason::NotOurs);  // another reader is writing its card
  job->now = {};
  auto answer = job->writer->identify(session, uid);
  if (const auto report = job->writer->take()) {
    ports::CardWriteNews news{
        .uid = report->uid, .card_class = report->card_class, .step = job->now.step, .end = endOf(report->kind)};
    news.why = report->why;
    job->sink(news);
  }
  return answer;
}

}  // namespace kahui::card
