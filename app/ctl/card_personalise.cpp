// kahuictl card personalise: a blank chip becomes the shop's, and only then a member's.
#include <cstdio>

#include "app/ctl/card_at_reader.hpp"
#include "app/ctl/card_office.hpp"
#include "drivers/card/personaliser.hpp"

namespace kahui::ctl {

namespace {

using card::IssueStep;
using card::PersonaliseReport;
using nlohmann::ordered_json;
using Kind = PersonaliseReport::Kind;

const char* nameOf(IssueStep step) {
  switch (step) {
    case IssueStep::Plan: return "the plan";
    case IssueStep::Open: return "opening it";
    case IssueStep::Create: return "application and files";
    case IssueStep::Keys: return "its keys";
    case IssueStep::Content: return "the message";
    case IssueStep::Settings: return "the files' settings";
    case IssueStep::OwnKey: return "its own key";
    case IssueStep::ReadBack: return "reading it back";
  }
  return "writing";
}

Failure failed(const char* code, const std::string& message) { return {code, message}; }

// The card must be nobody's, or this member's already.
base::Status mayWrite(CardOffice& office, const std::string& member, const std::string& uid,
                      std::optional<Failure>& why) {
  const auto found = office.act(
      {.act = till::CardAct::Look, .operator_code = {}, .card = member::Credential{member::CredentialKind::Uid, uid}});
  if (!found) {
    why = found.error();
    return base::fail(base::ErrorCode::WrongState);
  }
  const bool free = (*found)["member"].is_null();
  const bool own = !free && !member.empty() && (*found)["member"] == member && (*found)["status"] == "ACTIVE";
  if (free || own) return {};
  why = failureOf({base::ErrorCode::CardTaken, "****" + uid.substr(uid.size() - 4)});
  return base::fail(base::ErrorCode::CardTaken);
}

// Waits at the reader until a card is done, or there is no hope.
class Writing {
 public:
  Writing(CardOffice& office, const CardOptions& options) : m_office(office), m_options(options) {}

  Outcome<PersonaliseReport> run() {
    const auto keys = readKeys(m_options.keys);
    if (!keys) return tl::unexpected(failureOf(keys.error()));
    const auto spec = host::parseSpec(m_options.device);
    if (!spec) return tl::unexpected(failureOf(spec.error()));
    if (spec->kind != ports::ReaderKind::Pcsc && spec->kind != ports::ReaderKind::Nfc)
      return tl::unexpected(failureOf({base::ErrorCode::BadInput, "--device: a pcsc or nfc reader can write cards"}));
    m_writer = std::make_shared<card::Personaliser>(
        *keys, [this](const std::string& uid) { return mayWrite(m_office, m_options.member, uid, m_why); });
    const auto reader = CardAtReader::open(m_options.device, *keys, m_writer);
    if (!reader) return tl::unexpected(failureOf(reader.error()));
    return atReader(**reader);
  }

 private:
  Outcome<PersonaliseReport> atReader(CardAtReader& reader) {
    for (;;) {
      const auto event = reader.next(std::chrono::steady_clock::now() + std::chrono::seconds(m_options.wait_s));
      if (!event) return tl::unexpected(nothingCame());
      const auto report = m_writer->take();
      if (report && report->kind == Kind::Done) return *report;
      if (report) {
        if (auto end = endOf(*report)) return tl::unexpected(*end);
      } else if (const auto* refused = std::get_if<ports::CardRefused>(&*event)) {
        std::fprintf(stderr, "%s\n", refusalText(refused->reason).c_str());
      }
    }
  }

  Failure nothingCame() {
    const std::string begun = m_writer->begun();
    if (begun.empty()) return failed("device_gone", "no card came; lay one on the reader and try again");
    return failed("wrong_state", "the card with the UID " + begun +
                                     " is not finished and counts as nobody's; run the command again with it");
  }

  // None: the next laying-down may do better.
  std::optional<Failure> endOf(const PersonaliseReport& report) {
    switch (report.kind) {
      case Kind::Done: break;
      case Kind::Unfinished:
        std::fprintf(stderr, "the card left before it was finished; put the same card back and leave it there\n");
        break;
      case Kind::OtherCard:
        std::fprintf(stderr, "this is another card; put back the one with the UID %s\n", m_writer->begun().c_str());
        break;
      case Kind::NotAllowed: return m_why;
      case Kind::NotWritable:
        return failed("bad_input", "this is neither an NTAG 424 DNA nor a DESFire; take another card");
      case Kind::KeysMissing: return failureOf(*report.why);
      case Kind::Failed:
        return failed("device_fault",
                      "the card with the UID " + report.uid + " refused" +
                          (report.fault ? std::string(" at ") + nameOf(report.fault->step) : " to prove itself") +
                          "; do not give it out, take another");
    }
    return std::nullopt;
  }

  CardOffice& m_office;
  const CardOptions& m_options;
  std::optional<Failure> m_why;  // written on the reader's thread before the report is
  std::shared_ptr<card::Personaliser> m_writer;
};

Outcome<ordered_json> personalise(const CardOptions& options) {
  const auto office = CardOffice::open(options);
  if (!office) return tl::unexpected(office.error());
  const auto written = Writing(**office, options).run();
  if (!written) return tl::unexpected(written.error());
  ordered_json out{{"ok", true},
                   {"class", std::string(ports::name(written->card_class))},
                   {"credential", written->uid},
                   {"trust", "authenticated"},
                   {"member", nullptr}};
  if (options.member.empty()) return out;
  // Last of all: before this the card is in no store.
  const auto issued = (*office)->act({.act = till::CardAct::Issue,
                                      .operator_code = {},
                                      .card = member::Credential{member::CredentialKind::Uid, written->uid},
                                      .member_no = options.member,
                                      .tenders = tendersOf(options)});
  if (!issued) {
    Failure failure = issued.error();
    failure.message = "the card is written and is nobody's yet: " + failure.message;
    return tl::unexpected(failure);
  }
  out["member"] = (*issued)["member"];
  out["status"] = (*issued)["status"];
  if (issued->contains("repeated")) out["repeated"] = true;
  return out;
}

}  // namespace

int personaliseCommand(const CardOptions& options) {
  const auto out = personalise(options);
  if (!out) return report(out.error(), options.json);
  if (options.json) {
    std::printf("%s\n", out->dump().c_str());
  } else {
    const std::string member =
        (*out)["member"].is_null() ? "no member yet" : "member " + (*out)["member"].get<std::string>();
    std::printf("personalised: %s, UID %s, authenticated, %s\n", (*out)["class"].get<std::string>().c_str(),
                (*out)["credential"].get<std::string>().c_str(), member.c_str());
  }
  return kDone;
}

}  // namespace kahui::ctl
