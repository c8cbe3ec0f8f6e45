#include "app/ctl/readers.hpp"

#include <pthread.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <memory>

#include "core/base/json_writer.hpp"
#include "drivers/host/open_readers.hpp"

namespace kahui::ctl {
namespace {

using ports::ReaderAdvice;
using ports::RefuseReason;
using std::chrono::steady_clock;

constexpr int kDone = 0;
constexpr int kWrongUse = 2;
constexpr int kNotUsable = 3;

constexpr const char* kStartService = "start it with: systemctl start pcscd.socket";

const char* words(ReaderAdvice advice) {
  switch (advice) {
    case ReaderAdvice::None: return "";
    case ReaderAdvice::PlugReaderIn: return "plug the reader in";
    case ReaderAdvice::StartService:
      return "pcscd does not run or does not answer; start it with: systemctl restart pcscd";
    case ReaderAdvice::CloseOtherProgram: return "another program holds it; close that program";
    case ReaderAdvice::AllowAccess: return "pcscd refuses this user; allow access to smart cards";
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
};

// False when nobody reads any more.
bool print(const ports::ReaderEvent& event, bool json) {
  std::string line = json ? readerEventAsJson(event) : readerEventAsText(event);
  line += '\n';
  return std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fflush(stdout) == 0;
}

int complain(const base::Error& error, bool json) {
  const bool service = error.code == base::ErrorCode::ServiceDown;
  std::string message = error.detail;
  if (service) message += std::string("; ") + kStartService;
  if (json) {
    std::string line;
    base::JsonWriter out(line);
    out.beginObject();
    out.beginObject("error");
    out.field("code", base::codeName(error.code));
    out.field("message", message);
    out.endObject();
    out.endObject();
    std::fprintf(stderr, "%s\n", line.c_str());
  } else {
    std::fprintf(stderr, "kahuictl: %s\n", message.c_str());
  }
  return service ? kNotUsable : kWrongUse;
}

// SIGINT and SIGTERM as something to wait for: blocked in this thread and in every thread that it starts.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
  }
  ~StopSignals() { pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  void wait(std::optional<std::chrono::seconds> limit) const {
    const auto end = steady_clock::now() + limit.value_or(std::chrono::seconds(0));
    for (;;) {
      const auto left =
          limit ? std::max(end - steady_clock::now(), steady_clock::duration::zero()) : std::chrono::hours(1);
      const auto whole = std::chrono::duration_cast<std::chrono::seconds>(left);
      const timespec timeout{whole.count(), std::chrono::nanoseconds(left - whole).count()};
      if (sigtimedwait(&m_signals, nullptr, &timeout) > 0) return;
      if (limit && steady_clock::now() >= end) return;
    }
  }

 private:
  sigset_t m_signals{};
  sigset_t m_before{};
};

int watchReaders(const std::vector<std::string>& devices, const ReadersOptions& options) {
  auto service = host::openReaders(devices);
  if (!service) return complain(service.error(), options.json);
  std::signal(SIGPIPE, SIG_IGN);
  const StopSignals signals;
  (*service)->start([json = options.json](const ports::ReaderEvent& event) {
    if (!print(event, json)) ::kill(::getpid(), SIGTERM);
  });
  signals.wait(options.duration);
  (*service)->stop();
  return kDone;
}

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

int readersCommand(const ReadersOptions& options) {
  const std::vector<std::string> devices = options.devices.empty() ? std::vector<std::string>{"pcsc"} : options.devices;
  if (options.watch || options.duration) return watchReaders(devices, options);
  const auto readers = host::listReaders(devices);
  if (!readers) return complain(readers.error(), options.json);
  for (const ports::ReaderChanged& reader : *readers)
    if (!print(reader, options.json)) break;
  return kDone;
}

void addReadersCommand(CLI::App& app, int& exit_code) {
  struct Arguments {
    ReadersOptions options;
    std::int64_t for_s = 0;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("readers", "List the card readers, or watch them and the cards put on them");
  command
      ->add_option("--device", arguments->options.devices,
                   "pcsc, pcsc:NAME or sim:FILE; may be given several times (default: pcsc)")
      ->type_name("SPEC")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_flag("--watch", arguments->options.watch, "Print each event until interrupted");
  CLI::Option* limit = command->add_option("--for", arguments->for_s, "Watch for so many seconds, then end")
                           ->type_name("SECONDS")
                           ->check(CLI::Range(std::int64_t{1}, std::int64_t{31'536'000}));
  command->add_flag("--json", arguments->options.json, "One JSON object a line");
  command->callback([arguments, limit, &exit_code] {
    if (limit->count() > 0) arguments->options.duration = std::chrono::seconds(arguments->for_s);
    exit_code = readersCommand(arguments->options);
  });
}

}  // namespace kahui::ctl
