#include "drivers/host/reader_desk.hpp"

#include <algorithm>

namespace kahui::host {

using ports::CardRead;
using ports::CardRefused;
using ports::CardRemoved;
using ports::DeskAnswer;
using ports::DeviceEvent;
using ports::DeviceLife;
using ports::DeviceView;
using ports::ReaderChanged;
using ports::ReaderKind;
using ports::ReaderState;

struct ReaderDesk::Entry {
  std::string spec{};
  ReaderKind kind{};
  bool is_fixed = false;  // its source runs as long as the desk
  ReaderSource source{};  // none while a device of the settings is released
  DeviceLife life = DeviceLife::Enabled;
  std::map<std::string, ReaderChanged> readers{};  // as last told
  std::map<std::string, std::uint64_t> lying{};    // cards that the till was told of, by reader
  std::optional<DeviceEvent> last{};
  std::optional<DeviceEvent> tested{};
};

namespace {

constexpr std::size_t kShownSigns = 4;
constexpr std::string_view kService = "pcsc";

std::string lastSigns(const std::string& credential) {
  return credential.substr(credential.size() - std::min(kShownSigns, credential.size() / 2));
}

// Of several readers the one that troubles most speaks; those that were pulled out only when no other is there.
int rank(ReaderState state) {
  switch (state) {
    case ReaderState::Gone: return 0;
    case ReaderState::Ready: return 1;
    case ReaderState::Busy: return 2;
    case ReaderState::Error: return 3;
  }
  return 0;
}

bool isService(const std::string& reader) {
  return reader.starts_with(kService) && (reader.size() == kService.size() || reader[kService.size()] == ':');
}

// What is asked of the service under `one` includes what is asked under `other`.
bool covers(const std::string& one, const std::string& other) {
  if (one == other) return true;
  const auto first = parseSpec(one);
  const auto second = parseSpec(other);
  if (!first || !second || first->kind != second->kind) return false;
  if (first->kind == ReaderKind::Pcsc) return second->argument.starts_with(first->argument);
  return first->argument == second->argument;  // one line at two speeds
}

}  // namespace

base::Result<std::shared_ptr<ReaderDesk>> ReaderDesk::open(Options options) {
  if (!options.clock) options.clock = std::make_shared<base::SystemClock>("UTC");
  const std::shared_ptr<ReaderDesk> desk(new ReaderDesk(std::move(options)));
  for (const Fixed& fixed : desk->m_options.fixed)
    desk->m_entries.push_back(std::make_shared<Entry>(
        Entry{.spec = fixed.name, .kind = fixed.kind, .is_fixed = true, .source = fixed.source}));
  const std::vector<std::string>& specs = desk->m_options.specs;
  for (auto spec = specs.begin(); spec != specs.end(); ++spec) {
    auto entry = desk->make(*spec);
    if (!entry) return tl::unexpected(std::move(entry).error());
    const bool wider_follows =
        std::any_of(spec + 1, specs.end(), [&](const std::string& one) { return one != *spec && covers(one, *spec); });
    if (wider_follows || desk->covered(*spec)) continue;
    if (desk->m_entries.size() == ports::kMostDevices)
      return base::fail(base::ErrorCode::BadInput, "more than " + std::to_string(ports::kMostDevices) + " devices");
    const auto& released = desk->m_options.released;
    if (std::find(released.begin(), released.end(), *spec) != released.end()) {
      (*entry)->life = DeviceLife::Released;
      (*entry)->source.reset();
    }
    desk->m_entries.push_back(*std::move(entry));
  }
  return desk;
}

ReaderDesk::ReaderDesk(Options options)
    : m_options(std::move(options)), m_maker(m_options.evidence), m_health(m_options.health) {}

ReaderDesk::~ReaderDesk() { stop(); }

base::Result<ReaderDesk::EntryPtr> ReaderDesk::make(const std::string& spec) const {
  const auto read = parseSpec(spec);
  if (!read) return tl::unexpected(read.error());
  auto sources = m_maker.make({spec});
  if (!sources) return tl::unexpected(std::move(sources).error());
  KAHUI_ASSERT(sources->size() == 1);
  return std::make_shared<Entry>(Entry{.spec = spec, .kind = read->kind, .source = std::move(sources->front())});
}

ReaderDesk::EntryPtr ReaderDesk::find(const std::string& spec) const {
  const std::lock_guard lock(m_mutex);
  const auto found =
      std::find_if(m_entries.begin(), m_entries.end(), [&](const EntryPtr& entry) { return entry->spec == spec; });
  return found == m_entries.end() ? nullptr : *found;
}

bool ReaderDesk::covered(const std::string& spec) const {
  const std::lock_guard lock(m_mutex);
  return std::any_of(m_entries.begin(), m_entries.end(),
                     [&](const EntryPtr& entry) { return covers(entry->spec, spec); });
}

void ReaderDesk::start(ports::ReaderEventSink sink) {
  const std::lock_guard one(m_operations);
  KAHUI_ASSERT(!m_started);
  {
    const std::lock_guard lock(m_delivery);
    m_sink = std::move(sink);
  }
  std::vector<EntryPtr> entries;
  {
    const std::lock_guard lock(m_mutex);
    m_started = true;
    entries = m_entries;
  }
  for (const EntryPtr& entry : entries)
    if (entry->source) run(entry);
}

void ReaderDesk::stop() {
  const std::lock_guard one(m_operations);
  if (!m_started) return;
  for (const EntryPtr& entry : m_entries)
    if (entry->source) entry->source->stop();
  const std::lock_guard lock(m_mutex);
  m_started = false;
}

void ReaderDesk::lookAgain() {
  const std::lock_guard one(m_operations);
  if (!m_started) return;
  for (const EntryPtr& entry : m_entries)
    if (entry->source) entry->source->lookAgain();
}

void ReaderDesk::run(const EntryPtr& entry) {
  entry->source->start([this, at = entry.get()](const ports::ReaderEvent& event) { take(*at, event); });
}

// The driver first, so that nothing comes any more; then what the till was told is taken back.
void ReaderDesk::halt(const EntryPtr& entry) {
  if (!entry->is_fixed && entry->source) {
    if (m_started) entry->source->stop();
    entry->source.reset();
  }
  std::vector<ports::ReaderEvent> events;
  {
    const std::lock_guard lock(m_mutex);
    entry->life = DeviceLife::Released;
    for (const auto& [reader, generation] : entry->lying) events.emplace_back(CardRemoved{{reader, generation}});
    for (const auto& [reader, told] : entry->readers)
      if (told.state != ReaderState::Gone) events.emplace_back(ReaderChanged{reader, told.kind, ReaderState::Gone});
    entry->lying.clear();
    if (!entry->is_fixed) entry->readers.clear();
  }
  for (const ports::ReaderEvent& event : events) deliver(event);
}

std::vector<DeviceView> ReaderDesk::devices() const {
  const std::lock_guard lock(m_mutex);
  std::vector<DeviceView> views;
  for (const EntryPtr& entry : m_entries) {
    DeviceView view{.spec = entry->spec,
                    .kind = entry->kind,
                    .life = entry->life,
                    .removable = !entry->is_fixed,
                    .last = entry->last,
                    .tested = entry->tested};
    if (entry->life != DeviceLife::Released) {
      for (const auto& [reader, told] : entry->readers) {
        const bool worse = !view.state || rank(told.state) > rank(*view.state);
        if (worse || (told.state == *view.state && isService(reader))) {
          view.state = told.state;
          view.advice = told.advice;
        }
        if (told.state != ReaderState::Gone && !isService(reader)) view.readers.push_back(reader);
      }
    }
    views.push_back(std::move(view));
  }
  return views;
}

DeskAnswer ReaderDesk::saved() const {
  if (!m_options.save_devices) return DeskAnswer::Done;
  std::vector<std::string> specs, released;
  {
    const std::lock_guard lock(m_mutex);
    for (const EntryPtr& entry : m_entries) {
      if (entry->is_fixed) continue;
      specs.push_back(entry->spec);
      if (entry->life == DeviceLife::Released) released.push_back(entry->spec);
    }
  }
  return m_options.save_devices(specs, released) ? DeskAnswer::Done : DeskAnswer::NotSaved;
}

DeskAnswer ReaderDesk::add(const std::string& spec) {
  const std::lock_guard one(m_operations);
  auto entry = make(spec);
  if (!entry) return DeskAnswer::BadSpec;
  {
    const std::lock_guard lock(m_mutex);
    // In both directions: a card on a reader that two specs name would be read twice.
    for (const EntryPtr& other : m_entries)
      if (covers(other->spec, spec) || covers(spec, other->spec)) return DeskAnswer::AlreadyThere;
    if (m_entries.size() >= ports::kMostDevices) return DeskAnswer::TooMany;
    m_entries.push_back(*entry);
  }
  if (m_started) run(*entry);
  const DeskAnswer answer = saved();
  tell();
  return answer;
}

DeskAnswer ReaderDesk::remove(const std::string& spec) {
  const std::lock_guard one(m_operations);
  const EntryPtr entry = find(spec);
  if (!entry || entry->is_fixed) return DeskAnswer::UnknownDevice;
  halt(entry);
  {
    const std::lock_guard lock(m_mutex);
    std::erase(m_entries, entry);
  }
  const DeskAnswer answer = saved();
  tell();
  return answer;
}

void ReaderDesk::setLife(const EntryPtr& entry, DeviceLife life) {
  const std::lock_guard lock(m_mutex);
  entry->life = life;
  if (life == DeviceLife::Testing) entry->tested.reset();
}

DeskAnswer ReaderDesk::claim(const std::string& spec) {
  const std::lock_guard one(m_operations);
  const EntryPtr entry = find(spec);
  if (!entry) return DeskAnswer::UnknownDevice;
  std::map<std::string, ReaderChanged> told;
  {
    const std::lock_guard lock(m_mutex);
    if (entry->life != DeviceLife::Released) return DeskAnswer::Done;
    told = entry->readers;
  }
  if (entry->is_fixed) {
    setLife(entry, DeviceLife::Enabled);
    for (const auto& [reader, change] : told) deliver(change);
  } else {
    auto fresh = make(spec);
    if (!fresh) return DeskAnswer::BadSpec;  // its script went meanwhile
    entry->source = std::move((*fresh)->source);
    setLife(entry, DeviceLife::Enabled);
    if (m_started) run(entry);
  }
  const DeskAnswer answer = saved();
  tell();
  return answer;
}

DeskAnswer ReaderDesk::release(const std::string& spec) {
  const std::lock_guard one(m_operations);
  const EntryPtr entry = find(spec);
  if (!entry) return DeskAnswer::UnknownDevice;
  halt(entry);
  const DeskAnswer answer = saved();
  tell();
  return answer;
}

DeskAnswer ReaderDesk::checkHealth(const std::string& spec) {
  const DeskAnswer claimed = claim(spec);
  if (claimed != DeskAnswer::Done && claimed != DeskAnswer::NotSaved) return claimed;
  const std::lock_guard one(m_operations);
  const EntryPtr entry = find(spec);
  if (!entry) return DeskAnswer::UnknownDevice;
  setLife(entry, DeviceLife::Testing);
  tell();
  return DeskAnswer::Done;
}

DeskAnswer ReaderDesk::endCheck(const std::string& spec) {
  const std::lock_guard one(m_operations);
  const EntryPtr entry = find(spec);
  if (!entry) return DeskAnswer::UnknownDevice;
  {
    const std::lock_guard lock(m_mutex);
    if (entry->life == DeviceLife::Testing) entry->life = DeviceLife::Enabled;
  }
  tell();
  return DeskAnswer::Done;
}

std::vector<ports::Finding> ReaderDesk::examine() const {
  std::vector<std::string> specs;
  {
    const std::lock_guard lock(m_mutex);
    for (const EntryPtr& entry : m_entries)
      if (!entry->is_fixed) specs.push_back(entry->spec);
  }
  return host::examine(specs, m_options.probes);
}

std::vector<ports::HealthEntry> ReaderDesk::health() const {
  const std::lock_guard lock(m_mutex);
  return m_health.entries();
}

void ReaderDesk::onChange(std::function<void()> listener) {
  const std::lock_guard lock(m_mutex);
  m_listener = std::move(listener);
}

// The listener is called under the lock, so that none comes after it was forgotten; it only posts.
void ReaderDesk::tell() const {
  const std::lock_guard lock(m_mutex);
  if (m_listener) m_listener();
}

void ReaderDesk::take(Entry& entry, const ports::ReaderEvent& event) {
  bool goes_on = false;
  {
    const std::lock_guard lock(m_mutex);
    goes_on = note(entry, event);
  }
  if (goes_on) deliver(event);
  tell();
  if (std::holds_alternative<ReaderChanged>(event)) saveHealth();
}

// After the till was told: a slow disk must not hold up a card.
void ReaderDesk::saveHealth() {
  if (!m_options.save_health) return;
  const std::lock_guard one(m_saving);
  HealthLog now;
  {
    const std::lock_guard lock(m_mutex);
    now = m_health;
  }
  m_options.save_health(now);
}

// True: the till is told.
bool ReaderDesk::note(Entry& entry, const ports::ReaderEvent& event) {
  if (const auto* changed = std::get_if<ReaderChanged>(&event)) {
    entry.readers[changed->reader] = *changed;
    m_health.add(*changed, m_options.clock->now().utc_ms);
    return entry.life != DeviceLife::Released;
  }
  if (const auto* read = std::get_if<CardRead>(&event)) return noteCard(entry, *read);
  if (const auto* removed = std::get_if<CardRemoved>(&event)) return noteRemoval(entry, *removed);
  return noteRefusal(entry, std::get<CardRefused>(event));
}

bool ReaderDesk::noteCard(Entry& entry, const CardRead& read) {
  const DeviceEvent seen{.kind = DeviceEvent::Kind::Card,
                         .at_utc_ms = m_options.clock->now().utc_ms,
                         .card_class = read.card_class,
                         .trust = read.trust,
                         .last = lastSigns(read.credential)};
  const DeviceLife life = entry.life;
  if (life != DeviceLife::Released) entry.last = seen;
  if (life == DeviceLife::Enabled) {
    entry.lying[read.at.reader] = read.at.generation;
    return true;
  }
  if (life == DeviceLife::Released) return false;
  entry.tested = seen;
  entry.life = DeviceLife::Enabled;
  return false;
}

// A removal is told if the card was.
bool ReaderDesk::noteRemoval(Entry& entry, const CardRemoved& removed) {
  const auto lying = entry.lying.find(removed.at.reader);
  if (lying == entry.lying.end() || lying->second != removed.at.generation) return false;
  entry.lying.erase(lying);
  return true;
}

bool ReaderDesk::noteRefusal(Entry& entry, const CardRefused& refused) {
  if (entry.life == DeviceLife::Released) return false;
  entry.last = DeviceEvent{
      .kind = DeviceEvent::Kind::Refused, .at_utc_ms = m_options.clock->now().utc_ms, .reason = refused.reason};
  if (entry.life == DeviceLife::Enabled) return true;
  entry.tested = entry.last;
  entry.life = DeviceLife::Enabled;
  return false;
}

void ReaderDesk::deliver(const ports::ReaderEvent& event) {
  const std::lock_guard lock(m_delivery);
  if (m_sink) m_sink(event);
}

}  // namespace kahui::host
