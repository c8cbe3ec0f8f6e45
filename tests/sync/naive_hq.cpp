#include "tests/sync/naive_hq.hpp"

#include "core/sync/batch.hpp"
#include "core/sync/compression.hpp"

namespace kahui::test {

using namespace sync;

namespace {

std::int64_t parameter(const std::string& path, const std::string& key) {
  const auto at = path.find(key + "=");
  return at == std::string::npos ? 0 : std::stoll(path.substr(at + key.size() + 1));
}

}  // namespace

ports::SyncResponse NaiveHq::answer(const ports::SyncRequest& request) {
  if (refuse_after == 0) return {503, encode(Refusal{"unavailable"}), false, {}, 1};
  if (refuse_after != SIZE_MAX) --refuse_after;
  const std::string& path = request.path;
  if (path == "/v1/hello") return hello(request.body);
  if (path == "/v1/batches") return batch(request.body);
  if (path.starts_with("/v1/log"))
    return log(static_cast<std::uint32_t>(parameter(path, "inc")),
               static_cast<std::uint64_t>(parameter(path, "after")));
  if (path.starts_with("/v1/changes?scope=cards-blocked&")) {
    const auto at = path.find("cursor=") + 7;
    return changes(std::stoll(path.substr(at)), std::stoll(path.substr(path.find('.', at) + 1)));
  }
  if (path == "/v1/snapshots/cards-blocked/latest") {
    const std::string file = snapshotFile();
    return {200, encode(SnapshotManifest{
                     "s" + std::to_string(m_epoch),
                     "cards-blocked",
                     m_epoch,
                     static_cast<std::int64_t>(m_feed.size()),
                     {{"f", static_cast<std::int64_t>(file.size()), base::sha256({base::asBytes(file)})}}})};
  }
  if (path.starts_with("/v1/snapshots/")) {
    const std::string file = snapshotFile();
    const bool rest = request.range_from > 0 && request.etag == "e" + std::to_string(m_epoch);
    return {rest ? 206 : 200, rest ? file.substr(static_cast<std::size_t>(request.range_from)) : file, false,
            "e" + std::to_string(m_epoch)};
  }
  return {404, encode(Refusal{"unknown"})};
}

void NaiveHq::restored(const NaiveHq& backup) {
  const std::int64_t epoch = m_epoch + 1;
  *this = backup;
  m_epoch = epoch;
}

std::map<std::uint32_t, journal::ChainMark> NaiveHq::heads() const {
  std::map<std::uint32_t, journal::ChainMark> heads;
  for (const auto& [number, chain] : m_chains) heads[number] = {chain.lines.size(), chain.hashes.back()};
  return heads;
}

ports::SyncResponse NaiveHq::hello(const std::string& body) {
  const auto said = parseHello(body);
  if (!said) return {422, encode(Refusal{"broken", said.error().detail})};
  HelloAnswer answer;
  answer.hq_epoch = m_epoch;
  for (const auto& [number, chain] : m_chains) {
    const HeldIncarnation* held = nullptr;
    for (const auto& one : said->incarnations)
      if (one.incarnation == number) held = &one;
    const journal::ChainMark acked{chain.lines.size(), chain.hashes.back()};
    const auto& hashes = chain.hashes;
    KnownIncarnation known =
        judge(held, number, acked, 0, [&](std::uint64_t seq) { return std::optional(hashes[seq]); });
    if (m_fault == Fault::LengthsOnly && held != nullptr)
      known.verdict = held->head.seq < acked.seq ? Verdict::RolledBack : Verdict::Ok;
    answer.incarnations.push_back(known);
  }
  return {200, encode(answer)};
}

ports::SyncResponse NaiveHq::batch(const std::string& body) {
  const auto raw = inflate(body, kMostRaw_bytes);
  const auto parsed = raw ? splitBatch(*raw) : base::Result<ParsedBatch>(tl::unexpected(raw.error()));
  const auto hashes =
      parsed ? checkBatch(*parsed) : base::Result<std::vector<base::Sha256>>(tl::unexpected(parsed.error()));
  if (!hashes) return {422, encode(Refusal{"broken", hashes.error().detail})};
  const BatchHeader& header = parsed->header;
  // COMMIT came back with a WARNING: the transaction stands here and on no standby. Who may not answer says so, and the
  // till sends again; who answers all the same has promised what the failover loses.
  if (standby_lost) {
    if (m_fault != Fault::AckOnWarning) return {503, encode(Refusal{"unavailable"}), false, {}, 1};
    return {200, encode(Ack{header.incarnation, {header.last, header.head_hash}, false, header.count(), 0, 0, 0})};
  }
  Chain& chain = m_chains[header.incarnation];
  if (chain.hashes.empty() && header.first == 1) chain.hashes.push_back(header.prev_hash);
  const std::uint64_t acked = chain.lines.size();
  if (chain.hashes.empty() || header.first > acked + 1) {
    if (chain.hashes.empty()) m_chains.erase(header.incarnation);
    return {409, encode(Refusal{"gap", {}, acked + 1, {}, {}})};
  }
  if (m_fault != Fault::LengthsOnly && chain.hashes[header.first - 1] != header.prev_hash)
    return {409, encode(Refusal{"fork", {}, 0, {header.first - 1, chain.hashes[header.first - 1]}, {}})};
  Ack ack{header.incarnation, {}, false, 0, 0, 0, 0};
  for (std::uint64_t seq = header.first; seq <= header.last; ++seq) {
    const auto at = static_cast<std::size_t>(seq - header.first);
    const std::string line(parsed->lines[at]);
    if (seq <= acked && m_fault != Fault::LengthsOnly && m_fault != Fault::NoDedupe &&
        chain.hashes[seq] != (*hashes)[at])
      return {409, encode(Refusal{"fork", {}, 0, {seq, chain.hashes[seq]}, {}})};
    const bool old = seq <= acked;
    int& times = m_posted[line.substr(14, 32)];
    if (m_fault == Fault::NoDedupe || (!old && times == 0)) ++times;
    ++(old ? ack.dup : ack.stored);
    if (old) continue;
    chain.lines.push_back(line);
    chain.hashes.push_back((*hashes)[at]);
  }
  ack.acked = {chain.lines.size(), chain.hashes.back()};
  return {200, encode(ack)};
}

ports::SyncResponse NaiveHq::log(std::uint32_t incarnation, std::uint64_t after) {
  const Chain& chain = m_chains[incarnation];
  if (after >= chain.lines.size()) return {204, {}};
  const std::size_t upto = std::min(chain.lines.size(), static_cast<std::size_t>(after) + 3);  // small: pages matter
  const std::vector<std::string> lines(chain.lines.begin() + static_cast<std::ptrdiff_t>(after),
                                       chain.lines.begin() + static_cast<std::ptrdiff_t>(upto));
  const BatchHeader header{terminal,           incarnation, after + 1, upto, chain.hashes[after],
                           chain.hashes[upto], "hq",        1,         0,    m_epoch};
  return {200, compress(joinBatch(header, lines))};
}

ports::SyncResponse NaiveHq::changes(std::int64_t epoch, std::int64_t position) {
  const auto end = static_cast<std::int64_t>(m_feed.size());
  if (epoch != 0 && (epoch != m_epoch || position > end)) return {410, encode(Refusal{"gone", {}, 0, {}, "s"})};
  if (position == end) return {304, {}};
  ChangePage page{m_epoch, std::min(end, position + 2), position + 2 < end, {}};
  for (std::int64_t at = position; at < page.next; ++at)
    page.items.push_back({at + 1, m_feed[static_cast<std::size_t>(at)], 1, encode(BlockedCardRecord{"LOST", 1})});
  return {200, encode(page)};
}

std::string NaiveHq::snapshotFile() const {
  std::string text;
  std::int64_t position = 0;
  for (const std::string& card : m_feed)
    text += encode(ChangeItem{++position, card, 1, encode(BlockedCardRecord{"LOST", 1})}) + "\n";
  return compress(text);
}

}  // namespace kahui::test
