#include "drivers/host/open_readers.hpp"

#include "drivers/pcsc/pcsc_readers.hpp"
#include "drivers/sim/sim_reader.hpp"

namespace kahui::host {
namespace {

using base::ErrorCode;

using SimReaderPtr = std::shared_ptr<sim::SimReader>;

// The specs sorted by driver, before anything runs.
struct Plan {
  std::optional<pcsc::Options> pcsc;  // all pcsc specs share one driver, so that no reader is reported twice
  std::vector<SimReaderPtr> sims;
};

void addPcsc(Plan& plan, const std::string& name, bool& every) {
  if (!plan.pcsc) plan.pcsc.emplace();
  every = every || name.empty();
  plan.pcsc->names.push_back(name);
  if (every) plan.pcsc->names.clear();
}

base::Result<Plan> makePlan(const std::vector<std::string>& specs) {
  Plan plan;
  bool every_pcsc = false;
  for (const std::string& text : specs) {
    const auto spec = parseSpec(text);
    if (!spec) return tl::unexpected(spec.error());
    if (spec->kind == ports::ReaderKind::Pcsc) {
      addPcsc(plan, spec->argument, every_pcsc);
      continue;
    }
    auto script = sim::loadScript(spec->argument);
    if (!script) return tl::unexpected(std::move(script).error());
    plan.sims.push_back(std::make_shared<sim::SimReader>(*std::move(script)));
  }
  return plan;
}

}  // namespace

base::Result<ReaderSpec> parseSpec(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view kind = text.substr(0, colon);
  const std::string argument(colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1));
  if (text == "pcsc" || (kind == "pcsc" && !argument.empty())) return ReaderSpec{ports::ReaderKind::Pcsc, argument};
  if (kind == "sim" && !argument.empty()) return ReaderSpec{ports::ReaderKind::Sim, argument};
  if (kind == "nfc" || kind == "serial")
    return base::fail(ErrorCode::BadInput, "device " + std::string(text) + ": there is no driver \"" +
                                               std::string(kind) +
                                               "\" in this version, only pcsc, pcsc:NAME and sim:FILE");
  return base::fail(ErrorCode::BadInput, "device \"" + std::string(text) + "\" is none of pcsc, pcsc:NAME, sim:FILE");
}

base::Result<std::unique_ptr<ports::CardReaderService>> openReaders(const std::vector<std::string>& specs,
                                                                    std::vector<ReaderSource> more) {
  auto plan = makePlan(specs);
  if (!plan) return tl::unexpected(std::move(plan).error());
  std::vector<ReaderSource> sources = std::move(more);
  if (plan->pcsc) sources.push_back(std::make_shared<pcsc::PcscReaders>(*std::move(plan->pcsc)));
  sources.insert(sources.end(), plan->sims.begin(), plan->sims.end());
  return std::make_unique<ReaderHost>(std::move(sources));
}

base::Result<std::vector<ports::ReaderChanged>> listReaders(const std::vector<std::string>& specs) {
  const auto plan = makePlan(specs);
  if (!plan) return tl::unexpected(plan.error());
  std::vector<ports::ReaderChanged> readers;
  if (plan->pcsc) {
    auto found = pcsc::listReaders(*plan->pcsc);
    if (!found) return found;
    readers = *std::move(found);
  }
  for (const SimReaderPtr& sim : plan->sims) {
    const auto found = sim->initialReaders();
    readers.insert(readers.end(), found.begin(), found.end());
  }
  return readers;
}

}  // namespace kahui::host
