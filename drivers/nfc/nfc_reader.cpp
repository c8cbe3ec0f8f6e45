#include "drivers/nfc/nfc_reader.hpp"

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "drivers/nfc/pipe_session.hpp"

namespace kahui::nfc {

using ports::ReaderAdvice;
using ports::ReaderState;
using ports::RefuseReason;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using Wait = WorkerProcess::Wait;

namespace {

// How long the process must have worked until a new failure counts as the first.
constexpr auto kSteady = std::chrono::seconds(10);

std::string pathOf(const std::string& connstring) {
  const std::size_t first = connstring.find(':');
  if (first == std::string::npos) return {};
  return connstring.substr(first + 1, connstring.find(':', first + 1) - first - 1);
}

std::pair<ReaderState, ReaderAdvice> stateOf(std::optional<FaultCode> fault) {
  switch (fault.value_or(FaultCode::Broken)) {
    case FaultCode::NoDevice: return {ReaderState::Gone, ReaderAdvice::PlugReaderIn};
    case FaultCode::Busy: return {ReaderState::Busy, ReaderAdvice::CloseOtherProgram};
    case FaultCode::NoAccess: return {ReaderState::Error, ReaderAdvice::AllowAccess};
    case FaultCode::Broken: break;
  }
  return {ReaderState::Error, ReaderAdvice::ReplugReader};
}

std::optional<FaultCode> faultIn(const Frame& frame) {
  if (frame.body.size() != 1 || frame.body[0] < 1 || frame.body[0] > 4) return std::nullopt;
  return static_cast<FaultCode>(frame.body[0]);
}

}  // namespace

std::string Options::defaultProgram() {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  return (self.parent_path() / "kahui-nfc").string();
}

NfcReader::NfcReader(Options options, std::shared_ptr<card::Identifier> identifier)
    : m_options(std::move(options)),
      m_name("nfc:" + m_options.connstring),
      m_identifier(std::move(identifier)),
      m_wake(::eventfd(0, EFD_CLOEXEC)),
      m_look(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

NfcReader::~NfcReader() { stop(); }

void NfcReader::start(ports::ReaderEventSink sink) {
  KAHUI_ASSERT(!m_thread.joinable());
  m_sink = std::move(sink);
  m_thread = std::thread(&NfcReader::run, this);
}

void NfcReader::stop() {
  if (!m_thread.joinable()) return;
  ::eventfd_write(m_wake.get(), 1);
  m_thread.join();
}

void NfcReader::lookAgain() { ::eventfd_write(m_look.get(), 1); }

ports::ReaderChanged NfcReader::look() const {
  std::optional<FaultCode> fault;
  if (::access(pathOf(m_options.connstring).c_str(), R_OK | W_OK) != 0)
    fault = errno == EACCES ? FaultCode::NoAccess : FaultCode::NoDevice;
  if (!fault) return {m_name, ports::ReaderKind::Nfc, ReaderState::Ready, ReaderAdvice::None};
  const auto [state, advice] = stateOf(fault);
  return {m_name, ports::ReaderKind::Nfc, state, advice};
}

void NfcReader::run() {
  auto back_off = m_options.back_off_first;
  for (;;) {
    const auto started = steady_clock::now();
    m_fault.reset();
    const End end = m_process.start(m_options.program, m_options.connstring) ? serve() : End::Failed;
    m_process.end();
    takeCardOff();
    if (end == End::Stopped || waitForStop(milliseconds(0))) return;  // also if it was told so while a card was read
    const auto [state, advice] = stateOf(m_fault);
    report(state, advice);
    if (steady_clock::now() - started > kSteady) back_off = m_options.back_off_first;
    if (waitForStop(back_off)) return;
    back_off = std::min(back_off * 2, m_options.back_off_longest);
  }
}

NfcReader::End NfcReader::serve() {
  auto patience = m_options.opening;
  for (;;) {
    Frame frame;
    switch (m_process.receive(frame, patience, m_wake.get(), m_look.get())) {
      case Wait::Stopped: return End::Stopped;
      case Wait::Asked: {
        eventfd_t asked = 0;
        ::eventfd_read(m_look.get(), &asked);
        if (!m_process.send({FrameKind::Again})) return End::Failed;
        continue;
      }
      case Wait::Timeout:
      case Wait::Ended: return End::Failed;
      case Wait::Frame: break;
    }
    patience = m_options.silence;
    switch (frame.kind) {
      case FrameKind::Ready: report(ReaderState::Ready, ReaderAdvice::None); break;
      case FrameKind::Fault: m_fault = faultIn(frame); break;
      case FrameKind::Card:
        if (!serveCard(frame)) return End::Failed;
        break;
      case FrameKind::Left: takeCardOff(); break;
      case FrameKind::Answer:
      case FrameKind::NoAnswer:
      case FrameKind::Apdu:
      case FrameKind::Raw:
      case FrameKind::Watch:
      case FrameKind::Again: return End::Failed;
    }
  }
}

// One laying-down: one CardRead or one CardRefused, also when the library dies of it. False: the process is of no use
// any more.
bool NfcReader::serveCard(const Frame& frame) {
  const auto woken = steady_clock::now();
  takeCardOff();
  const auto found = readCard(frame.body);
  if (!found) return false;
  tl::expected<card::Identity, RefuseReason> identity = tl::unexpected(RefuseReason::Unreadable);
  bool lost = false;
  bool left = false;
  if (!found->uid.empty()) {
    PipeSession session(m_process, *found, m_options.deadline, m_wake.get());
    identity = m_identifier->identify(session, found->uid);
    lost = session.lost();
    left = session.left();
  }
  if (!lost && !left && !m_process.send({FrameKind::Watch})) lost = true;
  if (!identity) {
    m_sink(ports::CardRefused{m_name, identity.error()});
    return !lost;
  }
  m_generation = ports::newGeneration();
  const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - woken);
  m_sink(card::cardRead({m_name, m_generation}, *std::move(identity), elapsed.count()));
  if (left) takeCardOff();
  return !lost;
}

bool NfcReader::waitForStop(milliseconds limit) const {
  pollfd wait{m_wake.get(), POLLIN, 0};
  return ::poll(&wait, 1, static_cast<int>(limit.count())) > 0;
}

void NfcReader::report(ReaderState state, ReaderAdvice advice) {
  const std::pair now{state, advice};
  if (m_reported == now) return;
  m_reported = now;
  m_sink(ports::ReaderChanged{m_name, ports::ReaderKind::Nfc, state, advice});
}

void NfcReader::takeCardOff() {
  if (m_generation == 0) return;
  m_sink(ports::CardRemoved{{m_name, m_generation}});
  m_generation = 0;
}

}  // namespace kahui::nfc
