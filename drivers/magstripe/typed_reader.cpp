#include "drivers/magstripe/typed_reader.hpp"

namespace kahui::magstripe {

TypedReader::TypedReader(std::shared_ptr<Judge> judge) : m_judge(std::move(judge)) { KAHUI_ASSERT(m_judge != nullptr); }

void TypedReader::start(ports::ReaderEventSink sink) {
  const std::scoped_lock lock(m_mutex);
  m_sink = std::move(sink);
}

void TypedReader::stop() {
  const std::scoped_lock lock(m_mutex);
  m_sink = nullptr;
}

void TypedReader::take(std::string_view frame, std::int64_t elapsed_us) {
  const std::scoped_lock lock(m_mutex);
  if (m_sink) tell(m_sink, kName, m_judge->judge(frame), elapsed_us);
}

}  // namespace kahui::magstripe
