#include "app/local/support_files.hpp"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "app/local/device_files.hpp"
#include "app/local/hq_identity.hpp"
#include "app/net/http_transport.hpp"
#include "core/base/sha256.hpp"
#include "core/base/version.hpp"
#include "core/journal/chain.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/limits.hpp"

namespace kahui::local {

namespace {

using base::ErrorCode;
using nlohmann::ordered_json;

constexpr std::size_t kRawOfFile_bytes = std::size_t{6} << 20;  // never more than kBlob_bytes when it is compressed
constexpr std::uint64_t kEventsOfFile = 4000;
constexpr std::size_t kReadAtOnce = 1000;
constexpr std::int64_t kDay_ms = 86'400'000;
constexpr std::size_t kMostHealth_bytes = std::size_t{1} << 20;

// By key, wherever it stands in a payload (core/journal/README.md): sealed profiles and their keys, keyed hashes,
// what a payment or an open bill holds, the masked codes, the holder's company and texts that a person typed.
const std::set<std::string, std::less<>>& secretKeys() {
  static const std::set<std::string, std::less<>> keys{"sealed", "ph",  "p4", "p6",  "key",  "old",  "bill", "code",
                                                       "what",   "txt", "co", "ch",  "form", "json", "tr",   "ref",
                                                       "rd",     "rf",  "on", "why", "mk",   "via"};
  return keys;
}

void strip(ordered_json& value) {
  if (value.is_object()) {
    for (auto it = value.begin(); it != value.end();) {
      if (secretKeys().contains(it.key())) {
        it = value.erase(it);
      } else {
        strip(it.value());
        ++it;
      }
    }
  } else if (value.is_array()) {
    for (auto& one : value) strip(one);
  }
}

// A number as long as a card's in any text that stays: nothing of the kind goes out.
void maskNumbers(ordered_json& value) {
  constexpr std::size_t kLongest = 11;
  if (value.is_object() || value.is_array()) {
    for (auto& one : value) maskNumbers(one);
    return;
  }
  if (!value.is_string()) return;
  auto text = value.get<std::string>();
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end - at >= kLongest)
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end), '*');
    at = std::max(end, at + 1);
  }
  value = std::move(text);
}

std::string fileName(const char* kind, std::uint32_t inc, std::uint64_t first, std::uint64_t last) {
  return fmt::format("{}-{}-{:09}-{:09}.jsonl.zst", kind, inc, first, last);
}

// Lines of one incarnation, in files that begin at the same events whenever they are made: what went over before is
// known at headquarters.
class JournalFiles {
 public:
  JournalFiles(std::string terminal, std::uint32_t inc, std::vector<sync::BlobFile>& out)
      : m_terminal(std::move(terminal)), m_inc(inc), m_out(out) {}

  // `wanted`: this line, and so all of its file.
  void add(std::uint64_t seq, const std::string& line, bool wanted) {
    if (m_text.empty()) m_first = seq;
    m_wanted = m_wanted || wanted;
    m_last = seq;
    m_text += line;
    m_text += '\n';
    if (m_text.size() >= kRawOfFile_bytes || seq % kEventsOfFile == 0) finish();
  }
  void finish() {
    if (m_text.empty()) return;
    if (!std::exchange(m_wanted, false)) return m_text.clear();
    const ordered_json head{
        {"file", "journal"}, {"terminal", m_terminal}, {"inc", m_inc}, {"first", m_first}, {"last", m_last}};
    m_out.push_back({std::string(sync::kJournalKind), fileName("journal", m_inc, m_first, m_last),
                     sync::compress(head.dump() + "\n" + m_text)});
    m_text.clear();
  }

 private:
  std::string m_terminal;
  std::uint32_t m_inc;
  std::vector<sync::BlobFile>& m_out;
  std::string m_text;
  std::uint64_t m_first = 0, m_last = 0;
  bool m_wanted = false;
};

