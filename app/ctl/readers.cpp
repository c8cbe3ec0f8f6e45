#include "app/ctl/readers.hpp"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/ctl/card_office.hpp"
#include "app/ctl/command.hpp"
#include "app/ctl/doctor_lines.hpp"
#include "app/ctl/reader_lines.hpp"
#include "app/local/data_folder.hpp"
#include "app/local/device_files.hpp"
#include "app/local/key_file.hpp"
#include "drivers/host/doctor.hpp"
#include "drivers/host/health_log.hpp"
#include "drivers/host/open_readers.hpp"

namespace kahui::ctl {
namespace {

using std::chrono::steady_clock;

// False when nobody reads any more.
bool printLine(std::string line) {
  line += '\n';
  return std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fflush(stdout) == 0;
}

bool print(const ports::ReaderEvent& event, bool json) {
  return printLine(json ? readerEventAsJson(event) : readerEventAsText(event));
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

int watchReaders(const std::vector<std::string>& devices, std::shared_ptr<const card::ShopKeys> keys,
                 const ReadersOptions& options) {
  auto service = host::openReaders(devices, {}, {std::move(keys)});
  if (!service) return report(service.error(), options.json);
  std::signal(SIGPIPE, SIG_IGN);
  const StopSignals signals;
  (*service)->start([json = options.json](const ports::ReaderEvent& event) {
    if (!print(event, json)) ::kill(::getpid(), SIGTERM);
  });
  signals.wait(options.duration);
  (*service)->stop();
  return kDone;
}

int printHealth(const std::string& store, bool json) {
  const auto file = local::healthFile(store);
  if (!std::filesystem::exists(file)) return kDone;  // no till ran there yet
  const auto text = local::readFile(file);
  if (!text) return report(text.error(), json);
  const auto log = host::parseHealthLog(*text);
  if (!log) return report({log.error().code, file.string() + ": " + log.error().detail}, json);
  for (const ports::HealthEntry& entry : log->entries())
    if (!printLine(json ? healthAsJson(entry) : healthAsText(entry))) break;
  return kDone;
}

int examineReaders(const std::vector<std::string>& devices, bool json) {
  for (const std::string& device : devices)
    if (const auto spec = host::parseSpec(device); !spec) return report(spec.error(), json);
  int exit_code = kDone;
  for (const ports::Finding& finding : host::examine(devices, host::DoctorProbes::real())) {
    if (finding.code != ports::FindingCode::Well) exit_code = kNo;
    if (!printLine(json ? findingAsJson(finding) : findingAsText(finding))) break;
  }
  return exit_code;
}

}  // namespace

int readersCommand(const ReadersOptions& options) {
  std::vector<std::string> devices = options.devices;
  if (devices.empty() && !options.store.empty()) {
    auto kept = local::readDevices(options.store);
    if (!kept) return report(kept.error(), options.json);
    if (*kept) devices = (*std::move(kept))->specs;
  }
  if (devices.empty()) devices.emplace_back("pcsc");
  if (options.doctor) {
    const int found = examineReaders(devices, options.json);
    const int history = options.store.empty() ? kDone : printHealth(options.store, options.json);
    return history != kDone ? history : found;
  }
  // Scripts made such files before they had to be private: a look at readers goes on, and warns who sits before it.
  const auto keys = readKeys(options.keys, true);
  if (!keys) return report(keys.error(), options.json);
  if (!options.keys.empty() && local::isOpenToOthers(options.keys) && ::isatty(STDERR_FILENO) == 1)
    std::fprintf(stderr, "warning: others may use %s, which holds keys; make it private with 'chmod 600'\n",
                 options.keys.c_str());
  if (options.watch || options.duration) return watchReaders(devices, *keys, options);
  const auto readers = host::listReaders(devices);
  if (!readers) return report(readers.error(), options.json);
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
      ->add_option(
          "--device", arguments->options.devices,
          "pcsc, pcsc:NAME, nfc:pn532_uart:PATH[:BAUD], serial:PATH[,BAUD], evdev:PATH or sim:FILE; may be given "
          "several times (default: pcsc)")
      ->type_name("SPEC")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      ->add_option("--store", arguments->options.store,
                   "Folder of a store: the devices of its till instead of pcsc; with --doctor their history as well")
      ->type_name("DIR");
  command->add_option("--keys", arguments->options.keys, "What the shop knows of its cards: numbers and keys, as JSON")
      ->type_name("FILE");
  CLI::Option* watch = command->add_flag("--watch", arguments->options.watch, "Print each event until interrupted");
  CLI::Option* limit = command->add_option("--for", arguments->for_s, "Watch for so many seconds, then end")
                           ->type_name("SECONDS")
                           ->check(CLI::Range(std::int64_t{1}, std::int64_t{31'536'000}));
  command
      ->add_flag("--doctor", arguments->options.doctor,
                 "Say what keeps the readers from working and what to do; exit status 1 if anything does")
      ->excludes(watch)
      ->excludes(limit);
  command->add_flag("--json", arguments->options.json, "One JSON object a line");
  command->callback([arguments, limit, &exit_code] {
    if (limit->count() > 0) arguments->options.duration = std::chrono::seconds(arguments->for_s);
    exit_code = readersCommand(arguments->options);
  });
}

}  // namespace kahui::ctl
