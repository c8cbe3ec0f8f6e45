#include "drivers/host/open_readers.hpp"

#include "drivers/sim/sim_reader.hpp"

namespace kahui::host {
namespace {

using base::ErrorCode;

base::Result<ReaderSource> openSim(const std::string& path) {
  auto script = sim::loadScript(path);
  if (!script) return tl::unexpected(std::move(script).error());
  return std::make_shared<sim::SimReader>(*std::move(script));
}

}  // namespace

base::Result<ReaderSpec> parseSpec(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view kind = text.substr(0, colon);
  const std::string argument(colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1));
  if (kind == "sim" && !argument.empty()) return ReaderSpec{ports::ReaderKind::Sim, argument};
  if (kind == "nfc" || kind == "serial")
    return base::fail(ErrorCode::BadInput, "device " + std::string(text) + ": this version has no driver \"" +
                                               std::string(kind) + "\"; use pcsc, pcsc:NAME or sim:FILE");
  return base::fail(ErrorCode::BadInput,
                    "device \"" + std::string(text) + "\" is not known; use pcsc, pcsc:NAME or sim:FILE");
}

base::Result<std::unique_ptr<ports::CardReaderService>> openReaders(const std::vector<std::string>& specs,
                                                                    std::vector<ReaderSource> more) {
  std::vector<ReaderSource> sources = std::move(more);
  for (const std::string& text : specs) {
    const auto spec = parseSpec(text);
    if (!spec) return tl::unexpected(spec.error());
    auto source = openSim(spec->argument);
    if (!source) return tl::unexpected(std::move(source).error());
    sources.push_back(*std::move(source));
  }
  return std::make_unique<ReaderHost>(std::move(sources));
}

}  // namespace kahui::host
