#include "app/ctl/reader_lines.hpp"

#include "core/base/json_writer.hpp"

namespace kahui::ctl {
namespace {

using ports::ReaderAdvice;
using ports::RefuseReason;

const char* words(ReaderAdvice advice) {
  switch (advice) {
    case ReaderAdvice::None: return "";
    case ReaderAdvice::PlugReaderIn: return "plug the reader in";
    case ReaderAdvice::StartService:
      return "pcscd does not run or does not answer; start it with: systemctl restart pcscd";
    case ReaderAdvice::CloseOtherProgram: return "another program holds it; close that program";
    case ReaderAdvice::AllowAccess: return "this user may not use it; allow access to smart cards, or to the device";
    case ReaderAdvice::ReplugReader: return "it does not answer; pull it out and plug it in again";
  }
  return "";
}

const char* words(RefuseReason reason) {
  switch (reason) {
    case RefuseReason::BankCard: return "it is a bank card";
    case RefuseReason::RandomUid: return "it shows another number at each tap";
    case RefuseReason::Torn: return "it left too soon; hold it to the reader again";
    case RefuseReason::Unreadable: return "it cannot be read";
    case RefuseReason::BadMac: return "its proof is wrong";
    case RefuseReason::Replay: return "its proof was used before";
    case RefuseReason::FactoryKey: return "it still has the factory's keys";
    case RefuseReason::WrongKey: return "none of this shop's keys opens it";
    case RefuseReason::BadSignature: return "its chip is a copy";
    case RefuseReason::NotOurs: return "it is not a member card of this shop";
    case RefuseReason::Expired: return "its code is too old; show a fresh one";
  }
  return "";
}

std::int64_t milliseconds(std::int64_t us) { return (us + 500) / 1000; }

struct AsJson {
  base::JsonWriter& out;
  void operator()(const ports::ReaderChanged& event) const {
    out.field("event", "reader");
    out.field("reader", event.reader);
    out.field("kind", name(event.kind));
    out.field("state", name(event.state));
    if (event.advice != ReaderAdvice::None) out.field("advice", name(event.advice));
  }
  void operator()(const ports::CardRead& event) const {
    out.field("event", "card");
    out.field("reader", event.at.reader);
    out.field("class", name(event.card_class));
    out.field("credential", event.credential);
    out.field("trust", name(event.trust));
    if (event.counter) out.field("counter", std::int64_t{*event.counter});
    out.field("ms", milliseconds(event.elapsed_us));
  }
  void operator()(const ports::CardRemoved& event) const {
    out.field("event", "removed");
    out.field("reader", event.at.reader);
  }
  void operator()(const ports::CardRefused& event) const {
    out.field("event", "refused");
    out.field("reader", event.reader);
    out.field("reason", name(event.reason));
  }
  // Of goods or a receipt. What it says stays unsaid: it may be anybody's.
  void operator()(const ports::CodeScanned& event) const {
    (*this)(ports::CardRefused{event.reader, RefuseReason::NotOurs});
  }
};

struct AsText {
  std::string operator()(const ports::ReaderChanged& event) const {
    const std::string line =
        event.reader + " [" + std::string(name(event.kind)) + "]: " + std::string(name(event.state));
    return event.advice == ReaderAdvice::None ? line : line + "; " + words(event.advice);
  }
  std::string operator()(const ports::CardRead& event) const {
    std::string line = event.at.reader + ": card " + event.credential + ", " + std::string(name(event.card_class)) +
                       ", trust " + std::string(name(event.trust));
    if (event.counter) line += ", counter " + std::to_string(*event.counter);
    return line + ", " + std::to_string(milliseconds(event.elapsed_us)) + " ms";
  }
  std::string operator()(const ports::CardRemoved& event) const { return event.at.reader + ": card removed"; }
  std::string operator()(const ports::CardRefused& event) const {
    return event.reader + ": card refused, " + words(event.reason);
  }
  std::string operator()(const ports::CodeScanned& event) const {
    return event.reader + ": a code of " + std::to_string(event.text.size()) + " characters, of no member";
  }
};

}  // namespace

std::string readerEventAsJson(const ports::ReaderEvent& event) {
  std::string line;
  base::JsonWriter out(line);
  out.beginObject();
  std::visit(AsJson{out}, event);
  out.endObject();
  return line;
}

std::string readerEventAsText(const ports::ReaderEvent& event) { return std::visit(AsText{}, event); }

}  // namespace kahui::ctl
