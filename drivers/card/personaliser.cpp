#include "drivers/card/personaliser.hpp"

#include "drivers/card/native.hpp"
#include "drivers/card/uid.hpp"

namespace kahui::card {
namespace {

using ports::CardClass;
using ports::RefuseReason;
using Kind = PersonaliseReport::Kind;

bool isLinkFault(const CardFault& fault) {
  return fault.kind == CardFault::Kind::NotSent || fault.kind == CardFault::Kind::Unknown;
}

// How the reader is told to go on.
RefuseReason reasonFor(const PersonaliseReport& report) {
  switch (report.kind) {
    case Kind::Unfinished: return RefuseReason::Torn;
    case Kind::Failed: return report.fault ? reasonOf(report.fault->fault) : RefuseReason::BadMac;
    case Kind::Done:
    case Kind::OtherCard:
    case Kind::NotAllowed:
    case Kind::NotWritable:
    case Kind::KeysMissing: return RefuseReason::NotOurs;
  }
  return RefuseReason::NotOurs;
}

}  // namespace

std::string Personaliser::lacking(CardClass card_class) const {
  const ShopKeys& have = keys();
  if (card_class == CardClass::Ntag424) {
    if (!have.ntag424) return "master.ntag424";
    return have.address.empty() || have.sdm ? "" : "sdm";
  }
  if (!have.desfire) return "master.desfire";
  if (have.aid == Aid{}) return "aid";
  return have.purse && have.purse->cap > 0 && !have.purse->credit_key ? "purse.credit_key" : "";
}

IssueResult Personaliser::issue(Session& session, base::ByteView uid, CardClass card_class) {
  base::SystemRandom random;
  if (card_class == CardClass::Ntag424)
    return issueNtag424(session, uid, keys(), Ntag424Plan{.address = keys().address, .progress = m_progress}, random);
  DesfirePlan plan{.layout = purseLayout(keys())};
  if (keys().purse && keys().purse->cap > 0) {
    plan.cap = keys().purse->cap;
    plan.records = keys().purse->records;
    plan.credit_key = SecretKey(*keys().purse->credit_key);
  }
  plan.progress = m_progress;
  return issueDesfire(session, uid, keys(), plan, random);
}

PersonaliseReport Personaliser::write(Session& session, base::ByteView uid) {
  PersonaliseReport report{.kind = Kind::NotWritable};
  const auto credential = credentialOfUid(uid);
  if (!credential) return report;
  report.uid = *credential;
  if (const std::string other = begun(); !other.empty() && other != *credential) {
    report.kind = Kind::OtherCard;
    return report;
  }
  auto version = readVersion(session);
  // A conversation that was left open refuses a plain command, and ends with that.
  if (!version && version.error().kind == CardFault::Kind::Refused) version = readVersion(session);
  if (!version) {
    if (isLinkFault(version.error())) report.kind = Kind::Unfinished;
    return report;
  }
  if (!version->isNtag() && !version->isDesfire()) return report;
  report.card_class = version->isNtag() ? CardClass::Ntag424 : CardClass::Desfire;
  if (const std::string what = lacking(report.card_class); !what.empty()) {
    report.kind = Kind::KeysMissing;
    report.why = base::Error{base::ErrorCode::BadInput, "\"" + what + "\" is missing"};
    return report;
  }
  if (const auto allowed = m_ask(*credential); !allowed) {
    report.kind = Kind::NotAllowed;
    report.why = allowed.error();
    return report;
  }
  {
    const std::lock_guard lock(m_mutex);
    m_begun = *credential;
  }
  report.kind = Kind::Done;
  if (const auto issued = issue(session, uid, report.card_class); !issued) {
    report.fault = issued.error();
    report.kind = isLinkFault(issued.error().fault) ? Kind::Unfinished : Kind::Failed;
  }
  return report;
}

Personaliser::Answer Personaliser::identify(Session& session, base::ByteView uid) {
  PersonaliseReport report = write(session, uid);
  Answer answer = tl::unexpected(reasonFor(report));
  if (report.kind == Kind::Done) {
    // As any till would see it.
    answer = Identifier::identify(session, uid);
    const bool proved = answer && answer->trust == ports::Trust::Authenticated && answer->credential == report.uid;
    if (!proved) report.kind = !answer && answer.error() == RefuseReason::Torn ? Kind::Unfinished : Kind::Failed;
  }
  const std::lock_guard lock(m_mutex);
  // A card that was refused for good holds up no other.
  if (report.kind == Kind::Done || report.kind == Kind::Failed) m_begun.clear();
  m_report = std::move(report);
  return answer;
}

std::optional<PersonaliseReport> Personaliser::take() {
  const std::lock_guard lock(m_mutex);
  return std::exchange(m_report, std::nullopt);
}

std::string Personaliser::begun() {
  const std::lock_guard lock(m_mutex);
  return m_begun;
}

}  // namespace kahui::card
