#include "drivers/host/open_readers.hpp"

#include <charconv>

#include "drivers/magstripe/line_reader.hpp"
#include "drivers/nfc/nfc_reader.hpp"
#include "drivers/pcsc/pcsc_readers.hpp"
#include "drivers/sim/sim_reader.hpp"

namespace kahui::host {
namespace {

using base::ErrorCode;

using SimReaderPtr = std::shared_ptr<sim::SimReader>;
using LineReaderPtr = std::shared_ptr<magstripe::LineReader>;
using NfcReaderPtr = std::shared_ptr<nfc::NfcReader>;

constexpr const char* kForms = "pcsc, pcsc:NAME, nfc:pn532_uart:PATH[:BAUD], serial:PATH[,BAUD], evdev:PATH, sim:FILE";
// Of libnfc's drivers only this one: the others reach for USB readers, which belong to pcscd.
constexpr std::string_view kNfcDriver = "pn532_uart:";

// The specs sorted by driver, before anything runs.
struct Plan {
  std::optional<pcsc::Options> pcsc;  // all pcsc specs share one driver, so that no reader is reported twice
  std::vector<NfcReaderPtr> nfc;
  std::vector<LineReaderPtr> lines;
  std::vector<SimReaderPtr> sims;
};

void addPcsc(Plan& plan, const std::string& name, bool& every, std::shared_ptr<card::Identifier> identifier) {
  if (!plan.pcsc) plan.pcsc.emplace();
  plan.pcsc->identifier = std::move(identifier);
  every = every || name.empty();
  plan.pcsc->names.push_back(name);
  if (every) plan.pcsc->names.clear();
}

base::Result<Plan> makePlan(const std::vector<std::string>& specs, const std::shared_ptr<card::Identifier>& identifier,
                            const std::shared_ptr<magstripe::Judge>& judge) {
  Plan plan;
  bool every_pcsc = false;
  for (const std::string& text : specs) {
    const auto spec = parseSpec(text);
    if (!spec) return tl::unexpected(spec.error());
    switch (spec->kind) {
      case ports::ReaderKind::Pcsc: addPcsc(plan, spec->argument, every_pcsc, identifier); break;
      case ports::ReaderKind::Serial:
        plan.lines.push_back(
            std::make_shared<magstripe::LineReader>(magstripe::serialDevice(spec->argument, spec->baud), judge));
        break;
      case ports::ReaderKind::Wedge:
        plan.lines.push_back(std::make_shared<magstripe::LineReader>(magstripe::evdevDevice(spec->argument), judge));
        break;
      case ports::ReaderKind::Sim: {
        auto script = sim::loadScript(spec->argument);
        if (!script) return tl::unexpected(std::move(script).error());
        plan.sims.push_back(std::make_shared<sim::SimReader>(*std::move(script)));
        break;
      }
      case ports::ReaderKind::Nfc:
        plan.nfc.push_back(std::make_shared<nfc::NfcReader>(nfc::Options{.connstring = spec->argument}, identifier));
        break;
    }
  }
  return plan;
}

base::Result<ReaderSpec> parseSerial(std::string_view text, const std::string& argument) {
  const std::size_t comma = argument.rfind(',');
  ReaderSpec spec{ports::ReaderKind::Serial, argument.substr(0, comma), magstripe::kDefaultBaud};
  if (comma == std::string::npos) return spec;
  const std::string baud = argument.substr(comma + 1);
  const auto [end, error] = std::from_chars(baud.data(), baud.data() + baud.size(), spec.baud);
  if (error != std::errc() || end != baud.data() + baud.size() || spec.argument.empty() ||
      !magstripe::isBaud(spec.baud))
    return base::fail(ErrorCode::BadInput, "device " + std::string(text) + ": \"" + baud +
                                               "\" is no baud rate from 1200, 2400, 4800 … to 230400");
  return spec;
}

}  // namespace

base::Result<ReaderSpec> parseSpec(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view kind = text.substr(0, colon);
  const std::string argument(colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1));
  if (text == "pcsc" || (kind == "pcsc" && !argument.empty())) return ReaderSpec{ports::ReaderKind::Pcsc, argument};
  if (kind == "serial" && !argument.empty()) return parseSerial(text, argument);
  if (kind == "evdev" && !argument.empty()) return ReaderSpec{ports::ReaderKind::Wedge, argument};
  if (kind == "sim" && !argument.empty()) return ReaderSpec{ports::ReaderKind::Sim, argument};
  if (kind == "nfc" && argument.size() > kNfcDriver.size() && argument.starts_with(kNfcDriver))
    return ReaderSpec{ports::ReaderKind::Nfc, argument};
  return base::fail(ErrorCode::BadInput, "device \"" + std::string(text) + "\" is none of " + kForms);
}

ReaderMaker::ReaderMaker(Evidence evidence)
    : m_identifier(std::move(evidence.cards)), m_judge(std::move(evidence.judge)) {
  if (m_identifier == nullptr) m_identifier = std::make_shared<card::Identifier>(evidence.keys);
  if (m_judge == nullptr)
    m_judge = std::make_shared<magstripe::Judge>(std::move(evidence.keys), std::make_shared<base::SystemClock>("UTC"));
}

base::Result<std::vector<ReaderSource>> ReaderMaker::make(const std::vector<std::string>& specs) const {
  auto plan = makePlan(specs, m_identifier, m_judge);
  if (!plan) return tl::unexpected(std::move(plan).error());
  std::vector<ReaderSource> sources;
  if (plan->pcsc) sources.push_back(std::make_shared<pcsc::PcscReaders>(*std::move(plan->pcsc)));
  sources.insert(sources.end(), plan->nfc.begin(), plan->nfc.end());
  sources.insert(sources.end(), plan->lines.begin(), plan->lines.end());
  sources.insert(sources.end(), plan->sims.begin(), plan->sims.end());
  return sources;
}

base::Result<std::unique_ptr<ports::CardReaderService>> openReaders(const std::vector<std::string>& specs,
                                                                    std::vector<ReaderSource> more, Evidence evidence) {
  auto made = ReaderMaker(std::move(evidence)).make(specs);
  if (!made) return tl::unexpected(std::move(made).error());
  std::vector<ReaderSource> sources = std::move(more);
  sources.insert(sources.end(), made->begin(), made->end());
  return std::make_unique<ReaderHost>(std::move(sources));
}

base::Result<std::vector<ports::ReaderChanged>> listReaders(const std::vector<std::string>& specs) {
  const auto judge = std::make_shared<magstripe::Judge>(nullptr, std::make_shared<base::SystemClock>("UTC"));
  const auto plan = makePlan(specs, std::make_shared<card::Identifier>(), judge);
  if (!plan) return tl::unexpected(plan.error());
  std::vector<ports::ReaderChanged> readers;
  if (plan->pcsc) {
    auto found = pcsc::listReaders(*plan->pcsc);
    if (!found) return found;
    readers = *std::move(found);
  }
  for (const NfcReaderPtr& reader : plan->nfc) readers.push_back(reader->look());
  for (const LineReaderPtr& line : plan->lines) readers.push_back(line->look());
  for (const SimReaderPtr& sim : plan->sims) {
    const auto found = sim->initialReaders();
    readers.insert(readers.end(), found.begin(), found.end());
  }
  return readers;
}

}  // namespace kahui::host