base::Status addJournal(store::SqliteStore& store, const ports::HeldChain& chain, std::int64_t since_ms,
                        std::vector<sync::BlobFile>& out) {
  JournalFiles files(store.info().terminal, chain.incarnation, out);
  for (std::uint64_t after = 0; after < chain.head.seq;) {
    const auto lines = store.linesAfter(chain.incarnation, after, kReadAtOnce, sync::kBatchRaw_bytes);
    if (!lines) return tl::unexpected(lines.error());
    if (lines->lines.empty()) break;
    base::Sha256 hash = lines->prev_hash;
    for (const std::string& line : lines->lines) {
      hash = journal::chainNext(hash, line);
      ++after;
      const auto whole = ordered_json::parse(line, nullptr, false);
      const bool wanted = whole.is_object() && whole.value("ts", std::int64_t{0}) >= since_ms;
      const auto clean = withoutSecrets(line);
      if (!clean) return tl::unexpected(clean.error());
      files.add(after, R"({"h":")" + base::toHex(hash) + R"(","e":)" + *clean + "}", wanted);
    }
  }
  files.finish();
  return {};
}

base::Result<sync::BlobFile> healthOf(store::SqliteStore& store, const base::Clock& clock) {
  const auto contact = store.contact();
  if (!contact) return tl::unexpected(contact.error());
  const auto unsent = store.unsent();
  if (!unsent) return tl::unexpected(unsent.error());
  const auto chains = store.chains();
  if (!chains) return tl::unexpected(chains.error());
  struct statvfs disk {};
  const bool known = ::statvfs(store.folder().c_str(), &disk) == 0;
  const base::WallTime now = clock.now();
  const ordered_json health{{"app", base::version()},
                            {"terminal", store.info().terminal},
                            {"store", store.info().store_no},
                            {"position", store.info().position},
                            {"at_utc_ms", now.utc_ms},
                            {"head", chains->back().head.seq},
                            {"incarnation", chains->back().incarnation},
                            {"acked", chains->back().acked},
                            {"unsent", unsent->count},
                            {"contact_utc_ms", contact->at_ms},
                            {"clock_offset_ms", contact->offset_ms},
                            {"verdict", contact->verdict},
                            {"alarm", contact->alarm},
                            {"free_bytes", known ? ordered_json(static_cast<std::int64_t>(disk.f_bavail) *
                                                                static_cast<std::int64_t>(disk.f_frsize))
                                                 : ordered_json()}};
  std::string text = ordered_json{{"health", health}}.dump() + "\n";
  std::ifstream readers(healthFile(store.folder()), std::ios::binary);
  const std::string states((std::istreambuf_iterator<char>(readers)), {});
  if (auto parsed = ordered_json::parse(states, nullptr, false);
      states.size() < kMostHealth_bytes && !parsed.is_discarded()) {
    maskNumbers(parsed);
    text += ordered_json{{"readers", std::move(parsed)}}.dump() + "\n";
  }
  return sync::BlobFile{std::string(sync::kHealthKind), fmt::format("health-{}.jsonl.zst", now.utc_ms),
                        sync::compress(text)};
}

}  // namespace

base::Result<std::string> withoutSecrets(const std::string& line) {
  auto whole = ordered_json::parse(line, nullptr, false);
  if (!whole.is_object()) return base::fail(ErrorCode::BadInput, "a journal's line");
  if (whole.contains("p")) {
    strip(whole["p"]);
    maskNumbers(whole["p"]);
  }
  return whole.dump();
}

base::Result<std::vector<sync::BlobFile>> supportFiles(store::SqliteStore& store, const base::Clock& clock, int days) {
  const auto chains = store.chains();
  if (!chains) return tl::unexpected(chains.error());
  const std::int64_t since_ms = clock.now().utc_ms - days * kDay_ms;
  std::vector<sync::BlobFile> files;
  for (const ports::HeldChain& chain : *chains) KAHUI_TRY(addJournal(store, chain, since_ms, files));
  auto health = healthOf(store, clock);
  if (!health) return tl::unexpected(health.error());
  files.push_back(*std::move(health));
  return files;
}

base::Result<SupportSent> sendSupport(store::SqliteStore& store, const base::Clock& clock, int days) {
  const auto identity = readIdentity(store.info().store_id);
  if (!identity) return tl::unexpected(identity.error());
  const auto files = supportFiles(store, clock, days);
  if (!files) return tl::unexpected(files.error());
  const auto line = net::HttpTransport::open(identity->url, {identity->ca, identity->certificate, identity->key});
  if (!line) return tl::unexpected(line.error());
  SupportSent done;
  for (const sync::BlobFile& file : *files) {
    const auto sent = sync::sendBlob(**line, file);
    if (!sent) return tl::unexpected(sent.error());
    ++done.files;
    if (sent->sent == 0) ++done.before;
    done.bytes += sent->sent;
  }
  return done;
}

}  // namespace kahui::local
